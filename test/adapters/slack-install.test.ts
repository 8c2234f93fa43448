import { describe, expect, it } from "vitest";
import { createAuthorize } from "../../src/adapters/slack/install/authorize.ts";
import { createInstallations } from "../../src/adapters/slack/install/installations.ts";
import { createSeal, SealError } from "../../src/adapters/slack/install/seal.ts";
import type { RawAnswer } from "../../src/http/hooks.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { fakeLog, fakeSlack, KEY, said, settle, slackWorld, slash } from "./slack-fakes.ts";

const oauthAnswer = (team: string, over: object = {}) => ({
	access_token: `xoxb-token-of-${team}`,
	token_type: "bot",
	scope: "commands,chat:write",
	bot_user_id: "UBOT",
	app_id: "A1",
	team: { id: team, name: team },
	enterprise: null,
	is_enterprise_install: false,
	authed_user: { id: `UADMIN${team}` },
	...over,
});

type World = ReturnType<typeof slackWorld>;

const cookieOf = (answer: RawAnswer) =>
	/slack-app-oauth-state=([^;]*)/.exec(answer.headers?.["set-cookie"] ?? "")?.[1] ?? "";

async function begin(world: World) {
	const answer = await world.install.handler?.({
		headers: {},
		query: new URLSearchParams(),
		body: Buffer.alloc(0),
	});
	if (!answer) throw new TypeError("no install address");
	const address = new URL(answer.headers?.location ?? "");
	return {
		answer,
		address,
		state: address.searchParams.get("state") ?? "",
		cookie: cookieOf(answer),
	};
}

function finish(world: World, query: Record<string, string>, cookie: string): Promise<RawAnswer> {
	if (!world.redirect.handler) throw new TypeError("no redirect address");
	return world.redirect.handler({
		headers: cookie ? { cookie: `slack-app-oauth-state=${cookie}` } : {},
		query: new URLSearchParams(query),
		body: Buffer.alloc(0),
	});
}

function worldFor(teams: Record<string, object>, over: object = {}) {
	const slack = fakeSlack({
		"oauth.v2.access": ({ args }) =>
			(teams[String(args.code)] ?? { ok: false, error: "invalid_code" }) as never,
	});
	return slackWorld("oauth", { slack, publicUrl: "https://desk.example.org", ...over });
}

async function install(world: World, code: string): Promise<RawAnswer> {
	const { state, cookie } = await begin(world);
	return finish(world, { code, state }, cookie);
}

