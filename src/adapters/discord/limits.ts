const COMPONENTS = "https://docs.discord.com/developers/components/reference";
const COMMANDS = "https://docs.discord.com/developers/interactions/application-commands";
const RESPONDING = "https://docs.discord.com/developers/interactions/receiving-and-responding";
const LINK_BUTTON = `${COMPONENTS}#button`;

const limit = (max: number, docs: string) => ({ max, docs });

/** What Discord refuses beyond, and where it says so. */
export const LIMITS = {
	componentsPerMessage: limit(40, `${COMPONENTS}#component-reference`),
	// The page does not say what a character is. UTF-16 units are counted: never fewer than Discord counts.
	textPerMessage: limit(4000, `${COMPONENTS}#text-display`),
	mediaDescription: limit(1024, `${COMPONENTS}#media-gallery-media-gallery-item-structure`),
	// The least that any server takes; a boosted one takes more.
	attachmentBytes: limit(
		10 * 1024 * 1024,
		"https://docs.discord.com/developers/reference#uploading-files",
	),
	buttonsPerRow: limit(5, `${COMPONENTS}#action-row`),
	buttonLabel: limit(80, LINK_BUTTON),
	buttonUrl: limit(512, LINK_BUTTON),
	customId: limit(100, `${COMPONENTS}#anatomy-of-a-component`),
	selectOptions: limit(25, `${COMPONENTS}#string-select`),
	selectText: limit(100, `${COMPONENTS}#string-select-select-option-structure`),
	commands: limit(100, `${COMMANDS}#registering-a-command`),
	commandName: limit(32, `${COMMANDS}#application-command-object-application-command-naming`),
	commandCharacters: limit(8000, `${COMMANDS}#slash-commands`),
	commandDescription: limit(100, `${COMMANDS}#application-command-object`),
	optionsPerCommand: limit(25, `${COMMANDS}#application-command-object`),
	choicesPerOption: limit(
		25,
		`${COMMANDS}#application-command-object-application-command-option-structure`,
	),
	stringOption: limit(
		6000,
		`${COMMANDS}#application-command-object-application-command-option-structure`,
	),
	completions: limit(25, `${COMMANDS}#autocomplete`),
	completionText: limit(
		100,
		`${COMMANDS}#application-command-object-application-command-option-choice-structure`,
	),
	modalTitle: limit(45, `${RESPONDING}#interaction-response-object-modal`),
	modalComponents: limit(5, `${RESPONDING}#interaction-response-object-modal`),
	modalLabel: limit(45, `${COMPONENTS}#label-label-structure`),
	modalDescription: limit(100, `${COMPONENTS}#label-label-structure`),
	textInputPlaceholder: limit(100, `${COMPONENTS}#text-input-text-input-structure`),
	textInputValue: limit(4000, `${COMPONENTS}#text-input-text-input-structure`),
	selectPlaceholder: limit(150, `${COMPONENTS}#string-select-string-select-structure`),
	radioOptions: limit(10, `${COMPONENTS}#radio-group-structure`),
	// Where the app is only user-installed; the first answer does not count.
	followUps: limit(5, `${RESPONDING}#followup-messages`),
} as const;

export type LimitName = keyof typeof LIMITS;

/** Our own mistake: something was built that Discord would refuse. */
export class RenderLimitError extends Error {
	readonly code = "RENDER_LIMIT";
	readonly limit: LimitName;
	readonly has: number;

	constructor(name: LimitName, has: number) {
		super(`${name}: ${has}, but Discord takes ${LIMITS[name].max} (${LIMITS[name].docs})`);
		this.name = "RenderLimitError";
		this.limit = name;
		this.has = has;
	}
}

/** Throws RenderLimitError when a limit is broken. */
export function within(name: LimitName, has: number): void {
	if (has > LIMITS[name].max) throw new RenderLimitError(name, has);
}
