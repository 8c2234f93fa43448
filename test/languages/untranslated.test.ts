import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { formOf } from "../../src/adapters/discord/form.ts";
import { createLimits } from "../../src/adapters/limit.ts";
import { registerPage } from "../../src/adapters/page/page.ts";
import { formTrouble, shareTrouble } from "../../src/adapters/slack/errors.ts";
import { cardView } from "../../src/adapters/slack/forms/card-view.ts";
import { FORMS, type FormName } from "../../src/adapters/slack/forms/fields.ts";
import { formView } from "../../src/adapters/slack/forms/form-view.ts";
import { missingIn } from "../../src/adapters/slack/forms/read-form.ts";
import { homeView } from "../../src/adapters/slack/home-view.ts";
import { postIn } from "../../src/commands/post-in.ts";
import { readConfig } from "../../src/config.ts";
import type { PlainDate } from "../../src/core/dates.ts";
import type { Reply } from "../../src/core/reply.ts";
import { changeCard } from "../../src/core/watching/change-card.ts";
import type { FactState } from "../../src/core/watching/snapshot.ts";
import type { Who } from "../../src/core/who.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { createSettingsMemory } from "../../src/jobs/settings-memory.ts";
import { pageParts } from "../../src/page-parts.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { type Store, StoreError } from "../../src/store/store.ts";
import { starterWages, TODAY, testDesk, testServices } from "../helpers/desk.ts";
import { fakePlatforms } from "../helpers/fake-platforms.ts";
import { shownText } from "../helpers/markup.ts";
import { PUBLIC_PAGES } from "../helpers/pages.ts";
import { textsOf } from "../helpers/payload-texts.ts";
import { pseudoLanguages, unsaid } from "../helpers/pseudo.ts";

const store = createMemoryStore();
const settings = createSettingsMemory(store);
const platforms = fakePlatforms(() => 0);
const desk = testDesk(TODAY, starterWages, {
	languages: pseudoLanguages,
	services: testServices(settings, platforms.post),
});
const pseudo = pseudoLanguages.all[0] ?? null;
const place = { platform: "slack", id: "T1" } as const;
const ADMIN: Who = { place, channel: "C1", user: "U1", isAdmin: true, locale: "qq" };
const MEMBER: Who = { ...ADMIN, user: "U2", isAdmin: false };

/** Names, what is typed, and ids: the same in every language. */
const NAMES =
	/H-1B Desk|Discord|Slack|\b[a-z-]+\/[a-z0-9-]+|\bonly-here|Doe, \S+@\S+|\/[a-z1]+( (?:public|only-here|me|server|help|about|watch))?|\b[a-z-]+:\S+|[CTU]\d\b|America\/\w+|\ben\b|\bqq\b|POST|English|Pseudo|Jane Doe|JSON/g;
/** Two letters in a row that nobody said. */
const words = (text: string): string[] =>
	unsaid(text)
		.replace(NAMES, " ")
		.match(/\p{L}{2,}[^⟦⟧]{0,40}/gu) ?? [];

const cardTexts = ({ answer }: Reply): string[] => [
	answer.title,
	answer.lead,
	...answer.rows.flatMap(({ label, value, note }) => [label, value, note ?? ""]),
	...answer.choices.map(({ label }) => label),
	...answer.buttons.map(({ label }) => label),
	...Object.values(answer.words?.fixed ?? {}),
];

describe("cards about a place", () => {
	it.each<[string, Who]>([
		["/watch", ADMIN],
		["/watch 100k", MEMBER],
		["/watch 100k", ADMIN],
		["/watch fees at-once quiet:22-7", ADMIN],
		["/watch all hour:9 quiet:8-10", ADMIN],
		["/watch 100k", { ...ADMIN, place: null }],
		["/watches", ADMIN],
		["/watches", { ...MEMBER, channel: "C2" }],
		["/watches", { ...ADMIN, channel: "" }],
		["/unwatch opt", ADMIN],
		["/unwatch 100k", ADMIN],
		["/settings", ADMIN],
		["/settings", MEMBER],
		["/settings public only-here", ADMIN],
		["/settings only-here", ADMIN],
		["/settings default-language:xx", ADMIN],
		["/settings counsel:Jane Doe", ADMIN],
		["/privacy", ADMIN],
		["/forget", ADMIN],
		["/forget me", ADMIN],
		["/forget me confirm", ADMIN],
		["/forget me", MEMBER],
		["/forget server", MEMBER],
		["/forget server", ADMIN],
		["/forget server confirm", ADMIN],
		["/unwatch", ADMIN],
	])("%s", async (line, who) => {
		const reply = await desk.actText(line, { who, store });
		expect(cardTexts(reply).flatMap(words)).toEqual([]);
	});

	it("when a test message does not arrive, or the store is down", async () => {
		platforms.answerNext({
			done: false,
			because: "shut",
			code: "x",
			repeatIsSafe: true,
			words: "This channel is read-only.",
		});
		const down = new Proxy(store, {
			get: () => () => {
				throw new StoreError("STORE_DOWN", "down");
			},
		}) as Store;
		for (const used of [store, down]) {
			const reply = await desk.actText("/watch 100k", { who: ADMIN, store: used });
			expect(reply.outcome).toBe("not-covered");
			expect(cardTexts(reply).flatMap(words)).toEqual([]);
		}
	});

	it.each(["watch", "settings", "privacy", "forget"])("/%s where nobody is known", (name) => {
		const reply = desk.text(`/${name} me`, { locale: "qq" });
		expect(cardTexts(reply).flatMap(words)).toEqual([]);
	});
});

