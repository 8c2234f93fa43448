import { answer, type Row } from "../core/answer.ts";
import type { NewerDocument } from "../core/unreviewed.ts";
import { count } from "../core/format.ts";
import { answered } from "../core/reply.ts";
import type { PlainDate } from "../core/dates.ts";
import { reportButton } from "./fact-card.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { wageYears } from "./level/wage-years.ts";

export const about = command({
	name: "about",
	summary: "Version, facts, last review, limits, and how to report a wrong fact",
	examples: ["/about"],
	options: withAsOf({}),
	run(core) {
		const { facts } = core;
		const overdue = facts.all.filter((fact) => fact.reviewBy && fact.reviewBy < core.date);
		const oldest = oldestConfirmation(core);
		return answered(
			answer({
				title: "About H-1B Desk",
				lead: `${count(facts.all.length)} dated facts, none generated: each with its source and dates, and its legal status where one applies.`,
				rows: [
					{ label: "Version", value: core.version },
					{ label: "Facts version", value: facts.version },
					{
						label: "Newest evidence",
						value: facts.horizon,
						note: "no event after this day is claimed",
					},
					{
						label: "Oldest confirmation",
						value: oldest ?? "none",
						note: "of what is stated as current",
					},
					{
						label: "Due for re-checking",
						value: `${count(overdue.length)} facts`,
						note: "their cards say so",
					},
					...sourceRows(core),
					{
						label: "Wage figures",
						value: wageYears(core) || "none loaded",
						note: "occupations are also found by O*NET titles: USDOL/ETA, CC BY 4.0",
					},
					{
						label: "Limits",
						value:
							"General information about H-1B. No advice on a personal case, no predictions, no case status.",
					},
					{
						label: "Privacy",
						value:
							"A question is answered and forgotten. No message is read unless you ask the bot.",
						note: "/privacy shows what is stored about you and this server",
					},
					{
						label: "A wrong fact?",
						value: "Tell the people who run this desk which card it was and what the source says.",
					},
				],
				buttons: [
					...reportButton(core, null),
					{ label: "Policy board", do: { command: "policy", input: {} } },
					{ label: "What can I ask?", do: { command: "help", input: {} } },
				],
			}),
			{
				version: core.version,
				factsVersion: facts.version,
				facts: facts.all.length,
				overdue: overdue.length,
				oldestConfirmation: oldest,
				newerDocuments: newerDocuments(core).length,
			},
		);
	},
});

/** What the watch of the Federal Register found and nobody has read yet; nothing where it never asked. */
function sourceRows(core: Core): Row[] {
	const asked = core.unreviewed.asked();
	const newer = newerDocuments(core);
	const [newest] = newer;
	if (!asked && !newest) return [];
	return [
		{
			label: "Newer documents",
			value: newest
				? `${count(newer.length)} not reviewed; the newest is of ${newest.published}`
				: "none that we have not reviewed",
			note: asked
				? `Federal Register last asked on ${asked}`
				: "cards say which facts they concern",
		},
	];
}

function newerDocuments({ facts, unreviewed, date }: Core): NewerDocument[] {
	const all = facts.all.flatMap((fact) => unreviewed.of(fact.id));
	const unique = new Map(all.map((document) => [document.number, document]));
	return [...unique.values()]
		.filter(({ published }) => published <= date)
		.sort((a, b) => (a.published < b.published ? 1 : -1));
}

/** The oldest day on which a state that stands today was last read in its source. */
function oldestConfirmation({ facts, date }: Core): PlainDate | null {
	return facts.all.reduce<PlainDate | null>((oldest, fact) => {
		const view = facts.stateOn(fact.id, date);
		const confirmed = view.known && !view.superseded ? view.entry.confirmed : undefined;
		return confirmed && (oldest === null || confirmed < oldest) ? confirmed : oldest;
	}, null);
}
