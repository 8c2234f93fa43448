import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		// Generous: a small machine that runs several things at once must not fail a test by being slow.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// Builds dist/ once, when it is stale: some tests start the built desk, and all load its checked facts.
		globalSetup: "test/helpers/build.ts",
	},
});
