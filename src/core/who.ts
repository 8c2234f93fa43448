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

/** `discord/123/456`: how a channel begins the keys of what is stored about it. */
export const channelKey = (place: Place, channel: string): string =>
	`${placeKey(place)}/${channel}`;

/** The place and channel that a key names, or undefined. */
export function readChannelKey(key: string): { place: Place; channel: string } | undefined {
	const [platform, id, channel, ...rest] = key.split("/");
	if ((platform !== "discord" && platform !== "slack") || !id || !channel || rest.length > 0)
		return undefined;
	return { place: { platform, id }, channel };
}