describe("installing", () => {
	it("goes to Slack with the least scopes, a state, and that state in a cookie", async () => {
		const { answer, address, state, cookie } = await begin(worldFor({}));
		expect(answer.status).toBe(302);
		expect(address.origin + address.pathname).toBe("https://slack.test/oauth/v2/authorize");
		expect(address.searchParams.get("scope")).toBe("commands,chat:write");
		expect(address.searchParams.get("redirect_uri")).toBe(
			"https://desk.example.org/slack/oauth_redirect",
		);
		expect(state.length).toBeGreaterThan(40);
		expect(cookie).toBe(state);
		expect(answer.headers?.["set-cookie"]).toMatch(/Secure; HttpOnly;.*Max-Age=600/);
	});

	it("stores the token sealed, says what to do first, and serves the workspace with it", async () => {
		const world = worldFor({ c1: oauthAnswer("T1") });
		const done = await install(world, "c1");
		expect(done.status).toBe(200);
		expect(done.body).toMatch(/\/h1b help/);
		const stored = await world.store.map("installations").under("slack/T1/");
		expect(stored).toHaveLength(1);
		expect(JSON.stringify(stored)).not.toMatch(/xoxb|UADMIN/);
		const [exchange] = world.slack.of("oauth.v2.access");
		expect(exchange?.args).toMatchObject({ code: "c1" });
		expect(JSON.stringify(exchange?.args)).not.toContain("client-secret");
		expect(exchange?.token).toBe(`Basic ${Buffer.from("1.2:client-secret").toString("base64")}`);
		await world.deliver("command", slash("/odds", ""));
		expect(world.slack.of("views.open")[0]?.token).toBe("xoxb-token-of-T1");
	});

	const refused: [
		string,
		(given: { state: string; cookie: string }) => [Record<string, string>, string],
	][] = [
		["another state", ({ cookie }) => [{ code: "c1", state: "other" }, cookie]],
		["no state", ({ cookie }) => [{ code: "c1" }, cookie]],
		["another browser", ({ state }) => [{ code: "c1", state }, ""]],
		["another browser's cookie", ({ state }) => [{ code: "c1", state }, `${state}x`]],
		["a state that is signed by nobody", () => [{ code: "c1", state: "a.b.c" }, "a.b.c"]],
		["no code", ({ state, cookie }) => [{ state }, cookie]],
		["somebody who declined", ({ state, cookie }) => [{ error: "access_denied", state }, cookie]],
	];
	it.each(refused)("with %s stores nothing", async (_name, change) => {
		const world = worldFor({ c1: oauthAnswer("T1") });
		const [query, cookie] = change(await begin(world));
		const answer = await finish(world, query, cookie);
		expect(answer.status).toBe(400);
		expect(answer.body).toMatch(/Nothing was (installed|stored).*Begin again/s);
		expect(await world.store.map("installations").under("")).toEqual([]);
		expect(world.slack.of("oauth.v2.access")).toEqual([]);
	});

	it("with a code that Slack refuses stores nothing, and says nothing of the reason inside", async () => {
		const world = worldFor({});
		const answer = await install(world, "wrong");
		expect(answer.status).toBe(500);
		expect(answer.body).not.toMatch(/invalid_code/);
		expect(await world.store.map("installations").under("")).toEqual([]);
	});

	it("keeps two workspaces apart: tokens, and what is stored", async () => {
		const world = worldFor({ c1: oauthAnswer("T1"), c2: oauthAnswer("T2") });
		await install(world, "c1");
		await install(world, "c2");
		for (const team of ["T1", "T2"]) {
			await world.deliver("command", slash("/odds", "", { team_id: team }));
			expect(world.slack.of("views.open").at(-1)?.token).toBe(`xoxb-token-of-${team}`);
			await world.store.map("settings").set(`slack/${team}/settings`, team);
		}
		await world.deliver("event", said({ type: "app_uninstalled" }, { event_time: 1_795_000_100 }));
		expect(await world.store.map("settings").under("slack/")).toEqual([
			{ key: "slack/T2/settings", value: "T2" },
		]);
		await world.deliver("command", slash("/odds", "", { team_id: "T1" }));
		expect(world.slack.of("respond").at(-1)?.args.text).toMatch(/no longer has access/);
		await world.deliver("command", slash("/odds", "", { team_id: "T2" }));
		expect(world.slack.of("views.open").at(-1)?.token).toBe("xoxb-token-of-T2");
	});

	it("for an organisation serves its workspaces, and is deleted as a whole", async () => {
		const org = oauthAnswer("T1", {
			access_token: "xoxb-org",
			team: null,
			enterprise: { id: "E1", name: "Org" },
			is_enterprise_install: true,
		});
		const world = worldFor({ c1: org });
		await install(world, "c1");
		const where = { team_id: "T7", enterprise_id: "E1", is_enterprise_install: "true" };
		await world.deliver("command", slash("/odds", "", where));
		expect(world.slack.of("views.open")[0]?.token).toBe("xoxb-org");
		await world.deliver(
			"event",
			said(
				{ type: "app_uninstalled" },
				{
					team_id: null,
					enterprise_id: "E1",
					authorizations: [{ enterprise_id: "E1", team_id: null, is_enterprise_install: true }],
					event_time: 1_795_000_100,
				},
			),
		);
		expect(await world.store.map("installations").under("")).toEqual([]);
		expect(world.left).toEqual([{ platform: "slack", id: "E1" }]);
	});

	it("outlives the late news of an earlier removal", async () => {
		const world = worldFor({ c1: oauthAnswer("T1") });
		await install(world, "c1");
		await world.deliver("event", said({ type: "app_uninstalled" }, { event_time: 1_794_999_000 }));
		expect(await world.store.map("installations").under("slack/T1/")).toHaveLength(1);
	});

	it("does not stop answers while the store is down", async () => {
		const store = createMemoryStore();
		const down = {
			...store,
			map: () => ({ ...store.map("settings"), get: () => Promise.reject(new Error("down")) }),
		};
		const world = worldFor({}, { store: down as never });
		await world.deliver("command", slash("/cap", ""));
		expect(JSON.stringify(world.slack.of("respond")[0]?.args)).toContain("annual H-1B cap");
		await settle();
	});
});

