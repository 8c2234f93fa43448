import type { FactUnknown, FactView } from "./lookup.ts";

/** A fact's number. Throws TypeError when the fact holds none: our own mistake. */
export function numberOf(view: FactView): number {
	const { value } = view.entry;
	if (typeof value !== "number") throw new TypeError(`${view.id} holds no number`);
	return value;
}

/** A named number of a fact; null when it was never published, undefined when the fact does not have it. */
export function figure(view: FactView | FactUnknown, name: string): number | null | undefined {
	if (!view.known) return undefined;
	const found = view.entry.figures?.[name];
	return typeof found === "number" || found === null ? found : undefined;
}

/** A named day of a fact. */
export function figureDate(view: FactView | FactUnknown, name: string): string | undefined {
	if (!view.known) return undefined;
	const found = view.entry.figures?.[name];
	return typeof found === "string" ? found : undefined;
}
