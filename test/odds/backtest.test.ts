import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { backtest, missOf } from "../../src/core/odds/backtest.ts";
import { backtestPage } from "../../src/core/odds/backtest-page.ts";
import { facts, testDesk } from "../helpers/desk.ts";

const tests = backtest(facts, facts.horizon);
const of = (fiscalYear: number) => tests.find((test) => test.fiscalYear === fiscalYear);

describe("the back-test", () => {
	it("is what docs/backtest.md says; npm run -s backtest makes it anew", () => {
		const page = readFileSync(new URL("../../docs/backtest.md", import.meta.url), "utf8");
		expect(page).toBe(backtestPage(facts));
	});

	it.each([
		[2022, 124415 / 269424, 131924 / 301447],
		[2023, 131924 / 301447, 127600 / 474421],
		[2024, 127600 / 474421, 188400 / 758994],
		[2025, 188400 / 758994, 135137 / 470342],
		[2026, 135137 / 470342, 120141 / 343981],
	])("of FY %i says last season's rate and shows the miss", (fiscalYear, said, published) => {
		const { rate } = of(fiscalYear) ?? { rate: { said: null, published: null } };
		expect(rate.said).toBeCloseTo(said, 12);
		expect(rate.published).toBeCloseTo(published, 12);
		expect(missOf(rate)).toBeCloseTo(said - published, 12);
	});

	it("of FY 2027 knows nothing that was published after it", () => {
		const test = of(2027);
		expect(test?.like).toBe("FY 2026");
		expect(test?.rate).toEqual({ said: 118660 / 339000, published: null });
		expect(test?.masters.published).toBe(0.715);
		expect(test?.masters.said).toBeLessThan(0.65);
		expect(test?.levelI.published).toBe(0.177);
		expect(test?.levelII.published).toBeCloseTo(0.36, 12);
		expect(test?.levelsIIIAndIV.published).toBe(0.463);
		const said = [test?.levelI, test?.levelII, test?.levelsIIIAndIV].map(
			(level) => level?.said ?? 0,
		);
		expect(said.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
	});

	it("gives a figure that was never published no value", () => {
		expect(of(2024)?.masters.published).toBeNull();
		expect(of(2027)?.rate.published).toBeNull();
		expect(of(2021)?.masters.said).toBeNull();
	});

	it("by a past day holds only what was published by then", () => {
		const early = backtest(facts, day("2026-03-01"));
		expect(early.at(-1)?.levelI.published).toBeNull();
	});
});

describe("/odds backtest", () => {
	const desk = testDesk();
	it("needs no level, and shows every season and its miss", () => {
		const reply = desk.text("/odds backtest");
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.rows.map((row) => row.label)).toContain("FY 2023");
		expect(reply.answer.rows.find((row) => row.label === "FY 2023")?.value).toMatch(/\+17 points/);
		expect(reply.answer.chart?.series).toHaveLength(2);
		expect(reply.answer.chart?.series[1]?.points.at(-1)?.value).toBeNull();
	});
	it("names DHS's and Penn Wharton's figures", () => {
		const row = desk
			.text("/odds show:backtest")
			.answer.rows.find((r) => /level I among/.test(r.label));
		expect(row?.note).toBe("DHS 16%, Penn Wharton 13%, or 21% after re-sorting");
	});
	it("is not known before anything was published", () => {
		expect(desk.text("/odds backtest as-of:2019-01-01").outcome).toBe("not-covered");
	});
});
