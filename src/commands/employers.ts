import { drawnChart } from "../core/drawn-chart.ts";
import { message, say, sayStatement, sayRemark } from "../core/say.ts";
import { answer, type Chart, type Row } from "../core/answer.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { count, fiscalYearName } from "../core/format.ts";
import { answered, type Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { yearRow, yearSources } from "./fact-card.ts";
import { fiscalYear } from "./options.ts";

const HUB = "https://www.uscis.gov/tools/reports-and-studies/h-1b-employer-data-hub";
/** `uscis/top-employers-fy2025-initial`: one count of one fiscal year. */
const COUNT_ID = /^uscis\/top-employers-fy(\d{4})-/;
/** Facts on the employers of one fiscal year, shown below its counts. */
const BESIDE: [id: string, label: string][] = [
	["uscis/indian-it-firms-fy", message("Indian IT firms")],
	["uscis/employers-with-new-approvals-fy", message("How many employers")],
];

interface EmployerCount {
	fiscalYear: number;
	/** What is counted, and over which time. */
	basis: string;
	/** Approved petitions by employer, most first. */
	rows: { employer: string; petitions: number }[];
	view: FactView;
}

export const employers = command({
	name: "employers",
	isSteady: true,
	summary: "Top sponsors and the tech share, with what each figure counts",
	examples: ["/employers", "/employers 2024"],
	options: withAsOf({ fiscalYear: fiscalYear.optional() }),
	complete: completeFiscalYear,
	run(core, input) {
		const all = employerCounts(core);
		const years = [...new Set(all.map((found) => found.fiscalYear))].sort((a, b) => b - a);
		const year = input.fiscalYear ?? years[0];
		const counts = all.filter((found) => found.fiscalYear === year);
		if (year === undefined || counts.length === 0) return noFigures(core, year, years);
		return topSponsors(core, year, counts, years);
	},
});

function topSponsors(
	core: Core,
	year: number,
	counts: EmployerCount[],
	years: readonly number[],
): Result {
	const beside = BESIDE.flatMap(([id, label]) => {
		const view = viewOf(core, `${id}${year}`);
		return view ? [{ label, view }] : [];
	});
	const claims = claimRows(core);
	const other = years.find((y) => y !== year);
	return answered(
		answer({
			title: say("Top H-1B sponsors, {year}", { year: fiscalYearName(year) }),
			lead: leadOf(year, counts),
			rows: [
				...counts.map(countRow),
				...beside.map(({ label, view }) => ({
					label: say(label),
					value: sayStatement(view.id, view.entry),
				})),
				whatIsCounted(),
				...claims.rows,
			],
			chart: drawnChart(() => chartOf(year, counts[0])),
			from: counts.map(({ view }) => view),
			mentions: [...beside.map(({ view }) => view), ...claims.views],
			buttons: [
				...(other
					? [
							{
								label: fiscalYearName(other),
								do: { command: "employers", input: { "fiscal-year": other } },
							},
						]
					: []),
				{ label: say("All employers (USCIS)"), open: HUB },
			],
		}),
		{ fiscalYear: year, counts: counts.map(({ basis, rows }) => ({ basis, rows })) },
	);
}

const whatIsCounted = (): Row => ({
	label: say("What is counted"),
	value: say(
		"Approved petitions by fiscal year (October to September), not visas or workers; a person can be counted more than once a year",
	),
	note: say("new employment and all approvals are two counts and never add up"),
});

/** A year for which no checked list is held: said so, with the years that have one. */
function noFigures(core: Core, year: number | undefined, years: readonly number[]): Result {
	const claims = claimRows(core);
	const which = year === undefined ? say("a day this early") : fiscalYearName(year);
	return answered(
		answer({
			title:
				year === undefined ? "Top H-1B sponsors" : `Top H-1B sponsors, ${fiscalYearName(year)}`,
			lead: say(
				"We hold no published figures of the largest sponsors for {which} from a source that could be checked.",
				{ which },
			),
			rows: [
				...(years.length > 0
					? [{ label: say("Years held"), value: years.map(fiscalYearName).join(", ") }]
					: []),
				...claims.rows,
			],
			mentions: claims.views,
			buttons: [
				...years.slice(0, 1).map((y) => ({
					label: fiscalYearName(y),
					do: { command: "employers", input: { "fiscal-year": y } },
				})),
				{ label: say("All employers (USCIS)"), open: HUB },
			],
		}),
		{ fiscalYear: year ?? null, counts: [] },
	);
}

/** The counts known on the day, new employment before all kinds. */
function employerCounts(core: Core): EmployerCount[] {
	return core.facts.all
		.flatMap((fact) => {
			const year = COUNT_ID.exec(fact.id)?.[1];
			const view = year ? viewOf(core, fact.id) : null;
			return year && view ? [employerCount(Number(year), view)] : [];
		})
		.sort((a, b) => (a.view.id < b.view.id ? 1 : -1));
}

function employerCount(year: number, view: FactView): EmployerCount {
	const figures = Object.entries(view.entry.figures ?? {});
	const basis = figures.find(([name]) => name === "basis")?.[1];
	return {
		fiscalYear: year,
		basis: typeof basis === "string" ? basis : view.fact.title,
		rows: figures
			.flatMap(([employer, petitions]) =>
				typeof petitions === "number" ? [{ employer, petitions }] : [],
			)
			.sort((a, b) => b.petitions - a.petitions),
		view,
	};
}

/** What a count counts, as its fact says it. */
const sayBasis = (basis: string): string => say(basis);

const isReported = ({ view }: EmployerCount): boolean => view.entry.confidence === "one-secondary";
const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const petitionWords = (n: number): string =>
	n % 1000 === 0 ? say("about {figure}", { figure: count(n) }) : count(n);

function leadOf(year: number, counts: readonly EmployerCount[]): string {
	const firsts = counts.flatMap(({ rows, basis }) =>
		rows[0]
			? [
					say("{employer} with {petitions} ({basis})", {
						employer: rows[0].employer,
						petitions: petitionWords(rows[0].petitions),
						basis: sayBasis(basis),
					}),
				]
			: [],
	);
	const values = { year: fiscalYearName(year), firsts: firsts.join("; ") };
	return counts.every(isReported)
		? say("Reported: first in {year}: {firsts}.", values)
		: say("First in {year}: {firsts}.", values);
}

function countRow(found: EmployerCount): Row {
	const { basis, rows, view } = found;
	const notes = [
		isReported(found) ? say("reported by one source") : null,
		view.fact.note ? sayRemark(view.id, view.fact.note) : null,
	];
	const note = notes.filter((text) => text !== null).join(". ");
	return {
		label: firstUpper(sayBasis(basis)),
		value: rows.map((row) => `${row.employer} ${petitionWords(row.petitions)}`).join("; "),
		...(note !== "" && { note }),
	};
}

/** The tech share by year, and what people often say of it and of Amazon, put right. */
function claimRows(core: Core): { rows: Row[]; views: FactView[] } {
	const tech = viewOf(core, "uscis/computer-share");
	const amazon = viewOf(core, "uscis/top-employers");
	const techRow = tech && yearRow(tech)[0];
	return {
		rows: [
			...(techRow
				? [
						{
							label: say("Computer-related share of approvals"),
							value: techRow.value,
							...(tech?.fact.note && { note: sayRemark(tech.id, tech.fact.note) }),
						},
					]
				: []),
			...(tech?.fact.misread
				? [{ label: say("Is it 60 percent tech?"), value: sayRemark(tech.id, tech.fact.misread) }]
				: []),
			...(amazon
				? [{ label: say("Is Amazon the largest?"), value: sayStatement(amazon.id, amazon.entry) }]
				: []),
		],
		views: [tech, amazon]
			.filter((view) => view !== null)
			.flatMap((view) => [view, ...yearSources(view)]),
	};
}

function chartOf(year: number, found: EmployerCount | undefined): Chart | null {
	if (!found || found.rows.length < 2) return null;
	const [first] = found.rows;
	return {
		kind: "bars",
		title: say("{basis}, {year}", {
			basis: firstUpper(sayBasis(found.basis)),
			year: fiscalYearName(year),
		}),
		axis: say("approved petitions"),
		unit: "count",
		series: [
			{
				name: sayBasis(found.basis),
				points: found.rows.map(({ employer, petitions }) => ({
					label: employer,
					value: petitions,
					text: count(petitions),
				})),
			},
		],
		alt: say("{employer} leads with {petitions} ({basis}).", {
			employer: first?.employer,
			petitions: count(first?.petitions ?? 0),
			basis: sayBasis(found.basis),
		}),
	};
}

function viewOf(core: Core, id: string): FactView | null {
	if (!core.facts.has(id)) return null;
	const view = core.facts.on(id, core.date);
	return view.known ? view : null;
}
