import { Temporal } from "temporal-polyfill";
import { pino } from "pino";
import { type PlainDate, day } from "../../../src/core/dates.ts";
import { createFacts, type Facts } from "../../../src/core/facts/lookup.ts";
import { nextDigest } from "../../../src/core/watching/due.ts";
import { createAlerts } from "../../../src/jobs/alerts/alerts.ts";
import { loadFacts } from "../../../src/load-facts.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { CHANGED_FACT } from "../other-facts.ts";
import { randomOf } from "../random.ts";
import { type Result, type Run, type Scenario, whole } from "../scenario.ts";

/** Zones that change their clocks in either half of the year, by half an hour, at midnight, or never. */
const ZONES = [
	"America/New_York",
	"America/Los_Angeles",
	"Europe/London",
	"Australia/Lord_Howe",
	"America/Santiago",
	"Asia/Beirut",
	"Asia/Kolkata",
	"Pacific/Kiritimati",
	"Africa/Casablanca",
];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 0, 1);
/** Jumps of the machine's clock, in milliseconds. */
const JUMPS = [-DAY_MS, -HOUR_MS, -1_000, 1_000, 90 * 60_000, DAY_MS, 40 * DAY_MS];

/** Every digest of a year, for every zone and hour: one on each day of the calendar, none twice. */
function digests(): { digests: number; wrong: number } {
	let count = 0;
	let wrong = 0;
	for (const timeZone of ZONES) {
		for (let hour = 0; hour < 24; hour++) {
			const times = { when: "daily" as const, hour, quiet: null, timeZone };
			let at = nextDigest(times, START);
			let date = dateOf(at, timeZone);
			for (let i = 0; i < 366; i++) {
				at = nextDigest(times, at);
				const next = dateOf(at, timeZone);
				if (!next.equals(date.add({ days: 1 }))) wrong++;
				date = next;
				count++;
			}
		}
	}
	return { digests: count, wrong };
}

const dateOf = (at: number, timeZone: string): Temporal.PlainDate =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

/** Facts change while the clock jumps to and fro between passes; every channel is told once. */
async function jumps(seed: number, channels: number): Promise<{ cards: number; wrong: number }> {
	const random = randomOf(seed);
	const { facts } = await loadFacts();
	let now = Date.UTC(2026, 10, 25, 15);
	const store = createMemoryStore(() => now);
	const posts = new Map<string, number>();
	const parts = (of: Facts) => ({
		store,
		facts: of,
		today: (): PlainDate => day("2026-11-25"),
		now: () => now,
		log: pino({ level: "silent" }),
		canPost: () => true,
		languageOf: () => null,
		async post({ channel }: { channel: string }) {
			posts.set(channel, (posts.get(channel) ?? 0) + 1);
			return { done: true as const, message: "1" };
		},
	});
	const first = createAlerts(parts(facts));
	await first.run();
	await first.release();
	for (let i = 0; i < channels; i++) {
		const when = i % 2 === 0 ? "daily" : "at-once";
		const timeZone = ZONES[i % ZONES.length] as string;
		const watch = {
			topics: ["all"],
			when,
			hour: i % 24,
			quiet: null,
			timeZone,
			by: null,
			after: "",
		};
		await store.map("watches").set(`discord/1/${1_000 + i}`, watch);
	}
	const second = createAlerts(parts(changed(facts)));
	for (let pass = 0; pass < 60; pass++) {
		await second.run();
		now += JUMPS[Math.floor(random() * JUMPS.length)] ?? 0;
	}
	// Whatever the jumps came to, two ordinary days pass at last.
	for (let hour = 0; hour < 48; hour++) {
		now += HOUR_MS;
		await second.run();
	}
	await second.release();
	const times = Array.from({ length: channels }, (_, i) => posts.get(String(1_000 + i)) ?? 0);
	return {
		cards: times.reduce((sum, one) => sum + one, 0),
		wrong: times.filter((one) => one !== 1).length,
	};
}

/** The same facts, one of them with a sentence more. */
function changed(facts: Facts): Facts {
	const all = facts.all.map((fact) =>
		fact.id === CHANGED_FACT
			? {
					...fact,
					values: fact.values.map((value, i) =>
						i === fact.values.length - 1
							? { ...value, statement: `${value.statement} This sentence is new.` }
							: value,
					),
				}
			: fact,
	);
	const { topics, horizon, vocabulary } = facts;
	return createFacts(all, topics, { horizon, vocabulary, version: "torture" });
}

async function run({ seed, isQuick }: Run): Promise<Result> {
	const year = digests();
	const channels = isQuick ? 48 : 300;
	const jumped = await jumps(seed, channels);
	return {
		passed: year.wrong === 0 && jumped.wrong === 0,
		rows: [
			["digests of a year, in 9 zones at 24 hours", whole(year.digests)],
			["not one a day", whole(year.wrong)],
			["channels told of a change while the clock jumped 60 times", whole(channels)],
			["cards", whole(jumped.cards)],
			["channels told never or twice", whole(jumped.wrong)],
		],
	};
}

export const clock: Scenario = {
	name: "clock",
	title: "Clock jumps and daylight-saving time",
	promise:
		"In one process with a clock of its own: a digest comes once on every day of a year in every zone, also where clocks skip or repeat its hour; and a clock that jumps by a second to 40 days, back too, doubles and loses no card.",
	run,
};
