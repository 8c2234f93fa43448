import { CHART_FORMS, type ChartForm } from "./chart.ts";
import type { SlackMessage } from "./render.ts";

/** Which form each workspace takes; learned from its refusals and forgotten with the process. */
export class ChartForms {
	readonly #byTeam = new Map<string, ChartForm>();

	of(team: string): ChartForm {
		return this.#byTeam.get(team) ?? "native";
	}

	/** Remembers what a workspace took after it had refused something better. */
	learn(team: string, form: ChartForm): void {
		if (team === "") return;
		this.#byTeam.set(team, form);
		const oldest = this.#byTeam.keys().next().value;
		if (this.#byTeam.size > MOST_TEAMS && oldest !== undefined) this.#byTeam.delete(oldest);
	}
}

const MOST_TEAMS = 10_000;

/** Sends a card, again in a poorer form when Slack refuses its chart. Native drawings are not everywhere yet. */
export async function sendWithChart(
	forms: ChartForms,
	team: string,
	draw: (chart: ChartForm) => SlackMessage,
	send: (message: SlackMessage) => Promise<void>,
): Promise<ChartForm> {
	const first = forms.of(team);
	let form = first;
	for (;;) {
		const message = draw(form);
		try {
			await send(message);
			if (form !== first) forms.learn(team, form);
			return form;
		} catch (error) {
			const next = CHART_FORMS[CHART_FORMS.indexOf(form) + 1];
			if (!next || !hasChart(message) || !isRefusal(error)) throw error;
			form = next;
		}
	}
}

export function hasChart(message: object): boolean {
	const blocks = "blocks" in message && Array.isArray(message.blocks) ? message.blocks : [];
	return blocks.some(({ type }) => type === "data_visualization" || type === "table");
}

/** Slack took the request and refused its blocks; it answers 200 in places. */
export class BlocksRefusedError extends Error {
	readonly code = "BLOCKS_REFUSED";
	readonly statusCode = 400;
	constructor() {
		super("Slack refused the blocks");
		this.name = "BlocksRefusedError";
	}
}

function isRefusal(error: unknown): boolean {
	const found = error as { statusCode?: unknown; data?: { error?: unknown } };
	return found?.statusCode === 400 || /^invalid_/.test(String(found?.data?.error));
}

/** Throws BlocksRefusedError when an answer of Slack's, though 200, is a refusal. */
export async function checkTaken(response: unknown): Promise<void> {
	const text = (response as { text?: () => Promise<string> } | undefined)?.text;
	if (typeof text !== "function") return;
	const body = await text.call(response).catch(() => "");
	if (/invalid_(blocks|attachments|arguments)/.test(body)) throw new BlocksRefusedError();
}
