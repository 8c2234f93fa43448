import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { keepLanguage, readingOf, withLanguage } from "../../src/adapters/page/page-language.ts";
import { registerPage } from "../../src/adapters/page/page.ts";
import { readConfig } from "../../src/config.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { openLanguages, SPOKEN } from "../../src/messages/languages.ts";
import { pageParts } from "../../src/page-parts.ts";
import { testDesk } from "../helpers/desk.ts";
import { shownText, unescapeMarkup } from "../helpers/markup.ts";
import { PUBLIC_PAGES } from "../helpers/pages.ts";

const desk = testDesk();
const languages = openLanguages();
const app = createHttpServer(pino({ level: "silent" }));
registerPage(app, pageParts(desk, readConfig({ PUBLIC_URL: "https://desk.example.org" })));

const get = (url: string, accepted?: string) =>
	app.inject({
		url,
		headers: {
			accept: "text/html",
			...(accepted !== undefined && { "accept-language": accepted }),
		},
	});
const langOf = (body: string) => /<html lang="([^"]+)" dir="ltr">/.exec(body)?.[1];
const linksOf = (body: string) =>
	[...body.matchAll(/<a[^>]* href="(\/[^"#]*)/g)].map(([, path = ""]) => unescapeMarkup(path));

describe("which language a page is in", () => {
	it.each<[string, unknown, string | undefined, string, string | null]>([
		["English without a wish", undefined, undefined, "en", null],
		["the browser's first", undefined, "hi,en;q=0.5", "hi", null],
		["the heaviest", undefined, "en;q=0.2, te;q=0.9, hi;q=0.5", "te", null],
		["a region's language", undefined, "es-MX", "es", null],
		["the next where the first is not spoken", undefined, "fr, de;q=0.9, es;q=0.8", "es", null],
		["English before a later one", undefined, "en-US,en;q=0.9,hi;q=0.8", "en", null],
		["never one that is refused", undefined, "hi;q=0, en", "en", null],
		["English for any", undefined, "*", "en", null],
		["the next after Traditional Chinese", undefined, "zh-TW, hi;q=0.5", "hi", null],
		["Simplified Chinese by its script", undefined, "zh-Hans-SG", "zh-CN", null],
		["that of the address before the browser's", "te", "hi", "te", "te"],
		["English of the address too", "en", "hi", "en", "en"],
		["the browser's where nobody speaks that of the address", "xx", "hi", "hi", null],
		["the browser's for a list in the address", ["es", "te"], "hi", "hi", null],
		["English for nonsense", "../../etc/passwd", "><script>", "en", null],
		["English for names of objects", "__proto__", "constructor, toString;q=0.9", "en", null],
		["English for a weight that is none", undefined, "hi;q=abc", "en", null],
		["what comes first of a header that never ends", undefined, "te,".repeat(50_000), "te", null],
		["English for separators alone", undefined, `${";,".repeat(20_000)}`, "en", null],
		["English for a very long tag", undefined, `${"a-".repeat(20_000)}hi`, "en", null],
	])("%s", (_, lang, accepted, tag, chosen) => {
		const headers = accepted === undefined ? {} : { "accept-language": accepted };
		const reading = readingOf({ query: { lang }, headers }, languages);
		expect([reading.language?.tag ?? "en", reading.chosen]).toEqual([tag, chosen]);
	});

	it("does not take long to read a hostile header", () => {
		const before = performance.now();
		for (const header of [`en;${" ".repeat(100_000)}q`, `${"q=1;".repeat(100_000)}`])
			readingOf({ query: {}, headers: { "accept-language": header } }, languages);
		expect(performance.now() - before).toBeLessThan(500);
	});
});

describe("links", () => {
	it.each([
		["/board", "/board?lang=hi"],
		["/answer/odds?level=II", "/answer/odds?level=II&lang=hi"],
		["/facts#fees", "/facts?lang=hi#fees"],
	])("%s in a language", (address, expected) => {
		expect(withLanguage(address, "hi")).toBe(expected);
	});

	it.each([
		[' href="/board"', ' href="/board?lang=hi"'],
		[' action="/"', ' action="/?lang=hi"'],
		[' href="/answer/odds?level=II"', ' href="/answer/odds?level=II&amp;lang=hi"'],
		[' href="/facts#fees"', ' href="/facts?lang=hi#fees"'],
		[' href="/board?lang=es"', ' href="/board?lang=es"'],
		[' href="/desk.css"', ' href="/desk.css"'],
		[' href="/facts.json"', ' href="/facts.json"'],
		[' href="https://www.uscis.gov/"', ' href="https://www.uscis.gov/"'],
		[" href=&quot;/board&quot;", " href=&quot;/board&quot;"],
	])("%s keeps it", (markup, expected) => {
		expect(keepLanguage(markup, "hi")).toBe(expected);
	});
});

describe.each(SPOKEN.map(({ tag }) => tag))("the pages in %s", (tag) => {
	it.each(PUBLIC_PAGES)(
		"%s names its language, keeps it in every link, and is found",
		async (path) => {
			const url = withLanguage(path, tag);
			const { statusCode, body, headers } = await get(url);
			expect(statusCode).toBe(200);
			expect(langOf(body)).toBe(tag);
			expect(headers["content-language"]).toBe(tag);
			// The address decides: a cache needs to know nothing else of the reader.
			expect(String(headers.vary ?? "")).not.toContain("language");
			const others = linksOf(body).filter(
				(link) => !/\.\w+$/.test(link) && !link.includes("lang="),
			);
			expect(others).toEqual([]);
			for (const form of body.match(/<form[^>]*>/g) ?? []) expect(form).toContain(`lang=${tag}"`);
		},
	);

	it.each(PUBLIC_PAGES)(
		"%s is the same when the browser asks for it, and caches know",
		async (path) => {
			const { body, headers } = await get(path, tag);
			expect(langOf(body)).toBe(tag);
			expect(String(headers.vary)).toContain("accept-language");
			expect(headers.etag).not.toBe((await get(path)).headers.etag);
			// No link needs a language where the browser says it at each visit.
			const named = linksOf(body.replace(/<nav class="languages"[\s\S]*?<\/nav>/, ""));
			expect(named.filter((link) => /[?&]lang=(?!en)/.test(link))).toEqual([]);
		},
	);

	it("an answer comes in the language of the page, typed or pressed or by its address", async () => {
		const lead = desk.text("/cap", { locale: tag }).answer.lead;
		const post = (payload: string) =>
			app.inject({
				method: "POST",
				url: `/?lang=${tag}`,
				payload,
				headers: { "content-type": "application/x-www-form-urlencoded" },
			});
		for (const { body } of [
			await post("text=%2Fcap"),
			await post("action=cap"),
			await get(`/answer/cap?lang=${tag}`),
		])
			expect(shownText(body)).toContain(lead);
	});

	it("suggestions explain themselves in it", async () => {
		const { suggestions } = (
			await app.inject({ method: "POST", url: `/complete?lang=${tag}`, payload: { text: "/cap" } })
		).json();
		const summary = desk.commands.find(({ name }) => name === "cap")?.summary ?? "";
		expect(suggestions[0].note).toBe(languages.find(tag)?.message(summary, {}));
	});

	it("pay stands in no address, whatever the language", async () => {
		const { body } = await app.inject({
			method: "POST",
			url: `/?lang=${tag}`,
			payload: "text=%2Flevel+137429+software+engineer+austin",
			headers: { "content-type": "application/x-www-form-urlencoded" },
		});
		expect(body.match(/(?:href|action|src)="[^"]*137[,.]?429[^"]*"/g)).toBeNull();
		const refused = await get(`/answer/level?wage=137429&lang=${tag}`);
		expect(refused.statusCode).toBe(400);
		expect(refused.body).not.toMatch(/137[,.]?429/);
	});
});

describe("search engines", () => {
	it("learn the one address of a page and its translations", async () => {
		const { body } = await get("/board?lang=hi&x=%22%3E%3Cscript%3E");
		expect(body).toContain('<link rel="canonical" href="https://desk.example.org/board?lang=hi">');
		for (const tag of ["en", ...SPOKEN.map(({ tag: one }) => one)])
			expect(body).toContain(
				`<link rel="alternate" hreflang="${tag}" href="https://desk.example.org/board?lang=${tag}">`,
			);
		expect(body).toContain('hreflang="x-default" href="https://desk.example.org/board"');
		expect(body).not.toContain("<script>");
	});

	it("are kept from answers, which have no such addresses", async () => {
		const { body } = await get("/answer/cap?lang=hi");
		expect(body).toContain('content="noindex"');
		expect(body).not.toContain("canonical");
	});
});

it("the frame leads to the same page in every language", async () => {
	for (const path of PUBLIC_PAGES) {
		const { body } = await get(path);
		const frame = /<nav class="languages"[\s\S]*?<\/nav>/.exec(body)?.[0] ?? "";
		expect(linksOf(frame)).toEqual(
			["en", ...SPOKEN.map(({ tag }) => tag)].map((tag) => withLanguage(path, tag)),
		);
	}
});
