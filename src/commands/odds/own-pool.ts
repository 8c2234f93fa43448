import { say } from "../../core/say.ts";
import { answer } from "../../core/answer.ts";
import { customPool, type PoolParts } from "../../core/odds/custom-pool.ts";
import { invalid, type Result } from "../../core/reply.ts";

const EXAMPLES = [
	"/odds 2 pool:custom people:209000 masters:0.66 mix:30/36/20/14 selected:92000+18000",
	"/odds 2 pool:custom regular:21000/25000/14000/10000 advanced:41000/50000/28000/20000 selected:92000+18000",
];
const PARTS = ["people", "masters", "mix", "regular", "advanced", "selected"] as const;

type Asked = PoolParts & { pool?: "custom" | undefined };

/** The pool somebody gave, once it is complete. */
export function ownPool(input: Asked) {
	const made = customPool(input);
	if (!made.isComplete) return null;
	const { pool, targets, people } = made;
	return { pool, targets, people, selected: targets.first + targets.second };
}

/** What to type when a pool of one's own is not complete or contradicts itself; null when all is well. */
export function ownPoolMistake(input: Asked): Result | null {
	const given = PARTS.filter((part) => input[part] !== undefined);
	if (!input.pool)
		return given.length > 0
			? whatToType(
					say("{list} belong to a pool of your own. Add pool:custom.", { list: list(given) }),
				)
			: null;
	const made = customPool(input);
	if (made.isComplete) return null;
	switch (made.problem) {
		case "both-ways":
			return whatToType(
				say(
					"A pool is given as shares (people, masters, mix) or as people by level (regular, advanced), not both.",
				),
			);
		case "nobody":
			return whatToType(say("There is nobody in this pool. Give at least one person."));
		case "missing":
			return whatToType(say("This pool still needs {list}.", { list: list(made.parts) }));
	}
}

const list = (parts: readonly string[]): string =>
	parts.length > 1
		? `${parts.slice(0, -1).join(", ")}${say(" and ")}${parts.at(-1)}`
		: (parts[0] ?? "");

function whatToType(lead: string): Result {
	return invalid(
		answer({
			title: say("/{name}: what to type", { name: "odds" }),
			lead,
			rows: [{ label: say("Try"), value: EXAMPLES.join(say("   or   ")) }],
		}),
	);
}
