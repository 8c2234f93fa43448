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
			(name.startsWith(word) || changes(word, name) <= (name.length > 4 ? 2 : 1)),
	);
	return [...meant, ...alike].slice(0, MOST);
}

/** How many letters to change, add or leave out to come from one word to the other. */
function changes(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (const [i, letter] of [...from.slice(0, 30)].entries()) {
		const next = [i + 1];
		for (let j = 1; j <= to.length; j++)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (letter === to[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[to.length] ?? to.length;
}
