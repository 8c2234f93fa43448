import type { Status } from "../../core/status.ts";

/** A mark of its own shape beside the status words, so that nothing rests on colour. */
export const STATUS_MARKS: Record<Status, string> = {
	"in-effect": "✅",
	scheduled: "📅",
	blocked: "⛔",
	proposed: "📝",
	pending: "⏳",
	ended: "🏁",
	expired: "⌛",
};

/** The stripe of the card. */
export const STATUS_COLOURS: Record<Status, number> = {
	"in-effect": 0x2e7d32,
	scheduled: 0x1565c0,
	blocked: 0xc62828,
	proposed: 0x6a1b9a,
	pending: 0xb26a00,
	ended: 0x616161,
	expired: 0x616161,
};

/** For a card that rests on no fact. */
export const NEUTRAL_COLOUR = 0x546e7a;
