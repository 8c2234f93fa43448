import type { Chart } from "./answer.ts";
import { isDrawn, speak } from "./say.ts";

/** A chart in words that its font has: English for scripts that it lacks. Its `alt` is read, not drawn. */
export function drawnChart<C extends Chart | null>(make: () => C): C {
	const chart = make();
	if (chart === null || isDrawn()) return chart;
	return { ...speak(null, make).done, alt: chart.alt } as C;
}
