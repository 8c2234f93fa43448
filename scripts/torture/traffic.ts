import { drawQuestion } from "./mix.ts";
import { pause, type Stage } from "./stage.ts";

const USERS = 3_000;
const SERVERS = 200;
const TICK_MS = 10;

export interface TrafficOptions {
	perSecond: number;
	seconds: number;
	/** How often each interaction is delivered. */
	deliveries?: number;
	/** Called about once a second. */
	onSecond?: (second: number) => void;
}

/**
 * Sends questions at a fixed rate whether or not the desk keeps up, half of them by each platform, and
 * resolves when the last has been sent and acknowledged or refused.
 */
export async function traffic(stage: Stage, options: TrafficOptions): Promise<void> {
	const { perSecond, seconds, deliveries = 1, onSecond } = options;
	const started = performance.now();
	const under = new Set<Promise<unknown>>();
	let sent = 0;
	let second = 0;
	while (sent < perSecond * seconds) {
		const elapsed = (performance.now() - started) / 1000;
		const due = Math.min(Math.floor(elapsed * perSecond), perSecond * seconds);
		for (; sent < due; sent++) {
			for (const delivery of ask(stage, deliveries)) {
				const done: Promise<unknown> = delivery.finally(() => under.delete(done));
				under.add(done);
			}
		}
		if (elapsed > second) onSecond?.(second++);
		await pause(TICK_MS);
	}
	await Promise.all(under);
}

/** One question of somebody, delivered as often as told. */
export function ask(stage: Stage, deliveries = 1): Promise<number>[] {
	const { random, discord, slack, deliver } = stage;
	const { command, options, text } = drawQuestion(random);
	const user = Math.floor(random() * USERS);
	const server = Math.floor(random() * SERVERS);
	const times = Array.from({ length: deliveries });
	if (random() < 0.5) {
		const interaction = discord.command(command, options, {
			user: `6000000000000${10_000 + user}`,
			guild: `7000000000000${10_000 + server}`,
			channel: `8000000000000${10_000 + server}`,
		});
		return times.map(() => discord.deliver(interaction, deliver));
	}
	const asked = slack.command(`/${command}`, text, {
		user: `U0USER${10_000 + user}`,
		team: `T0TEAM${10_000 + server}`,
		channel: `C0CHAN${10_000 + server}`,
	});
	return times.map(() => slack.deliver(asked, deliver));
}
