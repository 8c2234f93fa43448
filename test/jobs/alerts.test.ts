import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { openLanguages } from "../../src/messages/languages.ts";
import { describe, expect, it } from "vitest";
import { lastChange } from "../../src/commands/watch/last-change.ts";
import { day } from "../../src/core/dates.ts";
import type { Facts } from "../../src/core/facts/lookup.ts";
import type { Watch } from "../../src/core/watching/watch.ts";
import { createAlerts } from "../../src/jobs/alerts/alerts.ts";
import { CLAIM_MS, SHUT_RETRY_MS } from "../../src/jobs/alerts/rules.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { createSqliteBackend } from "../../src/store/sqlite/backend.ts";
import { createSqlStore } from "../../src/store/sql-store.ts";
import { type Store, StoreError } from "../../src/store/store.ts";
import { fakePlatforms, trouble } from "../helpers/fake-platforms.ts";
import { mortal } from "../helpers/mortal.ts";
import { smallFact, smallFacts } from "../helpers/small-facts.ts";

const NOON = Date.parse("2026-11-25T17:00:00Z");
const fee = { from: "2024-04-01", value: 215, statement: "The registration fee is $215 for each." };
const fee2 = {
	from: "2026-11-01",
	value: 250,
	statement: "The registration fee is $250 for each.",
};
const cap = { from: "2020-01-01", statement: "The cap is 65,000 places a year, as before." };
const FIRST = smallFacts("v1", [
	smallFact("uscis/fee", [fee]),
	smallFact("congress/cap", [cap], { topic: "cap" }),
]);
const SECOND = smallFacts("v2", [
	smallFact("uscis/fee", [fee, fee2]),
	smallFact("congress/cap", [{ ...cap, status: "ended" }], { topic: "cap" }),
]);

const DISCORD = ["discord/1/11", "discord/1/12", "discord/2/21"];
const SLACK = ["slack/T1/C1", "slack/T2/C2"];
const channelOf = (key: string): string => key.split("/")[2] ?? "";

/** A world with a clock, a store, two platforms and the first facts seen. */
async function world(keys: readonly string[], over: Partial<Watch> = {}, used?: Store) {
	let now = NOON;
	const store = used ?? createMemoryStore(() => now);
	const platforms = fakePlatforms(() => now);
	const pass = (ms: number) => {
		now += ms;
	};
	const worker = (facts: Facts, own: Partial<Parameters<typeof createAlerts>[0]> = {}) =>
		createAlerts({
			store,
			post: platforms.post,
			facts,
			today: () => day(new Date(now).toISOString().slice(0, 10)),
			now: () => now,
			canPost: () => true,
			languageOf: () => null,
			log: pino({ level: "silent" }),
			...own,
		});
	const first = worker(FIRST);
	await first.run();
	await first.release();
	const after = await lastChange(store);
	for (const key of keys) {
		const watch: Watch = {
			topics: ["all"],
			when: "at-once",
			hour: 9,
			quiet: null,
			timeZone: "America/New_York",
			by: "U1",
			after,
			...over,
		};
		await store.map("watches").set(key, watch);
	}
	/** Runs until nothing more happens, as the ticker does. */
	async function settle(alerts: ReturnType<typeof worker>, rounds = 6) {
		for (let i = 0; i < rounds; i++) {
			await alerts.run();
			pass(CLAIM_MS + 1_000);
		}
	}
	return { store, platforms, pass, worker, settle, now: () => now };
}

