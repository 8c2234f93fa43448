import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { answerPath } from "./everyday.ts";
import { message, say, spoken } from "../../core/say.ts";
import { type Html, html } from "./html.ts";
import { chartFigure } from "./render.ts";
import type { Pages } from "./send.ts";
import { sayHtml, title } from "./told.ts";

const LEVELS = ["I", "II", "III", "IV"] as const;
const DEGREES = [
	["us-masters", message("US master's")],
	["none", message("no US master's")],
] as const;

const FORMULA = {
	u: html`<i>u</i>`,
	w: html`<i>w</i>`,
	formula: html`1 - (1 - <i>u</i>)<sup><i>w</i></sup>`,
};

/** `/odds`: how the chances are computed, on what they rest, and how far off they were. */
export function registerOddsPage(app: FastifyInstance, pages: Pages, desk: Desk): void {
	pages.serve(app, "/odds", () => ({
		title: say("The odds explained"),
		content: oddsPage(desk),
	}));
}

function oddsPage(desk: Desk): Html {
	const reader = { locale: spoken()?.tag ?? "en" };
	const example = desk.run("odds", { level: "II", degree: "us-masters" }, reader);
	const backtest = desk.run("odds", { show: "backtest" }, reader);
	return html`<h1>${say("The odds explained")}</h1>
<p class="lead">${say("An example, level II with a US master's.")} ${example.answer.lead}</p>
${table(desk)}
<h2>${say("How the draw works")}</h2>
<ol>
<li>${say("Each person is entered once to four times: level I once, II twice, III three times, IV four times. The level is the highest wage figure of the Labor Department that the offer reaches.")}</li>
<li>${say("First everybody is drawn for the regular cap. Whoever is drawn leaves the pool with all their entries.")}</li>
<li>${say("Then those with a US master's or higher who were not drawn are drawn again for their own places.")}</li>
<li>${sayHtml("Twice the entries is not twice the chance: in a large pool each entry comes up with one chance {u}, so a person with {w} entries is drawn with the chance {formula}. The value {u} is solved so that the draw fills its places.", FORMULA)}</li>
</ol>
${chartFigure(example.answer.chart)}
<h2>${say("What is assumed")}</h2>
<p>${say("Not every figure of the pool was published. These are our estimates. The band is the middle 80 percent of 2,000 pools that are drawn between their low and high values.")}</p>
<div class="wide" tabindex="0" role="region" aria-label="${say("Assumptions")}"><table><thead><tr><th scope="col">${say("Assumption")}</th><th scope="col">${say("Value")}</th><th scope="col">${say("Low to high")}</th></tr></thead><tbody>${assumptions(desk)}</tbody></table></div>
<h2>${say("How far off it was")}</h2>
<p>${backtest.answer.lead}</p>
${chartFigure(backtest.answer.chart)}
<p><a href="/reports/backtest">${say("The whole back-test")}</a> · <a href="${answerPath({ command: "odds", input: { show: "regimes", level: "II" } })}">${say("Three rules compared")}</a> · <a href="${answerPath({ command: "odds", input: {} })}">${say("Your own chance")}</a></p>`;
}

/** The chance with its band for each level and degree. */
function table(desk: Desk): Html {
	const cell = (level: string, degree: string) => {
		const { chance, low, high } = desk.run("odds", { level, degree }).values;
		return html`<td>${share(chance)} <span class="note">${say("{low} to {high}", { low: share(low), high: share(high) })}</span></td>`;
	};
	return html`<div class="wide" tabindex="0" role="region" aria-label="${say("Chance by wage level")}"><table><caption>${say("Chance of selection in the next season, with its band")}</caption><thead><tr><th scope="col">${say("Wage level")}</th>${DEGREES.map(([, words]) => html`<th scope="col">${say(words)}</th>`)}</tr></thead><tbody>${LEVELS.map(
		(level) =>
			html`<tr><th scope="row">${say("Level {level}", { level })}</th>${DEGREES.map(([degree]) => cell(level, degree))}</tr>`,
	)}</tbody></table></div>`;
}

function assumptions({ facts, today }: Desk): Html[] {
	return facts.inTopic("odds-assumptions").flatMap((fact) => {
		const view = facts.stateOn(fact.id, today());
		if (!view.known || view.entry.figures?.low === undefined) return [];
		const { value, figures } = view.entry;
		return [
			html`<tr><th scope="row"><a href="/facts/${fact.id}">${title(fact)}</a></th><td>${amount(value, fact.unit)}</td><td>${say("{low} to {high}", { low: amount(figures.low, fact.unit), high: amount(figures.high, fact.unit) })}</td></tr>`,
		];
	});
}

const share = (value: unknown): string =>
	typeof value === "number" ? `${Math.round(value * 100)}%` : "-";
const amount = (value: unknown, unit: string | undefined): string =>
	typeof value !== "number"
		? "-"
		: unit === "share"
			? `${Math.round(value * 1000) / 10}%`
			: value.toLocaleString("en-US");
