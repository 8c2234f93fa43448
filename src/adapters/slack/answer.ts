import type { Desk } from "../../commands/desk.ts";
import type { Action } from "../../core/answer.ts";
import type { Reply } from "../../core/reply.ts";
import type { HandlerParts, Target } from "./parts.ts";

/** A line as typed, or a command with its options. */
export type Asked = { line: string } | Action;

/** The reply. Who asks is looked up only for commands that read or change what is stored. */
export async function answerTo(
	parts: HandlerParts,
	asked: Asked,
	target: Target,
	/** After the look-up, which may take long: whoever waits for its turn. */
	turn: () => Promise<void> = parts.turn,
): Promise<Reply> {
	const { desk, store } = parts;
	if (!needsIdentity(desk, asked)) {
		await turn();
		const context = { at: target };
		return "line" in asked
			? desk.text(asked.line, context)
			: desk.run(asked.command, asked.input, context);
	}
	const by = { who: await parts.people.whoIs(target), store };
	await turn();
	return "line" in asked ? desk.actText(asked.line, by) : desk.act(asked.command, asked.input, by);
}

function needsIdentity(desk: Pick<Desk, "commands">, asked: Asked): boolean {
	const name =
		"line" in asked ? /^\/(?:h1b\s+\/?)?(\S+)/i.exec(asked.line.trim())?.[1] : asked.command;
	return desk.commands.some((c) => c.name === name?.toLowerCase() && c.act !== undefined);
}
