import { message, say, sayStatement } from "../core/say.ts";
import { answer, type Choice, type Row } from "../core/answer.ts";
import { type FactView, unchangedSince } from "../core/facts/lookup.ts";
import {
	type FeeCase,
	type FeeItem,
	type FeeSchedule,
	feeSchedule,
	total,
} from "../core/fees/schedule.ts";
import { dollars } from "../core/format.ts";
import { answered, choose, invalid, type Result } from "../core/reply.ts";
import { STATUS_WORDS } from "../core/status.ts";
import { type Core, command, kebab, withAsOf } from "./command.ts";
import { notKnownThen } from "./not-known.ts";
import {
	abroad,
	acwiaExempt,
	capExempt,
	employees,
	fiftyFifty,
	filing,
	nonprofit,
	premium,
} from "./options.ts";

export const fee = command({
	name: "fee",
	isSteady: true,
	summary: "Government fees of a petition, and who must pay which",
	examples: [
		"/fee 26+ employees new",
		"/fee small employer new premium",
		"/fee 30 employees nonprofit extension",
	],
	options: withAsOf({
		employees,
		filing: filing.default("new"),
		premium: premium.default(false),
		nonprofit: nonprofit.optional(),
		acwiaExempt: acwiaExempt.default(false),
		fiftyFifty: fiftyFifty.default(false),
		abroad: abroad.default(false),
		capExempt: capExempt.optional(),
	}),
	asks: ["employees"],
	missing: (_core, given) => askSize(given),
	run(core, input) {
		if (input.fiftyFifty && input.employees === "1-25") return notBoth();
		const feeCase: FeeCase = {
			small: input.employees === "1-25",
			// Bodies exempt from the training fee are nonprofits or public, unless the user says otherwise.
			nonprofit: input.nonprofit ?? input.acwiaExempt,
			acwiaExempt: input.acwiaExempt,
			filing: input.filing,
			premium: input.premium,
			fiftyFifty: input.fiftyFifty,
			capExempt: input.capExempt ?? false,
		};
		const schedule = feeSchedule(core.facts, feeCase, core.date);
		if (schedule.unknown.length > 0) {
			return notKnownThen(
				core,
				say("Petition fees"),
				core.facts.on(schedule.unknown[0] as string, core.date),
			);
		}
		return feeCard(core, feeCase, schedule, input.abroad);
	},
});

function askSize(given: Record<string, unknown>): Result {
	const rest = Object.fromEntries(
		Object.entries(given).map(([key, value]) => [kebab(key), value]),
	) as Choice["do"]["input"];
	const pick = (label: string, note: string, input: Choice["do"]["input"]): Choice => ({
		label,
		note,
		do: { command: "fee", input: { ...rest, ...input } },
	});
	return choose(
		answer({
			title: say("How large is the employer?"),
			lead: say(
				"The fees depend on the employer: how many full-time-equivalent employees does it have in the United States?",
			),
			choices: [
				pick(say("26 or more employees"), say("for-profit"), { employees: "26+" }),
				pick(say("1 to 25 employees"), say("for-profit"), { employees: "1-25" }),
				pick(say("Nonprofit, 26 or more"), say("not exempt from the training fee"), {
					employees: "26+",
					nonprofit: true,
				}),
				pick(say("College, school or research body"), say("exempt from the training fee"), {
					employees: "26+",
					"acwia-exempt": true,
					"cap-exempt": true,
				}),
			],
		}),
	);
}

function notBoth(): Result {
	return invalid(
		answer({
			title: say("/{name}: what to type", { name: "fee" }),
			lead: say(
				"A 50/50 employer has 50 or more employees, so it cannot have 1 to 25. Type 26+ fifty-fifty, or leave out fifty-fifty.",
			),
			rows: [{ label: say("Try"), value: "/fee 26+ fifty-fifty" }],
		}),
	);
}

const FILING_WORDS = {
	new: message("first petition"),
	extension: message("extension with the same employer"),
	"change-of-employer": message("change of employer"),
	amendment: message("amended petition, same end date"),
} as const;

