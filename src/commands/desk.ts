import { type Action, answer } from "../core/answer.ts";
import { type PlainDate, plainDate } from "../core/dates.ts";
import type { Facts } from "../core/facts/lookup.ts";
import type { FactSearch } from "../core/facts/search.ts";
import { reportAddress, type Support } from "../core/report.ts";
import type { Reply, Result } from "../core/reply.ts";
import {
	type Languages,
	keepLanguage,
	ONLY_ENGLISH,
	say,
	speak,
	translationsIn,
} from "../core/say.ts";
import { tellsPay } from "../core/wages/read-wage.ts";
import { NO_WAGES, type Wages } from "../core/wages/wages.ts";
import type { Who } from "../core/who.ts";
import { withUnreviewed } from "../core/unreviewed.ts";
import type { Store } from "../store/store.ts";
import { type Command, type Core, kebab, optionSpecs, type Suggestion } from "./command.ts";
import { type Asked as AskedIn, inLanguage, languageOf, takeLanguage } from "./in-language.ts";
import { type LineProblem, type ParsedLine, parseOptions, readNamed } from "./grammar.ts";
import { mistake, quoted } from "./mistakes.ts";
import { NO_SERVICES, type Services } from "./services.ts";
import { storeTrouble } from "./store-trouble.ts";
import { withSettings } from "./with-settings.ts";
import { createRecent } from "./recent.ts";

export interface DeskParts {
	facts: Facts;
	search: FactSearch;
	/** Left out: no wage figures. */
	wages?: Wages;
	/** The day in Washington, asked for at each answer. */
	today: () => PlainDate;
	version: string;
	commands: readonly Command[];
	/** Where a wrong fact is reported. */
	support?: Support;
	/** Left out: nothing can be posted, and no admin has chosen anything. */
	services?: Services;
	/** Left out: English alone. */
	languages?: Languages;
}

export interface AskContext {
	/** The day to answer for; `as-of` typed in the text beats it. */
	asOf?: PlainDate;
	/** BCP 47; `language:es` typed in the text beats it. English where it is not spoken. */
	locale?: string | undefined;
	/** Where the answer goes: its admins' contact, disclaimer, language and channels then hold. */
	at?: Pick<Who, "place" | "channel"> | undefined;
}

/** Who gives a command, and the store that keeps what it changes. */
export interface By {
	who: Who;
	store: Store;
}

/** The one door that every adapter uses. Same input, same day, same facts: same reply. */
export interface Desk {
	readonly commands: readonly Command[];
	readonly facts: Facts;
	readonly version: string;
	/** The address that opens a report on a wrong fact; null when nobody is named. */
	readonly reportOn: Core["reportOn"];
	readonly today: () => PlainDate;
	/** Languages that an answer can be asked for in, besides English. */
	readonly languages: Languages;
	/** A message of a command's definition (summary, option, choice) by language: `{ es: "..." }`. */
	translations(english: string): Record<string, string>;
	/** Options that came by name: slash command options, buttons, forms. */
	run(command: string, options: Record<string, unknown>, context?: AskContext): Reply;
	/** A line as typed: `/odds 2 masters`, `/h1b cap`, or a question. */
	text(line: string, context?: AskContext): Reply;
	/** As `run`, for somebody with an identity: commands that read or change what is stored do so. */
	act(
		command: string,
		options: Record<string, unknown>,
		by: By,
		context?: AskContext,
	): Promise<Reply>;
	/** As `text`, for somebody with an identity. */
	actText(line: string, by: By, context?: AskContext): Promise<Reply>;
	/** Suggestions for an option as the user types, at most 25. */
	complete(command: string, option: string, typed: string): Suggestion[];
}

/** Longer lines are cut before anything reads them. */
const MAX_LINE = 12_000;

/** A command with what was given to it. */
interface Asked {
	definition: Command;
	given: Record<string, unknown>;
	problems: readonly LineProblem[];
}

type Done = Result & { input: Record<string, unknown> };
type Prepared = { input: Record<string, unknown> } & ({ early: Result } | { core: Core });

