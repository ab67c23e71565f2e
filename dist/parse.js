import "./rolldown-runtime.js";
import { KEYS_FILE_PARTS, NO_KEYS_FILE, UsageError, hasMarker, normalizeName, parseDuration, parseGrace, quoteValue } from "./scan.js";
import { formatTarget, isSameTarget } from "./findings.js";
import { KEYS_ENTRY_FAULTS, KEYS_FILE_HOLDS_A_KEY, describeEmptyItem, describeKeysFieldFault, describeSameTarget, describeSharedPlace } from "./messages.js";
import { YamlFile } from "./ignore-file.js";
import { parseScopes, parseTarget } from "./scopes.js";
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
