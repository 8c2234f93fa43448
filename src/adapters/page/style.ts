import { customProperties } from "../../charts/theme.ts";

/** The page's one stylesheet, served at /desk.css. */
export const STYLE = `
@font-face { font-family: Inter; font-weight: 400; font-display: swap; src: url("/fonts/Inter-Regular.ttf"); }
@font-face { font-family: Inter; font-weight: 600 700; font-display: swap; src: url("/fonts/Inter-SemiBold.ttf"); }
:root {
	color-scheme: light dark;
	--paper: #f6f7f9; --card: #fff; --ink: #16202c; --soft: #55616f; --line: #d5dbe2;
	--accent: #1b5e9e; --on-accent: #fff; --quiet: #eaf1f8;
	--good: #1d7a46; --wait: #8a5a00; --stop: #b3261e; --over: #5c6773;
	${customProperties("light")}
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #10161d; --card: #18212b; --ink: #e6ebf1; --soft: #a3b0be; --line: #33404e;
		--accent: #7db8f0; --on-accent: #0d1b29; --quiet: #223142;
		--good: #6bd096; --wait: #f0bd62; --stop: #ff9a90; --over: #a9b4c0;
		${customProperties("dark")}
	}
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; color: var(--soft); font-size: .9rem; }
.brand { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; margin: 0 0 .5rem; }
.languages { font-size: .875rem; }
header nav a { padding: .3rem 0; text-decoration: none; }
header nav a:hover, header nav [aria-current] { text-decoration: underline; text-underline-offset: .3em; }
header nav [aria-current] { color: var(--ink); font-weight: 600; }
main:focus { outline: none; }
.home { color: var(--ink); font-size: 1.25rem; font-weight: 700; text-decoration: none; }
main { padding-top: 1rem; padding-bottom: 1.5rem; }
footer { padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
footer p { margin: .25rem 0 0; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .4rem; }
h3, .minor { font-size: .95rem; margin: 1.25rem 0 .3rem; }
li > a, .rows dt a { display: inline-block; vertical-align: top; min-height: 1.5rem; padding: .1rem 0; }
p { margin: .5rem 0; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .3rem; }
h1[tabindex]:focus { outline: none; }
code, pre { font: .875rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { white-space: pre-wrap; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .95rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
tbody th { font-weight: 500; }
th .note, td .note { display: block; font-weight: 400; }
.wide { overflow-x: auto; margin: .75rem 0; position: relative; }
.wide th, .wide td { overflow-wrap: normal; }
.board { width: 100%; }
.board th[scope="row"] { min-width: 16rem; }
.board td { white-space: nowrap; }
:lang(hi), :lang(te) { line-height: 1.7; }
sup { line-height: 0; }
.small, .note { color: var(--soft); font-size: .875rem; }

.ask label { display: block; font-weight: 600; margin-bottom: .35rem; }
.line { display: flex; gap: .5rem; }
.box { flex: 1; min-width: 0; position: relative; display: flex; }
#suggestions { position: absolute; z-index: 2; top: calc(100% + .25rem); left: 0; right: 0; margin: 0; padding: .25rem; list-style: none; max-height: 19rem; overflow-y: auto; background: var(--card); border: 1px solid var(--soft); border-radius: .5rem; box-shadow: 0 .4rem 1.2rem rgb(0 0 0 / .18); }
#suggestions[hidden] { display: none; }
#suggestions li { padding: .4rem .6rem; border-radius: .35rem; cursor: pointer; }
#suggestions li[aria-selected="true"], #suggestions li:hover { background: var(--quiet); outline: 2px solid var(--accent); outline-offset: -2px; }
#said { position: fixed; left: 1rem; bottom: 1rem; margin: 0; background: var(--ink); color: var(--paper); border-radius: .5rem; padding: .5rem .8rem; }
#said:empty { display: none; }
input:not([type="hidden"]) { flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .5rem; padding: .6rem .75rem; min-height: 2.75rem; }
button, .button { display: inline-block; font: inherit; line-height: 1.35; cursor: pointer; text-align: left; text-decoration: none; color: var(--accent); background: var(--quiet); border: 1px solid transparent; border-radius: .5rem; padding: .5rem .8rem; min-height: 2.75rem; }
.ask button { color: var(--on-accent); background: var(--accent); font-weight: 600; padding-inline: 1.2rem; }
button:hover, .button:hover { border-color: var(--accent); }
.examples { margin-top: 1.5rem; }
.examples h2 { font-size: 1rem; }
.everyday, .summary, .topic { margin-top: 2rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0 1.5rem; }
.everyday ul, .summary ul, .topics ul, .topic ul { margin: 0; padding-left: 1.1rem; }
.everyday li, .summary li, .topic li { margin: .3rem 0; }
.topic li .note { display: block; }
.topics ul { columns: 15rem; }
.summary ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .5rem 1.5rem; list-style: none; padding: 0; }
.summary .status { display: flex; font-size: .9rem; }
.topics li { padding: .15rem 0; }
.views { margin: 1rem 0; }
.views summary { font-weight: 600; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.previews { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(25rem, 100%), 1fr)); gap: 1rem; align-items: start; width: min(76rem, 100vw - 3rem); margin-left: 50%; transform: translateX(-50%); }
.previews h2 { font-size: 1rem; margin-top: .5rem; }
.button.strong { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.report h1 { margin-top: 0; }
.numbers { font-size: .9rem; }
.examples ul, .choices { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.choices { flex-direction: column; margin: .75rem 0; }
.choices .note { display: block; padding: .1rem .2rem 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }

.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.1rem .7rem; margin: 1.25rem 0; }
.lead { font-size: 1.1rem; line-height: 1.45; }
.stamp { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: 0 0 .5rem; color: var(--soft); font-size: .9rem; }
.status { display: inline-flex; align-items: center; gap: .4rem; font-weight: 600; color: var(--over); }
.status::before { content: ""; width: .65rem; height: .65rem; border: 2px solid currentColor; border-radius: 50%; }
.status.in-effect { color: var(--good); }
.status.in-effect::before { background: currentColor; }
.status.blocked { color: var(--stop); }
.status.blocked::before { background: currentColor; border-radius: 0; }
.status.scheduled, .status.proposed, .status.pending { color: var(--wait); }
.rows { margin: .9rem 0; }
.rows > div { display: grid; grid-template-columns: minmax(8rem, 2fr) 3fr; gap: .1rem 1rem; padding: .45rem 0; border-top: 1px solid var(--line); }
.rows > div:last-child { border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
.rows dd .note { display: block; }
summary { cursor: pointer; color: var(--accent); padding: .4rem 0; }
.chart { margin: 1rem 0; }
.chart svg { display: block; width: 100%; max-width: 34rem; height: auto; font-family: Inter, sans-serif; border: 1px solid var(--line); border-radius: .5rem; }
.overdue { color: var(--soft); font-size: .9rem; border-left: 3px solid var(--line); padding-left: .6rem; }
.sources { margin: 0 0 .75rem; padding-left: 1.1rem; font-size: .92rem; }
.sources li { margin: .2rem 0; }
@media (max-width: 30rem) {
	.rows > div { grid-template-columns: 1fr; }
	.examples li, .examples button, .buttons form, .buttons button, .button, .choices button { width: 100%; }
	.card { padding-inline: .9rem; }
	.previews { width: 100%; margin-left: 0; transform: none; }
	.board thead { position: absolute; left: -100rem; }
	.board tr { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
	.board th[scope="row"] { flex: 1 0 100%; min-width: 0; }
	.board tbody :is(th, td) { border: 0; padding: 0; }
	.board td[data-label]::before { content: attr(data-label) " "; color: var(--soft); }
}
@media print { .ask, .examples, .buttons, .skip, footer nav { display: none; } }
`;

/** The mark in the browser's tab. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1b5e9e"/><path d="M9 7h3v7h8V7h3v18h-3v-8h-8v8H9z" fill="#fff"/></svg>`;
