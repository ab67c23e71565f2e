import { __exportAll } from "./rolldown-runtime.js";
import { MARKER, PREFIXES as PREFIXES$1, SYSTEM_CLOCK, UsageError, computeFingerprint } from "./scan.js";
const createServer = process.getBuiltinModule("node:http").createServer;
const promisify = process.getBuiltinModule("node:util").promisify;
const gunzipSync = (...args) => process.getBuiltinModule("node:zlib").gunzipSync(...args);
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
const generateKeyPairSync = (...args) => process.getBuiltinModule("node:crypto").generateKeyPairSync(...args);
const fileURLToPath = process.getBuiltinModule("node:url").fileURLToPath;
const execFile = process.getBuiltinModule("node:child_process").execFile;
const spawn = process.getBuiltinModule("node:child_process").spawn;
const spawnSync = process.getBuiltinModule("node:child_process").spawnSync;
const devNull = process.getBuiltinModule("node:os").devNull;
const tmpdir = process.getBuiltinModule("node:os").tmpdir;
const path = process.getBuiltinModule("node:path");
const join = process.getBuiltinModule("node:path").join;
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const mkdtemp = (...args) => process.getBuiltinModule("node:fs/promises").mkdtemp(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const writeFile = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
const execPath = process.getBuiltinModule("node:process").execPath;
// src/sandbox/answer.ts
function send(response, { status, headers = {}, body }) {
	const text = typeof body === "string" ? body : body === void 0 ? "" : JSON.stringify(body);
	response.writeHead(status, {
		"content-type": "application/json; charset=utf-8",
		...headers
	});
	response.end(text);
}
// src/sandbox/faults.ts
const ELSEWHERE = "/elsewhere";
const BROKEN = "{\"object\": \"list\", \"data\": [{\"id\": \"key_";
function sendFault(response, fault, real = { status: 200 }) {
	if (typeof fault === "function") return send(response, fault(real));
	if (typeof fault === "object") return send(response, fault);
	switch (fault) {
		case "hang": return;
		case "reset":
		case "lost-answer":
			response.socket?.resetAndDestroy();
			return;
		case "cut-off":
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": 1e3
			});
			response.write(BROKEN, () => response.destroy());
			return;
		case "stall":
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": 1e3
			});
			response.write(BROKEN);
			return;
		case "truncated": return send(response, {
			status: 200,
			body: BROKEN
		});
		case "html": return send(response, {
			status: 200,
			headers: { "content-type": "text/html" },
			body: "<html>Sign in</html>"
		});
		case "empty": return send(response, {
			status: 200,
			body: {}
		});
		case "redirect": return send(response, {
			status: 302,
			headers: { location: ELSEWHERE }
		});
		case "repeat-cursor": return send(response, {
			...real,
			body: {
				...real.body,
				has_more: true
			}
		});
		case "lost-cursor": return send(response, {
			...real,
			body: {
				...real.body,
				has_more: true,
				last_id: void 0
			}
		});
		default: return fault;
	}
}
// src/sandbox/server.ts
const LONGEST_BODY$1 = 2 ** 24;
async function listen(handle, raw = async () => false) {
	const requests = [];
	let faultRule = null;
	const answer = async (incoming, response) => {
		const url = new URL(`http://sandbox${incoming.url ?? "/"}`);
		const keyFingerprint = computeKeyFingerprint(incoming.headers.authorization);
		const request = {
			method: incoming.method ?? "GET",
			path: url.pathname,
			query: url.search,
			keyFingerprint
		};
		requests.push(request);
		await answerRequest({
			incoming,
			response,
			url,
			fault: faultRule?.(request) ?? null
		}, handle, raw);
	};
	const listener = (incoming, response) => answer(incoming, response).catch((error) => sendFailure(response, error));
	const server = createServer((incoming, response) => void listener(incoming, response));
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => {
			server.close(() => resolve());
		});
	};
	return {
		origin: `http://127.0.0.1:${server.address().port}`,
		listener,
		requests,
		fault: (rule) => {
			faultRule = rule;
		},
		close,
		[Symbol.asyncDispose]: close
	};
}
const AFTER_ANSWER = [
	"repeat-cursor",
	"lost-cursor",
	"lost-answer"
];
async function answerRequest(exchange, handle, raw) {
	const { incoming, response, url, fault } = exchange;
	const isAnswered = typeof fault === "function" || AFTER_ANSWER.includes(fault);
	if (fault !== null && !isAnswered) return sendFault(response, fault);
	if (await raw(incoming, response)) return;
	const query = new URLSearchParams(url.searchParams);
	if (fault === "repeat-cursor") query.delete("after");
	const { method = "GET", headers } = incoming;
	const answer = await handle({
		method,
		path: url.pathname,
		query,
		headers,
		body: await readBody(incoming)
	});
	return fault === null ? send(response, answer) : sendFault(response, fault, answer);
}
function sendFailure(response, error) {
	if (response.headersSent) return void response.destroy();
	const message = error instanceof Error ? `the sandbox failed: ${error.message}` : "the sandbox failed";
	send(response, {
		status: 500,
		body: {
			message,
			error: {
				message,
				type: "server_error",
				param: null,
				code: null
			}
		}
	});
}
function parseAuthorization(authorization) {
	const [, scheme = "", text = ""] = /^(\w+) +(\S+)$/.exec(authorization ?? "") ?? [];
	switch (scheme.toLowerCase()) {
		case "bearer":
		case "token": return text;
		case "basic": return Buffer.from(text, "base64").toString("utf8").replace(/^[^:]*:/, "");
		default: return null;
	}
}
function computeKeyFingerprint(authorization) {
	const key = parseAuthorization(authorization);
	return key === null ? null : computeFingerprint(key);
}
async function readBody(incoming) {
	const chunks = [];
	let length = 0;
	for await (const chunk of incoming) {
		length += chunk.length;
		if (length > LONGEST_BODY$1) throw new RangeError("the body is too long");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
// src/sandbox/temporary-folder.ts
async function createTemporaryFolder(prefix) {
	try {
		return await mkdtemp(join(tmpdir(), prefix));
	} catch (error) {
		const { code = "it did not say why" } = error;
		throw new UsageError(`The folder for temporary files, ${JSON.stringify(tmpdir())}, cannot be written (${code}); give one that can, with some room.`);
	}
}
// src/sandbox/github/account.ts
const ACTIONS_BOT = {
	login: "github-actions[bot]",
	type: "Bot"
};
function computeId(name) {
	return createHash("sha256").update(name).digest().readUInt32BE() >>> 1;
}
function computeNodeId(kind, id) {
	return Buffer.from(`${kind}:${id}`).toString("base64url");
}
const OTHER_URLS = {
	followers_url: "/followers",
	following_url: "/following{/other_user}",
	gists_url: "/gists{/gist_id}",
	starred_url: "/starred{/owner}{/repo}",
	subscriptions_url: "/subscriptions",
	organizations_url: "/orgs",
	repos_url: "/repos",
	events_url: "/events{/privacy}",
	received_events_url: "/received_events"
};
function buildAccountRecord({ login, type }, origin) {
	const id = computeId(login);
	const url = `${origin}/users/${encodeURIComponent(login)}`;
	const urls = Object.fromEntries(Object.entries(OTHER_URLS).map(([name, end]) => [name, `${url}${end}`]));
	return {
		login,
		id,
		node_id: computeNodeId("User", id),
		avatar_url: `${origin}/avatars/${id}`,
		gravatar_id: "",
		url,
		html_url: `${origin}/${login.replace(/^(.+)\[bot\]$/, "apps/$1")}`,
		...urls,
		type,
		user_view_type: "public",
		site_admin: false
	};
}
// src/sandbox/github/hosted-repository.ts
const URLS = {
	archive_url: "/{archive_format}{/ref}",
	assignees_url: "/assignees{/user}",
	blobs_url: "/git/blobs{/sha}",
	branches_url: "/branches{/branch}",
	collaborators_url: "/collaborators{/collaborator}",
	comments_url: "/comments{/number}",
	commits_url: "/commits{/sha}",
	compare_url: "/compare/{base}...{head}",
	contents_url: "/contents/{+path}",
	contributors_url: "/contributors",
	deployments_url: "/deployments",
	downloads_url: "/downloads",
	events_url: "/events",
	forks_url: "/forks",
	git_commits_url: "/git/commits{/sha}",
	git_refs_url: "/git/refs{/sha}",
	git_tags_url: "/git/tags{/sha}",
	hooks_url: "/hooks",
	issue_comment_url: "/issues/comments{/number}",
	issue_events_url: "/issues/events{/number}",
	issues_url: "/issues{/number}",
	keys_url: "/keys{/key_id}",
	labels_url: "/labels{/name}",
	languages_url: "/languages",
	merges_url: "/merges",
	milestones_url: "/milestones{/number}",
	notifications_url: "/notifications{?since,all,participating}",
	pulls_url: "/pulls{/number}",
	releases_url: "/releases{/id}",
	stargazers_url: "/stargazers",
	statuses_url: "/statuses/{sha}",
	subscribers_url: "/subscribers",
	subscription_url: "/subscription",
	tags_url: "/tags",
	teams_url: "/teams",
	trees_url: "/git/trees{/sha}"
};
const COUNTS = {
	forks: 0,
	forks_count: 0,
	open_issues: 0,
	open_issues_count: 0,
	stargazers_count: 0,
	size: 1
};
const FEATURES = {
	has_downloads: true,
	has_issues: true,
	has_projects: true,
	has_wiki: true,
	has_pages: false,
	has_discussions: false
};
const SETTINGS = {
	disabled: false,
	mirror_url: null,
	license: null,
	topics: [],
	is_template: false,
	allow_forking: true,
	web_commit_signoff_required: false
};
const CREATED_AT = "2026-01-15T00:00:00Z";
function getOwner({ fullName }) {
	return {
		login: fullName.split("/")[0] ?? "",
		type: "Organization"
	};
}
function getRepositoryId({ id, fullName }) {
	return id ?? computeId(fullName);
}
function buildRepositoryRecord({ origin, ...repository }) {
	const { fullName, visibility, defaultBranch, isFork, isArchived = false, isDisabled = false } = repository;
	const id = getRepositoryId(repository);
	const [url, html_url] = [`${origin}/repos/${fullName}`, `${origin}/${fullName}`];
	const urls = Object.fromEntries(Object.entries(URLS).map(([name, end]) => [name, `${url}${end}`]));
	return {
		id,
		node_id: computeNodeId("Repository", id),
		name: fullName.split("/")[1] ?? "",
		full_name: fullName,
		private: visibility !== "public",
		owner: buildAccountRecord(getOwner(repository), origin),
		html_url,
		description: null,
		fork: isFork,
		url,
		...urls,
		...COUNTS,
		...FEATURES,
		watchers: 0,
		watchers_count: 0,
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		pushed_at: CREATED_AT,
		clone_url: `${html_url}.git`,
		git_url: `${html_url}.git`,
		ssh_url: `${html_url}.git`,
		svn_url: html_url,
		homepage: null,
		language: null,
		...SETTINGS,
		size: repository.kilobytes ?? COUNTS.size,
		disabled: isDisabled,
		archived: isArchived,
		visibility,
		default_branch: defaultBranch
	};
}
// src/sandbox/github/alerts/hosted-alert.ts
var AlertBook = class {
	#clock;
	#alerts = /* @__PURE__ */ new Map();
	#settings = /* @__PURE__ */ new Map();
	#opened = 0;
	constructor(clock) {
		this.#clock = clock;
	}
	list(repo) {
		return this.#alerts.get(repo.toLowerCase()) ?? [];
	}
	add(repo, { secretType = "openai_api_key", validity = "unknown", ...options }) {
		const alerts = this.#alerts.get(repo.toLowerCase()) ?? [];
		this.#opened += 1;
		const alert = {
			order: this.#opened,
			isPubliclyLeaked: false,
			...options,
			number: alerts.length + 1,
			secretType,
			validity,
			createdAt: this.#clock.now(),
			state: "open",
			resolution: null,
			comment: null,
			resolvedAt: null,
			resolvedBy: null,
			updatedAt: null
		};
		this.#alerts.set(repo.toLowerCase(), [...alerts, alert]);
		return alert;
	}
	resolve(alert, resolution, comment, by) {
		const now = this.#clock.now();
		const isOpen = resolution === null;
		alert.state = isOpen ? "open" : "resolved";
		alert.resolution = resolution;
		alert.comment = comment;
		alert.resolvedAt = isOpen ? null : now;
		alert.resolvedBy = isOpen ? null : by;
		alert.updatedAt = now;
	}
	getSettings(repo) {
		return this.#settings.get(repo.toLowerCase()) ?? {
			isOff: false,
			isDelegated: false
		};
	}
	setUp(repo, settings) {
		this.#settings.set(repo.toLowerCase(), {
			...this.getSettings(repo),
			...settings
		});
	}
};
function buildAlertRecord(alert, { origin, fullName }, isHidden) {
	const url = `${origin}/repos/${fullName}/secret-scanning/alerts/${alert.number}`;
	return {
		number: alert.number,
		created_at: formatSeconds$3(alert.createdAt),
		updated_at: alert.updatedAt && formatSeconds$3(alert.updatedAt),
		url,
		html_url: `${origin}/${fullName}/security/secret-scanning/${alert.number}`,
		locations_url: `${url}/locations`,
		state: alert.state,
		resolution: alert.resolution,
		resolved_at: alert.resolvedAt && formatSeconds$3(alert.resolvedAt),
		resolved_by: alert.resolvedBy && buildAccountRecord(alert.resolvedBy, origin),
		resolution_comment: alert.comment,
		secret_type: alert.secretType,
		secret_type_display_name: "OpenAI API Key",
		provider: "OpenAI",
		provider_slug: "openai",
		...!isHidden && { secret: alert.secret },
		validity: alert.validity,
		publicly_leaked: alert.isPubliclyLeaked,
		multi_repo: false,
		is_base64_encoded: false,
		push_protection_bypassed: false,
		push_protection_bypassed_by: null,
		push_protection_bypassed_at: null,
		first_location_detected: alert.places[0]?.details ?? null,
		has_more_locations: alert.places.length > 1,
		assigned_to: null
	};
}
function buildOrganizationAlertRecord(alert, repository, isHidden) {
	return {
		...buildAlertRecord(alert, repository, isHidden),
		repository: buildRepositoryRecord(repository)
	};
}
function formatSeconds$3(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
// src/sandbox/github/tokens.ts
const PREFIXES = {
	job: "ghs",
	app: "ghs",
	"fine-grained": "github_pat",
	classic: "ghp"
};
function createToken(number, { repo, kind = "job", scopes = [], permissions, isAdmin = false, organization, endsAt, ...account }) {
	const random = createHash("sha256").update(`${repo} ${number}`).digest("hex").slice(0, 36);
	return {
		text: [PREFIXES[kind], random].join("_"),
		kind,
		scopes,
		repo,
		permissions: permissions ?? {
			contents: "write",
			"pull-requests": "write"
		},
		account: {
			...ACTIONS_BOT,
			...account
		},
		isAdmin,
		organization: organization?.toLowerCase() ?? null,
		endsAt: endsAt?.getTime() ?? null
	};
}
function isTokenFor(token, { fullName }) {
	if (token === null) return false;
	return token.repo === fullName || token.organization === fullName.split("/")[0]?.toLowerCase();
}
function mayAccess(token, right, permissions, repository) {
	if (right === "read" && repository.visibility === "public") return true;
	if (token === null || !isTokenFor(token, repository)) return false;
	const enough = right === "read" ? ["read", "write"] : ["write"];
	return permissions.some((permission) => enough.includes(token.permissions[permission]));
}
function maySee(token, repository) {
	return repository.visibility === "public" || isTokenFor(token, repository);
}
const DOCUMENTATION = "https://docs.github.com/rest";
function createRefusal$1(status, message, page = "", more = {}) {
	return {
		status,
		body: {
			message,
			...more,
			documentation_url: `${DOCUMENTATION}${page}`,
			status: String(status)
		}
	};
}
// src/sandbox/github/comments.ts
const LONGEST_BODY = 65536;
const TOO_MANY_COMMENTS = `Commenting is disabled on issues with more than 2500 comments`;
const LARGEST_PAGE$1 = 100;
const DEFAULT_PAGE$1 = 30;
const FIRST_ID = 36e8;
var Comments = class {
	#all = /* @__PURE__ */ new Map();
	#history = [];
	#firstId;
	#clock;
	#count = 0;
	#lag = 0;
	constructor(fullName, clock) {
		this.#clock = clock;
		this.#firstId = FIRST_ID + computeId(fullName) % 1e6 * 1e3;
	}
	on(number) {
		return [...this.#all.values()].filter((comment) => comment.number === number);
	}
	listed(number) {
		if (this.#lag === 0) return this.on(number);
		const until = this.#clock.now().getTime() - this.#lag;
		const shown = /* @__PURE__ */ new Map();
		for (const { id, version } of this.#history.filter((one) => one.number === number)) if (version.at <= until) shown.set(id, version.comment);
		return [...shown.values()].filter((comment) => comment !== null);
	}
	setLag(milliseconds) {
		this.#lag = milliseconds;
	}
	find(id) {
		return this.#all.get(id);
	}
	add(number, author, body) {
		const now = this.#clock.now();
		const comment = {
			id: this.#firstId + this.#count,
			number,
			author,
			body,
			createdAt: now,
			updatedAt: now
		};
		this.#count += 1;
		this.#all.set(comment.id, comment);
		this.#record(comment.id, number);
		return comment;
	}
	edit(comment, body) {
		comment.body = body;
		comment.updatedAt = this.#clock.now();
		this.#record(comment.id, comment.number);
	}
	remove({ id, number }) {
		this.#all.delete(id);
		this.#record(id, number);
	}
	#record(id, number) {
		const comment = this.#all.get(id);
		const version = {
			at: this.#clock.now().getTime(),
			comment: comment ? { ...comment } : null
		};
		this.#history.push({
			id,
			number,
			version
		});
	}
};
function buildCommentRecord(comment, { origin, fullName }) {
	const { id, number, author, body } = comment;
	const issue_url = `${origin}/repos/${fullName}/issues/${number}`;
	return {
		url: `${origin}/repos/${fullName}/issues/comments/${id}`,
		html_url: `${origin}/${fullName}/pull/${number}#issuecomment-${id}`,
		issue_url,
		id,
		node_id: computeNodeId("IssueComment", id),
		user: buildAccountRecord(author, origin),
		created_at: formatSeconds$2(comment.createdAt),
		updated_at: formatSeconds$2(comment.updatedAt),
		author_association: author.type === "Bot" ? "NONE" : "CONTRIBUTOR",
		body,
		performed_via_github_app: null
	};
}
function readCommentBody(json, page) {
	const value = parseJson(json);
	if (typeof value !== "object" || value === null) return { refusal: createRefusal$1(400, "Problems parsing JSON", page) };
	const { body } = value;
	if (typeof body !== "string") return { refusal: createRefusal$1(422, "Invalid request.\n\n\"body\" wasn't supplied.", page) };
	const wrong = body.trim() === "" ? "Body cannot be blank" : body.length > 65536 ? describeTooLong("Body") : null;
	if (wrong === null) return { body };
	return { refusal: createRefusal$1(422, "Validation Failed", page, { errors: [{
		resource: "IssueComment",
		code: "unprocessable",
		field: "data",
		message: wrong
	}] }) };
}
function selectPage(records, path, query, hosted) {
	return selectPageAt(`${hosted.origin}/repositories/${getRepositoryId(hosted)}/${path}`, records, query);
}
function selectPageAt(url, records, query) {
	const size = Math.min(parsePositive(query.get("per_page")) ?? DEFAULT_PAGE$1, LARGEST_PAGE$1);
	const page = parsePositive(query.get("page")) ?? 1;
	const last = Math.max(Math.ceil(records.length / size), 1);
	const link = (to, rel) => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
	const links = [
		...page > 1 ? [link(page - 1, "prev")] : [],
		...page < last ? [link(page + 1, "next"), link(last, "last")] : [],
		...page > 1 ? [link(1, "first")] : []
	];
	const body = records.slice((page - 1) * size, page * size);
	return {
		status: 200,
		headers: links.length > 0 ? { link: links.join(", ") } : {},
		body
	};
}
function describeTooLong(field) {
	return `${field} is too long (maximum is ${LONGEST_BODY} characters)`;
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}
function parsePositive(text) {
	const number = Number(text ?? NaN);
	return Number.isInteger(number) && number > 0 ? number : null;
}
function formatSeconds$2(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
// src/sandbox/github/git-http.ts
const CONFIG = `[core]
	repositoryformatversion = 0
	bare = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	autogc = false
[gc]
	auto = 0
`;
async function createBareRepository(dir, branch) {
	for (const folder of ["objects", "refs"]) await mkdir(path.join(dir, folder), { recursive: true });
	await writeFile(path.join(dir, "HEAD"), `ref: refs/heads/${branch}\n`);
	await writeFile(path.join(dir, "config"), CONFIG);
}
const SERVICES = {
	"git-upload-pack": "read",
	"git-receive-pack": "write"
};
function parseGitRequest(url) {
	const { pathname, searchParams } = new URL(url, "http://sandbox");
	const [, fullName = "", path = "", verb = ""] = /^\/([\w.-]+\/[\w.-]+?)(?:\.git)?(\/(info\/refs|git-upload-pack|git-receive-pack))$/.exec(pathname) ?? [];
	const right = SERVICES[verb === "info/refs" ? searchParams.get("service") ?? "" : verb];
	return right && !fullName.includes("..") ? {
		fullName,
		right,
		path
	} : null;
}
function checkGitAccess(right, token, repository) {
	if (token === void 0) return [401, "Invalid username or token."];
	if (repository?.isDisabled && maySee(token, repository)) return [403, "Access to this repository has been disabled."];
	if (repository && mayAccess(token, right, ["contents"], repository)) return null;
	if (token === null) return [401, "Authentication is needed."];
	if (!repository || !maySee(token, repository)) return [404, "Repository not found."];
	return [403, right === "write" ? "Write access to repository not granted." : "Access to repository not granted."];
}
function refuseGit(request, response, [status, text]) {
	request.resume();
	const challenge = status === 401 ? { "www-authenticate": "Basic realm=\"GitHub\"" } : {};
	response.writeHead(status, {
		"content-type": "text/plain",
		...challenge
	});
	response.end(`${text}\n`);
}
function serveGit(request, response, { fullName, path: action }, { root, PATH }) {
	const { headers, method = "GET", url = "" } = request;
	const optional = {
		CONTENT_LENGTH: headers["content-length"],
		HTTP_CONTENT_ENCODING: headers["content-encoding"],
		GIT_PROTOCOL: headers["git-protocol"]?.toString(),
		PATH: PATH ?? void 0
	};
	const env = {
		GIT_PROJECT_ROOT: root,
		GIT_HTTP_EXPORT_ALL: "1",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: devNull,
		PATH_INFO: `/${fullName}.git${action}`,
		QUERY_STRING: new URL(url, "http://sandbox").search.slice(1),
		REQUEST_METHOD: method,
		REMOTE_ADDR: "127.0.0.1",
		CONTENT_TYPE: headers["content-type"] ?? "",
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== void 0))
	};
	const child = spawn("git", ["http-backend"], {
		env,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		]
	});
	child.stdin.on("error", () => request.resume());
	child.on("error", () => response.destroy());
	response.on("close", () => child.kill());
	request.pipe(child.stdin);
	sendCgiResponse(child.stdout, response);
	return child;
}
function sendCgiResponse(output, response) {
	let head = Buffer.alloc(0);
	const read = (chunk) => {
		head = Buffer.concat([head, chunk]);
		const end = head.indexOf("\r\n\r\n");
		if (end < 0) return;
		output.off("data", read);
		const fields = head.toString("latin1", 0, end).split("\r\n").map((line) => /^([^:]+): *(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
		const status = fields.find(([name]) => name === "Status")?.[1] ?? "200";
		response.writeHead(Number.parseInt(status, 10), Object.fromEntries(fields.filter(([name]) => name && name !== "Status")));
		response.write(head.subarray(end + 4));
		output.pipe(response);
	};
	output.on("data", read);
	output.on("end", () => {
		if (!response.headersSent) response.destroy();
	});
}
// src/sandbox/github/alerts/alert-pages.ts
function selectAlertPage(address, listed, query, build) {
	const oldest = listed.toSorted((one, other) => one.alert.order - other.alert.order);
	const isAscending = query.get("direction") === "asc";
	const sorted = isAscending ? oldest : oldest.toReversed();
	const after = query.get("after");
	if (after === null) return selectPageAt(address, sorted.map(build), query);
	const order = parseCursor(after);
	const behind = sorted.filter(({ alert }) => order === null || alert.order > order === isAscending);
	const size = Math.min(Number(query.get("per_page") ?? 30), 100);
	const page = behind.slice(0, size);
	const last = page.at(-1);
	const next = last && last !== behind.at(-1) ? formatCursor(last.alert.order) : null;
	const link = `<${address}?per_page=${size}&after=${next}>; rel="next"`;
	return {
		status: 200,
		headers: next === null ? {} : { link },
		body: page.map(build)
	};
}
function formatCursor(order) {
	return encodeURIComponent(Buffer.from(`alert:${order}`).toString("base64"));
}
function parseCursor(cursor) {
	const [, order] = /^alert:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8")) ?? [];
	return order === void 0 ? null : Number(order);
}
// src/sandbox/github/alerts/alert-api.ts
const PAGE$2 = "/secret-scanning/secret-scanning";
function answerAlerts(request, token, state) {
	const organization = /^\/orgs\/([^/]+)\/secret-scanning\/alerts$/.exec(request.path)?.[1]?.toLowerCase();
	if (organization !== void 0) return listOfOrganization(organization, request, token, state);
	const [, name = "", number, more = ""] = /^\/repos\/([^/]+\/[^/]+)\/secret-scanning\/alerts(?:\/(\d+)(\/locations)?)?$/.exec(request.path) ?? [];
	const repository = state.repositories.get(name.toLowerCase());
	if (!repository) return null;
	if (!maySee(token, repository)) return createRefusal$1(404, "Not Found", PAGE$2);
	const right = request.method === "GET" ? "read" : "write";
	const answer = checkAccess(isTokenFor(token, repository), right, token) ?? answerRepository$1({
		repository,
		number,
		more,
		request,
		token,
		alerts: state.alerts
	});
	const headers = { "x-accepted-github-permissions": `secret_scanning_alerts=${right}` };
	return {
		...answer,
		headers: {
			...headers,
			...answer.headers
		}
	};
}
function checkAccess(isOwn, right, token) {
	if (!token) return createRefusal$1(401, "Requires authentication", PAGE$2);
	if (token.kind === "classic") {
		const hasScope = token.scopes.includes("repo") || token.scopes.includes("security_events");
		return isOwn && hasScope && token.isAdmin ? null : createRefusal$1(404, "Not Found", PAGE$2);
	}
	const held = token.permissions["secret-scanning-alerts"];
	if (token.kind !== "job" && isOwn && (held === "write" || held === right)) return null;
	return createRefusal$1(403, `Resource not accessible by ${token.kind === "fine-grained" ? "personal access token" : "integration"}`, PAGE$2);
}
function listOfOrganization(organization, request, token, { repositories, alerts }) {
	const owned = [...repositories.values()].filter(({ fullName }) => fullName.toLowerCase().startsWith(`${organization}/`));
	const [first] = owned;
	if (!first) return createRefusal$1(404, "Not Found", PAGE$2);
	const refusal = checkAccess(token?.organization === organization || token?.kind === "classic", "read", token);
	if (refusal) return refusal;
	const isHidden = request.query.get("hide_secret") === "true";
	const records = owned.filter((repository) => isTokenFor(token, repository) && !alerts.getSettings(repository.fullName).isOff).flatMap((repository) => alerts.list(repository.fullName).map((alert) => ({
		alert,
		repository
	}))).filter(({ alert }) => isWanted(alert, request.query));
	return selectAlertPage(`${first.origin}${request.path}`, records, request.query, ({ alert, repository }) => buildOrganizationAlertRecord(alert, repository, isHidden));
}
function answerRepository$1({ repository, number, more, request, token, alerts }) {
	const { method, query } = request;
	const { isOff, isDelegated } = alerts.getSettings(repository.fullName);
	if (isOff) return createRefusal$1(404, "Secret scanning is disabled on this repository.", PAGE$2);
	const isHidden = query.get("hide_secret") === "true";
	const address = `${repository.origin}${request.path}`;
	if (number === void 0) return selectAlertPage(address, alerts.list(repository.fullName).filter((alert) => isWanted(alert, query)).map((one) => ({ alert: one })), query, ({ alert: one }) => buildAlertRecord(one, repository, isHidden));
	const alert = alerts.list(repository.fullName).find((one) => one.number === Number(number));
	if (!alert || !token) return createRefusal$1(404, "Not Found", PAGE$2);
	if (more !== "") return selectPageAt(address, alert.places, query);
	if (method === "GET") return {
		status: 200,
		body: buildAlertRecord(alert, repository, isHidden)
	};
	if (isDelegated && !token.isAdmin) return createRefusal$1(403, "Alert dismissal requires review, and you are not a reviewer.", PAGE$2);
	return updateAlert(alert, request.body, token, alerts) ?? {
		status: 200,
		body: buildAlertRecord(alert, repository, false)
	};
}
function isWanted({ state, secretType, validity, resolution }, query) {
	const has = (name, value) => query.get(name) === null || (query.get(name) ?? "").split(",").includes(value ?? "");
	return has("state", state) && has("secret_type", secretType) && has("validity", validity) && has("resolution", resolution);
}
const RESOLUTIONS = [
	"false_positive",
	"wont_fix",
	"revoked",
	"used_in_tests"
];
function updateAlert(alert, json, { account }, alerts) {
	const { state, resolution = null, resolution_comment: comment = null } = readFields$2(json);
	if (state !== "open" && state !== "resolved") return createRefusal$1(422, "Validation Failed", PAGE$2);
	if (comment !== null && (typeof comment !== "string" || comment.length > LONGEST_COMMENT)) return createRefusal$1(400, "The resolution comment is invalid.", PAGE$2);
	if (!(state === "open" ? resolution === null : RESOLUTIONS.includes(resolution))) return createRefusal$1(422, "The state does not match the resolution.", PAGE$2);
	if (state === alert.state && resolution === alert.resolution) return createRefusal$1(400, "The resolution was not changed.", PAGE$2);
	alerts.resolve(alert, resolution, comment, account);
	return null;
}
const LONGEST_COMMENT = 280;
function readFields$2(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}
// src/sandbox/github/organization/organization-api.ts
const PAGE$1 = "/repos/repos#list-organization-repositories";
const INSTALLATION_PAGE = "/apps/installations#list-repositories-accessible-to-the-app-installation";
function answerOrganization(request, token, listing) {
	if (request.method !== "GET") return null;
	if (request.path === "/installation/repositories") return listInstallation(request, token, listing);
	const organization = /^\/orgs\/([^/]+)\/repos$/.exec(request.path)?.[1]?.toLowerCase();
	if (organization !== void 0) return listRepositories(organization, request, token, listing);
	return answerFormerName(request, token, listing);
}
function listRepositories(organization, { query, path }, token, { repositories }) {
	const owned = [...repositories].filter(({ fullName }) => fullName.toLowerCase().startsWith(`${organization}/`));
	if (owned.length === 0) return createRefusal$1(404, "Not Found", PAGE$1);
	const seen = owned.filter((repository) => maySee(token, repository));
	const origin = owned[0]?.origin ?? "";
	const sorted = query.get("sort") === "full_name" ? seen.toSorted(compareNames) : seen;
	const records = (query.get("direction") === "desc" ? sorted.toReversed() : sorted).map(buildRepositoryRecord);
	return selectPageAt(`${origin}${path}`, records, query);
}
function compareNames(one, other) {
	return one.fullName < other.fullName ? -1 : 1;
}
function listInstallation({ query, path }, token, { repositories }) {
	if (!token) return createRefusal$1(401, "Requires authentication", INSTALLATION_PAGE);
	const own = [...repositories].filter((repository) => isTokenFor(token, repository));
	const page = selectPageAt(`${own[0]?.origin ?? ""}${path}`, own.map(buildRepositoryRecord), query);
	const selection = token.organization === null ? "selected" : "all";
	return {
		...page,
		body: {
			total_count: own.length,
			repository_selection: selection,
			repositories: page.body
		}
	};
}
function answerFormerName({ path }, token, { findRenamed }) {
	const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
	const repository = findRenamed(decodeURIComponent(name).toLowerCase());
	if (!repository || !maySee(token, repository)) return null;
	const location = `${repository.origin}/repositories/${getRepositoryId(repository)}${rest}`;
	return {
		status: 301,
		headers: { location },
		body: {
			message: "Moved Permanently",
			url: location
		}
	};
}
// src/sandbox/github/code-scanning.ts
const LARGEST_UPLOAD = 1e7;
const MOST = {
	runs: [20, "runs"],
	results: [25e3, "results per run"],
	rules: [25e3, "rules per run"],
	locations: [1e3, "locations per result"],
	tags: [20, "tags per rule"]
};
function readSarifUpload(json, page) {
	const { commit_sha, ref, sarif } = parseObject(json);
	if (typeof commit_sha !== "string" || typeof ref !== "string" || typeof sarif !== "string") return { refusal: createRefusal$1(422, "Invalid request.\n\n\"commit_sha\", \"ref\" and \"sarif\" are required.", page) };
	if (!/^refs\/(?:heads|tags|pull)\/./.test(ref) || !/^[0-9a-f]{40}$/.test(commit_sha)) return { refusal: createRefusal$1(422, "Invalid request.\n\nref or commit_sha is not of the expected format.", page) };
	const packed = Buffer.from(sarif, "base64");
	if (packed.length > LARGEST_UPLOAD) return { refusal: createRefusal$1(413, "Payload Too Large", page) };
	const text = unpack(packed);
	if (text === null) return { refusal: createRefusal$1(400, "sarif is not gzipped and encoded in base64", page) };
	return {
		id: createHash("sha256").update(text).digest("hex").slice(0, 32),
		text,
		commit: commit_sha,
		ref,
		errors: listSarifErrors(text)
	};
}
function buildSarifStatus({ errors }) {
	return errors.length === 0 ? {
		processing_status: "complete",
		analyses_url: null
	} : {
		processing_status: "failed",
		errors
	};
}
function listSarifErrors(text) {
	const { runs = [] } = parseObject(text);
	if (runs.length === 0) return ["rejecting SARIF, as it has no run"];
	const rules = runs.map(({ tool }) => tool?.driver?.rules ?? []);
	const results = runs.map((run) => run.results ?? []);
	const counts = {
		runs: runs.length,
		results: Math.max(...results.map(({ length }) => length)),
		rules: Math.max(...rules.map(({ length }) => length)),
		locations: results.flat().reduce((most, { locations = [] }) => Math.max(most, locations.length), 0),
		tags: rules.flat().reduce((most, { properties }) => Math.max(most, properties?.tags?.length ?? 0), 0)
	};
	return Object.keys(MOST).flatMap((name) => {
		const [most, things] = MOST[name];
		const count = counts[name];
		return count > most ? [`rejecting SARIF, as there are more ${things} than allowed (${count} > ${most})`] : [];
	});
}
function unpack(packed) {
	try {
		return gunzipSync(packed).toString("utf8");
	} catch {
		return null;
	}
}
function parseObject(json) {
	try {
		return JSON.parse(json) ?? {};
	} catch {
		return {};
	}
}
// src/sandbox/github/issues/issues.ts
var Issues = class {
	#all = [];
	#clock;
	constructor(clock) {
		this.#clock = clock;
	}
	list() {
		return this.#all;
	}
	find(number) {
		return this.#all.find((issue) => issue.number === number);
	}
	add(text, taken) {
		const now = this.#clock.now();
		const number = Math.max(0, ...taken, ...this.#all.map((issue) => issue.number)) + 1;
		const fixed = {
			stateReason: null,
			isLocked: false,
			createdAt: now,
			updatedAt: now,
			closedAt: null
		};
		const issue = {
			...text,
			number,
			state: "open",
			...fixed
		};
		this.#all.push(issue);
		return issue;
	}
	edit(issue, change) {
		const now = this.#clock.now();
		const isReopened = issue.state === "closed" && change.state === "open";
		if (change.state === "closed" && issue.state === "open") issue.closedAt = now;
		if (isReopened) issue.closedAt = null;
		Object.assign(issue, change, isReopened && { stateReason: "reopened" }, { updatedAt: now });
	}
};
function buildIssueRecord(issue, { origin, fullName }, comments) {
	const { number, author, title, body, state, stateReason, isLocked } = issue;
	const url = `${origin}/repos/${fullName}/issues/${number}`;
	const id = computeId(fullName) % 1e6 * 1e3 + number;
	return {
		id,
		node_id: computeNodeId("Issue", id),
		url,
		repository_url: `${origin}/repos/${fullName}`,
		labels_url: `${url}/labels{/name}`,
		comments_url: `${url}/comments`,
		events_url: `${url}/events`,
		html_url: `${origin}/${fullName}/issues/${number}`,
		number,
		state,
		state_reason: stateReason,
		title,
		body,
		user: buildAccountRecord(author, origin),
		labels: [],
		assignee: null,
		assignees: [],
		milestone: null,
		locked: isLocked,
		active_lock_reason: null,
		comments,
		closed_at: issue.closedAt && formatSeconds$1(issue.closedAt),
		created_at: formatSeconds$1(issue.createdAt),
		updated_at: formatSeconds$1(issue.updatedAt),
		author_association: author.type === "Bot" ? "NONE" : "CONTRIBUTOR",
		performed_via_github_app: null
	};
}
function formatSeconds$1(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
// src/sandbox/github/issues/issue-api.ts
const LONGEST_TITLE = 256;
function listIssues({ repository, request: { query }, page }) {
	if (!repository.hasIssues) return refuseDisabled(page);
	const [state, creator] = [query.get("state") ?? "open", query.get("creator")?.toLowerCase()];
	return selectPage(repository.issues.list().filter((issue) => state === "all" || issue.state === state).filter(({ author }) => creator === void 0 || author.login.toLowerCase() === creator).map((issue) => showRecord(issue, repository)).toReversed(), "issues", query, repository);
}
function createIssue({ repository, account, request, page }) {
	if (!repository.hasIssues) return refuseDisabled(page);
	if (!account) return createRefusal$1(404, "Not Found", page);
	const { title, body = "" } = readFields$1(request.body);
	if (typeof title !== "string" || title.trim() === "") return refuseField("title", "missing_field", page);
	const wrong = checkTexts({
		title,
		body
	}, page);
	if (wrong || typeof body !== "string") return wrong ?? refuseField("body", "invalid", page);
	const record = showRecord(repository.issues.add({
		title,
		body,
		author: account
	}, repository.pulls.keys()), repository);
	return {
		status: 201,
		headers: { location: record.url },
		body: record
	};
}
function showIssue({ repository, number, page }) {
	const issue = repository.issues.find(number);
	return issue ? {
		status: 200,
		body: showRecord(issue, repository)
	} : createRefusal$1(404, "Not Found", page);
}
function updateIssue({ repository, number, request, page }) {
	const issue = repository.issues.find(number);
	if (!issue) return createRefusal$1(404, "Not Found", page);
	const { title = issue.title, body = issue.body, state = issue.state, state_reason: reason } = readFields$1(request.body);
	const wrong = checkTexts({
		title,
		body
	}, page);
	if (wrong) return wrong;
	if (state !== "open" && state !== "closed") return refuseField("state", "invalid", page);
	repository.issues.edit(issue, {
		title: String(title),
		body: String(body),
		state,
		...(reason === "completed" || reason === "not_planned") && { stateReason: reason }
	});
	return {
		status: 200,
		body: showRecord(issue, repository)
	};
}
function showRecord(issue, repository) {
	return buildIssueRecord(issue, repository, repository.comments.on(issue.number).length);
}
function checkTexts({ title, body }, page) {
	if (typeof title !== "string" || title.length > LONGEST_TITLE) return refuseField("title", "invalid", page);
	if (body !== null && (typeof body !== "string" || body.length > 65536)) return refuseField("body", "invalid", page);
	return null;
}
function refuseField(field, code, page) {
	return createRefusal$1(422, "Validation Failed", page, { errors: [{
		resource: "Issue",
		code,
		field
	}] });
}
function refuseDisabled(page) {
	return createRefusal$1(410, "Issues are disabled for this repo", page);
}
function readFields$1(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}
// src/sandbox/github/pull-request.ts
function createPull({ number, ...options }, repository) {
	const { head, base, headRef = "feature", headRepo = repository.fullName } = options;
	const { title = "Add a feature", body = null, commits = 1, author = {
		login: "ada",
		type: "User"
	} } = options;
	const { isLocked = false } = options;
	const isOwn = headRepo === repository.fullName;
	return {
		number,
		title,
		body,
		author,
		commits,
		head: {
			sha: head,
			ref: headRef,
			repository: headRepo === null ? null : isOwn ? repository : {
				...repository,
				fullName: headRepo,
				isFork: true
			}
		},
		base: {
			sha: base,
			ref: repository.defaultBranch
		},
		isLocked
	};
}
const OPENED_AT = "2026-11-20T10:00:00Z";
function computeTestMerge({ head, base }) {
	return createHash("sha1").update(`merge ${head.sha} into ${base.sha}`).digest("hex").padEnd(head.sha.length, "0");
}
function buildPullRecord(pull, hosted, comments) {
	const { number, title, body, head, base, isLocked = false } = pull;
	const { url, ...urls } = buildUrls(pull, hosted);
	const id = computeId(`${hosted.fullName}#${number}`);
	return {
		url,
		id,
		node_id: computeNodeId("PullRequest", id),
		...urls,
		number,
		state: "open",
		locked: isLocked,
		title,
		user: buildAccountRecord(pull.author, hosted.origin),
		body,
		...PLANNING,
		created_at: OPENED_AT,
		updated_at: OPENED_AT,
		closed_at: null,
		merged_at: null,
		merge_commit_sha: computeTestMerge(pull),
		draft: false,
		head: buildEndRecord(head, head.repository, hosted),
		base: buildEndRecord(base, hosted, hosted),
		_links: buildLinks({
			url,
			...urls
		}),
		author_association: "CONTRIBUTOR",
		...MERGING,
		comments,
		review_comments: 0,
		maintainer_can_modify: false,
		commits: pull.commits,
		additions: 1,
		deletions: 0,
		changed_files: 1
	};
}
const PLANNING = {
	labels: [],
	milestone: null,
	assignee: null,
	assignees: [],
	requested_reviewers: [],
	requested_teams: []
};
const MERGING = {
	auto_merge: null,
	merged: false,
	mergeable: true,
	rebaseable: true,
	mergeable_state: "clean",
	merged_by: null
};
function buildUrls({ number, head }, { origin, fullName }) {
	const api = `${origin}/repos/${fullName}`;
	const url = `${api}/pulls/${number}`;
	const issue_url = `${api}/issues/${number}`;
	const html_url = `${origin}/${fullName}/pull/${number}`;
	return {
		url,
		issue_url,
		html_url,
		diff_url: `${html_url}.diff`,
		patch_url: `${html_url}.patch`,
		commits_url: `${url}/commits`,
		review_comments_url: `${url}/comments`,
		review_comment_url: `${api}/pulls/comments{/number}`,
		comments_url: `${issue_url}/comments`,
		statuses_url: `${api}/statuses/${head.sha}`
	};
}
function buildLinks(urls) {
	return {
		self: { href: urls.url },
		html: { href: urls.html_url },
		issue: { href: urls.issue_url },
		comments: { href: urls.comments_url },
		review_comments: { href: urls.review_comments_url },
		review_comment: { href: urls.review_comment_url },
		commits: { href: urls.commits_url },
		statuses: { href: urls.statuses_url }
	};
}
function buildEndRecord({ sha, ref }, repository, { origin, ...base }) {
	const owner = getOwner(repository ?? base);
	return {
		label: repository ? `${owner.login}:${ref}` : ref,
		ref,
		sha,
		user: buildAccountRecord(owner, origin),
		repo: repository && buildRepositoryRecord({
			...repository,
			origin
		})
	};
}
// src/sandbox/github/rest-api.ts
const COMMENT_PERMISSIONS = ["issues", "pull-requests"];
const COMMENTS = "/issues/comments#";
const ISSUES = "/issues/issues#";
const CODE_SCANNING = "/code-scanning/code-scanning#";
const CODE_SCANNING_OFF = "Advanced Security must be enabled for this repository to use code scanning.";
const ROUTES$1 = [
	{
		method: "GET",
		path: /^$/,
		right: "read",
		permissions: [],
		page: "/repos/repos#get-a-repository",
		answer: showRepository
	},
	{
		method: "GET",
		path: /^\/pulls\/(\d+)$/,
		right: "read",
		permissions: ["pull-requests"],
		page: "/pulls/pulls#get-a-pull-request",
		answer: showPull
	},
	{
		method: "GET",
		path: /^\/pulls$/,
		right: "read",
		permissions: ["pull-requests"],
		page: "/pulls/pulls#list-pull-requests",
		answer: listPulls
	},
	{
		method: "GET",
		path: /^\/commits$/,
		right: "read",
		permissions: ["contents"],
		page: "/commits/commits#list-commits",
		answer: listCommits
	},
	{
		method: "GET",
		path: /^\/git\/ref\/(.+)$/,
		right: "read",
		permissions: ["contents"],
		page: "/git/refs#get-a-reference",
		answer: showRef
	},
	{
		method: "GET",
		path: /^\/contents\/(.+)$/,
		right: "read",
		permissions: ["contents"],
		page: "/repos/contents#get-repository-content",
		answer: showFile
	},
	{
		method: "GET",
		path: /^\/issues$/,
		right: "read",
		permissions: ["issues"],
		page: `${ISSUES}list-repository-issues`,
		answer: (context) => listIssues(toIssueRequest(context))
	},
	{
		method: "POST",
		path: /^\/issues$/,
		right: "write",
		permissions: ["issues"],
		page: `${ISSUES}create-an-issue`,
		answer: (context) => createIssue(toIssueRequest(context))
	},
	{
		method: "GET",
		path: /^\/issues\/(\d+)$/,
		right: "read",
		permissions: COMMENT_PERMISSIONS,
		page: `${ISSUES}get-an-issue`,
		answer: (context) => showIssue(toIssueRequest(context))
	},
	{
		method: "PATCH",
		path: /^\/issues\/(\d+)$/,
		right: "write",
		permissions: ["issues"],
		page: `${ISSUES}update-an-issue`,
		answer: (context) => updateIssue(toIssueRequest(context))
	},
	{
		method: "GET",
		path: /^\/code-scanning\/alerts$/,
		right: "read",
		permissions: ["security-events"],
		page: "/code-scanning/code-scanning#list-code-scanning-alerts-for-a-repository",
		answer: listAlerts
	},
	{
		method: "GET",
		path: /^\/commits\/([0-9a-f]{40,64})\/pulls$/,
		right: "read",
		permissions: ["pull-requests"],
		page: "/commits/commits#list-pull-requests-associated-with-a-commit",
		answer: listPullsOfCommit
	},
	{
		method: "GET",
		path: /^\/issues\/(\d+)\/comments$/,
		right: "read",
		permissions: COMMENT_PERMISSIONS,
		page: `${COMMENTS}list-issue-comments`,
		answer: listComments
	},
	{
		method: "POST",
		path: /^\/issues\/(\d+)\/comments$/,
		right: "write",
		permissions: COMMENT_PERMISSIONS,
		page: `${COMMENTS}create-an-issue-comment`,
		answer: addComment
	},
	{
		method: "GET",
		path: /^\/issues\/comments\/(\d+)$/,
		right: "read",
		permissions: COMMENT_PERMISSIONS,
		page: `${COMMENTS}get-an-issue-comment`,
		answer: showComment
	},
	{
		method: "DELETE",
		path: /^\/issues\/comments\/(\d+)$/,
		right: "write",
		permissions: COMMENT_PERMISSIONS,
		page: `${COMMENTS}delete-an-issue-comment`,
		answer: deleteComment
	},
	{
		method: "PATCH",
		path: /^\/issues\/comments\/(\d+)$/,
		right: "write",
		permissions: COMMENT_PERMISSIONS,
		page: `${COMMENTS}update-an-issue-comment`,
		answer: changeComment
	},
	{
		method: "POST",
		path: /^\/code-scanning\/sarifs$/,
		right: "write",
		permissions: ["security-events"],
		page: `${CODE_SCANNING}upload-an-analysis-as-sarif-data`,
		answer: uploadSarif
	},
	{
		method: "GET",
		path: /^\/code-scanning\/sarifs\/([0-9a-f]{32})$/,
		right: "read",
		permissions: ["security-events"],
		page: `${CODE_SCANNING}get-information-about-a-sarif-upload`,
		answer: showSarif
	}
];
function answerRepository(repository, path, token, request) {
	for (const { page, ...route } of ROUTES$1) {
		const match = route.method === request.method && route.path.exec(path);
		if (!match) continue;
		const headers = { "x-accepted-github-permissions": route.permissions.map((permission) => `${permission.replace("-", "_")}=${route.right}`).join("; ") || "metadata=read" };
		const answer = checkPermission(repository, route, token, page) ?? route.answer({
			repository,
			id: Number(match[1]),
			sha: match[1] ?? "",
			token,
			request,
			page
		});
		return {
			...answer,
			headers: {
				...headers,
				...answer.headers
			}
		};
	}
	return createRefusal$1(404, "Not Found");
}
function checkPermission(repository, { right, permissions }, token, page) {
	if (right === "write" && repository.isArchived) return createRefusal$1(403, "Repository was archived so is read-only.", page);
	if (permissions.length === 0 || mayAccess(token, right, permissions, repository)) return null;
	return token ? createRefusal$1(403, "Resource not accessible by integration", page) : createRefusal$1(401, "Requires authentication", page);
}
function showRepository({ repository }) {
	return {
		status: 200,
		body: buildRepositoryRecord(repository)
	};
}
function toIssueRequest({ repository, id, token, request, page }) {
	return {
		repository,
		number: id,
		account: token?.account ?? null,
		request,
		page
	};
}
function showRef({ repository, sha: name, page }) {
	if (repository.findCommit("HEAD") === null) return createRefusal$1(409, "Git Repository is empty.", page);
	const ref = `refs/${decodeURIComponent(name)}`;
	const commit = repository.findCommit(ref);
	if (commit === null) return createRefusal$1(404, "Not Found", page);
	return {
		status: 200,
		body: {
			ref,
			object: {
				type: "commit",
				sha: commit
			}
		}
	};
}
function showFile({ repository, sha: path, page }) {
	const content = repository.readFile(decodeURIComponent(path));
	if (!content) return createRefusal$1(404, "Not Found", page);
	const lines = content.toString("base64").replaceAll(/.{60}/g, "$&\n");
	const name = path.split("/").at(-1);
	return {
		status: 200,
		body: {
			type: "file",
			encoding: "base64",
			size: content.length,
			name,
			path,
			content: lines
		}
	};
}
function showPull({ repository, id, page }) {
	const pull = repository.pulls.get(id);
	if (!pull) return createRefusal$1(404, "Not Found", page);
	return {
		status: 200,
		body: buildPullRecord(pull, repository, repository.comments.on(id).length)
	};
}
function listCommits() {
	return {
		status: 200,
		body: []
	};
}
function listAlerts({ page }) {
	return createRefusal$1(404, "no analysis found", page);
}
function listPulls({ repository, request }) {
	const head = request.query.get("head");
	return {
		status: 200,
		body: [...repository.pulls.values()].filter((pull) => {
			return head === null || head === `${pull.head.repository?.fullName.split("/")[0]}:${pull.head.ref}`;
		}).map((pull) => buildPullRecord(pull, repository, 0))
	};
}
function listPullsOfCommit({ repository, sha }) {
	return {
		status: 200,
		body: [...repository.pulls.values()].filter((pull) => pull.head.sha === sha).map((pull) => buildPullRecord(pull, repository, 0))
	};
}
function listComments({ repository, id, request, page }) {
	if (!repository.pulls.has(id) && !repository.issues.find(id)) return createRefusal$1(404, "Not Found", page);
	return selectPage(repository.comments.listed(id).map((comment) => buildCommentRecord(comment, repository)), `issues/${id}/comments`, request.query, repository);
}
function addComment({ repository, id, token, request, page }) {
	const post = repository.pulls.get(id) ?? repository.issues.find(id);
	if (!post || !token) return createRefusal$1(404, "Not Found", page);
	if (post.isLocked) return createRefusal$1(403, "Unable to create comment because issue is locked.", page);
	if (repository.comments.on(id).length >= 2500) return createRefusal$1(403, TOO_MANY_COMMENTS, page);
	const parsed = readCommentBody(request.body, page);
	if ("refusal" in parsed) return parsed.refusal;
	const record = buildCommentRecord(repository.comments.add(id, token.account, parsed.body), repository);
	return {
		status: 201,
		headers: { location: record.url },
		body: record
	};
}
function showComment({ repository, id, page }) {
	const comment = repository.comments.find(id);
	return comment ? {
		status: 200,
		body: buildCommentRecord(comment, repository)
	} : createRefusal$1(404, "Not Found", page);
}
function deleteComment({ repository, id, token, page }) {
	const comment = repository.comments.find(id);
	if (!comment || !token) return createRefusal$1(404, "Not Found", page);
	if (!isAuthor(comment, token) && !token.isAdmin) return createRefusal$1(403, "Must have admin rights to Repository.", page);
	repository.comments.remove(comment);
	return { status: 204 };
}
function changeComment({ repository, id, token, request, page }) {
	const comment = repository.comments.find(id);
	if (!comment || !token) return createRefusal$1(404, "Not Found", page);
	if (!isAuthor(comment, token) && !token.isAdmin) return createRefusal$1(403, "Must have admin rights to Repository.", page);
	const parsed = readCommentBody(request.body, page);
	if ("refusal" in parsed) return parsed.refusal;
	repository.comments.edit(comment, parsed.body);
	return {
		status: 200,
		body: buildCommentRecord(comment, repository)
	};
}
function uploadSarif({ repository, request, page }) {
	if (repository.isCodeScanningOff) return createRefusal$1(403, CODE_SCANNING_OFF, page);
	const upload = readSarifUpload(request.body, page);
	if ("refusal" in upload) return upload.refusal;
	if (repository.findCommit(upload.commit) === null) return createRefusal$1(404, "commit not found", page);
	repository.uploads.set(upload.id, upload);
	const url = `${repository.origin}/repos/${repository.fullName}/code-scanning/sarifs/${upload.id}`;
	return {
		status: 202,
		body: {
			id: upload.id,
			url
		}
	};
}
function showSarif({ repository, sha, page }) {
	const upload = repository.uploads.get(sha);
	return upload ? {
		status: 200,
		body: buildSarifStatus(upload)
	} : createRefusal$1(404, "Not Found", page);
}
function isAuthor({ author }, { account }) {
	return author.login === account.login;
}
// src/sandbox/github/secrets/secret-access.ts
function describeNeed({ right, permissions, scope }, token) {
	const accepted = permissions.map((permission) => `${permission.replaceAll("-", "_")}=${right}`).join(",");
	return token?.kind === "classic" ? {
		"x-oauth-scopes": token.scopes.join(", "),
		"x-accepted-oauth-scopes": scope
	} : { "x-accepted-github-permissions": accepted };
}
function checkSecretAccess(owner, need, token, page) {
	if (!token) return createRefusal$1(401, "Requires authentication", page);
	if (owner.kind === "repository" && need.right === "write" && owner.repository.isArchived) return createRefusal$1(403, "Repository was archived so is read-only.", page);
	return token.kind === "classic" ? checkScopes(owner, need, token, page) : checkPermissions(owner, need, token, page);
}
function checkScopes(owner, { scope }, token, page) {
	const hasScope = token.scopes.includes(scope);
	if (owner.kind === "organization") return hasScope && isOwn(owner, token) ? null : createRefusal$1(403, NO_ORGANIZATION_ADMIN, page);
	if (!hasScope || !isOwn(owner, token)) return createRefusal$1(404, "Not Found", page);
	return token.isAdmin ? null : createRefusal$1(403, "Must have admin rights to Repository.", page);
}
const NO_ORGANIZATION_ADMIN = "You must be an org admin or have the actions secrets fine-grained permission.";
function checkPermissions(owner, { right, permissions }, token, page) {
	const enough = right === "read" ? ["read", "write"] : ["write"];
	const hasAll = permissions.every((permission) => enough.includes(token.permissions[permission] ?? "none"));
	if (token.kind !== "job" && hasAll && isOwn(owner, token)) return null;
	return createRefusal$1(403, `Resource not accessible by ${token.kind === "fine-grained" ? "personal access token" : "integration"}`, page);
}
function isOwn(owner, token) {
	if (owner.kind === "repository") return isTokenFor(token, owner.repository);
	return isTokenFor(token, { fullName: `${owner.name}/` }) || isIn(owner.name, token.repo);
}
function isIn(organization, repo) {
	return repo.toLowerCase().startsWith(`${organization.toLowerCase()}/`);
}
// src/sandbox/github/secrets/secret-write.ts
const MOST_SECRETS = {
	organization: 1e3,
	other: 100
};
const LARGEST_SECRET = 49152;
const WRONG_NAME = "Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).";
const IMPROPER = "validation failed due to an improperly encrypted secret";
async function writeStoredSecret({ place, name, body, repositoryIds, page }) {
	const fields = readFields(body);
	if (fields === null) return createRefusal$1(400, "Problems parsing JSON", page);
	const refuse = (message) => createRefusal$1(422, message, page);
	if (!/^[A-Za-z_]\w*$/.test(name)) return refuse(WRONG_NAME);
	if (/^GITHUB_/i.test(name)) return refuse("Secret names must not start with GITHUB_.");
	const { encrypted_value: sealed, key_id: keyId } = fields;
	if (typeof sealed !== "string") return refuse("Invalid request.\n\n\"encrypted_value\" wasn't supplied.");
	if (typeof keyId !== "string") return refuse("Invalid request.\n\n\"key_id\" wasn't supplied.");
	if (!BASE64.test(sealed)) return refuse(`Invalid request.\n\n${sealed} does not match ${BASE64}.`);
	const shared = repositoryIds === null ? {} : readVisibility(fields, repositoryIds);
	if (typeof shared === "string") return refuse(shared);
	const value = keyId === place.key.id ? await openSealed(sealed, place) : null;
	if (value === null) return refuse(IMPROPER);
	if (value.length > LARGEST_SECRET) return refuse("Secret value is too large.");
	const isNew = place.get(name) === null;
	const most = MOST_SECRETS[repositoryIds === null ? "other" : "organization"];
	if (isNew && place.list().length >= most) return refuse(`You cannot have more than ${most} secrets.`);
	place.set(name, value.toString("utf8"), shared);
	return isNew ? {
		status: 201,
		body: {}
	} : { status: 204 };
}
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
function readVisibility({ visibility, selected_repository_ids: selected = [] }, known) {
	if (visibility === void 0) return "Invalid request.\n\n\"visibility\" wasn't supplied.";
	if (visibility !== "all" && visibility !== "private" && visibility !== "selected") return `Invalid request.\n\n${String(visibility)} is not a member of ["all", "private", "selected"].`;
	if (!Array.isArray(selected) || !selected.every((id) => known.includes(id))) return "Invalid request.\n\nThe selected repositories are not of this organization.";
	return {
		visibility,
		repositoryIds: selected
	};
}
async function openSealed(sealed, { key }) {
	const { default: sodium } = await import("./sodium.js").then((n) => n.libsodium_wrappers_exports);
	await sodium.ready;
	try {
		return Buffer.from(sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), key.publicKey, key.privateKey));
	} catch {
		return null;
	}
}
function readFields(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "object" && value !== null ? value : null;
	} catch {
		return null;
	}
}
// src/sandbox/github/secrets/secret-api.ts
const REPOSITORY = /^\/repos\/([^/]+\/[^/]+)\/(actions|dependabot|codespaces)\/secrets(\/.*)?$/;
const ENVIRONMENT = /^\/repos\/([^/]+\/[^/]+)\/environments\/([^/]+)\/secrets(\/.*)?$/;
const ORGANIZATION = /^\/orgs\/([^/]+)\/actions\/secrets(\/.*)?$/;
async function answerSecrets(request, token, state) {
	const route = findRoute(request.path, token, state);
	if (route === null || "status" in route) return route;
	const need = {
		right: request.method === "GET" ? "read" : "write",
		permissions: route.permissions,
		scope: route.scope
	};
	const answer = checkSecretAccess(route.owner, need, token, route.page) ?? await answerRoute(route, request, state);
	return {
		...answer,
		headers: {
			...describeNeed(need, token),
			...answer.headers
		}
	};
}
function findRoute(path, token, { repositories, vault }) {
	const [, org, orgRest = ""] = ORGANIZATION.exec(path) ?? [];
	if (org !== void 0) {
		const page = "/actions/secrets";
		if (![...repositories.keys()].some((name) => name.startsWith(`${org.toLowerCase()}/`))) return createRefusal$1(404, "Not Found", page);
		const place = vault.open(`github-org:${org.toLowerCase()}`);
		return {
			owner: {
				kind: "organization",
				name: org
			},
			place,
			permissions: ["organization-secrets"],
			scope: "admin:org",
			rest: orgRest,
			page
		};
	}
	const [, inEnvironment, environment = "", environmentRest = ""] = ENVIRONMENT.exec(path) ?? [];
	const [, inRepository, app = "actions", repositoryRest = ""] = REPOSITORY.exec(path) ?? [];
	const name = (inEnvironment ?? inRepository)?.toLowerCase();
	if (name === void 0) return null;
	const page = `/${app}/secrets`;
	const repository = repositories.get(name);
	if (!repository) return null;
	if (!maySee(token, repository)) return createRefusal$1(404, "Not Found", page);
	const common = {
		owner: {
			kind: "repository",
			repository
		},
		scope: "repo",
		page
	};
	if (inEnvironment !== void 0) {
		const wanted = decodeURIComponent(environment);
		if (!vault.hasEnvironment(name, wanted)) return createRefusal$1(404, "Not Found", page);
		const place = vault.open(`github:${name}@${wanted}`);
		return {
			...common,
			place,
			permissions: ["environments", "secrets"],
			rest: environmentRest
		};
	}
	const place = vault.open(`${app === "actions" ? "github" : app}:${name}`);
	return {
		...common,
		place,
		permissions: [PERMISSIONS[app] ?? "secrets"],
		rest: repositoryRest
	};
}
const PERMISSIONS = {
	dependabot: "dependabot-secrets",
	codespaces: "codespaces-secrets"
};
async function answerRoute(route, request, state) {
	const { rest, place, page, owner } = route;
	const { method, query } = request;
	if (method === "GET" && rest === "") return listSecrets(place, query);
	const key = {
		key_id: place.key.id,
		key: place.key.publicKey.toString("base64")
	};
	if (method === "GET" && rest === "/public-key") return {
		status: 200,
		body: key
	};
	const [, encoded = "", more = ""] = /^\/([^/]+)(\/repositories)?$/.exec(rest) ?? [];
	const name = decodeURIComponent(encoded);
	const owned = owner.kind === "organization" ? listOwned(owner.name, state) : null;
	if (method === "PUT" && more === "" && name !== "") {
		const repositoryIds = owned?.map(getRepositoryId) ?? null;
		return await writeStoredSecret({
			place,
			name,
			body: request.body,
			repositoryIds,
			page
		});
	}
	const secret = place.get(name);
	if (secret === null) return createRefusal$1(404, "Not Found", page);
	if (method === "GET" && more !== "" && owned) return listSelected(secret, owned, query, page);
	if (method === "GET" && more === "") return {
		status: 200,
		body: buildSecretRecord(secret, place)
	};
	if (method !== "DELETE" || more !== "") return createRefusal$1(404, "Not Found", page);
	place.remove(name);
	return { status: 204 };
}
function listOwned(org, { repositories }) {
	return [...repositories.values()].filter(({ fullName }) => fullName.toLowerCase().startsWith(`${org.toLowerCase()}/`));
}
function listSecrets(place, query) {
	const records = place.list().map((secret) => buildSecretRecord(secret, place));
	return {
		status: 200,
		body: {
			total_count: records.length,
			secrets: selectSlice(records, query)
		}
	};
}
function listSelected({ visibility, repositoryIds }, owned, query, page) {
	if (visibility !== "selected") return createRefusal$1(409, "Visibility type is not selected", page);
	const records = owned.filter((repository) => repositoryIds.includes(getRepositoryId(repository))).map(buildRepositoryRecord);
	return {
		status: 200,
		body: {
			total_count: records.length,
			repositories: selectSlice(records, query)
		}
	};
}
function selectSlice(items, query) {
	const size = Math.min(Number(query.get("per_page") ?? 30), 100);
	const first = (Number(query.get("page") ?? 1) - 1) * size;
	return items.slice(first, first + size);
}
function buildSecretRecord({ name, createdAt, updatedAt, visibility }, place) {
	const times = {
		created_at: formatSeconds(createdAt),
		updated_at: formatSeconds(updatedAt)
	};
	if (visibility === null) return {
		name,
		...times
	};
	const url = `https://api.github.com/orgs/${place.name.replace("github-org:", "")}/actions/secrets/${name}/repositories`;
	return {
		name,
		...times,
		visibility,
		...visibility === "selected" && { selected_repositories_url: url }
	};
}
function formatSeconds(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
// src/sandbox/github/github-api.ts
async function answerApi(request, token, repositories, { count, limits, renamed, vault, alerts }) {
	if (token === void 0) return createRefusal$1(401, "Bad credentials");
	const { headers: limitHeaders, refusal } = limits.count(request, token?.text ?? null);
	const headers = {
		"x-github-request-id": `5A4D:${count.toString(16).toUpperCase().padStart(6, "0")}`,
		"x-github-media-type": "github.v3; format=json",
		...limitHeaders
	};
	const answer = refusal ?? await answerSecrets(request, token, {
		repositories,
		vault
	}) ?? answerAlerts(request, token, {
		repositories,
		alerts
	}) ?? routeRequest$1(request, token, repositories, renamed);
	return {
		...answer,
		headers: {
			...headers,
			...answer.headers
		}
	};
}
function routeRequest$1(request, token, repositories, renamed) {
	const findById = (wanted) => [...repositories.values()].find((one) => getRepositoryId(one) === wanted);
	const findRenamed = (former) => findById(renamed.get(former));
	const listed = answerOrganization(request, token, {
		repositories: repositories.values(),
		findRenamed
	});
	if (listed) return listed;
	if (request.path === "/graphql") return answerGraphql(request, token);
	if (request.path === "/user") return showAccount(token);
	const [, name, id, rest = ""] = /^\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/.*)?$/.exec(request.path) ?? [];
	const repository = name ? repositories.get(decodeURIComponent(name).toLowerCase()) : findById(Number(id));
	if (!repository || !maySee(token, repository)) return createRefusal$1(404, "Not Found");
	return answerRepository(repository, rest, token, request);
}
function showAccount(token) {
	if (!token) return createRefusal$1(401, "Requires authentication", ACCOUNT_PAGE);
	if (token.account.type !== "User") return createRefusal$1(403, "Resource not accessible by integration", ACCOUNT_PAGE);
	return {
		status: 200,
		body: buildAccountRecord(token.account, "")
	};
}
const ACCOUNT_PAGE = "/users/users#get-the-authenticated-user";
function answerGraphql({ method, body }, token) {
	if (method !== "POST") return createRefusal$1(404, "Not Found");
	if (!token) return createRefusal$1(401, "This endpoint requires you to be authenticated.");
	if (!/^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(parseGraphqlQuery(body))) return {
		status: 200,
		body: { errors: [{
			type: "undefinedField",
			message: "the sandbox knows viewer.login alone"
		}] }
	};
	return {
		status: 200,
		body: { data: { viewer: { login: token.account.login } } }
	};
}
function parseGraphqlQuery(json) {
	try {
		return String(JSON.parse(json)?.query);
	} catch {
		return "";
	}
}
// src/sandbox/github/rate-limits.ts
const [MINUTE, HOUR] = [6e4, 36e5];
const HOURLY = {
	token: 1e3,
	none: 60
};
const POINTS = {
	core: 900,
	graphql: 2e3
};
const CONTENT = {
	minute: 80,
	hour: 500
};
var RateLimits = class {
	#clock;
	#made = /* @__PURE__ */ new Map();
	constructor(clock) {
		this.#clock = clock;
	}
	count({ method, path }, token) {
		const now = this.#clock.now().getTime();
		const resource = path === "/graphql" ? "graphql" : "core";
		const isChange = method !== "GET" && method !== "HEAD" && resource === "core";
		const isContent = isChange && method !== "DELETE" && path.includes("/comments");
		const endpoint = `${method} ${path.replaceAll(/\d+/g, "#")}`;
		const made = [...(this.#made.get(token ?? "") ?? []).filter(({ at }) => at > now - HOUR), {
			at: now,
			resource,
			endpoint,
			points: isChange ? 5 : 1,
			isContent
		}];
		this.#made.set(token ?? "", made);
		const used = made.filter((one) => one.resource === resource);
		const most = token === null ? HOURLY.none : HOURLY.token;
		const reset = Math.ceil(((used[0]?.at ?? now) + HOUR) / 1e3);
		const headers = {
			"x-ratelimit-limit": String(most),
			"x-ratelimit-remaining": String(Math.max(most - used.length, 0)),
			"x-ratelimit-used": String(used.length),
			"x-ratelimit-reset": String(reset),
			"x-ratelimit-resource": resource
		};
		if (used.length > most) return {
			headers,
			refusal: createRefusal$1(403, "API rate limit exceeded.", PAGE)
		};
		return {
			headers,
			refusal: hasSecondaryLimit(made, endpoint, resource, now) ? refuseForAMinute() : null
		};
	}
};
function hasSecondaryLimit(made, endpoint, resource, now) {
	const lastMinute = made.filter(({ at }) => at > now - MINUTE);
	const points = lastMinute.filter((one) => one.endpoint === endpoint).reduce((sum, one) => sum + one.points, 0);
	const isWriting = made.at(-1)?.isContent === true;
	const written = (requests) => requests.filter(({ isContent }) => isContent).length;
	const isTooMuch = isWriting && (written(lastMinute) > CONTENT.minute || written(made) > CONTENT.hour);
	return points > POINTS[resource] || isTooMuch;
}
const PAGE = "/using-the-rest-api/rate-limits-for-the-rest-api";
function refuseForAMinute() {
	return {
		...createRefusal$1(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", `${PAGE}#about-secondary-rate-limits`),
		headers: { "retry-after": "60" }
	};
}
// src/sandbox/github/secrets/secret-vault.ts
var SecretPlace = class {
	name;
	#clock;
	#secrets = /* @__PURE__ */ new Map();
	#key;
	constructor(name, clock) {
		this.name = name;
		this.#clock = clock;
		this.#key = createBoxKey();
	}
	get key() {
		return this.#key;
	}
	replaceKey() {
		this.#key = createBoxKey();
	}
	list() {
		return [...this.#secrets.values()].toSorted((one, other) => one.name < other.name ? -1 : 1);
	}
	get(name) {
		return this.#secrets.get(name.toUpperCase()) ?? null;
	}
	set(name, value, { visibility, repositoryIds = [] } = {}) {
		const now = this.#clock.now();
		const old = this.get(name);
		this.#secrets.set(name.toUpperCase(), {
			name: name.toUpperCase(),
			value,
			createdAt: old?.createdAt ?? now,
			updatedAt: now,
			visibility: this.name.startsWith("github-org:") ? visibility ?? "private" : null,
			repositoryIds: visibility === "selected" ? repositoryIds : []
		});
	}
	remove(name) {
		return this.#secrets.delete(name.toUpperCase());
	}
};
var SecretVault = class {
	#clock;
	#places = /* @__PURE__ */ new Map();
	#environments = /* @__PURE__ */ new Set();
	constructor(clock) {
		this.#clock = clock;
	}
	addEnvironment(repo, name) {
		this.#environments.add(`${repo.toLowerCase()}@${name}`);
	}
	hasEnvironment(repo, name) {
		return this.#environments.has(`${repo.toLowerCase()}@${name}`);
	}
	open(name) {
		const place = this.#places.get(name) ?? new SecretPlace(name, this.#clock);
		this.#places.set(name, place);
		return place;
	}
	at(target) {
		switch (target.kind) {
			case "github": {
				const { owner, repo, environment } = target;
				const place = `github:${owner}/${repo}`.toLowerCase();
				return this.open(environment === null ? place : `${place}@${environment}`);
			}
			case "dependabot":
			case "codespaces": return this.open(`${target.kind}:${target.owner}/${target.repo}`.toLowerCase());
			case "github-org": return this.open(`github-org:${target.org}`.toLowerCase());
			case "command":
			case "file": throw new TypeError(`GitHub holds nothing of ${target.kind}`);
			default: return target;
		}
	}
};
function getSecretName(target) {
	return "secret" in target ? target.secret : "";
}
function createBoxKey() {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	const [open, closed] = [readRaw(publicKey, "x"), readRaw(privateKey, "d")];
	return {
		id: createHash("sha256").update(open).digest().readBigUInt64BE().toString(),
		publicKey: open,
		privateKey: closed
	};
}
function readRaw(key, part) {
	return Buffer.from(key.export({ format: "jwk" })[part] ?? "", "base64url");
}
// src/sandbox/github/github-sandbox.ts
async function startGitHub({ path: PATH = null, clock = SYSTEM_CLOCK } = {}) {
	const root = await createTemporaryFolder("github-sandbox-");
	const limits = new RateLimits(clock);
	const vault = new SecretVault(clock);
	const alerts = new AlertBook(clock);
	const state = {
		root,
		PATH,
		clock,
		limits,
		vault,
		alerts,
		repositories: /* @__PURE__ */ new Map(),
		renamed: /* @__PURE__ */ new Map(),
		tokens: /* @__PURE__ */ new Map(),
		children: /* @__PURE__ */ new Set()
	};
	const server = await listen((request) => {
		return answerApi(request, findToken(state, request.headers.authorization), state.repositories, {
			count: server.requests.length,
			limits,
			renamed: state.renamed,
			vault,
			alerts
		});
	}, createGitHandler(state));
	const { origin } = server;
	const close = async () => {
		for (const child of state.children) child.kill();
		await server.close();
		await rm(root, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	};
	return {
		...server,
		...createSetup(state, origin),
		apiUrl: origin,
		serverUrl: origin,
		close,
		[Symbol.asyncDispose]: close
	};
}
function findToken({ tokens, clock }, authorization) {
	const text = parseAuthorization(authorization);
	if (text === null) return null;
	const token = tokens.get(text);
	return token && token.endsAt !== null && token.endsAt <= clock.now().getTime() ? void 0 : token;
}
function createGitHandler(state) {
	return async (request, response) => {
		const gitRequest = parseGitRequest(request.url ?? "/");
		if (!gitRequest) return false;
		const token = findToken(state, request.headers.authorization);
		const repository = state.repositories.get(gitRequest.fullName.toLowerCase());
		const moved = repository ? null : findMoved(state, gitRequest.fullName);
		if (moved && maySee(token ?? null, moved)) {
			request.resume();
			const { search } = new URL(request.url ?? "/", moved.origin);
			response.writeHead(301, { location: `${moved.origin}/${moved.fullName}.git${gitRequest.path}${search}` }).end();
			return true;
		}
		const refusal = checkGitAccess(gitRequest.right, token, repository);
		if (refusal || !repository) {
			refuseGit(request, response, refusal ?? [404, ""]);
			return true;
		}
		const { fullName } = repository;
		const child = serveGit(request, response, {
			...gitRequest,
			fullName
		}, state);
		state.children.add(child);
		child.once("close", () => state.children.delete(child));
		return true;
	};
}
function findMoved({ renamed, repositories }, former) {
	const id = renamed.get(former.toLowerCase());
	return [...repositories.values()].find((one) => getRepositoryId(one) === id);
}
function createSetup(state, origin) {
	const { root, PATH, clock, repositories, tokens } = state;
	const getRepository = (fullName) => {
		const repository = repositories.get(fullName.toLowerCase());
		if (!repository) throw new Error(`the sandbox has no repository ${fullName}`);
		return repository;
	};
	return {
		repository: async (fullName, options = {}) => {
			const { visibility = "private", defaultBranch = "main", isFork = false, isArchived = false } = options;
			const dir = path.join(root, `${fullName}.git`);
			await createBareRepository(dir, defaultBranch);
			const { isDisabled = false, isCodeScanningOff = false, kilobytes, id } = options;
			const profile = {
				fullName,
				visibility,
				defaultBranch,
				isFork,
				isArchived,
				isDisabled,
				isCodeScanningOff,
				origin
			};
			const known = {
				...kilobytes === void 0 ? {} : { kilobytes },
				...id === void 0 ? {} : { id }
			};
			const hosted = {
				...profile,
				...known
			};
			const comments = new Comments(fullName, clock);
			repositories.set(fullName.toLowerCase(), {
				...hosted,
				pulls: /* @__PURE__ */ new Map(),
				comments,
				issues: new Issues(clock),
				hasIssues: options.hasIssues ?? true,
				readFile: (file) => readBlob(dir, `${defaultBranch}:${file}`, PATH),
				findCommit: (name) => findCommit(dir, name, PATH),
				uploads: /* @__PURE__ */ new Map()
			});
			return {
				...hosted,
				dir,
				gitUrl: `${origin}/${fullName}`
			};
		},
		rename: async (fullName, to) => {
			const repository = getRepository(fullName);
			const dir = path.join(root, `${to}.git`);
			await mkdir(path.dirname(dir), { recursive: true });
			await rename(path.join(root, `${repository.fullName}.git`), dir);
			const id = getRepositoryId(repository);
			const readFile = (file) => readBlob(dir, `${repository.defaultBranch}:${file}`, PATH);
			repositories.delete(fullName.toLowerCase());
			state.renamed.set(fullName.toLowerCase(), id);
			const findRenamed = (name) => findCommit(dir, name, PATH);
			repositories.set(to.toLowerCase(), {
				...repository,
				fullName: to,
				id,
				readFile,
				findCommit: findRenamed
			});
			return {
				...repository,
				fullName: to,
				id,
				dir,
				gitUrl: `${origin}/${to}`
			};
		},
		remove: async (fullName) => {
			const repository = getRepository(fullName);
			repositories.delete(fullName.toLowerCase());
			await rm(path.join(root, `${repository.fullName}.git`), {
				recursive: true,
				force: true,
				maxRetries: 3
			});
		},
		token: (options) => {
			const token = createToken(tokens.size, options);
			tokens.set(token.text, token);
			return token.text;
		},
		pull: ({ repo, ...options }) => {
			const repository = getRepository(repo);
			const pull = createPull(options, repository);
			repository.pulls.set(pull.number, pull);
			return pull;
		},
		issues: (repo) => getRepository(repo).issues.list(),
		issue: (repo, issue) => {
			const { issues, pulls } = getRepository(repo);
			return issues.add(issue, pulls.keys());
		},
		sarifUploads: (repo) => [...getRepository(repo).uploads.values()],
		comments: (repo, number) => getRepository(repo).comments.on(number),
		comment: (repo, number, { body, ...author }) => getRepository(repo).comments.add(number, author, body),
		alert: (repo, options) => state.alerts.add(getRepository(repo).fullName, options),
		alerts: (repo) => state.alerts.list(repo),
		setUpAlerts: (repo, settings) => state.alerts.setUp(repo, settings),
		environment: (repo, name) => state.vault.addEnvironment(getRepository(repo).fullName, name),
		storeSecret: (target, value, options) => state.vault.at(target).set(getSecretName(target), value, options),
		readSecret: (target) => state.vault.at(target).get(getSecretName(target)),
		removeSecret: (target) => void state.vault.at(target).remove(getSecretName(target)),
		replacePublicKey: (target) => state.vault.at(target).replaceKey(),
		deleteComment: (repo, comment) => getRepository(repo).comments.remove(comment),
		setCommentLag: (repo, milliseconds) => getRepository(repo).comments.setLag(milliseconds)
	};
}
function readBlob(dir, name, PATH) {
	const { status, stdout } = spawnSync("git", [
		"-C",
		dir,
		"cat-file",
		"blob",
		name
	], PATH === null ? {} : { env: { PATH } });
	return status === 0 ? stdout : null;
}
function findCommit(dir, name, PATH) {
	const env = PATH === null ? {} : { env: { PATH } };
	const words = [
		"-C",
		dir,
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${name}^{commit}`
	];
	const { status, stdout } = spawnSync("git", words, env);
	return status === 0 ? stdout.toString().trim() : null;
}
// src/sandbox/openai/enforcement.ts
function getEffectiveScopes({ scopes, pendingChanges, organization }) {
	return pendingChanges.scopes && organization.clock.now().getTime() < pendingChanges.scopes.until ? pendingChanges.scopes.previous : scopes;
}
function getGrantedScopes(key) {
	return key.project?.roles.get(key.owner.person.id) === "none" ? [] : getEffectiveScopes(key);
}
function getEffectiveExpiry({ expiresAt, pendingChanges, organization }) {
	return pendingChanges.expiresAt && organization.clock.now().getTime() < pendingChanges.expiresAt.until ? pendingChanges.expiresAt.previous : expiresAt;
}
function addKeyUse(key) {
	const { clock, propagation } = key.organization;
	const now = Math.floor(clock.now().getTime() / 1e3);
	if (propagation.use === 0) key.lastUsedAt = now;
	else key.pendingChanges.uses.push(now);
}
function getShownUse(key) {
	const { clock, propagation } = key.organization;
	const shownUntil = (clock.now().getTime() - propagation.use) / 1e3;
	const shown = key.pendingChanges.uses.filter((use) => use <= shownUntil);
	return shown.length === 0 ? key.lastUsedAt : Math.max(key.lastUsedAt ?? 0, ...shown);
}
function isDeleted(key, usual) {
	const { clock, propagation } = key.organization;
	if (key.deletedAt === null) return false;
	if (clock.now().getTime() < key.deletedAt + (propagation.deletion ?? usual)) return false;
	if (key.worksAgainAfter === null) return true;
	key.worksAgainAfter = key.worksAgainAfter === 0 ? null : key.worksAgainAfter - 1;
	return key.worksAgainAfter !== null;
}
function hasDefect(key, defect) {
	return key.defects.has(defect) || key.organization.defects.has(defect);
}
// src/sandbox/fake-keys.ts
const FAMILIES = {
	user: {
		prefix: PREFIXES$1.user,
		sides: 20
	},
	project: {
		prefix: PREFIXES$1.project,
		sides: 74
	},
	"service-account": {
		prefix: PREFIXES$1["service-account"],
		sides: 74
	},
	admin: {
		prefix: PREFIXES$1.admin,
		sides: 58
	},
	none: {
		prefix: PREFIXES$1.none,
		sides: 20
	},
	named: {
		prefix: `${PREFIXES$1.user}service-billing-`,
		sides: 20
	}
};
const LONG_ENDING = "AEIMQUYcgkosw048";
function createFakeKey(family, seed, { left, right } = {}) {
	const { prefix, sides } = FAMILIES[family];
	const [before, after] = [left ?? sides, right ?? sides];
	const text = createBody(`${family}:${seed}`, before + after, before + after >= 80);
	const tail = after >= 45 ? replaceEnding(text.slice(before)) : text.slice(before);
	return [
		prefix,
		text.slice(0, before),
		MARKER,
		tail
	].join("");
}
function createDecoy(key) {
	const at = key.indexOf(MARKER);
	const [head, tail] = [key.slice(0, 8), key.slice(-4)];
	const prefix = /^sk-(?:[a-z]+-)?/i.exec(key)?.[0] ?? "sk-";
	const body = createBody(`decoy:${key}`, key.length, key.length >= 120);
	const start = Math.max(head.length, prefix.length);
	return [
		key.slice(0, start),
		body.slice(0, at - start),
		MARKER,
		body.slice(at, key.length - MARKER.length - tail.length),
		tail
	].join("");
}
function replaceEnding(text) {
	const pick = LONG_ENDING[text.charCodeAt(0) % 16] ?? "A";
	return `${text.slice(0, -2)}${pick}A`;
}
function createBody(seed, length, long) {
	let text = "";
	for (let round = 0; text.length < length; round += 1) {
		const chunk = createHash("sha512").update(`${seed}:${round}`).digest("base64url");
		text += long ? chunk : chunk.replaceAll(/[-_]/g, "");
	}
	return text.slice(0, length).replaceAll(/(.)\1{3,}/g, (run) => "Qz7".repeat(run.length).slice(0, run.length));
}
// src/sandbox/openai/refusals.ts
function createRefusal(status, message, code, { type = "invalid_request_error", param = null } = {}) {
	return {
		status,
		body: { error: {
			message,
			type,
			param,
			code
		} }
	};
}
function redactKey(text) {
	return `${text.slice(0, 8)}${"*".repeat(Math.max(text.length - 12, 0))}${text.slice(-4)}`;
}
function refuseUnknownKey(text, quoting = "stars") {
	const quoted = quoteKey(text, quoting);
	return createRefusal(401, `${quoted === null ? "The API key is not valid." : `Incorrect API key provided: ${quoted}.`} You can find your API key at https://platform.openai.com/account/api-keys.`, "invalid_api_key");
}
function quoteKey(text, quoting) {
	switch (quoting) {
		case "stars": return text.length <= 12 ? text : redactKey(text);
		case "dots": return `${text.slice(0, 3)}...${text.slice(-3)}`;
		case "nothing": return null;
		case "another-key": return redactKey(createFakeKey("service-account", "OpenAI's own"));
		default: return quoting;
	}
}
function refuseMissingKey() {
	return createRefusal(401, "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).", null);
}
function refuseMissingScope(scope, status = 403) {
	return createRefusal(status, `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`, "missing_scope");
}
function refuseMissingRecord(what) {
	return createRefusal(404, `No such ${what}.`, "not_found");
}
function refuseUnknownAddress(method, path) {
	return createRefusal(404, `Invalid URL (${method} ${path})`, null);
}
const RETRY_AFTER = { "retry-after": "1" };
const REFUSALS = {
	"ip-not-authorized": createRefusal(401, "Your IP address is not authorized for this organization.", "ip_not_authorized"),
	"account-deactivated": createRefusal(401, "The account of this API key has been deactivated.", "account_deactivated"),
	"no-quota": createRefusal(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", { type: "insufficient_quota" }),
	"rate-limited": {
		...createRefusal(429, "Rate limit reached for requests.", "rate_limit_exceeded", { type: "requests" }),
		headers: RETRY_AFTER
	},
	"wrong-region": createRefusal(401, "Use the hostname of the region your project is in.", "incorrect_hostname"),
	"unsupported-country": createRefusal(403, "Country, region, or territory not supported", "unsupported_country_region_territory", { type: "request_forbidden" })
};
function refuseTooManyRequests() {
	return createRefusal(429, "Too many requests.", "rate_limit_exceeded", { type: "requests" });
}
function checkKey(key, now, quoting) {
	const end = getEffectiveExpiry(key);
	if (end !== null && end <= now) return refuseUnknownKey(key.text, quoting);
	if (key.worksFrom !== null && now * 1e3 < key.worksFrom) return refuseUnknownKey(key.text, quoting);
	if (key.refusedFor) return REFUSALS[key.refusedFor];
	if (key.project?.isArchived || !key.ownerHasAccess) return createRefusal(401, "The project of this key is archived, or its owner is no member of it.", "invalid_project");
	return null;
}
// src/sandbox/openai/records.ts
function buildProjectRecord({ id, name, isArchived, createdAt }) {
	return {
		id,
		object: "organization.project",
		name,
		created_at: createdAt,
		archived_at: isArchived ? createdAt + 86400 : null,
		status: isArchived ? "archived" : "active"
	};
}
function buildKeyRecord({ owner, ...key }) {
	const { id, name, email } = owner.person;
	const created_at = key.createdAt;
	return {
		id: key.id,
		object: "organization.project.api_key",
		name: key.name ?? "",
		redacted_value: formatRedacted(key.text, key.organization),
		created_at,
		last_used_at: getShownUse(key),
		expires_at: key.expiresAt,
		owner: owner.kind === "user" ? {
			type: "user",
			user: {
				id,
				name,
				email: email ?? "",
				role: "member",
				created_at
			}
		} : {
			type: "service_account",
			service_account: buildKeyHolder(owner.person, key)
		},
		owner_project_access: key.ownerHasAccess ? "active" : "inactive"
	};
}
function buildKeyHolder({ id, name }, { project, organization, createdAt }) {
	const holder = {
		id,
		name,
		created_at: createdAt
	};
	return organization.tellsRoles ? {
		...holder,
		role: getRole(id, project)
	} : holder;
}
function buildAdminKeyRecord(key) {
	const { id, name } = key.owner.person;
	const owner = {
		type: "user",
		object: "organization.user",
		id,
		name,
		role: "owner",
		created_at: key.createdAt
	};
	return {
		id: key.id,
		object: "organization.admin_api_key",
		name: key.name,
		redacted_value: formatRedacted(key.text, key.organization),
		created_at: key.createdAt,
		last_used_at: key.lastUsedAt,
		expires_at: key.expiresAt,
		owner
	};
}
function buildServiceAccountRecord({ id, name }, project) {
	return {
		id,
		object: "organization.project.service_account",
		name,
		role: getRole(id, project),
		created_at: project.createdAt
	};
}
function getRole(account, project) {
	return project?.roles.get(account) ?? "member";
}
function buildSpendLimitRecord(threshold_amount) {
	return {
		object: "project.spend_limit",
		threshold_amount,
		currency: "USD",
		interval: "month",
		enforcement: { status: "inactive" }
	};
}
function buildUserRecord({ id, name, email }, added_at) {
	return {
		id,
		object: "organization.user",
		name,
		email,
		role: "owner",
		added_at
	};
}
function formatRedacted(text, { redaction }) {
	return redaction === "stars" ? redactKey(text) : `${text.slice(0, text.startsWith(PREFIXES$1.admin) ? 8 : 3)}...${text.slice(-3)}`;
}
// src/sandbox/openai/keys/key-fields.ts
const LONGEST_EXPIRY = 31536e3;
function parseBody(json) {
	try {
		const body = JSON.parse(json);
		return typeof body === "object" ? body : null;
	} catch {
		return null;
	}
}
function isListOfText(value) {
	return Array.isArray(value) && value.every((item) => typeof item === "string");
}
function readScopes(scopes) {
	return scopes.length === 0 || scopes.includes("api.all") ? null : scopes;
}
function isDuration(value) {
	return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LONGEST_EXPIRY;
}
function refuseBrokenJson() {
	return createRefusal(400, "We could not parse the JSON body of your request.", null);
}
function refuseScopes() {
	return createRefusal(400, "Invalid 'scopes': expected a list of strings.", "invalid_type", { param: "scopes" });
}
function refuseDuration() {
	return createRefusal(400, `Invalid 'expires_in_seconds': expected an integer from 1 to ${LONGEST_EXPIRY}.`, "invalid_value", { param: "expires_in_seconds" });
}
// src/sandbox/openai/keys/key-changes.ts
function updateKey(key, json, by) {
	const body = parseBody(json);
	if (!body) return refuseBrokenJson();
	const { scopes, expires_in_seconds: seconds } = body;
	const { clock, usageLog, propagation } = key.organization;
	const time = clock.now().getTime();
	const now = time / 1e3;
	if (scopes === void 0 && seconds === void 0) return createRefusal(400, "At least one field is required.", null);
	if (key.expiresAt !== null && key.expiresAt <= now) return createRefusal(400, "Expired API keys cannot be updated.", null);
	if (scopes !== void 0 && !isListOfText(scopes)) return refuseScopes();
	if (seconds !== void 0 && !isDuration(seconds)) return refuseDuration();
	if (!hasDefect(key, "updates-nothing")) {
		if (scopes !== void 0) {
			key.pendingChanges.scopes = {
				previous: getEffectiveScopes(key),
				until: time + propagation.scopes
			};
			key.scopes = readScopes(scopes);
		}
		if (seconds !== void 0) {
			key.pendingChanges.expiresAt = {
				previous: getEffectiveExpiry(key),
				until: time + propagation.expiry
			};
			key.expiresAt = Math.floor(now) + seconds;
		}
		usageLog.logUpdate(key, {
			by,
			scopes,
			expires_in_seconds: seconds,
			at: now
		});
	}
	return {
		status: 200,
		body: buildKeyRecord(key)
	};
}
function removeKey(key, by) {
	if (key.owner.kind === "service-account" && hasDefect(key, "keeps-account-keys")) return createRefusal(400, "This API key belongs to a service account and cannot be deleted.", null);
	markDeleted(key, by);
	return {
		status: 200,
		body: {
			object: "organization.project.api_key.deleted",
			id: key.id,
			deleted: true
		}
	};
}
function removeAdminKey(key, by) {
	markDeleted(key, by);
	return {
		status: 200,
		body: {
			object: "organization.admin_api_key.deleted",
			id: key.id,
			deleted: true
		}
	};
}
function markDeleted(key, by) {
	if (hasDefect(key, "deletes-nothing")) return;
	const { clock, usageLog } = key.organization;
	key.deletedAt = clock.now().getTime();
	usageLog.logDeletion(key, {
		by,
		at: key.deletedAt / 1e3
	});
}
// src/sandbox/openai/pages.ts
const LARGEST_PAGE = 100;
const DEFAULT_PAGE = 20;
function buildPage(items, query, build) {
	const limit = Number(query.get("limit") ?? DEFAULT_PAGE);
	if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) return createRefusal(400, `Invalid 'limit': expected an integer from 1 to ${LARGEST_PAGE}.`, limit > LARGEST_PAGE ? "integer_above_max_value" : "integer_below_min_value", { param: "limit" });
	const after = query.get("after");
	const start = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
	if (after !== null && start === 0) return createRefusal(400, "Invalid 'after': no record has this id.", "invalid_cursor", { param: "after" });
	const data = items.slice(start, start + limit).map(build);
	const [first_id, last_id] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
	return {
		status: 200,
		body: {
			object: "list",
			data,
			first_id,
			last_id,
			has_more: start + limit < items.length
		}
	};
}
// src/sandbox/openai/keys/key-creation.ts
const LONGEST_NAME = 200;
const SCOPE = /^(?:api\.)?[a-z_]+(?:\.[a-z_]+)+$/;
const OF_ADMINS = /^api\.(?:management|organization|usage|audit_logs)\./;
function createAccountKey(project, account, json, by) {
	const body = parseBody(json);
	if (!body) return refuseBrokenJson();
	const refusal = refuseFields(body) ?? refuseByPolicy(project.organization, body);
	if (refusal) return refusal;
	const { name, scopes, expires_in_seconds: seconds } = body;
	const { organization } = project;
	const { clock, propagation, usageLog } = organization;
	const time = clock.now().getTime();
	const now = Math.floor(time / 1e3);
	const key = organization.accountKey(project, account.name, {
		account,
		name: typeof name === "string" ? name : null,
		scopes: isListOfText(scopes) ? readScopes(scopes) : null,
		createdAt: now,
		expiresAt: isDuration(seconds) ? now + seconds : null,
		worksFrom: propagation.creation > 0 ? time + propagation.creation : null
	});
	usageLog.logKeyByAdmin(key, {
		by,
		scopes: isListOfText(scopes) ? scopes : void 0,
		at: now
	});
	const { id, text: value, createdAt, expiresAt } = key;
	return {
		status: 200,
		body: {
			object: "organization.project.service_account.api_key",
			id,
			value,
			name: key.name ?? "",
			created_at: createdAt,
			expires_at: expiresAt
		}
	};
}
function refuseFields({ name, scopes, expires_in_seconds: seconds }) {
	if (name !== void 0 && (typeof name !== "string" || name.length > LONGEST_NAME)) return createRefusal(400, `Invalid 'name': expected a string of at most ${LONGEST_NAME} characters.`, "invalid_value", { param: "name" });
	if (scopes !== void 0 && !isListOfText(scopes)) return refuseScopes();
	const unknown = isListOfText(scopes) ? scopes.find((scope) => !SCOPE.test(scope) || OF_ADMINS.test(scope)) : void 0;
	if (unknown !== void 0) return createRefusal(400, `Invalid scope: ${unknown}`, "invalid_scope", { param: "scopes" });
	return seconds !== void 0 && seconds !== null && !isDuration(seconds) ? refuseDuration() : null;
}
function refuseByPolicy({ keyPolicy }, { expires_in_seconds: seconds }) {
	const { longestLifetime, forbidsKeys } = keyPolicy;
	if (forbidsKeys) return createRefusal(403, "API keys are disabled for this organization.", "api_keys_disabled");
	if (longestLifetime === null || isDuration(seconds) && seconds <= longestLifetime) return null;
	return createRefusal(400, `API keys of this organization must expire within ${longestLifetime} seconds.`, "expiration_policy_violation", { param: "expires_in_seconds" });
}
// src/sandbox/openai/keys/key-requests.ts
function listKeys(context, { query }) {
	return answerWithProject(context, (project) => {
		const access = query.get("owner_project_access") ?? "active";
		if (![
			"active",
			"inactive",
			"any"
		].includes(access)) return createRefusal(400, "Invalid 'owner_project_access'.", "invalid_value", { param: "owner_project_access" });
		return buildPage(listProjectKeys(project).filter(({ ownerHasAccess }) => access === "any" || ownerHasAccess === (access === "active")), query, buildKeyRecord);
	});
}
function listAdminKeys([organization], { query }) {
	const keys = selectAdminKeys(organization);
	return buildPage(query.get("order") === "desc" ? keys.toReversed() : keys, query, buildAdminKeyRecord);
}
function createKey(context, { body }) {
	return answerWithProject(context, (project) => {
		if (project.isArchived) return refuseArchivedProject();
		const account = project.accounts.find(({ id }) => id === context[1][1]);
		return account ? createAccountKey(project, account, body, context[2]) : refuseMissingRecord("service account");
	});
}
function showKey(key) {
	return {
		status: 200,
		body: buildKeyRecord(key)
	};
}
function showAdminKey(key) {
	return {
		status: 200,
		body: buildAdminKeyRecord(key)
	};
}
function answerWithProject([organization, [id]], answer) {
	const project = organization.findProject(id ?? "");
	return project ? answer(project) : refuseMissingRecord("project");
}
function answerWithKey(context, answer) {
	return answerWithProject(context, (project) => {
		const key = listProjectKeys(project).find(({ id }) => id === context[1][1]);
		return key ? answer(key) : refuseMissingRecord("API key");
	});
}
function answerWithAdminKey([organization, [id]], answer) {
	const key = selectAdminKeys(organization).find((candidate) => candidate.id === id);
	return key ? answer(key) : refuseMissingRecord("admin API key");
}
function refuseArchivedProject() {
	return createRefusal(400, "The project is archived.", "project_archived");
}
function listProjectKeys(project) {
	return project.keys.filter(({ deletedAt }) => deletedAt === null);
}
function selectAdminKeys({ keys }) {
	return keys.filter(({ isAdmin, deletedAt }) => isAdmin && deletedAt === null);
}
// src/sandbox/openai/usage-api.ts
const WIDTHS = {
	"1m": [
		60,
		60,
		1440
	],
	"1h": [
		3600,
		24,
		168
	],
	"1d": [
		86400,
		7,
		31
	]
};
function answerUsage(endpoint, { uses }, query, now) {
	const width = WIDTHS[query.get("bucket_width") ?? "1d"];
	if (!width) return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
	const fields = query.getAll("group_by[]");
	const groups = endpoint === "file_search_calls" ? ["api_key_id"] : ["api_key_id", "model"];
	if (fields.some((field) => !groups.includes(field))) return refuseGrouping();
	return buildBuckets(uses.filter((use) => use.endpoint === endpoint), query, {
		width,
		now
	}, (within) => groupUses(within, fields).map(([group, members]) => countUses(endpoint, group, members)));
}
function answerCosts({ uses }, query, now) {
	if ((query.get("bucket_width") ?? "1d") !== "1d") return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
	const fields = query.getAll("group_by[]");
	if (fields.some((field) => field !== "api_key_id")) return refuseGrouping();
	return buildBuckets(uses, query, {
		width: [
			86400,
			7,
			180
		],
		now
	}, (within) => groupUses(within, fields).map(([{ api_key_id }, members]) => {
		return {
			object: "organization.costs.result",
			amount: {
				value: members.reduce((sum, { cost }) => sum + cost, 0),
				currency: "usd"
			},
			api_key_id,
			line_item: null,
			project_id: null
		};
	}));
}
function refuseGrouping() {
	return createRefusal(400, "Invalid 'group_by'.", "invalid_value", { param: "group_by" });
}
function groupUses(uses, fields) {
	const groups = /* @__PURE__ */ new Map();
	for (const use of uses) {
		const api_key_id = fields.includes("api_key_id") ? use.keyId : null;
		const model = fields.includes("model") ? use.model : null;
		const name = JSON.stringify([api_key_id, model]);
		const known = groups.get(name);
		if (known) known[1].push(use);
		else groups.set(name, [{
			api_key_id,
			model
		}, [use]]);
	}
	return [...groups.values()];
}
function answerAuditLog({ auditLog, isAuditLogEnabled, delay }, query, now) {
	const [actors, resources, types] = [
		"actor_ids[]",
		"resource_ids[]",
		"event_types[]"
	].map((filter) => createFilter(query.getAll(filter)));
	const from = Number(query.get("effective_at[gte]") ?? 0);
	const ofTenant = query.get("tenant_only") === "true";
	if (query.getAll("event_types[]").some((type) => type.startsWith("tenant.") !== ofTenant)) return createRefusal(400, "Tenant-scoped event types need 'tenant_only', which allows no others.", "invalid_value", { param: "event_types" });
	return buildPage((isAuditLogEnabled ? auditLog.toReversed() : []).filter(({ actorId, resource }) => actors?.(actorId) && resources?.(resource)).map(({ entry }) => entry).filter(({ type }) => type.startsWith("tenant.") === ofTenant && types?.(type)).filter(({ effective_at: at }) => at >= from && at * 1e3 + delay <= now.getTime()).toSorted((a, b) => b.effective_at - a.effective_at), query, (entry) => entry);
}
function createFilter(wanted) {
	const values = new Set(wanted);
	return (value) => values.size === 0 || values.has(value);
}
function buildBuckets(uses, query, { width: [seconds, usual, largest], now }, count) {
	const start = Number(query.get("start_time") ?? NaN);
	if (!Number.isInteger(start)) return createRefusal(400, "Missing 'start_time'.", "missing_required_parameter", { param: "start_time" });
	const limit = Number(query.get("limit") ?? usual);
	if (!Number.isInteger(limit) || limit < 1 || limit > largest) return createRefusal(400, `Invalid 'limit': expected an integer from 1 to ${largest}.`, "invalid_value", { param: "limit" });
	const end = Number(query.get("end_time") ?? Math.floor(now.getTime() / 1e3));
	const first = Math.floor(start / seconds) * seconds;
	const skipped = Number(/^page_(\d+)$/.exec(query.get("page") ?? "page_0")?.[1] ?? NaN);
	if (Number.isNaN(skipped)) return createRefusal(400, "Invalid 'page'.", "invalid_value", { param: "page" });
	const all = Math.max(0, Math.ceil((end - first) / seconds));
	const within = partitionUses(selectUses(uses, query, start, end), first, seconds);
	const data = Array.from({ length: Math.max(0, Math.min(limit, all - skipped)) }, (_, index) => {
		const from = first + (skipped + index) * seconds;
		const results = count(within.get(skipped + index) ?? []);
		return {
			object: "bucket",
			start_time: from,
			end_time: from + seconds,
			results
		};
	});
	const more = skipped + data.length < all;
	return {
		status: 200,
		body: {
			object: "page",
			data,
			has_more: more,
			next_page: more ? `page_${skipped + data.length}` : null
		}
	};
}
function selectUses(uses, query, from, to) {
	const keys = query.getAll("api_key_ids[]");
	return uses.filter(({ keyId, at }) => at >= from && at < to && (keys.length === 0 || keys.includes(keyId)));
}
function partitionUses(uses, first, seconds) {
	const buckets = /* @__PURE__ */ new Map();
	for (const use of uses) {
		const number = Math.floor((use.at - first) / seconds);
		const known = buckets.get(number);
		if (known) known.push(use);
		else buckets.set(number, [use]);
	}
	return buckets;
}
function countUses(endpoint, { api_key_id, model }, uses) {
	const sum = (count) => uses.reduce((total, use) => total + count(use), 0);
	const requests = sum((use) => use.requests);
	const common = {
		num_model_requests: requests,
		project_id: null,
		user_id: null,
		api_key_id,
		model
	};
	const input_tokens = sum((use) => use.inputTokens);
	switch (endpoint) {
		case "completions":
		case "decisions": return {
			object: `organization.usage.${endpoint}.result`,
			...common,
			input_tokens,
			output_tokens: sum((use) => use.outputTokens)
		};
		case "embeddings":
		case "moderations": return {
			object: `organization.usage.${endpoint}.result`,
			...common,
			input_tokens
		};
		case "images": return {
			object: "organization.usage.images.result",
			...common,
			images: requests
		};
		case "audio_speeches": return {
			object: "organization.usage.audio_speeches.result",
			...common,
			characters: input_tokens
		};
		case "audio_transcriptions": return {
			object: "organization.usage.audio_transcriptions.result",
			...common,
			seconds: input_tokens
		};
		case "web_search_calls": return {
			object: "organization.usage.web_searches.result",
			...common,
			num_requests: requests
		};
		case "file_search_calls": return {
			object: "organization.usage.file_searches.result",
			project_id: null,
			user_id: null,
			api_key_id,
			num_requests: requests
		};
		default: return endpoint;
	}
}
// src/sandbox/openai/usage-log.ts
const ENDPOINTS = [
	"completions",
	"decisions",
	"embeddings",
	"moderations",
	"images",
	"audio_speeches",
	"audio_transcriptions",
	"web_search_calls",
	"file_search_calls"
];
var UsageLog = class {
	uses = [];
	auditLog = [];
	isAuditLogEnabled = true;
	delay = 0;
	logsToTenant = false;
	defaultProject = null;
	addUse({ id }, use) {
		this.uses.push({
			keyId: id,
			endpoint: "completions",
			model: "gpt-5",
			requests: 1,
			inputTokens: 100,
			outputTokens: 20,
			cost: .01,
			...use
		});
	}
	addDailyUse(key, { at, days, ...use }) {
		for (let day = days; day > 0; day -= 1) this.addUse(key, {
			...use,
			at: at - day * 86400
		});
	}
	logCreation({ id, isAdmin, createdAt, scopes }, by) {
		const type = this.logsToTenant ? `tenant.${isAdmin ? "admin" : "project"}_api_key.created` : "api_key.created";
		const user = {
			id: by.id,
			email: by.email ?? ""
		};
		const entry = {
			id: `audit_log-${this.auditLog.length + 1}`,
			type,
			effective_at: createdAt,
			actor: {
				type: "session",
				session: {
					user,
					ip_address: "192.0.2.1"
				}
			},
			[type]: {
				id,
				data: { scopes: [...scopes ?? ["api.all"]] }
			}
		};
		this.auditLog.push({
			actorId: by.id,
			resource: id,
			entry
		});
	}
	logKeyByAdmin({ id }, { by, scopes, at }) {
		const data = scopes === void 0 ? {} : { scopes };
		this.#add(by, at, {
			type: "api_key.created",
			"api_key.created": {
				id,
				data
			}
		}, id);
	}
	logUpdate({ id }, { by, at, ...change }) {
		const changes_requested = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== void 0));
		this.#add(by, at, {
			type: "api_key.updated",
			"api_key.updated": {
				id,
				changes_requested
			}
		}, id);
	}
	logDashboardUpdate({ id }, { by, scopes, at }) {
		const user = {
			id: by.id,
			email: by.email ?? ""
		};
		const entry = {
			id: `audit_log-${this.auditLog.length + 1}`,
			type: "api_key.updated",
			effective_at: Math.floor(at),
			actor: {
				type: "session",
				session: {
					user,
					ip_address: "192.0.2.1"
				}
			},
			"api_key.updated": {
				id,
				changes_requested: { scopes }
			}
		};
		this.auditLog.push({
			actorId: by.id,
			resource: id,
			entry
		});
	}
	logDeletion({ id }, { by, at }) {
		this.#add(by, at, {
			type: "api_key.deleted",
			"api_key.deleted": { id }
		}, id);
	}
	#add(by, at, event, resource) {
		const person = by.owner?.person;
		const user = person && { user: {
			id: person.id,
			email: person.email ?? ""
		} };
		const actor = {
			type: "api_key",
			api_key: {
				id: by.id,
				type: "user",
				...user
			}
		};
		const id = `audit_log-${this.auditLog.length + 1}`;
		const project = this.defaultProject && { project: this.defaultProject };
		const entry = {
			id,
			effective_at: Math.floor(at),
			actor,
			...project,
			...event
		};
		this.auditLog.push({
			actorId: by.id,
			resource,
			entry
		});
	}
	logChange(key, { at, what, id, name }) {
		const event = what === "project.created" ? { "project.created": {
			id,
			data: {
				name,
				title: name
			}
		} } : { "api_key.created": {
			id,
			data: { scopes: ["api.all"] }
		} };
		this.#add(key, at, {
			type: what,
			...event
		}, id);
	}
};
// src/sandbox/openai/admin-api.ts
const KEYS = "api.organization.projects.api_keys";
const ACCOUNTS = "api.organization.projects.service_accounts";
const SEPARATE_SCOPES = ["api.usage", "api.audit_logs"];
const ROUTES = [
	{
		method: "GET",
		path: /^projects$/,
		answer: listProjects
	},
	{
		method: "GET",
		path: /^projects\/([^/]+)$/,
		answer: (context) => answerWithProject(context, showProject)
	},
	{
		method: "GET",
		path: /^projects\/([^/]+)\/api_keys$/,
		scope: KEYS,
		answer: listKeys
	},
	{
		method: "GET",
		path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
		scope: KEYS,
		answer: (context) => answerWithKey(context, showKey)
	},
	{
		method: "POST",
		path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
		scope: KEYS,
		answer: (context, { body }) => answerWithKey(context, (key) => updateKey(key, body, context[2]))
	},
	{
		method: "DELETE",
		path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
		scope: KEYS,
		answer: (context) => answerWithKey(context, (key) => removeKey(key, context[2]))
	},
	{
		method: "GET",
		path: /^projects\/([^/]+)\/service_accounts$/,
		scope: ACCOUNTS,
		answer: listAccounts
	},
	{
		method: "POST",
		path: /^projects\/([^/]+)\/service_accounts\/([^/]+)\/api_keys$/,
		scope: ACCOUNTS,
		answer: createKey
	},
	{
		method: "GET",
		path: /^projects\/([^/]+)\/spend_limit$/,
		answer: (context) => answerWithProject(context, showSpendLimit)
	},
	{
		method: "GET",
		path: /^admin_api_keys$/,
		answer: listAdminKeys
	},
	{
		method: "GET",
		path: /^admin_api_keys\/([^/]+)$/,
		answer: (context) => answerWithAdminKey(context, showAdminKey)
	},
	{
		method: "DELETE",
		path: /^admin_api_keys\/([^/]+)$/,
		answer: (context) => answerWithAdminKey(context, (key) => removeAdminKey(key, context[2]))
	},
	{
		method: "GET",
		path: /^users$/,
		answer: listUsers
	},
	{
		method: "GET",
		path: /^usage\/([a-z_]+)$/,
		scope: "api.usage",
		answer: routeUsage
	},
	{
		method: "GET",
		path: /^costs$/,
		scope: "api.usage",
		answer: ([{ usageLog, clock }], { query }) => answerCosts(usageLog, query, clock.now())
	},
	{
		method: "GET",
		path: /^audit_logs$/,
		scope: "api.audit_logs",
		answer: ([{ usageLog, clock }], { query }) => answerAuditLog(usageLog, query, clock.now())
	}
];
function answerAdmin(request, key) {
	if (!key.isAdmin) return refuseMissingScope("api.management.read");
	const path = request.path.slice(17);
	for (const route of ROUTES) {
		const ids = route.method === request.method && route.path.exec(path)?.slice(1);
		if (!ids) continue;
		const right = request.method === "GET" ? "read" : "write";
		const own = `${route.scope ?? "api.management"}.${right}`;
		const enough = SEPARATE_SCOPES.includes(route.scope ?? "") ? [own] : [`api.management.${right}`, own];
		if (key.scopes && !key.scopes.some((scope) => enough.includes(scope))) return refuseMissingScope(enough[0] ?? own);
		return route.answer([
			key.organization,
			ids.map(decodeURIComponent),
			key
		], request);
	}
	return refuseUnknownAddress(request.method, request.path);
}
function listProjects([{ projects }], { query }) {
	const archived = query.get("include_archived") === "true";
	return buildPage(projects.filter(({ isArchived }) => archived || !isArchived), query, buildProjectRecord);
}
function listAccounts(context, { query }) {
	return answerWithProject(context, (project) => project.isArchived ? refuseArchivedProject() : buildPage(project.accounts, query, (account) => buildServiceAccountRecord(account, project)));
}
function listUsers([{ users, createdAt }], { query }) {
	return buildPage(users, query, (user) => buildUserRecord(user, createdAt));
}
function routeUsage([{ usageLog, clock }, [name]], { query, method, path }) {
	const endpoint = ENDPOINTS.find((candidate) => candidate === name);
	return endpoint ? answerUsage(endpoint, usageLog, query, clock.now()) : refuseUnknownAddress(method, path);
}
function showProject(project) {
	return {
		status: 200,
		body: buildProjectRecord(project)
	};
}
function showSpendLimit({ spendLimit }) {
	return spendLimit === null ? refuseMissingRecord("spend limit") : {
		status: 200,
		body: buildSpendLimitRecord(spendLimit)
	};
}
// src/sandbox/openai/model-api.ts
const READ_ALL = "api.all.read";
function answerMe(key) {
	const { isAdmin, owner, organization } = key;
	const scopes = getGrantedScopes(key);
	if (!isAdmin && scopes && !scopes.includes(READ_ALL)) return refuseMissingScope("api.me.read", 401);
	const { id, name, email } = owner.person;
	const title = organization.header;
	const org = {
		object: "organization",
		id: organization.id,
		title,
		name: title,
		personal: false,
		is_default: true
	};
	return {
		status: 200,
		body: {
			object: "user",
			id,
			name,
			email,
			phone_number: null,
			picture: null,
			created: organization.createdAt,
			mfa_flag_enabled: owner.kind === "user",
			orgs: {
				object: "list",
				data: [{
					...org,
					role: isAdmin ? "owner" : "reader"
				}]
			}
		}
	};
}
function answerModels(key) {
	const scope = "api.model.read";
	if (!mayUse(key, scope)) return refuseMissingScope(scope);
	return {
		status: 200,
		body: {
			object: "list",
			data: [{
				id: "gpt-sandbox",
				object: "model",
				created: key.organization.createdAt,
				owned_by: "openai"
			}]
		}
	};
}
function answerFiles(key) {
	const scope = "api.files.read";
	if (!mayUse(key, scope)) return refuseMissingScope(scope, 401);
	return {
		status: 200,
		body: {
			object: "list",
			data: [],
			first_id: null,
			last_id: null,
			has_more: false
		}
	};
}
function mayUse(key, scope) {
	const scopes = getGrantedScopes(key);
	return !key.isAdmin && (scopes === null || scopes.includes(scope) || scopes.includes(READ_ALL));
}
// src/sandbox/openai/organization.ts
const CREATED = Date.UTC(2026, 0, 15) / 1e3;
var Organization = class {
	id;
	header;
	createdAt = CREATED;
	users = [];
	projects = [];
	keys = [];
	usageLog = new UsageLog();
	redaction = "stars";
	tellsRoles = true;
	sendsHeader = true;
	propagation = {
		deletion: null,
		scopes: 0,
		expiry: 0,
		creation: 0,
		use: 0
	};
	keyPolicy = {
		longestLifetime: null,
		forbidsKeys: false
	};
	defects = /* @__PURE__ */ new Set();
	clock;
	#projectsById = /* @__PURE__ */ new Map();
	#byText = /* @__PURE__ */ new Map();
	#seed;
	#count = 0;
	constructor(seed, clock) {
		this.clock = clock;
		this.#seed = seed;
		this.id = `org-${seed}`;
		this.header = `${seed}-inc`;
	}
	user(name) {
		const person = {
			id: this.#next("user-"),
			name,
			email: `${name.toLowerCase().replaceAll(/\W+/g, ".")}@example.org`
		};
		this.users.push(person);
		return person;
	}
	project(name, { isArchived = false, isDefault = false, spendLimit = null } = {}) {
		const id = this.#next("proj_");
		const holds = {
			accounts: [],
			keys: [],
			roles: /* @__PURE__ */ new Map()
		};
		const project = {
			id,
			name,
			isArchived,
			spendLimit,
			createdAt: CREATED,
			organization: this,
			...holds
		};
		this.projects.push(project);
		this.#projectsById.set(id, project);
		if (isDefault) this.usageLog.defaultProject = {
			id,
			name: name ?? ""
		};
		return project;
	}
	leave(person) {
		this.users.splice(this.users.indexOf(person), 1);
		for (const key of this.keys) if (key.owner.person === person && !key.isAdmin) key.ownerHasAccess = false;
	}
	findProject(id) {
		return this.#projectsById.get(id) ?? null;
	}
	findKey(text) {
		return this.#byText.get(text);
	}
	userKey(project, person, options = {}) {
		return this.#key("project", project, {
			kind: "user",
			person
		}, options);
	}
	accountKey(project, name, { role, account, ...options } = {}) {
		const person = account ?? {
			id: this.#next("user-"),
			name,
			email: null
		};
		if (!account) project.accounts.push(person);
		if (role) project.roles.set(person.id, role);
		return this.#key("service-account", project, {
			kind: "service-account",
			person
		}, options);
	}
	legacyKey(person, options = {}) {
		return this.#key("user", null, {
			kind: "user",
			person
		}, options);
	}
	adminKey(person, options = {}) {
		return this.#key("admin", null, {
			kind: "user",
			person
		}, options);
	}
	#key(family, project, owner, { madeBy, ...options }) {
		const id = this.#next("key_");
		const key = {
			id,
			text: createFakeKey(family, `${this.#seed}:${id}`),
			name: null,
			organization: this,
			project,
			isAdmin: family === "admin",
			owner,
			ownerHasAccess: true,
			createdAt: CREATED,
			lastUsedAt: null,
			expiresAt: null,
			scopes: null,
			refusedFor: null,
			deletedAt: null,
			worksFrom: null,
			worksAgainAfter: null,
			pendingChanges: {
				scopes: null,
				expiresAt: null,
				uses: []
			},
			defects: /* @__PURE__ */ new Set(),
			...options
		};
		this.keys.push(key);
		project?.keys.push(key);
		this.#byText.set(key.text, key);
		const maker = madeBy ?? (owner.kind === "user" ? owner.person : null);
		if (maker && family !== "user") this.usageLog.logCreation(key, maker);
		return key;
	}
	#next(prefix) {
		this.#count += 1;
		return `${prefix}${this.#seed}${String(this.#count).padStart(4, "0")}`;
	}
};
// src/sandbox/openai/openai-sandbox.ts
const PROPAGATION = 300;
async function startOpenAI({ propagation = PROPAGATION, latency = 0, maxConcurrent = Number.POSITIVE_INFINITY, clock = SYSTEM_CLOCK } = {}) {
	const organizations = [];
	let [answered, pending] = [0, 0];
	const findKey = (text) => {
		const key = organizations.map((organization) => organization.findKey(text)).find((found) => found !== void 0);
		return key && isDeleted(key, propagation) ? void 0 : key;
	};
	const answer = (request) => {
		answered += 1;
		const headers = buildHeaders(answered, clock);
		const text = parseAuthorization(request.headers.authorization);
		if (text === null) return {
			...refuseMissingKey(),
			headers
		};
		const key = findKey(text);
		return key ? answerKey(request, key, {
			headers,
			quoting: sandbox.quoting
		}) : {
			...refuseUnknownKey(text, sandbox.quoting),
			headers
		};
	};
	const server = await listen(async (request) => {
		pending += 1;
		const response = pending > maxConcurrent ? refuseTooManyRequests() : answer(request);
		if (latency > 0) await clock.sleep(latency);
		pending -= 1;
		return response;
	});
	const sandbox = {
		...server,
		baseURL: `${server.origin}/v1`,
		quoting: "stars",
		organization: (seed) => {
			const organization = new Organization(seed, clock);
			organizations.push(organization);
			return organization;
		}
	};
	return sandbox;
}
function buildHeaders(count, clock) {
	return {
		date: clock.now().toUTCString(),
		"x-request-id": `req_sandbox${count}`,
		"openai-processing-ms": "3",
		"openai-version": "2020-10-01"
	};
}
function answerKey(request, key, { headers, quoting }) {
	const { header, sendsHeader, clock } = key.organization;
	const answer = checkKey(key, clock.now().getTime() / 1e3, quoting) ?? routeRequest(request, key);
	if (answer.status === 200) addKeyUse(key);
	const named = sendsHeader ? {
		...headers,
		"openai-organization": header
	} : headers;
	return {
		...answer,
		headers: {
			...named,
			...answer.headers
		}
	};
}
function routeRequest(request, key) {
	const { method, path } = request;
	if (path.startsWith("/v1/organization/")) return answerAdmin(request, key);
	if (method === "GET" && path === "/v1/me") return answerMe(key);
	if (method === "GET" && path === "/v1/models") return answerModels(key);
	if (method === "GET" && path === "/v1/files") return answerFiles(key);
	return refuseUnknownAddress(method, path);
}
// src/sandbox/runner/run-page.ts
const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
const LARGEST_SUMMARY = 1048576;
const COMMAND = /^\s*::(error|warning|notice)(?: ([^:]*))?::(.*)$/gm;
function parseAnnotations(stdout) {
	const counts = {
		error: 0,
		warning: 0,
		notice: 0
	};
	return [...stdout.matchAll(COMMAND)].flatMap(([, word, list = "", text = ""]) => {
		const level = word;
		counts[level] += 1;
		if (counts[level] > MOST_OF_A_LEVEL) return [];
		return [{
			level,
			message: unescape(text).slice(0, LONGEST_MESSAGE),
			properties: parseProperties(list)
		}];
	});
}
function parseProperties(list) {
	const pairs = list.split(",").filter((pair) => pair.includes("="));
	return Object.fromEntries(pairs.map((pair) => {
		const at = pair.indexOf("=");
		return [pair.slice(0, at), unescape(pair.slice(at + 1))];
	}));
}
function unescape(text) {
	return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}
