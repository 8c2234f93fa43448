// Prints the Slack app manifest: npm run -s manifest [-- --admins]
import { manifest } from "../src/adapters/slack/manifest.ts";
import { commands } from "../src/commands/index.ts";
import { ConfigError, EX_CONFIG, readConfig, readDotEnv } from "../src/config.ts";

try {
	readDotEnv();
	const { PUBLIC_URL, SLACK_AGENT } = readConfig({
		PUBLIC_URL: process.env.PUBLIC_URL,
		SLACK_AGENT: process.env.SLACK_AGENT,
	});
	const parts = {
		publicUrl: PUBLIC_URL ?? null,
		isAgent: SLACK_AGENT === "on",
		hasAdmins: process.argv.includes("--admins"),
	};
	console.log(JSON.stringify(manifest(commands, parts), null, 2));
} catch (error) {
	if (!(error instanceof ConfigError)) throw error;
	console.error(error.message);
	process.exitCode = EX_CONFIG;
}
