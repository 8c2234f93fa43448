import { addDays } from "../../dates.ts";
import type { Check } from "../check.ts";

/** A value that ends by its own terms ends the day before the next begins: no gap, no overlap. */
export const noGapOrOverlap: Check = {
	name: "no-gap-or-overlap",
	run: (facts) =>
		facts.flatMap((fact) =>
			fact.values.flatMap((value, i) => {
				if (!value.until) return [];
				if (value.from && value.until < value.from)
					return [`${fact.id}: until ${value.until} is before from ${value.from}`];
				const next = fact.values[i + 1];
				if (!next?.from || addDays(value.until, 1) === next.from) return [];
				const what = value.until >= next.from ? "overlaps" : "leaves a gap before";
				return [`${fact.id}: the value until ${value.until} ${what} the next, from ${next.from}`];
			}),
		),
};
