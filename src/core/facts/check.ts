import { confidenceIsHonest } from "./checks/confidence.ts";
import { datesAscend } from "./checks/dates-ascend.ts";
import { remarksAreEnglish } from "./checks/english.ts";
import { headlinesAreUnique } from "./checks/headlines.ts";
import { lawAndOutlookApart } from "./checks/law-and-outlook.ts";
import { noGapOrOverlap } from "./checks/no-gap-or-overlap.ts";
import { noMarkup } from "./checks/no-markup.ts";
import { noPassingDates } from "./checks/passing-dates.ts";
import { reviewAfterConfirmed } from "./checks/review-after-confirmed.ts";
import { ruleIsConfirmed } from "./checks/rule-is-confirmed.ts";
import { sourceHosts } from "./checks/source-hosts.ts";
import { topicExists } from "./checks/topic-exists.ts";
import { topicWordsUnique } from "./checks/topic-words.ts";
import { unitForNumbers } from "./checks/unit-for-numbers.ts";
import type { Fact, Topic } from "./fact.ts";

/** One thing that must hold of all facts. Returns a line for each that breaks it. Never reads the clock. */
export interface Check {
	name: string;
	run(facts: readonly Fact[], topics: readonly Topic[]): string[];
}

export const CHECKS: readonly Check[] = [
	datesAscend,
	noGapOrOverlap,
	lawAndOutlookApart,
	ruleIsConfirmed,
	reviewAfterConfirmed,
	confidenceIsHonest,
	sourceHosts,
	unitForNumbers,
	noMarkup,
	remarksAreEnglish,
	topicExists,
	headlinesAreUnique,
	topicWordsUnique,
	noPassingDates,
];

/** Every problem of the facts, as `check: file: what is wrong and what to do`. */
export function checkFacts(facts: readonly Fact[], topics: readonly Topic[]): string[] {
	return CHECKS.flatMap((check) =>
		check.run(facts, topics).map((line) => `${check.name}: ${line}`),
	);
}
