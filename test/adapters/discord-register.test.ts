import { describe, expect, it } from "vitest";
import { z } from "zod";
import { differs } from "../../src/adapters/discord/compare.ts";
import {
	type CommandDefinition,
	commandDefinitions,
	type SlashDefinition,
} from "../../src/adapters/discord/definitions.ts";
import { registerCommands } from "../../src/adapters/discord/register.ts";
import { command, withAsOf } from "../../src/commands/command.ts";
import { commands as realCommands } from "../../src/commands/index.ts";
import { fiscalYear, level, premium, question, topic } from "../../src/commands/options.ts";
import { answer } from "../../src/core/answer.ts";
import { answered } from "../../src/core/reply.ts";

const run = () => answered(answer({ title: "t", lead: "l" }));
const toy = command({
	name: "toy",
	summary: "A toy",
	examples: ["/toy"],
	options: withAsOf({
		premium: premium.optional(),
		fiscalYear: fiscalYear.optional(),
		level,
		topic: topic.optional(),
		question,
	}),
	asks: ["level"],
	run,
});
const bare = command({
	name: "bare",
	summary: "Nothing to say. ".repeat(20),
	examples: ["/bare"],
	options: z.object({}),
	run,
});
const toys = [toy, bare];
const slash = (definitions: readonly CommandDefinition[]): SlashDefinition[] =>
	definitions.filter((definition) => definition.type === 1);
const wanted = slash(commandDefinitions(toys, "global"));

/** What Discord lists after a write: ids, versions, nulls and its own order of fields. */
function asListed(definitions: readonly SlashDefinition[]): Record<string, unknown>[] {
	return definitions.map((definition, i) => ({
		version: "9",
		id: String(i),
		application_id: "1",
		default_member_permissions: null,
		dm_permission: true,
		nsfw: false,
		name_localizations: null,
		description_localizations: {},
		...structuredClone(definition),
		options: definition.options.map((option) => ({
			required: false,
			autocomplete: false,
			...structuredClone(option),
		})),
	}));
}

describe("command definitions", () => {
	it("come from the one schema, required options first", () => {
		expect(wanted[0]).toEqual({
			type: 1,
			name: "toy",
			description: "A toy",
			integration_types: [0, 1],
			contexts: [0, 1, 2],
			options: [
				expect.objectContaining({ type: 3, name: "question", required: true, max_length: 2000 }),
				expect.objectContaining({ type: 5, name: "premium" }),
				expect.objectContaining({
					type: 4,
					name: "fiscal-year",
					min_value: 2005,
					max_value: 2035,
					autocomplete: true,
				}),
				expect.objectContaining({
					type: 3,
					name: "level",
					choices: expect.arrayContaining([{ name: "Level II", value: "II" }]),
				}),
				expect.objectContaining({ type: 3, name: "topic", max_length: 120, autocomplete: true }),
				expect.objectContaining({ type: 3, name: "as-of" }),
			],
		});
		expect(wanted[1]?.description).toHaveLength(100);
	});

	it("leave out what a server's own commands do not take", () => {
		expect(commandDefinitions(toys, "guild")[0]).not.toHaveProperty("contexts");
	});

	it("of every real command are what Discord takes", () => {
		for (const definition of slash(commandDefinitions(realCommands, "global"))) {
			expect(definition.name).toMatch(/^[a-z-]{1,32}$/);
			for (const part of [definition, ...definition.options]) {
				expect(part.description.length).toBeGreaterThan(0);
				expect(part.description.length).toBeLessThanOrEqual(100);
			}
			const isRequired = definition.options.map((option) => option.required ?? false);
			expect(isRequired).toEqual([...isRequired].sort((a, b) => Number(b) - Number(a)));
			for (const option of definition.options)
				expect(option.autocomplete && option.choices).toBeFalsy();
		}
	});
});

