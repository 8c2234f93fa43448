import type { Check } from "../check.ts";

/** A fact says something; what we only assume is an estimate and never stands among the law. */
export const lawAndOutlookApart: Check = {
	name: "law-and-outlook",
	run: (facts) =>
		facts.flatMap((fact) => [
			...(fact.values.length + fact.outlook.length === 0
				? [`${fact.id}: has neither values nor outlook; say what is known`]
				: []),
			...fact.values
				.filter((value) => value.confidence === "assumed")
				.map(
					(value) =>
						`${fact.id}: the value from ${value.from} is assumed; put it under outlook as estimated`,
				),
			...fact.outlook
				.filter((entry) => (entry.confidence === "assumed") !== (entry.status === "estimated"))
				.map(
					(entry) =>
						`${fact.id}: outlook from ${entry.from}: "assumed" and "estimated" go together`,
				),
		]),
};
