import { z } from "zod";
import { answer, type Row } from "../../core/answer.ts";
import { answered, choose, type Result } from "../../core/reply.ts";
import { placeKey, type Who } from "../../core/who.ts";
import { type ActBy, command } from "../command.ts";
import { oneOf, option } from "../options.ts";
import { adminsOnly, notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import { forgetPerson, storedAbout, watchesBy } from "./stored.ts";

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
		if (!by.who.place) return notInAPlace("forget server");
		if (!by.who.isAdmin) return adminsOnly("forget server");
		return input.confirm ? forgetPlace(by) : askAboutPlace(by);
	},
});

async function forgetMe({ store, who }: ActBy): Promise<Result> {
	const changed = await forgetPerson(store, who);
	const left = await watchesBy(store, who);
	return answered(
		answer({
			title: left.length === 0 ? "You are forgotten" : "Not yet",
			lead:
				left.length === 0
					? `Done: your id was taken out of ${changed} ${changed === 1 ? "entry" : "entries"}, and no watch names you now.`
					: "Your watches were being changed at the same time. Please type /forget me again.",
			rows: installerRows(who),
		}),
		{ changed, left: left.length },
	);
}

/** The id of who installed the app is encrypted with its token, which works only as long as it is kept. */
const installerRows = ({ place }: Who): Row[] =>
	place?.platform === "slack"
		? [
				{
					label: "If you installed the app",
					value:
						"Your id stays with the app's access token until the app is removed or an admin types /forget server.",
				},
			]
		: [];

async function forgetPlace({ store, who, services }: ActBy): Promise<Result> {
	const place = who.place;
	if (!place) return notInAPlace("forget server");
	const deleted = await store.forget(`${placeKey(place)}/`);
	await services.settingsChanged(place);
	return answered(
		answer({
			title: "This server is forgotten",
			lead: `Done: ${deleted} ${deleted === 1 ? "entry" : "entries"} deleted, settings and watches with them. Answers are private again.`,
			...(place.platform === "slack" && {
				rows: [
					{
						label: "In Slack",
						value:
							"Where the app was installed by its web page, install it again to go on using it.",
					},
				],
			}),
		}),
		{ deleted },
	);
}

async function askAboutMe({ store, who }: ActBy): Promise<Result> {
	const yours = await watchesBy(store, who);
	return choose(
		answer({
			title: "Forget you?",
			lead:
				yours.length === 0
					? "No watch names you, so there is nothing to delete."
					: `Your id stands in ${yours.length} ${yours.length === 1 ? "watch" : "watches"} that you turned on, here and elsewhere. They go on without your id.`,
			rows: installerRows(who),
			buttons:
				yours.length === 0
					? []
					: [
							{
								label: "Yes, forget me",
								do: { command: "forget", input: { what: "me", confirm: true } },
							},
						],
		}),
	);
}

async function askAboutPlace({ store, who }: ActBy): Promise<Result> {
	const about = await storedAbout(store, who);
	const count = about.reduce((sum, { entries }) => sum + entries.length, 0);
	return choose(
		answer({
			title: "Forget this server?",
			lead: `Settings, watches and everything else that is stored about it: ${count} ${count === 1 ? "entry" : "entries"}. This can't be undone.`,
			buttons: [
				{
					label: "Yes, delete all of it",
					do: { command: "forget", input: { what: "server", confirm: true } },
				},
				{ label: "What is stored?", do: { command: "privacy", input: {} } },
			],
		}),
	);
}

const whichOne = (): Result =>
	choose(
		answer({
			title: "Forget what?",
			lead: "You, in all servers and workspaces; or this whole server, which its admins can do.",
			choices: [
				{ label: "Me, everywhere", do: { command: "forget", input: { what: "me" } } },
				{
					label: "This whole server or workspace",
					do: { command: "forget", input: { what: "server" } },
				},
			],
		}),
	);
