import {
	type APIMessageTopLevelComponent,
	ButtonStyle,
	ComponentType,
	MessageFlags,
} from "discord-api-types/v10";
import type { Message } from "discord.js";

/** The components of a message as Discord sent them. */
export const componentsOf = (message: Pick<Message, "components">): APIMessageTopLevelComponent[] =>
	message.components.map((component) => component.toJSON() as APIMessageTopLevelComponent);

export const isPrivateCard = (message: Pick<Message, "flags">): boolean =>
	message.flags.has(MessageFlags.Ephemeral);

/** The same components with every button and select disabled; links go on working. */
export function disabled<T extends object>(component: T): T {
	const { type, style, components } = component as Controls;
	const isControl =
		type === ComponentType.StringSelect ||
		(type === ComponentType.Button && style !== ButtonStyle.Link);
	return {
		...component,
		...(isControl && { disabled: true }),
		...(components && { components: components.map(disabled) }),
	};
}

interface Controls {
	type?: ComponentType;
	style?: ButtonStyle;
	components?: object[];
}

/** What was chosen in which select, and the words that the select then shows. */
export interface Chosen {
	customId: string;
	values: readonly string[];
	placeholder: string;
}

/** The rows of selects in a message, with what was chosen shown as chosen. */
export function menusOf(components: readonly object[], chosen: Chosen): object[] {
	return components.flatMap((component) => {
		const { type, components: inner = [] } = component as Controls;
		if (type !== ComponentType.ActionRow) return menusOf(inner, chosen);
		return inner.some((child) => (child as Controls).type === ComponentType.StringSelect)
			? [{ ...withoutId(component), components: inner.map((child) => marked(child, chosen)) }]
			: [];
	});
}

function marked(select: object, chosen: Chosen): object {
	const { custom_id, options = [] } = select as {
		custom_id?: string;
		options?: { value: string }[];
	};
	const isPressed = custom_id === chosen.customId;
	return {
		...withoutId(select),
		placeholder: chosen.placeholder,
		options: options.map((option) => ({
			...option,
			default: isPressed && chosen.values.includes(option.value),
		})),
	};
}

/** What a card says, without rows of buttons and selects. */
export function withoutControls<T extends object>(components: readonly T[]): T[] {
	return components
		.filter((component) => (component as Controls).type !== ComponentType.ActionRow)
		.map((component) => {
			const { components: inner } = component as Controls;
			return { ...withoutId(component), ...(inner && { components: withoutControls(inner) }) } as T;
		});
}

/** Ids are given anew: those of another message may be taken. */
function withoutId(component: object): object {
	const { id: _id, ...rest } = component as { id?: number };
	return rest;
}
