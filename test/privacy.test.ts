import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { handle } from "../src/adapters/discord/handle.ts";
import { renderAnswer as drawDiscord } from "../src/adapters/discord/render.ts";
import { registerPage } from "../src/adapters/page/page.ts";
import { onAction, onShare } from "../src/adapters/slack/handlers/action.ts";
import { onCommand } from "../src/adapters/slack/handlers/command.ts";
import type { HandlerParts } from "../src/adapters/slack/parts.ts";
import { renderAnswer as drawSlack } from "../src/adapters/slack/render.ts";
import { readConfig } from "../src/config.ts";
import { createHttpServer } from "../src/http/server.ts";
import { pageParts } from "../src/page-parts.ts";
import { openWages } from "../src/wages/open-wages.ts";
import { fakeInteraction, fakeParts } from "./adapters/discord-fakes.ts";
import { fakeParts as slackParts } from "./adapters/slack-fakes.ts";
import { objectsIn } from "./adapters/slack-validate.ts";
import { TODAY, testDesk } from "./helpers/desk.ts";

// Product rule 4: a salary stays in one private card. This number stands nowhere else.
const WAGE = /137[,.]?429|137\.43|66\.07|11452|11,452/;
const FORMS = [
	"137429",
	"137,429",
	"$137,429.00",
	"137.429k",
	"１３７４２９",
	"66.07/hr",
	"11452.42/month",
];

/** Ways in which a wage gets into the desk, right ones and wrong ones. */
const lines = FORMS.flatMap((pay) => [
	`/level ${pay} software engineer austin`,
	`/level ${pay} ml engineer columbus`,
	`/level ${pay} swe`,
	`/level ${pay}`,
	`/level ${pay} accountant chicago`,
	`/level ${pay} nurse practitioner tulsa`,
	`/level ${pay} swe seattle and dallas university`,
	`/level wage:${pay} occupation:15-1252 area:12420`,
	`/level swe austin ${pay} ${pay}`,
	`/level occupation:${pay} area:austin`,
	`/level area:${pay} occupation:swe`,
	`/level wage:100k occupation:ml engineer ${pay} area:austin`,
	`/level wage:100k occupation:ml engineer area:austin ${pay}`,
	`/level ${pay} swe austin colour:red`,
	`/odds ${pay} swe austin`,
	`/odds level:2 ${pay}`,
	`/policy ${pay}`,
	`/h1b level ${pay} swe austin`,
	`offered ${pay} as a software engineer in austin which level`,
	`my salary is ${pay}, which level am i`,
	`is ${pay} enough for the lottery`,
	`${pay}`,
	`my wage ${pay} rupees level`,
]);

const desk = testDesk();

/** Everything of a Slack or Discord message that is not words on the card: ids, values, addresses. */
const machine = (payload: unknown): string =>
	JSON.stringify(
		objectsIn(payload).map(({ custom_id, value, url, action_id, block_id }) => [
			custom_id,
			value,
			url,
			action_id,
			block_id,
		]),
	);

describe("a wage", () => {
	it.each(lines)("stays on the asker's card: %s", (line) => {
		const reply = desk.text(line);
		const { buttons, choices } = reply.answer;
		expect(JSON.stringify([reply.again, buttons, choices])).not.toMatch(WAGE);
		expect(machine(drawDiscord(reply))).not.toMatch(WAGE);
		expect(machine(drawSlack(reply))).not.toMatch(WAGE);
		if (reply.again) {
			const again = desk.run(reply.again.command, reply.again.input);
			expect(JSON.stringify(again)).not.toMatch(WAGE);
		}
		for (const step of [
			...choices.map((c) => c.do),
			...buttons.flatMap((b) => ("do" in b ? [b.do] : [])),
		])
			expect(JSON.stringify(desk.run(step.command, step.input))).not.toMatch(WAGE);
	});

	it("marks its card as private, and the shared one not", () => {
		const reply = desk.text("/level 137429 software engineer austin");
		expect(reply.isPrivate).toBe(true);
		expect(reply.again?.input).toEqual({
			occupation: "15-1252",
			area: "12420",
			level: "II",
			"wage-year": "2026-27",
		});
		const shared = desk.run("level", reply.again?.input ?? {});
		expect(shared.isPrivate).toBeUndefined();
		expect(shared.answer.lead).toBe("The offer reaches level II in wage year 2026-27.");
	});

	it("is on the asker's card, so that this test can fail", () => {
		const { answer } = desk.text("/level 137429 software engineer austin");
		expect(JSON.stringify(answer)).toMatch(WAGE);
	});
});

