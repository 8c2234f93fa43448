import type { Check } from "../check.ts";

/** History runs forward: dates ascend and none stands twice. Only the first may be long-standing (null). */
export const datesAscend: Check = {
	name: "dates-ascend",
	run: (facts) =>
		facts.flatMap((fact) => [
			...outOfOrder(fact.values.map((v) => v.from ?? "")).map(
				(d) => `${fact.id}: values: ${d} is not after the entry before it`,
			),
			...outOfOrder(fact.outlook.map((o) => o.from)).map(
				(d) => `${fact.id}: outlook: ${d} is not after the entry before it`,
			),
			...fact.events
				.filter(
					(event, i) =>
						i > 0 && event.on < (fact.events[i - 1]?.on.slice(0, event.on.length) ?? ""),
				)
				.map(
					(event) => `${fact.id}: events: ${event.on} is before the event above it; oldest first`,
				),
		]),
};

function outOfOrder(dates: readonly string[]): string[] {
	return dates.filter((date, i) => i > 0 && date <= (dates[i - 1] ?? "")).map((d) => d || "null");
}
