import type { Check } from "../check.ts";

/** The next review comes after every confirmation, or it was due before it was made. */
export const reviewAfterConfirmed: Check = {
	name: "review-after-confirmed",
	run: (facts) =>
		facts.flatMap((fact) =>
			[...fact.values, ...fact.outlook]
				.filter((entry) => entry.confirmed && fact.reviewBy && fact.reviewBy <= entry.confirmed)
				.map(
					(entry) =>
						`${fact.id}: reviewBy ${fact.reviewBy} is not after confirmed ${entry.confirmed}`,
				),
		),
};
