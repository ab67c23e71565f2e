import "./rolldown-runtime.js";
import { Bt as standingOf, It as isRunsOwn, Pt as isAlarming, Wt as isFailure, Zt as clipText, _t as said, en as escapePlain, gt as KIND_NAMES, ht as GAP_NAMES, pt as taleOf, rn as showInvisible, zt as ranked } from "./core.js";
import { a as bestFirst, i as advice, n as unfinishedLine, o as placeOf, p as inPlain, r as done, s as refIn, t as UNFINISHED, u as excuse } from "./unfinished.js";
import { t as deedOf } from "./action-taken.js";
// src/report/annotations.ts
const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
function renderAnnotations(report) {
	const all = [
		...ranked(report.findings).map((one) => ({
			level: levelOf(one),
			write: () => ofFinding(one, report.change.kind)
		})),
		...report.unfinished.map((one) => ({
			level: "warning",
			write: () => ofUnfinished(one)
		})),
		...report.gaps.filter(isFailure).map((one) => ({
			level: "warning",
			write: () => ofGap(one)
		}))
	];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => capped(all.filter((one) => one.level === level)));
}
function ofFinding(finding, change) {
	const { kind, fingerprint, mask, validity, sightings, ignored } = finding;
	const deed = deedOf(finding);
	const [best] = bestFirst(sightings);
	const isInFile = best?.where === "file" && best.path !== null;
	const isInName = best?.where === "path" && best.path !== null && refIn(best.path) === null;
	const where = !best || isInFile && best.member === null ? [] : [`Seen in ${isInFile ? "" : "the "}${escapePlain(placeOf(best))}.`];
	const states = [said(validity), done(finding)].map((state) => `${capital(state)}.`);
	const more = sightings.length > 1 ? [`Seen in ${sightings.length} places.`] : [];
	return {
		level: levelOf(finding),
		title: `${isRunsOwn(finding) ? "The admin key of this run" : capital(KIND_NAMES[kind])} ${taleOf([finding], change)}`,
		message: [
			`${escapePlain(mask)} (${fingerprint}). ${[
				...states,
				...where,
				...more
			].join(" ")}`,
			...deed ? [inPlain(deed.breaks)] : [],
			...ignored ? [`${capital(inPlain(excuse(ignored)))}.`] : [],
			...advice(finding, change).map((step) => inPlain(step))
		].join("\n"),
		path: isInFile || isInName ? showInvisible(best.path ?? "") : null,
		line: isInFile ? best.line : null,
		column: isInFile ? best.column : null
	};
}
function levelOf(finding) {
	const standing = standingOf(finding);
	if (isAlarming(finding)) return "error";
	switch (standing) {
		case "exposed": return finding.blocks ? "error" : "warning";
		case "lingering": return "warning";
		case "ignored": return "notice";
		case "older": return finding.validity.kind === "inactive" ? "notice" : "warning";
		case "dead": return "notice";
		default: return standing;
	}
}
function ofUnfinished(one) {
	const message = inPlain(unfinishedLine(one));
	return {
		level: "warning",
		title: UNFINISHED,
		message,
		path: null,
		line: null,
		column: null
	};
}
function ofGap({ kind, detail }) {
	return {
		level: "warning",
		title: kind === "self-test" ? "The self-test failed" : `Not seen: ${GAP_NAMES[kind]}`,
		message: escapePlain(detail),
		path: null,
		line: null,
		column: null
	};
}
function capped(all) {
	const more = all.length - MOST_OF_A_LEVEL;
	return all.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
		const one = write();
		const tail = more > 0 && index === 9 ? `\nAnd ${more} more, in the job summary.` : "";
		return {
			...one,
			message: `${clipText(one.message, LONGEST_MESSAGE - tail.length)}${tail}`
		};
	});
}
function capital(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
export { renderAnnotations };
