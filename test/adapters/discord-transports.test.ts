import { afterEach, describe, expect, it } from "vitest";
import type { HandlerParts } from "../../src/adapters/discord/parts.ts";
import { testDesk } from "../helpers/desk.ts";
import { fakeParts } from "./discord-fakes.ts";
import {
	checkMessage,
	EPHEMERAL,
	type Opened,
	openTransport,
	press,
	type Sent,
	slash,
	submit,
	suggest,
	TRANSPORTS,
	type Transport,
} from "./discord-transports.ts";

const desk = testDesk();
let opened: Opened | undefined;
afterEach(() => opened?.close());

async function open(transport: Transport, more: Partial<HandlerParts> = {}) {
	const parts = { ...fakeParts(desk), ...more };
	opened = await openTransport(transport, parts);
	return opened;
}

/** A delivery and all that reached Discord for it. */
async function deliver(transport: Transport, payload: object, more: Partial<HandlerParts> = {}) {
	const at = await open(transport, more);
	const answer = await at.send(payload);
	return { sent: at.sent, text: textOf(at.sent), answer, at };
}

const textOf = (sent: readonly Sent[]): string => JSON.stringify(sent.map(({ data }) => data));
const shape = (sent: readonly Sent[]): string[] =>
	sent.map(({ what, type, data }) => `${what}${type || ""}${data?.flags & EPHEMERAL ? "~" : ""}`);

const anOffer = { wage: "145k", occupation: "15-1252", area: "12420" };
/** Settings of an admin who made the channel public. */
const madePublic: Partial<HandlerParts> = {
	visibility: (place, channel) => (place?.id === "20" && channel === "30" ? "public" : "private"),
};
const pickCard = [
	{
		type: 17,
		components: [
			{ type: 10, content: "Which?" },
			{
				type: 1,
				components: [
					{
						type: 3,
						custom_id: "pick:0",
						options: [
							{ label: "The cap", value: "cap" },
							{ label: "II", value: "odds?level=II" },
						],
					},
				],
			},
			{ type: 1, components: [{ type: 2, style: 2, custom_id: "do:cap", label: "Cap" }] },
		],
	},
];

