/** JSON with the fields of objects in order, so that equal values are equal texts. Throws TypeError for what is no JSON. */
export function toJson(value: unknown): string {
	const json = JSON.stringify(value, (_, part: unknown) =>
		isPlainObject(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
	if (json === undefined) throw new TypeError("only JSON values can be stored");
	return json;
}

function isPlainObject(value: unknown): value is object {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
