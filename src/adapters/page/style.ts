/** The page's only style sheet: light and dark, from 320 pixels up. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --card: #f6f8fa; --blue: #0a58ca; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --paper: #0d1117; --card: #161b22; --blue: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
a { color: var(--blue); }
.brand { font-weight: 700; font-size: 1.25rem; text-decoration: none; }
form.ask { display: flex; gap: .5rem; flex-wrap: wrap; margin: 1rem 0; }
label { width: 100%; font-weight: 600; }
input { flex: 1 1 12rem; min-width: 0; padding: .6rem .7rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .4rem; }
button { padding: .6rem .9rem; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; cursor: pointer; text-align: left; }
form.ask button { color: var(--paper); background: var(--blue); border-color: var(--blue); }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; padding: 0; list-style: none; }
article { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); padding: 1rem; margin: 1rem 0; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .25rem; }
.stamp, .quiet, footer { color: var(--soft); font-size: .9rem; }
.lead { font-size: 1.1rem; }
dl { margin: .75rem 0; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: 0; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .75rem; display: flex; flex-wrap: wrap; gap: 1rem; }
`;
