/** What a browser would show: tags gone, entities undone, white space as one space. */
export function shownText(markup: string): string {
	return unescapeMarkup(
		markup
			.replace(/<br>|<\/?(p|div|li|dt|dd|h\d|tr|td|th|span)\b[^>]*>/g, " ")
			.replace(/<[^>]*>/g, ""),
	)
		.replace(/\s+/g, " ")
		.trim();
}

export function unescapeMarkup(text: string): string {
	return text
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&amp;", "&");
}

/** The names of all elements. */
export function tagsOf(markup: string): string[] {
	return [...markup.matchAll(/<(\w+)/g)].map((match) => match[1] ?? "");
}
