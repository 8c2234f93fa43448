import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request to a fake platform. */
export interface Asked {
	method: string;
	/** Without the query. */
	path: string;
	headers: IncomingMessage["headers"];
	body: string;
}

export interface Told {
	status: number;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	json?: unknown;
}

export interface Served {
	port: number;
	address: string;
	close(): Promise<void>;
}

/** A loopback server whose every answer comes from one function; an undefined answer never comes. */
export async function serve(answer: (asked: Asked) => Promise<Told | undefined>): Promise<Served> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => void chunks.push(chunk));
		request.on("end", () => {
			const asked = {
				method: request.method ?? "GET",
				path: (request.url ?? "/").split("?")[0] ?? "/",
				headers: request.headers,
				body: Buffer.concat(chunks).toString("latin1"),
			};
			answer(asked).then(
				(told) => told && send(response, told),
				() => send(response, { status: 500 }),
			);
		});
	});
	server.keepAliveTimeout = 30_000;
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		address: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function send(response: ServerResponse, { status, headers, json }: Told): void {
	if (response.destroyed) return;
	if (json === undefined) return void response.writeHead(status, headers).end();
	response.writeHead(status, { "content-type": "application/json", ...headers });
	response.end(JSON.stringify(json));
}

/** The JSON of a body: the body itself, or the part that Discord calls payload_json beside files. */
export function jsonOf(body: string): Record<string, unknown> {
	const part = /name="payload_json"[^\r]*(?:\r\n[^\r\n]+)*\r\n\r\n([\s\S]*?)\r\n--/.exec(body);
	try {
		return JSON.parse(Buffer.from(part?.[1] ?? body, "latin1").toString("utf8")) as Record<
			string,
			unknown
		>;
	} catch {
		return {};
	}
}
