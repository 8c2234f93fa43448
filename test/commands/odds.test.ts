import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { replyToJson } from "../../src/core/reply-json.ts";
import { vectors } from "../helpers/vectors.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const values = (line: string) => {
	const reply = desk.text(line);
	expect(reply.outcome, line).toBe("answered");
	return replyToJson(reply).values as Record<string, number>;
};

describe("a pool of one's own", () => {
	it.each(vectors.map((vector, i) => [i + 1, vector] as const))(
		"vector %i agrees to 1e-9 for every level and degree",
		(_i, { pool, weighted, plainLottery, wageRanked }) => {
			const given = `regular:${pool.regular.join("/")} advanced:${pool.advanced.join("/")} selected:${pool.first}+${pool.second}`;
			for (const [i, level] of ["I", "II", "III", "IV"].entries()) {
				for (const [degree, group] of [
					["none", "regular"],
					["us-masters", "advanced"],
				] as const) {
					const found = values(`/odds pool:custom level:${level} degree:${degree} ${given}`);
					const near = (name: string, expected: number) =>
						expect(Math.abs((found[name] as number) - expected)).toBeLessThan(1e-9);
					near("chance", weighted[group][i] as number);
					near("plainLottery", plainLottery[group]);
					near("wageRanked", wageRanked[group][i] as number);
					expect(found.low).toBe(found.chance);
					expect(found.high).toBe(found.chance);
				}
			}
		},
	);

	it("reads shares as it reads people", () => {
		const byLevel = values(
			"/odds 2 masters pool:custom regular:30000/40000/20000/10000 advanced:30000/40000/20000/10000 selected:60000+20000",
		);
		for (const parts of [
			"people:200000 masters:0.5 mix:30/40/20/10",
			"people:200,000 masters:50% mix:0.3/0.4/0.2/0.1",
			"people:2e5 masters:.5 mix:30%/40%/20%/10%",
			"people=200000 masters=5e-1 mix=30.05/40.1/20.05/10",
			"people:２０００００ masters:0.5 mix:30/40/20/10",
		]) {
			const found = values(`/odds II us-masters pool:custom ${parts} selected:60000+20000`);
			expect(found.chance).toBeCloseTo(byLevel.chance as number, 3);
		}
	});

	it("answers a target of zero and one above the pool", () => {
		const pool = "/odds 2 pool:custom regular:10/10/10/10 advanced:10/10/10/10";
		expect(desk.text(`${pool} selected:0+0`).answer.lead).toMatch(/^No one/);
		expect(desk.text(`${pool} selected:999+0`).answer.lead).toMatch(/^Everyone/);
		expect(values(`${pool} selected:0+0`).chance).toBe(0);
		expect(values(`${pool} selected:80+0`).chance).toBe(1);
		expect(values(`${pool} degree:us-masters selected:0+40`).chance).toBe(1);
	});

	it("asks for the level and keeps what was given", () => {
		const reply = desk.text(
			"/odds pool:custom regular:10/10/10/10 advanced:10/10/10/10 selected:20+5",
		);
		expect(reply.outcome).toBe("choices");
		const choice = reply.answer.choices[3]?.do;
		expect(desk.run("odds", choice?.input ?? {}).values).toEqual(
			desk.text("/odds 4 pool:custom regular:10/10/10/10 advanced:10/10/10/10 selected:20+5")
				.values,
		);
	});
});

const WHOLE = "people:209000 masters:0.66 mix:30/36/20/14 selected:92000+18000";
const BY_LEVEL = "regular:1/1/1/1 advanced:1/1/1/1 selected:2+1";
const swap = (parts: string, name: string, value: string) =>
	parts.replace(new RegExp(`${name}:\\S+`), `${name}:${value}`);

