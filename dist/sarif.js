import "./rolldown-runtime.js";
import { It as isRunsOwn, Kt as isIgnored, Rt as mayReturn, Wt as isFailure, Zt as clipText, _t as said, an as redactKeys, en as escapePlain, gt as KIND_NAMES, ht as GAP_NAMES, vt as counted, xt as grouped, zt as ranked } from "./core.js";
import { t as inertJson } from "./safe-json.js";
import { a as bestFirst, c as remarksOn, d as usedOf, i as advice, l as short, n as unfinishedLine, o as placeOf, p as inPlain, r as done, s as refIn, u as excuse } from "./unfinished.js";
import { t as whose } from "./ownership.js";
// src/report/sarif/descriptor.ts
const HOME = "https://github.com/openai-key-guard/openai-key-guard";
function pascal(id) {
	return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
// src/report/sarif/location.ts
function uriOf({ where, path }) {
	if (path === null || where !== "file" && where !== "path") return null;
	if (where === "path" && refIn(path) !== null) return null;
	const parts = redactKeys(path).toWellFormed().split("/");
	if (parts.some((part) => part === "" || part === "." || part === "..")) return null;
	return parts.map(encodeURIComponent).join("/");
}
function locationOf({ where, line, column, inHead }, uri) {
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
// src/report/sarif/notices.ts
const ABOUT = {
	"key-outside-files": "A key stands where no file is: in a message, a text on GitHub, the name of a branch.",
	"too-many-places": "There is more than fits into this file; the JSON report has all.",
	"ignored-key": "A key is passed over, as the ignore file of the base says.",
	"unfinished-containment": "An earlier run began to contain a key and never said how that ended."
};
const NOTICES = [...Object.keys(GAP_NAMES).map((kind) => descriptor(`gap-${kind}`, `Something was not seen: ${GAP_NAMES[kind]}.`)), ...Object.entries(ABOUT).map(([id, text]) => descriptor(id, text))];
function descriptor(id, text) {
	const told = { text };
	return {
		id,
		name: pascal(id),
		shortDescription: told,
		fullDescription: told,
		help: told,
		helpUri: HOME
	};
}
const MOST = 100;
const LONGEST = 2e3;
function ofGaps(gaps) {
	const level = (gap) => gap.kind === "self-test" ? "error" : isFailure(gap) ? "warning" : "note";
	const told = gaps.slice(0, MOST).map((gap) => notice(`gap-${gap.kind}`, level(gap), `Not seen (${GAP_NAMES[gap.kind]}): ${gap.detail}`));
	const more = gaps.length - told.length;
	return more > 0 ? [...told, tooMany(`${counted(more, "more thing")} ${more === 1 ? "was" : "were"} not seen.`)] : told;
}
function ofHomeless(findings) {
	return findings.slice(0, MOST).map(({ kind, fingerprint, validity, sightings }) => {
		const [first] = bestFirst(sightings);
		const where = first === void 0 ? "a place that is not known" : clipText(placeOf(first), 160);
		const more = sightings.length > 1 ? ` and ${counted(sightings.length - 1, "more place")}` : "";
		return notice("key-outside-files", "warning", `A ${KIND_NAMES[kind]} (${fingerprint}) is ${said(validity)}. Code scanning takes alerts for files of the repository alone; it was seen in: ${where}${more}.`);
	});
}
function ofIgnored(findings) {
	return findings.filter(isIgnored).slice(0, MOST).map(({ kind, fingerprint, ignored }) => notice("ignored-key", "note", `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`));
}
function ofUnfinished({ unfinished }) {
	return unfinished.slice(0, MOST).map((one) => notice("unfinished-containment", "warning", inPlain(unfinishedLine(one))));
}
function ofLeftOut(keys, places) {
	const parts = [...keys > 0 ? [counted(keys, "key")] : [], ...places > 0 ? [`${grouped(places)} ${places === 1 ? "place" : "places"} of others`] : []];
	return parts.length > 0 ? [tooMany(`Left out here: ${parts.join(", and ")}.`)] : [];
}
function tooMany(text) {
	return notice("too-many-places", "warning", `${text} The JSON report has all.`);
}
function notice(id, level, text) {
	return {
		descriptor: {
			id,
			index: NOTICES.findIndex((one) => one.id === id)
		},
		level,
		message: { text: escapePlain(clipText(text, LONGEST)).replaceAll("](", "] (") }
	};
}
// src/report/sarif/rules.ts
const REACH = {
	project: "models can be used at the cost of its project, and what is stored there can be read or changed",
	"service-account": "models can be used at the cost of its project, and what is stored there can be read or changed",
	admin: "the whole organisation can be managed: keys, members, projects and settings",
	user: "models can be used in every project its owner belongs to, at their cost",
	named: "models can be used at the cost of its project, and what is stored there can be read or changed",
	suspected: "models can be used at its owner's cost, if a real key stands behind it"
};
const SEVERITY = {
	admin: "10.0",
	project: "9.5",
	"service-account": "9.5",
	user: "9.5",
	named: "9.5",
	suspected: "5.0"
};
const PRECISION = {
	admin: "very-high",
	project: "very-high",
	"service-account": "very-high",
	user: "very-high",
	named: "high",
	suspected: "medium"
};
const DEAD = "2.0";
const RULES = Object.keys(REACH).flatMap((kind) => [ruleOf("leaked", kind), ruleOf("inactive", kind)]);
const PLACES = new Map(RULES.map(({ id }, index) => [id, index]));
function ruleFor({ kind, validity }) {
	const id = idOf(validity.kind === "inactive" ? "inactive" : "leaked", kind);
	return {
		id,
		index: PLACES.get(id) ?? -1
	};
}
function idOf(state, kind) {
	return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}
function ruleOf(state, kind) {
	const id = idOf(state, kind);
	const noun = nounOf(kind);
	const isDead = state === "inactive";
	const [first, ...steps] = isDead ? dead(noun) : live(noun, kind);
	return {
		id,
		name: pascal(id),
		shortDescription: { text: isDead ? `An inactive ${noun} is still here.` : `A ${noun} is exposed.`.replace(/^A (?=O)/, "An ") },
		fullDescription: { text: first },
		helpUri: HOME,
		help: {
			text: [first, ...steps].join("\n"),
			markdown: [first, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n")
		},
		defaultConfiguration: { level: isDead ? "note" : "error" },
		properties: {
			tags: [
				"security",
				"secret",
				"external/cwe/cwe-798"
			],
			precision: PRECISION[kind],
			"problem.severity": isDead ? "recommendation" : "error",
			"security-severity": isDead ? DEAD : SEVERITY[kind]
		}
	};
}
function nounOf(kind) {
	return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}
function live(noun, kind) {
	return [
		`The ${noun} that stands here is not known to be dead. Whoever has it can act as its owner: with it, ${REACH[kind]}.`,
		"Revoke the key at platform.openai.com. Taking it out of the file does not help: it stays in the history, and anyone may have fetched it.",
		"Look at what was done with it since it was exposed.",
		"Put another key in its place, with an expiry and only the permissions it needs, in a secret store.",
		"Take it out of the file."
	];
}
function dead(noun) {
	return [
		`The ${noun} that stands here does not work any more. It is still in the files, where it looks like one that does.`,
		"Take it out of the file, so that nobody copies it or looks into it again.",
		"History need not be rewritten for it."
	];
}
// src/report/sarif/results.ts
const MOST_OF_A_KEY = 100;
const LONGEST_PLACE = 160;
const LEVELS = {
	active: "error",
	unknown: "warning",
	inactive: "note"
};
function spotsOf({ sightings, validity }) {
	return bestFirst(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}
const FRAME = 1e3;
function placed(sightings, room) {
	const most = Math.min(room.results, MOST_OF_A_KEY);
	const seen = /* @__PURE__ */ new Map();
	const spots = [];
	let free = room.characters;
	for (const sighting of sightings) {
		if (spots.length === most) break;
		const uri = uriOf(sighting);
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
function resultsOf(finding, spots, change) {
	const { fingerprint, kind, confidence, validity, possession, identity, outcome, blocks } = finding;
	const { id: ruleId, index: ruleIndex } = ruleFor(finding);
	const [best] = spots;
	const properties = {
		fingerprint,
		keyKind: kind,
		confidence,
		validity: validity.kind,
		identity: identity.kind,
		possession,
		outcome: outcome.kind,
		blocks
	};
	return spots.map((spot, index) => ({
		ruleId,
		ruleIndex,
		level: LEVELS[validity.kind],
		message: { text: unlinked(index === 0 ? whole(finding, spot, change) : again(finding, spot, best ?? spot, change)) },
		locations: [locationOf(spot.sighting, spot.uri)],
		partialFingerprints: { "openaiKeyFingerprint/v1": [
			fingerprint,
			spot.uri,
			...spot.occurrence > 0 ? [spot.occurrence] : []
		].join(":") },
		properties
	}));
}
function whole(finding, { sighting }, change) {
	const { mask, fingerprint, validity, sightings, ignored } = finding;
	const use = usedOf(finding);
	const more = sightings.length - 1;
	const steps = advice(finding, change);
	return [
		`${nameOf(finding)} ${escapePlain(mask)} (${fingerprint}) ${tale(finding)}: ${said(validity).replace(/^\w+: /, "")}.`,
		`Seen in ${at(sighting, change)}${more > 0 ? `, and in ${grouped(more)} more ${more === 1 ? "place" : "places"}` : ""}.`,
		`Whose: ${inPlain(whose(finding))}.`,
		...use ? [`Used: ${inPlain(use)}`] : [],
		`Done: ${done(finding)}.`,
		...ignored ? [`Ignored: ${inPlain(excuse(ignored))}.`] : [],
		...steps.length > 0 ? ["Next:"] : [],
		...steps.map((step, index) => `${index + 1}. ${inPlain(step)}`)
	].join("\n");
}
function again(finding, { sighting }, best, change) {
	return [
		`${nameOf(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint}) stands here too.`,
		`Seen in ${at(sighting, change)}.`,
		`What is known of it, and what to do, is told at ${told$1(best.sighting)}.`
	].join("\n");
}
function nameOf(finding) {
	if (isRunsOwn(finding)) return "The OpenAI admin key of this run";
	return finding.kind === "suspected" ? "The suspected OpenAI key" : `The OpenAI ${KIND_NAMES[finding.kind]}`;
}
function tale(finding) {
	switch (finding.validity.kind) {
		case "active": return "works";
		case "inactive": return mayReturn(finding) ? "is inactive for now, and still here" : "is inactive, and still here";
		case "unknown": return "may work";
		default: return finding.validity;
	}
}
function at(sighting, change) {
	const { commit, inHead } = sighting;
	return [
		told$1(sighting),
		...commit === null || inHead ? [] : [`as commit ${short(escapePlain(commit))} has it`],
		...remarksOn(sighting, change)
	].join(", ");
}
function told$1(sighting) {
	return escapePlain(clipText(placeOf(sighting), LONGEST_PLACE));
}
function unlinked(text) {
	return text.replaceAll("](", "] (");
}
// src/report/sarif/sarif.ts
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const ROOM = {
	results: 5e3,
	characters: 12e6
};
function renderSarif(report, context) {
	const { change, gaps } = report;
	const { results, notifications } = told(report);
	return inertJson({
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
			...provenance(context),
			invocations: [{
				executionSuccessful: !gaps.some(isFailure),
				toolExecutionNotifications: notifications
			}],
			results
		}]
	});
}
function told(report) {
	const open = ranked(report.findings).filter((one) => !isIgnored(one)).map((finding) => ({
		finding,
		sightings: spotsOf(finding)
	})).filter(({ sightings }) => sightings.length > 0);
	const part = (whole) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
	const share = {
		results: part(ROOM.results),
		characters: part(ROOM.characters)
	};
	const all = open.map(({ finding, sightings }) => ({
		finding,
		sightings,
		spots: placed(sightings, share)
	}));
	const homeless = all.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
	const housed = all.filter(({ spots }) => spots.length > 0);
	const kept = housed.slice(0, ROOM.results);
	const inFiles = (all) => all.filter((one) => uriOf(one) !== null).length;
	const places = kept.reduce((sum, { sightings, spots }) => sum + inFiles(sightings) - spots.length, 0);
	return {
		results: kept.flatMap(({ finding, spots }) => resultsOf(finding, spots, report.change.kind)),
		notifications: [
			...ofGaps(report.gaps),
			...ofHomeless(homeless),
			...ofLeftOut(housed.length - kept.length, places),
			...ofUnfinished(report),
			...ofIgnored(report.findings)
		]
	};
}
function provenance({ head, runUrl }) {
	const [, repositoryUri] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
	if (repositoryUri === void 0 || !URL.canParse(repositoryUri)) return {};
	return { versionControlProvenance: [{
		repositoryUri: redactKeys(repositoryUri),
		...head === "" ? {} : { revisionId: head },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
export { renderSarif };
