import { Xt as suggestNearest, en as escapePlain, on as UsageError } from "./core.js";
import { n as flagOf, o as flagsOf, t as FLAGS } from "./help-flags.js";
import { parseArgs } from "node:util";
// src/cli/flags.ts
const OPTIONS = Object.fromEntries(Object.keys(FLAGS).map((name) => {
	const { value, repeats = false } = flagOf(name);
	return [name, {
		type: value === null ? "boolean" : "string",
		multiple: repeats
	}];
}));
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
		if (!option) throw new UsageError(`There is no flag ${shownWord(token.rawName)}.${suggestNearest(token.name, Object.keys(OPTIONS))} Try --help.`);
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
function refuseForeign(flags, command) {
	const own = flagsOf(command);
	const foreign = Object.keys(flags).find((name) => !own.includes(name));
	if (foreign !== void 0) throw new UsageError(`${command} takes no --${foreign}; try ${command} --help.`);
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
	return JSON.stringify(escapePlain(word ?? ""));
}
export { valueOf as a, typed as i, refuseForeign as n, shownWord as r, oneOf as t };
