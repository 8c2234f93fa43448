import { howTold, type Language, message, say, spoken, type Told } from "../../core/say.ts";
import { ATOM, CALENDAR } from "./feed-addresses.ts";
import { type Html, html } from "./html.ts";
import { withLanguage } from "./page-language.ts";
import { SCRIPT_WORDS } from "./script-words.ts";

const PLACES: readonly [path: string, label: string][] = [
	["/", message("Ask")],
	["/board", message("Status board")],
	["/facts", message("Facts")],
	["/odds", message("Odds explained")],
	["/add", message("Add to Discord or Slack")],
	["/reports", message("How well it works")],
];

/** What stands on one page. */
export interface PageContent {
	/** For the tab; left out: the desk's own name. */
	title?: string;
	content: Html;
	/** Its own address without a language: what the language links lead to. It never holds pay. */
	address: string;
	/** Its place in the navigation. */
	place?: string;
	/** Whether search engines may list it: public pages may, answers may not. */
	isPublic?: boolean;
}

/** What the frame needs to know beside the page. */
export interface Site {
	base: string;
	languages: readonly Language[];
	told: ReadonlySet<Told>;
	/** The language that the address names. */
	chosen: string | null;
}

/** A whole page in the language being spoken. */
export function layout(page: PageContent, site: Site): string {
	const { title, content, place, isPublic } = page;
	const { tag, direction } = spoken() ?? { tag: "en", direction: "ltr" };
	return html`<!doctype html>
<html lang="${tag}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isPublic ? addresses(page, site) : html`<meta name="robots" content="noindex">`}
<title>${title ? `${title} - H-1B Desk` : "H-1B Desk"}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk.css">
<link rel="alternate" type="application/atom+xml" title="Changes of the facts" hreflang="en" href="${ATOM}">
<script type="module" src="/desk.js"></script>
</head>
<body data-words="${JSON.stringify(scriptWords())}">
<a class="skip" href="#main">${say("Skip to content")}</a>
<header><p class="brand"><a class="home" href="/">H-1B Desk</a><span>${say("H-1B policy questions, answered from dated and cited facts")}</span></p>
<nav aria-label="${say("Pages")}">${PLACES.map(
		([path, label]) =>
			html`<a href="${path}"${place === path && html` aria-current="page"`}>${say(label)}</a>`,
	)}</nav>
${languageLinks(page, site)}</header>
<main id="main" tabindex="-1">
${content}
${note(page, site)}
</main>
<footer><nav aria-label="${say("About this desk")}"><a href="/privacy">${say("Privacy")}</a> <a href="/support">${say("Support")}</a> <a href="/facts.json" hreflang="en">${say("All facts (JSON)")}</a> <a href="${ATOM}" hreflang="en">${say("Changes (Atom)")}</a> <a href="${CALENDAR}" hreflang="en">${say("Season dates (calendar)")}</a></nav>
<p>${say("General information, not legal advice.")} ${say("Not a government service.")}</p></footer>
</body>
</html>`.markup;
}

/** The page in every language, English first. */
const versions = ({ languages }: Site) => [{ tag: "en", name: "English" }, ...languages];

/** For search engines: the one address of this text, and those of its translations. */
function addresses({ address }: PageContent, site: Site): Html {
	const at = (tag: string) => site.base + withLanguage(address, tag);
	return html`<link rel="canonical" href="${site.chosen ? at(site.chosen) : site.base + address}">
${versions(site).map(({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${at(tag)}">\n`)}<link rel="alternate" hreflang="x-default" href="${site.base + address}">`;
}

function languageLinks({ address }: PageContent, site: Site): Html | null {
	if (site.languages.length === 0) return null;
	const current = spoken()?.tag ?? "en";
	return html`<nav class="languages" aria-label="${say("Languages")}">${versions(site).map(
		({ tag, name }) =>
			html`<a href="${withLanguage(address, tag)}" hreflang="${tag}" lang="${tag}"${tag === current && html` aria-current="true"`}>${name}</a>`,
	)}</nav>`;
}

/** How the facts on a page of another language are told, with the way to the English page. */
function note({ address }: PageContent, { told }: Site): Html | null {
	const how = spoken() && howTold(told);
	return how
		? html`<p class="small told">${how} <a href="${withLanguage(address, "en")}" hreflang="en">${say("In English")}</a></p>`
		: null;
}

const scriptWords = (): Record<string, string> =>
	Object.fromEntries(SCRIPT_WORDS.map((words) => [words, say(words)]));
