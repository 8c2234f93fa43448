import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { ENDS, newReference, type Platform, type Telemetry } from "../adapters/telemetry.ts";

/** Names that may stand as a command besides the desk's own. */
const OTHER_COMMANDS = ["unknown"];

// Around the promise (500 ms) and the platforms' limit (3 s), in seconds.
const ACK_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const ANSWER_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10, 60];

export interface MetricsParts {
	version: string;
	factsVersion: string;
	/** The desk's command names: the closed list of that label. */
	commands: readonly string[];
	/** Milliseconds that only grow. */
	now: () => number;
}

export interface Metrics extends Telemetry {
	/** A number read at each scrape. A reader that fails reads as NaN. */
	gauge(name: string, help: string, read: () => number | Promise<number>): void;
	/** One number for each name of a closed list, read at each scrape. */
	gauges(name: string, label: string, help: string, read: () => Record<string, number>): void;
	/** An HTTP answer; `route` is the pattern, never the address. */
	http(route: string, status: number): void;
	/** Everything, as Prometheus reads it. */
	text(): Promise<string>;
	readonly contentType: string;
}

/** Counters and clocks of this process. Every label comes from a closed list, whatever a caller says. */
export function createMetrics(parts: MetricsParts): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	new Gauge({
		name: "h1b_build_info",
		help: "Always 1; the versions stand in the labels.",
		labelNames: ["version", "facts"],
		registers,
	}).set({ version: parts.version, facts: parts.factsVersion }, 1);

	const interactions = new Counter({
		name: "h1b_interactions_total",
		help: "Interactions that ended, by platform, command and outcome.",
		labelNames: ["platform", "command", "outcome"] as const,
		registers,
	});
	const clock = (name: string, help: string, buckets: number[]) =>
		new Histogram({ name, help, buckets, labelNames: ["platform"] as const, registers });
	const acks = clock("h1b_ack_seconds", "From arrival to acknowledgement.", ACK_BUCKETS);
	const answers = clock("h1b_answer_seconds", "From arrival to the whole answer.", ANSWER_BUCKETS);
	const requests = new Counter({
		name: "h1b_http_requests_total",
		help: "HTTP answers, by route and class of status.",
		labelNames: ["route", "status"] as const,
		registers,
	});

	const platformOf = closed<string>(["discord", "slack"] satisfies Platform[], "other");
	const commandOf = closed([...parts.commands, ...OTHER_COMMANDS], "unknown");
	const outcomeOf = closed<string>(ENDS, "failed");

	return {
		interaction(given) {
			const started = parts.now();
			const platform = platformOf(given);
			const seconds = () => (parts.now() - started) / 1000;
			const acked = once(() => acks.observe({ platform }, seconds()));
			const ended = once(() => answers.observe({ platform }, seconds()));
			return {
				reference: newReference(),
				acked,
				answered(command, outcome) {
					const name = commandOf(command.split(" (")[0] ?? "");
					acked();
					if (ended()) interactions.inc({ platform, command: name, outcome: outcomeOf(outcome) });
				},
			};
		},
		gauge(name, help, read) {
			new Gauge({
				name,
				help,
				registers,
				async collect() {
					this.set(await readOrNaN(read));
				},
			});
		},
		gauges(name, label, help, read) {
			new Gauge({
				name,
				help,
				labelNames: [label],
				registers,
				collect() {
					for (const [key, value] of Object.entries(read())) this.set({ [label]: key }, value);
				},
			});
		},
		http: (route, status) => requests.inc({ route, status: `${Math.floor(status / 100)}xx` }),
		text: () => registry.metrics(),
		contentType: registry.contentType,
	};
}

async function readOrNaN(read: () => number | Promise<number>): Promise<number> {
	try {
		return await read();
	} catch {
		return Number.NaN;
	}
}

/** Keeps a label to its list; anything else becomes `other`. */
function closed<T extends string>(names: readonly T[], other: T): (name: string) => T {
	const known = new Map(names.map((name) => [name as string, name]));
	return (name) => known.get(name) ?? other;
}

/** Runs at the first call only, and says whether this was it. */
function once(run: () => void): () => boolean {
	let isDone = false;
	return () => {
		if (isDone) return false;
		isDone = true;
		run();
		return true;
	};
}
