import { message } from "../../core/say.ts";

/** What `desk.js` says; the page hands it over in its language. */
export const SCRIPT_WORDS = [
	message("The desk did not answer. Please try again."),
	message("Copy as text"),
	message("Copied."),
	message("Selected: copy it with your browser."),
	message("Suggestions"),
];
