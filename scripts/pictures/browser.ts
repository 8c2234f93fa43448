import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium of this machine, or undefined: nothing is downloaded for the tests. */
export const CHROMIUM = PLACES.find((path) => existsSync(path));

/** Quiet and offline: it talks to the address that a test opens and to nothing else. */
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--hide-scrollbars",
];

export interface Browser {
	context: BrowserContext;
	close(): Promise<void>;
}

export interface BrowserOptions {
	width?: number;
	height?: number;
	scale?: number;
	isDark?: boolean;
	hasScript?: boolean;
}

/** A browser with a profile of its own, gone when it closes. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
	const profile = mkdtempSync(join(tmpdir(), "desk-browser-"));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: CHROMIUM ?? "",
		headless: true,
		args: FLAGS,
		viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
		deviceScaleFactor: options.scale ?? 1,
		colorScheme: options.isDark ? "dark" : "light",
		javaScriptEnabled: options.hasScript ?? true,
		reducedMotion: "reduce",
	});
	return {
		context,
		async close() {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		},
	};
}
