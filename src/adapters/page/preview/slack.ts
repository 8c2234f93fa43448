import { type Html, html } from "../html.ts";
import { type Json, list, object, text } from "./payload.ts";
import { slackChart } from "./slack-chart.ts";
import { slackElement } from "./slack-elements.ts";
import { richText, slackText } from "./slack-text.ts";

/**
 * A message of Slack, drawn from its payload with Block Kit.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export function slackMessage(payload: unknown): Html {
	const { blocks, text: fallback } = object(payload);
	const drawn = list(blocks).map(block);
	return html`<div class="slack"><div class="s-message">
<span class="s-avatar" aria-hidden="true">H1</span>
<div class="s-body"><p class="s-who"><strong>H-1B Desk</strong> <span class="s-tag">APP</span></p>
${drawn.length > 0 ? drawn : html`<p>${text(fallback)}</p>`}</div></div></div>`;
}

/** A modal or Home of Slack, drawn from its view. */
export function slackView(payload: unknown): Html {
	const view = object(payload);
	const blocks = list(view.blocks).map(block);
	if (view.type === "home") return html`<div class="slack s-home">${blocks}</div>`;
	const submit = text(object(view.submit).text);
	return html`<div class="slack modal"><div class="s-modal"><p class="s-title"><strong>${text(object(view.title).text)}</strong></p>
<div class="s-inside">${blocks}</div>
<p class="s-end"><span class="s-button">${text(object(view.close).text) || "Cancel"}</span>${submit && html`<span class="s-button primary">${submit}</span>`}</p></div></div>`;
}

const DRAWN: Record<string, (given: Json) => Html> = {
	header: (given) => html`<p class="s-header"><strong>${slackText(given.text)}</strong></p>`,
	divider: () => html`<hr>`,
	section,
	context: (given) =>
		html`<p class="s-context">${list(given.elements).map((element) => html`<span>${slackElement(element)}</span>`)}</p>`,
	rich_text: (given) => html`<div class="s-block">${list(given.elements).map(richText)}</div>`,
	actions: (given) => html`<div class="s-actions">${list(given.elements).map(slackElement)}</div>`,
	input,
	table,
	data_visualization: slackChart,
	image: (given) =>
		html`<figure class="s-block"><figcaption>${text(given.alt_text)}</figcaption></figure>`,
	markdown: (given) => html`<p class="s-block">${text(given.text)}</p>`,
	alert: (given) => html`<p class="s-alert ${text(given.level)}">${slackText(given.text)}</p>`,
};

function block(given: Json): Html {
	const draw = DRAWN[text(given.type)];
	return draw
		? draw(given)
		: html`<p class="unknown">Not drawn here: block ${text(given.type) || "without a type"}</p>`;
}

function section(given: Json): Html {
	const fields = list(given.fields);
	return html`<div class="s-section"><div>${given.text !== undefined && html`<p>${slackText(given.text)}</p>`}${
		fields.length > 0 &&
		html`<div class="s-fields">${fields.map((f) => html`<p>${slackText(f)}</p>`)}</div>`
	}</div>${given.accessory !== undefined && slackElement(object(given.accessory))}</div>`;
}

function input(given: Json): Html {
	return html`<div class="s-input"><p><strong>${slackText(given.label)}</strong>${given.optional === true && html`<span class="s-hint"> (optional)</span>`}</p>${slackElement(object(given.element))}${
		given.hint !== undefined && html`<p class="s-hint">${slackText(given.hint)}</p>`
	}</div>`;
}

function table(given: Json): Html {
	const rows = Array.isArray(given.rows) ? given.rows.map(list) : [];
	const [head = [], ...body] = rows;
	return html`<div class="s-table" tabindex="0" role="region" aria-label="Table"><table><tr>${head.map((cell) => html`<th scope="col">${cellText(cell)}</th>`)}</tr>${body.map(
		(row) => html`<tr>${row.map((cell) => html`<td>${cellText(cell)}</td>`)}</tr>`,
	)}</table></div>`;
}

const cellText = (cell: Json): Html =>
	cell.type === "rich_text" ? html`${list(cell.elements).map(richText)}` : html`${text(cell.text)}`;
