import { z } from "zod";
import type { PlainDate } from "../core/dates.ts";
import type { Facts } from "../core/facts/lookup.ts";
import type { FactSearch } from "../core/facts/search.ts";
import type { Result } from "../core/reply.ts";
import type { Wages } from "../core/wages/wages.ts";
import type { Unreviewed } from "../core/unreviewed.ts";
import type { Who } from "../core/who.ts";
import type { Store } from "../store/store.ts";
import { asOf, optionMeta } from "./options.ts";
import type { Languages } from "../core/say.ts";
import type { Services } from "./services.ts";

/** What a command may know: facts, the day, and the other commands. No clock, no network. */
export interface Core {
	readonly facts: Facts;
	readonly search: FactSearch;
	/** Wage figures by occupation and area. */
	readonly wages: Wages;
	/** The real day in Washington (or DESK_TODAY). */
	readonly today: PlainDate;
	/** The day to answer for: `as-of`, or today. */
	readonly date: PlainDate;
	/** `date` when it is not today, for the card's stamp. */
	readonly askedFor: PlainDate | null;
	/** Version of the program, for /about. */
	readonly version: string;
	/** The address that opens a report on a wrong fact; null when nobody is named. */
	readonly reportOn: (fact: { id: string; title: string } | null) => string | null;
	/** Documents that are newer than the facts they concern. */
	readonly unreviewed: Unreviewed;
	readonly commands: readonly Command[];
	/** Runs another command with the same day: free text that is really about odds. */
	readonly call: (command: string, input: Record<string, unknown>) => Result;
}

/** Who gives a command, the store that keeps what it changes, and what else it may use. */
export interface ActBy {
	who: Who;
	store: Store;
	services: Services;
	/** Languages that a place can choose, besides English. */
	languages: Languages;
}

/**
 * What a command has to say once it has waited for what it had to. Called in the language of the asker,
 * which does not outlast a wait: nothing else of `act` may make sentences.
 */
export type Tell = () => Result;

export interface Command<Shape extends z.ZodRawShape = z.ZodRawShape> {
	readonly name: string;
	/** One line for menus and help, at most 100 characters. */
	readonly summary: string;
	/** What to type, for help and errors. */
	readonly examples: readonly string[];
	readonly options: z.ZodObject<Shape>;
	/** The option that swallows the rest of a text command. */
	readonly takesRest?: string;
	/**
	 * Reads the bare words of a text command all at once, where single words mean nothing: called when
	 * they are more than names of options. What it does not know is then tried word by word.
	 */
	readonly readsWords?: (core: Core, words: BareWords) => ReadWords;
	readonly run: (core: Core, input: z.output<z.ZodObject<Shape>>) => Result;
	/**
	 * Reads or changes what is stored, for whoever gave the command. `run` then answers those without an
	 * identity: the page and the terminal. It says "done" only after the store confirmed. Its answers are
	 * the asker's alone.
	 */
	readonly act?: (core: Core, input: z.output<z.ZodObject<Shape>>, by: ActBy) => Promise<Tell>;
	/** Answers from the facts alone: the same options on the same day give the same reply, which is kept for a while. */
	readonly isSteady?: true;
	/** Options asked for with choices instead of an error when they are missing. */
	readonly asks?: readonly string[];
	readonly missing?: (core: Core, given: Record<string, unknown>, option: string) => Result | null;
	/** Suggestions as the user types, at most 25. */
	readonly complete?: (core: Core, option: string, typed: string) => Suggestion[];
}

/** What a text command holds beside options that one word gives. */
export interface BareWords {
	/** Options that take words, with the words that follow each of them; by key. */
	named: Readonly<Record<string, string>>;
	/** Options already read, by key. */
	given: Readonly<Record<string, unknown>>;
	bare: string;
}

export interface ReadWords {
	given: Record<string, unknown>;
	/** Words that fit nothing. */
	unknown: string[];
}

export interface Suggestion {
	name: string;
	value: string | number;
}

/** Declares a command; `as-of` is added to every one that answers from facts. */
export function command<Shape extends z.ZodRawShape>(
	definition: Omit<Command<Shape>, "options"> & { options: z.ZodObject<Shape> },
): Command {
	return definition as unknown as Command;
}

export const withAsOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z.object({ ...shape, asOf: asOf.optional() });

/** `fiscalYear` inside, `fiscal-year` outside. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
export const camel = (name: string): string =>
	name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());

/** An option as platforms and the text grammar need it, read from the one schema. */
export interface OptionSpec {
	/** camelCase, as in parsed input. */
	key: string;
	/** kebab-case, as people type it. */
	name: string;
	type: "string" | "integer" | "number" | "boolean";
	label: string;
	description: string;
	/** Cannot be left out. */
	required: boolean;
	/** Left out, the command asks for it with choices. */
	asksWhenMissing: boolean;
	choices: { name: string; value: string }[];
	minimum?: number;
	maximum?: number;
	maxLength?: number;
	completes: boolean;
	isPrivate: boolean;
	takesWords: boolean;
	repeats: boolean;
	bare: boolean;
	hint: string;
	read(words: string): unknown;
}

const specs = new WeakMap<Command, OptionSpec[]>();

/** The options of a command in the order declared, required ones first (Discord wants that). */
export function optionSpecs(definition: Command): OptionSpec[] {
	const cached = specs.get(definition);
	if (cached) return cached;
	const json = z.toJSONSchema(definition.options, { io: "input" });
	const required = new Set(json.required ?? []);
	const found = Object.entries(definition.options.shape).map(([key, schema]): OptionSpec => {
		const meta = optionMeta(schema as z.ZodType);
		const property = (json.properties?.[key] ?? {}) as {
			type?: string;
			description?: string;
			enum?: string[];
			minimum?: number;
			maximum?: number;
			maxLength?: number;
		};
		return {
			key,
			name: kebab(key),
			type: (property.type ?? "string") as OptionSpec["type"],
			label: meta.label,
			description: property.description ?? meta.label,
			required: required.has(key) && !definition.asks?.includes(key),
			asksWhenMissing: definition.asks?.includes(key) ?? false,
			choices: (property.enum ?? []).map((value) => ({
				name: meta.names?.[value] ?? value,
				value,
			})),
			...(property.minimum !== undefined && { minimum: property.minimum }),
			...(property.maximum !== undefined && { maximum: property.maximum }),
			...(property.maxLength !== undefined && { maxLength: property.maxLength }),
			completes: meta.completes ?? false,
			isPrivate: meta.isPrivate ?? false,
			takesWords: meta.takesWords ?? false,
			repeats: meta.repeats ?? false,
			bare: meta.bare,
			hint: meta.hint,
			read: meta.read,
		};
	});
	found.sort((a, b) => Number(b.required) - Number(a.required));
	specs.set(definition, found);
	return found;
}
