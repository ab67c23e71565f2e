import "./rolldown-runtime.js";
import { D as covered, Dt as isFailure, T as standingOf, f as plain, g as verdict, h as spelt, m as brief, s as clipped, w as ranked, y as isAlarming } from "./core.js";
import { a as advice, d as usedOf, i as said, l as remarksOn, n as GAP_NAMES, o as bestFirst, p as inPlain, r as KIND_NAMES, s as placeOf, t as done, u as short } from "./done.js";
import { t as whose } from "./whose.js";
// src/report/terminal.ts
const COLOURS = {
	exposed: "red",
	lingering: "yellow",
	dead: "green",
	older: "yellow"
};
const MOST_PLACES = 3;
function terminal(report, look) {
	const blocks = [...ranked(report.findings).map((finding) => block(finding, report.change.kind, look)), ...report.gaps.length > 0 ? [gaps(report, look)] : []];
	if (blocks.length === 0) return brief(report, look);
	return spelt([
		verdict(report, look),
		...blocks,
		look.paint("dim", covered(report))
	].join("\n\n"), look);
}
function block(finding, change, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, sightings, validity } = finding;
	const colour = isAlarming(finding) ? "red" : COLOURS[standingOf(finding)];
	const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, plain(mask))}  ${paint("dim", fingerprint)}`;
	const more = sightings.length - MOST_PLACES;
	const places = [...bestFirst(sightings).slice(0, MOST_PLACES).map((one) => place(one, change, paint)), ...more > 0 ? [paint("dim", `and ${more} more`)] : []];
	const wrapped = (text, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
	const steps = advice(finding, change).flatMap((step, index, { length }) => wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, TIED)}`, length > 1 ? "   " : ""));
	const use = usedOf(finding);
	return [
		title,
		...field("where", places, paint),
		...field("whose", wrapped(inPlain(whose(finding), TIED)), paint),
		...field("state", [paint(colour, said(validity))], paint),
		...use ? field("used", wrapped(inPlain(use, TIED)), paint) : [],
		...field("done", wrapped(done(finding)), paint),
		...field("next", steps, paint)
	].join("\n");
}
function place(sighting, change, paint) {
	const { commit, author, where } = sighting;
	const by = [...commit === null || where === "commit-message" ? [] : [`in ${short(plain(commit))}`], ...author === null ? [] : [`by ${plain(clipped(author, 60))}`]].join(" ");
	const remarks = [...by ? [by] : [], ...remarksOn(sighting, change)].join(", ");
	return `${paint("cyan", plain(placeOf(sighting)))}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}
function gaps({ gaps: all }, { paint, width }) {
	const lines = all.flatMap((gap) => {
		const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
		const [first = "", ...rest] = wrap(plain(gap.detail), width - INDENT.length);
		return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
	});
	return [paint("bold", "not seen"), ...lines].join("\n");
}
const INDENT = " ".repeat(9);
function field(label, lines, paint) {
	return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}
const TIED = "\xA0";
function wrap(text, width, hanging = "") {
	const lines = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last === void 0) lines.push(word);
		else if (last.length + 1 + word.length > Math.max(width, 20)) lines.push(`${hanging}${word}`);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines.map((one) => one.replaceAll(TIED, " "));
}
export { terminal };
