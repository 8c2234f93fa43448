import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENVIRONMENT } from "../../src/config.ts";
import { ROOT } from "../../src/root.ts";

/** A desk that runs as a process of its own, the built one. */
export interface RunningDesk {
	address: string;
	/** Everything on standard output and standard error so far. */
	output(): string;
	/** Samples of `/metrics` by name and labels as they stand there. */
	metrics(): Promise<Map<string, number>>;
	/** Why it is not ready, from `/readyz`; empty when it is. */
	reasons(): Promise<string[]>;
	isRunning(): boolean;
	/** SIGTERM, and its exit code. */
	stop(): Promise<number | null>;
	/** SIGKILL: no chance to finish anything. */
	kill(): Promise<void>;
}

export interface DeskOptions {
	/** A folder of this desk's own, for its log and its data. */
	folder: string;
	env: Record<string, string>;
	/** Lines such as `slack: ready` to wait for besides the page. */
	waitFor?: string[];
	/** Where package.json and dist are; another one has other facts. */
	root?: string;
	/** A shell command that the desk is started from, such as `ulimit -f 64`. */
	before?: string;
}

const START_TIMEOUT_MS = 90_000;
let startedDesks = 0;

/** Starts a desk and resolves once it listens and the lines waited for have come. Rejects when it exits before. */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
	const { folder, env, waitFor = [], root = fileURLToPath(ROOT), before } = options;
	mkdirSync(folder, { recursive: true });
	const logFile = join(folder, `log-${++startedDesks}.txt`);
	const log = openSync(logFile, "a");
	const main = join(root, "dist/src/main.js");
	const [file, args] = before
		? ["/bin/sh", ["-c", `${before}; exec "$0" "$1"`, process.execPath, main]]
		: [process.execPath, [main]];
	const child = spawn(file as string, args as string[], {
		// Not the project's folder: a developer's .env must not join in.
		cwd: folder,
		env: { ...inherited(), DATA_DIR: join(folder, "data"), PORT: "0", SOURCE_WATCH: "off", ...env },
		stdio: ["ignore", "pipe", log],
	});
	closeSync(log);
	let out = "";
	child.stdout?.on("data", (data: Buffer) => {
		out += data.toString();
	});
	const output = () => out + readFileSync(logFile, "utf8");
	const address = await ready(child, () => out, waitFor, output);
	const gone = once(child, "exit").then(([code]) => code as number | null);
	const isRunning = () => child.exitCode === null && child.signalCode === null;
	return {
		address,
		output,
		metrics: async () => samples(await read(`${address}/metrics`)),
		reasons: async () =>
			(JSON.parse(await read(`${address}/readyz`)) as { reasons: string[] }).reasons,
		isRunning,
		async stop() {
			if (isRunning()) child.kill("SIGTERM");
			return isRunning() ? gone : child.exitCode;
		},
		async kill() {
			if (!isRunning()) return;
			child.kill("SIGKILL");
			await gone;
		},
	};
}

/** On a connection of its own: one kept open may just be closing. */
async function read(url: string): Promise<string> {
	return (await fetch(url, { headers: { connection: "close" } })).text();
}

/** The environment of this process without anything that configures a desk. */
function inherited(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			name in ENVIRONMENT.shape || value === undefined ? [] : [[name, value]],
		),
	);
}

async function ready(
	child: ChildProcess,
	out: () => string,
	waitFor: readonly string[],
	output: () => string,
): Promise<string> {
	const deadline = performance.now() + START_TIMEOUT_MS;
	for (;;) {
		const address = /^page: (http:\S+)/m.exec(out())?.[1];
		if (address && waitFor.every((line) => out().includes(line))) return address;
		if (child.exitCode !== null || performance.now() > deadline) {
			child.kill("SIGKILL");
			throw new Error(`the desk did not start:\n${output().slice(-2_000)}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

function samples(text: string): Map<string, number> {
	return new Map(
		text.split("\n").flatMap((line) => {
			const match = /^([a-z][^ ]*(?:\{.*\})?) (\S+)$/i.exec(line);
			return match?.[1] ? [[match[1], Number(match[2])] as const] : [];
		}),
	);
}
