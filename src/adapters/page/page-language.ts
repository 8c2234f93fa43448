import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import type { Language, Languages } from "../../core/say.ts";

/** In which language somebody reads a page. */
export interface Reading {
	/** Null: English. */
	language: Language | null;
	/** The tag that the address names, kept by the links of the page; null: the browser's languages decide. */
	chosen: string | null;
}

/** A browser names a few languages; what goes on for longer was not written by one. */
const MOST_HEADER = 500;

/** `?lang=hi` beats the browser's languages. A tag that nobody speaks here counts as none. */
export function readingOf(
	{ query, headers }: Pick<FastifyRequest, "query" | "headers">,
	languages: Languages,
): Reading {
	const { lang } = (query ?? {}) as { lang?: unknown };
	const chosen = typeof lang === "string" ? spokenTag(lang, languages) : undefined;
	const tag = chosen ?? preferred(headers["accept-language"], languages);
	return { language: languages.find(tag), chosen: chosen ?? null };
}

/** The first language of `Accept-Language` that is spoken here, by its weights; English otherwise. */
function preferred(header: string | undefined, languages: Languages): string {
	const wanted = { headers: { "accept-language": header?.slice(0, MOST_HEADER) ?? "" } };
	for (const tag of new Negotiator(wanted).languages()) {
		const found = spokenTag(tag, languages);
		if (found) return found;
	}
	return "en";
}

function spokenTag(tag: string, languages: Languages): string | undefined {
	return /^en(?:[-_]|$)/i.test(tag) ? "en" : languages.find(tag)?.tag;
}

/** An address of this page's own with the language in it. `address` is not escaped. */
export function withLanguage(address: string, tag: string): string {
	const [rest = "", hash] = address.split("#", 2);
	const joined = `${rest}${rest.includes("?") ? "&" : "?"}lang=${tag}`;
	return hash === undefined ? joined : `${joined}#${hash}`;
}

// Quotes in text and attributes are escaped, so only markup of ours can look like this. Files, such as
// `/desk.css`, are the same in every language.
const OWN_LINK = / (href|action)="(\/[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/g;

/** Links and forms of the page with the language in them, wherever they do not name one. */
export function keepLanguage(markup: string, tag: string): string {
	return markup.replace(OWN_LINK, (link, name: string, path: string, query = "", hash = "") =>
		/\.\w+$/.test(path) || /[?;]lang=/.test(query)
			? link
			: ` ${name}="${path}${query ? `${query}&amp;` : "?"}lang=${tag}${hash}"`,
	);
}
