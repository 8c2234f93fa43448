import { say } from "../../core/say.ts";
import type { Action, Row } from "../../core/answer.ts";
import type { FactView } from "../../core/facts/lookup.ts";
import { feeSchedule, total } from "../../core/fees/schedule.ts";
import { count, dollars } from "../../core/format.ts";
import type { Portfolio } from "../../core/odds/portfolio.ts";
import type { Core } from "../command.ts";

export interface Employer {
	employees: "1-25" | "26+";
	nonprofit: boolean;
}

/** US dollars; null where the record does not reach the day asked about. */
export interface PortfolioFees {
	/** For all candidates. */
	registration: number | null;
	/** Of one first petition. */
	perPetition: number | null;
	/** Of one registration. */
	perRegistration: number | null;
	facts: FactView[];
	/** Who the employer is, in words. */
	employer: string;
	/** The options of /fee for the same petition. */
	input: Action["input"];
}

/** Registration fees of all candidates, and the fees of one first petition, from the fee facts. */
export function portfolioFees(core: Core, candidates: number, employer: Employer): PortfolioFees {
	const { employees, nonprofit } = employer;
	const schedule = feeSchedule(
		core.facts,
		{
			small: employees === "1-25",
			nonprofit,
			acwiaExempt: false,
			filing: "new",
			premium: false,
			fiftyFifty: false,
			capExempt: false,
		},
		core.date,
	);
	const perRegistration = schedule.registration?.amount ?? null;
	const isKnown = schedule.unknown.length === 0;
	return {
		registration: perRegistration === null ? null : perRegistration * candidates,
		perPetition: isKnown ? total(schedule.petition) : null,
		perRegistration,
		facts: isKnown
			? [...schedule.petition, ...(schedule.registration ? [schedule.registration] : [])].map(
					(item) => item.fact,
				)
			: [],
		employer: `${employees === "1-25" ? say("1 to 25 employees") : say("26 or more employees")}, ${nonprofit ? say("nonprofit") : say("for-profit")}`,
		input: { employees, filing: "new", ...(nonprofit && { nonprofit }) },
	};
}

/** What all registrations cost, and apart from it what the petitions of the selected cost. */
export function feeRows(fees: PortfolioFees, candidates: number, found: Portfolio): Row[] {
	const { registration, perRegistration, perPetition } = fees;
	if (registration === null || perRegistration === null || perPetition === null)
		return [{ label: say("Fees"), value: say("not known on that day") }];
	const petitions = (selected: number) => dollars(Math.round(selected * perPetition));
	return [
		{
			label: say("Registration fees, all"),
			value: dollars(registration),
			note: say("{candidates} x {perRegistration}, paid in March, not refunded", {
				candidates: count(candidates),
				perRegistration: dollars(perRegistration),
			}),
		},
		{
			label: say("Petition fees, selected only"),
			value: say("{petitions} on average, {petitions2} to {petitions3} 8 times in 10", {
				petitions: petitions(found.mean),
				petitions2: petitions(found.p10),
				petitions3: petitions(found.p90),
			}),
			note: say("{perPetition} each: first petition, {employer}, without premium processing", {
				perPetition: dollars(perPetition),
				employer: fees.employer,
			}),
		},
	];
}
