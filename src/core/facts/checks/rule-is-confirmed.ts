import type { Check } from "../check.ts";

/** A rule has a status on every value, and its latest state a day of confirmation and a day of review. */
export const ruleIsConfirmed: Check = {
	name: "rule-is-confirmed",
	run: (facts) =>
		facts
			.filter((fact) => fact.kind === "rule")
			.flatMap((fact) => {
				const lines = fact.values
					.filter((value) => !value.status)
					.map((value) => `${fact.id}: the value from ${value.from} has no status`);
				const last = fact.values.at(-1) ?? fact.outlook.at(-1);
				if (last && !last.confirmed && last.confidence !== "background") {
					lines.push(`${fact.id}: the latest entry has no "confirmed" day`);
				}
				if (!fact.reviewBy) lines.push(`${fact.id}: has no reviewBy day`);
				return lines;
			}),
};
