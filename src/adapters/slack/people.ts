import { type Who, placeKey } from "../../core/who.ts";
import { failureOf } from "./errors.ts";
import type { Target } from "./parts.ts";

/** Who somebody is in their workspace, asked of Slack only for commands that change something. */
export interface People {
	whoIs(target: Target): Promise<Who>;
}

type Known = Pick<Who, "isAdmin" | "timeZone" | "locale">;

const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 5_000;

/**
 * `users:read` tells who is an admin, and their time zone and language. Without that scope whoever
 * installed the app is the admin. Nothing of it is stored.
 */
export function createPeople(now: () => number): People {
	const remembered = new Map<string, { known: Known; until: number }>();

	async function ask({ client, user, installer }: Target): Promise<Known> {
		try {
			const { user: found } = await client.users.info({ user, include_locale: true });
			return {
				isAdmin: Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner),
				...(found?.tz && { timeZone: found.tz }),
				...(found?.locale && { locale: found.locale }),
			};
		} catch (error) {
			const { code } = failureOf(error);
			if (code === "missing_scope") return { isAdmin: user === installer };
			throw error;
		}
	}

	return {
		async whoIs(target) {
			const { place, channel, user } = target;
			const key = `${placeKey(place)}/${user}`;
			const before = remembered.get(key);
			let known = before && before.until > now() ? before.known : undefined;
			if (!known) {
				// Slack does not answer: nobody is taken for an admin, and that is asked again next time.
				known = await ask(target).catch(() => undefined);
				if (known) remembered.set(key, { known, until: now() + REMEMBERED_MS });
				const oldest = remembered.keys().next().value;
				if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
			}
			return { place, channel, user, ...(known ?? { isAdmin: user === target.installer }) };
		},
	};
}