describe("a wrong option says what to type", () => {
	const HOSTILE = [
		"-1",
		"NaN",
		"1e308",
		"Infinity",
		"abc",
		"''",
		"0x10",
		"१२",
		"1_000",
		"--5",
		"1e9999",
		"\u202e5",
	];
	it.each([
		...["people", "masters", "mix", "selected"].flatMap((name) =>
			HOSTILE.map((bad) => [swap(WHOLE, name, bad), name]),
		),
		...["regular", "advanced", "selected"].flatMap((name) =>
			[
				...HOSTILE,
				"1/1/1",
				"1/1/1/1/1",
				"1/1/1/-1",
				"1/NaN/1/1",
				"1/1/1/1e308",
				"///",
				"1/1//1",
			].map((bad) => [swap(BY_LEVEL, name, bad), name]),
		),
		...[
			"30/36/20/13",
			"30/36/20/15",
			"0.3/0.3/0.3/0.3",
			"130/-10/-10/-10",
			"0/0/0/0",
			"1/1/1/1",
			"30/36/34",
			"0.3/0.36/0.2/0.14%",
		].map((bad) => [swap(WHOLE, "mix", bad), "mix"]),
		...["1.01", "66", "-0.1", "101%"].map((bad) => [swap(WHOLE, "masters", bad), "masters"]),
		...["92000", "92000+18000+1", "+", "92000+", "-5+10", "92000-18000", "1e308+0"].map((bad) => [
			swap(WHOLE, "selected", bad),
			"selected",
		]),
	])("pool:custom %s", (options, name) => {
		for (const level of ["level:2 ", ""]) {
			const reply = desk.text(`/odds ${level}pool:custom ${options}`);
			expect(reply.outcome).toBe("invalid");
			expect(toPlainText(reply.answer)).toContain(`${name}:`);
		}
	});

	it.each([
		["attempts:99", /1 to 4/],
		["attempts:0", /1 to 4/],
		["attempts:-1", /1 to 4/],
		["attempts:NaN", /1 to 4/],
		["attempts:1e308", /1 to 4/],
		["attempts:2.5", /1 to 4/],
		["attempts:४", /1 to 4/],
		["attempts:", /1 to 4/],
		["seed:-1", /0 to 4294967295/],
		["seed:4294967296", /0 to 4294967295/],
		["seed:1e3", /0 to 4294967295/],
		["seed:x", /0 to 4294967295/],
		["pool:mine", /pool:custom/],
		["people:209000", /pool:custom/],
		[`pool:custom ${WHOLE} regular:1/1/1/1`, /not both/],
		["pool:custom", /needs people, masters, mix and selected/],
		["pool:custom regular:1/1/1/1 selected:1+1", /needs advanced/],
		["pool:custom regular:0/0/0/0 advanced:0/0/0/0 selected:1+1", /nobody/],
		[`pool:custom ${swap(WHOLE, "people", "0")}`, /nobody/],
		["show:everything", /regimes/],
		["degree:none degree:us-masters", /twice/i],
	])("%s", (options, words) => {
		for (const level of ["level:2 ", ""]) {
			const reply = desk.text(`/odds ${level}${options}`);
			expect(reply.outcome).toBe("invalid");
			expect(toPlainText(reply.answer)).toMatch(words);
		}
	});

	it("whatever is typed for a number, the answer is a probability or says what to type", () => {
		const option = fc.constantFrom(
			"people",
			"masters",
			"mix",
			"regular",
			"advanced",
			"selected",
			"seed",
			"attempts",
		);
		const typed = fc.oneof(
			fc.stringMatching(/^[-+0-9./e%]{1,12}$/),
			fc.double().map(String),
			fc.string({ maxLength: 12 }),
		);
		fc.assert(
			fc.property(option, typed, (name, value) => {
				const reply = desk.run("odds", {
					level: "II",
					pool: "custom",
					people: 209000,
					masters: 0.66,
					mix: "30/36/20/14",
					selected: "92000+18000",
					[name]: value,
				});
				expect(["answered", "invalid"]).toContain(reply.outcome);
				if (reply.outcome === "invalid") return;
				expect(reply.values.chance).toBeGreaterThanOrEqual(0);
				expect(reply.values.chance).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("the band", () => {
	it("is the same for the same seed, on every machine", () => {
		expect(values("/odds 2 masters seed:7")).toMatchObject({
			seed: 7,
			modelVersion: "1.0",
			low: 0.46833117601631913,
			chance: 0.5821247276215654,
			high: 0.6388830023422588,
		});
		expect(values("/odds 2 masters seed:4294967295")).toMatchObject({
			low: 0.4673751984125172,
			high: 0.6393350354341032,
		});
	});
	it("has the fiscal year as its seed when none is given, and takes any seed", () => {
		expect(values("/odds 2 masters").seed).toBe(2028);
		expect(values("/odds 2 masters")).toEqual(values("/odds 2 masters seed:2028"));
		expect(values("/odds 2 masters seed:0").low).not.toBe(values("/odds 2 masters").low);
	});
	it.each(
		["1", "2", "3", "4"].flatMap((level) => [
			`/odds ${level}`,
			`/odds ${level} masters`,
			`/odds ${level} attempts:4`,
			`/odds ${level} fy2027`,
		]),
	)("%s: the chance lies inside it", (line) => {
		const { low, chance, high } = values(line);
		expect(low).toBeLessThan(chance as number);
		expect(high).toBeGreaterThan(chance as number);
	});
	it("rises with the level and the degree at both ends", () => {
		for (const end of ["low", "high"]) {
			const at = (line: string) => values(line)[end] as number;
			expect(at("/odds 2")).toBeGreaterThan(at("/odds 1"));
			expect(at("/odds 4 masters")).toBeGreaterThan(at("/odds 3 masters"));
			expect(at("/odds 3 masters")).toBeGreaterThan(at("/odds 3"));
		}
	});
	it("has no width where the season's counts were published", () => {
		const { low, chance, high } = values("/odds 2 masters fy2026");
		expect([low, high]).toEqual([chance, chance]);
	});
	it("is drawn for every level in the chart, the asker's marked", () => {
		const { chart } = desk.text("/odds 3 masters").answer;
		const points = chart?.series[0]?.points ?? [];
		expect(points.map((point) => point.marked ?? false)).toEqual([false, false, true, false]);
		for (const point of points) {
			expect(point.low).toBeLessThan(point.value as number);
			expect(point.high).toBeGreaterThan(point.value as number);
		}
	});
});

describe("what moves the odds", () => {
	it("is ranked, biggest first", () => {
		const { levers, drivers } = desk.text("/odds 1").values as {
			levers: { gain: number }[];
			drivers: { chanceAtLow: number; chanceAtHigh: number }[];
		};
		expect(levers).toHaveLength(3);
		expect(drivers).toHaveLength(5);
		const gains = levers.map((lever) => lever.gain);
		expect(gains).toEqual(gains.toSorted((a, b) => b - a));
		const spans = drivers.map((driver) => Math.abs(driver.chanceAtHigh - driver.chanceAtLow));
		expect(spans).toEqual(spans.toSorted((a, b) => b - a));
	});
	it("levers lead to the card they promise", () => {
		const { levers } = desk.text("/odds 1").values as {
			levers: { lever: string; chance: number }[];
		};
		const to = (name: string) => levers.find((lever) => lever.lever === name)?.chance;
		expect(to("next-level")).toBeCloseTo(values("/odds 2").chance as number, 12);
		expect(to("us-masters")).toBeCloseTo(values("/odds 1 masters").chance as number, 12);
		expect(to("another-season")).toBeCloseTo(values("/odds 1 attempts:2").chance as number, 12);
	});
	it("takes each season by its own rule", () => {
		const past = values("/odds 2 masters fy2026").chance as number;
		const next = values("/odds 2 masters fy2027").chance as number;
		expect(values("/odds 2 masters fy2026 attempts:2").chance).toBeCloseTo(
			1 - (1 - past) * (1 - next),
			12,
		);
	});
});

describe("three rules", () => {
	it("stand side by side, the law's marked", () => {
		const reply = desk.text("/odds 2 masters regimes");
		const points = reply.answer.chart?.series[0]?.points ?? [];
		expect(points.map((point) => point.value)).toEqual([
			reply.values.plainLottery,
			reply.values.weighted,
			reply.values.wageRanked,
		]);
		expect(points.map((point) => point.marked ?? false)).toEqual([false, true, false]);
	});
	it("of a season before FY 2027 mark the plain lottery", () => {
		const points =
			desk.text("/odds 2 masters regimes fy2026").answer.chart?.series[0]?.points ?? [];
		expect(points.map((point) => point.marked ?? false)).toEqual([true, false, false]);
	});
});

describe("the card", () => {
	it("leads with chance and band, and says approval once", () => {
		const reply = desk.text("/odds 2 masters");
		expect(reply.answer.lead).toMatch(/58% for FY 2028.*47% to 64%/);
		expect(toPlainText(reply.answer).match(/approv/gi)?.length).toBe(2);
		expect(toPlainText(reply.answer)).toMatch(/Of 100 people like you: about 58/);
		expect(toPlainText(reply.answer)).toMatch(/seed 2028, model 1.0/);
	});
	it("counts pay below level I as level I", () => {
		expect(values("/odds below level 1").chance).toBe(values("/odds 1").chance);
		expect(toPlainText(desk.text("/odds 1").answer)).toMatch(/wage source/);
	});
	it("asks for the level, and says what counts with several employers", () => {
		expect(toPlainText(desk.text("/odds masters").answer)).toMatch(/lowest level/);
	});
});
