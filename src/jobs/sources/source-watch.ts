import type { Logger } from "pino";
import { answer } from "../../core/answer.ts";
import type { ChannelPost, Post } from "../../core/post.ts";
import { documentAddress } from "../../core/unreviewed.ts";
import { hash } from "../../core/watching/snapshot.ts";
import type { Lease, Store } from "../../store/store.ts";
import type { Found } from "./find-newer.ts";
import { askAll, type Round, type RoundParts } from "./round.ts";
import { readState, type SourceState, STATE_KEY, type UnreviewedMemory } from "./state.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TELL_AGAIN_MS = 10 * 60_000;

export interface SourceWatchParts extends Omit<RoundParts, "mayGoOn"> {
	/** False: the source is not asked; what is stored is still shown. */
	isOn: boolean;
	store: Store;
	unreviewed: UnreviewedMemory;
	log: Logger;
	now(): number;
	/** From 0 to 1. */
	random(): number;
	/** The operator's own channels. */
	channels: readonly { post: Post; channel: string }[];
}

export interface SourceWatch {
	/** Asks the source when it is time, reads what is known, tells the operator. Throws StoreError. */
	run(): Promise<void>;
	end(): void;
	release(): Promise<void>;
}

/** One leader among all replicas asks the source once a day; all read what it found. */
export function createSourceWatch(parts: SourceWatchParts): SourceWatch {
	const { store, log, unreviewed } = parts;
	const jobs = store.map("jobs");
	let lease: Lease | null = null;
	let isEnding = false;
	let toldAt = 0;
	const leads = (): boolean => !isEnding && lease?.isHeld() === true;

	async function lead(): Promise<boolean> {
		if (!isEnding && !leads()) lease = await store.lead("sources");
		return leads();
	}

	async function ask(stored: unknown): Promise<void> {
		const state = readState(stored);
		const round = await askAll({ ...parts, mayGoOn: leads });
		if (!leads()) return;
		const next = stateAfter(state, round, parts);
		if (!(await jobs.swap(STATE_KEY, stored, next))) return;
		report(log, state, next, round);
	}

	async function tell(stored: unknown): Promise<void> {
		const state = readState(stored);
		const untold = state.found.filter(({ number }) => !state.told.includes(number));
		if (untold.length === 0 || parts.channels.length === 0) return;
		if (parts.now() - toldAt < TELL_AGAIN_MS) return;
		toldAt = parts.now();
		const outcomes = await Promise.all(
			parts.channels.map(({ post, channel }) => post(notice(channel, untold))),
		);
		if (!outcomes.some((outcome) => outcome.done)) return;
		const told = [...state.told, ...untold.map(({ number }) => number)].slice(-500);
		await jobs.swap(STATE_KEY, stored, { ...state, told });
	}

	return {
		async run() {
			let stored = await jobs.get(STATE_KEY);
			if (parts.isOn && parts.now() >= readState(stored).nextAt && (await lead())) {
				await ask(stored);
				stored = await jobs.get(STATE_KEY);
			}
			unreviewed.read(readState(stored));
			if (parts.isOn && leads()) await tell(stored);
		},
		end() {
			isEnding = true;
		},
		async release() {
			isEnding = true;
			await lease?.release();
			lease = null;
		},
	};
}

/** Daily, an hour earlier or later so that not all desks ask at once; after failures in 1, 2, 4 ... 24 hours. */
export function stateAfter(
	state: SourceState,
	{ found, failed }: Round,
	parts: Pick<SourceWatchParts, "now" | "random" | "today">,
): SourceState {
	const failures = failed.length > 0 ? state.failures + 1 : 0;
	const jitter = (parts.random() * 2 - 1) * HOUR_MS;
	const backOff = Math.min(HOUR_MS * 2 ** (failures - 1), DAY_MS) + Math.abs(jitter) / 10;
	const asked = Math.max(0, ...failed.map(({ afterMs }) => afterMs));
	const after = failures > 0 ? Math.max(backOff, asked) : DAY_MS + jitter;
	return {
		askedOn: failures > 0 ? state.askedOn : parts.today(),
		nextAt: Math.round(parts.now() + after),
		failures,
		found,
		told: state.told,
	};
}

function report(log: Logger, before: SourceState, after: SourceState, round: Round): void {
	const known = new Set(before.found.map(({ number }) => number));
	for (const { number, published, facts } of after.found.filter((one) => !known.has(one.number)))
		log.warn({ number, published, facts }, "sources: a newer document has not been reviewed");
	const [first] = round.failed;
	if (first)
		log.warn(
			{ code: first.code, what: first.message, failed: round.failed.length, asked: round.asked },
			"sources: not all questions were answered",
		);
	else log.info({ asked: round.asked, newer: after.found.length }, "sources: asked");
}

const MOST_ROWS = 10;

/** For the operator: what to read, and which facts it may change. */
function notice(channel: string, found: readonly Found[]): ChannelPost {
	const shown = found.slice(0, MOST_ROWS);
	return {
		place: null,
		channel,
		nonce: `s${hash(found.map(({ number }) => number).join(" "))}`,
		reply: {
			outcome: "answered",
			command: "about",
			input: {},
			answer: {
				...answer({
					title: "Newer documents to review",
					lead: `${found.length} in the Federal Register under what our facts name. Cards say that they have not been reviewed; no fact was changed.`,
					rows: shown.map(({ number, published, facts }) => ({
						label: number,
						value: `published ${published}`,
						note: facts.slice(0, 6).join(", ") + (facts.length > 6 ? ", ..." : ""),
					})),
				}),
				sources: shown.map(({ number, published }) => ({
					label: `Federal Register ${number}`,
					url: documentAddress(number),
					published,
				})),
			},
			values: {},
			again: null,
		},
	};
}
