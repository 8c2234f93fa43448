import { indexesOf, type NameIndexes } from "../../core/wages/indexes.ts";
import {
	FOREIGN,
	findWage,
	foldWage,
	PART_TIME,
	readWage,
	tellsPay,
	wageText,
} from "../../core/wages/read-wage.ts";
import { splitWords } from "../../core/wages/split-words.ts";
import { readWageYear } from "../../core/wages/wage-year.ts";
import type { BareWords, Core, ReadWords } from "../command.ts";

const YEAR = /\b20\d\d ?[-/] ?(?:20)?\d\d\b/;
const HIGHER_EDUCATION =
	/\b(?:higher[ -]education|at an? (?:university|college)|university|college|acwia|nonprofit research|research institute)\b/;

/** The options of an offer as they stand in free words, by key. */
export interface OfferWords {
	wage?: string;
	occupation?: string;
	area?: string;
	wageYear?: string;
	employer?: string;
}

/** Reads `145k software engineer austin` in any order, and what stands after `occupation:` and the like. */
export function readOfferWords(core: Core, { named, given, bare }: BareWords): ReadWords {
	const found: OfferWords = {};
	let loose = bare;
	if (named.wage !== undefined) loose = `${takeNamedWage(named.wage, found)} ${loose}`;
	const has = (key: "wageYear" | "employer") =>
		given[key] !== undefined || found[key] !== undefined;
	const take = (text: string): string => takeMarked(core, text, found, has);

	const jobs = named.occupation === undefined ? undefined : take(named.occupation);
	const places = named.area === undefined ? undefined : take(named.area);
	if (jobs !== undefined && places !== undefined) {
		found.occupation = jobs;
		found.area = places;
	} else if (jobs !== undefined || places !== undefined) {
		takeNamedOne(core, jobs, places, found);
	}
	const free = take(loose);
	if (free === "") return { given: { ...found }, unknown: [] };
	const split = splitWords(takeLoneNumber(free, found), indexesOf(core.wages));
	const unknown = [...split.rest];
	if (split.occupation !== undefined) {
		if (found.occupation === undefined) found.occupation = split.occupation;
		else unknown.push(split.occupation);
	}
	if (split.places.length > 0)
		found.area = [found.area, ...split.places].filter(Boolean).join("; ");
	return { given: { ...found }, unknown };
}

/** As `readOfferWords`, for a command whose words are mostly something else: only where pay is told or an option named. */
export function readOfferWordsIfPaid(core: Core, words: BareWords): ReadWords {
	if (Object.keys(words.named).length > 0 || tellsPay(words.bare))
		return readOfferWords(core, words);
	return { given: {}, unknown: words.bare.split(" ").filter((word) => word !== "") };
}

/** The offer in a question, where most words are no part of it; `isAll`: nothing else is said. Undefined without job or place. */
export function offerInQuestion(
	core: Core,
	question: string,
): { offer: OfferWords; isAll: boolean } | undefined {
	const found: OfferWords = {};
	const names = indexesOf(core.wages);
	const rest = takeMarked(core, question, found, () => false);
	const split = splitWords(rest, names, { guesses: false });
	const occupation =
		split.occupation ?? (split.places.length > 0 ? mistypedJob(split.rest, names) : undefined);
	if (occupation === undefined && split.places.length === 0) return undefined;
	const offer = {
		...found,
		...(occupation !== undefined && { occupation }),
		...(split.places.length > 0 && { area: split.places.join("; ") }),
	};
	return { offer, isAll: occupation !== undefined && split.rest.length === 0 };
}

const MOST_MISTYPED = 10;

/** The words of a job, or the only occupation that one to three words in a row can mean, typing mistakes allowed for. */
function mistypedJob(rest: readonly string[], names: NameIndexes): string | undefined {
	const words = rest.slice(0, MOST_MISTYPED);
	// `nurse`, of which there are two kinds: the level card asks which.
	const whole = words.join(" ");
	const isShort = words.length > 0 && words.length <= 3;
	if (isShort && names.occupations.find(whole).kind !== "none") return whole;
	for (let length = Math.min(3, words.length); length >= 1; length--) {
		for (let at = 0; at + length <= words.length; at++) {
			const found = names.occupations.near(words.slice(at, at + length).join(" "));
			if (found.length === 1 && found[0]) return found[0].code;
		}
	}
	return undefined;
}

