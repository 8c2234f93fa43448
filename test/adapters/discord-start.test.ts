import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inWords, retryAfterMs } from "../../src/adapters/discord/connect.ts";
import { start } from "../../src/adapters/discord/start.ts";
import { createWork } from "../../src/adapters/work.ts";
import { adapterParts } from "../helpers/adapter-parts.ts";
import { apiError, fakeParts, toyDesk } from "./discord-fakes.ts";

const never = () => new Promise<void>(() => {});

describe("work in flight", () => {
	it("is waited for when stopping, also what arrives meanwhile", async () => {
		const work = createWork(never);
		const finish: (() => void)[] = [];
		const job = () => new Promise<void>((resolve) => finish.push(resolve));
		work.once("1", job);
		const drained = work.drain(1);
		work.once("2", job);
		finish[0]?.();
		await Promise.resolve();
		finish[1]?.();
		expect(await drained).toBe(true);
	});

	it("is not waited for longer than there is time", async () => {
		const work = createWork(async () => {});
		work.once("1", never);
		expect(await work.drain(1)).toBe(false);
	});

	it("is done once for an interaction that is delivered twice", async () => {
		const work = createWork(never);
		const job = vi.fn(async () => {});
		work.once("1", job);
		work.once("1", job);
		expect(job).toHaveBeenCalledOnce();
		expect(await work.drain(1)).toBe(true);
	});
});

describe("without a connection", () => {
	const server = createServer();
	afterEach(() => void server.close());

	it("start says why, keeps the token to itself, and stops at once", async () => {
		server.on("request", (_, response) => {
			response
				.writeHead(401, { "content-type": "application/json" })
				.end('{"message":"401: Unauthorized","code":0}');
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { desk, log, lines, pictures } = fakeParts(toyDesk());
		const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
		const onReady = vi.fn();
		const adapter = start(
			{ ...adapterParts({ desk, log }), pictures },
			{ token: "not.a.token", apiUrl },
			onReady,
		);
		expect(adapter.problem()).toBe("connecting");
		await vi.waitFor(() => expect(adapter.problem()).toMatch(/refused the token.*Bot page/));
		await Promise.all([adapter.stop(), adapter.stop()]);
		expect(adapter.problem()).toBe("stopped");
		expect(onReady).not.toHaveBeenCalled();
		expect(lines.join("")).not.toContain("not.a.token");
	});

	it.each([
		[1, 2_000],
		[2, 4_000],
		[5, 32_000],
		[20, 300_000],
	])("try %i is followed by another after %i ms", (failures, ms) =>
		expect(retryAfterMs(failures)).toBe(ms),
	);

	it.each([
		[apiError(0, 401), /refused the token/],
		[apiError(0, 503), /answered 503/],
		[new Error("connect ECONNREFUSED"), /cannot be reached/],
	])("%s is said in plain words", (error, words) => expect(inWords(error)).toMatch(words));
});
