// Colours near those of the two clients, moved where needed to WCAG's 4.5:1 for text.
const LIGHT = `
	--d-bg: #ffffff; --d-box: #f7f7f8; --d-line: #dcdde1; --d-ink: #2f3035; --d-strong: #060607; --d-soft: #585a62;
	--d-link: #0062d1; --d-button: #e4e5e9; --d-on-button: #2f3035; --d-field: #ffffff; --d-border: #82848d;
	--s-bg: #ffffff; --s-ink: #1d1c1d; --s-soft: #616061; --s-line: #dddddd; --s-link: #1264a3; --s-border: #868686; --s-quiet: #f8f8f8;
`;
const DARK = `
	--d-bg: #313338; --d-box: #2b2d31; --d-line: #43454c; --d-ink: #dbdee1; --d-strong: #f2f3f5; --d-soft: #b5bac1;
	--d-link: #3fb7ff; --d-button: #4e5058; --d-on-button: #ffffff; --d-field: #1e1f22; --d-border: #85878f;
	--s-bg: #1a1d21; --s-ink: #d1d2d3; --s-soft: #ababad; --s-line: #3a3d42; --s-link: #4fb2e0; --s-border: #7f8183; --s-quiet: #222529;
`;

/** How the two platforms' cards look on the page and in the pictures. */
export const PREVIEW_STYLE = `
.discord, .slack { ${LIGHT} border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; overflow-wrap: anywhere; font-size: .9375rem; line-height: 1.4; }
@media (prefers-color-scheme: dark) { .discord, .slack { ${DARK} } }
.discord { background: var(--d-bg); color: var(--d-ink); font-family: "gg sans", "Noto Sans", Inter, "Helvetica Neue", Helvetica, Arial, sans-serif; }
.slack { background: var(--s-bg); color: var(--s-ink); font-family: Lato, "Slack-Lato", Inter, "Helvetica Neue", Helvetica, Arial, sans-serif; }
.discord p, .slack p, .discord figure, .slack figure { margin: 0; }
.discord a { color: var(--d-link); } .slack a { color: var(--s-link); }
.d-text p:has(> a:first-child), .s-rich:has(> a:first-child) { line-height: 1.6rem; }
.discord hr, .slack hr { border: 0; border-top: 1px solid var(--d-line); margin: .5rem 0; width: 100%; }
.slack hr { border-color: var(--s-line); }
.unknown { border: 1px dashed currentColor; padding: .2rem .4rem; font-size: .85rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chevron { display: inline-block; flex: none; width: .5rem; height: .5rem; margin: 0 .2rem .2rem .6rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.mark { display: inline-block; flex: none; width: 1.15rem; height: 1.15rem; margin-top: .1rem; border: 2px solid currentColor; border-radius: .25rem; opacity: .8; }
.mark.radio { border-radius: 50%; }
.mark.on { box-shadow: inset 0 0 0 .22rem var(--d-bg); background: currentColor; }
.slack .mark.on { box-shadow: inset 0 0 0 .22rem var(--s-bg); }

.d-message, .s-message { display: flex; gap: .75rem; padding: .9rem; }
.d-avatar, .s-avatar { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; background: #1b5e9e; color: #fff; font-weight: 700; font-size: .95rem; display: grid; place-items: center; }
.s-avatar { width: 2.25rem; height: 2.25rem; border-radius: .4rem; }
.d-body, .s-body { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: .35rem; }
.d-who strong { color: var(--d-strong); }
.d-tag { background: #4752c4; color: #fff; border-radius: .25rem; font-size: .68rem; font-weight: 600; padding: .1rem .3rem; vertical-align: .1em; }
.d-box { display: flex; max-width: 37.5rem; background: var(--d-box); border: 1px solid var(--d-line); border-radius: .5rem; overflow: hidden; }
.d-stripe { flex: none; width: 4px; height: auto; align-self: stretch; }
.d-inside { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: .5rem; padding: .8rem; }
.d-h1 { font-size: 1.4rem; } .d-h2 { font-size: 1.15rem; } .d-h3 { font-size: 1rem; }
.d-h1, .d-h2, .d-h3 { font-weight: 700; line-height: 1.3; color: var(--d-strong); margin-bottom: .15rem !important; }
.discord strong { color: var(--d-strong); font-weight: 650; }
.d-text p:empty::before { content: "\\00a0"; }
.d-small { display: block; font-size: .8rem; color: var(--d-soft); }
.d-item { padding-left: 1.1rem; position: relative; }
.d-item::before { content: "•"; position: absolute; left: .35rem; }
.d-mention { background: rgb(88 101 242 / .25); border-radius: .2rem; padding: 0 .15rem; }
.d-row { display: flex; flex-wrap: wrap; gap: .5rem; }
.d-button { display: inline-block; background: var(--d-button); color: var(--d-on-button); border-radius: .5rem; padding: .38rem .85rem; font-weight: 550; font-size: .875rem; }
.d-button.primary { background: #4f5bd5; color: #fff; } .d-button.success { background: #1f7a41; color: #fff; } .d-button.danger { background: #c9353a; color: #fff; }
.d-button.off { opacity: .5; }
.d-select, .d-field { display: flex; width: 100%; align-items: center; justify-content: space-between; background: var(--d-field); color: var(--d-soft); border: 1px solid var(--d-border); border-radius: .5rem; padding: .5rem .75rem; min-height: 2.5rem; }
.d-select.filled, .d-field.filled { color: var(--d-ink); }
.d-field.tall { min-height: 5rem; align-items: start; }
.d-picture { border-radius: .5rem; overflow: hidden; max-width: 34.4rem; } .d-picture svg { display: block; width: 100%; height: auto; }
.d-section { display: flex; gap: 1rem; justify-content: space-between; } .d-gap { height: .5rem; }
.d-modal { padding: 1.2rem; display: flex; flex-direction: column; gap: 1rem; max-width: 30rem; }
.d-label { display: flex; flex-direction: column; gap: .35rem; } .needed { color: #d83c3e; }
.d-option { display: flex; gap: .6rem; padding: .2rem 0; }
.d-end, .s-end { display: flex; justify-content: flex-end; gap: .6rem; padding-top: .4rem; }

.s-who strong { font-weight: 800; }
.s-tag { background: var(--s-quiet); color: var(--s-soft); border-radius: .2rem; font-size: .65rem; font-weight: 700; padding: .1rem .25rem; vertical-align: .1em; }
.s-header { font-size: 1.15rem; line-height: 1.3; } .s-header strong { font-weight: 800; }
.s-context { display: flex; flex-wrap: wrap; gap: .15rem .5rem; color: var(--s-soft); font-size: .8rem; }
.s-rich { min-height: 1.4em; } .s-block ul, .s-block ol { margin: 0; padding-left: 1.4rem; }
.s-rich br:last-child { display: none; }
.s-block blockquote { margin: 0; border-left: 4px solid var(--s-line); padding-left: .7rem; }
.s-actions { display: flex; flex-wrap: wrap; gap: .5rem; }
.s-button { display: inline-block; border: 1px solid var(--s-border); border-radius: .5rem; padding: .3rem .75rem; font-weight: 700; font-size: .82rem; background: var(--s-bg); }
.s-button.primary { background: #007a5a; border-color: #007a5a; color: #fff; } .s-button.danger { background: #c8184f; border-color: #c8184f; color: #fff; }
.s-select, .s-field { display: inline-flex; min-width: 11rem; max-width: 100%; align-items: center; justify-content: space-between; border: 1px solid var(--s-border); border-radius: .5rem; padding: .32rem .6rem; font-size: .87rem; color: var(--s-soft); }
.s-select.filled, .s-field.filled { color: var(--s-ink); }
.s-input .s-select, .s-input .s-field { display: flex; width: 100%; min-height: 2.25rem; } .s-field.tall { min-height: 5rem; align-items: start; }
.s-input { display: flex; flex-direction: column; gap: .3rem; }
.s-options { display: flex; flex-direction: column; gap: .35rem; } .s-option { display: flex; gap: .55rem; }
.s-hint { color: var(--s-soft); font-size: .82rem; } .s-option .s-hint { display: block; }
.s-section { display: flex; gap: 1rem; justify-content: space-between; align-items: start; }
.s-fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .4rem 1rem; }
.s-mention { background: rgb(29 155 209 / .18); border-radius: .2rem; padding: 0 .15rem; }
.s-alert { border: 1px solid var(--s-border); border-left-width: 4px; border-radius: .4rem; padding: .4rem .6rem; }
.s-table { overflow-x: auto; } .s-table table { border-collapse: collapse; font-size: .87rem; }
.s-table th, .s-table td { border: 1px solid var(--s-line); padding: .3rem .6rem; text-align: left; }
.s-chart { border: 1px solid var(--s-line); border-radius: .5rem; padding: .7rem; max-width: 34rem; position: relative; }
.s-chart figcaption { display: flex; flex-direction: column; margin-bottom: .3rem; }
.s-chart svg { display: block; width: 100%; height: auto; } .s-chart text { fill: var(--s-soft); font-size: 11px; font-family: inherit; }
.s-chart .grid { stroke: var(--s-line); } .s-chart .line { fill: none; stroke-width: 2.5; }
${[1, 2, 3, 4, 5, 6].map((n) => `.s-chart .k${n - 1} { fill: var(--chart-series${((n - 1) % 4) + 1}); background: var(--chart-series${((n - 1) % 4) + 1}); } .s-chart .line.k${n - 1} { fill: none; stroke: var(--chart-series${((n - 1) % 4) + 1}); }`).join("\n")}
.s-legend { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .82rem; } .s-legend .key { display: inline-block; width: .7rem; height: .7rem; border-radius: .15rem; margin-right: .35rem; }
.s-modal { max-width: 32.5rem; } .s-title { padding: .9rem 1.2rem; font-size: 1.15rem; border-bottom: 1px solid var(--s-line); } .s-modal .s-end { padding: .8rem 1.2rem; border-top: 1px solid var(--s-line); }
.s-inside, .s-home { display: flex; flex-direction: column; gap: .9rem; padding: 1.1rem 1.2rem; }
@media (max-width: 30rem) { .d-message, .s-message { padding: .6rem; gap: .5rem; } .d-avatar, .s-avatar { width: 1.9rem; height: 1.9rem; font-size: .75rem; } .d-inside { padding: .6rem; } }
`;
