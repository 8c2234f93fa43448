import type { Result } from "../../core/reply.ts";
import { type Judged, judgeOffer } from "../../core/wages/judge.ts";
import { type WageYear, wageYearOn, yearBefore } from "../../core/wages/wage-year.ts";
import type { Core } from "../command.ts";
import type { Level } from "../options.ts";
import type { AskedLevel } from "./again.ts";
import { lastYearCard, notLoadedCard } from "./not-loaded.ts";
import { type FromLevel, resolveOffer, type TypedOffer } from "./resolve.ts";

/** An offer against figures that are held for every worksite. */
export interface Weighed {
	asked: AskedLevel;
	judged: Judged;
}

/**
 * Reads an offer and looks up the year asked about, or the one in force. Anything short of that is a card:
 * choices, what to type, or not loaded, where last year's figures are shown as such and decide nothing.
 */
export function weighOffer(
	core: Core,
	typed: TypedOffer,
	{ level, then }: { level?: Level | undefined; then?: FromLevel | undefined } = {},
): Weighed | { result: Result } {
	const read = resolveOffer(core, typed, then);
	if ("result" in read) return read;
	const { wage, occupation, places } = read.offer;
	const wageYear = typed.wageYear as WageYear | undefined;
	const table = typed.employer === "higher-education" ? "higher-education" : "all-industries";
	const occupationTyped = typed.occupation ?? "";
	const asked: AskedLevel = { wage, occupation, occupationTyped, level, wageYear, table };
	const judge = (year: WageYear) =>
		judgeOffer(core.wages, { occupation: occupation.code, places, pay: wage, year, table });

	const year = wageYear ?? wageYearOn(core.date);
	const judged = judge(year);
	if (judged.deciding) return { asked, judged };
	const before = wageYear ? null : judge(yearBefore(year));
	return {
		result: before?.deciding
			? lastYearCard(core, asked, year, before)
			: notLoadedCard(core, asked, judged),
	};
}
