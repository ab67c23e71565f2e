/** What browsers must find the style to be, or they leave it out: its SHA-256 in base64. A test says what it is. */
export const STYLE_HASH = "sha256-sPZRQvjbUgkEN7p3qGuejFC3WY65wj7wRJh0KkY3Wi4=";

const LIGHT = `--page:#f6f6f3;--card:#fff;--ink:#1d1d1b;--muted:#5b5b56;--line:#deddd8;--link:#1a55a5;--code:#efeeea;
--bad:#a8231c;--bad-soft:#fcebea;--warn:#764b00;--warn-soft:#fcf2dc;--good:#1c6537;--good-soft:#e6f4ea;--quiet:#55554f;--quiet-soft:#ecebe7;
--in:#3a6fb5;--out:#9db9dc`;

const DARK = `--page:#151514;--card:#1e1e1d;--ink:#ebeae6;--muted:#aaa9a3;--line:#383735;--link:#8fbcff;--code:#2a2a28;
--bad:#ff9d94;--bad-soft:#3d211f;--warn:#f0bf6a;--warn-soft:#362a14;--good:#86d6a0;--good-soft:#1b3324;--quiet:#b4b3ad;--quiet-soft:#2c2c2a;
--in:#6d9fe0;--out:#3f5f8c`;

/** The one style of the page. Colours keep 4.5 to 1 against what they stand on, in both schemes. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 3rem;max-width:56rem;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ol,ul,figure{margin:0}
h1{display:flex;gap:.75rem;align-items:flex-start;font-size:clamp(1.35rem,1rem + 1.8vw,1.9rem);line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{margin:2.5rem 0 .75rem;font-size:1.15rem;font-weight:650}
h3{font-size:1.1rem;font-weight:650}
h4{margin:1.5rem 0 .5rem;font-size:.95rem;font-weight:650}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
header{padding:2rem 0 1.5rem;border-bottom:1px solid var(--line)}
.brand{margin-bottom:.75rem;color:var(--muted);font-size:.875rem}
.brand span,.places span{margin-left:.6em;white-space:normal}
.rest{margin-top:.6rem;padding-left:2.9rem;color:var(--muted);font-size:1.05rem}
.mark{flex:none;width:1.5em;height:1.5em;margin-top:-.12em;border-radius:50%;text-align:center;line-height:1.5em;font-weight:700}
.bad .mark,.chip.bad{background:var(--bad-soft);color:var(--bad)}
.warn .mark,.chip.warn{background:var(--warn-soft);color:var(--warn)}
.good .mark,.chip.good{background:var(--good-soft);color:var(--good)}
.chip.quiet{background:var(--quiet-soft);color:var(--quiet)}
.chip{display:inline-block;padding:.05em .6em;border-radius:1em;font-size:.85rem;font-weight:600;white-space:nowrap}
.alarm{margin-top:1.5rem;padding:.9rem 1.1rem;border-radius:8px;background:var(--bad-soft);border-left:4px solid var(--bad)}
.alarm strong{color:var(--bad)}
.key,.card{background:var(--card);border:1px solid var(--line);border-radius:10px;border-left:4px solid var(--quiet);padding:1.1rem 1.3rem 1.3rem;margin:0 0 1.25rem}
.card h2{margin-top:0}
.card .facts{margin-top:.6rem}
.card .facts div{grid-template-columns:8.5rem minmax(0,1fr)}
.card{margin-top:2.5rem}
.bad.key{border-left-color:var(--bad)}
.warn.key,.warn.card{border-left-color:var(--warn)}
.good.key{border-left-color:var(--good)}
.tale{margin:.4rem 0 .9rem}
.facts,.words dl{display:grid;gap:.45rem}
.facts div,.words dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
dt{color:var(--muted)}
.steps{padding-left:1.4rem}
.steps li{margin:.3rem 0;padding-left:.2rem}
.small{margin-top:.5rem;color:var(--muted);font-size:.9rem}
.muted{color:var(--muted);font-weight:400}
.timeline svg{display:block;overflow:visible}
.timeline .rail{stroke:var(--line);stroke-width:4;stroke-linecap:round}
.timeline .open{stroke:var(--bad);stroke-width:4;stroke-linecap:round}
.timeline circle{fill:var(--card);stroke:var(--quiet);stroke-width:2.5}
.timeline circle.bad{stroke:var(--bad)}
.timeline circle.good{stroke:var(--good)}
.timeline text{fill:var(--ink);font-size:12px;font-weight:650}
.timeline ol{margin-top:.4rem;padding-left:1.6rem;columns:2 17rem;column-gap:2rem}
.timeline li{break-inside:avoid}
.timeline time,.places time{white-space:nowrap}
.timeline time{color:var(--muted)}
figcaption{margin-top:.5rem;color:var(--muted);font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem}
.tiles div{padding:.6rem .8rem;border:1px solid var(--line);border-radius:8px}
.tiles dt{font-size:.85rem}
.tiles dd{font-size:1.15rem;font-weight:600;font-variant-numeric:tabular-nums}
.keys{min-width:40rem}
.models{min-width:32rem}
.keys th code{white-space:nowrap}
.keys td:nth-child(3){min-width:11rem}
.scroll{overflow-x:auto;margin-top:.75rem;background:var(--card);border:1px solid var(--line);border-radius:10px}
table{width:100%;border-collapse:collapse;font-size:.92rem}
caption{padding:.5rem .8rem;text-align:left;color:var(--muted)}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:6.5rem}
thead th,thead td{border-top:0;color:var(--muted);font-weight:500;white-space:nowrap}
caption+thead th,caption+thead td{border-top:1px solid var(--line)}
tbody th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;min-width:0;white-space:nowrap}
.chart{width:34%;min-width:7rem;vertical-align:middle}
.chart svg{display:block}
.chart .in{fill:var(--in)}
.chart .out{fill:var(--out)}
.places{padding-left:1.2rem}
.places li{margin:.25rem 0}
.places span{color:var(--muted);font-size:.92rem}
.places em{font-style:normal;color:var(--warn)}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--link)}
.words{margin-top:2.5rem}
.words dl{margin-top:.75rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
@media (max-width:34rem){
.facts div,.card .facts div,.words dl div{grid-template-columns:minmax(0,1fr);gap:0}
.key,.card{padding:.9rem .95rem 1rem}
th,td{padding:.45rem .6rem}
}
@media print{
@page{margin:16mm 14mm}
body{max-width:none;padding:0;background:#fff;font-size:10.5pt}
header{padding-top:0}
.key,.card,.scroll{border-radius:0}
.scroll{overflow:visible}
h2,h3,h4{break-after:avoid}
figure,.tiles,tr,li{break-inside:avoid}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:inherit;list-style:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
