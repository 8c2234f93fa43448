import { HTTPError, MessageFlags, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { suggestions } from "../../src/adapters/discord/complete.ts";
import { handle, refuse } from "../../src/adapters/discord/handle.ts";
import type { Desk } from "../../src/commands/desk.ts";
import {
	apiError,
	type FakeInit,
	fakeInteraction,
	fakeParts,
	SECRET,
	toyDesk,
} from "./discord-fakes.ts";

async function press(init: FakeInit, desk = toyDesk(init.events)) {
	const parts = fakeParts(desk);
	const { interaction, sent } = fakeInteraction(init);
	await handle(interaction, parts);
	const text = sent
		.map(({ message }) => message.content ?? JSON.stringify(message.components ?? ""))
		.join("\n");
	return { sent, text, log: parts.lines.join("") };
}

const isPrivate = (message: { flags?: unknown } | undefined): boolean =>
	[message?.flags].flat().includes(MessageFlags.Ephemeral);
const down = () => new HTTPError(503, "down", "POST", "https://discord.com/api/x", {});
const offline = () => Object.assign(new Error("other side closed"), { name: "SocketError" });

describe("a command", () => {
	it("is acknowledged, privately, before any work", async () => {
		const events: string[] = [];
		const { sent } = await press({ kind: "command", name: "cap", events });
		expect(events).toEqual(["deferReply", "work", "editReply"]);
		expect(isPrivate(sent[0]?.message)).toBe(true);
	});

	it("never brings options or text into the log", async () => {
		const { log } = await press({
			kind: "command",
			name: "ask",
			options: { question: "my wage is 123456" },
		});
		expect(log).toContain('"what":"ask"');
		expect(log).not.toMatch(/123456|wage/);
	});

	it("shows a long card's first page and offers the rest", async () => {
		const { sent, text } = await press({ kind: "command", name: "long" });
		expect(sent.map(({ via }) => via)).toEqual(["deferReply", "editReply"]);
		expect(text).toContain("more:2:long");
	});

	it("sends all pages of a card that no id can make again, all private", async () => {
		const { sent, text } = await press({
			kind: "command",
			name: "ask",
			options: { question: "why ".repeat(100) },
		});
		const followUps = sent.filter(({ via }) => via === "followUp");
		expect(followUps.length).toBeGreaterThan(1);
		expect(followUps.every(({ message }) => isPrivate(message))).toBe(true);
		expect(text).toContain("Row 119");
		expect(text).not.toContain("more:");
	});
});

describe("a failure", () => {
	it("of ours ends in a private message whose reference is in the log, and shows nothing else", async () => {
		const { sent, text, log } = await press({ kind: "command", name: "boom" });
		expect(sent.at(-1)?.via).toBe("editReply");
		const reference = /Reference ([A-Z0-9]{6})/.exec(text)?.[1] ?? "none";
		expect(text).toMatch(
			/^.*\nSomething went wrong on our side\. Nothing was lost; please try again\. Reference \w{6}$/,
		);
		expect(log).toContain(reference);
		expect(text).not.toMatch(/secret|\.ts|at /);
		expect(log).not.toContain(SECRET);
	});

	it.each([
		[
			"a refused card",
			{ editReply: [apiError(50035)] },
			["deferReply", "editReply", "editReply"],
			/Something went wrong/,
		],
		[
			"an outage of half a minute",
			{ editReply: [down(), down(), down()] },
			["deferReply", ...Array(4).fill("editReply")],
			/The cap/,
		],
		[
			"a longer one",
			{ editReply: Array.from({ length: 5 }, down) },
			["deferReply", ...Array(6).fill("editReply")],
			/Something went wrong/,
		],
		[
			"a lost connection while acknowledging",
			{ deferReply: [offline()] },
			["deferReply", "deferReply", "work", "editReply"],
			/The cap/,
		],
		[
			"an acknowledgement that Discord refuses",
			{ deferReply: [apiError(50035)] },
			["deferReply", "reply"],
			/Something went wrong/,
		],
	])("of Discord's, %s, still ends in words", async (_, fails, calls, words) => {
		const events: string[] = [];
		const { text } = await press({ kind: "command", events, fails });
		expect(events.filter((event) => calls.includes("work") || event !== "work")).toEqual(calls);
		expect(text).toMatch(words);
	});

	it("that came too late is logged and harmless", async () => {
		const { sent, log } = await press({
			kind: "command",
			fails: { deferReply: [apiError(10062, 404)] },
		});
		expect(sent).toEqual([]);
		expect(log).toContain("10062");
		expect(log).not.toContain('"level":50');
	});

	it("to acknowledge twice still brings the card", async () => {
		const { text, log } = await press({
			kind: "command",
			fails: { deferReply: [apiError(40060)] },
		});
		expect(text).toContain("The cap");
		expect(log).toContain("already acknowledged");
	});

	it("that cannot even be told is logged", async () => {
		const fails = {
			deferReply: [apiError(50035)],
			reply: Array.from({ length: 9 }, () => apiError(50035)),
		};
		const { log } = await press({ kind: "command", fails });
		expect(log).toContain("could not be told");
	});
});

describe("a button", () => {
	it.each(["", "nonsense", "do:gone?x=1", "share:gone", "more:2:gone", "do:"])(
		"%j, from an older version, says so privately",
		async (customId) => {
			const { sent } = await press({ kind: "button", customId });
			expect(sent).toHaveLength(1);
			expect(sent[0]?.message.content).toBe("This button has expired. Run the command again.");
			expect(isPrivate(sent[0]?.message)).toBe(true);
		},
	);

	it("of any card answers whoever presses, privately", async () => {
		const events: string[] = [];
		const { sent } = await press({
			kind: "button",
			customId: "do:cap",
			isPublic: true,
			asker: "99",
			events,
		});
		expect(events).toEqual(["deferReply", "work", "editReply"]);
		expect(isPrivate(sent[0]?.message)).toBe(true);
	});

	it("Show all brings every other page", async () => {
		const { sent, text } = await press({ kind: "button", customId: "more:2:long" });
		expect(sent[1]?.via).toBe("editReply");
		expect(text).toContain("Row 119");
		expect(text).not.toContain('"Row 0"');
	});

	it("of a select does what was picked", async () => {
		expect(
			(await press({ kind: "select", customId: "pick:0", values: ["cap?fiscal-year=2027"] })).text,
		).toContain("The cap");
		expect((await press({ kind: "select", customId: "other", values: ["cap"] })).text).toContain(
			"expired",
		);
	});
});

describe("Share", () => {
	it("posts the card for all in one call, naming who shared", async () => {
		const { sent, text } = await press({
			kind: "button",
			customId: "share:cap",
			permissions: PermissionFlagsBits.SendMessages,
		});
		expect(sent.map(({ via }) => via)).toEqual(["reply"]);
		expect(isPrivate(sent[0]?.message)).toBe(false);
		expect(text).toContain("Shared by Alice (<@10>)");
		expect(text).not.toContain('"Share"');
	});

	it.each<[string, Partial<FakeInit>, RegExp]>([
		["by somebody else", { asker: "99" }, /belongs to the person who asked/],
		[
			"of a public card of unknown origin",
			{ asker: null, isPublic: true },
			/Only the person who asked/,
		],
		["where they may not post", { permissions: 0n }, /You can't post in this channel/],
		[
			"of a card that is no answer any more",
			{ customId: "share:ask?question=x" },
			/can't be shared any more/,
		],
		["where the app may not post", { fails: { reply: [apiError(50013, 403)] } }, /Ask a moderator/],
		[
			"while Discord refuses the card",
			{ fails: { reply: [apiError(50035)] } },
			/Something went wrong/,
		],
	])("%s is refused in a private word", async (_, init, words) => {
		const { sent } = await press({ kind: "button", customId: "share:cap", ...init });
		expect(sent).toHaveLength(1);
		expect(sent[0]?.message.content).toMatch(words);
		expect(isPrivate(sent[0]?.message)).toBe(true);
	});

	it("is not posted twice when Discord's answer was lost", async () => {
		const { sent, log } = await press({
			kind: "button",
			customId: "share:cap",
			fails: { reply: [offline(), apiError(40060)] },
		});
		expect(sent).toEqual([]);
		expect(log).toContain('"outcome":"shared"');
	});
});

describe("suggestions", () => {
	const deskOf = (found: { name: string; value: string | number }[]) => ({ complete: () => found });
	it.each([
		[
			"numbers for a number",
			4,
			[{ name: "FY 2028", value: "2028" }],
			[{ name: "FY 2028", value: 2028 }],
		],
		["texts for a text", 3, [{ name: "a", value: 1 }], [{ name: "a", value: "1" }]],
		[
			"no name twice",
			3,
			[
				{ name: "a", value: "1" },
				{ name: "a", value: "2" },
			],
			[{ name: "a", value: "1" }],
		],
		["no value that is too long", 3, [{ name: "a", value: "x".repeat(101) }], []],
		[
			"no more than 25",
			3,
			Array.from({ length: 30 }, (_, i) => ({ name: `n${i}`, value: "v" })),
			expect.objectContaining({ length: 25 }),
		],
		[
			"names of 100 characters",
			3,
			[{ name: "n".repeat(120), value: "v" }],
			[{ name: `${"n".repeat(99)}…`, value: "v" }],
		],
	])("are %s", (_, type, found, expected) =>
		expect(suggestions(deskOf(found), "cap", { name: "o", value: "", type })).toEqual(expected),
	);

	it("are empty when we made a mistake", async () => {
		const complete = () => {
			throw new Error(SECRET);
		};
		const { sent, log } = await press({ kind: "autocomplete" }, { ...toyDesk(), complete } as Desk);
		expect(sent).toEqual([{ via: "respond", message: { components: [] } }]);
		expect(log).not.toContain(SECRET);
	});
});

it("an interaction that arrives while stopping is told so", async () => {
	const { interaction, sent } = fakeInteraction({ kind: "command" });
	await refuse(interaction, fakeParts(toyDesk()));
	expect(sent[0]?.message.content).toMatch(/restarting.*try again in a minute/);
	expect(isPrivate(sent[0]?.message)).toBe(true);
});
