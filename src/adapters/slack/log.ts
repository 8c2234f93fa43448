import { LogLevel, type Logger as BoltLogger } from "@slack/bolt";
import type { Logger } from "pino";

/** Bolt's own lines, without their arguments: those may hold what a user typed or a token. */
export function boltLogger(log: Logger): BoltLogger {
	const line = (level: "debug" | "info" | "warn" | "error") => (first: unknown) => {
		const text = first instanceof Error ? first.name : String(first);
		log[level === "info" ? "debug" : level](
			{ bolt: text.slice(0, 80).replace(/(xox|xapp)[\w-]+/g, "[token]") },
			"slack: bolt",
		);
	};
	return {
		debug: () => {},
		info: line("info"),
		warn: line("warn"),
		error: line("error"),
		setLevel: () => {},
		getLevel: () => LogLevel.INFO,
		setName: () => {},
	};
}
