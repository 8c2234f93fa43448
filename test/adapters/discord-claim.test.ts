import { expect, it } from "vitest";
import { claimIn } from "../../src/adapters/discord/claim.ts";
import { MAX_QUESTION } from "../../src/commands/options.ts";
import { hostileTexts } from "../helpers/hostile.ts";

const claimOf = (message: object): string =>
	claimIn({ content: "", embeds: [], components: [], ...message } as never);
const drawn = (content: string) => ({
	toJSON: () => ({
		type: 17,
		components: [
			{ type: 10, content },
			{ type: 1, components: [] },
		],
	}),
});

it.each<[string, object, string]>([
	["its own text", { content: "H-1B costs $100,000" }, "H-1B costs $100,000"],
	["lines as one", { content: "H-1B\n\ncosts   more" }, "H-1B costs more"],
	[
		"no mentions, emoji or times",
		{ content: "<@1> <@!22> <@&3> <#4> <:yes:5> <a:x:6> <t:7:R> </odds:8> cap" },
		"cap",
	],
	[
		"what it embeds",
		{ embeds: [{ title: "News", description: "The cap is 65,000" }] },
		"News The cap is 65,000",
	],
	["its own text before what it embeds", { content: "mine", embeds: [{ title: "News" }] }, "mine"],
	["what it draws", { components: [drawn("The cap is 85,000")] }, "The cap is 85,000"],
	[
		"what it forwards",
		{ messageSnapshots: new Map([["1", { content: "Forwarded" }]]) },
		"Forwarded",
	],
	["nothing of a picture", { attachments: new Map([["1", {}]]) }, ""],
	["nothing of signs that nobody sees", { content: "\u200b\u2800 \n" }, ""],
	["nothing of mentions alone", { content: "<@1> <:x:2>" }, ""],
	["a number compared with another", { content: "a < b and c > d" }, "a < b and c > d"],
])("a message claims %s", (_, message, expected) => expect(claimOf(message)).toBe(expected));

it("a long message is cut to what a claim may be, without half a character", () => {
	const claim = claimOf({ content: "😀".repeat(4000) });
	expect(claim.length).toBeLessThanOrEqual(MAX_QUESTION);
	expect(claim).not.toMatch(/\p{Cs}/u);
});

it.each(hostileTexts())("%s is read without harm", (_, text) => {
	expect(claimOf({ content: text }).length).toBeLessThanOrEqual(MAX_QUESTION);
});
