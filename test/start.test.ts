import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ENVIRONMENT } from "../src/config.ts";

const TIMEOUT_MS = 30_000;
const started: ChildProcess[] = [];

afterEach(() => {
	for (const child of started.splice(0))
		if (child.exitCode === null && child.pid) signalGroup(child, "SIGKILL");
});

/** `npm start` in a process group of its own, as a supervisor runs it, with nothing configured but `env`. */
function npmStart(env: Record<string, string>) {
	const clean = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !(name in ENVIRONMENT.shape)),
	);
	// An empty variable is unset, and keeps a developer's own .env out of the test.
	const unset = Object.fromEntries(Object.keys(ENVIRONMENT.shape).map((name) => [name, ""]));
	const child = spawn("npm", ["start", "--silent"], {
		env: { ...clean, ...unset, PORT: "0", ...env },
		detached: true,
	});
	started.push(child);
	let out = "";
	let err = "";
	child.stdout.on("data", (data: Buffer) => {
		out += data.toString();
	});
	child.stderr.on("data", (data: Buffer) => {
		err += data.toString();
	});
	const closed = once(child, "close").then(([code]) => code as number | null);
	return {
		child,
		closed,
		lines: () => out.split("\n").filter(Boolean),
		errors: () => err.split("\n").filter(Boolean),
		/** The address in the line that says the page is ready. */
		async address(): Promise<string> {
			for (;;) {
				const address = /^page: (http:\S+)/m.exec(out)?.[1];
				if (address) return address;
				await Promise.race([
					once(child.stdout, "data"),
					closed.then(() => Promise.reject(new Error(`stopped early: ${err}`))),
				]);
			}
		},
	};
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	try {
		process.kill(-(child.pid as number), signal);
	} catch {
		// It is gone already.
	}
}

describe("npm start", () => {
	it("without tokens serves the page, answers, and says in one line that all is well", {
		timeout: TIMEOUT_MS,
	}, async () => {
		const desk = npmStart({});
		const address = await desk.address();
		expect(desk.lines()).toEqual([
			`page: ${address} (all is well; Discord and Slack are not configured)`,
		]);
		expect((await fetch(`${address}/healthz`)).status).toBe(200);
		expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true, reasons: [] });
		const answer = await fetch(`${address}/api/answer`, {
			method: "POST",
			body: JSON.stringify({ text: "/cap" }),
		});
		expect(await answer.json()).toMatchObject({ outcome: "answered", command: "cap" });

		const before = performance.now();
		signalGroup(desk.child, "SIGTERM");
		signalGroup(desk.child, "SIGTERM");
		expect(await desk.closed).toBe(0);
		expect(performance.now() - before).toBeLessThan(5_000);
		expect(desk.errors().join("\n")).not.toContain("/cap");
	});

	it("exits 0 when only npm itself is signalled", { timeout: TIMEOUT_MS }, async () => {
		const desk = npmStart({});
		await desk.address();
		desk.child.kill("SIGTERM");
		expect(await desk.closed).toBe(0);
	});

	it("answers as on the day of DESK_TODAY", { timeout: TIMEOUT_MS }, async () => {
		const desk = npmStart({ DESK_TODAY: "2027-12-01" });
		const body = JSON.stringify({ text: "/cap" });
		const answer = await (
			await fetch(`${await desk.address()}/api/answer`, { method: "POST", body })
		).json();
		expect(
			(answer as { answer: { notCheckedSince: string | null } }).answer.notCheckedSince,
		).not.toBeNull();
		signalGroup(desk.child, "SIGTERM");
		expect(await desk.closed).toBe(0);
	});

	it("exits 78 with one line a problem and no value when the environment is wrong", {
		timeout: TIMEOUT_MS,
	}, async () => {
		const desk = npmStart({
			PORT: "sekret-port",
			LOG_LEVEL: "sekret-level",
			SLACK_BOT_TOKEN: "xoxb-sekret",
		});
		expect(await desk.closed).toBe(78);
		expect(desk.lines()).toEqual([]);
		expect(
			desk
				.errors()
				.map((line) => line.split(":")[0])
				.sort(),
		).toEqual(["LOG_LEVEL", "PORT", "SLACK_APP_TOKEN"]);
		expect(desk.errors().join("\n")).not.toContain("sekret");
	});

	it("exits 78 and names PORT when another program has the port", {
		timeout: TIMEOUT_MS,
	}, async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const address = other.address();
		const desk = npmStart({ PORT: String(typeof address === "object" ? address?.port : 0) });
		expect(await desk.closed).toBe(78);
		expect(desk.errors()).toEqual([
			expect.stringMatching(/^PORT: another program is using this port/),
		]);
		other.close();
	});
});

describe("the package binary", () => {
	it("answers through a link from anywhere", { timeout: TIMEOUT_MS }, async () => {
		const folder = mkdtempSync(join(tmpdir(), "h1b-desk-"));
		symlinkSync(join(process.cwd(), "dist/src/cli.js"), join(folder, "h1b-desk.js"));
		const child = spawn(process.execPath, [join(folder, "h1b-desk.js"), "/cap"], {
			cwd: folder,
			stdio: ["ignore", "pipe", "inherit"],
		});
		let out = "";
		child.stdout.on("data", (data: Buffer) => {
			out += data.toString();
		});
		const [code] = (await once(child, "close")) as [number];
		expect([code, out.includes("65,000")]).toEqual([0, true]);
	});
});
