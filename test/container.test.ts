import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ENVIRONMENT } from "../src/config.ts";

interface Instruction {
	name: string;
	rest: string;
}

/** The stages of the Dockerfile, each the list of its instructions, continued lines joined. */
function stages(): Instruction[][] {
	const lines = readFileSync("Dockerfile", "utf8")
		.replace(/^#.*\n/gm, "")
		.replace(/\\\n\s*/g, "")
		.split("\n")
		.filter((line) => line.trim() !== "");
	const found: Instruction[][] = [];
	for (const line of lines) {
		const [, name = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
		expect(name, line).not.toBe("");
		if (name === "FROM") found.push([]);
		found.at(-1)?.push({ name, rest });
	}
	return found;
}

const packageJson = JSON.parse(readFileSync("package.json", "utf8")) as {
	scripts: { start: string };
};
const image = stages();
const last = image.at(-1) ?? [];
const of = (name: string, stage = last) =>
	stage.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
const argumentsOf = (command: string) => JSON.parse(command) as string[];

const kept = readFileSync(".dockerignore", "utf8")
	.split("\n")
	.filter((line) => line.startsWith("!"))
	.map((line) => line.slice(1));

/** What a COPY from the context takes. */
const copied = image.flatMap((stage) =>
	of("COPY", stage)
		.filter((rest) => !rest.startsWith("--from"))
		.flatMap((rest) => rest.split(/\s+/).slice(0, -1)),
);

describe("the image", () => {
	it("copies what exists and what .dockerignore lets through, and nothing else gets in", () => {
		expect(copied.filter((path) => !existsSync(path))).toEqual([]);
		expect(copied.filter((path) => !kept.includes(path))).toEqual([]);
		expect(kept.filter((path) => !copied.includes(path))).toEqual([]);
		expect(readFileSync(".dockerignore", "utf8")).toMatch(/^\*$/m);
	});

	it("runs as a user without rights, who owns only the data folder", () => {
		expect(of("USER")).toEqual(["node"]);
		const order = last.map(({ name }) => name);
		expect(order.indexOf("USER")).toBeLessThan(order.indexOf("CMD"));
		expect(order.lastIndexOf("COPY")).toBeLessThan(order.indexOf("USER"));
		expect(of("RUN").join()).toBe("mkdir /data && chown node:node /data");
		expect(of("VOLUME")).toEqual(["/data"]);
	});

	it("installs no package of the system and holds no secret", () => {
		const all = readFileSync("Dockerfile", "utf8");
		expect(all).not.toMatch(/apt-get|apk |curl|wget|ADD /);
		expect(of("ENV").join(" ")).not.toMatch(/TOKEN|SECRET|KEY|DATABASE_URL/);
		expect(
			new Set(image.flatMap((stage) => of("FROM", stage)).map((from) => from.split(" ")[0])).size,
		).toBe(1);
	});

	it("takes signals itself: no shell stands between", () => {
		const started = /exec (node .*)$/.exec(packageJson.scripts.start)?.[1];
		expect(argumentsOf(of("CMD")[0] ?? "").join(" ")).toBe(started);
	});
});

describe("the files of the image", () => {
	const folder = mkdtempSync(join(tmpdir(), "h1b-image-"));
	let child: ReturnType<typeof spawn> | undefined;
	afterEach(() => {
		child?.kill("SIGKILL");
		rmSync(folder, { recursive: true, force: true });
	});

	it("are enough to run, the health check passes, and nothing is written beside the data", async () => {
		const desk = join(folder, "desk");
		mkdirSync(desk);
		for (const rest of of("COPY")) {
			const words = rest.split(/\s+/).filter((word) => !word.startsWith("--from"));
			const target = words.pop() ?? "";
			for (const word of words) {
				const source = word.replace("/desk/", "");
				if (source === "node_modules") symlinkSync(join(process.cwd(), source), join(desk, source));
				else cpSync(source, join(desk, target === "./" ? source : target), { recursive: true });
			}
		}
		const before = readdirSync(desk, { recursive: true }).length;
		const port = String(await freePort());
		const given = Object.fromEntries(
			of("ENV").flatMap((rest) =>
				rest.split(" ").map((pair) => pair.split("=") as [string, string]),
			),
		);
		const clean = Object.entries(process.env).filter(([name]) => !(name in ENVIRONMENT.shape));
		const env = {
			...Object.fromEntries(clean),
			...given,
			HOST: "127.0.0.1",
			PORT: port,
			DATA_DIR: join(folder, "data"),
		};
		const [file = "", ...args] = argumentsOf(of("CMD")[0] ?? "");
		child = spawn(file, args, { cwd: desk, env, stdio: ["ignore", "pipe", "ignore"] });
		await once(child.stdout as NodeJS.ReadableStream, "data");

		const check = argumentsOf((of("HEALTHCHECK")[0] ?? "").replace(/^.*? CMD /, ""));
		expect(spawnSync(check[0] ?? "", check.slice(1), { env }).status).toBe(0);
		expect((await fetch(`http://127.0.0.1:${port}/reports/backtest`)).status).toBe(200);
		child.kill("SIGTERM");
		expect((await once(child, "exit"))[0]).toBe(0);
		expect(spawnSync(check[0] ?? "", check.slice(1), { env }).status).toBe(1);
		expect(readdirSync(desk, { recursive: true })).toHaveLength(before);
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	return typeof address === "object" && address ? address.port : 0;
}
