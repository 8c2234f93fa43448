import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CANNOT_SHARE } from "../../src/adapters/slack/errors.ts";
import { EXPIRED, onAction, onShare } from "../../src/adapters/slack/handlers/action.ts";
import { onCommand } from "../../src/adapters/slack/handlers/command.ts";
import { RESTARTING } from "../../src/adapters/slack/handlers/interaction.ts";
import { decodeText, escapeMrkdwn, plain } from "../../src/adapters/slack/escape.ts";
import { readValue, renderAnswer } from "../../src/adapters/slack/render.ts";
import type { HandlerParts } from "../../src/adapters/slack/parts.ts";
import { createWork } from "../../src/adapters/work.ts";
import { encodeAction } from "../../src/core/action-id.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { sampleReplies } from "../helpers/replies.ts";
import { testDesk } from "../helpers/desk.ts";
import { fakeParts } from "./slack-fakes.ts";
import { objectsIn, violationsOf } from "./slack-validate.ts";
import { testDrawing } from "./suite.ts";

const JOINER = /\u2060/g;
const PARSED =
	/(^|[^\w])[*_~`][^\s\u2060]|<[@!#]|<https?:|:\/\/|\bwww\.\w|:[\w+-]+:|@(here|channel|everyone)/;

testDrawing({
	name: "Slack",
	draw: (reply, sharedBy) => renderAnswer(reply, { sharedBy }),
	visibleText: (payload) =>
		objectsIn((payload as { blocks: unknown }).blocks)
			.map((o) => (typeof o.text === "string" ? o.text : ""))
			.join(""),
	links: (payload) => objectsIn(payload).flatMap((o) => (typeof o.url === "string" ? [o.url] : [])),
	actions: (payload) =>
		objectsIn(payload).flatMap((o) => {
			const action = typeof o.value === "string" ? readValue(o.value)?.action : undefined;
			return action ? [action] : [];
		}),
	violations: violationsOf,
	chartWords: (payload) =>
		objectsIn((payload as { blocks: unknown }).blocks)
			.flatMap((o) => (o.type === "context" ? objectsIn(o.elements) : []))
			.map((o) => String(o.text))
			.join("\n"),
	// Only `text` and mrkdwn objects are parsed at all.
	live: (payload, typed) => {
		const { text, blocks } = payload as { text: string; blocks: unknown };
		const mrkdwn = objectsIn(blocks).flatMap((o) => (o.type === "mrkdwn" ? [String(o.text)] : []));
		return [text, ...mrkdwn]
			.filter((t) => PARSED.test(t.replace(/&(amp|lt|gt);/g, "")) && typed !== "")
			.map((t) => t.slice(0, 80));
	},
});

describe("Slack text", () => {
	it.each([
		["a &amp; b", "a & b"],
		["&lt;b&gt;", "<b>"],
		["&amp;lt;", "&lt;"],
		["&quot;", "&quot;"],
	])("decodes %s once", (typed, read) => expect(decodeText(typed)).toBe(read));

	it.each([
		["a < b & c", "a &lt; b &amp; c"],
		["$100,000", "$100,000"],
		["8 CFR 214.2(h)(8)(iii)(A)(4)(i)", "8 CFR 214.2(h)(8)(iii)(A)(4)(i)"],
	])("escapes %s and leaves what is plain", (text, expected) =>
		expect(escapeMrkdwn(text)).toBe(expected),
	);

	it("never leaves anything that Slack would parse", () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.stringMatching(/^[*_~`<>@#:/. a-z]{0,40}$/)),
				(typed) => {
					const text = escapeMrkdwn(typed);
					expect(text).not.toMatch(/<|>|[*_~`][^\u2060]|:\/\/|www\.[^\u2060]/);
					expect(text.replace(JOINER, "").length).toBeGreaterThan(0);
				},
			),
		);
	});

	it.each(hostileTexts())("shows %s without what hides or turns", (_name, typed) => {
		expect(plain(typed)).not.toMatch(/[\u0000-\u0009\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
	});
});

describe("Slack handlers", () => {
	const desk = testDesk();
	const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
	const parts = (over: Partial<HandlerParts> = {}): HandlerParts =>
		fakeParts({ desk, log: log as unknown as HandlerParts["log"], ...over });
	const calls = () => {
		const order: string[] = [];
		const sent: Record<string, unknown>[] = [];
		const ack = vi.fn(async (_m?: unknown) => void order.push("ack"));
		const respond = vi.fn(async (message: unknown) => {
			order.push("respond");
			sent.push(message as Record<string, unknown>);
		});
		return { order, sent, ack, respond };
	};
	const command = (text: string, trigger = "1.2") =>
		({ text, trigger_id: trigger, team_id: "T1", channel_id: "C1", user_id: "U1" }) as never;
	const action = (id: string, value: string) =>
		({
			action: { type: "button", action_id: id, value },
			body: {
				user: { id: "U1" },
				team: { id: "T1" },
				trigger_id: `${id}${value}`,
				channel: { id: "C1" },
				response_url: "https://hooks.slack.test/1",
			},
		}) as never as { action: never; body: never };
	const client = {
		chat: {
			postEphemeral: vi.fn(async () => ({ ok: true })),
			postMessage: vi.fn(async () => ({ ok: true })),
		},
	} as never;

	it("acknowledges before any work and answers in private", async () => {
		const c = calls();
		await onCommand({ ...c, client, command: command("2 masters") } as never, "odds", parts());
		expect(c.order).toEqual(["ack", "respond"]);
		expect(c.sent[0]).toMatchObject({ response_type: "ephemeral" });
	});

	it("answers a repeated delivery once", async () => {
		const c = calls();
		const shared = parts();
		await onCommand({ ...c, client, command: command("") } as never, "cap", shared);
		await onCommand({ ...c, client, command: command("") } as never, "cap", shared);
		expect(c.sent).toHaveLength(1);
	});

	it("shares in the channel and names who shared", async () => {
		const c = calls();
		await onShare({ ...c, ...action("share", "cap"), client } as never, parts());
		expect(c.sent[0]).toMatchObject({ response_type: "in_channel" });
		expect(JSON.stringify(c.sent[0])).toContain("Shared by <@U1>");
		expect(JSON.stringify(c.sent[0])).not.toContain('"share"');
	});

	it("says in private why a card could not be shared", async () => {
		const c = calls();
		c.respond.mockRejectedValue(Object.assign(new Error("expired"), { statusCode: 404 }));
		await onShare({ ...c, ...action("share", "cap"), client } as never, parts());
		expect(
			(client as { chat: { postEphemeral: ReturnType<typeof vi.fn> } }).chat.postEphemeral,
		).toHaveBeenCalledWith({ channel: "C1", user: "U1", text: CANNOT_SHARE });
	});

	it("explains a button that it can no longer read", async () => {
		const c = calls();
		await onAction({ ...c, ...action("do:0", "???"), client } as never, parts());
		expect(c.sent[0]).toMatchObject({ text: EXPIRED, response_type: "ephemeral" });
	});

	it("ends a failure in plain words with a reference, and logs nothing that was typed", async () => {
		const c = calls();
		const broken = {
			...desk,
			text: () => {
				throw new Error("secret 145000");
			},
		} as never;
		await onCommand(
			{ ...c, client, command: command("secret 145000") } as never,
			"odds",
			parts({ desk: broken }),
		);
		expect(c.sent[0]?.text).toMatch(/Reference [A-Z0-9]{6}$/);
		expect(JSON.stringify([c.sent, log.error.mock.calls])).not.toMatch(/145000|at .*\.ts/);
	});

	it("waits as long as Slack asks and tries again", async () => {
		const c = calls();
		const wait = vi.fn(async () => {});
		c.respond.mockRejectedValueOnce(Object.assign(new Error("429"), { statusCode: 429 }));
		await onCommand({ ...c, client, command: command("") } as never, "cap", parts({ wait }));
		expect(wait).toHaveBeenCalledOnce();
		expect(c.sent).toHaveLength(1);
	});

	it("says that it is restarting", async () => {
		const c = calls();
		await onCommand(
			{ ...c, client, command: command("") } as never,
			"cap",
			parts({ isStopping: () => true }),
		);
		expect(c.ack).toHaveBeenCalledWith({ response_type: "ephemeral", text: RESTARTING });
	});

	it("waits for what is in flight", async () => {
		let finish = () => {};
		const work = createWork(() => new Promise(() => {}));
		void work.once(
			"a",
			() =>
				new Promise((resolve) => {
					finish = resolve;
				}),
		);
		const drained = work.drain(1000);
		finish();
		expect(await drained).toBe(true);
	});
});

describe("Slack values", () => {
	it("round-trip with and without a page", () => {
		for (const [, reply] of sampleReplies()) {
			if (!reply.again) continue;
			const value = encodeAction(reply.again, 2000) as string;
			expect(readValue(value)?.action.command).toBe(reply.again.command);
			expect(readValue(`3:${value}`)).toMatchObject({ page: 3 });
		}
	});
});
