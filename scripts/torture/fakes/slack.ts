import { createHmac } from "node:crypto";
import type { Ledger } from "../ledger.ts";
import { type Faults, NO_FAULTS, nextFault } from "./faults.ts";
import type { Deliver } from "./post.ts";
import { type Asked, jsonOf, serve, type Told } from "./serve.ts";

export const SLACK_TOKEN = "xoxb-1000000000-2000000000-torturetokenoffakeslack";
export const SLACK_SECRET = "torture-signing-secret-of-fake-slack";
export const TEAM = "T0TORTURE1";
/** One message a second and channel: https://docs.slack.dev/apis/web-api/rate-limits */
const CHANNEL_GAP_MS = 1_000;
/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES_OF_RESPONSE_URL = 5;

export interface SlackPost {
	channel: string;
	at: number;
	body: Record<string, unknown>;
}

export interface SlackWho {
	user: string;
	team: string;
	channel: string;
}

export interface SlackDelivery {
	id: string;
	/** Form fields. */
	form: Record<string, string>;
}

export interface FakeSlack {
	env: Record<string, string>;
	faults: Faults;
	posts: SlackPost[];
	answers: Map<string, Record<string, unknown>>;
	calls: Map<string, number>;
	command(name: string, text: string, who: SlackWho): SlackDelivery;
	/** Delivers, again when given again; resolves with the status, 0 when nobody answered. */
	deliver(delivery: SlackDelivery, deliver: Deliver): Promise<number>;
	close(): Promise<void>;
}

/** A Slack on this machine: signs commands to the desk's address, and takes its answers and Web API calls. */
export async function startFakeSlack(parts: {
	ledger: Ledger;
	random: () => number;
	now?: () => number;
}): Promise<FakeSlack> {
	const { ledger, random, now = Date.now } = parts;
	const faults: Faults = { ...NO_FAULTS };
	const posts: SlackPost[] = [];
	const answers: FakeSlack["answers"] = new Map();
	const calls = new Map<string, number>();
	const uses = new Map<string, number>();
	const askedBy = new Map<string, string[]>();
	const lastPost = new Map<string, number>();
	let count = 0;

	async function answer({ path, body, headers }: Asked): Promise<Told | undefined> {
		const method = path.startsWith("/respond/") ? "respond" : path.replace(/^\/api\//, "");
		calls.set(method, (calls.get(method) ?? 0) + 1);
		if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
		const fault = nextFault(faults, random);
		if (fault === "503") return { status: 503 };
		if (fault === "429") return tooMany(faults.retryAfterS);
		if (method === "respond") return respond(path.slice("/respond/".length), jsonOf(body));
		const isForm = String(headers["content-type"]).startsWith("application/x-www-form-urlencoded");
		return webApi(method, isForm ? Object.fromEntries(new URLSearchParams(body)) : jsonOf(body));
	}

	function respond(id: string, body: Record<string, unknown>): Told {
		const used = (uses.get(id) ?? 0) + 1;
		uses.set(id, used);
		if (used > USES_OF_RESPONSE_URL) return { status: 404, json: { ok: false, error: "used_url" } };
		answers.set(id, body);
		ledger.answered(id);
		return { status: 200, json: { ok: true } };
	}

	/** Without the response address: told to the person, who takes it for what is still owed, or asked last. */
	function tell(user: string, body: Record<string, unknown>): Told {
		const asked = askedBy.get(user) ?? [];
		const id = asked.find((one) => !answers.has(one)) ?? asked.at(-1);
		if (id !== undefined) {
			answers.set(id, body);
			ledger.answered(id);
		}
		return ok({ ts: "1", message_ts: "1" });
	}

	function webApi(method: string, body: Record<string, unknown>): Told {
		if (method === "chat.postEphemeral") return tell(String(body.user), body);
		if (method === "chat.postMessage" && /^U/.test(String(body.channel)))
			return tell(String(body.channel), body);
		if (method === "chat.postMessage") return post(body);
		if (method === "auth.test")
			return ok({
				url: "https://torture.example/",
				team: "T",
				team_id: TEAM,
				user_id: "U0BOT00001",
				bot_id: "B0BOT00001",
			});
		if (method === "users.info")
			return ok({
				user: {
					id: body.user,
					is_admin: true,
					is_owner: true,
					tz: "America/New_York",
					locale: "en-US",
				},
			});
		if (method === "conversations.info")
			return ok({ channel: { id: body.channel, is_member: true } });
		return ok({});
	}

	function post(body: Record<string, unknown>): Told {
		const channel = String(body.channel);
		const at = now();
		if (at - (lastPost.get(channel) ?? 0) < CHANNEL_GAP_MS) return tooMany(1);
		lastPost.set(channel, at);
		posts.push({ channel, at, body });
		return ok({ channel, ts: `${at / 1000}` });
	}

	const server = await serve(answer);
	return {
		env: {
			SLACK_BOT_TOKEN: SLACK_TOKEN,
			SLACK_SIGNING_SECRET: SLACK_SECRET,
			SLACK_API_URL: `${server.address}/api/`,
		},
		faults,
		posts,
		answers,
		calls,
		command(name, text, who) {
			const id = `S${++count}`;
			const form = {
				token: "legacy",
				team_id: who.team,
				team_domain: "torture",
				channel_id: who.channel,
				channel_name: "general",
				user_id: who.user,
				user_name: "someone",
				command: name,
				text,
				api_app_id: "A0TORTURE1",
				is_enterprise_install: "false",
				response_url: `${server.address}/respond/${id}`,
				trigger_id: `${id}.trigger`,
			};
			return { id, form };
		},
		async deliver({ id, form }, deliver) {
			ledger.sent(id);
			const asked = askedBy.get(form.user_id ?? "") ?? [];
			if (!asked.includes(id)) askedBy.set(form.user_id ?? "", [...asked, id]);
			const body = new URLSearchParams(form).toString();
			const time = String(Math.floor(now() / 1000));
			const digest = createHmac("sha256", SLACK_SECRET).update(`v0:${time}:${body}`).digest("hex");
			const headers = {
				"content-type": "application/x-www-form-urlencoded",
				"x-slack-signature": `v0=${digest}`,
				"x-slack-request-timestamp": time,
			};
			try {
				const posted = await deliver("/slack/events", body, headers);
				if (posted.status !== 200) return posted.status;
				ledger.acked(id);
				// An acknowledgement may be the answer itself.
				if (posted.body !== "" && !answers.has(id)) {
					answers.set(id, JSON.parse(posted.body) as Record<string, unknown>);
					ledger.answered(id);
				}
				return posted.status;
			} catch {
				return 0;
			}
		},
		close: () => server.close(),
	};
}

const ok = (json: Record<string, unknown>): Told => ({ status: 200, json: { ok: true, ...json } });
const tooMany = (seconds: number): Told => ({
	status: 429,
	headers: { "retry-after": String(seconds) },
	json: { ok: false, error: "ratelimited" },
});
