import { type Html, html } from "../html.ts";
import { type Json, list, object, text } from "./payload.ts";
import { slackText } from "./slack-text.ts";

/** What an interactive element looks like. It is a picture: the page has its own buttons. */
export function slackElement(element: Json): Html {
	const type = text(element.type);
	if (type === "button")
		return html`<span class="s-button ${text(element.style)}">${slackText(element.text)}</span>`;
	if (type === "overflow") return html`<span class="s-button" aria-label="More">⋯</span>`;
	if (/_select$/.test(type)) return select(element, type);
	if (/_text_input$|^number_input$/.test(type)) return field(element);
	if (/^(date|time|datetime)picker$/.test(type))
		return box(
			text(element.initial_date) || text(object(element.placeholder).text) || "Choose a date",
		);
	if (type === "radio_buttons") return options(element, "radio");
	if (type === "checkboxes") return options(element, "check");
	if (type === "image") return html`<span class="s-alt">${text(element.alt_text)}</span>`;
	if (type === "plain_text" || type === "mrkdwn") return html`<span>${slackText(element)}</span>`;
	return html`<span class="unknown">Not drawn here: ${type || "an element without a type"}</span>`;
}

function select(element: Json, type: string): Html {
	const chosen = [object(element.initial_option), ...list(element.initial_options)]
		.map((option) => text(object(option.text).text))
		.filter(Boolean);
	const empty = type.startsWith("external") ? "Type to search" : "Select an item";
	return box(
		chosen.join(", ") || text(object(element.placeholder).text) || empty,
		chosen.length > 0,
	);
}

const box = (words: string, filled = false): Html =>
	html`<span class="s-select${filled ? " filled" : ""}">${words}<span class="chevron" aria-hidden="true"></span></span>`;

function field(element: Json): Html {
	const value = text(element.initial_value);
	return html`<span class="s-field${element.multiline ? " tall" : ""}${value ? " filled" : ""}">${value || text(object(element.placeholder).text)}</span>`;
}

function options(element: Json, kind: "radio" | "check"): Html {
	const chosen = new Set(
		[object(element.initial_option), ...list(element.initial_options)].map((o) => text(o.value)),
	);
	return html`<span class="s-options">${list(element.options).map(
		(option) =>
			html`<span class="s-option"><span class="mark ${kind}${chosen.has(text(option.value)) ? " on" : ""}"></span><span>${slackText(option.text)}${option.description !== undefined && html`<span class="s-hint">${slackText(option.description)}</span>`}</span></span>`,
	)}</span>`;
}
