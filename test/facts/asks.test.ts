import { expect, it } from "vitest";
import { facts, testDesk } from "../helpers/desk.ts";

// Some questions lead to a command or to two facts that both answer; most must reach their own fact.
const LEAST_REACHED = 0.96;

it("a question that a fact lists reaches that fact", () => {
	const desk = testDesk();
	const asked = facts.all.flatMap((fact) => fact.asks.map((question) => ({ fact, question })));
	const missed = asked.filter(({ fact, question }) => {
		const reply = desk.text(question);
		return reply.outcome !== "answered" || !reply.answer.facts.includes(fact.id);
	});
	const lines = missed.map(({ fact, question }) => `${fact.id}: ${question}`).join("\n");
	expect(1 - missed.length / asked.length, lines).toBeGreaterThanOrEqual(LEAST_REACHED);
});
