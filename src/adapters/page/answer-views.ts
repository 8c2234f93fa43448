import { drawChart } from "../../charts/svg.ts";
import { toPlainText } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import { replyToJson } from "../../core/reply-json.ts";
import { answerPath } from "./everyday.ts";
import { Html, html } from "./html.ts";
import { discordMessage } from "./preview/discord.ts";
import { slackMessage } from "./preview/slack.ts";

/** What a platform would be sent for a reply: its message as JSON. */
export interface Drawings {
	discord(reply: Reply): Promise<unknown>;
	slack(reply: Reply): Promise<unknown>;
}

/** The other looks of an answer: as Discord and Slack show it, as text, as JSON; and its address. */
export async function answerViews(reply: Reply, drawings: Drawings): Promise<Html> {
	const path = reply.again && answerPath(reply.again);
	return html`<div class="views">
<p class="tools" data-copies="answer-text">${
		path
			? html`<a class="button" href="${path}" id="permalink">Link to this answer</a>`
			: reply.isPrivate &&
				html`<span class="small">There is no link to this answer, so that nothing private gets into an address.</span>`
	}${reply.command === "dates" && calendarLink(reply)}</p>
<details class="looks" open><summary>As Discord and Slack show it</summary><p class="small">Drawn from what each platform would be sent. The buttons that work are on the card above.</p>${await previews(reply, drawings)}</details>
<details><summary>As text</summary><pre id="answer-text">${toPlainText(reply.answer)}</pre></details>
<details><summary>As JSON</summary><p class="small">The same as <code>POST /api/answer</code> gives.</p><pre>${JSON.stringify(replyToJson(reply), null, 2)}</pre></details>
</div>`;
}

async function previews(reply: Reply, drawings: Drawings): Promise<Html> {
	const [discord, slack] = await Promise.all([drawings.discord(reply), drawings.slack(reply)]);
	return html`<div class="previews">
<section aria-labelledby="on-discord"><h2 id="on-discord">Discord</h2>${discordMessage(discord, discordPictures(reply))}</section>
<section aria-labelledby="on-slack"><h2 id="on-slack">Slack</h2>${slackMessage(slack)}</section></div>`;
}

/** The picture that Discord is sent beside the card. It is drawn dark there. */
export function discordPictures(reply: Reply): Record<string, Html> {
	const drawing = reply.answer.chart && drawChart(reply.answer.chart, "dark");
	return drawing ? { "chart.png": new Html(drawing.svg) } : {};
}

function calendarLink({ values }: Reply): Html | null {
	const { fiscalYear } = values;
	return typeof fiscalYear === "number"
		? html`<a class="button" href="/calendar/fy${fiscalYear}.ics">Calendar file (.ics)</a>`
		: null;
}
