import type { BareWords, ReadWords } from "../command.ts";
import { optionMeta } from "../options.ts";
import { quiet, timeZone, when } from "./options.ts";

const WHEN =
	/(?:^|\s)(daily digest|daily|digest|every day|once a day|at[ -]once|immediately|instant)(?=\s|$)/i;

/** A topic is any words: what says when is taken out of them first, and `name:` takes as many words as it reads. */
export function readWords({ named, given, bare }: BareWords): ReadWords {
	const read: Record<string, unknown> = {};
	const left = [bare];
	for (const [key, schema] of [
		["quiet", quiet],
		["timeZone", timeZone],
	] as const) {
		if (named[key] === undefined) continue;
		const [value, rest] = longest(named[key], optionMeta(schema).read);
		read[key] = value;
		left.push(rest);
	}
	left.push(named.topic ?? "");
	let topic = left.join(" ").trim();
	const typed = given.when === undefined ? WHEN.exec(topic)?.[1] : undefined;
	if (typed) {
		read.when = optionMeta(when).read(typed);
		topic = topic.replace(WHEN, " ");
	}
	topic = topic.replace(/\s+/g, " ").trim();
	return { given: { ...read, ...(topic && { topic }) }, unknown: [] };
}

/** The most words from the start that an option reads, and the rest; all of them where it reads none. */
function longest(words: string, read: (words: string) => unknown): [unknown, string] {
	const all = words.split(" ");
	for (let n = all.length; n > 0; n--) {
		const value = read(all.slice(0, n).join(" "));
		if (value !== undefined) return [value, all.slice(n).join(" ")];
	}
	return [words, ""];
}
