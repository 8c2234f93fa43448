/** The numbers of a text, in order of size: days and thousands as one, the rest as written. */
export function figuresIn(text: string): string[] {
	const plain = text.normalize("NFKC").replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
	return (plain.match(/\d{4}-\d{2}(?:-\d{2})?|\d+(?:\.\d+)?/g) ?? []).sort();
}

/** Whether two texts name the same numbers and days, each as often. */
export function sameFigures(a: string, b: string): boolean {
	return figuresIn(a).join(" ") === figuresIn(b).join(" ");
}
