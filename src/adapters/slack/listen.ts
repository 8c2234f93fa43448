import type { App } from "@slack/bolt";
import { type ActionArgs, onAction, onForm, onShare } from "./handlers/action.ts";
import { onSaid, type SaidArgs } from "./handlers/agent.ts";
import { onCommand } from "./handlers/command.ts";
import { onSubmit } from "./handlers/form.ts";
import { onHomeOpened } from "./handlers/home.ts";
import { onRemoval, type RemovalBody, type RemovalParts } from "./handlers/removal.ts";
import { ASK, CHECK, onAsk, onCheck } from "./handlers/shortcut.ts";
import { nameOf } from "./errors.ts";
import { shortNames } from "./names.ts";
import type { HandlerParts } from "./parts.ts";
import { PICKED, pickOptions, type Typing } from "./pick.ts";

export interface ListenParts extends HandlerParts {
	removal: RemovalParts;
	/** Mentions and messages to the app are answered. */
	isAgent: boolean;
}

/** Registers every listener on the app. Transport and tokens are somebody else's business. */
export function listen(app: App, parts: ListenParts): void {
	// One listener for all: Bolt asks each of them, and twenty take longer than all else before the acknowledgement.
	const names = ["h1b", ...shortNames(parts.desk.commands)];
	app.command(new RegExp(`^/(?:${names.join("|")})$`), (args) =>
		onCommand(args, args.command.command.slice(1), parts),
	);
	app.shortcut({ type: "shortcut", callback_id: ASK }, (args) => onAsk(args, parts));
	app.shortcut({ type: "message_action", callback_id: CHECK }, (args) => onCheck(args, parts));
	app.action(/^(do:[\w-]+|more|choose)$/, (args) => onAction(args as ActionArgs, parts));
	app.action(PICKED, (args) => onAction(args as ActionArgs, parts));
	app.action("share", (args) => onShare(args as ActionArgs, parts));
	app.action(/^form:/, (args) => onForm(args as ActionArgs, parts));
	// A link opens by itself; Slack still wants to hear that it arrived.
	app.action(/^open:\d+$/, ({ ack }) => ack());
	app.view(/^form:/, (args) => onSubmit(args as Parameters<typeof onSubmit>[0], parts));
	// Menus that ask as somebody types. A mistake of ours gives none: people can still type the command.
	app.options(PICKED, async ({ ack, payload, body }) => {
		let options: ReturnType<typeof pickOptions> = [];
		try {
			const { view } = body as { view?: { callback_id?: string } };
			options = pickOptions(parts.desk, { ...(payload as unknown as Typing), view });
		} catch (error) {
			parts.log.warn({ error: nameOf(error) }, "slack: no suggestions");
		}
		await ack({ options });
	});
	app.event("app_home_opened", (args) => onHomeOpened(args, parts));
	for (const name of ["app_uninstalled", "tokens_revoked"] as const) {
		app.event(name, ({ body }) =>
			parts.work.once("", () => onRemoval(body as unknown as RemovalBody, parts.removal)),
		);
	}
	if (!parts.isAgent) return;
	app.event("app_mention", (args) => onSaid(args as unknown as SaidArgs, parts));
	app.event("message", (args) => onSaid(args as unknown as SaidArgs, parts));
}
