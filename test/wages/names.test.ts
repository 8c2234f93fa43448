import { describe, expect, it } from "vitest";
import { indexesOf } from "../../src/core/wages/indexes.ts";
import type { Found } from "../../src/core/wages/places.ts";
import { splitWords } from "../../src/core/wages/split-words.ts";
import { STATE_NAMES, stateOf } from "../../src/core/wages/states.ts";
import { starterWages } from "../helpers/desk.ts";

const names = indexesOf(starterWages);
const codes = <T>(found: Found<T>, code: (item: T) => string): string =>
	found.kind === "one"
		? code(found.item)
		: found.kind === "several"
			? found.items.map(code).join(" ")
			: found.kind;
const area = (typed: string) => codes(names.places.find(typed), (place) => place.area);
const job = (typed: string) => codes(names.occupations.find(typed), (o) => o.code);

const NEW_JERSEY = "10900 12100 35620 37980 45940 47220";

describe("a place", () => {
	it.each([
		["austin", "12420"],
		["Austin, TX", "12420"],
		["AUSTIN TEXAS", "12420"],
		["austn", "12420"],
		["Travis County", "12420"],
		["travis county, tx", "12420"],
		["12420", "12420"],
		["4800001", "4800001"],
		["nyc", "35620"],
		["new york, ny", "35620"],
		["brooklyn", "35620"],
		["san fransisco", "41860"],
		["sanfrancisco", "41860"],
		["sf", "41860"],
		["bay area", "41860 41940"],
		["columbus", "18140 17980 18020"],
		["columbus, ga", "17980"],
		["columbus ohio", "18140"],
		["portland", "38900 38860"],
		["portland or", "38900"],
		["kansas city", "28140"],
		["king county wa", "42660"],
		["orange county fl", "36740"],
		["jackson", "27100 27140 27180"],
		["St. Louis", "41180"],
		["saint louis", "41180"],
		["Winston-Salem", "49180"],
		["Mayaguez", "32420"],
		["philly", "37980"],
		["phily", "37980"],
		["greater boston", "14460"],
		["alaska", "11260 21820 200006"],
		["guam", "6600001"],
		["jersey", NEW_JERSEY],
		["new jersey", NEW_JERSEY],
		["nj", NEW_JERSEY],
		["state of new jersey", NEW_JERSEY],
		["jersey county", "41180"],
		["jersey county il", "41180"],
		["jersey city", "35620"],
		["new york", "35620"],
		["dc", "47900"],
		["district of columbia", "47900"],
		["78701", "zip"],
		["78701-1234", "zip"],
		["99999999", "none"],
		["anywhere", "none"],
		["🏙️", "none"],
	])("%s is %s", (typed, expected) => expect(area(typed)).toBe(expected));
});

describe("a state's name", () => {
	const inState = (code: string, state: string) =>
		state in (starterWages.names().areas.find((a) => a.code === code)?.counties ?? {});
	const read = (words: string) => splitWords(words, names);

	it.each(STATE_NAMES)("%s is never one area of another state", (name) => {
		const state = stateOf(name) as string;
		const ways = [name, name.toUpperCase(), `${name} state`, `state of ${name}`];
		for (const typed of ways) {
			const found = names.places.find(typed);
			if (found.kind === "one") expect(inState(found.item.area, state), typed).toBe(true);
			else expect(found.kind, typed).toBe("several");
		}
	});

	it.each(STATE_NAMES)("%s is read whole beside a job, wherever it stands", (name) => {
		for (const words of [
			`software developer ${name}`,
			`${name} software developer`,
			`a software developer in ${name}, please`,
			`software developer ${name} state`,
			`software developer in the state of ${name}`,
		]) {
			const split = read(words);
			expect(split.occupation, words).toBe("software developer");
			expect(split.rest, words).toEqual([]);
			expect(split.places.map((p) => p.toLowerCase()).join("|"), words).toContain(name);
		}
	});

	it.each([
		["software developer edisson new jersey", "edisson new jersey"],
		["software developer edison new jersey", "edison new jersey"],
		["software developer jersey city", "jersey city"],
		["software developer kansas city", "kansas city"],
		["software developer kansas city kansas", "kansas city kansas"],
		["software developer virginia beach virginia", "virginia beach virginia"],
		["software developer charleston west virginia", "charleston west virginia"],
		["software developer albuquerque new mexico", "albuquerque new mexico"],
	])("%s: %s", (words, place) => expect(read(words).places).toEqual([place]));
});

describe("an occupation", () => {
	it.each([
		["15-1252", "15-1252"],
		["15-1252.00", "15-1252"],
		["151252", "15-1252"],
		["software engineer", "15-1252"],
		["Software Developers", "15-1252"],
		["senior software engineer ii", "15-1252"],
		["sofware enginer", "15-1252"],
		["swe", "15-1252"],
		["full-stack developer", "15-1252"],
		["java backend developer", "15-1252"],
		["ml engineer", "15-1252 15-2051 15-1221"],
		["data analyst", "15-2051 15-2041 13-1161"],
		["accountants", "13-2011"],
		["acountant", "13-2011"],
		["HR manager", "11-3121"],
		["it manager", "11-3021"],
		["lawyer", "23-1011"],
		["15-9999", "none"],
		["banana", "none"],
	])("%s is %s", (typed, expected) => expect(job(typed)).toBe(expected));

	it("offers what shares a word rather than taking it for the answer", () => {
		expect(names.occupations.find("quantum software").kind).toBe("several");
	});
});

describe("free words", () => {
	it.each([
		["software engineer austin", "software engineer", ["austin"]],
		["austin software engineer", "software engineer", ["austin"]],
		["in dallas as a business analyst", "business analyst", ["dallas"]],
		["mobile developer austin", "mobile developer", ["austin"]],
		["data scientist new york, ny", "data scientist", ["new york ny"]],
		["software engineer austin and dallas", "software engineer", ["austin", "dallas"]],
		["15-1252 12420", "15-1252", ["12420"]],
		["sofware enginer austn", "sofware enginer", ["austn"]],
		["software engineer texas", "software engineer", ["texas"]],
		["python developer somewhere", "python developer", ["somewhere"]],
	])("%s", (text, occupation, places) => {
		expect(splitWords(text, names)).toEqual({ occupation, places, rest: [] });
	});
});

describe("suggestions", () => {
	it.each([
		["san", /San Antonio|San Diego|San Francisco|San Jose/],
		["aus", /Austin/],
		["k", /Kansas City/],
	])("for the area %s begin with the likeliest", (typed, first) => {
		const found = names.places.suggest(typed, 25);
		expect(found[0]?.areaName).toMatch(first);
		expect(found.length).toBeLessThanOrEqual(25);
	});

	it("come well within 50 ms", () => {
		const started = performance.now();
		const texts = ["s", "so", "soft", "softw", "data sci", "engi", "xyzzy plugh", "co", "new y"];
		for (const text of texts) {
			names.places.suggest(text, 25);
			names.occupations.suggest(text, 25);
		}
		expect((performance.now() - started) / texts.length).toBeLessThan(50);
	});
});