export function createDesk(parts: DeskParts): Desk {
	const reportOn: Core["reportOn"] = (fact) =>
		reportAddress(parts.support ?? {}, fact, parts.facts.version);
	const services = parts.services ?? NO_SERVICES;
	const languages = parts.languages ?? ONLY_ENGLISH;
	const byName = new Map(parts.commands.map((c) => [c.name, c]));
	const recent = createRecent();

	function coreFor(date: PlainDate): Core {
		const today = parts.today();
		return {
			facts: parts.facts,
			search: parts.search,
			wages: parts.wages ?? NO_WAGES,
			today,
			date,
			askedFor: date === today ? null : date,
			version: parts.version,
			reportOn,
			unreviewed: services.unreviewed,
			commands: parts.commands,
			inLanguage: keepLanguage(),
			call: (name, input) => {
				const definition = byName.get(name);
				if (!definition) throw new TypeError(`no command ${name}`);
				const done = execute({ definition, given: { ...input }, problems: [] }, date);
				return {
					...done,
					answeredBy: done.answeredBy ?? { command: name, input: done.input },
					again:
						done.again !== undefined
							? done.again
							: actionOf(definition, input, date === today ? null : date),
					...(hasPrivate(definition, input) && { isPrivate: true }),
				};
			},
		};
	}

	/** What a command runs on, or the answer that comes before it runs: a mistake, a choice to make. */
	function prepare({ definition, given, problems }: Asked, date: PlainDate): Prepared {
		const core = coreFor(date);
		const parsed = definition.options.safeParse(given);
		// What was given wrong comes before what was left out.
		const isWrong = parsed.error?.issues.some((issue) => String(issue.path[0]) in given);
		if (problems.length === 0 && !isWrong) {
			for (const spec of optionSpecs(definition)) {
				if (!spec.asksWhenMissing || spec.key in given) continue;
				const asked = definition.missing?.(core, given, spec.key);
				if (asked) return { early: asked, input: asked.outcome === "invalid" ? {} : given };
			}
		}
		if (!parsed.success || problems.length > 0) {
			return { early: mistake(definition, parsed.error?.issues ?? [], problems), input: {} };
		}
		return { core, input: parsed.data as Record<string, unknown> };
	}

	function execute(asked: Asked, date: PlainDate): Done {
		const ready = prepare(asked, date);
		const result = "early" in ready ? ready.early : asked.definition.run(ready.core, ready.input);
		return { ...result, input: ready.input };
	}

	async function executeBy(asked: Asked, date: PlainDate, by: By): Promise<Done> {
		const { act } = asked.definition;
		if (!act) return execute(asked, date);
		const ready = prepare(asked, date);
		const result =
			"early" in ready
				? ready.early
				: await act(ready.core, ready.input, { ...by, services, languages }).catch(storeTrouble);
		return { ...result, input: ready.input, isPrivate: true, again: null };
	}

	const dateOf = ({ given }: Asked, context: AskContext): PlainDate => {
		const typed = typeof given.asOf === "string" ? plainDate(given.asOf) : undefined;
		return typed ?? context.asOf ?? parts.today();
	};

	function finish(asked: Asked, spoken: AskedIn, context: AskContext): Reply {
		const date = dateOf(asked, context);
		const key = steadyKey(asked, spoken, [date, parts.today(), services.unreviewed.revision()]);
		const reply = key
			? recent.get(key, () => answerNow(asked, spoken, date))
			: answerNow(asked, spoken, date);
		return context.at ? asChosen(reply, spoken, context.at) : reply;
	}

	function asChosen(reply: Reply, spoken: AskedIn, at: Pick<Who, "place" | "channel">): Reply {
		const chosen = services.settingsOf(at.place);
		return speak(spoken.language, () => withSettings(reply, chosen, at)).done;
	}

	/** The language that admins chose for a place beats the asker's own. */
	const localeAt = (place: Who["place"] | undefined, own: string | undefined) =>
		services.settingsOf(place ?? null).language ?? own;

	function answerNow(asked: Asked, spoken: AskedIn, date: PlainDate): Reply {
		const { done: reply, told } = speak(spoken.language, () =>
			toReply(asked, execute(asked, date), date),
		);
		return speak(spoken.language, () => inLanguage(reply, spoken, told)).done;
	}

	async function finishBy(
		asked: Asked,
		spoken: AskedIn,
		by: By,
		context: AskContext,
	): Promise<Reply> {
		const date = dateOf(asked, context);
		const { done, told } = speak(spoken.language, () => executeBy(asked, date, by));
		const result = await done;
		return speak(spoken.language, () => {
			const reply = inLanguage(toReply(asked, result, date), spoken, told);
			return asChosen(reply, spoken, by.who);
		}).done;
	}

	function toReply({ definition, given }: Asked, done: Done, date: PlainDate): Reply {
		const askedFor = date === parts.today() ? null : date;
		return {
			outcome: done.outcome,
			command: done.answeredBy?.command ?? definition.name,
			input: stripUndefined(done.answeredBy?.input ?? done.input),
			answer: withUnreviewed(
				{
					...done.answer,
					askedFor: done.answer.askedFor ?? (done.answer.asOf ? askedFor : null),
				},
				services.unreviewed,
				date,
			),
			values: done.values,
			...((done.isPrivate || hasPrivate(definition, given)) && { isPrivate: true }),
			again: again(definition, given, done, askedFor),
		};
	}

	function parse(definition: Command, line: string): ParsedLine {
		return parseOptions(definition, line, coreFor(parts.today()));
	}

	function unknownCommand(name: string, spoken: AskedIn): Reply {
		return speak(spoken.language, () => inLanguage(noSuchCommand(name), spoken, new Set())).done;
	}

	function noSuchCommand(name: string): Reply {
		return {
			outcome: "invalid",
			command: "help",
			input: {},
			answer: answer({
				title: say("No such command"),
				lead: say('There is no command "/{name}".', { name: quoted(name, 30) }),
				rows: [
					{ label: say("Commands"), value: parts.commands.map((c) => `/${c.name}`).join(" ") },
					{
						label: say("Or"),
						value: say("ask in plain words, such as: is the 100k fee in effect?"),
					},
				],
			}),
			values: {},
			again: null,
		};
	}

	const desk: Desk = {
		commands: parts.commands,
		facts: parts.facts,
		version: parts.version,
		reportOn,
		today: parts.today,
		languages,
		translations: (english) => translationsIn(languages, english),
		run(name, options, context = {}) {
			const locale = localeAt(context.at?.place, context.locale);
			const spoken = languageOf(languages, options.language, locale);
			const asked = byOptions(name, options);
			return asked ? finish(asked, spoken, context) : unknownCommand(name, spoken);
		},
		text(line, context = {}) {
			const { asked, spoken } = readIn(line, context);
			return "unknown" in asked
				? unknownCommand(asked.unknown, spoken)
				: finish(asked, spoken, context);
		},
		async act(name, options, by, context = {}) {
			const spoken = languageOf(
				languages,
				options.language,
				localeAt(by.who.place, context.locale ?? by.who.locale),
			);
			const asked = byOptions(name, options);
			return asked ? finishBy(asked, spoken, by, context) : unknownCommand(name, spoken);
		},
		async actText(line, by, context = {}) {
			const { asked, spoken } = readIn(line, { locale: by.who.locale, ...context, at: by.who });
			return "unknown" in asked
				? unknownCommand(asked.unknown, spoken)
				: finishBy(asked, spoken, by, context);
		},
		complete(name, option, typed) {
			const definition = byName.get(name);
			return definition?.complete?.(coreFor(parts.today()), option, typed).slice(0, 25) ?? [];
		},
	};

	function byOptions(name: string, options: Record<string, unknown>): Asked | undefined {
		const definition = byName.get(name);
		return definition && { definition, given: readNamed(definition, options), problems: [] };
	}

	function readIn(whole: string, context: AskContext) {
		const { line, typed } = takeLanguage(whole.slice(0, MAX_LINE));
		return {
			asked: read(line),
			spoken: languageOf(languages, typed, localeAt(context.at?.place, context.locale)),
		};
	}

	function read(line: string): Asked | { unknown: string } {
		const text = line.trim();
		const slash = /^\/([^\s/]+)\s*([\s\S]*)$/.exec(text);
		if (!slash) return inWords("ask", text);
		const name = (slash[1] ?? "").toLowerCase();
		const rest = slash[2] ?? "";
		return name === "h1b" ? anything(rest) : inWords(name, rest);
	}

	function inWords(name: string, words: string): Asked | { unknown: string } {
		const definition = byName.get(name);
		return definition ? { definition, ...parse(definition, words) } : { unknown: name };
	}

	/** `/h1b <anything>`: a command by its name, otherwise a question; nothing at all is help. */
	function anything(rest: string): Asked | { unknown: string } {
		if (rest.trim() === "") return inWords("help", "");
		const word = /^\/?(\S+)\s*([\s\S]*)$/.exec(rest.trim());
		const asked = inWords((word?.[1] ?? "").toLowerCase(), word?.[2] ?? "");
		if ("unknown" in asked) return inWords("ask", rest);
		const loose = asked.problems.some((problem) => problem.kind === "unknown-word");
		return loose && rest.trim().split(/\s+/).length > 3 ? inWords("ask", rest) : asked;
	}

	return desk;
}

