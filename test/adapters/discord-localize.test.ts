import { describe, expect, it } from "vitest";
import { differs } from "../../src/adapters/discord/compare.ts";
import { commandDefinitions } from "../../src/adapters/discord/definitions.ts";
import { invite } from "../../src/adapters/discord/invite.ts";
import type { Translations } from "../../src/adapters/discord/localize.ts";
import { commands } from "../../src/commands/index.ts";

const summary = commands.find(({ name }) => name === "odds")?.summary ?? "";
const words: Record<string, Record<string, string>> = {
	[summary]: { es: "Su probabilidad", "zh-CN": "長".repeat(150), te: "no name at Discord" },
	"Wage level that the offer reaches": { es: "Nivel salarial" },
	"Level II": { es: "Nivel II" },
	"Check this claim": { es: "Comprobar esta afirmación" },
};
const translations: Translations = (english) => words[english] ?? {};
const all = commandDefinitions(commands, "global", translations);
const odds = all.find(({ name }) => name === "odds") as never as {
	options: { name: string; choices?: { value: string }[] }[];
} & Record<string, unknown>;

describe("translations", () => {
	it("stand beside the words that they translate, by Discord's names of languages", () => {
		const level = odds.options.find(({ name }) => name === "level");
		expect(odds.description_localizations).toMatchObject({
			"es-ES": "Su probabilidad",
			"es-419": "Su probabilidad",
		});
		expect(level).toMatchObject({ description_localizations: { "es-ES": "Nivel salarial" } });
		expect(level?.choices?.find(({ value }) => value === "II")).toMatchObject({
			name_localizations: { "es-419": "Nivel II" },
		});
		expect(all.at(-1)).toMatchObject({
			type: 3,
			name: "Check this claim",
			name_localizations: { "es-ES": "Comprobar esta afirmación" },
		});
	});

	it("are cut to what Discord takes, and languages that it does not know are left out", () => {
		const found = odds.description_localizations as Record<string, string>;
		expect(found["zh-CN"]).toHaveLength(100);
		expect(Object.keys(found)).not.toContain("te");
	});

	it("that are missing leave no trace", () => {
		const none = commandDefinitions(commands, "global", () => ({}));
		expect(JSON.stringify(none)).not.toContain("localizations");
		expect(differs(none, commandDefinitions(commands, "global"))).toBe(false);
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
