import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMS, type FormName } from "../../src/adapters/slack/forms/fields.ts";
import { decodeOpened, encodeOpened, formView } from "../../src/adapters/slack/forms/form-view.ts";
import { homeView } from "../../src/adapters/slack/home-view.ts";
import { LIMITS } from "../../src/adapters/slack/limits.ts";
import { manifest, PROMPTS } from "../../src/adapters/slack/manifest.ts";
import { shortNames } from "../../src/adapters/slack/names.ts";
import { EVENTS, permissionsPage, SCOPES } from "../../src/adapters/slack/permissions.ts";
import { wordsOf } from "../../src/adapters/slack/words.ts";
import { testDesk } from "../helpers/desk.ts";
import { objectsIn } from "./slack-validate.ts";

const desk = testDesk();
const URL = "https://desk.example.org";

describe("the Slack manifest", () => {
	const plain = manifest(desk.commands, { publicUrl: null });

	it("asks for two scopes and three events, and takes no name that Slack keeps", () => {
		expect(plain.oauth_config.scopes.bot).toEqual(["commands", "chat:write"]);
		expect(plain.settings.event_subscriptions.bot_events).toEqual([
			"app_home_opened",
			"app_uninstalled",
			"tokens_revoked",
		]);
		expect("agent_view" in plain.features).toBe(false);
		const names = plain.features.slash_commands.map(({ command }) => command);
		expect(names).toEqual(["/h1b", ...shortNames(desk.commands).map((name) => `/${name}`)]);
		expect(names).not.toContain("/help");
		expect(shortNames([{ name: "status" }, { name: "odds" }])).toEqual(["odds"]);
	});

	it("asks for more only for what is switched on", () => {
		const agent = manifest(desk.commands, { publicUrl: null, isAgent: true });
		expect(agent.oauth_config.scopes.bot).toEqual([
			"commands",
			"chat:write",
			"app_mentions:read",
			"im:history",
			"assistant:write",
		]);
		expect(agent.settings.event_subscriptions.bot_events).toEqual(
			expect.arrayContaining(["app_mention", "message.im"]),
		);
		expect(agent.features).toHaveProperty("agent_view");
		expect(agent.features).not.toHaveProperty("assistant_view");
		const admins = manifest(desk.commands, { publicUrl: null, hasAdmins: true });
		expect(admins.oauth_config.scopes.bot).toEqual(["commands", "chat:write", "users:read"]);
	});

	it("is for a socket without a public address, for HTTP and OAuth with one", () => {
		expect(plain.settings.socket_mode_enabled).toBe(true);
		expect(JSON.stringify(plain)).not.toContain("http");
		const web = manifest(desk.commands, { publicUrl: URL });
		expect(web.settings).toMatchObject({
			socket_mode_enabled: false,
			org_deploy_enabled: true,
			event_subscriptions: { request_url: `${URL}/slack/events` },
			interactivity: { message_menu_options_url: `${URL}/slack/events` },
		});
		expect(web.oauth_config).toMatchObject({ redirect_urls: [`${URL}/slack/oauth_redirect`] });
		for (const { url } of web.features.slash_commands as { url?: string }[])
			expect(url).toBe(`${URL}/slack/events`);
	});

	it("keeps to what Slack takes, and has the two shortcuts", () => {
		const { features } = manifest(desk.commands, { publicUrl: URL, isAgent: true });
		expect(features.shortcuts.map(({ callback_id, type }) => `${type} ${callback_id}`)).toEqual([
			"global ask_desk",
			"message check_claim",
		]);
		for (const { name, description } of features.shortcuts) {
			expect(name.length).toBeLessThanOrEqual(LIMITS.shortcutName.max);
			expect(description.length).toBeLessThanOrEqual(150);
		}
		expect(features.slash_commands.length).toBeLessThanOrEqual(LIMITS.slashCommands.max);
		for (const command of features.slash_commands) expect(command.should_escape).toBe(false);
		expect(features.agent_view?.agent_description.length).toBeLessThanOrEqual(
			LIMITS.agentDescription.max,
		);
		expect(PROMPTS.length).toBeLessThanOrEqual(LIMITS.agentPrompts.max);
	});

	it("suggests only questions that are answered", () => {
		for (const { message } of PROMPTS)
			expect(desk.text(`/h1b ${message}`).outcome, message).toBe("answered");
	});
});

