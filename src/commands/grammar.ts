import { type Command, type Core, camel, type OptionSpec, optionSpecs } from "./command.ts";
import { fold, straight } from "./options.ts";

/** What a typed line gave: values by option (camelCase), and what could not be placed. */
export interface ParsedLine {
	given: Record<string, unknown>;
	problems: LineProblem[];
}

export type LineProblem =
	| { kind: "unknown-word"; word: string }
	| { kind: "unknown-option"; word: string }
	| { kind: "twice"; option: string }
	| { kind: "ambiguous"; word: string; options: string[] };

interface Token {
	text: string;
	/** Set for `name:value` and `name=value` of an option that the command has. */
	spec?: OptionSpec;
	value?: string;
}

const LONGEST_PHRASE = 5;
const PAIR = /^([a-z][a-z-]{0,30}[2-9]?)[:=](.*)$/is;

/** Reads the options of a text command: `name:value`, `name=value` or bare words, in any order. */
export function parseOptions(definition: Command, line: string, core: Core): ParsedLine {
	const options = optionSpecs(definition);
	const rest = options.find((spec) => spec.key === definition.takesRest);
	const result: ParsedLine = { given: {}, problems: [] };
	const bare: string[] = [];
	const named: Record<string, string> = {};
	/** The option that takes the words that follow it. */
	let open: string | undefined;
	for (const token of tokens(namedDay(straight(line), rest), options)) {
		if (token.spec) {
			open = token.spec.takesWords ? token.spec.key : undefined;
			if (open) named[open] = join(named[open], token.value ?? "", token.spec);
			else put(result, token.spec, token.spec.read(token.value ?? "") ?? token.value);
			continue;
		}
		const name = PAIR.exec(token.text)?.[1];
		if (name && !rest && !/^https?$/i.test(name)) {
			result.problems.push({ kind: "unknown-option", word: name });
		} else if (open) {
			named[open] += ` ${token.text}`;
		} else {
			bare.push(token.text);
		}
	}
	const bareOptions = options.filter((spec) => spec.bare);
	if (definition.readsWords) {
		// Words that all name options by themselves need no other reading: `/odds 2 masters`.
		const plain: ParsedLine = { given: { ...result.given }, problems: [...result.problems] };
		placeBareWords(plain, bare, bareOptions);
		if (plain.problems.length === 0 && Object.keys(named).length === 0) return plain;
		const words = { named, given: result.given, bare: bare.join(" ") };
		const { given, unknown } = definition.readsWords(core, words);
		Object.assign(result.given, given);
		placeBareWords(result, unknown, bareOptions);
		return result;
	}
	for (const spec of options) {
		const words = named[spec.key];
		if (words !== undefined) put(result, spec, spec.read(words) ?? words);
	}
	if (rest) {
		if (bare.length > 0) put(result, rest, bare.join(" "));
		return result;
	}
	placeBareWords(result, bare, bareOptions);
	return result;
}

const AS_OF = /(^|\s)as[ -]of ?:? +("?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"?)(?=[\s,;?!]|$)/gi;
const PROSE = ["question", "claim"];

/** `as of 2026-07-01` is `as-of:2026-07-01`; in prose only where the day is not written so: it must be asked for. */
function namedDay(line: string, rest: OptionSpec | undefined): string {
	return line.replace(AS_OF, (all, before: string, day: string) =>
		rest && PROSE.includes(rest.key) && /^"?\d{4}-/.test(day) ? all : `${before}as-of:${day}`,
	);
}

/** Splits on spaces; a known `name:` takes its value, quoted or up to the next space. */
function tokens(line: string, options: OptionSpec[]): Token[] {
	const found: Token[] = [];
	const words = line.match(/[^\s"]*"[^"]*"|\S+/g) ?? [];
	for (let i = 0; i < words.length; i++) {
		const text = words[i] as string;
		const pair = PAIR.exec(text);
		const name = fold(pair?.[1] ?? "").replace(/_/g, "-");
		const spec = pair
			? options.find((o) => o.name === name || (o.repeats && o.name === name.replace(/[2-9]$/, "")))
			: undefined;
		if (!pair || !spec) {
			found.push({ text });
			continue;
		}
		let value = (pair[2] ?? "").replace(/^"([^"]*)"$/, "$1");
		// `level: 2` with a space after the colon.
		if (value === "" && i + 1 < words.length) value = words[++i] as string;
		found.push({ text, spec, value });
	}
	return found;
}

const join = (before: string | undefined, value: string, spec: OptionSpec): string =>
	before === undefined ? value : spec.repeats ? `${before}; ${value}` : `${before} ${value}`;

/** Gives each phrase to the only option that reads it, longest phrase first. */
function placeBareWords(result: ParsedLine, words: string[], options: OptionSpec[]): void {
	let at = 0;
	while (at < words.length) {
		let taken = 0;
		for (let n = Math.min(LONGEST_PHRASE, words.length - at); n > 0 && taken === 0; n--) {
			const phrase = words
				.slice(at, at + n)
				.join(" ")
				.replace(/[,;.?!]+$/, "")
				.replace(/^"(.*)"$/, "$1");
			const readers = options.filter((spec) => spec.read(phrase) !== undefined);
			const open = readers.filter((spec) => !(spec.key in result.given));
			const fits = open.length > 0 ? open : readers;
			if (fits.length === 0) continue;
			if (fits.length > 1) {
				result.problems.push({ kind: "ambiguous", word: phrase, options: fits.map((s) => s.name) });
			} else if (fits[0]) {
				put(result, fits[0], fits[0].read(phrase));
			}
			taken = n;
		}
		if (taken === 0) {
			const word = words[at] as string;
			if (/[\p{L}\p{N}]/u.test(word) && !FILLERS.has(fold(word))) {
				result.problems.push({ kind: "unknown-word", word });
			}
			taken = 1;
		}
		at += taken;
	}
}

// Words that people put between options and that carry none.
const FILLERS = new Set([
	"and",
	"with",
	"for",
	"a",
	"an",
	"the",
	"at",
	"in",
	"degree",
	"level",
	"fy",
	"processing",
	"employer",
	"petition",
	"filing",
]);

function put(result: ParsedLine, spec: OptionSpec, value: unknown): void {
	const earlier = result.given[spec.key];
	if (earlier !== undefined && earlier !== value) {
		result.problems.push({ kind: "twice", option: spec.name });
		return;
	}
	result.given[spec.key] = value;
}

/** Reads values that came by name (Discord options, buttons, modals); keys in either case style. */
export function readNamed(
	definition: Command,
	raw: Record<string, unknown>,
): Record<string, unknown> {
	const given: Record<string, unknown> = {};
	for (const spec of optionSpecs(definition)) {
		const value = raw[spec.name] ?? raw[spec.key] ?? raw[camel(spec.name)];
		if (value === undefined || value === null || value === "") continue;
		// A script may send 145000 where text is wanted.
		const words = typeof value === "number" && spec.type === "string" ? String(value) : value;
		given[spec.key] = typeof words === "string" ? (spec.read(words) ?? words) : words;
	}
	return given;
}
