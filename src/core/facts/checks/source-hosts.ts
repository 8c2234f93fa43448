import type { Check } from "../check.ts";

/** An address that could never be the source of a fact: not public, not a page, or a placeholder. */
export const sourceHosts: Check = {
	name: "source-hosts",
	run: (facts) =>
		facts.flatMap((fact) =>
			[...fact.values, ...fact.outlook, ...fact.events].flatMap((entry) =>
				entry.sources
					.filter(
						(source) => !isPublic(source.url) || /^(link|source|here|website)$/i.test(source.label),
					)
					.map(
						(source) =>
							`${fact.id}: ${source.label} ${source.url}: name a public page and say what it is`,
					),
			),
		),
};

function isPublic(url: string): boolean {
	const { hostname } = new URL(url);
	return (
		hostname.includes(".") &&
		!/(^|\.)(example|test|invalid|local|localhost)(\.|$)|^\d+(\.\d+){3}$/.test(hostname)
	);
}
