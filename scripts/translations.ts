// How much is translated, or what to fill in for one fact: npm run -s translations [-- FACT-ID]
import { loadFacts } from "../src/load-facts.ts";
import { markOf, translated } from "../src/messages/fact-texts.ts";
import { readFactTexts, SPOKEN } from "../src/messages/languages.ts";

const { facts } = await loadFacts();
const [id] = process.argv.slice(2);

if (id === undefined) report();
else if (facts.has(id)) console.log(skeleton(id));
else {
	console.error(
		`There is no fact "${id.replace(/[^\w/-]/g, "")}". Its id is its path, such as uscis/registration-fee.`,
	);
	process.exitCode = 2;
}

/** One line a language: facts whose current statement is translated, and those whose English has changed. */
function report(): void {
	const current = facts.all.flatMap((fact) => {
		const state = facts.stateOn(fact.id, facts.horizon);
		return state.known ? [state] : [];
	});
	for (const { tag, name } of SPOKEN) {
		const texts = readFactTexts(tag);
		const found = current.map((state) => ({
			state,
			text: translated(texts, state.id, state.entry),
		}));
		const done = found.filter(({ text }) => text && !text.isOlder).length;
		const changed = found.filter(({ state, text }) => texts[state.id] && (!text || text.isOlder));
		console.log(`${tag} (${name}): ${done} of ${current.length} current statements`);
		for (const { state } of changed) console.log(`  the English has changed: ${state.id}`);
	}
}

/** What goes into `translations/<language>/<folder>.json`, in English, with the marks in place. */
function skeleton(of: string): string {
	const fact = facts.get(of);
	const statements = [...fact.values, ...fact.outlook].map(({ from, statement }) => ({
		from,
		of: markOf(statement),
		text: statement,
	}));
	const remarks = [fact.misread, fact.note, ...fact.events.map((event) => event.text)].flatMap(
		(text) => (text ? [{ of: markOf(text), text }] : []),
	);
	return JSON.stringify({ [of]: { title: fact.title, statements, remarks } }, null, "\t");
}
