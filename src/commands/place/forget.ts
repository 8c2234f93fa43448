import { z } from "zod";
import { answer, type Row } from "../../core/answer.ts";
import { answered, choose, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { placeKey, type Who } from "../../core/who.ts";
import { type ActBy, command, type Tell } from "../command.ts";
import { oneOf, option } from "../options.ts";
import { adminsOnly, notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import { entriesInWords, forgetPerson, storedAbout, watchesBy } from "./stored.ts";

const what = option(z.enum(["me", "server"]).describe("You, or this whole server or workspace"), {
	label: "What to forget",
	bare: true,
	read: oneOf<"me" | "server">({
		me: ["myself", "my data", "user"],
		server: ["workspace", "guild", "this server", "this workspace", "everything"],
	}),
	names: { me: "Me, everywhere", server: "This whole server or workspace" },
	hint: "Type me or server.",
});

const confirm = option(z.boolean().describe("Delete now, without asking again"), {
	label: "Confirm",
	bare: true,
	read: (words) => (/^(confirm|yes|true)$/i.test(words.trim()) ? true : undefined),
	hint: "Type confirm.",
});

const options = z.object({ what, confirm: confirm.optional() });

export const forget = command({
	name: "forget",
	summary: "Delete what is stored about you, or about this server (its admins)",
	examples: ["/forget me", "/forget server"],
	options,
	asks: ["what"],
	missing: () => whichOne(),
	run: () => useElsewhere("forget"),
	async act(_core, input, by) {
		if (input.what === "me") return input.confirm ? forgetMe(by) : askAboutMe(by);
		if (!by.who.place) return () => notInAPlace("forget server");
		if (!by.who.isAdmin) return () => adminsOnly("forget server");
		return input.confirm ? forgetPlace(by) : askAboutPlace(by);
	},
});

async function forgetMe({ store, who }: ActBy): Promise<Tell> {
	const changed = await forgetPerson(store, who);
	const left = await watchesBy(store, who);
	return () =>
		answered(
			answer({
				title: left.length === 0 ? say("You are forgotten") : say("Not yet"),
				lead: left.length === 0 ? takenOut(changed) : stillNamed(),
				rows: installerRows(who),
			}),
			{ changed, left: left.length },
		);
}

const takenOut = (changed: number): string =>
	changed === 1
		? say("Done: your id was taken out of 1 entry, and no watch names you now.")
		: say("Done: your id was taken out of {changed} entries, and no watch names you now.", {
				changed,
			});

const stillNamed = (): string =>
	say("Your watches were being changed at the same time. Please type /forget me again.");

/** The id of who installed the app is encrypted with its token, which works only as long as it is kept. */
const installerRows = ({ place }: Who): Row[] =>
	place?.platform === "slack"
		? [
				{
					label: say("If you installed the app"),
					value: say(
						"Your id stays with the app's access token until the app is removed or an admin types /forget server.",
					),
				},
			]
		: [];

async function forgetPlace({ store, who, services }: ActBy): Promise<Tell> {
	const place = who.place;
	if (!place) return () => notInAPlace("forget server");
	const deleted = await store.forget(`${placeKey(place)}/`);
	await services.settingsChanged(place);
	return () =>
		answered(
			answer({
				title: say("This server is forgotten"),
				lead:
					deleted === 1
						? say("Done: 1 entry deleted, settings and watches with it. Answers are private again.")
						: say(
								"Done: {deleted} entries deleted, settings and watches with them. Answers are private again.",
								{ deleted },
							),
				rows: place.platform === "slack" ? [installAgain()] : [],
			}),
			{ deleted },
		);
}

const installAgain = (): Row => ({
	label: say("In Slack"),
	value: say("Where the app was installed by its web page, install it again to go on using it."),
});

async function askAboutMe({ store, who }: ActBy): Promise<Tell> {
	const { length } = await watchesBy(store, who);
	return () =>
		choose(
			answer({
				title: say("Forget you?"),
				lead: watchesNaming(length),
				rows: installerRows(who),
				buttons:
					length === 0
						? []
						: [
								{
									label: say("Yes, forget me"),
									do: { command: "forget", input: { what: "me", confirm: true } },
								},
							],
			}),
		);
}

function watchesNaming(count: number): string {
	if (count === 0) return say("No watch names you, so there is nothing to delete.");
	return count === 1
		? say(
				"Your id stands in 1 watch that you turned on, here or elsewhere. It goes on without your id.",
			)
		: say(
				"Your id stands in {count} watches that you turned on, here and elsewhere. They go on without your id.",
				{ count },
			);
}

async function askAboutPlace({ store, who }: ActBy): Promise<Tell> {
	const about = await storedAbout(store, who);
	const count = about.reduce((sum, { entries }) => sum + entries.length, 0);
	return () =>
		choose(
			answer({
				title: say("Forget this server?"),
				lead: say(
					"Settings, watches and everything else that is stored about it: {entries}. This can't be undone.",
					{ entries: entriesInWords(count) },
				),
				buttons: [
					{
						label: say("Yes, delete all of it"),
						do: { command: "forget", input: { what: "server", confirm: true } },
					},
					{ label: say("What is stored?"), do: { command: "privacy", input: {} } },
				],
			}),
		);
}

const whichOne = (): Result =>
	choose(
		answer({
			title: say("Forget what?"),
			lead: say(
				"You, in all servers and workspaces; or this whole server, which its admins can do.",
			),
			choices: [
				{ label: say("Me, everywhere"), do: { command: "forget", input: { what: "me" } } },
				{
					label: say("This whole server or workspace"),
					do: { command: "forget", input: { what: "server" } },
				},
			],
		}),
	);
