// Checks every fact file: npm run facts:check
import { checkTexts, FACTS_FOLDER, readFactTexts } from "../src/load-facts.ts";

const started = performance.now();
const { facts, problems } = await checkTexts(readFactTexts(FACTS_FOLDER));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${facts.length} facts hold (${Math.round(performance.now() - started)} ms)`);
