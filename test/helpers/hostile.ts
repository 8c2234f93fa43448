/** Texts that people type to ping, format, link, break or confuse. */
export function hostileTexts(): [string, string][] {
	return [
		["a mass mention", "@everyone @here <!channel> <!here> <!everyone>"],
		[
			"user and role mentions",
			"<@123456789012345678> <@&123456789012345678> <@U02ABCDEF> <#C02ABCDEF> <!subteam^S123>",
		],
		[
			"a masked link",
			"[official pay page](https://pay.example/now) <https://evil.example|uscis.gov>",
		],
		["a bare link", "see https://evil.example/x and www.evil.example"],
		[
			"markdown",
			"**bold** __under__ *it* ~~gone~~ `code` ```block``` ||spoiler|| > quote\n# head\n- list",
		],
		["mrkdwn", "*bold* _it_ ~gone~ `code` ```block```\n> quote"],
		["an entity", "&lt;b&gt; &amp;amp; <b>x</b> <script>alert(1)</script>"],
		["control characters", "a\u0000b\u0007c\u001bd\u009fe"],
		["a right-to-left override", "abc\u202egnp.exe \u2066x\u2069"],
		["zero-width characters", "a\u200bb\u200dc\ufeffd"],
		["emoji and shortcodes", "💀🎉 :tada: <:x:123456789012345678> 👨‍👩‍👧‍👦"],
		["timestamps and commands", "<t:1700000000:R> </odds:123456789012345678> <id:customize>"],
		["10,000 characters", "x".repeat(10_000)],
		["10,000 emoji", "💀".repeat(10_000)],
		["line breaks", "a\n\n\n\n\nb\r\nc\u2028d"],
		["a template", "${7*7} {{7*7}} %s %n undefined null"],
	];
}
