import "./rolldown-runtime.js";
import { Vt as conclude, zt as ranked } from "./core.js";
import { t as inertJson } from "./safe-json.js";
// src/report/json-finding.ts
function findingOf(finding) {
	const { fingerprint, kind, confidence, mask, validity, impact, outcome, containable, ignored, blocks } = finding;
	return {
		fingerprint,
		kind,
		confidence,
		mask,
		sightings: finding.sightings.map(sightingOf),
		identity: identityOf(finding.identity),
		possession: finding.possession,
		validity: {
			kind: validity.kind,
			because: validity.because
		},
		impact: impact && impactOf(impact),
		decision: decisionOf(finding.decision),
		outcome: outcomeOf(outcome),
		containable,
		ignored: ignored && {
			kind: ignored.kind,
			reason: ignored.reason,
			until: day(ignored.until)
		},
		blocks
	};
}
function sightingOf({ where, path, line, column, commit, author, at, encoding, member, inHead, preexisting }) {
	return {
		where,
		path,
		line,
		column,
		commit,
		author,
		at: time(at),
		encoding,
		member,
		inHead,
		preexisting
	};
}
function identityOf(identity) {
	switch (identity.kind) {
		case "ours": return {
			kind: identity.kind,
			record: recordOf(identity.record),
			chance: identity.chance
		};
		case "ambiguous": return {
			kind: identity.kind,
			candidates: identity.candidates.map(recordOf)
		};
		case "foreign": return { kind: identity.kind };
		case "unchecked": return {
			kind: identity.kind,
			because: identity.because
		};
		default: return identity;
	}
}
function recordOf({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }) {
	return {
		id,
		name,
		redacted,
		home: {
			kind: home.kind,
			id: home.id,
			name: home.name
		},
		owner: owner && {
			kind: owner.kind,
			id: owner.id,
			name: owner.name
		},
		createdAt: time(createdAt),
		lastUsedAt: time(lastUsedAt),
		expiresAt: time(expiresAt)
	};
}
function impactOf({ since, asOf, requests, inputTokens, outputTokens, cost, models, changes, createdBy, untold }) {
	return {
		since: time(since),
		asOf: time(asOf),
		requests,
		inputTokens,
		outputTokens,
		cost: cost && {
			value: cost.value,
			currency: cost.currency
		},
		models: models && models.map(({ model }) => model),
		byModel: models && models.map((use) => ({ ...use })),
		changes: changes && changes.map(({ what, at: when, id, name }) => ({
			what,
			at: time(when),
			id,
			name
		})),
		createdBy: createdBy && {
			kind: createdBy.kind,
			id: createdBy.id,
			name: createdBy.name
		},
		untold: untold.map(({ source, because }) => ({
			source,
			because
		}))
	};
}
function decisionOf(decision) {
	switch (decision.kind) {
		case "leave": return {
			kind: decision.kind,
			because: decision.because
		};
		case "rehearse": return { kind: decision.act.kind };
		case "quarantine":
		case "expire":
		case "revoke": return { kind: decision.kind };
		default: return decision;
	}
}
function outcomeOf(outcome) {
	switch (outcome.kind) {
		case "contained": return {
			kind: outcome.kind,
			by: outcome.by,
			verified: outcome.verified,
			at: outcome.at.toISOString(),
			endsAt: time(outcome.endsAt),
			scopesBefore: outcome.scopesBefore
		};
		case "already-gone": return { kind: outcome.kind };
		case "rehearsed":
		case "refused":
		case "failed":
		case "left": return {
			kind: outcome.kind,
			because: outcome.because
		};
		default: return outcome;
	}
}
function day(at) {
	return time(at)?.slice(0, 10) ?? null;
}
function time(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return at && year >= 0 && year <= 9999 ? at.toISOString() : null;
}
// src/report/json.ts
const SCHEMA = "openai-key-guard/report/v1";
function renderJson(report, version) {
	return inertJson(documentOf(report, version));
}
function documentOf(report, version) {
	const { change, coverage, findings, gaps, unfinished, askedAs } = report;
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	return {
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		conclusion: conclude(report),
		change: changeOf(change),
		coverage: {
			commits,
			blobs,
			bytes,
			texts,
			milliseconds
		},
		findings: ranked(findings).map(findingOf),
		gaps: gaps.map(({ kind, detail }) => ({
			kind,
			detail
		})),
		askedAs,
		unfinished: unfinished.map(({ fingerprint, id, act, at }) => ({
			fingerprint,
			id,
			act,
			at: time(at)
		}))
	};
}
function changeOf(change) {
	switch (change.kind) {
		case "range": return {
			kind: change.kind,
			base: change.base,
			head: change.head
		};
		case "history": return {
			kind: change.kind,
			unreachable: change.unreachable
		};
		case "staged": return { kind: change.kind };
		case "texts": return {
			kind: change.kind,
			of: change.of
		};
		case "files": return {
			kind: change.kind,
			globs: change.globs
		};
		case "stdin": return {
			kind: change.kind,
			name: change.name
		};
		default: return change;
	}
}
export { renderJson as t };
