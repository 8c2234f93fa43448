import type { Desk } from "../../src/commands/desk.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import type { Reply } from "../../src/core/reply.ts";

export interface Question {
	id: string;
	q: string;
	topic: string;
	kind: "answer" | "clarify" | "abstain" | "refuse" | "route";
	command: string | null;
	must: string[];
	must_any: string[][];
	must_not: string[];
	/** Status of the thing asked about, or null. */
	status: string | null;
}

export interface Judged {
	question: Question;
	reply: Reply;
	verdict: "right" | "abstained" | "wrong";
	why: string;
	/** Whether the card's status is the expected one; null where none is expected or none was answered. */
	statusFits: boolean | null;
	/** Sources that are not well-formed https or http addresses. */
	badSources: number;
}

const NO_SUCH =
	/don.?t (have|know)|do not (have|know)|not covered|no (sourced |cited |confirmed |matching |official )?(fact|source|record|statement|figure|count|number|answer|information)|no published/i;

/** Whether an outcome is what a kind of question asks for. */
function kindFits({ kind, command }: Question, reply: Reply, text: string): boolean {
	switch (kind) {
		case "answer":
			return reply.outcome === "answered";
		case "route":
			// A route may still ask for what is missing, by its own choices.
			return (
				(reply.outcome === "answered" || reply.outcome === "choices") &&
				(command === null || reply.command === command || reply.outcome === "choices")
			);
		case "clarify":
			return reply.outcome === "choices" || reply.outcome === "invalid";
		case "refuse":
			return reply.outcome === "declined";
		case "abstain":
			return reply.outcome === "not-covered" || reply.outcome === "declined" || NO_SUCH.test(text);
	}
}

/** Judges one answer: right, an honest abstention, or wrong. */
export function judge(desk: Desk, question: Question): Judged {
	const reply = desk.text(question.q);
	// The title of a card and the corrected mistake are part of the answer; the disclaimer is not.
	const text = toPlainText(reply.answer)
		.replace(/\nSources:[\s\S]*$/, "")
		.replace(/\n.*not legal advice\.$/, "");
	const has = (pattern: string) => new RegExp(pattern, "iu").test(text);
	const missing = [
		...question.must.filter((p) => !has(p)),
		...question.must_any.filter((any) => !any.some(has)).map((any) => any.join("|")),
	];
	const forbidden = question.must_not.filter(has);
	const fits = kindFits(question, reply, text);
	const common = {
		question,
		reply,
		statusFits:
			question.status === null || reply.outcome !== "answered"
				? null
				: reply.answer.status === question.status.replaceAll(" ", "-"),
		badSources: reply.answer.sources.filter(({ url }) => !/^https?:\/\/[^\s/]+\.[a-z]+/.test(url))
			.length,
	};
	if (fits && missing.length === 0 && forbidden.length === 0)
		return { ...common, verdict: "right", why: "" };
	const abstained = forbidden.length === 0 && reply.outcome !== "answered";
	return {
		...common,
		verdict: abstained ? "abstained" : "wrong",
		why: [
			fits ? "" : `kind ${question.kind} got ${reply.outcome}`,
			missing.length ? `missing ${missing.join(" & ").slice(0, 80)}` : "",
			forbidden.length ? `forbidden ${forbidden}` : "",
		]
			.filter(Boolean)
			.join("; "),
	};
}
