const WIDTH = 30;
const MEGABYTE = 1_000_000;

/** Shows how much has arrived: a bar that redraws itself on a terminal, otherwise a line for each tenth. */
export function progressLine(write: (text: string) => void, isTerminal: boolean) {
	let shown = -1;
	const amount = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
	const clear = () => {
		if (isTerminal && shown >= 0) write("\r\u001b[K");
	};
	return {
		show(done: number, total: number | null): void {
			const step = total
				? Math.floor((done / total) * (isTerminal ? 100 : 10))
				: Math.floor(done / MEGABYTE);
			if (step === shown) return;
			shown = step;
			if (!isTerminal) {
				write(`${amount(done)}${total ? ` of ${amount(total)}` : ""}\n`);
				return;
			}
			const filled = total ? Math.floor((done / total) * WIDTH) : 0;
			const bar = total ? `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${step}% ` : "";
			write(`\r\u001b[K${bar}${amount(done)}`);
		},
		say(words: string): void {
			clear();
			shown = -1;
			write(`${words}\n`);
		},
		end(): void {
			if (isTerminal && shown >= 0) write("\n");
		},
	};
}
