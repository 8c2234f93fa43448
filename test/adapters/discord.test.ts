import { describe, expect, it } from "vitest";
import { decodePress, encodePress, type Press } from "../../src/adapters/discord/custom-id.ts";
import { RenderLimitError, within } from "../../src/adapters/discord/limits.ts";
import { STATUS_COLOURS, STATUS_MARKS } from "../../src/adapters/discord/marks.ts";
import { pageCount, renderAnswer } from "../../src/adapters/discord/render.ts";
import type { Reply } from "../../src/core/reply.ts";
import { STATUSES } from "../../src/core/status.ts";
import { levelChart } from "../helpers/charts.ts";
import { replyWith, replyWithChart, sampleReplies } from "../helpers/replies.ts";
import {
	actions,
	galleryItems,
	links,
	type Payload,
	textsOf,
	unsafe,
	violations,
	visibleText,
} from "./discord-validate.ts";
import { testDrawing } from "./suite.ts";

const picture = { png: new Uint8Array([137, 80, 78, 71]), width: 1000, height: 645 };
const draw = (reply: Reply, options?: Parameters<typeof renderAnswer>[1]): Payload =>
	renderAnswer(reply, { picture, ...options }) as unknown as Payload;
const [, base] = sampleReplies()[0] as [string, Reply];
const withAnswer = (answer: Partial<Reply["answer"]>, reply: Partial<Reply> = {}): Reply => ({
	...base,
	...reply,
	answer: { ...base.answer, ...answer },
});
const rows = (count: number) =>
	Array.from({ length: count }, (_, i) => ({
		label: `Row ${i}.`,
		value: `${i},000 people in all`,
		note: `note ${i}`,
	}));
const sources = (count: number) =>
	Array.from({ length: count }, (_, i) => ({
		label: `Source ${i}`,
		url: `https://www.uscis.gov/page-${i}`,
		published: null,
	}));

testDrawing({
	name: "discord",
	draw: (reply, sharedBy) => draw(reply, sharedBy ? { sharedBy: { name: sharedBy } } : {}),
	visibleText: (payload) => visibleText(payload as Payload),
	links: (payload) => links(payload as Payload),
	actions: (payload) => actions(payload as Payload),
	violations: (payload) => violations(payload as Payload),
	chartWords: (payload) =>
		galleryItems(payload as Payload)
			.map(({ description }) => description)
			.join(),
	live: (payload) => textsOf(payload as Payload).flatMap(unsafe),
});

describe("a Discord card", () => {
	it.each(sampleReplies())("%s stays as reviewed", async (name, reply) => {
		const file = `../golden/card.${name.replace(/\W+/g, "-")}.discord.json`;
		await expect(`${JSON.stringify(draw(reply), null, "\t")}\n`).toMatchFileSnapshot(file);
	});

	it("carries legal references as they are written", () => {
		const value =
			"8 CFR 214.2(h)(8)(iii)(A)(4)(i); H-1B; $100,000; a < b & c > d; 100% - 5; pay.gov; 10:30";
		expect(visibleText(draw(withAnswer({ rows: [{ label: "At", value }] })))).toContain(
			`At ${value}`,
		);
	});

	it("marks each status with words, a mark of its own and a colour", () => {
		expect(new Set(Object.values(STATUS_MARKS)).size).toBe(STATUSES.length);
		for (const status of STATUSES) {
			const payload = draw(withAnswer({ status }));
			expect(visibleText(payload)).toContain(STATUS_MARKS[status]);
			expect(payload.components[0]?.accent_color).toBe(STATUS_COLOURS[status]);
		}
	});

	it("brings every row and source across its pages, whole and once", () => {
		const reply = withAnswer({ rows: rows(150), sources: sources(90) });
		const pages = Array.from({ length: pageCount(reply) }, (_, i) => draw(reply, { page: i + 1 }));
		for (const page of pages) expect(violations(page)).toEqual([]);
		const text = pages.map(visibleText).join("\n");
		for (const row of reply.answer.rows)
			expect(text.split(`${row.label} ${row.value}`)).toHaveLength(2);
		const all = pages.flatMap(links);
		for (const source of reply.answer.sources)
			expect(all.filter((url) => url === source.url)).toHaveLength(1);
		expect(links(pages[0] as Payload)).toContain("https://www.uscis.gov/page-0");
		expect(text.match(/not legal advice/g)).toHaveLength(1);
	});

	it.each([
		["more by a button that can make the card again", base.again, /Show all/],
		["the next message where it can't", null, /in the next message/],
	])("names %s", (_, again, words) => {
		expect(visibleText(draw(withAnswer({ rows: rows(150) }, { again })))).toMatch(words);
	});

	it("cuts a very long value between words only", () => {
		const value = Array.from({ length: 900 }, (_, i) => `${i},000`).join(" ");
		const reply = withAnswer({ rows: [{ label: "Figures", value }] });
		const pages = Array.from({ length: pageCount(reply) }, (_, i) => draw(reply, { page: i + 1 }));
		const words = pages.flatMap((page) => visibleText(page).split(/\s+/));
		for (const figure of value.split(" ")) expect(words).toContain(figure);
	});

	it("survives walls of signs that double when escaped", () => {
		const wall = "*_~|".repeat(4000);
		const reply = withAnswer({
			title: wall,
			lead: wall,
			rows: [{ label: wall, value: wall, note: wall }],
		});
		for (let page = 1; page <= pageCount(reply); page++)
			expect(violations(draw(reply, { page }))).toEqual([]);
	});

	it("writes out a button whose id or address does not fit", () => {
		const input = { question: "why ".repeat(60).trim() };
		const open = `https://www.uscis.gov/${"a".repeat(600)}`;
		const payload = draw(
			withAnswer({
				buttons: [
					{ label: "Ask", do: { command: "ask", input } },
					{ label: "Read", open },
				],
			}),
		);
		expect(visibleText(payload)).toContain(`Ask (type /ask question:${input.question})`);
		expect(links(payload)).toContain(open);
	});

	it("draws sixty choices as selects of 25", () => {
		const choices = Array.from({ length: 60 }, (_, i) => ({
			label: `Topic ${i}`,
			do: { command: "policy", input: { topic: `t${i}` } },
		}));
		const payload = draw(withAnswer({ choices }, { outcome: "choices" }));
		expect(violations(payload)).toEqual([]);
		expect(
			actions(payload).filter(({ command }) => command === "policy").length,
		).toBeGreaterThanOrEqual(60);
	});

	it("never links to anything but a web address", () => {
		const payload = draw(
			withAnswer({
				sources: [{ label: "x", url: "javascript:alert(1)", published: null }],
				buttons: [{ label: "y", open: "discord://x" }],
			}),
		);
		expect(links(payload)).toEqual([]);
	});

	it("keeps an address with brackets in one piece", () => {
		const payload = draw(
			withAnswer({
				sources: [{ label: "a [b] c", url: "https://x.gov/a_(b)*?q=[1]", published: null }],
			}),
		);
		expect(links(payload)).toContain("https://x.gov/a_%28b%29%2A?q=%5B1%5D".replace("%2A", "%2A"));
		expect(violations(payload)).toEqual([]);
	});
});

