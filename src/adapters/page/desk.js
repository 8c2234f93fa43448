// The page works without this. It adds suggestions, a history of what was asked, copying, and answers
// without loading a page anew. What is typed is kept in this tab's memory only and is gone with it.

const words = JSON.parse(document.body.dataset.words);
const language = document.documentElement.lang;

const asked = [];
let at = 0;
let input;
let box;
let looking;
let areLooksOpen = matchMedia("(min-width: 60rem)").matches;

start();

addEventListener("submit", (event) => {
	const form = event.target;
	if (form.method !== "post" || new URL(form.action).pathname !== "/") return;
	event.preventDefault();
	answer(form.getAttribute("action"), new URLSearchParams(new FormData(form)));
});

// Going back shows what stood there before, from memory: an address never holds what was asked.
const shown = [];
let place = 0;
history.replaceState({ place }, "");
addEventListener("popstate", ({ state }) => {
	const before = shown[state?.place];
	if (before === undefined) return;
	shown[place] = keep();
	place = state.place;
	show(before);
});

async function answer(address, body) {
	const text = body.get("text")?.trim();
	if (text && asked.at(-1) !== text) asked.push(text);
	at = asked.length;
	close();
	let page;
	try {
		const response = await fetch(address, {
			method: "POST",
			body,
			headers: { accept: "text/html" },
		});
		if (!response.ok) throw new Error(String(response.status));
		page = new DOMParser().parseFromString(await response.text(), "text/html");
	} catch {
		say(words["The desk did not answer. Please try again."]);
		return;
	}
	shown[place] = keep();
	shown.length = place + 1;
	place++;
	history.pushState({ place }, "", address);
	show({ title: page.title, nodes: [...page.getElementById("main").childNodes] });
	const title = document.getElementById("answer-title");
	(title ?? input)?.focus();
	title?.closest("article").scrollIntoView({ block: "nearest" });
}

function keep() {
	return { title: document.title, nodes: [...document.getElementById("main").childNodes] };
}

function show({ title, nodes }) {
	document.title = title;
	document.getElementById("main").replaceChildren(...nodes);
	start();
}

/** Wires the parts of the page that stand in it now. */
function start() {
	input = document.getElementById("text");
	if (input && !input.hasAttribute("role")) wireInput();
	box = document.getElementById("suggestions");
	for (const tools of document.querySelectorAll("[data-copies]")) addCopy(tools);
	for (const looks of document.querySelectorAll(".looks")) asLastLeft(looks);
}

/** Open beside each other on a wide screen, closed on a phone, until somebody says otherwise. */
function asLastLeft(looks) {
	looks.open = areLooksOpen;
	looks.querySelector("summary").addEventListener("click", () => {
		areLooksOpen = !looks.open;
	});
}

function addCopy(tools) {
	if (tools.querySelector(".copy")) return;
	const button = document.createElement("button");
	button.type = "button";
	button.className = "copy";
	button.textContent = words["Copy as text"];
	button.addEventListener("click", async () => {
		const source = document.getElementById(tools.dataset.copies);
		try {
			await navigator.clipboard.writeText(source.textContent);
			say(words["Copied."]);
		} catch {
			source.closest("details").open = true;
			getSelection().selectAllChildren(source);
			say(words["Selected: copy it with your browser."]);
		}
	});
	tools.append(button);
}

/** Tells those who see and those who listen. */
function say(words) {
	let note = document.getElementById("said");
	if (!note) {
		note = document.createElement("p");
		note.id = "said";
		note.setAttribute("role", "status");
		document.body.append(note);
	}
	note.textContent = words;
	clearTimeout(say.timer);
	say.timer = setTimeout(() => {
		note.textContent = "";
	}, 4000);
}

function wireInput() {
	const list = document.createElement("ul");
	Object.assign(list, { id: "suggestions", hidden: true });
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-label", words.Suggestions);
	input.after(list);
	for (const [name, value] of Object.entries({
		role: "combobox",
		"aria-autocomplete": "list",
		"aria-expanded": "false",
		"aria-controls": "suggestions",
	}))
		input.setAttribute(name, value);
	input.addEventListener("input", suggest);
	input.addEventListener("keydown", onKey);
	input.addEventListener("blur", () => close());
	list.addEventListener("pointerdown", (event) => {
		const option = event.target.closest("[role=option]");
		if (!option) return;
		event.preventDefault();
		take(option);
	});
}

async function suggest() {
	looking?.abort();
	looking = new AbortController();
	const text = input.value;
	if (text.trim() === "") return close();
	try {
		const response = await fetch(`/complete?lang=${language}`, {
			method: "POST",
			body: JSON.stringify({ text }),
			headers: { "content-type": "application/json" },
			signal: looking.signal,
		});
		if (response.ok && input.value === text) open((await response.json()).suggestions);
	} catch {
		// Suggestions are a help; without them the field still asks.
	}
}

function open(suggestions) {
	box.replaceChildren(
		...suggestions.map(({ line, label, note }, i) => {
			const option = document.createElement("li");
			option.id = `suggestion-${i}`;
			option.setAttribute("role", "option");
			option.setAttribute("aria-selected", "false");
			option.dataset.line = line;
			option.append(label);
			if (note) {
				const small = document.createElement("span");
				small.className = "note";
				small.textContent = ` ${note}`;
				option.append(small);
			}
			return option;
		}),
	);
	box.hidden = suggestions.length === 0;
	input.setAttribute("aria-expanded", String(!box.hidden));
	input.removeAttribute("aria-activedescendant");
}

function close() {
	looking?.abort();
	if (!box) return;
	box.hidden = true;
	box.replaceChildren();
	input.setAttribute("aria-expanded", "false");
	input.removeAttribute("aria-activedescendant");
}

function take(option) {
	input.value = option.dataset.line;
	close();
	input.focus();
	if (input.value.endsWith(" ") || input.value.endsWith(":")) suggest();
}

function onKey(event) {
	const active = box.querySelector("[aria-selected=true]");
	if (event.key === "Escape") close();
	else if (event.key === "Enter" && active) take(active);
	else if (event.key === "ArrowDown" && !box.hidden) move(active, 1);
	else if (event.key === "ArrowUp" && !box.hidden) move(active, -1);
	else if (event.key === "ArrowUp") recall(-1);
	else if (event.key === "ArrowDown") recall(1);
	else return;
	event.preventDefault();
}

function move(active, step) {
	const options = [...box.children];
	const next = options.at(
		(active ? options.indexOf(active) + step : step > 0 ? 0 : -1) % options.length,
	);
	active?.setAttribute("aria-selected", "false");
	next.setAttribute("aria-selected", "true");
	next.scrollIntoView({ block: "nearest" });
	input.setAttribute("aria-activedescendant", next.id);
}

/** Earlier lines, as in a terminal. */
function recall(step) {
	const next = at + step;
	if (next < 0 || next > asked.length) return;
	at = next;
	input.value = asked[at] ?? "";
}
