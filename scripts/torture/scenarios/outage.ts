import { serve } from "../fakes/serve.ts";
import { type Result, type Run, rowsOf, type Scenario, whole } from "../scenario.ts";
import { setStage } from "../stage.ts";
import { traffic } from "../traffic.ts";

/** More in a run than this is no back-off. */
const MOST_CALLS_A_MINUTE = 60;

async function run({ seed, isQuick }: Run): Promise<Result> {
	const stage = await setStage(seed);
	let calls = 0;
	// In turn: an error, nonsense, and nothing at all.
	const register = await serve(async () => {
		calls++;
		if (calls % 3 === 0) return undefined;
		return calls % 3 === 1 ? { status: 503 } : { status: 200, json: { results: "nonsense" } };
	});
	try {
		const env = { SOURCE_WATCH: "on", FEDERAL_REGISTER_URL: register.address };
		const desk = await stage.start({ env });
		const seconds = isQuick ? 8 : 60;
		await traffic(stage, { perSecond: 20, seconds });
		await stage.settle(10_000);
		const reasons = await desk.reasons();
		const counts = stage.ledger.counts();
		const code = await desk.stop();
		return {
			passed:
				counts.lost === 0 &&
				counts.doubled === 0 &&
				reasons.length === 0 &&
				code === 0 &&
				calls <= (MOST_CALLS_A_MINUTE * Math.max(seconds, 60)) / 60,
			rows: [
				...rowsOf(counts),
				["/readyz", reasons.join("; ") || "ready"],
				["calls to the source", whole(calls)],
			],
		};
	} finally {
		await stage.close();
		await register.close();
	}
}

export const outage: Scenario = {
	name: "outage",
	title: "Source outage",
	promise:
		"The Federal Register's address answers with errors, nonsense and silence. The desk answers from its facts, stays ready, asks ever more rarely, and stops at once when told to.",
	run,
};
