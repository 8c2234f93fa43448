import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";
import { createLog, hider, secretsOf } from "../src/log.ts";

const env = readConfig({
	DISCORD_TOKEN: "MTIz.abc-def.ghi+jkl",
	SLACK_BOT_TOKEN: "xoxb-1-2-three",
	SLACK_APP_TOKEN: "xapp-1-2-four",
	DATABASE_URL: "postgres://desk:p%40ssword1@db.example/desk",
	ENCRYPTION_KEY: "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
});

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
	const lines: string[] = [];
	write(createLog(env, { write: (line) => lines.push(line) }));
	return lines.join("");
}

describe("the log", () => {
	it.each(secretsOf(env))(
		"never holds the value of a secret variable, in any field or message",
		(secret) => {
			const text = logged((log) => {
				log.error({ any: secret, deep: { er: [`see ${secret}`] } }, `failed with ${secret}!`);
				log.error(new Error(secret), "an error");
			});
			expect(text).not.toContain(secret);
			expect(text).toContain("[secret]");
			for (const line of text.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
		},
	);

	it("blanks fields of telling names", () => {
		const text = logged((log) =>
			log.info({ token: "t1", request: { body: "b1", text: "x1" }, authorization: "a1" }, "m"),
		);
		expect(text).not.toMatch(/t1|b1|x1|a1/);
	});

	it("knows the password of DATABASE_URL, as written and as meant", () => {
		expect(secretsOf(env)).toEqual(expect.arrayContaining(["p%40ssword1", "p@ssword1"]));
	});

	it("keeps a line as it is when there is no secret, and blanks the longest first", () => {
		expect(hider([])("a line")).toBe("a line");
		expect(hider(["secret", "secret-more"])("secret-more")).toBe("[secret]");
		expect(hider(['quo"te'])(JSON.stringify({ a: 'quo"te' }))).toBe('{"a":"[secret]"}');
	});
});
