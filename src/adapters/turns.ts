/** What arrives together is acknowledged together: people do not notice this, a late acknowledgement they do. */
const PAUSE_MS = 4;

/**
 * Waits for one's turn: after a short pause, one piece of work each time round the event loop, so that what
 * arrives meanwhile is acknowledged first, however much waits to be answered.
 */
export function createTurns(pauseMs = PAUSE_MS): () => Promise<void> {
	const waiting: (() => void)[] = [];
	function next(): void {
		waiting.shift()?.();
		if (waiting.length > 0) setImmediate(next);
	}
	return () =>
		new Promise((resolve) => {
			waiting.push(resolve);
			if (waiting.length === 1) setTimeout(next, pauseMs);
		});
}
