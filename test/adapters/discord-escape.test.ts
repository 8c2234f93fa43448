import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeLine, escapeText, link, plain, visible } from "../../src/adapters/discord/escape.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { shown, unsafe } from "./discord-validate.ts";

const undone = (text: string): string => text.replace(/\\([^A-Za-z0-9\s])/g, "$1");

describe("escaping for Discord", () => {
	it.each([
		["**b** __u__ *i* _i_ ~~s~~", "\\*\\*b\\*\\* \\_\\_u\\_\\_ \\*i\\* \\_i\\_ \\~\\~s\\~\\~"],
		["||spoiler||", "\\|\\|spoiler\\|\\|"],
		["`c` ```x```", "\\`c\\` \\`\\`\\`x\\`\\`\\`"],
		["# h\n> q\n- l\n+ l\n1. n\n-# s", "\\# h\n\\> q\n\\- l\n\\+ l\n1\\. n\n-\\# s"],
		["@everyone <@1> <@&1> <#1>", "\\@everyone \\<\\@1\\> \\<\\@&1\\> \\<\\#1\\>"],
		[
			"<t:1:R> </odds:1> <:x:1> <id:home>",
			"\\<t\\:1\\:R\\> \\</odds:1\\> \\<\\:x\\:1\\> \\<id:home\\>",
		],
		[":tada: a:b 10:30", "\\:tada\\: a:b 10:30"],
		["[pay](https://evil.example)", "\\[pay\\](https\\://evil.example)"],
		["www.evil.example discord.gg/x", "www\\.evil.example discord\\.gg/x"],
		["C:\\x", "C:\\\\x"],
		[
			"H-1B, 8 CFR 214.2(h)(8)(iii)(A)(4)(i), $1.5, pay.gov, 0.1.0",
			"H-1B, 8 CFR 214.2(h)(8)(iii)(A)(4)(i), $1.5, pay.gov, 0.1.0",
		],
		["a < b & c", "a \\< b & c"],
		["a\u202eb\u200bc\u0000d\ufeff\u3164", "abc d"],
		["a\r\n\n\nb\u2028c", "a\nb\nc"],
	])("%j becomes %j", (typed, expected) => expect(escapeText(typed)).toBe(expected));

	it.each(hostileTexts())("leaves nothing live of %s", (_, typed) => {
		expect(unsafe(`x ${escapeLine(typed)}`)).toEqual([]);
		for (const line of escapeText(typed).split("\n")) expect(unsafe(`\n${line}`)).toEqual([]);
	});

	const signs = fc.string({
		unit: fc.oneof(
			fc.constantFrom(
				..."\\*_~`|<>[]()@#:-+.!&/ \n1t",
				"@everyone",
				"http://",
				"www.",
				"<@1>",
				"**",
				"-# ",
				"1. ",
				":a:",
				"\u202e",
				"\u200d",
			),
			fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
		),
		maxLength: 60,
	});

	it("keeps every text inert and readable, whatever it is", () => {
		fc.assert(
			fc.property(signs, (typed) => {
				const escaped = escapeText(typed);
				expect(
					unsafe(`\ue001${escaped}`.replaceAll("\n", "\n\ue001").replaceAll("\ue001", "")),
				).toEqual([]);
				expect(undone(escaped)).toBe(visible(typed));
			}),
			{ numRuns: 2000 },
		);
	});

	it("keeps link words inert and the address whole", () => {
		fc.assert(
			fc.property(signs, (words) => {
				const drawn = link(words || "x", "https://www.uscis.gov/a");
				expect(drawn.endsWith("](https://www.uscis.gov/a)")).toBe(true);
				expect(unsafe(drawn.slice(1, -"](https://www.uscis.gov/a)".length))).toEqual([]);
				expect(shown(drawn)).not.toContain("https://www.uscis.gov/a)");
			}),
		);
	});

	it("shortens between characters", () => {
		expect(plain("💀".repeat(10), 5)).toBe("💀💀…");
		expect(plain(" a\n b ", 80)).toBe("a b");
	});
});
