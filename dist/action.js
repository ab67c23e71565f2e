import "./rolldown-runtime.js";
import { B as readFirstFileVersions, Ct as MissingCommit, F as findNewBranchBase, Gt as isHarmful, Ht as concludeRun, I as openWithBasePolicy, Jt as DEFAULTS, L as readBasePolicy, Nt as VERSION, Ot as findRepository, R as readFileVersionsAnywhere, Tt as isAncestor, Ut as restrictReport, V as restrictPolicy, Vt as conclude, Xt as suggestNearest, Y as createWorld, Yt as parseSettings, an as redactKeys, ct as brief, en as escapePlain, in as computeFingerprint, lt as isBrief, on as UsageError, ot as EXIT_CODES, st as describeCrash, t as openRange, tt as scanChange, z as readFileVersionsAt } from "./core.js";
import { t as renderJson } from "./json.js";
import { t as renderLastLine } from "./last-line2.js";
import { n as concatSources, t as openTexts } from "./event-texts.js";
import { tmpdir } from "node:os";
import * as os$1 from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import "path";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access: access$1, appendFile: appendFile$1, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access$1(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile$1)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
// src/action/inputs.ts
const { env: env$2 } = process;
function readSettings(secretsWithheld) {
	refuseUnknownInputs();
	return parseSettings((name) => getInput(name), { secretsWithheld });
}
function refuseUnknownInputs() {
	const names = Object.keys(DEFAULTS);
	for (const variable of Object.keys(env$2)) {
		const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
		if (name !== void 0 && !names.includes(name)) throw new UsageError(`There is no input ${JSON.stringify(escapePlain(name))}.${suggestNearest(name, names)}`);
	}
}
async function readPayload() {
	try {
		return JSON.parse(await readFile(env$2["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch {
		throw new UsageError("The event file (GITHUB_EVENT_PATH) cannot be read; this is an Action, and a runner gives it one.");
	}
}
function describeRun(version) {
	const named = {
		id: env$2["GITHUB_RUN_ID"],
		attempt: env$2["GITHUB_RUN_ATTEMPT"],
		url: formatRunUrl() ?? void 0,
		repository: env$2["GITHUB_REPOSITORY"],
		workflow: env$2["GITHUB_WORKFLOW"],
		job: env$2["GITHUB_JOB"],
		event: env$2["GITHUB_EVENT_NAME"],
		actor: env$2["GITHUB_TRIGGERING_ACTOR"] ?? env$2["GITHUB_ACTOR"],
		version
	};
	return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => value ? [[name, value]] : []));
}
function formatRunUrl() {
	const [server, repository, id] = [
		"GITHUB_SERVER_URL",
		"GITHUB_REPOSITORY",
		"GITHUB_RUN_ID"
	].map((name) => env$2[name]);
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
// src/action/outputs.ts
async function setOutputs(report, { reportFile, sarifFile }, context) {
	const file = reportFile ?? await temporary("report.json");
	await writeFile(file, renderJson(report, VERSION));
	if (sarifFile !== null) await writeFile(sarifFile, (await import("./sarif.js")).renderSarif(report, context));
	const { findings } = report;
	const outputs = {
		conclusion: conclude(report),
		found: findings.length,
		active: findings.filter(({ validity }) => validity.kind !== "inactive").length,
		contained: findings.filter(({ outcome }) => outcome.kind === "contained").length,
		containable: findings.flatMap(({ containable, fingerprint }) => containable ? [fingerprint] : []).join(","),
		report: file,
		sarif: sarifFile ?? ""
	};
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function setEmptyOutputs() {
	for (const [name, value] of Object.entries({
		conclusion: "clean",
		found: 0,
		active: 0,
		contained: 0,
		containable: "",
		report: "",
		sarif: ""
	})) setOutput(name, value);
}
async function temporary(name) {
	return path.join(await mkdtemp(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "key-guard-")), name);
}
// src/github/client.ts
const LONGEST_WAIT = 60;
async function createOctokit({ apiUrl, token }) {
	const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
		import("./github.js"),
		import("./dist-bundle.js"),
		import("./dist-bundle2.js")
	]);
	const onLimit = (wait, _options, _octokit, tries) => wait <= LONGEST_WAIT && tries < 2;
	return getOctokit(token, {
		baseUrl: apiUrl,
		log: {
			debug: silent,
			info: silent,
			warn: silent,
			error: silent
		},
		retry: { retries: 2 },
		throttle: {
			onRateLimit: onLimit,
			onSecondaryRateLimit: onLimit
		}
	}, retry, throttling);
}
function silent() {}
// src/github/comment-result.ts
function parseFailure(error) {
	if (!(error instanceof Error) || !("status" in error || error.name === "GraphqlResponseError")) throw error;
	const status = "status" in error && typeof error.status === "number" ? error.status : null;
	if (status === 403 && /not accessible|forbidden/i.test(error.message)) return {
		kind: "forbidden",
		permission: "pull-requests: write"
	};
	return {
		kind: "failed",
		status
	};
}
function isServerError(error) {
	return error instanceof Error && "status" in error && typeof error.status === "number" && error.status >= 500;
}
// src/github/comment-state.ts
const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*) -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*) -->$/;
function formatBody({ head, job, contained, open }, text) {
	return [
		`<!-- openai-key-guard:v1 head=${head}${job === void 0 ? "" : ` job=${job}`} -->`,
		`<!-- openai-key-guard:contained ${contained.join(",")} -->`,
		`<!-- openai-key-guard:open ${open.join(",")} -->`,
		text
	].join("\n");
}
function parseBody(body) {
	const [first = "", second = "", third = "", ...text] = body.split(/\r?\n/);
	const [, head, job] = HEAD.exec(first) ?? [];
	if (head === void 0) return null;
	const [contained, open] = [listIn(CONTAINED.exec(second)?.[1]), listIn(OPEN.exec(third)?.[1])];
	return {
		marks: {
			head,
			...job === void 0 ? {} : { job },
			contained,
			open
		},
		text: text.join("\n")
	};
}
function formatPointer(url) {
	return `<!-- openai-key-guard:folded -->\nTwo runs commented at the same moment; [this comment](${url}) is the one that is kept up to date.`;
}
function computeJobId(parts) {
	return computeFingerprint(JSON.stringify(parts));
}
function listIn(list) {
	return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
// src/github/comment.ts
const SETTLE = 1e3;
const MOST_LOOKS = 3;
function openStickyComment(access, pull, { job, settle = SETTLE } = {}) {
	const { owner, repo, number } = pull;
	let octokit;
	let login;
	const github = () => {
		octokit ??= createOctokit(access);
		return octokit;
	};
	const account = () => {
		login ??= askLogin();
		return login;
	};
	async function askLogin() {
		const { graphql } = await github();
		return (await graphql("query { viewer { login } }")).viewer.login;
	}
	async function listed() {
		const [{ rest, paginate }, us] = await Promise.all([github(), account()]);
		const at = {
			owner,
			repo,
			issue_number: number,
			per_page: 100
		};
		const ours = [];
		for await (const { data } of paginate.iterator(rest.issues.listComments, at)) for (const { id, html_url: url, body = "", user } of data) {
			const said = user?.login === us ? parseBody(body) : null;
			if (said) ours.push({
				id,
				url,
				body,
				...said
			});
		}
		return ours.toSorted((one, other) => one.id - other.id);
	}
	async function mine() {
		const all = await listed();
		const own = all.filter(({ marks }) => marks.job === job);
		return own.length > 0 ? own : all.filter(({ marks }) => marks.job === void 0);
	}
	async function isSuperseded(last) {
		if (last.head === pull.head) return false;
		const { rest } = await github();
		const { data } = await rest.pulls.get({
			owner,
			repo,
			pull_number: number
		});
		return data.head.sha !== pull.head;
	}
	async function create(body) {
		const { rest } = await github();
		try {
			await rest.issues.createComment({
				owner,
				repo,
				issue_number: number,
				body,
				request: { retries: 0 }
			});
		} catch (error) {
			if (!isServerError(error) || !(await mine()).some((one) => one.body === body)) throw error;
		}
	}
	async function change({ id }, body) {
		const { rest } = await github();
		await rest.issues.updateComment({
			owner,
			repo,
			comment_id: id,
			body
		});
	}
	async function put({ say, contained, mayCreate }, isFirst) {
		const [kept, ...doubles] = await mine();
		if (!kept && !mayCreate) return { kind: "none" };
		const remembered = [kept, ...doubles].flatMap((one) => one?.marks.contained ?? []);
		const all = [.../* @__PURE__ */ new Set([...remembered, ...contained])];
		const said = say(kept?.marks ?? null);
		const fresh = formatBody({
			head: pull.head,
			...job === void 0 ? {} : { job },
			contained: all,
			open: said.open
		}, said.text);
		if (!kept) {
			await create(fresh);
			return { kind: "created" };
		}
		const older = await isSuperseded(kept.marks);
		const isSaid = !isFirst && kept.marks.head === pull.head && kept.marks.job === job;
		const body = older || isSaid ? formatBody({
			...kept.marks,
			contained: all
		}, kept.text) : fresh;
		if (body !== kept.body) await change(kept, body);
		for (const double of doubles) await change(double, formatPointer(kept.url));
		const isChanged = body !== kept.body || doubles.length > 0;
		if (older && (isFirst || !isChanged)) return { kind: "superseded" };
		return { kind: isChanged ? "updated" : "unchanged" };
	}
	async function write(message) {
		const first = await put(message, true);
		if (first.kind === "none" || first.kind === "unchanged") return first;
		try {
			await settled(message);
		} catch (error) {
			parseFailure(error);
		}
		return first;
	}
	async function settled(message) {
		for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
			if (message.contained.length > 0) await pause(settle);
			const { kind } = await put(message, false);
			if (kind !== "created" && kind !== "updated") return;
		}
	}
	return {
		memory: async () => {
			try {
				return new Set((await listed()).flatMap(({ marks }) => marks.contained));
			} catch (error) {
				parseFailure(error);
				return /* @__PURE__ */ new Set();
			}
		},
		write: async (message) => {
			try {
				return await write(message);
			} catch (error) {
				return parseFailure(error);
			}
		}
	};
}
async function pause(milliseconds) {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}
// src/github/link.ts
function createLinks(repositoryUrl) {
	return ({ path, line, commit }) => {
		if (commit === null) return null;
		if (path === null) return `${repositoryUrl}/commit/${commit}`;
		return `${repositoryUrl}/blob/${commit}/${path.toWellFormed().split("/").map(encodeURIComponent).join("/")}?plain=1${line === null ? "" : `#L${line}`}`;
	};
}
// src/github/message.ts
function chooseMessage(report, texts, context) {
	const { findings } = report;
	const conclusion = conclude(report);
	const open = findings.filter((one) => isHarmful(one) && one.validity.kind !== "inactive").map(({ fingerprint }) => fingerprint);
	return {
		mayCreate: conclusion === "leaked",
		contained: findings.filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "already-gone").map(({ fingerprint }) => fingerprint),
		say: (last) => {
			if (conclusion !== "clean") return {
				text: texts.renderComment(report, context),
				open
			};
			if (findings.length > 0) return {
				text: texts.renderResolvedComment(report, context),
				open
			};
			const left = last?.open ?? [];
			return {
				text: texts.renderGoneComment(left, context),
				open: left
			};
		}
	};
}
// src/report/wording/comment.ts
function unwritten({ kind, permission, status = null }, isFork) {
	if (kind === "forbidden") return `The comment could not be written: the token lacks the permission ${permission}${isFork ? "; on a fork's pull request GitHub gives no more than read" : ""}. The verdict stands.`;
	if (kind !== "failed") return null;
	return `The comment could not be written: GitHub ${status === null ? "did not answer" : `answered ${status}`}. The verdict stands.`;
}
// src/action/publish.ts
const { env: env$1 } = process;
function openComment(settings, { pull }, { apiUrl }) {
	const { comment, githubToken: token, scan, paths, exclude } = settings;
	if (comment !== "on-leak" || !token || !pull) return null;
	const workflow = (env$1["GITHUB_WORKFLOW_REF"] ?? env$1["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, "");
	return openStickyComment({
		apiUrl,
		token
	}, pull, { job: computeJobId([
		workflow,
		scan,
		...paths,
		"",
		...exclude
	]) });
}
async function publish(report, settings, brought, sticky, site) {
	const context = contextOf(report, site);
	const failures = [];
	const attempt = async (step) => {
		try {
			return await step();
		} catch (error) {
			failures.push(error);
			return null;
		}
	};
	await attempt(() => setOutputs(report, settings, context));
	const commented = sticky && await attempt(() => sayOn(sticky, report, context, brought, site));
	const note = commented && unwritten(commented, brought.pull?.isFork === true);
	if (note) warning(note);
	await attempt(() => sayHere(report, context, note ? [`> ${note}`] : []));
	if (failures.length > 0) throw failures[0];
}
async function sayHere(report, context, notes) {
	const look = {
		paint: (_style, text) => text,
		width: 100,
		unicode: true
	};
	if (isBrief(report)) return info(brief(report, look));
	const { renderAnnotations } = await import("./annotations.js");
	const { renderSummary } = await import("./markdown.js");
	const { renderText } = await import("./text.js");
	for (const { level, message, title, path: file, line, column } of renderAnnotations(report)) {
		const place = {
			file,
			startLine: line,
			startColumn: column
		};
		PRINTERS[level](message, Object.fromEntries(Object.entries({
			title,
			...place
		}).filter(([, value]) => value !== null)));
	}
	info(renderText(report, look));
	const isWorthAPage = report.findings.length + report.unfinished.length > 0 || conclude(report) !== "clean";
	if (env$1["GITHUB_STEP_SUMMARY"] && isWorthAPage) await summary.addRaw([renderSummary(report, context), ...notes].join("\n\n")).write();
	const last = renderLastLine(report);
	if (last !== null) info(last);
}
async function sayOn(sticky, report, context, brought, site) {
	if (report.findings.length === 0 && conclude(report) === "clean" && !await isRewritten(brought, site)) return null;
	return await sticky.write(chooseMessage(report, await import("./markdown.js"), context));
}
async function isRewritten({ pull }, site) {
	if (pull === null || pull.replaced === null) return false;
	return !await isAncestor(site, pull.replaced, pull.head).catch(() => false);
}
function contextOf({ change }, { serverUrl, repository }) {
	return {
		head: change.kind === "range" ? change.head : env$1["GITHUB_SHA"] ?? "",
		link: createLinks(`${serverUrl}/${repository}`),
		runUrl: formatRunUrl(),
		job: [env$1["GITHUB_WORKFLOW"], env$1["GITHUB_JOB"]].filter(Boolean).join(" / ") || null,
		version: VERSION
	};
}
const PRINTERS = {
	error,
	warning,
	notice
};
// src/github/payload.ts
function objectAt(value, ...path) {
	const found = path.reduce((one, key) => isObject(one) ? one[key] : void 0, value);
	return isObject(found) ? found : {};
}
function textIn(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
function countIn(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
function timeIn(value) {
	const time = typeof value === "string" ? new Date(value) : null;
	return time && !Number.isNaN(time.getTime()) ? time : null;
}
function must(value, place) {
	if (value !== null) return value;
	throw new UsageError(`The event file (GITHUB_EVENT_PATH) has no ${place}; it must be the payload GitHub sent.`);
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/github/event-texts.ts
function opened(what, thing) {
	return [...textsOf(`title of the ${what}`, thing, "title"), ...textsOf(`body of the ${what}`, thing, "body")];
}
function said(what, thing) {
	return textsOf(what, thing, "body");
}
function released(release) {
	return [...textsOf("name of the release", release, "name"), ...textsOf("notes of the release", release, "body")];
}
function textsOf(what, thing, field) {
	const text = textIn(thing[field]);
	if (text === null) return [];
	const author = textIn(objectAt(thing, "user")["login"]) ?? textIn(objectAt(thing, "author")["login"]);
	const at = timeIn(thing["updated_at"]) ?? timeIn(thing["published_at"]) ?? timeIn(thing["created_at"]);
	return [{
		of: {
			what,
			url: textIn(thing["html_url"]),
			author,
			at
		},
		text
	}];
}
// src/github/event.ts
const READERS = {
	pull_request: (event) => ofPullRequest(event, { hasSecrets: false }),
	pull_request_target: (event) => ofPullRequest(event, { hasSecrets: true }),
	push: ofPush,
	merge_group: ofMergeGroup,
	workflow_run: ofWorkflowRun,
	issues: (event) => ofTexts("an issue", opened("issue", objectAt(event, "issue"))),
	issue_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
	pull_request_review: (event) => ofTexts("a review", said("review", objectAt(event, "review"))),
	pull_request_review_comment: (event) => ofTexts("a comment", said("review comment", objectAt(event, "comment"))),
	commit_comment: (event) => ofTexts("a comment", said("comment on a commit", objectAt(event, "comment"))),
	discussion: (event) => ofTexts("a discussion", opened("discussion", objectAt(event, "discussion"))),
	discussion_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
	release: (event) => ofTexts("a release", released(objectAt(event, "release"))),
	schedule: () => ({ scope: { kind: "history" } }),
	workflow_dispatch: () => ({ scope: { kind: "history" } })
};
function parseEvent(eventName, payload) {
	const event = objectAt(payload);
	const reader = Object.hasOwn(READERS, eventName) ? READERS[eventName] : void 0;
	if (!reader) {
		const names = Object.keys(READERS).join(", ");
		throw new UsageError(`This step ran on the event ${JSON.stringify(eventName)}, which brings nothing to read; it works on ${names}.`);
	}
	const { private: isPrivate, visibility, ...repository } = objectAt(event, "repository");
	return {
		texts: [],
		ref: null,
		pull: null,
		secretsWithheld: false,
		isPublic: !(isPrivate === true || visibility === "private" || visibility === "internal"),
		defaultBranch: textIn(repository["default_branch"]),
		...reader(event)
	};
}
function ofPullRequest(event, { hasSecrets }) {
	const pullRequest = objectAt(event, "pull_request");
	const pull = parsePullRequest(pullRequest, event);
	const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? textIn(event["before"]) : null;
	return {
		scope: parseRange(pullRequest, pull),
		texts: opened("pull request", pullRequest),
		ref: refOf(textIn(objectAt(pullRequest, "head")["ref"])),
		pull: {
			...pull,
			replaced: before
		},
		secretsWithheld: pull.isFork && !hasSecrets
	};
}
function parsePullRequest(pullRequest, { repository }) {
	const name = must(textIn(objectAt(repository)["full_name"]), "repository.full_name");
	const [owner = "", repo = ""] = name.split("/");
	const isFork = objectAt(pullRequest, "head", "repo")["full_name"] !== name;
	const head = must(textIn(objectAt(pullRequest, "head")["sha"]), "pull_request.head.sha");
	return {
		owner,
		repo,
		number: must(countIn(pullRequest["number"]), "pull_request.number"),
		head,
		isFork,
		replaced: null
	};
}
function parseRange(pullRequest, { number, head }) {
	return {
		kind: "range",
		base: must(textIn(objectAt(pullRequest, "base")["sha"]), "pull_request.base.sha"),
		head,
		refs: [`refs/pull/${number}/head`],
		commits: countIn(pullRequest["commits"])
	};
}
function ofPush(event) {
	const [before, after] = [must(textIn(event["before"]), "before"), must(textIn(event["after"]), "after")];
	const ref = must(textIn(event["ref"]), "ref");
	if (isZero(after)) return {
		scope: {
			kind: "nothing",
			why: "The push deleted a branch or a tag: it brought nothing to read."
		},
		ref
	};
	const base = isZero(before) ? null : before;
	return {
		scope: {
			kind: "range",
			base,
			head: after,
			refs: [ref],
			commits: null
		},
		ref: base === null ? ref : null
	};
}
function ofMergeGroup(event) {
	const group = objectAt(event, "merge_group");
	const base = must(textIn(group["base_sha"]), "merge_group.base_sha");
	const head = must(textIn(group["head_sha"]), "merge_group.head_sha");
	const ref = textIn(group["head_ref"]);
	return { scope: {
		kind: "range",
		base,
		head,
		refs: ref ? [ref] : [],
		commits: null
	} };
}
function ofWorkflowRun(event) {
	const run = objectAt(event, "workflow_run");
	if (!["pull_request", "pull_request_target"].includes(String(run["event"]))) throw new UsageError("This workflow_run follows a run that was not of a pull request; put the step on that event itself, such as push.");
	return { scope: {
		kind: "behind-run",
		head: must(textIn(run["head_sha"]), "workflow_run.head_sha"),
		headOwner: textIn(objectAt(run, "head_repository", "owner")["login"]),
		headBranch: textIn(run["head_branch"])
	} };
}
function ofTexts(of, texts) {
	return {
		scope: {
			kind: "texts",
			of
		},
		texts
	};
}
function refOf(branch) {
	return branch === null ? null : `refs/heads/${branch}`;
}
function isZero(sha) {
	return /^0+$/.test(sha);
}
// src/github/workflow-run.ts
async function findWorkflowRunScope(access, behind) {
	try {
		return await found(access, behind);
	} catch (error) {
		const status = error instanceof Error && "status" in error ? error.status : void 0;
		if (status === void 0) throw error;
		throw new UsageError(status === 403 || status === 401 ? "The token may not look up the pull request of this run; give the job the permission pull-requests: read." : "GitHub could not be asked which pull request this run is about; run the job again.");
	}
}
async function found(access, { owner, repo, head, headOwner, headBranch }) {
	const octokit = await createOctokit(access);
	const number = (headOwner && headBranch ? await byBranch(octokit, {
		owner,
		repo
	}, `${headOwner}:${headBranch}`, head) : null) ?? await byCommit(octokit, {
		owner,
		repo
	}, head);
	if (number === null) return null;
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const pullRequest = { ...data };
	const pull = parsePullRequest(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
	if (pull.head !== head) return null;
	const ref = typeof data.head.ref === "string" ? `refs/heads/${data.head.ref}` : null;
	return {
		scope: parseRange(pullRequest, pull),
		texts: opened("pull request", pullRequest),
		pull,
		ref
	};
}
async function byBranch({ rest }, repository, head, sha) {
	const { data } = await rest.pulls.list({
		...repository,
		state: "open",
		head,
		per_page: 100
	});
	return data.find((pull) => pull.head.sha === sha)?.number ?? null;
}
async function byCommit({ rest }, repository, sha) {
	const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({
		...repository,
		commit_sha: sha
	});
	return data.find((pull) => pull.state === "open" && pull.head.sha === sha)?.number ?? null;
}
// src/targets/event.ts
async function openEventTarget(settings, event, site) {
	const { scan, paths, exclude, ignoreFile } = settings;
	const { repo, environment } = site;
	const close = async () => {};
	if (scan === "files") {
		const { openFiles } = await import("./files.js");
		const versions = await trustedVersions(event, site, ignoreFile);
		const left = [...exclude, ...(await readBasePolicy(settings, versions)).exclude];
		const opened = await openWithBasePolicy({
			...settings,
			paths: [],
			exclude: []
		}, async () => versions, async () => {
			return await openFiles({
				root: repo,
				globs: paths,
				exclude: left
			});
		});
		return {
			...opened,
			trusted: async () => opened.trusted,
			brought: event,
			close
		};
	}
	if (scan === "history" || event.scope.kind === "history") {
		const { openHistory } = await import("./history.js");
		const opened = await openWithBasePolicy(settings, async () => await trustedVersions(event, site, ignoreFile), async (includes) => {
			return await openHistory({
				repo,
				environment,
				includes,
				unreachable: false
			});
		});
		return {
			...opened,
			trusted: async () => opened.trusted,
			brought: event,
			close
		};
	}
	const brought = await settled(event, site);
	const { scope, texts } = brought;
	switch (scope.kind) {
		case "range": {
			const range = await openCommits(scope, brought, site, settings);
			const source = concatSources([range.source, openTexts({ texts })]);
			return {
				...range,
				source,
				trusted: async () => range.trusted,
				brought
			};
		}
		case "texts": {
			let trusted = null;
			const late = async () => {
				trusted ??= trustedVersions(brought, site, ignoreFile).then((versions) => readBasePolicy(settings, versions));
				return await trusted;
			};
			return {
				change: {
					kind: "texts",
					of: scope.of
				},
				source: openTexts({ texts }),
				trusted: late,
				brought,
				close
			};
		}
		case "nothing": return null;
		case "history":
		case "behind-run": throw new Error("what the event brought was not looked up");
		default: return scope;
	}
}
async function trustedVersions({ scope, defaultBranch }, site, ignoreFile) {
	const { serverUrl, repository, token } = site;
	const server = repository === "" || token === null ? null : {
		...site,
		url: `${serverUrl}/${repository}`
	};
	const main = defaultBranch === null ? "HEAD" : `refs/remotes/origin/${defaultBranch}`;
	if (scope.kind === "range" && scope.base !== null) return await readFileVersionsAnywhere(site, {
		here: scope.base,
		there: scope.base
	}, server, ignoreFile);
	if (scope.kind === "history" || defaultBranch === null) return await readFirstFileVersions(site, [main, "HEAD"], ignoreFile);
	return await readFileVersionsAnywhere(site, {
		here: main,
		there: `refs/heads/${defaultBranch}`
	}, server, ignoreFile);
}
async function settled(event, { repository, apiUrl, token }) {
	const { scope } = event;
	if (scope.kind !== "behind-run") return event;
	if (token === null) throw new UsageError("This run follows another one, and needs github-token to look it up.");
	const [owner = "", repo = ""] = repository.split("/");
	const found = await findWorkflowRunScope({
		apiUrl,
		token
	}, {
		owner,
		repo,
		...scope
	});
	const branch = {
		kind: "range",
		base: null,
		head: scope.head,
		refs: [],
		commits: null
	};
	return {
		...event,
		scope: branch,
		...found
	};
}
async function openCommits(scope, brought, site, settings) {
	const { defaultBranch, ref } = brought;
	const names = ref === null ? [] : [ref];
	const { repo, environment } = site;
	try {
		const branch = (ref ?? "").replace(/^refs\/heads\//, "");
		const base = scope.base ?? await findNewBranchBase(site, {
			branch,
			defaultBranch
		});
		if (scope.base === null && base === null && ref !== `refs/heads/${defaultBranch}` && defaultBranch !== null) throw new MissingCommit(defaultBranch, `${defaultBranch} is not here`);
		const { isPartial } = await findRepository(repo);
		if (isPartial && !await (await import("./at-hand.js")).isAtHand(site, {
			base,
			head: scope.head
		})) throw new MissingCommit(scope.head, "The clone is a partial one, without the contents of the change.");
		const ends = {
			base,
			head: scope.head
		};
		const read = async () => await readFileVersionsAt(site, ends, settings.ignoreFile);
		if (isPartial && (await read()).base.kind === "missing") throw new MissingCommit(base ?? scope.head, "The clone is a partial one, without the ignore file of the base.");
		return {
			...await openWithBasePolicy(settings, read, async (includes) => {
				return await openRange({
					repo,
					environment,
					...ends,
					includes,
					names
				});
			}),
			close: async () => {}
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return await fetchCommits(scope, brought, site, settings, error);
	}
}
async function fetchCommits({ base, head, refs, commits }, { defaultBranch, ref }, { serverUrl, repository, ...site }, settings, missing) {
	if (repository === "" || site.token === null) throw missing;
	const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
	const { openRemoteRange } = await import("./fetched-range.js");
	let found = () => {};
	const versions = new Promise((resolve) => {
		found = resolve;
	});
	return await openWithBasePolicy(settings, async () => await versions, async (includes) => {
		const { versions: fetched, ...opened } = await openRemoteRange({
			...site,
			url: `${serverUrl}/${repository}`,
			base,
			head,
			refs,
			baseRefs: main === null || main === ref ? [] : [main],
			depth: commits,
			includes,
			names: ref === null ? [] : [ref],
			file: settings.ignoreFile
		});
		found(fetched);
		return opened;
	});
}
// src/action.ts
const { env } = process;
const stopping = new AbortController();
const course = {
	isCommitted: false,
	isCancelled: false
};
let close = async () => {};
const site = {
	repo: env["GITHUB_WORKSPACE"] ?? process.cwd(),
	environment: env,
	repository: env["GITHUB_REPOSITORY"] ?? "",
	serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
	apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
	token: null,
	temp: env["RUNNER_TEMP"] ?? tmpdir(),
	signal: stopping.signal
};
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const event = parseEvent(env["GITHUB_EVENT_NAME"] ?? "", await readPayload());
	const settings = readSettings(event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]");
	if (settings.adminKey) hide(settings.adminKey);
	const opened = await openEventTarget(settings, event, {
		...site,
		token: settings.githubToken
	});
	if (!opened) {
		info(event.scope.kind === "nothing" ? event.scope.why : "There is nothing to read.");
		return setEmptyOutputs();
	}
	close = opened.close;
	try {
		await scan(opened, settings);
	} finally {
		await close();
	}
}
async function scan({ change, source, brought, trusted }, settings) {
	const sticky = openComment(settings, brought, site);
	const policy = settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await trusted());
	const world = await createWorld({
		source,
		settings,
		environment: env,
		run: describeRun(VERSION),
		ignores: async () => (await trusted()).ignore,
		memory: async () => await sticky?.memory() ?? /* @__PURE__ */ new Set(),
		onKeyFound: hide,
		onContainment: () => {
			course.isCommitted = true;
		},
		isCancelled: () => course.isCancelled
	});
	const report = await scanChange(change, world, policy);
	const detail = settings.detail === "auto" ? brought.isPublic ? "minimal" : "full" : settings.detail;
	await publish(restrictReport(report, detail), settings, brought, sticky, site);
	process.exitCode = EXIT_CODES[concludeRun(report)];
}
function hide(secret) {
	if (env["GITHUB_ACTIONS"] === "true") setSecret(secret.reveal());
}
function stop() {
	if (course.isCommitted) {
		if (!course.isCancelled) warning("The run was cancelled: the key in hand is finished, and no other is begun.");
		course.isCancelled = true;
		return;
	}
	const cancelled = new UsageError("The run was cancelled; nothing is known about the change.");
	stopping.abort(cancelled);
	error(cancelled.message, { title: "OpenAI Key Guard could not tell" });
	close().finally(() => process.exit(EXIT_CODES.incomplete));
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
try {
	await main();
} catch (error$1) {
	error(redactKeys(describeCrash(error$1)), { title: "OpenAI Key Guard could not tell" });
	process.exitCode = EXIT_CODES.incomplete;
}
export {};
