import "./rolldown-runtime.js";
import { Bt as standingOf, Pt as isAlarming, Wt as isFailure, Zt as clipText, _t as said, ct as brief, dt as verdict, en as escapePlain, gt as KIND_NAMES, ht as GAP_NAMES, tn as formatAddress, ut as spelt, xt as grouped, yt as covered, zt as ranked } from "./core.js";
import { a as bestFirst, c as remarksOn, d as usedOf, i as advice, l as short, n as unfinishedLine, o as placeOf, p as inPlain, r as done, t as UNFINISHED, u as excuse } from "./unfinished.js";
import { t as deedOf } from "./action-taken.js";
import { t as whose } from "./ownership.js";
const NARROWEST = /^\p{M}$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;
function columns(text) {
	if (/^[\x20-\x7e]*$/.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return sum;
}
function wrap(text, width, hanging = "") {
	const lines = [];
	const most = Math.max(width, 20);
	let taken = 0;
	for (const word of text.split(" ")) {
		const wide = columns(word);
		if (lines.length > 0 && taken + 1 + wide <= most) {
			lines[lines.length - 1] += ` ${word}`;
			taken += 1 + wide;
		} else {
			const before = lines.length > 0 ? hanging : "";
			lines.push(`${before}${word}`);
			taken = before.length + wide;
		}
	}
	return lines.map((one) => one.replaceAll("\xA0", " "));
}
// src/report/text.ts
const COLOURS = {
	exposed: "red",
	lingering: "yellow",
	dead: "green",
	older: "yellow",
	ignored: "dim"
};
const MOST_PLACES = 3;
const LONGEST_PLACE = 300;
const DASHBOARD = {
	text: "platform.openai.com",
	url: "https://platform.openai.com/api-keys"
};
function renderText(report, look) {
	const blocks = [
		...ranked(report.findings).map((finding) => block(finding, report.change.kind, look)),
		...report.unfinished.length > 0 ? [unfinished(report, look)] : [],
		...report.gaps.length > 0 ? [gaps(report, look)] : []
	];
	if (blocks.length === 0) return brief(report, look);
	const asked = report.askedAs === null ? [] : [`OpenAI was asked as ${escapePlain(clipText(report.askedAs, 60))}`];
	return spelt([
		verdict(report, look, (text) => wrap(text, look.width, "  ")),
		...blocks,
		look.paint("dim", [covered(report), ...asked].join(" · "))
	].join("\n\n"), look);
}
function block(finding, change, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, sightings, validity } = finding;
	const colour = isAlarming(finding) ? "red" : COLOURS[standingOf(finding)];
	const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`;
	const most = look.verbose ? sightings.length : MOST_PLACES;
	const more = sightings.length - most;
	const places = [...bestFirst(sightings).slice(0, most).map((one) => place(one, change, look)), ...more > 0 ? [paint("dim", `and ${grouped(more)} more`)] : []];
	const wrapped = (text, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
	const steps = advice(finding, change).flatMap((step, index, { length }) => wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, "\xA0")}`, length > 1 ? "   " : ""));
	const use = usedOf(finding);
	const deed = deedOf(finding);
	return [
		title,
		...field("where", places, paint),
		...field("whose", wrapped(inPlain(whose(finding), "\xA0")), paint),
		...field("state", [paint(colour, said(validity))], paint),
		...use ? field("used", wrapped(inPlain(use, "\xA0")), paint) : [],
		...field("done", wrapped(done(finding)), paint),
		...deed ? field("breaks", wrapped(inPlain(deed.breaks, "\xA0")), paint) : [],
		...finding.ignored ? field("entry", wrapped(inPlain(excuse(finding.ignored), "\xA0")), paint) : [],
		...field("next", steps.map((text) => linked(text, look)), paint)
	].join("\n");
}
function place(sighting, change, { paint, link, opens }) {
	const { commit, author, where } = sighting;
	const by = [...commit === null || where === "commit-message" ? [] : [`in ${short(escapePlain(commit))}`], ...author === null ? [] : [`by ${escapePlain(clipText(author, 60))}`]].join(" ");
	const remarks = [...by ? [by] : [], ...remarksOn(sighting, change)].join(", ");
	const spot = paint("cyan", escapePlain(clipText(placeOf(sighting), LONGEST_PLACE)));
	const url = formatAddress(opens?.(sighting) ?? "");
	return `${link && url !== null ? link(spot, url) : spot}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}
function linked(text, { link }) {
	return link ? text.replaceAll(DASHBOARD.text, link(DASHBOARD.text, DASHBOARD.url)) : text;
}
function unfinished({ unfinished: all }, { paint, width }) {
	const lines = all.flatMap((one) => wrap(inPlain(unfinishedLine(one), "\xA0"), width - 2).map((text) => `  ${text}`));
	return [paint("yellow", paint("bold", UNFINISHED.toLowerCase())), ...lines].join("\n");
}
function gaps({ gaps: all }, { paint, width }) {
	const lines = all.flatMap((gap) => {
		const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
		const [first = "", ...rest] = wrap(escapePlain(gap.detail), width - INDENT.length);
		return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
	});
	return [paint("bold", "not seen"), ...lines].join("\n");
}
const INDENT = " ".repeat(9);
function field(label, lines, paint) {
	return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}
export { renderText };
