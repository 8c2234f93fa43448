/** A fact file that does not hold what a fact must hold. The message names file, place and remedy. */
export class FactInvalidError extends Error {
	readonly code = "FACT_INVALID";
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(problems.join("\n"));
		this.name = "FactInvalidError";
		this.problems = problems;
	}
}

/** The code asked for a fact that no file defines: our own mistake, never a user's. */
export class FactNotFoundError extends Error {
	readonly code = "FACT_NOT_FOUND";
	readonly id: string;
	constructor(id: string) {
		super(`no fact has the id ${id}`);
		this.name = "FactNotFoundError";
		this.id = id;
	}
}