describe("what Discord lists", () => {
	const change = (edit: (list: Record<string, unknown>[]) => unknown): unknown[] => {
		const list = asListed(wanted);
		edit(list);
		return list;
	};
	const option = (list: Record<string, unknown>[], i: number) =>
		(list[0]?.options as Record<string, unknown>[])[i] as Record<string, unknown>;
	it.each([
		["is the same with ids, defaults and nulls", change(() => {}), false],
		["is the same in another order", change((list) => list.reverse()), false],
		[
			"is the same with contexts in another order",
			change((list) => Object.assign(list[0] ?? {}, { contexts: [2, 0, 1] })),
			false,
		],
		["is empty", [], true],
		["has one more command", change((list) => list.push({ ...list[0], name: "old" })), true],
		["lacks a command", change((list) => list.pop()), true],
		[
			"has another description",
			change((list) => Object.assign(list[0] ?? {}, { description: "old" })),
			true,
		],
		["has other contexts", change((list) => Object.assign(list[0] ?? {}, { contexts: [0] })), true],
		[
			"has never heard of contexts",
			change((list) => Object.assign(list[0] ?? {}, { contexts: null })),
			true,
		],
		[
			"is for admins only",
			change((list) => Object.assign(list[0] ?? {}, { default_member_permissions: "0" })),
			true,
		],
		[
			"has a translation that we dropped",
			change((list) => Object.assign(list[0] ?? {}, { name_localizations: { de: "spiel" } })),
			true,
		],
		[
			"has an option that is no longer required",
			change((list) => delete option(list, 0).required),
			true,
		],
		[
			"has another limit",
			change((list) => Object.assign(option(list, 2), { max_value: 2030 })),
			true,
		],
		[
			"has options in another order",
			change((list) => (list[0]?.options as unknown[]).reverse()),
			true,
		],
		[
			"has choices in another order",
			change((list) => (option(list, 3).choices as unknown[]).reverse()),
			true,
		],
	])("%s", (_, listed, expected) => expect(differs(listed, wanted)).toBe(expected));
});

describe("registering", () => {
	const GLOBAL = "/applications/77/commands";
	const SERVER = "/applications/77/guilds/5/commands";
	/** Discord with these lists of commands. Writes change them. */
	function discord(lists: Record<string, unknown[]>, servers = ["5"]) {
		const writes: string[] = [];
		const get = async (route: string) =>
			route === "/users/@me/guilds"
				? servers.map((id) => ({ id }))
				: route.endsWith("@me")
					? { id: "77" }
					: (lists[route] ?? []);
		const put = async (route: string, { body }: { body: unknown[] }) => {
			writes.push(`${route} ${body.length}`);
			lists[route] = body;
			return body;
		};
		return { rest: { get, put } as never, writes, lists };
	}
	const guild = () => slash(commandDefinitions(toys, "guild"));
	const old = [{ type: 1, name: "old", description: "gone" }];

	it.each<[string, Record<string, unknown[]>, string | undefined, string[], number]>([
		["writes nothing when nothing changed", { [GLOBAL]: asListed(wanted) }, undefined, [], 0],
		["overwrites all at once when something did", { [GLOBAL]: old }, undefined, [`${GLOBAL} 2`], 0],
		["registers for one server", {}, "5", [`${SERVER} 2`], 0],
		[
			"writes nothing for a server when nothing changed",
			{ [SERVER]: asListed(guild()) },
			"5",
			[],
			0,
		],
		[
			"moves from everywhere to one server",
			{ [GLOBAL]: asListed(wanted) },
			"5",
			[`${SERVER} 2`, `${GLOBAL} 0`],
			1,
		],
		[
			"moves from one server to everywhere",
			{ [SERVER]: asListed(guild()) },
			undefined,
			[`${GLOBAL} 2`, `${SERVER} 0`],
			1,
		],
	])("%s", async (_, lists, guildId, writes, emptied) => {
		const at = discord(lists);
		const done = await registerCommands({ rest: at.rest, commands: toys, guildId });
		expect(at.writes).toEqual(writes);
		expect(done.emptied).toBe(emptied);
		const again = await registerCommands({ rest: at.rest, commands: toys, guildId });
		expect([again.changed, again.emptied]).toEqual([false, 0]);
	});

	it("asks Discord which application it is only when nobody said", async () => {
		const { rest } = discord({});
		const own = await registerCommands({ rest, commands: toys });
		const given = await registerCommands({ rest, commands: toys, applicationId: "88" });
		expect([own.applicationId, given.applicationId]).toEqual(["77", "88"]);
	});
});
