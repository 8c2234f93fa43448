/** What people subscribe to. It is in English: whoever subscribes brings no language along. */
export const ATOM = "/facts.atom";
export const CALENDAR = "/dates.ics";
