import { day, type PlainDate } from "../dates.ts";
import { figure, numberOf } from "../facts/figures.ts";
import { type Facts, type FactView, knownFrom } from "../facts/lookup.ts";
import { centralChances } from "./person.ts";
import { placesOf } from "./like-season.ts";
import type { Chances, Pool } from "./pool.ts";
import { FIRST_SEASON, modelSeason, type Season } from "./season.ts";

/** What was said before a season and what was published after it. Null: never said, never published. */
export interface Comparison {
	said: number | null;
	published: number | null;
}

/** One season: the model on the last day of February before it, against the counts. Fractions. */
export interface SeasonTest {
	fiscalYear: number;
	/** The day whose knowledge the model had. */
	knownOn: PlainDate;
	/** The season that stood for this one. */
	like: string;
	/** Selected of all in the pool. */
	rate: Comparison;
	/** With a US master's, of the selected. */
	masters: Comparison;
	/** Level shares of the selected. */
	levelI: Comparison;
	levelII: Comparison;
	levelsIIIAndIV: Comparison;
	/** What others said of the same shares. */
	others: {
		dhs: { rate: number | null; levelI: number | null };
		pennWharton: {
			levelI: number | null;
			levelIAfterResorting: number | null;
			levelIV: number | null;
		};
	};
	facts: FactView[];
}

/** The last season tested. */
const LAST_TESTED = 2027;

/** FY 2021 to FY 2027, each from what was known before it, against what was published by a day. */
export function backtest(facts: Facts, until: PlainDate): SeasonTest[] {
	return Array.from({ length: LAST_TESTED - FIRST_SEASON + 1 }, (_, i) =>
		testSeason(facts, FIRST_SEASON + i, until),
	);
}

/** How far off, in fractions: said minus published; null where either is missing. */
export const missOf = ({ said, published }: Comparison): number | null =>
	said === null || published === null ? null : said - published;

function testSeason(facts: Facts, fiscalYear: number, until: PlainDate): SeasonTest {
	const knownOn = day(`${fiscalYear - 1}-02-28`);
	const model = modelSeason(facts, fiscalYear, knownOn);
	const said = model ? saidBy(facts, model, knownOn) : saidOfPetitions(facts, knownOn);
	const counts = facts.on(`uscis/season-fy${fiscalYear}`, until);
	const published = (name: string) => figure(counts, name) ?? null;
	const [levelI, upper] = [
		published("levelIShareOfSelected"),
		published("levelIIIAndIVShareOfSelected"),
	];
	const compare = (of: number | null, after: number | null): Comparison => ({
		said: of,
		published: after,
	});
	return {
		fiscalYear,
		knownOn,
		like: said.like,
		rate: compare(said.rate, publishedRate(counts.known ? counts : null)),
		masters: compare(said.masters, published("mastersShareOfSelected")),
		levelI: compare(said.levels?.[0] ?? null, levelI),
		levelII: compare(
			said.levels?.[1] ?? null,
			levelI === null || upper === null ? null : 1 - levelI - upper,
		),
		levelsIIIAndIV: compare(said.levels?.[2] ?? null, upper),
		others: othersOf(facts, fiscalYear, until),
		facts: counts.known ? [counts] : [],
	};
}

interface Said {
	like: string;
	rate: number | null;
	masters: number | null;
	/** Level I, II, III and IV together. */
	levels: [number, number, number] | null;
}

function saidBy(facts: Facts, model: Season, date: PlainDate): Said {
	const like = `FY ${model.likeFiscalYear}`;
	if (model.kind === "overall") {
		// All rounds of a season are over before the next one registers, whenever their sum was published.
		const allRounds = facts.on(`uscis/season-fy${model.likeFiscalYear}`, facts.horizon);
		const rate = publishedRate(allRounds.known ? allRounds : null);
		return { like, rate, masters: mastersOfPlainDraw(facts, date), levels: null };
	}
	const chances = centralChances(model);
	const at = (level: number) => selectedAt(model.pool, chances, level);
	const share = (...levels: number[]) =>
		levels.reduce((all, level) => all + at(level).regular + at(level).advanced, 0) / model.selected;
	const masters = [0, 1, 2, 3].reduce((all, level) => all + at(level).advanced, 0);
	return {
		like,
		rate: model.selected / model.people,
		masters: masters / model.selected,
		levels: [share(0), share(1), share(2, 3)],
	};
}

/** Two plain draws: the first takes master's holders in proportion, the second only them. */
function mastersOfPlainDraw(facts: Facts, date: PlainDate): number | null {
	const inPool = facts.outlookOn("desk/us-masters-in-pool-before-fy2027", date).at(-1);
	// The caps have been the same since FY 2005; the record vouches for them on its newest day.
	const { regular, masters } = placesOf(facts, facts.horizon);
	return inPool ? (numberOf(inPool) * regular + masters) / (regular + masters) : null;
}

const selectedAt = (pool: Pool, chances: Chances, level: number) => ({
	regular: (pool.regular[level] ?? 0) * (chances.regular[level] ?? 0),
	advanced: (pool.advanced[level] ?? 0) * (chances.advanced[level] ?? 0),
});

/** Before there was registration: the places of the law over the petitions of the last published season. */
function saidOfPetitions(facts: Facts, date: PlainDate): Said {
	const petitions = figure(facts.on("uscis/season-fy2019", date), "petitions");
	const { regular, masters } = placesOf(facts, facts.horizon);
	const rate = petitions ? (regular + masters) / petitions : null;
	return { like: "the petitions of FY 2019", rate, masters: null, levels: null };
}

function publishedRate(counts: FactView | null): number | null {
	const eligible = counts && figure(counts, "eligibleRegistrations");
	const selected = counts && figure(counts, "selectedRegistrations");
	return eligible && selected ? selected / eligible : null;
}

function othersOf(facts: Facts, fiscalYear: number, until: PlainDate): SeasonTest["others"] {
	// Both speak of the first weighted season only.
	const isWeighted = fiscalYear === 2027;
	const of = (id: string, name: string) => (isWeighted ? lastFigure(facts, id, name, until) : null);
	const levelI = of("dhs/level-one-selections", "weighted");
	const places = of("dhs/level-one-selections", "places");
	return {
		dhs: {
			rate: of("dhs/published-odds", "random"),
			levelI: levelI && places ? levelI / places : null,
		},
		pennWharton: {
			levelI: of("dhs/wharton-level-shares", "levelIWeighted"),
			levelIAfterResorting: of("dhs/wharton-level-shares", "levelIAfterReclassification"),
			levelIV: of("dhs/wharton-level-shares", "levelIVWeighted"),
		},
	};
}

/** A named figure of a fact as last given by a day: a later entry need not repeat it. */
function lastFigure(facts: Facts, id: string, name: string, until: PlainDate): number | null {
	const given = facts
		.get(id)
		.values.filter((entry) => knownFrom(entry) <= until)
		.findLast((entry) => typeof entry.figures?.[name] === "number");
	return (given?.figures?.[name] as number | undefined) ?? null;
}
