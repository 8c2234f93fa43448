// Builds dist/ when the sources have changed since the last build, and does nothing otherwise.
// Plain JavaScript: it runs before anything has been compiled.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "stamp");
const FACTS = join("src", "core", "facts");

const sources = listSources();
const seen = quickHash();
const [builtFrom, builtSeen] = readStamp();
if (process.argv.includes("--force")) await build(contentHash());
else if (builtSeen !== seen) {
	// A copied or touched folder has new times and the same contents.
	const contents = contentHash();
	if (contents === builtFrom) writeStamp(contents);
	else await build(contents);
}

/** Every file that a build reads. */
function listSources() {
	const listed = [...filesUnder("src"), ...filesUnder("scripts")].filter(
		(file) => !file.endsWith(".md"),
	);
	return [...listed, "tsconfig.json", "tsconfig.build.json", "package.json"].sort();
}

/** Names, sizes and times: enough to see that nothing changed, without reading anything. */
function quickHash() {
	const hash = createHash("sha256");
	for (const file of sources) {
		const { size, mtimeMs } = statSync(join(ROOT, file));
		hash.update(`${file} ${size} ${mtimeMs}\n`);
	}
	return hash.digest("hex");
}

function contentHash() {
	const hash = createHash("sha256");
	for (const file of sources)
		hash
			.update(`${file}\0`)
			.update(readFileSync(join(ROOT, file)))
			.update("\0");
	return hash.digest("hex");
}

function readStamp() {
	return existsSync(STAMP) ? readFileSync(STAMP, "utf8").split("\n") : [];
}

function writeStamp(contents) {
	writeFileSync(STAMP, `${contents}\n${seen}\n`);
}

async function build(contents) {
	mkdirSync(DIST, { recursive: true });
	const fresh = mkdtempSync(join(DIST, ".build-"));
	try {
		compile(fresh);
		for (const file of filesUnder("src").filter(
			(name) => !name.endsWith(".ts") && !name.endsWith(".md"),
		)) {
			cpSync(join(ROOT, file), join(fresh, file), { recursive: true });
		}
		await bundleFacts(fresh);
		await bundle(fresh);
		swapIn(fresh);
		writeStamp(contents);
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
}

/** Types are checked by `npm run check`; here they are only taken off, which is faster on a small machine. */
function compile(outDir) {
	const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
	const done = spawnSync(
		process.execPath,
		[tsc, "-p", join(ROOT, "tsconfig.build.json"), "--noCheck", "--outDir", outDir],
		{ cwd: ROOT, encoding: "utf8" },
	);
	if (done.status !== 0) {
		process.stderr.write(`The build failed.\n${done.stdout ?? ""}${done.stderr ?? ""}`);
		process.exit(1);
	}
}

/** The facts as one JSON file, parsed and checked, and what questions and claims are looked up in. */
async function bundleFacts(outDir) {
	const load = (file) => import(pathToFileURL(join(outDir, "src", file)).href);
	const { checkTexts, readFactTexts } = await load("load-facts.js");
	const { createFacts } = await load("core/facts/lookup.js");
	const { packSearch } = await load("core/facts/search.js");
	const { packClaims } = await load("core/claims/phrases.js");
	const checked = await checkTexts(readFactTexts(join(outDir, FACTS)));
	const { version } = checked;
	const facts = createFacts(checked.facts, checked.topics, checked);
	const write = (name, what) => writeFileSync(join(outDir, name), JSON.stringify(what));
	write("facts.json", checked);
	write("search.json", { version, index: packSearch(facts) });
	write("claims.json", { version, index: packClaims(facts) });
}

/** Renames file by file: a desk that is starting meanwhile always finds every file. */
function swapIn(fresh) {
	const made = new Set(listFiles(fresh));
	for (const file of made) {
		mkdirSync(dirname(join(DIST, file)), { recursive: true });
		renameSync(join(fresh, file), join(DIST, file));
	}
	for (const file of listFiles(DIST)) {
		if (!made.has(file) && !file.startsWith(".build-")) rmSync(join(DIST, file), { force: true });
	}
}

function filesUnder(folder) {
	return listFiles(join(ROOT, folder)).map((file) => join(folder, file));
}

function listFiles(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
