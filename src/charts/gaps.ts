import { NOT_PUBLISHED, type TidyChart } from "./tidy.ts";

/**
 * What has no value, in the words of its points and by series: `Not published (Selected): FY 2020, FY
 * 2022 to FY 2024.`
 */
export function gapNotes(chart: TidyChart): string[] {
	return chart.series.flatMap(({ name, marks }) => {
		const byWords = new Map<string, string[]>();
		for (const { value, text, label } of marks) {
			if (value !== null) continue;
			byWords.set(text, [...(byWords.get(text) ?? []), label]);
		}
		const whose = chart.series.length > 1 ? ` (${name})` : "";
		return [...byWords].map(
			([words, labels]) => `${capital(words)}${whose}: ${runs(labels).join(", ")}.`,
		);
	});
}

/** What stands in the gap of a label: its points' words when they agree. */
export function gapWords(texts: readonly string[]): string {
	const [first = NOT_PUBLISHED] = texts;
	return texts.every((text) => text === first) ? first : "no value";
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Three or more labels that count up by one, such as years, as `first to last`. */
function runs(labels: readonly string[]): string[] {
	const out: string[][] = [];
	for (const label of labels) {
		const run = out.at(-1);
		const before = run?.at(-1);
		if (run && before !== undefined && follows(before, label)) run.push(label);
		else out.push([label]);
	}
	return out.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run));
}

function follows(before: string, label: string): boolean {
	const [a, b] = [before, label].map((text) => /^(\D*)(\d{1,9})$/.exec(text));
	return a !== null && b !== null && a?.[1] === b?.[1] && Number(a?.[2]) + 1 === Number(b?.[2]);
}