describe("a picture", () => {
	const reply = replyWithChart(levelChart);
	it("goes along once and is shown once, on the first page", () => {
		const long = { ...reply, answer: { ...reply.answer, rows: rows(150) } };
		expect(galleryItems(draw(long))).toHaveLength(1);
		expect(draw(long).files).toHaveLength(1);
		expect(draw(long, { page: 2 }).files).toBeUndefined();
	});
	it.each([
		["that was not drawn", reply, { picture: null }],
		["of an answer without a chart", base, {}],
	])("%s is left out, and the text is all there", (_, given, options) => {
		const payload = draw(given, options);
		expect([payload.files, galleryItems(payload)]).toEqual([undefined, []]);
		expect(violations(payload)).toEqual([]);
		expect(visibleText(payload)).toContain(given.answer.lead);
	});
	it("over what Discord takes never leaves", () => {
		const png = new Uint8Array(10 * 1024 * 1024 + 1);
		expect(() => draw(reply, { picture: { ...picture, png } })).toThrow(RenderLimitError);
	});
	it("is named by its title when it has no sentence", () => {
		const payload = draw(replyWithChart({ ...levelChart, alt: " \u200b " }));
		expect(galleryItems(payload)[0]?.description).toBe(levelChart.title);
	});
});

describe("Share", () => {
	const isOffered = (reply: Reply, options = {}) =>
		visibleText(draw(reply, options)).split("\n").includes("Share");
	it.each([
		["an answered card", base, {}, true],
		["a card that no id can make again", { ...base, again: null }, {}, false],
		[
			"a card whose id is too long",
			{ ...base, again: { command: "ask", input: { question: "x".repeat(100) } } },
			{},
			base.answer.chart === null,
		],
		[
			"a card whose id is too long, made from pay",
			{ ...base, again: { command: "ask", input: { question: `${"x ".repeat(50)}$137,429` } } },
			{},
			false,
		],
		[
			"a card whose id is too long, with a picture",
			{
				...replyWithChart(levelChart),
				again: { command: "ask", input: { question: "x".repeat(100) } },
			},
			{},
			false,
		],
		["a mistake", { ...base, outcome: "invalid" as const }, {}, false],
		["a shared card", base, { sharedBy: { name: "Bob" } }, false],
		["a later page", withAnswer({ rows: rows(150) }), { page: 2 }, false],
	])("on %s", (_, reply, options, expected) => expect(isOffered(reply, options)).toBe(expected));

	it("names who shared first, without waking anybody", () => {
		const payload = draw(base, {
			sharedBy: { name: "**Bob** @everyone <@1>", id: "900000000000000101" },
		});
		expect(textsOf(payload)[0]).toBe(
			"Shared by \\*\\*Bob\\*\\* \\@everyone \\<\\@1\\> (<@900000000000000101>)",
		);
		expect(violations(payload)).toEqual([]);
	});
});

describe("a custom id", () => {
	const action = { command: "odds", input: { level: "II", "as-of": "2026-07-01", q: "a&b=c d:é" } };
	it.each<[Press["kind"], Press]>([
		["do", { kind: "do", action }],
		["share", { kind: "share", action }],
		["copy", { kind: "copy", action }],
		["more", { kind: "more", page: 12, action }],
	])("%s comes back as it was", (_, press) =>
		expect(decodePress(encodePress(press) ?? "")).toEqual(press),
	);

	it.each([
		"",
		"do",
		"do:",
		"do:UPPER",
		"more:cap",
		"more:1234:cap",
		"share",
		"pick:0",
		"x:cap",
		"do:\u0000",
	])("%j is none of ours", (id) => expect(decodePress(id)).toBeUndefined());

	it("holds 100 characters, its prefix included", () => {
		const press = (length: number): Press => ({
			kind: "do",
			action: { command: "ask", input: { q: "x".repeat(length) } },
		});
		expect(encodePress(press(91))).toHaveLength(100);
		expect(encodePress(press(92))).toBeUndefined();
	});
});

it("a broken limit is named with its page", () => {
	expect(() => within("buttonsPerRow", 6)).toThrow(RenderLimitError);
	expect(() => within("buttonsPerRow", 6)).toThrow(
		/buttonsPerRow: 6, but Discord takes 5 \(https:/,
	);
	expect(() => draw(replyWith("x"))).not.toThrow();
});
