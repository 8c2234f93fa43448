import type { JudgedClaim } from "./claims.ts";
import type { Judged } from "./questions.ts";

const share = (part: number, whole: number): string =>
	whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)}%`;

function groupBy<T>(list: readonly T[], key: (item: T) => string): [string, T[]][] {
	const groups = new Map<string, T[]>();
	for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function table(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
	return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}

/** Accuracy, abstention, status and citations of judged questions, by kind and by topic, then the failures. */
export function questionReport(judged: readonly Judged[]): string {
	const count = (list: readonly Judged[], verdict: string) =>
		list.filter((j) => j.verdict === verdict).length;
	const line = (name: string, list: readonly Judged[]) => {
		const statuses = list.filter((j) => j.statusFits !== null);
		return [
			name,
			String(list.length),
			share(count(list, "right"), list.length),
			share(count(list, "abstained"), list.length),
			share(count(list, "wrong"), list.length),
			share(statuses.filter((j) => j.statusFits).length, statuses.length),
		];
	};
	const head = ["", "n", "right", "abstained", "wrong", "status right"];
	const answered = judged.filter((j) => j.reply.outcome === "answered");
	const cited = answered.filter((j) => j.reply.answer.sources.length > 0).length;
	const bad = judged.reduce((sum, j) => sum + j.badSources, 0);
	return [
		"Questions",
		table([
			head,
			line("all", judged),
			...groupBy(judged, (j) => j.question.kind).map(([kind, list]) => line(`kind ${kind}`, list)),
			...groupBy(judged, (j) => j.question.topic).map(([topic, list]) => line(topic, list)),
		]),
		`Answers with a source: ${cited} of ${answered.length}; malformed source addresses: ${bad}`,
		...judged
			.filter((j) => j.verdict !== "right")
			.map((j) => `${j.verdict} ${j.question.id}: ${j.why}`),
	].join("\n");
}

/** Accuracy of judged claims by expected verdict, then the failures. */
export function claimReport(judged: readonly JudgedClaim[]): string {
	const line = (name: string, list: readonly JudgedClaim[]) => [
		name,
		String(list.length),
		share(list.filter((j) => j.right).length, list.length),
		String(list.filter((j) => j.falselySupported).length),
	];
	return [
		"Claims",
		table([
			["", "n", "right", "falsely supported"],
			line("all", judged),
			...groupBy(judged, (j) => j.claim.verdict).map(([verdict, list]) => line(verdict, list)),
		]),
		...judged
			.filter((j) => !j.right)
			.map((j) => `${j.claim.id}: ${j.claim.verdict}, got ${j.got}: ${j.claim.claim}`),
	].join("\n");
}
