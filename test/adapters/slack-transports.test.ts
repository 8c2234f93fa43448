import { describe, expect, it } from "vitest";
import { NO_LONGER_INSTALLED } from "../../src/adapters/slack/errors.ts";
import { ASK, CHECK } from "../../src/adapters/slack/handlers/shortcut.ts";
import {
	fakeSlack,
	interaction,
	press,
	type Replies,
	said,
	slackWorld,
	slash,
	type Transport,
	type WorldOptions,
} from "./slack-fakes.ts";
import { objectsIn, violationsOf } from "./slack-validate.ts";

const TRANSPORTS: Transport[] = ["socket", "http", "oauth"];

type World = ReturnType<typeof slackWorld>;

const INSTALLED = (team: string) => ({
	team: { id: team },
	enterprise: undefined,
	user: { id: "UADMIN", token: undefined, scopes: undefined },
	bot: { token: `xoxb-${team}`, id: "B1", userId: "UBOT", scopes: ["commands"] },
	isEnterpriseInstall: false,
	authVersion: "v2" as const,
});

async function connected(mode: Transport, options: WorldOptions = {}): Promise<World> {
	const world = slackWorld(mode, options);
	if (mode === "oauth")
		await world.connection.installations?.storeInstallation(INSTALLED("T1") as never);
	else if (mode === "http") await world.connection.connect();
	return world;
}

const textsOf = (world: World) => world.slack.of("respond").map(({ args }) => args);
const viewOf = (world: World, method: string) =>
	world.slack.of(method).at(-1)?.args.view as Record<string, unknown> & { blocks: never[] };

