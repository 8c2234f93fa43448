import { drawChart } from "../../charts/svg.ts";
import { encodeAction } from "../../core/action-id.ts";
import type { Action, Answer, Chart } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import { DISCLAIMER, overdueLine } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import { STATUS_WORDS, type Status } from "../../core/status.ts";
import { isDrawn, say, sayDay, spoken } from "../../core/say.ts";
import { Html, html, safeUrl } from "./html.ts";
import { sayHtml } from "./told.ts";

/** More than this many rows are folded away behind "Show all". Nothing is left out. */
const OPEN_ROWS = 24;

/** A button's action must fit the form again; there is no platform limit here. */
const MAX_ACTION = 4_000;

/** The card of one answer. */
export function renderAnswer(reply: Reply): Html {
	const { answer } = reply;
	return html`<article class="card ${reply.outcome}" id="answer" aria-labelledby="answer-title"${inItsLanguage(answer)}>
<h1 id="answer-title" tabindex="-1" autofocus>${answer.title}</h1>
${stamp(answer)}
<p class="lead">${answer.lead}</p>
${rows(answer)}
${chartFigure(answer.chart)}
${choices(answer)}
${overdue(answer)}
${buttons(answer)}
${sources(answer)}
<p class="small">${fixed(answer, DISCLAIMER)}</p>
</article>`;
}

/** For screen readers, and for scripts that run from right to left. */
export const inItsLanguage = ({ words }: Answer): Html | null =>
	words ? html` lang="${words.language}" dir="${words.direction}"` : null;

/** The status in words, with a mark that only repeats them. */
export function statusMark(status: Status | null): Html | null {
	return status && html`<span class="status ${status}">${say(STATUS_WORDS[status])}</span>`;
}

function stamp(answer: Answer): Html | null {
	const { status, askedFor, asOf, words } = answer;
	if (words) return stampInWords(words.stamp, status);
	if (!status && !askedFor && !asOf) return null;
	return html`<p class="stamp">${statusMark(status)}${
		askedFor && html`<span>${sayHtml("for {date}", { date: time(askedFor) })}</span>`
	}${asOf && html`<span>${sayHtml("as of {date}", { date: time(asOf) })}</span>`}</p>`;
}

/** The line as its language has it; its first part is the status, where there is one. */
function stampInWords(stamp: string, status: Status | null): Html | null {
	if (stamp === "") return null;
	const parts = stamp.split(" · ");
	return html`<p class="stamp">${parts.map((part, i) =>
		i === 0 && status
			? html`<span class="status ${status}">${part}</span> `
			: html`<span>${part}</span> `,
	)}</p>`;
}

const time = (date: string): Html => html`<time datetime="${date}">${sayDay(date)}</time>`;

function rows(answer: Answer): Html | null {
	if (answer.rows.length === 0) return null;
	const open = answer.rows.slice(0, OPEN_ROWS);
	const folded = answer.rows.slice(OPEN_ROWS);
	return html`<dl class="rows">${open.map(row)}</dl>${
		folded.length > 0 &&
		html`<details><summary>${fixed(answer, "Show all: {more}", { more: fixed(answer, "{count} more rows", { count: folded.length }) })}</summary><dl class="rows">${folded.map(row)}</dl></details>`
	}`;
}

function row({ label, value, note }: Answer["rows"][number]): Html {
	return html`<div><dt>${label}</dt><dd>${value}${note && html` <span class="note">${note}</span>`}</dd></div>`;
}

/** Drawn in the page's own colours and font, with its numbers in a table under it. The text says the same. */
export function chartFigure(given: Chart | null): Html | null {
	const drawing = given && drawChart(given, "page");
	return (
		drawing &&
		html`<figure class="chart"${!isDrawn() && html` lang="en"`}>${new Html(drawing.svg)}${numbers(given)}</figure>`
	);
}

function numbers({ title, axis, series }: Chart): Html {
	const labels = [...new Set(series.flatMap(({ points }) => points.map(({ label }) => label)))];
	const cell = (points: Chart["series"][number]["points"], label: string) => {
		const point = points.find((one) => one.label === label);
		return html`<td>${point?.text ?? "-"}</td>`;
	};
	return html`<details class="numbers"><summary${spoken() && html` lang="${spoken()?.tag}"`}>${say("Numbers of the chart")}</summary><div class="wide" tabindex="0" role="region" aria-label="${say("Numbers: {title}", { title })}"><table><caption>${title}</caption><thead><tr><th scope="col">${axis}</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${labels.map(
		(label) =>
			html`<tr><th scope="row">${label}</th>${series.map(({ points }) => cell(points, label))}</tr>`,
	)}</tbody></table></div></details>`;
}

function choices(answer: Answer): Html | null {
	if (answer.choices.length === 0) return null;
	return html`<ul class="choices">${answer.choices.map(
		(choice) =>
			html`<li>${actionForm(choice.do, choice.label)}${choice.note && html`<span class="note">${choice.note}</span>`}</li>`,
	)}</ul>`;
}

function buttons(answer: Answer): Html | null {
	if (answer.buttons.length === 0) return null;
	return html`<div class="buttons">${answer.buttons.map((button) =>
		"do" in button
			? actionForm(button.do, button.label)
			: html`<a class="button" href="${safeUrl(button.open)}" rel="noreferrer">${button.label}</a>`,
	)}</div>`;
}

/** A button that asks the desk again. It travels in the body, so an address never holds what was asked. */
function actionForm(action: Action, label: string): Html {
	const id = encodeAction(action, MAX_ACTION) ?? action.command;
	return html`<form method="post" action="/"><input type="hidden" name="action" value="${id}"><button>${label}</button></form>`;
}

function overdue(answer: Answer): Html | null {
	const line = overdueLine(answer);
	return line === null ? null : html`<p class="overdue">${line}</p>`;
}

function sources(answer: Answer): Html | null {
	if (answer.sources.length === 0) return null;
	return html`<h2 class="minor">${fixed(answer, "Sources")}</h2>${sourceList(answer.sources)}`;
}

/** Sources as links, official first as given. */
export function sourceList(
	list: readonly { label: string; url: string; published?: string | null | undefined }[],
): Html {
	return html`<ul class="sources">${list.map(
		(source) =>
			html`<li><a href="${safeUrl(source.url)}" rel="noreferrer">${source.label}</a>${source.published && html` <span class="note">${source.published}</span>`}</li>`,
	)}</ul>`;
}