function feeCard(core: Core, feeCase: FeeCase, schedule: FeeSchedule, isAbroad: boolean): Result {
	const payment = paymentFor(core, feeCase, isAbroad);
	const due = [...schedule.petition, ...(payment.item ? [payment.item] : [])];
	const required = total(due);
	const sum = required + (schedule.premium?.amount ?? 0);
	const { registration } = schedule;
	const rows: Row[] = [
		...due.map(itemRow),
		...(schedule.premium
			? [{ label: say("Required fees"), value: dollars(required) }, itemRow(schedule.premium)]
			: []),
		{ label: schedule.premium ? say("Total with premium") : say("Total"), value: dollars(sum) },
		...(registration
			? [
					{
						label: say("With registration"),
						value: dollars(sum + registration.amount),
						note: say("{amount} for each registration, paid in March, not refunded", {
							amount: dollars(registration.amount),
						}),
					},
				]
			: []),
		...payers(core),
		...payment.rows,
	];
	const size = feeCase.small ? say("1 to 25 employees") : say("26 or more employees");
	const kind = feeCase.acwiaExempt
		? say("exempt body")
		: feeCase.nonprofit
			? say("nonprofit")
			: say("for-profit");
	const items = [...due, ...(schedule.premium ? [schedule.premium] : [])];
	return answered(
		answer({
			title: say("Petition fees: {size}, {kind}, {filing}", {
				size,
				kind,
				filing: say(FILING_WORDS[feeCase.filing]),
			}),
			lead: say("{required} in government fees{processing}{included}.", {
				required: dollars(required),
				processing: schedule.premium
					? say(", {sum} with premium processing", { sum: dollars(sum) })
					: "",
				included: payment.item ? say(", the $100,000 payment included") : "",
			}),
			rows,
			from: [...items.map((item) => item.fact), ...(registration ? [registration.fact] : [])],
			mentions: payment.mentions,
			buttons: [
				...(schedule.premium
					? []
					: [
							{
								label: say("Add premium"),
								do: { command: "fee", input: { ...caseInput(feeCase), premium: true } },
							},
						]),
				{
					label: say("The $100,000 payment"),
					do: { command: "policy", input: { topic: "payment-100k" } },
				},
				{
					label: say("Who may pay?"),
					do: { command: "ask", input: { question: "#dol/who-pays-petition-costs" } },
				},
			],
		}),
		{
			total: sum,
			required,
			withRegistration: registration ? sum + registration.amount : null,
			items: Object.fromEntries(
				[...items, ...(registration ? [registration] : [])].map((item) => [
					item.fact.id,
					item.amount,
				]),
			),
		},
	);
}

function itemRow(item: FeeItem): Row {
	return {
		label: say(item.label),
		value: dollars(item.amount),
		note: say("{why}; paid by: {payer}", { why: say(item.why), payer: say(item.payer) }),
	};
}

function caseInput(feeCase: FeeCase): Record<string, string | boolean> {
	return {
		employees: feeCase.small ? "1-25" : "26+",
		filing: feeCase.filing,
		...(feeCase.nonprofit && { nonprofit: true }),
		...(feeCase.acwiaExempt && { "acwia-exempt": true }),
		...(feeCase.fiftyFifty && { "fifty-fifty": true }),
		...(feeCase.capExempt && { "cap-exempt": true }),
	};
}

function payers(core: Core): Row[] {
	const costs = core.facts.on("dol/who-pays-petition-costs", core.date);
	return costs.known
		? [{ label: say("Who may pay"), value: sayStatement(costs.id, costs.entry) }]
		: [];
}

/** The $100,000 payment and the proposed fee: shown, and in the total only on a day when the payment was due. */
function paymentFor(core: Core, feeCase: FeeCase, isAbroad: boolean) {
	const { facts, date } = core;
	const rows: Row[] = [];
	const mentions: FactView[] = [];
	let item: FeeItem | null = null;
	const payment = facts.on("white-house/payment-100k", date);
	if (payment.known) {
		mentions.push(payment);
		const due = payment.status === "in-effect" && isAbroad && feeCase.filing === "new";
		if (due) {
			item = {
				fact: payment,
				label: message("Proclamation payment"),
				amount: Number(payment.entry.value),
				why: message("worker abroad, collectible on that day"),
				payer: message("employer"),
			};
		} else if (feeCase.filing === "new" || isAbroad) {
			const status = payment.status ? say(STATUS_WORDS[payment.status]).toLowerCase() : "";
			rows.push({
				label: say("Not in the total: $100,000 payment"),
				value:
					payment.status === "blocked"
						? say("{status} since {date}; it could be collected again if the orders are lifted", {
								status,
								date: unchangedSince(payment) ?? "",
							})
						: say("{status}; it concerns workers abroad", { status }),
			});
		}
	}
	const proposed = facts.outlookOn("dhs/cap-petition-fee", date).at(-1);
	if (proposed && !feeCase.capExempt && feeCase.filing === "new") {
		mentions.push(proposed);
		rows.push({
			label: say("Not in the total: $103,265 fee"),
			value: say("proposed only; it would apply to each cap-subject petition"),
		});
	}
	if (isAbroad) {
		for (const [id, label] of [
			["state/visa-application-fee", message("Visa application fee")],
			["congress/visa-integrity-fee", message("Visa integrity fee")],
		] as const) {
			const view = facts.has(id) ? facts.on(id, date) : null;
			if (!view?.known) continue;
			mentions.push(view);
			rows.push({
				label: say("Paid by the worker: {label}", { label: say(label) }),
				value: sayStatement(view.id, view.entry),
			});
		}
	}
	return { rows, mentions, item };
}
