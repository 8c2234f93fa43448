import type { FastifyInstance } from "fastify";

/** Methods by route pattern, such as `/facts/*`. */
export type RouteMethods = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes every route as it is registered, so that a wrong method can be told from an unknown address. */
export function rememberRoutes(app: FastifyInstance): RouteMethods {
	const routes = new Map<string, Set<string>>();
	app.addHook("onRoute", ({ url, method }) => {
		const methods = routes.get(url) ?? new Set();
		for (const name of [method].flat()) methods.add(name);
		routes.set(url, methods);
	});
	return routes;
}

/** The methods that an address takes; none when it is unknown. */
export function allowedMethods(routes: RouteMethods, address: string): string[] {
	const path = address.split("?", 1)[0] ?? "";
	for (const [pattern, methods] of routes) {
		const fits = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
		if (fits) return [...methods].sort();
	}
	return [];
}
