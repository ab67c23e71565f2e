import "./rolldown-runtime.js";
import { DIGEST, FieldReader, REPOSITORY_NAME, formatSealed, parseSealed } from "./plan-document.js";
import { READ_STATES } from "./report.js";
// src/sweep/documents/record-document.ts
const PLACES = [
	"file",
	"commit-message",
	"tag-message",
	"path",
	"pull-request",
	"stdin"
];
const KINDS = Object.keys({
	user: 0,
	project: 0,
	"service-account": 0,
	admin: 0,
	named: 0,
	suspected: 0,
	"codex-access-token": 0,
	"agent-identity": 0,
	"chatgpt-login": 0
});
const CONFIDENCES = [
	"certain",
	"likely",
	"suspected"
];
const ENCODINGS = [
	"plain",
	"base64",
	"hex",
	"utf-16",
	"utf-32",
	"char-codes",
	"reversed",
	"rot13",
	"percent",
	"split"
];
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const GAP_WORD = /^[a-z-]{1,40}$/;
function formatRecord({ id, name, state, refs, coverage, silent, keys, gaps }) {
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	return {
		id,
		name,
		state,
		refs,
		coverage: {
			commits,
			blobs,
			bytes,
			texts,
			milliseconds
		},
		silent: {
			publishedExamples: silent["published-example"],
			placeholders: silent.placeholder,
			sequences: silent.sequence,
			repetitions: silent.repetition
		},
		keys: keys.map(({ fingerprint, mask, kind, confidence, objects, sightings }) => {
			return {
				fingerprint,
				mask,
				kind,
				confidence,
				objects,
				sightings: sightings.map(formatPlace)
			};
		}),
		gaps: gaps.map(({ kind, cause, detail, path }) => {
			return {
				kind,
				detail,
				...cause === void 0 ? {} : { cause },
				...path === void 0 ? {} : { path }
			};
		})
	};
}
function formatPlace(sighting) {
	const { where, path, line, column, commit, author, at, encoding, member, inHead, unlisted } = sighting;
	return {
		where,
		path,
		line,
		column,
		commit,
		author,
		at: at !== null && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
		encoding,
		member,
		inHead,
		...unlisted === void 0 ? {} : { unlisted }
	};
}
function parseRecord(field) {
	const [coverage, silent] = [field.get("coverage"), field.get("silent")];
	return {
		id: field.get("id").count(),
		name: field.get("name").text(REPOSITORY_NAME),
		state: field.get("state").word(READ_STATES),
		refs: field.get("refs").orNull((one) => one.text(DIGEST)),
		coverage: {
			commits: coverage.get("commits").count(),
			blobs: coverage.get("blobs").count(),
			bytes: coverage.get("bytes").count(),
			texts: coverage.get("texts").count(),
			milliseconds: coverage.get("milliseconds").count()
		},
		silent: {
			"published-example": silent.get("publishedExamples").count(),
			placeholder: silent.get("placeholders").count(),
			sequence: silent.get("sequences").count(),
			repetition: silent.get("repetitions").count()
		},
		keys: field.get("keys").list().map(parseKey),
		gaps: field.get("gaps").list().map(parseGap)
	};
}
function parseKey(field) {
	return {
		fingerprint: field.get("fingerprint").text(/^[0-9a-f]{16}$/),
		mask: field.get("mask").text(/^[\w-]{0,80}…[\w-]{0,4}$/),
		kind: field.get("kind").word(KINDS),
		confidence: field.get("confidence").word(CONFIDENCES),
		objects: field.get("objects").list().map((one) => one.text(OBJECT_ID)),
		sightings: field.get("sightings").list().map(parsePlace)
	};
}
function parsePlace(field) {
	const unlisted = field.get("unlisted").orNothing((one) => one.count());
	const readText = (one) => one.text();
	const readCount = (one) => one.count();
	return {
		where: field.get("where").word(PLACES),
		path: field.get("path").orNull(readText),
		line: field.get("line").orNull(readCount),
		column: field.get("column").orNull(readCount),
		commit: field.get("commit").orNull((one) => one.text(OBJECT_ID)),
		author: field.get("author").orNull(readText),
		at: field.get("at").orNull((one) => one.time()),
		encoding: field.get("encoding").word(ENCODINGS),
		member: field.get("member").orNull(readText),
		inHead: field.get("inHead").boolean(),
		preexisting: false,
		...unlisted === void 0 ? {} : { unlisted }
	};
}
function parseGap(field) {
	const cause = field.get("cause").orNothing((one) => one.text(GAP_WORD));
	const path = field.get("path").orNothing((one) => one.text());
	return {
		kind: field.get("kind").text(GAP_WORD),
		detail: field.get("detail").text(),
		...cause === void 0 ? {} : { cause },
		...path === void 0 ? {} : { path }
	};
}
// src/sweep/documents/shard-document.ts
function formatShard({ plan, shard, repositories }) {
	return formatSealed("shard", {
		plan,
		shard,
		repositories: repositories.map(formatRecord)
	}).text;
}
function parseShard(text, file) {
	const root = new FieldReader(parseSealed("shard", text, file).fields, {
		file,
		kind: "shard",
		path: ""
	});
	return {
		plan: root.get("plan").text(DIGEST),
		shard: root.get("shard").count(),
		repositories: root.get("repositories").list().map(parseRecord)
	};
}
function formatState({ organization, at, repositories }) {
	const content = {
		organization,
		at: at.toISOString(),
		repositories: repositories.map(formatRecord)
	};
	return formatSealed("state", content).text;
}
function parseState(text, file) {
	const root = new FieldReader(parseSealed("state", text, file).fields, {
		file,
		kind: "state",
		path: ""
	});
	return {
		organization: root.get("organization").text(/^[\w.-]+$/),
		at: root.get("at").time(),
		repositories: root.get("repositories").list().map(parseRecord)
	};
}
export { formatShard, formatState, parseShard, parseState };
