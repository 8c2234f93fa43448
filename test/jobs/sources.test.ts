import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { registerNames } from "../../src/core/facts/register-names.ts";
import { createAsk, readDocuments, SourceError } from "../../src/jobs/sources/ask.ts";
import { createSourceWatch, stateAfter } from "../../src/jobs/sources/source-watch.ts";
import { createUnreviewed, readState, STATE_KEY } from "../../src/jobs/sources/state.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { facts as realFacts } from "../helpers/desk.ts";
import { fakePlatforms } from "../helpers/fake-platforms.ts";
import { smallFact, smallFacts } from "../helpers/small-facts.ts";

const TODAY = day("2026-11-25");
const named =
	"https://www.federalregister.gov/documents/2026/08/25/2026-17324/fee-for-certain-petitions";
const facts = smallFacts("v1", [
	smallFact("dhs/fee", [
		{
			from: "2026-08-25",
			statement: "A fee is proposed.",
			sources: [{ label: "91 FR 1", url: named }],
		},
	]),
	smallFact("dhs/reform", [
		{ from: "2026-01-01", statement: "A rule (RIN 1615-AD00) is being written." },
	]),
	smallFact("uscis/other", [
		{ from: "2026-01-01", statement: "Something else is in force today." },
	]),
]);

/** As the Federal Register answers. */
const known = {
	document_number: "2026-17324",
	publication_date: "2026-08-25",
	docket_ids: ["CIS No. 2834-26", "DHS Docket No. USCIS-2026-0298"],
	regulation_id_numbers: ["1615-AD20"],
	title: "Fee for Certain H-1B Petitions",
};
const newer = { ...known, document_number: "2026-22222", publication_date: "2026-11-20" };
const older = { ...known, document_number: "2026-11111", publication_date: "2026-09-01" };
const toCome = { ...known, document_number: "2026-33333", publication_date: "2026-12-20" };
const list = (...results: object[]) => JSON.stringify({ count: results.length, results });

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const asJson =
	(body: string, headers: Record<string, string> = {}): Answer =>
	(_, response) =>
		response.writeHead(200, { "content-type": "application/json", ...headers }).end(body);

let server: ReturnType<typeof createServer>;
let base: string;
let asked: { path: string; headers: IncomingMessage["headers"] }[];
let answer: Answer;

