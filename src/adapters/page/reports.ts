import type { FastifyInstance } from "fastify";
import { Marked } from "marked";
import { escape, Html, html, safeUrl } from "./html.ts";
import { layout } from "./layout.ts";
import { sendPage } from "./send.ts";

/** The generated reports of this version: their name in the address, and their text; null when it is not there. */
export type ReadReport = (name: string) => string | null;

const REPORTS: readonly [name: string, title: string, about: string][] = [
	[
		"accuracy",
		"Accuracy",
		"How many questions and claims it gets right, wrong, or leaves alone, by topic.",
	],
	["backtest", "Back-test of the odds", "What the model said before each season, and what came."],
	[
		"reliability",
		"Reliability",
		"What happened when the platforms, the network and the store failed on purpose.",
	],
	["fees", "Fee table", "Every kind of petition and employer, with the total of its fees."],
];

/** `/reports` and `/reports/<name>`. */
export function registerReports(app: FastifyInstance, version: string, read: ReadReport): void {
	const found = () => REPORTS.filter(([name]) => read(name) !== null);

	app.get("/reports", (request, reply) => {
		const content = html`<h1>How well it works</h1>
<p class="lead">Reports of this version, ${version}, made by programs that anyone can run again.</p>
<dl class="rows">${found().map(
			([name, title, about]) =>
				html`<div><dt><a href="/reports/${name}">${title}</a></dt><dd>${about}</dd></div>`,
		)}</dl>`;
		const options = { path: "/reports", isPublic: true };
		return sendPage(request, reply, layout("How well it works - H-1B Desk", content, options));
	});

	app.get<{ Params: { name: string } }>("/reports/:name", (request, reply) => {
		const report = found().find(([name]) => name === request.params.name);
		const text = report && read(report[0]);
		if (!report || !text) return reply.callNotFound();
		const content = html`<article class="report">${draw(text)}</article><p><a href="/reports">All reports</a></p>`;
		const options = { path: "/reports", isPublic: true };
		return sendPage(request, reply, layout(`${report[1]} - H-1B Desk`, content, options));
	});
}

const marked = new Marked({
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
			return `<div class="wide" tabindex="0" role="region" aria-label="Table of ${escape(
				token.header
					.map(({ text }) => text)
					.filter(Boolean)
					.join(", "),
			)}"><table><thead>${row(token.header, "th")}</thead><tbody>${token.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`;
		},
	},
});

function cellOf(content: string, tag: string, column: number): string {
	if (tag === "th") return content === "" ? "<td></td>" : `<th scope="col">${content}</th>`;
	return column === 0 ? `<th scope="row">${content}</th>` : `<td>${content}</td>`;
}

const draw = (text: string): Html => new Html(marked.parse(text, { async: false }));