function selectShownSummary(summary) {
	return Buffer.byteLength(summary) > LARGEST_SUMMARY ? "" : summary;
}
// src/sandbox/runner/runner-environment.ts
const FILES = [
	"GITHUB_OUTPUT",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_STATE",
	"GITHUB_ENV",
	"GITHUB_PATH"
];
async function createRunnerEnvironment(step) {
	const { event, inputs = {}, defaults = {}, path: PATH, env = {} } = step;
	const folder = await mkdtemp(path.join(step.folder, "step-"));
	const eventFile = path.join(folder, "event.json");
	const [temp, workspace, home] = [
		path.join(folder, "temp"),
		step.workspace ?? path.join(folder, "workspace"),
		step.home ?? path.join(folder, "home")
	];
	for (const needed of [
		temp,
		workspace,
		home
	]) await mkdir(needed, { recursive: true });
	await writeFile(eventFile, JSON.stringify(event.payload));
	const files = FILES.map((name) => [name, path.join(folder, name.toLowerCase())]);
	for (const [, file] of files) await writeFile(file, "");
	return {
		folder,
		workspace,
		env: {
			PATH,
			HOME: home,
			...CONSTANTS,
			GITHUB_EVENT_NAME: event.name,
			GITHUB_EVENT_PATH: eventFile,
			...buildRepositoryVariables(step),
			...buildRefVariables(event),
			GITHUB_ACTOR: event.payload.sender?.login ?? "",
			GITHUB_TRIGGERING_ACTOR: event.payload.sender?.login ?? "",
			GITHUB_WORKSPACE: workspace,
			RUNNER_TEMP: temp,
			...Object.fromEntries(files),
			...env,
			...buildInputVariables({
				...defaults,
				...inputs
			})
		}
	};
}
const CONSTANTS = {
	CI: "true",
	GITHUB_ACTIONS: "true",
	GITHUB_RUN_ID: "19500000001",
	GITHUB_RUN_NUMBER: "1",
	GITHUB_RUN_ATTEMPT: "1",
	GITHUB_JOB: "guard",
	GITHUB_WORKFLOW: "Keys",
	GITHUB_ACTION: "__self",
	RUNNER_OS: "Linux",
	RUNNER_ARCH: "X64",
	RUNNER_NAME: "sandbox",
	RUNNER_ENVIRONMENT: "github-hosted"
};
function buildRepositoryVariables(step) {
	const { name, payload } = step.event;
	const repository = payload.repository ?? (step.repository && buildRepositoryRecord(step.repository));
	if (!repository) throw new Error(`the event ${name} names no repository, and the step none either`);
	const server = repository.html_url.slice(0, -repository.full_name.length - 1);
	const api = step.apiUrl ?? server;
	return {
		GITHUB_REPOSITORY: repository.full_name,
		GITHUB_REPOSITORY_ID: String(repository.id),
		GITHUB_REPOSITORY_OWNER: repository.full_name.split("/")[0] ?? "",
		GITHUB_SERVER_URL: server,
		GITHUB_API_URL: api,
		GITHUB_GRAPHQL_URL: `${api}/graphql`
	};
}
function buildInputVariables(inputs) {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}
function buildRefVariables({ name, payload }) {
	const { number, pull_request: pull, ref = "refs/heads/main", after = "" } = payload;
	if (pull && name === "pull_request") return {
		GITHUB_SHA: pull.merge_commit_sha ?? "",
		GITHUB_REF: `refs/pull/${number}/merge`,
		GITHUB_REF_NAME: `${number}/merge`,
		GITHUB_REF_TYPE: "branch",
		GITHUB_HEAD_REF: pull.head.ref,
		GITHUB_BASE_REF: pull.base.ref
	};
	return {
		GITHUB_SHA: pull ? pull.base.sha : after,
		GITHUB_REF: ref,
		GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ""),
		GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
		GITHUB_HEAD_REF: "",
		GITHUB_BASE_REF: ""
	};
}
// src/sandbox/runner/runner.ts
async function runAction({ script, node = execPath, started = () => {}, ...step }) {
	const { env, folder, workspace } = await createRunnerEnvironment(step);
	const file = typeof script === "string" ? script : fileURLToPath(script);
	const child = spawn(node, [file], {
		env,
		cwd: workspace,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	started((signal) => child.kill(signal));
	const [stdout, stderr, exitCode] = await Promise.all([
		readStream(child.stdout),
		readStream(child.stderr),
		new Promise((resolve, reject) => {
			child.once("error", reject);
			child.once("close", resolve);
		})
	]);
	return await collectActionResult({
		env,
		folder
	}, {
		exitCode,
		stdout,
		stderr
	});
}
async function collectActionResult({ env, folder }, ended) {
	const [outputs = "", summary = ""] = await Promise.all([env["GITHUB_OUTPUT"], env["GITHUB_STEP_SUMMARY"]].map((name) => readFile(name ?? "", "utf8")));
	const shown = {
		summary: selectShownSummary(summary),
		annotations: parseAnnotations(ended.stdout)
	};
	return {
		...ended,
		outputs: parseOutputs(outputs),
		...shown,
		folder
	};
}
function parseOutputs(text) {
	const outputs = [];
	const lines = text.split(/\r?\n/);
	for (let at = 0; at < lines.length; at += 1) {
		const [, name = "", sign, rest = ""] = /^(.*?)(=|<<)(.*)$/.exec(lines[at] ?? "") ?? [];
		if (sign === void 0 && lines[at] === "") continue;
		if (name === "") throw new Error(`line ${at + 1} of the outputs is no output`);
		const end = sign === "=" ? at : lines.indexOf(rest, at + 1);
		if (end < 0) throw new Error(`the output ${name} does not end`);
		outputs.push([name, sign === "=" ? rest : lines.slice(at + 1, end).join("\n")]);
		at = end;
	}
	return Object.fromEntries(outputs);
}
async function readStream(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
// src/sandbox/runner/runner-events.ts
function buildPullRequestEvent(event, name = "pull_request") {
	const { repository, pull, comments = 0, sender = pull.author } = event;
	const common = {
		number: pull.number,
		pull_request: buildPullRecord(pull, repository, comments),
		repository: buildRepositoryRecord(repository),
		sender: buildAccountRecord(sender, repository.origin)
	};
	return {
		name,
		payload: {
			...event.action === "synchronize" ? {
				action: event.action,
				before: event.before,
				after: pull.head.sha
			} : { action: event.action },
			...common
		}
	};
}
// src/sandbox/demo/audited-organization.ts
const AUDIT_DAY = /* @__PURE__ */ new Date("2026-11-27T06:00:00Z");
const NOW = AUDIT_DAY.getTime() / 1e3;
const DAY = 86400;
function createAuditedOrganization(openai) {
	const acme = openai.organization("acme");
	const [ada, grace] = [acme.user("Ada"), acme.user("Grace")];
	acme.project("Default project", { isDefault: true });
	const [web, batch] = [acme.project("Web shop"), acme.project("Batch jobs")];
	const hackathon = acme.project("Hackathon", { isArchived: true });
	const soon = {
		expiresAt: NOW + 40 * DAY,
		createdAt: NOW - 50 * DAY,
		scopes: ["model.request"]
	};
	const admin = acme.adminKey(ada, {
		name: "nightly audit",
		...soon,
		scopes: null,
		lastUsedAt: NOW - DAY
	});
	const checkout = acme.accountKey(web, "checkout-bot", {
		name: "checkout",
		madeBy: ada,
		...soon
	});
	const search = acme.accountKey(web, "search-bot", {
		name: "search",
		madeBy: ada,
		...soon
	});
	const report = acme.accountKey(batch, "nightly-report", {
		name: "nightly",
		madeBy: ada,
		...soon
	});
	for (const key of [
		checkout,
		search,
		report
	]) {
		key.lastUsedAt = NOW - DAY;
		for (let day = 28; day > 0; day -= 1) acme.usageLog.addUse(key, {
			at: NOW - day * DAY,
			requests: 40
		});
	}
	acme.usageLog.addUse(search, {
		at: NOW - DAY,
		requests: 9200,
		model: "gpt-5-pro",
		cost: 61.4
	});
	const old = {
		createdAt: NOW - 300 * DAY,
		scopes: ["model.request"]
	};
	acme.accountKey(web, "preview-bot", {
		name: "preview",
		madeBy: ada,
		...soon,
		...old,
		lastUsedAt: NOW - 143 * DAY
	});
	acme.userKey(batch, grace, {
		name: "grace-laptop",
		...soon,
		lastUsedAt: NOW - 20 * DAY
	});
	acme.userKey(hackathon, ada, {
		name: "hackathon",
		...soon,
		lastUsedAt: NOW - 30 * DAY
	});
	acme.leave(grace);
	return admin;
}
// src/sandbox/demo/work-tree.ts
const execute = promisify(execFile);
const ADA = {
	name: "Ada",
	email: "ada@example.org"
};
var WorkTree = class {
	dir;
	#env;
	constructor(dir, { path: PATH, token }) {
		const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
		this.dir = dir;
		this.#env = {
			PATH,
			HOME: dir,
			GIT_CONFIG_NOSYSTEM: "1",
			GIT_TERMINAL_PROMPT: "0",
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: "http.extraHeader",
			GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
			GIT_AUTHOR_NAME: ADA.name,
			GIT_AUTHOR_EMAIL: ADA.email,
			GIT_COMMITTER_NAME: ADA.name,
			GIT_COMMITTER_EMAIL: ADA.email
		};
	}
	async git(...args) {
		await mkdir(this.dir, { recursive: true });
		const { stdout } = await execute("git", args, {
			cwd: this.dir,
			env: this.#env
		});
		return stdout.trim();
	}
	async commit(message, files) {
		for (const [name, content] of Object.entries(files)) {
			const file = path.join(this.dir, name);
			await mkdir(path.dirname(file), { recursive: true });
			await (content === null ? rm(file) : writeFile(file, content));
		}
		await this.git("add", "--all");
		await this.git("commit", "--quiet", "-m", message);
		return await this.git("rev-parse", "HEAD");
	}
};
// src/sandbox/demo/demo-organization.ts
function createDemoOrganization(openai) {
	const acme = openai.organization("acme");
	const ada = acme.user("Ada");
	const [web, batch] = [acme.project("Web shop"), acme.project("Batch jobs")];
	const elsewhere = openai.organization("elsewhere");
	const nightly = acme.accountKey(batch, "nightly-report", { name: "nightly" });
	return {
		admin: acme.adminKey(ada, { name: "key guard" }),
		checkout: acme.accountKey(web, "checkout-bot", {
			name: "checkout",
			madeBy: ada
		}),
		laptop: acme.userKey(web, ada, { name: "laptop" }),
		nightly,
		otherOrganization: elsewhere.userKey(elsewhere.project("Theirs"), elsewhere.user("Eve")),
		decoy: createDecoy(nightly.text)
	};
}
function simulateLeakedUse({ admin, checkout }) {
	const { usageLog, clock } = checkout.organization;
	const at = Math.floor(clock.now().getTime() / 1e3);
	usageLog.addUse(checkout, {
		at,
		requests: 212,
		inputTokens: 424e3,
		outputTokens: 96300,
		cost: 7.31
	});
	usageLog.logChange(admin, {
		at: admin.createdAt,
		what: "project.created",
		id: "proj_acme",
		name: "Batch jobs"
	});
}
async function openPullRequest(github, shop, { dir, path }) {
	const repository = await github.repository("acme/shop");
	const work = new WorkTree(dir, {
		path,
		token: github.token({ repo: "acme/shop" })
	});
	await work.git("init", "--quiet", "--initial-branch=main");
	const base = await work.commit("Open the shop", {
		"README.md": "# Shop\n",
		"src/assistant.ts": "export const model = \"gpt-sandbox\";\n"
	});
	await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/heads/main");
	const commits = [];
	const commit = async (subject, leak, files) => {
		commits.push({
			subject,
			leak
		});
		return await work.commit(subject, files);
	};
	await commit("Answer customers with the assistant", "a live key of a service account, in source", { "src/assistant.ts": `import OpenAI from "openai";\n\nconst client = new OpenAI({ apiKey: "${shop.checkout.text}" });\n` });
	await commit("Add settings for my machine", "a live key of Ada's own, in .env", { ".env": `OPENAI_API_KEY=${shop.laptop.text}\n` });
	await commit("Remove .env again", "nothing: but the key stays in history", { ".env": null });
	const head = await commit("Document how to run it", "a stranger's key, and a decoy with the ends of the nightly job's key", {
		"docs/running.md": `Use \`${shop.otherOrganization.text}\` to try it.\n`,
		"docs/batch.md": `The nightly job has ${shop.decoy}\n`
	});
	await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/pull/7/head");
	return {
		repository,
		pull: github.pull({
			repo: "acme/shop",
			number: 7,
			head,
			base,
			title: "Answer customers with the assistant"
		}),
		commits
	};
}
// src/sandbox/demo/demo.ts
var demo_exports = /* @__PURE__ */ __exportAll({ runDemo: () => runDemo });
const WORKFLOW = `# .github/workflows/key-guard.yml
on:
    pull_request: { types: [opened, reopened, synchronize, edited] }
    push: { branches: [main] }
permissions: { contents: read, pull-requests: write }
jobs:
  key-guard:
    runs-on: ubuntu-latest
    steps:
      - uses: openai-key-guard/openai-key-guard@v0.1.0
        with: { openai-admin-key: "\${{ secrets.OPENAI_ADMIN_KEY }}" }   # add on-leak: revoke when you trust it`;
async function runDemo(options) {
	const folder = await createTemporaryFolder("key-guard-demo-");
	const [openai, github] = await Promise.all([startOpenAI({ propagation: 800 }), startGitHub({ path: options.path })]);
	try {
		const shop = createDemoOrganization(openai);
		const opened = await openPullRequest(github, shop, {
			dir: path.join(folder, "author"),
			path: options.path
		});
		printTitle(options, 1, "Ada opens a pull request with four commits");
		for (const commit of opened.commits) options.print(formatCommit(commit, options));
		simulateLeakedUse(shop);
		printTitle(options, 2, "GitHub runs the Action, with on-leak: revoke");
		const result = await runOnPullRequest(options, {
			openai,
			github,
			shop,
			opened,
			folder
		});
		printLines(options, formatLog(result));
		printTitle(options, 3, "The pull request is stopped, and says why");
		const [comment] = github.comments(opened.repository.fullName, opened.pull.number);
		for (const line of formatComment(comment?.body ?? "no comment was written")) options.print(`  ${options.paint("dim", "│")} ${line}`.trimEnd());
		options.print(`\n  The check ended with exit code ${result.exitCode}: it cannot be merged.`);
		printTitle(options, 4, "What is left at OpenAI");
		printLines(options, describeKeys(shop));
		const count = openai.requests.length;
		options.print(`\n  ${count} requests to OpenAI, none of them to a model. The stranger's key was not tried.`);
		printTitle(options, 5, "Before a key leaks: openai-key-guard audit, every night");
		printLines(options, (await auditOrganization(options)).split("\n"));
		printTitle(options, 6, "To have this on your repository");
		for (const line of WORKFLOW.split("\n")) options.print(`  ${options.paint("cyan", line)}`);
		options.print("");
	} finally {
		await Promise.all([openai.close(), github.close()]);
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function auditOrganization({ audit }) {
	const clock = {
		...SYSTEM_CLOCK,
		now: () => AUDIT_DAY
	};
	const openai = await startOpenAI({ clock });
	try {
		const { text } = createAuditedOrganization(openai);
		return await audit({
			baseURL: openai.baseURL,
			adminKey: text,
			clock
		});
	} finally {
		await openai.close();
	}
}
async function runOnPullRequest(options, run) {
	const { openai, github, shop, opened, folder } = run;
	const token = github.token({
		repo: opened.repository.fullName,
		permissions: {
			contents: "read",
			"pull-requests": "write"
		}
	});
	return await runAction({
		script: options.action,
		event: buildPullRequestEvent({
			repository: opened.repository,
			pull: opened.pull,
			action: "opened"
		}),
		defaults: options.defaults,
		inputs: {
			"openai-admin-key": shop.admin.text,
			"openai-base-url": openai.baseURL,
			"on-leak": "revoke",
			"github-token": token
		},
		folder,
		path: options.path
	});
}
function printTitle({ print, paint }, number, text) {
	print(`\n${paint("bold", `${number}. ${text}`)}\n`);
}
function printLines({ print }, lines) {
	for (const line of lines) print(`  ${line}`.trimEnd());
}
function formatCommit({ subject, leak }, { paint }) {
	return `  ${subject.padEnd(38)} ${paint("dim", leak)}`;
}
function formatLog({ stdout, stderr }) {
	return [...stdout.split("\n"), ...stderr.split("\n")].filter((line) => !line.startsWith("::")).join("\n").trim().split("\n");
}
function formatComment(body) {
	return body.replaceAll(/^<!--.*-->\n/gm, "").replaceAll(/<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>\n?/g, "▸ $1\n").replaceAll(/<details open><summary>(.*?)<\/summary>([\s\S]*?)\n<\/details>\n?/g, "▾ $1\n$2").replaceAll(/<\/?(?:b|code)>/g, "").replaceAll(/\]\(http[^)]*\)/g, "]").replaceAll(/<\/?(?:sub|code)>/g, "").replaceAll(/\n{2,}/g, "\n\n").split("\n");
}
function describeKeys(shop) {
	const state = ({ deletedAt }) => deletedAt === null ? "works, untouched" : "revoked, and proven dead";
	return [
		`checkout  (service account, Web shop)     ${state(shop.checkout)}`,
		`laptop    (Ada's own, Web shop)           ${state(shop.laptop)}`,
		`nightly   (service account, Batch jobs)   ${state(shop.nightly)}: the decoy had its ends, and was refused`,
		`the stranger's                            ${state(shop.otherOrganization)}`
	];
}
// src/sandbox/serve.ts
var serve_exports = /* @__PURE__ */ __exportAll({ serve: () => serve });
async function serve({ print, path }) {
	const [openai, github] = await Promise.all([startOpenAI(), startGitHub({ path })]);
	const organization = openai.organization("acme");
	const owner = organization.user("Ada");
	const web = organization.project("Web shop");
	const admin = organization.adminKey(owner, { name: "key guard" });
	const account = organization.accountKey(web, "checkout-bot", { name: "checkout" });
	const person = organization.userKey(web, owner, { name: "laptop" });
	const repository = await github.repository("acme/shop");
	print(`OpenAI   ${openai.baseURL}   (use with --openai-base-url)`);
	print(`GitHub   ${github.apiUrl}   git: ${repository.gitUrl}   token: ${github.token({ repo: "acme/shop" })}`);
	print("These keys work here, and nowhere else:");
	print(`  admin            ${admin.text}`);
	print(`  service account  ${account.text}`);
	print(`  person           ${person.text}`);
	print("Stop with Ctrl-C.");
}
export { demo_exports, serve_exports };
