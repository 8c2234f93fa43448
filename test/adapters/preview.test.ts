import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordPictures } from "../../src/adapters/page/answer-views.ts";
import { Html, html } from "../../src/adapters/page/html.ts";
import { discordMessage, discordModal } from "../../src/adapters/page/preview/discord.ts";
import { discordText } from "../../src/adapters/page/preview/discord-text.ts";
import { slackMessage, slackView } from "../../src/adapters/page/preview/slack.ts";
import { mrkdwn } from "../../src/adapters/page/preview/slack-text.ts";
import type { Reply } from "../../src/core/reply.ts";
import { drawings } from "../../src/drawings.ts";
import { sampleCharts } from "../helpers/charts.ts";
import { testDesk } from "../helpers/desk.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { shownText, tagsOf } from "../helpers/markup.ts";
import { replyWith, replyWithChart, sampleReplies } from "../helpers/replies.ts";

const desk = testDesk();
const examples = desk.commands.flatMap(({ examples: lines }) => lines);

const draw = async (reply: Reply) => ({
	discord: discordMessage(await drawings.discord(reply), discordPictures(reply)).markup,
	slack: slackMessage(await drawings.slack(reply)).markup,
});

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/** Every part of an answer that both platforms show on the first card. */
const partsOf = ({ answer }: Reply) =>
	[answer.title, answer.lead, ...answer.buttons.map(({ label }) => label)].map(squeeze);

describe("the card of", () => {
	it.each(examples)("%s shows what its payload says, on both platforms", async (line) => {
		const reply = desk.text(line);
		for (const [name, markup] of Object.entries(await draw(reply))) {
			expect(markup, name).not.toContain('class="unknown"');
			for (const part of partsOf(reply)) expect(shownText(markup), name).toContain(part);
		}
	});

	it.each(sampleReplies())("%s has every row and source", async (_, reply) => {
		for (const [name, markup] of Object.entries(await draw(reply))) {
			const text = shownText(markup);
			for (const row of reply.answer.rows) {
				expect(text, name).toContain(squeeze(row.label));
				expect(text, name).toContain(squeeze(row.value));
			}
			for (const { url } of reply.answer.sources)
				expect(markup).toContain(`href="${html`${url}`.markup}"`);
		}
	});

	it.each(sampleCharts)("a chart is drawn on both: %s", async (_, chart) => {
		const { discord, slack } = await draw(replyWithChart(chart));
		expect(discord).toMatch(/<figure class="d-picture"><svg [^>]*role="img"/);
		expect(slack).toMatch(/<figure class="s-chart">|<table>/);
		// The page's policy takes no style and no script in the markup.
		expect(discord + slack).not.toMatch(/ style=|<style|<script| on\w+=/);
	});
});

describe("what somebody typed is text only:", async () => {
	const usual = new Set(Object.values(await draw(replyWith("x"))).flatMap(tagsOf));
	usual.add("br").add("p");
	for (const [name, typed] of hostileTexts())
		it(name, async () => {
			const drawn = Object.values(await draw(replyWith(typed))).flatMap(tagsOf);
			expect(drawn.filter((tag) => !usual.has(tag))).toEqual([]);
		});

	it("whatever a payload holds", () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (json, typed) => {
				const payloads = [
					json,
					{ components: [json, { type: 10, content: typed }], title: typed },
					{ blocks: [json, { type: "section", text: { type: "mrkdwn", text: typed } }] },
				];
				for (const payload of payloads)
					for (const one of [discordMessage, discordModal, slackMessage, slackView])
						expect(one(payload).markup).not.toMatch(/<(script|img|iframe|style|object)/i);
			}),
			{ numRuns: 200 },
		);
	});
});

