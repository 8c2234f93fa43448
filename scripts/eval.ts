import { parseArgs } from "node:util";
import { day } from "../src/core/dates.ts";
import { openDesk } from "../src/open-desk.ts";
import { judgeClaim } from "./eval/claims.ts";
import { judge } from "./eval/questions.ts";
import { claimReport, questionReport } from "./eval/report.ts";
import { CLAIMS, QUESTIONS, readClaims, readQuestions } from "./eval/sets.ts";

// Judges the desk on a set of questions and a set of claims; both can be replaced by other files.
const { values } = parseArgs({
	options: {
		questions: { type: "string", default: QUESTIONS },
		claims: { type: "string", default: CLAIMS },
		today: { type: "string", default: "2026-11-25" },
	},
});

const { desk } = await openDesk(() => day(values.today));
console.log(questionReport(readQuestions(values.questions).map((q) => judge(desk, q))));
console.log(`\n${claimReport(readClaims(values.claims).map((c) => judgeClaim(desk, c)))}`);
