import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export interface Posted {
	status: number;
	body: string;
}

/** Posts a body and gives the answer; rejects when the connection breaks or nothing comes for `timeoutMs`. */
export function post(
	url: string,
	body: string,
	headers: Record<string, string>,
	timeoutMs = 3_000,
): Promise<Posted> {
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				method: "POST",
				agent,
				timeout: timeoutMs,
				headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
			},
			(response) => {
				let text = "";
				response.setEncoding("utf8");
				response.on("data", (chunk: string) => {
					text += chunk;
				});
				response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
				response.on("error", reject);
			},
		);
		sent.on("timeout", () => sent.destroy(new Error("no answer")));
		sent.on("error", reject);
		sent.end(body);
	});
}

/** As a balancer: the next address in turn, another one where nobody listens or it is not ready (503). */
export function balancer(addresses: () => readonly string[]) {
	let turn = 0;
	return async (path: string, body: string, headers: Record<string, string>): Promise<Posted> => {
		const all = addresses();
		let failure: unknown = new Error("no address");
		for (let i = 0; i < all.length; i++) {
			const address = all[turn++ % all.length] as string;
			try {
				const posted = await post(`${address}${path}`, body, headers);
				if (posted.status !== 503 || i === all.length - 1) return posted;
			} catch (error) {
				failure = error;
				// Only what surely never arrived may go to another.
				if ((error as { code?: string }).code !== "ECONNREFUSED") throw error;
			}
		}
		throw failure;
	};
}
export type Deliver = ReturnType<typeof balancer>;
