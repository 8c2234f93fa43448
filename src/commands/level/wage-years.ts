import { say } from "../../core/say.ts";
import type { Core } from "../command.ts";

/** `2026-27 (a selection), 2025-26`: the wage years at hand, the newest first. */
export function wageYears(core: Core): string {
	const names = core.wages
		.files()
		.map(({ year, kind }) => (kind === "starter" ? say("{year} (a selection)", { year }) : year));
	return [...new Set(names)].join(", ");
}
