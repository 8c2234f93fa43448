import { describe, expect, it } from "vitest";
import type { Action } from "../../src/core/answer.ts";
import type { Reply } from "../../src/core/reply.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { sampleCharts } from "../helpers/charts.ts";
import {
	replyWith,
	replyWithChart,
	replyWithTypedChart,
	sampleReplies,
} from "../helpers/replies.ts";

/** What the shared suite asks of an adapter's drawing. */
export interface Drawing {
	name: string;
	/** The message payload, as sent to the platform. `sharedBy`: a public card that names who shared it. */
	draw(reply: Reply, sharedBy?: string): unknown;
	/** All text a person would see, as the platform would show it (escapes undone). */
	visibleText(payload: unknown): string;
	/** Every web address a person could follow. */
	links(payload: unknown): string[];
	/** Every action behind a button or select, decoded. */
	actions(payload: unknown): Action[];
	/** What the platform would refuse, in words; empty when it accepts. */
	violations(payload: unknown): string[];
	/** What a chart says to those who do not see it. */
	chartWords(payload: unknown): string;
	/** What in the payload is live because of `typed`: a ping, a link, formatting. */
	live(payload: unknown, typed: string): string[];
}

/** The cases that hold on every platform. */
export function testDrawing(drawing: Drawing): void {
	describe(`${drawing.name} draws`, () => {
		for (const [name, reply] of sampleReplies()) {
			it(`every row, source and button of ${name}`, () => {
				const payload = drawing.draw(reply);
				const text = drawing.visibleText(payload);
				const { answer } = reply;
				for (const part of [answer.title, answer.lead]) expect(text).toContain(part);
				for (const row of answer.rows) {
					expect(text).toContain(row.label);
					expect(text).toContain(row.value);
					if (row.note) expect(text).toContain(row.note);
				}
				for (const source of answer.sources) {
					expect(text).toContain(source.label);
					expect(drawing.links(payload)).toContain(source.url);
				}
				if (answer.asOf) expect(text).toContain(answer.asOf);
				for (const choice of answer.choices)
					expect(drawing.actions(payload)).toContainEqual(asText(choice.do));
				for (const button of answer.buttons) {
					if ("do" in button) expect(drawing.actions(payload)).toContainEqual(asText(button.do));
					else expect(drawing.links(payload)).toContain(button.open);
				}
				expect(drawing.violations(payload)).toEqual([]);
			});
		}

		it.each(sampleCharts)("the chart %s, and says in words what it shows", (_, chart) => {
			for (const sharedBy of [undefined, "U123"]) {
				const payload = drawing.draw(replyWithChart(chart), sharedBy);
				expect(drawing.violations(payload)).toEqual([]);
				expect(drawing.chartWords(payload)).toContain(chart.alt);
			}
		});

		for (const [name, typed] of hostileTexts()) {
			it.each(["bars", "columns", "lines"] as const)(
				`a chart that repeats ${name} without bringing it to life: %s`,
				(kind) => {
					const payload = drawing.draw(replyWithTypedChart(kind, typed));
					expect(drawing.violations(payload)).toEqual([]);
					expect(drawing.live(payload, typed)).toEqual([]);
				},
			);
		}

		it("a shared card that names who shared it and keeps the answer", () => {
			const [, reply] = sampleReplies()[0] as [string, Reply];
			const text = drawing.visibleText(drawing.draw(reply, "U123"));
			expect(text).toContain(reply.answer.lead);
			expect(text).toMatch(/shared by/i);
		});

		for (const [name, typed] of hostileTexts()) {
			it(`a card that repeats ${name} without bringing it to life`, () => {
				const payload = drawing.draw(replyWith(typed));
				expect(drawing.violations(payload)).toEqual([]);
				expect(drawing.live(payload, typed)).toEqual([]);
			});
		}

		it("an answer with far more rows than fit, keeping what it can and saying how to see all", () => {
			const payload = drawing.draw(replyWith("x", 120));
			expect(drawing.violations(payload)).toEqual([]);
			expect(drawing.visibleText(payload)).toMatch(/more rows|show all/i);
		});
	});
}

function asText(action: Action): Action {
	return {
		command: action.command,
		input: Object.fromEntries(Object.entries(action.input).map(([k, v]) => [k, String(v)])),
	};
}
