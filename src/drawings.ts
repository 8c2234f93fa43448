import type { Drawings } from "./adapters/page/answer-views.ts";
import { commands } from "./commands/index.ts";

/** A chart's place in the card; the page draws the chart itself. */
const PLACE = { png: new Uint8Array(0), width: 0, height: 0 };
/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const IS_COMPONENTS_V2 = 1 << 15;

/**
 * What Discord and Slack would be sent for a reply. Loaded at the first use and without the platforms'
 * libraries, so that a desk without tokens starts as fast as before.
 */
export const drawings: Drawings = {
	async discord(reply) {
		const { renderAnswer } = await import("./adapters/discord/render.ts");
		const { formFor, formId } = await import("./adapters/discord/form-id.ts");
		const command = commands.find(({ name }) => name === reply.command);
		const { components } = renderAnswer(reply, {
			picture: reply.answer.chart ? PLACE : null,
			form: command && formFor(command.name) && formId(command, reply.again?.input ?? {}),
		});
		return { flags: IS_COMPONENTS_V2, components };
	},
	async slack(reply) {
		const { renderAnswer } = await import("./adapters/slack/render.ts");
		return renderAnswer(reply);
	},
};
