import { g as words, h as line, m as joined } from "./unfinished.js";
import { It as isRunsOwn, Lt as likenessOf, _t as said, xt as grouped } from "./core.js";
// src/report/wording/ownership.ts
const TELLING = 1 / 2e3;
const MOST = 5;
const ELSEWHERE = "it works for another organisation";
function whose(finding) {
	const { identity } = finding;
	if (isRunsOwn(finding)) return own(identity);
	switch (identity.kind) {
		case "ours": return ours(identity, likenessOf(finding));
		case "ambiguous": return line`${words(said(identity))}: ${joined(identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`), ", ")}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
		case "foreign":
		case "unchecked": return words(finding.possession === "someone-else" ? `${said(identity)}; ${ELSEWHERE}` : said(identity));
		default: return identity;
	}
}
function whoseShort(finding) {
	if (isRunsOwn(finding)) return "ours: this run's own";
	if (finding.identity.kind !== "ours") return finding.identity.kind;
	switch (likenessOf(finding)) {
		case "ours": return "ours";
		case "look-alike": return "look-alike of ours";
		case "unproven": return "ours, not proven";
	}
}
function whoseById(finding) {
	const { identity } = finding;
	const short = words(whoseShort(finding));
	return identity.kind === "ours" && !isRunsOwn(finding) ? line`${short}: ${identity.record.id}` : short;
}
function own(identity) {
	return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${recorded(identity.record)}` : words("")}`;
}
function ours({ record, chance }, is) {
	const which = recorded(record);
	switch (is) {
		case "ours": return line`ours: ${which}`;
		case "look-alike": return line`looks like a key of yours, and is not it: ${which}`;
		case "unproven": return line`ours by its ends, not proven: ${which}${chance > TELLING ? mixUp(chance) : line``}`;
	}
}
function mixUp(chance) {
	const odds = Math.round(1 / chance);
	return words(odds < 2 ? " (nearly any stranger's key would fit as well)" : ` (about 1 in ${grouped(odds)} strangers' keys would fit as well)`);
}
function recorded({ id, name, home, owner }) {
	const place = home.name ?? home.id;
	const person = owner?.name ?? owner?.id ?? null;
	return joined([
		line`${id}`,
		...name === null ? [] : [line`named ${name}`],
		...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`],
		...person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]
	], ", ");
}
export { whoseById as n, whose as t };