describe("docs/permissions.md", () => {
	it("has each scope and event of the manifest with its reason", () => {
		const page = readFileSync("docs/permissions.md", "utf8");
		const slack = /## Slack\n+([\s\S]*?)(?=\n## |$)/.exec(page)?.[1] ?? "";
		// Formatting pads the columns.
		const squeezed = (text: string) => text.replace(/ +/g, " ").replace(/-{3,}/g, "---").trim();
		expect(squeezed(slack)).toBe(squeezed(permissionsPage()));
		for (const { why, test } of [...SCOPES, ...EVENTS]) {
			expect(why.length).toBeGreaterThan(15);
			expect(test).toMatch(/\.$/);
		}
	});
});

/** What Slack would refuse in a window or on the Home tab. */
function viewViolations(view: {
	type: string;
	blocks: object[];
	title?: { text: string };
}): string[] {
	const found: string[] = [];
	const over = (what: keyof typeof LIMITS, text: unknown) => {
		if ([...String(text ?? "")].length > LIMITS[what].max) found.push(`${what}: ${String(text)}`);
	};
	over("viewTitle", view.title?.text);
	if (view.blocks.length > LIMITS.viewBlocks.max) found.push("blocks");
	const ids = view.blocks.flatMap((block) => ("block_id" in block ? [block.block_id] : []));
	if (new Set(ids).size !== ids.length) found.push("block ids alike");
	for (const block of objectsIn(view.blocks)) {
		if (block.type === "table" || block.type === "data_visualization") found.push("a chart");
		if (block.type === "plain_text" && block.emoji !== false) found.push("emoji codes on");
		if (block.type === "actions") {
			const actions = (block.elements as { action_id: string }[]).map((e) => e.action_id);
			if (new Set(actions).size !== actions.length) found.push("action ids alike");
		}
		const { placeholder, options } = block as {
			placeholder?: { text: string };
			options?: { text: { text: string }; description?: { text: string }; value: string }[];
		};
		over("placeholder", placeholder?.text);
		for (const { text, description, value } of options ?? []) {
			over("optionText", text.text);
			over("optionText", description?.text);
			over("optionValue", value);
		}
	}
	return found;
}

describe("windows", () => {
	it.each(Object.keys(FORMS) as FormName[])("the form of %s is as Slack takes it", (name) => {
		const view = formView(desk, name, { channel: "C1", url: "https://hooks.slack.test/1" });
		expect(viewViolations(view as never)).toEqual([]);
		const inputs = view.blocks.filter(({ type }) => type === "input");
		expect(inputs.length).toBeGreaterThan(0);
		expect(inputs.filter((b) => JSON.stringify(b).includes("focus_on_load"))).toHaveLength(1);
	});

	it("remember where they were opened, and nothing else", () => {
		const opened = { channel: "C1", url: "https://hooks.slack.test/1" };
		expect(decodeOpened(encodeOpened(opened))).toEqual(opened);
		expect(encodeOpened({ channel: "C1", url: "x".repeat(4_000) })).toBe("{}");
		for (const text of [undefined, "", "{", "null", "[]", '{"channel":1}'])
			expect(decodeOpened(text)).toEqual({});
	});

	it("the Home tab is as Slack takes it; only an admin gets the settings' controls", () => {
		const settings = desk.run("policy", {});
		const buttons = {
			...settings,
			answer: {
				...settings.answer,
				buttons: [{ label: "Make public", do: { command: "policy", input: {} } }],
			},
		};
		const draw = (isAdmin: boolean) =>
			homeView({
				watches: desk.run("help", {}),
				settings: buttons,
				isAdmin,
				publicUrl: URL,
				report: "https://example.org/report",
			});
		for (const isAdmin of [true, false]) {
			const view = draw(isAdmin);
			expect(viewViolations(view as never)).toEqual([]);
			expect(JSON.stringify(view)).toMatch(
				/Channels told of changes.*Settings.*Support.*\/privacy/s,
			);
			expect(JSON.stringify(view).includes("Make public")).toBe(isAdmin);
		}
	});
});

it.each([
	["<@U1> is it <https://x.test/a|so>?", "is it so?"],
	["see <https://x.test/a> in <#C1|general>", "see https://x.test/a in general"],
	["<!here> a &lt; b &amp; c", "a < b & c"],
	["<!date^1392734382^{date}|18 Feb 2014> news", "18 Feb 2014 news"],
])("reads %s as its reader sees it", (text, words) => expect(wordsOf(text)).toBe(words));
