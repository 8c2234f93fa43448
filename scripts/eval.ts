import { parseArgs } from "node:util";
import { day } from "../src/core/dates.ts";
import { openDesk } from "../src/open-desk.ts";
import { judgeClaim } from "./eval/claims.ts";
import { accuracyPage } from "./eval/page.ts";
import { judge } from "./eval/questions.ts";
import { claimReport, questionReport } from "./eval/report.ts";
import {
	CLAIMS,
	FRESH_CLAIMS,
	FRESH_QUESTIONS,
	KEPT_BACK_CLAIMS,
	KEPT_BACK_QUESTIONS,
	MORE_CLAIMS,
	MORE_QUESTIONS,
	QUESTIONS,
	readClaims,
	readQuestions,
} from "./eval/sets.ts";

// Judges the desk on a set of questions and a set of claims; both can be replaced by other files.
// --report: the page of both sets that come with the project.
const { values } = parseArgs({
	options: {
		questions: { type: "string", default: QUESTIONS },
		claims: { type: "string", default: CLAIMS },
		today: { type: "string", default: "2026-11-25" },
		report: { type: "boolean", default: false },
	},
});

const { desk } = await openDesk(() => day(values.today));
const judgeAll = (questions: string, claims: string) => ({
	questions: readQuestions(questions).map((q) => judge(desk, q)),
	claims: readClaims(claims).map((c) => judgeClaim(desk, c)),
});

if (values.report) {
	const page = accuracyPage([
		{
			title: "Questions kept back",
			about:
				"Written by the one who tuned the desk, before trying it on them. Its failures were read once, between two rounds of tuning, so it is no longer untouched. Expect less for your own words.",
			...judgeAll(KEPT_BACK_QUESTIONS, KEPT_BACK_CLAIMS),
		},
		{
			title: "Fresh questions",
			about:
				"The other half of the same set: the desk's failures on these were read while it was tuned.",
			...judgeAll(FRESH_QUESTIONS, FRESH_CLAIMS),
		},
		{
			title: "Further questions",
			about: "Written by other hands and read while tuning, harder than the others.",
			...judgeAll(MORE_QUESTIONS, MORE_CLAIMS),
		},
		{
			title: "Development questions",
			about: "Used while the desk was tuned: it does better on these than on new ones.",
			...judgeAll(QUESTIONS, CLAIMS),
		},
	]);
	process.stdout.write(page);
} else {
	const { questions, claims } = judgeAll(values.questions, values.claims);
	console.log(questionReport(questions));
	console.log(`\n${claimReport(claims)}`);
}
