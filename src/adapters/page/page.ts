import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Support } from "../../core/report.ts";
import { type Installs, registerAddPage } from "./add-page.ts";
import { registerAnswerApi } from "./answer-api.ts";
import type { Drawings } from "./answer-views.ts";
import { registerAskPage } from "./ask-page.ts";
import { registerBoardPage } from "./board-page.ts";
import { registerCompletion } from "./complete-line.ts";
import { registerFactPages } from "./fact-pages.ts";
import { registerFactsIndex } from "./facts-index.ts";
import { registerFeeds } from "./feeds.ts";
import { registerOddsPage } from "./odds-page.ts";
import { PREVIEW_STYLE } from "./preview/style.ts";
import { type ReadReport, registerReports } from "./reports.ts";
import { createPages, sendPublic } from "./send.ts";
import { registerTextPages } from "./text-pages.ts";
import { ICON, STYLE } from "./style.ts";

export interface PageParts {
	desk: Desk;
	support: Support;
	/** What Discord and Slack would be sent, to show beside an answer. */
	drawings: Drawings;
	installs: Installs;
	/** The generated reports under `docs/`. */
	readReport: ReadReport;
	/** Where people reach this page, without a trailing slash. */
	publicUrl: string | null;
	/** A font file by its name, such as `Inter-Regular.ttf`. */
	readFont: (name: string) => Buffer;
}

/** Those of the charts: their words are measured by it. */
const FONTS = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"];

type Asset = [path: string, type: string, body: string | Buffer];

/** The local page, the answers as JSON, and the facts to read. It has no identity and stores nothing. */
export function registerPage(app: FastifyInstance, parts: PageParts): void {
	const { desk, support, drawings, installs, readReport, readFont, publicUrl } = parts;
	const pages = createPages(desk.languages, publicUrl ?? "");
	registerAskPage(app, pages, desk, drawings);
	registerCompletion(app, pages, desk);
	registerAnswerApi(app, desk);
	registerBoardPage(app, pages, desk);
	registerFactsIndex(app, pages, desk);
	registerFactPages(app, pages, desk);
	registerFeeds(app, desk, publicUrl);
	registerOddsPage(app, pages, desk);
	registerAddPage(app, pages, installs);
	registerReports(app, pages, desk.version, readReport);
	registerTextPages(app, pages, support);
	const script = readFileSync(new URL("./desk.js", import.meta.url), "utf8");
	const fonts = FONTS.map((name): Asset => [`/fonts/${name}`, "font/ttf", readFont(name)]);
	const assets: Asset[] = [
		...fonts,
		["/desk.css", "text/css; charset=utf-8", STYLE + PREVIEW_STYLE],
		["/desk.js", "text/javascript; charset=utf-8", script],
		["/icon.svg", "image/svg+xml", ICON],
	];
	for (const [path, type, body] of assets)
		app.get(path, (request: FastifyRequest, reply: FastifyReply) =>
			sendPublic(request, reply, type, body),
		);
}
