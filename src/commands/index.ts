import { about } from "./about.ts";
import { ask } from "./ask/ask.ts";
import { cap } from "./cap.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { dates } from "./dates.ts";
import { employers } from "./employers.ts";
import { fee } from "./fee.ts";
import { help } from "./help.ts";
import { level } from "./level.ts";
import { odds } from "./odds.ts";
import { people } from "./people.ts";
import { policy } from "./policy.ts";
import { portfolio } from "./portfolio.ts";
import { forget } from "./place/forget.ts";
import { privacy } from "./place/privacy.ts";
import { settings } from "./place/settings.ts";
import { unwatch } from "./watch/unwatch.ts";
import { watch } from "./watch/watch.ts";
import { watches } from "./watch/watches.ts";

/** Every command, in the order of help and menus. */
export const commands: readonly Command[] = [
	ask,
	check,
	odds,
	portfolio,
	level,
	fee,
	cap,
	employers,
	dates,
	policy,
	people,
	watch,
	unwatch,
	watches,
	settings,
	privacy,
	forget,
	about,
	help,
];
