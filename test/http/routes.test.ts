import type { RouteOptions } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLimits } from "../../src/adapters/limit.ts";
import { registerPage } from "../../src/adapters/page/page.ts";
import { readConfig } from "../../src/config.ts";
import { registerHealth } from "../../src/http/health.ts";
import { createHooks } from "../../src/http/hooks.ts";
import { BODY_LIMIT, createHttpServer } from "../../src/http/server.ts";
import { createDeskMetrics, serveMetrics } from "../../src/measure.ts";
import { pageParts } from "../../src/page-parts.ts";
import { createPlatforms } from "../../src/platforms.ts";
import { noPictures } from "../adapters/discord-fakes.ts";
import { adapterParts } from "../helpers/adapter-parts.ts";
import { testDesk } from "../helpers/desk.ts";

/** Every platform over HTTP, so that every address is kept. */
const ENV = readConfig({
	DISCORD_TOKEN: "a.b.c",
	DISCORD_APPLICATION_ID: "300000000000000001",
	DISCORD_TRANSPORT: "http",
	DISCORD_PUBLIC_KEY: "ab".repeat(32),
	SLACK_CLIENT_ID: "1.2",
	SLACK_CLIENT_SECRET: "secret-secret",
	SLACK_STATE_SECRET: "state-secret-state-secret",
	SLACK_SIGNING_SECRET: "signing-secret",
	ENCRYPTION_KEY: `${"A".repeat(43)}=`,
	PUBLIC_URL: "https://desk.example",
});

/** A hook may take a larger body where its platform sends one. */
const LARGEST_BODY = 4 * 1024 * 1024;

/** The server as the desk's start assembles it, without starting a platform. */
function assemble() {
	const log = pino({ level: "silent" });
	const app = createHttpServer(log);
	const routes: RouteOptions[] = [];
	app.addHook("onRoute", (route) => void routes.push(route));
	const desk = testDesk();
	const parts = {
		...adapterParts({ desk, log, limits: createLimits() }),
		pictures: noPictures,
		keepAddress: createHooks(app),
	};
	const platforms = createPlatforms(parts, ENV);
	registerPage(app, pageParts(desk, ENV));
	registerHealth(app, platforms.problems);
	serveMetrics(app, createDeskMetrics(desk), {
		desk,
		env: { HOST: "127.0.0.1", METRICS: "on" },
		store: parts.store,
		jobs: () => ({ leads: false, posted: 0, newerDocuments: 0 }),
		platforms: platforms.names,
		platformProblems: platforms.problems,
	});
	return { app, routes };
}

const { app, routes } = assemble();
beforeAll(async () => void (await app.ready()));
afterAll(() => app.close());

const addressOf = ({ url }: RouteOptions) => url.replace(/:\w+|\*/g, "x");
const methodsOf = ({ method }: RouteOptions) => [method].flat();

const HEADERS = {
	"content-security-policy": /default-src 'none'/,
	"x-content-type-options": /^nosniff$/,
	"referrer-policy": /^no-referrer$/,
	"cross-origin-opener-policy": /^same-origin$/,
	"cross-origin-resource-policy": /^same-origin$/,
	"permissions-policy": /camera=\(\)/,
	"cache-control": /./,
};

type Answer = Awaited<ReturnType<typeof app.inject>>;

function expectSafe(answer: Answer): void {
	for (const [name, shape] of Object.entries(HEADERS))
		expect(String(answer.headers[name]), name).toMatch(shape);
	expect(answer.headers).not.toHaveProperty("x-powered-by");
	expect(answer.headers).not.toHaveProperty("server");
	expect(answer.headers).not.toHaveProperty("set-cookie");
	expect(answer.body).not.toMatch(/ at .*\.ts:\d|node_modules/);
}

describe("every route", () => {
	it("is walked: the page, the probes, the metrics and both platforms", async () => {
		const urls = routes.map(({ url }) => url);
		for (const url of [
			"/",
			"/api/answer",
			"/healthz",
			"/readyz",
			"/metrics",
			"/discord/interactions",
			"/slack/events",
			"/slack/install",
			"/slack/oauth_redirect",
		])
			expect(urls).toContain(url);
	});

	const cases = routes.flatMap((route) =>
		methodsOf(route).map((method) => [`${method} ${route.url}`, method, addressOf(route)] as const),
	);

	it.each(cases)("%s has the security headers, whatever it answers", async (_name, method, url) => {
		expectSafe(await app.inject({ method: method as "GET", url }));
		expectSafe(await app.inject({ method: method as "GET", url: `${url}?code=x&state=y` }));
	});

	it.each(cases.filter(([, method]) => method === "POST"))(
		"%s refuses a body over its limit and takes broken ones calmly",
		async (_name, method, url) => {
			const post = (payload: string, type: string) =>
				app.inject({ method: method as "POST", url, payload, headers: { "content-type": type } });
			const big = await post("x".repeat(LARGEST_BODY + 1), "application/x-www-form-urlencoded");
			// 415: a type that the address does not read is refused before its body.
			expect([413, 415]).toContain(big.statusCode);
			expectSafe(big);
			for (const payload of ["{", "\u0000", "[]", '"', "a=%zz", "null"])
				for (const type of [
					"application/json",
					"application/x-www-form-urlencoded",
					"text/plain",
					"x/y",
				]) {
					const answer = await post(payload, type);
					// 503: a platform that has not started here.
					expect(answer.statusCode === 503 || answer.statusCode < 500).toBe(true);
					expectSafe(answer);
				}
		},
	);

	it.each(["/", "/api/answer"])("of the page, %s holds to 64 KiB", async (url) => {
		const payload = "x".repeat(BODY_LIMIT + 1);
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		expect((await app.inject({ method: "POST", url, payload, headers })).statusCode).toBe(413);
	});

	it.each([...new Set(routes.map(addressOf))])(
		"%s refuses other methods and says which it takes",
		async (url) => {
			const answer = await app.inject({ method: "DELETE", url });
			expect([answer.statusCode, answer.headers.allow]).toEqual([
				405,
				expect.stringMatching(/GET|POST/),
			]);
			expectSafe(answer);
		},
	);

	it("and every other address is a plain 404", async () => {
		for (const url of [
			"/.env",
			"/../package.json",
			"/data/desk.sqlite",
			"/%2e%2e/%2e%2e/etc/passwd",
			"//evil.example",
		]) {
			const answer = await app.inject(url);
			expect(answer.statusCode).toBe(404);
			expectSafe(answer);
		}
	});
});
