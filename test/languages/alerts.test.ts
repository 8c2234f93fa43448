import { describe, expect, it } from "vitest";
import { bodyOf } from "../../src/adapters/discord/post.ts";
import { messageOf } from "../../src/adapters/slack/post.ts";
import { postIn } from "../../src/commands/post-in.ts";
import { figuresIn } from "../../src/core/figures-in-words.ts";
import { changeCard } from "../../src/core/watching/change-card.ts";
import type { Change } from "../../src/core/watching/changes.ts";
import { takeSnapshot } from "../../src/core/watching/snapshot.ts";
import { openLanguages, SPOKEN } from "../../src/messages/languages.ts";
import { facts, TODAY, testDesk } from "../helpers/desk.ts";

const languages = openLanguages();
const desk = testDesk();
const FACT = "uscis/registration-fee";
const { state: after, ...named } = takeSnapshot(facts, TODAY)[FACT]!;
/** What the fact said before, in words that nobody translated, from the same day on. */
const before = { ...after, statement: `${after.statement} Or so it was put.` };
const change: Change = { fact: FACT, ...named, before, after, found: 0 };

describe.each(SPOKEN)("an alert in $tag", ({ tag }) => {
	const english = { command: "policy", input: { topic: FACT } };
	const { answer } = postIn(languages.find(tag), () => changeCard(change), english);

	it("tells the fact in its translation, with the same numbers", () => {
		expect(answer.lead).not.toBe(after.statement);
		for (const figure of figuresIn("$215")) expect(figuresIn(answer.lead)).toContain(figure);
	});

	it("tells what was said before in the words that were said, never in a newer translation", () => {
		expect(answer.rows[0]?.value).toContain(before.statement);
		const label = languages.find(tag)?.message("Translation", {});
		expect(answer.rows.at(-1)?.label).toBe(label);
	});

	it("has the fact in English one press away", () => {
		const button = answer.buttons.at(-1);
		if (!button || !("do" in button)) throw new Error("no button");
		const { answer: opened } = desk.run(button.do.command, button.do.input, { locale: tag });
		expect(opened.words).toBeUndefined();
		expect(JSON.stringify(opened)).toContain("$215");
	});

	it("is signed in its language on both platforms", () => {
		const post = {
			place: null,
			channel: "1",
			reply: postIn(languages.find(tag), () => changeCard(change), english),
			nonce: "n",
			turnedOnBy: null,
		};
		const drawn = JSON.stringify([bodyOf(post), messageOf(post)]);
		expect(drawn).not.toMatch(/turned on by|an admin|Turn off/);
		expect(drawn).toContain(languages.find(tag)?.message("an admin", {}));
		expect(drawn).toContain("/h1b unwatch");
	});
});
