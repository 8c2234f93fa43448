import { type Blocks, StoreError } from "../store.ts";

interface Meaning {
	/** The beginnings of SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
	codes: readonly string[];
	what: string;
	blocks: Blocks;
	code?: StoreError["code"];
}

const MEANINGS: readonly Meaning[] = [
	{ codes: ["28"], what: "refuses the user or the password of DATABASE_URL", blocks: "all" },
	{ codes: ["3D000"], what: "has no database of the name in DATABASE_URL", blocks: "all" },
	{
		codes: ["42501"],
		what: "lets this user make no tables; as its owner run: GRANT CREATE ON DATABASE ... TO ...",
		blocks: "all",
	},
	{ codes: ["53100"], what: "has no room on its disk", blocks: "changes" },
	{
		codes: ["25006"],
		what: "is read-only: DATABASE_URL must lead to the primary",
		blocks: "changes",
	},
	{ codes: ["53300"], what: "has too many connections", blocks: "this call" },
	{ codes: ["57014", "55P03", "40"], what: "took too long or was busy", blocks: "this call" },
	{ codes: ["08", "57P", "53"], what: "is stopping, starting or out of resources", blocks: "all" },
	{
		codes: ["XX001", "XX002"],
		what: "found its data damaged: restore a backup (docs/operations.md, Backup)",
		blocks: "all",
		code: "STORE_DAMAGED",
	},
];

/** The StoreError that says it plainly, without address or password; an error in a statement of ours stays what it is. */
export function translatePostgres(error: unknown): unknown {
	if (error instanceof StoreError || !(error instanceof Error)) return error;
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	const found = MEANINGS.find(({ codes }) => codes.some((start) => code.startsWith(start)));
	if (found)
		return new StoreError(found.code ?? "STORE_DOWN", `PostgreSQL ${found.what} (${code})`, {
			blocks: found.blocks,
		});
	// Five characters are PostgreSQL's own; anything else comes from the network or from waiting for it.
	if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith("E")) return error;
	return new StoreError("STORE_DOWN", `PostgreSQL does not answer${code ? ` (${code})` : ""}`);
}
