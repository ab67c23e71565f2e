import "./rolldown-runtime.js";
import { NO_KEYS_FILE, UsageError, hasMarker, normalizeName, parseDuration, parseGrace, quoteValue, suggestNearest } from "./scan.js";
import { formatTarget, isSameTarget } from "./findings.js";
import { KEYS_ENTRY_FAULTS, KEYS_FILE_HOLDS_A_KEY, KEYS_FILE_PARTS, describeAllAndMore, describeControlCharacter, describeEmptyItem, describeHomeFile, describeKeyInTarget, describeKeysFieldFault, describeNoProgram, describeNoScopes, describeOpenQuote, describeSameTarget, describeScopeTwice, describeSharedPlace, describeShellSign, describeUnknownTarget, describeUselessEnvironment, describeWrongEnvironment, describeWrongOrganizationTarget, describeWrongRepositoryTarget, describeWrongScope, describeWrongSecretName, describeWrongTargetFile } from "./messages.js";
import { YamlFile } from "./ignore-file.js";
// src/settings/command-words.ts
const SHELL_SIGNS = "|&;<>$`()";
function splitCommand(text) {
	const words = [];
	let word = null;
	let quote = null;
	for (const sign of text) if (quote !== null) {
		if (sign === quote) quote = null;
		else word = `${word ?? ""}${sign}`;
	} else if (sign === "'" || sign === "\"") {
		quote = sign;
		word ??= "";
	} else if (sign === " " || sign === "	") {
		if (word !== null) words.push(word);
		word = null;
	} else if (SHELL_SIGNS.includes(sign) || sign === "~" && word === null) return {
		kind: "shell-sign",
		sign
	};
	else word = `${word ?? ""}${sign}`;
	if (quote !== null) return { kind: "open-quote" };
	return {
		kind: "words",
		words: word === null ? words : [...words, word]
	};
}
// src/settings/rotation-target.ts
const KINDS$1 = [
	"github",
	"github-org",
	"dependabot",
	"codespaces",
	"command",
	"file"
];
function parseTarget(name, text) {
	const given = text.trim();
	if (hasMarker(given)) throw new UsageError(describeKeyInTarget(name));
	const told = [name, quoteValue(given)];
	if (/\p{Cc}/u.test(given)) throw new UsageError(describeControlCharacter(...told));
	const [, word = given, rest = ""] = /^([^:]*):(.*)$/u.exec(given) ?? [];
	const kind = KINDS$1.find((one) => given.startsWith(`${one}:`));
	switch (kind) {
		case "github":
		case "dependabot":
		case "codespaces": return parseRepositoryTarget(kind, rest, told);
		case "github-org": return parseOrganizationTarget(rest, told);
		case "command": return {
			kind,
			argv: parseCommand(rest, told)
		};
		case "file": return {
			kind,
			path: parseFile(rest, told)
		};
		case void 0: throw new UsageError(describeUnknownTarget(...told, KINDS$1, suggestNearest(word, KINDS$1)));
		default: return kind;
	}
}
const LOGIN = /^[A-Za-z0-9][\w-]{0,98}$/;
const REPOSITORY = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const SECRET = /^(?!GITHUB_)[A-Z_]\w{0,254}$/i;
const LONGEST_ENVIRONMENT = 255;
function parseRepositoryTarget(kind, text, told) {
	const [, owner = "", repo = "", secret = "", environment] = /^([^/]*)\/([^/]*)\/([^@]*)(?:@(.*))?$/.exec(text) ?? [];
	if (!LOGIN.test(owner) || !REPOSITORY.test(repo)) throw new UsageError(describeWrongRepositoryTarget(...told, kind));
	checkSecretName(secret, told);
	if (kind !== "github") {
		if (environment !== void 0) throw new UsageError(describeUselessEnvironment(...told, kind));
		return {
			kind,
			owner,
			repo,
			secret
		};
	}
	if (environment === void 0) return {
		kind,
		owner,
		repo,
		secret,
		environment: null
	};
	if (!(environment.trim() !== "" && environment.length <= LONGEST_ENVIRONMENT) || environment !== environment.trim()) throw new UsageError(describeWrongEnvironment(...told));
	return {
		kind,
		owner,
		repo,
		secret,
		environment
	};
}
function parseOrganizationTarget(text, told) {
	const [, org = "", secret = ""] = /^([^/]*)\/(.*)$/.exec(text) ?? [];
	if (!LOGIN.test(org)) throw new UsageError(describeWrongOrganizationTarget(...told));
	checkSecretName(secret, told);
	return {
		kind: "github-org",
		org,
		secret
	};
}
function checkSecretName(secret, told) {
	if (!SECRET.test(secret)) throw new UsageError(describeWrongSecretName(...told, quoteValue(secret)));
}
function parseCommand(text, told) {
	const split = splitCommand(text);
	if (split.kind === "open-quote") throw new UsageError(describeOpenQuote(...told));
	if (split.kind === "shell-sign") throw new UsageError(describeShellSign(...told, split.sign));
	const [program, ...args] = split.words;
	if (program === void 0 || program === "") throw new UsageError(describeNoProgram(...told));
	return [program, ...args];
}
function parseFile(path, told) {
	if (/^~[\\/]?/.test(path)) throw new UsageError(describeHomeFile(...told));
	if (path === "" || /(?:^|[/\\])(?:\.{1,2})?$/.test(path)) throw new UsageError(describeWrongTargetFile(...told));
	return path;
}
// src/settings/scopes.ts
const ALL = "all";
const SCOPE = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;
function parseScopes(name, words) {
	const [first, ...rest] = words;
	if (first === void 0) throw new UsageError(describeNoScopes(name));
	const wrong = words.find((word) => word.length > 100 || !SCOPE.test(word));
	if (wrong !== void 0) throw new UsageError(describeWrongScope(name, quoteValue(wrong)));
	if (words.includes(ALL)) {
		if (rest.length > 0) throw new UsageError(describeAllAndMore(name));
		return { kind: "all" };
	}
	const twice = words.find((word, index) => words.indexOf(word) !== index);
	if (twice !== void 0) throw new UsageError(describeScopeTwice(name, quoteValue(twice)));
	return {
		kind: "some",
		scopes: [first, ...rest]
	};
}
// src/rotate/keys-file/parse-entry.ts
const KINDS = ["service-account", "key"];
const FIELDS = [
	...KINDS,
	"project",
	"lives-in",
	"scopes",
	"expires-in",
	"rotate-every"
];
const LONGEST_NAME = 200;
function parseKeysEntry(yaml, item) {
	return new EntryReader(yaml, item).read();
}
var EntryReader = class {
	#yaml;
	#item;
	#fields;
	constructor(yaml, item) {
		this.#yaml = yaml;
		this.#item = item;
		this.#fields = yaml.readFields(item, FIELDS, KEYS_FILE_PARTS.entry);
	}
	read() {
		const kind = this.#findKind();
		return {
			kind,
			name: this.#readName(kind) ?? "",
			project: this.#readName("project"),
			targets: this.#readTargets(),
			scopes: this.#readScopes(),
			expiresIn: this.#readTime("expires-in", parseGrace),
			rotateEvery: this.#readTime("rotate-every", parseDuration),
			line: this.#yaml.findLine(this.#item)
		};
	}
	#findKind() {
		const [kind, second] = KINDS.filter((word) => this.#fields.has(word));
		if (kind === void 0) throw this.#yaml.createError(this.#item, KEYS_ENTRY_FAULTS.nameless);
		if (second !== void 0) throw this.#yaml.createError(this.#getPlace(second), KEYS_ENTRY_FAULTS.many);
		return kind;
	}
	#readName(field) {
		const name = this.#readText(field);
		if (name === null) return null;
		if (name.startsWith("sk-") || hasMarker(name)) throw this.#createError(field, "is-key");
		if (name.length > LONGEST_NAME) throw this.#createError(field, "long");
		return name;
	}
	#readTargets() {
		const field = this.#fields.get("lives-in");
		if (!field) throw this.#yaml.createError(this.#item, KEYS_ENTRY_FAULTS.homeless);
		const targets = [];
		for (const item of this.#yaml.readItems(field, "lives-in")) {
			const text = this.#readItem(item, KEYS_FILE_PARTS.place, "lives-in");
			const target = this.#at(item, () => parseTarget("lives-in", text));
			if (targets.some((other) => isSameTarget(other, target))) throw this.#yaml.createError(item, describeSameTarget("lives-in", quoteValue(formatTarget(target))));
			targets.push(target);
		}
		const [first, ...rest] = targets;
		if (first === void 0) throw this.#createError("lives-in", "no-places");
		return [first, ...rest];
	}
	#readScopes() {
		const field = this.#fields.get("scopes");
		if (!field) return null;
		const items = this.#yaml.readItems(field, "scopes");
		if (items.length === 0) throw this.#createError("scopes", "no-scopes");
		const words = items.map((item) => {
			const word = this.#readItem(item, KEYS_FILE_PARTS.scope, "scopes");
			this.#at(item, () => parseScopes("scopes", [word]));
			return word;
		});
		return this.#at(field.at, () => parseScopes("scopes", words));
	}
	#readTime(field, parse) {
		const text = this.#readText(field);
		if (text === null) return null;
		const seconds = this.#at(this.#getPlace(field), () => parse(field, text));
		if (seconds === 0) throw this.#createError(field, "no-time");
		return seconds;
	}
	#readText(field) {
		const value = this.#fields.get(field);
		if (!value) return null;
		const text = this.#yaml.readText(value.value, field);
		if (!text) throw this.#createError(field, "empty");
		return text;
	}
	#readItem(item, what, list) {
		const text = this.#yaml.readText(item, what);
		if (!text) throw this.#yaml.createError(item, describeEmptyItem(list));
		return text;
	}
	#at(place, parse) {
		try {
			return parse();
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			throw this.#yaml.createError(place, error.message);
		}
	}
	#createError(field, fault) {
		return this.#yaml.createError(this.#getPlace(field), describeKeysFieldFault(field, fault));
	}
	#getPlace(field) {
		return this.#fields.get(field)?.at ?? this.#item;
	}
};
// src/rotate/keys-file/parse.ts
const FILE_FIELDS = ["keys"];
function parseKeysFile(text, name) {
	const yaml = new YamlFile(text, name, KEYS_FILE_HOLDS_A_KEY);
	const field = yaml.readFields(yaml.top, FILE_FIELDS, KEYS_FILE_PARTS.file).get("keys");
	if (!field) return NO_KEYS_FILE;
	const keys = [];
	for (const item of yaml.readItems(field, "keys")) {
		const entry = parseKeysEntry(yaml, item);
		if (keys.some((other) => isSameKey(other, entry))) throw yaml.createError(item, KEYS_ENTRY_FAULTS.duplicate);
		const shared = findSharedPlace(keys, entry);
		if (shared !== null) throw yaml.createError(item, describeSharedPlace(quoteValue(shared.place), shared.line));
		keys.push(entry);
	}
	return { keys };
}
function isSameKey(one, other) {
	const [a, b] = [one, other].map(({ kind, name, project }) => {
		return JSON.stringify([
			kind,
			normalizeName(name),
			project === null ? null : normalizeName(project)
		]);
	});
	return a === b;
}
function findSharedPlace(keys, { targets }) {
	for (const { targets: others, line } of keys) {
		const same = targets.find((target) => others.some((other) => isSameTarget(other, target)));
		if (same !== void 0) return {
			place: formatTarget(same),
			line
		};
	}
	return null;
}
export { parseKeysFile };
