import { readFileSync } from "node:fs";
import type { Claim } from "./claims.ts";
import type { Question } from "./questions.ts";

/** The development sets that come with the project. */
export const QUESTIONS = "test/eval/questions-dev.jsonl";
export const CLAIMS = "test/eval/claims-dev.jsonl";

/** Further ones by other hands. */
export const MORE_QUESTIONS = "test/eval/questions-more.jsonl";
export const MORE_CLAIMS = "test/eval/claims-more.jsonl";

/** Written before the desk was tried on them: one half read while tuning, one only counted at the end. */
export const FRESH_QUESTIONS = "test/eval/questions-fresh.jsonl";
export const FRESH_CLAIMS = "test/eval/claims-fresh.jsonl";
export const KEPT_BACK_QUESTIONS = "test/eval/questions-kept-back.jsonl";
export const KEPT_BACK_CLAIMS = "test/eval/claims-kept-back.jsonl";

export const readQuestions = (file: string = QUESTIONS): Question[] => readLines<Question>(file);
export const readClaims = (file: string = CLAIMS): Claim[] => readLines<Claim>(file);

function readLines<T>(file: string): T[] {
	return readFileSync(file, "utf8")
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => JSON.parse(line) as T);
}
