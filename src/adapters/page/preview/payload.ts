/** Reads payloads of a platform as they stand: whatever is missing or of another kind reads as nothing. */
export type Json = Readonly<Record<string, unknown>>;

export const object = (value: unknown): Json =>
	value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};

export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

export const text = (value: unknown): string =>
	typeof value === "string" || typeof value === "number" ? String(value) : "";
