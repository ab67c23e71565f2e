import { __exportAll } from "./rolldown-runtime.js";
import { GONE, NO_KEYS_FOUND, SECTIONS, SEVERITIES, capitalize, clipText, conclude, concludeRun, countPlaces, describeCoverage, describeNotShown, describeOpenKeys, describeResolution, encodePathForUrl, escapeHref, escapeHtml, escapeMarkdown, escapePlain, findFirstSeen, findRestriction, formatCode, formatCount, formatDay, formatMarkdown, formatNumber, formatPlain, formatSafeJson, formatSpan, formatTime, getContainment, getLikeness, getSeverity, isCalendarTime, isChoice, isFailure, isIgnored, isLiveAdminKey, isLookAlike, isOwnAdminKey, isPreexisting, isUnread, joinLines, line, linkWords, mayWorkAgain, rankBySeverity, rankFindings, redactKeys, showInvisible, words } from "./scan.js";
// src/report/annotations.ts
var annotations_exports = /* @__PURE__ */ __exportAll({ renderAnnotations: () => renderAnnotations });
const LEVELS = [
	"error",
	"warning",
	"notice"
];
const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
const NOWHERE = {
	path: null,
	line: null,
	column: null
};
function renderAnnotations({ keys, unfinished, gaps }) {
	const warnings = gaps.filter(({ isWarning }) => isWarning);
	const drafts = [
		...keys.map((key) => ({
			level: key.level,
			write: () => renderKey$1(key)
		})),
		...unfinished.map((one) => ({
			level: "warning",
			write: () => renderUnfinished$2(one)
		})),
		...warnings.map((gap) => ({
			level: "warning",
			write: () => renderGap(gap)
		}))
	];
	return LEVELS.flatMap((level) => cap(drafts.filter((draft) => draft.level === level)));
}
function renderKey$1({ title, level, mask, fingerprint, anchor, ...key }) {
	const states = [`${key.state.word}: ${key.state.reason}`, key.outcome].map((state) => `${capitalize(state)}.`);
	return {
		level,
		title,
		message: [
			`${escapePlain(mask)} (${fingerprint}). ${[...states, ...key.seenIn.map(escapePlain)].join(" ")}`,
			...key.earlier ? [formatPlain(key.earlier)] : [],
			...key.actionTaken ? [formatPlain(key.actionTaken.breaks)] : [],
			...key.ignoreReason ? [`${capitalize(formatPlain(key.ignoreReason))}.`] : [],
			...key.steps.map((step) => formatPlain(step))
		].join("\n"),
		...anchor ? {
			...anchor,
			path: showInvisible(anchor.path)
		} : NOWHERE
	};
}
function renderUnfinished$2(one) {
	return {
		level: "warning",
		title: SECTIONS.unfinished,
		message: formatPlain(one),
		...NOWHERE
	};
}
function renderGap({ title, detail }) {
	return {
		level: "warning",
		title,
		message: escapePlain(detail),
		...NOWHERE
	};
}
function cap(drafts) {
	const more = drafts.length - MOST_OF_A_LEVEL;
	return drafts.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
		const annotation = write();
		const tail = more > 0 && index === 9 ? `\nAnd ${more} more, in the job summary.` : "";
		return {
			...annotation,
			message: `${clipText(annotation.message, LONGEST_MESSAGE - tail.length)}${tail}`
		};
	});
}
// src/report/wording/page.ts
const HOLDS_NO_KEY = "No key stands on this page, nor anything that could be used as one.";
const NOT_TO_SCALE = "Distances on the line are not to scale.";
function describeLeftOut(count, one, many) {
	return `${formatNumber(count)} more ${count === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.`;
}
const GLOSSARY = [
	["exposed", "This change put the key where others can read it, and it is not proven dead. Taking it out again does not help: it stays in the history."],
	["active", "OpenAI accepted the key, or lists it as working."],
	["inactive", "OpenAI refused the key, or its record says that it cannot work."],
	["unknown", "Nobody could say whether it works. That is never taken for inactive."],
	["ours", "The key fits a record of the organisation that the Admin API key belongs to; proven means that OpenAI accepted it for that organisation."],
	["look-alike", "It has the visible ends of a key of yours, and OpenAI says that it is not that key."],
	["foreign", "No key of the organisation fits it: only its owner can revoke it."],
	["ambiguous", "More than one key of the organisation fits it, so that it is left alone."],
	["unchecked", "Nobody could be asked whose it is."],
	["revoked", "Deleted at OpenAI; verified means that it was refused when it was tried again."],
	["quarantined", "It still exists, with permissions that let it do next to nothing; they can be given back."],
	["set to expire", "It works until the time that is said, and not after."],
	["left alone", "Nothing was done to it, for the reason that is given."],
	["fingerprint", "The first 16 hex digits of the SHA-256 of the key: it names the key and does not tell it."],
	["not seen", "Something that was to be read and could not be. A report with such gaps is never clean."]
];
// src/report/html/markup.ts
function markup(ours, ...values) {
	let text = ours[0] ?? "";
	for (const [index, value] of values.entries()) text += `${fill(value)}${ours[index + 1] ?? ""}`;
	return { markup: text };
}
const NOTHING = markup``;
function fill(value) {
	if (value === null) return "";
	if (typeof value === "string") return escapeHtml(value);
	if (typeof value === "number") return String(value);
	if ("markup" in value) return value.markup;
	return value.map(fill).join("");
}
function renderName(text) {
	return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}
function renderLink(url, label) {
	const safe = url === null ? "#" : escapeHref(url);
	return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}
function renderLine(line) {
	return markup`${line.map((piece) => {
		if ("words" in piece) return piece.words;
		return "link" in piece ? renderLink(piece.url, markup`${piece.link}`) : markup`<code>${renderName(clipText(piece.data, 120))}</code>`;
	})}`;
}
function renderTime(at) {
	return markup`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}
// src/report/html/timeline.ts
const START = 4;
const WIDTH = 92;
function renderTimeline({ events, exposure, summary }, id) {
	const positions = placeEvents(events);
	return markup`<h4>Timeline</h4>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">What happened to this key, in order</title>
<desc id="${id}-td">${events.map(({ at, name }) => `${name} on ${formatTime(at)}`).join("; ")}.</desc>
<line class="rail" x1="${formatPercent$1(positions[0])}" x2="${formatPercent$1(positions.at(-1))}" y1="22" y2="22"/>
${exposure && renderExposure(exposure, events, positions)}
${events.map(({ tone }, index) => renderMark(index + 1, tone, positions[index]))}
</svg>
<ol>
${events.map(({ at, name }) => markup`<li><span class="what">${name}</span> ${renderTime(at)}</li>
`)}</ol>
<figcaption>${summary} ${NOT_TO_SCALE}</figcaption>
</figure>
`;
}
function placeEvents(events) {
	const times = events.map(({ at }) => at.getTime());
	const steps = times.slice(1).map((at, index) => 1.2 + Math.log10(1 + (at - (times[index] ?? 0)) / 6e4));
	const whole = steps.reduce((sum, step) => sum + step, 0);
	let sum = 0;
	return [0, ...steps].map((step) => {
		sum += step;
		return START + WIDTH * sum / whole;
	});
}
function renderExposure({ start, end }, events, positions) {
	const placeOf = (time) => positions[events.findIndex(({ at }) => at.getTime() === time.getTime())];
	return markup`<line class="open" x1="${formatPercent$1(placeOf(start))}" x2="${formatPercent$1(end === null ? 100 : placeOf(end))}" y1="22" y2="22"/>`;
}
function renderMark(number, tone, position) {
	return markup`<circle class="${tone}" cx="${formatPercent$1(position)}" cy="22" r="11"/><text x="${formatPercent$1(position)}" y="26" text-anchor="middle">${number}</text>
`;
}
function formatPercent$1(position = 50) {
	return `${position.toFixed(1)}%`;
}
// src/report/html/use.ts
const MOST$3 = 12;
const LONGEST_MODEL = 80;
function renderUse(usage) {
	return markup`<h4>Use since it was exposed</h4>
${renderTiles(usage)}${renderModels(usage.models ?? [])}<p class="small">${renderLine(usage.note)}</p>
`;
}
function renderTiles({ requests, inputTokens, outputTokens, cost, changes }) {
	const money = cost && /^[a-z]{3}$/i.test(cost.currency) ? `${cost.value.toFixed(2)} ${cost.currency.toUpperCase()}` : null;
	return markup`<dl class="tiles">
${[
		["Requests", formatFigure(requests)],
		["Tokens in", formatFigure(inputTokens)],
		["Tokens out", formatFigure(outputTokens)],
		["Cost", money],
		["Changes", formatFigure(changes?.length ?? null)]
	].map(([label, figure]) => markup`<div><dt>${label}</dt><dd>${figure ?? markup`<span class="muted">not told</span>`}</dd></div>
`)}</dl>
`;
}
function renderModels(models) {
	const hasTokens = models.some((one) => sumTokens(one) > 0);
	const size = hasTokens ? sumTokens : ({ requests }) => requests ?? 0;
	const shown = models.toSorted((a, b) => size(b) - size(a)).slice(0, MOST$3);
	const [largest] = shown;
	if (!largest) return NOTHING;
	const more = models.length - shown.length;
	return markup`<div class="scroll" role="group" aria-label="Use by model" tabindex="0">
<table class="models">
<caption>By model${more > 0 ? `: the first ${MOST$3}, and ${formatCount(more, "more model")} not shown` : ""}</caption>
<thead><tr><th scope="col">Model</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col">${hasTokens ? "Tokens, in and out" : "Requests, compared"}</th></tr></thead>
<tbody>
${shown.map((one) => renderModel(one, hasTokens, size(largest)))}</tbody>
</table>
</div>
`;
}
function renderModel(one, hasTokens, most) {
	const figures = [
		one.requests,
		one.inputTokens,
		one.outputTokens
	].map((value) => markup`<td class="number">${formatFigure(value) ?? "–"}</td>`);
	return markup`<tr><th scope="row">${renderName(clipText(one.model, LONGEST_MODEL))}</th>${figures}<td class="chart">${renderBar(one, hasTokens, most)}</td></tr>
`;
}
function renderBar(one, hasTokens, most) {
	const first = computePercent(hasTokens ? one.inputTokens : one.requests, most);
	const second = computePercent(hasTokens ? one.outputTokens : 0, most);
	return markup`<svg aria-hidden="true" width="100%" height="12"><rect class="in" x="0" y="1" height="10" width="${formatPercent(first)}"/><rect class="out" x="${formatPercent(first)}" y="1" height="10" width="${formatPercent(second)}"/></svg>`;
}
function computePercent(part, whole) {
	return whole > 0 ? 100 * Math.min(part ?? 0, whole) / whole : 0;
}
function formatPercent(value) {
	return `${value.toFixed(1)}%`;
}
function sumTokens({ inputTokens, outputTokens }) {
	return (inputTokens ?? 0) + (outputTokens ?? 0);
}
function formatFigure(value) {
	return value === null ? null : formatNumber(value);
}
// src/report/html/key.ts
const OPEN = 5;
const LONGEST_PLACE$3 = 200;
const LONGEST_AUTHOR$1 = 60;
function renderKey(key, id, link) {
	const { tone, state, actionTaken, ignoreReason, containedAt } = key;
	const at = containedAt && markup`, ${renderTime(containedAt)}`;
	return markup`<article class="key ${tone}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${capitalize(key.name)} <code>${key.mask}</code></h3>
<p class="tale"><span class="chip ${tone}">${capitalize(state.word)}</span> This key ${key.status}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${renderLine(key.owner)}</dd></div>
<div><dt>Works</dt><dd>${state.word}: ${state.reason}</dd></div>
<div><dt>Done</dt><dd>${key.outcome}${at}</dd></div>
${key.earlier && renderFact("Before", renderLine(key.earlier))}${actionTaken && renderFact("Breaks", renderLine(actionTaken.breaks))}${ignoreReason && renderFact("Ignored", renderLine(ignoreReason))}<div><dt>Known by</dt><dd>fingerprint <code>${key.fingerprint}</code>; its shape is ${key.confidence}</dd></div>
</dl>
${renderSteps$1(key)}${key.timeline && renderTimeline(key.timeline, id)}${key.usage && renderUse(key.usage)}${renderPlaces(key, link)}</article>
`;
}
function renderFact(name, fact) {
	return markup`<div><dt>${name}</dt><dd>${fact}</dd></div>
`;
}
function renderSteps$1({ steps }) {
	if (steps.length === 0) return NOTHING;
	return markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map((step) => markup`<li>${renderLine(step)}</li>
`)}</ol>
`;
}
function renderPlaces({ places, placeCount }, link) {
	const folded = places.slice(OPEN, 100);
	const left = placeCount - Math.min(places.length, OPEN) - folded.length;
	const where = placeCount === places.length ? ", in the JSON report" : "";
	const more = left > 0 ? markup`<p class="small">And ${formatCount(left, "place")} more${where}.</p>` : NOTHING;
	return markup`<h4>Seen in ${formatCount(placeCount, "place")}</h4>
${renderPlaceList(places.slice(0, OPEN), link)}${folded.length === 0 ? more : markup`<details><summary>${formatNumber(folded.length)} more</summary>
${renderPlaceList(folded, link)}${more}</details>
`}`;
}
function renderPlaceList(places, link) {
	return markup`<ul class="places">
${places.map((place) => renderPlace$1(place, link))}</ul>
`;
}
function renderPlace$1({ sighting, text, commit, author, at, remarks }, link) {
	const origin = [
		commit === null ? null : markup`commit <code>${commit}</code>`,
		author === null ? null : markup`by ${renderName(clipText(author, LONGEST_AUTHOR$1))}`,
		isCalendarTime(at) ? renderTime(at) : null,
		...remarks.map((remark) => markup`<em>${remark}</em>`)
	].filter((part) => part !== null);
	const place = markup`<code>${renderName(clipText(text, LONGEST_PLACE$3))}</code>`;
	return markup`<li>${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
// src/report/html/sections.ts
const MOST$2 = 500;
const LONGEST = {
	place: 100,
	detail: 500,
	organization: 120
};
function renderKeyTable(keys, anchors) {
	const shown = keys.slice(0, MOST$2);
	return markup`<section aria-labelledby="all">
<h2 id="all">All keys at a glance</h2>
<div class="scroll" role="group" aria-label="Table of all keys" tabindex="0">
<table class="keys">
<thead><tr><th scope="col">Key</th><th scope="col">Works</th><th scope="col">Where</th><th scope="col">Whose</th><th scope="col">Done</th></tr></thead>
<tbody>
${shown.map((key, index) => renderRow$1(key, anchors[index] ?? null))}</tbody>
</table>
</div>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</section>
`;
}
function renderRow$1(key, anchor) {
	const { firstPlace, placeCount, state, tone } = key;
	const name = markup`${key.name} <code>${key.mask}</code>`;
	const more = placeCount > 1 ? `, and ${formatNumber(placeCount - 1)} more` : "";
	const where = firstPlace && markup`<code>${renderName(clipText(firstPlace.text, LONGEST.place))}</code>${firstPlace.remarks.map((remark) => `, ${remark}`)}${more}`;
	return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${tone}">${state.word}</span></td><td>${where}</td><td>${renderLine(key.ownerInBrief)}</td><td>${key.outcome}</td></tr>
`;
}
function renderUnfinished$1({ unfinished }) {
	if (unfinished.length === 0) return NOTHING;
	const items = unfinished.slice(0, MOST$2).map((one) => markup`<li>${renderLine(one)}</li>
`);
	return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${SECTIONS.unfinished}</h2>
<ul>
${items}</ul>
${renderLeftOut(unfinished.length - items.length, "act", "acts")}</section>
`;
}
function renderGaps$1({ gaps, gapsWarning }) {
	if (gaps.length === 0) return NOTHING;
	const items = gaps.slice(0, MOST$2).map(({ name, detail }) => markup`<div><dt>${capitalize(name)}</dt><dd>${renderName(clipText(detail, LONGEST.detail))}</dd></div>
`);
	const warning = gapsWarning && markup`<p>${gapsWarning}</p>
`;
	return markup`<section class="card ${gapsWarning ? "warn" : "quiet"}" aria-labelledby="gaps">
<h2 id="gaps">${SECTIONS.gaps}</h2>
${warning}<dl class="facts">
${items}</dl>
${renderLeftOut(gaps.length - items.length, "thing", "things")}</section>
`;
}
function renderCoverage({ coverage, askedAs }) {
	const asked = askedAs === null ? null : markup` OpenAI was asked as ${renderName(clipText(askedAs, LONGEST.organization))}.`;
	return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capitalize(coverage)}.${asked}</p>
</section>
`;
}
function renderGlossary() {
	return markup`<details class="words">
<summary>What the words mean</summary>
<dl>
${GLOSSARY.map(([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`)}</dl>
</details>
`;
}
function renderLeftOut(count, one, many) {
	if (count <= 0) return NOTHING;
	return markup`<p class="small">${describeLeftOut(count, one, many)}</p>
