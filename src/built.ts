import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOT } from "./root.ts";

/** Running from `dist`, where the build has left what it worked out beside the code and facts it is of. */
export const IS_BUILT = !import.meta.url.endsWith(".ts");

/** A JSON file that the build has written to `dist`, or undefined: its maker is then asked again. */
export function readBuilt<T>(name: "facts" | "search" | "claims"): T | undefined {
	const path = fileURLToPath(new URL(`dist/${name}.json`, ROOT));
	if (!existsSync(path)) return undefined;
	try {
		return JSON.parse(readFileSync(path, "utf8")) as T;
	} catch {
		return undefined;
	}
}

/** As `readBuilt`, where it was made from these facts by this very code. */
export function readIndex<T>(name: "search" | "claims", version: string): T | undefined {
	const read = IS_BUILT ? readBuilt<{ version: string; index: T }>(name) : undefined;
	return read?.version === version ? read.index : undefined;
}
