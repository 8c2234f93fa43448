import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/commands/desk.ts";
import { visibilityIn } from "../../src/core/place-settings.ts";
import type { Who } from "../../src/core/who.ts";
import { createSettingsMemory, type SettingsMemory } from "../../src/jobs/settings-memory.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { MAPS, type Store, StoreError } from "../../src/store/store.ts";
import { starterWages, TODAY, testDesk, testServices } from "../helpers/desk.ts";
import { fakePlatforms, trouble } from "../helpers/fake-platforms.ts";
import { type Languages, ONLY_ENGLISH } from "../../src/core/say.ts";
import { openLanguages } from "../../src/messages/languages.ts";
import { hostileTexts } from "../helpers/hostile.ts";

const ADMIN: Who = {
	place: { platform: "discord", id: "1" },
	channel: "11",
	user: "900",
	isAdmin: true,
};
const MEMBER: Who = { ...ADMIN, user: "901", isAdmin: false };

let store: Store;
let settings: SettingsMemory;
let platforms: ReturnType<typeof fakePlatforms>;
let desk: Desk;

beforeEach(() => {
	store = createMemoryStore();
	open(store);
});

function open(used: Store, languages: Languages = ONLY_ENGLISH): void {
	settings = createSettingsMemory(used);
	platforms = fakePlatforms(() => 0);
	desk = testDesk(TODAY, starterWages, {
		version: "test",
		languages,
		services: testServices(settings, platforms.post),
	});
}

const say = (line: string, who: Who = ADMIN) => desk.actText(line, { who, store });
const stored = async (): Promise<string> =>
	JSON.stringify(await Promise.all(MAPS.map((map) => store.map(map).under(""))));
const watchOf = (key = "discord/1/11") => store.map("watches").get(key);

