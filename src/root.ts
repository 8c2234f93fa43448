/** The folder that holds package.json, both from `src/` and from the built `dist/src/`. */
export const ROOT = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../", import.meta.url);
