import type { RunningDesk } from "../desk.ts";
import { growth, memoryOf, percent } from "../memory.ts";
import { mebibytes, ms, type Result, type Run, rowsOf, type Scenario, whole } from "../scenario.ts";
import { setStage } from "../stage.ts";
import { traffic } from "../traffic.ts";

/** Product rule 6: acknowledged within this at the 99th percentile. */
const ACK_P99_MS = 500;
/** The first seconds fill caches and compile; they say nothing of growth. */
const WARM_UP_SAMPLES = 10;

const SLOW_START_S = 10;

async function loaded({ seed, say }: Run, perSecond: number, seconds: number): Promise<Result> {
	const stage = await setStage(seed);
	try {
		const desk = await stage.start();
		const before = await processorSeconds(desk);
		// A process that has just started has compiled nothing: it gets a quarter of its share, as from a balancer.
		await traffic(stage, { perSecond: Math.ceil(perSecond / 4), seconds: SLOW_START_S });
		const memory: number[] = [];
		const every = Math.max(1, Math.floor(seconds / 60));
		await traffic(stage, {
			perSecond,
			seconds,
			onSecond(second) {
				if (second % every !== 0) return;
				// A desk with its hands full may not answer a probe; the counts say so.
				void memoryOf(desk).then(
					(bytes) => memory.push(bytes),
					() => {},
				);
				if (second % 60 === 0) say(`  ${second} s, ${stage.ledger.open()} open`);
			},
		});
		await stage.settle(10_000);
		const counts = stage.ledger.counts();
		const steady = memory.slice(WARM_UP_SAMPLES);
		const grown = growth(steady);
		const used = (await processorSeconds(desk)) - before;
		const code = await desk.stop();
		return {
			passed:
				counts.lost === 0 &&
				counts.doubled === 0 &&
				(counts.ackP99 ?? Number.POSITIVE_INFINITY) < ACK_P99_MS &&
				code === 0,
			rows: [
				[
					"rate",
					`${perSecond} a second for ${whole(seconds)} s, after ${SLOW_START_S} s at a quarter of it`,
				],
				...rowsOf(counts),
				[
					"memory, first / last / most",
					[steady[0], steady.at(-1), Math.max(...memory)]
						.map((bytes) => mebibytes(bytes ?? Number.NaN))
						.join(" / "),
				],
				["memory, second half against first", percent(grown)],
				["processor, of one core", percent(used / (seconds + SLOW_START_S / 4))],
				["processor, each question", ms((1_000 * used) / counts.sent)],
			],
		};
	} finally {
		await stage.close();
	}
}

async function processorSeconds(desk: RunningDesk): Promise<number> {
	return (await desk.metrics()).get("process_cpu_seconds_total") ?? Number.NaN;
}

export const load: Scenario = {
	name: "load",
	title: "Load",
	promise:
		"One process, both platforms over HTTP, sent to at a fixed rate whether it keeps up or not. It is sent a quarter of the rate for the first ten seconds, as by a balancer that starts a new replica slowly. Every question is answered once and acknowledged within 500 ms at the 99th percentile.",
	run: (run) => loaded(run, run.perSecond, run.seconds),
};

export const soak: Scenario = {
	name: "soak",
	title: "Soak",
	promise:
		"A quiet rate. Every question is answered once; how much memory grows meanwhile is shown, and decides nothing.",
	run: (run) => loaded(run, 20, run.isQuick ? 30 : run.seconds),
};
