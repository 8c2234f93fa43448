/** Names of states and territories by their postal letters. */
const STATES: Readonly<Record<string, string>> = {
	AL: "Alabama",
	AK: "Alaska",
	AZ: "Arizona",
	AR: "Arkansas",
	CA: "California",
	CO: "Colorado",
	CT: "Connecticut",
	DC: "District of Columbia",
	DE: "Delaware",
	FL: "Florida",
	GA: "Georgia",
	GU: "Guam",
	HI: "Hawaii",
	IA: "Iowa",
	ID: "Idaho",
	IL: "Illinois",
	IN: "Indiana",
	KS: "Kansas",
	KY: "Kentucky",
	LA: "Louisiana",
	MA: "Massachusetts",
	MD: "Maryland",
	ME: "Maine",
	MI: "Michigan",
	MN: "Minnesota",
	MO: "Missouri",
	MS: "Mississippi",
	MT: "Montana",
	NC: "North Carolina",
	ND: "North Dakota",
	NE: "Nebraska",
	NH: "New Hampshire",
	NJ: "New Jersey",
	NM: "New Mexico",
	NV: "Nevada",
	NY: "New York",
	OH: "Ohio",
	OK: "Oklahoma",
	OR: "Oregon",
	PA: "Pennsylvania",
	PR: "Puerto Rico",
	RI: "Rhode Island",
	SC: "South Carolina",
	SD: "South Dakota",
	TN: "Tennessee",
	TX: "Texas",
	UT: "Utah",
	VA: "Virginia",
	VI: "Virgin Islands",
	VT: "Vermont",
	WA: "Washington",
	WI: "Wisconsin",
	WV: "West Virginia",
	WY: "Wyoming",
};

/** What people call a state beside its name. `jersey` is also a county of Illinois that hardly anyone means. */
const CALLED: readonly (readonly [string, string])[] = [
	["jersey", "NJ"],
	["cali", "CA"],
	["calif", "CA"],
	["mass", "MA"],
	["penn", "PA"],
	["penna", "PA"],
];

const byFullName = new Map(
	Object.entries(STATES).map(([code, name]) => [name.toLowerCase(), code]),
);
const byName = new Map<string, string>([
	...byFullName,
	...Object.keys(STATES).map((code) => [code.toLowerCase(), code] as const),
	...CALLED,
]);

/** Names of states in full, lower case: `new jersey`. */
export const STATE_NAMES: readonly string[] = [...byFullName.keys()];

/** `tx` or `texas`: the postal letters, or undefined. */
export const stateOf = (key: string): string | undefined => byName.get(key);

/** `new jersey`: the postal letters; for the name in full only. */
export const stateByFullName = (key: string): string | undefined => byFullName.get(key);

/** `washington state`, `state of new york`: the whole state and no city of its name. Undefined for anything else. */
export function wholeState(key: string): string | undefined {
	const name = /^(?:the )?state of (.+)$/.exec(key)?.[1] ?? /^(.+) state$/.exec(key)?.[1];
	return name === undefined ? undefined : byName.get(name);
}

/**
 * Splits a state off the end of a name: `columbus ohio` is `columbus` in OH. Undefined when there is none;
 * a name that is nothing but a state has an empty rest.
 */
export function splitState(key: string): { rest: string; state: string } | undefined {
	const words = key.split(" ");
	for (const length of [3, 2, 1]) {
		if (words.length < length) continue;
		const state = stateOf(words.slice(-length).join(" "));
		if (state) return { rest: words.slice(0, -length).join(" "), state };
	}
	return undefined;
}
