import { existsSync, readFileSync } from "node:fs";
import type { ReadReport } from "./adapters/page/reports.ts";
import { ROOT } from "./root.ts";

/** The generated reports, `docs/<name>.md`. Each is read once: they belong to this version. */
export function reportsOf(root: URL = ROOT): ReadReport {
	const held = new Map<string, string | null>();
	return (name) => {
		const kept = held.get(name);
		if (kept !== undefined) return kept;
		const file = new URL(`docs/${name}.md`, root);
		const text = existsSync(file) ? readFileSync(file, "utf8") : null;
		held.set(name, text);
		return text;
	};
}

/** A font of the charts. */
export const readFont = (name: string): Buffer =>
	readFileSync(new URL(`assets/fonts/${name}`, ROOT));
