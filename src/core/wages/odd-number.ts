/** A number grouped otherwise than in the United States: `1,20,000`, `120.000`, `120 000`. */
export interface OddNumber {
	/** With the money sign and unit around it. */
	at: number;
	length: number;
	/** What it means where only one reading is left, in dollars a year; null: unclear. */
	dollars: number | null;
}

const SCALE = String.raw`(?: ?(?<scale>k|grand|thousand|million|mm?)\b)?`;
const UNIT = String.raw`(?<unit> ?(?:/|per|an?) ?(?:hour|hr|h|year|yr|annum|month|mo|week|wk)\b\.?| ?(?:hourly|yearly|annually|annual|monthly|weekly|p\.?a\.?\b))?`;
const MONEY = String.raw`(?<money>(?:us ?\$|usd ?\$?|\$) ?)?`;
const SOLID = String.raw`\d(?:[\d,.'_]*\d)?`;
/** `120 000`, `1 20 000`; `12420 145 000` is a code and more. */
const SPACED = String.raw`(?<!\d )\d{1,3}(?: \d{2,3})* \d{3}(?![\d,.'_]*\d)(?! \d)`;
const RANGE_BEFORE = /\$?[\d,.'_]+ ?k? ?(?:-|to) ?$/;
const RANGE_AFTER = /^ ?(?:-|to) ?\$?[\d,.'_]+(?: ?k\b)?/;
const ODD = new RegExp(
	String.raw`${MONEY}(?<![\d.,'_])(?<digits>${SPACED}|${SOLID})${SCALE}${UNIT}(?<after> ?(?:usd|us dollars|dollars|bucks)\b)?`,
	"gi",
);
const REGULAR = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** A point and three digits: 120 dollars to the tenth of a cent, or 120,000 as much of the world writes it. */
const POINT_AND_THREE = /^[1-9]\d{0,2}\.\d{3}$/;
const CITED = /(?:cfr|usc|§|section|sec\.?|part) ?$/;
const YEARS = /^(?:19|20)\d\d(?:,(?:19|20)?\d\d)+$/;
const MOST_A_YEAR = 10_000_000;

/**
 * The first number that is not written as in the United States. Unless `anyNumber`, only where it looks
 * like pay: thousands, a money sign or a unit.
 */
export function findOddNumber(folded: string, anyNumber: boolean): OddNumber | undefined {
	for (const match of folded.matchAll(ODD)) {
		const { digits = "", money, scale = "", unit = "", after } = match.groups ?? {};
		const isSpaced = digits.includes(" ");
		if (isSpaced && (scale !== "" || digits.replaceAll(" ", "").length < 5)) continue;
		const isPoint = POINT_AND_THREE.test(digits);
		if (REGULAR.test(digits) && (!isPoint || /^m/i.test(scale))) continue;
		if (!anyNumber) {
			if (YEARS.test(digits) || CITED.test(folded.slice(0, match.index))) continue;
			const isMarked = [money, scale, unit, after].some(
				(part) => part !== undefined && part !== "",
			);
			const isThousands = isPoint
				? digits.endsWith("00")
				: /\d{4}|[,.'_ ]\d{3}(?:[.,]\d{1,2})?$/.test(digits);
			if (!isMarked && !isThousands) continue;
		}
		const before = RANGE_BEFORE.exec(folded.slice(0, match.index))?.[0].length ?? 0;
		const end = match.index + match[0].length;
		const beyond = RANGE_AFTER.exec(folded.slice(end))?.[0].length ?? 0;
		return {
			at: match.index - before,
			length: before + match[0].length + beyond,
			dollars:
				scale === "" && !/^ ?(?:\/|per|an?)? ?(?:h|m|w)/.test(unit) ? onlyReading(digits) : null,
		};
	}
	return undefined;
}

const READINGS: readonly [RegExp, RegExp][] = [
	// Spaces between thousands; between lakhs; commas between lakhs; points between thousands.
	[/^\d{1,3}(?: \d{3})+$/, / /g],
	[/^\d{1,2}(?: \d{2})+ \d{3}$/, / /g],
	[/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?$/, /,/g],
	[/^[1-9]\d{0,2}(?:\.\d{3})+$/, /\./g],
	[/^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/, /\.|,\d+$/g],
];

function onlyReading(digits: string): number | null {
	const reading = READINGS.find(([shape]) => shape.test(digits));
	if (!reading) return null;
	const dollars = Number(digits.replace(reading[1], ""));
	return dollars >= 1000 && dollars <= MOST_A_YEAR ? dollars : null;
}
