import type { FastifyInstance } from "fastify";
import { Marked } from "marked";
import { message, say, spoken } from "../../core/say.ts";
import { escape, Html, html, safeUrl } from "./html.ts";
import type { Pages } from "./send.ts";

/** The generated reports of this version: their name in the address, and their text; null when it is not there. */
export type ReadReport = (name: string) => string | null;

const REPORTS: readonly [name: string, title: string, about: string][] = [
	[
		"accuracy",
		message("Accuracy"),
		message("How many questions and claims it gets right, wrong, or leaves alone, by topic."),
	],
	[
		"backtest",
		message("Back-test of the odds"),
		message("What the model said before each season, and what came."),
	],
	[
		"reliability",
		message("Reliability"),
		message("What happened when the platforms, the network and the store failed on purpose."),
	],
	[
		"fees",
		message("Fee table"),
		message("Every kind of petition and employer, with the total of its fees."),
	],
];

/** `/reports` and `/reports/<name>`. */
export function registerReports(
	app: FastifyInstance,
	pages: Pages,
	version: string,
	read: ReadReport,
): void {
	const found = () => REPORTS.filter(([name]) => read(name) !== null);

	pages.serve(app, "/reports", () => ({
		title: say("How well it works"),
		content: html`<h1>${say("How well it works")}</h1>
<p class="lead">${say("Reports of this version, {version}, made by programs that anyone can run again.", { version })}</p>
<dl class="rows">${found().map(
			([name, title, about]) =>
				html`<div><dt><a href="/reports/${name}">${say(title)}</a></dt><dd>${say(about)}</dd></div>`,
		)}</dl>`,
	}));

	app.get<{ Params: { name: string } }>("/reports/:name", (request, reply) => {
		const report = found().find(([name]) => name === request.params.name);
		const text = report && read(report[0]);
		if (!report || !text) return reply.callNotFound();
		return pages.send(request, reply, () => ({
			title: say(report[1]),
			content: html`${spoken() && html`<p class="overdue">${say("This report is in English: programs make it anew for each version.")}</p>`}<article class="report" lang="en" dir="ltr">${draw(text)}</article><p><a href="/reports">${say("All reports")}</a></p>`,
			address: `/reports/${report[0]}`,
			place: "/reports",
			isPublic: true,
		}));
	});
}

/** For one report: its tables are numbered, so that each has a name of its own. */
function markedFor(): Marked {
	let tables = 0;
	return new Marked({
		renderer: {
			// A report holds no markup of its own: what looks like it is text.
			html: ({ text }) => escape(text),
			image: ({ text }) => escape(text),
			link({ href, tokens }) {
				const words = this.parser.parseInline(tokens);
				return /^https?:/.test(href)
					? `<a href="${escape(safeUrl(href))}" rel="noreferrer">${words}</a>`
					: words;
			},
			table(token) {
				const row = (cells: typeof token.header, tag: string) =>
					`<tr>${cells.map((cell, i) => cellOf(this.parser.parseInline(cell.tokens), tag, i)).join("")}</tr>`;
				const columns = token.header.map(({ text }) => text).filter(Boolean);
				const name = [`Table ${++tables}`, ...columns].join(", ");
				const head = columns.length > 0 ? `<thead>${row(token.header, "th")}</thead>` : "";
				return `<div class="wide" tabindex="0" role="region" aria-label="${escape(name)}"><table>${head}<tbody>${token.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`;
			},
		},
	});
}

function cellOf(content: string, tag: string, column: number): string {
	if (tag === "th") return content === "" ? "<td></td>" : `<th scope="col">${content}</th>`;
	return column === 0 ? `<th scope="row">${content}</th>` : `<td>${content}</td>`;
}

const draw = (text: string): Html => new Html(markedFor().parse(text, { async: false }));
