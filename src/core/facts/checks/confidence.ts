import type { Check } from "../check.ts";

/** What rests on one account is called reported; what is only remembered cites its section; a conflict is shown. */
export const confidenceIsHonest: Check = {
	name: "confidence",
	run: (facts) =>
		facts.flatMap((fact) =>
			[...fact.values, ...fact.outlook].flatMap((entry) => {
				const at = `${fact.id}: ${entry.from ?? "long-standing"}`;
				if (
					entry.confidence === "one-secondary" &&
					fact.kind !== "position" &&
					!/\breported/i.test(entry.statement)
				) {
					return [`${at}: rests on one secondary source, so the statement must say "Reported"`];
				}
				if (
					entry.confidence === "conflicting" &&
					!/conflict|disagree|differ|others say|another/i.test(entry.statement)
				) {
					return [`${at}: is conflicting, so the statement must show both sides`];
				}
				if (
					entry.confidence === "background" &&
					!entry.sources.some((s) => /\b(INA|CFR|USC|Pub\. ?L\.|AC21|P\.L\.)/.test(s.label))
				) {
					return [
						`${at}: is background, so a source label must name the section of the statute or rule`,
					];
				}
				return [];
			}),
		),
};
