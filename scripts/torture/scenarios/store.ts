import { TEAM } from "../fakes/slack.ts";
import { startPostgres } from "../postgres.ts";
import { openStore } from "../../../src/store/open.ts";
import { join } from "node:path";
import { type Result, type Run, rowsOf, type Scenario, skipped, whole } from "../scenario.ts";
import { pause, type Stage, setStage } from "../stage.ts";
import { traffic } from "../traffic.ts";

const PER_SECOND = 20;
const BACK_WITHIN_MS = 60_000;

/** `/watch` in a Slack channel of its own; what its admin read. */
async function watchIn(stage: Stage, channel: string): Promise<string> {
	const who = { user: `U0OF${channel}`, team: TEAM, channel };
	const asked = stage.slack.command("/watch", "all daily", who);
	await stage.slack.deliver(asked, stage.deliver);
	for (let i = 0; i < 400 && !stage.slack.answers.has(asked.id); i++) await pause(50);
	return JSON.stringify(stage.slack.answers.get(asked.id) ?? "");
}

const saysDone = (answer: string): boolean => answer.includes("is watching");

async function lose({ seed, isQuick }: Run): Promise<Result> {
	const postgres = await startPostgres();
	if (typeof postgres === "string") return skipped(postgres);
	const stage = await setStage(seed);
	try {
		const desk = await stage.start({ env: { DATABASE_URL: postgres.url } });
		const seconds = isQuick ? 9 : 60;
		const asking = traffic(stage, { perSecond: PER_SECOND, seconds });
		await pause((1_000 * seconds) / 3);
		const before = await watchIn(stage, "C0BEFORE01");
		postgres.stop();
		const during = await watchIn(stage, "C0DURING01");
		const reasons = await desk.reasons();
		await pause((1_000 * seconds) / 3);
		postgres.start();
		const returned = performance.now();
		while ((await desk.reasons()).length > 0 && performance.now() - returned < BACK_WITHIN_MS)
			await pause(200);
		const back = performance.now() - returned;
		const after = await watchIn(stage, "C0AFTER001");
		await asking;
		await stage.settle(20_000);
		const counts = stage.ledger.counts();
		const told = [before, during, after].map(saysDone);
		const isNamed = reasons.some((reason) => reason.startsWith("store:"));
		return {
			passed:
				counts.lost === 0 &&
				counts.doubled === 0 &&
				told.join() === "true,false,true" &&
				isNamed &&
				back < BACK_WITHIN_MS,
			rows: [
				...rowsOf(counts),
				["/readyz while it was away", reasons.join("; ") || "ready"],
				[
					"a watch before / meanwhile / after",
					told.map((one) => (one ? "kept" : "refused")).join(" / "),
				],
				["ready again after its return", `${(back / 1_000).toFixed(1)} s`],
			],
		};
	} finally {
		await stage.close();
		postgres.close();
	}
}

/** A limit on the size of files, which needs no rights; a write beyond it fails as on a full disk. */
const FULL = "trap '' XFSZ; ulimit -f 256";
const CHANNELS = 400;

async function fill({ seed, isQuick }: Run): Promise<Result> {
	if (process.platform === "win32") return skipped("no limit on the size of files here");
	const stage = await setStage(seed);
	try {
		const folder = join(stage.folder, "full");
		// The log is a file too, and must not be what fails.
		const desk = await stage.start({ folder, before: FULL, env: { LOG_LEVEL: "fatal" } });
		let kept = 0;
		let refused = 0;
		for (let i = 0; i < CHANNELS && refused < (isQuick ? 3 : 20); i++)
			saysDone(await watchIn(stage, `C0FULL${10_000 + i}`)) ? kept++ : refused++;
		await traffic(stage, { perSecond: PER_SECOND, seconds: isQuick ? 3 : 20 });
		await stage.settle(20_000);
		const survived = desk.isRunning();
		const counts = stage.ledger.counts();
		await desk.stop();
		stage.desks.length = 0;
		const store = await openStore({ DATA_DIR: join(folder, "data") }, true);
		const found = (await store.map("watches").under("")).length;
		const problem = store.problem();
		await store.close();
		return {
			passed: survived && counts.lost === 0 && refused > 0 && found === kept && problem === null,
			rows: [
				...rowsOf(counts),
				["watches confirmed / refused in words", `${whole(kept)} / ${whole(refused)}`],
				["watches in the file afterwards", whole(found)],
				["the file afterwards", problem ?? "opens and works"],
			],
		};
	} finally {
		await stage.close();
	}
}

export const storeLoss: Scenario = {
	name: "store",
	title: "Store loss and return",
	promise:
		"PostgreSQL is stopped as by a crash while people ask, and comes back. Questions are answered throughout, a change that cannot be kept is refused in words, /readyz says why, and everything works again by itself.",
	run: lose,
};

export const diskFull: Scenario = {
	name: "disk",
	title: "Disk full",
	promise:
		"The embedded store's file may not grow. The desk lives and answers; what it confirmed is in the file afterwards, what it refused is not.",
	run: fill,
};
