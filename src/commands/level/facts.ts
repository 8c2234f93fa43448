import type { FactView } from "../../core/facts/lookup.ts";
import type { Judged } from "../../core/wages/judge.ts";
import type { Core } from "../command.ts";
import type { AskedLevel } from "./again.ts";

/** What the card rests on, and what its notes come from. */
export function factsFor(
	core: Core,
	asked: AskedLevel,
	judged: Judged,
): { from: FactView[]; mentions: FactView[] } {
	const known = (ids: string[]) =>
		ids.flatMap((id) => {
			const view = core.facts.has(id) ? core.facts.on(id, core.date) : undefined;
			return view?.known ? [view] : [];
		});
	const reach = judged.deciding?.reach;
	return {
		from: known(["dhs/selection-level", "dol/wage-year"]),
		mentions: [
			...known([
				...(reach?.belowLevelOne ? ["dhs/selection-level-below-one", "dol/wage-source"] : []),
				...(judged.sites.length > 1 ? ["dhs/selection-level-worksites"] : []),
				...(asked.wage?.upTo ? ["dhs/selection-level-range"] : []),
				...(judged.deciding && !judged.deciding.row.levels ? ["dhs/selection-level-no-oews"] : []),
			]),
			...core.facts.outlookOn("dol/wage-level-proposal", core.date).slice(-1),
		],
	};
}
