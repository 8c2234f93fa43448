import { createMemoryStore } from "../../src/store/memory.ts";
import { testStore } from "./suite.ts";

testStore("memory", async () => {
	let now = 1_000_000;
	return {
		store: createMemoryStore(() => now),
		pass(ms) {
			now += ms;
		},
	};
});