describe("/watch", () => {
	it("posts a test, keeps the watch, and says done only then", async () => {
		const reply = await say("/watch 100k");
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.lead).toMatch(/^Done/);
		expect(reply).toMatchObject({ isPrivate: true, again: null });
		expect(platforms.posted).toHaveLength(1);
		expect(platforms.posted[0]?.post).toMatchObject({ channel: "11", turnedOnBy: "900" });
		expect(platforms.posted[0]?.nonce.length).toBeLessThanOrEqual(25);
		expect(await watchOf()).toEqual({
			topics: ["payment-100k"],
			when: "daily",
			hour: 9,
			quiet: null,
			timeZone: "America/New_York",
			by: "900",
			after: "000000/~",
		});
	});

	it.each([
		["/watch all", { topics: ["all"] }],
		["/watch topic:fees at-once", { topics: ["fees"], when: "at-once" }],
		["/watch fees daily hour:17", { hour: 17 }],
		["/watch fees hour:5pm", { hour: 17 }],
		[
			"/watch fees quiet:22-7 time-zone:Europe/Berlin",
			{ quiet: { from: 22, to: 7 }, timeZone: "Europe/Berlin" },
		],
		[
			"/watch fees quiet:10pm-7am time-zone:pacific",
			{ quiet: { from: 22, to: 7 }, timeZone: "America/Los_Angeles" },
		],
		["/watch fees time-zone:new york", { timeZone: "America/New_York" }],
		["/h1b watch weighted selection", { topics: ["weighted-selection"] }],
	])("reads %s", async (line, expected) => {
		expect((await say(line)).answer.lead).toMatch(/^Done/);
		expect(await watchOf()).toMatchObject(expected);
	});

	it("adds a topic, keeps the times, and all takes the place of single ones", async () => {
		await say("/watch fees at-once quiet:22-7");
		await say("/watch cap");
		expect(await watchOf()).toMatchObject({
			topics: ["fees", "cap"],
			when: "at-once",
			quiet: { from: 22, to: 7 },
		});
		await say("/watch all quiet:off");
		expect(await watchOf()).toMatchObject({ topics: ["all"], quiet: null });
	});

	it.each([
		["/watch fees hour:25", /hour/i],
		["/watch fees quiet:7", /quiet|hours/i],
		["/watch fees time-zone:Mars/Base", /time zone/i],
		["/watch fees quiet:8-10 hour:9", /quiet hours/i],
		["/watch fees as-of:2026-01-01", /no such option|not understood|takes/i],
	])("says what to type for %s and keeps nothing", async (line, expected) => {
		const reply = await say(line);
		expect(reply.outcome).toBe("invalid");
		expect(JSON.stringify(reply.answer)).toMatch(expected);
		expect(platforms.posted).toEqual([]);
		expect(await watchOf()).toBeUndefined();
	});

	it("asks which topic when none is named", async () => {
		const reply = await say("/watch");
		expect(reply.outcome).toBe("choices");
		expect(reply.answer.choices[0]?.do).toEqual({ command: "watch", input: { topic: "all" } });
		expect(reply.answer.choices.length).toBeLessThanOrEqual(25);
	});

	it.each(["gone", "shut", "later", "refused", "down", "unknown"] as const)(
		"keeps nothing when the test is %s, and says why",
		async (because) => {
			platforms.answerNext(trouble(because));
			const reply = await say("/watch fees");
			expect(reply.answer.lead).toContain(`It is ${because}.`);
			expect(reply.answer.lead).not.toMatch(/done/i);
			expect(await stored()).not.toContain("900");
		},
	);

	it("does not say done when the store is down", async () => {
		open({
			...store,
			map: (name) => ({
				...store.map(name),
				swap: () => Promise.reject(new StoreError("STORE_DOWN", "down")),
			}),
		});
		const down: Store = {
			...store,
			map: (name) => ({
				...store.map(name),
				swap: () => Promise.reject(new StoreError("STORE_DOWN", "down")),
			}),
		};
		const reply = await desk.actText("/watch fees", { who: ADMIN, store: down });
		expect(reply.answer.lead).toMatch(/nothing was changed/);
		expect(reply.outcome).toBe("not-covered");
	});

	it.each(["/watch fees", "/unwatch", "/settings public", "/forget server confirm"])(
		"%s is for admins",
		async (line) => {
			await say("/watch fees");
			const before = await stored();
			const reply = await say(line, MEMBER);
			expect(reply.outcome).toBe("declined");
			expect(await stored()).toBe(before);
		},
	);

	it.each(["watch fees", "unwatch", "watches", "settings", "privacy", "forget me"])(
		"/%s on the page sends people to Discord or Slack",
		(line) => {
			expect(desk.text(`/${line}`).answer.lead).toMatch(/in Discord or Slack/);
		},
	);

	it.each(["/watch fees", "/unwatch", "/watches", "/settings", "/forget server"])(
		"%s in a direct message says where to use it",
		async (line) => {
			const reply = await say(line, { ...ADMIN, place: null });
			expect(reply.answer.lead).toMatch(/in a channel of the server/);
		},
	);
});

describe("/unwatch and /watches", () => {
	it("take one topic away, then the rest, with everything kept about it", async () => {
		await say("/watch fees");
		await say("/watch cap");
		await store.map("deliveries").set("discord/1/11", { cursor: "x" });
		expect((await say("/unwatch fees")).answer.lead).toMatch(/^Done/);
		expect(await watchOf()).toMatchObject({ topics: ["cap"] });
		expect((await say("/unwatch")).answer.lead).toMatch(/^Done/);
		expect(await stored()).toBe(JSON.stringify(MAPS.map(() => [])));
		expect((await say("/unwatch")).answer.title).toBe("Nothing to turn off");
	});

	it("list all to admins, to others their channel", async () => {
		await say("/watch fees");
		await say("/watch cap", { ...ADMIN, channel: "12" });
		await say("/watch cap", { ...ADMIN, place: { platform: "discord", id: "2" } });
		expect((await say("/watches")).answer.rows).toHaveLength(2);
		expect((await say("/watches", MEMBER)).answer.rows).toHaveLength(1);
	});

	it("speak of no channel where there is none, as on Slack's Home tab", async () => {
		await say("/watch fees");
		expect((await say("/watches", { ...ADMIN, channel: "" })).answer.lead).toMatch(/^These chann/);
		expect((await say("/watches", { ...MEMBER, channel: "" })).answer.lead).toMatch(
			/^Type \/h1b w/,
		);
	});

	it("say why one topic of all can't be turned off", async () => {
		await say("/watch all");
		expect((await say("/unwatch fees")).answer.lead).toContain("watches all topics");
		expect(await watchOf()).toMatchObject({ topics: ["all"] });
	});
});