describe.each(TRANSPORTS)("Slack over %s", (mode) => {
	it("acknowledges a command at once and answers in private", async () => {
		const world = await connected(mode);
		const { acked, body } = await world.deliver("command", slash("/odds", "2 masters"));
		expect(acked).toBe(true);
		expect(body).toBeUndefined();
		expect(textsOf(world)).toHaveLength(1);
		expect(textsOf(world)[0]).toMatchObject({ response_type: "ephemeral" });
		expect(JSON.stringify(textsOf(world)[0])).toContain("58%");
		expect(violationsOf(textsOf(world)[0])).toEqual([]);
	});

	it.each([
		["/odds", "“2”\u00a0master’s", /58%/],
		["/dates", "fiscal‐year：2027", /FY 2027/],
		["/h1b", "fee 26+ non‑profit", /2,460/],
		["/h1b", "", /can do/],
		["/odds", "help", /Wage level/],
		["/h1b", "odds banana", /Not understood/],
		["/h1b", "is the $100k fee &lt;in effect&gt; today?", /blocked/i],
	])("reads %s %s as typed", async (command, text, expected) => {
		const world = await connected(mode);
		await world.deliver("command", slash(command, text));
		expect(JSON.stringify(textsOf(world)[0])).toMatch(expected);
	});

	it("answers a delivery that comes twice once, and one that only ever is a retry", async () => {
		const world = await connected(mode, { isAgent: true });
		const asked = slash("/cap", "");
		await world.deliver("command", asked);
		await world.deliver("command", { ...asked });
		expect(textsOf(world)).toHaveLength(1);
		const event = said({
			type: "message",
			channel_type: "im",
			channel: "D1",
			user: "U1",
			text: "cap?",
			ts: "1.1",
		});
		await world.deliver("event", event);
		await world.deliver("event", { ...event, event_context: "again" });
		await world.deliver("event", { ...event, event_id: "EvOther", event_context: "replica" });
		expect(world.slack.of("chat.postMessage")).toHaveLength(1);
	});

	it("opens a form, keeps it open with what to do beside the field, and answers in its window", async () => {
		const world = await connected(mode);
		await world.deliver("command", slash("/level", ""));
		const form = viewOf(world, "views.open");
		expect(form.callback_id).toBe("form:level");
		const submit = (values: object) =>
			world.deliver(
				"interactive",
				interaction({
					type: "view_submission",
					view: { ...form, id: "V1", state: { values } },
				}),
			);
		const offer = {
			occupation: { occupation: { selected_option: { value: "15-1252" } } },
			area: { area: { selected_option: { value: "12420" } } },
		};
		const wrong = await submit({ wage: { wage: { value: "-5" } }, ...offer });
		expect(wrong.body).toMatchObject({
			response_action: "errors",
			errors: { wage: expect.stringMatching(/can't be negative/) },
		});
		const right = await submit({ wage: { wage: { value: "137,429" } }, ...offer });
		expect(right.body).toMatchObject({ response_action: "update", view: { type: "modal" } });
		expect(JSON.stringify(right.body)).toContain("$137,429");
		const { private_metadata, blocks } = (right.body as { view: never }).view as {
			private_metadata: string;
			blocks: object[];
		};
		const machine = objectsIn(blocks).flatMap((o) => [o.value, o.block_id, o.action_id, o.url]);
		expect(JSON.stringify([private_metadata, machine, world.lines])).not.toMatch(/137.?429/);
	});

	it("suggests while somebody types in a form", async () => {
		const world = await connected(mode);
		const { body } = await world.deliver(
			"interactive",
			interaction({
				type: "block_suggestion",
				action_id: "occupation",
				block_id: "occupation",
				value: "softw",
				view: { callback_id: "form:level" },
			}),
		);
		expect((body as { options: object[] }).options[0]).toMatchObject({ value: "15-1252" });
	});

	it("answers the shortcuts", async () => {
		const world = await connected(mode);
		await world.deliver("interactive", interaction({ type: "shortcut", callback_id: ASK }));
		expect(viewOf(world, "views.open").callback_id).toBe("form:ask");
		await world.deliver(
			"interactive",
			interaction({
				type: "message_action",
				callback_id: CHECK,
				channel: { id: "C1" },
				message: { text: "H-1B is now <https://x.test|$100k a year>, says <@U9>" },
				response_url: "https://hooks.slack.test/1",
			}),
		);
		expect(textsOf(world)[0]).toMatchObject({ response_type: "ephemeral" });
		expect(JSON.stringify(textsOf(world)[0])).toContain("Contradicted");
	});

	it("shares in the channel, naming who shared", async () => {
		const world = await connected(mode);
		await world.deliver("interactive", press("share", "cap"));
		expect(textsOf(world)[0]).toMatchObject({ response_type: "in_channel" });
		expect(JSON.stringify(textsOf(world)[0])).toContain("Shared by <@U1>");
	});

	it("draws the Home tab for any viewer", async () => {
		const world = await connected(mode);
		await world.deliver(
			"event",
			said({ type: "app_home_opened", user: "U2", channel: "D2", tab: "home" }),
		);
		const args = world.slack.of("views.publish")[0]?.args ?? {};
		expect(args.user_id).toBe("U2");
		expect(JSON.stringify(args.view)).toMatch(/Support/);
		await world.deliver(
			"event",
			said({ type: "app_home_opened", user: "U2", channel: "D2", tab: "messages" }),
		);
		expect(world.slack.of("views.publish")).toHaveLength(1);
	});

	it("answers a mention in its thread, with a status before, and lets bots, edits and others pass", async () => {
		const world = await connected(mode, { isAgent: true });
		const mention = {
			type: "app_mention",
			channel: "C1",
			user: "U1",
			text: "<@UBOT> cap",
			ts: "5.1",
		};
		for (const other of [
			{ bot_id: "B9" },
			{ subtype: "message_changed" },
			{ edited: { ts: "1" } },
			// Over the socket it learns who it is when it connects, which it does not here.
			...(mode === "socket" ? [] : [{ user: "UBOT" }]),
			{ user: undefined },
		])
			await world.deliver("event", said({ ...mention, ts: "9.9", ...other }));
		await world.deliver("event", said({ ...mention, type: "message", channel_type: "channel" }));
		expect(world.slack.of("chat.postMessage")).toHaveLength(0);
		await world.deliver("event", said(mention));
		expect(world.slack.of("assistant.threads.setStatus")[0]?.args).toMatchObject({
			channel_id: "C1",
			thread_ts: "5.1",
		});
		expect(world.slack.of("chat.postMessage")[0]?.args).toMatchObject({
			channel: "C1",
			thread_ts: "5.1",
		});
		await world.deliver("event", said({ ...mention, ts: "6.1", thread_ts: "5.1" }));
		expect(world.slack.of("chat.postMessage")[1]?.args).toMatchObject({ thread_ts: "5.1" });
		expect(world.slack.calls.some(({ method }) => /history|replies/.test(method))).toBe(false);
	});

	it("answers a mention with a wage to its asker alone", async () => {
		const world = await connected(mode, { isAgent: true });
		const text = "<@UBOT> level 137429 software engineer austin";
		await world.deliver(
			"event",
			said({ type: "app_mention", channel: "C1", user: "U1", text, ts: "7.1" }),
		);
		expect(world.slack.of("chat.postMessage")).toHaveLength(0);
		expect(world.slack.of("chat.postEphemeral")[0]?.args).toMatchObject({ user: "U1" });
		expect(JSON.stringify(world.lines)).not.toContain("137429");
	});

	it("does not listen to messages unless switched on", async () => {
		const world = await connected(mode);
		await world.deliver(
			"event",
			said({ type: "app_mention", channel: "C1", user: "U1", text: "cap", ts: "8.1" }),
		);
		expect(world.slack.of("chat.postMessage")).toHaveLength(0);
	});

	it.each(["app_uninstalled", "tokens_revoked"])(
		"deletes the workspace's data at %s, whichever comes first",
		async (first) => {
			const world = await connected(mode);
			await world.store.map("settings").set("slack/T1/settings", { own: 1 });
			await world.store.map("settings").set("slack/T2/settings", { other: 1 });
			const events = {
				app_uninstalled: said({ type: "app_uninstalled" }),
				tokens_revoked: said({ type: "tokens_revoked", tokens: { bot: ["UBOT"] } }),
			};
			const second = first === "app_uninstalled" ? "tokens_revoked" : "app_uninstalled";
			for (const name of [first, second])
				await world.deliver("event", {
					...events[name as keyof typeof events],
					event_time: 1_795_000_100,
				});
			expect(await world.store.map("settings").get("slack/T1/settings")).toBeUndefined();
			expect(await world.store.map("settings").get("slack/T2/settings")).toEqual({ other: 1 });
			expect(await world.store.map("installations").under("slack/T1/")).toEqual([]);
			if (mode !== "oauth") return;
			await world.deliver("command", slash("/cap", ""));
			expect(textsOf(world).at(-1)?.text).toBe(NO_LONGER_INSTALLED);
		},
	);

	it("leaves the data when only a user's own token is revoked", async () => {
		const world = await connected(mode);
		await world.deliver("event", said({ type: "tokens_revoked", tokens: { oauth: ["U1"] } }));
		expect(world.left).toEqual([]);
	});

	const failures: [string, Replies, object, (world: World) => string, RegExp][] = [
		[
			"a response address that has run out",
			{ respond: () => ({ status: 404, error: "used_url" }) },
			slash("/cap", ""),
			(world) => JSON.stringify(world.slack.of("chat.postEphemeral").at(-1)?.args),
			/annual H-1B cap/,
		],
		[
			"a response address that has run out, outside a channel that has the app",
			{
				respond: () => ({ status: 404, error: "expired_url" }),
				"chat.postEphemeral": () => ({ ok: false, error: "not_in_channel" }),
			},
			slash("/cap", ""),
			(world) => JSON.stringify(world.slack.of("chat.postMessage").at(-1)?.args),
			/"channel":"U1".*annual H-1B cap|annual H-1B cap.*"channel":"U1"/,
		],
		[
			"a trigger that is too old",
			{ "views.open": () => ({ ok: false, error: "expired_trigger_id" }) },
			slash("/odds", ""),
			(world) => String(textsOf(world).at(-1)?.text),
			/too little time.*\/odds 2 masters/,
		],
		[
			"a revoked token",
			{ "views.open": () => ({ ok: false, error: "token_revoked" }) },
			slash("/odds", ""),
			(world) => String(textsOf(world).at(-1)?.text),
			/no longer has access.*install it again/,
		],
		[
			"a request for patience",
			{ respond: onceThen({ status: 429, headers: { "retry-after": "3" } }) },
			slash("/cap", ""),
			(world) => JSON.stringify(textsOf(world)[1]),
			/annual H-1B cap/,
		],
		[
			"refused blocks",
			{ respond: onceThen({ status: 400, error: "invalid_blocks" }) },
			slash("/odds", "2 masters"),
			(world) => JSON.stringify(textsOf(world)[1]),
			/"type":"table"/,
		],
	];
	it.each(failures)("ends %s in one private answer", async (_name, replies, sent, seen, words) => {
		const world = await connected(mode, { slack: fakeSlack(replies) });
		await world.deliver("command", sent);
		expect(seen(world)).toMatch(words);
		const delivered = world.slack.calls.filter(({ args }) => args.response_type === "in_channel");
		expect(delivered).toEqual([]);
	});

	it("shares from a window; outside the channel it says how to let it in", async () => {
		const refused = { "chat.postMessage": () => ({ ok: false, error: "not_in_channel" }) };
		const world = await connected(mode, {
			slack: fakeSlack({ ...refused, respond: () => ({ status: 404 }) }),
		});
		const view = {
			id: "V1",
			type: "modal",
			private_metadata: '{"channel":"C1","url":"https://h.test"}',
		};
		await world.deliver(
			"interactive",
			press("share", "cap", { view, channel: undefined, response_url: undefined }),
		);
		expect(JSON.stringify(viewOf(world, "views.update"))).toMatch(/\/invite @H-1B Desk/);
	});
});

/** The first call gets this, the others what is usual. */
function onceThen(first: Record<string, unknown>): Replies[string] {
	let calls = 0;
	return () => (calls++ === 0 ? first : {});
}
