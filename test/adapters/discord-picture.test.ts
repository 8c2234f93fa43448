import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { handle } from "../../src/adapters/discord/handle.ts";
import type { ChartPictures, Picture } from "../../src/charts/png.ts";
import {
	apiError,
	type FakeInit,
	fakeInteraction,
	fakeParts,
	noPictures,
	toyDesk,
} from "./discord-fakes.ts";

const picture: Picture = { png: new Uint8Array([1, 2, 3]), width: 1000, height: 600 };

/** Draws at the first request; `known`: drawn before. */
function drawer(events: string[], { known = false, fails = false } = {}): ChartPictures {
	return {
		...noPictures,
		draw: async () => {
			events.push("draw");
			return fails ? null : picture;
		},
		drawn: () => (known ? picture : null),
	};
}

async function press(init: Partial<FakeInit>, how: Parameters<typeof drawer>[1] = {}) {
	const events: string[] = [];
	const parts = fakeParts(toyDesk(events), drawer(events, how));
	const { interaction, sent } = fakeInteraction({
		kind: "command",
		name: "chart",
		...init,
		events,
	});
	await handle(interaction, parts);
	const withFile = sent.map(({ via, message }) => `${via}${message.files ? "+file" : ""}`);
	return { events, sent, withFile, log: parts.lines.join("") };
}

const shareIt = { kind: "button", customId: "share:chart" } as const;

describe("a picture", () => {
	it("is drawn after the acknowledgement and comes with the card", async () => {
		const { events, withFile, sent } = await press({});
		expect(events).toEqual(["deferReply", "work", "draw", "editReply"]);
		expect(withFile).toEqual(["deferReply", "editReply+file"]);
		expect(JSON.stringify(sent[1]?.message.components)).toContain("attachment://chart.png");
	});

	it("that could not be drawn leaves the card as it is", async () => {
		const { withFile, sent } = await press({}, { fails: true });
		expect(withFile).toEqual(["deferReply", "editReply"]);
		expect(JSON.stringify(sent[1]?.message.components)).toContain("In a picture.");
	});

	it("is left out while very many ask at once", async () => {
		const events: string[] = [];
		const parts = { ...fakeParts(toyDesk(events), drawer(events)), isBusy: () => true };
		const { interaction, sent } = fakeInteraction({ kind: "command", name: "chart", events });
		await handle(interaction, parts);
		expect(events).toEqual(["deferReply", "work", "editReply"]);
		expect(sent.at(-1)?.message.files).toBeUndefined();
	});

	it("is not asked for where there is no chart", async () => {
		expect((await press({ name: "cap" })).events).not.toContain("draw");
	});

	it.each([40005, 50013, 50035])("that Discord refuses (%i) is left out", async (code) => {
		const { withFile, log } = await press({ fails: { editReply: [apiError(code)] } });
		expect(withFile).toEqual(["deferReply", "editReply"]);
		expect(log).toContain("without its picture");
	});

	it("comes by a button too", async () => {
		const { withFile } = await press({ kind: "button", customId: "do:chart" });
		expect(withFile).toEqual(["deferReply", "editReply+file"]);
	});
});

describe("Share", () => {
	it("posts a picture drawn before in the same call", async () => {
		const { events, withFile, sent } = await press(shareIt, { known: true });
		expect(events).toEqual(["work", "reply"]);
		expect(withFile).toEqual(["reply+file"]);
		expect([sent[0]?.message.flags].flat()).not.toContain(MessageFlags.Ephemeral);
	});

	it("posts at once and adds a picture that has to be drawn first", async () => {
		const { events, withFile } = await press(shareIt);
		expect(events).toEqual(["work", "reply", "draw", "editReply"]);
		expect(withFile).toEqual(["reply", "editReply+file"]);
	});

	it("stays posted when the picture cannot be added", async () => {
		const { withFile, log } = await press({ ...shareIt, fails: { editReply: [apiError(50035)] } });
		expect(withFile).toEqual(["reply"]);
		expect(log).toContain('"outcome":"shared"');
	});

	it("is tried once with the picture, then without", async () => {
		const { withFile } = await press(
			{ ...shareIt, fails: { reply: [new Error("reset")] } },
			{ known: true },
		);
		expect(withFile).toEqual(["reply"]);
	});

	it("is refused in private where the app may not post, picture or not", async () => {
		const { sent } = await press(
			{ ...shareIt, fails: { reply: [apiError(50013, 403), apiError(50013, 403)] } },
			{ known: true },
		);
		expect(sent[0]?.message.content).toMatch(/Ask a moderator/);
	});
});
