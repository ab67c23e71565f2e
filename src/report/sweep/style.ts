import { STYLE } from "../html/style.ts";

/** What browsers must find the style to be, or they leave it out: its SHA-256 in base64. A test says what it is. */
export const SWEEP_STYLE_HASH = "sha256-RmO6qC6u+ZJA7rG1Pt06NTc70PJzIZZkdzRTQRvjWhI=";

/** The style of a sweep's page: that of the report, its numbers and its picture. Bars differ in form, too. */
export const SWEEP_STYLE = `${STYLE}
body{max-width:64rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem}
.figures+.figures{margin-top:.75rem}
.figures div{padding:.6rem .9rem .7rem;background:var(--card);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:8px}
.figures dt{font-size:.85rem}
.figures strong{display:block;font-size:1.45rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums}
.figures span{color:var(--muted);font-size:.85rem}
.figures .bad{border-top-color:var(--bad)}
.figures .warn{border-top-color:var(--warn)}
.figures .good{border-top-color:var(--good)}
.figures .bad strong{color:var(--bad)}
.figures .warn strong{color:var(--warn)}
@media (min-width:34.01rem){.wide.keys th[scope=row]{width:20%}.wide td:nth-child(4){width:21%}.wide td:last-child{min-width:7rem}}
.scroll+.small{margin-bottom:1.25rem}
.exposure ol{list-style:none;margin:0;padding:0}
.exposure li,.exposure .axis{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:0 1rem;align-items:center}
.exposure ol>li{padding:.3rem 0;border-top:1px solid var(--line)}
.exposure .axis svg{grid-column:2}
.exposure p{line-height:1.4;font-size:.92rem}
.exposure p span{display:block;color:var(--muted);font-size:.85rem}
.exposure text{fill:var(--muted);font-size:12px}
.exposure .rail{stroke:var(--line);stroke-width:1}
.exposure .works{fill:var(--bad);stroke:var(--bad)}
.exposure .may-work{fill:var(--bad-soft);stroke:var(--bad);stroke-width:1.5}
.exposure .limited{fill:var(--warn-soft);stroke:var(--warn);stroke-width:1.5}
.exposure .ended{fill:var(--quiet-soft);stroke:var(--quiet)}
.exposure .unknown{fill:none;stroke:var(--quiet);stroke-dasharray:4 3}
.exposure .edge{stroke-width:3;stroke-dasharray:none}
.exposure .legend{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.6rem 0 0;padding:0;list-style:none;color:var(--muted);font-size:.9rem}
.exposure .legend li{display:flex;gap:.4rem;align-items:center}
@media (max-width:34rem){
.figures{grid-template-columns:1fr 1fr;gap:.5rem}
.figures div{padding:.5rem .65rem}
.figures strong{font-size:1.2rem}
.exposure ol>li,.exposure .axis{grid-template-columns:minmax(0,1fr);gap:.2rem}
.exposure .axis svg{grid-column:1}
.wide td[data-label],.wide tbody th{grid-column:1/-1}
}
@media print{
.figures{grid-template-columns:repeat(auto-fit,minmax(30mm,1fr));gap:2mm}
.figures div{padding:1.5mm 2mm;border-radius:0;break-inside:avoid}
.figures strong{font-size:1.15rem}
.exposure{break-inside:auto}
.exposure ol>li{padding:.8mm 0}
.exposure .legend,.exposure figcaption{break-before:avoid}
.wide th,.wide td{padding:1.2mm 1.6mm;font-size:8pt}
}
`;
