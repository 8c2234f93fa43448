import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Desk } from "../../commands/desk.ts";
import { plainDate } from "../../core/dates.ts";
import { replyToJson } from "../../core/reply-json.ts";
import type { RunningAdapter } from "../adapter.ts";
import { renderAnswer } from "./card.ts";
import { factPage, factsIndex } from "./facts-page.ts";
import { document, type Html, html } from "./html.ts";
import { STYLE } from "./style.ts";

export interface PageParts {
	desk: Desk;
	factProblems: readonly string[];
	/** The platforms that were configured, for /readyz. */
	adapters: () => readonly RunningAdapter[];
	support: { url?: string | undefined; email?: string | undefined };
}

const request = z.strictObject({
	text: z.string().min(1),
	asOf: z.string().refine((day) => plainDate(day) !== undefined).optional(),
	locale: z.string().optional(),
});

const EXAMPLES = ["is the 100k fee in effect?", "/odds 2 masters", "/fee 26+ employees new", "/cap", "/dates", "/policy"];

/** Registers the local page, the JSON answer, health and facts on the server. */
export function registerRoutes(server: FastifyInstance, parts: PageParts): void {
	const { desk } = parts;
	const page = (title: string, main: Html) => document(title, main);
	server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
		done(null, Object.fromEntries(new URLSearchParams(body as string)));
	});

	server.get("/", async (_request, reply) => reply.type("text/html").send(page("H-1B Desk", home(""))));
	// Posted, never in the address: what people type may hold a wage.
	server.post("/", async (req, reply) => {
		const text = typeof (req.body as { text?: unknown } | null)?.text === "string" ? (req.body as { text: string }).text : "";
		const main = html`${home(text)}${renderAnswer(desk.text(text.trim() || "/help"))}`;
		return reply.type("text/html").send(page("H-1B Desk", main));
	});
	server.get("/desk.css", async (_request, reply) => reply.type("text/css").header("cache-control", "public, max-age=3600").send(STYLE));

	server.post("/api/answer", async (req, reply) => {
		const parsed = request.safeParse(req.body);
		if (!parsed.success) {
			return reply.code(400).send({ error: 'send {"text": "/odds level:2", "asOf": "2026-11-25", "locale": "en"}; asOf and locale may be left out' });
		}
		const asOf = parsed.data.asOf === undefined ? undefined : plainDate(parsed.data.asOf);
		return reply.send(replyToJson(desk.text(parsed.data.text, asOf ? { asOf } : {})));
	});

	server.get("/healthz", async (_request, reply) => reply.send({ ok: true }));
	server.get("/readyz", async (_request, reply) => {
		const reasons = [
			...(parts.factProblems.length > 0 ? [`facts: ${parts.factProblems.length} problems`] : []),
			...parts.adapters().flatMap((adapter) => {
				const problem = adapter.problem();
				return problem ? [`${adapter.name}: ${problem}`] : [];
			}),
		];
		return reply.code(reasons.length > 0 ? 503 : 200).send({ ready: reasons.length === 0, reasons });
	});

	server.get("/facts.json", async (_request, reply) =>
		reply.send({ version: desk.facts.version, horizon: desk.facts.horizon, topics: desk.facts.topics, facts: desk.facts.all }),
	);
	server.get("/facts", async (_request, reply) => reply.type("text/html").send(page("All facts", factsIndex(desk.facts, desk.today()))));
	server.get<{ Params: { "*": string } }>("/facts/*", async (req, reply) => {
		const id = req.params["*"];
		if (!desk.facts.has(id)) return reply.code(404).send({ error: "no such fact" });
		const fact = desk.facts.get(id);
		if (!req.headers.accept?.includes("text/html")) return reply.send(fact);
		return reply.type("text/html").send(page(fact.title, factPage(fact)));
	});

	server.get("/privacy", async (_request, reply) => reply.type("text/html").send(page("Privacy", PRIVACY)));
	server.get("/support", async (_request, reply) => reply.type("text/html").send(page("Support", support(parts.support))));
}

function home(typed: string): Html {
	return html`<h1>Ask about the H-1B</h1>
<form class="ask" method="post" action="/"><label for="text">A question or a command</label><input id="text" name="text" value="${typed}" maxlength="2000" autocomplete="off" placeholder="is the 100k fee in effect?"><button>Answer</button></form>
<ul class="buttons">${EXAMPLES.map((example) => html`<li><form method="post" action="/"><input type="hidden" name="text" value="${example}"><button>${example}</button></form></li>`)}</ul>`;
}

const PRIVACY = html`<h1>Privacy</h1>
<p>A question is answered and forgotten. This version stores nothing about the people who use it: no question, no name, no wage.</p>
<p>The log holds the name of the command, how long it took and what kind of answer it was. It never holds what was typed.</p>
<p>In Discord the bot reads no messages. In Slack it sees only the commands sent to it.</p>`;

function support(contact: PageParts["support"]): Html {
	return html`<h1>Support</h1>
<p>To report a wrong fact, say which card it was, what it says and what the source says.</p>
${contact.url && html`<p><a href="${contact.url}">Support page</a></p>`}
${contact.email && html`<p><a href="mailto:${contact.email}">${contact.email}</a></p>`}
${!contact.url && !contact.email && html`<p>The people who run this desk have not set a contact yet (SUPPORT_URL or SUPPORT_EMAIL).</p>`}`;
}
