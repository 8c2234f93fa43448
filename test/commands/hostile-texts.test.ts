import fc from "fast-check";
import { expect, it } from "vitest";
import { replyToJson } from "../../src/core/reply-json.ts";
import { commands } from "../../src/commands/index.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const OUTCOMES = ["answered", "choices", "not-covered", "declined", "invalid"];

/** Random text, hostile text and half-right commands, alone and run together. */
const piece = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.constantFrom(...hostileTexts().map(([, text]) => text)),
	fc.constantFrom(
		"/odds level:99",
		"wage:-1",
		"area:🏙️",
		"2 masters",
		"as-of:2026-02-30",
		"is the 100k fee in effect",
		"NaN 1e308 -0 Infinity",
		"pool:custom people:-5",
	),
);
const line = fc
	.tuple(
		fc.constantFrom("", ...commands.map((c) => `/${c.name} `), "/h1b ", "/"),
		fc.array(piece, { minLength: 1, maxLength: 4 }),
	)
	.map(([start, pieces]) => start + pieces.join(" "));

it("gives a clean outcome for five hundred hostile or random texts", () => {
	fc.assert(
		fc.property(line, (text) => {
			const reply = replyToJson(desk.text(text));
			expect(OUTCOMES).toContain(reply.outcome);
			expect(reply.answer.title.length).toBeGreaterThan(0);
			expect(reply.answer.lead.length).toBeGreaterThan(0);
			expect(JSON.stringify(reply.values)).not.toMatch(/NaN|Infinity/);
		}),
		{ numRuns: 500, seed: 20261125 },
	);
});
