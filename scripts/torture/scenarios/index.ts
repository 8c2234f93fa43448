import type { Scenario } from "../scenario.ts";
import { alerts } from "./alerts.ts";
import { clock } from "./clock.ts";
import { load, soak } from "./load.ts";
import { outage } from "./outage.ts";
import { kill, upgrade } from "./restarts.ts";
import { diskFull, storeLoss } from "./store.ts";
import { duplicates, tooMany } from "./storms.ts";

/** In the order of the report. */
export const scenarios: readonly Scenario[] = [
	load,
	soak,
	duplicates,
	tooMany,
	upgrade,
	kill,
	alerts,
	storeLoss,
	diskFull,
	clock,
	outage,
];
