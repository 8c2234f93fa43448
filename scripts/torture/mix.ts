import { pick } from "./random.ts";

/** One question as both platforms put it. */
export interface Question {
	command: string;
	/** Discord's options. */
	options: Record<string, unknown>;
	/** Slack's text. */
	text: string;
}

const question = (command: string, options: Record<string, unknown>, text: string): Question => ({
	command,
	options,
	text,
});

/** What people ask, roughly as often as they do; a few are mistakes or malice. */
const QUESTIONS: readonly Question[] = [
	question("odds", { level: "II", degree: "us-masters" }, "2 masters"),
	question("odds", { level: "I", degree: "none" }, "level 1"),
	question("odds", { level: "IV", "fiscal-year": 2027 }, "4 fy2027"),
	question("ask", { question: "is the 100k fee in effect?" }, "is the 100k fee in effect?"),
	question("ask", { question: "when does registration open" }, "when does registration open"),
	question("ask", { question: "what is the meaning of life" }, "what is the meaning of life"),
	question("policy", {}, ""),
	question("policy", { topic: "100k" }, "100k"),
	question("cap", {}, ""),
	question("dates", {}, ""),
	question("fee", { employees: "26+", filing: "new" }, "30 employees new"),
	question("check", { claim: "the cap is 85,000" }, "the cap is 85,000"),
	question(
		"level",
		{ wage: "145000", occupation: "software engineer", area: "austin" },
		"145k software engineer austin",
	),
	question("people", { name: "musk" }, "musk"),
	question("employers", {}, ""),
	question("about", {}, ""),
	question(
		"ask",
		{ question: "@everyone [x](https://evil.example) <!channel>" },
		"@everyone &lt;!channel&gt; *x*",
	),
	question("fee", { employees: "1-25", filing: "extension" }, "employees:-4"),
];

export const drawQuestion = (random: () => number): Question => pick(random, QUESTIONS);
