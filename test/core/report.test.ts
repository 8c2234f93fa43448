import { expect, it } from "vitest";
import { reportAddress } from "../../src/core/report.ts";

const fact = { id: "uscis/registration-fee", title: "H-1B registration fee & more" };

it.each([
	[
		"a page",
		{ url: "https://github.com/o/r/issues/new" },
		"https://github.com/o/r/issues/new?title=",
	],
	["a page with a query", { url: "https://x.org/f?kind=fact" }, "https://x.org/f?kind=fact&title="],
	["a mail address", { email: "facts@x.org" }, "mailto:facts@x.org?subject=Wrong%20fact"],
	["the page when both are named", { url: "https://x.org/", email: "a@x.org" }, "https://x.org/?"],
])("opens a filled-in report at %s", (_name, support, start) => {
	const address = reportAddress(support, fact, "abc") ?? "";
	expect(address.startsWith(start)).toBe(true);
	expect(decodeURIComponent(address.replaceAll("+", " "))).toContain(
		"registration fee & more (uscis/",
	);
});

it("opens nothing when nobody is named", () => {
	expect(reportAddress({}, fact, "abc")).toBeNull();
});
