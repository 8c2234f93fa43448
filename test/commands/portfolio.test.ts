import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { portfolioOf } from "../../src/core/odds/portfolio.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const values = (line: string) => desk.text(line).values as Record<string, number>;

describe("the number selected of some candidates", () => {
	const chance = fc.double({ min: 0, max: 1, noNaN: true });

	it("is a distribution with the mean of its chances", () => {
		fc.assert(
			fc.property(fc.array(chance, { minLength: 1, maxLength: 60 }), (chances) => {
				const { distribution, mean, p10, p90, none, all } = portfolioOf(chances);
				const sum = (list: Iterable<number>) => [...list].reduce((a, b) => a + b, 0);
				expect(sum(distribution)).toBeCloseTo(1, 12);
				expect(sum(distribution.map((p, k) => p * k))).toBeCloseTo(mean, 9);
				expect(none).toBeCloseTo(
					chances.reduce((p, c) => p * (1 - c), 1),
					12,
				);
				expect(all).toBeCloseTo(
					chances.reduce((p, c) => p * c, 1),
					12,
				);
				expect(p10).toBeLessThanOrEqual(p90);
			}),
		);
	});

	it("is the binomial distribution when all are alike", () => {
		const { distribution, p10, p90 } = portfolioOf(Array(10).fill(0.5));
		expect(distribution[5]).toBeCloseTo(252 / 1024, 15);
		expect([p10, p90]).toEqual([3, 7]);
	});

	it("counts every outcome of three different candidates", () => {
		const { distribution } = portfolioOf([0.1, 0.5, 0.8]);
		[0.09, 0.46, 0.41, 0.04].forEach((p, k) => expect(distribution[k]).toBeCloseTo(p, 15));
	});
});

describe("/portfolio reads", () => {
	it.each([
		["II,II,III us-masters,IV", "2xII, 1xIII us-masters, 1xIV"],
		["2xII", "II, II"],
		["2 x level 2; 3", "II,II,III"],
		["2×II masters", "II us-masters, II us-masters"],
		["us-masters 3 and 2", "III us-masters, II"],
		["3 at level 2 with a us master's", "3xII us-masters"],
		["ii\nIII", "II,III"],
	])("%s as %s", (typed, same) => {
		const [a, b] = [
			desk.run("portfolio", { candidates: typed }),
			desk.run("portfolio", { candidates: same }),
		];
		expect(a.outcome).toBe("answered");
		expect(a.values).toEqual(b.values);
	});

	it.each([
		["V", /"v"/],
		["II,,banana", /"banana"/],
		["0xII", /"0xii"/],
		["-3xII", /"-3xii"/],
		["1e308xII", /not a level/],
		["2001xI", /2,001/],
		["2000xI,I", /2,001/],
		["999999999xII", /more than the 2,000/],
		["0", /not a level/],
		["9999 people", /9,999/],
		["२xII", /not a level/],
		["II us-masters us-masters", /not a level/],
	])("%s as a mistake", (typed, words) => {
		const reply = desk.text(`/portfolio ${typed}`);
		expect(reply.outcome).toBe("invalid");
		expect(toPlainText(reply.answer)).toMatch(words);
	});

	it.each(["/portfolio", "/portfolio 30", "/portfolio 30 people"])("%s as a question", (line) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("choices");
		for (const choice of reply.answer.choices)
			expect(desk.run(choice.do.command, choice.do.input).outcome).toBe("answered");
	});
});

describe("/portfolio answers", () => {
	it("one candidate as /odds does", () => {
		const one = values("/portfolio II us-masters");
		expect(one.mean).toBeCloseTo(values("/odds 2 masters").chance as number, 12);
		expect(one.all).toBeCloseTo(one.mean as number, 12);
		expect(one.none).toBeCloseTo(1 - (one.mean as number), 12);
	});
	it("registration fees for all, petition fees for the selected, apart", () => {
		const twelve = values("/portfolio 12xII");
		expect(twelve).toMatchObject({ count: 12, registrationFees: 12 * 215, petitionFee: 3380 });
		expect(twelve.expectedPetitionFees).toBeCloseTo((twelve.mean as number) * 3380, 6);
		expect(values("/portfolio 12xII employees:1-25").petitionFee).toBe(2010);
		expect(values("/portfolio 12xII nonprofit:yes").petitionFee).toBe(2460);
	});
	it("two thousand candidates, in at most sixty columns that hold nearly everything", () => {
		const reply = desk.text("/portfolio 500xI,500xII,500xIII us-masters,500xIV");
		const points = reply.answer.chart?.series[0]?.points ?? [];
		expect(reply.values.count).toBe(2000);
		expect(points.length).toBeLessThanOrEqual(60);
		expect(points.filter((point) => point.marked)).toHaveLength(1);
		expect(points.reduce((all, point) => all + (point.value ?? 0), 0)).toBeGreaterThan(0.995);
	});
	it("a past season by its own rule", () => {
		const { mean } = values("/portfolio 10xI fiscal-year:2023");
		expect(mean).toBeCloseTo((10 * 127600) / 474421, 9);
	});
});

describe("a question about an employer's registrations", () => {
	it.each([
		["how many of our 30 registrations get picked?", "choices", undefined],
		["we register 12 people with mixed levels, how many will we get", "choices", undefined],
		["how many of our 30 level 2 registrations get picked?", "answered", 30],
		[
			"we are registering 10 level 2 and 5 level 3 with masters, how many get selected",
			"answered",
			15,
		],
		["how many of 8 candidates at level IV get selected in the lottery?", "answered", 8],
	])("%s", (question, outcome, count) => {
		const reply = desk.text(question);
		expect(reply.command).toBe("portfolio");
		expect(reply.outcome).toBe(outcome);
		expect(reply.values.count).toBe(count);
	});
});
