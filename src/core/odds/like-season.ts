import type { PlainDate } from "../dates.ts";
import { figure, numberOf } from "../facts/figures.ts";
import { type Facts, type FactView, knownFrom } from "../facts/lookup.ts";
import { fitSeason } from "./fit.ts";
import { type PerLevel, WEIGHTED } from "./pool.ts";
import { drawOf, type Inputs, type InputName, type Range, type Scenario } from "./scenario.ts";
import type { TwoDraw } from "./season.ts";

/** A two-draw model with the facts and assumptions that its numbers come from. */
type Model = TwoDraw & { basis: FactView[] };

/** An assumption of ours as it stood on a day, or our first one before that, with reason and source. */
export function assumption(facts: Facts, name: string, date: PlainDate): FactView {
	const id = `desk/${name}`;
	const first = facts.get(id).outlook[0];
	const view =
		facts.outlookOn(id, date).at(-1) ?? (first && facts.outlookOn(id, knownFrom(first))[0]);
	if (!view) throw new TypeError(`${id} holds no estimate`);
	return view;
}

/** FY 2027's published shares, fitted; what USCIS did not publish is assumed. */
export function likeFiscalYear2027(
	facts: Facts,
	counts: FactView,
	isOver: boolean,
	date: PlainDate,
): Model {
	const assumed = (name: string) => assumption(facts, name, date);
	const fitted = [
		assumed("us-masters-of-selected"),
		assumed("level-one-of-selected"),
		assumed("levels-three-and-four-of-selected"),
	] as const;
	const [ofSelected, levelOne, upper] = fitted.map(numberOf) as [number, number, number];
	const inputs = inputFacts(facts, date);
	const central = centralOf(inputs);
	const split = central.levelThreeSplit;
	const { mix, firstShare } = fitSeason(
		{
			...central,
			mastersOfSelected: ofSelected,
			levelsOfSelected: [levelOne, 1 - levelOne - upper, upper * split, upper * (1 - split)],
		},
		WEIGHTED,
	);
	// Of a season that is over only the number selected and the III/IV split are still open.
	const open: InputName[] = isOver ? ["selected", "levelThreeSplit"] : INPUTS;
	return modelOf({ central, mix, firstShare }, inputs, open, [
		counts,
		...Object.values(inputs),
		...fitted,
	]);
}

/** FY 2026 was a plain draw of people; the degree split comes from shares published in 2026. */
export function likeFiscalYear2026(
	facts: Facts,
	counts: FactView,
	isOver: boolean,
	date: PlainDate,
): Model | null {
	const people = figure(counts, "people");
	const selected = figure(counts, "selectedPeople");
	const ofSelected = figure(counts, "mastersShareOfSelected");
	if (!people || !selected) return null;
	const inPool = assumption(facts, "us-masters-in-pool-before-fy2027", date);
	const mastersOfPool = numberOf(inPool);
	const inputs = inputFacts(facts, date);
	const central = { ...centralOf(inputs), people, selected, mastersOfPool };
	// The share among the selected came out with the counts of FY 2027; before, the caps' own split stands.
	const firstShare = ofSelected ? (1 - ofSelected) / (1 - mastersOfPool) : capsSplit(facts, date);
	const scenario = { central, mix: levelMixBefore2027(facts, date), firstShare };
	return modelOf(scenario, inputs, isOver ? [] : INPUTS, [counts, inPool]);
}

const capsSplit = (facts: Facts, date: PlainDate): number => {
	const { regular, masters } = placesOf(facts, date);
	return regular / (regular + masters);
};

/** The places of the law: the regular cap and the US master's exemption. */
export function placesOf(facts: Facts, date: PlainDate): { regular: number; masters: number } {
	const places = (id: string) => {
		const view = facts.on(id, date);
		return view.known ? numberOf(view) : Number.NaN;
	};
	return {
		regular: places("congress/regular-cap"),
		masters: places("congress/us-masters-exemption"),
	};
}

/** Level shares of a pool before FY 2027, by what was known on a day. A plain draw does not use them. */
function levelMixBefore2027(facts: Facts, date: PlainDate): PerLevel {
	const counts = facts.on("uscis/season-fy2027", date);
	if (counts.known) {
		const { scenario } = likeFiscalYear2027(facts, counts, true, date);
		if (scenario) return scenario.mix;
	}
	const view = assumption(facts, "level-mix-before-fy2027", date);
	const share = (level: string) => figure(view, level) ?? 0;
	return [share("I"), share("II"), share("III"), share("IV")];
}

const INPUTS: InputName[] = [
	"people",
	"selected",
	"mastersOfPool",
	"levelShift",
	"levelThreeSplit",
];

/** The fact behind each input. */
function inputFacts(facts: Facts, date: PlainDate): Record<InputName, FactView> {
	return {
		people: assumption(facts, "people-in-pool", date),
		selected: assumption(facts, "people-selected", date),
		mastersOfPool: assumption(facts, "us-masters-in-pool", date),
		levelShift: assumption(facts, "level-shift", date),
		levelThreeSplit: assumption(facts, "level-three-split", date),
	};
}

function centralOf(facts: Record<InputName, FactView>): Inputs {
	return {
		people: numberOf(facts.people),
		selected: numberOf(facts.selected),
		mastersOfPool: numberOf(facts.mastersOfPool),
		levelShift: numberOf(facts.levelShift),
		levelThreeSplit: numberOf(facts.levelThreeSplit),
	};
}

function modelOf(
	scenario: Scenario,
	facts: Record<InputName, FactView>,
	open: readonly InputName[],
	basis: FactView[],
): Model {
	const { central } = scenario;
	return {
		kind: "two-draw",
		...drawOf(scenario, central),
		people: central.people,
		selected: central.selected,
		scenario,
		ranges: open.map((input) => rangeOf(input, facts[input], central[input])),
		basis,
	};
}

/** The range of a fact around a central value: as far from it, in proportion, as from the fact's own. */
function rangeOf(input: InputName, fact: FactView, central: number): Range {
	const own = numberOf(fact);
	const scale = own === 0 ? 1 : central / own;
	const low = (figure(fact, "low") ?? own) * scale;
	const high = (figure(fact, "high") ?? own) * scale;
	return { input, low, central, high, fact };
}
