import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { answerPath } from "./everyday.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { chartFigure } from "./render.ts";
import { sendPage } from "./send.ts";

const LEVELS = ["I", "II", "III", "IV"] as const;
const DEGREES = [
	["us-masters", "US master's"],
	["none", "no US master's"],
] as const;

/** `/odds`: how the chances are computed, on what they rest, and how far off they were. */
export function registerOddsPage(app: FastifyInstance, desk: Desk): void {
	app.get("/odds", (request, reply) =>
		sendPage(
			request,
			reply,
			layout("The odds explained - H-1B Desk", oddsPage(desk), { path: "/odds", isPublic: true }),
		),
	);
}

function oddsPage(desk: Desk): Html {
	const example = desk.run("odds", { level: "II", degree: "us-masters" });
	const backtest = desk.run("odds", { show: "backtest" });
	return html`<h1>The odds explained</h1>
<p class="lead">${example.answer.lead.replace(/^About/, "An example, level II with a US master's: about")}</p>
${table(desk)}
<h2>How the draw works</h2>
<ol>
<li>Each person is entered once to four times: level I once, II twice, III three times, IV four times. The level is the highest wage figure of the Labor Department that the offer reaches.</li>
<li>First everybody is drawn for the regular cap. Whoever is drawn leaves the pool with all their entries.</li>
<li>Then those with a US master's or higher who were not drawn are drawn again for their own places.</li>
<li>Twice the entries is not twice the chance: in a large pool each entry comes up with one chance <i>u</i>, so a person with <i>w</i> entries is drawn with the chance 1 - (1 - <i>u</i>)<sup><i>w</i></sup>. The value <i>u</i> is solved so that the draw fills its places.</li>
</ol>
${chartFigure(example.answer.chart)}
<h2>What is assumed</h2>
<p>Not every figure of the pool was published. These are our estimates. The band is the middle 80 percent of 2,000 pools that are drawn between their low and high values.</p>
<div class="wide" tabindex="0" role="region" aria-label="Assumptions"><table><thead><tr><th scope="col">Assumption</th><th scope="col">Value</th><th scope="col">Low to high</th></tr></thead><tbody>${assumptions(desk)}</tbody></table></div>
<h2>How far off it was</h2>
<p>${backtest.answer.lead}</p>
${chartFigure(backtest.answer.chart)}
<p><a href="/reports/backtest">The whole back-test</a> · <a href="${answerPath({ command: "odds", input: { show: "regimes", level: "II" } })}">Three rules compared</a> · <a href="${answerPath({ command: "odds", input: {} })}">Your own chance</a></p>`;
}

/** The chance with its band for each level and degree. */
function table(desk: Desk): Html {
	const cell = (level: string, degree: string) => {
		const { chance, low, high } = desk.run("odds", { level, degree }).values;
		return html`<td>${share(chance)} <span class="note">${share(low)} to ${share(high)}</span></td>`;
	};
	return html`<div class="wide" tabindex="0" role="region" aria-label="Chance by wage level"><table><caption>Chance of selection in the next season, with its band</caption><thead><tr><th scope="col">Wage level</th>${DEGREES.map(([, words]) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${LEVELS.map(
		(level) =>
			html`<tr><th scope="row">Level ${level}</th>${DEGREES.map(([degree]) => cell(level, degree))}</tr>`,
	)}</tbody></table></div>`;
}

function assumptions({ facts, today }: Desk): Html[] {
	return facts.inTopic("odds-assumptions").flatMap((fact) => {
		const view = facts.stateOn(fact.id, today());
		if (!view.known || view.entry.figures?.low === undefined) return [];
		const { value, figures } = view.entry;
		return [
			html`<tr><th scope="row"><a href="/facts/${fact.id}">${fact.title}</a></th><td>${amount(value, fact.unit)}</td><td>${amount(figures.low, fact.unit)} to ${amount(figures.high, fact.unit)}</td></tr>`,
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