/** What re-derives a card, or null when it is no card or would need something private. */
function again(
	definition: Command,
	given: Record<string, unknown>,
	done: Result,
	askedFor: PlainDate | null,
): Action | null {
	if (done.outcome === "invalid") return null;
	if (done.again !== undefined) return done.again;
	const action = actionOf(definition, given, askedFor);
	// Words that nothing answered may hold a wage, wherever they were typed.
	const hasPay = Object.values(given).some((v) => typeof v === "string" && tellsPay(v));
	return done.outcome !== "answered" && hasPay ? null : action;
}

/** The command with the options given, kebab-case, and the day asked about; null with a private option. */
function actionOf(
	definition: Command,
	given: Record<string, unknown>,
	askedFor: PlainDate | null,
): Action | null {
	if (hasPrivate(definition, given)) return null;
	const input: Action["input"] = {};
	for (const [key, value] of Object.entries(given)) {
		if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
			input[kebab(key)] = value;
		}
	}
	if (askedFor) input["as-of"] = askedFor;
	return { command: definition.name, input };
}

/** What a steady command's reply depends on; undefined when that is more, or holds somebody's words. */
function steadyKey(
	{ definition, given, problems }: Asked,
	spoken: AskedIn,
	/** What else decides: days, and what is known to be unreviewed. */
	rest: readonly (string | number)[],
): string | undefined {
	if (!definition.isSteady || problems.length > 0) return undefined;
	const isClosed = optionSpecs(definition).every(({ key, choices }) => {
		const value = given[key];
		return typeof value !== "string" || choices.some((choice) => choice.value === value);
	});
	const language = [spoken.language?.tag, spoken.typed];
	return isClosed ? JSON.stringify([definition.name, given, language, ...rest]) : undefined;
}

const hasPrivate = (definition: Command, given: Record<string, unknown>): boolean =>
	optionSpecs(definition).some((spec) => spec.isPrivate && spec.key in given);

function stripUndefined(input: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
