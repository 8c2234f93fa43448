/** A Discord server or a Slack workspace (an organisation where the app is installed for all of it). */
export interface Place {
	platform: "discord" | "slack";
	id: string;
}

/** By whom and where a command was given. The page and the terminal have no identity. */
export interface Who {
	/** Null in direct messages and wherever the app is installed for a person alone. */
	place: Place | null;
	channel: string;
	user: string;
	/** May manage the server or workspace. */
	isAdmin: boolean;
	/** IANA name, where the platform tells it. */
	timeZone?: string;
	/** BCP 47, where the platform tells it. */
	locale?: string;
}

/** `discord/123`: how a place begins the keys of what is stored about it. */
export const placeKey = ({ platform, id }: Place): string => `${platform}/${id}`;
