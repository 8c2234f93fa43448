// Prints the Slack app manifest: npm run -s manifest
import { manifest } from "../src/adapters/slack/manifest.ts";
import { commands } from "../src/commands/index.ts";
import { ConfigError, EX_CONFIG, readConfig, readDotEnv } from "../src/config.ts";

try {
	readDotEnv();
	const { PUBLIC_URL } = readConfig({ PUBLIC_URL: process.env.PUBLIC_URL });
	console.log(JSON.stringify(manifest(commands, PUBLIC_URL ?? null), null, 2));
} catch (error) {
	if (!(error instanceof ConfigError)) throw error;
	console.error(error.message);
	process.exitCode = EX_CONFIG;
}
