import { z } from "zod";
import { answer, type Row } from "../../core/answer.ts";
import { answered } from "../../core/reply.ts";
import { readSettings, settingsKey } from "../../core/place-settings.ts";
import { readWatch } from "../../core/watching/watch.ts";
import { command } from "../command.ts";
import { topicTitles } from "../watch/words.ts";
import { useElsewhere } from "../use-elsewhere.ts";
import { storedAbout, watchesBy } from "./stored.ts";

const plural = (count: number, one: string, many: string): string =>
	`${count} ${count === 1 ? one : many}`;

export const privacy = command({
	name: "privacy",
	summary: "What is stored about you and this server, read now",
	examples: ["/privacy"],
	options: z.object({}),
	run: () => useElsewhere("privacy"),
	async act(core, _input, { who, store }) {
		const yours = await watchesBy(store, who);
		const about = await storedAbout(store, who);
		const entries = about.flatMap(({ map, entries: found }) =>
			found.map((entry) => ({ map, ...entry })),
		);
		const here: Row[] = entries.flatMap(({ map, key, value }): Row[] => {
			const channel = key.split("/").at(-1) ?? "";
			const watch = map === "watches" ? readWatch(value) : undefined;
			if (watch)
				return [{ label: `Watch of channel ${channel}`, value: topicTitles(core.facts, watch) }];
			if (who.place && key === settingsKey(who.place))
				return [{ label: "Settings", value: settingsWords(value) }];
			if (map === "deliveries")
				return [{ label: `Sent to channel ${channel}`, value: "Which change was posted last." }];
			if (map === "installations")
				return [
					{
						label: "Installation",
						value:
							"The app's access token, this workspace's name and the id of who installed it, encrypted.",
					},
				];
			return [{ label: "Other", value: `One entry of ${map}.` }];
		});
		return answered(
			answer({
				title: "What is stored",
				lead: `About you: ${yours.length === 0 ? "no watch names you" : `your id as who turned on ${plural(yours.length, "watch", "watches")}`}. About this server: ${plural(here.length, "entry", "entries")}.`,
				rows: [
					...here,
					...(who.place?.platform === "slack"
						? [
								{
									label: "Answered mentions",
									value:
										"Where the app answers mentions: for about a day, which messages were answered, not their words.",
								},
							]
						: []),
					{
						label: "Never stored",
						value: "Questions, answers, pay, messages, and the names or lists of members.",
					},
				],
				buttons: [
					{ label: "Forget me", do: { command: "forget", input: { what: "me" } } },
					...(who.isAdmin && who.place
						? [
								{
									label: "Forget this server",
									do: { command: "forget", input: { what: "server" } },
								},
							]
						: []),
				],
			}),
			{ aboutYou: yours.length, aboutPlace: here.length },
		);
	},
});

function settingsWords(value: unknown): string {
	const chosen = readSettings(value);
	const parts = [
		`answers ${chosen.answers ?? "private"}`,
		...Object.entries(chosen.answersIn).map(([channel, how]) => `${how} in channel ${channel}`),
		...(chosen.language ? [`language ${chosen.language}`] : []),
		...(chosen.counsel ? [`contact "${chosen.counsel}"`] : []),
		...(chosen.disclaimer ? [`disclaimer "${chosen.disclaimer}"`] : []),
		...(chosen.channels.length > 0 ? [`allowed channels ${chosen.channels.join(", ")}`] : []),
	];
	return parts.join("; ");
}
