import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of this run alone, on loopback. */
export interface Postgres {
	url: string;
	/** As a crash: nothing is finished. */
	stop(): void;
	start(): void;
	close(): void;
}

const INSTALLED = "/usr/lib/postgresql";

/** Starts a server from the installed programs; the reason where there is none. */
export async function startPostgres(): Promise<Postgres | string> {
	const bin = findBin();
	if (!bin) return "no PostgreSQL is installed (initdb in the path, or below /usr/lib/postgresql)";
	const as = otherUser();
	if (as === null) return "PostgreSQL refuses to run as root, and there is no user postgres";
	const folder = mkdtempSync(join(tmpdir(), "h1b-postgres-"));
	if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
	const data = join(folder, "db");
	const port = await freePort();
	const run = (program: string, ...args: string[]): boolean =>
		spawnSync(join(bin, program), args, { cwd: folder, stdio: "ignore", ...as }).status === 0;
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
	const start = (): void => {
		if (
			!run(
				"pg_ctl",
				"-D",
				data,
				"-w",
				"-t",
				"60",
				"-l",
				join(folder, "log"),
				"-o",
				options,
				"start",
			)
		)
			throw new Error("PostgreSQL did not start");
	};
	const stop = (): void => void run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
	if (!run("initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"))
		return "initdb failed";
	start();
	return {
		url: `postgres://desk@127.0.0.1:${port}/postgres`,
		start,
		stop,
		close() {
			stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function findBin(): string | undefined {
	const folders = (process.env.PATH ?? "").split(":");
	if (existsSync(INSTALLED))
		folders.push(
			...readdirSync(INSTALLED)
				.sort()
				.reverse()
				.map((version) => join(INSTALLED, version, "bin")),
		);
	return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/** Whom the server runs as: this user, or postgres where this user is root. */
function otherUser(): { uid?: number; gid?: number } | null {
	if (process.getuid?.() !== 0) return {};
	const line = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.find((one) => one.startsWith("postgres:"));
	const [, , uid, gid] = line?.split(":") ?? [];
	return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === "object" && address ? address.port : 0;
}
