// Registers the Discord commands when their definition changed: npm run register [-- --guild ID]
import { parseArgs } from "node:util";
import { DiscordAPIError, REST } from "discord.js";
import { invite } from "../src/adapters/discord/invite.ts";
import { registerCommands } from "../src/adapters/discord/register.ts";
import { DEFAULT_API_URL } from "../src/adapters/discord/start.ts";
import { commands } from "../src/commands/index.ts";
import { translationsIn } from "../src/core/say.ts";
import { openLanguages } from "../src/messages/languages.ts";

const EX_CONFIG = 78;

function stop(code: number, line: string): never {
	console.error(line);
	process.exit(code);
}

const { DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_API_URL } = process.env;
const portal = "https://discord.com/developers/applications";
const missing = [
	DISCORD_TOKEN ? [] : `DISCORD_TOKEN is not set: copy it from the Bot page of ${portal}`,
	DISCORD_APPLICATION_ID
		? []
		: `DISCORD_APPLICATION_ID is not set: copy it from the General Information page of ${portal}`,
].flat();
if (missing.length > 0) stop(EX_CONFIG, missing.join("\n"));

const languages = openLanguages();
let guildId: string | undefined;
try {
	guildId = parseArgs({ options: { guild: { type: "string" } } }).values.guild;
} catch {
	stop(EX_CONFIG, "usage: npm run register [-- --guild ID]");
}

const where = guildId ? `server ${guildId}` : "every server and user";
try {
	const rest = new REST({ api: DISCORD_API_URL || DEFAULT_API_URL }).setToken(
		DISCORD_TOKEN as string,
	);
	const { changed, emptied, applicationId } = await registerCommands({
		rest,
		commands,
		applicationId: DISCORD_APPLICATION_ID,
		guildId,
		translations: (english) => translationsIn(languages, english),
	});
	console.log(
		`discord: ${commands.length} commands for ${where}: ${changed ? "changed, registered" : "unchanged"}`,
	);
	if (emptied > 0)
		console.log(
			guildId
				? "discord: the commands for everywhere are removed: both lists would show them twice"
				: `discord: ${emptied} servers had commands of their own: removed, both lists would show them twice`,
		);
	const { server, user, permissions } = invite(applicationId);
	console.log(`\nAdd it to a server: ${server}`);
	for (const { name, reason } of permissions) console.log(`  ${name}: ${reason}`);
	console.log(`Add it for yourself, anywhere: ${user}\n  no permission`);
} catch (error) {
	const why =
		error instanceof DiscordAPIError
			? `Discord answered ${error.status}`
			: "Discord cannot be reached";
	stop(1, `discord: commands not registered: ${why}`);
}