describe("a change is told", () => {
	it("once in every channel, as before and after, and never by the first start", async () => {
		const { platforms, worker, settle } = await world([...DISCORD, ...SLACK]);
		expect(platforms.posted).toEqual([]);
		const alerts = worker(SECOND);
		await settle(alerts);
		for (const key of [...DISCORD, ...SLACK])
			expect(platforms.titlesIn(channelOf(key)), key).toEqual([
				"Changed: Title of congress/cap",
				"Changed: Title of uscis/fee",
			]);
		const { answer } = platforms.posted.at(-1)?.post.reply ?? {};
		expect(answer?.lead).toBe(fee2.statement);
		expect(answer?.rows[0]?.value).toContain(fee.statement);
		expect(answer?.sources).toHaveLength(1);
		await alerts.release();
		const restarted = worker(SECOND);
		await settle(restarted);
		expect(platforms.posted).toHaveLength(10);
	});

	it("in the language that the place's admins chose, English elsewhere", async () => {
		const { platforms, worker, settle } = await world(["discord/1/11", "discord/2/21"]);
		const spanish = openLanguages().find("es");
		await settle(worker(SECOND, { languageOf: ({ id }) => (id === "1" ? spanish : null) }));
		expect(platforms.titlesIn("11")).toEqual([
			"Cambio: Title of congress/cap",
			"Cambio: Title of uscis/fee",
		]);
		expect(platforms.titlesIn("21")[0]).toBe("Changed: Title of congress/cap");
		const card = platforms.posted.find(({ channel }) => channel === "11")?.post.reply.answer;
		expect(card?.words?.language).toBe("es");
		expect(card?.rows.map(({ label }) => label)).toEqual(["Antes decía", "Ahora", "Traducción"]);
		expect(card?.buttons.at(-1)).toMatchObject({ do: { input: { language: "en" } } });
	});

	it("only in its topics", async () => {
		const { platforms, worker, settle } = await world(DISCORD, { topics: ["cap"] });
		await settle(worker(SECOND));
		expect(platforms.titlesIn("11")).toEqual(["Changed: Title of congress/cap"]);
	});

	it("not by an older replica, nor when an operator steps back", async () => {
		const { platforms, worker, settle } = await world(DISCORD);
		const newer = worker(SECOND);
		await settle(newer);
		await newer.release();
		const count = platforms.posted.length;
		const older = worker(FIRST);
		await settle(older);
		await older.release();
		await settle(worker(SECOND));
		expect(platforms.posted).toHaveLength(count);
	});

	it("not in a watch that began after it", async () => {
		const { store, platforms, worker, settle } = await world([]);
		const alerts = worker(SECOND);
		await settle(alerts);
		const late = { topics: ["all"], when: "at-once", timeZone: "UTC", by: null };
		await store.map("watches").set("discord/1/99", { ...late, after: await lastChange(store) });
		await settle(alerts);
		expect(platforms.posted).toEqual([]);
	});

	it("by one of two workers", async () => {
		const { platforms, worker, pass } = await world([...DISCORD, ...SLACK]);
		const [one, two] = [worker(SECOND), worker(SECOND)];
		for (let i = 0; i < 5; i++) {
			await Promise.all([one.run(), two.run()]);
			pass(15_000);
		}
		expect(platforms.posted).toHaveLength(10);
		expect([one.state().leads, two.state().leads].sort()).toEqual([false, true]);
	});

	it("on the day that a scheduled value begins, without a new version", async () => {
		const { platforms, worker, pass, settle, store } = await world(DISCORD);
		const published = {
			label: "Rule",
			url: "https://www.uscis.gov/x",
			published: day("2026-11-01"),
		};
		const scheduled = smallFacts("v3", [
			smallFact("uscis/fee", [fee, { ...fee2, from: "2026-11-27", sources: [published] }]),
			smallFact("congress/cap", [cap], { topic: "cap" }),
		]);
		const alerts = worker(scheduled);
		await settle(alerts);
		expect(platforms.titlesIn("11")).toEqual(["Changed: Title of uscis/fee"]);
		pass(3 * 86_400_000);
		await settle(alerts);
		expect(platforms.titlesIn("11")).toHaveLength(2);
		expect(platforms.posted.at(-1)?.post.reply.answer.lead).toBe(fee2.statement);
		expect(await store.map("jobs").under("facts/snapshot/")).toHaveLength(1);
	});
});

