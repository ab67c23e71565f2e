import "./rolldown-runtime.js";
import { DEFAULTS, SYSTEM_CLOCK, UsageError, VERSION, createWorld, findCheckout, openAuditJournal, openScanTarget, parseSettings, parseWord, quoteValue, renderJson, restrictPolicy, restrictReport, scanChange, suggestNearest } from "./scan.js";
// src/library/options.ts
function parseScanOptions(options) {
	if (!isRecord(options)) throw isNot("the argument of scan()", options, "an object, as { place, repo, settings }");
	refuseUnknown("option", Object.keys(options), [
		"place",
		"repo",
		"settings",
		"signal"
	]);
	const { place, repo, settings, signal } = options;
	if (repo !== void 0 && typeof repo !== "string") throw isNot("repo", repo, "a string");
	if (signal !== void 0 && !(signal instanceof AbortSignal)) throw isNot("signal", signal, "an AbortSignal");
	return {
		...place !== void 0 && { place: parseTarget(place) },
		...repo !== void 0 && { repo },
		...settings !== void 0 && { settings: parseLibrarySettings(settings) },
		...signal !== void 0 && { signal }
	};
}
const ACTION_ONLY = [
	"scan",
	"comment",
	"github-token",
	"report-file",
	"sarif-file",
	"doctor"
];
function parseLibrarySettings(settings) {
	if (!isRecord(settings)) throw isNot("settings", settings, "an object, as { \"dry-run\": \"true\" }");
	const actionOnly = Object.keys(settings).find((name) => ACTION_ONLY.includes(name));
	if (actionOnly !== void 0) throw new UsageError(`The setting ${actionOnly} works in the Action alone; leave it out.`);
	const names = Object.keys(DEFAULTS).filter((name) => !ACTION_ONLY.includes(name));
	refuseUnknown("setting", Object.keys(settings), names);
	for (const [name, value] of Object.entries(settings)) if (value !== void 0 && typeof value !== "string") throw isNot(name, value, "a string, as in a workflow");
	return settings;
}
const TEXT = {
	isValid: (value) => typeof value === "string",
	expected: "a string"
};
const TEXT_OR_NULL = {
	isValid: (value) => value === null || typeof value === "string",
	expected: "a string or null"
};
const FLAG = {
	isValid: (value) => typeof value === "boolean",
	expected: "true or false",
	fallback: false
};
const GLOBS = {
	isValid: (value) => Array.isArray(value) && value.every((glob) => typeof glob === "string"),
	expected: "an array of globs"
};
const STREAM = {
	isValid: (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
	expected: "a stream of bytes"
};
const TARGET_FIELDS = {
	range: { range: TEXT_OR_NULL },
	commits: {
		base: TEXT_OR_NULL,
		head: TEXT
	},
	staged: {},
	pushed: {
		stream: STREAM,
		remote: {
			...TEXT_OR_NULL,
			fallback: null
		}
	},
	history: { unreachable: FLAG },
	files: {
		globs: GLOBS,
		ignored: FLAG
	},
	stdin: {
		stream: STREAM,
		name: TEXT
	}
};
function parseTarget(target) {
	if (!isRecord(target)) throw isNot("place", target, "an object, as { kind: \"range\", range: \"main..HEAD\" }");
	const { kind: given, ...rest } = target;
	const kinds = Object.keys(TARGET_FIELDS);
	if (typeof given !== "string") throw isNot("place.kind", given, `one of ${kinds.join(", ")}`);
	const kind = parseWord("place.kind", given, kinds);
	const fields = TARGET_FIELDS[kind];
	refuseUnknown(`field of a place of kind ${kind}`, Object.keys(rest), Object.keys(fields));
	const values = Object.entries(fields).map(([name, { isValid, expected, fallback }]) => {
		const value = rest[name] ?? fallback;
		if (!isValid(value)) throw isNot(`place.${name}`, value, expected);
		return [name, value];
	});
	return {
		kind,
		...Object.fromEntries(values)
	};
}
function refuseUnknown(what, names, known) {
	const unknown = names.find((name) => !known.includes(name));
	if (unknown === void 0) return;
	throw new UsageError(`There is no ${what} ${quoteValue(unknown)}.${suggestNearest(unknown, known)}`);
}
function isNot(name, value, expected) {
	return new UsageError(`${name} is ${describeValue(value)}; it must be ${expected}.`);
}
function describeValue(value) {
	if (typeof value === "string") return quoteValue(value);
	if (Array.isArray(value)) return "an array";
	if (value !== null && typeof value === "object") return "an object";
	return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}
// src/library.ts
async function scan(options = {}) {
	const { place = {
		kind: "range",
		range: null
	}, repo = ".", settings: given, signal } = parseScanOptions(options);
	const settings = parseSettings((name) => given?.[name]);
	const { paths, exclude, ignoreFile } = settings;
	const { env: environment } = process;
	const audit = {
		run: { version: VERSION },
		clock: SYSTEM_CLOCK,
		checkouts: [await findCheckout(repo) ?? repo]
	};
	const journal = await openAuditJournal(settings.auditFile, audit);
	const { change, source, basePolicy } = await openScanTarget(place, {
		repo,
		environment,
		paths,
		exclude,
		ignoreFile,
		progress: () => {}
	});
	const world = createWorld({
		source,
		settings,
		environment,
		journal,
		ignores: async () => basePolicy.ignore,
		isCancelled: () => signal?.aborted === true
	});
	const report = await scanChange(change, world, restrictPolicy(settings.policy, basePolicy));
	const shown = restrictReport(report, settings.detail === "full" ? "full" : "minimal");
	return JSON.parse(renderJson(shown, VERSION));
}
export { UsageError, VERSION, scan };
