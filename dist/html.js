import "./rolldown-runtime.js";
import { Bt as standingOf, It as isRunsOwn, Lt as likenessOf, Pt as isAlarming, Qt as escapeHref, St as moment, Vt as conclude, Wt as isFailure, Zt as clipText, _t as said, en as escapePlain, ft as headline, gt as KIND_NAMES, ht as GAP_NAMES, it as findFirstSeen, mt as DEEDS, pt as taleOf, vt as counted, xt as grouped, yt as covered, zt as ranked } from "./core.js";
import { a as bestFirst, c as remarksOn, d as usedOf, i as advice, l as short, n as unfinishedLine, o as placeOf, r as done, t as UNFINISHED, u as excuse } from "./unfinished.js";
import { t as deedOf } from "./action-taken.js";
import { n as whoseById, t as whose } from "./ownership.js";
// src/report/html/markup.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function markup(ours, ...values) {
	let text = ours[0] ?? "";
	for (const [index, value] of values.entries()) text += `${spliced(value)}${ours[index + 1] ?? ""}`;
	return { markup: text };
}
const NOTHING = markup``;
function spliced(value) {
	if (value === null) return "";
	if (typeof value === "string") return escaped(value);
	if (typeof value === "number") return String(value);
	if ("markup" in value) return value.markup;
	return value.map(spliced).join("");
}
function escaped(text) {
	return escapePlain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function named(text) {
	return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}
function linked(url, label) {
	const safe = url === null ? "#" : escapeHref(url);
	return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}
// src/report/wording/glossary.ts
const WORDS = [
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
function glossary() {
	return markup`<details class="words">
<summary>What the words mean</summary>
<dl>
${WORDS.map(([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`)}</dl>
</details>
`;
}
// src/report/html/moment.ts
function isTold(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return year >= 0 && year <= 9999;
}
function timed(at) {
	return markup`<time datetime="${at.toISOString()}">${moment(at)}</time>`;
}
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4]
];
function lasting(from, to) {
	const span = to.getTime() - from.getTime();
	const [unit, length] = UNITS.find(([, each]) => span >= each) ?? [];
	return unit === void 0 ? "under a minute" : counted(Math.floor(span / (length ?? 1)), unit);
}
// src/report/html/places.ts
const OPEN = 5;
const LONGEST$1 = 200;
function places({ sightings }, setting) {
	const all = bestFirst(sightings);
	const folded = all.slice(OPEN, 100);
	const left = all.length - OPEN - folded.length;
	return markup`<h4>Seen in ${counted(all.length, "place")}</h4>
${list(all.slice(0, OPEN), setting)}${folded.length === 0 ? NOTHING : markup`<details><summary>${grouped(folded.length)} more</summary>
${list(folded, setting)}${left > 0 ? markup`<p class="small">And ${counted(left, "place")} more, in the JSON report.</p>` : null}</details>
`}`;
}
function list(sightings, setting) {
	return markup`<ul class="places">
${sightings.map((one) => item(one, setting))}</ul>
`;
}
function item(sighting, { link, change }) {
	const { commit, author, at, where } = sighting;
	const origin = [
		commit === null || where === "commit-message" ? null : markup`commit <code>${short(commit)}</code>`,
		author === null ? null : markup`by ${named(clipText(author, 60))}`,
		isTold(at) ? timed(at) : null,
		...remarksOn(sighting, change).map((remark) => markup`<em>${remark}</em>`)
	].filter((part) => part !== null);
	const place = markup`<code>${named(clipText(placeOf(sighting), LONGEST$1))}</code>`;
	return markup`<li>${linked(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
// src/report/html/sentence.ts
const LONGEST = 120;
function sentence(line) {
	return markup`${line.map((piece) => "words" in piece ? piece.words : markup`<code>${named(clipText(piece.data, LONGEST))}</code>`)}`;
}
function capital(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/report/html/timeline.ts
function timeline(finding, id) {
	const happenings = happeningsOf(finding);
	if (happenings.length < 2) return NOTHING;
	const exposure = exposureOf(finding);
	const spots = spotsOf(happenings.map(({ at }) => at));
	const summary = exposed(finding, exposure);
	return markup`<h4>Timeline</h4>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">What happened to this key, in order</title>
<desc id="${id}-td">${happenings.map(({ at, what }) => `${what} on ${moment(at)}`).join("; ")}.</desc>
<line class="rail" x1="${percent$1(spots[0])}" x2="${percent$1(spots.at(-1))}" y1="22" y2="22"/>
${exposure && span(exposure, happenings, spots)}
${happenings.map(({ tone }, index) => mark(index + 1, tone, spots[index]))}
</svg>
<ol>
${happenings.map(({ at, what }) => markup`<li><span class="what">${what}</span> ${timed(at)}</li>
`)}</ol>
<figcaption>${summary} Distances on the line are not to scale.</figcaption>
</figure>
`;
}
function happeningsOf(finding) {
	const { identity, outcome, sightings, impact } = finding;
	const record = identity.kind === "ours" && likenessOf(finding) !== "look-alike" ? identity.record : null;
	const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isTold) : [];
	const firstChange = changes.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
	const contained = outcome.kind === "contained" ? outcome : null;
	const ends = contained?.endsAt ?? (contained === null ? record?.expiresAt ?? null : null);
	return [
		{
			at: record?.createdAt ?? null,
			what: "Created",
			tone: "plain"
		},
		{
			at: findFirstSeen(sightings),
			what: "First exposed",
			tone: "bad"
		},
		{
			at: firstChange,
			what: changes.length > 1 ? `First of ${counted(changes.length, "change")} made with it` : "Something was changed with it",
			tone: "bad"
		},
		{
			at: record?.lastUsedAt ?? null,
			what: "Last used",
			tone: "plain"
		},
		{
			at: contained?.at ?? null,
			what: contained ? `${capital(DEEDS[contained.by].done)}, ${contained.verified ? "and" : "not yet"} verified` : "",
			tone: "good"
		},
		{
			at: ends,
			what: "Expires",
			tone: "good"
		}
	].flatMap((one) => isTold(one.at) ? [{
		...one,
		at: one.at
	}] : []).toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
function exposureOf({ sightings, outcome, validity }) {
	const start = findFirstSeen(sightings);
	if (!isTold(start)) return null;
	if (outcome.kind === "contained") {
		const end = outcome.by === "expire" ? outcome.endsAt : outcome.at;
		return isTold(end) && end >= start ? {
			start,
			end
		} : null;
	}
	return validity.kind === "inactive" ? null : {
		start,
		end: null
	};
}
function exposed({ outcome, validity }, exposure) {
	if (exposure === null) return validity.kind === "inactive" ? "When it stopped working is not known." : "";
	const { start, end } = exposure;
	if (end === null) return "It has been exposed since then, and nothing is known to have stopped it.";
	const deed = outcome.kind === "contained" ? DEEDS[outcome.by].done : "stopped";
	return outcome.kind === "contained" && outcome.by === "expire" ? `From its exposure to its expiry: ${lasting(start, end)}.` : `It was exposed for ${lasting(start, end)} before it was ${deed}.`;
}
function spotsOf(times) {
	const steps = times.slice(1).map((at, index) => {
		const minutes = (at.getTime() - (times[index]?.getTime() ?? 0)) / 6e4;
		return 1.2 + Math.log10(1 + minutes);
	});
	const whole = steps.reduce((sum, step) => sum + step, 0);
	let gone = 0;
	return [0, ...steps].map((step) => {
		gone += step;
		return 4 + 92 * gone / whole;
	});
}
function span({ start, end }, happenings, spots) {
	const spotOf = (time) => spots[happenings.findIndex(({ at }) => at.getTime() === time.getTime())];
	return markup`<line class="open" x1="${percent$1(spotOf(start))}" x2="${percent$1(end === null ? 100 : spotOf(end))}" y1="22" y2="22"/>`;
}
function mark(number, tone, spot) {
	return markup`<circle class="${tone}" cx="${percent$1(spot)}" cy="22" r="11"/><text x="${percent$1(spot)}" y="26" text-anchor="middle">${number}</text>
`;
}
function percent$1(spot) {
	return `${(spot ?? 50).toFixed(1)}%`;
}
// src/report/html/use.ts
const MOST$1 = 12;
function use(finding) {
	const { impact, identity } = finding;
	if (impact === null || usedOf(finding) === null) return NOTHING;
	const bare = {
		...impact,
		requests: null,
		cost: null,
		changes: null
	};
	const rest = usedOf({
		...finding,
		possession: "proven",
		impact: bare
	});
	const whose = identity.kind === "ours" && likenessOf(finding) === "unproven" ? markup` of <code>${named(clipText(identity.record.id, 120))}</code>, which it may not be,` : null;
	return markup`<h4>Use since it was exposed</h4>
${tiles(impact)}${models(impact)}<p class="small">Figures${whose} since ${moment(impact.since)}, as OpenAI had counted them by ${moment(impact.asOf)}, which is some minutes late; costs are by whole days of UTC. ${rest && sentence(rest)}</p>
`;
}
function tiles({ requests, inputTokens, outputTokens, cost, changes }) {
	const money = cost && /^[a-z]{3}$/i.test(cost.currency) ? `${cost.value.toFixed(2)} ${cost.currency.toUpperCase()}` : null;
	return markup`<dl class="tiles">
${[
		["Requests", figure(requests)],
		["Tokens in", figure(inputTokens)],
		["Tokens out", figure(outputTokens)],
		["Cost", money],
		["Changes", figure(changes?.length ?? null)]
	].map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value ?? markup`<span class="muted">not told</span>`}</dd></div>
`)}</dl>
`;
}
function models({ models: all }) {
	const known = all ?? [];
	const size = known.some((one) => tokensOf(one) > 0) ? tokensOf : ({ requests }) => requests ?? 0;
	const shown = known.toSorted((one, other) => size(other) - size(one)).slice(0, MOST$1);
	const [first] = shown;
	if (!first) return NOTHING;
	const more = known.length - shown.length;
	return markup`<div class="scroll" role="group" aria-label="Use by model" tabindex="0">
<table class="models">
<caption>By model${more > 0 ? `: the first ${MOST$1}, and ${counted(more, "more model")} not shown` : ""}</caption>
<thead><tr><th scope="col">Model</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col">${size === tokensOf ? "Tokens, in and out" : "Requests, compared"}</th></tr></thead>
<tbody>
${shown.map((one) => row$1(one, size === tokensOf, size(first)))}</tbody>
</table>
</div>
`;
}
function row$1(one, isTokens, most) {
	const figures = [
		one.requests,
		one.inputTokens,
		one.outputTokens
	].map((value) => markup`<td class="number">${figure(value) ?? "–"}</td>`);
	return markup`<tr><th scope="row">${named(clipText(one.model, 80))}</th>${figures}<td class="chart">${bar(one, isTokens, most)}</td></tr>
`;
}
function bar(one, isTokens, most) {
	const first = share(isTokens ? one.inputTokens : one.requests, most);
	const second = share(isTokens ? one.outputTokens : 0, most);
	return markup`<svg aria-hidden="true" width="100%" height="12"><rect class="in" x="0" y="1" height="10" width="${percent(first)}"/><rect class="out" x="${percent(first)}" y="1" height="10" width="${percent(second)}"/></svg>`;
}
function share(part, whole) {
	return whole > 0 ? 100 * Math.min(part ?? 0, whole) / whole : 0;
}
function percent(value) {
	return `${value.toFixed(1)}%`;
}
function tokensOf({ inputTokens, outputTokens }) {
	return (inputTokens ?? 0) + (outputTokens ?? 0);
}
function figure(value) {
	return value === null ? null : grouped(value);
}
// src/report/html/key.ts
const TONES = {
	exposed: "bad",
	lingering: "warn",
	dead: "good",
	older: "warn",
	ignored: "quiet"
};
function toneOf(finding) {
	return isAlarming(finding) ? "bad" : TONES[standingOf(finding)];
}
function key(finding, id, setting) {
	const { kind, mask, fingerprint, confidence, validity, outcome, ignored } = finding;
	const deed = deedOf(finding);
	const steps = advice(finding, setting.change);
	const at = outcome.kind === "contained" ? markup`, ${timed(outcome.at)}` : null;
	return markup`<article class="key ${toneOf(finding)}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${capital(KIND_NAMES[kind])} <code>${mask}</code></h3>
<p class="tale"><span class="chip ${toneOf(finding)}">${capital(validity.kind)}</span> This key ${taleOf([finding], setting.change)}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${sentence(whose(finding))}</dd></div>
<div><dt>Works</dt><dd>${said(validity)}</dd></div>
<div><dt>Done</dt><dd>${done(finding)}${at}</dd></div>
${deed && fact("Breaks", sentence(deed.breaks))}${ignored && fact("Ignored", sentence(excuse(ignored)))}<div><dt>Known by</dt><dd>fingerprint <code>${fingerprint}</code>; its shape is ${confidence}</dd></div>
</dl>
${steps.length === 0 ? NOTHING : markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map((step) => markup`<li>${sentence(step)}</li>
`)}</ol>
`}${timeline(finding, id)}${use(finding)}${places(finding, setting)}</article>
`;
}
function fact(name, told) {
	return markup`<div><dt>${name}</dt><dd>${told}</dd></div>
`;
}
// src/report/html/sections.ts
const MOST = 500;
function table(findings, anchors, setting) {
	const shown = findings.slice(0, MOST);
	return markup`<section aria-labelledby="all">
<h2 id="all">All keys at a glance</h2>
<div class="scroll" role="group" aria-label="Table of all keys" tabindex="0">
<table class="keys">
<thead><tr><th scope="col">Key</th><th scope="col">Works</th><th scope="col">Where</th><th scope="col">Whose</th><th scope="col">Done</th></tr></thead>
<tbody>
${shown.map((one, index) => row(one, anchors[index] ?? null, setting))}</tbody>
</table>
</div>
${unsaid(findings.length - shown.length, "key", "keys")}</section>
`;
}
function row(finding, anchor, { change }) {
	const { kind, mask, sightings, validity } = finding;
	const [best] = bestFirst(sightings);
	const name = markup`${KIND_NAMES[kind]} <code>${mask}</code>`;
	const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
	const remarks = best ? remarksOn(best, change).map((remark) => `, ${remark}`) : [];
	const where = best ? markup`<code>${named(clipText(placeOf({
		...best,
		column: null
	}), 100))}</code>${remarks}${more}` : null;
	return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${toneOf(finding)}">${validity.kind}</span></td><td>${where}</td><td>${sentence(whoseById(finding))}</td><td>${done(finding)}</td></tr>
`;
}
function unfinished({ unfinished: all }) {
	if (all.length === 0) return NOTHING;
	const items = all.slice(0, MOST).map((one) => markup`<li>${sentence(unfinishedLine(one))}</li>
`);
	return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${UNFINISHED}</h2>
<ul>
${items}</ul>
${unsaid(all.length - items.length, "act", "acts")}</section>
`;
}
function gaps({ gaps: all }) {
	if (all.length === 0) return NOTHING;
	const failures = all.filter(isFailure).length;
	const items = all.slice(0, MOST).map(({ kind, detail }) => markup`<div><dt>${capital(GAP_NAMES[kind])}</dt><dd>${named(clipText(detail, 500))}</dd></div>
`);
	const why = failures > 0 ? markup`<p>There may be keys in what was not seen, so that this report does not say clean.</p>
` : null;
	return markup`<section class="card ${failures > 0 ? "warn" : "quiet"}" aria-labelledby="gaps">
<h2 id="gaps">Not seen</h2>
${why}<dl class="facts">
${items}</dl>
${unsaid(all.length - items.length, "thing", "things")}</section>
`;
}
function coverage(report) {
	const { askedAs } = report;
	const asked = askedAs === null ? null : markup` OpenAI was asked as ${named(clipText(askedAs, 120))}.`;
	return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capital(covered(report))}.${asked}</p>
</section>
`;
}
function unsaid(left, one, many) {
	if (left <= 0) return NOTHING;
	return markup`<p class="small">${grouped(left)} more ${left === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.</p>
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
const MOST_IN_FULL = 100;
const MARKS = {
	clean: {
		tone: "good",
		mark: "✓"
	},
	leaked: {
		tone: "bad",
		mark: "!"
	},
	incomplete: {
		tone: "warn",
		mark: "?"
	}
};
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
function renderHtml(report, context) {
	const title = headline(report);
	return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${banner(report, title, context)}<main>
${alarm(report)}${keys(report, context)}${unfinished(report)}${gaps(report)}${coverage(report)}${glossary()}</main>
<footer><p>openai-key-guard ${context.version}. No key stands on this page, nor anything that could be used as one.</p></footer>
</body>
</html>
`.markup;
}
function banner(report, title, { head, runUrl }) {
	const [first = "", ...rest] = title.split("; ");
	const { tone, mark } = MARKS[conclude(report)];
	return markup`<header class="${tone}">
<p class="brand">OpenAI key report${[...head === "" ? [] : [markup`head <code>${short(head)}</code>`], ...runUrl === null ? [] : [linked(runUrl, markup`the run`)]].map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${mark}</span>${first}</h1>
${rest.length > 0 ? markup`<p class="rest">${capital(rest.join("; "))}.</p>
` : null}</header>
`;
}
function alarm({ findings }) {
	const alarming = findings.filter(isAlarming);
	if (alarming.length === 0) return NOTHING;
	return markup`<p class="alarm"><strong>${alarming.some(isRunsOwn) ? "The admin key that the run works with" : "An admin key"}</strong>: whoever has it manages the whole organisation. It comes first.</p>
`;
}
function keys(report, { link }) {
	const findings = ranked(report.findings);
	if (findings.length === 0) return NOTHING;
	const setting = {
		link,
		change: report.change.kind
	};
	const anchors = findings.map((_, index) => index < MOST_IN_FULL ? `key-${index + 1}` : null);
	const articles = findings.slice(0, MOST_IN_FULL).map((one, index) => key(one, `key-${index + 1}`, setting));
	return markup`${findings.length > 1 ? table(findings, anchors, setting) : NOTHING}<section aria-labelledby="keys">
<h2 id="keys">${findings.length === 1 ? "The key" : "The keys, one by one"}</h2>
${articles}${unsaid(findings.length - articles.length, "key", "keys")}</section>
`;
}
export { renderHtml };
