import type { Chart } from "../core/answer.ts";

/** From zero to a round number at or above the largest value. */
export interface Scale {
	max: number;
	/** Round numbers from 0 to `max`. */
	ticks: number[];
	/** Where a value lies, 0 to 1. */
	at(value: number): number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A scale with about `wanted` steps. Shares end at 100 percent at the latest, counts step by whole numbers. */
export function scaleTo(largest: number, unit: Chart["unit"], wanted = 4): Scale {
	const top = largest > 0 && Number.isFinite(largest) ? largest : 1;
	const raw = top / wanted;
	const power = 10 ** Math.floor(Math.log10(raw));
	let step = (STEPS.find((round) => round * power >= raw * 0.999) ?? 10) * power;
	if (unit === "count") step = Math.max(1, step === 2.5 ? 3 : step);
	let max = Math.ceil(top / step - 1e-9) * step;
	if (unit === "share" && top <= 1) max = Math.min(max, 1);
	const ticks = Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) => i * step);
	return { max, ticks, at: (value) => Math.min(Math.max(value / max, 0), 1) };
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** A tick as a short figure: `40%`, `800`, `200k`, `1.5m`. */
export function tickText(value: number, unit: Chart["unit"]): string {
	if (unit === "share") return `${whole.format(value * 100)}%`;
	if (value >= 1e15) return value.toExponential(0);
	if (value >= 1e6) return `${whole.format(value / 1e6)}m`;
	return value >= 10_000 ? `${whole.format(value / 1000)}k` : whole.format(value);
}
