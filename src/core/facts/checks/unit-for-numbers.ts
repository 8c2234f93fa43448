import type { Check } from "../check.ts";

/** A number means nothing without its unit. */
export const unitForNumbers: Check = {
	name: "unit-for-numbers",
	run: (facts) =>
		facts
			.filter(
				(fact) =>
					!fact.unit && [...fact.values, ...fact.outlook].some((e) => typeof e.value === "number"),
			)
			.map((fact) => `${fact.id}: has a number but no unit`),
};
