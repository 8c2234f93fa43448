const LONGEST_KEY = 255;

/** Throws TypeError for what no database keeps as it is. */
export function checkKey(key: string): void {
	if (key.length === 0 || key.length > LONGEST_KEY || !isPlain(key))
		throw new TypeError(`a key has 1 to ${LONGEST_KEY} characters and no control characters`);
}

/** A prefix of keys; may be empty. */
export function checkPrefix(prefix: string): void {
	if (prefix !== "") checkKey(prefix);
}

function isPlain(text: string): boolean {
	// A lone surrogate has no UTF-8 form; Node 20 has isWellFormed, the types of ES2023 do not.
	return !/[\u0000-\u001f\u007f]/.test(text) && !/\p{Cs}/u.test(text);
}

/** The half-open range, in byte order, of everything that begins with the prefix. */
export function rangeOf(prefix: string): [from: string, below: string] {
	return [prefix, `${prefix}\u{10ffff}`];
}
