import "./rolldown-runtime.js";
import { DEFAULTS, EXPECTED, INPUT_FORMATS, SCAN_ARGUMENT, SYSTEM_CLOCK, UsageError, VERSION, createWorld, describeActionSetting, describeOneOf, describePlaceField, describeUnknownOption, describeWrongType, findCheckout, openAuditJournal, openScanTarget, parseSettings, parseWord, quoteValue, renderJson, restrictPolicy, restrictReport, scanChange, suggestNearest } from "./scan.js";
// src/library/options.ts
function parseScanOptions(options) {
	if (!isRecord(options)) throw isNot(SCAN_ARGUMENT, options, EXPECTED.argument);
	refuseUnknown("option", Object.keys(options), [
		"place",
		"repo",
		"settings",
		"signal"
	]);
	const { place, repo, settings, signal } = options;
	if (repo !== void 0 && typeof repo !== "string") throw isNot("repo", repo, EXPECTED.text);
	if (signal !== void 0 && !(signal instanceof AbortSignal)) throw isNot("signal", signal, EXPECTED.signal);
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
	"proof-file",
	"notify-url",
	"notify-when",
	"notify-format",
	"doctor",
	"close-alerts"
];
function parseLibrarySettings(settings) {
	if (!isRecord(settings)) throw isNot("settings", settings, EXPECTED.settings);
	const actionOnly = Object.keys(settings).find((name) => ACTION_ONLY.includes(name));
	if (actionOnly !== void 0) throw new UsageError(describeActionSetting(actionOnly));
	const names = Object.keys(DEFAULTS).filter((name) => !ACTION_ONLY.includes(name));
	refuseUnknown("setting", Object.keys(settings), names);
	for (const [name, value] of Object.entries(settings)) if (value !== void 0 && typeof value !== "string") throw isNot(name, value, EXPECTED.setting);
	return settings;
}
const TEXT = {
	isValid: (value) => typeof value === "string",
	expected: EXPECTED.text
};
const TEXT_OR_NULL = {
	isValid: (value) => value === null || typeof value === "string",
	expected: EXPECTED.textOrNull
};
const FLAG = {
	isValid: (value) => typeof value === "boolean",
	expected: EXPECTED.flag,
	fallback: false
};
const GLOBS = {
	isValid: (value) => Array.isArray(value) && value.every((glob) => typeof glob === "string"),
	expected: EXPECTED.globs
};
const STREAM = {
	isValid: (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
	expected: EXPECTED.stream
};
const INPUT_FORMAT = {
	isValid: (value) => INPUT_FORMATS.some((format) => format === value),
	expected: describeOneOf(INPUT_FORMATS),
	fallback: "text"
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
		name: TEXT,
		format: INPUT_FORMAT
	}
};
function parseTarget(target) {
	if (!isRecord(target)) throw isNot("place", target, EXPECTED.place);
	const { kind: given, ...rest } = target;
	const kinds = Object.keys(TARGET_FIELDS);
	if (typeof given !== "string") throw isNot("place.kind", given, `one of ${kinds.join(", ")}`);
	const kind = parseWord("place.kind", given, kinds);
	const fields = TARGET_FIELDS[kind];
	refuseUnknown(describePlaceField(kind), Object.keys(rest), Object.keys(fields));
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
	throw new UsageError(describeUnknownOption(what, quoteValue(unknown), suggestNearest(unknown, known)));
}
function isNot(name, value, expected) {
	return new UsageError(describeWrongType(name, describeValue(value), expected));
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
		pathsName: "paths",
		otherVendors: false,
		exclude,
		ignoreFile,
		progress: () => {}
	});
	const policy = restrictPolicy(settings.policy, basePolicy);
	const isCancelled = () => signal?.aborted === true;
	const world = createWorld({
		source,
		settings,
		environment,
		journal,
		ignores: async () => basePolicy,
		keysFile: async () => {
			const { readLocalBaseKeys } = await import("./github.js").then((n) => n.base_keys_exports);
			return await readLocalBaseKeys(change, {
				repo,
				environment
			}, settings);
		},
		replaceKey: policy.onLeak === "rotate" ? (await import("./rotation.js").then((n) => n.connection_exports)).openKeyReplacer({
			settings: {
				...settings,
				policy
			},
			environment,
			clock: SYSTEM_CLOCK,
			apiUrl: "https://api.github.com",
			checkouts: audit.checkouts,
			onKeyCreated: () => {}
		}) : null,
		isCancelled
	});
	const report = await scanChange(change, world, policy);
	const shown = restrictReport(report, settings.detail === "full" ? "full" : "minimal");
	return JSON.parse(renderJson(shown, VERSION));
}
export { UsageError, VERSION, scan };
