import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formOf } from "../../src/adapters/discord/form.ts";
import { decodeForm, formId } from "../../src/adapters/discord/form-id.ts";
import { LIMITS } from "../../src/adapters/discord/limits.ts";
import { readFields } from "../../src/adapters/discord/read-input.ts";
import type { Command } from "../../src/commands/command.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const commandOf = (name: string) => desk.commands.find((one) => one.name === name) as Command;
const FORMS = ["odds", "level"];

/** The parts of a form that Discord measures. */
function fieldsOf(command: string, input: Record<string, string | number> = {}) {
	const form = formOf(desk, { command, input });
	return (form?.components ?? []).map((label) => {
		if (label.type !== 18) throw new TypeError("no label");
		return { label, input: label.component as unknown as Record<string, unknown> };
	});
}

describe.each(FORMS)("the form of /%s", (command) => {
	it("is what Discord takes", () => {
		const form = formOf(desk, { command, input: {} });
		expect(form?.title.length).toBeLessThanOrEqual(45);
		expect(form?.custom_id).toBe(`form:${command}`);
		const fields = fieldsOf(command);
		expect(fields.length).toBeGreaterThan(2);
		expect(fields.length).toBeLessThanOrEqual(5);
		for (const { label, input } of fields) {
			expect(label.label.length).toBeLessThanOrEqual(45);
			expect(label.description?.length).toBeLessThanOrEqual(100);
			expect(String(input.placeholder ?? "").length).toBeLessThanOrEqual(100);
			expect(input.required).toBe(false);
			if (input.type === 21) expect((input.options as unknown[]).length).toBeLessThanOrEqual(10);
		}
	});

	it("asks for a wage in a field of its own, never filled in", () => {
		const wage = fieldsOf(command, { wage: "145k" }).find(
			({ input }) => input.custom_id === "wage",
		);
		expect(wage?.input.value).toBeUndefined();
		expect(JSON.stringify(formOf(desk, { command, input: { wage: "145k" } }))).not.toMatch(
			/"145k"/,
		);
	});

	it("keeps what is known", () => {
		const fields = fieldsOf(command, {
			occupation: "software engineer",
			degree: "us-masters",
			employer: "most",
		});
		const kept = fields.flatMap(({ input }) => [
			...(input.value ? [input.value] : []),
			...((input.options as { default?: boolean; value: string }[]) ?? [])
				.filter((option) => option.default)
				.map(({ value }) => value),
		]);
		expect(kept).toContain("software engineer");
		expect(kept).toContain(command === "odds" ? "us-masters" : "most");
	});
});

it("no other command has a form", () => {
	expect(formOf(desk, { command: "cap", input: {} })).toBeUndefined();
	for (const id of ["form:cap", "form:", "form:ODDS", "do:odds", "odds", ""])
		expect(decodeForm(id)).toBeUndefined();
});

describe("the id of a form", () => {
	it("fits and never holds a wage, whatever was typed where", () => {
		const word = fc.oneof(
			fc.string({ maxLength: 120 }),
			fc.constantFrom(
				"software engineer",
				"new york",
				"$137,429",
				"137429 a year",
				"engineer at 137429",
			),
			fc.constantFrom(...hostileTexts().map(([, text]) => text)),
		);
		const known = fc.record(
			{ wage: word, occupation: word, area: word, level: word },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.constantFrom(...FORMS), known, (command, input) => {
				const id = formId(commandOf(command), input);
				expect(id.length).toBeLessThanOrEqual(LIMITS.customId.max);
				expect(id).not.toMatch(/wage=|137.?429/);
				expect(decodeForm(id)?.command).toBe(command);
			}),
		);
	});

	it("keeps the shortest of what does not fit", () => {
		const input = { occupation: "o".repeat(80), area: "Austin", degree: "none" };
		expect(decodeForm(formId(commandOf("odds"), input))?.input).toEqual({
			area: "Austin",
			degree: "none",
		});
	});
});

it("a form is read by its fields; empty ones are none", () => {
	const fields = new Map<string, object>([
		["wage", { value: " 145k " }],
		["area", { value: "  " }],
		["degree", { value: null }],
		["wage-year", { values: ["2026-27"] }],
		["employer", { values: [] }],
	]);
	expect(readFields({ fields } as never)).toEqual({ wage: "145k", "wage-year": "2026-27" });
});
