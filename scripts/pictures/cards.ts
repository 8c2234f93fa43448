import { discordPictures } from "../../src/adapters/page/answer-views.ts";
import type { Html } from "../../src/adapters/page/html.ts";
import { discordMessage } from "../../src/adapters/page/preview/discord.ts";
import { slackMessage } from "../../src/adapters/page/preview/slack.ts";
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

/** Modals and the Home view, where the platforms have them. */
export async function formsOf(_desk: Desk): Promise<Card[]> {
	return [];
}
