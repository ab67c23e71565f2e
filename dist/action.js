import "./rolldown-runtime.js";
import { A as openRange, C as ranked, D as keyless, E as clipped, J as pathFilter, K as openFiles, L as missingFrom, O as plain, Q as baseOfNewBranch, R as revisions, S as isRunsOwn, T as inPlain, Y as linesIn, _ as advice, _t as sample, a as run, at as Git, b as refIn, c as gone, ct as registryFor, d as json, dt as UsageError, f as taleOf, ft as conclude, g as said$1, gt as isHarmful, h as KIND_NAMES, ht as isFailure, i as settingsFrom, it as quoted, j as openHistory, k as visible, l as resolved, lt as EXIT, m as GAP_NAMES, mt as verdict, n as DEFAULTS, nt as MissingCommit, o as terminal, ot as complaint, p as done, pt as shown, q as Ruler, r as hint, rt as findRepository, s as comment, st as failureOf$1, t as VERSION, tt as isFullName, u as summary$1, ut as lastWords, v as bestFirst, vt as detect, w as standingOf, x as isAlarming, y as placeOf } from "./version.js";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { platform, tmpdir } from "node:os";
import path, { join } from "node:path";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import "path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
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
const { access: access$1, appendFile: appendFile$1, writeFile: writeFile$1 } = promises;
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
				yield access$1(pathFromEnv, constants.R_OK | constants.W_OK);
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
const HEAD$1 = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64}) -->$/;
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
	const head = HEAD$1.exec(first)?.[1];
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
// src/github/payload.ts
/** The object at a place of a payload; an empty one where there is none. */
function objectAt(value, ...path) {
	const found = path.reduce((one, key) => isObject(one) ? one[key] : void 0, value);
	return isObject(found) ? found : {};
}
/** A text, or null. */
function textIn(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
/** A whole number of 1 or more, or null. */
function countIn(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
/** A time, or null. */
function timeIn(value) {
	const time = typeof value === "string" ? new Date(value) : null;
	return time && !Number.isNaN(time.getTime()) ? time : null;
}
/**
* What must be there by GitHub's webhook reference; `place` says where, for the reader.
*
* @throws UsageError where it is not.
*/
function must(value, place) {
	if (value !== null) return value;
	throw new UsageError(`The event file (GITHUB_EVENT_PATH) has no ${place}; it must be the payload GitHub sent.`);
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/github/texts.ts
/** Title and body of a pull request, an issue or a discussion; `what` says which. */
function opened$1(what, thing) {
	return [...textsOf(`title of the ${what}`, thing, "title"), ...textsOf(`body of the ${what}`, thing, "body")];
}
/** A comment or a review: its body. */
function said(what, thing) {
	return textsOf(what, thing, "body");
}
/** A release: its name and its notes. */
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
/** Events by their names, as GitHub's webhook reference describes them. */
const READERS = {
	pull_request: (event) => ofPullRequest(event, { hasSecrets: false }),
	pull_request_target: (event) => ofPullRequest(event, { hasSecrets: true }),
	push: ofPush,
	merge_group: ofMergeGroup,
	workflow_run: ofWorkflowRun,
	issues: (event) => ofTexts("an issue", opened$1("issue", objectAt(event, "issue"))),
	issue_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
	pull_request_review: (event) => ofTexts("a review", said("review", objectAt(event, "review"))),
	pull_request_review_comment: (event) => ofTexts("a comment", said("review comment", objectAt(event, "comment"))),
	commit_comment: (event) => ofTexts("a comment", said("comment on a commit", objectAt(event, "comment"))),
	discussion: (event) => ofTexts("a discussion", opened$1("discussion", objectAt(event, "discussion"))),
	discussion_comment: (event) => ofTexts("a comment", said("comment", objectAt(event, "comment"))),
	release: (event) => ofTexts("a release", released(objectAt(event, "release"))),
	schedule: () => ({ scope: { kind: "history" } }),
	workflow_dispatch: () => ({ scope: { kind: "history" } })
};
/**
* Reads a webhook payload. Text in it is data: nothing of it is a setting.
*
* @throws UsageError for events that bring nothing to read, and for a payload that lacks what GitHub promises.
*/
function broughtBy(eventName, payload) {
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
	const pull = pullIn(pullRequest, event);
	const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? textIn(event["before"]) : null;
	return {
		scope: rangeOf(pullRequest, pull),
		texts: opened$1("pull request", pullRequest),
		ref: refOf(textIn(objectAt(pullRequest, "head")["ref"])),
		pull: {
			...pull,
			replaced: before
		},
		secretsWithheld: pull.isFork && !hasSecrets
	};
}
/** The pull request that a payload, or GitHub's API, shows. */
function pullIn(pullRequest, { repository }) {
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
/** What a pull request brings: the commits its head has and its base has not. */
function rangeOf(pullRequest, { number, head }) {
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
/** The queue's branch holds the pull requests before this one in the queue too: its base is their merge. */
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
/**
* The second stage after a fork's pull request. Only the commit is taken from the event; which pull request it belongs
* to is asked of GitHub, and nothing of the first run's is read.
*/
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
/** A branch's name as a reference. */
function refOf(branch) {
	return branch === null ? null : `refs/heads/${branch}`;
}
/** GitHub's name for "no commit": zeros, as many as the repository's object names have digits. */
function isZero(sha) {
	return /^0+$/.test(sha);
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
// src/github/second-stage.ts
/**
* What a run behind a pull request's own is about; see `found`.
*
* @throws UsageError naming the permission the token lacks, or saying that GitHub could not be asked.
*/
async function broughtBehind(access, behind) {
	try {
		return await found$1(access, behind);
	} catch (error) {
		const status = error instanceof Error && "status" in error ? error.status : void 0;
		if (status === void 0) throw error;
		throw new UsageError(status === 403 || status === 401 ? "The token may not look up the pull request of this run; give the job the permission pull-requests: read." : "GitHub could not be asked which pull request this run is about; run the job again.");
	}
}
/**
* Finds the open pull request that has a commit as its head, and says what it brought: by the branch it comes from, and
* where that finds none by the commit. Null when there is none: it was closed, or more was pushed since.
*/
async function found$1(access, { owner, repo, head, headOwner, headBranch }) {
	const octokit = await octokitFor(access);
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
	const pull = pullIn(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
	if (pull.head !== head) return null;
	const ref = typeof data.head.ref === "string" ? `refs/heads/${data.head.ref}` : null;
	return {
		scope: rangeOf(pullRequest, pull),
		texts: opened$1("pull request", pullRequest),
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
// src/sources/remote/extent.ts
/** Seconds by which a commit may seem older than its parents: its time is told by the clock of whoever made it. */
const CLOCK_ERROR = 3600;
/**
* Measures a range. Where no commit of it is cut off from its parents, it has every commit it should have, whatever the
* times of commits say; only that it has none too many rests on them, as it does within git itself.
*/
async function extentOf(git, ends, { shallow, since }) {
	const { base } = ends;
	if (shallow.size === 0 || base === null) return { kind: "exact" };
	const walk = await walked(git, ends);
	const oldest = Math.min(walk.oldest, walk.oldestBelow, await timeOf(git, base));
	if (walk.commits.some((commit) => shallow.has(commit))) return {
		kind: "cut",
		oldest
	};
	if (walk.commits.length === 0 || await allDescend(git, ends, walk.commits.length)) return { kind: "exact" };
	const bound = walk.oldest - CLOCK_ERROR;
	if (since !== null && since <= bound || await youngestOf(git, shallow) < bound) return { kind: "exact" };
	return {
		kind: "doubtful",
		oldest
	};
}
async function walked(git, ends) {
	const commits = [];
	let [oldest, oldestBelow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for await (const [mark, commit = "", time] of rows(git, [
		"--boundary",
		"--format=%m %H %ct",
		...revisions(ends)
	])) {
		if (mark === "-") {
			oldestBelow = Math.min(oldestBelow, Number(time));
			continue;
		}
		commits.push(commit);
		oldest = Math.min(oldest, Number(time));
	}
	return {
		commits,
		oldest,
		oldestBelow
	};
}
/** What has the base among its ancestors is no ancestor of the base. */
async function allDescend(git, ends, count) {
	const ending = await git.ask([
		"rev-list",
		"--count",
		"--ancestry-path",
		...revisions(ends),
		"--"
	]);
	if (ending.code !== 0) throw failureOf$1(ending, "count commits");
	return Number(ending.stdout) === count;
}
async function timeOf(git, commit) {
	return await youngestOf(git, [commit]);
}
async function youngestOf(git, commits) {
	let youngest = Number.NEGATIVE_INFINITY;
	const input = [...commits].map((commit) => `${commit}\n`).join("");
	for await (const [, time] of rows(git, [
		"--no-walk=unsorted",
		"--format=_ %ct",
		"--stdin"
	], input)) youngest = Math.max(youngest, Number(time));
	return youngest;
}
/** What `rev-list --format` writes for each commit, but for the line it puts before it. */
async function* rows(git, args, input = "") {
	const running = git.start([
		"rev-list",
		...args,
		...input === "" ? ["--"] : []
	]);
	running.input.end(input);
	for await (const lines of linesIn(running.output)) for (const line of lines) if (!line.startsWith("commit ")) yield line.split(" ");
	const ending = await running.ended;
	if (ending.code !== 0) throw failureOf$1(ending, "walk a range");
}
// src/sources/remote/at-hand.ts
/**
* Whether the repository at hand has all that a range brought, so that nothing need be fetched. Not so where there is no
* repository, where it lacks an end, where it is a shallow clone that does not reach far enough, or a partial one without
* the contents. The ends are full object names.
*/
async function isAtHand({ repo, environment }, ends) {
	const { base, head } = ends;
	if (!isFullName(head) || base !== null && !isFullName(base)) return false;
	const repository = await findRepository(repo).catch(() => null);
	if (!repository) return false;
	const git = new Git(repository.gitDir, environment);
	return await hasCommits(git, ends) && await reaches(git, ends, repository);
}
/** Asked of a list of what is there, since a partial clone would try to fetch what is not. */
async function hasCommits(git, ends) {
	const { code } = await git.ask([
		"rev-list",
		"--max-count=1",
		...revisions(ends),
		"--"
	]);
	return code === 0;
}
async function reaches(git, ends, { shallow, isPartial }) {
	if (shallow.size > 0 && (ends.base === null || (await extentOf(git, ends, {
		shallow,
		since: null
	})).kind !== "exact")) return false;
	return !isPartial || (await missingFrom(git, revisions(ends))).size === 0;
}
// src/sources/remote/contents.ts
/** So many objects may be unknown to the server before it is no longer asked for the others. */
const UNKNOWN_LIMIT = 20;
/**
* Fetches the trees and the contents that a range brought: one request for each, whatever their number. `count` says how
* many commits it has.
*/
async function fillRange(filling, ends) {
	const commits = await listed(filling.git, [
		"--boundary",
		...revisions(ends),
		"--"
	]);
	const trees = await filled(filling, await treesMissingFrom(filling.git, commits));
	const contents = await filled(filling, [...await missingFrom(filling.git, revisions(ends))]);
	const count = commits.filter((commit) => !commit.startsWith("-")).length;
	return {
		...trees.missing > 0 ? trees : contents,
		count
	};
}
/** Fetches what the tree of a commit holds. */
async function fillTree(filling, commit) {
	const trees = await filled(filling, await treesMissingFrom(filling.git, [commit]));
	const contents = await filled(filling, [...await missingFrom(filling.git, [`${commit}^{tree}`])]);
	return trees.missing > 0 ? trees : contents;
}
async function filled({ remote }, wanted) {
	const left = new Set(wanted);
	let last = { kind: "fetched" };
	while (left.size > 0 && wanted.length - left.size < UNKNOWN_LIMIT) {
		last = await remote.fetch([...left], ["--filter=blob:none"]);
		if (last.kind === "fetched") return {
			missing: wanted.length - left.size,
			last
		};
		if (last.kind !== "unknown" || !left.delete(last.name)) break;
	}
	return {
		missing: wanted.length,
		last
	};
}
/** The trees at the top of these commits that are not here. One that is here came with all that are below it. */
async function treesMissingFrom(git, commits) {
	return (await listed(git, [
		"--no-walk=unsorted",
		"--objects",
		"--missing=print",
		"--filter=tree:1",
		"--stdin"
	], commits.map((commit) => `${commit.replace(/^-/, "")}\n`).join(""))).flatMap((line) => line.startsWith("?") ? [line.slice(1)] : []);
}
async function listed(git, args, input = "") {
	const all = [];
	const running = git.start(["rev-list", ...args]);
	running.input.end(input);
	for await (const lines of linesIn(running.output)) for (const line of lines) all.push(line);
	const ending = await running.ended;
	if (ending.code !== 0) throw failureOf$1(ending, "list commits");
	return all;
}
// src/sources/remote/ends.ts
const [HEAD, BASE] = ["refs/scan/head", "refs/scan/base"];
/** So far a reference may have moved on since the event. */
const MOVED_ON = 1e3;
/**
* Fetches both ends of a range, with `depth` commits of history behind each and without contents. What the server does
* not have, or not by that name, is asked for by its next name.
*/
async function fetchEnds(filling, names, depth) {
	const heads = [names.head, ...names.refs];
	const bases = [...names.base === null ? [] : [names.base], ...names.baseRefs];
	for (;;) {
		const [head, base] = [heads[0], bases[0]];
		if (head === void 0) return {
			kind: "none",
			last: {
				kind: "unknown",
				name: names.head
			}
		};
		if (base === void 0 && names.base !== null) return {
			kind: "none",
			last: {
				kind: "unknown",
				name: names.base
			}
		};
		const options = base === void 0 ? ["--no-filter"] : [`--depth=${depth}`, "--filter=blob:none"];
		const asked = [head, ...base === void 0 ? [] : [base]];
		const wanted = asked.map((name, at) => `+${name}:${at === 0 ? HEAD : BASE}`);
		const fetched = await filling.remote.fetch(wanted, options);
		if (fetched.kind === "fetched") return await found(filling, names, asked);
		if (fetched.kind !== "unknown") return {
			kind: "none",
			last: fetched
		};
		if (fetched.name === head) heads.shift();
		if (fetched.name === base) bases.shift();
		if (fetched.name !== head && fetched.name !== base) return {
			kind: "none",
			last: fetched
		};
	}
}
/**
* Looks up what came by those names. A reference may lead elsewhere since the event, and then the commit is mostly a few
* steps behind.
*/
async function found({ git, remote }, { base, head }, names) {
	const [headName, baseName] = names;
	if (headName === head && (baseName ?? null) === base) return {
		kind: "had",
		ends: {
			base,
			head
		},
		names,
		standsIn: false
	};
	const sought = [head, ...base === null ? [] : [base]];
	if ((await Promise.all(sought.map((name) => commitAt(git, name)))).includes(null)) await remote.fetch(names, [`--deepen=${MOVED_ON}`, "--filter=tree:0"]);
	if (await commitAt(git, head) === null) return {
		kind: "none",
		last: {
			kind: "unknown",
			name: head
		}
	};
	if (baseName === void 0) return {
		kind: "had",
		ends: {
			base: null,
			head
		},
		names,
		standsIn: false
	};
	const known = base === null ? null : await commitAt(git, base);
	if (known !== null) return {
		kind: "had",
		ends: {
			base: known,
			head
		},
		names,
		standsIn: false
	};
	const standIn = await commitAt(git, BASE);
	if (standIn === null) return {
		kind: "none",
		last: {
			kind: "unknown",
			name: baseName
		}
	};
	return {
		kind: "had",
		ends: {
			base: standIn,
			head
		},
		names,
		standsIn: base !== null
	};
}
/** The commit of a name, if it is here. Asked of a walk, since `git cat-file` would try to fetch what is not. */
async function commitAt(git, name) {
	const ending = await git.ask([
		"rev-list",
		"--no-walk",
		"--missing=allow-any",
		"--end-of-options",
		name,
		"--"
	]);
	const commit = ending.stdout.trim();
	return ending.code === 0 && isFullName(commit) ? commit : null;
}
/** Names go to git as they are: none may be taken for an option or a pattern (git-check-ref-format(1)). */
function checkNames({ base, head, refs, baseRefs }) {
	for (const name of [head, ...base === null ? [] : [base]]) if (!isFullName(name)) throw new UsageError(`${quoted(name)} is not the full name of a commit.`);
	const odd = [...refs, ...baseRefs].find((name) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(name));
	if (odd !== void 0) throw new UsageError(`${quoted(odd)} is not a reference, as refs/heads/main is.`);
}
// src/sources/remote/fetched-source.ts
/**
* A range in a repository that holds what the range brought, and of the base no contents. Whether the base had a key
* already can only be told with them, so that the first key has them fetched.
*/
var FetchedSource = class {
	#range;
	#fillBase;
	#gaps;
	#filled = null;
	/** `gaps` are those of the fetching. */
	constructor(range, fillBase, gaps) {
		this.#range = range;
		this.#fillBase = fillBase;
		this.#gaps = [...gaps];
	}
	blobs() {
		return this.#range.blobs();
	}
	async locate(blob, hit) {
		this.#filled ??= this.#fill();
		await this.#filled;
		return await this.#range.locate(blob, hit);
	}
	nameOf(blob) {
		return this.#range.nameOf(blob);
	}
	account() {
		const { coverage, gaps } = this.#range.account();
		return {
			coverage,
			gaps: [...gaps, ...this.#gaps]
		};
	}
	async #fill() {
		this.#gaps.push(...await this.#fillBase());
	}
};
// src/sources/remote/access.ts
/** The standard variables for proxies and certificates, as curl and OpenSSL read them. */
const PASSED_ON = /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_ca(?:info|path))$/i;
/**
* The variables with which git may reach one address and nothing else. All settings go by the environment of the one
* process, the token among them: arguments can be listed by any user, and files stay. `home` is an empty folder, so that
* curl finds no `.netrc`. GitHub takes a token for the password of `x-access-token`, as actions/checkout sends it.
*/
function accessTo({ url, protocol }, token, environment, home) {
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	const settings = [
		["remote.origin.url", url],
		["remote.origin.followRemoteHEAD", "never"],
		["protocol.version", "2"],
		["fetch.negotiationAlgorithm", "noop"],
		["credential.helper", ""],
		["http.followRedirects", "false"],
		["http.lowSpeedLimit", "100"],
		["http.lowSpeedTime", "60"],
		["fetch.fsckObjects", "false"],
		["gc.auto", "0"],
		["maintenance.auto", "false"],
		...platform() === "win32" ? [["http.sslBackend", "schannel"]] : [],
		...token === null ? [] : [[`http.${url}.extraheader`, `AUTHORIZATION: basic ${basic}`]]
	];
	const passed = Object.entries(environment).filter((entry) => {
		return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
	});
	return {
		...Object.fromEntries(passed),
		...Object.fromEntries(settings.flatMap(([name, value], at) => [[`GIT_CONFIG_KEY_${at}`, name], [`GIT_CONFIG_VALUE_${at}`, value]])),
		GIT_CONFIG_COUNT: String(settings.length),
		GIT_ALLOW_PROTOCOL: protocol,
		HOME: home,
		USERPROFILE: home
	};
}
// src/sources/remote/address.ts
/** Hosts that are this machine: what is sent there passes no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Reads an address. A UsageError says what is wrong with one; a password in it is not repeated. */
function addressOf(url) {
	if (!URL.canParse(url)) throw new UsageError(`${quoted(url)} is no address; write it as https://host/owner/name.`);
	const { protocol, hostname, username, password, search, hash } = new URL(url);
	if (username !== "" || password !== "") throw new UsageError("The repository's address holds a name or a password; give the token apart from it.");
	if (search !== "" || hash !== "") throw new UsageError(`${quoted(url)} is no address of a repository; leave out what follows its path.`);
	if (protocol === "https:") return {
		url,
		protocol: "https"
	};
	if (protocol === "http:" && LOOPBACK.test(hostname)) return {
		url,
		protocol: "http"
	};
	throw new UsageError(`${quoted(url)} would be fetched without encryption; give its https:// address.`);
}
// src/sources/remote/bare.ts
/**
* Makes an empty bare repository below `temp`. Written out, since `git init` would copy the hooks of a template. A
* UsageError where it cannot be written.
*/
async function makeBare(temp, format) {
	let folder = null;
	const remove = async () => {
		if (folder !== null) await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 100
		});
	};
	try {
		folder = await mkdtemp(join(temp, "key-guard-"));
		const [dir, home] = [join(folder, "fetched.git"), join(folder, "home")];
		for (const part of [
			home,
			join(dir, "objects"),
			join(dir, "refs")
		]) await mkdir(part, { recursive: true });
		await writeFile(join(dir, "HEAD"), "ref: refs/heads/none\n");
		await writeFile(join(dir, "config"), format === "sha1" ? CONFIG : `${CONFIG}${SHA256}`);
		return {
			dir,
			home,
			remove
		};
	} catch (error) {
		await remove();
		const { code = "it did not say why" } = error;
		throw new UsageError(`The folder for temporary files, ${quoted(temp)}, cannot be written (${code}); give one that can, with some room.`);
	}
}
/** gitrepository-layout(5), and git-config(1), `extensions.objectFormat`. */
const CONFIG = "[core]\n	repositoryformatversion = 1\n	bare = true\n";
const SHA256 = "[extensions]\n	objectFormat = sha256\n";
// src/sources/remote/fetched.ts
/** Git's words for what a server does not have: fetch-pack.c, upload-pack.c and builtin/fetch.c. */
const UNKNOWN = /not our ref ([0-9a-f]{40,64})|unadvertised object ([0-9a-f]{40,64})|couldn't find remote ref (\S+)|did not contain ([0-9a-f]{40,64})/;
const FULL = /No space left on device|Disk quota exceeded|File too large|couldn't write|unable to write|write error/i;
const UNFILTERED = /filter '?[^'\n]*'? not supported|filter.{0,40}(?:is not allowed|disallowed)/i;
const UNAUTHENTICATED = /could not read (?:Username|Password)|Authentication failed/;
const STATUS = /The requested URL returned error: (\d{3})/;
/** Reads the ending of a git that was started. Its messages are in English, since it is run with `LC_ALL=C`. */
function fetchedOf({ code, stderr }) {
	if (code === 0) return { kind: "fetched" };
	if (FULL.test(stderr)) return { kind: "full" };
	const unknown = UNKNOWN.exec(stderr)?.slice(1).find((name) => name !== void 0);
	if (unknown !== void 0) return {
		kind: "unknown",
		name: unknown
	};
	if (UNAUTHENTICATED.test(stderr)) return {
		kind: "refused",
		status: 401
	};
	if (/^fatal: repository '.*' not found/m.test(stderr)) return {
		kind: "refused",
		status: 404
	};
	if (STATUS.exec(stderr)?.[1] === "403") return {
		kind: "refused",
		status: 403
	};
	if (UNFILTERED.test(stderr)) return { kind: "unfiltered" };
	if (/mismatched algorithms/.test(stderr)) return { kind: "mismatched" };
	if (code === 129) return {
		kind: "failed",
		why: "git is too old to fetch single commits; install 2.29 or newer"
	};
	if (code === null) return {
		kind: "failed",
		why: "git was stopped from outside"
	};
	return {
		kind: "failed",
		why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? complaint(stderr)
	};
}
// src/sources/remote/remote.ts
/** A server in trouble is often well again a moment later. A large repository's objects take some minutes. */
const PATIENT = {
	pauses: [1e3, 5e3],
	timeout: 9e5
};
/** What is never wanted of a fetch: tags, notes on disk of what came, and a look into submodules. */
const ALWAYS = [
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--stdin",
	"origin"
];
/** The one server, and what it is asked for. */
var Remote = class {
	#git;
	#signal;
	#patience;
	/** Whether the server leaves out what it is asked to leave out. */
	#filters = true;
	/** What git is doing, until it has ended. */
	#latest = Promise.resolve();
	/** `git` may reach the server. When the signal says so, what runs is stopped, and `fetch` rejects. */
	constructor(git, signal, patience) {
		this.#git = git;
		this.#signal = signal;
		this.#patience = patience;
	}
	/**
	* Fetches by object names, or by references as `+name:name`. They go through the input: there can be a hundred
	* thousand of them. A UsageError where there is no git.
	*/
	async fetch(names, options) {
		const pauses = [...this.#patience.pauses];
		for (;;) {
			const fetched = await this.#attempt(names, options);
			if (fetched.kind === "unfiltered" && this.#filters) {
				this.#filters = false;
				continue;
			}
			const wait = pauses.shift();
			if (fetched.kind !== "failed" || wait === void 0) return fetched;
			await setTimeout$1(wait, void 0, { signal: this.#signal });
		}
	}
	/** Waits until git has let go of its files; to be asked once the signal has stopped it. */
	async settled() {
		await this.#latest;
	}
	async #attempt(names, options) {
		this.#signal.throwIfAborted();
		const asked = options.map((option) => option.startsWith("--filter=") && !this.#filters ? "--no-filter" : option);
		const running = this.#git.start([
			"fetch",
			...asked,
			...ALWAYS
		]);
		let late = false;
		const deadline = setTimeout(() => {
			late = true;
			running.stop();
		}, this.#patience.timeout);
		this.#signal.addEventListener("abort", running.stop, { once: true });
		try {
			running.input.end(names.map((name) => `${name}\n`).join(""));
			const ended = endOf(running);
			this.#latest = ended;
			const ending = await ended;
			this.#signal.throwIfAborted();
			if (ending.failed) throw failureOf$1(ending, "fetch");
			if (late) return {
				kind: "failed",
				why: `it took longer than ${this.#patience.timeout / 6e4} minutes`
			};
			return fetchedOf(ending);
		} finally {
			clearTimeout(deadline);
			this.#signal.removeEventListener("abort", running.stop);
		}
	}
};
/** What it writes is read, so that it does not wait for a reader. */
async function endOf({ output, ended }) {
	for await (const _ of output);
	return await ended;
}
// src/sources/remote/filling.ts
/**
* Makes an empty repository, gives it to be filled, and takes it away where that fails, or when what came of it is
* closed. `close` may be called at any time, and again.
*/
async function filledBy(options, format, fill) {
	const { url, token, temp, environment, patience = PATIENT } = options;
	const address = addressOf(url);
	const { dir, home, remove } = await makeBare(temp, format);
	const stopping = new AbortController();
	const signal = AbortSignal.any([stopping.signal, ...options.signal ? [options.signal] : []]);
	const remote = new Remote(new Git(dir, environment, accessTo(address, token, environment, home)), signal, patience);
	const close = async () => {
		stopping.abort(/* @__PURE__ */ new Error("what was fetched was closed"));
		await remote.settled();
		await remove();
	};
	try {
		return {
			...await fill({
				dir,
				git: new Git(dir, environment),
				remote
			}),
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
// src/sources/remote/unread.ts
/** A source that has nothing to read, and says why: it is never clean. */
function unread(gap) {
	return {
		async *blobs() {},
		locate: async () => [],
		nameOf: async ({ provenance }) => provenance.kind,
		account: () => ({
			coverage: {
				commits: 0,
				blobs: 0,
				bytes: 0,
				texts: 0
			},
			gaps: [gap]
		})
	};
}
// src/sources/remote/widen.ts
/** Seconds by which more is fetched than the times of commits ask for, since more costs little. */
const DAY = 86400;
/** How far further where the times of commits did not help; at last to the beginning (git-fetch(1), `--unshallow`). */
const FURTHER = [
	"--deepen=100",
	"--deepen=2000",
	"--depth=2147483647"
];
/**
* Fetches more of the history until the range is known exactly. Commits come without their trees, some hundred bytes
* each. At first all since the oldest commit that came for one of the range: where that is the base's own, the base's
* history then reaches it, and where it is the range's, the others are seldom much older.
*/
async function widen({ git, remote, dir }, { ends, names }) {
	const further = [...FURTHER];
	let since = null;
	let last = { kind: "fetched" };
	for (let byDate = true;; byDate = !byDate) {
		const { shallow } = await findRepository(dir);
		const extent = await extentOf(git, ends, {
			shallow,
			since
		});
		if (extent.kind === "exact") return extent;
		const date = extent.oldest - DAY;
		const isDated = (byDate || extent.kind === "doubtful") && date > 0 && (since === null || date < since);
		if (isDated) since = date;
		const step = isDated ? `--shallow-since=@${date} +0000` : further.shift();
		if (step === void 0 || last.kind !== "fetched") return {
			kind: extent.kind,
			last
		};
		last = await remote.fetch(names, [step, "--filter=tree:0"]);
	}
}
// src/sources/remote/words.ts
/** Says why something could not be fetched, as the end of a sentence. */
function whyOf(fetched) {
	switch (fetched.kind) {
		case "fetched": return "the server does not have it";
		case "unknown": return `the server does not have ${fetched.name}, or does not give it out`;
		case "refused": return `the server refused it (HTTP ${fetched.status})`;
		case "unfiltered": return "the server gives out nothing but all of it";
		case "mismatched": return "the server names objects by another hash";
		case "full": return "there is no room left on the disk for temporary files";
		case "failed": return fetched.why;
		default: return fetched;
	}
}
/** The gap that objects leave which could not be fetched. */
function gapsOf(what, { missing, last }) {
	if (missing === 0) return [];
	return [unfetched(`${missing === 1 ? "1 object" : `${missing} objects`} of ${what} could not be fetched: ${whyOf(last)}`)];
}
/** Something that could not be fetched, in one line. */
function unfetched(detail) {
	return {
		kind: "unfetched",
		detail
	};
}
/** What to do about a server that lets nothing be read. */
function refusal(status, { url, token }) {
	return new UsageError(`The server does not give out ${url} ${token === null ? "without a token" : "for this token"} (HTTP ${status}); give the job the permission contents: read, or check the repository out before this step (with actions/checkout: fetch-depth: 0).`);
}
// src/sources/remote/range.ts
/**
* How many commits are fetched at first: as many as there are where the event says so, and at least some, since the base
* is often a little ahead of where they parted.
*/
const DEPTH = {
	unknown: 16,
	least: 8,
	most: 250
};
/**
* Fetches the commits that head has and base has not, and what they brought, and opens them. Nothing is checked out, and
* nothing that was fetched is read as a setting. What could not be fetched is a gap of the source.
*
* @throws UsageError where the server lets nothing be read, or nothing can be written; the signal's reason where it says
* so. Nothing is left behind then.
*/
async function openRemoteRange(options) {
	checkNames(options);
	return await filledBy(options, options.head.length === 64 ? "sha256" : "sha1", async (filling) => await opened(filling, options));
}
async function opened(filling, options) {
	const { head, base, depth } = options;
	const had = await fetchEnds(filling, options, Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.least), DEPTH.most) + 1);
	if (had.kind === "none") {
		if (had.last.kind === "refused") throw refusal(had.last.status, options);
		return nothing(whyOf(had.last), {
			base,
			head
		});
	}
	const { ends, standsIn } = had;
	const gaps = [];
	if (ends.base !== null) {
		const widened = await widen(filling, had);
		if (widened.kind === "cut") return nothing(`its history could not be fetched: ${whyOf(widened.last)}`, ends);
		if (widened.kind === "doubtful") gaps.push(unfetched(`how much of the change the base has already could not be told: ${whyOf(widened.last)}`));
		const { count, ...filled } = await fillRange(filling, ends);
		gaps.push(...gapsOf("the change", filled));
		if (standsIn && count === 0) gaps.push(unfetched(`the server does not have ${base}, to compare the change with`));
	}
	const { environment, includes, names = [] } = options;
	const { change, source } = await openRange({
		repo: filling.dir,
		...ends,
		environment,
		includes,
		names
	});
	const fillBase = async () => ends.base === null ? [] : gapsOf("the base", await fillTree(filling, ends.base));
	return {
		change,
		source: new FetchedSource(source, fillBase, gaps)
	};
}
function nothing(why, ends) {
	return {
		change: {
			kind: "range",
			...ends
		},
		source: unread(unfetched(`the change was not read: ${why}`))
	};
}
// src/sources/texts.ts
/** A source of texts that came with an event: titles, bodies, comments. Empty ones are passed over. */
function openTexts({ texts }) {
	const filled = texts.filter(({ text }) => text !== "");
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	const contents = /* @__PURE__ */ new Map();
	let isRead = false;
	return {
		async *blobs() {
			for (const { of, text } of filled) {
				const content = Buffer.from(text);
				contents.set(of, content);
				coverage.texts += 1;
				coverage.bytes += content.length;
				yield {
					provenance: {
						kind: "event-text",
						of
					},
					chunks: [content]
				};
			}
			isRead = true;
		},
		async locate({ provenance }, { encoding, member, offset, length }) {
			const of = eventTextIn(provenance);
			const ruler = new Ruler();
			ruler.pass(contents.get(of) ?? Buffer.alloc(0));
			const place = member === null ? ruler.place(offset, length) : null;
			const spot = {
				path: null,
				line: place?.line ?? null,
				column: place?.column ?? null,
				commit: null
			};
			const rest = {
				author: of.author,
				at: of.at,
				encoding,
				member,
				inHead: true,
				preexisting: false
			};
			return [{
				where: "pull-request",
				...spot,
				...rest
			}];
		},
		nameOf: async ({ provenance }) => eventTextIn(provenance).what,
		account() {
			const unread = isRead ? [] : [{
				kind: "miscounted",
				detail: "not all texts of the event were read"
			}];
			return {
				coverage: { ...coverage },
				gaps: unread
			};
		}
	};
}
function eventTextIn(provenance) {
	if (provenance.kind !== "event-text") throw new Error(`an event has nothing from ${provenance.kind}`);
	return provenance.of;
}
// src/sources/together.ts
/** Several sources as one, read one after the other. Where a hit stands is asked of the source that gave the blob. */
function together(sources) {
	const givers = /* @__PURE__ */ new WeakMap();
	const giverOf = (blob) => {
		const giver = givers.get(blob);
		if (!giver) throw new Error("none of these sources gave this blob");
		return giver;
	};
	return {
		async *blobs() {
			for (const source of sources) for await (const blob of source.blobs()) {
				givers.set(blob, source);
				yield blob;
			}
		},
		locate: async (blob, hit) => await giverOf(blob).locate(blob, hit),
		nameOf: async (blob) => await giverOf(blob).nameOf(blob),
		account() {
			const accounts = sources.map((source) => source.account());
			return {
				coverage: accounts.map((one) => one.coverage).reduce(sum, NOTHING),
				gaps: accounts.flatMap(({ gaps }) => gaps)
			};
		}
	};
}
const NOTHING = {
	commits: 0,
	blobs: 0,
	bytes: 0,
	texts: 0
};
function sum(one, other) {
	return {
		commits: one.commits + other.commits,
		blobs: one.blobs + other.blobs,
		bytes: one.bytes + other.bytes,
		texts: one.texts + other.texts
	};
}
// src/opening.ts
/**
* Opens what an event brought, or what the settings ask for in its place: commits with the event's texts, the texts
* alone, a history, files. Null where the event brought nothing; `brought` then says why.
*/
async function openEvent(settings, event, site) {
	const { scan, paths, exclude } = settings;
	const close = async () => {};
	if (scan === "files") return {
		...await openFiles({
			root: site.repo,
			globs: paths,
			exclude
		}),
		brought: event,
		close
	};
	const includes = await pathFilter(paths, exclude);
	if (scan === "history" || event.scope.kind === "history") {
		const { repo, environment } = site;
		return {
			...await openHistory({
				repo,
				environment,
				includes,
				unreachable: false
			}),
			brought: event,
			close
		};
	}
	const brought = await settled(event, site);
	const { scope, texts } = brought;
	switch (scope.kind) {
		case "range": {
			const range = await openCommits(scope, brought, site, includes);
			return {
				...range,
				source: together([range.source, openTexts({ texts })]),
				brought
			};
		}
		case "texts": return {
			change: {
				kind: "texts",
				of: scope.of
			},
			source: openTexts({ texts }),
			brought,
			close
		};
		case "nothing": return null;
		case "history":
		case "behind-run": throw new Error("what the event brought was not looked up");
		default: return scope;
	}
}
/** Looks up what the event alone does not tell. A commit that heads no pull request any more is a branch's. */
async function settled(event, { repository, apiUrl, token }) {
	const { scope } = event;
	if (scope.kind !== "behind-run") return event;
	if (token === null) throw new UsageError("This run follows another one, and needs github-token to look it up.");
	const [owner = "", repo = ""] = repository.split("/");
	const found = await broughtBehind({
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
/** From the checkout where it has the commits, and else from the server. The checkout is never changed. */
async function openCommits(scope, brought, site, includes) {
	const { defaultBranch, ref } = brought;
	const names = ref === null ? [] : [ref];
	const { repo, environment } = site;
	try {
		const branch = (ref ?? "").replace(/^refs\/heads\//, "");
		const base = scope.base ?? await baseOfNewBranch(site, {
			branch,
			defaultBranch
		});
		if (scope.base === null && base === null && ref !== `refs/heads/${defaultBranch}` && defaultBranch !== null) throw new MissingCommit(defaultBranch, `${defaultBranch} is not here`);
		const { isPartial } = await findRepository(repo);
		if (isPartial && !await isAtHand(site, {
			base,
			head: scope.head
		})) throw new MissingCommit(scope.head, "The clone is a partial one, without the contents of the change.");
		return {
			...await openRange({
				repo,
				environment,
				base,
				head: scope.head,
				includes,
				names
			}),
			close: async () => {}
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return await fetchCommits(scope, brought, site, includes, error);
	}
}
async function fetchCommits({ base, head, refs, commits }, { defaultBranch, ref }, { serverUrl, repository, ...site }, includes, missing) {
	if (repository === "" || site.token === null) throw missing;
	const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
	return await openRemoteRange({
		...site,
		url: `${serverUrl}/${repository}`,
		base,
		head,
		refs,
		baseRefs: main === null || main === ref ? [] : [main],
		depth: commits,
		includes,
		names: ref === null ? [] : [ref]
	});
}
// src/report/annotations.ts
/** GitHub shows ten of each level for a step, and logs the rest. */
const MOST_OF_A_LEVEL = 10;
/** GitHub cuts what is longer. */
const LONGEST_MESSAGE = 4096;
/** One annotation for each key, at its best place, and one for each thing that was not read; ten of each level. */
function annotations(report) {
	const all = [...ranked(report.findings).map((one) => ofFinding(one, report.change.kind)), ...report.gaps.filter(isFailure).map(ofGap)];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => capped(all.filter((one) => one.level === level)));
}
function ofFinding(finding, change) {
	const { kind, fingerprint, mask, validity, sightings } = finding;
	const [best] = bestFirst(sightings);
	const isInFile = best?.where === "file" && best.path !== null;
	const isInName = best?.where === "path" && best.path !== null && refIn(best.path) === null;
	const where = !best || isInFile && best.member === null ? [] : [`Seen in ${isInFile ? "" : "the "}${plain(placeOf(best))}.`];
	const states = [said$1(validity), done(finding)].map((state) => `${capital(state)}.`);
	const more = sightings.length > 1 ? [`Seen in ${sightings.length} places.`] : [];
	return {
		level: levelOf(finding),
		title: `${isRunsOwn(finding) ? "The admin key of this run" : capital(KIND_NAMES[kind])} ${taleOf([finding], change)}`,
		message: [`${plain(mask)} (${fingerprint}). ${[
			...states,
			...where,
			...more
		].join(" ")}`, ...advice(finding, change).map((step) => inPlain(step))].join("\n"),
		path: isInFile || isInName ? visible(best.path ?? "") : null,
		line: isInFile ? best.line : null,
		column: isInFile ? best.column : null
	};
}
function levelOf(finding) {
	const standing = standingOf(finding);
	if (isAlarming(finding)) return "error";
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
		title: kind === "self-test" ? "The self-test failed" : `Not seen: ${GAP_NAMES[kind]}`,
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
const stopping = new AbortController();
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
	refuseUnknownInputs();
	const event = broughtBy(env["GITHUB_EVENT_NAME"] ?? "", await payload());
	const secretsWithheld = event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]";
	const settings = settingsFrom((name) => getInput(name), { secretsWithheld });
	if (settings.adminKey) hide(settings.adminKey);
	const opened = await openEvent(settings, event, {
		...site,
		token: settings.githubToken
	});
	if (!opened) {
		info(event.scope.kind === "nothing" ? event.scope.why : "There is nothing to read.");
		for (const [name, value] of Object.entries({
			conclusion: "clean",
			found: 0,
			active: 0,
			contained: 0
		})) setOutput(name, value);
		return;
	}
	close = opened.close;
	try {
		await scan(opened, settings);
	} finally {
		await close();
	}
}
async function scan({ change, source, brought }, settings) {
	const sticky = stickyFor(settings, brought);
	const now = () => /* @__PURE__ */ new Date();
	const report = await run(change, {
		source,
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
/** Whether this push took commits away that an earlier comment may speak of. */
async function isRewritten({ pull }) {
	if (pull === null || pull.replaced === null) return false;
	return !await isAncestor(site, pull.replaced, pull.head).catch(() => false);
}
function stickyFor({ comment, githubToken: token }, { pull }) {
	const { apiUrl } = site;
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
	const repositoryUrl = `${site.serverUrl}/${site.repository}`;
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
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => {
	const cancelled = new UsageError("The run was cancelled; nothing is known about the change.");
	stopping.abort(cancelled);
	error(cancelled.message, { title: "OpenAI Key Guard could not tell" });
	close().finally(() => process.exit(EXIT.incomplete));
});
try {
	await main();
} catch (error$1) {
	error(keyless(lastWords(error$1)), { title: "OpenAI Key Guard could not tell" });
	process.exitCode = EXIT.incomplete;
}
export {};
