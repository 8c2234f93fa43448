import { type Logger, pino } from "pino";
import type { Environment } from "./config.ts";

/** The variables that nobody may read. */
const SECRETS = [
	"DISCORD_TOKEN",
	"SLACK_BOT_TOKEN",
	"SLACK_APP_TOKEN",
	"SLACK_SIGNING_SECRET",
	"SLACK_CLIENT_SECRET",
	"SLACK_STATE_SECRET",
	"ENCRYPTION_KEY",
	"DATABASE_URL",
] as const satisfies (keyof Environment)[];

/** Fields that libraries hang on their errors and requests. */
const FIELDS = ["token", "secret", "password", "authorization", "cookie", "text", "body"];

const CENSOR = "[secret]";

/**
 * JSON lines to standard error; standard output is for the lines that say what is ready. What is
 * logged is chosen field by field where it is logged; this is the net below that: fields of telling
 * names are blanked, and the value of no secret variable ever leaves, in whatever field it stands.
 */
export function createLog(
	env: Environment,
	destination: { write(line: string): unknown } = pino.destination({ dest: 2, sync: true }),
): Logger {
	const hide = hider(secretsOf(env));
	return pino(
		{
			level: env.LOG_LEVEL,
			base: null,
			redact: { paths: FIELDS.flatMap((name) => [name, `*.${name}`]), censor: CENSOR },
			hooks: { streamWrite: hide },
		},
		destination as pino.DestinationStream,
	);
}

/** The secret values of an environment, the password inside DATABASE_URL too. */
export function secretsOf(env: Partial<Environment>): string[] {
	const values = SECRETS.flatMap((name) => env[name] ?? []);
	const address = env.DATABASE_URL;
	if (!address || !URL.canParse(address)) return values;
	const { password } = new URL(address);
	// A shorter one would blank ordinary words.
	return password.length < 8 ? values : [...values, password, decodeURIComponent(password)];
}

/** Blanks the values wherever they stand in a line. */
export function hider(secrets: readonly string[]): (line: string) => string {
	if (secrets.length === 0) return (line) => line;
	const inJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
	const longestFirst = [...new Set([...secrets, ...inJson])].sort((a, b) => b.length - a.length);
	const any = new RegExp(
		longestFirst.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"),
		"g",
	);
	return (line) => line.replace(any, CENSOR);
}
