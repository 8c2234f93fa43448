import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { RawRequest } from "../../http/hooks.ts";

/** A request may be this old, or ahead by this much where clocks differ: older ones are replays. */
export const WINDOW_MS = 5 * 60_000;

/** Whether Discord sent a request: asked before anything of its body is read. */
export type Verifier = (request: Pick<RawRequest, "headers" | "body">) => boolean;

/**
 * Checks Ed25519 over the timestamp and the body as they came.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 * `publicKey`: 64 hexadecimal digits; `now`: milliseconds since 1970.
 */
export function createVerifier(publicKey: string, now: () => number): Verifier {
	const key = keyFrom(publicKey);
	return ({ headers, body }) => {
		const signature = headers["x-signature-ed25519"];
		const timestamp = headers["x-signature-timestamp"];
		if (typeof signature !== "string" || !/^[\da-f]{128}$/i.test(signature)) return false;
		if (typeof timestamp !== "string" || !/^\d{1,12}$/.test(timestamp)) return false;
		if (Math.abs(now() - Number(timestamp) * 1000) > WINDOW_MS) return false;
		const signed = Buffer.concat([Buffer.from(timestamp), body]);
		return verify(null, signed, key, Buffer.from(signature, "hex"));
	};
}

function keyFrom(hex: string): KeyObject {
	const x = Buffer.from(hex, "hex").toString("base64url");
	return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}
