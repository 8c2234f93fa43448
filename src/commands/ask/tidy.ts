/** Parts of a question that carry no question: markup, addresses, mentions, greetings, orders to the bot. */
const NOISE: readonly RegExp[] = [
	/^\s*(?:>|&gt;).*$/gm,
	/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi,
	/<[^>]{0,200}>/g,
	/\[([^\]]{0,200})\]\([^)]{0,500}\)/g,
	/\bhttps?:\/\/\S+/gi,
	/@\w+/g,
	/\b(ignore|disregard|forget) (all |any |the )?(previous|prior|above|earlier)\b[^.!?\n]*[.!?]?/gi,
	/\byou are now\b[^.!?\n]*[.!?]?/gi,
	/^\s*(system|assistant|developer)\s*:/gim,
	/\b(confirm|repeat|say|tell) (this |that |it )?(to|for) (the )?users?\b/gi,
];

/** The question without what surrounds it. Never empty when the input was not. */
export function tidyQuestion(text: string): string {
	let tidy = text.normalize("NFKC");
	for (const pattern of NOISE)
		tidy = tidy.replace(
			pattern,
			(_all, inner) => ` ${typeof inner === "string" && inner.length > 8 ? inner : ""} `,
		);
	tidy = tidy.replace(/\s+/g, " ").trim();
	return tidy === "" ? text.trim() : tidy;
}

/** Sentences of a long text, the ones that ask first, the last of those first of all. */
export function sentencesThatAsk(text: string): string[] {
	const sentences = text.split(/(?<=[.!?。？！])\s+|\n+/).filter((s) => s.trim().length > 3);
	const asking = sentences.filter(
		(s) => /[?？]\s*$/.test(s.trim()) || /\b(my|actual|real) question\b/i.test(s),
	);
	return asking.length > 0 ? asking.reverse() : sentences.slice(-1);
}

const MOST_PARTS = 4;

const BETWEEN =
	/\s+(?:\+|plus|& also|as well as|also,?|and also|and then)\s+|,?\s+(?:and|also|plus)\s+(?=(?:how|what|when|who|where|which)\b)|[?;]\s+(?=\S)|[?？]\s*(?=[\u4e00-\u9fff])/iu;
const ASKING =
	/^(?:so |and )?(?:(?:how|what|when|who|where|which)\b['’\w]*(?: (?:much|many|long|date|day))?(?: (?:is|are|was|does|do|did|will|can|the|a))*)\s*/i;
const POINTING = /\b(it|that|this|they|them|one)\b/i;

/** "What is the cap and also how much is premium": its questions, when there are several. */
export function severalQuestions(text: string): string[] {
	const parts = text
		.split(BETWEEN)
		.filter((part) => /[\u4e00-\u9fff]{3}/u.test(part) || part.trim().split(/\s+/).length >= 2);
	if (parts.length < 2 || parts.length > MOST_PARTS) return [];
	// "... and what does it cost": what "it" is stands in the question before.
	const subject = (parts[0] ?? "").replace(ASKING, "").trim();
	return parts.map((part, i) =>
		i > 0 && POINTING.test(part) && part.trim().split(/\s+/).length <= 6
			? `${part} ${subject}`
			: part,
	);
}

/** The clauses of a question that is told with much around it. */
export function clausesOf(text: string): string[] {
	const clauses = text
		.split(/[.,;:!?()。，；？！]+\s*|\s[-–—=]+\s|\s(?:but|so|because|since|y|pero|aur|lekin)\s/i)
		.filter(
			(clause) => /[\u4e00-\u9fff]{3}/u.test(clause) || clause.trim().split(/\s+/).length >= 3,
		);
	return clauses.length > 1 ? clauses.slice(0, MOST_PARTS) : [];
}
