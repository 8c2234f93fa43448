import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language, Languages } from "../core/say.ts";
import { type Catalogue, createSpeaker } from "./catalogue.ts";
import { type FactTexts, translated, translatedRemark, translationsSchema } from "./fact-texts.ts";

const MESSAGES = fileURLToPath(new URL("./", import.meta.url));
const FACT_TEXTS = fileURLToPath(new URL("../core/facts/translations/", import.meta.url));

/** What is known of a language without reading its files. */
interface Spoken {
	tag: string;
	name: string;
	direction: "ltr" | "rtl";
	isDrawn: boolean;
	/** Other tags that mean it: platforms and browsers name regions and scripts. */
	also?: readonly string[];
}

/** One line for each catalogue. Inter, the charts' font, has Latin letters only. */
export const SPOKEN: readonly Spoken[] = [
	{ tag: "es", name: "Español", direction: "ltr", isDrawn: true },
	{ tag: "hi", name: "हिन्दी", direction: "ltr", isDrawn: false },
	{ tag: "te", name: "తెలుగు", direction: "ltr", isDrawn: false },
	{
		tag: "zh-CN",
		name: "简体中文",
		direction: "ltr",
		isDrawn: false,
		also: ["zh", "zh-hans", "zh-sg"],
	},
];

/** The languages on disk. A language's files are read when somebody first speaks it. */
export function openLanguages(): Languages {
	const all = SPOKEN.map(lazyLanguage);
	const byTag = new Map<string, Language>();
	for (const [i, { tag, also = [] }] of SPOKEN.entries()) {
		for (const name of [tag, ...also]) byTag.set(name.toLowerCase(), all[i] as Language);
	}
	return { all, find: (tag) => findTag(byTag, tag) };
}

/** `zh-Hans-SG`, then `zh-Hans`, then `zh`; null when none is spoken. Traditional Chinese is another script. */
function findTag(byTag: ReadonlyMap<string, Language>, tag: string): Language | null {
	const parts = tag.toLowerCase().replaceAll("_", "-").split("-");
	if (parts[0] === "zh" && parts.some((part) => ["hant", "tw", "hk", "mo"].includes(part)))
		return null;
	for (let length = parts.length; length > 0; length--) {
		const found = byTag.get(parts.slice(0, length).join("-"));
		if (found) return found;
	}
	return null;
}

function lazyLanguage(spoken: Spoken): Language {
	const { tag } = spoken;
	const days = lazy(
		() =>
			new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" }),
	);
	const day = (date: string): string => days().format(new Date(`${date}T00:00:00Z`));
	const speak = lazy(() =>
		createSpeaker(tag, readJson(join(MESSAGES, `${tag}.json`)) as Catalogue, (value) =>
			/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value,
		),
	);
	const texts = lazy(() => readFactTexts(tag));
	return {
		...spoken,
		day,
		message: (english, values) => speak()(english, values),
		title: (id) => texts()[id]?.title,
		remark: (id, english) => withDays(translatedRemark(texts(), id, english), day),
		statement: (id, entry) => {
			const found = translated(texts(), id, entry);
			return found && { ...found, text: withDays(found.text, day) };
		},
	};
}

/** Days stand as `2026-10-07` in the files, so that a test can compare them, and are written out for people. */
function withDays<T extends string | undefined>(text: T, day: (date: string) => string): T {
	return text?.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date)) as T;
}

/** All translated facts of a language: one JSON file for each folder of facts. */
export function readFactTexts(tag: string): FactTexts {
	const folder = join(FACT_TEXTS, tag);
	const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith(".json")) : [];
	return Object.assign(
		{},
		...files.sort().map((file) => translationsSchema.parse(readJson(join(folder, file)))),
	) as FactTexts;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

function lazy<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
