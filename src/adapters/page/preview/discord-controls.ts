import { type Html, html } from "../html.ts";
import { type Json, list, object, text } from "./payload.ts";

const BUTTON_STYLES: Record<string, string> = {
	1: "primary",
	3: "success",
	4: "danger",
	5: "link",
	6: "premium",
};

/** What a button, select or field looks like. It is a picture: the page has its own buttons. */
export function control(component: Json): Html {
	switch (component.type) {
		case 2:
			return button(component);
		case 3:
			return select(component);
		case 4:
			return textInput(component);
		case 5:
		case 6:
		case 7:
		case 8:
			return box(text(component.placeholder) || "Make a selection", true);
		case 19:
			return box("Choose a file", false);
		case 21:
			return options(component, "radio");
		case 22:
			return options(component, "check");
		case 23:
			return html`<p class="d-option"><span class="mark check${component.default ? " on" : ""}"></span>${text(component.label)}</p>`;
		default:
			return unknown(component);
	}
}

export const unknown = (component: Json): Html =>
	html`<p class="unknown">Not drawn here: component ${text(component.type) || "without a type"}</p>`;

function button(component: Json): Html {
	const style = BUTTON_STYLES[text(component.style)] ?? "secondary";
	const emoji = text(object(component.emoji).name);
	return html`<span class="d-button ${style}${component.disabled ? " off" : ""}">${emoji && `${emoji} `}${text(component.label)}${style === "link" && html`<span class="out" aria-hidden="true"> ↗\ufe0e</span>`}</span>`;
}

function select(component: Json): Html {
	const chosen = list(component.options).filter((option) => option.default);
	const shown = chosen.map((option) => text(option.label)).join(", ");
	return box(shown || text(component.placeholder) || "Make a selection", true, shown !== "");
}

function textInput(component: Json): Html {
	const value = text(component.value);
	return html`<span class="d-field${component.style === 2 ? " tall" : ""}${value ? " filled" : ""}">${value || text(component.placeholder)}</span>`;
}

const box = (words: string, opens: boolean, filled = false): Html =>
	html`<span class="d-select${filled ? " filled" : ""}">${words}${opens && html`<span class="chevron" aria-hidden="true"></span>`}</span>`;

function options(component: Json, kind: "radio" | "check"): Html {
	return html`${list(component.options).map(
		(option) =>
			html`<p class="d-option"><span class="mark ${kind}${option.default ? " on" : ""}"></span><span>${text(option.label)}${option.description !== undefined && html`<span class="d-small">${text(option.description)}</span>`}</span></p>`,
	)}`;
}
