import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkTexts, readFactTexts } from "../../src/load-facts.ts";
import { ROOT } from "../../src/root.ts";

/** The fact that the copy says something else of. */
export const CHANGED_FACT = "dhs/tn";
const ADDED = "This sentence is new in the torture run.";

/** A copy of the built desk whose facts differ in one; gives its folder. */
export async function copyWithOtherFacts(folder: string): Promise<string> {
	const root = fileURLToPath(ROOT);
	const copy = join(folder, "other-facts");
	mkdirSync(copy, { recursive: true });
	for (const name of ["package.json", "dist"])
		cpSync(join(root, name), join(copy, name), { recursive: true });
	for (const name of ["node_modules", "assets"]) symlinkSync(join(root, name), join(copy, name));
	const facts = join(copy, "dist/src/core/facts");
	const file = join(facts, `${CHANGED_FACT}.yaml`);
	writeFileSync(file, withSentence(readFileSync(file, "utf8")));
	const bundle = await checkTexts(readFactTexts(facts));
	if (bundle.problems.length > 0)
		throw new Error(`the changed fact: ${bundle.problems.join("; ")}`);
	writeFileSync(join(copy, "dist/facts.json"), JSON.stringify(bundle));
	return copy;
}

/** The last statement of the fact, which is folded, with a sentence more. */
function withSentence(yaml: string): string {
	const at = yaml.lastIndexOf("statement: >-");
	const end = yaml.indexOf("confidence:", at);
	if (at < 0 || end < 0) throw new Error(`${CHANGED_FACT}: no folded statement`);
	const statement = yaml.slice(at, end).trimEnd();
	return `${yaml.slice(0, at)}${statement} ${ADDED}${yaml.slice(at + statement.length)}`;
}
