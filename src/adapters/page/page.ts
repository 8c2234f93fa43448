import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Support } from "../../core/report.ts";
import { registerAnswerApi } from "./answer-api.ts";
import { registerAskPage } from "./ask-page.ts";
import { registerFactPages } from "./fact-pages.ts";
import { registerTextPages } from "./text-pages.ts";
import { ICON, STYLE } from "./style.ts";

export interface PageParts {
	desk: Desk;
	support: Support;
}

/** The local page, the answers as JSON, and the facts to read. It has no identity and stores nothing. */
export function registerPage(app: FastifyInstance, { desk, support }: PageParts): void {
	registerAskPage(app, desk);
	registerAnswerApi(app, desk);
	registerFactPages(app, desk);
	registerTextPages(app, support);
	app.get("/desk.css", (_request, reply) => asset(reply, "text/css; charset=utf-8", STYLE));
	app.get("/icon.svg", (_request, reply) => asset(reply, "image/svg+xml", ICON));
}

function asset(
	reply: { headers(values: Record<string, string>): { send(body: string): unknown } },
	type: string,
	body: string,
) {
	return reply.headers({ "content-type": type, "cache-control": "public, max-age=300" }).send(body);
}