describe("a token that runs out", () => {
	const now = () => 1_795_000_000_000;
	const expiring = (at: number, refreshToken = "xoxe-1") => ({
		team: { id: "T1" },
		enterprise: undefined,
		user: { id: "U1", token: undefined, scopes: undefined },
		bot: { token: `xoxb-${at}`, refreshToken, expiresAt: at, id: "B1", userId: "UB", scopes: [] },
		isEnterpriseInstall: false,
		authVersion: "v2" as const,
	});
	const source = { teamId: "T1", enterpriseId: undefined, isEnterpriseInstall: false };

	/** Replicas over one store; each refresh is counted and gives a token of the far future. */
	async function replicas(count: number, at: number) {
		const store = createMemoryStore(now);
		const installations = createInstallations(store, createSeal(KEY), now);
		await installations.storeInstallation(expiring(at) as never);
		let refreshes = 0;
		const refresh = async () => {
			refreshes++;
			await settle();
			await installations.storeInstallation(expiring(1_795_900_000, "xoxe-2") as never);
			return {};
		};
		const { log } = fakeLog();
		const forever = new Promise<void>(() => {});
		const wait = (ms: number) => (ms >= 1_000 ? forever : settle());
		const made = Array.from({ length: count }, () =>
			createAuthorize({ installations, store, refresh, log, now, wait }),
		);
		return { made, refreshes: () => refreshes };
	}

	it("is refreshed once, whoever asks how often at once", async () => {
		const { made, refreshes } = await replicas(3, 1_795_000_100);
		const all = await Promise.all(made.flatMap((ask) => [ask(source), ask(source), ask(source)]));
		expect(refreshes()).toBe(1);
		expect(new Set(all.map(({ botToken }) => botToken))).toEqual(new Set(["xoxb-1795900000"]));
	});

	it("is left alone while it lasts", async () => {
		const { made, refreshes } = await replicas(1, 1_795_090_000);
		expect((await made[0]?.(source))?.botToken).toBe("xoxb-1795090000");
		expect(refreshes()).toBe(0);
	});

	it("is refreshed by Slack's library with the refresh token", async () => {
		const slack = fakeSlack({
			"oauth.v2.access": ({ args }) =>
				args.grant_type === "refresh_token"
					? {
							token_type: "bot",
							access_token: "xoxb-new",
							refresh_token: "xoxe-3",
							expires_in: 43_200,
						}
					: { ok: false, error: "unexpected" },
		});
		const world = slackWorld("oauth", { slack, now: Date.now });
		await world.connection.installations?.storeInstallation(
			expiring(Math.floor(Date.now() / 1000) + 60) as never,
		);
		await world.deliver("command", slash("/odds", ""));
		expect(world.slack.of("oauth.v2.access")[0]?.args).toMatchObject({ refresh_token: "xoxe-1" });
		expect(world.slack.of("views.open")[0]?.token).toBe("xoxb-new");
		expect(JSON.stringify(world.lines)).not.toMatch(/xox[be]-/);
	});
});

describe("a seal", () => {
	const seal = createSeal(KEY);
	it("opens for what it was closed for, and differs each time", () => {
		const closed = seal.close({ token: "xoxb-1" }, "slack/T1");
		expect(seal.open(closed, "slack/T1")).toEqual({ token: "xoxb-1" });
		expect(seal.close({ token: "xoxb-1" }, "slack/T1")).not.toBe(closed);
		expect(closed).not.toContain("xoxb");
	});

	it("opens for no other workspace, with no other key, and not when damaged", () => {
		const closed = seal.close("secret", "slack/T1");
		const flip = (at: number) =>
			closed.slice(0, at) + (closed[at] === "A" ? "B" : "A") + closed.slice(at + 1);
		const other = createSeal(Buffer.alloc(32, 8).toString("base64"));
		expect(() => seal.open(closed, "slack/T2")).toThrow(SealError);
		expect(() => other.open(closed, "slack/T1")).toThrow(SealError);
		for (const text of ["", "v1.", "v2.AAAA", closed.slice(0, -4), flip(5), flip(25), flip(44)])
			expect(() => seal.open(text, "slack/T1"), text).toThrow(SealError);
	});
});
