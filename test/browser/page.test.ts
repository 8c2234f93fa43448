import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser, type Browser } from "../../scripts/pictures/browser.ts";
import { withLanguage } from "../../src/adapters/page/page-language.ts";
import { registerPage } from "../../src/adapters/page/page.ts";
import { readConfig } from "../../src/config.ts";
import { drawings } from "../../src/drawings.ts";
import { SPOKEN } from "../../src/messages/languages.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { pageParts } from "../../src/page-parts.ts";
import { testDesk } from "../helpers/desk.ts";
import { PUBLIC_PAGES } from "../helpers/pages.ts";
import { textsOf } from "../helpers/payload-texts.ts";

if (!CHROMIUM) console.warn("no Chromium on this machine: the tests in a browser are skipped");

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const desk = testDesk();
const ENGLISH = [...PUBLIC_PAGES, "/facts/white-house/payment-100k", "/answer/odds", "/answer/cap"];
const TAGS = SPOKEN.map(({ tag }) => tag);
/** Each page, and each once more in another language: they take turns. */
const PAGES = [
	...ENGLISH,
	...ENGLISH.map((path, i) => withLanguage(path, TAGS[i % TAGS.length] ?? "es")),
];

const OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
interface AxeResult {
	violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

let app: FastifyInstance;
let base: string;

beforeAll(async () => {
	app = createHttpServer(pino({ level: "silent" }));
	registerPage(app, pageParts(desk, readConfig({ SUPPORT_EMAIL: "desk@example.org" })));
	await app.listen({ host: "127.0.0.1", port: 0 });
	base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app?.close());

/** Opens a browser for the tests of a block; what a page logs or asks elsewhere is a mistake. */
function withBrowser(options: Parameters<typeof openBrowser>[0]) {
	const held: { browser?: Browser; mistakes: string[] } = { mistakes: [] };
	beforeAll(async () => {
		const browser = await openBrowser(options);
		held.browser = browser;
		browser.context.on("page", (page) => {
			page.on("console", (message) => {
				if (message.type() === "error") held.mistakes.push(message.text());
			});
			page.on("pageerror", (error) => held.mistakes.push(error.message));
			page.on("request", (request) => {
				if (!request.url().startsWith(base)) held.mistakes.push(`asks ${request.url()}`);
			});
		});
	});
	afterAll(() => held.browser?.close());
	return {
		async open(path: string): Promise<Page> {
			held.mistakes.length = 0;
			const page = await held.browser!.context.newPage();
			await page.goto(base + path);
			return page;
		},
		mistakes: () => held.mistakes,
	};
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();
const textOf = async (page: Page, selector: string) =>
	squeeze((await page.textContent(selector)) ?? "").replaceAll(" ", "");

/** Types a line and presses Enter, as somebody without a mouse does. */
async function ask(page: Page, line: string): Promise<void> {
	await page.focus("#text");
	await page.keyboard.press("Control+A");
	await page.keyboard.type(line);
	await page.keyboard.press("Escape");
	await page.keyboard.press("Enter");
	await page.waitForSelector("#answer-title:focus");
	expect(await page.inputValue("#text")).toBe(line);
}

describe.skipIf(!CHROMIUM)("by keyboard", () => {
	const { open, mistakes } = withBrowser({});

	it.each(desk.commands.map(({ name, examples }) => [name, examples] as const))(
		"/%s: its examples answer, and the cards hold what their payloads say",
		async (_, examples) => {
			const page = await open("/");
			for (const line of examples) {
				await ask(page, line);
				const reply = desk.text(line);
				expect(await page.textContent("#answer-title"), line).toBe(reply.answer.title);
				const shown = {
					discord: await textOf(page, ".discord"),
					slack: await textOf(page, ".slack"),
				};
				for (const [name, payload] of [
					["discord", await drawings.discord(reply)],
					["slack", await drawings.slack(reply)],
				] as const)
					for (const text of textsOf(payload))
						expect(shown[name], `${line} on ${name}`).toContain(text.replace(/\s+/g, ""));
			}
			expect(mistakes()).toEqual([]);
			expect(new URL(page.url()).href).toBe(`${base}/`);
			await page.close();
		},
	);

	it("suggestions complete a command, an option and its value", async () => {
		const page = await open("/");
		await page.focus("#text");
		await page.keyboard.type("/od");
		await page.waitForSelector("[role=option]");
		await page.keyboard.press("ArrowDown");
		expect(await page.getAttribute("#text", "aria-activedescendant")).toBe("suggestion-0");
		await page.keyboard.press("Enter");
		expect(await page.inputValue("#text")).toBe("/odds ");
		await page.keyboard.type("level:");
		await page.waitForSelector("[role=option]:has-text('Level IV')");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		expect(await page.inputValue("#text")).toBe("/odds level:IV ");
		await page.keyboard.press("Escape");
		expect(await page.getAttribute("#text", "aria-expanded")).toBe("false");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#answer-title:has-text('Level IV')");
	});

	it("arrows bring back what was asked; nothing of it stays in the browser", async () => {
		const page = await open("/");
		await ask(page, "/cap");
		await ask(page, "/level 137429 software engineer austin");
		await page.focus("#text");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ArrowUp");
		expect(await page.inputValue("#text")).toBe("/cap");
		await page.keyboard.press("ArrowDown");
		expect(await page.inputValue("#text")).toContain("137429");
		const kept = await page.evaluate(
			"JSON.stringify([localStorage, sessionStorage, document.cookie, history.state, location.href])",
		);
		expect(kept).not.toContain("137429");
		await page.reload();
		expect(await page.content()).not.toContain("137429");
	});

	it("going back shows the answer before", async () => {
		const page = await open("/");
		await ask(page, "/cap");
		await ask(page, "/dates");
		await page.goBack();
		await page.waitForSelector("#answer-title:has-text('cap')");
		await page.goForward();
		await page.waitForSelector("#answer-title:has-text('Dates')");
	});

	it("an answer is copied as text, and its link opens the same card", async () => {
		const page = await open("/");
		await ask(page, "/odds 2 masters");
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.focus(".copy");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#said:has-text('Copied')");
		expect(await page.evaluate("navigator.clipboard.readText()")).toContain("General information");
		const title = await page.textContent("#answer-title");
		await page.focus("#permalink");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/answer\/odds\?level=II/);
		expect(await page.textContent("#answer-title")).toBe(title);
	});
});

for (const isDark of [false, true])
	describe.skipIf(!CHROMIUM)(`for everybody, ${isDark ? "dark" : "light"}`, () => {
		const { open, mistakes } = withBrowser({ isDark, width: 1440 });

		it.each(PAGES)("%s has nothing that axe finds", async (path) => {
			const page = await open(path);
			await page.evaluate(OPEN_ALL);
			expect(await violations(page)).toEqual([]);
			expect(mistakes()).toEqual([]);
			await page.close();
		});

		it("open suggestions have nothing that axe finds", async () => {
			const page = await open("/");
			await page.focus("#text");
			await page.keyboard.type("/");
			await page.waitForSelector("[role=option]");
			await page.keyboard.press("ArrowDown");
			expect(await violations(page)).toEqual([]);
			await page.close();
		});
	});

/** WCAG 2.2 at level AA, as far as a program can tell. The page's policy stays on: axe runs beside it. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(await readFile(AXE, "utf8"));
	const found: AxeResult = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
	return found.violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.slice(0, 3)
				.map((n) => `${n.html.slice(0, 160)} ${n.failureSummary}`)
				.join(" | ")}`,
	);
}

describe.skipIf(!CHROMIUM)("on a narrow phone", () => {
	const { open } = withBrowser({ width: 320, height: 640 });
	it.each([
		...PAGES,
		"/answer/fee?employees=30",
		"/answer/employers",
		"/answer/policy",
		"/answer/help",
		...TAGS.flatMap((tag) =>
			["/", "/board", "/odds", "/answer/fee?employees=30"].map((path) => withLanguage(path, tag)),
		),
	])("%s never scrolls sideways", async (path) => {
		const page = await open(path);
		await page.evaluate(OPEN_ALL);
		const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
		expect(over).toBeLessThanOrEqual(0);
		await page.close();
	});
});

describe.skipIf(!CHROMIUM)("in another language", () => {
	const { open, mistakes } = withBrowser({});

	it("a language of the frame stays while asking, pressing and going on", async () => {
		const page = await open("/");
		await page.click(".languages >> text=हिन्दी");
		expect(await page.getAttribute("html", "lang")).toBe("hi");
		await ask(page, "/cap");
		const { title } = desk.text("/cap", { locale: "hi" }).answer;
		expect(await page.textContent("#answer-title")).toBe(title);
		expect(new URL(page.url()).search).toBe("?lang=hi");
		expect(await page.textContent(".copy")).toBe(
			desk.languages.find("hi")?.message("Copy as text", {}),
		);
		await page.click("header nav a[href^='/board']");
		expect(await page.getAttribute("html", "lang")).toBe("hi");
		await page.click(".told a");
		expect(await page.getAttribute("html", "lang")).toBe("en");
		expect(mistakes()).toEqual([]);
	});
});

describe.skipIf(!CHROMIUM)("without a script", () => {
	const { open } = withBrowser({ hasScript: false });
	it("asking, choosing, the cards and the facts all work", async () => {
		const page = await open("/");
		await page.fill("#text", "/odds");
		await page.press("#text", "Enter");
		await page.click(".choices button:has-text('Level II')");
		expect(await page.textContent("#answer-title")).toContain("Level II");
		expect(await page.isVisible(".discord")).toBe(true);
		expect(await page.isVisible(".slack")).toBe(true);
		await page.click("nav >> text=Facts");
		await page.click("text=Weighted selection >> nth=0");
		await page.click("#weighted-selection ~ ul a >> nth=0");
		expect(page.url()).toContain("/facts/dhs/");
		expect(await page.isVisible("text=What applied, newest first")).toBe(true);
	});
});

it("all that a first visit loads is under 150 kB compressed", async () => {
	const paths = [
		"/answer/odds?level=II&degree=us-masters",
		"/desk.css",
		"/desk.js",
		"/icon.svg",
		"/fonts/Inter-Regular.ttf",
		"/fonts/Inter-SemiBold.ttf",
	];
	let bytes = 0;
	for (const path of paths) bytes += gzipSync((await app.inject(path)).rawPayload).byteLength;
	expect(bytes).toBeLessThan(150_000);
});
