import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, it } from "vitest";

/** What the files of a layer may import: paths below `src/`, packages, or `node:` modules. */
interface Layer {
	files: RegExp;
	may: RegExp;
	rule: string;
}

const PLATFORM = (name: string, packages: string): Layer => ({
	files: new RegExp(`^src/adapters/${name}/`),
	may: new RegExp(
		`^(src/(commands|core|http|charts)/|src/store/store\\.ts$|src/adapters/[^/]+\\.ts$|src/adapters/${name}/|node:|${packages})`,
	),
	rule: `adapters/${name} imports commands, core, http, the files shared by all adapters and its own SDK; never another adapter`,
});

// The first layer that fits a file decides.
const LAYERS: Layer[] = [
	{
		files: /^src\/core\//,
		may: /^(src\/core\/|zod$|minisearch$|temporal-polyfill$)/,
		rule: "core imports core, zod, minisearch and temporal-polyfill",
	},
	{
		files: /^src\/commands\//,
		may: /^(src\/(core|commands)\/|src\/store\/store\.ts$|zod$)/,
		rule: "commands import commands, core, zod and the store's type",
	},
	PLATFORM("discord", "discord\\.js$|@discordjs/|discord-api-types|pino$"),
	PLATFORM("slack", "@slack/|pino$"),
	PLATFORM("page", "fastify$|zod$|pino$|marked$|negotiator$"),
	PLATFORM("cli", "zod$"),
	{
		files: /^src\/adapters\/[^/]+\.ts$/,
		may: /^(src\/(core|commands)\/|src\/store\/store\.ts$|src\/adapters\/[^/]+\.ts$|zod$|pino$|rate-limiter-flexible$|node:)/,
		rule: "what all adapters share imports no single adapter",
	},
	{
		files: /^src\/metrics\//,
		may: /^(src\/core\/|src\/metrics\/|src\/adapters\/[^/]+\.ts$|prom-client$)/,
		rule: "metrics know what all adapters share, and no single adapter",
	},
	{
		files: /^src\/http\//,
		may: /^(src\/(core|http)\/|fastify$|pino$|node:)/,
		rule: "http imports no adapter and no command",
	},
	{
		files: /^src\/store\//,
		may: /^(src\/(core|store)\/|keyv$|@keyv\/|libsql$|pg$|node:)/,
		rule: "the store imports no command and no adapter",
	},
	{
		files: /^src\/wages\//,
		may: /^(src\/(core|wages)\/|src\/config\.ts$|yauzl$|node:)/,
		rule: "the wage files know core and the configuration; commands get them by the type in core/wages",
	},
	{
		files: /^src\/messages\//,
		may: /^(src\/(core|messages)\/|intl-messageformat$|zod$|node:)/,
		rule: "messages know core; commands get languages by the type in core/say",
	},
	{
		files: /^src\/(charts|jobs|workers)\//,
		may: /^(src\/(core|commands|charts|jobs|workers|store)\/|src\/adapters\/adapter\.ts$|[^s]|s(?!rc\/))/,
		rule: "charts, jobs and workers import no single adapter",
	},
	// main, config and the other files directly in src/ wire everything.
	{ files: /^src\/[^/]+\.ts$/, may: /./, rule: "" },
];

const CORE_FREE_OF =
	/\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bfetch\(|\bsetTimeout\b/;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
	.map((name) => `src/${name.replaceAll("\\", "/")}`)
	.filter((name) => name.endsWith(".ts"));

function importsOf(file: string): string[] {
	const source = withoutComments(readFileSync(file, "utf8"));
	const found = source.matchAll(
		/^\s*(?:import|export)\s(?:[^;"'=(]*\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
	);
	return [...found]
		.map(([, stated, loaded]) => stated ?? loaded ?? "")
		.map((specifier) => (specifier.startsWith(".") ? join(dirname(file), specifier) : specifier));
}

function withoutComments(source: string): string {
	return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

it("imports go one way: main, adapters, commands, core", () => {
	const broken = files.flatMap((file) => {
		const layer = LAYERS.find((candidate) => candidate.files.test(file));
		if (!layer) return [`${file}: belongs to no layer; add its folder to the table of this test`];
		return importsOf(file)
			.filter((target) => !layer.may.test(target))
			.map((target) => `${file} imports ${target}: ${layer.rule}`);
	});
	expect(broken).toEqual([]);
});

it("core reads no clock, chance, process or console", () => {
	const broken = files
		.filter((file) => file.startsWith("src/core/"))
		.flatMap((file) => {
			const found = CORE_FREE_OF.exec(withoutComments(readFileSync(file, "utf8")));
			return found ? [`${file} uses ${found[0]}: it must come as an argument`] : [];
		});
	expect(broken).toEqual([]);
});

it("imports are found in every form", () => {
	expect(importsOf("src/platforms.ts")).toContain("src/adapters/discord/start.ts");
	expect(importsOf("src/main.ts")).toContain("src/http/server.ts");
});

it("the table refuses what it should", () => {
	const refuses = (file: string, target: string) =>
		!LAYERS.find((layer) => layer.files.test(file))?.may.test(target);
	expect(refuses("src/core/odds/pool.ts", "node:fs")).toBe(true);
	expect(refuses("src/commands/cap.ts", "discord.js")).toBe(true);
	expect(refuses("src/adapters/slack/start.ts", "src/adapters/discord/start.ts")).toBe(true);
	expect(refuses("src/adapters/page/page.ts", "src/adapters/answer-request.ts")).toBe(false);
	expect(refuses("src/http/server.ts", "src/commands/desk.ts")).toBe(true);
	expect(refuses("src/commands/level.ts", "src/wages/open-wages.ts")).toBe(true);
	expect(refuses("src/wages/import.ts", "src/commands/level.ts")).toBe(true);
});
