import type { Answer } from "./answer.ts";
import { fixed } from "./card-words.ts";
import { say } from "./say.ts";
import { STATUS_WORDS } from "./status.ts";

export const DISCLAIMER = "General information, not legal advice.";

/** What stands small at the foot of a card; the second sentence is the server's own. */
export const disclaimerLine = (answer: Answer): string =>
	[fixed(answer, DISCLAIMER), answer.ownDisclaimer].filter(Boolean).join(" ");

/** The line under the title: status, the day asked about, the day of confirmation. */
export function stampLine(answer: Answer): string {
	if (answer.words) return answer.words.stamp;
	const parts = [
		answer.status ? say(STATUS_WORDS[answer.status]) : null,
		answer.askedFor ? say("for {date}", { date: answer.askedFor }) : null,
		checkedWords(answer),
	].filter((part) => part !== null);
	const line = parts.join(" · ");
	return line.charAt(0).toUpperCase() + line.slice(1);
}

/** How far the evidence reaches: never today's date, which would promise more than was read. */
export function checkedWords({ asOf, checkedTo, status }: Answer): string | null {
	if (!asOf) return null;
	if (checkedTo) return say("last checked between {asOf} and {checkedTo}", { asOf, checkedTo });
	return status
		? say("as last checked {date}", { date: asOf })
		: say("figures and texts up to {date}", { date: asOf });
}

/** One calm line once a fact's review is overdue, or null. */
export function overdueLine(answer: Answer): string | null {
	if (answer.words) return answer.words.overdue;
	if (answer.notCheckedSince && answer.checkedTo)
		return say("Some of it was not re-checked since {date}.", { date: answer.notCheckedSince });
	return answer.notCheckedSince
		? say("Not re-checked since {date}.", { date: answer.notCheckedSince })
		: null;
}

/** `label (2026-01-12)`: a source as words, without its address. */
function sourceWords(source: Answer["sources"][number]): string {
	return source.published ? `${source.label} (${source.published})` : source.label;
}

/** The whole card as text: the third renderer, and what stands in wherever a card can't be drawn. */
export function toPlainText(answer: Answer): string {
	const lines: string[] = [answer.title];
	const stamp = stampLine(answer);
	if (stamp) lines.push(stamp);
	lines.push("", answer.lead);
	if (answer.rows.length > 0) lines.push("");
	for (const row of answer.rows) {
		lines.push(`${row.label}: ${row.value}${row.note ? ` (${row.note})` : ""}`);
	}
	if (answer.choices.length > 0) {
		lines.push("");
		answer.choices.forEach((choice, i) => {
			lines.push(`${i + 1}. ${choice.label}${choice.note ? `: ${choice.note}` : ""}`);
		});
	}
	const overdue = overdueLine(answer);
	if (overdue) lines.push("", overdue);
	if (answer.sources.length > 0) {
		lines.push("", `${fixed(answer, "Sources")}:`);
		for (const source of answer.sources) lines.push(`- ${sourceWords(source)} ${source.url}`);
	}
	lines.push("", disclaimerLine(answer));
	return lines.join("\n");
}
