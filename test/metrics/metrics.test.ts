import fc from "fast-check";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createHttpServer } from "../../src/http/server.ts";
import { registerMetrics } from "../../src/http/metrics.ts";
import { createMetrics } from "../../src/metrics/metrics.ts";
import { hostileTexts } from "../helpers/hostile.ts";

function metrics() {
	let now = 0;
	const made = createMetrics({
		version: "1",
		factsVersion: "abc",
		commands: ["cap", "odds"],
		now: () => now,
	});
	return {
		made,
		pass: (ms: number) => {
			now += ms;
		},
		lines: async () => (await made.text()).split("\n").filter((line) => line.startsWith("h1b_")),
	};
}

describe("an interaction", () => {
	it("is counted once by platform, command and outcome, and timed twice", async () => {
		const { made, pass, lines } = metrics();
		const one = made.interaction("slack");
		pass(80);
		one.acked();
		pass(700);
		one.acked();
		one.answered("odds", "answered");
		one.answered("odds", "failed");
		const text = await lines();
		expect(text).toContain(
			'h1b_interactions_total{platform="slack",command="odds",outcome="answered"} 1',
		);
		expect(text.filter((line) => line.startsWith("h1b_interactions_total"))).toHaveLength(1);
		expect(text).toContain('h1b_ack_seconds_bucket{le="0.05",platform="slack"} 0');
		expect(text).toContain('h1b_ack_seconds_bucket{le="0.1",platform="slack"} 1');
		expect(text).toContain('h1b_answer_seconds_bucket{le="0.5",platform="slack"} 0');
		expect(text).toContain('h1b_answer_seconds_bucket{le="1",platform="slack"} 1');
	});

	it("that was never acknowledged apart is acknowledged by its answer", async () => {
		const { made, pass, lines } = metrics();
		const one = made.interaction("discord");
		pass(2_500);
		one.answered("cap (share)", "shared");
		const text = await lines();
		expect(text).toContain('h1b_ack_seconds_bucket{le="3",platform="discord"} 1');
		expect(text).toContain('h1b_ack_seconds_bucket{le="2",platform="discord"} 0');
		expect(text).toContain(
			'h1b_interactions_total{platform="discord",command="cap",outcome="shared"} 1',
		);
	});

	it("has a reference that holds nothing of anybody", () => {
		expect(metrics().made.interaction("discord").reference).toMatch(/^[A-Z0-9]{6}$/);
	});

	it("never makes a label of what somebody typed", async () => {
		const { made, lines } = metrics();
		const before = (await lines()).length;
		const typed = [
			...hostileTexts().map(([, text]) => text),
			"137429",
			'"} 1\nh1b_up 1',
			"__proto__ x",
			"constructor_x",
		];
		for (const text of typed) {
			made.interaction(text as never).answered(text, text);
			made.interaction("slack").answered(text, "answered");
		}
		const text = await lines();
		for (const line of text) for (const one of typed) expect(line).not.toContain(one);
		expect(text.filter((line) => line.startsWith("h1b_interactions_total"))).toEqual([
			`h1b_interactions_total{platform="other",command="unknown",outcome="failed"} ${typed.length}`,
			`h1b_interactions_total{platform="slack",command="unknown",outcome="answered"} ${typed.length}`,
		]);
		expect(text.length).toBeLessThan(before + 60);
	});

	it("keeps to a bounded number of lines whatever it is told", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.string(), fc.string())), async (pairs) => {
				const { made, lines } = metrics();
				for (const [command, outcome] of pairs)
					made.interaction("discord").answered(command, outcome);
				const counted = (await lines()).filter((line) => line.startsWith("h1b_interactions_total"));
				expect(counted.length).toBeLessThanOrEqual(4 * 14);
			}),
			{ numRuns: 30 },
		);
	});
});

describe("/metrics", () => {
	it("serves what is counted, with routes and never addresses", async () => {
		const { made } = metrics();
		made.gauge("h1b_facts_due", "Facts past their review day.", () => 7);
		made.gauge("h1b_broken", "Cannot be read.", () => {
			throw new Error("no");
		});
		made.gauges("h1b_platform_up", "platform", "Connected.", () => ({ slack: 1, discord: 0 }));
		const app = createHttpServer(pino({ level: "silent" }));
		registerMetrics(app, made);
		app.get("/facts/*", async () => ({}));
		await app.inject("/facts/my-salary-is-137429?q=137429");
		await app.inject("/no-such/137429");
		const answer = await app.inject("/metrics");
		expect(answer.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
		expect(answer.body).toContain("h1b_facts_due 7");
		expect(answer.body).toContain("h1b_broken Nan");
		expect(answer.body).toContain('h1b_platform_up{platform="discord"} 0');
		expect(answer.body).toContain('h1b_http_requests_total{route="/facts/*",status="2xx"} 1');
		expect(answer.body).toContain('h1b_http_requests_total{route="unknown",status="4xx"} 1');
		expect(answer.body).not.toContain("137429");
		expect(answer.body).toContain("process_resident_memory_bytes");
		await app.close();
	});
});
