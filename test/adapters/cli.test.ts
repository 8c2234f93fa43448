import { describe, expect, it } from "vitest";
import { run } from "../../src/adapters/cli/run.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();

async function ask(args: string[], input: string[] = []) {
	let out = "";
	let err = "";
	const code = await run(desk, args, {
		lines: (async function* () {
			yield* input;
		})(),
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		signs: "unicode",
	});
	return { code, out, err };
}

describe("the terminal", () => {
	it("prints the card as text", async () => {
		const { code, out, err } = await ask(["/cap"]);
		expect([code, err]).toEqual([0, ""]);
		expect(out).toContain("65,000");
		expect(out).toContain("not legal advice");
	});

	it("takes a question in several words", async () => {
		expect(await ask(["is", "the", "100k", "fee", "in", "effect?"])).toEqual(
			await ask(["is the 100k fee in effect?"]),
		);
	});

	it("prints one JSON object, the same as the page gives", async () => {
		const { out } = await ask(["--json", "/cap"]);
		expect(JSON.parse(out)).toMatchObject({ outcome: "answered", command: "cap" });
	});

	it("exits 2 for a command with wrong options, and says what to type", async () => {
		const { code, out } = await ask(["/odds level:9"]);
		expect(code).toBe(2);
		expect(out).toContain("what to type");
	});

	for (const args of [[], [""], ["--nope"], ["--json"]]) {
		it(`exits 2 with the usage for ${JSON.stringify(args)}`, async () => {
			const { code, out, err } = await ask(args);
			expect([code, out]).toEqual([2, ""]);
			expect(err).toContain("Usage:");
		});
	}

	it("answers line by line, in order, bad lines included", async () => {
		const lines = [
			'"/cap"',
			"",
			'{"text":"/cap","asOf":"2026-07-01"}',
			"nope",
			"5",
			'{"asOf":"2026-07-01"}',
			'"/odds level:9"',
			'"/dates"',
		];
		const { code, out } = await ask(["--jsonl"], lines);
		const answers = out
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(code).toBe(0);
		expect(answers.map((answer) => answer.outcome)).toEqual([
			"answered",
			"invalid",
			"answered",
			"invalid",
			"invalid",
			"invalid",
			"invalid",
			"answered",
		]);
		expect(answers[2].answer.askedFor).toBe("2026-07-01");
	});
});