describe("alerts", () => {
	const state = (statement: string): FactState => ({
		status: "in-effect",
		statement,
		from: "2026-01-01" as PlainDate,
		known: "2026-01-01" as PlainDate,
		asOf: "2026-01-02" as PlainDate,
		next: [{ from: "2027-01-01" as PlainDate, statement: `Later: ${statement}` }],
		sources: [],
		mark: statement,
	});
	const change = { fact: "uscis/fee", topic: "fees", title: "The fee", found: 0 };

	it.each([
		["changed", state("Old."), state("New.")],
		["new", null, state("New.")],
		["of the same words", state("New."), state("New.")],
	])("%s", (_, before, after) => {
		const card = postIn(pseudo, () => changeCard({ ...change, before, after }));
		expect(cardTexts(card).flatMap(words)).toEqual([]);
	});

	it("of what is no longer stated tell it in English and say so", () => {
		const card = postIn(pseudo, () =>
			changeCard({ ...change, before: state("Old."), after: null }),
		);
		expect(card.answer.rows[0]?.value).toContain("Old.");
		expect(card.answer.rows.at(-1)?.label).toBe("⟦Translation⟧");
	});
});

describe("what the adapters say", () => {
	const said = <T>(work: () => T): T => desk.speakTo(ADMIN, work);

	it.each(["odds", "level"])("Discord's form of /%s", (command) => {
		const form = said(() => formOf(desk, { command, input: {} }));
		expect(textsOf(form).flatMap(words)).toEqual([]);
	});

	it.each(Object.keys(FORMS) as FormName[])("Slack's form %s", (name) => {
		expect(textsOf(said(() => formView(desk, name, {}))).flatMap(words)).toEqual([]);
	});

	it("Slack's Home tab, windows and troubles", () => {
		const reply = desk.text("/odds 2 masters", { locale: "qq" });
		const shown = said(() => [
			homeView({ isAdmin: true, publicUrl: "https://x.example", report: "https://x.example/r" }),
			homeView({ isAdmin: false, publicUrl: null, report: null }),
			{ ...cardView({ ...reply, answer: { ...reply.answer, sources: [] } }, {}) },
		]);
		const troubles = said(() => [
			...["ratelimited", "expired_trigger_id", "invalid_auth", "x"].map((error) =>
				formTrouble({ data: { error } }, "/odds"),
			),
			...["ratelimited", "not_in_channel", "invalid_auth", "x"].map((error) =>
				shareTrouble({ data: { error } }),
			),
			...Object.values(missingIn("odds", { wage: "1" })),
			...Object.values(missingIn("odds", {})),
		]);
		expect([...shown.flatMap(textsOf), ...troubles].flatMap(words)).toEqual([]);
	});

	it("who asks too much", async () => {
		const limits = createLimits({ user: 1, place: 1 });
		const asker = { platform: "slack", user: "U1", place: "T1" };
		await limits.refusal(asker);
		const tell = await limits.refusal(asker);
		expect(words(said(() => tell?.() ?? "English only"))).toEqual([]);
	});
});

describe("pages", () => {
	const app = createHttpServer(pino({ level: "silent" }));
	const env = { DISCORD_TOKEN: "a.b.c", DISCORD_APPLICATION_ID: "123456789012345678" };
	registerPage(app, pageParts(desk, readConfig(env)));

	/** The page without what is English by its nature and marked so, names of sources, and other looks of a card. */
	const own = (markup: string): string =>
		markup
			.replace(/<(span|dt|h2|article|nav|a)\b[^>]* lang="(?!qq)[^"]*"[^>]*>[\s\S]*?<\/\1>/g, " ")
			.replace(/<figure class="chart" lang="en">[\s\S]*?<\/figure>/g, " ")
			.replace(/<ul class="sources">[\s\S]*?<\/ul>/g, " ")
			.replace(/<div class="previews"[\s\S]*?<\/section><\/div>/g, " ")
			.replace(/<pre[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>|<i>\w<\/i>/g, " ")
			.replace(/<form[^>]*><input type="hidden"[^>]*><button>\/[^<]*/g, " ");

	it.each([...PUBLIC_PAGES, "/support", "/answer/level?wage=1", "/facts/white-house/payment-100k"])(
		"%s",
		async (path) => {
			const url = `${path}${path.includes("?") ? "&" : "?"}lang=qq`;
			const { body } = await app.inject({ url, headers: { accept: "text/html" } });
			expect(body).toContain('<html lang="qq"');
			const markup = own(body);
			expect(words(shownText(markup.slice(markup.indexOf("<body"))))).toEqual([]);
			const labels = [...markup.matchAll(/ (?:aria-label|alt|placeholder|data-label)="([^"]*)"/g)];
			expect(labels.flatMap(([, label = ""]) => words(label))).toEqual([]);
			expect(words(/<title>([^<]*)/.exec(markup)?.[1] ?? "English")).toEqual([]);
		},
	);
});
