import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DeskOptions, type RunningDesk, startDesk } from "./desk.ts";
import { type FakeDiscord, startFakeDiscord } from "./fakes/discord.ts";
import { balancer, type Deliver } from "./fakes/post.ts";
import { type FakeSlack, startFakeSlack } from "./fakes/slack.ts";
import { Ledger } from "./ledger.ts";
import { randomOf } from "./random.ts";

/** Two fake platforms, the desks behind one balancer, and the book of what was sent. */
export interface Stage {
	random: () => number;
	ledger: Ledger;
	discord: FakeDiscord;
	slack: FakeSlack;
	folder: string;
	deliver: Deliver;
	/** Desks that run now. */
	desks: RunningDesk[];
	start(options?: Partial<DeskOptions>): Promise<RunningDesk>;
	/** Takes a desk out of the balancer and kills it. */
	kill(desk: RunningDesk): Promise<void>;
	/** Waits until no interaction is open, at most `ms`. */
	settle(ms: number): Promise<void>;
	close(): Promise<void>;
}

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

export async function setStage(seed: number): Promise<Stage> {
	const random = randomOf(seed);
	const ledger = new Ledger();
	const [discord, slack] = await Promise.all([
		startFakeDiscord({ ledger, random }),
		startFakeSlack({ ledger, random }),
	]);
	const folder = mkdtempSync(join(tmpdir(), "h1b-torture-"));
	const desks: RunningDesk[] = [];
	let count = 0;
	return {
		random,
		ledger,
		discord,
		slack,
		folder,
		desks,
		deliver: balancer(() => desks.map(({ address }) => address)),
		async start(options = {}) {
			const desk = await startDesk({
				folder: join(folder, `desk-${++count}`),
				waitFor: ["discord: ready", "slack: ready"],
				...options,
				env: { ...discord.env, ...slack.env, ...options.env },
			});
			desks.push(desk);
			return desk;
		},
		async kill(desk) {
			desks.splice(desks.indexOf(desk), 1);
			await desk.kill();
		},
		async settle(ms) {
			const until = performance.now() + ms;
			while (ledger.open() > 0 && performance.now() < until) await pause(50);
		},
		async close() {
			await Promise.all(desks.map((desk) => desk.stop()));
			await Promise.all([discord.close(), slack.close()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
