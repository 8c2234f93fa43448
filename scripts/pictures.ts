import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { day } from "../src/core/dates.ts";
import { openDesk } from "../src/open-desk.ts";
import { CHROMIUM, openBrowser } from "./pictures/browser.ts";
import { indexed } from "./pictures/indexed.ts";
import { type Card, cardsOf, formsOf } from "./pictures/cards.ts";
import { sheet } from "./pictures/sheet.ts";

// Draws the cards of both platforms as pictures into docs/pictures. An emoji font (on Debian
// fonts-noto-color-emoji) gives Discord's marks their colours.
const FOLDER = "docs/pictures";
const DAY = day("2026-11-25");

if (!CHROMIUM) {
	process.stderr.write(
		"No Chromium on this machine: install it (Debian: apt-get install chromium).\n",
	);
	process.exit(1);
}

const { desk } = await openDesk(() => DAY);
const cards = await cardsOf(desk);
const forms = formsOf(desk);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const WIDE = { columns: 3, card: 470, gap: 16 };
const PHONE = { columns: 4, card: 360, gap: 16 };
/** For the README, which shows it about as wide as this. */
const ONE = { columns: 1, card: 520, gap: 0 };
const of = (platform: Card["platform"], list: readonly Card[]) =>
	list.filter((card) => card.platform === platform);

const browser = await openBrowser();
for (const isDark of [false, true]) {
	const theme = isDark ? "dark" : "light";
	for (const platform of ["discord", "slack"] as const) {
		const own = of(platform, cards);
		await draw(`${platform}-${theme}`, own, WIDE, isDark);
		// One theme each on a phone keeps the set small.
		if (isDark === (platform === "discord"))
			await draw(
				`${platform}-phone`,
				own.filter(({ onPhone }) => onPhone),
				PHONE,
				isDark,
			);
		await draw(`${platform}-forms-${theme}`, of(platform, forms), WIDE, isDark);
	}
}
await draw(
	"discord-card",
	of("discord", cards).filter(({ isReadme }) => isReadme),
	ONE,
	true,
);
await draw(
	"slack-card",
	of("slack", cards).filter(({ isReadme }) => isReadme),
	ONE,
	false,
);
await browser.close();

async function draw(
	name: string,
	list: readonly Card[],
	{ columns, card, gap }: typeof WIDE,
	isDark: boolean,
): Promise<void> {
	if (list.length === 0) return;
	const page = await browser.context.newPage();
	await page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
	await page.setViewportSize({ width: columns * card + (columns + 1) * gap, height: 600 });
	await page.setContent(sheet(list, { columns, gap }), { waitUntil: "load" });
	await page.evaluate("document.fonts.ready");
	const png = await page.locator("#sheet").screenshot({ type: "png" });
	const small = await indexed(page, png);
	writeFileSync(`${FOLDER}/${name}.png`, small);
	process.stdout.write(`${name}.png ${Math.round(small.byteLength / 1024)} KB\n`);
	await page.close();
}
