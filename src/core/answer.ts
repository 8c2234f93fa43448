import type { CardWords } from "./card-words.ts";
import type { PlainDate } from "./dates.ts";
import type { FactView } from "./facts/lookup.ts";
import { say } from "./say.ts";
import { leastSettled, type Status } from "./status.ts";

/** One line of an answer: already formatted text, no markup. */
export interface Row {
	label: string;
	value: string;
	note?: string;
}

export interface Source {
	label: string;
	url: string;
	/** Null when the day is not known. */
	published: PlainDate | null;
}

/** A command with its input, as text adapters and button ids carry it. Kebab-case names. */
export interface Action {
	command: string;
	input: Record<string, string | number | boolean>;
}

export type Button = { label: string; do: Action } | { label: string; open: string };

/** One of several readings of a question. */
export interface Choice {
	label: string;
	note?: string;
	do: Action;
}

/**
 * An option that is picked from suggestions as somebody types. A platform with such a menu draws it;
 * elsewhere the command is typed again, with its own suggestions.
 */
export interface Pick {
	/** Kebab-case name of the option. */
	option: string;
	/** What to type: "City or county". */
	label: string;
	/** The command that the picked value completes. */
	do: Action;
}

/** One mark of a chart. `text` is the value as the card writes it. */
export interface ChartPoint {
	label: string;
	/** Null: never published; drawn as a gap. */
	value: number | null;
	text: string;
	/** Ends of the band around the value, in the same unit. */
	low?: number;
	high?: number;
	/** The asker's own, or what they asked about: outlined and named by the chart's `markedAs`. */
	marked?: boolean;
}

export interface ChartSeries {
	name: string;
	points: ChartPoint[];
}

/**
 * Numbers and words to draw, never pixels. It carries nothing that the card's text does not.
 * `bars`: one bar a label, from the side; `columns`: many narrow bars, such as a distribution;
 * `lines`: series over the same labels, such as years.
 */
export interface Chart {
	kind: "bars" | "columns" | "lines";
	title: string;
	/** What the numbers are, such as "chance of selection". */
	axis: string;
	/** `share`: fractions of 1, written as percent; `count`: whole numbers. */
	unit: "share" | "count";
	series: ChartSeries[];
	/** One short word at marked points, such as "asked" or "mean"; "you" when left out. */
	markedAs?: string;
	/** The chart in one sentence, for those who do not see it. */
	alt: string;
}

/** The answer as plain data. Adapters draw it; they add nothing to it. */
export interface Answer {
	/** Names the thing asked about. */
	title: string;
	/** The answer in one sentence that stands alone. */
	lead: string;
	rows: Row[];
	chart: Chart | null;
	/** The least settled status among the facts it rests on; null where none applies. */
	status: Status | null;
	/** The oldest confirmation of a current state among the facts it rests on. */
	asOf: PlainDate | null;
	/** The newest confirmation, of an answer about many things that were confirmed on several days. */
	checkedTo?: PlainDate;
	/** The day asked about, when it is not today. */
	askedFor: PlainDate | null;
	/** The day since which the facts have not been re-checked, once that is overdue. */
	notCheckedSince: PlainDate | null;
	/** Official first. */
	sources: Source[];
	facts: string[];
	/** At most three. */
	buttons: Button[];
	/** Offered when several things fit or one is missing. */
	choices: Choice[];
	pick?: Pick;
	/** The server's or workspace's own words beside "not legal advice". */
	ownDisclaimer?: string;
	/** Left out in English. */
	words?: CardWords;
}

export interface AnswerInit {
	title: string;
	lead: string;
	rows?: Row[];
	chart?: Chart | null;
	/** Facts the answer rests on: they decide status, as-of and whether it is overdue. */
	from?: readonly FactView[];
	/** The answer is about many things, each with its own status: it has none itself. */
	manyThings?: boolean;
	/** Facts it only mentions: their sources are listed, their status is not the answer's. */
	mentions?: readonly FactView[];
	askedFor?: PlainDate | null;
	buttons?: Button[];
	choices?: Choice[];
	pick?: Pick;
}

const MAX_BUTTONS = 3;

/** Builds an answer; status, as-of, sources and fact ids are folded from its facts, never written by hand. */
export function answer(init: AnswerInit): Answer {
	const from = init.from ?? [];
	const used = [...from, ...(init.mentions ?? [])];
	const buttons = init.buttons ?? [];
	const newest = init.manyThings ? newestCheck(from) : null;
	if (buttons.length > MAX_BUTTONS) throw new RangeError(`more than ${MAX_BUTTONS} buttons`);
	return {
		title: init.title,
		lead: init.lead,
		rows: init.rows ?? [],
		chart: init.chart ?? null,
		status: init.manyThings ? null : leastSettled(from.map((view) => view.status)),
		asOf: foldAsOf(from),
		...(newest && newest !== foldAsOf(from) && { checkedTo: newest }),
		askedFor: init.askedFor ?? null,
		notCheckedSince: foldOverdue(from),
		sources: foldSources(used),
		facts: [...new Set(used.map((view) => view.id))],
		buttons,
		choices: init.choices ?? [],
		...(init.pick && { pick: init.pick }),
	};
}

/** A dated past event does not age, so current states decide; without one, the newest reading stands. */
function foldAsOf(views: readonly FactView[]): PlainDate | null {
	const confirmed = views.filter(ages).flatMap((view) => view.entry.confirmed ?? []);
	if (confirmed.length > 0) return least(confirmed);
	const checked = views.map((view) => view.checked);
	return checked.length > 0 ? checked.reduce((a, b) => (b > a ? b : a)) : null;
}

function newestCheck(views: readonly FactView[]): PlainDate | null {
	const confirmed = views.filter(ages).flatMap((view) => view.entry.confirmed ?? []);
	return confirmed.length > 0 ? confirmed.reduce((a, b) => (b > a ? b : a)) : null;
}

function foldOverdue(views: readonly FactView[]): PlainDate | null {
	const overdue = views
		.filter((view) => view.stale && ages(view))
		.flatMap((view) => view.entry.confirmed ?? []);
	return overdue.length > 0 ? least(overdue) : null;
}

function ages(view: FactView): boolean {
	return view.fact.kind === "rule" && !view.superseded;
}

function least(dates: PlainDate[]): PlainDate {
	return dates.reduce((a, b) => (b < a ? b : a));
}

function foldSources(views: readonly FactView[]): Source[] {
	const byUrl = new Map<string, Source & { official: boolean }>();
	for (const view of views) {
		for (const source of view.entry.sources) {
			if (byUrl.has(source.url)) continue;
			byUrl.set(source.url, {
				label:
					view.entry.confidence === "background"
						? say("{source} (long-known law; text not re-read here, open it to be sure)", {
								source: source.label,
							})
						: source.label,
				url: source.url,
				published: source.published ?? null,
				official: isOfficial(source.url),
			});
		}
	}
	return [...byUrl.values()]
		.sort((a, b) => Number(b.official) - Number(a.official))
		.map(({ label, url, published }) => ({ label, url, published }));
}

/** Federal and court hosts: the text itself, not somebody's account of it. */
function isOfficial(url: string): boolean {
	const host = new URL(url).hostname;
	return /(^|\.)(gov|mil)$/.test(host) || host === "storage.courtlistener.com";
}
