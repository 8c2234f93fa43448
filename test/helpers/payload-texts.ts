/** What a person reads on a payload of Discord or Slack: its words without marks, in order. */
export function textsOf(payload: unknown): string[] {
	return walk(payload).filter((text) => text !== "");
}

// Words that are machine's own, or that only show on a press.
const UNSEEN = new Set([
	"url",
	"value",
	"custom_id",
	"action_id",
	"block_id",
	"type",
	"style",
	"options",
	"categories",
]);

function walk(value: unknown, key = ""): string[] {
	if (typeof value === "string") {
		if (["text", "label", "title", "placeholder", "y_label"].includes(key)) return [value];
		return key === "content" ? value.split("\n").map(withoutMarks) : [];
	}
	if (Array.isArray(value)) return value.flatMap((item) => walk(item, key));
	if (value === null || typeof value !== "object") return [];
	// The text beside Slack's blocks is for notifications.
	const skipped = "blocks" in value ? "text" : "";
	return Object.entries(value).flatMap(([name, inner]) =>
		UNSEEN.has(name) || name === skipped || name === "series" ? [] : walk(inner, name),
	);
}

/** Discord's marks taken off a line, another way than the page does it. */
function withoutMarks(line: string): string {
	return line
		.replace(/^(#{1,3}|-#|[-*]) /, "")
		.replace(/(?<!\\)\]\(https?:[^\s)]+\)/g, "")
		.replace(/(?<!\\)\*\*|(?<!\\)\[/g, "")
		.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
}
