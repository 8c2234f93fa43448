import { expect, it } from "vitest";
import { judgeClaim } from "../../src/core/claims/judge.ts";
import { indexClaims, packClaims } from "../../src/core/claims/phrases.ts";
import { createSearch, packSearch } from "../../src/core/facts/search.ts";
import { createPacker, createWordTable, openLists } from "../../src/core/word-lists.ts";
import { facts, TODAY } from "../helpers/desk.ts";

const asFile = <T>(packed: T): T => JSON.parse(JSON.stringify(packed)) as T;

it("finds the same facts by an index that was written to a file", () => {
	const made = createSearch(facts);
	const read = createSearch(facts, asFile(packSearch(facts)));
	for (const question of ["what is the cap", "who pays the 100k fee", "regstration fee", "zorgon"])
		expect(read.find(question)).toEqual(made.find(question));
});

it("judges claims alike by an index that was written to a file", () => {
	const made = indexClaims(facts);
	const read = indexClaims(facts, asFile(packClaims(facts)));
	for (const claim of ["H-1B registration costs $10", "the lottery is purely random", "zorgon"])
		expect(judgeClaim(claim, facts, read, TODAY)).toEqual(judgeClaim(claim, facts, made, TODAY));
});

it("keeps lists of words, empty ones too, and knows no other words", () => {
	const { add, packed } = createPacker();
	expect([["a", "b"], [], ["b", "c", "b"]].map(add)).toEqual([0, 1, 2]);
	expect(packed.words).toEqual(["a", "b", "c"]);
	const lists = openLists(asFile(packed));
	expect([0, 1, 2].map(lists.spell)).toEqual([["a", "b"], [], ["b", "c", "b"]]);
	expect([...lists.list(2)]).toEqual([1, 2, 1]);
	expect(lists.idOf("d")).toBeUndefined();
});

it("tells which of many words a thing has", () => {
	const table = createWordTable(3, 17);
	table.add(1, 16);
	table.add(2, 0);
	expect(table.has(1, 16)).toBe(true);
	expect(table.has(2, 0)).toBe(true);
	for (const [thing, word] of [
		[0, 16],
		[1, 0],
		[1, 15],
		[2, 16],
	] as const)
		expect(table.has(thing, word)).toBe(false);
	expect(table.has(1, undefined)).toBe(false);
});
