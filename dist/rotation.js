import { __exportAll } from "./rolldown-runtime.js";
import { NO_KEYS_FILE, STYLES, SYSTEM_CLOCK, UsageError, checkEntries, computeFingerprint, concludeRotation, decide, describeUnrecordedEnd, escapeHref, escapePlain, formatDecision, formatIsoTime, formatOutcome, formatSafeJson, formatTime, getErrorCode, hasMarker, isContainment, normalizeName, paintTitle, parseDuration, parseGrace, parseLines, quoteValue, resolveOutputPath, suggestNearest, toShownSigns } from "./scan.js";
import { containRecorded, createKeyOrder, describeLeft, explainUnresumable, findKeysEntry, findOldKey, formatTarget, isOrderedKey, isRotationDue, isSameTarget, listCreatedBy, listSuccessors, mayBeRedactedAs, planRotation } from "./findings.js";
import { FEDERATION_SECTIONS, REPOSITORY as REPOSITORY$1, ROTATION_SECTIONS, describeFederations, describeGoOn, describeHolds, describeKeys, describeOrganization, describePlan, describeRotationAdvice, describeRotationSum, describeRunning, describeVerdict, formatFederation, formatMarkdown, formatMarkdownProse, formatPlain, formatProse, isHidden, measureColumns, nameTarget, renderFederations as renderFederations$1, truncateList, words, wrap } from "./report.js";
import { KEYS_ENTRY_FAULTS, KEYS_FILE_HOLDS_A_KEY, KEYS_FILE_PARTS, describeAllAndMore, describeControlCharacter, describeEmptyItem, describeEmptyKeyName, describeHomeFile, describeKeyAsName, describeKeyBesideDue, describeKeyInTarget, describeKeysFieldFault, describeLeftOutPlace, describeNoProgram, describeNoScopes, describeNothingToRotate, describeOpenQuote, describeResumeWithoutFile, describeSameTarget, describeScopeTwice, describeSettingBesideDue, describeSharedPlace, describeShellSign, describeUnknownTarget, describeUselessEnvironment, describeUselessWiden, describeWrongEnvironment, describeWrongOrganizationTarget, describeWrongOverlap, describeWrongRepositoryTarget, describeWrongScope, describeWrongSecretName, describeWrongTargetFile } from "./messages.js";
import { YamlEntry, YamlFile } from "./ignore-file.js";
const randomBytes = (...args) => process.getBuiltinModule("node:crypto").randomBytes(...args);
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const constants = process.getBuiltinModule("node:fs").constants;
const spawn = process.getBuiltinModule("node:child_process").spawn;
const basename = process.getBuiltinModule("node:path").basename;
const delimiter = process.getBuiltinModule("node:path").delimiter;
const dirname = process.getBuiltinModule("node:path").dirname;
const isAbsolute = process.getBuiltinModule("node:path").isAbsolute;
const join = process.getBuiltinModule("node:path").join;
const resolve = process.getBuiltinModule("node:path").resolve;
const access = (...args) => process.getBuiltinModule("node:fs/promises").access(...args);
const constants$1 = process.getBuiltinModule("node:fs/promises").constants;
const open$1 = (...args) => process.getBuiltinModule("node:fs/promises").open(...args);
const readdir = (...args) => process.getBuiltinModule("node:fs/promises").readdir(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
const kill = process.getBuiltinModule("node:process").kill;
// src/settings/rotation/defaults.ts
const ROTATION_DEFAULTS = {
	overlap: "24h",
	wait: "30m"
};
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
// src/settings/rotation/scopes.ts
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
function splitScopes(value) {
	return value.split(/[\s,]+/).filter((word) => word !== "");
}
// src/settings/rotation/choices.ts
var choices_exports = /* @__PURE__ */ __exportAll({ parseRotationChoices: () => parseRotationChoices });
function parseRotationChoices(given, name) {
	refuseContradictions(given, name);
	const { keys, to = "", scopes, expiresIn, widen, create, resume } = given;
	return {
		keys: keys.map((key) => parseKeyName(name("key"), key)),
		targets: parseTargets(name("to"), parseLines(to)),
		scopes: isGiven(scopes) ? parseScopes(name("scopes"), splitScopes(scopes)) : null,
		expiresIn: isGiven(expiresIn) ? parseGrace(name("expires-in"), expiresIn.trim()) : null,
		overlap: parseOverlap(name("overlap"), given.overlap?.trim() || ROTATION_DEFAULTS.overlap),
		wait: parseTime(name("wait"), given.wait?.trim() || ROTATION_DEFAULTS.wait),
		widen,
		create,
		resume
	};
}
function isGiven(text) {
	return text !== void 0 && text.trim() !== "";
}
function refuseContradictions(given, name) {
	const { keys, due, resume, auditFile, widen } = given;
	if (keys.length === 0 && !due) throw new UsageError(describeNothingToRotate(name("due")));
	if (keys.length > 0 && due) throw new UsageError(describeKeyBesideDue(name("due")));
	if (due) {
		const [useless] = [
			"to",
			"scopes",
			"expires-in"
		].filter((one) => isGiven(one === "expires-in" ? given.expiresIn : given[one]));
		if (useless) throw new UsageError(describeSettingBesideDue(name(useless), name("due")));
	}
	if (resume && auditFile === null) throw new UsageError(describeResumeWithoutFile(name("resume"), name("audit-file")));
	if (widen && !isGiven(given.scopes)) throw new UsageError(describeUselessWiden(name("widen"), name("scopes")));
}
function parseKeyName(name, text) {
	const key = text.trim();
	if (key === "") throw new UsageError(describeEmptyKeyName(name));
	if (key.startsWith("sk-") || hasMarker(key)) throw new UsageError(describeKeyAsName(name));
	return key;
}
function parseTime(name, text) {
	return text === "0" ? 0 : parseDuration(name, text);
}
function parseOverlap(name, text) {
	const seconds = parseTime(name, text);
	if (seconds <= 31536e3) return seconds;
	throw new UsageError(describeWrongOverlap(name, quoteValue(text)));
}
// src/rotate/connection.ts
var connection_exports = /* @__PURE__ */ __exportAll({
	openKeyReplacer: () => openKeyReplacer,
	openMinter: () => openMinter
});
function openMinter({ baseURL, adminKey, environment, clock }) {
	let made;
	const real = async () => {
		made ??= import("./openai.js").then((n) => n.minter_exports).then(({ createOpenAIMinter }) => {
			const connect = async () => {
				(await import("node:http")).setGlobalProxyFromEnv?.(environment);
			};
			return createOpenAIMinter({ baseURL }, adminKey, {
				clock,
				connect
			});
		});
		return await made;
	};
	return {
		mint: async (order) => await (await real()).mint(order),
		readScopes: async (record) => await (await real()).readScopes(record),
		listAccountKeys: async (project, account) => await (await real()).listAccountKeys(project, account),
		readKey: async (record) => await (await real()).readKey(record)
	};
}
function openKeyReplacer(source) {
	const { settings, environment, clock, apiUrl, checkouts, onKeyCreated } = source;
	const { adminKey, baseURL, policy, secretsToken: token } = settings;
	if (policy.onLeak !== "rotate" || adminKey === null) return null;
	let made;
	const make = async () => {
		const [{ createKeyReplacer }, { createKeyStore }] = await Promise.all([Promise.resolve().then(() => leak_replacement_exports), Promise.resolve().then(() => key_store_exports)]);
		const minter = openMinter({
			baseURL,
			adminKey,
			environment,
			clock
		});
		const store = createKeyStore({
			token,
			apiUrl,
			clock,
			environment,
			checkouts
		});
		return createKeyReplacer({
			policy,
			adminKey,
			minter,
			store,
			onKeyCreated
		});
	};
	return async (record, world) => {
		made ??= make();
		return await (await made)(record, world);
	};
}
// src/rotate/steps/rotation-run.ts
var rotation_run_exports = /* @__PURE__ */ __exportAll({
	beginRotation: () => beginRotation,
	beginStep: () => beginStep,
	createRotationToken: () => createRotationToken,
	noteStep: () => noteStep,
	readRecorded: () => readRecorded,
	tellStep: () => tellStep
});
function createRotationToken() {
	return randomBytes(4).toString("hex");
}
async function beginRotation(run) {
	const { plan, batch, recorded, world } = run;
	const halt = await beginStep(run, {
		step: "plan",
		plan,
		batch
	});
	if (halt || recorded) return halt;
	const [first] = (await world.journal.rotations().catch(() => [])).filter(({ isOver }) => !isOver).filter(({ old }) => old.id === plan.old.id);
	return first === void 0 || first.id === plan.id ? null : { because: "unfinished" };
}
async function beginStep(run, event) {
	const { attempt } = run;
	if (!await noteStep(run, event)) return { because: "not-recorded" };
	try {
		const known = await readRecorded(run);
		return known && known.attempt !== attempt ? { because: "resumed-elsewhere" } : null;
	} catch {
		return { because: "not-recorded" };
	}
}
async function readRecorded({ plan, world }) {
	return (await world.journal.rotations()).find(({ id }) => id === plan.id) ?? null;
}
async function noteStep({ plan, attempt, world }, event) {
	try {
		await world.journal.noteRotation({
			rotation: plan.id,
			attempt,
			at: world.clock.now(),
			event
		});
		return true;
	} catch {
		return false;
	}
}
function tellStep({ plan, world }, step, phase, { target = null, isDone = false } = {}) {
	try {
		world.onStep({
			plan,
			step,
			phase,
			target,
			isDone
		});
	} catch {}
}
// src/rotate/stores/command-store.ts
const IS_WINDOWS = delimiter === ";";
const OWN = /^(?:OPENAI_ADMIN_KEY|GITHUB_SECRETS_TOKEN|INPUT_.*)$/i;
const SHORTEST_OWN = 16;
async function checkProgram([program], environment) {
	return await findProgram(program, environment) === null ? {
		kind: "failed",
		because: "no-program"
	} : {
		kind: "ready",
		exists: null
	};
}
async function runStoreProgram([program, ...args], secret, { environment, timeout, signal }) {
	if (signal.aborted) return {
		kind: "failed",
		because: "cancelled",
		mayBeStored: false
	};
	const found = await findProgram(program, environment);
	if (found === null) return {
		kind: "failed",
		because: "no-program",
		mayBeStored: false
	};
	const limit = AbortSignal.timeout(timeout);
	const end = await runProgram([found, ...args], secret, {
		environment: removeOwnSecrets(environment),
		signal: AbortSignal.any([limit, signal])
	});
	if (!end.isStarted) return {
		kind: "failed",
		because: "no-program",
		mayBeStored: false
	};
	if (signal.aborted && end.code !== 0) return {
		kind: "failed",
		because: "cancelled",
		mayBeStored: true
	};
	if (limit.aborted && end.code !== 0) return {
		kind: "failed",
		because: "timed-out",
		mayBeStored: true
	};
	if (end.code !== 0) return {
		kind: "failed",
		because: "exit-code",
		code: end.code,
		mayBeStored: true
	};
	return end.isRead ? {
		kind: "stored",
		verified: false
	} : {
		kind: "failed",
		because: "not-read",
		mayBeStored: false
	};
}
function runProgram([program, ...args], secret, { environment, signal }) {
	return new Promise((done) => {
		let isRead = true;
		const child = spawn(program, args, {
			env: environment,
			stdio: [
				"pipe",
				"ignore",
				"ignore"
			],
			windowsHide: true,
			detached: !IS_WINDOWS
		});
		const stop = () => stopProgram(child);
		const finish = (end) => {
			signal.removeEventListener("abort", stop);
			done({
				...end,
				isRead
			});
		};
		signal.addEventListener("abort", stop, { once: true });
		child.stdin.on("error", () => {
			isRead = false;
		});
		child.on("error", () => {
			if (child.pid === void 0) finish({
				isStarted: false,
				code: null
			});
		});
		child.on("close", (code) => finish({
			isStarted: child.pid !== void 0,
			code
		}));
		child.stdin.end(secret.reveal());
	});
}
function stopProgram(child) {
	try {
		if (IS_WINDOWS || child.pid === void 0) child.kill("SIGKILL");
		else kill(-child.pid, "SIGKILL");
	} catch {
		child.kill("SIGKILL");
	}
}
async function findProgram(program, environment) {
	const isPath = IS_WINDOWS ? /[/\\]/.test(program) : program.includes("/");
	const [, folders = ""] = Object.entries(environment).find(([name]) => /^path$/i.test(name)) ?? [];
	const absolute = folders.split(delimiter).filter(isAbsolute);
	const bases = isPath ? [resolve(program)] : absolute.map((folder) => join(folder, program));
	const endings = IS_WINDOWS ? [
		"",
		".exe",
		".com"
	] : [""];
	for (const file of bases.flatMap((base) => endings.map((ending) => `${base}${ending}`))) if (await isProgram(file)) return file;
	return null;
}
async function isProgram(file) {
	try {
		await access(file, constants$1.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
function removeOwnSecrets(environment) {
	const entries = Object.entries(environment).filter((entry) => entry[1] !== void 0);
	const own = new Set(entries.filter(([name]) => OWN.test(name)).map(([, value]) => value.trim()));
	const isOwn = ([name, value]) => OWN.test(name) || value.trim().length >= SHORTEST_OWN && own.has(value.trim());
	return Object.fromEntries(entries.filter((entry) => !isOwn(entry)));
}
// src/rotate/stores/file-store.ts
const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, W_OK, X_OK } = constants;
const MODE = 384;
const LONGEST = 4096;
async function checkKeyFile(file, options) {
	try {
		const path = await resolvePath(file, options.checkouts);
		if (!(await stat(dirname(path))).isDirectory()) return {
			kind: "failed",
			because: "file-error",
			code: "ENOTDIR"
		};
		const held = await readHeld(path);
		if (held !== null && !isOwn(held, options)) return {
			kind: "failed",
			because: "exists"
		};
		await access(dirname(path), W_OK | X_OK);
		return {
			kind: "ready",
			exists: held !== null
		};
	} catch (error) {
		return {
			kind: "failed",
			...parseFileFailure(error)
		};
	}
}
async function writeKeyFile(file, secret, options) {
	try {
		const path = await resolvePath(file, options.checkouts);
		const held = await readHeld(path);
		if (held === secret.fingerprint) return {
			kind: "stored",
			verified: true
		};
		if (held !== null && !isOwn(held, options)) return {
			kind: "failed",
			because: "exists",
			mayBeStored: false
		};
		const draft = join(dirname(path), `${nameDraft(options)}${randomUUID()}`);
		const { verified, owner } = await writeDraft(draft, secret);
		await removeLeftDrafts(draft, owner, options);
		await moveDraft(draft, path, held !== null).catch(async (error) => await removeAndThrow(draft, error));
		await syncFolder(dirname(path));
		return {
			kind: "stored",
			verified
		};
	} catch (error) {
		const mayBeStored = error instanceof LeftFile;
		return {
			kind: "failed",
			...parseFileFailure(mayBeStored ? error.cause : error),
			mayBeStored
		};
	}
}
function nameDraft({ rotation }) {
	return `.key-guard-${rotation}-`;
}
var LeftFile = class extends Error {};
async function writeDraft(path, secret) {
	const handle = await open$1(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, MODE);
	try {
		try {
			await handle.chmod(MODE);
			await handle.writeFile(secret.reveal());
			await handle.sync();
			const { uid: owner } = await handle.stat();
			return {
				verified: await readFingerprint(handle) === secret.fingerprint,
				owner
			};
		} finally {
			await handle.close();
		}
	} catch (error) {
		return await removeAndThrow(path, error);
	}
}
async function moveDraft(draft, path, isThere) {
	if (!isThere) await (await open$1(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, MODE)).close();
	await rename(draft, path).catch(async (error) => {
		if (!isThere) await rm(path).catch(() => {});
		throw error;
	});
}
async function removeLeftDrafts(own, owner, options) {
	const folder = dirname(own);
	const left = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(nameDraft(options)) && DRAFT.test(name) && name !== basename(own));
	for (const name of left) {
		const file = join(folder, name);
		if (await isLeftDraft(file, owner).catch(() => false)) await rm(file).catch(() => {});
	}
}
const DRAFT = /^\.key-guard-[\da-f]{8}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
async function isLeftDraft(file, owner) {
	const handle = await open$1(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	try {
		const found = await handle.stat();
		const isPrivate = O_NOFOLLOW === 0 || (found.mode & 511) === MODE;
		if (!found.isFile() || found.uid !== owner || found.nlink !== 1 || !isPrivate) return false;
		return /^(?:s(?:k(?:-[\w-]*)?)?)?$/.test(await readText(handle));
	} finally {
		await handle.close();
	}
}
async function removeAndThrow(path, error) {
	await rm(path).catch(() => {
		throw new LeftFile("left", { cause: error });
	});
	throw error;
}
function isOwn(held, { replaceable }) {
	return replaceable.includes(held) || held === EMPTY && replaceable.length > 0;
}
const EMPTY = computeFingerprint("");
async function readHeld(path) {
	try {
		const handle = await open$1(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
		try {
			return (await handle.stat()).isFile() ? await readFingerprint(handle) : "other";
		} finally {
			await handle.close();
		}
	} catch (error) {
		const code = getErrorCode(error);
		if (code === "ENOENT") return null;
		if (code === "ELOOP" || code === "EACCES" || code === "EISDIR" || code === "ENXIO") return "other";
		throw error;
	}
}
async function readFingerprint(handle) {
	const text = await readText(handle);
	return Buffer.byteLength(text) > LONGEST ? "other" : computeFingerprint(text);
}
async function readText(handle) {
	const bytes = Buffer.alloc(4097);
	const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
	return bytes.subarray(0, bytesRead).toString("utf8");
}
async function syncFolder(folder) {
	const handle = await open$1(folder).catch(() => null);
	await handle?.sync().catch(() => {});
	await handle?.close();
}
async function resolvePath(file, checkouts) {
	const path = resolve(file);
	return join(await resolveOutputPath("", dirname(path), checkouts), basename(path));
}
function parseFileFailure(error) {
	if (error instanceof UsageError) return { because: "planted-link" };
	const code = getErrorCode(error);
	if (code === "EEXIST") return { because: "exists" };
	return /^E[A-Z0-9]+$/.test(code) ? {
		because: "file-error",
		code
	} : { because: "unexpected" };
}
// src/rotate/stores/key-store.ts
var key_store_exports = /* @__PURE__ */ __exportAll({ createKeyStore: () => createKeyStore });
const PROGRAM_TIMEOUT = 12e4;
function createKeyStore(options) {
	const { environment = {}, checkouts = [] } = options;
	const { signal = new AbortController().signal, programTimeout: timeout = PROGRAM_TIMEOUT } = options;
	const isCancelled = () => signal.aborted || options.isCancelled?.() === true;
	const store = createSecretStore(options, isCancelled);
	const check = async (target, choice) => {
		if (isCancelled()) return {
			kind: "failed",
			because: "cancelled"
		};
		if (target.kind === "command") return await checkProgram(target.argv, environment);
		if (target.kind === "file") return await checkKeyFile(target.path, {
			...choice,
			checkouts
		});
		return await store.check(target, choice);
	};
	const put = async (target, secret, choice) => {
		if (isCancelled()) return {
			kind: "failed",
			because: "cancelled",
			mayBeStored: false
		};
		if (target.kind === "command") return await runStoreProgram(target.argv, secret, {
			environment,
			timeout,
			signal
		});
		if (target.kind === "file") return await writeKeyFile(target.path, secret, {
			...choice,
			checkouts
		});
		return await store.store(target, secret, choice);
	};
	return {
		check: async (target, choice) => await check(target, choice).catch(() => ({
			kind: "failed",
			because: "unexpected"
		})),
		store: async (target, secret, choice) => await put(target, secret, choice).catch(() => ({
			kind: "failed",
			because: "unexpected",
			mayBeStored: true
		}))
	};
}
function createSecretStore({ token, apiUrl, clock = SYSTEM_CLOCK }, isCancelled) {
	let connected;
	const connect = async (apiToken) => {
		const { createOctokit } = await import("./github.js").then((n) => n.client_exports);
		connected ??= createOctokit({
			apiUrl,
			token: apiToken
		}, { clock });
		return await connected;
	};
	return {
		check: async (target, choice) => {
			if (!token) return {
				kind: "failed",
				because: "no-token"
			};
			const { checkSecret } = await import("./github.js").then((n) => n.check_secret_exports);
			return await checkSecret(await connect(token), target, choice);
		},
		store: async (target, secret, choice) => {
			if (!token) return {
				kind: "failed",
				because: "no-token",
				mayBeStored: false
			};
			const { writeSecret } = await import("./github.js").then((n) => n.write_secret_exports);
			return await writeSecret(await connect(token), target, secret, {
				...choice,
				clock,
				isCancelled
			});
		}
	};
}
// src/report/rotation/json.ts
var json_exports = /* @__PURE__ */ __exportAll({ renderRotationJson: () => renderRotationJson });
const SCHEMA = "openai-key-guard/rotation/v1";
function renderRotationJson(report, version) {
	const { at, organization, isDryRun, rotations, gaps, notes } = report;
	return formatSafeJson({
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		conclusion: concludeRotation(report),
		at: formatIsoTime(at),
		organization,
		dryRun: isDryRun,
		rotations: rotations.map(formatResult),
		gaps: gaps.map(({ kind, detail }) => ({
			kind,
			detail
		})),
		notes
	});
}
function formatResult(result) {
	const { asked, old, plan, newKey, places, use, retired, superseded, isResumed } = result;
	return {
		asked: asked === "" ? null : asked,
		state: formatState(result),
		oldKey: old && formatKey(old),
		newKey: newKey && formatMinted(newKey),
		plan: plan && formatPlan(plan),
		places: places.map(formatPlace),
		use: {
			kind: use.kind,
			at: use.kind === "seen" ? formatIsoTime(use.at) : null
		},
		retired: retired && formatRetired(retired),
		superseded: superseded.map(formatRetired),
		resumed: isResumed
	};
}
function formatState({ state, places }) {
	if (state.kind === "rotated" || state.kind === "planned") return {
		kind: state.kind,
		because: null,
		detail: null
	};
	const { kind, because } = state;
	if (kind === "unfinished") return {
		kind,
		because,
		detail: null
	};
	const detail = "target" in state ? formatFailedPlace(state, places) : null;
	if (detail) return {
		kind,
		because,
		detail
	};
	if ("failure" in state) {
		const { failure } = state;
		const code = "code" in failure ? String(failure.code) : null;
		return {
			kind,
			because,
			detail: {
				place: null,
				because: failure.because,
				code,
				ids: []
			}
		};
	}
	const ids = "ids" in state ? state.ids : "by" in state ? [state.by] : "scopes" in state ? state.scopes : "targets" in state ? state.targets : [];
	return {
		kind,
		because,
		detail: ids.length > 0 ? {
			place: null,
			because: null,
			code: null,
			ids
		} : null
	};
}
function formatFailedPlace({ target, failure }, places) {
	const place = places.findIndex((one) => one.target === target);
	const code = "permission" in failure ? failure.permission : "code" in failure && failure.code !== null ? String(failure.code) : null;
	return {
		place: place < 0 ? null : place,
		because: failure.because,
		code,
		ids: []
	};
}
function formatPlan({ id, account, project, name, scopes, expiresIn, order }) {
	return {
		rotation: id,
		account,
		project,
		name: name === "" ? null : name,
		scopes: formatScopes(scopes),
		expiresIn,
		overlap: order.overlap,
		wait: order.wait,
		create: order.create
	};
}
function formatScopes(scopes) {
	return {
		kind: scopes.kind,
		list: scopes.kind === "all" ? [] : scopes.scopes
	};
}
function formatPlace({ target, holds, result }) {
	return {
		kind: target.kind,
		target: isHidden(target) ? null : formatTarget(target),
		holds,
		stored: result === null ? null : result.kind === "stored",
		verified: result?.kind === "stored" ? result.verified : null,
		because: result?.kind === "failed" ? result.because : null
	};
}
function formatKey({ id, name, home, owner, createdAt, lastUsedAt, expiresAt }) {
	return {
		id,
		name,
		project: home.kind === "project" ? {
			id: home.id,
			name: home.name
		} : null,
		owner: owner && {
			kind: owner.kind,
			id: owner.id,
			name: owner.name
		},
		createdAt: formatIsoTime(createdAt),
		lastUsedAt: formatIsoTime(lastUsedAt),
		expiresAt: formatIsoTime(expiresAt)
	};
}
function formatMinted({ id, name, fingerprint, createdAt, expiresAt }) {
	return {
		id,
		name: name === "" ? null : name,
		fingerprint,
		createdAt: formatIsoTime(createdAt),
		expiresAt: formatIsoTime(expiresAt)
	};
}
function formatRetired({ record, decision, outcome }) {
	return {
		key: formatKey(record),
		decision: formatDecision(decision),
		outcome: formatOutcome(outcome)
	};
}
// src/report/rotation/markdown.ts
var markdown_exports = /* @__PURE__ */ __exportAll({ renderRotationSummary: () => renderRotationSummary });
const utf8 = new TextEncoder();
function renderRotationSummary(view, context) {
	const rest = [
		...view.goOn === null ? [] : [formatMarkdown(view.goOn.said)],
		...renderSection(ROTATION_SECTIONS.gaps, view.gaps.map((one) => formatMarkdownProse(one))),
		...renderSection(ROTATION_SECTIONS.notes, view.notes.map((one) => formatMarkdownProse(one))),
		...renderFederations(view),
		renderFooter$1(view, context)
	];
	const { texts } = truncateList(view.keys, (key) => renderKey$1(key, view.isSingle), 9e5, (text) => utf8.encode(text).length);
	return [
		`## ${view.mark} ${formatMarkdown(view.title)}`,
		...texts.filter((text) => text !== ""),
		...rest
	].join("\n\n");
}
function renderKey$1(key, isSingle) {
	const { mark, verdict, next, plan, places, keys, running, tone } = key;
	const kind = tone === "bad" ? "CAUTION" : "WARNING";
	return [
		...isSingle ? [] : [`### ${mark} ${formatMarkdown(verdict)}`],
		...next.length > 0 ? [`> [!${kind}]\n> **${ROTATION_SECTIONS.next}:** ${next.map(formatSaid).join(" ")}`] : [],
		...plan.length > 0 ? [plan.map((one, at) => `${at + 1}. ${formatMarkdown(one)}`).join("\n")] : [],
		...renderPlaces$1(places),
		...keys.length > 0 ? [listAll(keys)] : [],
		...running === null ? [] : [running]
	].join("\n\n");
}
function renderPlaces$1(places) {
	if (places.length === 0) return [];
	const { place, holds } = ROTATION_SECTIONS;
	const rows = places.map((one) => `| ${formatMarkdown(one.name, "cell")} | ${one.holds} |`);
	return [[
		`| ${place} | ${holds} |`,
		"|---|---|",
		...rows
	].join("\n")];
}
function formatSaid(one) {
	return typeof one === "string" ? formatMarkdownProse(one) : formatMarkdown(one);
}
function listAll(lines) {
	return lines.map((one) => `- ${formatMarkdown(one)}`).join("\n");
}
function renderSection(title, texts) {
	return texts.length === 0 ? [] : [[
		`**${title}**`,
		"",
		...texts.map((text) => `- ${text}`)
	].join("\n")];
}
function renderFederations({ federations }) {
	const format = (one) => `${formatMarkdown(one.brief)}\n\n${formatFederation(one)}`;
	const { texts } = truncateList(federations, format, 9e4, (text) => utf8.encode(text).length);
	return texts.length === 0 ? [] : [`**${FEDERATION_SECTIONS.rotation}**`, ...texts];
}
function renderFooter$1({ checkedAgainst, at }, { version, runUrl }) {
	return `<sub>${[
		...checkedAgainst === null ? [] : [formatMarkdown(checkedAgainst)],
		at,
		...runUrl === null ? [] : [`[Run](${escapeHref(runUrl)})`],
		`[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY$1})`
	].join(" · ")}</sub>`;
}
// src/report/rotation/text.ts
var text_exports = /* @__PURE__ */ __exportAll({ renderRotationText: () => renderRotationText });
function renderRotationText(view, look, medium) {
	const verdict = renderTitle(`${view.sign} ${formatPlain(view.title, "\xA0")}`, view, look);
	const blocks = view.keys.flatMap((one) => renderKey(one, view.isSingle, look));
	const rest = [
		...renderGoOn(view, look),
		...renderList(ROTATION_SECTIONS.gaps, view.gaps.map(formatProse), look),
		...renderList(ROTATION_SECTIONS.notes, view.notes.map(formatProse), look),
		...renderFederations$1(view.federations, look, {
			medium,
			after: "rotation"
		})
	];
	return toShownSigns([
		verdict,
		...blocks,
		...rest,
		renderFooter(view, look)
	].join("\n\n"), look);
}
function renderTitle(text, { tone }, look) {
	return wrap(text, look.width, "  ").map((one) => paintTitle(one, tone, look)).join("\n");
}
function renderKey(key, isSingle, look) {
	const { plan, places, keys, next, running } = key;
	const head = isSingle ? [] : [renderTitle(`${key.sign} ${formatPlain(key.verdict, "\xA0")}`, key, look)];
	const said = keys.flatMap((one) => indent(one, look));
	return [
		...head,
		...renderList(ROTATION_SECTIONS.next, next.map(formatTied), look),
		...renderList(ROTATION_SECTIONS.plan, plan.map(formatTied), look, true),
		...places.length > 0 ? [renderPlaces(places, look)] : [],
		...said.length > 0 ? [said.join("\n")] : [],
		...running === null ? [] : [wrap(running, look.width).join("\n")]
	];
}
function formatTied(one) {
	return typeof one === "string" ? formatProse(one) : formatPlain(one, "\xA0");
}
function renderGoOn({ goOn }, look) {
	if (goOn === null) return [];
	return [[...wrap(formatTied(goOn.said), look.width), ...goOn.command === null ? [] : [`  ${escapePlain(goOn.command)}`]].join("\n")];
}
function renderPlaces(places, look) {
	const names = places.map(({ name }) => formatPlain(name));
	const widest = Math.max(...names.map(measureColumns));
	const lines = places.map(({ holds, tone }, at) => {
		const name = names[at] ?? "";
		return `  ${name}${" ".repeat(widest - measureColumns(name) + 2)}${look.paint(STYLES[tone], holds)}`;
	});
	return [look.paint("bold", ROTATION_SECTIONS.places), ...lines].join("\n");
}
function renderList(title, texts, look, isNumbered = false) {
	if (texts.length === 0) return [];
	const lines = texts.flatMap((text, at) => {
		const mark = isNumbered ? `${at + 1}. ` : texts.length > 1 ? "- " : "";
		return wrap(`${mark}${text}`, look.width - 2, " ".repeat(mark.length)).map((one) => `  ${one}`);
	});
	return [[look.paint("bold", title), ...lines].join("\n")];
}
function indent(one, look) {
	return wrap(formatTied(one), look.width - 2, "  ").map((text) => `  ${text}`);
}
function renderFooter({ checkedAgainst, at }, { paint, width }) {
	const parts = [...checkedAgainst === null ? [] : [formatTied(checkedAgainst)], at];
	return wrap(parts.join(" · "), width).map((text) => paint("dim", text)).join("\n");
}
// src/report/rotation/view.ts
var view_exports = /* @__PURE__ */ __exportAll({ describeRotation: () => describeRotation });
const GOOD = {
	tone: "good",
	sign: "✓",
	mark: "✅"
};
const WAITING = {
	tone: "warn",
	sign: "!",
	mark: "🟡"
};
const BAD = {
	tone: "bad",
	sign: "✗",
	mark: "🔴"
};
const MARKS = {
	rotated: GOOD,
	planned: {
		tone: "good",
		sign: "–",
		mark: "⚪"
	},
	unfinished: WAITING,
	refused: WAITING,
	failed: BAD
};
function describeRotation(report, context) {
	const { rotations, gaps, notes, organization, at } = report;
	const keys = rotations.map((result) => describeRotatedKey(result, at, context));
	const [only] = keys;
	const isSingle = keys.length === 1;
	return {
		...chooseMarks(report, keys),
		title: only && isSingle ? only.verdict : words(describeRotationSum(report)),
		isSingle,
		keys,
		goOn: describeGoOn(rotations, {
			command: context.goOn,
			...context
		}),
		gaps: gaps.map(({ detail }) => detail),
		notes,
		federations: describeFederations(context.kept),
		checkedAgainst: describeOrganization(organization),
		at: formatTime(at)
	};
}
function describeRotatedKey(result, now, { medium }) {
	const { state, places, plan } = result;
	const isRefused = state.kind === "refused";
	return {
		...chooseKeyMarks(result),
		verdict: describeVerdict(result, {
			medium,
			now
		}),
		places: isRefused && state.because !== "unfinished" ? [] : places.map(describePlace$1),
		keys: describeKeys(result, now),
		plan: state.kind === "planned" && plan ? describePlan(plan) : [],
		next: describeRotationAdvice(result, medium),
		running: describeRunning(places)
	};
}
function chooseKeyMarks({ state }) {
	return state.kind === "unfinished" && state.because === "new-key-gone" ? BAD : MARKS[state.kind];
}
function describePlace$1(place, index) {
	const tone = place.holds === "new" ? "good" : place.holds === "old" ? "quiet" : "warn";
	return {
		name: nameTarget(place.target, index),
		holds: describeHolds(place),
		tone
	};
}
function chooseMarks(report, keys) {
	const order = [
		BAD,
		WAITING,
		MARKS.planned,
		GOOD
	];
	const conclusion = concludeRotation(report);
	const worst = order.find((marks) => keys.some(({ sign }) => sign === marks.sign)) ?? GOOD;
	return conclusion === "failed" && worst === GOOD ? WAITING : worst;
}
// src/rotate/keys-file/orders.ts
var orders_exports = /* @__PURE__ */ __exportAll({ buildOrders: () => buildOrders });
async function buildOrders(choices, file, listRecords, nameTo = "--to") {
	if (choices.keys.length === 0) return file.keys.map((entry) => buildOrder(entry.name, choices, entry, nameTo));
	const orders = [];
	for (const asked of choices.keys) orders.push(buildOrder(asked, choices, await findAskedEntry(asked, file, listRecords), nameTo));
	return orders;
}
function buildOrder(asked, choices, entry, nameTo = "--to") {
	const { targets, scopes, expiresIn, overlap, wait, widen, create } = choices;
	const isNamed = targets.length > 0;
	const left = isNamed ? entry?.targets.find((one) => !targets.some((other) => isSameTarget(one, other))) : void 0;
	if (left) throw new UsageError(describeLeftOutPlace(nameTo, quoteValue(formatTarget(left))));
	const order = entry === null ? {
		asked,
		project: null,
		targets,
		scopes: null,
		expiresIn: null,
		rotateEvery: null
	} : createKeyOrder(entry, {
		overlap,
		wait
	});
	return {
		...order,
		asked,
		targets: isNamed ? targets : order.targets,
		scopes: scopes ?? order.scopes,
		expiresIn: expiresIn ?? order.expiresIn,
		overlap,
		wait,
		widen,
		create
	};
}
async function findAskedEntry(asked, file, listRecords) {
	if (file.keys.length === 0) return null;
	const [named, ...others] = file.keys.filter(({ name }) => normalizeName(name) === normalizeName(asked));
	if (named && others.length === 0) return named;
	const records = (await listRecords()).filter((record) => isOrderedKey(record, {
		asked,
		project: null
	}));
	const entries = new Set(records.map((record) => findKeysEntry(file, record)));
	const [only] = entries;
	return entries.size === 1 ? only ?? null : null;
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
function parseKeysEntry(yaml, item) {
	const fields = {
		known: FIELDS,
		what: KEYS_FILE_PARTS.entry
	};
	const entry = new YamlEntry(yaml, item, fields, describeKeysFieldFault);
	const kind = entry.requireOne(KINDS, KEYS_ENTRY_FAULTS);
	return {
		kind,
		name: entry.readName(kind) ?? "",
		project: entry.readName("project"),
		targets: readTargets(entry),
		scopes: readScopes$1(entry),
		expiresIn: readTime(entry, "expires-in", parseGrace),
		rotateEvery: readTime(entry, "rotate-every", parseDuration),
		line: yaml.findLine(item)
	};
}
function readTargets(entry) {
	const { yaml } = entry;
	const field = entry.getField("lives-in");
	if (!field) throw yaml.createError(entry.item, KEYS_ENTRY_FAULTS.homeless);
	const targets = [];
	for (const item of yaml.readItems(field, "lives-in")) {
		const text = readItem(yaml, item, KEYS_FILE_PARTS.place, "lives-in");
		const target = parseAt(yaml, item, () => parseTarget("lives-in", text));
		if (targets.some((other) => isSameTarget(other, target))) throw yaml.createError(item, describeSameTarget("lives-in", quoteValue(formatTarget(target))));
		targets.push(target);
	}
	const [first, ...rest] = targets;
	if (first === void 0) throw entry.createError("lives-in", "no-places");
	return [first, ...rest];
}
function readScopes$1(entry) {
	const { yaml } = entry;
	const field = entry.getField("scopes");
	if (!field) return null;
	const items = yaml.readItems(field, "scopes");
	if (items.length === 0) throw entry.createError("scopes", "no-scopes");
	const words = items.map((item) => {
		const word = readItem(yaml, item, KEYS_FILE_PARTS.scope, "scopes");
		parseAt(yaml, item, () => parseScopes("scopes", [word]));
		return word;
	});
	return parseAt(yaml, field.at, () => parseScopes("scopes", words));
}
function readTime(entry, field, parse) {
	const text = entry.readText(field);
	if (text === null) return null;
	const seconds = parseAt(entry.yaml, entry.getPlace(field), () => parse(field, text));
	if (seconds === 0) throw entry.createError(field, "no-time");
	return seconds;
}
function readItem(yaml, item, what, list) {
	const text = yaml.readText(item, what);
	if (!text) throw yaml.createError(item, describeEmptyItem(list));
	return text;
}
function parseAt(yaml, place, parse) {
	try {
		return parse();
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		throw yaml.createError(place, error.message);
	}
}
// src/rotate/keys-file/parse.ts
var parse_exports = /* @__PURE__ */ __exportAll({ parseKeysFile: () => parseKeysFile });
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
// src/rotate/steps/new-key.ts
const FIRST_PAUSE$2 = 1e3;
const LOOKS = 4;
async function mintKey(run) {
	const { plan } = run;
	const halt = await beginStep(run, {
		step: "mint",
		phase: "begin",
		name: plan.name
	});
	if (halt) return {
		failure: halt,
		strays: []
	};
	tellStep(run, "mint", "begin");
	const result = await askForKey(run);
	const isMasked = result.kind !== "minted" || maskKey(run, result.secret);
	if (result.kind === "minted") {
		const { id, secret, createdAt, expiresAt } = result;
		const minted = {
			id,
			name: plan.name,
			fingerprint: secret.fingerprint,
			createdAt,
			expiresAt
		};
		await noteStep(run, {
			step: "mint",
			phase: "end",
			result: {
				kind: "minted",
				key: minted
			}
		});
		tellStep(run, "mint", "end", { isDone: true });
		const record = buildRecord(run, minted);
		return isMasked ? {
			minted,
			secret,
			record
		} : {
			failure: { because: "unexpected" },
			strays: [record]
		};
	}
	const { kind, failure } = result;
	await noteStep(run, {
		step: "mint",
		phase: "end",
		result: {
			kind,
			because: failure.because
		}
	});
	tellStep(run, "mint", "end");
	const strays = kind === "lost" ? await findStrays(run) : [];
	return {
		failure: {
			because: "mint",
			failure,
			mayExist: strays === null
		},
		strays: strays ?? []
	};
}
function maskKey({ world }, secret) {
	try {
		world.onKeyCreated(secret);
		return true;
	} catch {
		return false;
	}
}
async function askForKey({ plan, world }) {
	const { name, scopes, expiresIn } = plan;
	return await world.minter.mint({
		project: plan.project.id,
		account: plan.account.id,
		name,
		scopes,
		expiresIn
	}).catch(() => ({
		kind: "lost",
		failure: { because: "not-understood" }
	}));
}
async function findStrays(run) {
	const { plan, world, recorded } = run;
	let isListed = false;
	for (let look = 1; look <= LOOKS; look += 1) {
		await world.clock.sleep(FIRST_PAUSE$2 * look);
		const keys = await listKeys(run);
		isListed = keys !== null;
		const known = new Set(recorded?.keys.map(({ id }) => id));
		const strays = listCreatedBy(keys ?? [], {
			replaces: plan.old.id,
			rotation: plan.id
		}).filter(({ id }) => !known.has(id));
		if (strays.length > 0) return strays;
	}
	return isListed ? [] : null;
}
async function findCreated(run, { record }) {
	const reading = await run.world.minter.readKey(record).catch(() => null);
	const { plan } = run;
	const read = reading?.kind === "there" ? [reading.record] : [];
	const own = listCreatedBy(read, {
		replaces: plan.old.id,
		rotation: plan.id
	});
	return own.length > 0 ? own : await findStrays(run) ?? [];
}
async function listKeys({ plan, world }) {
	return (await world.minter.listAccountKeys(plan.project.id, plan.account.id).catch(() => null))?.map((key) => ({
		...key,
		home: {
			...key.home,
			name: plan.project.name
		}
	})) ?? null;
}
function buildRecord({ plan }, { id, name, createdAt, expiresAt }) {
	return {
		id,
		name,
		redacted: null,
		home: {
			kind: "project",
			id: plan.project.id,
			name: plan.project.name
		},
		owner: {
			kind: "service-account",
			id: plan.account.id,
			name: plan.account.name
		},
		createdAt,
		lastUsedAt: null,
		expiresAt,
		ownerHasAccess: null
	};
}
// src/rotate/steps/places.ts
const PAUSES = [
	2e3,
	1e4,
	3e4
];
const PASSING = /* @__PURE__ */ new Set([
	"rate-limited",
	"server-error",
	"network"
]);
async function storeKey(run, { minted, secret }) {
	const { order } = run.plan;
	let places = describePlaces(run);
	let isTouched = false;
	for (const [place, target] of order.targets.entries()) {
		if (run.world.isCancelled() && !isTouched) return {
			places,
			isTouched,
			failure: { because: "cancelled" }
		};
		const where = {
			key: minted.id,
			place,
			target
		};
		const halt = await beginStep(run, {
			step: "store",
			phase: "begin",
			...where
		});
		if (halt) return {
			places,
			isTouched,
			failure: halt
		};
		tellStep(run, "store", "begin", { target });
		const result = await storeIn(run, target, secret);
		await noteStep(run, {
			step: "store",
			phase: "end",
			...where,
			result
		});
		tellStep(run, "store", "end", {
			target,
			isDone: result.kind === "stored"
		});
		isTouched ||= result.kind === "stored" || result.mayBeStored;
		places = places.map((one, index) => index === place ? describePlace(one, result) : one);
		if (result.kind === "failed") return {
			places,
			isTouched,
			failure: {
				because: "store",
				target,
				failure: result
			}
		};
	}
	return {
		places,
		isTouched,
		failure: null
	};
}
async function storeIn(run, target, secret) {
	const { store, clock, isCancelled } = run.world;
	const options = getStoreOptions(run);
	let mayBeStored = false;
	for (const pause of [...PAUSES, null]) {
		const result = await store.store(target, secret, options).catch(() => ({
			kind: "failed",
			because: "unexpected",
			mayBeStored: true
		}));
		if (result.kind === "stored") return result;
		mayBeStored ||= result.mayBeStored;
		if (!(PASSING.has(result.because) && target.kind !== "command" && target.kind !== "file") || pause === null || isCancelled()) return {
			...result,
			mayBeStored
		};
		await clock.sleep(pause);
	}
	return {
		kind: "failed",
		because: "unexpected",
		mayBeStored
	};
}
function getStoreOptions({ plan, recorded }) {
	const replaceable = (recorded?.keys ?? []).filter(({ touched }) => touched.length > 0).flatMap(({ fingerprint }) => fingerprint === null ? [] : [fingerprint]);
	return {
		create: plan.order.create,
		replaceable,
		rotation: plan.id
	};
}
function describePlaces({ plan, recorded }, kept = null) {
	return plan.order.targets.map((target, place) => {
		const holds = describeHeld(recorded?.keys ?? [], place);
		return {
			target,
			holds: kept && holds === "earlier" ? "new" : holds,
			result: null
		};
	});
}
function describeHeld(keys, place) {
	const last = keys.findLast(({ touched }) => touched.includes(place));
	if (!last) return "old";
	return last.stored.includes(place) ? "earlier" : "unknown";
}
function describePlace(before, result) {
	if (result.kind === "stored") return {
		...before,
		holds: "new",
		result
	};
	return {
		...before,
		holds: result.mayBeStored ? "unknown" : before.holds,
		result
	};
}
// src/rotate/planning/planning-facts.ts
async function readScopes(record, { minter }) {
	return await minter.readScopes(record).catch(() => ({
		kind: "untold",
		because: "no-answer"
	}));
}
// src/rotate/planning/results.ts
function buildResult({ plan, recorded }, differing) {
	return {
		asked: plan.order.asked,
		old: plan.old,
		plan,
		newKey: findStandingKey(recorded),
		places: describePlaces({
			plan,
			recorded
		}),
		use: { kind: "not-watched" },
		retired: null,
		superseded: [],
		isResumed: recorded !== null,
		...differing
	};
}
function buildRefusal(order, old, refusal) {
	return {
		asked: order.asked,
		old,
		plan: null,
		state: {
			kind: "refused",
			...refusal
		},
		newKey: null,
		places: order.targets.map((target) => ({
			target,
			holds: "old",
			result: null
		})),
		use: { kind: "not-watched" },
		retired: null,
		superseded: [],
		isResumed: false
	};
}
function buildDone(order, recorded) {
	const newKey = recorded.keys.at(-1) ?? null;
	const seenAt = newKey?.seenAt ?? null;
	return {
		...buildRefusal(order, rebuildOldKey(recorded), { because: "nothing-to-resume" }),
		state: { kind: "rotated" },
		newKey: newKey && describeRecorded(newKey),
		places: order.targets.map((target) => ({
			target,
			holds: "new",
			result: null
		})),
		use: seenAt === null ? { kind: "not-watched" } : {
			kind: "seen",
			at: seenAt
		},
		isResumed: true
	};
}
function rebuildOldKey({ old }) {
	const dates = {
		createdAt: null,
		lastUsedAt: null,
		expiresAt: null,
		ownerHasAccess: null
	};
	return {
		...old,
		redacted: null,
		...dates,
		absent: [
			"createdAt",
			"lastUsedAt",
			"expiresAt"
		]
	};
}
function describeRecorded({ id, name, fingerprint, createdAt, expiresAt }) {
	return {
		id,
		name,
		fingerprint,
		createdAt,
		expiresAt
	};
}
function findStandingKey(recorded) {
	const key = recorded?.keys.findLast(({ touched }) => touched.length > 0);
	return key ? describeRecorded(key) : null;
}
// src/rotate/steps/leftovers.ts
const NO_LEFTOVERS = {
	kept: null,
	keptRecord: null,
	superseded: [],
	unstored: []
};
function findStoredKey({ keys }, places) {
	const last = keys.at(-1);
	return last && last.stored.length === places ? last : null;
}
async function findLeftovers(run, recorded) {
	const listed = await listKeys(run);
	if (listed === null) return null;
	const { plan } = run;
	const own = listCreatedBy(listed, {
		replaces: plan.old.id,
		rotation: plan.id
	});
	const kept = findStoredKey(recorded, plan.order.targets.length);
	const isTouched = ({ id }) => recorded.keys.some((key) => key.id === id && key.touched.length > 0);
	const others = own.filter(({ id }) => id !== kept?.id && id !== plan.old.id);
	return {
		kept,
		keptRecord: own.find(({ id }) => id === kept?.id) ?? null,
		superseded: others.filter(isTouched),
		unstored: others.filter((record) => !isTouched(record))
	};
}
// src/rotate/planning/resume.ts
function findFitting({ asked, project }, recorded) {
	const wanted = normalizeName(asked);
	return recorded.filter((one) => {
		const { old, keys } = one;
		if (project !== null && !isOneOf(project, [old.home.id, old.home.name])) return false;
		if (one.asked === asked || old.id === asked || keys.some(({ id }) => id === asked)) return true;
		return wanted !== "" && isOneOf(asked, [
			old.name,
			old.owner.id,
			old.owner.name
		]);
	});
}
function isOneOf(asked, names) {
	const wanted = normalizeName(asked);
	return names.some((name) => name !== null && normalizeName(name) === wanted);
}
function findBatch(orders, recorded) {
	const fitting = recorded.filter((one) => orders.some((order) => findFitting(order, [one]).length > 0));
	return (fitting.findLast(({ isOver }) => !isOver) ?? fitting.at(-1))?.batch ?? null;
}
async function planResume(order, recorded, facts, world) {
	const old = facts.inventory.records.find(({ id }) => id === recorded.old.id) ?? rebuildOldKey(recorded);
	const targets = order.targets.map((target) => formatTarget(target));
	const isSame = targets.length === recorded.targets.length && targets.every((one, at) => one === recorded.targets[at]);
	const mustStore = findStoredKey(recorded, targets.length) === null;
	const refusal = isSame ? explainUnresumable(old, order, facts) : {
		because: "other-targets",
		targets: recorded.targets
	};
	if (refusal) return {
		old,
		mustStore,
		plan: null,
		refusal
	};
	const scopes = await readScopes(old, world);
	const plan = planRotation(order, old, {
		id: recorded.id,
		scopes
	});
	if (!("because" in plan)) return {
		old,
		mustStore,
		plan: {
			...plan,
			isStored: !mustStore
		},
		refusal: null
	};
	const told = {
		...order,
		widen: true,
		scopes: recorded.scopes ?? order.scopes,
		expiresIn: recorded.expiresIn
	};
	const known = mustStore ? plan : planRotation(told, {
		...old,
		absent: []
	}, {
		id: recorded.id,
		scopes
	});
	return "because" in known ? {
		old,
		mustStore,
		plan: null,
		refusal: known
	} : {
		old,
		mustStore,
		plan: {
			...known,
			order,
			isStored: true
		},
		refusal: null
	};
}
// src/rotate/planning/plan-orders.ts
async function planOrders(request, facts, world) {
	const planned = [];
	const taken = /* @__PURE__ */ new Set();
	for (const order of request.orders) {
		const one = await planOrder(order, request, facts, world);
		const old = one && "task" in one ? one.task.plan.old : null;
		const isTwice = old !== null && taken.has(old.id);
		planned.push(isTwice ? { result: buildRefusal(order, old, { because: "asked-twice" }) } : one);
		if (old) taken.add(old.id);
	}
	return limitTasks(planned, request);
}
function limitTasks(planned, { rails }) {
	if (planned.filter((one) => one && "task" in one).length <= rails.maxContained) return planned;
	const refuse = ({ task }) => ({ result: buildResult(task, { state: {
		kind: "refused",
		because: "too-many"
	} }) });
	return planned.map((one) => one && "task" in one ? refuse(one) : one);
}
async function planOrder(order, request, facts, world) {
	const fitting = findFitting(order, facts.recorded);
	const open = fitting.filter(({ isOver }) => !isOver);
	if (open.length > 0 && !request.isResume) return { result: buildRefusal(order, facts.inventory.records.find(({ id }) => open.some((one) => one.old.id === id)) ?? null, { because: "unfinished" }) };
	const [recorded, ...others] = open;
	if (recorded && others.length > 0) return { result: buildRefusal(order, null, {
		because: "ambiguous",
		ids: open.map(({ old }) => old.id)
	}) };
	if (recorded) return await planResumed(order, recorded, facts, world);
	const done = request.isResume && !request.isOnlyDue ? fitting.findLast(({ batch }) => batch === facts.batch) : null;
	if (done) {
		const refused = buildRefusal(order, null, { because: "nothing-to-resume" });
		return { result: done.isRotated ? buildDone(order, done) : refused };
	}
	return await planFresh(order, request, facts, world);
}
async function planResumed(order, recorded, facts, world) {
	const { old, refusal, plan, mustStore } = await planResume(order, recorded, facts, world);
	if (plan === null) return { result: {
		...buildRefusal(order, old, refusal),
		isResumed: true
	} };
	const task = {
		plan,
		batch: recorded.batch,
		recorded
	};
	return (mustStore ? await refuseUnready(task, world) : null) ?? { task };
}
async function planFresh(order, { isOnlyDue }, facts, world) {
	const found = findOldKey(order, facts);
	if ("because" in found) return { result: buildRefusal(order, null, found) };
	const { record, refusal } = found;
	if (isOnlyDue && !isRotationDue(record, order, facts.now)) return null;
	if (refusal) return { result: buildRefusal(order, record, refusal) };
	const scopes = await readScopes(record, world);
	const plan = planRotation(order, record, {
		id: world.createToken(),
		scopes
	});
	if ("because" in plan) return { result: buildRefusal(order, record, plan) };
	const task = {
		plan,
		batch: facts.batch,
		recorded: null
	};
	const rival = await findRival(plan, world);
	if (rival) return { result: buildResult(task, { state: {
		kind: "refused",
		...rival
	} }) };
	return await refuseUnready(task, world) ?? { task };
}
async function findRival(plan, world) {
	const keys = await listKeys({
		plan,
		world
	});
	if (keys === null) return { because: "inventory-incomplete" };
	const [by] = listSuccessors(keys, plan.old.id, {
		now: world.clock.now(),
		except: plan.id
	});
	return by ? {
		because: "already-replaced",
		by: by.id
	} : null;
}
async function refuseUnready(task, world) {
	for (const target of task.plan.order.targets) {
		const check = await world.store.check(target, getStoreOptions(task)).catch(() => ({
			kind: "failed",
			because: "unexpected"
		}));
		if (check.kind === "ready") continue;
		const { kind: _, ...failure } = check;
		return { result: buildResult(task, { state: {
			kind: "refused",
			because: "target-not-ready",
			target,
			failure
		} }) };
	}
	return null;
}
// src/rotate/steps/retire.ts
const NOTHING_RETIRED = {
	keys: [],
	gaps: []
};
async function retireKeys(run, { outgoing, use, rest }) {
	const successor = chooseSuccessor(use, rest);
	const overlap = run.plan.order.overlap;
	const describe = ({ record, role, isInUse }) => ({
		record,
		role,
		overlap,
		successor,
		isInUse
	});
	return await retireEach(run, outgoing.map(describe));
}
function chooseSuccessor(use, rest) {
	if (use.kind === "not-watched") return use.kind;
	return rest === "new-key-gone" ? "unseen" : use.kind;
}
async function discardKeys(run, records, own = null) {
	const isOwn = ({ id }) => id === own;
	const others = records.filter((record) => !isOwn(record));
	const unneeded = [...records.filter(isOwn), ...await findAbandoned(run, others)];
	const read = await Promise.all(unneeded.map(async (record) => await readRecord(run, record)));
	const facts = {
		role: "unstored",
		overlap: 0,
		successor: "not-watched",
		isInUse: null
	};
	return await retireEach({
		...run,
		world: {
			...run.world,
			isCancelled: () => false
		}
	}, read.map((record) => ({
		record,
		...facts
	})));
}
async function findAbandoned(run, records) {
	if (records.length === 0) return [];
	const recorded = await readRecorded(run).catch(() => void 0);
	if (recorded === void 0 || recorded && recorded.attempt !== run.attempt) return [];
	const isTouched = ({ id }) => recorded?.keys.some((key) => key.id === id && key.touched.length > 0);
	return records.filter((record) => !isTouched(record));
}
async function readRecord({ world }, record) {
	const reading = await world.minter.readKey(record).catch(() => null);
	return reading?.kind === "there" ? reading.record : record;
}
async function retireEach(run, cases) {
	const keys = [];
	const gaps = [];
	for (const known of cases) {
		const result = await retireOne(run, {
			...known,
			mayBeOwn: run.rails.own.has(known.record.id)
		});
		keys.push(result.key);
		gaps.push(...result.gaps);
	}
	return {
		keys,
		gaps
	};
}
async function retireOne(run, known) {
	const { rails, world, plan } = run;
	const { record } = known;
	const [decided] = decide([known], rails.policy, world.clock.now(), rails.unmatched);
	if (!decided) throw new Error("every case is decided");
	const { decision } = decided;
	if (!isContainment(decision)) return {
		key: {
			record,
			decision,
			outcome: describeLeft(decision)
		},
		gaps: []
	};
	const act = {
		fingerprint: null,
		rotation: plan.id,
		containment: decision,
		at: world.clock.now()
	};
	const { outcome, gaps } = await containRecorded(act, null, world);
	return {
		key: {
			record,
			decision,
			outcome
		},
		gaps
	};
}
function isRetired({ outcome }) {
	return isEnded(outcome);
}
function isEnded(outcome) {
	switch (outcome.kind) {
		case "contained": return outcome.verified;
		case "already-gone": return true;
		case "left": return outcome.because === "expires-sooner" || outcome.because === "already-inactive";
		case "rehearsed":
		case "refused":
		case "failed": return false;
		default: return outcome;
	}
}
// src/rotate/steps/watch.ts
const FIRST_PAUSE$1 = 5e3;
const LONGEST_PAUSE$1 = 6e4;
const NAP = 5e3;
const SLACK = 1e3;
const IDLE = {
	part: 1 / 6,
	least: 6e4,
	most: 3e5
};
const LONGER_AFTER_SUCCESSOR = 3;
const GONE_IN_A_ROW = 3;
async function watchUse(run, incoming, outgoing) {
	const { wait } = run.plan.order;
	if (wait === 0) return {
		use: { kind: "not-watched" },
		outgoing: outgoing.map((key) => ({
			...key,
			isInUse: null
		})),
		rest: null
	};
	const key = incoming.record.id;
	const halt = await beginStep(run, {
		step: "watch",
		phase: "begin",
		key
	});
	const unknown = outgoing.map((one) => ({
		...one,
		isInUse: null
	}));
	if (halt) return {
		use: describeUse(incoming.seenAt),
		outgoing: unknown,
		rest: "use-unknown"
	};
	tellStep(run, "watch", "begin");
	const last = await lookUntilReady(run, incoming, outgoing);
	await noteStep(run, {
		step: "watch",
		phase: "end",
		key,
		seenAt: last.seenAt
	});
	const rest = isReady(last) ? null : explainRest(last);
	tellStep(run, "watch", "end", { isDone: rest === null });
	return {
		use: describeUse(last.seenAt),
		outgoing: last.outgoing,
		rest
	};
}
async function lookUntilReady(run, incoming, outgoing) {
	const { clock, isCancelled } = run.world;
	const deadline = clock.elapsed() + run.plan.order.wait * 1e3;
	let since = incoming.since;
	let before = {
		seenAt: incoming.seenAt,
		gone: 0,
		outgoing
	};
	for (let pause = FIRST_PAUSE$1;; pause = Math.min(pause * 1.4, LONGEST_PAUSE$1)) {
		const seen = await look(run, {
			...incoming,
			since
		}, before);
		if (seen.reading.kind === "there") since ??= seen.reading.at;
		const left = deadline - clock.elapsed();
		if (isReady(seen) || seen.gone >= GONE_IN_A_ROW || left <= 0 || isCancelled()) return seen;
		tellStep(run, "watch", "wait");
		await nap(run, Math.min(pause, left));
		before = seen;
	}
}
async function look(run, incoming, before) {
	const read = async (record) => await run.world.minter.readKey(record).catch(() => ({
		kind: "unknown",
		because: "unexpected"
	}));
	const reading = await read(incoming.record);
	const seenAt = before.seenAt ?? findUse(reading, incoming.since);
	const outgoing = [];
	for (const key of before.outgoing) {
		const found = await read(key.record);
		const record = found.kind === "there" ? found.record : key.record;
		outgoing.push({
			...key,
			record,
			isInUse: judgeUse(found, seenAt, computeIdle(run))
		});
	}
	return {
		reading,
		seenAt,
		outgoing,
		gone: reading.kind === "gone" ? before.gone + 1 : 0
	};
}
function findUse(reading, since) {
	if (reading.kind !== "there" || since === null) return null;
	const { lastUsedAt } = reading.record;
	return lastUsedAt !== null && lastUsedAt.getTime() > since.getTime() + SLACK ? lastUsedAt : null;
}
function judgeUse(reading, seenAt, idle) {
	if (reading.kind === "gone") return false;
	if (reading.kind === "unknown") return null;
	const { lastUsedAt, absent } = reading.record;
	if (lastUsedAt === null) return absent?.includes("lastUsedAt") ? null : false;
	const isLater = seenAt !== null && lastUsedAt > seenAt;
	return reading.at.getTime() - lastUsedAt.getTime() < (isLater ? idle * LONGER_AFTER_SUCCESSOR : idle);
}
function computeIdle({ plan }) {
	return Math.min(Math.max(plan.order.wait * 1e3 * IDLE.part, IDLE.least), IDLE.most);
}
function isReady({ reading, seenAt, outgoing }) {
	return reading.kind === "there" && seenAt !== null && outgoing.every(({ isInUse }) => isInUse === false);
}
function explainRest({ reading, seenAt, outgoing }) {
	if (reading.kind === "gone") return "new-key-gone";
	if (reading.kind === "unknown") return "use-unknown";
	if (seenAt === null) return "new-key-unseen";
	return outgoing.some(({ isInUse }) => isInUse === true) ? "old-key-in-use" : "use-unknown";
}
function describeUse(seenAt) {
	return seenAt === null ? { kind: "unseen" } : {
		kind: "seen",
		at: seenAt
	};
}
async function nap({ world }, milliseconds) {
	for (let left = milliseconds; left > 0 && !world.isCancelled(); left -= NAP) await world.clock.sleep(Math.min(NAP, left));
}
// src/rotate/steps/settlement.ts
async function settleOldKeys(run, made, { left, cleared, keepsOld }) {
	const { old } = run.plan;
	const lost = left.superseded.map((record) => ({
		record,
		role: "superseded"
	}));
	const outgoing = keepsOld ? lost : [{
		record: old,
		role: "replaced"
	}, ...lost];
	const watched = await watchUse(run, made.incoming, outgoing);
	const { retired, isDone } = await retireWatched(run, watched);
	const known = [
		made.key,
		...outgoing.map(({ record }) => record),
		...cleared.keys.map(({ record }) => record)
	];
	const late = run.recorded === null ? NOTHING_RETIRED : await discardLate(run, known);
	const isRotated = isDone && late.keys.every(isRetired);
	const isOld = ({ record }) => record.id === old.id;
	return {
		state: isRotated ? { kind: "rotated" } : {
			kind: "unfinished",
			because: watched.rest ?? "old-key-kept"
		},
		use: watched.use,
		retired: retired.keys.find(isOld) ?? null,
		superseded: [
			...cleared.keys,
			...retired.keys.filter((key) => !isOld(key)),
			...late.keys
		],
		gaps: [
			...cleared.gaps,
			...retired.gaps,
			...late.gaps
		]
	};
}
async function retireWatched(run, watched) {
	const keys = watched.outgoing.map(({ record }) => record.id);
	if (watched.rest !== null || keys.length === 0) return {
		retired: await retireKeys(run, watched),
		isDone: watched.rest === null
	};
	if (await beginStep(run, {
		step: "retire",
		phase: "begin",
		keys
	})) return {
		retired: NOTHING_RETIRED,
		isDone: false
	};
	tellStep(run, "retire", "begin");
	const retired = await retireKeys(run, watched);
	const isDone = retired.keys.every(isRetired);
	await noteStep(run, {
		step: "retire",
		phase: "end",
		keys
	});
	tellStep(run, "retire", "end", { isDone });
	return {
		retired,
		isDone
	};
}
async function discardLate(run, known) {
	const recorded = await readRecorded(run);
	const left = recorded && await findLeftovers(run, recorded);
	if (!left) return NOTHING_RETIRED;
	const isLate = ({ id }) => known.every((one) => one.id !== id);
	const discarded = await discardKeys(run, left.unstored.filter(isLate));
	const kept = await retireKeys(run, {
		use: { kind: "unseen" },
		outgoing: left.superseded.filter(isLate).map((record) => ({
			record,
			role: "superseded",
			isInUse: null
		})),
		rest: null
	});
	return {
		keys: [...discarded.keys, ...kept.keys],
		gaps: [...discarded.gaps, ...kept.gaps]
	};
}
// src/rotate/steps/trial.ts
const PATIENCE = 6e4;
const FIRST_PAUSE = 1e3;
const LONGEST_PAUSE = 8e3;
const LIFE_SLACK = 6e4;
async function tryNewKey(run, fresh) {
	const { world } = run;
	const key = fresh.minted.id;
	const halt = await beginStep(run, {
		step: "try",
		phase: "begin",
		key
	});
	if (halt) return halt;
	tellStep(run, "try", "begin");
	const found = await findAccepted(run, fresh, world.clock.elapsed());
	const triedAt = "because" in found ? null : found.triedAt;
	await noteStep(run, {
		step: "try",
		phase: "end",
		key,
		triedAt
	});
	tellStep(run, "try", "end", { isDone: triedAt !== null });
	return found;
}
async function findAccepted(run, fresh, start) {
	const refusal = await waitForAcceptance(run, fresh, start);
	if (refusal) return refusal;
	const listed = await findListed(run, fresh, start);
	if ("because" in listed) return listed;
	const reading = await readTried(run, listed);
	if ("because" in reading) return reading;
	const { record, at } = reading;
	const minted = {
		...fresh.minted,
		expiresAt: record.expiresAt ?? fresh.minted.expiresAt
	};
	return {
		...fresh,
		minted,
		record,
		triedAt: laterOf(at, record.lastUsedAt)
	};
}
async function readTried(run, record) {
	const { minter, clock } = run.world;
	let found;
	const isOver = await lookUntil(run, clock.elapsed(), async () => {
		const reading = await minter.readKey(record).catch(() => null);
		if (reading?.kind !== "there") return null;
		found = reading;
		return "done";
	});
	if (found) return found;
	return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}
async function waitForAcceptance(run, fresh, start) {
	const { registry } = run.world;
	const isOver = await lookUntil(run, start, async () => {
		const proof = await registry.prove(fresh.secret, fresh.record, { isUrgent: true }).catch(() => null);
		if (proof?.possession === "someone-else") return { because: "new-key-not-ours" };
		const isAccepted = proof?.validity.kind === "active" && proof.possession !== "not-accepted";
		if (!isAccepted) tellStep(run, "try", "wait");
		return isAccepted ? "done" : null;
	});
	if (isOver === "done") return null;
	return isOver ?? { because: "new-key-refused" };
}
async function findListed(run, fresh, start) {
	const { plan, world } = run;
	const { id } = fresh.minted;
	let own;
	await world.clock.sleep(Math.max(FIRST_PAUSE, start + FIRST_PAUSE - world.clock.elapsed()));
	const isOver = await lookUntil(run, world.clock.elapsed(), async () => {
		const keys = await listKeys(run);
		own = keys?.find((key) => key.id === id);
		if (!own || !keys) return null;
		if (!isOfAccount(own, plan) || !mayBeRedactedAs(fresh.secret, own.redacted ?? "")) return { because: "new-key-not-ours" };
		if (livesLonger(own, plan.expiresIn)) return { because: "new-key-lives-longer" };
		const first = own;
		const rival = listSuccessors(keys, plan.old.id, {
			now: world.clock.now(),
			except: plan.id
		}).find((other) => isEarlier(other, first));
		return rival ? {
			because: "overtaken",
			by: rival.id
		} : "done";
	});
	if (isOver === "done" && own) return own;
	return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}
function livesLonger({ createdAt, expiresAt, absent }, expiresIn) {
	if (expiresIn === null || createdAt === null || absent?.includes("expiresAt")) return false;
	return expiresAt === null || expiresAt.getTime() > createdAt.getTime() + expiresIn * 1e3 + LIFE_SLACK;
}
function isOfAccount({ owner, home }, { account, project }) {
	return owner?.kind === "service-account" && owner.id === account.id && home.id === project.id;
}
function isEarlier(one, other) {
	const [first, second] = [one, other].map(({ createdAt }) => createdAt?.getTime() ?? 0);
	if (first !== second) return (first ?? 0) < (second ?? 0);
	return one.id < other.id;
}
async function lookUntil({ world }, start, look) {
	for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 1.6, LONGEST_PAUSE)) {
		if (world.isCancelled()) return { because: "cancelled" };
		const found = await look();
		if (found !== null) return found;
		if (world.clock.elapsed() + pause > start + PATIENCE) return null;
		await world.clock.sleep(pause);
	}
}
function laterOf(one, other) {
	return other !== null && other > one ? other : one;
}
// src/rotate/rotate-key.ts
async function rotateKey(task, rails, world, { keepsOld = false } = {}) {
	const begun = {
		...task,
		attempt: world.createToken(),
		rails,
		world
	};
	try {
		const halt = await beginRotation(begun);
		if (halt) return await refuse(begun, halt);
		const run = {
			...begun,
			recorded: task.recorded && (await readRecorded(begun) ?? task.recorded)
		};
		const left = run.recorded ? await findLeftovers(run, run.recorded) : NO_LEFTOVERS;
		if (left === null) return await finish(run, { state: {
			kind: "failed",
			because: "account-not-listed"
		} }, []);
		return await carryOut$1(run, left, keepsOld);
	} catch {
		return {
			result: buildResult(begun, { state: {
				kind: "failed",
				because: "unexpected"
			} }),
			gaps: []
		};
	}
}
async function refuse(run, halt) {
	if ((run.recorded !== null || halt.because === "resumed-elsewhere") && halt.because !== "unfinished") return {
		result: buildResult(run, { state: {
			kind: "failed",
			...halt
		} }),
		gaps: []
	};
	const result = buildResult(run, { state: {
		kind: "refused",
		because: halt.because === "unfinished" ? halt.because : "not-recorded"
	} });
	await noteStep(run, {
		step: "end",
		state: result.state,
		isOver: true
	});
	return {
		result,
		gaps: []
	};
}
async function carryOut$1(run, left, keepsOld) {
	const cleared = await discardKeys(run, left.unstored);
	const made = left.kept ? await keepKey(run, left) : await makeKey(run);
	if (made === null) return await finish(run, {
		state: {
			kind: "unfinished",
			because: "new-key-gone"
		},
		superseded: cleared.keys,
		newKey: null
	}, cleared.gaps, true);
	if ("failure" in made) {
		const { failure, key, places, discarded } = made;
		const superseded = [...cleared.keys, ...discarded.keys];
		const newKey = key ?? buildResult(run, { state: { kind: "planned" } }).newKey;
		return await finish(run, {
			state: {
				kind: "failed",
				...failure
			},
			newKey,
			places,
			superseded
		}, [...cleared.gaps, ...discarded.gaps]);
	}
	const { gaps, ...settled } = await settleOldKeys(run, made, {
		left,
		cleared,
		keepsOld
	});
	const isGone = settled.state.kind === "unfinished" && settled.state.because === "new-key-gone";
	return await finish(run, {
		...settled,
		newKey: made.key,
		places: made.places
	}, gaps, isGone);
}
async function keepKey(run, { kept, keptRecord }) {
	if (kept === null || keptRecord === null) return null;
	const incoming = {
		record: keptRecord,
		since: kept.triedAt,
		seenAt: kept.seenAt
	};
	return {
		key: describeRecorded(kept),
		incoming,
		places: describePlaces(run, kept)
	};
}
async function makeKey(run) {
	if (run.world.isCancelled()) return await fall(run, {
		failure: { because: "cancelled" },
		strays: []
	});
	const fresh = await mintKey(run);
	if ("failure" in fresh) return await fall(run, fresh);
	const tried = await tryNewKey(run, fresh);
	if ("because" in tried) {
		const strays = await findCreated(run, fresh);
		const fallen = await fall(run, {
			failure: tried,
			strays
		}, fresh.minted.id);
		return strays.length > 0 ? fallen : {
			...fallen,
			key: fresh.minted
		};
	}
	const { places, isTouched, failure } = await storeKey(run, tried);
	if (failure === null) return {
		key: tried.minted,
		incoming: describeIncoming(tried),
		places
	};
	if (!isTouched) return {
		...await fall(run, {
			failure,
			strays: [tried.record]
		}, fresh.minted.id),
		places
	};
	return {
		failure,
		key: tried.minted,
		places,
		discarded: NOTHING_RETIRED
	};
}
async function fall(run, { failure, strays }, own = null) {
	return {
		failure,
		key: null,
		places: describePlaces(run),
		discarded: await discardKeys(run, strays, own)
	};
}
function describeIncoming({ record, triedAt }) {
	return {
		record,
		since: triedAt,
		seenAt: null
	};
}
async function finish(run, parts, gaps, isOver = false) {
	const result = buildResult(run, parts);
	const { state } = result;
	const recorded = await readRecorded(run).catch(() => null);
	if (recorded && recorded.attempt !== run.attempt) return {
		result,
		gaps
	};
	const unrecorded = await noteStep(run, {
		step: "end",
		state,
		isOver: isOver || isSettled(result)
	}) ? [] : [{
		kind: "audit-file",
		detail: describeUnrecordedEnd(run.plan.old.id)
	}];
	return {
		result,
		gaps: [...gaps, ...unrecorded]
	};
}
function isSettled({ state, newKey, superseded }) {
	if (state.kind === "rotated") return true;
	if (state.kind !== "failed" || newKey !== null) return false;
	return !(state.because === "mint" && state.mayExist) && superseded.every(isRetired);
}
// src/rotate/replace-leaked.ts
async function replaceLeakedKey(order, { request, rails }, world) {
	const asked = {
		...order,
		wait: 0
	};
	const inventory = await world.registry.inventory();
	const recorded = await world.journal.rotations();
	const [planned] = await planOrders({
		...request,
		orders: [asked],
		isOnlyDue: false,
		isResume: true
	}, {
		inventory,
		now: world.clock.now(),
		protect: rails.policy.protect,
		unmatched: rails.unmatched,
		own: rails.own,
		recorded,
		batch: world.createToken()
	}, world);
	if (!planned) throw new Error("every order is planned");
	if ("result" in planned) return {
		result: planned.result,
		gaps: []
	};
	return await rotateKey(planned.task, rails, world, { keepsOld: true });
}
// src/rotate/rotate.ts
var rotate_exports = /* @__PURE__ */ __exportAll({
	findOwnKeys: () => findOwnKeys,
	rotateKeys: () => rotateKeys
});
async function rotateKeys(request, world) {
	const { policy } = { policy: request.rails };
	const inventory = await world.registry.inventory();
	const checked = checkEntries({
		...policy,
		onLeak: "revoke",
		approved: null
	}, inventory, []);
	const rails = {
		policy,
		unmatched: checked.entries,
		own: findOwnKeys(inventory.records, request.adminKey)
	};
	const recorded = await world.journal.rotations();
	const batch = (request.isResume ? findBatch(request.orders, recorded) : null) ?? world.createToken();
	const { results, gaps } = await carryOut(refuseIdleResume(request, await planOrders(request, {
		inventory,
		now: world.clock.now(),
		protect: policy.protect,
		unmatched: rails.unmatched,
		own: rails.own,
		recorded,
		batch
	}, world)), rails, request, world);
	return {
		at: world.clock.now(),
		organization: inventory.organization,
		isDryRun: policy.dryRun,
		rotations: results,
		gaps: [
			...inventory.gaps,
			...checked.gaps,
			...gaps
		],
		notes: []
	};
}
function findOwnKeys(records, adminKey) {
	const own = records.filter(({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted));
	return new Set(own.map(({ id }) => id));
}
function refuseIdleResume({ isResume, isOnlyDue, orders }, planned) {
	const isDone = (one) => one !== null && "result" in one && one.result.state.kind === "rotated";
	const isOpen = (one) => one !== null && ("task" in one ? one.task.recorded !== null : one.result.isResumed && !isDone(one));
	const isBetween = planned.some(isDone) && planned.some((one) => one !== null && "task" in one);
	const isBegun = planned.some(isOpen) || isBetween;
	if (!isResume || isOnlyDue || isBegun) return planned;
	return orders.map((order, index) => {
		const one = planned[index];
		return { result: buildRefusal(order, one && "task" in one ? one.task.plan.old : null, { because: "nothing-to-resume" }) };
	});
}
async function carryOut(planned, rails, { rails: { dryRun } }, world) {
	const tasks = planned.flatMap((one) => one && "task" in one ? [one.task] : []);
	const isAllowed = dryRun || tasks.length === 0 || await announce(tasks, world);
	const results = [];
	const gaps = [];
	for (const one of planned) {
		if (one === null) continue;
		const done = "result" in one ? {
			result: one.result,
			gaps: []
		} : await carryOutOne(one.task, {
			rails,
			isAllowed,
			world
		});
		results.push(done.result);
		gaps.push(...done.gaps);
	}
	return {
		results,
		gaps
	};
}
async function announce(tasks, world) {
	const plans = tasks.map(({ plan }) => plan);
	if (world.confirm && !await world.confirm(plans)) return false;
	if (!world.confirm) world.onPlanned(plans);
	world.onContainment();
	return true;
}
async function carryOutOne(task, { rails, isAllowed, world }) {
	if (rails.policy.dryRun) return {
		result: buildResult(task, { state: { kind: "planned" } }),
		gaps: []
	};
	if (!isAllowed) return {
		result: buildResult(task, { state: {
			kind: "refused",
			because: "declined"
		} }),
		gaps: []
	};
	if (world.isCancelled()) return {
		result: buildResult(task, { state: {
			kind: "refused",
			because: "cancelled"
		} }),
		gaps: []
	};
	return await rotateKey(task, rails, world);
}
// src/rotate/leak-replacement.ts
var leak_replacement_exports = /* @__PURE__ */ __exportAll({ createKeyReplacer: () => createKeyReplacer });
function createKeyReplacer(options) {
	const { policy, adminKey, minter, store, onKeyCreated, onStep = () => {} } = options;
	return async (record, world) => {
		try {
			const entry = findKeysEntry(await world.keysFile(), record);
			if (entry === null) return null;
			const { records } = await world.registry.inventory();
			const rails = {
				policy,
				unmatched: [],
				own: findOwnKeys(records, adminKey)
			};
			const order = {
				...createKeyOrder(entry, {
					overlap: policy.grace,
					wait: 0
				}),
				asked: record.id
			};
			const createToken = () => randomBytes(4).toString("hex");
			const whole = {
				...world,
				minter,
				store,
				confirm: null,
				onKeyCreated,
				onStep,
				createToken
			};
			const idle = {
				onPlanned: () => {},
				onContainment: () => {}
			};
			const { result, gaps } = await replaceLeakedKey(order, {
				request: {
					rails: policy,
					adminKey
				},
				rails
			}, {
				...whole,
				...idle
			});
			const { state, newKey, places } = result;
			return {
				rotation: {
					state,
					newKey,
					places
				},
				gaps,
				isUsed: await prepareUseCheck(record, newKey, minter)
			};
		} catch {
			return FAILED;
		}
	};
}
const FAILED = {
	rotation: {
		state: {
			kind: "failed",
			because: "unexpected"
		},
		newKey: null,
		places: []
	},
	gaps: [],
	isUsed: async () => null
};
async function prepareUseCheck(old, newKey, minter) {
	if (newKey === null) return async () => null;
	const record = {
		...old,
		id: newKey.id,
		redacted: null
	};
	const before = await minter.readKey(record);
	return async () => {
		const now = await minter.readKey(record);
		if (before.kind !== "there" || now.kind !== "there") return null;
		const { lastUsedAt } = now.record;
		return lastUsedAt !== null && lastUsedAt > before.at;
	};
}
export { ROTATION_DEFAULTS, choices_exports, connection_exports, createKeyStore, createRotationToken, json_exports, key_store_exports, markdown_exports, openMinter, orders_exports, parseRotationChoices, parse_exports, rotate_exports, rotation_run_exports, text_exports, view_exports };