describe("/settings", () => {
	it("shows, changes and clears", async () => {
		await say("/settings public");
		await say("/settings private only-here");
		await say("/settings counsel:Jane Doe, visas@example.org");
		const reply = await say("/settings disclaimer:Ask before you act.");
		expect(reply.answer.lead).toMatch(/^Done/);
		const own = settings.of(ADMIN.place);
		expect(own).toMatchObject({
			answers: "public",
			answersIn: { "11": "private" },
			counsel: "Jane Doe, visas@example.org",
			disclaimer: "Ask before you act.",
		});
		expect(visibilityIn(own, "11")).toBe("private");
		expect(visibilityIn(own, "12")).toBe("public");
		await say("/settings counsel:none");
		expect(settings.of(ADMIN.place).counsel).toBeUndefined();
		expect(settings.of({ platform: "discord", id: "2" }).answers).toBeUndefined();
	});

	it("name the contact on cards that send people on, and the disclaimer on all", async () => {
		await say("/settings counsel:Jane Doe disclaimer:Ask before you act.");
		const asked = await say("should i marry my girlfriend to get a green card", MEMBER);
		expect(["declined", "not-covered"]).toContain(asked.outcome);
		expect(asked.answer.rows.at(-1)).toEqual({ label: "Whom to ask here", value: "Jane Doe" });
		expect((await say("/cap", MEMBER)).answer.ownDisclaimer).toBe("Ask before you act.");
		const elsewhere = { ...MEMBER, place: { platform: "discord" as const, id: "2" } };
		expect((await say("/cap", elsewhere)).answer.ownDisclaimer).toBeUndefined();
	});

	it("keep answers private outside the channels allowed, with a kind line and without Share", async () => {
		await say("/settings public channels:<#12>");
		const reply = await say("/cap", MEMBER);
		expect(reply).toMatchObject({ outcome: "answered", isPrivate: true, noShare: true });
		expect(reply.answer.rows.at(-1)?.label).toBe("Only you see this");
		expect(visibilityIn(settings.of(ADMIN.place), "11")).toBe("private");
		expect((await say("/cap", { ...MEMBER, channel: "12" })).noShare).toBeUndefined();
		await say("/settings channels:everywhere");
		expect((await say("/cap", MEMBER)).noShare).toBeUndefined();
	});

	it("choose the language of answers, for all who ask there", async () => {
		open(store, openLanguages());
		await say("/settings default-language:es");
		const spoken = await say("/cap", { ...MEMBER, locale: "en-US" });
		expect(spoken.answer.words?.language).toBe("es");
		const at = { place: ADMIN.place, channel: "11" };
		expect(desk.text("/cap", { at }).answer.words?.language).toBe("es");
		expect(desk.text("/cap language:en", { at }).answer.words).toBeUndefined();
		expect(desk.text("/cap").answer.words).toBeUndefined();
		await say("/settings default-language:own");
		expect((await say("/cap", MEMBER)).answer.words).toBeUndefined();
	});

	it("choose the language of what is posted; a channel without one is told in English", async () => {
		open(store, openLanguages());
		const spanish = { ...ADMIN, locale: "es" };
		const first = await say("/watch 100k", spanish);
		expect(first.answer.title).toBe("Este canal recibe avisos");
		expect(platforms.posted[0]?.title).toBe("This channel is told when H-1B facts change");
		await say("/settings default-language:hi", spanish);
		const second = await say("/watch fees", spanish);
		expect(second.answer.words?.language).toBe("hi");
		expect(platforms.posted[1]?.post.reply.answer.words?.language).toBe("hi");
		expect(platforms.posted[1]?.title).toContain("चैनल");
	});

	it.each([
		`/settings counsel:${"x".repeat(201)}`,
		"/settings channels:nowhere land",
		"/settings default-language:xx",
		"/settings only-here",
	])("refuse %s", async (line) => {
		expect((await say(line)).outcome).toBe("invalid");
		expect(await store.map("settings").under("")).toEqual([]);
	});

	it.each(hostileTexts())("keep %s to one line of at most 200 characters", async (_, typed) => {
		await desk.act("settings", { counsel: typed }, { who: ADMIN, store });
		const kept = settings.of(ADMIN.place).counsel ?? "";
		expect([...kept].length).toBeLessThanOrEqual(200);
		expect(kept).not.toMatch(/[\n\r\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
	});

	it("are seen by another replica after its next reading", async () => {
		const other = createSettingsMemory(store);
		await other.refresh();
		await say("/settings public");
		expect(other.of(ADMIN.place).answers).toBeUndefined();
		await other.refresh();
		expect(other.of(ADMIN.place).answers).toBe("public");
	});
});

describe("/privacy and /forget", () => {
	const SLACK: Who = {
		place: { platform: "slack", id: "T1" },
		channel: "C1",
		user: "900",
		isAdmin: true,
	};

	it("list what is in the store now", async () => {
		expect((await say("/privacy")).values).toMatchObject({ aboutYou: 0, aboutPlace: 0 });
		await say("/watch fees");
		await say("/settings public");
		expect((await say("/privacy")).values).toMatchObject({ aboutYou: 1, aboutPlace: 2 });
		expect((await say("/privacy", MEMBER)).values).toMatchObject({ aboutYou: 0, aboutPlace: 2 });
		await say("/settings private only-here");
		const settingsRow = (await say("/privacy")).answer.rows.find((row) => row.label === "Settings");
		expect(settingsRow?.value).toBe("answers public; private in channel 11");
	});

	it("ask first, and delete a person everywhere, watches going on unsigned", async () => {
		await say("/watch fees");
		await say("/watch fees", { ...ADMIN, channel: "21", place: { platform: "discord", id: "2" } });
		await say("/watch fees", { ...ADMIN, channel: "12", user: "77" });
		const asked = await say("/forget me", { ...ADMIN, isAdmin: false });
		expect(await stored()).toContain('"900"');
		const [button] = asked.answer.buttons;
		if (!button || !("do" in button)) throw new Error("no confirm button");
		const { command, input } = button.do;
		const done = await desk.act(command, input, { who: MEMBER, store });
		expect(done.answer.lead).toMatch(/0 entries/);
		await desk.act(command, input, { who: ADMIN, store });
		expect(await stored()).not.toContain('"900"');
		expect(await stored()).toContain('"77"');
		expect(await watchOf()).toMatchObject({ topics: ["fees"], by: null });
	});

	it("tell on Slack that whoever installed the app stays with its token", async () => {
		const labels = async (who: Who) =>
			(await say("/forget me confirm", who)).answer.rows.map(({ label }) => label);
		expect(await labels(SLACK)).toEqual(["If you installed the app"]);
		expect(await labels(ADMIN)).toEqual([]);
	});

	it("take the same id on another platform for somebody else", async () => {
		await say("/watch fees");
		await say("/watch fees", SLACK);
		await say("/forget me confirm");
		expect(await store.map("watches").get("slack/T1/C1")).toMatchObject({ by: "900" });
	});

	it("delete a whole server and nothing beside it", async () => {
		for (const who of [
			ADMIN,
			SLACK,
			{ ...ADMIN, place: { platform: "discord" as const, id: "12" } },
		]) {
			await say("/watch fees", who);
			await say("/settings public", who);
		}
		await store.map("deliveries").set("discord/1/11", { cursor: "x" });
		expect((await say("/forget server")).outcome).toBe("choices");
		expect((await say("/forget server confirm")).answer.lead).toMatch(/3 entries deleted/);
		const left = await stored();
		expect(left).not.toContain("discord/1/");
		expect(left).toContain("discord/12/");
		expect(left).toContain("slack/T1/");
		expect(settings.of(ADMIN.place).answers).toBeUndefined();
	});

	it("ask what to forget", async () => {
		expect((await say("/forget")).answer.choices).toHaveLength(2);
	});
});
