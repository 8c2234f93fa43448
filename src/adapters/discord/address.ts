/** Where Discord sends interactions over HTTP: the path of the application's Interactions Endpoint URL. */
export const INTERACTIONS_PATH = "/discord/interactions";
