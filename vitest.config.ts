import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		// Builds dist/ once, when it is stale: some tests start the built desk, and all load its checked facts.
		globalSetup: "test/helpers/build.ts",
	},
});
