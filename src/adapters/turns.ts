/**
 * Waits for one's turn: one piece of work each time round the event loop, so that what arrives meanwhile
 * is acknowledged first, however much waits to be answered.
 */
export function createTurns(): () => Promise<void> {
	const waiting: (() => void)[] = [];
	function next(): void {
		waiting.shift()?.();
		if (waiting.length > 0) setImmediate(next);
	}
	return () =>
		new Promise((resolve) => {
			waiting.push(resolve);
			if (waiting.length === 1) setImmediate(next);
		});
}
