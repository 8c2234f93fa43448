import type { ServerResponse } from "node:http";

type Response = Pick<ServerResponse, "setHeader" | "writeHead" | "end">;

interface Installed {
	isOrg: boolean;
	appId: string | undefined;
	teamId: string | undefined;
}

/** After an installation: what to do first, in plain words. */
export function successPage(response: Response, { isOrg, appId, teamId }: Installed): void {
	const app = appId && teamId ? `slack://app?team=${id(teamId)}&id=${id(appId)}` : "slack://open";
	page(response, 200, "H-1B Desk is installed", [
		"Type <code>/h1b help</code> in any channel, or open the app's Home tab.",
		...(isOrg
			? [
					"It is installed for the organisation: an admin now adds it to the workspaces that want it.",
				]
			: []),
		`<a href="${app}">Open Slack</a>`,
	]);
}

const REASONS: Record<string, string> = {
	slack_oauth_installer_authorization_error:
		"The installation was cancelled in Slack. Nothing was stored.",
	slack_oauth_invalid_state:
		"This link is too old, or was begun in another browser. Nothing was installed.",
	slack_oauth_missing_state: "This address was opened without Slack. Nothing was installed.",
	slack_oauth_missing_code: "This address was opened without Slack. Nothing was installed.",
};

/** Why nothing was installed, and what to do. */
export function failurePage(response: Response, code: string): void {
	const reason =
		REASONS[code] ?? "Slack or our storage did not answer as they should. Nothing was installed.";
	page(response, code in REASONS ? 400 : 500, "H-1B Desk is not installed", [
		reason,
		'<a href="/slack/install">Begin again</a>',
	]);
}

const id = (text: string): string => text.replace(/[^A-Z0-9]/gi, "");

function page(response: Response, status: number, title: string, lines: string[]): void {
	response.setHeader("content-type", "text/html; charset=utf-8");
	response.writeHead(status);
	response.end(
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/desk.css"><main><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join("")}</main></html>`,
	);
}
