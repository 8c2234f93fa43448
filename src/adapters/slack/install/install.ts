import type { IncomingMessage, ServerResponse } from "node:http";
import type { AuthorizeResult, AuthorizeSourceData, webApi } from "@slack/bolt";
import { InstallProvider } from "@slack/oauth";
import type { RawAnswer, RawHandler, RawRequest } from "../../../http/hooks.ts";
import { boltLogger } from "../log.ts";
import type { Logger } from "pino";
import type { Installations } from "./installations.ts";
import { failurePage, successPage } from "./pages.ts";

export interface InstallParts {
	clientId: string;
	clientSecret: string;
	/** Signs the state that binds an installation to the browser that began it. */
	stateSecret: string;
	/** Base of the Web API, with a slash at its end; the page that asks for consent stands beside it. */
	apiUrl: string;
	/** Public base address; null: Slack uses the first redirect address of the app's settings. */
	publicUrl: string | null;
	scopes: readonly string[];
	installations: Installations;
	log: Logger;
	clientOptions: webApi.WebClientOptions;
	/** A workspace is there (again). */
	onInstalled(ids: (string | undefined)[]): void;
}

export interface Install {
	/** `GET /slack/install`: on to Slack, with a state in the address and in a cookie. */
	begin: RawHandler;
	/** `GET /slack/oauth_redirect`: back from Slack. */
	finish: RawHandler;
	refresh(source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult>;
}

/** The state is good for this long: seconds. */
const STATE_LIFE_S = 600;

/** Installing in many workspaces, by Slack's own library: state signed, expiring, bound to the browser by a cookie. */
export function createInstall(parts: InstallParts): Install {
	const { installations, publicUrl } = parts;
	const provider = new InstallProvider({
		clientId: parts.clientId,
		clientSecret: parts.clientSecret,
		stateSecret: parts.stateSecret,
		stateCookieExpirationSeconds: STATE_LIFE_S,
		directInstall: true,
		authorizationUrl: new URL("../oauth/v2/authorize", parts.apiUrl).href,
		installationStore: installations,
		installUrlOptions: {
			scopes: [...parts.scopes],
			...(publicUrl && { redirectUri: `${publicUrl}/slack/oauth_redirect` }),
		},
		clientOptions: parts.clientOptions,
		logger: boltLogger(parts.log),
	});
	return {
		begin: (request) => run(request, (req, res) => provider.handleInstallPath(req, res)),
		finish: (request) =>
			run(request, (req, res) =>
				provider.handleCallback(req, res, {
					success(installation, _options, _req, response) {
						parts.onInstalled([installation.team?.id, installation.enterprise?.id]);
						parts.log.info("slack: installed in a workspace");
						successPage(response, {
							isOrg: installation.isEnterpriseInstall ?? false,
							appId: installation.appId,
							teamId: installation.team?.id,
						});
					},
					failure(error, _options, _req, response) {
						parts.log.warn({ code: error.code }, "slack: not installed");
						failurePage(response, error.code);
					},
				}),
			),
		refresh: (source) => provider.authorize(source as Parameters<typeof provider.authorize>[0]),
	};
}

/** The library writes to Node's response: as much of one as it uses. */
async function run(
	request: RawRequest,
	handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<RawAnswer> {
	const headers: Record<string, string> = {};
	const answer: RawAnswer & { status: number } = { status: 200, headers };
	let body = "";
	const res = {
		getHeader: (name: string) => headers[name.toLowerCase()],
		setHeader(name: string, value: string | string[]) {
			headers[name.toLowerCase()] = String(value);
		},
		writeHead(status: number, more: Record<string, string> = {}) {
			answer.status = status;
			for (const [name, value] of Object.entries(more)) headers[name.toLowerCase()] = value;
		},
		end(text?: string) {
			body = text ?? "";
		},
	};
	const req = { url: `/?${request.query}`, headers: { host: "localhost", ...request.headers } };
	await handle(req as unknown as IncomingMessage, res as unknown as ServerResponse);
	return { ...answer, body };
}
