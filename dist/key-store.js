import "./rolldown-runtime.js";
import { SYSTEM_CLOCK, UsageError, computeFingerprint, getErrorCode, resolveOutputPath } from "./scan.js";
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
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
const kill = process.getBuiltinModule("node:process").kill;
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
		const written = held === null ? path : join(dirname(path), `.key-guard-${randomUUID()}`);
		const verified = await writeNewFile(written, secret);
		if (written !== path) await rename(written, path).catch(async (error) => await removeAndThrow(written, error));
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
var LeftFile = class extends Error {};
async function writeNewFile(path, secret) {
	const handle = await open$1(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, MODE);
	try {
		try {
			await handle.chmod(MODE);
			await handle.writeFile(secret.reveal());
			await handle.sync();
			return await readFingerprint(handle) === secret.fingerprint;
		} finally {
			await handle.close();
		}
	} catch (error) {
		return await removeAndThrow(path, error);
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
	const bytes = Buffer.alloc(4097);
	const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
	return bytesRead > LONGEST ? "other" : computeFingerprint(bytes.subarray(0, bytesRead).toString("utf8"));
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
		const { createOctokit } = await import("./scan.js").then((n) => n.client_exports);
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
export { createKeyStore };
