// H-1B, I-129, PM-602-0199: names of things, which a sentence may repeat as often as its language needs.
const NAMES = /[A-Z]{1,4}-\d+[A-Z]*\d*(?:-\d+)*/g;
// Chinese names months by number: 10 月 1 日 is October 1.
const MONTHS = /\d{1,2} 月/g;

/** The numbers and days of a text, sorted; thousands without their marks, names such as H-1B and months left out. */
export function figuresIn(text: string): string[] {
	const plain = text
		.normalize("NFKC")
		.replace(NAMES, "")
		.replace(MONTHS, "")
		.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
	return (plain.match(/\d{4}-\d{2}(?:-\d{2})?|\d+(?:\.\d+)?/g) ?? []).sort();
}

/** Whether two texts name the same numbers and days, each as often. */
export function sameFigures(a: string, b: string): boolean {
	return figuresIn(a).join(" ") === figuresIn(b).join(" ");
}
