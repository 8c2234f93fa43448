import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { seasonDays } from "../../commands/season-days.ts";
import { calendarFile } from "../../core/calendar.ts";
import { nextSeason } from "../../core/odds/season.ts";
import { changesFeed } from "./atom.ts";
import { ATOM, CALENDAR } from "./feed-addresses.ts";
import { sendPublic } from "./send.ts";

const CALENDAR_TYPE = "text/calendar; charset=utf-8";
/** The first season that has dates. */
const FIRST_SEASON = 2005;

/** `/facts.atom`, `/dates.ics` (this season and the last, to subscribe to) and `/calendar/fy2027.ics`. */
export function registerFeeds(app: FastifyInstance, desk: Desk, publicUrl: string | null): void {
	const { facts, today } = desk;

	app.get(ATOM, (request, reply) =>
		sendPublic(
			request,
			reply,
			"application/atom+xml; charset=utf-8",
			changesFeed(facts, today(), publicUrl ?? ""),
		),
	);

	app.get(CALENDAR, (request, reply) => {
		const next = nextSeason(facts, today());
		const days = [next - 1, next].flatMap((year) => seasonDays(facts, year, today()));
		return sendPublic(request, reply, CALENDAR_TYPE, calendarFile("H-1B season", days));
	});

	app.get<{ Params: { file: string } }>("/calendar/:file", (request, reply) => {
		const year = Number(/^fy(20\d\d)\.ics$/.exec(request.params.file)?.[1]);
		const isSeason = year >= FIRST_SEASON && year <= nextSeason(facts, today());
		if (!isSeason) return reply.callNotFound();
		reply.header("content-disposition", `attachment; filename="h1b-fy${year}.ics"`);
		const file = calendarFile(`H-1B FY ${year}`, seasonDays(facts, year, today()));
		return sendPublic(request, reply, CALENDAR_TYPE, file);
	});
}
