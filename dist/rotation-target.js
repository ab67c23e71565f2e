import { UsageError, hasMarker, quoteValue, suggestNearest } from "./scan.js";
import { formatTarget, isSameTarget } from "./findings.js";
import { describeControlCharacter, describeHomeFile, describeKeyInTarget, describeNoProgram, describeOpenQuote, describeSameTarget, describeShellSign, describeUnknownTarget, describeUselessEnvironment, describeWrongEnvironment, describeWrongOrganizationTarget, describeWrongRepositoryTarget, describeWrongSecretName, describeWrongTargetFile } from "./messages.js";
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
const KINDS = [
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
	const kind = KINDS.find((one) => given.startsWith(`${one}:`));
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
		case void 0: throw new UsageError(describeUnknownTarget(...told, KINDS, suggestNearest(word, KINDS)));
		default: return kind;
	}
}
function parseTargets(name, texts) {
	const targets = texts.map((text) => parseTarget(name, text));
	const again = targets.find((target, index) => targets.slice(0, index).some((other) => isSameTarget(other, target)));
	if (again !== void 0) throw new UsageError(describeSameTarget(name, quoteValue(formatTarget(again))));
	return targets;
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
export { parseTarget, parseTargets };
