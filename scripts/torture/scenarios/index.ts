import type { Scenario } from "../scenario.ts";
import { load, soak } from "./load.ts";
import { kill, upgrade } from "./restarts.ts";
import { duplicates, tooMany } from "./storms.ts";

/** In the order of the report. */
export const scenarios: readonly Scenario[] = [load, soak, duplicates, tooMany, upgrade, kill];
