import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { type Place, placeKey } from "../../../core/who.ts";
import type { Store } from "../../../store/store.ts";
import type { Seal } from "./seal.ts";

/** No token is stored for this workspace: the app was removed, or never installed. */
export class NotInstalledError extends Error {
	readonly code = "NOT_INSTALLED";
	constructor() {
		super("not installed in this workspace");
		this.name = "NotInstalledError";
	}
}

export type Installations = Required<Omit<InstallationStore, "fetchInstallation">> & {
	/** Throws NotInstalledError, StoreError or SealError. */
	fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation>;
	/** The moment of the installation or of its newest token, ms since 1970; undefined when there is none. */
	installedAt(place: Place): Promise<number | undefined>;
};

interface Stored {
	sealed: string;
	/** ms since 1970. */
	at: number;
}

const isStored = (value: unknown): value is Stored =>
	typeof value === "object" &&
	value !== null &&
	typeof (value as Stored).sealed === "string" &&
	typeof (value as Stored).at === "number";

/** An organisation's installation holds for all its workspaces, so that is the place then. */
export function slackPlace(where: {
	teamId?: string | undefined;
	enterpriseId?: string | undefined;
	isEnterpriseInstall?: boolean | undefined;
}): Place {
	const id = where.isEnterpriseInstall ? where.enterpriseId : (where.teamId ?? where.enterpriseId);
	return { platform: "slack", id: id ?? "" };
}

/** Tokens of workspaces and organisations, sealed, one entry each. */
export function createInstallations(store: Store, seal: Seal, now: () => number): Installations {
	const map = store.map("installations");
	const keyOf = (place: Place) => `${placeKey(place)}/installation`;

	async function read(place: Place): Promise<Installation | undefined> {
		const key = keyOf(place);
		const value = place.id === "" ? undefined : await map.get(key);
		return isStored(value) ? (seal.open(value.sealed, key) as Installation) : undefined;
	}

	return {
		async storeInstallation(installation) {
			const key = keyOf(
				slackPlace({
					teamId: installation.team?.id,
					enterpriseId: installation.enterprise?.id,
					isEnterpriseInstall: installation.isEnterpriseInstall,
				}),
			);
			await map.set(key, { sealed: seal.close(installation, key), at: now() });
		},
		async fetchInstallation(query) {
			const found =
				(await read(slackPlace(query))) ??
				// A workspace of an organisation that installed the app for all.
				(query.enterpriseId
					? await read(slackPlace({ ...query, isEnterpriseInstall: true }))
					: undefined);
			if (!found) throw new NotInstalledError();
			return found;
		},
		async deleteInstallation(query) {
			await map.delete(keyOf(slackPlace(query)));
		},
		async installedAt(place) {
			const value = await map.get(keyOf(place));
			return isStored(value) ? value.at : undefined;
		},
	};
}
