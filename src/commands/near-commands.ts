import { editDistance } from "../core/edit-distance.ts";

/** Words that people try for a command, by the command. */
const ALSO: Record<string, string> = {
	odds: "chance chances probability lottery lotto draw likelihood percent selection simulate simulator predict",
	fee: "fees cost costs price prices charge charges pay payment money calculator total",
	dates: "date deadline deadlines calendar schedule season when timeline registration register",
	level: "levels wage wages salary pay prevailing oes oews lca offer",
	cap: "quota limit numbers history stats statistics registrations",
	policy: "news update updates status board rule rules law laws topic topics latest",
	people: "person trump musk politicians statements said quotes who",
	employers: "employer company companies sponsor sponsors top list",
	check: "verify rumor rumour true factcheck claim fact",
	portfolio: "team candidates company-odds several group",
	watch: "subscribe alert alerts notify notifications follow remind reminder",
	unwatch: "unsubscribe stop mute unfollow",
	watches: "subscriptions following",
	settings: "config configure setup language lang options preferences",
	privacy: "data gdpr",
	forget: "delete erase remove reset",
	about: "info version source sources",
	help: "commands start menu hello hi usage",
	ask: "question q search find answer faq",
};
const MOST = 2;

/** Commands that somebody may have meant by a name that is none, the likeliest first. */
export function nearCommands(typed: string, names: readonly string[]): string[] {
	const word = typed.toLowerCase();
	const meant = names.filter((name) => ALSO[name]?.split(" ").includes(word));
	const alike = names.filter(
		(name) =>
			!meant.includes(name) &&
			word.length > 2 &&
			(name.startsWith(word) || isSlipOf(word, name, name.length > 4 ? 2 : 1)),
	);
	return [...meant, ...alike].slice(0, MOST);
}

const isSlipOf = (word: string, name: string, most: number): boolean =>
	editDistance(word, name, most) <= most;