beforeEach(async () => {
	asked = [];
	server = createServer((request, response) => {
		asked.push({ path: decodeURIComponent(request.url ?? ""), headers: request.headers });
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterEach(() => {
	server.closeAllConnections();
	server.close();
});

const realistic: Answer = (request, response) => {
	const path = decodeURIComponent(request.url ?? "");
	if (path.includes("documents/")) return asJson(list(known))(request, response);
	if (path.includes("1615-AD20"))
		return asJson(list(newer, older, toCome, known))(request, response);
	// Nothing found: without a list.
	return asJson(JSON.stringify({ count: 0, description: "Documents matching" }))(request, response);
};

function watch(
	over: { store?: ReturnType<typeof createMemoryStore>; isOn?: boolean; own?: typeof facts } = {},
) {
	let now = Date.parse("2026-11-25T12:00:00Z");
	const store = over.store ?? createMemoryStore(() => now);
	const unreviewed = createUnreviewed(over.own ?? facts, () => TODAY);
	const platforms = fakePlatforms(() => now);
	const job = createSourceWatch({
		store,
		facts: over.own ?? facts,
		today: () => TODAY,
		isOn: over.isOn ?? true,
		unreviewed,
		ask: createAsk(base, "test"),
		wait: async () => {},
		now: () => now,
		random: () => 0.5,
		log: pino({ level: "silent" }),
		channels: [{ post: platforms.post, channel: "ops" }],
	});
	return { store, unreviewed, job, platforms, pass: (ms: number) => (now += ms), now: () => now };
}

describe("the watch of the sources", () => {
	it("marks the facts that name a document whose RIN has a newer one, and no others", async () => {
		answer = realistic;
		const { job, unreviewed, platforms } = watch();
		await job.run();
		expect(unreviewed.of("dhs/fee")).toEqual([{ number: "2026-22222", published: "2026-11-20" }]);
		expect(unreviewed.of("dhs/reform")).toEqual([]);
		expect(unreviewed.of("uscis/other")).toEqual([]);
		expect(unreviewed.asked()).toBe(TODAY);
		expect(asked.map(({ path }) => path.replace(/&.*fields.*/, "").split("?")[0])).toContain(
			"/api/v1/documents/2026-17324.json",
		);
		const questions = asked.map(({ path }) => path).join("\n");
		for (const name of [
			"[regulation_id_number]=1615-AD20",
			"[regulation_id_number]=1615-AD00",
			"[docket_id]=USCIS-2026-0298",
		])
			expect(questions).toContain(name);
		expect(platforms.posted).toHaveLength(1);
		expect(platforms.posted[0]?.post.reply.answer.rows[0]).toMatchObject({
			label: "2026-22222",
			note: "dhs/fee",
		});
	});

	it("tells the operator once, and asks again only the next day, conditionally", async () => {
		answer = (request, response) => {
			if (request.headers["if-none-match"] === '"x"') return void response.writeHead(304).end();
			const body = (request.url ?? "").includes("documents/") ? list(known) : list(newer);
			asJson(body, { etag: '"x"', "last-modified": "Fri, 20 Nov 2026 00:00:00 GMT" })(
				request,
				response,
			);
		};
		const { job, unreviewed, platforms, pass } = watch();
		await job.run();
		const first = asked.length;
		for (let i = 0; i < 20; i++) {
			pass(60 * 60_000);
			await job.run();
		}
		expect(asked).toHaveLength(first);
		pass(5 * 60 * 60_000);
		await job.run();
		expect(asked).toHaveLength(2 * first);
		expect(asked.slice(first).every(({ headers }) => headers["if-none-match"] === '"x"')).toBe(
			true,
		);
		expect(asked.at(-1)?.headers["if-modified-since"]).toBe("Fri, 20 Nov 2026 00:00:00 GMT");
		expect(unreviewed.count()).toBe(1);
		expect(platforms.posted).toHaveLength(1);
	});

	it("marks no more once the fact is confirmed later than the document", async () => {
		answer = realistic;
		const { job, store } = watch();
		await job.run();
		const confirmed = smallFacts("v2", [
			smallFact("dhs/fee", [
				{ from: "2026-08-25", statement: "A fee is proposed.", confirmed: day("2026-11-24") },
			]),
		]);
		const later = createUnreviewed(confirmed, () => TODAY);
		later.read(readState(await store.map("jobs").get(STATE_KEY)));
		expect(later.of("dhs/fee")).toEqual([]);
		expect(later.count()).toBe(0);
	});

	it("is asked by one of two replicas, and both know", async () => {
		answer = realistic;
		const one = watch();
		const two = watch({ store: one.store });
		await Promise.all([one.job.run(), two.job.run()]);
		const count = asked.length;
		await two.job.run();
		expect(asked).toHaveLength(count);
		expect(new Set(asked.map(({ path }) => path)).size).toBe(count);
		expect(one.unreviewed.count() + two.unreviewed.count()).toBe(2);
	});

	it("asks nobody when it is off", async () => {
		answer = realistic;
		await watch({ isOn: false }).job.run();
		expect(asked).toEqual([]);
	});

	it.each<[string, Answer]>([
		["an error", (_, response) => void response.writeHead(500).end("oops")],
		[
			"too many requests",
			(_, response) => void response.writeHead(429, { "retry-after": "7200" }).end(),
		],
		["what is not JSON", asJson("<html>maintenance</html>")],
		["another form", asJson('{"results": "none"}')],
		[
			"a body without end",
			(_, response) => {
				response.writeHead(200);
				const more = () =>
					response.write("x".repeat(64 * 1024), () => response.destroyed || setImmediate(more));
				more();
			},
		],
		["a broken connection", (_, response) => void response.destroy()],
		[
			"another address",
			(_, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
		],
	])("keeps what it knew when the source answers with %s, and backs off", async (_, wrong) => {
		answer = realistic;
		const { job, unreviewed, store, pass, now } = watch();
		await job.run();
		answer = wrong;
		pass(25 * 3_600_000);
		asked.length = 0;
		await job.run();
		expect(asked.length).toBeLessThanOrEqual(3);
		expect(unreviewed.of("dhs/fee")).toHaveLength(1);
		const state = readState(await store.map("jobs").get(STATE_KEY));
		expect(state).toMatchObject({ failures: 1, askedOn: TODAY });
		expect(state.nextAt - now()).toBeGreaterThanOrEqual(3_600_000);
		expect(state.nextAt - now()).toBeLessThan(2.2 * 3_600_000);
	});

	it("backs off to a day", () => {
		let state = readState(undefined);
		const failed = { found: [], asked: 1, failed: [new SourceError("STATUS", "x")] };
		const hours = Array.from({ length: 8 }, () => {
			state = stateAfter(state, failed, { now: () => 0, random: () => 0.5, today: () => TODAY });
			return state.nextAt / 3_600_000;
		});
		expect(hours).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
	});

	it("takes nothing from a hostile body but numbers and days", async () => {
		const evil: unknown[] = [
			{ ...newer, title: "@everyone <script>alert(1)</script>", document_number: "2026-22222" },
			{ ...newer, document_number: "../../admin" },
			{ ...newer, document_number: "<@123>" },
			{ ...newer, publication_date: "9999-99-99" },
			{
				...newer,
				regulation_id_numbers: ["1615-AD20", "x".repeat(9_999), { a: 1 }],
				docket_ids: "no list",
			},
			null,
			"text",
			{ __proto__: null, constructor: "x" },
		];
		expect(readDocuments(list(...(evil as object[]))).map(({ number }) => number)).toEqual([
			"2026-22222",
		]);
		answer = asJson(list(...(evil as object[])));
		const { job, platforms, store } = watch();
		await job.run();
		const all = JSON.stringify([platforms.posted, await store.map("jobs").under("")]);
		expect(all).not.toMatch(/script|everyone|admin|<@/);
	});

	it("names of the real facts are found", () => {
		const names = registerNames(realFacts);
		expect([...names.rins.keys()]).toContain("1615-AD20");
		expect([...names.dockets.keys()]).toContain("USCIS-2026-0298");
		expect([...names.documents.keys()]).toEqual(
			expect.arrayContaining(["2026-17324", "2025-18473", "2026-11285"]),
		);
	});
});
