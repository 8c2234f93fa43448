import { about } from "./about.ts";
import { ask } from "./ask/ask.ts";
import { cap } from "./cap.ts";
import type { Command } from "./command.ts";
import { dates } from "./dates.ts";
import { fee } from "./fee.ts";
import { help } from "./help.ts";
import { level } from "./level.ts";
import { odds } from "./odds.ts";
import { policy } from "./policy.ts";

/** Every command, in the order of help and menus. */
export const commands: readonly Command[] = [
	ask,
	odds,
	level,
	fee,
	cap,
	dates,
	policy,
	about,
	help,
];
