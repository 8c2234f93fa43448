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
		if (fits(pattern, path)) return [...methods].sort();
	}
	return [];
}

/** `/facts/*` takes everything below, `:name` one part of a path. */
function fits(pattern: string, path: string): boolean {
	if (pattern.endsWith("*")) return path.startsWith(pattern.slice(0, -1));
	const parts = path.split("/");
	const wanted = pattern.split("/");
	return (
		parts.length === wanted.length &&
		wanted.every((part, i) => (part.includes(":") ? parts[i] !== "" : part === parts[i]))
	);
}
