import { existsSync, readFileSync } from "node:fs";
import type { PageParts } from "./adapters/page/page.ts";
import type { Desk } from "./commands/desk.ts";
import type { Environment } from "./config.ts";
import { drawings } from "./drawings.ts";
import { installsOf } from "./installs.ts";
import { ROOT } from "./root.ts";

/** What the page shows beside the desk's answers. */
export function pageParts(desk: Desk, env: Environment): PageParts {
	return {
		desk,
		support: { url: env.SUPPORT_URL, email: env.SUPPORT_EMAIL },
		drawings,
		installs: installsOf(env),
		readReport: once((name) => read(`docs/${name}.md`)?.toString("utf8") ?? null),
		readFont: (name) => readFileSync(new URL(`assets/fonts/${name}`, ROOT)),
		publicUrl: env.PUBLIC_URL ?? null,
	};
}

/** Null when there is no such file. */
function read(path: string): Buffer | null {
	const file = new URL(path, ROOT);
	return existsSync(file) ? readFileSync(file) : null;
}

/** The reports belong to this version: each is read once. */
function once<T>(make: (name: string) => T): (name: string) => T {
	const held = new Map<string, T>();
	return (name) => {
		const kept = held.get(name);
		if (kept !== undefined) return kept;
		const made = make(name);
		held.set(name, made);
		return made;
	};
}
