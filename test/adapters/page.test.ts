import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { registerPage } from "../../src/adapters/page/page.ts";
import { renderAnswer } from "../../src/adapters/page/render.ts";
import { STYLE } from "../../src/adapters/page/style.ts";
import { decodeAction } from "../../src/core/action-id.ts";
import { readConfig } from "../../src/config.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { pageParts } from "../../src/page-parts.ts";
import { testDesk } from "../helpers/desk.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { shownText, tagsOf, unescapeMarkup } from "../helpers/markup.ts";
import { historyChart, sampleCharts } from "../helpers/charts.ts";
import {
	replyWith,
	replyWithChart,
	replyWithTypedChart,
	sampleReplies,
} from "../helpers/replies.ts";

const desk = testDesk();

function page(support: { url?: string; email?: string } = {}) {
	const app = createHttpServer(pino({ level: "silent" }));
	registerPage(
		app,
		pageParts(desk, readConfig({ SUPPORT_URL: support.url, SUPPORT_EMAIL: support.email })),
	);
	const ask = (body: string) =>
		app.inject({
			method: "POST",
			url: "/",
			headers: { "content-type": "application/x-www-form-urlencoded" },
			payload: body,
		});
	return { app, ask };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

describe("a card on the page", () => {
	for (const [name, reply] of sampleReplies()) {
		it(`shows every part of ${name}`, () => {
			const { markup } = renderAnswer(reply);
			const text = shownText(markup);
			const { answer } = reply;
			for (const part of [
				answer.title,
				answer.lead,
				answer.asOf,
				answer.askedFor,
				answer.notCheckedSince,
			]) {
				if (part) expect(text).toContain(part);
			}
			for (const row of answer.rows) {
				for (const part of [row.label, row.value, row.note ?? ""]) expect(text).toContain(part);
			}
			const links = [...markup.matchAll(/href="([^"]*)"/g)].map((match) =>
				unescapeMarkup(match[1] ?? ""),
			);
			for (const source of answer.sources) expect(links).toContain(source.url);
			const actions = [...markup.matchAll(/name="action" value="([^"]*)"/g)].map((match) =>
				decodeAction(unescapeMarkup(match[1] ?? "")),
			);
			for (const choice of answer.choices) expect(actions).toContainEqual(choice.do);
			for (const button of answer.buttons) {
				if ("open" in button) expect(links).toContain(button.open);
				else expect(actions.map((action) => action?.command)).toContain(button.do.command);
			}
			expect(text.match(/not legal advice/g)).toHaveLength(1);
		});
	}

	it("gives the status as a word, not as a colour alone", () => {
		const [, reply] = sampleReplies()[1] ?? sampleReplies()[0]!;
		expect(shownText(renderAnswer(reply).markup)).toContain("Blocked by court");
	});

	it("folds away what is many, and leaves nothing out", () => {
		const text = shownText(renderAnswer(replyWith("x", 120)).markup);
		expect(text).toContain("Show all: 96 more rows");
		expect(text).toContain("Not understood 119");
	});

	const usual = new Set(tagsOf(renderAnswer(replyWith("x")).markup));
	for (const [name, typed] of hostileTexts()) {
		it(`repeats ${name} as text only`, () => {
			const { markup } = renderAnswer(replyWith(typed));
			expect(tagsOf(markup).filter((tag) => !usual.has(tag))).toEqual([]);
			expect(markup).not.toMatch(/[\u0000-\u0008\u001b\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
		});
	}

	it("does not link what is no web address", () => {
		const [, reply] = sampleReplies()[0]!;
		const bad = {
			...reply,
			answer: { ...reply.answer, buttons: [{ label: "Open", open: "javascript:alert(1)" }] },
		};
		expect(renderAnswer(bad).markup).not.toContain("javascript:");
	});
});

describe("a chart on the page", () => {
	it.each(sampleCharts)("is drawn for eyes and for readers: %s", (_, chart) => {
		const { markup } = renderAnswer(replyWithChart(chart));
		expect(markup).toMatch(/<figure class="chart"><svg [^>]*role="img"[^>]*><title>/);
		expect(shownText(markup)).toContain(chart.alt);
		// The page's policy allows no style in the markup and no script at all.
		expect(markup).not.toMatch(/ style=|<style|<script| on\w+=/);
	});

	it("takes its colours from the stylesheet, light and dark", () => {
		const { markup } = renderAnswer(replyWithChart(historyChart));
		const used = new Set([...markup.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
		expect(used.size).toBeGreaterThan(4);
		for (const name of used) expect(STYLE.split(`${name}:`)).toHaveLength(3);
	});

	for (const [name, typed] of hostileTexts())
		it(`repeats ${name} as text only`, () => {
			const usual = new Set([...tagsOf(renderAnswer(replyWithTypedChart("lines", "x")).markup)]);
			const { markup } = renderAnswer(replyWithTypedChart("lines", typed));
			expect(tagsOf(markup).filter((tag) => !usual.has(tag))).toEqual([]);
		});
});

describe("the page", () => {
	it("asks and answers without a script, and never puts what is typed in an address", async () => {
		const { app, ask } = page();
		const first = await app.inject("/");
		expect(first.headers["content-type"]).toContain("text/html");
		expect(first.body).toContain('<form class="ask" method="post" action="/" role="search">');
		for (const { body } of [first, await ask(form({ text: "/cap" }))]) {
			// The one script is a file of ours that the page does without.
			const markup = body.replace('<script type="module" src="/desk.js"></script>', "");
			expect(markup).not.toMatch(/<script|<style|style=|onclick|method="get"/i);
			expect(body.match(/<label for="text">/g)).toHaveLength(1);
		}
	});

	it("answers a command, a question, an action, and shows the form again for nothing at all", async () => {
		const { ask } = page();
		expect((await ask(form({ text: "/cap" }))).body).toContain("65,000");
		expect((await ask(form({ text: "is the 100k fee in effect?" }))).body).toContain('id="answer"');
		expect((await ask(form({ action: "odds?level=II" }))).body).toMatch(/Level II/);
		expect((await ask(form({ text: "  " }))).body).not.toContain('id="answer"');
		expect((await ask(form({ action: "no such thing!" }))).statusCode).toBe(200);
	});

	it("keeps what was typed in the field, escaped", async () => {
		const { ask } = page();
		const { body } = await ask(form({ text: '/cap "><script>alert(1)</script>' }));
		expect(body).toContain("&quot;&gt;&lt;script&gt;");
		expect(body).not.toContain("<script>");
	});

	it("serves each fact as a page and as JSON", async () => {
		const { app } = page();
		const url = `/facts/${desk.facts.all[0]?.id}`;
		expect((await app.inject(url)).json()).toMatchObject({ id: desk.facts.all[0]?.id });
		for (const fact of desk.facts.all) {
			const found = await app.inject({
				url: `/facts/${fact.id}`,
				headers: { accept: "text/html,application/json;q=0.9" },
			});
			expect(found.headers["content-type"]).toContain("text/html");
			expect(shownText(found.body)).toContain(fact.title);
		}
		expect((await app.inject("/facts/no/such")).statusCode).toBe(404);
		expect((await app.inject("/facts.json")).json().facts).toHaveLength(desk.facts.all.length);
	});

	it("says what is stored and what never is, and how to reach the operator", async () => {
		const privacy = shownText((await page().app.inject("/privacy")).body);
		expect(privacy).toContain("Never kept What you type, a salary included.");
		for (const kept of ["an admin chose", "Which channels are told", "access token", "/forget"])
			expect(privacy).toContain(kept);
		expect((await page().app.inject("/support")).body).toContain("has not named a contact");
		const { body } = await page({
			url: "https://desk.example.org/help",
			email: "desk@example.org",
		}).app.inject("/support");
		expect(body).toContain('href="https://desk.example.org/help"');
		expect(body).toContain('href="mailto:desk@example.org"');
	});
});

describe("POST /api/answer", () => {
	const post = (payload: string, type = "application/json") =>
		page().app.inject({
			method: "POST",
			url: "/api/answer",
			headers: { "content-type": type },
			payload,
		});

	it("answers 200 for every outcome", async () => {
		for (const text of [
			"/cap",
			"/odds",
			"/odds level:9",
			"/nonsense",
			"how do I fake my degree",
			"weather in Paris",
			"",
		]) {
			const { statusCode, body } = await post(JSON.stringify({ text }));
			expect(statusCode, body).toBe(200);
			expect(JSON.parse(body)).toMatchObject({
				outcome: expect.any(String),
				text: expect.any(String),
				input: {},
			});
		}
	});

	it("takes a day and a language, other keys, and JSON under any content type", async () => {
		const asked = await post('{"text":"/cap","asOf":"2026-07-01","locale":"en","id":7}');
		expect(asked.json().answer.askedFor).toBe("2026-07-01");
		expect((await post('{"text":"/cap"}', "application/x-www-form-urlencoded")).statusCode).toBe(
			200,
		);
		expect((await post('{"text":"/cap"}', "text/plain")).statusCode).toBe(200);
	});

	for (const body of [
		"",
		"nope",
		"null",
		"[]",
		"{}",
		'"/cap"',
		'{"text":5}',
		'{"text":"/cap","asOf":"2026-02-30"}',
		'{"text":"/cap","locale":7}',
	]) {
		it(`refuses ${body || "an empty body"} with 400 and says what to send`, async () => {
			const refused = await post(body);
			expect(refused.statusCode).toBe(400);
			expect(refused.json().error).toMatch(/send a JSON object/);
		});
	}
});
