import { describe, expect, it } from "vitest";
import { commandDefinitions } from "../../src/adapters/discord/definitions.ts";
import { pageCount, renderAnswer as drawOnDiscord } from "../../src/adapters/discord/render.ts";
import { renderAnswer as drawOnPage } from "../../src/adapters/page/render.ts";
import { renderAnswer as drawOnSlack } from "../../src/adapters/slack/render.ts";
import { commands } from "../../src/commands/index.ts";
import { fixed } from "../../src/core/card-words.ts";
import { SPOKEN } from "../../src/messages/languages.ts";
import { type Payload, violations, visibleText } from "../adapters/discord-validate.ts";
import { violationsOf } from "../adapters/slack-validate.ts";
import { facts, testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const LINES = [
	...commands.flatMap((command) => [command.examples[0] as string, `/${command.name}`]),
	...facts.topics.map((topic) => `/policy ${topic.id}`),
	"/fee 26+ new abroad premium",
	"/level 145k software engineer austin; dallas",
	"/level 145k nurse",
	"/cap 2026",
];

describe.each(SPOKEN)("cards in $tag", ({ tag, direction }) => {
	const replies = LINES.map((line) => desk.text(line, { locale: tag }));

	it("are accepted by Discord, every page of them", () => {
		const refused = replies.flatMap((reply) =>
			Array.from({ length: pageCount(reply) }, (_, i) =>
				violations(drawOnDiscord(reply, { page: i + 1 }) as unknown as Payload),
			).flat(),
		);
		expect(refused).toEqual([]);
	});

	it("are accepted by Slack", () => {
		expect(replies.flatMap((reply) => violationsOf(drawOnSlack(reply)))).toEqual([]);
	});

	it("have no English word of the drawing's own", () => {
		const reply = desk.text("/fee 26+ new", { locale: tag });
		const drawn = [
			visibleText(drawOnDiscord(reply, { sharedBy: { name: "x" } }) as unknown as Payload),
			JSON.stringify(drawOnSlack(reply, { sharedBy: "U1" })),
			drawOnPage(reply).markup,
		].join("\n");
		expect(drawn).not.toMatch(/Sources\b|legal advice|Shared by|\bShare\b|Not re-checked|as of \d/);
		expect(drawn).toContain(fixed(reply.answer, "Sources"));
	});

	it("tell the page their language and direction", () => {
		const { markup } = drawOnPage(desk.text("/cap", { locale: tag }));
		expect(markup).toContain(`lang="${tag}" dir="${direction}"`);
	});
});

describe("Discord's menus", () => {
	const definitions = commandDefinitions(commands, "global", desk.translations).flatMap((d) =>
		"options" in d ? [d] : [],
	);

	it("describe every command and option in the languages that Discord knows", () => {
		const described = definitions.flatMap((d) => [d, ...d.options]);
		for (const { name, description_localizations } of described)
			expect(Object.keys(description_localizations ?? {}), name).toEqual([
				"es-ES",
				"es-419",
				"hi",
				"zh-CN",
			]);
	});

	it("keep within 100 characters and cut nothing", () => {
		const texts = definitions
			.flatMap((d) => [d, ...d.options])
			.flatMap((d) => Object.values(d.description_localizations ?? {}));
		expect(texts.filter((text) => [...text].length > 100 || text.endsWith("…"))).toEqual([]);
	});
});
