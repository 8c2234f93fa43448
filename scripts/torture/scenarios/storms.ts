import { type Result, type Run, rowsOf, type Scenario, whole } from "../scenario.ts";
import { setStage, type Stage } from "../stage.ts";
import { traffic } from "../traffic.ts";

type Prepare = (stage: Stage) => void;

async function stormed(run: Run, deliveries: number, prepare: Prepare): Promise<Result> {
	const stage = await setStage(run.seed);
	try {
		await stage.start();
		prepare(stage);
		await traffic(stage, { perSecond: 50, seconds: run.isQuick ? 8 : 60, deliveries });
		await stage.settle(45_000);
		const counts = stage.ledger.counts();
		const calls = [...stage.discord.calls.values(), ...stage.slack.calls.values()];
		return {
			passed: counts.lost === 0 && counts.doubled === 0,
			rows: [
				["deliveries of each", String(deliveries)],
				...rowsOf(counts),
				["calls to the platforms", whole(calls.reduce((sum, one) => sum + one, 0))],
			],
		};
	} finally {
		await stage.close();
	}
}

export const duplicates: Scenario = {
	name: "duplicates",
	title: "Duplicate storm",
	promise: "Each interaction is delivered three times at the same moment. Each is answered once.",
	run: (run) => stormed(run, 3, () => {}),
};

export const tooMany: Scenario = {
	name: "too-many",
	title: "429 storm",
	promise:
		"Three calls in ten to either platform are answered with 429 and a second to wait, one in twenty with 503. Every question is still answered, once.",
	run: (run) =>
		stormed(run, 1, ({ discord, slack }) => {
			for (const { faults } of [discord, slack])
				Object.assign(faults, { tooMany: 0.3, retryAfterS: 1, broken: 0.05 });
		}),
};
