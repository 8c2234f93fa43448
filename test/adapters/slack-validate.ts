import { LIMITS } from "../../src/adapters/slack/limits.ts";

type Obj = Record<string, unknown>;
const isObject = (o: unknown): o is Obj => o !== null && typeof o === "object" && !Array.isArray(o);

/** Every object inside a payload. */
export function objectsIn(value: unknown): Obj[] {
	if (Array.isArray(value)) return value.flatMap(objectsIn);
	return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const BLOCKS = ["header", "context", "rich_text", "actions", "data_visualization", "table"];

interface SlackChart {
	type: string;
	series: { name: string; data: { label: string; value: unknown }[] }[];
	axis_config: { categories: string[]; x_label?: string; y_label?: string };
}

/** A strict reading of https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block. */
function chartViolations(block: Obj): string[] {
	const found: string[] = [];
	const { type, series, axis_config: axis } = block.chart as SlackChart;
	const size = (what: string, text: string | undefined, max: number) => {
		if (text !== undefined && (text === "" || [...text].length > max))
			found.push(`${what}: ${text}`);
	};
	size("chart title", block.title as string, 50);
	size("x_label", axis.x_label, 50);
	size("y_label", axis.y_label, 50);
	if (!["bar", "line"].includes(type)) found.push(`chart ${type}`);
	if (series.length < 1 || series.length > 6) found.push(`${series.length} series`);
	if (new Set(series.map(({ name }) => name)).size !== series.length) found.push("names alike");
	const { categories } = axis;
	if (categories.length < 1 || categories.length > 20)
		found.push(`${categories.length} categories`);
	if (new Set(categories).size !== categories.length) found.push("categories alike");
	for (const text of [...categories, ...series.map(({ name }) => name)])
		size("chart label", text, 20);
	for (const { data } of series) {
		if (data.map(({ label }) => label).join() !== categories.join())
			found.push("points and categories differ");
		if (!data.every(({ value }) => Number.isFinite(value))) found.push("a value that is none");
	}
	return found;
}

/** https://docs.slack.dev/reference/block-kit/blocks/table-block */
function tableViolations({ rows }: Obj): string[] {
	const cells = (rows as { type: string; text: string }[][]).flat();
	const isWrong =
		(rows as unknown[]).length > 100 ||
		(rows as unknown[][]).some((row) => row.length > 20) ||
		cells.some(({ type, text }) => type !== "raw_text" || text === "") ||
		cells.reduce((sum, { text }) => sum + text.length, 0) > 10_000;
	return isWrong ? ["table"] : [];
}

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
		if (block.type === "data_visualization") found.push(...chartViolations(block));
		else if (block.type === "table") found.push(...tableViolations(block));
		else if (block.type !== "header" && elements.length === 0)
			found.push(`empty ${String(block.type)}`);
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