describe("Discord's markdown", () => {
	it.each([
		["## Title", '<p class="d-h2">Title</p>'],
		["-# small", '<p class="d-small">small</p>'],
		["**a** b", "<p><strong>a</strong> b</p>"],
		["\\*\\*a\\*\\*", "<p>**a**</p>"],
		["1 \\< 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"],
		["- one", '<p class="d-item">one</p>'],
		[
			"[a (b)](https://x.org/c%28d%29)",
			'<p><a href="https://x.org/c%28d%29" rel="noreferrer">a (b)</a></p>',
		],
		["[a](javascript:alert)", "<p>[a](javascript:alert)</p>"],
		["https\\://x.org", "<p>https://x.org</p>"],
		["<@123>", '<p><span class="d-mention">@member</span></p>'],
		["\\#\\# no title", "<p>## no title</p>"],
		["~~old~~ *new*", "<p><s>old</s> <em>new</em></p>"],
	])("%s", (source, markup) => expect(discordText(source).markup).toBe(markup));

	it("reads a long text of signs in time", () => {
		const started = performance.now();
		for (const sign of ["*", "[", "`", "_", "~", "<", "\\", "h", "**a"])
			discordText(sign.repeat(4_000));
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});

it.each([
	["*b* _i_ ~s~ `c`", "<strong>b</strong> <em>i</em> <s>s</s> <code>c</code>"],
	["a*b*c", "a*b*c"],
	["&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"],
	["<https://x.org|words>", '<a href="https://x.org" rel="noreferrer">words</a>'],
	[
		"<@U123> in <#C1|general>",
		'<span class="s-mention">@member</span> in <span class="s-mention">#channel</span>',
	],
	["<javascript:alert|x>", "&lt;javascript:alert|x&gt;"],
])("Slack's marks: %s", (source, markup) => expect(mrkdwn(source).markup).toBe(markup));

it("a modal of Discord shows its labels, fields and choices", () => {
	const { markup } = discordModal({
		title: "Your odds",
		components: [
			{
				type: 18,
				label: "Pay",
				description: "a year",
				component: { type: 4, placeholder: "145000" },
			},
			{
				type: 18,
				label: "Degree",
				component: {
					type: 21,
					options: [
						{ label: "US master's", value: "m", default: true },
						{ label: "None", value: "n" },
					],
				},
			},
			{
				type: 18,
				label: "Level",
				component: { type: 3, options: [{ label: "II", default: true }] },
			},
		],
	});
	for (const part of [
		"Your odds",
		"Pay",
		"a year",
		"145000",
		"Degree",
		"US master's",
		"None",
		"II",
		"Submit",
	])
		expect(shownText(markup)).toContain(part);
	expect(markup).not.toContain('class="unknown"');
});

it.each(["modal", "home"])("a %s of Slack shows its blocks", (type) => {
	const { markup } = slackView({
		type,
		title: { type: "plain_text", text: "Odds" },
		submit: { type: "plain_text", text: "Show" },
		blocks: [
			{ type: "header", text: { type: "plain_text", text: "Head" } },
			{ type: "divider" },
			{
				type: "input",
				optional: true,
				label: { type: "plain_text", text: "Occupation" },
				hint: { type: "plain_text", text: "As people call it" },
				element: { type: "external_select", placeholder: { type: "plain_text", text: "Search" } },
			},
			{
				type: "input",
				label: { type: "plain_text", text: "Degree" },
				element: {
					type: "radio_buttons",
					options: [{ text: { type: "plain_text", text: "US" }, value: "u" }],
				},
			},
			{
				type: "section",
				text: { type: "mrkdwn", text: "*bold*" },
				accessory: { type: "button", text: { type: "plain_text", text: "Go" } },
			},
		],
	});
	for (const part of [
		"Head",
		"Occupation",
		"As people call it",
		"Search",
		"Degree",
		"US",
		"bold",
		"Go",
	])
		expect(shownText(markup)).toContain(part);
	expect(markup).not.toContain('class="unknown"');
});

it("says what it cannot draw instead of leaving it out", () => {
	expect(discordMessage({ components: [{ type: 99 }] }).markup).toContain("component 99");
	expect(slackMessage({ blocks: [{ type: "hologram" }] }).markup).toContain("block hologram");
	expect(new Html("x").toString()).toBe("x");
});
