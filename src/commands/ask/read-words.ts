import { fold, LEVELS, type Degree, type Level, readFiscalYear } from "../options.ts";

const LEVEL_WORD = /\b(?:wage )?(?:level|lvl|nivel|livel|l)[ -]?(1|2|3|4|iv|i{1,3})\b/gi;

const CHINESE_LEVEL =
	/([一二三四1-4])级(?:工资|薪资|薪水)?|(?:工资|薪资|薪水)(?:等级)?([一二三四1-4])级/gu;

/** Every wage level that a question names, in order, each once. */
export function levelsIn(question: string): Level[] {
	const chinese = [...question.matchAll(CHINESE_LEVEL)].flatMap((match) => {
		const word = match[1] ?? match[2] ?? "";
		const at = /\d/.test(word) ? Number(word) - 1 : "一二三四".indexOf(word);
		return LEVELS[at] ?? [];
	});
	const found = [...fold(question).matchAll(LEVEL_WORD)].flatMap((match) => {
		// "L1 visa" is another classification, not a wage level.
		const after = fold(question).slice((match.index ?? 0) + match[0].length);
		if (/^l[ -]?1$/i.test(match[0]) && /^[ab]?\s*(visa|status|petition|transfer|to h)/.test(after))
			return [];
		const word = match[1] ?? "";
		const level = /^\d$/.test(word) ? LEVELS[Number(word) - 1] : (word.toUpperCase() as Level);
		return level ? [level] : [];
	});
	return [...new Set([...found, ...chinese])];
}

const MASTERS =
	/\b(?:u\.?s\.? (?:ka )?)?(?:master'?s?|ms|m\.s\.|maestr[ií]a|advanced degree|phd|ph\.d\.)\b/i;
const NO_MASTERS =
	/\b(?:no|not|without|w\/o|sin|don'?t have|dont have|lack|non)\b[^,.;?]{0,14}\b(?:master'?s?|ms|maestr[ií]a|advanced degree)\b|\b(bachelor'?s?|bs|btech|b\.tech) only\b|\bonly (a )?bachelor/i;

/** The degree a question tells, or undefined. */
export function degreeIn(question: string): Degree | undefined {
	const text = fold(question);
	if (NO_MASTERS.test(text) || /没有?(美国)?硕士/u.test(text)) return "none";
	if (MASTERS.test(text) || /美国?硕士|美硕/u.test(text)) return "us-masters";
	return undefined;
}

/** `fy2028`, `FY 28`, `fiscal year 2028`: the fiscal year a question names, or undefined. */
export function fiscalYearIn(question: string): number | undefined {
	const match = /\b(?:fy ?|fiscal year )('?\d{2}|20\d{2})\b/i.exec(fold(question))?.[1];
	return match ? readFiscalYear(`fy${match.replace("'", "")}`) : undefined;
}

/** The one year that a question names, with or without "fiscal", or undefined. */
export function yearIn(question: string): number | undefined {
	const bare = new Set(fold(question).match(/\b20\d{2}\b(?!-)/g) ?? []);
	return fiscalYearIn(question) ?? (bare.size === 1 ? Number([...bare][0]) : undefined);
}

/** How many people an employer has, when a question tells it. */
export function headcountIn(question: string): number | undefined {
	const text = fold(question).replace(/(\d),(?=\d{3})/g, "$1");
	const match =
		/\b(\d{1,6}) ?(?:\+ )?(?:full[- ]time )?(?:employees?|ppl|people|person|persons|staff|workers|fte|ftes|headcount|member)\b/.exec(
			text,
		) ?? /\b(?:team|company|startup|employer|firm|staff) of (\d{1,6})\b/.exec(text);
	return match?.[1] ? Number(match[1]) : undefined;
}

/** How many seasons a person can still try, when a question tells it. */
export function triesIn(question: string): number | undefined {
	const words: Record<string, number> = { one: 1, two: 2, three: 3, four: 4 };
	const match =
		/\b([1-4]|one|two|three|four) (?:more )?(?:tries|attempts|shots|chances|draws|seasons|lotteries|times)\b/i.exec(
			question,
		)?.[1];
	if (!match) return undefined;
	return words[match.toLowerCase()] ?? Number(match);
}

/** How many people an employer registers, when a question tells it. */
export function registrationsIn(question: string): number | undefined {
	const match =
		/\b(\d{1,4}) (?:h-?1b )?(?:cap )?(?:registrations?|candidates?|beneficiar\w+)\b/.exec(
			fold(question),
		)?.[1];
	const groups = groupsIn(question);
	if (match) return Number(match);
	return groups.length > 0
		? groups.reduce((all, group) => all + group.count, 0)
		: headcountIn(question);
}

/** The candidates a question tells by level, as /portfolio takes them, or undefined. */
export function candidatesIn(question: string): string | undefined {
	const groups = groupsIn(question);
	if (groups.length > 0) return groups.map((g) => `${g.count}x${g.level}${g.degree}`).join(",");
	const [level, ...others] = levelsIn(question);
	const many = registrationsIn(question);
	if (!level || others.length > 0 || many === undefined) return undefined;
	return `${many}x${level}${degreeIn(question) === "us-masters" ? " us-masters" : ""}`;
}

const GROUP =
	/\b(\d{1,4}) (?:people |registrations |candidates |of them )?(?:are |at |on |in )*(?:wage )?(?:level|lvl|l)[ -]?(1|2|3|4|iv|i{1,3})s?\b( (?:with |and )?(?:a |an )?(?:u\.?s\.? )?(?:master'?s?|ms)\b)?/g;

/** `10 level 2 and 5 at level III with a master's`: how many at each level. */
function groupsIn(question: string): { count: number; level: Level; degree: string }[] {
	return [...fold(question).matchAll(GROUP)].flatMap(([, count, word = "", masters]) => {
		const level = /^\d$/.test(word) ? LEVELS[Number(word) - 1] : (word.toUpperCase() as Level);
		return level ? [{ count: Number(count), level, degree: masters ? " us-masters" : "" }] : [];
	});
}
