/**
 * Everyday words for what the facts say in their own, folded in claims only: in questions many of them
 * lead elsewhere. Each stands for the first word of its group, as in `vocabulary.yaml`.
 */
export const EVERYDAY: readonly (readonly string[])[] = [
	["place", "places", "spot", "spots", "slot", "slots", "seat", "seats"],
	["entry", "entries", "ticket", "tickets", "entered", "enters", "gets in"],
	["register", "sign up", "signs up", "signed up", "signing up", "sign-up"],
	["raise", "boost", "boosts", "boosted", "improve", "improves", "bump", "bumped", "better"],
	["child", "children", "kid", "kids"],
	["review", "reviews", "reviewed", "check", "checks", "checked", "look at", "looks at"],
	["h1b", "h-1bs", "h1bs", "h-1b visas", "h1b visas", "h-1b visa", "h1b visa"],
	["pay", "pony up", "cough up", "fork over", "foot the bill"],
	["selected", "get in", "pulled", "makes it"],
	["hire", "hires", "hired", "hiring", "recruit", "recruits"],
	["indian", "indians", "india", "indian-born", "born in india", "indian nationals"],
	["publish", "publishes", "published", "prints", "printed", "posted", "posts"],
];
