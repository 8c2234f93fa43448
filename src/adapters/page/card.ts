import type { Action } from "../../core/answer.ts";
import { overdueLine, stampLine } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import type { Status } from "../../core/status.ts";
import { type Html, html } from "./html.ts";

/** A mark beside the status words; the words carry the meaning. */
const MARKS: Record<Status, string> = {
	"in-effect": "●",
	scheduled: "◔",
	blocked: "■",
	proposed: "○",
	pending: "◐",
	ended: "×",
	expired: "×",
};

/** One answer as HTML. */
export function renderAnswer(reply: Reply): Html {
	const { answer } = reply;
	const overdue = overdueLine(answer);
	const stamp = stampLine(answer);
	return html`<article aria-live="polite">
<h2>${answer.title}</h2>
${stamp && html`<p class="stamp"><span aria-hidden="true">${answer.status ? MARKS[answer.status] : ""}</span> ${stamp}</p>`}
<p class="lead">${answer.lead}</p>
${answer.rows.length > 0 && html`<dl>${answer.rows.map((row) => html`<dt>${row.label}</dt><dd>${row.value}${row.note && html` <span class="quiet">${row.note}</span>`}</dd>`)}</dl>`}
${answer.choices.length > 0 && html`<ul class="buttons">${answer.choices.map((choice) => html`<li>${actionForm(choice.note ? `${choice.label}: ${choice.note}` : choice.label, choice.do)}</li>`)}</ul>`}
${answer.buttons.length > 0 && html`<ul class="buttons">${answer.buttons.map((button) => html`<li>${"do" in button ? actionForm(button.label, button.do) : html`<a href="${button.open}" rel="noreferrer">${button.label}</a>`}</li>`)}</ul>`}
${overdue && html`<p class="quiet">${overdue}</p>`}
${answer.sources.length > 0 && html`<p class="quiet">Sources</p><ul class="quiet">${answer.sources.map((source) => html`<li><a href="${source.url}" rel="noreferrer">${source.label}</a>${source.published && html` (${source.published})`}</li>`)}</ul>`}
</article>`;
}

/** A button that asks again; a form, so that it works without a script and puts nothing in the address. */
function actionForm(label: string, action: Action): Html {
	return html`<form method="post" action="/"><input type="hidden" name="text" value="${asLine(action)}"><button>${label}</button></form>`;
}

/** An action as a line of text: `/odds level:II`. */
export function asLine(action: Action): string {
	const options = Object.entries(action.input).map(([name, value]) => {
		if (name === "question") return String(value);
		return /\s/.test(String(value)) ? `${name}:"${value}"` : `${name}:${value}`;
	});
	return [`/${action.command}`, ...options].join(" ");
}
