const BLOCKS = "https://docs.slack.dev/reference/block-kit/blocks";
const ELEMENTS = "https://docs.slack.dev/reference/block-kit/block-elements";

/** What Slack accepts, each with the page that says so. */
export const LIMITS = {
	blocks: { max: 50, page: BLOCKS },
	headerText: { max: 150, page: `${BLOCKS}/header-block` },
	contextElements: { max: 10, page: `${BLOCKS}/context-block` },
	actionsElements: { max: 25, page: `${BLOCKS}/actions-block` },
	buttonText: { max: 75, page: `${ELEMENTS}/button-element` },
	buttonValue: { max: 2_000, page: `${ELEMENTS}/button-element` },
	optionText: {
		max: 75,
		page: "https://docs.slack.dev/reference/block-kit/composition-objects/option-object",
	},
	optionValue: {
		max: 150,
		page: "https://docs.slack.dev/reference/block-kit/composition-objects/option-object",
	},
	selectOptions: { max: 100, page: `${ELEMENTS}/select-menu-element` },
	contextText: { max: 2_000, page: `${BLOCKS}/context-block` },
	// Two drawings a message at most; a card has one. The page names six series, some clients twelve.
	chartTitle: { max: 50, page: `${BLOCKS}/data-visualization-block` },
	chartSeries: { max: 6, page: `${BLOCKS}/data-visualization-block` },
	chartCategories: { max: 20, page: `${BLOCKS}/data-visualization-block` },
	chartLabel: { max: 20, page: `${BLOCKS}/data-visualization-block` },
	tableRows: { max: 100, page: `${BLOCKS}/table-block` },
	tableColumns: { max: 20, page: `${BLOCKS}/table-block` },
	tableCharacters: { max: 10_000, page: `${BLOCKS}/table-block` },
	viewBlocks: { max: 100, page: "https://docs.slack.dev/reference/views/modal-views" },
	viewTitle: { max: 24, page: "https://docs.slack.dev/reference/views/modal-views" },
	viewMetadata: { max: 3_000, page: "https://docs.slack.dev/reference/views/modal-views" },
	placeholder: { max: 150, page: `${ELEMENTS}/plain-text-input-element` },
	inputText: { max: 3_000, page: `${ELEMENTS}/plain-text-input-element` },
	checkboxes: { max: 10, page: `${ELEMENTS}/checkboxes-element` },
	shortcutName: { max: 24, page: "https://docs.slack.dev/reference/app-manifest#features" },
	slashCommands: { max: 50, page: "https://docs.slack.dev/reference/app-manifest#features" },
	agentDescription: { max: 300, page: "https://docs.slack.dev/reference/app-manifest#features" },
	agentPrompts: { max: 4, page: "https://docs.slack.dev/reference/app-manifest#features" },
	blockId: { max: 255, page: `${BLOCKS}/actions-block` },
	/** Slack advises at most this for the text beside blocks. */
	messageText: { max: 4_000, page: "https://docs.slack.dev/reference/methods/chat.postMessage" },
	/** One message a second in a channel; a little more, for clocks differ. */
	postEveryMs: { max: 1_100, page: "https://docs.slack.dev/apis/web-api/rate-limits" },
	/** Our own: rows and characters of one message, so that a phone can read it. */
	rowsAtOnce: { max: 25, page: "none" },
	charactersAtOnce: { max: 6_000, page: "none" },
} as const;

/** A card that would break a limit: our own mistake. Names the limit, never the text. */
export class RenderLimitError extends Error {
	readonly code = "RENDER_LIMIT";
	readonly limit: keyof typeof LIMITS;
	constructor(limit: keyof typeof LIMITS) {
		super(`over Slack's limit: ${limit} (${LIMITS[limit].max})`);
		this.name = "RenderLimitError";
		this.limit = limit;
	}
}

/** The text when it fits. Throws RenderLimitError otherwise: words are shortened by whoever wrote them. */
export function within(limit: keyof typeof LIMITS, text: string): string {
	if ([...text].length > LIMITS[limit].max) throw new RenderLimitError(limit);
	return text;
}