describe("in Discord a wage", () => {
	const options = { wage: "137429", occupation: "software engineer", area: "austin" };
	const all = (sent: unknown) => JSON.stringify(sent);

	it("is on the private card and in no log, id or address; Share and buttons go on without it", async () => {
		const parts = fakeParts(desk);
		const asked = fakeInteraction({ kind: "command", name: "level", options });
		await handle(asked.interaction, parts);
		expect(all(asked.sent)).toMatch(WAGE);
		expect(machine(asked.sent)).not.toMatch(WAGE);
		const ids = objectsIn(asked.sent).flatMap((o) =>
			typeof o.custom_id === "string" ? [o.custom_id] : [],
		);
		expect(ids.some((id) => id.startsWith("share:level"))).toBe(true);
		for (const customId of ids) {
			const pressed = fakeInteraction({ kind: "button", customId, permissions: 1n << 11n });
			await handle(pressed.interaction, parts);
			expect(all(pressed.sent)).not.toMatch(WAGE);
		}
		expect(parts.lines.length).toBeGreaterThan(ids.length);
		expect(parts.lines.join()).not.toMatch(WAGE);
	});

	it("is in no log when it is wrong, or when the desk fails", async () => {
		const broken = {
			...desk,
			run: () => {
				throw new Error("level 137429");
			},
		};
		for (const of of [desk, broken]) {
			const parts = fakeParts(of);
			const wrong = { ...options, wage: "-137429", area: "137429" };
			await handle(
				fakeInteraction({ kind: "command", name: "level", options: wrong }).interaction,
				parts,
			);
			expect(parts.lines.join()).not.toMatch(WAGE);
		}
	});
});

describe("in Slack a wage", () => {
	const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
	const logged = () =>
		JSON.stringify([log.info.mock.calls, log.warn.mock.calls, log.error.mock.calls]);
	beforeEach(() => vi.clearAllMocks());
	const parts = slackParts({ desk, log: log as unknown as HandlerParts["log"] });
	const send = () => {
		const sent: Record<string, unknown>[] = [];
		return { sent, ack: async () => {}, respond: async (m: never) => void sent.push(m) };
	};

	it.each([
		["/level", "level", "137,429 software engineer austin"],
		// The odds card names the level alone, not even to its own asker the wage.
		["/odds", "odds", "137,429 software engineer austin masters"],
		["/h1b level", "h1b", "level 137,429 software engineer austin"],
		["a question", "h1b", "offered 137,429 as a software engineer in austin, which level"],
	])("is on the private card and in no log, value or address: %s", async (name, command, text) => {
		const asked = send();
		const given = { text, trigger_id: name, team_id: "T1", channel_id: "C1", user_id: "U1" };
		await onCommand({ ...asked, command: given } as never, command, parts);
		expect(asked.sent[0]).toMatchObject({ response_type: "ephemeral" });
		expect(WAGE.test(JSON.stringify(asked.sent))).toBe(command !== "odds");
		expect(machine(asked.sent)).not.toMatch(WAGE);
		const values = objectsIn(asked.sent).flatMap((o) =>
			typeof o.value === "string" ? [{ id: String(o.action_id), value: o.value }] : [],
		);
		expect(values.some(({ id }) => id === "share")).toBe(true);
		for (const { id, value } of values) {
			const pressed = send();
			const press = {
				action: { type: "button", action_id: id, value },
				body: {
					user: { id: "U1" },
					team: { id: "T1" },
					trigger_id: name + id + value,
					channel: { id: "C1" },
					response_url: "https://hooks.slack.test/1",
				},
				client: { chat: {} },
			};
			await (id === "share" ? onShare : onAction)({ ...pressed, ...press } as never, parts);
			expect(pressed.sent).toHaveLength(1);
			expect(JSON.stringify(pressed.sent)).not.toMatch(WAGE);
		}
		expect(log.info).toHaveBeenCalled();
		expect(logged()).not.toMatch(WAGE);
	});
});

describe("on the page a wage", () => {
	it("is in no log, address or header, and in no field but the asker's own", async () => {
		const written: string[] = [];
		const app = createHttpServer(
			pino({ level: "trace" }, { write: (line: string) => void written.push(line) }),
		);
		registerPage(app, pageParts(desk, readConfig({})));
		const text = "/level 137429 software engineer austin";
		const card = await app.inject({
			method: "POST",
			url: "/",
			headers: { "content-type": "application/x-www-form-urlencoded" },
			payload: new URLSearchParams({ text }).toString(),
		});
		expect(card.body).toMatch(WAGE);
		expect(JSON.stringify(card.headers)).not.toMatch(WAGE);
		const hidden = [...card.body.matchAll(/(?:value|href|action|id|name)="([^"]*)"/g)]
			.map((match) => match[1] ?? "")
			.filter((value) => value !== text);
		expect(hidden.join("\n")).not.toMatch(WAGE);
		const json = await app.inject({ method: "POST", url: "/api/answer", payload: { text } });
		expect(JSON.stringify(json.headers)).not.toMatch(WAGE);
		expect(JSON.stringify(json.json().answer.buttons)).not.toMatch(WAGE);
		expect(written.length).toBeGreaterThan(1);
		expect(written.join()).not.toMatch(WAGE);
	});
});

it("the desk writes nothing to its data folder for a wage", () => {
	const folder = mkdtempSync(join(tmpdir(), "h1b-desk-privacy-"));
	const own = testDesk(TODAY, openWages(folder).wages);
	for (const line of lines) own.text(line);
	expect(readdirSync(folder, { recursive: true })).toEqual([]);
});
