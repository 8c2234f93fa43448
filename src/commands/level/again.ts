import type { Result } from "../../core/reply.ts";
import type { Judged } from "../../core/wages/judge.ts";
import type { TypedWage } from "../../core/wages/read-wage.ts";
import type { WageYear } from "../../core/wages/wage-year.ts";
import type { Occupation, WageTable } from "../../core/wages/wages.ts";
import type { Core } from "../command.ts";
import type { Level } from "../options.ts";

/** What the asker gave, understood. */
export interface AskedLevel {
	wage: TypedWage | null;
	occupation: Occupation;
	/** The words typed for the occupation. */
	occupationTyped: string;
	/** The level that a shared card carries in place of the wage. */
	level: Level | undefined;
	/** The wage year typed; undefined: the one in force. */
	wageYear: WageYear | undefined;
	table: WageTable;
}

/**
 * A card comes back from codes and the level reached. Never from the words typed: a wage may stand in
 * them where nobody looks for one.
 */
export function againAction(
	core: Core,
	asked: AskedLevel,
	judged: Judged,
	level: Level | undefined,
): Pick<Result, "again" | "isPrivate"> {
	return {
		...(asked.wage && { isPrivate: true }),
		again: {
			command: "level",
			input: {
				occupation: asked.occupation.code,
				area: judged.sites.map((site) => site.place.area).join(";"),
				...(level && { level }),
				...((asked.wage || asked.wageYear) && { "wage-year": judged.year }),
				...(asked.table === "higher-education" && { employer: "higher-education" }),
				...(core.askedFor && { "as-of": core.askedFor }),
			},
		},
	};
}
