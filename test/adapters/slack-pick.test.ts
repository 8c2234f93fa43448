import { describe, expect, it } from "vitest";
import { pickOptions } from "../../src/adapters/slack/pick.ts";
import { readValue, renderAnswer } from "../../src/adapters/slack/render.ts";
import { testDesk } from "../helpers/desk.ts";
import { objectsIn, violationsOf } from "./slack-validate.ts";

const desk = testDesk();
const menuOf = (line: string) => {
	const message = renderAnswer(desk.text(line));
	expect(violationsOf(message)).toEqual([]);
	const block = objectsIn(message.blocks).find((o) =>
		objectsIn(o.elements).some((e) => e.type === "external_select"),
	);
	const menu = objectsIn(block?.elements)[0];
	return { block_id: String(block?.block_id), action_id: String(menu?.action_id) };
};

describe("a Slack menu that asks as somebody types", () => {
	it.each([
		["/level 100k ml engineer austin", "softw", "occupation", "15-1252", "12420"],
		["/level 100k austin", "softw", "occupation", "15-1252", "12420"],
		["/level 100k swe", "austi", "area", "15-1252", "12420"],
		["/level 100k swe columbus", "austi", "area", "15-1252", "12420"],
	])("%s, then %s", (line, value, option, occupation, area) => {
		const menu = menuOf(line);
		expect(menu.action_id).toBe(option);
		const options = pickOptions(desk, { ...menu, value });
		expect(options.length).toBeGreaterThan(0);
		const action = readValue(options[0]?.value ?? "")?.action;
		expect(action).toMatchObject({ command: "level", input: { occupation, area } });
		expect(desk.run("level", action?.input ?? {}).outcome).toBe("answered");
	});

	it("keeps to what Slack takes, whatever is typed", () => {
		const menu = menuOf("/level 100k swe");
		for (const value of ["", "s", "san", "x".repeat(3_000), "<@U1> *a*", "💀"]) {
			const options = pickOptions(desk, { ...menu, value });
			expect(options.length).toBeLessThanOrEqual(100);
			for (const { text, value: sent } of options) {
				expect([...text.text].length).toBeLessThanOrEqual(75);
				expect(sent.length).toBeLessThanOrEqual(150);
			}
		}
	});

	it("gives nothing for an id that is none of ours", () => {
		const typing = { action_id: "area", block_id: "???", value: "austin" };
		expect(pickOptions(desk, typing)).toEqual([]);
		expect(pickOptions(desk, { ...typing, action_id: "wage", block_id: "level" })).toEqual([]);
	});
});
