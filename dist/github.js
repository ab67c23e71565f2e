import { __exportAll } from "./rolldown-runtime.js";
import { NO_KEYS_FILE, SYSTEM_CLOCK, Secret, UsageError, computeFingerprint, conclude, decodeText, describeAlertScope, describeUnfetchedFile, describeUnfinished, describeUnfit, describeUnlistedAlerts, describeUnusableKeysFile, findDefaultRevision, findProvenEnd, getCount, getObject, getObjectId, getText, getTime, isHarmful, parseBasePolicy, quoteValue, readFileVersionsAt, readFirstFileVersions } from "./scan.js";
import { DEFAULT_AUDIT_POLICY, NEEDS_CONTENTS, NOTHING_LEFT, NO_TOKEN, describeGitHubFailure, describeMissingPolicy, describeNewFindings, describeUnreadPolicy } from "./audit-rules.js";
import { CLOSING, REHEARSAL, describeCutAlerts, describeDuplicate, describeHiddenAlert, describeKept, describeKeysFilePlace, describeNoKeysFile, describeUnfetchedKeysFile, describeUnfitKeysFile, describeUnknownDefaultBranch, describeUnknownProtection, describeUnknownText, describeUnlistedPlaces, describeUnreadAlerts, describeUnreadKeysFile, describeUnreadableKeysFile } from "./messages.js";
const join = process.getBuiltinModule("node:path").join;
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
// src/github/api-failure.ts
var api_failure_exports = /* @__PURE__ */ __exportAll({ parseFailure: () => parseFailure });
var ApiError = class extends Error {
	name = "ApiError";
	failure;
	constructor(failure) {
		super(`GitHub's API: ${failure.kind} (${failure.status ?? "no status"})`);
		this.failure = failure;
	}
};
function createShapeError(status = 200) {
	return new ApiError({
		kind: "not-the-api",
		status
	});
}
function parseFailure(error) {
	return error instanceof ApiError ? error.failure : {
		kind: "fault",
		status: null
	};
}
function isUncertain({ kind }) {
	return kind === "no-answer" || kind === "outage" || kind === "not-the-api";
}
function parseRefusal(error) {
	if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
	const response = "response" in error ? getObject(error.response) : {};
	if (typeof response["status"] !== "number") return {
		kind: "no-answer",
		status: null,
		headers: {}
	};
	const headers = getObject(response["headers"]);
	const message = getText(getObject(response["data"])["message"]);
	const { status } = error;
	const asked = getText("request" in error ? getObject(error.request)["url"] : null);
	return {
		kind: status < 500 && URL.canParse(asked ?? "") && response["url"] !== new URL(asked ?? "").href ? "not-the-api" : classifyRefusal(status, message, headers),
		status,
		headers
	};
}
function classifyRefusal(status, message, headers) {
	if (status >= 500) return "outage";
	if (status === 429 || status === 403 && isLimit(message ?? "", headers)) return "limited";
	if (message === null) return "not-the-api";
	if (status === 401) return "bad-token";
	if (status === 404 || status === 410) return "not-found";
	if (status !== 403) return "refused";
	const [, kind = "forbidden"] = REFUSALS.find(([pattern]) => pattern.test(message)) ?? [];
	return kind;
}
const REFUSALS = [
	[/\blocked\b/i, "locked"],
	[/\bmore than \d+ comments\b/i, "full"],
	[/\barchived\b/i, "archived"],
	[/\bSAML\b|\bSSO\b|IP allow list|IP address/i, "kept-out"]
];
function isLimit(message, headers) {
	return /rate limit|abuse/i.test(message) || headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
}
var RequestError = class extends ApiError {
	headers;
	isTimeout;
	constructor(refusal, isTimeout) {
		const { kind, status, headers } = refusal ?? {
			kind: "no-answer",
			status: null,
			headers: {}
		};
		super(isTimeout ? {
			kind: "no-answer",
			status: null
		} : {
			kind,
			status
		});
		this.headers = headers;
		this.isTimeout = isTimeout;
	}
};
// src/github/repeat.ts
const TRIES$1 = 3;
const FAILED = ["no-answer", "outage"];
const FIRST_WAIT = 1e3;
const LIMIT_WAIT = 6e4;
const PATIENCE$1 = {
	reading: 2e4,
	changing: 75e3
};
function isReading({ name, path }) {
	return name === "GET" || name === "HEAD" || path.endsWith("/graphql");
}
function computeRepeatWait(error, method, { tries, elapsed, now, patience = choosePatience(method) }) {
	if (!(error instanceof RequestError) || tries >= TRIES$1 || error.isTimeout) return null;
	const wait = error.failure.kind === "limited" ? parseLimitWait(error.headers, now) : FAILED.includes(error.failure.kind) && (isReading(method) || isIdempotent(method)) ? FIRST_WAIT * 2 ** (tries - 1) : null;
	return wait !== null && elapsed + wait <= patience ? wait : null;
}
function choosePatience(method) {
	return isReading(method) ? PATIENCE$1.reading : PATIENCE$1.changing;
}
function isIdempotent({ name }) {
	return name === "PATCH" || name === "DELETE";
}
function parseLimitWait(headers, now) {
	const seconds = parseCount(headers["retry-after"]);
	if (seconds !== null) return seconds * 1e3;
	const reset = headers["x-ratelimit-remaining"] === "0" ? parseCount(headers["x-ratelimit-reset"]) : null;
	return reset === null ? LIMIT_WAIT : Math.max(reset * 1e3 - now.getTime(), 0) + FIRST_WAIT;
}
function parseCount(text) {
	return typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
// src/github/client.ts
var client_exports = /* @__PURE__ */ __exportAll({ createOctokit: () => createOctokit });
const TIMEOUT = 1e4;
const SPACING = 1e3;
async function createOctokit({ apiUrl, token }, { timeout = TIMEOUT, patience, clock = SYSTEM_CLOCK } = {}) {
	const { getOctokit } = await import("./octokit.js").then((n) => n.github_exports);
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		log: QUIET
	});
	const pauseForChange = createSpacing(clock);
	octokit.hook.wrap("request", async (request, options) => {
		const method = {
			name: options.method,
			path: options.url
		};
		const started = clock.elapsed();
		for (let tries = 1;; tries += 1) {
			if (!isReading(method)) await pauseForChange();
			try {
				return await sendOnce(async (signal) => {
					Object.assign(options.request, {
						signal,
						log: QUIET
					});
					return await request(options);
				}, timeout);
			} catch (error) {
				const elapsed = clock.elapsed() - started;
				const wait = computeRepeatWait(error, method, {
					tries,
					elapsed,
					now: clock.now(),
					patience
				});
				if (wait === null) throw error;
				await clock.sleep(wait);
			}
		}
	});
	return octokit;
}
async function sendOnce(send, timeout) {
	const signal = AbortSignal.timeout(timeout);
	const answer = await send(signal).catch((error) => {
		const refusal = parseRefusal(error);
		throw refusal === null && !signal.aborted ? createShapeError(null) : new RequestError(refusal, signal.aborted);
	});
	const { status, data } = answer;
	if (status === 204 || typeof data === "object" && data !== null && !(data instanceof ArrayBuffer)) return answer;
	throw signal.aborted || data === "" ? new RequestError(null, signal.aborted) : createShapeError(status);
}
function createSpacing(clock) {
	let free = Number.NEGATIVE_INFINITY;
	return async () => {
		const now = clock.elapsed();
		const wait = free - now;
		free = Math.max(free, now) + SPACING;
		if (wait > 0) await clock.sleep(wait);
	};
}
function discard() {}
const QUIET = {
	debug: discard,
	info: discard,
	warn: discard,
	error: discard
};
// src/github/code-scanning/send-sarif.ts
async function readBranchHead({ request }, repository, branch) {
	const { data } = await request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
		...repository,
		ref: `heads/${branch}`
	});
	const commit = getObjectId(getObject({ data }, "data", "object")["sha"]);
	if (commit === null) throw createShapeError();
	return commit;
}
async function sendSarif({ request }, repository, { commit, ref, sarif }) {
	const { data } = await request("POST /repos/{owner}/{repo}/code-scanning/sarifs", {
		...repository,
		commit_sha: commit,
		ref,
		sarif
	});
	const id = getText(getObject({ data }, "data")["id"]);
	if (id === null) throw createShapeError();
	return id;
}
async function readSarifStatus({ request }, repository, id) {
	const { data } = await request("GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}", {
		...repository,
		sarif_id: id
	});
	const status = getObject({ data }, "data")["processing_status"];
	if (status === "pending" || status === "complete" || status === "failed") return status;
	throw createShapeError();
}
// src/github/code-scanning/send-all-sarif.ts
const MOST_UPLOADS = 500;
const LARGEST = 1e7;
const FINAL = [
	"bad-token",
	"limited",
	"no-answer",
	"not-the-api",
	"outage"
];
const STATUS_WAITS = [
	2e3,
	5e3,
	1e4
];
async function sendAllSarif(octokit, planned, clock) {
	const sent = [];
	const failed = [];
	let last = null;
	for (const [index, upload] of planned.entries()) {
		const { repository } = upload;
		if (last !== null && FINAL.includes(last)) failed.push({
			repository,
			reason: "stopped"
		});
		else if (index >= MOST_UPLOADS) failed.push({
			repository,
			reason: "too-many"
		});
		else {
			const outcome = await uploadOne(octokit, upload);
			last = "reason" in outcome ? outcome.reason : null;
			if ("reason" in outcome) failed.push({
				repository,
				reason: outcome.reason
			});
			else sent.push({
				repository,
				id: outcome.id
			});
		}
	}
	const rejected = await findRejected(octokit, sent, clock);
	return {
		uploaded: sent.map(({ repository }) => repository).filter((repository) => !rejected.has(repository)),
		failed: [...failed, ...[...rejected].map((repository) => ({
			repository,
			reason: "rejected"
		}))]
	};
}
async function uploadOne(octokit, { repository, defaultBranch, pack }) {
	if (defaultBranch === null) return { reason: "no-branch" };
	const name = parseName(repository);
	try {
		const commit = await readBranchHead(octokit, name, defaultBranch);
		const sarif = pack(commit);
		if (sarif.length > LARGEST * 4 / 3) return { reason: "too-large" };
		return { id: await sendSarif(octokit, name, {
			commit,
			ref: `refs/heads/${defaultBranch}`,
			sarif
		}) };
	} catch (error) {
		return { reason: parseFailure(error).kind };
	}
}
async function findRejected(octokit, sent, clock) {
	const rejected = /* @__PURE__ */ new Set();
	let waiting = sent;
	for (const wait of STATUS_WAITS) {
		if (waiting.length === 0) break;
		await clock.sleep(wait);
		const pending = [];
		for (const upload of waiting) {
			const status = await readSarifStatus(octokit, parseName(upload.repository), upload.id).catch(() => "unknown");
			if (status === "pending") pending.push(upload);
			if (status === "failed") rejected.add(upload.repository);
		}
		waiting = pending;
	}
	return rejected;
}
function parseName(repository) {
	const [owner = "", repo = ""] = repository.split("/");
	return {
		owner,
		repo
	};
}
// src/github/alerts/alert.ts
const ALERT_TEXTS = [
	"issue_title",
	"issue_body",
	"issue_comment",
	"discussion_title",
	"discussion_body",
	"discussion_comment",
	"pull_request_title",
	"pull_request_body",
	"pull_request_comment",
	"pull_request_review",
	"pull_request_review_comment"
];
function parseAlert(data, repository) {
	const alert = getObject({ data }, "data");
	const [number, url, createdAt] = [
		getCount(alert["number"]),
		getText(alert["html_url"]),
		getTime(alert["created_at"])
	];
	const home = repository ?? parseRepositoryName(getObject(alert, "repository")["full_name"]);
	if (number === null || url === null || createdAt === null || home === null) return null;
	const { validity, publicly_leaked: publiclyLeaked, has_more_locations: hasMore } = alert;
	const text = getText(alert["secret"]);
	const first = parseDetails(alert["first_location_detected"]);
	return {
		repository: home,
		number,
		url,
		createdAt,
		secret: text === null ? null : new Secret(text),
		validity: validity === "active" || validity === "inactive" ? validity : "unknown",
		isPubliclyLeaked: typeof publiclyLeaked === "boolean" ? publiclyLeaked : null,
		locations: first === null ? [] : [first],
		hasMoreLocations: hasMore !== false || first === null
	};
}
function parseLocation(data) {
	return parseDetails(getObject(data, "details")) ?? { kind: "other" };
}
function parseDetails(data) {
	const details = getObject({ data }, "data");
	const path = getText(details["path"]);
	if (path !== null) return {
		kind: "file",
		isWiki: "page_url" in details,
		path,
		line: getCount(details["start_line"]),
		column: getCount(details["start_column"]),
		commit: parseObjectName(details["commit_sha"]),
		blob: parseObjectName(details["blob_sha"])
	};
	for (const what of ALERT_TEXTS) {
		const url = getText(details[`${what}_url`]);
		if (url !== null) return {
			kind: "text",
			what,
			url: getText(details["html_url"]) ?? url
		};
	}
	return null;
}
function parseObjectName(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}
function parseRepositoryName(value) {
	const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(getText(value) ?? "") ?? [];
	return owner === void 0 || repo === void 0 ? null : {
		owner,
		repo
	};
}
// src/github/alerts/alert-requests.ts
var alert_requests_exports = /* @__PURE__ */ __exportAll({
	listAlertLocations: () => listAlertLocations,
	listAlerts: () => listAlerts
});
const OPEN$1 = {
	state: "open",
	secret_type: "openai_api_key",
	sort: "created",
	direction: "asc"
};
const PAGE_SIZE$4 = 100;
const MOST_PAGES$4 = 100;
async function listAlerts({ request }, scope) {
	const alerts = /* @__PURE__ */ new Map();
	let unread = 0;
	const conclude = (isComplete, failure) => {
		return {
			alerts: [...alerts.values()],
			unread,
			isComplete,
			failure
		};
	};
	let position = { after: "" };
	for (let count = 1; count <= MOST_PAGES$4; count += 1) {
		const read = await readPage(request, scope, position).catch((error) => {
			if (count === 1) throw error;
			return parseFailure(error);
		});
		if (!("entries" in read)) return conclude(false, read);
		for (const entry of read.entries) {
			const alert = parseAlert(entry, scope.kind === "repository" ? scope.repository : null);
			if (alert === null) unread += 1;
			else alerts.set(`${alert.repository.owner}/${alert.repository.repo}#${alert.number}`, alert);
		}
		if (!read.hasNext) return conclude(true, null);
		if (read.next === null) return conclude(false, createShapeError().failure);
		position = read.next;
	}
	return conclude(false, null);
}
async function readPage(request, scope, position) {
	const query = {
		...OPEN$1,
		per_page: PAGE_SIZE$4,
		...position
	};
	const { data, headers } = scope.kind === "repository" ? await request("GET /repos/{owner}/{repo}/secret-scanning/alerts", {
		...scope.repository,
		...query
	}) : await request("GET /orgs/{org}/secret-scanning/alerts", {
		org: scope.org,
		...query
	});
	const link = headers["link"];
	return {
		entries: requireList(data),
		hasNext: hasNextPage(link),
		next: parseNextPosition(link)
	};
}
const MOST_LOCATION_PAGES = 10;
async function listAlertLocations({ request }, alert) {
	if (!alert.hasMoreLocations) return {
		locations: alert.locations,
		isComplete: true
	};
	const locations = [];
	const path = "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations";
	for (let page = 1; page <= MOST_LOCATION_PAGES; page += 1) {
		const { data, headers } = await request(path, {
			...alert.repository,
			alert_number: alert.number,
			per_page: PAGE_SIZE$4,
			page
		});
		locations.push(...requireList(data).map(parseLocation));
		if (!hasNextPage(headers["link"])) return {
			locations,
			isComplete: true
		};
	}
	return {
		locations,
		isComplete: false
	};
}
function requireList(data) {
	if (!Array.isArray(data)) throw createShapeError();
	return data;
}
function hasNextPage(link) {
	return /;\s*rel="next"/.test(getText(link) ?? "");
}
function parseNextPosition(link) {
	const [, address = ""] = /<([^<>]*)>;\s*rel="next"/.exec(getText(link) ?? "") ?? [];
	if (!URL.canParse(address)) return null;
	const { searchParams } = new URL(address);
	const after = searchParams.get("after");
	if (after) return { after };
	const page = Number(searchParams.get("page"));
	return Number.isSafeInteger(page) && page > 1 ? { page } : null;
}
// src/github/alerts/resolve-alert.ts
var resolve_alert_exports = /* @__PURE__ */ __exportAll({ resolveAlert: () => resolveAlert });
const LONGEST_RESOLUTION_COMMENT = 280;
async function resolveAlert(octokit, alert, comment) {
	try {
		const before = await readState(octokit, alert);
		if (before.isResolved) return {
			kind: "already-resolved",
			resolution: before.resolution
		};
		return await closeAsRevoked(octokit, alert, comment);
	} catch (error) {
		return {
			kind: "failed",
			failure: parseFailure(error)
		};
	}
}
async function closeAsRevoked(octokit, alert, comment) {
	try {
		await octokit.request("PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}", {
			...alert.repository,
			alert_number: alert.number,
			state: "resolved",
			resolution: "revoked",
			resolution_comment: comment.slice(0, LONGEST_RESOLUTION_COMMENT)
		});
		return { kind: "resolved" };
	} catch (error) {
		const failure = parseFailure(error);
		if (!isUncertain(failure) && failure.status !== 400) return {
			kind: "failed",
			failure
		};
		const now = await readState(octokit, alert);
		return now.isResolved && now.resolution === "revoked" ? { kind: "resolved" } : {
			kind: "failed",
			failure
		};
	}
}
const RESOLUTIONS = [
	"false_positive",
	"wont_fix",
	"revoked",
	"used_in_tests",
	"pattern_edited",
	"pattern_deleted"
];
async function readState({ request }, { repository, number }) {
	const { data } = await request("GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}", {
		...repository,
		alert_number: number,
		hide_secret: true
	});
	const { state, resolution } = getObject({ data }, "data");
	const word = getText(resolution);
	return {
		isResolved: state === "resolved",
		resolution: RESOLUTIONS.find((one) => one === word) ?? null
	};
}
// src/github/comment/comment-state.ts
var comment_state_exports = /* @__PURE__ */ __exportAll({
	LONGEST_BODY: () => LONGEST_BODY,
	computeJobId: () => computeJobId,
	computeTextRoom: () => computeTextRoom,
	formatBody: () => formatBody,
	formatPointer: () => formatPointer,
	hasSameState: () => hasSameState,
	hasSameStory: () => hasSameStory,
	mergeContained: () => mergeContained,
	parseBody: () => parseBody,
	trimBody: () => trimBody
});
const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*)(?: more=\d+)? -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*)(?: more=(\d{1,9}))? -->$/;
const LONGEST_BODY = 64e3;
const MOST_CONTAINED = 2400;
const MOST_OPEN = 400;
const FINGERPRINT = 17;
function computeTextRoom(contained) {
	return 63600 - (Math.min(contained, MOST_CONTAINED) + MOST_OPEN) * FINGERPRINT;
}
function formatBody({ head, job, contained, open, moreOpen = 0 }, text) {
	const kept = contained.slice(-2400);
	const shown = open.slice(0, MOST_OPEN);
	const hidden = [
		`<!-- openai-key-guard:v1 head=${head}${job === void 0 ? "" : ` job=${job}`} -->`,
		`<!-- openai-key-guard:contained ${kept.join(",")}${formatMore(contained.length - kept.length)} -->`,
		`<!-- openai-key-guard:open ${shown.join(",")}${formatMore(moreOpen + open.length - shown.length)} -->`
	].join("\n");
	return `${hidden}\n${clipPage(text, LONGEST_BODY - Buffer.byteLength(hidden) - 1)}`;
}
function mergeContained(remembered, contained) {
	const all = /* @__PURE__ */ new Set([...remembered, ...contained]);
	if (all.size <= MOST_CONTAINED) return [...all];
	const own = new Set(contained);
	return [...[...all].filter((fingerprint) => !own.has(fingerprint)), ...own];
}
function formatMore(count) {
	return count > 0 ? ` more=${count}` : "";
}
function clipPage(text, room) {
	const bytes = Buffer.from(text);
	if (bytes.length <= room) return text;
	const end = "\n\n</details>\n\n…";
	const clipped = bytes.subarray(0, Math.max(room - Buffer.byteLength(end), 0)).toString();
	const lines = clipped.slice(0, Math.max(clipped.lastIndexOf("\n"), 0));
	return `${lines}${lines.lastIndexOf("<details>") > lines.lastIndexOf("</details>") ? end : "\n\n…"}`;
}
function parseBody(body) {
	const [first = "", second = "", third = "", ...text] = trimBody(body).split("\n");
	const [, head, job] = HEAD.exec(first) ?? [];
	if (head === void 0) return null;
	const [, open, more] = OPEN.exec(third) ?? [];
	return {
		state: {
			head,
			...job === void 0 ? {} : { job },
			contained: parseFingerprints(CONTAINED.exec(second)?.[1]),
			open: parseFingerprints(open),
			moreOpen: more === void 0 ? void 0 : Number(more)
		},
		text: text.join("\n")
	};
}
function trimBody(body) {
	return body.replaceAll(/\r\n?/g, "\n").trimEnd();
}
function hasSameState(one, other) {
	const [first, second] = [one, other].map((body) => trimBody(body).split("\n", 3).join("\n"));
	return first === second;
}
const VOLATILE = [
	/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g,
	/(?:\b(?:at|on) )?\b\d{1,2} [A-Z][a-z]{2} \d{4}, (?=\d{2}:\d{2} UTC)|\bat (?=\d{2}:\d{2} UTC)/g,
	/(?<=\()\d{2}:\d{2} UTC(?=\)|; OpenAI counts)|(?<=Counted from \d{2}:\d{2} UTC to )\d{2}:\d{2} UTC/g,
	/(?:\d+ (?:minute|hour|day)s?|less than a minute) ago/g
];
function hasSameStory(one, other) {
	const [first, second] = [one, other].map((body) => VOLATILE.reduce((text, pattern) => text.replaceAll(pattern, ""), trimBody(body)));
	return first === second;
}
function formatPointer(url) {
	return `<!-- openai-key-guard:folded -->\n${describeDuplicate(url)}`;
}
function computeJobId(parts) {
	return computeFingerprint(JSON.stringify(parts));
}
function parseFingerprints(list) {
	return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
// src/github/account.ts
async function findLogins({ graphql, rest }, apiUrl) {
	const login = await parseLogin(async () => getObject(await graphql("query { viewer { login } }"), "viewer")) ?? await parseLogin(async () => getObject((await rest.users.getAuthenticated()).data));
	return login === null ? /\/api\/v1\/?$/.test(apiUrl) ? GITEA_BOTS : GITHUB_BOTS : [login.toLowerCase()];
}
const GITHUB_BOTS = ["github-actions[bot]"];
const GITEA_BOTS = ["gitea-actions", "forgejo-actions"];
async function parseLogin(ask) {
	try {
		return getText((await ask()).login);
	} catch {
		return null;
	}
}
// src/github/comment/comment-ledger.ts
function parseRecord(data) {
	const { id, html_url: url, body, user } = getObject({ data }, "data");
	const count = getCount(id);
	if (count === null) return null;
	const author = getText(getObject({ user }, "user")["login"])?.toLowerCase() ?? "";
	return {
		id: count,
		url: getText(url) ?? "",
		author,
		body: trimBody(getText(body) ?? "")
	};
}
var CommentLedger = class {
	#entries = /* @__PURE__ */ new Map();
	#gone = /* @__PURE__ */ new Set();
	#hasCaughtUp = true;
	get hasCaughtUp() {
		return this.#hasCaughtUp;
	}
	list() {
		return [...this.#entries.values()].flatMap(({ record: { id, url, body } }) => {
			const stored = parseBody(body);
			return stored ? [{
				id,
				url,
				body,
				...stored
			}] : [];
		}).toSorted((left, right) => left.id - right.id);
	}
	observeList(records) {
		const bodies = new Map(records.map(({ id, body }) => [id, body]));
		this.#hasCaughtUp = [...this.#entries].every(([id, { isOwn, past }]) => {
			const body = bodies.get(id);
			return !isOwn || body !== void 0 && !past.has(body);
		});
		for (const record of records) this.observe(record);
	}
	observe(record) {
		const known = this.#entries.get(record.id);
		if (known?.past.has(record.body) || this.#gone.has(record.id)) return;
		if (known) this.#replace(known, record);
		else this.#entries.set(record.id, {
			record,
			past: /* @__PURE__ */ new Set(),
			isOwn: false
		});
	}
	observeWrite(record) {
		const known = this.#entries.get(record.id) ?? {
			record,
			past: /* @__PURE__ */ new Set(),
			isOwn: true
		};
		known.isOwn = true;
		this.#entries.set(record.id, known);
		this.#replace(known, record);
	}
	forget(id) {
		this.#gone.add(id);
		this.#entries.delete(id);
	}
	#replace(entry, record) {
		if (entry.record.body !== record.body) entry.past.add(entry.record.body);
		entry.past.delete(record.body);
		entry.record = record;
	}
};
// src/github/comment/pull-comments.ts
const PAGE_SIZE$3 = 100;
const MOST_PAGES$3 = 100;
const LOOKS$2 = [
	0,
	1e3,
	3e3
];
const MOST_REREAD = 5;
var PullComments = class {
	#access;
	#pull;
	#pace;
	#ledger = new CommentLedger();
	#octokit = null;
	#logins = null;
	constructor(access, { owner, repo, number }, pace = {}) {
		this.#access = access;
		this.#pull = {
			owner,
			repo,
			number
		};
		this.#pace = pace;
	}
	get hasCaughtUp() {
		return this.#ledger.hasCaughtUp;
	}
	async list() {
		const [records, logins] = await Promise.all([this.#fetchAll(), this.#findLogins()]);
		this.#ledger.observeList(records.filter(({ author }) => logins.includes(author)));
		return this.#ledger.list();
	}
	async listFresh() {
		for (const { id } of (await this.list()).slice(0, MOST_REREAD)) await this.#reread(id);
		return this.#ledger.list();
	}
	async create(body) {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		try {
			const { data } = await rest.issues.createComment({
				owner,
				repo,
				issue_number: number,
				body
			});
			const record = parseRecord(data);
			if (!record) throw createShapeError();
			if (record.author !== "") this.#logins = Promise.resolve([record.author]);
			this.#ledger.observeWrite(record);
		} catch (error) {
			if (!isUncertain(parseFailure(error)) || !await this.#findUnconfirmed(body)) throw error;
		}
	}
	async update({ id, url }, body) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		return await this.#unlessGone(id, async () => {
			const { data } = await rest.issues.updateComment({
				owner,
				repo,
				comment_id: id,
				body
			});
			const record = parseRecord(data);
			if (record?.id !== id || !hasSameState(record.body, body)) throw createShapeError();
			this.#ledger.observeWrite({
				...record,
				url
			});
		});
	}
	async remove({ id }) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		await this.#unlessGone(id, async () => {
			await rest.issues.deleteComment({
				owner,
				repo,
				comment_id: id
			});
		});
		this.#ledger.forget(id);
	}
	async has({ id }) {
		return await this.#unlessGone(id, async () => {
			await this.#fetchOne(id);
		});
	}
	async findHead() {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		const { data } = await rest.pulls.get({
			owner,
			repo,
			pull_number: number
		});
		const head = getText(getObject(data, "head")["sha"]);
		if (head === null) throw createShapeError();
		return head;
	}
	async #fetchAll() {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		const records = /* @__PURE__ */ new Map();
		for (let page = 1; page <= MOST_PAGES$3; page += 1) {
			const query = {
				owner,
				repo,
				issue_number: number,
				per_page: PAGE_SIZE$3,
				page
			};
			const { data, headers } = await rest.issues.listComments(query);
			if (!Array.isArray(data)) throw createShapeError();
			const known = records.size;
			for (const record of data.flatMap((one) => parseRecord(one) ?? [])) records.set(record.id, record);
			if (data.length < PAGE_SIZE$3 && !/rel="next"/.test(String(headers.link ?? "")) || records.size === known) break;
		}
		return [...records.values()];
	}
	async #reread(id) {
		try {
			this.#ledger.observe(await this.#fetchOne(id));
		} catch (error) {
			parseFailure(error);
		}
	}
	async #fetchOne(id) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		const record = parseRecord((await rest.issues.getComment({
			owner,
			repo,
			comment_id: id
		})).data);
		if (record?.id !== id) throw createShapeError();
		return record;
	}
	async #unlessGone(id, action) {
		try {
			await action();
			return true;
		} catch (error) {
			if (parseFailure(error).kind !== "not-found") throw error;
			this.#ledger.forget(id);
			return false;
		}
	}
	async #findUnconfirmed(body) {
		const clock = this.#pace.clock ?? SYSTEM_CLOCK;
		for (const wait of LOOKS$2) {
			if (wait > 0) await clock.sleep(wait);
			const written = (await this.list().catch(() => [])).find((comment) => comment.body === trimBody(body));
			if (written) {
				this.#ledger.observeWrite({
					...written,
					author: ""
				});
				return true;
			}
		}
		return false;
	}
	#connect() {
		this.#octokit ??= createOctokit(this.#access, this.#pace);
		return this.#octokit;
	}
	#findLogins() {
		this.#logins ??= this.#connect().then(async (octokit) => await findLogins(octokit, this.#access.apiUrl));
		return this.#logins;
	}
};
// src/github/comment/sticky-comment.ts
var sticky_comment_exports = /* @__PURE__ */ __exportAll({ StickyComment: () => StickyComment });
const LOOKS$1 = [
	0,
	1e3,
	2e3,
	4e3,
	8e3
];
const SETTLE = 1e3;
const MOST_TRIES = 3;
var StickyComment = class {
	#comments;
	#head;
	#job;
	#pace;
	#memoryFailure = null;
	#before = null;
	#unsettled = null;
	constructor(access, pull, { job, ...pace } = {}) {
		this.#comments = new PullComments(access, pull, pace);
		this.#head = pull.head;
		this.#job = job;
		this.#pace = pace;
	}
	get memoryFailure() {
		return this.#memoryFailure;
	}
	get before() {
		return this.#before;
	}
	async memory() {
		try {
			return new Set((await this.#comments.listFresh()).flatMap(({ state }) => state.contained));
		} catch (error) {
			this.#memoryFailure = parseFailure(error);
			return /* @__PURE__ */ new Set();
		}
	}
	async write(message) {
		try {
			const result = await this.#put(message, "first");
			const isWritten = result.kind !== "none" && result.kind !== "unchanged";
			this.#unsettled = isWritten ? {
				message,
				isNew: result.kind === "created"
			} : null;
			return result;
		} catch (error) {
			return {
				kind: "failed",
				failure: parseFailure(error)
			};
		}
	}
	async settle() {
		if (this.#unsettled === null) return;
		const { message, isNew } = this.#unsettled;
		this.#unsettled = null;
		const remembers = message.contained.length > 0;
		const clock = this.#pace.clock ?? SYSTEM_CLOCK;
		try {
			for (const wait of remembers ? [SETTLE, ...LOOKS$1.slice(1)] : LOOKS$1) {
				if (wait > 0) await clock.sleep(wait);
				const { kind } = await this.#put(message, "correction");
				if (kind !== "created" && kind !== "updated" && (this.#comments.hasCaughtUp || !(isNew || remembers))) return;
			}
		} catch (error) {
			parseFailure(error);
		}
	}
	async #put(message, round) {
		for (let tries = 1;; tries += 1) {
			const own = await this.#listOwn(round);
			const [kept, ...duplicates] = own;
			if (round === "first" && tries === 1) this.#before = rememberAll(own);
			const contained = mergeContained(own.flatMap(({ state }) => state.contained), message.contained);
			if (!kept) {
				if (!message.mayCreate || round === "correction" && tries > 1) return { kind: "none" };
				await this.#comments.create(this.#renderBody(message, own, contained));
				return { kind: "created" };
			}
			const newer = await this.#findNewer(own);
			const standing = newer ?? (round === "correction" ? this.#findWritten(own) : void 0);
			const rendered = standing ? formatBody({
				...standing.state,
				contained
			}, standing.text) : this.#renderBody(message, own, contained);
			const body = hasSameStory(rendered, kept.body) ? kept.body : rendered;
			const isChanged = body !== kept.body || duplicates.length > 0;
			if (!await this.#updateAll(kept, body, duplicates) && tries < MOST_TRIES) continue;
			if (newer && (round === "first" || !isChanged)) return { kind: "superseded" };
			return { kind: isChanged ? "updated" : "unchanged" };
		}
	}
	async #listOwn(round) {
		const all = round === "first" ? await this.#comments.listFresh() : await this.#comments.list();
		const own = all.filter(({ state }) => state.job === this.#job);
		return own.length > 0 ? own : all.filter(({ state }) => state.job === void 0);
	}
	#findWritten(own) {
		return own.find(({ state }) => state.head === this.#head && state.job === this.#job);
	}
	async #findNewer(own) {
		const others = own.filter(({ state }) => state.head !== this.#head);
		if (others.length === 0) return void 0;
		const head = await this.#comments.findHead().catch(() => this.#head);
		return head === this.#head ? void 0 : others.find(({ state }) => state.head === head) ?? others[0];
	}
	#renderBody({ render }, own, contained) {
		const { text, open, moreOpen } = render(mergeStates(own), computeTextRoom(contained.length));
		const job = this.#job === void 0 ? {} : { job: this.#job };
		return formatBody({
			head: this.#head,
			...job,
			contained,
			open,
			moreOpen
		}, text);
	}
	async #updateAll(kept, body, duplicates) {
		if (!(body !== kept.body ? await this.#comments.update(kept, body) : duplicates.length === 0 || await this.#comments.has(kept))) return false;
		for (const duplicate of duplicates) await this.#removeDuplicate(duplicate, kept);
		return true;
	}
	async #removeDuplicate(duplicate, kept) {
		try {
			await this.#comments.remove(duplicate);
		} catch (error) {
			parseFailure(error);
			await this.#comments.update(duplicate, formatPointer(kept.url)).catch(() => false);
		}
	}
};
function rememberAll(own) {
	const merged = mergeStates(own);
	if (merged === null) return null;
	const contained = own.flatMap(({ state }) => state.contained);
	return {
		open: merged.open,
		moreOpen: merged.moreOpen ?? 0,
		contained
	};
}
function mergeStates(own) {
	const [first] = own;
	if (!first) return null;
	const open = [...new Set(own.flatMap((one) => one.state.open))];
	return {
		...first.state,
		open,
		moreOpen: Math.max(...own.map(({ state }) => state.moreOpen ?? 0))
	};
}
// src/github/issue/issue-state.ts
var issue_state_exports = /* @__PURE__ */ __exportAll({
	ISSUE_TEXT_ROOM: () => ISSUE_TEXT_ROOM,
	MOST_KNOWN: () => MOST_KNOWN,
	computeFindingDigest: () => computeFindingDigest,
	formatIssueBody: () => formatIssueBody,
	parseIssueBody: () => parseIssueBody
});
const STATE = /^<!-- openai-key-guard:audit v1 job=([0-9a-f]{16}) known=([0-9a-f,]*) -->$/;
const MOST_KNOWN = 1500;
const ISSUE_TEXT_ROOM = 38400;
function computeFindingDigest(id) {
	return computeFingerprint(id);
}
function formatIssueBody({ job, known }, text) {
	return `<!-- openai-key-guard:audit v1 job=${job} known=${known.slice(0, MOST_KNOWN).join(",")} -->\n${text}`;
}
function parseIssueBody(body) {
	const [first = ""] = trimBody(body).split("\n", 1);
	const [, job, known = ""] = STATE.exec(first) ?? [];
	if (job === void 0) return null;
	return {
		job,
		known: known.split(",").filter((digest) => /^[0-9a-f]{16}$/.test(digest))
	};
}
// src/github/issue/issue-plan.ts
function planIssue(own, message) {
	const issue = own.find(({ isOpen }) => isOpen) ?? own.at(-1);
	const current = message.findings.map(computeFindingDigest);
	const known = new Set(issue?.known ?? []);
	const fresh = known.size < 1500 ? current.filter((digest) => !known.has(digest)).length : 0;
	const kept = message.isComplete ? current : [.../* @__PURE__ */ new Set([...known, ...current])];
	const { job, title, text } = message;
	const body = formatIssueBody({
		job,
		known: kept
	}, text);
	if (!issue) return current.length > 0 ? {
		kind: "create",
		title,
		body
	} : { kind: "none" };
	const isSame = issue.title === title && hasSameStory(issue.body, body);
	const written = {
		issue,
		title,
		body: isSame ? issue.body : body
	};
	if (current.length === 0 && message.isComplete) return issue.isOpen ? {
		kind: "close",
		...written,
		comment: NOTHING_LEFT
	} : {
		kind: "unchanged",
		issue
	};
	const comment = fresh > 0 ? describeNewFindings(fresh) : null;
	if (!issue.isOpen) return fresh > 0 ? {
		kind: "reopen",
		...written,
		comment
	} : {
		kind: "unchanged",
		issue
	};
	return isSame ? {
		kind: "unchanged",
		issue
	} : {
		kind: "update",
		...written,
		comment
	};
}
// src/github/issue/repository-issues.ts
const PAGE_SIZE$2 = 100;
const MOST_PAGES$2 = 10;
var RepositoryIssues = class {
	#access;
	#repository;
	#pace;
	#octokit;
	constructor(access, repository, pace = {}) {
		this.#access = access;
		this.#repository = repository;
		this.#pace = pace;
	}
	async list(job) {
		const octokit = await this.#connect();
		const logins = await findLogins(octokit, this.#access.apiUrl);
		const issues = /* @__PURE__ */ new Map();
		for (const login of logins) for (const issue of await this.#listBy(octokit, login)) if (issue.job === job) issues.set(issue.number, issue);
		return [...issues.values()].toSorted((one, other) => one.number - other.number);
	}
	async create(title, body) {
		const { rest } = await this.#connect();
		const { data } = await rest.issues.create({
			...this.#repository,
			title,
			body
		});
		return requireIssue(data);
	}
	async update({ number }, change) {
		const { rest } = await this.#connect();
		const reason = change.state === "closed" ? { state_reason: "completed" } : {};
		const { data } = await rest.issues.update({
			...this.#repository,
			issue_number: number,
			...change,
			...reason
		});
		const issue = requireIssue(data);
		if (issue.number !== number || issue.isOpen !== (change.state === "open")) throw createShapeError();
		return issue;
	}
	async comment({ number }, body) {
		const { rest } = await this.#connect();
		await rest.issues.createComment({
			...this.#repository,
			issue_number: number,
			body
		});
	}
	async #listBy({ rest }, login) {
		const found = [];
		for (let page = 1; page <= MOST_PAGES$2; page += 1) {
			const query = {
				...this.#repository,
				state: "all",
				creator: login,
				per_page: PAGE_SIZE$2,
				page
			};
			const { data } = await rest.issues.listForRepo(query);
			if (!Array.isArray(data)) throw createShapeError();
			const authored = data.filter((one) => getAuthor(one) === login && !getObject(one, "pull_request")["url"]);
			found.push(...authored.flatMap((one) => parseIssue(one) ?? []));
			if (data.length < PAGE_SIZE$2) break;
		}
		return found;
	}
	#connect() {
		this.#octokit ??= createOctokit(this.#access, this.#pace);
		return this.#octokit;
	}
};
function getAuthor(issue) {
	return getText(getObject(issue, "user")["login"])?.toLowerCase();
}
function parseIssue(data) {
	const { number, html_url: url, title, body, state } = getObject({ data }, "data");
	const [count, text] = [getCount(number), trimBody(getText(body) ?? "")];
	const stored = parseIssueBody(text);
	if (count === null || stored === null) return null;
	return {
		...stored,
		number: count,
		url: getText(url) ?? "",
		isOpen: state !== "closed",
		title: getText(title) ?? "",
		body: text
	};
}
function requireIssue(data) {
	const issue = parseIssue(data);
	if (issue === null) throw createShapeError();
	return issue;
}
// src/github/issue/sticky-issue.ts
var sticky_issue_exports = /* @__PURE__ */ __exportAll({ writeIssue: () => writeIssue });
async function writeIssue(access, repository, message, pace = {}) {
	try {
		const issues = new RepositoryIssues(access, repository, pace);
		return await carryOut(planIssue(await issues.list(message.job), message), issues, message.job);
	} catch (error) {
		return {
			kind: "failed",
			failure: parseFailure(error)
		};
	}
}
const RESULTS = {
	update: "updated",
	reopen: "reopened",
	close: "closed"
};
async function carryOut(plan, issues, job) {
	switch (plan.kind) {
		case "none": return { kind: "none" };
		case "unchanged": return {
			kind: "unchanged",
			url: plan.issue.url,
			isNews: false
		};
		case "create": return {
			kind: "created",
			url: await create(plan, issues, job),
			isNews: true
		};
		case "update":
		case "reopen":
		case "close": {
			const { title, body, issue, comment } = plan;
			const state = plan.kind === "close" ? "closed" : "open";
			const { url } = await issues.update(issue, {
				title,
				body,
				state
			});
			if (comment !== null) await issues.comment(issue, comment).catch((error) => parseFailure(error));
			return {
				kind: RESULTS[plan.kind],
				url,
				isNews: comment !== null && plan.kind !== "close"
			};
		}
		default: return plan;
	}
}
async function create({ title, body }, issues, job) {
	try {
		return (await issues.create(title, body)).url;
	} catch (error) {
		const written = isUncertain(parseFailure(error)) ? (await issues.list(job)).at(-1) : void 0;
		if (!written) throw error;
		return written.url;
	}
}
// src/github/message.ts
var message_exports = /* @__PURE__ */ __exportAll({ chooseMessage: () => chooseMessage });
function isContained({ kind }) {
	return kind === "contained" || kind === "already-gone";
}
function chooseMessage(report, texts) {
	const { findings } = report;
	const conclusion = conclude(report);
	const open = findings.filter((finding) => isHarmful(finding) && finding.validity.kind !== "inactive").map(({ fingerprint }) => fingerprint);
	return {
		mayCreate: conclusion === "leaked",
		contained: findings.filter(({ outcome, earlier }) => earlier !== null || isContained(outcome)).map(({ fingerprint }) => fingerprint),
		render: (last, room) => {
			if (conclusion !== "clean" || findings.length > 0) return {
				text: texts.renderComment(room),
				open
			};
			const { open: left = [], moreOpen = 0 } = last ?? {};
			return {
				text: texts.renderGoneComment(left, moreOpen),
				open: left,
				moreOpen
			};
		}
	};
}
// src/github/repositories/organization-repositories.ts
var organization_repositories_exports = /* @__PURE__ */ __exportAll({
	isSelectionOnly: () => isSelectionOnly,
	listOrganizationRepositories: () => listOrganizationRepositories
});
const PAGE_SIZE$1 = 100;
const PAGE_TIMEOUT = 6e4;
const PATIENCE = 6e5;
const MOST_PAGES$1 = 2e3;
async function listOrganizationRepositories(access, organization, pace = {}) {
	const { rest } = await createOctokit(access, {
		timeout: PAGE_TIMEOUT,
		patience: PATIENCE,
		...pace
	});
	const found = /* @__PURE__ */ new Map();
	for (let page = 1; page <= MOST_PAGES$1; page += 1) {
		const query = {
			type: "all",
			sort: "created",
			direction: "asc",
			per_page: PAGE_SIZE$1,
			page
		};
		const { data } = await rest.repos.listForOrg({
			org: organization,
			...query
		});
		if (!Array.isArray(data)) throw createShapeError();
		for (const one of data.map(parseRepository)) found.set(one.id, one);
		if (data.length < PAGE_SIZE$1) return [...found.values()];
	}
	throw createShapeError();
}
async function findRepositoryName(access, id, pace = {}) {
	const octokit = await createOctokit(access, pace);
	try {
		const { data } = await octokit.request("GET /repositories/{id}", { id });
		return parseRepository(data).name;
	} catch (error) {
		if (parseFailure(error).kind === "not-found") return null;
		throw error;
	}
}
function parseRepository(data) {
	const { id, full_name, size, default_branch, archived, fork } = getObject({ data }, "data");
	const [count, name] = [getCount(id), getText(full_name)];
	if (count === null || name === null) throw createShapeError();
	return {
		id: count,
		name,
		kilobytes: getCount(size) ?? 0,
		defaultBranch: getText(default_branch),
		isArchived: archived === true,
		isFork: fork === true
	};
}
async function isSelectionOnly(access, pace = {}) {
	if (!access.token.startsWith("ghs_")) return false;
	try {
		const { rest } = await createOctokit(access, pace);
		const { data } = await rest.apps.listReposAccessibleToInstallation({ per_page: 1 });
		return getObject({ data }, "data")["repository_selection"] === "selected";
	} catch (error) {
		parseFailure(error);
		return false;
	}
}
// src/github/repository.ts
var repository_exports = /* @__PURE__ */ __exportAll({
	isPublicRepository: () => isPublicRepository,
	readDefaultBranchName: () => readDefaultBranchName
});
async function readDefaultBranchFile(access, repository, path, pace = {}) {
	const { rest } = await createOctokit(access, pace);
	try {
		const { data } = await rest.repos.getContent({
			...repository,
			path
		});
		const { type, encoding, content } = getObject({ data }, "data");
		if (type !== "file" || encoding !== "base64" || typeof content !== "string") throw createShapeError();
		return Buffer.from(content, "base64");
	} catch (error) {
		if (parseFailure(error).kind === "not-found") return null;
		throw error;
	}
}
async function isPublicRepository(access, repository, pace = {}) {
	try {
		const { rest } = await createOctokit(access, pace);
		const { data } = await rest.repos.get(repository);
		return getObject({ data }, "data")["private"] !== true;
	} catch (error) {
		parseFailure(error);
		return true;
	}
}
async function readDefaultBranchName(access, repository, pace = {}) {
	try {
		const { rest } = await createOctokit(access, pace);
		const { data } = await rest.repos.get(repository);
		return getText(getObject({ data }, "data")["default_branch"]);
	} catch (error) {
		parseFailure(error);
		return null;
	}
}
// src/github/secrets/secret-place.ts
const MOST = {
	organization: 1e3,
	other: 100
};
function getSecretPath(target) {
	if (target.kind === "github-org") return {
		path: "/orgs/{org}/actions/secrets",
		names: { org: target.org },
		permissions: ["organization_secrets"],
		most: MOST.organization
	};
	const { owner, repo } = target;
	const at = (part, permissions, more = {}) => ({
		path: `/repos/{owner}/{repo}/${part}/secrets`,
		names: {
			owner,
			repo,
			...more
		},
		permissions,
		most: MOST.other
	});
	switch (target.kind) {
		case "github": return target.environment === null ? at("actions", ["secrets"]) : at("environments/{environment}", ["environments", "secrets"], { environment: target.environment });
		case "dependabot": return at("dependabot", ["dependabot_secrets"]);
		case "codespaces": return at("codespaces", ["codespaces_secrets"]);
		default: return target;
	}
}
function formatPermissions({ permissions }, accepted) {
	const named = [...(typeof accepted === "string" && /^[a-z_=,; ]{1,200}$/.test(accepted) ? accepted : "").matchAll(/([a-z_]+)=(?:read|write|admin)/g)].map(([, name = ""]) => name);
	return [.../* @__PURE__ */ new Set([...permissions, ...named])].map((name) => `${formatPermission(name)}: write`).join(" and ");
}
function formatPermission(name) {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll("_", " ");
}
// src/github/secrets/secret-failure.ts
function parseStoreFailure(error, path) {
	const { kind } = parseFailure(error);
	switch (kind) {
		case "no-answer": return { because: "network" };
		case "outage": return { because: "server-error" };
		case "limited": return { because: "rate-limited" };
		case "not-the-api": return { because: "not-understood" };
		case "forbidden": return {
			because: "not-permitted",
			permission: formatPermissions(path, error instanceof RequestError ? error.headers["x-accepted-github-permissions"] : null)
		};
		case "bad-token":
		case "kept-out":
		case "archived":
		case "not-found": return { because: kind };
		case "locked":
		case "full":
		case "refused": return { because: "refused" };
		case "fault": return { because: "unexpected" };
		default: return kind;
	}
}
async function sealSecret(secret, key) {
	const { default: sodium } = await import("./sodium.js").then((n) => n.libsodium_wrappers_exports);
	await sodium.ready;
	const text = new TextEncoder().encode(secret.reveal());
	if (text.length > 49152) return null;
	return Buffer.from(sodium.crypto_box_seal(text, key.bytes)).toString("base64");
}
// src/github/secrets/secret-requests.ts
const PAGE_SIZE = 100;
const MOST_PAGES = 100;
async function readSealingKey({ request }, { path, names }) {
	const { data } = await request(`GET ${path}/public-key`, { ...names });
	const { key_id: id, key } = getObject({ data }, "data");
	const bytes = Buffer.from(getText(key) ?? "", "base64");
	if (typeof id !== "string" || id === "" || bytes.length !== 32) throw createShapeError();
	return {
		id,
		bytes
	};
}
async function readSecret(octokit, { path, names }, name) {
	const { data } = await octokit.request(`GET ${path}/{name}`, {
		...names,
		name
	});
	const { name: shown, updated_at: updated, visibility = null } = getObject({ data }, "data");
	const updatedAt = getTime(updated);
	if (!(getText(shown)?.toUpperCase() === name.toUpperCase()) || updatedAt === null || !isVisibility(visibility)) throw createShapeError();
	return {
		updatedAt,
		visibility
	};
}
function isVisibility(value) {
	return value === null || value === "all" || value === "private" || value === "selected";
}
async function countSecrets({ request }, { path, names }) {
	const { data } = await request(`GET ${path}`, {
		...names,
		per_page: 1
	});
	return requireTotal(getObject({ data }, "data"));
}
async function listSharedRepositories({ request }, { path, names }, name) {
	const ids = /* @__PURE__ */ new Set();
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const query = {
			...names,
			name,
			per_page: PAGE_SIZE,
			page
		};
		const { data } = await request(`GET ${path}/{name}/repositories`, query);
		const body = getObject({ data }, "data");
		const { repositories } = body;
		if (!Array.isArray(repositories)) throw createShapeError();
		for (const repository of repositories) {
			const { id } = getObject({ repository }, "repository");
			if (typeof id !== "number" || !Number.isSafeInteger(id)) throw createShapeError();
			ids.add(id);
		}
		if (ids.size === requireTotal(body)) return [...ids];
		if (repositories.length === 0) break;
	}
	throw createShapeError();
}
async function updateSecret({ request }, { path, names }, name, change) {
	const { status } = await request(`PUT ${path}/{name}`, {
		...names,
		name,
		...change
	});
	if (status !== 201 && status !== 204) throw createShapeError(status);
}
function requireTotal({ total_count: total }) {
	if (typeof total !== "number" || !Number.isSafeInteger(total) || total < 0) throw createShapeError();
	return total;
}
// src/github/secrets/check-secret.ts
var check_secret_exports = /* @__PURE__ */ __exportAll({ checkSecret: () => checkSecret });
async function checkSecret(octokit, target, { create }) {
	const path = getSecretPath(target);
	try {
		const fault = target.kind === "github-org" ? null : await checkRepository(octokit, target);
		if (fault !== null) return {
			kind: "failed",
			...fault
		};
		await readSealingKey(octokit, path);
		if (await hasSecret(octokit, path, target.secret)) return {
			kind: "ready",
			exists: true
		};
		if (!mayCreate(target, create)) return {
			kind: "failed",
			because: "no-secret"
		};
		if (await countSecrets(octokit, path) >= path.most) return {
			kind: "failed",
			because: "too-many"
		};
		return {
			kind: "ready",
			exists: false
		};
	} catch (error) {
		return {
			kind: "failed",
			...parseStoreFailure(error, path)
		};
	}
}
function mayCreate(target, create) {
	return create && target.kind !== "github-org";
}
async function hasSecret(octokit, path, name) {
	try {
		await readSecret(octokit, path, name);
		return true;
	} catch (error) {
		if (parseFailure(error).kind === "not-found") return false;
		throw error;
	}
}
async function checkRepository({ rest }, { owner, repo }) {
	const { data } = await rest.repos.get({
		owner,
		repo
	});
	const { full_name: fullName, archived } = getObject({ data }, "data");
	const name = getText(fullName);
	if (name === null || !/^[\w.-]+\/[\w.-]+$/.test(name)) return { because: "not-understood" };
	if (name.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) return {
		because: "moved",
		to: name
	};
	return archived === true ? { because: "archived" } : null;
}
// src/github/secrets/write-secret.ts
var write_secret_exports = /* @__PURE__ */ __exportAll({ writeSecret: () => writeSecret });
const TRIES = 3;
const LOOKS = 3;
const LOOK_WAIT = 1e3;
async function writeSecret(octokit, target, secret, options) {
	const path = getSecretPath(target);
	const write = {
		octokit,
		path,
		name: target.secret,
		secret,
		options
	};
	try {
		const before = await findSecret(write);
		if (before === null && !mayCreate(target, options.create)) return {
			kind: "failed",
			because: "no-secret",
			mayBeStored: false
		};
		return await sendUntilSettled(write, before);
	} catch (error) {
		return {
			kind: "failed",
			...parseStoreFailure(error, path),
			mayBeStored: false
		};
	}
}
async function sendUntilSettled(write, before) {
	let mayBeStored = false;
	let isKeyReplaced = false;
	for (let tries = 1;; tries += 1) {
		if (write.options.isCancelled()) return {
			kind: "failed",
			because: "cancelled",
			mayBeStored
		};
		const sent = await sendValue(write, before);
		if (sent === "answered") return {
			kind: "stored",
			verified: await isChanged(write, before)
		};
		mayBeStored ||= sent.isUncertain;
		if (sent.isUncertain && await isChanged(write, before)) return {
			kind: "stored",
			verified: true
		};
		if (!(sent.isUncertain || sent.isRefused && !isKeyReplaced) || tries >= TRIES) return {
			kind: "failed",
			...sent.failure,
			mayBeStored
		};
		isKeyReplaced ||= sent.isRefused;
	}
}
async function sendValue({ octokit, path, name, secret }, before) {
	const failed = (failure) => ({
		failure,
		isUncertain: false,
		isRefused: false
	});
	let change;
	try {
		const key = await readSealingKey(octokit, path);
		const sealed = await sealSecret(secret, key);
		if (sealed === null) return failed({ because: "too-large" });
		const visibility = before?.visibility ?? null;
		change = {
			encrypted_value: sealed,
			key_id: key.id,
			...visibility !== null && { visibility },
			...visibility === "selected" && { selected_repository_ids: await listSharedRepositories(octokit, path, name) }
		};
	} catch (error) {
		return failed(parseStoreFailure(error, path));
	}
	try {
		await updateSecret(octokit, path, name, change);
		return "answered";
	} catch (error) {
		const parsed = parseFailure(error);
		return {
			failure: parseStoreFailure(error, path),
			isUncertain: isUncertain(parsed) || parsed.kind === "fault",
			isRefused: parsed.status === 422
		};
	}
}
async function isChanged(write, before) {
	const { clock } = write.options;
	for (let looks = 1; looks <= LOOKS; looks += 1) {
		const now = await findSecret(write).catch(() => null);
		if (now !== null && now.updatedAt.getTime() !== before?.updatedAt.getTime()) return before === null || now.visibility === before.visibility;
		if (looks < LOOKS) await clock.sleep(LOOK_WAIT);
	}
	return false;
}
async function findSecret({ octokit, path, name }) {
	try {
		return await readSecret(octokit, path, name);
	} catch (error) {
		if (parseFailure(error).kind === "not-found") return null;
		throw error;
	}
}
// src/github/token-access.ts
var token_access_exports = /* @__PURE__ */ __exportAll({ probeToken: () => probeToken });
async function probeToken(access, fullName, pace = {}) {
	const octokit = await createOctokit(access, pace);
	const { rest } = octokit;
	const [owner = "", repo = ""] = fullName.split("/");
	try {
		const { data, headers } = await rest.repos.get({
			owner,
			repo
		});
		const one = {
			owner,
			repo,
			per_page: 1
		};
		const [logins, commits, pulls, codeScanning] = await Promise.all([
			findLogins(octokit, access.apiUrl),
			read(async () => await rest.repos.listCommits(one)),
			read(async () => await rest.pulls.list(one)),
			read(async () => await rest.codeScanning.listAlertsForRepo(one))
		]);
		const isPublic = getObject(data)["private"] === false;
		const mayWrite = parseScopes(getText(headers["x-oauth-scopes"]), isPublic);
		return {
			kind: "seen",
			access: {
				login: logins[0] ?? null,
				commits,
				pulls,
				codeScanning,
				mayWrite
			}
		};
	} catch (error) {
		return {
			kind: "failed",
			failure: parseFailure(error)
		};
	}
}
async function read(ask) {
	try {
		await ask();
		return null;
	} catch (error) {
		const failure = parseFailure(error);
		return failure.status === 409 ? null : failure;
	}
}
function parseScopes(header, isPublic) {
	if (header === null) return null;
	const scopes = header.split(/,\s*/);
	return scopes.includes("repo") || isPublic && scopes.includes("public_repo");
}
// src/sources/alerts/sighting.ts
function nameAlert$1({ repository, number }) {
	return `${repository.owner}/${repository.repo}#${number}`;
}
function locateInAlert(alert, location, { encoding }, isNamed) {
	const { number, url, repository, createdAt } = alert;
	const isFile = location.kind === "file";
	const kind = isFile ? location.isWiki ? "wiki" : "file" : location.kind === "text" ? location.what : "unknown";
	return {
		where: "alert",
		path: isFile ? location.path : null,
		line: isFile ? location.line : null,
		column: null,
		commit: isFile ? location.commit : null,
		author: null,
		at: createdAt,
		encoding,
		member: null,
		inHead: false,
		preexisting: false,
		...isNamed && { repository: `${repository.owner}/${repository.repo}` },
		alert: {
			number,
			url,
			kind,
			textUrl: location.kind === "text" ? location.url : null
		}
	};
}
// src/sources/alerts/alerts-source.ts
var alerts_source_exports = /* @__PURE__ */ __exportAll({ AlertsSource: () => AlertsSource });
const NO_PLACE = [{ kind: "other" }];
var AlertsSource = class {
	#octokit;
	#listing;
	#isNamed;
	#byName;
	#gaps = [];
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#told = /* @__PURE__ */ new Set();
	#places = /* @__PURE__ */ new Map();
	#isRead = false;
	constructor(octokit, listing, isNamed) {
		this.#octokit = octokit;
		this.#listing = listing;
		this.#isNamed = isNamed;
		this.#byName = new Map(listing.alerts.map((alert) => [nameAlert$1(alert), alert]));
	}
	async *blobs() {
		for (const [name, { secret }] of this.#byName) {
			this.#coverage.texts += 1;
			if (secret === null) {
				this.#told.add(name);
				this.#gaps.push(createGap(describeHiddenAlert(name)));
				continue;
			}
			const text = Buffer.from(secret.reveal());
			this.#coverage.bytes += text.length;
			yield {
				provenance: {
					kind: "alert",
					alert: name
				},
				chunks: [text]
			};
		}
		this.#isRead = true;
	}
	async locate({ provenance }, hit) {
		const [name, alert] = this.#getAlert(provenance);
		this.#told.add(name);
		return (await this.#listPlaces(name, alert)).map((place) => locateInAlert(alert, place, hit, this.#isNamed));
	}
	async complete(sightings) {
		return sightings;
	}
	async nameOf({ provenance }) {
		const [name] = this.#getAlert(provenance);
		this.#told.add(name);
		return { name };
	}
	account() {
		const { unread, isComplete, failure } = this.#listing;
		const gaps = [...this.#gaps];
		if (!this.#isRead) gaps.push({
			kind: "miscounted",
			detail: describeUnfinished("texts")
		});
		if (!isComplete) gaps.push(createGap(describeCutAlerts(this.#byName.size, failure)));
		if (unread > 0) gaps.push(createGap(describeUnreadAlerts(unread)));
		const unknown = [...this.#byName.keys()].filter((name) => this.#isRead && !this.#told.has(name));
		gaps.push(...unknown.map((name) => createGap(describeUnknownText(name))));
		return {
			coverage: { ...this.#coverage },
			gaps
		};
	}
	async #listPlaces(name, alert) {
		const places = this.#places.get(name) ?? this.#askForPlaces(name, alert);
		this.#places.set(name, places);
		return await places;
	}
	async #askForPlaces(name, alert) {
		const listed = await listAlertLocations(this.#octokit, alert).catch(() => null);
		if (!listed?.isComplete) this.#gaps.push(createGap(describeUnlistedPlaces(name)));
		const locations = listed?.locations ?? alert.locations;
		return locations.length > 0 ? locations : NO_PLACE;
	}
	#getAlert(provenance) {
		const alert = provenance.kind === "alert" ? this.#byName.get(provenance.alert) : void 0;
		if (provenance.kind !== "alert" || !alert) throw new Error(`no alert has anything from ${provenance.kind}`);
		return [provenance.alert, alert];
	}
};
function createGap(detail) {
	return {
		kind: "unfetched",
		cause: "alerts",
		detail
	};
}
// src/targets/alerts/alert-target.ts
var alert_target_exports = /* @__PURE__ */ __exportAll({
	openAlerts: () => openAlerts,
	parseAlertScope: () => parseAlertScope
});
function parseAlertScope(text) {
	const [, owner, repo] = /^([\w.-]+)(?:\/([\w.-]+))?$/.exec(text.trim()) ?? [];
	if (owner === void 0) throw new UsageError(describeAlertScope(text));
	return repo === void 0 ? {
		kind: "organization",
		org: owner
	} : {
		kind: "repository",
		repository: {
			owner,
			repo
		}
	};
}
function formatAlertScope(scope) {
	return scope.kind === "organization" ? scope.org : `${scope.repository.owner}/${scope.repository.repo}`;
}
async function openAlerts(access, scope, pace = {}) {
	const of = formatAlertScope(scope);
	const [{ listAlerts }, { AlertsSource: Alerts }] = await Promise.all([Promise.resolve().then(() => alert_requests_exports), Promise.resolve().then(() => alerts_source_exports)]);
	const octokit = await createOctokit(access, pace);
	const listing = await listAlerts(octokit, scope).catch((error) => {
		throw new UsageError(describeUnlistedAlerts(of, parseFailure(error)));
	});
	const source = new Alerts(octokit, listing, scope.kind === "organization");
	const closeAlerts = async (findings, { describeEnd, isDryRun }) => {
		const [{ planClosings }, { describeRehearsal, describeResult }] = await Promise.all([Promise.resolve().then(() => closing_plan_exports), Promise.resolve().then(() => closing_words_exports)]);
		const plan = planClosings(listing.alerts, findings);
		if (isDryRun) return describeRehearsal(plan);
		const { resolveAlert } = await Promise.resolve().then(() => resolve_alert_exports);
		const closings = [];
		for (const planned of plan) {
			if (planned.kind !== "close" || planned.end === null) continue;
			const { alert, end } = planned;
			closings.push(describeResult(alert, await resolveAlert(octokit, alert, describeEnd(end))));
		}
		return closings;
	};
	return {
		change: {
			kind: "alerts",
			of
		},
		source,
		closeAlerts
	};
}
// src/targets/alerts/closing-plan.ts
var closing_plan_exports = /* @__PURE__ */ __exportAll({ planClosings: () => planClosings });
function planClosings(alerts, findings) {
	const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
	return alerts.map((alert) => {
		const finding = byFingerprint.get(alert.secret?.fingerprint ?? "");
		if (!finding) return {
			alert,
			kind: "keep",
			because: "unrecognised"
		};
		const end = findProvenEnd(finding);
		if (end !== null) return {
			alert,
			kind: "close",
			end
		};
		if (isToBeRevoked(finding)) return {
			alert,
			kind: "close",
			end: null
		};
		return {
			alert,
			kind: "keep",
			because: explainOpen(finding)
		};
	});
}
function isToBeRevoked({ outcome }) {
	return outcome.kind === "rehearsed" && outcome.because === "would-revoke";
}
function explainOpen({ validity }) {
	if (validity.kind !== "inactive") return "may-work";
	return validity.because === "project-dormant" || validity.because === "account-deactivated" ? "may-return" : "not-proven";
}
// src/targets/alerts/closing-words.ts
var closing_words_exports = /* @__PURE__ */ __exportAll({
	describeRehearsal: () => describeRehearsal,
	describeResult: () => describeResult
});
function describeResult(alert, result) {
	const name = nameAlert(alert);
	switch (result.kind) {
		case "resolved": return {
			isRefused: false,
			sentence: CLOSING.resolved(name)
		};
		case "already-resolved": return {
			isRefused: false,
			sentence: CLOSING.already(name)
		};
		case "failed": {
			const { kind, status } = result.failure;
			return {
				isRefused: true,
				sentence: kind === "forbidden" ? CLOSING.forbidden(name) : CLOSING.failed(name, status)
			};
		}
		default: return result;
	}
}
const REASONS = [
	"may-work",
	"may-return",
	"not-proven",
	"unrecognised"
];
function describeRehearsal(plan) {
	const closed = plan.flatMap((one) => one.kind === "close" ? [one.end === null ? REHEARSAL.revoked(nameAlert(one.alert)) : REHEARSAL.dead(nameAlert(one.alert))] : []);
	const kept = REASONS.flatMap((because) => {
		const names = plan.flatMap((one) => one.kind === "keep" && one.because === because ? [nameAlert(one.alert)] : []);
		return names.length === 0 ? [] : [describeKept(names, because)];
	});
	return [...closed, ...kept].map((sentence) => ({
		isRefused: false,
		sentence
	}));
}
function nameAlert({ repository, number }) {
	return `${repository.owner}/${repository.repo}#${number}`;
}
// src/targets/keys-file.ts
var keys_file_exports = /* @__PURE__ */ __exportAll({
	parseKeysBytes: () => parseKeysBytes,
	readDefaultKeysFile: () => readDefaultKeysFile,
	readKeysFileOnGitHub: () => readKeysFileOnGitHub
});
async function readDefaultKeysFile(location, path) {
	const revision = await findDefaultRevision(location).catch((error) => {
		if (error instanceof UsageError) return null;
		throw error;
	});
	if (revision === null) return {
		file: await readPlainFile(join(location.repo, path), path),
		name: path
	};
	if (revision === "unknown") throw new UsageError(describeUnknownDefaultBranch(path));
	const name = describeKeysFilePlace(path, revision.replace(/^refs\/(?:remotes|heads)\//, ""));
	const { base } = await readFirstFileVersions(location, [revision], path);
	switch (base.kind) {
		case "file": return {
			file: await parseKeysBytes(base.bytes, name),
			name
		};
		case "absent":
		case "no-commit": return {
			file: null,
			name
		};
		case "unfit": throw new UsageError(describeUnfitKeysFile(name, base.why));
		case "missing": throw new UsageError(describeUnfetchedKeysFile(name));
		default: return base;
	}
}
async function readPlainFile(file, name) {
	const bytes = await readFile(file).catch((error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
		throw new UsageError(describeUnreadableKeysFile(name, error.code ?? "unknown"));
	});
	return bytes && await parseKeysBytes(bytes, name);
}
async function parseKeysBytes(bytes, name) {
	return (await import("./rotation.js").then((n) => n.parse_exports)).parseKeysFile(decodeText(bytes, name), name);
}
async function readKeysFileOnGitHub({ path, isNamed, token }, { apiUrl, repository, clock }) {
	if (token === null) throw new UsageError(describeUnreadKeysFile(quoteValue(path), NO_TOKEN));
	const bytes = await readDefaultBranchFile({
		apiUrl,
		token
	}, repository, path, { clock }).catch((error) => {
		const { kind, status } = parseFailure(error);
		const why = kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
		throw new UsageError(describeUnreadKeysFile(quoteValue(path), why));
	});
	if (bytes !== null) return await parseKeysBytes(bytes, path);
	if (isNamed) throw new UsageError(describeNoKeysFile(quoteValue(path)));
	return NO_KEYS_FILE;
}
// src/targets/base-keys.ts
var base_keys_exports = /* @__PURE__ */ __exportAll({
	parseBaseKeys: () => parseBaseKeys,
	readLocalBaseKeys: () => readLocalBaseKeys
});
async function readLocalBaseKeys(change, location, { keysFile, policy }) {
	return await parseBaseKeys(await readVersion(change, location, keysFile), keysFile, { isNeeded: policy.onLeak === "rotate" });
}
async function readVersion(change, location, path) {
	if (change.kind === "stdin") return { kind: "absent" };
	if (change.kind !== "range") return (await readFirstFileVersions(location, ["HEAD"], path)).base;
	return (await readFileVersionsAt(location, {
		base: change.base,
		head: null
	}, path)).base;
}
async function parseBaseKeys(version, name, { isNeeded }) {
	if (!isNeeded && (version.kind === "missing" || version.kind === "no-commit")) return {
		...NO_KEYS_FILE,
		gaps: []
	};
	try {
		return {
			...await parseVersion(version, name),
			gaps: []
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const detail = describeUnusableKeysFile(error.message);
		return {
			...NO_KEYS_FILE,
			gaps: [{
				kind: "unreadable",
				cause: "keys-file",
				detail
			}]
		};
	}
}
async function parseVersion(version, name) {
	switch (version.kind) {
		case "absent": return NO_KEYS_FILE;
		case "unfit": throw new UsageError(describeUnfit(name, version.why));
		case "missing":
		case "no-commit": throw new UsageError(describeUnfetchedFile(name));
		case "file": return await parseKeysBytes(version.bytes, name);
		default: return version;
	}
}
// src/targets/default-branch-policy.ts
var default_branch_policy_exports = /* @__PURE__ */ __exportAll({ readDefaultBranchPolicy: () => readDefaultBranchPolicy });
async function readDefaultBranchPolicy({ policyFile, isPolicyNamed, githubToken }, { apiUrl, repository, clock }) {
	if (githubToken === null) throw new UsageError(describeUnreadPolicy(policyFile, NO_TOKEN));
	const bytes = await readDefaultBranchFile({
		apiUrl,
		token: githubToken
	}, repository, policyFile, { clock }).catch((error) => {
		throw new UsageError(describeUnreadPolicy(policyFile, explainFailure(parseFailure(error))));
	});
	if (bytes === null && isPolicyNamed) throw new UsageError(describeMissingPolicy(policyFile));
	if (bytes === null) return DEFAULT_AUDIT_POLICY;
	const { parseAuditPolicy } = await import("./audit-rules.js").then((n) => n.parse_exports);
	return parseAuditPolicy(decodeText(bytes, policyFile), policyFile);
}
function explainFailure({ kind, status }) {
	return kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
}
// src/targets/default-branch-protection.ts
var default_branch_protection_exports = /* @__PURE__ */ __exportAll({ readDefaultProtection: () => readDefaultProtection });
async function readDefaultProtection({ path, token }, { apiUrl, repository, clock }) {
	const bytes = await readDefaultBranchFile({
		apiUrl,
		token
	}, repository, path, { clock }).catch((error) => {
		const { kind, status } = parseFailure(error);
		const why = kind === "forbidden" ? NEEDS_CONTENTS : describeGitHubFailure(kind, status);
		throw new UsageError(describeUnknownProtection(`${why}.`));
	});
	if (bytes === null) return [];
	const { protect, mayContain, gaps } = await parseBasePolicy({
		kind: "file",
		bytes
	}, null, path);
	if (!mayContain) throw new UsageError(describeUnknownProtection(gaps.map(({ detail }) => detail).join(" ")));
	return protect;
}
// src/targets/default-branches.ts
var default_branches_exports = /* @__PURE__ */ __exportAll({ findDefaultBranches: () => findDefaultBranches });
const MOST_ASKED = 20;
async function findDefaultBranches(secrets, { repository: own, defaultBranch }, access, clock) {
	const branches = /* @__PURE__ */ new Map();
	if (own !== null && defaultBranch !== null) branches.set(own.toLowerCase(), defaultBranch);
	const names = new Set(secrets.flatMap(({ secret }) => secret.kind === "github" ? [`${secret.owner}/${secret.repo}`.toLowerCase()] : []));
	if (access === null) return branches;
	for (const name of [...names].filter((one) => !branches.has(one)).slice(0, MOST_ASKED)) {
		const [owner = "", repo = ""] = name.split("/");
		const branch = await readDefaultBranchName(access, {
			owner,
			repo
		}, { clock });
		if (branch !== null) branches.set(name, branch);
	}
	return branches;
}
export { alert_target_exports, api_failure_exports, base_keys_exports, check_secret_exports, client_exports, comment_state_exports, createOctokit, createShapeError, default_branch_policy_exports, default_branch_protection_exports, default_branches_exports, findRepositoryName, issue_state_exports, keys_file_exports, message_exports, organization_repositories_exports, parseFailure, repository_exports, sendAllSarif, sticky_comment_exports, sticky_issue_exports, token_access_exports, write_secret_exports };
