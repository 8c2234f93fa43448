import type { AdapterParts } from "../../src/adapters/adapter.ts";
import { noLimits } from "../../src/adapters/limit.ts";
import { noTelemetry } from "../../src/adapters/telemetry.ts";
import { createMemoryStore } from "../../src/store/memory.ts";

/** What an adapter is given, with a store in memory and nothing chosen by an admin. */
export function adapterParts(
	parts: Pick<AdapterParts, "desk" | "log"> & Partial<AdapterParts>,
): AdapterParts {
	return {
		publicUrl: null,
		store: createMemoryStore(),
		telemetry: noTelemetry,
		limits: noLimits,
		visibility: () => "private",
		onLeft: async () => {},
		...parts,
	};
}
