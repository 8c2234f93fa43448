import { ConfigError, EX_CONFIG, readConfig } from "../src/config.ts";
import { BackupError, backupFile, postgresCommands } from "../src/store/backup.ts";
import { storePath } from "../src/store/open.ts";
import { StoreError } from "../src/store/store.ts";

// npm run backup -- FILE

const target = process.argv[2];

try {
	const { DATABASE_URL, DATA_DIR } = process.env;
	const env = readConfig({ DATABASE_URL, DATA_DIR });
	if (!target) throw new BackupError("Name the new file: npm run backup -- FILE");
	if (env.DATABASE_URL) {
		const { dump, restore } = postgresCommands(env.DATABASE_URL, target);
		throw new BackupError(
			`No backup was made: DATABASE_URL is set, and PostgreSQL brings its own tool. Back up with\n  ${dump}\nand restore, with every desk stopped, with\n  ${restore}\nBoth ask for the password, or take it from PGPASSWORD.`,
		);
	}
	const path = storePath(env.DATA_DIR);
	const entries = backupFile(path, target);
	process.stdout.write(`${target}: ${entries} entries of ${path}\n`);
} catch (error) {
	if (
		!(error instanceof BackupError || error instanceof StoreError || error instanceof ConfigError)
	)
		throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = error instanceof ConfigError ? EX_CONFIG : 1;
}
