import { answer, type Row } from "../core/answer.ts";
import type { NewerDocument } from "../core/unreviewed.ts";
import { say, sayDay } from "../core/say.ts";
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
				title: say("About H-1B Desk"),
				lead: say(
					"{all} dated facts, none generated: each with its source and dates, and its legal status where one applies.",
					{ all: count(facts.all.length) },
				),
				rows: [
					{ label: say("Version"), value: core.version },
					{ label: say("Facts version"), value: facts.version },
					{
						label: say("Newest evidence"),
						value: sayDay(facts.horizon),
						note: say("no event after this day is claimed"),
					},
					{
						label: say("Oldest confirmation"),
						value: oldest ? sayDay(oldest) : say("none"),
						note: say("of what is stated as current"),
					},
					{
						label: say("Due for re-checking"),
						value: say("{overdue} facts", { overdue: count(overdue.length) }),
						note: say("their cards say so"),
					},
					...sourceRows(core),
					{
						label: say("Wage figures"),
						value: wageYears(core) || say("none loaded"),
						note: say("occupations are also found by O*NET titles: USDOL/ETA, CC BY 4.0"),
					},
					{
						label: say("Limits"),
						value: say(
							"General information about H-1B. No advice on a personal case, no predictions, no case status.",
						),
					},
					{
						label: say("Privacy"),
						value: say(
							"A question is answered and forgotten. No message is read unless you ask the bot.",
						),
						note: say("/privacy shows what is stored about you and this server"),
					},
					{
						label: say("A wrong fact?"),
						value: say(
							"Tell the people who run this desk which card it was and what the source says.",
						),
					},
				],
				buttons: [
					...reportButton(core, null),
					{ label: say("Policy board"), do: { command: "policy", input: {} } },
					{ label: say("What can I ask?"), do: { command: "help", input: {} } },
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
