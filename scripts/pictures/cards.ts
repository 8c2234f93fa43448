import { formOf } from "../../src/adapters/discord/form.ts";
import { discordPictures } from "../../src/adapters/page/answer-views.ts";
import type { Html } from "../../src/adapters/page/html.ts";
import { discordMessage, discordModal } from "../../src/adapters/page/preview/discord.ts";
import { slackMessage, slackView } from "../../src/adapters/page/preview/slack.ts";
import { FORMS, type FormName } from "../../src/adapters/slack/forms/fields.ts";
import { formView } from "../../src/adapters/slack/forms/form-view.ts";
import { homeView } from "../../src/adapters/slack/home-view.ts";
import type { Desk } from "../../src/commands/desk.ts";
import { drawings } from "../../src/drawings.ts";

/** A drawn card, modal or view of one platform. */
export interface Card {
	platform: "discord" | "slack";
	title: string;
	drawn: Html;
	/** Also among the few that are drawn as wide as a phone. */
	onPhone: boolean;
	/** The one that the README shows. */
	isReadme: boolean;
}

/** One line of each command, as people type it. */
const LINES = [
	"/ask is the 100k fee in effect?",
	"/odds 2 masters",
	"/level 145k software engineer austin",
	"/portfolio 2xII, 1xIII us-masters",
	"/fee 30 employees premium",
	"/dates 2027",
	"/cap 2027",
	"/check the $100,000 fee is in effect",
	"/people Musk",
	"/employers",
	"/policy h4-ead",
	"/odds",
	"/help fee",
	"/about",
];
const ON_PHONE = new Set(LINES.slice(0, 4));
const IN_README = { discord: "/odds 2 masters", slack: "/ask is the 100k fee in effect?" };

export async function cardsOf(desk: Desk): Promise<Card[]> {
	const cards: Card[] = [];
	for (const line of LINES) {
		const reply = desk.text(line);
		const about = { title: line, onPhone: ON_PHONE.has(line) };
		const discord = discordMessage(await drawings.discord(reply), discordPictures(reply));
		const slack = slackMessage(await drawings.slack(reply));
		cards.push({
			...about,
			platform: "discord",
			drawn: discord,
			isReadme: line === IN_README.discord,
		});
		cards.push({ ...about, platform: "slack", drawn: slack, isReadme: line === IN_README.slack });
	}
	return cards;
}

/** Modals of both platforms, and Slack's Home. */
export function formsOf(desk: Desk): Card[] {
	const about = { onPhone: false, isReadme: false };
	const discord = ["odds", "level"].flatMap((command): Card[] => {
		const form = formOf(desk, { command, input: {} });
		return form
			? [{ ...about, platform: "discord", title: `/${command}`, drawn: discordModal(form) }]
			: [];
	});
	const slack = (Object.keys(FORMS) as FormName[]).map((name): Card => {
		const drawn = slackView(formView(desk, name, {}));
		return { ...about, platform: "slack", title: `/h1b ${name}`, drawn };
	});
	const home = homeView({ isAdmin: false, publicUrl: "https://desk.example.org", report: null });
	return [
		...discord,
		{ ...about, platform: "slack", title: "Home", drawn: slackView(home) },
		...slack,
	];
}
