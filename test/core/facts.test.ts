import { expect, it } from "vitest";
import { factProblems, facts } from "../helpers/desk.ts";

it("every fact of the project passes every check", () => {
	expect(factProblems).toEqual([]);
	expect(facts.all.length).toBeGreaterThan(60);
});
