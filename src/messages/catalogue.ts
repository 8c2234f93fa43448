import { createRequire } from "node:module";
import type { IntlMessageFormat } from "intl-messageformat";
import type { Values } from "../core/say.ts";

/** Translations by their English message; ICU messages. */
export type Catalogue = Readonly<Record<string, string>>;

type Formatter = typeof IntlMessageFormat;

let formatter: Formatter | undefined;

// Loaded at the first sentence in another language: English needs no formatter, and the terminal starts
// without it. `require` because sentences are made between two awaits, never across one.
function loadFormatter(): Formatter {
	formatter ??= (
		createRequire(import.meta.url)("intl-messageformat") as { IntlMessageFormat: Formatter }
	).IntlMessageFormat;
	return formatter;
}

/** Says messages of a catalogue; each is parsed once. `written` writes a value before it is filled in. */
export function createSpeaker(
	tag: string,
	catalogue: Catalogue,
	written: (value: string) => string,
): (english: string, values: Values) => string | undefined {
	const parsed = new Map<string, IntlMessageFormat>();
	return (english, values) => {
		const message = Object.hasOwn(catalogue, english) ? catalogue[english] : undefined;
		if (message === undefined) return undefined;
		let format = parsed.get(english);
		if (!format) {
			const Format = loadFormatter();
			format = new Format(message, tag, undefined, { ignoreTag: true });
			parsed.set(english, format);
		}
		const filled = Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				typeof value === "string" ? written(value) : (value ?? ""),
			]),
		);
		return String(format.format(filled));
	};
}
