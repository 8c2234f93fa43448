/** An address of each kind of public page. */
export const PUBLIC_PAGES = [
	"/",
	"/board",
	"/facts",
	"/odds",
	"/add",
	"/reports",
	"/reports/accuracy",
	"/reports/backtest",
	"/reports/reliability",
	"/reports/fees",
	"/privacy",
	"/support",
	"/facts/dhs/weighted-selection",
	"/answer/odds?level=II&degree=us-masters",
];
