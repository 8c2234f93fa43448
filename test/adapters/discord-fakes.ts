import { DiscordAPIError, type Interaction, MessageFlags, PermissionsBitField } from "discord.js";
import { pino } from "pino";
import { vi } from "vitest";
import type { HandlerParts } from "../../src/adapters/discord/parts.ts";
import type { ChartPictures } from "../../src/charts/png.ts";
import { command } from "../../src/commands/command.ts";
import { createDesk, type Desk } from "../../src/commands/desk.ts";
import { fiscalYear, question } from "../../src/commands/options.ts";
import { levelChart } from "../helpers/charts.ts";
import type { FactSearch } from "../../src/core/facts/search.ts";
import { createFacts } from "../../src/core/facts/lookup.ts";
import { answer } from "../../src/core/answer.ts";
import { day } from "../../src/core/dates.ts";
import { noLimits } from "../../src/adapters/limit.ts";
import { noTelemetry } from "../../src/adapters/telemetry.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { answered, notCovered } from "../../src/core/reply.ts";
import { z } from "zod";

export const SECRET = "secret detail of an error";

/** A desk of toy commands: an answer, a long one, one that no id makes again, a question, a mistake of ours. */
export function toyDesk(events: string[] = []): Desk {
	const rows = (count: number) =>
		Array.from({ length: count }, (_, i) => ({ label: `Row ${i}`, value: "x".repeat(60) }));
	const toy = (
		name: string,
		run: Parameters<typeof command>[0]["run"],
		options: z.ZodRawShape = {},
	) => command({ name, summary: name, examples: [`/${name}`], options: z.object(options), run });
	const facts = createFacts([], [], { horizon: day("2026-10-08"), version: "0" });
	return createDesk({
		facts,
		search: {} as FactSearch,
		today: () => day("2026-11-25"),
		version: "0",
		commands: [
			toy(
				"cap",
				() => {
					events.push("work");
					return answered(answer({ title: "The cap", lead: "65,000 a year." }));
				},
				{ fiscalYear: fiscalYear.optional() },
			),
			toy("long", () => answered(answer({ title: "Long", lead: "Long.", rows: rows(120) }))),
			toy(
				"ask",
				({ commands }, input) => {
					events.push(`work ${commands.length}`);
					return notCovered(
						answer({ title: "Asked", lead: String(input.question), rows: rows(120) }),
					);
				},
				{ question },
			),
			toy("chart", () => {
				events.push("work");
				return answered(answer({ title: "Drawn", lead: "In a picture.", chart: levelChart }));
			}),
			toy("boom", () => {
				throw new Error(SECRET);
			}),
		],
	});
}

export function apiError(code: number, status = 400): DiscordAPIError {
	return new DiscordAPIError(
		{ code, message: SECRET },
		code,
		status,
		"POST",
		"https://discord.com/api/x",
		{ files: undefined, body: {} },
	);
}

/** Keeps the log lines; passes all waiting at once. */
export function fakeParts(
	desk: Desk,
	pictures: ChartPictures = noPictures,
): HandlerParts & { lines: string[] } {
	const lines: string[] = [];
	const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
	return {
		desk,
		log,
		wait: async () => {},
		turn: async () => {},
		now: () => 0,
		pictures,
		lines,
		store: createMemoryStore(),
		telemetry: noTelemetry,
		limits: noLimits,
		visibility: () => "private",
		isBusy: () => false,
		onLeftover: () => {},
	};
}

/** A drawer that never draws. */
export const noPictures: ChartPictures = {
	draw: async () => null,
	drawn: () => null,
	warm: () => {},
	close: async () => {},
};

type Sent = {
	via: string;
	message: { content?: string; flags?: unknown; components?: unknown[]; files?: unknown[] };
};

type Call =
	| "deferReply"
	| "reply"
	| "editReply"
	| "followUp"
	| "respond"
	| "update"
	| "deferUpdate"
	| "showModal";

export interface FakeInit {
	kind: "command" | "button" | "select" | "autocomplete" | "form" | "message";
	name?: string;
	options?: Record<string, unknown>;
	customId?: string;
	values?: string[];
	/** Who asked for the card that is pressed; `null`: the message does not say. */
	asker?: string | null;
	isPublic?: boolean;
	permissions?: bigint;
	/** What was filled into a form. */
	fields?: Record<string, string | string[] | null>;
	/** The message that is pressed or checked, as far as it is read. */
	message?: { content?: string; embeds?: object[]; components?: object[]; attachments?: number };
	/** Errors to throw, in turn, by call. */
	fails?: Partial<Record<Call, unknown[]>>;
	events?: string[];
}

/** An interaction as discord.js gives it, as far as the adapter looks. */
export function fakeInteraction(init: FakeInit): { interaction: Interaction; sent: Sent[] } {
	const sent: Sent[] = [];
	const events = init.events ?? [];
	const call = (via: Call, then: () => void) =>
		vi.fn(async (message: Sent["message"]) => {
			events.push(via);
			const error = init.fails?.[via]?.shift();
			if (error) throw error;
			sent.push({ via, message });
			then();
		});
	const is = (kind: FakeInit["kind"]) => () => init.kind === kind;
	const state = {
		id: "1",
		deferred: false,
		replied: false,
		commandName: init.name ?? "cap",
		customId: init.customId ?? "",
		values: init.values ?? [],
		user: { id: "10", username: "alice", globalName: "Alice" },
		member: { nickname: null },
		memberPermissions:
			init.permissions === undefined ? null : new PermissionsBitField(init.permissions),
		channelId: "30",
		guildId: "20",
		locale: "en-US",
		authorizingIntegrationOwners: { guildId: "20" },
		targetMessage: { content: "", embeds: [], components: [], ...init.message },
		fields: {
			fields: new Map(
				Object.entries(init.fields ?? {}).map(([name, value]) => [
					name,
					Array.isArray(value) ? { values: value } : { value },
				]),
			),
		},
		message: {
			components: (init.message?.components ?? []).map((component) => ({
				toJSON: () => component,
			})),
			attachments: { size: init.message?.attachments ?? 0 },
			interactionMetadata: init.asker === null ? null : { user: { id: init.asker ?? "10" } },
			flags: { has: (flag: number) => flag === MessageFlags.Ephemeral && !init.isPublic },
		},
		options: {
			data: Object.entries(init.options ?? {}).map(([name, value]) => ({ name, value, type: 3 })),
			getFocused: () => ({ name: "fiscal-year", value: "20", type: 4 }),
		},
		isAutocomplete: is("autocomplete"),
		isChatInputCommand: is("command"),
		isCommand: () => init.kind === "command" || init.kind === "message",
		isMessageContextMenuCommand: is("message"),
		isModalSubmit: is("form"),
		isButton: is("button"),
		isStringSelectMenu: is("select"),
		isRepliable: () => init.kind !== "autocomplete",
		deferReply: call("deferReply", () => {
			state.deferred = true;
		}),
		reply: call("reply", () => {
			state.replied = true;
		}),
		editReply: call("editReply", () => {
			state.replied = true;
		}),
		followUp: call("followUp", () => {}),
		update: call("update", () => {
			state.replied = true;
		}),
		deferUpdate: call("deferUpdate", () => {
			state.deferred = true;
		}),
		showModal: call("showModal", () => {
			state.replied = true;
		}),
		respond: vi.fn(async (choices: unknown) => {
			const error = init.fails?.respond?.shift();
			if (error) throw error;
			sent.push({ via: "respond", message: { components: choices as unknown[] } });
		}),
	};
	return { interaction: state as unknown as Interaction, sent };
}
