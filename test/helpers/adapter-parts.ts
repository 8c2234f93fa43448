import type { AdapterParts } from "../../src/adapters/adapter.ts";
import { createMemoryStore } from "../../src/store/memory.ts";

/** What an adapter is given, with a store in memory and nothing chosen by an admin. */
export function adapterParts(
	parts: Pick<AdapterParts, "desk" | "log"> & Partial<AdapterParts>,
): AdapterParts {
	return {
		publicUrl: null,
		store: createMemoryStore(),
		visibility: () => "private",
		onLeft: async () => {},
		...parts,
	};
}
