/** What became of one interaction. Times in milliseconds of a clock that only grows. */
interface Entry {
	sentAt: number;
	ackMs: number | null;
	answerMs: number | null;
	/** Messages that its user got. */
	answers: number;
}

export interface Counts {
	sent: number;
	acked: number;
	answered: number;
	/** Never answered. */
	lost: number;
	/** Answered more than once. */
	doubled: number;
	/** Milliseconds; null when there is none. */
	ackP50: number | null;
	ackP99: number | null;
	ackMax: number | null;
	answerP50: number | null;
	answerP95: number | null;
	answerP99: number | null;
}

/** Keeps book of interactions: what was sent, acknowledged, answered, lost or answered twice. */
export class Ledger {
	readonly #entries = new Map<string, Entry>();
	readonly #now: () => number;

	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/** A second delivery of the same interaction opens nothing new. */
	sent(id: string): void {
		if (this.#entries.has(id)) return;
		this.#entries.set(id, { sentAt: this.#now(), ackMs: null, answerMs: null, answers: 0 });
	}

	acked(id: string): void {
		const entry = this.#entries.get(id);
		if (entry) entry.ackMs ??= this.#now() - entry.sentAt;
	}

	answered(id: string): void {
		const entry = this.#entries.get(id);
		if (!entry) return;
		entry.answers++;
		entry.answerMs ??= this.#now() - entry.sentAt;
	}

	/** How many still wait for an answer. */
	open(): number {
		return [...this.#entries.values()].filter(({ answers }) => answers === 0).length;
	}

	counts(): Counts {
		const all = [...this.#entries.values()];
		const acks = sorted(all.map(({ ackMs }) => ackMs));
		const answers = sorted(all.map(({ answerMs }) => answerMs));
		return {
			sent: all.length,
			acked: acks.length,
			answered: answers.length,
			lost: all.length - answers.length,
			doubled: all.filter((entry) => entry.answers > 1).length,
			ackP50: quantile(acks, 0.5),
			ackP99: quantile(acks, 0.99),
			ackMax: acks.at(-1) ?? null,
			answerP50: quantile(answers, 0.5),
			answerP95: quantile(answers, 0.95),
			answerP99: quantile(answers, 0.99),
		};
	}
}

const sorted = (values: readonly (number | null)[]): number[] =>
	values.filter((value) => value !== null).sort((a, b) => a - b);

/** The value below or at which the share lies, nearest rank. */
function quantile(ascending: readonly number[], share: number): number | null {
	return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null;
}
