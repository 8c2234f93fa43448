import { z } from "zod";
import type { AskContext } from "../commands/desk.ts";
import { plainDate } from "../core/dates.ts";

/** The body of `POST /api/answer`, and a line of `--jsonl` on the terminal. More keys are no mistake. */
const bodySchema = z.object({
	text: z.string(),
	asOf: z
		.string()
		.transform((text, ctx) => {
			const date = plainDate(text);
			if (date) return date;
			ctx.addIssue({ code: "custom", message: "not a day" });
			return z.NEVER;
		})
		.nullish(),
	locale: z.string().max(35).nullish(),
});

export type AnswerRequest = z.output<typeof bodySchema>;

export const WHAT_TO_SEND =
	'send a JSON object such as {"text": "/odds level:2", "asOf": "2026-11-25", "locale": "en"}; text is required, asOf is a calendar day YYYY-MM-DD';

/** The request in a JSON text, or undefined when it is not one. */
export function readAnswerRequest(json: unknown): AnswerRequest | undefined {
	return bodySchema.safeParse(json).data;
}

/** The day and the language of a request. */
export const contextOf = ({ asOf, locale }: AnswerRequest): AskContext => ({
	...(asOf && { asOf }),
	...(locale && { locale }),
});
