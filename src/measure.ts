import type { FastifyInstance } from "fastify";
import type { Desk } from "./commands/desk.ts";
import type { Environment } from "./config.ts";
import { registerMetrics } from "./http/metrics.ts";
import { cardsWaiting } from "./jobs/alerts/waiting.ts";
import { createMetrics, type Metrics } from "./metrics/metrics.ts";
import type { Store } from "./store/store.ts";

export interface MeasuredParts {
	desk: Desk;
	env: Pick<Environment, "METRICS" | "HOST">;
	store: Store;
	/** What the jobs have done. */
	jobs: () => { leads: boolean; posted: number; newerDocuments: number };
	/** Why configured platforms are not connected, each beginning with the platform's name. */
	platformProblems: () => string[];
	platforms: readonly string[];
}

/** The counters of this desk, before anything is counted. */
export function createDeskMetrics(desk: Desk): Metrics {
	return createMetrics({
		version: desk.version,
		factsVersion: desk.facts.version,
		commands: desk.commands.map(({ name }) => name),
		now: () => performance.now(),
	});
}

/** Numbers that are read when somebody asks, and the page that shows them all. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, parts: MeasuredParts): void {
	const { desk, env, store, jobs, platforms, platformProblems } = parts;
	metrics.gauge("h1b_facts_due", "Facts past their review day.", () => factsDue(desk));
	metrics.gauge("h1b_facts", "Facts loaded.", () => desk.facts.all.length);
	metrics.gauge("h1b_store_up", "1 while the store works.", () => (store.problem() ? 0 : 1));
	metrics.gauge("h1b_alert_queue", "Cards of changed facts still to be posted.", () =>
		cardsWaiting(store, Date.now()),
	);
	metrics.gauge("h1b_alerts_posted", "Cards posted since the start.", () => jobs().posted);
	metrics.gauge("h1b_alerts_leader", "1 on the one replica that posts.", () =>
		Number(jobs().leads),
	);
	metrics.gauge(
		"h1b_sources_newer",
		"Newer documents that nobody has reviewed.",
		() => jobs().newerDocuments,
	);
	metrics.gauges(
		"h1b_platform_up",
		"platform",
		"1 while a configured platform is connected.",
		() => {
			const problems = platformProblems();
			return Object.fromEntries(
				platforms.map((name) => [name, problems.some((one) => one.startsWith(name)) ? 0 : 1]),
			);
		},
	);
	if (servesMetrics(env)) registerMetrics(app, metrics);
}

/** On unless the desk listens to more than this machine; METRICS decides where it is set. */
function servesMetrics({ METRICS, HOST }: MeasuredParts["env"]): boolean {
	return METRICS ? METRICS === "on" : /^(127\.|localhost$|\[?::1\]?$)/.test(HOST);
}

function factsDue({ facts, today }: Pick<Desk, "facts" | "today">): number {
	const day = today();
	return facts.all.filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < day).length;
}
