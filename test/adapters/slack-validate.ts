import { LIMITS } from "../../src/adapters/slack/limits.ts";

type Obj = Record<string, unknown>;
const isObject = (o: unknown): o is Obj => o !== null && typeof o === "object" && !Array.isArray(o);

/** Every object inside a payload. */
export function objectsIn(value: unknown): Obj[] {
	if (Array.isArray(value)) return value.flatMap(objectsIn);
	return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const BLOCKS = ["header", "context", "rich_text", "actions"];

/** What Slack would refuse in a message of ours, in words. */
export function violationsOf(payload: unknown): string[] {
	const message = payload as { text: string; blocks: Obj[] };
	const found: string[] = [];
	const over = (limit: keyof typeof LIMITS, size: number) => {
		if (size > LIMITS[limit].max) found.push(`${limit}: ${size}`);
	};
	if (!message.text.trim()) found.push("no text beside the blocks");
	over("messageText", [...message.text].length);
	over("blocks", message.blocks.length);
	for (const block of message.blocks) {
		if (!BLOCKS.includes(block.type as string)) found.push(`block ${String(block.type)}`);
		const elements = (block.elements ?? []) as Obj[];
		if (block.type !== "header" && elements.length === 0) found.push(`empty ${String(block.type)}`);
		if (block.type === "header")
			over("headerText", [...(block.text as { text: string }).text].length);
		if (block.type === "context") over("contextElements", elements.length);
		over("blockId", String(block.block_id ?? "").length);
		if (block.type === "actions") {
			over("actionsElements", elements.length);
			const ids = elements.map((element) => element.action_id);
			if (new Set(ids).size !== ids.length) found.push("an action id stands twice in a block");
		}
	}
	for (const object of objectsIn(message.blocks)) {
		if (typeof object.text === "string" && object.text === "")
			found.push(`empty ${String(object.type)}`);
		if (object.type === "button") {
			over("buttonText", [...(object.text as { text: string }).text].length);
			over("buttonValue", String(object.value ?? "").length);
		}
		if (object.type === "static_select") {
			const options = object.options as { text: { text: string }; value: string }[];
			over("selectOptions", options.length);
			for (const option of options) {
				over("optionText", [...option.text.text].length);
				over("optionValue", option.value.length);
			}
		}
		if (object.type === "external_select")
			over("optionText", [...(object.placeholder as { text: string }).text].length);
		if (object.type === "plain_text" && object.emoji !== false)
			found.push("plain_text with emoji codes on");
	}
	return found;
}
