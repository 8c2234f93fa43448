import type { Locale } from "discord.js";
import { describe, expect, it } from "vitest";
import { differs } from "../../src/adapters/discord/compare.ts";
import { commandDefinitions } from "../../src/adapters/discord/definitions.ts";
import { invite } from "../../src/adapters/discord/invite.ts";
import type { Translations } from "../../src/adapters/discord/localize.ts";
import { commands } from "../../src/commands/index.ts";

const words: Record<string, Partial<Record<Locale, string>>> = {
	"odds.name": { de: "Chancen", fr: "two words", "es-ES": "x".repeat(33) },
	"odds.description": { de: "Ihre Chance in der Auswahl", ja: "長".repeat(150) },
	"odds.level.name": { de: "stufe" },
	"odds.level.description": { de: "Lohnstufe des Angebots" },
	"odds.level.II.name": { de: "Stufe II" },
	"check.message.name": { de: "Diese Behauptung prüfen" },
	"cap.name": {},
};
const translations: Translations = (key) => words[key];
const all = commandDefinitions(commands, "global", translations);
const odds = all.find(({ name }) => name === "odds") as never as {
	options: { name: string; choices?: { value: string }[] }[];
} & Record<string, unknown>;

describe("translations", () => {
	it("stand beside the words that they translate", () => {
		const level = odds.options.find(({ name }) => name === "level");
		expect(odds.description_localizations).toMatchObject({ de: "Ihre Chance in der Auswahl" });
		expect(level).toMatchObject({
			name_localizations: { de: "stufe" },
			description_localizations: { de: "Lohnstufe des Angebots" },
		});
		expect(level?.choices?.find(({ value }) => value === "II")).toMatchObject({
			name_localizations: { de: "Stufe II" },
		});
		expect(all.at(-1)).toMatchObject({
			type: 3,
			name: "Check this claim",
			name_localizations: { de: "Diese Behauptung prüfen" },
		});
	});

	it("that Discord would refuse as a name are left out, descriptions are cut", () => {
		expect(odds.name_localizations).toEqual({ de: "chancen" });
		expect((odds.description_localizations as { ja: string }).ja).toHaveLength(100);
	});

	it("that are empty leave no trace, and none give the same as before", () => {
		expect(all.find(({ name }) => name === "cap")).not.toHaveProperty("name_localizations");
		expect(
			differs(
				commandDefinitions(commands, "global", () => undefined),
				commandDefinitions(commands, "global"),
			),
		).toBe(false);
	});

	it("are a change that is registered", () => {
		expect(differs(commandDefinitions(commands, "global"), all)).toBe(true);
		expect(differs(all, all)).toBe(false);
	});
});

describe("the invitation", () => {
	const { server, user, permissions } = invite("900");
	it("to a server asks for what it names, with a reason for each", () => {
		const query = new URL(server).searchParams;
		expect(query.get("scope")).toBe("bot applications.commands");
		expect(query.get("integration_type")).toBe("0");
		expect(BigInt(query.get("permissions") ?? "")).toBe((1n << 10n) | (1n << 11n));
		expect(permissions.map(({ name }) => name)).toEqual(["View Channels", "Send Messages"]);
		for (const { reason } of permissions) expect(reason).toMatch(/^to .{20,}/);
	});
	it("to a person asks for nothing", () => {
		const query = new URL(user).searchParams;
		expect(Object.fromEntries(query)).toEqual({
			client_id: "900",
			scope: "applications.commands",
			integration_type: "1",
		});
	});
});
