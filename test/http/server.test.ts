import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { registerHealth } from "../../src/http/health.ts";
import { BODY_LIMIT, createHttpServer } from "../../src/http/server.ts";

const SECRET = "145000-dollars";

function serverWithLog() {
	const lines: string[] = [];
	const app = createHttpServer(
		pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
	);
	app.get("/things/*", async () => ({ ok: true }));
	app.post("/echo", async (request) => request.body);
	app.get("/fails", async () => {
		throw new Error(`could not read ${SECRET}`);
	});
	return { app, lines };
}

it("keeps idle connections longer than balancers do, which would lose what they send just then", () => {
	expect(createHttpServer(pino({ level: "silent" })).server.keepAliveTimeout).toBeGreaterThan(
		60_000,
	);
});

describe("the HTTP server", () => {
	it("answers an unknown address with 404", async () => {
		const { app } = serverWithLog();
		expect((await app.inject("/nowhere")).statusCode).toBe(404);
	});

	it("answers a wrong method with 405 and says which are right", async () => {
		const { app } = serverWithLog();
		const wrongPost = await app.inject({ method: "POST", url: "/things/a/b?x=1" });
		expect([wrongPost.statusCode, wrongPost.headers.allow]).toEqual([405, "GET, HEAD"]);
		const wrongGet = await app.inject("/echo");
		expect([wrongGet.statusCode, wrongGet.headers.allow]).toEqual([405, "POST"]);
	});

	it("takes a body of 64 KiB and refuses one byte more with 413", async () => {
		const { app } = serverWithLog();
		const send = (bytes: number) =>
			app.inject({
				method: "POST",
				url: "/echo",
				headers: { "content-type": "application/json" },
				payload: `"${"x".repeat(bytes - 2)}"`,
			});
		expect((await send(BODY_LIMIT)).statusCode).toBe(200);
		expect((await send(BODY_LIMIT + 1)).statusCode).toBe(413);
	});

	it("sends the security headers with every answer, errors included, and lets nothing be cached", async () => {
		const { app } = serverWithLog();
		for (const url of ["/things/a", "/nowhere", "/fails"]) {
			const { headers } = await app.inject(url);
			expect(headers["content-security-policy"]).toMatch(
				/default-src 'none'.*frame-ancestors 'none'/,
			);
			expect(headers["content-security-policy"]).not.toContain("unsafe");
			expect(headers).toMatchObject({
				"x-content-type-options": "nosniff",
				"referrer-policy": "no-referrer",
				"cache-control": "no-store",
			});
		}
	});

	it("logs the route, and never an address, a body or the words of an error", async () => {
		const { app, lines } = serverWithLog();
		await app.inject(`/things/${SECRET}?q=${SECRET}`);
		await app.inject(`/${SECRET}`);
		await app.inject({ method: "POST", url: "/echo", payload: { text: SECRET } });
		await app.inject({
			method: "POST",
			url: "/echo",
			headers: { "content-type": "application/json" },
			payload: SECRET,
		});
		const failed = await app.inject("/fails");
		expect(failed.statusCode).toBe(500);
		expect(failed.body).not.toContain(SECRET);
		expect(lines.filter((line) => line.includes('"msg":"http"'))).toHaveLength(5);
		expect(lines.join("")).not.toContain(SECRET);
	});

	it("is ready when nothing is wrong, and otherwise says what is", async () => {
		const { app } = serverWithLog();
		const problems: string[] = [];
		registerHealth(app, () => problems);
		expect((await app.inject("/readyz")).json()).toEqual({ ready: true, reasons: [] });
		problems.push("slack: not connected");
		const waiting = await app.inject("/readyz");
		expect([waiting.statusCode, waiting.json()]).toEqual([
			503,
			{ ready: false, reasons: ["slack: not connected"] },
		]);
		expect((await app.inject("/healthz")).statusCode).toBe(200);
	});
});
