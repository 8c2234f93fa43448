import { type Html, html, safeUrl } from "../html.ts";
import { control, unknown } from "./discord-controls.ts";
import { discordText } from "./discord-text.ts";
import { type Json, list, object, text } from "./payload.ts";

/** Pictures of a message by the name of their file, drawn already. */
export type Pictures = Readonly<Record<string, Html>>;

/**
 * A message of Discord, drawn from its payload with Components V2.
 * https://docs.discord.com/developers/components/reference
 */
export function discordMessage(payload: unknown, pictures: Pictures = {}): Html {
	return html`<div class="discord"><div class="d-message">
<span class="d-avatar" aria-hidden="true">H1</span>
<div class="d-body"><p class="d-who"><strong>H-1B Desk</strong> <span class="d-tag">APP</span></p>
${components(object(payload).components, pictures)}</div></div></div>`;
}

/** A modal of Discord, drawn from the `data` of its response. */
export function discordModal(payload: unknown): Html {
	const modal = object(payload);
	return html`<div class="discord modal"><div class="d-modal">
<p class="d-h2">${text(modal.title)}</p>
${list(modal.components).map(modalPart)}
<p class="d-end"><span class="d-button">Cancel</span><span class="d-button primary">Submit</span></p></div></div>`;
}

function components(value: unknown, pictures: Pictures): Html[] {
	return list(value).map((component) => draw(component, pictures));
}

function draw(component: Json, pictures: Pictures): Html {
	switch (component.type) {
		case 1:
			return html`<div class="d-row">${list(component.components).map(control)}</div>`;
		case 9:
			return html`<div class="d-section"><div>${components(component.components, pictures)}</div>${draw(object(component.accessory), pictures)}</div>`;
		case 10:
			return html`<div class="d-text">${discordText(text(component.content))}</div>`;
		case 11:
			return picture(component, pictures);
		case 12:
			return html`${list(component.items).map((item) => picture(item, pictures))}`;
		case 13:
			return html`<p class="d-file">${fileName(object(component.file))}</p>`;
		case 14:
			return component.divider === false ? html`<div class="d-gap"></div>` : html`<hr>`;
		case 17:
			return html`<div class="d-box">${stripe(component.accent_color)}<div class="d-inside">${components(component.components, pictures)}</div></div>`;
		case 2:
			return control(component);
		default:
			return unknown(component);
	}
}

/** The policy of the page takes no style in the markup, so the colour is an attribute of a drawing. */
function stripe(colour: unknown): Html | null {
	if (typeof colour !== "number") return null;
	const hex = `#${(colour & 0xffffff).toString(16).padStart(6, "0")}`;
	return html`<svg class="d-stripe" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width="1" height="1" fill="${hex}"/></svg>`;
}

function picture(item: Json, pictures: Pictures): Html {
	const drawn = pictures[fileName(object(item.media))];
	const words = text(item.description);
	return html`<figure class="d-picture">${drawn ?? html`<figcaption>${words || "A picture"}</figcaption>`}</figure>`;
}

function fileName(media: Json): string {
	const url = text(media.url);
	return url.startsWith("attachment://") ? url.slice("attachment://".length) : safeUrl(url);
}

function modalPart(component: Json): Html {
	if (component.type === 10)
		return html`<div class="d-text">${discordText(text(component.content))}</div>`;
	if (component.type === 18) {
		const inner = object(component.component);
		const isNeeded = inner.required !== false && inner.type !== 23;
		return html`<div class="d-label"><p><strong>${text(component.label)}</strong>${isNeeded && html`<span class="needed" aria-hidden="true"> *</span>`}</p>${
			component.description !== undefined &&
			html`<p class="d-small">${text(component.description)}</p>`
		}${control(inner)}</div>`;
	}
	// The older form: a row with one text field that carries its own label.
	if (component.type === 1)
		return html`${list(component.components).map(
			(field) =>
				html`<div class="d-label"><p><strong>${text(field.label)}</strong></p>${control(field)}</div>`,
		)}`;
	return unknown(component);
}
