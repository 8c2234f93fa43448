import { type APIMediaGalleryComponent, ComponentType } from "discord-api-types/v10";
import type { Picture } from "../../charts/png.ts";
import type { Chart } from "../../core/answer.ts";
import { plain } from "./escape.ts";
import { LIMITS, within } from "./limits.ts";

/** A file that goes with a message. */
export interface Upload {
	attachment: Buffer;
	name: string;
	/** What it shows, for those who do not see it. */
	description: string;
}

const FILE_NAME = "chart.png";

/** The picture of a chart as Discord wants it: a file, and the place in the card that shows it. */
export function pictureParts(
	chart: Chart,
	picture: Picture,
): { gallery: APIMediaGalleryComponent; file: Upload } {
	within("attachmentBytes", picture.png.byteLength);
	const description =
		plain(chart.alt, LIMITS.mediaDescription.max) ||
		plain(chart.title, LIMITS.mediaDescription.max);
	const { buffer, byteOffset, byteLength } = picture.png;
	return {
		gallery: {
			type: ComponentType.MediaGallery,
			items: [{ media: { url: `attachment://${FILE_NAME}` }, description }],
		},
		file: {
			attachment: Buffer.from(buffer, byteOffset, byteLength),
			name: FILE_NAME,
			description,
		},
	};
}
