import type { PlainDate } from "../../core/dates.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import type { Lease } from "../../store/store.ts";
import { announce } from "./announce.ts";
import { nothingRemembered, type PassParts, tellAll } from "./pass.ts";

export interface AlertParts extends Omit<PassParts, "mayGoOn"> {
	facts: Facts;
	today(): PlainDate;
}

export interface Alerts {
	/** Leads if nobody else does, records what changed and tells the channels. Throws StoreError. */
	run(): Promise<void>;
	/** Begins no further post. */
	end(): void;
	/** Lets another process lead, once the last run is over. */
	release(): Promise<void>;
	/** For the operator: whether this process leads, and the cards posted since it started. */
	state(): { leads: boolean; posted: number };
}

/** One leader among all replicas finds changes and posts them. */
export function createAlerts(parts: AlertParts): Alerts {
	const remembered = nothingRemembered();
	let lease: Lease | null = null;
	let isReleased = false;
	let posted = 0;
	const leads = (): boolean => !isReleased && lease?.isHeld() === true;
	const pass: PassParts = { ...parts, mayGoOn: leads };
	return {
		async run() {
			if (isReleased) return;
			if (!leads()) {
				await lease?.release().catch(() => {});
				lease = await parts.store.lead("alerts");
			}
			if (!leads()) return;
			const changes = await announce(parts);
			if (changes > 0) parts.log.info({ changes }, "alerts: facts changed");
			posted += await tellAll(pass, remembered);
		},
		end() {
			isReleased = true;
		},
		async release() {
			isReleased = true;
			await lease?.release();
			lease = null;
		},
		state: () => ({ leads: leads(), posted }),
	};
}
