/** A file of wages that is refused whole; what was held before stays. The message says why, in plain words. */
export class ImportError extends Error {
	readonly code = "WAGES_REFUSED";
	constructor(reason: string) {
		super(reason);
		this.name = "ImportError";
	}
}

/** A download that did not arrive whole. */
export class DownloadError extends Error {
	readonly code = "WAGES_NOT_DOWNLOADED";
	constructor(reason: string) {
		super(reason);
		this.name = "DownloadError";
	}
}
