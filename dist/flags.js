import { Qt as UsageError, Vt as hint, Xt as plain } from "./core.js";
import { parseArgs } from "node:util";
// src/flags.ts
const text = { type: "string" };
const list = {
	type: "string",
	multiple: true
};
const flag = { type: "boolean" };
const OPTIONS = {
	repo: text,
	files: flag,
	"skip-ignored": flag,
	staged: flag,
	pushed: flag,
	history: flag,
	unreachable: flag,
	stdin: flag,
	"stdin-name": text,
	paths: list,
	exclude: list,
	"on-leak": text,
	grace: text,
	"hold-if-used-within": text,
	"contain-preexisting": flag,
	approved: list,
	"dry-run": flag,
	"try-keys": text,
	protect: list,
	"max-contained": text,
	"fail-on": text,
	detail: text,
	"openai-base-url": text,
	"ignore-file": text,
	"audit-file": text,
	"write-baseline": flag,
	reason: text,
	until: text,
	format: text,
	output: text,
	color: text,
	quiet: flag,
	verbose: flag,
	version: flag,
	help: flag
};
function typed(args) {
	const { tokens } = parseArgs({
		args: [...args],
		options: OPTIONS,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		if (token.name === "openai-admin-key") throw new UsageError("The Admin API key is never a flag, where everyone on the machine can read it; set OPENAI_ADMIN_KEY.");
		const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name] : void 0;
		if (!option) throw new UsageError(`There is no flag ${shownWord(token.rawName)}.${hint(token.name, Object.keys(OPTIONS))} Try --help.`);
		if (option.type === "string" && token.value === void 0) throw new UsageError(`${token.rawName} needs a value after it.`);
		if (option.type === "boolean" && token.value !== void 0) throw new UsageError(`${token.rawName} takes no value.`);
	}
	const { values, positionals } = parseArgs({
		args: [...args],
		options: OPTIONS,
		allowPositionals: true
	});
	return {
		flags: values,
		words: positionals
	};
}
function valueOf(flags, name) {
	const value = flags[name];
	return Array.isArray(value) ? value.join("\n") : value === void 0 ? void 0 : String(value);
}
function oneOf(flags, name, words) {
	const value = valueOf(flags, name);
	const word = value === void 0 ? words[0] : words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}
function shownWord(word) {
	return JSON.stringify(plain(word ?? ""));
}
export { valueOf as i, shownWord as n, typed as r, oneOf as t };
