import { i as __toESM } from "./rolldown-runtime.js";
import { c as UsageError } from "./tokens.js";
import { t as quoted } from "./quoted.js";
import { posix } from "node:path";
// src/sources/paths.ts
const OPTIONS = {
	dot: true,
	windows: false
};
async function pathFilter(paths, exclude) {
	if (paths.length === 0 && exclude.length === 0) return () => true;
	const { wanted, unwanted, names } = await globsIn(paths, exclude);
	const isNamed = (path) => names.some((name) => path === name || path.startsWith(`${name}/`) || name === ".");
	const { default: micromatch } = await import("./micromatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const matcher = (glob) => {
		const matches = micromatch.matcher(glob, OPTIONS);
		return (path) => matches(path);
	};
	const isWanted = wanted.map(matcher);
	const isUnwanted = await Promise.all(unwanted.map((glob) => matcherWithFolders(glob, matcher)));
	if (paths.length > 0 && wanted.length === 0 && names.length === 0) throw onlyLeavesOut(paths);
	return (path) => (paths.length === 0 || isNamed(path) || isWanted.some((matches) => matches(path))) && !isUnwanted.some((matches) => matches(path));
}
async function matcherWithFolders(glob, matcher) {
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const matches = matcher(glob);
	return glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob)) ? (path) => foldersOf(path).some(matches) : matches;
}
async function globsIn(paths, exclude) {
	const { default: micromatch } = await import("./micromatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const checked = (glob) => {
		const fault = faultIn(glob) ?? unbalanced(glob, micromatch.makeRe);
		if (fault !== null) throw new UsageError(`The glob ${quoted(glob)} ${fault}.`);
		return glob.replace(/^(?:\.\/)+/, "");
	};
	const wanted = [];
	const unwanted = exclude.map(checked);
	const names = [];
	for (const glob of paths) if (isNegative(glob)) unwanted.push(checked(glob.slice(1)));
	else if (fastGlob.isDynamicPattern(checked(glob))) wanted.push(checked(glob));
	else names.push(checked(glob).replace(/\/+$/, "") || ".");
	return {
		wanted,
		unwanted,
		names
	};
}
function onlyLeavesOut(globs) {
	return new UsageError(`The glob ${quoted(globs[0] ?? "")} only leaves out; add what to look at, such as **, or use exclude.`);
}
function isNegative(glob) {
	return glob.startsWith("!") && glob[1] !== "(";
}
function faultIn(glob) {
	if (glob.trim() === "") return "is empty; write ** for everything";
	if (/\p{Cc}/u.test(glob)) return "holds a control character; write ? for it";
	if (isNegative(glob)) return "is negated; what is excluded needs no ! before it";
	if (/^(?:[/\\]|[a-z]:)/i.test(glob)) return "is an absolute path; write it from the top of the repository, as in src/**";
	if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return "leaves the repository; write it from the top, without ..";
	if (/\\[\p{L}\p{N}_]/u.test(glob)) return "has a backslash, which only goes before * ? [ ] { } ( ) ! + @; write / between folders";
	if (/[*?\]}]\/$/.test(glob)) return "ends in a slash, so that it matches no file; write ** after it";
	return null;
}
function unbalanced(glob, makeRe) {
	const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
	if (plain.split("}").length > plain.split("{").length) return "has a } without a { before it; put a backslash before it";
	try {
		makeRe(glob, {
			...OPTIONS,
			strictBrackets: true,
			fastpaths: false
		});
		return null;
	} catch (error) {
		const which = /(opening|closing).*?"(.)"/.exec(error.message);
		return which ? `lacks ${which[2]}; close it, or put a backslash before what it should match` : "cannot be read; write it simpler";
	}
}
function foldersOf(path) {
	const parts = path.split("/");
	return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
export { onlyLeavesOut as n, pathFilter as r, globsIn as t };
