import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import { createHooks } from "../../src/http/hooks.ts";
import { createHttpServer } from "../../src/http/server.ts";

const app = () => createHttpServer(pino({ level: "silent" }));
let open: ReturnType<typeof app> | undefined;
afterEach(() => open?.close());

it("answers 503 until the platform's library has loaded, then with what it gives", async () => {
	open = app();
	const hook = createHooks(open)("POST", "/hook");
	expect((await open.inject({ method: "POST", url: "/hook", payload: "x" })).statusCode).toBe(503);
	hook.answer(async ({ body, query, headers }) => ({
		status: 201,
		headers: { "x-seen": String(headers["x-sent"]) },
		body: `${query.get("a")} ${body.toString()}`,
	}));
	const done = await open.inject({
		method: "POST",
		url: "/hook?a=1",
		payload: '{ "kept":  "as sent" }',
		headers: { "content-type": "application/json", "x-sent": "yes" },
	});
	expect(done.statusCode).toBe(201);
	expect(done.headers["x-seen"]).toBe("yes");
	expect(done.body).toBe('1 { "kept":  "as sent" }');
});

it("refuses a body over the limit, a wrong method, and keeps the security headers", async () => {
	open = app();
	createHooks(open)("POST", "/hook", 8).answer(async () => ({ status: 200 }));
	const big = await open.inject({ method: "POST", url: "/hook", payload: "123456789" });
	expect(big.statusCode).toBe(413);
	expect((await open.inject({ method: "GET", url: "/hook" })).statusCode).toBe(405);
	const done = await open.inject({ method: "POST", url: "/hook", payload: "1" });
	expect(done.headers["x-content-type-options"]).toBe("nosniff");
});
