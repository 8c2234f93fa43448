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
