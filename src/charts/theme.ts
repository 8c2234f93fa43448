/** What a colour is for. Meaning never rests on it: words, outline, shape and place carry that too. */
export type Paint =
	| "panel"
	| "ink"
	| "soft"
	| "line"
	| "bar"
	| "own"
	| "series1"
	| "series2"
	| "series3"
	| "series4";

export type ThemeName = "light" | "dark" | "page";

/** Series by their place: after four they repeat, with other marks and dashes. */
export const SERIES: readonly Paint[] = ["series1", "series2", "series3", "series4"];

// Okabe and Ito's palette for colour-blind readers, lightened or darkened to 3:1 against the panel for
// marks and 4.5:1 for text (WCAG 2.2, 1.4.3 and 1.4.11).
const LIGHT: Record<Paint, string> = {
	panel: "#ffffff",
	ink: "#16202c",
	soft: "#55616f",
	line: "#d5dbe2",
	bar: "#7d94ab",
	own: "#0072b2",
	series1: "#0072b2",
	series2: "#c25400",
	series3: "#00805c",
	series4: "#a8518a",
};

const DARK: Record<Paint, string> = {
	panel: "#18212b",
	ink: "#eef2f6",
	soft: "#b3bfcb",
	line: "#3a4856",
	bar: "#6f8aa3",
	own: "#56b4e9",
	series1: "#56b4e9",
	series2: "#e69f00",
	series3: "#2fbf94",
	series4: "#d897bd",
};

/** The colour of a role: fixed in a picture, a custom property on the page, whose stylesheet sets it. */
export function colour(theme: ThemeName, paint: Paint): string {
	if (theme === "page") return `var(--chart-${paint})`;
	return (theme === "dark" ? DARK : LIGHT)[paint];
}

/** `--chart-ink: #16202c; ...` for a stylesheet. */
export function customProperties(theme: "light" | "dark"): string {
	return Object.entries(theme === "dark" ? DARK : LIGHT)
		.map(([paint, value]) => `--chart-${paint}: ${value};`)
		.join(" ");
}
