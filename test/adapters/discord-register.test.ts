import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import {
	type CommandDefinition,
	commandDefinitions,
	differs,
	registerCommands,
} from "../../src/adapters/discord/register.ts";
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
const wanted = commandDefinitions(toys, "global");

/** What Discord lists after a write: ids, versions, nulls and its own order of fields. */
function asListed(definitions: readonly CommandDefinition[]): Record<string, unknown>[] {
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
		for (const definition of commandDefinitions(realCommands, "global")) {
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
	const restWith = (listed: unknown) => ({
		get: vi.fn(async (route: string) => (route.endsWith("@me") ? { id: "77" } : listed)),
		put: vi.fn(async () => []),
	});
	it("writes nothing when nothing changed", async () => {
		const rest = restWith(asListed(wanted));
		expect(await registerCommands({ rest, commands: toys, applicationId: "1" })).toBe(false);
		expect(rest.put).not.toHaveBeenCalled();
	});
	it("overwrites all at once when something did", async () => {
		const rest = restWith([]);
		expect(await registerCommands({ rest, commands: toys, applicationId: "1" })).toBe(true);
		expect(rest.put).toHaveBeenCalledExactlyOnceWith("/applications/1/commands", { body: wanted });
	});
	it("asks Discord which application it is when nobody said", async () => {
		const rest = restWith([]);
		await registerCommands({ rest, commands: toys, guildId: "5" });
		expect(rest.put).toHaveBeenCalledWith("/applications/77/guilds/5/commands", expect.anything());
	});
});
