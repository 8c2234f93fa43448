import { StoreError } from "./store.ts";

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/** Knows whether the store works. While it does not, calls fail at once and it is tried again with back-off. */
export interface Gate {
	run<T>(kind: "read" | "change", work: () => Promise<T>): Promise<T>;
	problem(): string | null;
	close(): void;
}

/** Told what is wrong, once while it stays the same, and null when it works again. */
export type OnTrouble = (problem: string | null) => void;

/** @param open makes the store usable or throws StoreError; first called now, then after every failure. */
export async function createGate(
	open: () => Promise<void>,
	onTrouble: OnTrouble = () => {},
): Promise<Gate> {
	let trouble: StoreError | null = null;
	let timer: NodeJS.Timeout | undefined;
	let delay = FIRST_RETRY_MS;
	let isClosed = false;

	function failed(error: StoreError): void {
		if (trouble?.message !== error.message) onTrouble(error.message);
		trouble = error;
		if (timer || isClosed) return;
		timer = setTimeout(retry, delay);
		timer.unref();
		delay = Math.min(delay * 2, LONGEST_RETRY_MS);
	}

	async function retry(): Promise<void> {
		timer = undefined;
		if (isClosed) return;
		try {
			await open();
			trouble = null;
			delay = FIRST_RETRY_MS;
			onTrouble(null);
		} catch (error) {
			failed(asStoreError(error));
		}
	}

	try {
		await open();
	} catch (error) {
		const known = asStoreError(error);
		if (known.code === "STORE_IN_USE") throw known;
		failed(known);
	}

	return {
		async run(kind, work) {
			if (isClosed) throw new StoreError("STORE_DOWN", "the store is closed: the desk is stopping");
			if (trouble && (trouble.blocks !== "changes" || kind === "change")) throw trouble;
			try {
				return await work();
			} catch (error) {
				if (error instanceof StoreError && error.blocks !== "this call") failed(error);
				throw error;
			}
		},
		problem: () => trouble?.message ?? null,
		close() {
			isClosed = true;
			clearTimeout(timer);
		},
	};
}

/** Whatever keeps a store from opening leaves the desk up: even what nobody expected. */
function asStoreError(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	const kind = error instanceof Error ? error.name : "unknown";
	return new StoreError("STORE_DOWN", `the store could not be opened (${kind})`, { cause: error });
}
