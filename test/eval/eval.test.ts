import { describe, expect, it } from "vitest";
import { judgeClaim } from "../../scripts/eval/claims.ts";
import { judge } from "../../scripts/eval/questions.ts";
import { readClaims, readQuestions } from "../../scripts/eval/sets.ts";
import { testDesk } from "../helpers/desk.ts";

// A wrong answer costs ten times an abstention, so the two have their own bounds.
const LEAST_RIGHT = 0.98;
const MOST_WRONG = 0.02;
const LEAST_CLAIMS_RIGHT = 0.9;

const desk = testDesk();

describe("the development questions", () => {
	const judged = readQuestions().map((question) => judge(desk, question));
	const share = (verdict: string) =>
		judged.filter((j) => j.verdict === verdict).length / judged.length;
	const lines = (wanted: (j: (typeof judged)[number]) => boolean) =>
		judged.filter(wanted).map((j) => `${j.question.id}: ${j.why}`);

	it("are answered right, or not at all", () => {
		const off = lines((j) => j.verdict !== "right").join("\n");
		expect(share("right"), off).toBeGreaterThanOrEqual(LEAST_RIGHT);
		expect(share("wrong"), off).toBeLessThanOrEqual(MOST_WRONG);
	});

	it("never say what must not be said", () => {
		expect(lines((j) => j.why.includes("forbidden"))).toEqual([]);
	});

	it("name well-formed sources only", () => {
		expect(judged.filter((j) => j.badSources > 0).map((j) => j.question.id)).toEqual([]);
	});

	it("never repeat markup, a link or an order that somebody pasted", () => {
		for (const { question, reply } of judged) {
			expect(JSON.stringify(reply.answer), question.id).not.toMatch(
				/<script|FreeBot|pay-h1b-100k\.example/,
			);
		}
	});
});

/** What is reached; the floors may only rise. Failures of those kept back were read once while tuning. */
describe.each([
	{ set: "more", right: 0.89, wrong: 0.04, claims: 0.85 },
	{ set: "fresh", right: 0.97, wrong: 0.01, claims: 0.92 },
	{ set: "kept-back", right: 0.91, wrong: 0.04, claims: 0.8 },
])("further questions and claims: $set", ({ set, right, wrong, claims: claimsRight }) => {
	const questions = readQuestions(`test/eval/questions-${set}.jsonl`).map((q) => judge(desk, q));
	const claims = readClaims(`test/eval/claims-${set}.jsonl`).map((c) => judgeClaim(desk, c));
	const share = <T>(list: readonly T[], holds: (item: T) => boolean) =>
		list.filter(holds).length / list.length;

	it("are answered right, and seldom wrong", () => {
		expect(share(questions, (j) => j.verdict === "right")).toBeGreaterThanOrEqual(right);
		expect(share(questions, (j) => j.verdict === "wrong")).toBeLessThanOrEqual(wrong);
	});

	it("are judged right, and never called supported when they are not", () => {
		expect(share(claims, (j) => j.right)).toBeGreaterThanOrEqual(claimsRight);
		expect(claims.filter((j) => j.falselySupported).map((j) => j.claim.id)).toEqual([]);
	});
});

describe("the development claims", () => {
	const judged = readClaims().map((claim) => judgeClaim(desk, claim));

	it("are judged right", () => {
		const right = judged.filter((j) => j.right).length / judged.length;
		const off = judged.filter((j) => !j.right).map((j) => `${j.claim.id}: got ${j.got}`);
		expect(right, off.join("\n")).toBeGreaterThanOrEqual(LEAST_CLAIMS_RIGHT);
	});

	it("are never called supported when they are not", () => {
		expect(judged.filter((j) => j.falselySupported).map((j) => j.claim.id)).toEqual([]);
	});
});

describe("claims in everyday words, written before they were tried", () => {
	const judged = readClaims("test/eval/claims-everyday.jsonl").map((c) => judgeClaim(desk, c));

	it("are never called supported when they are not", () => {
		expect(judged.filter((j) => j.falselySupported).map((j) => j.claim.id)).toEqual([]);
		expect(judged.filter((j) => j.right).length / judged.length).toBeGreaterThanOrEqual(0.73);
	});
});
