import { STYLE } from "../html/style.ts";

/** What browsers must find the style to be, or they leave it out: its SHA-256 in base64. A test says what it is. */
export const AUDIT_STYLE_HASH = "sha256-uOsHMR80EkT/PvR4VuGB3nyR0jBhxaAwG9cr7aKYQJw=";

/** The style of the audit's page: that of the report, and the picture. Levels differ in form, too. */
export const AUDIT_STYLE = `${STYLE}
.plot{margin-top:.5rem}
.plot text{fill:var(--muted);font-size:12px}
.plot .rail{stroke:var(--line);stroke-width:1}
.plot .band{fill:var(--code)}
.plot .error{fill:var(--bad);stroke:var(--card);stroke-width:1}
.plot .warning{fill:var(--card);stroke:var(--warn);stroke-width:2.2}
.plot .none{fill:var(--muted);stroke:var(--card);stroke-width:.6}
.plot .shape{fill:none;stroke:var(--ink);stroke-width:1.5}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.7rem 0 0;padding:0;list-style:none;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.35rem}
.sample{flex:none}
.found{margin:0;padding-left:1.1rem}
.found li{margin:0 0 .2rem}
.advice{margin:.15rem 0 0;color:var(--muted)}
.card ul{padding-left:1.2rem}
.card .legend{padding:0}
.date,.rules th,.rules .chip{white-space:nowrap}
.scroll.wide table{min-width:44rem}
@media print{
.plot svg{break-inside:avoid}
.scroll.wide table{min-width:0}
}
`;
