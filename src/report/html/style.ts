/** What browsers must find the style to be, or they leave it out: its SHA-256 in base64. A test says what it is. */
export const STYLE_HASH = "sha256-r8TT6kXY7VjBWGQTH6MQG5cTG8u5el9g+pdKIOC11EI=";

const LIGHT = `--page:#f6f6f3;--card:#fff;--ink:#1d1d1b;--muted:#5b5b56;--line:#deddd8;--link:#1a55a5;--code:#efeeea;
--bad:#a8231c;--bad-soft:#fcebea;--warn:#764b00;--warn-soft:#fcf2dc;--good:#1c6537;--good-soft:#e6f4ea;--quiet:#55554f;--quiet-soft:#ecebe7;
--bar:#3a6fb5`;

const DARK = `--page:#151514;--card:#1e1e1d;--ink:#ebeae6;--muted:#aaa9a3;--line:#383735;--link:#8fbcff;--code:#2a2a28;
--bad:#ff9d94;--bad-soft:#3d211f;--warn:#f0bf6a;--warn-soft:#362a14;--good:#86d6a0;--good-soft:#1b3324;--quiet:#b4b3ad;--quiet-soft:#2c2c2a;
--bar:#6d9fe0`;

/** The one style of the page. Colours keep 4.5 to 1 against what they stand on, in both schemes. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 3rem;max-width:56rem;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,dl,dd,ol,ul,figure{margin:0}
h1{display:flex;gap:.75rem;align-items:flex-start;font-size:clamp(1.35rem,1rem + 1.8vw,1.9rem);line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{margin:2rem 0 .6rem;font-size:1.15rem;font-weight:650}
h3{margin:1.4rem 0 .4rem;font-size:.95rem;font-weight:650}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
pre{margin:.4rem 0 .8rem;padding:.7rem .9rem;background:var(--code);border-radius:8px;white-space:pre-wrap}
pre code{padding:0}
header{padding:1.6rem 0 1.2rem}
.brand{margin-bottom:.6rem;color:var(--muted);font-size:.875rem}
.brand span{display:inline-block}
.brand span::before,.place>span::before{content:"· "}
.mark{flex:none;width:1.5em;height:1.5em;margin-top:-.12em;border-radius:50%;text-align:center;line-height:1.5em;font-weight:700}
.bad .mark,.chip.bad,.alarm.bad{background:var(--bad-soft)}
.warn .mark,.chip.warn,.alarm.warn{background:var(--warn-soft)}
.good .mark,.chip.good,.alarm.good{background:var(--good-soft)}
.chip.quiet{background:var(--quiet-soft);color:var(--quiet)}
.bad .mark,.chip.bad,.alarm.bad>strong:first-child{color:var(--bad)}
.warn .mark,.chip.warn,.alarm.warn>strong:first-child{color:var(--warn)}
.good .mark,.chip.good{color:var(--good)}
.chip{display:inline-block;padding:.05em .6em;border-radius:1em;font-size:.85rem;font-weight:600}
.alarm{margin:0 0 1rem;padding:.8rem 1rem;border-radius:8px;border-left:4px solid var(--quiet)}
.alarm.bad,.key.bad{border-left-color:var(--bad)}
.alarm.warn,.key.warn,.card.warn{border-left-color:var(--warn)}
.alarm.good,.key.good{border-left-color:var(--good)}
.key .alarm{margin-top:.7rem}
.key,.card{margin:0 0 1.25rem;padding:1.1rem 1.3rem 1.3rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--quiet);border-radius:10px}
.key h2,.card h2{margin-top:0}
.tale{color:var(--muted)}
.steps{padding-left:1.4rem}
.steps li{margin:.3rem 0;padding-left:.2rem}
.green{margin:.9rem 0 0;padding-left:.8rem;border-left:3px solid var(--good)}
main>.green{margin:0 0 1rem}
.facts,.words dl{display:grid;gap:.45rem}
.facts{margin-top:1.2rem;padding-top:1.1rem;border-top:1px solid var(--line)}
h2+.facts,.tale+.facts{margin-top:.6rem}
.facts div,.words dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
dt{color:var(--muted)}
.place>span{display:inline-block;color:var(--muted);font-size:.92rem}
.place em{font-style:normal;color:var(--warn)}
.place time{white-space:nowrap}
.small{margin-top:.35rem;color:var(--muted);font-size:.9rem}
figcaption{margin-top:.35rem;color:var(--muted);font-size:.9rem}
svg{display:block;overflow:visible}
.chart{margin-top:.7rem}
.chart rect{fill:var(--bar)}
.chart text{fill:var(--muted);font-size:12px}
.chart line{stroke-width:1.5}
.chart .rail{stroke:var(--line)}
.chart line.bad{stroke:var(--bad);stroke-dasharray:4 3}
.chart line.good{stroke:var(--good);stroke-dasharray:4 3}
.chart text.bad{fill:var(--bad);font-weight:600}
.chart text.good{fill:var(--good);font-weight:600}
.timeline .rail{stroke:var(--line);stroke-width:4;stroke-linecap:round}
.timeline .open{stroke:var(--bad);stroke-width:4;stroke-linecap:round}
.timeline circle{fill:var(--card);stroke:var(--quiet);stroke-width:2.5}
.timeline circle.bad{stroke:var(--bad)}
.timeline circle.good{stroke:var(--good)}
.timeline text{fill:var(--ink);font-size:12px;font-weight:650}
.timeline ol{margin-top:.3rem;padding-left:1.6rem;columns:2 17rem;column-gap:2rem}
.timeline li{break-inside:avoid}
.timeline time{color:var(--muted);white-space:nowrap}
.keys,.scroll{background:var(--card);border:1px solid var(--line);border-radius:10px}
.scroll{overflow-x:auto;margin-top:.75rem}
.scroll table{min-width:26rem}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:.92rem}
caption{padding:.5rem .8rem;text-align:left;color:var(--muted)}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--muted);font-weight:500;white-space:nowrap}
caption+thead th{border-top:1px solid var(--line)}
tbody th{font-weight:600}
.keys td:first-child{white-space:nowrap}
.keys th[scope=row]{width:42%}
.done{display:block;color:var(--muted);font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
h2 code{white-space:nowrap;overflow-wrap:normal}
.places{padding-left:1.1rem}
.places li{margin:0 0 .25rem}
.keys+.small,.keys{margin-bottom:1.25rem}
.gap,.ways{margin-top:.5rem}
.note{margin:.4rem 0 0;color:var(--muted)}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--link)}
.ignored,.words{margin-top:1.5rem}
.words dl{margin-top:.75rem}
footer{margin-top:2rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
@media (max-width:34rem){
.facts div,.words dl div{grid-template-columns:minmax(0,1fr);gap:0}
.key,.card{padding:.9rem .95rem 1rem}
.keys thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.keys,.keys tbody{display:block}
.keys tr{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.15rem .7rem;padding:.7rem .8rem;border-top:1px solid var(--line)}
.keys tr:first-child{border-top:0}
.keys tbody th,.keys td{display:block;width:auto;padding:0;border:0}
.keys th[scope=row]{width:auto}
.keys td[data-label]::before{content:attr(data-label);display:block;color:var(--muted);font-size:.8rem}
.keys td:last-child{grid-column:2}
}
@media print{
@page{margin:12mm 14mm}
html{font-size:9pt}
body{max-width:none;padding:0;background:#fff;line-height:1.4}
header{padding:0 0 .7rem}
h1{font-size:1.5rem}
h2{margin-top:1.2rem}
h3{margin-top:.9rem}
.key,.card,.keys,.scroll,.alarm{border-radius:0}
.key,.card{padding:.7rem .9rem}
.scroll{overflow:visible}
p{orphans:3;widows:3}
h2,h3,summary,h3+p,.tale,.key .alarm{break-after:avoid}
figure,tr,li,.alarm,.steps,.facts,.gap{break-inside:avoid}
.scroll th{overflow-wrap:normal}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:inherit;list-style:none}
.words,.timeline svg,.scale{display:none}
footer{margin-top:1rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
