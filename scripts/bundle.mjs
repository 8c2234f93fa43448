// The server as a few files instead of a thousand: finding, reading and compiling them took half of its start.
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";

/** Prebuilt programs, which are found beside their packages. */
const NATIVE = [/^libsql/, /^@libsql\//, /^@resvg\//, "pg-native", "zlib-sync", "bufferutil"];

/**
 * Replaces `src/main.js` of a built folder by itself with everything it imports, in `part-*.js` beside it.
 * Without the bundler, which `npm ci --omit=dev` leaves out, the files stay as they are and work as well.
 */
export async function bundle(outDir) {
	const bundler = await import("rolldown").catch(() => undefined);
	if (!bundler) return;
	const folder = join(outDir, "src");
	const built = await bundler.rolldown({
		input: join(folder, "main.js"),
		platform: "node",
		external: NATIVE,
		plugins: [
			{ name: "own-address", transform: (code, id) => keepAddress(folder, code, id) },
			{ name: "one-byte", renderChunk: (code) => ({ code: withEscapes(code) }) },
		],
		logLevel: "silent",
	});
	const output = { dir: folder, entryFileNames: "main.js", chunkFileNames: "part-[name].js" };
	await built.write({ ...output, format: "esm", comments: { legal: true } });
	await built.close();
	// It told the lines of the file that was replaced.
	await rm(join(folder, "main.js.map"), { force: true });
}

/** A file finds what lies beside it by its own address, which the bundle would change. */
function keepAddress(folder, code, id) {
	if (!id.startsWith(folder) || !code.includes("import.meta.url")) return null;
	const own = JSON.stringify(`./${relative(folder, id).replaceAll("\\", "/")}`);
	return code.replaceAll("import.meta.url", `new URL(${own}, import.meta.url).href`);
}

/** The engine keeps the text of a file while it runs: in one byte a letter, unless one of them needs two. */
const withEscapes = (code) =>
	code.replace(/[^\0-\xff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
