import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { answerPath, EVERYDAY } from "../../src/adapters/page/everyday.ts";
import { registerPage } from "../../src/adapters/page/page.ts";
import { readConfig } from "../../src/config.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { pageParts } from "../../src/page-parts.ts";
import { TODAY, testDesk } from "../helpers/desk.ts";
import { shownText, unescapeMarkup } from "../helpers/markup.ts";
import { PUBLIC_PAGES } from "../helpers/pages.ts";

const desk = testDesk();

function page(env: Record<string, string> = {}) {
	const app = createHttpServer(pino({ level: "silent" }));
	registerPage(app, pageParts(desk, readConfig(env)));
	return app;
}

const app = page();

describe("the public pages", () => {
	it.each(PUBLIC_PAGES)(
		"%s is a page with one main heading, a title and working links",
		async (url) => {
			const { statusCode, body, headers } = await app.inject({
				url,
				headers: { accept: "text/html" },
			});
			expect(statusCode).toBe(200);
			expect(headers["content-type"]).toContain("text/html");
			expect(body.match(/<title>[^<]+<\/title>/g)?.[0]).toContain("H-1B Desk");
			expect(body.match(/<h1/g)).toHaveLength(1);
			expect(body).not.toMatch(/ style=|<style| on\w+=|src="http/);
			const links = [...body.matchAll(/ href="(\/[^"#]*)/g)].map(([, path = ""]) =>
				unescapeMarkup(path),
			);
			for (const link of new Set(links)) {
				const found = await app.inject({ url: link, headers: { accept: "text/html" } });
				expect(found.statusCode, link).toBe(200);
			}
		},
	);

	it.each([
		...PUBLIC_PAGES,
		"/desk.css",
		"/desk.js",
		"/facts.atom",
		"/dates.ics",
		"/calendar/fy2027.ics",
	])("%s is cached by its tag", async (url) => {
		const headers = { accept: "text/html" };
		const first = await app.inject({ url, headers });
		const tag = String(first.headers.etag);
		expect(tag).toMatch(/^"[\w-]{22}"$/);
		expect(first.headers["cache-control"]).toMatch(/^public, max-age=60/);
		for (const held of [tag, `W/${tag}`, `"other", ${tag}`]) {
			const again = await app.inject({ url, headers: { ...headers, "if-none-match": held } });
			expect([again.statusCode, again.body]).toEqual([304, ""]);
		}
		const other = await app.inject({ url, headers: { ...headers, "if-none-match": '"other"' } });
		expect(other.statusCode).toBe(200);
	});

	it("takes no address apart that it does not know", async () => {
		for (const url of [
			"/reports/nope",
			"/reports/..%2f..%2fpackage",
			"/calendar/fy1999.ics",
			"/calendar/fy2099.ics",
			"/calendar/x",
			"/answer/nope",
			"/answer/__proto__",
		])
			expect((await app.inject(url)).statusCode, url).toBe(404);
	});

	it("says how it is added, with a reason for each permission", async () => {
		expect((await app.inject("/add")).body).toContain("no public Slack app");
		const { body } = await page({
			DISCORD_TOKEN: "a.b.c",
			DISCORD_APPLICATION_ID: "123456789012345678",
		}).inject("/add");
		expect(body).toMatch(
			/href="https:\/\/discord\.com\/oauth2\/authorize\?client_id=123456789012345678/,
		);
		const reasons = [...body.matchAll(/<dt>[^<]+<\/dt><dd>([^<]*)<\/dd>/g)].map(
			([, why = ""]) => why,
		);
		expect(reasons.length).toBeGreaterThanOrEqual(4);
		for (const why of reasons) expect(why.length).toBeGreaterThan(20);
	});

	it("shows on the board what /policy says", async () => {
		const text = shownText((await app.inject("/board")).body);
		for (const row of desk.run("policy", {}).answer.rows) {
			expect(text).toContain(row.label);
			expect(text).toContain(row.value);
		}
	});

	it("lists every fact", async () => {
		const { body } = await app.inject("/facts");
		for (const { id } of desk.facts.all) expect(body).toContain(`href="/facts/${id}"`);
	});

	it("explains the odds with the numbers that /odds gives", async () => {
		const text = shownText((await app.inject("/odds")).body);
		for (const level of ["I", "II", "III", "IV"])
			for (const degree of ["us-masters", "none"]) {
				const { chance } = desk.run("odds", { level, degree }).values;
				expect(text).toContain(`${Math.round(Number(chance) * 100)}%`);
			}
	});
});

describe("the address of an answer", () => {
	it("stands on the card when the answer may be shared, and gives the same card", async () => {
		for (const text of [
			"/odds 2 masters",
			"/cap 2027",
			"is the 100k fee in effect?",
			"/fee 30 employees",
		]) {
			const card = desk.text(text);
			const path = card.again && answerPath(card.again);
			expect(path, text).toBeTruthy();
			const shown = shownText((await app.inject(path ?? "")).body);
			expect(shown).toContain(card.answer.title);
			expect(shown).toContain(card.answer.lead);
		}
	});

	it.each([
		"/answer/level?wage=137429&occupation=15-1252&area=12420",
		"/answer/odds?wage=137429&occupation=15-1252&area=12420",
		"/answer/level?wage=137429",
		"/answer/odds?level=II&wage=137429",
	])("takes no pay: %s", async (url) => {
		const { statusCode, body } = await app.inject(url);
		expect(statusCode).toBe(400);
		expect(body).toContain("Pay is not read from an address");
		expect(body).not.toMatch(/137[,.]?429/);
	});
});

describe("ten everyday questions and more are one click from the first page:", () => {
	const WORDS: Record<string, RegExp> = {
		"What are my chances with my wage level?": /Which wage level/,
		"When does registration open, and what comes next?": /March 2027/,
		"How does the weighted selection work?": /entered four times/,
		"How many places are there a year?": /65,000/,
		"What can I do if I am not selected?": /cap-exempt/,
		"Which employers need no lottery?": /higher education/,
		"Is the $100,000 payment in effect?": /blocked by court/i,
		"What does a petition cost, and which fees are there?": /fee/i,
		"Who has to pay the petition fees?": /employer/i,
		"What is a wage level?": /four/i,
		"How long can I stay?": /six years/,
		"Can I change employers, and when may I start?": /new employer/i,
		"How long may I stay after losing the job?": /60 days/,
		"May I travel while a change of status is pending?": /abandon/,
		"Can my H-4 spouse work?": /I-140/,
		"Does my OPT go on until October?": /April 1/,
	};
	const questions = EVERYDAY.flatMap(([, list]) => list);
	it.each(questions)("%s", async (question, action) => {
		const path = answerPath(action) ?? "";
		const first = (await app.inject("/")).body;
		expect(unescapeMarkup(first)).toContain(`href="${path}"`);
		const { body } = await app.inject(path);
		const { outcome } = desk.run(action.command, action.input);
		expect(["answered", "choices"]).toContain(outcome);
		expect(shownText(body)).toMatch(WORDS[question] ?? /no words given/);
	});
});

it("the feed has the newest changes that are known, each once, and nothing of tomorrow", async () => {
	const { body, headers } = await page({ PUBLIC_URL: "https://desk.example.org" }).inject(
		"/facts.atom",
	);
	expect(headers["content-type"]).toContain("application/atom+xml");
	expect(body).toMatch(
		/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/,
	);
	const ids = [
		...body.matchAll(/<id>(urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/id>/g),
	].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(body.match(/<entry>/g)).toHaveLength(ids.length - 1);
	const days = [...body.matchAll(/<updated>(\d{4}-\d{2}-\d{2})T00:00:00Z<\/updated>/g)].map(
		([, on = ""]) => on,
	);
	expect(days).toHaveLength(ids.length);
	expect(days).toEqual([...days].sort().reverse());
	expect(days[0]! <= TODAY).toBe(true);
	expect(body).toContain('href="https://desk.example.org/facts/');
});
