import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Encrypts what is stored. `about` is what the value belongs to: sealed for one workspace, it opens for no other. */
export interface Seal {
	close(value: unknown, about: string): string;
	/** Throws SealError when the key is another one, or the text is damaged or of something else. */
	open(sealed: string, about: string): unknown;
}

export class SealError extends Error {
	readonly code = "SEAL_BROKEN";
	constructor() {
		super("a stored value does not open with this ENCRYPTION_KEY");
		this.name = "SealError";
	}
}

// NIST SP 800-38D: 96 bits of nonce, never twice under one key; a 128-bit tag.
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";

/** AES-256-GCM. The key: 32 bytes in base64. Sealed: `v1.` and nonce, tag and text in base64url. */
export function createSeal(keyInBase64: string): Seal {
	const key = Buffer.from(keyInBase64, "base64");
	return {
		close(value, about) {
			const nonce = randomBytes(NONCE_BYTES);
			const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
			cipher.setAAD(Buffer.from(about));
			const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
			return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
		},
		open(sealed, about) {
			const [version, packed = ""] = sealed.split(".");
			const bytes = Buffer.from(packed, "base64url");
			if (version !== VERSION || bytes.length <= NONCE_BYTES + TAG_BYTES) throw new SealError();
			const tagEnd = NONCE_BYTES + TAG_BYTES;
			try {
				const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
					authTagLength: TAG_BYTES,
				});
				cipher.setAAD(Buffer.from(about));
				cipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
				const text = Buffer.concat([cipher.update(bytes.subarray(tagEnd)), cipher.final()]);
				return JSON.parse(text.toString("utf8"));
			} catch {
				throw new SealError();
			}
		},
	};
}