`;
}
// src/report/html/style.ts
const STYLE_HASH = "sha256-sPZRQvjbUgkEN7p3qGuejFC3WY65wj7wRJh0KkY3Wi4=";
const STYLE = `
:root{color-scheme:light dark;--page:#f6f6f3;--card:#fff;--ink:#1d1d1b;--muted:#5b5b56;--line:#deddd8;--link:#1a55a5;--code:#efeeea;
--bad:#a8231c;--bad-soft:#fcebea;--warn:#764b00;--warn-soft:#fcf2dc;--good:#1c6537;--good-soft:#e6f4ea;--quiet:#55554f;--quiet-soft:#ecebe7;
--in:#3a6fb5;--out:#9db9dc}
@media screen and (prefers-color-scheme:dark){:root{--page:#151514;--card:#1e1e1d;--ink:#ebeae6;--muted:#aaa9a3;--line:#383735;--link:#8fbcff;--code:#2a2a28;
--bad:#ff9d94;--bad-soft:#3d211f;--warn:#f0bf6a;--warn-soft:#362a14;--good:#86d6a0;--good-soft:#1b3324;--quiet:#b4b3ad;--quiet-soft:#2c2c2a;
--in:#6d9fe0;--out:#3f5f8c}}
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
// src/report/html/html.ts
var html_exports = /* @__PURE__ */ __exportAll({ renderHtml: () => renderHtml });
const MOST_IN_FULL = 100;
const MARKS = {
	good: "✓",
	bad: "!",
	warn: "?"
};
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
function renderHtml(view, context) {
	return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${view.title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${renderBanner(view, context)}<main>
${renderAlarm$1(view)}${renderKeys(view, context)}${renderUnfinished$1(view)}${renderGaps$1(view)}${renderCoverage(view)}${renderGlossary()}</main>
<footer><p>openai-key-guard ${context.version}. ${HOLDS_NO_KEY}</p></footer>
</body>
</html>
`.markup;
}
function renderBanner({ tone, clauses }, { head, runUrl }) {
	const [first = "", ...rest] = clauses;
	return markup`<header class="${tone}">
<p class="brand">OpenAI key report${[...head === "" ? [] : [markup`head <code>${head.slice(0, 7)}</code>`], ...runUrl === null ? [] : [renderLink(runUrl, markup`the run`)]].map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${MARKS[tone]}</span>${first}</h1>
${rest.length > 0 ? markup`<p class="rest">${capitalize(rest.join("; "))}.</p>
` : null}</header>
`;
}
function renderAlarm$1({ alarm }) {
	if (alarm === null) return NOTHING;
	return markup`<p class="alarm"><strong>${alarm.key}</strong>${alarm.danger}</p>
`;
}
function renderKeys({ keys }, { link }) {
	if (keys.length === 0) return NOTHING;
	const anchors = keys.map((_, index) => index < MOST_IN_FULL ? `key-${index + 1}` : null);
	const articles = keys.slice(0, MOST_IN_FULL).map((key, index) => renderKey(key, `key-${index + 1}`, link));
	return markup`${keys.length > 1 ? renderKeyTable(keys, anchors) : NOTHING}<section aria-labelledby="keys">
<h2 id="keys">${keys.length === 1 ? "The key" : "The keys, one by one"}</h2>
${articles}${renderLeftOut(keys.length - articles.length, "key", "keys")}</section>
`;
}
// src/report/truncate.ts
function truncateList(items, format, limit, size) {
	const texts = [];
	let free = limit;
	for (const item of items) {
		const text = format(item);
		free -= size(text) + 2;
		if (free < 0) break;
		texts.push(text);
	}
	return {
		texts,
		left: items.length - texts.length
	};
}
// src/report/markdown/key.ts
const LONGEST_PLACE$2 = 160;
const LONGEST_HEADING = 60;
const LONGEST_AUTHOR = 60;
const FRAME$1 = 200;
const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"];
function formatHeading(key) {
	const place = key.file === null ? "" : ` in ${formatCode(clipText(key.file, LONGEST_HEADING))}`;
	return `${formatName(key)}${place}`;
}
function renderRow(key, link) {
	const { firstPlace, placeCount, state } = key;
	const more = placeCount > 1 ? `, and ${formatNumber(placeCount - 1)} more` : "";
	const where = firstPlace ? `${[renderPlace(firstPlace, link, "cell"), ...firstPlace.remarks].join(", ")}${more}` : "";
	return `| ${[
		formatName(key),
		where,
		formatMarkdown(key.ownerInBrief, "cell"),
		formatState(state),
		key.outcome
	].join(" | ")} |`;
}
function renderSteps({ steps }) {
	return steps.map((step, index) => `${index + 1}. ${formatMarkdown(step)}`).join("\n");
}
function renderDetails(key, { link, withSteps, room, size }) {
	const facts = listFacts(key);
	const steps = withSteps ? renderSteps(key) : "";
	const format = (place) => {
		return `  - ${[`${renderPlace(place, link, "text")}${formatOrigin(place)}`, ...place.remarks].join(", ")}`;
	};
	const fitting = truncateList(key.places, format, room - size([...facts, steps].join("\n")) - FRAME$1, size);
	const places = fitting.texts.length > 0 ? fitting.texts : key.places.slice(0, 1).map(format);
	const left = key.placeCount - places.length;
	const where = key.placeCount === key.places.length ? ", in the JSON report" : "";
	return [
		`<details><summary>All about the ${key.name} <code>${key.fingerprint.slice(0, 8)}</code></summary>`,
		"",
		...facts,
		...places,
		...left > 0 ? [`  - and ${formatCount(left, "place")} more${where}`] : [],
		...steps ? ["", steps] : [],
		"",
		"</details>"
	].join("\n");
}
function listFacts(key) {
	const { use, containedAt, actionTaken, ignoreReason } = key;
	return [
		`- Key: ${formatCode(key.mask)}, ${key.confidence}, fingerprint ${formatCode(key.fingerprint)}`,
		`- Whose: ${formatMarkdown(key.owner)}`,
		`- Works: ${formatState(key.state)}`,
		...use ? [`- Used: ${formatMarkdown(use)}`] : [],
		`- Done: ${key.outcome}${containedAt ? ` (${formatTime(containedAt)})` : ""}`,
		...key.earlier ? [`- Before: ${formatMarkdown(key.earlier)}`] : [],
		...actionTaken ? [`- Breaks: ${formatMarkdown(actionTaken.breaks)}`] : [],
		...ignoreReason ? [`- Ignored: ${formatMarkdown(ignoreReason)}`] : [],
		`- Seen in ${formatCount(key.placeCount, "place")}:`
	];
}
function formatName({ name, fingerprint }) {
	return `${name} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}
function formatState({ word, reason }) {
	return `**${word}**: ${reason}`;
}
function renderPlace({ text, sighting }, link, medium) {
	const label = formatCode(clipText(text, LONGEST_PLACE$2), medium);
	const url = link(sighting);
	return url === null ? label : `[${label}](${escapeHref(url)})`;
}
function formatOrigin({ commit, author, at }) {
	const parts = [
		...commit === null ? [] : [`in ${formatCode(commit)}`],
		...author === null ? [] : [`by ${escapeMarkdown(clipText(author, LONGEST_AUTHOR))}`],
		...at === null ? [] : [`on ${formatTime(at)}`]
	];
	return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
// src/report/markdown/sections.ts
function renderActions({ keys }, limit) {
	return renderSection("Done", keys.flatMap(({ actionTaken }) => actionTaken ?? []).map(({ done, breaks }) => `- ${formatMarkdown(done)} ${formatMarkdown(breaks)}`), limit);
}
function renderUnfinished({ unfinished }, limit) {
	const lines = unfinished.map((one) => `- ${formatMarkdown(one)}`);
	return renderSection(SECTIONS.unfinished, lines, limit);
}
function renderGaps({ gaps }, limit) {
	const lines = gaps.map(({ name, detail }) => `- ${name}: ${escapeMarkdown(detail)}`);
	return renderSection(SECTIONS.gaps, lines, limit);
}
function renderSection(title, lines, { room, size, rest }) {
	const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
	const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
	return lines.length > 0 ? [
		`#### ${title}`,
		"",
		...texts,
		...more
	].join("\n") : "";
}
function renderFooter({ head, runUrl, version, job = null }, view) {
	return `<sub>${[
		`openai-key-guard ${escapePlain(version)}`,
		...job === null ? [] : [`job ${formatCode(job)}`],
		...head ? [`head ${formatCode(head.slice(0, 7))}`] : [],
		...runUrl === null ? [] : [`[run](${escapeHref(runUrl)})`],
		...view ? [view.coverage] : [],
		...view && view.askedAs !== null && view.keys.length > 0 ? [`asked as ${formatCode(view.askedAs)}`] : []
	].join(" · ")}</sub>`;
}
// src/report/markdown/markdown.ts
var markdown_exports = /* @__PURE__ */ __exportAll({
	renderComment: () => renderComment,
	renderGoneComment: () => renderGoneComment,
	renderResolvedComment: () => renderResolvedComment,
	renderSummary: () => renderSummary
});
const MOST_STEPS = 3;
const RESERVE = 1e3;
const COMMENT_KEYS = {
	rows: 50,
	details: 20
};
const LEAST_DETAILS = 1500;
function renderComment(view, context, room) {
	return renderPage(view, context, limitComment(context, room), [`### ${view.title}`, renderAlarm(view)]);
}
function renderSummary(view, context) {
	const all = view.keys.length;
	return renderPage(view, context, {
		room: 1e6,
		size: countBytes,
		rest: "the JSON report has all",
		rows: all,
		details: all
	}, [`## ${view.title}`, renderAlarm(view)]);
}
function renderResolvedComment(view, context, room) {
	const opening = [view.resolution, renderAlarm(view)].filter(Boolean).join("\n\n");
	return renderPage(view, context, limitComment(context, room), [`### ${view.title}`, opening]);
}
function renderGoneComment({ open, more }, context) {
	const { texts, left } = truncateList(open, (fingerprint) => formatCode(fingerprint), 2e4, (text) => text.length);
	const unnamed = left + more;
	const fingerprints = `${texts.join(", ")}${unnamed > 0 ? ` and ${formatNumber(unnamed)} more` : ""}`;
	const count = open.length + more;
	const { title, paragraphs } = count === 0 ? GONE : describeOpenKeys(count, fingerprints);
	return [
		`### ${title}`,
		...paragraphs,
		renderFooter(context, null)
	].join("\n\n");
}
function limitComment({ runUrl }, room) {
	return {
		room,
		size: countBytes,
		rest: `${runUrl === null ? "the job summary" : `the [job summary](${escapeHref(runUrl)})`} has all`,
		...COMMENT_KEYS
	};
}
const utf8 = new TextEncoder();
function countBytes(text) {
	return utf8.encode(text).length;
}
function renderAlarm({ alarm }) {
	return alarm === null ? "" : `> [!CAUTION]\n> ${alarm.text}`;
}
function renderPage(view, context, limit, top) {
	const [actions, unfinished, gaps] = [
		renderActions,
		renderUnfinished,
		renderGaps
	].map((render) => render(view, limit));
	const footer = renderFooter(context, view);
	const frame = [
		...top,
		actions,
		unfinished,
		gaps,
		footer
	].join("\n\n");
	const table = renderTable(view, context, limit, limit.room - limit.size(frame) - RESERVE);
	const next = renderNext(view, limit, table.free);
	const details = renderAllDetails(view, context, limit, next);
	return [
		...top,
		table.text,
		table.left > 0 ? describeNotShown(table.left, "in this table", limit.rest) : "",
		actions,
		next.text && `#### Next\n\n${next.text}`,
		details.text,
		table.left < details.left ? describeNotShown(details.left, "shown in full", limit.rest) : "",
		unfinished,
		gaps,
		footer
	].filter((part) => part !== "").join("\n\n");
}
function renderTable({ keys }, { link }, { size, rows }, free) {
	const { texts } = truncateList(keys.slice(0, rows), (key) => renderRow(key, link), free / 2, size);
	const text = texts.length > 0 ? [...TABLE_HEAD, ...texts].join("\n") : "";
	return {
		text,
		left: keys.length - texts.length,
		free: free - size(text)
	};
}
function renderNext({ keys }, { size }, free) {
	const first = keys.slice(0, MOST_STEPS).filter(({ steps }) => steps.length > 0);
	const heading = (key) => first.length > 1 ? `**${formatHeading(key)}**\n\n` : "";
	const { texts, left } = truncateList(first, (key) => `${heading(key)}${renderSteps(key)}`, free / 2, size);
	const text = texts.join("\n\n");
	return {
		text,
		left,
		free: free - size(text),
		shown: first.slice(0, texts.length)
	};
}
function renderAllDetails({ keys }, { link }, { size, details }, { free, shown }) {
	const first = keys.slice(0, details);
	const room = Math.max(LEAST_DETAILS, free / Math.max(first.length, 1));
	const { texts } = truncateList(first, (key) => renderDetails(key, {
		link,
		withSteps: !shown.includes(key),
		room,
		size
	}), free, size);
	return {
		text: texts.join("\n\n"),
		left: keys.length - texts.length
	};
}
// src/report/wording/states.ts
const KIND_NAMES = {
	project: "project key",
	"service-account": "service-account key",
	admin: "admin key",
	user: "legacy user key",
	named: "named key",
	suspected: "suspected key"
};
const GAP_NAMES = {
	"missing-object": "missing object",
	unreadable: "unreadable",
	miscounted: "miscounted",
	unfetched: "not fetched",
	lfs: "Git LFS",
	archive: "archive",
	"self-test": "self-test",
	inventory: "list of keys",
	"audit-file": "audit file",
	protect: "protect",
	approved: "approved",
	paths: "paths",
	"no-admin-key": "no admin key"
};
const GAP_TITLES = {
	"self-test": "The self-test failed",
	protect: "An entry of protect fits nothing",
	approved: "An approved key was not found",
	paths: "A glob of paths matches no file"
};
function describeGap({ kind, detail }) {
	const name = GAP_NAMES[kind];
	return {
		name,
		title: GAP_TITLES[kind] ?? `Not seen: ${name}`,
		detail
	};
}
const GAPS_WARNING = "There may be keys in what was not seen, so that this report does not say clean.";
const ACTIVE = {
	accepted: "OpenAI accepted it",
	restricted: "OpenAI accepted it, with restricted permissions",
	"ip-not-authorized": "it works, from other IP addresses",
	"wrong-region": "it works, in another region",
	"rate-limited": "OpenAI knows it, and asked to slow down",
	"no-quota": "it works, and has no quota left for now",
	listed: "not tried, and OpenAI lists it as working"
};
const INACTIVE = {
	refused: "OpenAI refused it",
	expired: "it has expired",
	"account-deactivated": "its account is deactivated for now",
	"project-dormant": "its project is archived or its owner left, for now",
	"token-invalidated": "OpenAI has invalidated it",
	deleted: "it is deleted"
};
const UNKNOWN = {
	"not-tried": "it was not tried",
	"unsupported-country": "OpenAI does not answer from this country or region",
	"server-error": "OpenAI had a server error",
	network: "OpenAI could not be reached",
	unreadable: "OpenAI's answer was not understood"
};
const UNCHECKED = {
	"no-admin-key": "no Admin API key was given to ask with",
	"inventory-incomplete": "OpenAI's list of keys could not be read in full",
	"not-listed-by-openai": "OpenAI lists no keys of this kind",
	"created-after-sighting": "the one key whose ends fit is younger than this leak",
	"contained-before": "an earlier run says that it contained it, and no list has it"
};
const FAILED = {
	"not-permitted": "the Admin API key may not change keys",
	"rate-limited": "OpenAI asked to slow down",
	"server-error": "OpenAI had a server error",
	network: "OpenAI could not be reached",
	"not-understood": "OpenAI's answer was not understood",
	"still-listed": "OpenAI said it is deleted, and still lists it",
	changed: "somebody changed its record in the meantime",
	"not-taken": "OpenAI took the change, and the record does not show it",
	refused: "OpenAI refused it, as a policy of the organisation may want",
	unexpected: "something broke here, and nobody knows how far it got"
};
const LEFT = {
	"report-only": "on-leak is report",
	"not-ours": "it is no key of this organisation",
	ambiguous: "more than one key of this organisation fits it",
	unchecked: "nobody could say whose it is",
	"not-certain": "its shape is not certain",
	"own-admin-key": "it is the Admin API key this run works with",
	protected: "it is on the protect list",
	preexisting: "it was here before this change",
	"already-inactive": "it is inactive already",
	"already-contained": "an earlier run has done it already",
	"not-tried": "it was not tried, so it is not proven whose it is",
	"not-accepted": "OpenAI did not accept it, so it is not proven whose it is",
	"someone-else": "OpenAI accepted it for somebody else",
	unnamed: "OpenAI accepted it without saying for whom",
	"only-revocable": "admin keys can be revoked, and nothing less",
	"expires-sooner": "it expires sooner than the grace would be over",
	"awaiting-approval": "it was used recently, so it waits for approval",
	"not-approved": "it is not among the approved keys",
	"unmatched-entry": "an entry of protect or approved fits nothing",
	"too-many": "more keys than max-contained would have been contained"
};
const REFUSED = {
	"no-admin-key": "no Admin API key was given",
	"read-only-admin-key": "the Admin API key may only read",
	"not-recorded": "the audit file could not be written",
	cancelled: "the run was told to stop before its turn"
};
const ACTIONS = {
	quarantine: {
		done: "quarantined",
		doing: "quarantining"
	},
	expire: {
		done: "set to expire",
		doing: "giving an expiry to"
	},
	revoke: {
		done: "revoked",
		doing: "revoking"
	}
};
function explainValidity(validity) {
	switch (validity.kind) {
		case "active": return ACTIVE[validity.because];
		case "inactive": return INACTIVE[validity.because];
		case "unknown": return UNKNOWN[validity.because];
		default: return validity;
	}
}
function describeState(state) {
	switch (state.kind) {
		case "active":
		case "inactive":
		case "unknown": return `${state.kind}: ${explainValidity(state)}`;
		case "ours": return "ours";
		case "ambiguous": return `ambiguous: ${state.candidates.length} keys of this organisation fit it`;
		case "foreign": return "foreign: no key of this organisation fits it";
		case "unchecked": return `unchecked: ${UNCHECKED[state.because]}`;
		case "contained": return describeContained(state);
		case "already-gone": return "already gone: OpenAI no longer lists it";
		case "rehearsed": return `dry run: it would have been ${ACTIONS[REHEARSED[state.because]].done}`;
		case "refused": return `not contained: ${REFUSED[state.because]}`;
		case "failed": return `containment failed: ${FAILED[state.because]}`;
		case "left": return `left alone: ${LEFT[state.because]}`;
		default: return state;
	}
}
const REHEARSED = {
	"would-quarantine": "quarantine",
	"would-expire": "expire",
	"would-revoke": "revoke"
};
function describeContained({ by, verified, stopped, endsAt }) {
	const doubt = verified ? "" : ", not yet confirmed";
	switch (by) {
		case "quarantine": return `quarantined${verified ? ": it may read the names of models and nothing else" : doubt}`;
		case "expire":
			if (stopped) return "expired, and refused when tried again";
			return `set to expire${endsAt === null ? "" : ` at ${formatTime(endsAt)}`}${doubt}`;
		case "revoke": return `revoked${verified ? ", and refused when tried again" : doubt}`;
		default: return by;
	}
}
// src/report/wording/action-taken.ts
var action_taken_exports = /* @__PURE__ */ __exportAll({
	describeLostReport: () => describeLostReport,
	describeOutputFailure: () => describeOutputFailure
});
function describeOutcome(finding) {
	const { outcome, earlier } = finding;
	if (earlier === null) return describeOwnOutcome(finding);
	const end = earlier.endsAt === null ? "" : ` at ${formatTime(earlier.endsAt)}`;
	const doubt = earlier.standing === "confirmed" ? "" : ", not yet confirmed";
	const done = `${ACTIONS[earlier.kind].done}${end}, by an earlier run on ${formatTime(earlier.at)}${doubt}`;
	return outcome.kind === "contained" ? done : `${describeOwnOutcome(finding)}; ${done}`;
}
function describeOwnOutcome(finding) {
	const { outcome } = finding;
	if (isIgnored(finding) && outcome.kind === "left") return "left alone: the ignore file excuses it";
	return outcome.kind === "left" && outcome.because === "not-accepted" && isLookAlike(finding) ? "left alone: OpenAI refuses it, so there is nothing to revoke" : describeState(outcome);
}
function describeActionTaken(finding, runUrl) {
	const { identity, decision, outcome, impact, earlier } = finding;
	if (earlier !== null) return describeEarlierAction(finding, earlier);
	if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
	const { record } = identity;
	const setting = line`${`on-leak: ${decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind}`}`;
	const how = decision.kind === "revoke" && outcome.by !== "revoke" ? line`: OpenAI did not delete it when ${setting} asked for that` : line`, as ${setting} asks`;
	const what = line`${words(ACTIONS[outcome.by].done)}${describeEnd(outcome)}`;
	const users = [...listUsers(record), ...listUses(record, impact)];
	return {
		done: line`${record.id} was ${what} by ${linkWords("this run", runUrl)} on ${words(formatTime(outcome.at))}${how}.`,
		breaks: line`${words(describeBreakage(finding))}${users.length > 0 ? line`: ${joinLines(users, ", ")}` : words("")}.`
	};
}
function describeEarlierAction(finding, earlier) {
	const { identity, impact } = finding;
	const { kind, recordId, at, by, knownFrom } = earlier;
	const record = identity.kind === "ours" && identity.record.id === recordId ? identity.record : null;
	const users = record === null ? [] : [...listUsers(record), ...listUses(record, impact)];
	return {
		done: line`${recordId} was ${words(ACTIONS[kind].done)}${describeEnd(earlier)} on ${words(formatTime(at))} by ${describeActor(by)}, as ${words(SOURCES$1[knownFrom])} has it.`,
		breaks: line`${words(describeBreakage(finding))}${users.length > 0 ? line`: ${joinLines(users, ", ")}` : words("")}.`
	};
}
const SOURCES$1 = {
	"audit-file": "the audit file",
	"audit-log": "OpenAI's audit log"
};
function describeActor(by) {
	const name = by?.name ?? by?.id ?? null;
	if (by === null || name === null) return words("an earlier run");
	if (by.kind !== "key") return line`an earlier run of ${name}`;
	return by.name === null || by.id === null ? line`the Admin API key ${name}` : line`the Admin API key ${name} (${by.id})`;
}
function describeEnd({ endsAt }) {
	return endsAt === null ? words("") : words(` at ${formatTime(endsAt)}`);
}
function describeBreakage(finding) {
	const { by, stopped, endsAt } = getContainment(finding) ?? {};
	if (by === "quarantine") return `Whatever uses it is refused${finding.earlier === null ? " within 15 minutes" : ""}`;
	if (by === "expire" && !stopped) return `Whatever still uses it after ${endsAt == null ? "that" : formatTime(endsAt)} gets a 401`;
	return `Whatever uses it gets a 401${finding.earlier === null ? " from now on" : ""}`;
}
function listUsers({ owner, home }) {
	const [who, place] = [owner?.name ?? owner?.id ?? null, home.name ?? home.id];
	return [...who === null ? [] : [owner?.kind === "user" ? line`owner ${who}` : line`service account ${who}`], ...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]];
}
function listUses({ lastUsedAt, home }, impact) {
	const isNamed = home.id !== null || home.name !== null;
	const requests = impact?.requests ?? 0;
	return [...isNamed && lastUsedAt !== null ? [words(`last used on ${formatTime(lastUsedAt)}`)] : [], ...requests > 0 ? [words(`${formatCount(requests, "request")} since this was exposed`)] : []];
}
const CHECKS = {
	quarantine: "see at OpenAI whether its permissions were cut, and whether that is what you want",
	expire: "see at OpenAI whether it has the expiry it was to get",
	revoke: "see at OpenAI whether it is still listed, and delete it if it is"
};
function describeUnfinished({ fingerprint, id, act, at }) {
	return line`On ${words(formatTime(at))} an earlier run began ${words(ACTIONS[act].doing)} ${id}, and nobody wrote down how that ended: ${words(CHECKS[act])}. Fingerprint ${fingerprint}.`;
}
function describeOutputFailure(what, code) {
	return `${escapePlain(what)} could not be written (${code}); what was found is told elsewhere.`;
}
function describeLostReport({ findings }) {
	return findings.filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "failed").map((finding) => {
		const taken = describeActionTaken(finding, null);
		const what = taken ? formatPlain(taken.done) : `${describeOutcome(finding)}.`;
		return escapePlain(`${finding.mask} (${finding.fingerprint}): ${what}`);
	});
}
// src/report/wording/alerts.ts
const REACH = {
	project: "models can be used at the cost of its project, and what is stored there can be read or changed",
	"service-account": "models can be used at the cost of its project, and what is stored there can be read or changed",
	admin: "the whole organisation can be managed: keys, members, projects and settings",
	user: "models can be used in every project its owner belongs to, at their cost",
	named: "models can be used at the cost of its project, and what is stored there can be read or changed",
	suspected: "models can be used at its owner's cost, if a real key stands behind it"
};
function describeLeakedRule(kind) {
	const noun = nameKind(kind);
	return {
		short: `A ${noun} is exposed.`.replace(/^A (?=O)/, "An "),
		full: `The ${noun} that stands here is not known to be dead. Whoever has it can act as its owner: with it, ${REACH[kind]}.`,
		steps: [
			"Revoke the key at platform.openai.com. Taking it out of the file does not help: it stays in the history, and anyone may have fetched it.",
			"Look at what was done with it since it was exposed.",
			"Put another key in its place, with an expiry and only the permissions it needs, in a secret store.",
			"Take it out of the file."
		]
	};
}
function describeInactiveRule(kind) {
	const noun = nameKind(kind);
	return {
		short: `An inactive ${noun} is still here.`,
		full: `The ${noun} that stands here does not work any more. It is still in the files, where it looks like one that does.`,
		steps: ["Take it out of the file, so that nobody copies it or looks into it again.", "History need not be rewritten for it."]
	};
}
function nameKind(kind) {
	return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}
function nameInAlert(finding) {
	return isOwnAdminKey(finding) ? "The OpenAI admin key of this run" : `The ${nameKind(finding.kind)}`;
}
function describeAlertStatus(finding) {
	switch (finding.validity.kind) {
		case "active": return "works";
		case "inactive": return mayWorkAgain(finding) ? "is inactive for now, and still here" : "is inactive, and still here";
		case "unknown": return "may work";
		default: return finding.validity;
	}
}
const NOTICE_TEXTS = {
	"key-outside-files": "A key stands where no file is: in a message, a text on GitHub, the name of a branch.",
	"too-many-places": "There is more than fits into this file; the JSON report has all keys.",
	"ignored-key": "A key is passed over, as the ignore file of the base says.",
	"unfinished-containment": "An earlier run began to contain a key and never said how that ended."
};
function describeGapNotice(kind) {
	return `Something was not seen: ${GAP_NAMES[kind]}.`;
}
function describeGapInNotice({ kind, detail }) {
	return `Not seen (${GAP_NAMES[kind]}): ${detail}`;
}
function describeMoreGaps(count) {
	return `${formatCount(count, "more thing")} ${count === 1 ? "was" : "were"} not seen.`;
}
function describeOutsideFiles({ kind, fingerprint, validity, sightings }, place) {
	const where = place ?? "a place that is not known";
	const others = countPlaces(sightings) - 1;
	const more = others > 0 ? ` and ${formatCount(others, "more place")}` : "";
	return `A ${KIND_NAMES[kind]} (${fingerprint}) is ${describeState(validity)}. Code scanning takes alerts for files of the repository alone; it was seen in: ${where}${more}.`;
}
function describeIgnoredKey({ kind, fingerprint, ignored }) {
	return `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`;
}
function describeTooMany(keys, places) {
	const parts = [...keys > 0 ? [formatCount(keys, "key")] : [], ...places > 0 ? [`${formatNumber(places)} ${places === 1 ? "place" : "places"} of others`] : []];
	return parts.length > 0 ? `Left out here: ${parts.join(", and ")}.` : null;
}
// src/report/wording/places.ts
const ENCODED = {
	plain: null,
	base64: "in base64",
	hex: "in hex",
	"utf-16": "in UTF-16",
	"utf-32": "in UTF-32",
	"char-codes": "as character codes",
	reversed: "written backwards",
	rot13: "in ROT13",
	percent: "percent-encoded",
	split: "in pieces"
};
function shortenSha(sha) {
	return sha.slice(0, 7);
}
function sortPlaces(sightings) {
	return sightings.toSorted((a, b) => computeRank(a) - computeRank(b));
}
function computeRank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && parseRef(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
function describePlace({ where, path, line, column, commit, member }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "text" : "message"} of commit ${commit === null ? "unknown" : shortenSha(commit)}${formatLine(line)}`;
		case "tag-message": return `message of a tag${formatLine(line)}`;
		case "path": return describeName(path);
		case "pull-request": return `text on GitHub${formatLine(line)}`;
		default: return where;
	}
}
function describeSeenIn(sorted) {
	const [first] = sorted;
	const count = countPlaces(sorted);
	const isInFile = first?.where === "file" && first.path !== null;
	return [...first === void 0 || isInFile && first.member === null ? [] : [`Seen in ${isInFile ? "" : "the "}${describePlace(first)}.`], ...count > 1 ? [`Seen in ${formatNumber(count)} places.`] : []];
}
function formatLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function describeName(path) {
	const ref = path === null ? null : parseRef(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
function parseRef(path) {
	const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(path) ?? [];
	if (name !== void 0) return {
		kind: kind === "heads" ? "branch" : "tag",
		name
	};
	return path.startsWith("refs/") ? {
		kind: "ref",
		name: path
	} : null;
}
function listRemarks(sighting, change) {
	const { where, encoding, inHead, preexisting } = sighting;
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? [change === "history" ? "not in the head" : "removed again later"] : [],
		...preexisting ? ["here before this change"] : []
	];
}
// src/report/wording/ignore-reason.ts
function describeIgnoreReason({ kind, reason, until }) {
	const limit = until === null ? words("") : words(` until ${formatDay(until)}`);
	switch (kind) {
		case "ignored": return line`the ignore file excuses it${limit}: ${reason}`;
		case "expired": return line`the ignore file excused it${limit}, which is over: ${reason}`;
		case "overruled": return line`an entry of the ignore file does not count, since this is a working key of yours: ${reason}`;
		default: return kind;
	}
}
function listIgnoreEntrySteps({ kind }) {
	switch (kind) {
		case "ignored": return [];
		case "expired": return [line`Its entry in the ignore file is over: give it a new ${"until"} on the base branch, or delete it.`];
		case "overruled": return [line`Delete its entry in the ignore file: none excuses a working key of yours.`];
		default: return kind;
	}
}
// src/report/wording/use.ts
const MOST$1 = 3;
const SOURCES = {
	usage: "usage",
	costs: "costs",
	"audit-log": "changes"
};
const UNTOLD = {
	off: "OpenAI keeps no audit log for this organisation",
	"not-permitted": "the Admin API key may not read them",
	"no-answer": "OpenAI did not answer",
	unreadable: "OpenAI's answer was not understood"
};
const MOST_SPENT = 0xe8d4a51000;
const LATE = 36e5;
function describeUse(finding) {
	const { identity, impact } = finding;
	const likeness = getLikeness(finding);
	if (impact === null || likeness === "look-alike") return null;
	const whose = identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("");
	const made = impact.createdBy && identity.kind === "ours" ? describeCreator(impact.createdBy, identity.record) : line``;
	return line`${whose}${joinLines([describeImpact(impact), made].filter(({ length }) => length > 0), " ")}`;
}
function describeCreator({ kind, id, name }, { owner }) {
	if (kind === "key") return line`It was made by another key${id === null ? line`` : line`, ${formatNamed(id, name)}`}.`;
	if (id === null || owner?.kind === kind && owner.id === id) return line``;
	const isPersonal = owner?.kind === "user" && owner.id !== null;
	return line`It was made by ${name ?? id}${words(isPersonal ? ", who does not own it" : "")}.`;
}
function formatNamed(id, name) {
	return name === null ? line`${id}` : line`${id} (${name})`;
}
function describeImpact(impact) {
	const { since, asOf, requests, cost, changes, untold } = impact;
	const facts = [
		...requests === null ? [] : [line`${words(formatCount(requests, "request").replace(/^0 /, "no "))}${describeTokens(impact)}`],
		...cost === null ? [] : [line`${describeCost(cost)} (by whole days of UTC)`],
		...changes === null ? [] : [words(describeChangeCount(changes))]
	];
	const isEarly = requests === 0 && asOf.getTime() - since.getTime() < LATE;
	const known = facts.length > 0 ? [line`${describePeriod(since, asOf)}: ${joinLines(facts, ", ")}.`] : [];
	const late = isEarly ? [words("OpenAI counts some minutes late.")] : [];
	const missing = untold.map(({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`);
	return joinLines([
		...known,
		...late,
		...missing
	], " ");
}
function listChanges(changes) {
	const named = changes.slice(0, MOST$1).map(({ what, id, name }) => {
		const on = id === null ? line`` : line` ${id}`;
		return line`${what}${on}${name === null ? line`` : line` (${name})`}`;
	});
	const more = changes.length - named.length;
	return joinLines([...named, ...more > 0 ? [line`${more} more`] : []], ", ");
}
function describeChangeCount(changes) {
	return changes.length === 0 ? "nothing changed in the organisation" : `${formatCount(changes.length, "change")} in the organisation`;
}
function describeTokens({ inputTokens, outputTokens, models }) {
	const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [
		requests,
		i,
		o
	].some(Boolean));
	const all = used.length > 0 && used.length <= MOST$1 ? [] : listTokens(inputTokens, outputTokens);
	const parts = [
		...all.length > 0 ? [joinLines(all, ", ")] : [],
		...used.slice(0, MOST$1).map((use) => line`${use.model}: ${describeModelUse(use)}`),
		...used.length > MOST$1 ? [words(formatCount(used.length - MOST$1, "more model"))] : []
	];
	return parts.length > 0 ? line` (${joinLines(parts, "; ")})` : words("");
}
function describeModelUse({ requests, inputTokens, outputTokens }) {
	const parts = listTokens(inputTokens, outputTokens);
	return parts.length > 0 ? joinLines(parts, ", ") : words(formatCount(requests ?? 0, "request"));
}
function listTokens(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${formatNumber(input)} tokens in`)], ...output === null ? [] : [words(`${formatNumber(output)} out`)]];
}
function describeCost({ value, currency }) {
	const amount = Math.abs(value) < MOST_SPENT ? value.toFixed(2).replaceAll(/\B(?=(?:\d{3})+\.)/g, ",") : "an unknown amount of";
	return words(`${value > 0 && value < .01 ? "under 0.01" : amount} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`);
}
function describePeriod(since, asOf) {
	const [from, to] = [formatMinute(since), formatMinute(asOf)];
	const isOneDay = from !== null && to !== null && from.slice(0, 10) === to.slice(0, 10);
	const until = to === null ? "an unknown time" : isOneDay ? to.slice(11) : `${to} UTC`;
	return words(`Since ${from === null ? "an unknown time" : `${from} UTC`}, as of ${until}`);
}
function formatMinute(at) {
	return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16).replace("T", " ");
}
// src/report/advice/file-rules.ts
const VARIABLE = "OPENAI_API_KEY";
const REFERENCE = `\${${VARIABLE}}`;
const SECRET = `\${{ secrets.${VARIABLE} }}`;
const readInstead = (expression) => (path) => line`In ${path}, read ${expression} instead.`;
const writeInstead = (text) => (path) => line`In ${path}, write ${text} instead.`;
const takeOut = (path) => line`Take it out of ${path}.`;
const untrack = (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`;
const LOCAL_FILES = [
	{
		pattern: /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
		keep: line`in an untracked ${".env"} or a secret store`,
		remove: (path) => line`Leave its value empty in ${path}.`
	},
	{
		pattern: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
		keep: line`in a secret store, or in a ${".env"} that git does not track`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)\.streamlit\/secrets\.toml$/,
		keep: line`in the secrets of the Streamlit app`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
		keep: line`in a secret store`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`
	},
	{
		pattern: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
		keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
		remove: (path) => line`Take it out of ${path}: .NET adds what the environment and user-secrets have.`
	},
	{
		pattern: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
		keep: line`in an environment of the client that git does not have`,
		remove: writeInstead(`{{${VARIABLE}}}`)
	}
];
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;
const CI_FILES = [
	{
		pattern: /(?:^|\/)action\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
		instead: FEDERATION
	},
	{
		pattern: /(?:^|\/)\.github\/.+\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: readInstead(SECRET),
		instead: FEDERATION
	},
	{
		pattern: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
		keep: line`in a CI/CD variable of the project, masked and protected`,
		remove: readInstead(`$${VARIABLE}`)
	},
	{
		pattern: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
		keep: line`in a context, or an environment variable of the CircleCI project`,
		remove: readInstead(REFERENCE)
	},
	{
		pattern: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
		keep: line`in a secret variable of the pipeline`,
		remove: readInstead(`$(${VARIABLE})`)
	},
	{
		pattern: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
		keep: line`in a secured variable of the repository`,
		remove: readInstead(`$${VARIABLE}`)
	},
	{
		pattern: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
		keep: line`in the credentials of Jenkins`,
		remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`
	},
	{
		pattern: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
		keep: line`in a secret variable of the build service`,
		remove: (path) => line`Take it out of ${path}, and let the build service set ${VARIABLE}.`
	}
];
const DEPLOYMENT_FILES = [
	{
		pattern: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
		keep: line`in the environment the container is started with`,
		remove: (path) => line`Take it out of ${path}, and delete images built from it: their layers keep it.`
	},
	{
		pattern: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
		keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
		remove: writeInstead(REFERENCE)
	},
	{
		pattern: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
		keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
		remove: (path) => line`Take it out of ${path}; the state file may hold it too.`
	},
	{
		pattern: /\.tfstate(?:\.backup)?$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`
	},
	{
		pattern: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
		keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
		remove: takeOut
	},
	{
		pattern: /(?:^|\/)(?:group_vars|host_vars)\//,
		keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
		remove: takeOut
	},
	{
		pattern: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
		keep: line`in a Kubernetes Secret that is made outside of the chart`,
		remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`
	},
	{
		pattern: /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
		keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
		remove: (path) => line`Take it out of ${path}: base64, as Secrets have it, hides nothing.`
	},
	{
		pattern: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
		keep: line`in a secret store, or encrypted with SOPS`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)serverless\.ya?ml$/,
		keep: line`in a secret store`,
		remove: readInstead(`\${env:${VARIABLE}}`)
	}
];
const NODE = [
	"process",
	"env",
	VARIABLE
].join(".");
const SHIPPED_FILES = [
	{
		pattern: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
		keep: line`on a server of yours that the app asks, and never in the app`,
		remove: (path) => line`Take it out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`
	},
	{
		pattern: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
		remove: (path) => line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`
	},
	{
		pattern: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
		keep: line`on a server of yours that the page asks, and never in the page`,
		remove: (path) => line`Take it out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`
	},
	{
		pattern: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
		remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`
	}
];
const WRITTEN_FILES = [
	{
		pattern: /\.ipynb$/,
		remove: (path) => line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`
	},
	{
		pattern: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
		remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`
	},
	{
		pattern: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/,
		remove: untrack
	},
	{
		pattern: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
		remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`
	},
	{
		pattern: /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
		remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`
	},
	{
		pattern: /\.(?:md|mdx|markdown|rst|adoc)$/,
		remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`
	}
];
// src/report/advice/file-advice.ts
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;
const READERS = [
	[/\.[cm]?[jt]s$/, [
		"process",
		"env",
		VARIABLE
	].join(".")],
	[/\.py[iwx]?$/, `os.environ["${VARIABLE}"]`],
	[/\.go$/, `os.Getenv("${VARIABLE}")`],
	[/\.(?:rb|rake)$|(?:^|\/)(?:gem|rake)file$/, `ENV["${VARIABLE}"]`],
	[/\.(?:java|kts?|scala|groovy|gradle)$/, `System.getenv("${VARIABLE}")`],
	[/\.clj[cs]?$/, `(System/getenv "${VARIABLE}")`],
	[/\.(?:cs|fs|vb)x?$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
	[/\.php$/, `getenv("${VARIABLE}")`],
	[/\.rs$/, `std::env::var("${VARIABLE}")`],
	[/\.(?:c|cc|cpp|cxx|h|hpp)$/, `getenv("${VARIABLE}")`],
	[/\.exs?$/, `System.get_env("${VARIABLE}")`],
	[/\.(?:r|rmd|qmd)$/, `Sys.getenv("${VARIABLE}")`],
	[/\.jl$/, `ENV["${VARIABLE}"]`],
	[/\.lua$/, `os.getenv("${VARIABLE}")`],
	[/\.p[lm]$/, `$ENV{${VARIABLE}}`],
	[/\.ps[dm]?1$/, `$env:${VARIABLE}`],
	[/\.(?:bat|cmd)$/, `%${VARIABLE}%`],
	[/\.(?:ba|z|k|fi)?sh$|(?:^|\/)(?:make|just|proc)file$|\.mk$/, `$${VARIABLE}`]
];
const CONFIGURATION = /\.(?:json[c5]?|ya?ml|toml|ini|cfg|conf|config|xml|properties)$/;
const RULES$1 = [
	...LOCAL_FILES,
	...CI_FILES,
	...DEPLOYMENT_FILES,
	...SHIPPED_FILES,
	...WRITTEN_FILES,
	...READERS.map(([pattern, expression]) => ({
		pattern,
		remove: readInstead(expression)
	})),
	{
		pattern: CONFIGURATION,
		remove: (path) => line`Take it out of ${path}, and let the program read ${VARIABLE} from its environment.`
	}
];
function findFileAdvice(path) {
	const lowerCase = path.toLowerCase();
	const rule = RULES$1.find(({ pattern }) => pattern.test(lowerCase));
	return {
		keep: rule?.keep ?? ENVIRONMENT,
		remove: rule?.remove(path) ?? line`Take it out of ${path}.`,
		instead: rule?.instead ?? null
	};
}
// src/report/advice/remove.ts
function listRemovalSteps(finding, change) {
	const here = sortPlaces(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
	const ways = [
		removeFromFiles(here),
		removeFromNames(here),
		removeFromTexts(here),
		removeFromCommits(here)
	].flat();
	const past = change === "range" || change === "history" ? describeHistory(finding, ways.length > 0) : [];
	return ways.length + past.length > 0 ? [joinLines([...ways, ...past], " ")] : [];
}
function removeFromFiles(here) {
	const files = /* @__PURE__ */ new Map();
	for (const { where, path, member } of here) if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
	const [first, ...others] = files;
	if (!first) return [];
	const [path, member] = first;
	const out = member === null ? findFileAdvice(path).remove : line`Take it out of ${member} in ${path}, or ${path} out of git.`;
	const n = others.length;
	const unlisted = countPlaces(here) - here.length;
	return [
		out,
		...n > 0 ? [line`The same goes for ${n} more ${words(n === 1 ? "file" : "files")}.`] : [],
		...unlisted > 0 ? [line`It stands in ${words(formatCount(unlisted, "more place"))} than are listed.`] : []
	];
}
function removeFromNames(here) {
	const path = here.find(({ where }) => where === "path")?.path ?? null;
	if (path === null) return [];
	const ref = parseRef(path);
	return [ref === null ? line`Rename ${path}: the key is a part of its name.` : line`Delete the ${words(ref.kind)} ${ref.name} on the server: the key is a part of its name.`];
}
function removeFromTexts(here) {
	if (!here.some(({ where }) => where === "pull-request")) return [];
	return [line`Take it out of the text on GitHub, and delete the older versions that ${"edited"} lists there: they stay readable.`];
}
function removeFromCommits(here) {
	const commit = here.find(({ where }) => where === "commit-message")?.commit ?? null;
	if (commit === null) return [];
	return [line`While the branch is not merged, reword commit ${shortenSha(commit)} (git rebase -i) and force-push.`];
}
function describeHistory(finding, isElsewhere) {
	const { validity, identity } = finding;
	const isInCommits = finding.sightings.some(({ where, inHead }) => where === "commit-message" && inHead);
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin") || isInCommits) return [];
	if (validity.kind === "inactive" && !mayWorkAgain(finding)) return [words(`History need not be rewritten: ${isLookAlike(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
	if (isElsewhere) return [];
	return identity.kind === "ours" ? [line`It stands in history alone, which need not be rewritten once the key is dead.`] : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
// src/report/advice/replace.ts
const DEFAULT_PROJECT = "default project";
function listReplacementSteps(finding) {
	const { identity, validity, kind, sightings } = finding;
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isOwnAdminKey(finding)) return [];
	if (getLikeness(finding) === "look-alike" || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and an expiry, for a secret store.`];
	const [best] = sortPlaces(sightings);
	const path = best?.where === "file" ? best.member ?? best.path : null;
	const { keep, instead } = path === null ? {
		keep: ENVIRONMENT,
		instead: null
	} : findFileAdvice(path);
	const wanted = line`${describeMaker(identity.record)}; give it an expiry and only the permissions it needs.`;
	return [joinLines([
		wanted,
		line`Keep it ${keep}.`,
		...instead ? [instead] : []
	], " ")];
}
function describeMaker({ owner, home }) {
	const apart = describeOwnProject(home.name);
	if (owner?.kind === "service-account") {
		if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
		return owner.name === null ? words("Create a new key under the same service account") : line`Create a new key under ${owner.name}`;
	}
	const place = apart === null ? words("") : line` ${apart}`;
	if (owner?.kind !== "user") return line`Create a new key${place}`;
	const who = owner.name === null ? words("its owner") : line`${owner.name}`;
	return line`Have ${who} create a new key, since nobody else can, or create one under a service account${place}`;
}
function describeOwnProject(project) {
	return project?.trim().toLowerCase() === DEFAULT_PROJECT ? line`in a project of its own instead of ${project}` : null;
}
// src/report/advice/deletion.ts
function describeDeletion(finding) {
	const record = findRecord(finding);
	const what = record ? line`delete ${record.id}` : line`delete it`;
	if (finding.kind === "admin") return line`an organisation owner can ${what} at ${describeDashboardPage(finding)}`;
	return line`${describeDeleter(record?.owner ?? null)}${what} at ${describeDashboardPage(finding)}`;
}
function describeDashboardPage(finding) {
	if (finding.kind === "admin") return line`${"platform.openai.com"}, Admin keys`;
	const home = findRecord(finding)?.home;
	const project = home?.name ?? home?.id ?? null;
	return line`${"platform.openai.com"}, ${project === null ? words("its project") : line`project ${project}`}, API keys`;
}
function findRecord({ identity }) {
	return identity.kind === "ours" ? identity.record : null;
}
function describeDeleter(owner) {
	if (owner === null) return words("");
	return owner.kind === "user" && owner.name !== null ? line`${owner.name} or a project owner can ` : words("a project owner can ");
}
// src/report/advice/stop-ours.ts
const SAYS_LESS = [
	"report-only",
	"unnamed",
	"expires-sooner",
	"already-contained"
];
function listOursSteps(finding, record) {
	const { outcome } = finding;
	const now = line`Revoke it now: ${describeDeletion(finding)}`;
	switch (outcome.kind) {
		case "contained": return listContainedSteps(outcome, finding, record);
		case "already-gone": return [line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`];
		case "rehearsed": return [line`${now}, or run this again without ${"dry-run"}.`];
		case "refused": return [describeRefusedStep(outcome.because, now)];
		case "failed": return [describeFailedStep(outcome.because, finding, record, now)];
		case "left": {
			const contained = SAYS_LESS.includes(outcome.because) ? getContainment(finding) : null;
			return contained === null ? [describeLeftStep(outcome, finding, record, now)] : listContainedSteps(contained, finding, record);
		}
		default: return outcome;
	}
}
const HELD = {
	seen: "Until then all it can do is read the names of models; OpenAI takes up to 15 minutes to enforce that everywhere.",
	unseen: "It was not yet seen refused, so it may still work in full: run this again in 15 minutes.",
	untold: "OpenAI's audit log did not tell whether somebody has given it permissions back since: see there what it may do."
};
function listContainedSteps({ by, verified, endsAt, scopesBefore }, finding, record) {
	const { decision, earlier } = finding;
	switch (by) {
		case "quarantine": return [line`Put another key in its place; then ${describeDeletion(finding)}. ${words(HELD[verified ? "seen" : earlier?.standing === "plausible" ? "untold" : "unseen"])}`, line`If something of yours needs it back at once, ${describeRestoring(record, scopesBefore)} at ${describeDashboardPage(finding)}; the leaked key then works in full again.`];
		case "expire": {
			const until = endsAt === null ? words("its new expiry") : words(formatTime(endsAt));
			const why = decision.kind === "revoke" ? words("OpenAI did not delete it, so it was set to expire. ") : words("");
			return [line`${why}It works for anyone until ${until}: put another key in its place before then. If somebody else uses it, ${describeDeletion(finding)} at once.`];
		}
		case "revoke": return [line`It is deleted, and was not yet seen refused: run this again in a minute.`];
		default: return by;
	}
}
function describeRestoring({ id }, scopes) {
	return scopes === null || scopes.length === 0 ? line`give ${id} back its permissions (OpenAI's audit log has them)` : line`give ${id} back its permissions (${joinLines(scopes.map((scope) => line`${scope}`), ", ")})`;
}
function describeRefusedStep(because, now) {
	switch (because) {
		case "read-only-admin-key": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "not-recorded": return line`${now}, or see that ${"audit-file"} can be written, and run this again.`;
		case "no-admin-key": return line`${now}. With ${"openai-admin-key"} this tool can do it.`;
		case "cancelled": return line`${now}, or run this again.`;
		default: return because;
	}
}
function describeFailedStep(because, finding, { id }, now) {
	switch (because) {
		case "not-permitted": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "changed": return line`Somebody changed ${id} while this ran: see what it may do now; then ${describeDeletion(finding)}.`;
		case "still-listed":
		case "unexpected": return line`See whether ${id} is still there; if it is, ${describeDeletion(finding)}.`;
		case "rate-limited":
		case "server-error":
		case "network":
		case "not-understood":
		case "not-taken":
		case "refused": return line`${now}, or run this again.`;
		default: return because;
	}
}
function describeLeftStep({ because }, finding, record, now) {
	switch (because) {
		case "report-only": return canBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
		case "protected": return line`It is protected, so put another key in its place first; then ${describeDeletion(finding)}.`;
		case "too-many": return line`${now}, or raise ${"max-contained"}.`;
		case "unmatched-entry": return line`${now}, or correct the entry that fits nothing and run this again.`;
		case "awaiting-approval": return line`Find out what uses it${describeLastUse(record)} and give that another key. Then run this again with ${describeApproval(finding)}, or ${describeDeletion(finding)}.`;
		case "not-approved": return line`${now}, or run this again with ${describeApproval(finding)}.`;
		case "only-revocable": return line`${now}, or let ${"on-leak: revoke"} do it: nothing less can be done to an admin key.`;
		case "expires-sooner": return line`It ends by itself${record.expiresAt === null ? words("") : words(` at ${formatTime(record.expiresAt)}`)}: put another key in its place before then. To end it sooner, ${describeDeletion(finding)}.`;
		case "preexisting": return wasProven(finding) ? line`${now}, or let ${"contain-preexisting"} do it.` : line`${now}.`;
		case "someone-else":
		case "unnamed":
		case "not-accepted":
		case "not-certain":
		case "not-tried": return line`See whether it is ${record.id} (last use and owner help); then ${describeDeletion(finding)}.`;
		case "not-ours":
		case "ambiguous":
		case "unchecked":
		case "already-inactive":
		case "already-contained":
		case "own-admin-key": return line`${now}.`;
		default: return because;
	}
}
function describeApproval({ fingerprint }) {
	return line`${`approved: ${fingerprint}`}`;
}
function describeLastUse({ lastUsedAt }) {
	return lastUsedAt === null ? words("") : words(` (last on ${formatTime(lastUsedAt)})`);
}
function canBeRevoked(finding) {
	return wasProven(finding) && !isPreexisting(finding.sightings);
}
function wasProven({ confidence, validity, possession }) {
	const wasTried = validity.kind === "active" && validity.because !== "listed";
	return confidence === "certain" && wasTried && possession === "proven";
}
// src/report/advice/stop.ts
function listStopSteps(finding) {
	const { identity, validity, kind } = finding;
	if (isOwnAdminKey(finding)) return listOwnKeySteps(finding);
	if (isLookAlike(finding) && identity.kind === "ours") return [line`${identity.record.id} is another key, which need not be revoked for this.`];
	if (validity.kind === "inactive") return mayWorkAgain(finding) ? [line`It may work again one day; to end that, ${describeDeletion(finding)}.`] : [];
	if (kind === "suspected") return [line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`];
	const alarm = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
	return listStepsByOwner(finding).map((step, index) => index === 0 ? line`${alarm}${step}` : step);
}
function listStepsByOwner(finding) {
	const { identity } = finding;
	switch (identity.kind) {
		case "ours": return listRecordSteps(finding, identity.record);
		case "ambiguous": return [line`Find out which stood here, and delete it: ${listCandidates(identity.candidates)}.`];
		case "foreign": return [line`Ask ${describeAuthor(finding)} whose key it is, and tell the owner: only they can revoke it.`];
		case "unchecked": return [describeUncheckedStep(finding)];
		default: return identity;
	}
}
const ADMIN_KEYS_PAGE = line`${"platform.openai.com"}, Admin keys`;
function listOwnKeySteps({ identity, validity }) {
	if (validity.kind === "inactive") return [];
	const name = identity.kind === "ours" ? line`${identity.record.id}` : words("it");
	return [
		line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
		line`As an organisation owner, create another at ${ADMIN_KEYS_PAGE}, with an expiry, and put it in ${"openai-admin-key"}.`,
		line`Delete ${name} there as soon as the new one is in its place.`
	];
}
function listRecordSteps(finding, record) {
	return getLikeness(finding) === "look-alike" ? [line`It is not ${record.id}, it only looks like it. Ask ${describeAuthor(finding)} whose key it is.`] : listOursSteps(finding, record);
}
function describeUncheckedStep(finding) {
	const { identity, kind } = finding;
	const page = kind === "admin" ? line`Admin keys` : line`API keys`;
	const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${page}`;
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "no-admin-key": return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
		case "inventory-incomplete": return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
		case "not-listed-by-openai": return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
		case "contained-before": return line`It was contained here before, and is not refused: ask an organisation owner to look.`;
		case "created-after-sighting": return line`Ask ${describeAuthor(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
		default: return line`${byHand}.`;
	}
}
function describeAuthor({ sightings }) {
	const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
	return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}
const MOST_CANDIDATES$1 = 3;
function listCandidates(candidates) {
	const shown = candidates.slice(0, MOST_CANDIDATES$1).map(({ id }) => line`${id}`);
	const more = candidates.length - shown.length;
	return joinLines([...shown, ...more > 0 ? [line`${more} more`] : []], ", ");
}
// src/report/advice/advice.ts
function listSteps(finding, change) {
	if (isIgnored(finding)) return [];
	const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
	const removal = listRemovalSteps(finding, change);
	if (change === "staged" && !isPreexisting(finding.sightings)) return [
		...listUnstagingSteps(finding),
		...removal,
		...entry
	];
	return [
		...listStopSteps(finding),
		...listReviewSteps(finding),
		...listReplacementSteps(finding),
		...removal,
		...entry
	];
}
function listUnstagingSteps({ validity }) {
	if (validity.kind === "inactive") return [];
	return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
function listReviewSteps(finding) {
	const { identity, impact, kind } = finding;
	const likeness = getLikeness(finding);
	if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
	const isUnproven = identity.kind === "ours" && likeness === "unproven";
	const it = isUnproven ? line`${identity.record.id}` : words("it");
	const changes = impact?.changes ?? null;
	if (changes !== null && changes.length > 0) return [line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${listChanges(changes)}.`];
	if (kind === "admin" && changes === null) return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
	const requests = impact?.requests ?? 0;
	if (identity.kind !== "ours" || requests === 0) return [];
	const times = requests === 1 ? "once" : `${formatNumber(requests)} times`;
	return [line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`];
}
// src/report/wording/ownership.ts
const LEAST_CHANCE = 1 / 2e3;
const MOST_CANDIDATES = 5;
const ELSEWHERE = "it works for another organisation";
function describeOwner(finding) {
	const { identity } = finding;
	if (isOwnAdminKey(finding)) return describeOwnKey(identity);
	switch (identity.kind) {
		case "ours": return describeOurs(identity, getLikeness(finding));
		case "ambiguous": return line`${words(describeState(identity))}: ${joinLines(identity.candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`), ", ")}${identity.candidates.length > MOST_CANDIDATES ? line` and ${identity.candidates.length - MOST_CANDIDATES} more` : line``}`;
		case "foreign":
		case "unchecked": return words(finding.possession === "someone-else" ? `${describeState(identity)}; ${ELSEWHERE}` : describeState(identity));
		default: return identity;
	}
}
function describeOwnerBriefly(finding) {
	if (isOwnAdminKey(finding)) return "ours: this run's own";
	if (finding.identity.kind !== "ours") return finding.identity.kind;
	switch (getLikeness(finding)) {
		case "ours": return "ours";
		case "look-alike": return "look-alike of ours";
		case "unproven": return "ours, not proven";
	}
}
function describeOwnerById(finding) {
	const { identity } = finding;
	const short = words(describeOwnerBriefly(finding));
	return identity.kind === "ours" && !isOwnAdminKey(finding) ? line`${short}: ${identity.record.id}` : short;
}
function describeOwnKey(identity) {
	return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${describeRecord(identity.record)}` : words("")}`;
}
function describeOurs({ record, chance }, likeness) {
	const names = describeRecord(record);
	switch (likeness) {
		case "ours": return line`ours: ${names}`;
		case "look-alike": return line`looks like a key of yours, and is not it: ${names}`;
		case "unproven": return line`ours by its ends, not proven: ${names}${chance > LEAST_CHANCE ? describeChance(chance) : line``}`;
	}
}
function describeChance(chance) {
	const odds = Math.round(1 / chance);
	return words(odds < 2 ? " (nearly any stranger's key would fit as well)" : ` (about 1 in ${formatNumber(odds)} strangers' keys would fit as well)`);
}
function describeRecord({ id, name, home, owner }) {
	const place = home.name ?? home.id;
	const person = owner?.name ?? owner?.id ?? null;
	return joinLines([
		line`${id}`,
		...name === null ? [] : [line`named ${name}`],
		...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`],
		...person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]
	], ", ");
}
// src/report/wording/title.ts
function listTitleClauses({ change, gaps }, findings, conclusion) {
	const groups = listGroupClauses(findings, change.kind);
	const unread = listUnreadClauses(gaps.filter(isFailure));
	switch (conclusion) {
		case "clean": return groups.length > 0 ? groups : [NO_KEYS_FOUND];
		case "leaked": return [...groups, ...unread];
		case "incomplete": return [...unread.map((clause, index) => index === 0 ? `Could not tell: ${clause}` : clause), ...groups];
		default: return conclusion;
	}
}
function listUnreadClauses(failures) {
	const things = failures.filter((gap) => isUnread(gap) && gap.kind !== "self-test").length;
	const missing = failures.filter(({ kind }) => kind === "approved").length;
	return [
		...failures.some(({ kind }) => kind === "self-test") ? ["the self-test failed"] : [],
		...missing > 0 ? [`${formatCount(missing, "approved key")} ${missing === 1 ? "was" : "were"} not found`] : [],
		...things > 0 ? [`${formatCount(things, "thing")} ${things === 1 ? "was" : "were"} not read`] : []
	];
}
function listGroupClauses(findings, change) {
	const groups = groupAlike(findings);
	const nouns = groups.map(nounOf);
	return groups.map((group, index) => {
		return `${describeSubject(group.length, nouns[index] ?? "", nouns[index - 1] ?? "")} ${describeStatus(group, change)}${describeOwnKeyAmong(group)}`;
	});
}
function groupAlike(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const name = describeGroup(finding);
		const group = groups.get(name);
		if (group) group.push(finding);
		else groups.set(name, [finding]);
	}
	return [...groups.values()];
}
function describeGroup(finding) {
	const { by, verified } = findRestriction(finding) ?? {};
	const severity = SEVERITIES.indexOf(getSeverity(finding));
	return [
		isLiveAdminKey(finding),
		severity,
		isLookAlike(finding),
		by,
		verified
	].join();
}
function nounOf(group) {
	if (group.every(isLiveAdminKey)) return "OpenAI admin key";
	if (group.every(isLookAlike)) return "look-alike";
	return group.every(({ confidence }) => confidence === "suspected") ? "suspected OpenAI key" : "OpenAI key";
}
function describeSubject(count, noun, before) {
	if (noun === "look-alike") return `${formatCount(count, "look-alike")} of your keys`;
	if (before === "") return formatCount(count, noun);
	if (noun === "suspected OpenAI key") return `${formatNumber(count)} suspected`;
	return before === "OpenAI admin key" && noun !== before ? formatCount(count, "other key") : formatNumber(count);
}
function describeOwnKeyAmong(group) {
	if (!group.some(isOwnAdminKey)) return "";
	return group.length === 1 ? ": the one this run works with" : ", one of them the one this run works with";
}
const PLACES = {
	range: {
		exposed: "exposed",
		still: "still in the head"
	},
	history: {
		exposed: "exposed",
		still: "still in the head"
	},
	texts: {
		exposed: "exposed",
		still: "still in the text"
	},
	staged: {
		exposed: "staged",
		still: "still staged"
	},
	files: {
		exposed: "found",
		still: "still in a file"
	},
	stdin: {
		exposed: "found",
		still: "still in the text"
	}
};
function describeStatus(findings, change) {
	const [first] = findings;
	if (!first) return "";
	const [is, was, does] = findings.length === 1 ? [
		"is",
		"was",
		"does"
	] : [
		"are",
		"were",
		"do"
	];
	const { exposed, still } = PLACES[change];
	const severity = getSeverity(first);
	const dead = isLookAlike(first) ? `${does} not work` : `${was} ${exposed} and ${is} ${findings.some(mayWorkAgain) ? "inactive" : "dead"}`;
	switch (severity) {
		case "exposed": return `${exposed === "found" ? was : is} ${exposed}${describeRestriction(first)}`;
		case "lingering": return `${dead}, but ${is} ${still}`;
		case "dead": return dead;
		case "ignored": return `${is} excused by the ignore file`;
		case "older": return `${was} here before this change`;
		default: return severity;
	}
}
function describeRestriction(finding) {
	const restriction = findRestriction(finding);
	if (restriction === null) return "";
	return `, but ${ACTIONS[restriction.by].done}${restriction.verified ? "" : ", not yet confirmed"}`;
}
function describeAlarm(findings) {
	const alarming = findings.filter(isLiveAdminKey);
	if (alarming.length === 0) return null;
	const isOwn = alarming.some(isOwnAdminKey);
	const state = alarming.some((one) => getSeverity(one) !== "older") ? "is exposed" : "was here before this change and is not dead";
	return {
		text: `${isOwn ? "The admin key this run works with" : "An admin key"} ${state}. It comes first.`,
		key: isOwn ? "The admin key that the run works with" : "An admin key",
		danger: ": whoever has it manages the whole organisation. It comes first."
	};
}
function describeFailure(report, title) {
	const ending = concludeRun(report);
	switch (ending) {
		case "clean": return null;
		case "leaked": {
			const blocking = report.findings.filter(({ blocks }) => blocks);
			const alive = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
			const dead = blocking.length - alive;
			if (alive === 0) {
				const [stands, it] = dead === 1 ? ["stands", "it"] : ["stand", "them"];
				return `This fails because ${formatCount(dead, "dead key")} still ${stands} in what was looked at: take ${it} out.`;
			}
			return `This fails because ${`${formatCount(alive, "exposed OpenAI key")} may still work`}: ${alive === 1 ? "its steps are" : "the steps for each are"} above.`;
		}
		case "incomplete":
			if (!report.gaps.some(isUnread)) return "This fails because an approved key was not found: nothing is contained.";
			return `This fails because nobody can say that there is no key in what was not read. ${title}.`;
		default: return ending;
	}
}
// src/report/wording/timeline.ts
const EVENTS = {
	created: "Created",
	exposed: "First exposed",
	used: "Last used",
	expires: "Expires"
};
function nameChangeEvent(changes) {
	return changes > 1 ? `First of ${formatCount(changes, "change")} made with it` : "Something was changed with it";
}
function describeContainmentEvent({ by, verified }) {
	return `${capitalize(ACTIONS[by].done)}, ${verified ? "and" : "not yet"} verified`;
}
function describeExposure(finding, exposure) {
	const contained = getContainment(finding);
	if (exposure === null) return finding.validity.kind === "inactive" ? "When it stopped working is not known." : "";
	const { start, end } = exposure;
	if (end === null) return "It has been exposed since then, and nothing is known to have stopped it.";
	if (contained === null) return `It was exposed for ${formatSpan(start, end)} before it was stopped.`;
	return contained.by === "expire" ? `From its exposure to its expiry: ${formatSpan(start, end)}.` : `It was exposed for ${formatSpan(start, end)} before it was ${ACTIONS[contained.by].done}.`;
}
// src/report/view/timeline.ts
function buildTimeline(finding) {
	const firstSeen = findFirstSeen(finding.sightings);
	const events = listEvents(finding, firstSeen);
	if (events.length < 2) return null;
	const exposure = findExposure(finding, firstSeen);
	return {
		events,
		exposure,
		summary: describeExposure(finding, exposure)
	};
}
function listEvents(finding, firstSeen) {
	const { identity, impact } = finding;
	const record = identity.kind === "ours" && getLikeness(finding) !== "look-alike" ? identity.record : null;
	const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isCalendarTime) : [];
	const firstChange = changes.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
	const contained = getContainment(finding);
	const containment = contained === null ? "" : describeContainmentEvent(contained);
	const end = contained?.endsAt ?? (contained === null ? record?.expiresAt ?? null : null);
	return [
		...listEvent(record?.createdAt, EVENTS.created, "plain"),
		...listEvent(firstSeen, EVENTS.exposed, "bad"),
		...listEvent(firstChange, nameChangeEvent(changes.length), "bad"),
		...listEvent(record?.lastUsedAt, EVENTS.used, "plain"),
		...listEvent(contained?.at, containment, "good"),
		...listEvent(end, EVENTS.expires, "good")
	].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
function listEvent(at, name, tone) {
	return isCalendarTime(at) ? [{
		at,
		name,
		tone
	}] : [];
}
function findExposure(finding, start) {
	if (!isCalendarTime(start)) return null;
	const contained = getContainment(finding);
	if (contained !== null) {
		const end = contained.by === "expire" ? contained.endsAt : contained.at;
		return isCalendarTime(end) && end >= start ? {
			start,
			end
		} : null;
	}
	return finding.validity.kind === "inactive" ? null : {
		start,
		end: null
	};
}
// src/report/view/key.ts
function describeKey(finding, change, runUrl) {
	const { kind, fingerprint, mask, confidence, validity, ignored, sightings } = finding;
	const name = KIND_NAMES[kind];
	const actionTaken = describeActionTaken(finding, runUrl);
	const status = describeStatus([finding], change);
	const sorted = sortPlaces(sightings);
	const [first] = sorted;
	return {
		name,
		title: `${isOwnAdminKey(finding) ? "The admin key of this run" : capitalize(name)} ${status}`,
		status,
		fingerprint,
		mask,
		confidence,
		tone: isLiveAdminKey(finding) ? "bad" : TONES$1[getSeverity(finding)],
		level: chooseLevel$1(finding),
		state: {
			word: validity.kind,
			reason: explainValidity(validity)
		},
		owner: describeOwner(finding),
		ownerInBrief: describeOwnerById(finding),
		use: describeUse(finding),
		usage: buildUsage(finding),
		outcome: describeOutcome(finding),
		containedAt: finding.outcome.kind === "contained" && finding.earlier === null ? finding.outcome.at : null,
		actionTaken,
		earlier: finding.earlier && (actionTaken?.done ?? null),
		ignoreReason: ignored && describeIgnoreReason(ignored),
		steps: listSteps(finding, change),
		places: sorted.map((sighting) => describePlaceView(sighting, change)),
		placeCount: countPlaces(sightings),
		firstPlace: first ? describePlaceView({
			...first,
			column: null
		}, change) : null,
		file: first?.where === "file" ? first.path : null,
		anchor: first ? findAnchor(first) : null,
		seenIn: describeSeenIn(sorted),
		timeline: buildTimeline(finding)
	};
}
const TONES$1 = {
	exposed: "bad",
	lingering: "warn",
	dead: "good",
	older: "warn",
	ignored: "quiet"
};
function chooseLevel$1(finding) {
	const severity = getSeverity(finding);
	if (isLiveAdminKey(finding)) return "error";
	switch (severity) {
		case "exposed": return finding.blocks ? "error" : "warning";
		case "lingering": return "warning";
		case "ignored":
		case "dead": return "notice";
		case "older": return finding.validity.kind === "inactive" ? "notice" : "warning";
		default: return severity;
	}
}
function describePlaceView(sighting, change) {
	const { commit, author, at, where } = sighting;
	return {
		sighting,
		text: describePlace(sighting),
		remarks: listRemarks(sighting, change),
		commit: commit === null || where === "commit-message" ? null : shortenSha(commit),
		author,
		at: at === null || Number.isNaN(at.getTime()) ? null : at
	};
}
function findAnchor({ where, path, line: startLine, column }) {
	if (path === null) return null;
	if (where === "file") return {
		path,
		line: startLine,
		column
	};
	return where === "path" && parseRef(path) === null ? {
		path,
		line: null,
		column: null
	} : null;
}
function buildUsage(finding) {
	const { impact, identity } = finding;
	if (impact === null || describeUse(finding) === null) return null;
	const { since, asOf, requests, inputTokens, outputTokens, models, cost, changes } = impact;
	const bare = {
		...impact,
		requests: null,
		cost: null,
		changes: null
	};
	const rest = describeUse({
		...finding,
		possession: "proven",
		impact: bare
	}) ?? words("");
	const whose = identity.kind === "ours" && getLikeness(finding) === "unproven" ? line` of ${identity.record.id}, which it may not be,` : words("");
	const times = words(`since ${formatTime(since)}, as OpenAI had counted them by ${formatTime(asOf)}`);
	return {
		requests,
		inputTokens,
		outputTokens,
		models,
		cost,
		changes,
		note: line`Figures${whose} ${times}, which is some minutes late; costs are by whole days of UTC. ${rest}`
	};
}
// src/report/sarif/rules.ts
const HOME = "https://github.com/openai-key-guard/openai-key-guard";
function formatRuleName(id) {
	return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
const SEVERITY = {
	project: "9.5",
	"service-account": "9.5",
	admin: "10.0",
	user: "9.5",
	named: "9.5",
	suspected: "5.0"
};
const PRECISION = {
	project: "very-high",
	"service-account": "very-high",
	admin: "very-high",
	user: "very-high",
	named: "high",
	suspected: "medium"
};
const INACTIVE_SEVERITY = "2.0";
const RULES = Object.keys(SEVERITY).flatMap((kind) => [formatRule("leaked", kind), formatRule("inactive", kind)]);
const INDEXES = new Map(RULES.map(({ id }, index) => [id, index]));
function findRule({ kind, validity }) {
	const id = formatId(validity.kind === "inactive" ? "inactive" : "leaked", kind);
	return {
		id,
		index: INDEXES.get(id) ?? -1
	};
}
function formatId(state, kind) {
	return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}
function formatRule(state, kind) {
	const id = formatId(state, kind);
	const isInactive = state === "inactive";
	const { short, full, steps } = isInactive ? describeInactiveRule(kind) : describeLeakedRule(kind);
	return {
		id,
		name: formatRuleName(id),
		shortDescription: { text: short },
		fullDescription: { text: full },
		helpUri: HOME,
		help: {
			text: [full, ...steps].join("\n"),
			markdown: [full, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n")
		},
		defaultConfiguration: { level: isInactive ? "note" : "error" },
		properties: {
			tags: [
				"security",
				"secret",
				"external/cwe/cwe-798"
			],
			precision: PRECISION[kind],
			"problem.severity": isInactive ? "recommendation" : "error",
			"security-severity": isInactive ? INACTIVE_SEVERITY : SEVERITY[kind]
		}
	};
}
// src/report/sarif/uri.ts
function hasUri({ where, path }) {
	if (path === null || where !== "file" && where !== "path") return false;
	if (where === "path" && parseRef(path) !== null) return false;
	return !path.split("/").some((part) => part === "" || part === "." || part === "..");
}
function formatUri(sighting) {
	if (sighting.path === null || !hasUri(sighting)) return null;
	return encodePathForUrl(redactKeys(sighting.path));
}
function formatLocation({ where, line, column, inHead }, uri) {
	return { physicalLocation: {
		artifactLocation: {
			uri,
			uriBaseId: "%SRCROOT%"
		},
		region: where === "file" && line !== null && inHead ? {
			startLine: line,
			...column === null ? {} : { startColumn: column }
		} : { startLine: 1 }
	} };
}
// src/report/sarif/results.ts
const MOST_OF_A_KEY = 100;
const FRAME = 1e3;
const LONGEST_PLACE$1 = 160;
function chooseLevel({ blocks, validity }) {
	if (blocks) return "error";
	return validity.kind === "inactive" ? "note" : "warning";
}
function listOpenPlaces({ sightings, validity }) {
	return sortPlaces(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}
function selectSpots(sightings, limit) {
	const most = Math.min(limit.results, MOST_OF_A_KEY);
	const seen = /* @__PURE__ */ new Map();
	const spots = [];
	let free = limit.characters;
	for (const sighting of sightings) {
		if (spots.length === most) break;
		const uri = formatUri(sighting);
		if (uri === null) continue;
		free -= FRAME + 2 * uri.length;
		if (free < 0 && spots.length > 0) break;
		const occurrence = seen.get(uri) ?? 0;
		seen.set(uri, occurrence + 1);
		spots.push({
			sighting,
			uri,
			occurrence
		});
	}
	return spots;
}
function formatResults(finding, spots, change) {
	const { id: ruleId, index: ruleIndex } = findRule(finding);
	const properties = formatProperties(finding);
	return spots.map((spot, index) => ({
		ruleId,
		ruleIndex,
		level: chooseLevel(finding),
		message: { text: breakLinks(index === 0 ? formatFirstMessage(finding, spot, change) : formatNextMessage(finding, spot, spots[0] ?? spot, change)) },
		locations: [formatLocation(spot.sighting, spot.uri)],
		partialFingerprints: { "openaiKeyFingerprint/v1": [
			finding.fingerprint,
			spot.uri,
			...spot.occurrence > 0 ? [spot.occurrence] : []
		].join(":") },
		properties
	}));
}
function formatProperties({ fingerprint, kind, confidence, validity, identity, possession, outcome, blocks }) {
	return {
		fingerprint,
		keyKind: kind,
		confidence,
		validity: validity.kind,
		identity: identity.kind,
		possession,
		outcome: outcome.kind,
		blocks
	};
}
function formatFirstMessage(finding, { sighting }, change) {
	const { state, owner, use, outcome, earlier, ignoreReason, steps, placeCount } = describeKey(finding, change, null);
	const more = placeCount - 1;
	return [
		`${formatSubject(finding)} ${describeAlertStatus(finding)}: ${state.reason}.`,
		`Seen in ${formatSeenAt(sighting, change)}${more > 0 ? `, and in ${formatNumber(more)} more ${more === 1 ? "place" : "places"}` : ""}.`,
		`Whose: ${formatPlain(owner)}.`,
		...use ? [`Used: ${formatPlain(use)}`] : [],
		`Done: ${outcome}.`,
		...earlier ? [`Before: ${formatPlain(earlier)}`] : [],
		...ignoreReason ? [`Ignored: ${formatPlain(ignoreReason)}.`] : [],
		...steps.length > 0 ? ["Next:"] : [],
		...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`)
	].join("\n");
}
function formatNextMessage(finding, { sighting }, first, change) {
	return [
		`${formatSubject(finding)} stands here too.`,
		`Seen in ${formatSeenAt(sighting, change)}.`,
		`What is known of it, and what to do, is told at ${formatPlace(first.sighting)}.`
	].join("\n");
}
function formatSubject(finding) {
	return `${nameInAlert(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint})`;
}
function formatSeenAt(sighting, change) {
	const { commit, inHead } = sighting;
	return [
		formatPlace(sighting),
		...commit === null || inHead ? [] : [`as commit ${shortenSha(escapePlain(commit))} has it`],
		...listRemarks(sighting, change)
	].join(", ");
}
function formatPlace(sighting) {
	return escapePlain(clipText(describePlace(sighting), LONGEST_PLACE$1));
}
function breakLinks(text) {
	return text.replaceAll("](", "] (");
}
// src/report/sarif/notices.ts
const NOTICES = [...Object.keys(GAP_NAMES).map((kind) => formatKind(`gap-${kind}`, describeGapNotice(kind))), ...Object.entries(NOTICE_TEXTS).map(([id, text]) => formatKind(id, text))];
function formatKind(id, text) {
	const message = { text };
	return {
		id,
		name: formatRuleName(id),
		shortDescription: message,
		fullDescription: message,
		help: message,
		helpUri: HOME
	};
}
const MOST = 100;
const LONGEST_TEXT = 2e3;
const LONGEST_PLACE = 160;
function listGapNotices(gaps) {
	const shown = gaps.slice(0, MOST);
	const notices = shown.map((gap) => formatNotice(`gap-${gap.kind}`, chooseGapLevel(gap), describeGapInNotice(gap)));
	const more = gaps.length - shown.length;
	return more > 0 ? [...notices, formatTooMany(describeMoreGaps(more))] : notices;
}
function chooseGapLevel(gap) {
	if (isFailure(gap)) return "error";
	return isChoice(gap) ? "note" : "warning";
}
function listOutsideFilesNotices(findings) {
	return findings.slice(0, MOST).map((finding) => {
		const [first] = sortPlaces(finding.sightings);
		const place = first === void 0 ? null : clipText(describePlace(first), LONGEST_PLACE);
		return formatNotice("key-outside-files", chooseLevel(finding), describeOutsideFiles(finding, place));
	});
}
function listIgnoredNotices(findings) {
	return findings.filter(isIgnored).slice(0, MOST).map((finding) => formatNotice("ignored-key", "note", describeIgnoredKey(finding)));
}
function listUnfinishedNotices({ unfinished }) {
	return unfinished.slice(0, MOST).map((one) => formatNotice("unfinished-containment", "warning", formatPlain(describeUnfinished(one))));
}
function listTooManyNotices(keys, places) {
	const text = describeTooMany(keys, places);
	return text === null ? [] : [formatTooMany(text)];
}
function formatTooMany(text) {
	return formatNotice("too-many-places", "warning", `${text} The JSON report has all keys, and how many places.`);
}
function formatNotice(id, level, text) {
	return {
		descriptor: {
			id,
			index: NOTICES.findIndex((one) => one.id === id)
		},
		level,
		message: { text: escapePlain(clipText(text, LONGEST_TEXT)).replaceAll("](", "] (") }
	};
}
// src/report/sarif/sarif.ts
var sarif_exports = /* @__PURE__ */ __exportAll({ renderSarif: () => renderSarif });
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LIMIT = {
	results: 5e3,
	characters: 12e6
};
function renderSarif(report, context) {
	const { change, gaps } = report;
	const { results, notifications } = collect(report);
	return formatSafeJson({
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "openai-key-guard",
				version: context.version,
				semanticVersion: context.version,
				informationUri: HOME,
				rules: RULES,
				notifications: NOTICES
			} },
			automationDetails: { id: `openai-key-guard/${change.kind}/${context.head}` },
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the repository." } } },
			...formatProvenance(context),
			invocations: [{
				executionSuccessful: !gaps.some(isFailure),
				toolExecutionNotifications: notifications
			}],
			results
		}]
	});
}
function collect(report) {
	const alerts = listAlerts(report);
	const outsideFiles = alerts.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
	const inFiles = alerts.filter(({ spots }) => spots.length > 0);
	const kept = inFiles.slice(0, LIMIT.results);
	const countInFiles = (places) => countPlaces(places.filter(hasUri));
	const left = kept.reduce((sum, { places, spots }) => sum + countInFiles(places) - spots.length, 0);
	return {
		results: kept.flatMap(({ finding, spots }) => formatResults(finding, spots, report.change.kind)),
		notifications: [
			...listGapNotices(report.gaps),
			...listOutsideFilesNotices(outsideFiles),
			...listTooManyNotices(inFiles.length - kept.length, left),
			...listUnfinishedNotices(report),
			...listIgnoredNotices(report.findings)
		]
	};
}
function listAlerts({ findings }) {
	const open = rankFindings(findings).filter((finding) => !isIgnored(finding)).map((finding) => ({
		finding,
		places: listOpenPlaces(finding)
	})).filter(({ places }) => places.length > 0);
	const share = (whole) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
	const limit = {
		results: share(LIMIT.results),
		characters: share(LIMIT.characters)
	};
	return open.map(({ finding, places }) => ({
		finding,
		places,
		spots: selectSpots(places, limit)
	}));
}
function formatProvenance({ head, runUrl }) {
	const [, repositoryUri] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
	if (repositoryUri === void 0 || !URL.canParse(repositoryUri)) return {};
	return { versionControlProvenance: [{
		repositoryUri: redactKeys(repositoryUri),
		...head === "" ? {} : { revisionId: head },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
// src/report/view/view.ts
var view_exports = /* @__PURE__ */ __exportAll({ describeReport: () => describeReport });
function describeReport(report, { runUrl } = { runUrl: null }) {
	const { change, unfinished, gaps, askedAs } = report;
	const findings = rankFindings(report.findings);
	const conclusion = conclude(report);
	const clauses = listTitleClauses(report, rankBySeverity(findings), conclusion);
	const title = clauses.join("; ");
	return {
		tone: TONES[conclusion],
		title,
		clauses,
		alarm: describeAlarm(findings),
		resolution: describeResolution(findings.some((one) => getSeverity(one) === "older")),
		keys: findings.map((finding) => describeKey(finding, change.kind, runUrl)),
		unfinished: unfinished.map(describeUnfinished),
		gaps: gaps.map((gap) => ({
			...describeGap(gap),
			isWarning: !isChoice(gap)
		})),
		gapsWarning: gaps.some(isUnread) ? GAPS_WARNING : null,
		coverage: describeCoverage(report),
		askedAs,
		failure: describeFailure(report, title)
	};
}
const TONES = {
	clean: "good",
	leaked: "bad",
	incomplete: "warn"
};
export { action_taken_exports, annotations_exports, html_exports, markdown_exports, sarif_exports, view_exports };