/** The wage after `wage:`; gives back the words that are no part of it. */
function takeNamedWage(text: string, found: OfferWords): string {
	const folded = foldWage(text);
	const whole = readWage(folded);
	if (whole !== "not-a-wage") {
		found.wage = typeof whole === "string" ? folded : wageText(whole);
		return "";
	}
	const part = FOREIGN.test(folded) ? undefined : findWage(folded, true);
	if (!part) {
		found.wage = folded;
		return "";
	}
	found.wage =
		typeof part.wage === "string"
			? folded.slice(part.at, part.at + part.length)
			: wageText(part.wage);
	return folded.slice(0, part.at) + folded.slice(part.at + part.length);
}

/** `occupation:software engineer austin`: the place may follow without its name, and the other way round. */
function takeNamedOne(
	core: Core,
	jobs: string | undefined,
	places: string | undefined,
	found: OfferWords,
): void {
	const text = jobs ?? places ?? "";
	const split = splitWords(text, indexesOf(core.wages));
	const isWhole = split.occupation === undefined || split.places.length === 0;
	if (jobs !== undefined) {
		found.occupation = isWhole ? text : (split.occupation as string);
		if (!isWhole) found.area = split.places.join("; ");
	} else {
		found.area = isWhole ? text : split.places.join("; ");
		if (!isWhole) found.occupation = split.occupation as string;
	}
}

/** Takes out of a text what is marked by its shape: wage, wage year, kind of employer. */
function takeMarked(
	core: Core,
	text: string,
	found: OfferWords,
	has: (key: "wageYear" | "employer") => boolean,
): string {
	let rest = foldWage(text);
	const cut = (at: number, length: number) => {
		rest = `${rest.slice(0, at)} ${rest.slice(at + length)}`;
	};
	const year = YEAR.exec(rest);
	if (year && !has("wageYear") && readWageYear(year[0])) {
		found.wageYear = readWageYear(year[0]) as string;
		cut(year.index, year[0].length);
	}
	const higher = HIGHER_EDUCATION.exec(rest);
	if (higher && !has("employer")) {
		found.employer = "higher-education";
		cut(higher.index, higher[0].length);
	}
	if (found.wage === undefined) {
		const isArea = (digits: string) => indexesOf(core.wages).places.byCode(digits) !== undefined;
		const pay = findWage(rest, false, isArea);
		const isForeign = FOREIGN.test(rest) && /\d/.test(rest);
		if (isForeign) {
			const money = FOREIGN_MONEY.exec(rest);
			found.wage = money?.[0].trim() ?? rest.slice(0, 80);
			if (money) cut(money.index, money[0].length);
		} else if (pay) {
			found.wage =
				typeof pay.wage === "string"
					? rest.slice(pay.at, pay.at + pay.length).trim()
					: wageText(pay.wage);
			cut(pay.at, pay.length);
		}
	}
	return rest.replace(PART_TIME, " ").replace(/\s+/g, " ").trim();
}

/** `145`, `-5`, `0`: no wage by its looks, but meant as one. The wage option says what is wrong with it. */
function takeLoneNumber(text: string, found: OfferWords): string {
	const lone =
		/(?<=^| )(?:-\$?\d[\d.]*|\$?0+|\$?\d{2,4}(?:\.\d+)?|\$?\d[\d,.'_]*[,.'_][\d,.'_]*\d)(?= |$)/.exec(
			text,
		);
	if (found.wage !== undefined || !lone) return text;
	found.wage = lone[0];
	return `${text.slice(0, lone.index)} ${text.slice(lone.index + lone[0].length)}`;
}

const FOREIGN_MONEY = new RegExp(
	String.raw`(?:${FOREIGN.source})? ?\d[\d,.'_]*(?: ?k\b)? ?(?:${FOREIGN.source})?`,
	"i",
);