describe("a process that dies at any step", () => {
	/** Kills workers one after the other, each at its step, then lets one live. */
	async function afterDeaths(
		deaths: { at: number; after: boolean; gapMs: number }[],
		used?: Store,
	) {
		const { store, platforms, worker, pass, settle } = await world(
			[...DISCORD, ...SLACK],
			{},
			used,
		);
		let killed = 0;
		for (const { gapMs, ...death } of deaths) {
			const own = mortal(store, platforms.post, death);
			const alerts = worker(SECOND, own);
			let isDead = false;
			own.dead.then(() => {
				isDead = true;
			});
			for (let i = 0; i < 4 && !isDead; i++) {
				await Promise.race([alerts.run(), own.dead]);
				if (!isDead) pass(CLAIM_MS + 1_000);
			}
			if (isDead) killed++;
			await own.bury();
			pass(gapMs);
		}
		await settle(worker(SECOND), 10);
		const count = (key: string) => platforms.titlesIn(channelOf(key)).length;
		for (const key of DISCORD) expect(count(key), `${key} on Discord`).toBe(2);
		for (const key of SLACK) {
			expect(count(key), `${key} on Slack`).toBeGreaterThanOrEqual(2);
			expect(new Set(platforms.titlesIn(channelOf(key))).size).toBe(2);
		}
		const doubled = SLACK.reduce((sum, key) => sum + count(key) - 2, 0);
		expect(doubled, "doubles on Slack").toBeLessThanOrEqual(killed);
		return killed;
	}

	it("loses nothing, doubles nothing on Discord, and once at most on Slack", async () => {
		for (const after of [false, true]) {
			let at = 1;
			while ((await afterDeaths([{ at, after, gapMs: 1_000 }])) > 0) at++;
			// Every step was the last one once; there are several for each of the ten cards.
			expect(at).toBeGreaterThan(50);
		}
	});

	it("over SQLite", async () => {
		for (const at of [3, 14, 22, 27, 33, 40, 48]) {
			const folder = mkdtempSync(join(tmpdir(), "desk-alerts-"));
			const store = await createSqlStore(createSqliteBackend(join(folder, "desk.sqlite")));
			await afterDeaths([{ at, after: at % 2 === 0, gapMs: 1_000 }], store);
			await store.close();
		}
	});

	it("again and again", async () => {
		const death = fc.record({
			at: fc.integer({ min: 1, max: 60 }),
			after: fc.boolean(),
			// Discord holds a nonce for some minutes only; a pause within them is what is promised.
			gapMs: fc.integer({ min: 0, max: 15_000 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(death, { minLength: 2, maxLength: 4 }), async (deaths) => {
				await afterDeaths(deaths);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("when a platform answers otherwise", () => {
	it.each([
		["Discord", "discord/1/11", 1],
		["Slack", "slack/T1/C1", 2],
	])("a lost answer of %s is asked again", async (_, key, times) => {
		const { platforms, worker, settle } = await world([key], { topics: ["fees"] });
		platforms.answerNext("lost");
		await settle(worker(SECOND));
		expect(platforms.titlesIn(channelOf(key))).toHaveLength(times);
	});

	it("no repeat on Discord once its nonce may be forgotten", async () => {
		const { store, platforms, worker, settle, pass } = await world(["discord/1/11"], {
			topics: ["fees"],
		});
		platforms.answerNext("lost");
		const alerts = worker(SECOND);
		await alerts.run();
		pass(10 * 60_000);
		await settle(alerts);
		expect(platforms.posted).toHaveLength(1);
		expect(await store.map("deliveries").get("discord/1/11")).toMatchObject({
			cursor: "000001/uscis/fee",
		});
	});

	it("a platform that is down for an hour loses no card, and few channels ask meanwhile", async () => {
		const keys = Array.from({ length: 40 }, (_, i) => `discord/1/${100 + i}`);
		const { store, platforms, worker, pass, settle, now } = await world(keys, { topics: ["fees"] });
		const until = now() + 3_600_000;
		let asked = 0;
		const alerts = worker(SECOND, {
			store,
			async post(message) {
				if (now() >= until) return platforms.post(message);
				asked++;
				return trouble("down");
			},
		});
		while (now() < until) {
			await alerts.run();
			pass(15_000);
		}
		expect(asked).toBeGreaterThan(3);
		expect(asked).toBeLessThan(30);
		pass(10 * 60_000);
		await settle(alerts);
		for (const key of keys) expect(platforms.titlesIn(channelOf(key)), key).toHaveLength(1);
	});

	it("gone: the watch is dropped at once", async () => {
		const { store, platforms, worker, settle } = await world(["discord/1/11"]);
		platforms.answerNext(trouble("gone"));
		await settle(worker(SECOND));
		expect(platforms.posted).toEqual([]);
		expect(await store.map("watches").under("")).toEqual([]);
		expect(await store.map("deliveries").under("")).toEqual([]);
	});

	it("shut: kept for a day of tries, then dropped; opened in between, told", async () => {
		const { store, platforms, worker, pass } = await world(["slack/T1/C1"], { topics: ["fees"] });
		const alerts = worker(SECOND);
		platforms.answerNext(trouble("shut"), trouble("shut"));
		for (let i = 0; i < 3; i++) {
			await alerts.run();
			pass(SHUT_RETRY_MS + 1_000);
		}
		expect(platforms.titlesIn("C1")).toHaveLength(1);

		const other = await world(["slack/T1/C1"], { topics: ["fees"] });
		const again = other.worker(SECOND);
		other.platforms.answerNext(...Array.from({ length: 9 }, () => trouble("shut")));
		for (let i = 0; i < 9; i++) {
			await again.run();
			other.pass(SHUT_RETRY_MS + 1_000);
		}
		expect(other.platforms.posted).toEqual([]);
		expect(await other.store.map("watches").under("")).toEqual([]);
		expect(await store.map("watches").under("")).toHaveLength(1);
	});

	it("refused: that card is left out, the next one comes", async () => {
		const { platforms, worker, settle } = await world(["discord/1/11"]);
		platforms.answerNext(trouble("refused"));
		await settle(worker(SECOND));
		expect(platforms.titlesIn("11")).toEqual(["Changed: Title of uscis/fee"]);
	});

	it("an outcome that the store did not take is written before anything is posted again", async () => {
		const { store, platforms, worker, settle, pass } = await world(["slack/T1/C1"]);
		let isDown = false;
		const failing: Store = {
			...store,
			map: (name) => {
				const map = store.map(name);
				const guard = <T>(work: Promise<T>): Promise<T> =>
					isDown ? Promise.reject(new StoreError("STORE_DOWN", "down")) : work;
				return {
					...map,
					swap: (key, expected, next) =>
						isDown ? guard(Promise.resolve(false)) : map.swap(key, expected, next),
				};
			},
		};
		const alerts = worker(SECOND, {
			store: failing,
			post: async (message) => {
				const outcome = await platforms.post(message);
				isDown = true;
				return outcome;
			},
		});
		await expect(alerts.run()).rejects.toThrow(StoreError);
		pass(60_000);
		for (let i = 0; i < 4; i++) {
			isDown = false;
			await alerts.run().catch(() => {});
			pass(60_000);
		}
		isDown = false;
		await settle(alerts, 2).catch(() => {});
		expect(platforms.titlesIn("C1")).toHaveLength(2);
	});

	it("a place forgotten while a post is under way leaves nothing behind", async () => {
		const { store, platforms, worker, settle } = await world(["discord/1/11", "discord/2/21"]);
		const alerts = worker(SECOND, {
			store,
			post: async (message) => {
				if (message.place?.id === "1") await store.forget("discord/1/");
				return platforms.post(message);
			},
		});
		await settle(alerts);
		expect(await store.map("deliveries").under("discord/1/")).toEqual([]);
		expect(platforms.titlesIn("21")).toHaveLength(2);
		expect(platforms.titlesIn("11")).toHaveLength(1);
	});
});