describe.each(TRANSPORTS)("over %s", (transport) => {
	it.each<[string, object, string[], RegExp]>([
		["a command", slash("cap"), ["callback5~", "edit"], /65,000/],
		["an option", slash("odds", { level: "II" }), ["callback5~", "edit"], /Level II/],
		["a wrong option", slash("odds", { level: "V" }), ["callback5~", "edit"], /four wage levels/],
		["an unknown command", slash("gone"), ["callback5~", "edit"], /no command/],
		["suggestions", suggest("level", "occupation", "softw"), ["callback8"], /15-1252/],
		["/odds alone", slash("odds"), ["callback9"], /form:odds/],
		["/level alone", slash("level"), ["callback9"], /form:level/],
		["a filled form", submit("form:level", anOffer), ["callback5~", "edit"], /reaches level/],
		["a form of a level", submit("form:odds", { level: "II" }), ["callback5~", "edit"], /44%/],
		[
			"a form with a wrong wage",
			submit("form:level", { ...anOffer, wage: "lots" }),
			["callback5~", "edit"],
			/base pay in US dollars/,
		],
		["a form that is gone", submit("form:gone", {}), ["callback4~"], /expired/],
		["a button", press({ custom_id: "do:cap" }), ["callback5~", "edit"], /65,000/],
		[
			"a button of a public card",
			press({ custom_id: "do:cap" }, { asker: "99", flags: 0 }),
			["callback5~", "edit"],
			/65,000/,
		],
		[
			"a button of another's private card",
			press({ custom_id: "do:cap" }, { asker: "99" }),
			["callback4~"],
			/belongs to the person who asked/,
		],
		[
			"a button that opens a form",
			press({ custom_id: "form:odds?degree=us-masters" }),
			["callback9"],
			/"value":"us-masters","default":true/,
		],
		["a button that is gone", press({ custom_id: "do:gone" }), ["callback4~"], /expired/],
		["Share", press({ custom_id: "share:cap" }), ["callback4"], /Shared by Alice/],
		[
			"a pick from a public card",
			press({ custom_id: "pick:0", values: ["cap"] }, { flags: 0, components: pickCard }),
			["callback5~", "edit"],
			/65,000/,
		],
		[
			"a message",
			checkMessage({ content: "the H-1B lottery is purely random" }),
			["callback5~", "edit"],
			/Outdated/,
		],
		["a message without text", checkMessage({ content: " " }), ["callback4~"], /no text to check/],
	])("%s is answered as it should be", async (_, payload, expected, words) => {
		const { sent, text } = await deliver(transport, payload);
		expect(shape(sent)).toEqual(expected);
		expect(text).toMatch(words);
	});

	it("a pick from a private card disables the card, then takes its place with the menu below", async () => {
		const payload = press({ custom_id: "pick:0", values: ["cap"] }, { components: pickCard });
		const { sent } = await deliver(transport, payload);
		expect(shape(sent)).toEqual(["callback7", "edit"]);
		expect(JSON.stringify(sent[0]?.data).match(/"disabled":true/g)).toHaveLength(2);
		const after = JSON.stringify(sent[1]?.data.components);
		expect(after).toMatch(/65,000/);
		expect(after).toMatch(/"value":"cap","default":true/);
		expect(after).not.toContain("disabled");
	});

	it("a pick from a card with a picture leaves the card as it is until the answer is there", async () => {
		const payload = press(
			{ custom_id: "pick:0", values: ["cap"] },
			{
				components: pickCard,
				attachments: [{ id: "1", filename: "chart.png", size: 1, url: "", proxy_url: "" }],
			},
		);
		const { sent } = await deliver(transport, payload);
		expect(shape(sent)).toEqual(["callback6", "edit"]);
		expect(sent[1]?.data.attachments).toEqual([]);
	});

	it("a pick that fails brings the card back and says so", async () => {
		const { sent, text } = await deliver(
			transport,
			press({ custom_id: "pick:0", values: ["cap"] }, { components: pickCard }),
			{ desk: { ...desk, act: async () => Promise.reject(new Error("secret")) } },
		);
		expect(shape(sent)).toEqual(["callback7", "edit", "followUp~"]);
		expect(JSON.stringify(sent[1]?.data)).not.toContain("disabled");
		expect(text).toMatch(/Something went wrong/);
		expect(text).not.toContain("secret");
	});

	it.each<[string, object, boolean]>([
		["an answer for all", slash("cap"), true],
		["a wage for its asker", slash("level", anOffer), false],
		[
			"a wage in a question for its asker",
			slash("ask", { question: "my salary is 145k, which level am i" }),
			false,
		],
		["a filled form for its asker", submit("form:odds", { level: "II" }), false],
		["a mistake for whoever made it", slash("odds", { level: "V" }), false],
		["a question back for whoever asked", slash("fee"), false],
		["a press for whoever pressed", press({ custom_id: "do:cap" }, { flags: 0 }), false],
		[
			"nothing elsewhere",
			slash("cap", {}, { channel: { id: "31", type: 0 }, channel_id: "31" }),
			false,
		],
		[
			"nothing where the server has not installed the app",
			slash("cap", {}, { authorizing_integration_owners: { 1: "10" } }),
			false,
		],
	])("a channel made public shows %s", async (_, payload, isPublic) => {
		const { sent, text } = await deliver(transport, payload, madePublic);
		expect(shape(sent)[0]).toBe(isPublic ? "callback5" : "callback5~");
		if (isPublic) expect(text).not.toContain("share:");
	});

	it("the same interaction twice is answered once", async () => {
		const at = await open(transport);
		const payload = slash("cap");
		await Promise.all([at.send(payload), at.send(payload)]);
		await at.send(payload);
		expect(at.sent.filter(({ what }) => what === "edit")).toHaveLength(1);
		expect(at.sent.filter(({ what }) => what === "callback")).toHaveLength(1);
	});

	it("Share where the app may not post is explained to whoever pressed", async () => {
		const at = await open(transport);
		at.refusals.push({ path: /callback/, status: 403, code: 50013 });
		await at.send(press({ custom_id: "share:cap" }));
		expect(shape(at.sent)).toEqual(["callback4~"]);
		expect(textOf(at.sent)).toMatch(/Ask a moderator/);
	});

	it("a long claim is shared as it is drawn, without its buttons", async () => {
		const content = `${"It is said that ".repeat(9)}the H-1B lottery is purely random`;
		const { sent, at } = await deliver(transport, checkMessage({ content }));
		const { components } = sent[1]?.data ?? {};
		expect(textOf(sent)).toContain('"copy:check"');
		at.sent.length = 0;
		await at.send(press({ custom_id: "copy:check" }, { components }));
		expect(shape(at.sent)).toEqual(["callback4"]);
		expect(textOf(at.sent)).toMatch(/Shared by Alice.*It is said that.*Outdated.*Sources/);
		expect(textOf(at.sent)).not.toMatch(/custom_id/);
	});

	it("who asks too much is told when to come back, and suggestions go on", async () => {
		const limits = { refusal: async () => () => "Please try again in 9 seconds." };
		const at = await open(transport, { limits });
		await at.send(slash("cap"));
		expect(shape(at.sent)).toEqual(["callback4~"]);
		expect(textOf(at.sent)).toMatch(/again in 9 seconds/);
		at.sent.length = 0;
		await at.send(suggest("level", "occupation", "softw"));
		expect(shape(at.sent)).toEqual(["callback8"]);
	});

	it("every end is counted once, with its command", async () => {
		const told: string[] = [];
		const telemetry = {
			interaction: () => ({
				reference: "ABC123",
				acked: () => void told.push("acked"),
				answered: (command: string, outcome: string) => void told.push(`${command} ${outcome}`),
			}),
		};
		const at = await open(transport, { telemetry });
		for (const payload of [
			slash("cap"),
			slash("odds"),
			suggest("level", "area", "a"),
			press({ custom_id: "share:cap" }),
			submit("form:odds", { level: "V" }),
			checkMessage({ content: "x" }),
		])
			await at.send(payload);
		expect(told.filter((line) => line !== "acked")).toEqual([
			"cap answered",
			"odds choices",
			"level suggested",
			"cap shared",
			"odds invalid",
			expect.stringMatching(/^check /),
		]);
		expect(told[0]).toBe("acked");
	});

	it("an edit that Discord refuses ends in words", async () => {
		const at = await open(transport);
		at.refusals.push({ path: /webhooks/, status: 400, code: 50035 });
		await at.send(slash("about"));
		expect(shape(at.sent)).toEqual(["callback5~", "edit"]);
		expect(textOf(at.sent)).toMatch(/Something went wrong/);
	});

	it("a wage stands on the asker's card and in no id, and what was chosen is kept", async () => {
		const typed = { wage: "$137,429 rupees", occupation: "software engineer", area: "137429" };
		const { sent, at } = await deliver(transport, submit("form:level", typed));
		const ids = [...textOf(sent).matchAll(/"(?:custom_id|value|url)":"([^"]*)"/g)].map(
			([, id]) => id,
		);
		expect(ids.join(" ")).not.toMatch(/137/);
		const again = ids.find((id) => id?.startsWith("form:level")) ?? "";
		expect(again).toBe("form:level?occupation=software+engineer");
		at.sent.length = 0;
		await at.send(press({ custom_id: again }));
		expect(textOf(at.sent)).toContain('"value":"software engineer"');
	});
});
