import { type Result, type Run, rowsOf, type Scenario, whole } from "../scenario.ts";
import { pause, setStage, type Stage } from "../stage.ts";
import { traffic } from "../traffic.ts";

const PER_SECOND = 50;

/** Two replicas behind a balancer, one after the other taken away and replaced while people ask. */
async function replaced(
	run: Run,
	away: (stage: Stage) => Promise<void>,
): Promise<{ stage: Stage; times: number }> {
	const stage = await setStage(run.seed);
	const times = run.isQuick ? 3 : 20;
	await stage.start();
	await stage.start();
	const seconds = times * 3;
	const sending = traffic(stage, { perSecond: PER_SECOND, seconds });
	for (let i = 0; i < times; i++) {
		await pause(500 + 1_000 * stage.random());
		await away(stage);
		await stage.start();
	}
	await sending;
	await stage.settle(10_000);
	return { stage, times };
}

async function upgraded(run: Run): Promise<Result> {
	const codes: (number | null)[] = [];
	const { stage, times } = await replaced(run, async ({ desks }) => {
		const old = desks[0];
		if (!old) return;
		// A balancer takes a replica out, then it is told to stop and finishes what it has.
		desks.splice(0, 1);
		codes.push(await old.stop());
	});
	const counts = stage.ledger.counts();
	await stage.close();
	return {
		passed: counts.lost === 0 && counts.doubled === 0 && codes.every((code) => code === 0),
		rows: [["replicas replaced", whole(times)], ...rowsOf(counts)],
	};
}

async function killed(run: Run): Promise<Result> {
	const { stage, times } = await replaced(run, async (on) => {
		const victim = on.desks[Math.floor(on.random() * on.desks.length)];
		if (victim) await on.kill(victim);
	});
	const counts = stage.ledger.counts();
	await stage.close();
	// What a killed process had taken and not answered is gone; at 50 a second that is a handful.
	const mostLost = times * 5;
	return {
		passed: counts.doubled === 0 && counts.lost <= mostLost,
		rows: [
			["kills", whole(times)],
			...rowsOf(counts),
			["lost for each kill", (counts.lost / times).toFixed(2)],
		],
	};
}

export const upgrade: Scenario = {
	name: "upgrade",
	title: "Upgrade under load",
	promise:
		"Two replicas behind a balancer; each is in turn taken out, stopped with SIGTERM and replaced while people ask. No question is lost.",
	run: upgraded,
};

export const kill: Scenario = {
	name: "kill",
	title: "kill -9 under load",
	promise:
		"One of two replicas is killed at random every few seconds while people ask. Only what it held at that moment is lost: its askers see their platform's own message and ask again; nothing is answered twice.",
	run: killed,
};
