// Reads every fact file and checks it in full: npm run facts:check
import { fileURLToPath } from "node:url";
import { checkTexts, readFactTexts } from "../src/load-facts.ts";
import { ROOT } from "../src/root.ts";

const { facts, topics, problems, version } = await checkTexts(
	readFactTexts(fileURLToPath(new URL("src/core/facts", ROOT))),
);
for (const problem of problems) console.log(problem);
if (problems.length === 0)
	console.log(`${facts.length} facts in ${topics.length} topics are valid (version ${version})`);
process.exitCode = problems.length === 0 ? 0 : 1;
