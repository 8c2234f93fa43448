/** Where whoever runs the desk wants to hear of a wrong fact. */
export interface Support {
	url?: string | undefined;
	email?: string | undefined;
}

/**
 * The address that opens a report on a fact (null: any), filled in: a new issue or a form at `url` (`title` and
 * `body`, as GitHub and others read them), otherwise a mail. Null when nobody is named.
 */
export function reportAddress(
	support: Support,
	fact: { id: string; title: string } | null,
	factsVersion: string,
): string | null {
	const title = fact ? `Wrong fact: ${fact.id}` : "Wrong fact";
	const body = [
		fact ? `Fact: ${fact.title} (${fact.id})` : "Which card:",
		`Facts version: ${factsVersion}`,
		"What is wrong:",
		"Official page that says otherwise:",
		"Please leave out your salary and other personal details.",
	].join("\n");
	if (support.url) {
		const address = new URL(support.url);
		address.searchParams.set("title", title);
		address.searchParams.set("body", body);
		return address.href;
	}
	if (support.email) {
		return `mailto:${support.email}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
	}
	return null;
}
