import { drawChart } from "../../charts/svg.ts";
import { toPlainText } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import { replyToJson } from "../../core/reply-json.ts";
import { say } from "../../core/say.ts";
import { answerPath } from "./everyday.ts";
import { Html, html } from "./html.ts";
import { discordMessage } from "./preview/discord.ts";
import { slackMessage } from "./preview/slack.ts";
import { inItsLanguage } from "./render.ts";
import { sayHtml } from "./told.ts";

/** What a platform would be sent for a reply: its message as JSON. */
export interface Drawings {
	discord(reply: Reply): Promise<unknown>;
	slack(reply: Reply): Promise<unknown>;
}

/** The message of each platform, as it shows it. */
export async function drawnBy(
	drawings: Drawings,
	reply: Reply,
): Promise<Readonly<Record<"discord" | "slack", Html>>> {
	const [discord, slack] = await Promise.all([drawings.discord(reply), drawings.slack(reply)]);
	return { discord: discordMessage(discord, discordPictures(reply)), slack: slackMessage(slack) };
}

/** The other looks of an answer: as Discord and Slack show it, as text, as JSON; and its address. */
export function answerViews(
	reply: Reply,
	{ discord, slack }: Readonly<Record<"discord" | "slack", Html>>,
): Html {
	const { answer } = reply;
	return html`<div class="views">
${tools(reply)}
<details class="looks" open><summary>${say("As Discord and Slack show it")}</summary><p class="small">${say("Drawn from what each platform would be sent. The buttons that work are on the card above.")}</p><div class="previews"${inItsLanguage(answer)}>
<section aria-labelledby="on-discord"><h2 id="on-discord" lang="en">Discord</h2>${discord}</section>
<section aria-labelledby="on-slack"><h2 id="on-slack" lang="en">Slack</h2>${slack}</section></div></details>
<details><summary>${say("As text")}</summary><pre id="answer-text"${inItsLanguage(answer)}>${toPlainText(answer)}</pre></details>
<details><summary>${say("As JSON")}</summary><p class="small">${sayHtml("The same as {request} gives.", { request: html`<code>POST /api/answer</code>` })}</p><pre>${JSON.stringify(replyToJson(reply), null, 2)}</pre></details>
</div>`;
}

function tools(reply: Reply): Html {
	const path = reply.again && answerPath(reply.again);
	return html`<p class="tools" data-copies="answer-text">${
		path
			? html`<a class="button" href="${path}" id="permalink">${say("Link to this answer")}</a>`
			: reply.isPrivate &&
				html`<span class="small">${say("There is no link to this answer, so that nothing private gets into an address.")}</span>`
	}${reply.command === "dates" && calendarLink(reply)}</p>`;
}

/** The picture that Discord is sent beside the card. It is drawn dark there. */
export function discordPictures(reply: Reply): Record<string, Html> {
	const drawing = reply.answer.chart && drawChart(reply.answer.chart, "dark");
	return drawing ? { "chart.png": new Html(drawing.svg) } : {};
}

function calendarLink({ values }: Reply): Html | null {
	const { fiscalYear } = values;
	return typeof fiscalYear === "number"
		? html`<a class="button" href="/calendar/fy${fiscalYear}.ics" hreflang="en">${say("Calendar file (.ics)")}</a>`
		: null;
}
