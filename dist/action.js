import "./rolldown-runtime.js";
import { A as bestFirst, B as UsageError, C as json, D as advice, E as said, F as plain, G as isHarmful, H as shown, I as visible, K as sample, L as registryFor, M as inPlain, N as clipped, O as ranked, P as keyless, R as EXIT, S as summary$1, T as KIND_NAMES, U as verdict, V as conclude, W as isFailure, _ as run, a as pathFilter, b as gone, d as findRepository, g as settingsFrom, h as hint, j as placeOf, k as standingOf, m as DEFAULTS, n as openRange, p as Git, q as detect, r as openFiles, s as baseOfNewBranch, t as VERSION, u as isFullName, v as terminal, w as GAP_NAMES, x as resolved, y as comment, z as lastWords } from "./version.js";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import "path";
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
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
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
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
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
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
const { access, appendFile: appendFile$1, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile$1)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
// src/github/client.ts
/** Longer waits than this, in seconds, are not worth a runner's time: the comment is given up, and said to be. */
const LONGEST_WAIT = 60;
/** octokit with the plugins that repeat what failed and slow down when GitHub asks for it; loaded when first needed. */
async function octokitFor({ apiUrl, token }) {
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
/** The plugins log requests, with what was sent; nothing of that belongs in a public log. */
function silent() {}
// src/github/sticky.ts
const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64}) -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*) -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*) -->$/;
/** The body of a comment: three hidden lines, then the text. */
function bodyOf({ head, contained, open }, text) {
	return [
		`<!-- openai-key-guard:v1 head=${head} -->`,
		`<!-- openai-key-guard:contained ${contained.join(",")} -->`,
		`<!-- openai-key-guard:open ${open.join(",")} -->`,
		text
	].join("\n");
}
/** Reads a body back; null when it is no comment of this tool. Who wrote it is for the caller to check. */
function marksIn(body) {
	const [first = "", second = "", third = "", ...text] = body.split(/\r?\n/);
	const head = HEAD.exec(first)?.[1];
	if (!head) return null;
	return {
		marks: {
			head,
			contained: listIn(CONTAINED.exec(second)?.[1]),
			open: listIn(OPEN.exec(third)?.[1])
		},
		text: text.join("\n")
	};
}
function listIn(list) {
	return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
// src/github/comment.ts
/** Asks GitHub nothing before it is asked. */
function stickyComment(access, pull) {
	const { owner, repo, number } = pull;
	let octokit;
	let found;
	const github = () => {
		octokit ??= octokitFor(access);
		return octokit;
	};
	const find = () => {
		found ??= findOurs();
		return found;
	};
	/** A marker can be planted by anyone who may comment: only a comment by our own account is ours. */
	async function findOurs() {
		const { rest, paginate, graphql } = await github();
		const { viewer } = await graphql("query { viewer { login } }");
		const comments = paginate.iterator(rest.issues.listComments, {
			owner,
			repo,
			issue_number: number,
			per_page: 100
		});
		for await (const { data } of comments) for (const { id, body = "", user } of data) {
			const read = user?.login === viewer.login ? marksIn(body) : null;
			if (read) return {
				id,
				body,
				...read
			};
		}
		return null;
	}
	/** A run whose head is no longer the pull request's leaves a comment on another head as it is. */
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
	async function write({ say, contained, mayCreate }) {
		const last = await find();
		if (!last && !mayCreate) return { kind: "none" };
		const { rest } = await github();
		const all = [.../* @__PURE__ */ new Set([...last?.marks.contained ?? [], ...contained])];
		const { text, open } = say(last?.marks ?? null);
		const fresh = bodyOf({
			head: pull.head,
			contained: all,
			open
		}, text);
		if (!last) {
			await rest.issues.createComment({
				owner,
				repo,
				issue_number: number,
				body: fresh,
				request: { retries: 0 }
			});
			return { kind: "created" };
		}
		const older = await isSuperseded(last.marks);
		const body = older ? bodyOf({
			...last.marks,
			contained: all
		}, last.text) : fresh;
		if (body !== last.body) await rest.issues.updateComment({
			owner,
			repo,
			comment_id: last.id,
			body
		});
		if (older) return { kind: "superseded" };
		return { kind: body === last.body ? "unchanged" : "updated" };
	}
	return {
		memory: async () => {
			try {
				return new Set((await find())?.marks.contained);
			} catch (error) {
				failureOf(error);
				return /* @__PURE__ */ new Set();
			}
		},
		write: async (message) => {
			try {
				return await write(message);
			} catch (error) {
				return failureOf(error);
			}
		}
	};
}
/** What GitHub's refusal means; anything that is no answer of GitHub's, nor a network failure, is thrown on. */
function failureOf(error) {
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
// src/github/event.ts
/**
* Reads the webhook payload of `pull_request` and `push`.
*
* @throws UsageError for other events, and for a payload that lacks what GitHub's webhook reference promises.
*/
function broughtBy(eventName, payload) {
	const event = objectOf(payload);
	const repository = objectOf(event["repository"]);
	const common = {
		isPublic: !(repository["private"] === true || ["private", "internal"].includes(String(repository["visibility"]))),
		defaultBranch: typeof repository["default_branch"] === "string" ? repository["default_branch"] : null
	};
	switch (eventName) {
		case "pull_request": return {
			...common,
			...ofPullRequest(event, repository)
		};
		case "push": return {
			...common,
			...ofPush(event)
		};
		default: throw new UsageError(`This step ran on the event ${JSON.stringify(eventName)}, which it cannot read; it works on pull_request and push.`);
	}
}
function ofPullRequest(event, repository) {
	const pullRequest = objectOf(event["pull_request"]);
	const [head, base] = [objectOf(pullRequest["head"]), objectOf(pullRequest["base"])];
	const [owner = "", repo = ""] = textOf(repository["full_name"], "repository.full_name").split("/");
	const sha = textOf(head["sha"], "pull_request.head.sha");
	const isFork = objectOf(head["repo"])["full_name"] !== repository["full_name"];
	const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? event["before"] : null;
	const pull = {
		owner,
		repo,
		number: Number(pullRequest["number"]),
		head: sha,
		isFork,
		replaced: typeof before === "string" ? before : null
	};
	return {
		range: {
			base: textOf(base["sha"], "pull_request.base.sha"),
			head: sha
		},
		ref: null,
		pull
	};
}
function ofPush(event) {
	const [before, after] = [textOf(event["before"], "before"), textOf(event["after"], "after")];
	return {
		range: isZero(after) ? null : {
			base: isZero(before) ? null : before,
			head: after
		},
		ref: textOf(event["ref"], "ref"),
		pull: null
	};
}
/** GitHub's name for "no commit": zeros, as many as the repository's object names have digits. */
function isZero(sha) {
	return /^0+$/.test(sha);
}
function objectOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function textOf(value, path) {
	if (typeof value === "string" && value !== "") return value;
	throw new UsageError(`The event file (GITHUB_EVENT_PATH) has no ${path}; it must be the payload GitHub sent.`);
}
// src/github/link.ts
/** Links a place to its line at the commit that brought it: a branch would move on under the link. */
function linksTo(repositoryUrl) {
	return ({ path, line, commit }) => {
		if (commit === null) return null;
		if (path === null) return `${repositoryUrl}/commit/${commit}`;
		return `${repositoryUrl}/blob/${commit}/${path.toWellFormed().split("/").map(encodeURIComponent).join("/")}?plain=1${line === null ? "" : `#L${line}`}`;
	};
}
// src/github/message.ts
/** What a report has to say on the pull request. Where there never was a leak, nothing. */
function messageOf(report, texts, context) {
	const { findings } = report;
	const conclusion = conclude(report);
	const open = findings.filter((one) => isHarmful(one) && one.validity.kind !== "inactive").map(({ fingerprint }) => fingerprint);
	return {
		mayCreate: conclusion === "leaked",
		contained: findings.filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "already-gone").map(({ fingerprint }) => fingerprint),
		say: (last) => {
			if (conclusion !== "clean") return {
				text: texts.comment(report, context),
				open
			};
			if (findings.length > 0) return {
				text: texts.resolved(report, context),
				open
			};
			const left = last?.open ?? [];
			return {
				text: texts.gone(left, context),
				open: left
			};
		}
	};
}
// src/report/annotations.ts
/** GitHub shows ten of each level for a step, and logs the rest. */
const MOST_OF_A_LEVEL = 10;
/** GitHub cuts what is longer. */
const LONGEST_MESSAGE = 4096;
const TITLES = {
	exposed: "is exposed",
	lingering: "no longer works, but is still in the head",
	dead: "was exposed and no longer works",
	older: "was here before this change"
};
/** One annotation for each key, at its best place, and one for each thing that was not read; ten of each level. */
function annotations(report) {
	const all = [...ranked(report.findings).map(ofFinding), ...report.gaps.filter(isFailure).map(ofGap)];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => capped(all.filter((one) => one.level === level)));
}
function ofFinding(finding) {
	const { kind, fingerprint, mask, validity, outcome, sightings } = finding;
	const [best] = bestFirst(sightings);
	const isInFile = best?.where === "file" && best.path !== null;
	const where = !best || isInFile ? [] : [`Seen in the ${plain(placeOf(best))}.`];
	const states = [said(validity), said(outcome)].map((state) => `${capital(state)}.`);
	const more = sightings.length > 1 ? [`Seen in ${sightings.length} places.`] : [];
	return {
		level: levelOf(finding),
		title: `${capital(KIND_NAMES[kind])} ${TITLES[standingOf(finding)]}`,
		message: [`${plain(mask)} (${fingerprint}). ${[
			...states,
			...where,
			...more
		].join(" ")}`, ...advice(finding).map((step) => inPlain(step))].join("\n"),
		path: best?.path == null || best.where === "stdin" ? null : visible(best.path),
		line: isInFile ? best.line : null,
		column: isInFile ? best.column : null
	};
}
function levelOf(finding) {
	const standing = standingOf(finding);
	switch (standing) {
		case "exposed": return finding.blocks ? "error" : "warning";
		case "lingering": return "warning";
		case "older": return finding.validity.kind === "inactive" ? "notice" : "warning";
		case "dead": return "notice";
		default: return standing;
	}
}
function ofGap({ kind, detail }) {
	return {
		level: "warning",
		title: `Not seen: ${GAP_NAMES[kind]}`,
		message: plain(detail),
		path: null,
		line: null,
		column: null
	};
}
/** The last that is shown speaks for those that are not. */
function capped(all) {
	const more = all.length - MOST_OF_A_LEVEL;
	return all.slice(0, MOST_OF_A_LEVEL).map((one, index) => {
		const tail = more > 0 && index === 9 ? `\nAnd ${more} more, in the job summary.` : "";
		return {
			...one,
			message: `${clipped(one.message, LONGEST_MESSAGE - tail.length)}${tail}`
		};
	});
}
function capital(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/report/unwritten.ts
/** Why the comment could not be written, in one line that names what would mend it; null where it was, or need not be. */
function unwritten({ kind, permission, status = null }, isFork) {
	if (kind === "forbidden") return `The comment could not be written: the token lacks the permission ${permission}${isFork ? "; on a fork's pull request GitHub gives no more than read" : ""}. The verdict stands.`;
	if (kind !== "failed") return null;
	return `The comment could not be written: GitHub ${status === null ? "did not answer" : `answered ${status}`}. The verdict stands.`;
}
// src/sources/ancestry.ts
/**
* Whether a commit is known to be an ancestor of another, both by full object name. One that is not here any more, as
* after a force-push, is not known to be.
*/
async function isAncestor({ repo, environment }, ancestor, head) {
	if (!isFullName(ancestor) || !isFullName(head)) return false;
	return (await new Git((await findRepository(repo)).gitDir, environment).ask([
		"merge-base",
		"--is-ancestor",
		ancestor,
		head
	])).code === 0;
}
// src/action.ts
const { env } = process;
const where = {
	repo: env["GITHUB_WORKSPACE"] ?? process.cwd(),
	environment: env
};
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	refuseUnknownInputs();
	const brought = broughtBy(env["GITHUB_EVENT_NAME"] ?? "", await payload());
	const secretsWithheld = brought.pull?.isFork === true || env["GITHUB_ACTOR"] === "dependabot[bot]";
	const settings = settingsFrom((name) => getInput(name), { secretsWithheld });
	if (settings.adminKey) hide(settings.adminKey);
	const opened = await open(settings, brought);
	if (!opened) {
		info("The push deleted a branch or a tag: it brought nothing to read.");
		for (const [name, value] of Object.entries({
			conclusion: "clean",
			found: 0,
			active: 0,
			contained: 0
		})) setOutput(name, value);
		return;
	}
	const sticky = stickyFor(settings, brought);
	const now = () => /* @__PURE__ */ new Date();
	const report = await run(opened.change, {
		source: opened.source,
		detect,
		registry: registryFor(settings, now),
		memory: async () => await sticky?.memory() ?? /* @__PURE__ */ new Set(),
		found: hide,
		noticed: () => {},
		sample,
		now
	}, settings.policy);
	const detail = settings.detail === "auto" ? brought.isPublic ? "minimal" : "full" : settings.detail;
	await tell(shown(report, detail), settings, brought, sticky);
	process.exitCode = EXIT[verdict(report)];
}
/** The runner passes on inputs that action.yml does not have: a misspelt one would be a setting that does nothing. */
function refuseUnknownInputs() {
	const names = Object.keys(DEFAULTS);
	for (const variable of Object.keys(env)) {
		const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
		if (name !== void 0 && !names.includes(name)) throw new UsageError(`There is no input ${JSON.stringify(plain(name))}.${hint(name, names)}`);
	}
}
async function payload() {
	try {
		return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch {
		throw new UsageError("The event file (GITHUB_EVENT_PATH) cannot be read; this is an Action, and a runner gives it one.");
	}
}
/** Null where the event brought nothing. */
async function open({ scan, paths, exclude }, { range, ref, defaultBranch }) {
	if (scan === "files") return await openFiles({
		root: where.repo,
		globs: paths,
		exclude
	});
	if (!range) return null;
	const includes = await pathFilter(paths, exclude);
	const branch = ref?.replace(/^refs\/heads\//, "") ?? "";
	const base = range.base ?? await baseOfNewBranch(where, {
		branch,
		defaultBranch
	});
	return await openRange({
		...where,
		base,
		head: range.head,
		includes
	});
}
/** Whether this push took commits away that an earlier comment may speak of. */
async function isRewritten({ pull }) {
	return pull !== null && pull.replaced !== null && !await isAncestor(where, pull.replaced, pull.head);
}
function stickyFor({ comment, githubToken: token }, { pull }) {
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	return comment === "on-leak" && token && pull ? stickyComment({
		apiUrl,
		token
	}, pull) : null;
}
async function tell(report, { reportFile }, brought, sticky) {
	await setOutputs(report, reportFile);
	const context = contextOf(report);
	const commented = sticky ? await sayOn(sticky, report, context, brought) : null;
	const note = commented ? unwritten(commented, brought.pull?.isFork === true) : null;
	if (note) warning(note);
	for (const { level, message, title, path: file, line, column } of annotations(report)) {
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
	if (env["GITHUB_STEP_SUMMARY"] && (report.findings.length > 0 || conclude(report) !== "clean")) await summary.addRaw([summary$1(report, context), ...note ? [`> ${note}`] : []].join("\n\n")).write();
	info(terminal(report, {
		paint: (_style, text) => text,
		width: 100,
		unicode: true
	}));
}
/** A clean change asks GitHub nothing, unless it replaced a head that an earlier comment may speak of. */
async function sayOn(sticky, report, context, brought) {
	if (report.findings.length === 0 && conclude(report) === "clean" && !await isRewritten(brought)) return null;
	return await sticky.write(messageOf(report, {
		comment,
		resolved,
		gone
	}, context));
}
function contextOf({ change }) {
	const repositoryUrl = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${env["GITHUB_REPOSITORY"] ?? ""}`;
	const runId = env["GITHUB_RUN_ID"];
	return {
		head: change.kind === "range" ? change.head : env["GITHUB_SHA"] ?? "",
		link: linksTo(repositoryUrl),
		runUrl: runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
		version: VERSION
	};
}
const PRINTERS = {
	error,
	warning,
	notice
};
async function setOutputs(report, reportFile) {
	const file = reportFile ?? path.join(await mkdtemp(path.join(env["RUNNER_TEMP"] ?? tmpdir(), "key-guard-")), "report.json");
	await writeFile(file, json(report, VERSION));
	const { findings } = report;
	setOutput("conclusion", conclude(report));
	setOutput("found", findings.length);
	setOutput("active", findings.filter(({ validity }) => validity.kind !== "inactive").length);
	setOutput("contained", findings.filter(({ outcome }) => outcome.kind === "contained").length);
	setOutput("report", file);
}
/** Outside a runner the command that masks a word would print it. The runner's masking is a second net, not the first. */
function hide(secret) {
	if (env["GITHUB_ACTIONS"] === "true") setSecret(secret.reveal());
}
try {
	await main();
} catch (error$1) {
	error(keyless(lastWords(error$1)), { title: "OpenAI Key Guard could not tell" });
	process.exitCode = EXIT.incomplete;
}
export {};
