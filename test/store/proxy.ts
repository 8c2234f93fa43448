import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A network between a desk and its database that can be cut and mended, or go silent. */
export interface Proxy {
	/** The address of the database through it. */
	url: string;
	cut(): Promise<void>;
	mend(): Promise<void>;
}

export async function createProxy(to: string): Promise<Proxy> {
	const target = new URL(to);
	const sockets = new Set<Socket>();
	let server: Server;
	async function listen(port: number): Promise<number> {
		server = createServer((near) => {
			const far = connect(Number(target.port), target.hostname);
			for (const socket of [near, far]) {
				sockets.add(socket);
				socket.on("error", () => {}).on("close", () => sockets.delete(socket));
			}
			near.pipe(far).pipe(near);
		});
		server.listen(port, "127.0.0.1");
		await once(server, "listening");
		return (server.address() as AddressInfo).port;
	}
	const port = await listen(0);
	const through = new URL(to);
	through.hostname = "127.0.0.1";
	through.port = String(port);
	return {
		url: through.href,
		async cut() {
			const closed = once(server, "close");
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
		mend: async () => void (await listen(port)),
	};
}
