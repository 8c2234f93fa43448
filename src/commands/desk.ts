import { answer } from "../core/answer.ts";
import { type PlainDate, plainDate } from "../core/dates.ts";
import { type ClaimIndex, indexClaims } from "../core/claims/phrases.ts";
import type { Facts } from "../core/facts/lookup.ts";
import type { FactSearch } from "../core/facts/search.ts";
import { reportAddress, type Support } from "../core/report.ts";
import type { Reply, Result } from "../core/reply.ts";
import { type Languages, ONLY_ENGLISH, say, speak, translationsIn } from "../core/say.ts";
import { NO_WAGES, type Wages } from "../core/wages/wages.ts";
import type { Who } from "../core/who.ts";
import { withUnreviewed } from "../core/unreviewed.ts";
import type { Store } from "../store/store.ts";
import { actionOf, again, hasPrivate } from "./again.ts";
import { type Command, type Core, optionSpecs, type Suggestion } from "./command.ts";
import { type Asked as AskedIn, inLanguage, languageOf, takeLanguage } from "./in-language.ts";
import { parseOptions } from "./grammar.ts";
import { nearCommands } from "./near-commands.ts";
import { mistake, quoted } from "./mistakes.ts";
import { NO_SERVICES, type Services } from "./services.ts";
import { storeTrouble } from "./store-trouble.ts";
import { withSettings } from "./with-settings.ts";
import { createReader, type Given } from "./read-line.ts";
import { createRecent, steadyKey } from "./recent.ts";

export interface DeskParts {
	facts: Facts;
	search: FactSearch;
	/** Left out: made at the first claim. */
	claims?: () => ClaimIndex;
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

/** Who reads a sentence, as far as its language goes: that of the place beats one's own. */
export type Reader = Pick<Who, "place" | "locale">;

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
	/** Makes what an adapter itself has to say, in the language of whoever reads it. `work` must not wait. */
	speakTo<T>(reader: Reader, work: () => T): T;
	/** Suggestions for an option as the user types, at most 25. */
	complete(command: string, option: string, typed: string): Suggestion[];
}

/** Longer lines are cut before anything reads them. */
const MAX_LINE = 12_000;

type Done = Result & { input: Record<string, unknown> };
type Prepared = { input: Record<string, unknown> } & ({ early: Result } | { core: Core });

export function createDesk(parts: DeskParts): Desk {
	const reportOn: Core["reportOn"] = (fact) =>
		reportAddress(parts.support ?? {}, fact, parts.facts.version);
	const services = parts.services ?? NO_SERVICES;
	const languages = parts.languages ?? ONLY_ENGLISH;
	let madeClaims: ClaimIndex | undefined;
	const claims = parts.claims ?? (() => (madeClaims ??= indexClaims(parts.facts)));
	const byName = new Map(parts.commands.map((c) => [c.name, c]));
	const recent = createRecent();
	const reader = createReader(parts.commands, (definition, words) =>
		parseOptions(definition, words, coreFor(parts.today())),
	);

	function coreFor(date: PlainDate): Core {
		const today = parts.today();
		return {
			facts: parts.facts,
			search: parts.search,
			claims,
			wages: parts.wages ?? NO_WAGES,
			today,
			date,
			askedFor: date === today ? null : date,
			version: parts.version,
			reportOn,
			unreviewed: services.unreviewed,
			commands: parts.commands,
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
	function prepare({ definition, given, problems }: Given, date: PlainDate): Prepared {
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

	function execute(asked: Given, date: PlainDate): Done {
		const ready = prepare(asked, date);
		const result = "early" in ready ? ready.early : asked.definition.run(ready.core, ready.input);
		return { ...result, input: ready.input };
	}

	async function executeBy(asked: Given, date: PlainDate, by: By): Promise<() => Done> {
		const { act } = asked.definition;
		if (!act) return () => execute(asked, date);
		const ready = prepare(asked, date);
		const tell =
			"early" in ready
				? () => ready.early
				: await act(ready.core, ready.input, { ...by, services, languages }).catch(storeTrouble);
		return () => ({ ...tell(), input: ready.input, isPrivate: true, again: null });
	}

	const dateOf = ({ given }: Given, context: AskContext): PlainDate => {
		const typed = typeof given.asOf === "string" ? plainDate(given.asOf) : undefined;
		return typed ?? context.asOf ?? parts.today();
	};

	function finish(asked: Given, spoken: AskedIn, context: AskContext): Reply {
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

	function answerNow(asked: Given, spoken: AskedIn, date: PlainDate): Reply {
		const { done: reply, told } = speak(spoken.language, () =>
			toReply(asked, execute(asked, date), date),
		);
		return speak(spoken.language, () => inLanguage(reply, spoken, told)).done;
	}

	async function finishBy(
		asked: Given,
		spoken: AskedIn,
		by: By,
		context: AskContext,
	): Promise<Reply> {
		const date = dateOf(asked, context);
		const tell = await speak(spoken.language, () => executeBy(asked, date, by)).done;
		const { done: reply, told } = speak(spoken.language, () => toReply(asked, tell(), date));
		const whole = speak(spoken.language, () => inLanguage(reply, spoken, told)).done;
		return asChosen(whole, spoken, by.who);
	}

	function toReply({ definition, given }: Given, done: Done, date: PlainDate): Reply {
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

	function unknownCommand(name: string, spoken: AskedIn): Reply {
		return speak(spoken.language, () => inLanguage(noSuchCommand(name), spoken, new Set())).done;
	}

	function noSuchCommand(name: string): Reply {
		const near = nearCommands(
			name,
			parts.commands.map((command) => command.name),
		);
		return {
			outcome: "invalid",
			command: "help",
			input: {},
			answer: answer({
				title: say("No such command"),
				lead: say('There is no command "/{name}".', { name: quoted(name, 30) }),
				rows: [
					...(near.length > 0
						? [
								{
									label: say("Did you mean"),
									value: near.map((other) => `/${other}`).join(say("   or   ")),
								},
							]
						: []),
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
			const asked = reader.named(name, options);
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
			const asked = reader.named(name, options);
			return asked ? finishBy(asked, spoken, by, context) : unknownCommand(name, spoken);
		},
		async actText(line, by, context = {}) {
			const { asked, spoken } = readIn(line, { locale: by.who.locale, ...context, at: by.who });
			return "unknown" in asked
				? unknownCommand(asked.unknown, spoken)
				: finishBy(asked, spoken, by, context);
		},
		speakTo({ place, locale }, work) {
			return speak(languages.find(localeAt(place, locale) ?? "en"), work).done;
		},
		complete(name, option, typed) {
			const definition = byName.get(name);
			return definition?.complete?.(coreFor(parts.today()), option, typed).slice(0, 25) ?? [];
		},
	};

	function readIn(whole: string, context: AskContext) {
		const { line, typed } = takeLanguage(whole.slice(0, MAX_LINE));
		return {
			asked: reader.line(line),
			spoken: languageOf(languages, typed, localeAt(context.at?.place, context.locale)),
		};
	}

	return desk;
}

function stripUndefined(input: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
