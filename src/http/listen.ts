import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";

/** The server cannot listen where it was told to. The message names the variable and the remedy. */
export class ListenError extends Error {
	readonly code = "LISTEN_FAILED";
	constructor(message: string) {
		super(message);
		this.name = "ListenError";
	}
}

const REASONS: Record<string, string> = {
	EADDRINUSE:
		"PORT: another program is using this port; stop it, or set PORT to another number (0 takes any free port)",
	EACCES: "PORT: this user may not open this port; set PORT to a number from 1024 up",
	EADDRNOTAVAIL:
		"HOST: this machine does not have this address; use 127.0.0.1, or 0.0.0.0 for all addresses",
	ENOTFOUND: "HOST: this name is not known; use 127.0.0.1, or 0.0.0.0 for all addresses",
	EAI_AGAIN: "HOST: this name is not known; use 127.0.0.1, or 0.0.0.0 for all addresses",
};

/** Listens, and gives the address to open in a browser on this machine. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
	try {
		await app.listen({ host, port, listenTextResolver: () => "" });
	} catch (error) {
		const reason =
			error instanceof Error && "code" in error ? REASONS[String(error.code)] : undefined;
		if (reason) throw new ListenError(reason);
		throw error;
	}
	const real = app.server.address() as AddressInfo;
	return `http://${hostToOpen(host)}:${real.port}`;
}

function hostToOpen(host: string): string {
	if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
	return host.includes(":") ? `[${host}]` : host;
}
