import "./rolldown-runtime.js";
import { a as bestFirst, c as remarksOn, d as usedOf, f as inMarkdown, i as advice, l as short, n as unfinishedLine, o as placeOf, r as done, t as UNFINISHED, u as excuse } from "./unfinished.js";
import { $t as escapeMarkdown, Bt as standingOf, It as isRunsOwn, Pt as isAlarming, Qt as escapeHref, St as moment, Zt as clipText, _t as said, en as escapePlain, ft as headline, gt as KIND_NAMES, ht as GAP_NAMES, nn as formatCode, vt as counted, xt as grouped, yt as covered, zt as ranked } from "./core.js";
import { t as deedOf } from "./action-taken.js";
import { n as whoseById, t as whose } from "./ownership.js";
// src/report/alarm.ts
function alarm(findings) {
	const alarming = findings.filter(isAlarming);
	if (alarming.length === 0) return "";
	return `> [!CAUTION]\n> ${alarming.some(isRunsOwn) ? "The admin key this run works with" : "An admin key"} ${alarming.some((one) => standingOf(one) !== "older") ? "is exposed" : "was here before this change and is not dead"}. It comes first.`;
}
// src/report/truncate.ts
function fitted(texts, count, room, size) {
	const taken = [];
	let free = room;
	for (const text of texts) {
		free -= size(text) + 2;
		if (free < 0) break;
		taken.push(text);
	}
	return {
		texts: taken,
		left: count - taken.length
	};
}
function* lazily(all, make) {
	for (const [index, one] of all.entries()) yield make(one, index);
}
// src/report/markdown/key.ts
const LONGEST_PLACE = 160;
const LONGEST_HEADING = 60;
const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"];
function nameOf({ kind, fingerprint }) {
	return `${KIND_NAMES[kind]} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}
function headingOf(finding) {
	const [best] = bestFirst(finding.sightings);
	const place = best?.where === "file" && best.path !== null ? ` in ${formatCode(clipText(best.path, LONGEST_HEADING))}` : "";
	return `${nameOf(finding)}${place}`;
}
function row(finding, { link, change }) {
	const { sightings, validity } = finding;
	const [best] = bestFirst(sightings);
	const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
	const where = best ? `${[place({
		...best,
		column: null
	}, link, "cell"), ...remarksOn(best, change)].join(", ")}${more}` : "";
	return `| ${[
		nameOf(finding),
		where,
		inMarkdown(whoseById(finding), "cell"),
		stressed(said(validity)),
		done(finding)
	].join(" | ")} |`;
}
function steps(finding, change) {
	return advice(finding, change).map((step, index) => `${index + 1}. ${inMarkdown(step)}`).join("\n");
}
function details(finding, setting, withSteps, room, size) {
	const { fingerprint, mask, kind, confidence, validity, outcome, sightings, ignored } = finding;
	const { link, change } = setting;
	const use = usedOf(finding);
	const deed = deedOf(finding);
	const facts = [
		`- Key: ${formatCode(mask)}, ${confidence}, fingerprint ${formatCode(fingerprint)}`,
		`- Whose: ${inMarkdown(whose(finding))}`,
		`- Works: ${stressed(said(validity))}`,
		...use ? [`- Used: ${inMarkdown(use)}`] : [],
		`- Done: ${done(finding)}${outcome.kind === "contained" ? ` (${moment(outcome.at)})` : ""}`,
		...deed ? [`- Breaks: ${inMarkdown(deed.breaks)}`] : [],
		...ignored ? [`- Ignored: ${inMarkdown(excuse(ignored))}`] : [],
		`- Seen in ${counted(sightings.length, "place")}:`
	];
	const todo = withSteps ? steps(finding, change) : "";
	const all = bestFirst(sightings);
	const told = (one) => `  - ${[`${place(one, link, "text")}${origin(one)}`, ...remarksOn(one, change)].join(", ")}`;
	const kept = fitted(lazily(all, told), all.length, room - size([...facts, todo].join("\n")) - 200, size);
	const places = kept.texts.length > 0 ? kept : {
		texts: all.slice(0, 1).map(told),
		left: all.length - 1
	};
	return [
		`<details><summary>All about the ${KIND_NAMES[kind]} <code>${fingerprint.slice(0, 8)}</code></summary>`,
		"",
		...facts,
		...places.texts,
		...places.left > 0 ? [`  - and ${counted(places.left, "place")} more, in the JSON report`] : [],
		...todo ? ["", todo] : [],
		"",
		"</details>"
	].join("\n");
}
function place(sighting, link, medium) {
	const label = formatCode(clipText(placeOf(sighting), LONGEST_PLACE), medium);
	const url = link(sighting);
	return url === null ? label : `[${label}](${escapeHref(url)})`;
}
function origin({ commit, author, at, where }) {
	const parts = [
		...commit === null || where === "commit-message" ? [] : [`in ${formatCode(short(commit))}`],
		...author === null ? [] : [`by ${escapeMarkdown(clipText(author, 60))}`],
		...at === null || Number.isNaN(at.getTime()) ? [] : [`on ${moment(at)}`]
	];
	return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
function stressed(state) {
	return state.replace(/^[\w-]+/, "**$&**");
}
// src/report/markdown/sections.ts
function deeds(findings, { runUrl }, sheet) {
	const run = runUrl === null ? "this run" : `[this run](${escapeHref(runUrl)})`;
	return section("Done", findings.flatMap((one) => {
		const deed = deedOf(one, run);
		return deed ? [`- ${inMarkdown(deed.done)} ${inMarkdown(deed.breaks)}`] : [];
	}), sheet);
}
function unfinished({ unfinished: all }, sheet) {
	return section(UNFINISHED, all.map((one) => `- ${inMarkdown(unfinishedLine(one))}`), sheet);
}
function unseen({ gaps }, sheet) {
	return section("Not seen", gaps.map(({ kind, detail }) => `- ${GAP_NAMES[kind]}: ${escapeMarkdown(detail)}`), sheet);
}
function section(title, lines, { room, size, rest }) {
	const { texts, left } = fitted(lines, lines.length, room / 8, size);
	const more = left > 0 ? [`- and ${grouped(left)} more: ${rest}`] : [];
	return lines.length > 0 ? [
		`#### ${title}`,
		"",
		...texts,
		...more
	].join("\n") : "";
}
function unsaid(left, is, are, { rest }) {
	return left > 0 ? `${counted(left, "more key")} ${left === 1 ? is : are}: ${rest}.` : "";
}
function foot({ head, runUrl, version, job = null }, report) {
	return `<sub>${[
		`openai-key-guard ${escapePlain(version)}`,
		...job === null ? [] : [`job ${formatCode(job)}`],
		...head ? [`head ${formatCode(short(head))}`] : [],
		...runUrl === null ? [] : [`[run](${escapeHref(runUrl)})`],
		...report ? [covered(report)] : [],
		...report && report.askedAs !== null && report.findings.length > 0 ? [`asked as ${formatCode(report.askedAs)}`] : []
	].join(" · ")}</sub>`;
}
// src/report/markdown/markdown.ts
const MOST_STEPS = 3;
function renderComment(report, context) {
	return page(report, context, commentSheet(context), `### ${headline(report)}`, alarm(report.findings));
}
function renderSummary(report, context) {
	const utf8 = new TextEncoder();
	return page(report, context, {
		room: 1e6,
		size: (text) => utf8.encode(text).length,
		rest: "the JSON report has all"
	}, `## ${headline(report)}`, alarm(report.findings));
}
function renderResolvedComment(report, context) {
	const older = report.findings.some((one) => standingOf(one) === "older");
	const all = "Resolved: nothing that this change brought can do harm any more.";
	const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
	return page(report, context, commentSheet(context), `### ${headline(report)}`, [opening, alarm(report.findings)].filter(Boolean).join("\n\n"));
}
function renderGoneComment(open, context) {
	const history = "The commits that held keys are gone from this pull request: its history was rewritten.";
	const footer = foot(context, null);
	if (open.length === 0) return [
		"### No OpenAI keys are left in this pull request",
		`Resolved. ${history} All keys found in them were dead by then.`,
		footer
	].join("\n\n");
	const [is, was, it] = open.length === 1 ? [
		"is",
		"was",
		"it"
	] : [
		"are",
		"were",
		"they"
	];
	const names = fitted(open.map((one) => formatCode(one)), open.length, 2e4, (text) => text.length);
	const more = names.left > 0 ? ` and ${grouped(names.left)} more` : "";
	return [
		`### ${counted(open.length, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
		`${history} A pushed key stays exposed all the same until it is revoked: anyone may have fetched it.`,
		`Please make sure that ${it} ${is} revoked. Fingerprint${open.length === 1 ? "" : "s"}: ${names.texts.join(", ")}${more}.`,
		footer
	].join("\n\n");
}
function commentSheet({ runUrl }) {
	return {
		room: 59e3,
		size: (text) => text.length,
		rest: `${runUrl === null ? "the job summary" : `the [job summary](${escapeHref(runUrl)})`} has all`
	};
}
function page(report, context, sheet, title, opening) {
	const findings = ranked(report.findings);
	const setting = {
		link: context.link,
		change: report.change.kind
	};
	const [did, begun, gaps] = [
		deeds(findings, context, sheet),
		unfinished(report, sheet),
		unseen(report, sheet)
	];
	const footer = foot(context, report);
	const frame = [
		title,
		opening,
		did,
		begun,
		gaps,
		footer
	];
	let free = sheet.room - sheet.size(frame.join("\n\n")) - 1e3;
	const rows = fitted(lazily(findings, (one) => row(one, setting)), findings.length, free / 2, sheet.size);
	const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
	free -= sheet.size(table);
	const first = findings.slice(0, MOST_STEPS).filter((one) => advice(one, setting.change).length > 0);
	const todo = fitted(lazily(first, (one) => `${first.length > 1 ? `**${headingOf(one)}**\n\n` : ""}${steps(one, setting.change)}`), first.length, free / 2, sheet.size);
	free -= sheet.size(todo.texts.join("\n\n"));
	const share = Math.max(1500, free / Math.max(findings.length, 1));
	const folded = fitted(lazily(findings, (one) => details(one, setting, !first.slice(0, todo.texts.length).includes(one), share, sheet.size)), findings.length, free, sheet.size);
	return [
		title,
		opening,
		table,
		unsaid(rows.left, "is not in this table", "are not in this table", sheet),
		did,
		todo.texts.length > 0 ? `#### Next\n\n${todo.texts.join("\n\n")}` : "",
		folded.texts.length > 0 ? folded.texts.join("\n\n") : "",
		rows.left < folded.left ? unsaid(folded.left, "is not shown in full", "are not shown in full", sheet) : "",
		begun,
		gaps,
		footer
	].filter((part) => part !== "").join("\n\n");
}
export { renderComment, renderGoneComment, renderResolvedComment, renderSummary };
