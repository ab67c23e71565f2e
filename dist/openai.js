import { __exportAll } from "./rolldown-runtime.js";
import { PREFIXES, Secret, hasMarker, readPrefix } from "./scan.js";
import { ADDRESS_REFUSED, COUNTRY_REFUSED, DEACTIVATED_ACCOUNT, NO_ANSWER as NO_ANSWER$1, OTHER_REGION, SLOW_DOWN, STOPPED_ANSWERING, UNKNOWN_ADMIN_KEY, describeBlindSpots, describeMissingScopes, describeOtherKind, describeOtherStatus, describePageFault, describeRefusedAdminKey, describeServerError, describeTimeLimit, describeUnlisted, mayBeRedactedAs, mayBeShownAs, parseRedacted } from "./findings.js";
// src/openai/client.ts
const TIMEOUT$1 = 2e4;
const PATIENCE = 3;
const LONGEST_ANSWER = 2 ** 24;
const BODILESS = [
	101,
	204,
	205,
	304
];
function createClient({ default: OpenAIClient }, host, { key, isAdmin, receive = receiveWhole }) {
	return new OpenAIClient({
		apiKey: isAdmin ? null : key,
		adminAPIKey: isAdmin ? key : null,
		baseURL: host.baseURL,
		organization: null,
		project: null,
		webhookSecret: null,
		logLevel: "off",
		timeout: host.timeout ?? TIMEOUT$1,
		maxRetries: 0,
		fetch: async (address, init) => await fetchWhole(receive, host.fetch ?? fetch, address, {
			...init,
			headers: selectHeaders(key, init?.headers)
		}),
		fetchOptions: { redirect: "manual" }
	});
}
async function openAdminApi(host, adminKey, clock) {
	const sdk = await import("./openai-sdk.js").then((n) => n.openai_exports);
	const open = (more, receive) => createClient(sdk, more, {
		key: adminKey,
		isAdmin: true,
		...receive && { receive }
	}).admin.organization;
	const patient = {
		...host,
		timeout: (host.timeout ?? TIMEOUT$1) * PATIENCE
	};
	return {
		organization: open(host),
		clock,
		receiveBy: (receive) => open(patient, receive)
	};
}
async function createKeyClient(host, key) {
	return createClient(await import("./openai-sdk.js").then((n) => n.openai_exports), host, {
		key,
		isAdmin: false
	});
}
const SENT_HEADERS = [
	"accept",
	"content-type",
	"user-agent"
];
function selectHeaders(key, given) {
	const all = new Headers(given);
	const headers = new Headers({ authorization: `Bearer ${key}` });
	for (const name of SENT_HEADERS) {
		const value = all.get(name);
		if (value !== null) headers.set(name, value);
	}
	return headers;
}
async function fetchWhole(receive, send, ...request) {
	const { status, statusText, headers, body } = await send(...request);
	const received = body === null ? null : await (status === 200 ? receive : receiveWhole)(body);
	return new Response(BODILESS.includes(status) ? null : received, {
		status,
		statusText,
		headers
	});
}
async function receiveWhole(body) {
	const chunks = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > LONGEST_ANSWER) throw new RangeError("the answer is too long");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
// src/openai/pages.ts
var MalformedPage = class extends Error {
	name = "MalformedPage";
	constructor(fault) {
		super(describePageFault(fault));
	}
};
const MOST_PAGES$3 = 1e3;
async function* readPages(ask) {
	const seen = /* @__PURE__ */ new Set();
	let after;
	do {
		const { data, more, lastId } = parsePage(await readJson(await ask(after)));
		yield data;
		after = more ? lastId ?? data.at(-1)?.id : void 0;
		if (more && after === void 0) throw new MalformedPage("no-cursor");
		if (after !== void 0 && seen.has(after)) throw new MalformedPage("cursor-repeats");
		if (seen.size >= MOST_PAGES$3) throw new MalformedPage("endless");
		if (after !== void 0) seen.add(after);
	} while (after !== void 0);
}
async function readJson(response) {
	try {
		return await response.json();
	} catch {
		throw new MalformedPage("not-json");
	}
}
function parsePage(body) {
	const { data, has_more, last_id } = typeof body === "object" && body !== null ? body : {};
	if (!Array.isArray(data) || !data.every(hasId)) throw new MalformedPage("no-records");
	if (typeof has_more !== "boolean") throw new MalformedPage("no-end-mark");
	return {
		data,
		more: has_more,
		lastId: typeof last_id === "string" ? last_id : null
	};
}
function hasId(item) {
	return typeof item === "object" && item !== null && typeof item.id === "string";
}
// src/openai/refusal.ts
const NO_ANSWER = {
	status: null,
	isTheirs: false,
	code: null,
	type: null,
	missingScopes: [],
	texts: [],
	retryAfterSeconds: null
};
function parseRefusal(error) {
	if (isBrokenOff(error)) return NO_ANSWER;
	if (error instanceof SyntaxError) return {
		...NO_ANSWER,
		status: 200
	};
	if (!isApiError(error)) throw error;
	if (error.status === void 0) return NO_ANSWER;
	const body = typeof error.error === "object" && error.error !== null ? error.error : {};
	const message = typeof body.message === "string" ? body.message : "";
	const after = Number(error.headers?.get("retry-after") ?? NaN);
	return {
		status: error.status,
		isTheirs: typeof body.message === "string",
		code: wordOf(error.code),
		type: wordOf(error.type),
		missingScopes: scopesIn(message),
		texts: collectTexts(error.error),
		retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null
	};
}
function isMissingScope({ status, code, missingScopes }) {
	return (status === 401 || status === 403) && (missingScopes.length > 0 || code === "missing_scope");
}
function isGone({ status, isTheirs }) {
	return status === 404 && isTheirs;
}
function isUnknownAddress(refusal) {
	return isGone(refusal) && refusal.texts.some((text) => text.startsWith("Invalid URL"));
}
function isUnknownKey({ status, code }) {
	return status === 401 && code === "invalid_api_key";
}
function explainRefusal({ status, isTheirs }) {
	if (status === null) return "network";
	if (status === 401 || status === 403) return isTheirs ? "not-permitted" : "not-understood";
	if (status === 429) return "rate-limited";
	if (status >= 500) return "server-error";
	return (status === 400 || status === 422) && isTheirs ? "refused" : "not-understood";
}
function isApiError(error) {
	return error instanceof Error && "status" in error && "requestID" in error && "headers" in error;
}
function isBrokenOff(error) {
	return error instanceof TypeError && error.cause instanceof Error;
}
function wordOf(value) {
	return typeof value === "string" && /^[a-z][a-z0-9_]{0,63}$/.test(value) ? value : null;
}
const MOST_DEPTH = 3;
function collectTexts(value, depth = 0) {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null || depth >= MOST_DEPTH) return [];
	return Object.values(value).flatMap((field) => collectTexts(field, depth + 1));
}
function scopesIn(message) {
	return (/Missing scopes?:\s*([a-z][a-z._, ]*)/.exec(message)?.[1] ?? "").match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
}
const FIRST_WAIT$2 = 500;
const MOST_DOUBLINGS = 4;
const LONGEST_WAIT$1 = 6e4;
async function retry(request, clock, most = 3) {
	for (let tries = 1;; tries += 1) try {
		return await request();
	} catch (error) {
		const wait = tries < most ? computeRetryWait(parseRefusal(error), tries) : null;
		if (wait === null) throw error;
		await clock.sleep(wait);
	}
}
function computeRetryWait(refusal, tries, random = Math.random) {
	const { status, retryAfterSeconds } = refusal;
	if (!isOutage(refusal) && status !== 408 && status !== 409) return null;
	const given = retryAfterSeconds === null ? null : retryAfterSeconds * 1e3;
	if ((given ?? 0) > 6e4) return null;
	const usual = FIRST_WAIT$2 * 2 ** Math.min(tries - 1, MOST_DOUBLINGS) * (.75 + random() / 2);
	return given === 0 ? 0 : Math.max(given ?? 0, usual);
}
function isOutage({ status }) {
	return status === null || status === 429 || status >= 500;
}
// src/openai/wire.ts
function parseHome({ id, name }) {
	return {
		kind: "project",
		id,
		name: name ?? null
	};
}
function parseProjectKey(key, home) {
	const access = key.owner_project_access;
	return {
		...dated(key),
		home,
		owner: projectOwnerOf(key.owner),
		ownerHasAccess: access === "active" ? true : access === "inactive" ? false : null
	};
}
function parseAdminKey(key) {
	return {
		...dated(key),
		home: {
			kind: "organization",
			id: null,
			name: null
		},
		owner: adminOwnerOf(key.owner),
		ownerHasAccess: null
	};
}
function dated(key) {
	const absent = DATES.flatMap(([field, date]) => key[field] === void 0 ? [date] : []);
	return {
		id: key.id,
		name: key.name || null,
		redacted: key.redacted_value ?? null,
		createdAt: parseTime(key.created_at),
		lastUsedAt: parseTime(key.last_used_at),
		expiresAt: parseTime(key.expires_at),
		...absent.length > 0 && { absent }
	};
}
const DATES = [
	["created_at", "createdAt"],
	["last_used_at", "lastUsedAt"],
	["expires_at", "expiresAt"]
];
function projectOwnerOf(owner) {
	const { type, user, service_account: account } = owner ?? {};
	if (account || type === "service_account") {
		const role = parseAccountRole(account?.role);
		return {
			...ownerOf("service-account", account),
			...role !== null && { role }
		};
	}
	return user || type === "user" ? ownerOf("user", user) : null;
}
function adminOwnerOf(owner) {
	if (!owner) return null;
	return ownerOf(`${owner.type ?? ""} ${owner.object ?? ""}`.includes("service") ? "service-account" : "user", owner);
}
function ownerOf(kind, someone) {
	return {
		kind,
		id: someone?.id ?? null,
		name: someone?.name ?? null
	};
}
function parseAccountRole(role) {
	return role === "owner" || role === "member" || role === "none" ? role : null;
}
function parseTime(seconds) {
	return typeof seconds === "number" && Number.isFinite(seconds) ? /* @__PURE__ */ new Date(seconds * 1e3) : null;
}
function isArchivedProject({ status, archived_at: at }) {
	if (status === "archived" || typeof at === "number") return true;
	return status === "active" ? false : null;
}
// src/openai/access/admin-reads.ts
var admin_reads_exports = /* @__PURE__ */ __exportAll({ probeAdminReads: () => probeAdminReads });
const DAY$3 = 86400;
const BETWEEN_ASKS$1 = 250;
async function probeAdminReads(host, adminKey, clock) {
	const api = await openAdminApi(host, adminKey.reveal(), clock);
	const first = await probeOnce(api, adminKey);
	if (!Object.values(first.reads).every(({ kind }) => kind === "unknown-key" || kind === "not-tried")) return first;
	await clock.sleep(BETWEEN_ASKS$1);
	return await probeOnce(api, adminKey);
}
async function probeOnce(api, adminKey) {
	const { projects, adminAPIKeys, usage, auditLogs } = api.organization;
	let organization = null;
	const read = async (ask) => await probeRead(ask, (headers) => {
		organization ??= headers.get("openai-organization");
	});
	const start_time = Math.floor(api.clock.now().getTime() / 1e3) - DAY$3;
	const listing = read(() => projects.list({
		limit: 1,
		include_archived: true
	}).asResponse());
	const [projectList, projectKeys, adminKeys, used, costs, auditLog] = await Promise.all([
		listing,
		listing.then(async (result) => await probeProjectKeys(result, api, read)),
		read(() => adminAPIKeys.list({ limit: 100 }).asResponse()),
		read(() => usage.completions({
			start_time,
			limit: 1
		}).asResponse()),
		read(() => usage.costs({
			start_time,
			limit: 1
		}).asResponse()),
		read(() => auditLogs.list({ limit: 1 }).asResponse())
	]);
	return {
		reads: {
			projects: projectList,
			"project-keys": projectKeys,
			"admin-keys": adminKeys,
			usage: used,
			costs,
			"audit-log": auditLog
		},
		organization,
		ownRecord: findOwnRecord$1(adminKeys, adminKey)
	};
}
async function probeProjectKeys(listing, { organization }, read) {
	const [project] = listing.kind === "works" ? listing.records : [];
	const id = readField(project, "id");
	if (typeof id !== "string") return { kind: "not-tried" };
	return await read(() => organization.projects.apiKeys.list(id, {
		limit: 1,
		owner_project_access: "any"
	}).asResponse());
}
async function probeRead(ask, onHeaders) {
	try {
		const response = await ask();
		const data = readField(await readJson(response), "data");
		if (!Array.isArray(data)) return {
			kind: "not-openai",
			status: response.status
		};
		onHeaders(response.headers);
		return {
			kind: "works",
			records: data
		};
	} catch (error) {
		return error instanceof MalformedPage ? {
			kind: "not-openai",
			status: 200
		} : classify(parseRefusal(error));
	}
}
function classify(refusal) {
	const { status, code, isTheirs, missingScopes } = refusal;
	if (status === null || isOutage(refusal)) return {
		kind: "no-answer",
		status
	};
	if (isMissingScope(refusal)) return {
		kind: "missing-scope",
		scopes: missingScopes
	};
	if (!isTheirs) return {
		kind: "not-openai",
		status
	};
	return {
		kind: isUnknownKey(refusal) ? "unknown-key" : "refused",
		status,
		code
	};
}
function findOwnRecord$1(listing, adminKey) {
	if (listing.kind !== "works") return null;
	const records = listing.records.filter((record) => typeof readField(record, "id") === "string").map(parseAdminKey).filter(({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted));
	return records.length === 1 ? records[0] ?? null : null;
}
function readField(value, field) {
	return typeof value === "object" && value !== null ? value[field] : void 0;
}
// src/openai/rate-limiter.ts
const LISTING = {
	underWay: 16,
	tries: 3,
	lateTries: 8,
	outage: 16,
	total: 3e5
};
const TRIALS = {
	underWay: 32,
	tries: 1,
	lateTries: 3,
	outage: Number.POSITIVE_INFINITY,
	total: Number.POSITIVE_INFINITY
};
var RequestDropped = class extends Error {
	name = "RequestDropped";
};
var RateLimiter = class {
	#clock;
	#random;
	#limits;
	#startedAt;
	#waiting = [];
	#limit;
	#underWay = 0;
	#successes = 0;
	#failures = /* @__PURE__ */ new Map();
	#quietUntil = 0;
	#halvings = 0;
	constructor(clock, random = Math.random, limits = LISTING) {
		[this.#clock, this.#random, this.#limits] = [
			clock,
			random,
			limits
		];
		this.#limit = limits.underWay;
		this.#startedAt = clock.elapsed();
	}
	async send(request, { first = false, sort = "" } = {}) {
		await this.#enter(first);
		try {
			for (let tries = 1;; tries += 1) {
				await this.#waitForQuiet(sort);
				const halvings = this.#halvings;
				try {
					const answer = await request();
					this.#countSuccess(sort);
					return answer;
				} catch (error) {
					await this.#recover(error, {
						tries,
						halvings,
						sort
					});
				}
			}
		} finally {
			this.#leave();
		}
	}
	async #recover(error, { tries, halvings, sort }) {
		const refusal = parseRefusal(error);
		const { tries: usual, lateTries } = this.#limits;
		const isLate = refusal.status === 429 && refusal.type !== "insufficient_quota";
		const wait = tries < (isLate ? lateTries : usual) ? computeRetryWait(refusal, tries, this.#random) : null;
		if (wait === null) {
			this.#failures.set(sort, isOutage(refusal) ? (this.#failures.get(sort) ?? 0) + 1 : 0);
			throw error;
		}
		if (!isLate) return await this.#clock.sleep(wait);
		this.#slowDown(halvings, refusal);
		this.#leave();
		await this.#clock.sleep(wait);
		await this.#enter(true);
	}
	async #enter(first) {
		if (this.#underWay < this.#limit) {
			this.#underWay += 1;
			return;
		}
		await new Promise((resolve) => {
			if (first) this.#waiting.unshift(resolve);
			else this.#waiting.push(resolve);
		});
	}
	async #waitForQuiet(sort) {
		for (;;) {
			if ((this.#failures.get(sort) ?? 0) >= this.#limits.outage) throw new RequestDropped(STOPPED_ANSWERING);
			const now = this.#clock.elapsed();
			const { total } = this.#limits;
			if (Math.max(now, this.#quietUntil) > this.#startedAt + total) throw new RequestDropped(describeTimeLimit(Math.ceil(total / 6e4)));
			if (this.#quietUntil <= now) return;
			await this.#clock.sleep(this.#quietUntil - now);
		}
	}
	#leave() {
		this.#underWay -= 1;
		while (this.#underWay < this.#limit) {
			const next = this.#waiting.shift();
			if (!next) return;
			this.#underWay += 1;
			next();
		}
	}
	#countSuccess(sort) {
		this.#failures.delete(sort);
		this.#successes += 1;
		if (this.#successes < this.#limit || this.#limit >= this.#limits.underWay) return;
		this.#successes = 0;
		this.#limit += 1;
	}
	#slowDown(halvings, { retryAfterSeconds }) {
		const wait = Math.min((retryAfterSeconds ?? 0) * 1e3, LONGEST_WAIT$1);
		this.#quietUntil = Math.max(this.#quietUntil, this.#clock.elapsed() + wait);
		this.#successes = 0;
		if (halvings < this.#halvings) return;
		this.#halvings += 1;
		this.#limit = Math.max(1, Math.floor(this.#limit / 2));
	}
};
// src/openai/listing-errors.ts
function groupListingErrors(errors) {
	return [...new Map(errors.map(({ because, cause }) => [because, cause]))].map(([reason, cause]) => {
		const listings = errors.filter(({ because }) => because === reason).map(({ listing }) => listing);
		const covers = new Set(listings.map((listing) => listing === "admin keys" ? "organization" : "project"));
		return {
			kind: "inventory",
			detail: describeUnlisted(reason, listings),
			cause,
			covers: [...covers]
		};
	});
}
function findBlindSpots(records) {
	const blind = records.filter(({ redacted }) => redacted === null || parseRedacted(redacted) === null);
	if (blind.length === 0) return [];
	const covers = new Set(blind.map(({ home }) => home.kind));
	return [{
		kind: "inventory",
		detail: describeBlindSpots(blind.map(({ id }) => id)),
		cause: "unknown-form",
		covers: [...covers]
	}];
}
function explainListingError(error, mask) {
	if (error instanceof MalformedPage) return {
		because: error.message,
		cause: "openai-address"
	};
	if (error instanceof RequestDropped) return {
		because: error.message,
		cause: "openai-down"
	};
	const refusal = parseRefusal(error);
	const { status } = refusal;
	if (status === null) return {
		because: NO_ANSWER$1,
		cause: "openai-down"
	};
	if (status === 401 || status === 403) return explainRefusedAdminKey(refusal, status, mask);
	if (status === 429) return {
		because: SLOW_DOWN,
		cause: "openai-down"
	};
	return status >= 500 ? {
		because: describeServerError(status),
		cause: "openai-down"
	} : {
		because: describeOtherStatus(status),
		cause: "openai-address"
	};
}
function explainRefusedAdminKey({ code, missingScopes }, status, mask) {
	const prefix = findOtherPrefix(mask);
	if (prefix !== null && (missingScopes.length > 0 || code === "invalid_api_key")) return {
		because: describeOtherKind(prefix),
		cause: "admin-key"
	};
	if (missingScopes.length > 0) return {
		because: describeMissingScopes(missingScopes),
		cause: "admin-permission"
	};
	switch (code) {
		case "invalid_api_key": return {
			because: UNKNOWN_ADMIN_KEY,
			cause: "admin-key"
		};
		case "account_deactivated": return {
			because: DEACTIVATED_ACCOUNT,
			cause: "admin-key"
		};
		case "incorrect_hostname": return {
			because: OTHER_REGION,
			cause: "openai-address"
		};
		case "ip_not_authorized": return {
			because: ADDRESS_REFUSED,
			cause: "openai-refuses-machine"
		};
		case "unsupported_country_region_territory": return {
			because: COUNTRY_REFUSED,
			cause: "openai-refuses-machine"
		};
		default: return {
			because: describeRefusedAdminKey(status, code),
			cause: "admin-key"
		};
	}
}
function findOtherPrefix(mask) {
	return [PREFIXES.project, PREFIXES["service-account"]].find((prefix) => mask.startsWith(prefix)) ?? (/^sk-(?:None-)?…/.test(mask) ? PREFIXES.user : null);
}
// src/openai/inventory.ts
const limit$4 = 100;
const PROGRESS_INTERVAL = 100;
async function takeInventory(api, reader, visit = async () => {}) {
	const [projectKeys, adminKeys] = await Promise.all([listProjectKeys(api, reader, visit), listAdminKeys(api, reader)]);
	const records = [...new Map([...adminKeys, ...projectKeys.records].map((record) => [record.id, record])).values()];
	return {
		records,
		projects: projectKeys.projects,
		archivedProjects: projectKeys.archivedProjects,
		gaps: [...groupListingErrors(reader.errors), ...findBlindSpots(records)],
		organization: reader.organization
	};
}
async function listProjectKeys({ organization: { projects } }, reader, visit) {
	const homes = /* @__PURE__ */ new Map();
	const archivedProjects = [];
	const listings = [];
	const visits = [];
	const ask = (after) => projects.list({
		...startAfter(after),
		include_archived: true
	}).asResponse();
	for await (const page of reader.read("projects", ask)) for (const project of page) {
		if (homes.has(project.id)) continue;
		const home = parseHome(project);
		homes.set(project.id, home);
		if (isArchivedProject(project) === true) archivedProjects.push(project.id);
		const listing = listKeysOf$1(project.id, home, projects, reader);
		listing.catch(() => {});
		listings.push(listing);
		const visited = visit(project);
		visited.catch(() => {});
		visits.push(visited);
	}
	await Promise.all(visits);
	return {
		records: (await Promise.all(listings)).flat(),
		projects: [...homes.values()],
		archivedProjects
	};
}
async function listKeysOf$1(project, home, { apiKeys }, reader) {
	const records = [];
	const ask = (after) => apiKeys.list(project, {
		...startAfter(after),
		owner_project_access: "any"
	}).asResponse();
	for await (const page of reader.read({ project }, ask)) records.push(...page.map((key) => parseProjectKey(key, home)));
	return records;
}
async function listAdminKeys({ organization: { adminAPIKeys } }, reader) {
	const records = [];
	const ask = (after) => adminAPIKeys.list(startAfter(after)).asResponse();
	for await (const page of reader.read("admin keys", ask)) records.push(...page.map(parseAdminKey));
	return records;
}
function startAfter(after) {
	return after === void 0 ? { limit: limit$4 } : {
		limit: limit$4,
		after
	};
}
var ListingReader = class {
	errors = [];
	organization = null;
	#limiter;
	#clock;
	#mask;
	#progress;
	#requests = 0;
	#done = 0;
	#expected = 0;
	#reportedAt = Number.NEGATIVE_INFINITY;
	constructor(clock, mask, progress = () => {}) {
		this.#limiter = new RateLimiter(clock);
		this.#clock = clock;
		this.#mask = mask;
		this.#progress = progress;
	}
	get requests() {
		return this.#requests;
	}
	async send(ask, how) {
		const counted = async () => {
			this.#requests += 1;
			return await ask();
		};
		const response = await this.#limiter.send(counted, how);
		this.organization ??= response.headers.get("openai-organization");
		return response;
	}
	async track(work) {
		this.#expected += 1;
		this.#report();
		try {
			return await work();
		} finally {
			this.#done += 1;
			this.#report();
		}
	}
	async *read(listing, ask) {
		this.#expected += 1;
		this.#report();
		try {
			yield* readPages((after) => this.send(() => ask(after), { first: listing === "projects" }));
		} catch (error) {
			this.errors.push({
				listing,
				...explainListingError(error, this.#mask)
			});
		}
		this.#done += 1;
		this.#report();
	}
	finish() {
		this.#progress(this.#done, this.#expected);
	}
	#report() {
		const now = this.#clock.elapsed();
		if (this.#done === this.#expected || now - this.#reportedAt < PROGRESS_INTERVAL) return;
		this.#reportedAt = now;
		this.#progress(this.#done, this.#expected);
	}
};
// src/openai/audit/accounts.ts
const limit$3 = 100;
async function findAccounts(keys, ask) {
	const accounts = listNamed(keys);
	if (accounts.every(({ role }) => role !== null)) return accounts.map((account) => tellRole(account, account.role));
	const roles = await ask();
	return accounts.map((account) => {
		if (account.role !== null) return tellRole(account, account.role);
		return roles.kind === "told" ? tellRole(account, roles.value.get(account.id) ?? null) : {
			...account,
			role: roles
		};
	});
}
function listNamed(keys) {
	const accounts = /* @__PURE__ */ new Map();
	for (const { owner } of keys) {
		if (owner?.kind !== "service-account" || owner.id === null) continue;
		const { id, name, role = null } = owner;
		const known = accounts.get(id);
		const isOwner = role === "owner" || known?.role === "owner";
		accounts.set(id, {
			id,
			name: known?.name ?? name,
			role: isOwner ? "owner" : known?.role ?? role
		});
	}
	return [...accounts.values()];
}
function tellRole({ id, name }, role) {
	return {
		id,
		name,
		role: {
			kind: "told",
			value: role
		}
	};
}
async function listRoles({ organization }, reader, project) {
	const { serviceAccounts } = organization.projects;
	const roles = /* @__PURE__ */ new Map();
	const ask = (after) => reader.send(() => serviceAccounts.list(project, {
		limit: limit$3,
		...after && { after }
	}).asResponse(), { sort: "service-accounts" });
	try {
		for await (const page of readPages(ask)) for (const { id, role } of page) roles.set(id, parseAccountRole(role));
	} catch (error) {
		if (error instanceof Error && "status" in error && isArchived(parseRefusal(error))) return roles;
		throw error;
	}
	return roles;
}
function isArchived({ status, code }) {
	return status === 400 && code === "project_archived";
}
// src/openai/audit/default-project.ts
const NAME = "default project";
function markDefaultProject(projects, { adminProject, keys }) {
	const withAccounts = new Set(keys.flatMap(({ owner, home }) => owner?.kind === "service-account" && home.id !== null ? [home.id] : []));
	return projects.map((project) => {
		const signs = Number(isNamedDefault(project)) + Number(project.id === adminProject);
		const isCertain = signs === 2 && !withAccounts.has(project.id);
		return {
			...project,
			isDefault: isCertain ? "yes" : signs > 0 ? "probably" : "no"
		};
	});
}
function isNamedDefault({ name }) {
	return name?.trim().toLowerCase() === NAME;
}
// src/openai/impact/audit-log.ts
const limit$2 = 100;
const CREATED = { event_types: ["api_key.created"] };
const CREATED_IN_TENANT = {
	event_types: ["tenant.project_api_key.created", "tenant.admin_api_key.created"],
	tenant_only: true
};
var NoAuditLog = class extends Error {
	name = "NoAuditLog";
};
async function readKeyHistory(api, keyId, since) {
	const [changes, createdBy] = await Promise.all([listChanges$1(api, keyId, since), findCreator(api, keyId)]);
	if (changes.length === 0 && createdBy === null && !await hasEntries(api)) throw new NoAuditLog();
	return {
		changes,
		createdBy
	};
}
async function listChanges$1(api, keyId, since) {
	const effective_at = { gte: Math.floor(since.getTime() / 1e3) };
	const changes = [];
	for await (const page of readEntries(api, {
		limit: limit$2,
		actor_ids: [keyId],
		effective_at
	})) changes.push(...page.map(parseChange).filter((change) => change !== null));
	return changes.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
async function hasEntries(api, send) {
	for await (const page of readEntries(api, { limit: 1 }, send)) if (page.length > 0) return true;
	return false;
}
function readEntries({ organization, clock }, query, send = (request) => retry(request, clock)) {
	return readPages((after) => send(() => organization.auditLogs.list(after ? {
		...query,
		after
	} : query).asResponse()));
}
function parseChange({ type, effective_at: seconds, ...fields }) {
	if (typeof type !== "string" || !/^[a-z][a-z0-9_.]{0,79}$/.test(type) || typeof seconds !== "number") return null;
	if (/^log(?:in|out)\./.test(type)) return null;
	const { id, data } = readFields(fields[type]);
	const { name, title } = readFields(data);
	return {
		what: type,
		at: /* @__PURE__ */ new Date(seconds * 1e3),
		id: textIn(id),
		name: textIn(name) ?? textIn(title)
	};
}
async function findCreator(api, keyId) {
	try {
		return await findCreatorBy(CREATED, api, keyId) ?? await findCreatorBy(CREATED_IN_TENANT, api, keyId);
	} catch (error) {
		if (!(error instanceof MalformedPage)) parseRefusal(error);
		return null;
	}
}
async function findCreatorBy(query, api, keyId) {
	const types = query.event_types ?? [];
	for await (const page of readEntries(api, {
		...query,
		limit: limit$2,
		resource_ids: [keyId]
	})) {
		const entry = page.find(({ type, ...fields }) => types.includes(type) && readFields(fields[String(type)])["id"] === keyId);
		return entry ? parseActor(entry.actor) : null;
	}
	return null;
}
function parseActor(actor) {
	const { type, session, api_key: key } = readFields(actor);
	if (type === "api_key" || key) {
		const { id, service_account: account, user } = readFields(key);
		if (textIn(id) !== null) return {
			kind: "key",
			id: textIn(id),
			name: null
		};
		if (account) return {
			kind: "service-account",
			id: textIn(readFields(account)["id"]),
			name: null
		};
		return {
			kind: user ? "user" : "key",
			id: textIn(readFields(user)["id"]),
			name: null
		};
	}
	if (type !== "session" && !session) return null;
	return {
		kind: "user",
		id: textIn(readFields(readFields(session)["user"])["id"]),
		name: null
	};
}
function readFields(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function textIn(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/contain/scopes.ts
const HARMLESS_SCOPES = ["api.model.read"];
function isHarmless(scopes) {
	return scopes.length > 0 && scopes.every((scope) => HARMLESS_SCOPES.includes(scope));
}
// src/openai/contain/record-history.ts
const MOST_PAGES$2 = {
	filtered: 50,
	unfiltered: 3
};
const TIMEOUT = { timeout: 3e3 };
const TRIES = 2;
async function readScopes(api, keyId) {
	const lists = ((await listChanges(api, keyId))?.changes ?? []).map(({ scopes }) => scopes).filter((scopes) => scopes !== null);
	const [last] = lists;
	return {
		isQuarantined: last !== void 0 && isHarmless(last),
		before: lists.find((scopes) => !isHarmless(scopes)) ?? null
	};
}
async function readRecordHistory(api, id, who) {
	const log = await listChanges(api, id);
	if (log === null || !log.isWhole || log.changes.length === 0) return null;
	const { changes } = log;
	const scoped = changes.filter(({ scopes }) => scopes !== null);
	const widening = scoped.find(({ scopes }) => !isHarmless(scopes ?? []));
	const logged = scoped.filter((one) => isHarmless(one.scopes ?? []) && (!widening || isAfter(one, widening))).map((one) => describeChange(one, who));
	const quarantine = logged.find(({ isOurs }) => isOurs) ?? logged[0] ?? null;
	const unclear = changes.find(({ isUpdate, scopes, seconds }) => isUpdate && scopes === null && seconds === null);
	const ending = changes.find(({ seconds }) => seconds !== null);
	return {
		quarantine: quarantine && {
			...quarantine,
			scopesBefore: widening?.scopes ?? null,
			isLast: unclear === void 0 || unclear.at < quarantine.at
		},
		widenedAt: widening?.isUpdate === true ? widening.at : null,
		expiry: ending ? {
			...describeChange(ending, who),
			endsAt: new Date(ending.at.getTime() + (ending.seconds ?? 0) * 1e3)
		} : null
	};
}
function isAfter(one, other) {
	return one.at > other.at || !other.isUpdate && one.at >= other.at;
}
async function readLastScopes(api, keyId) {
	const { entries } = await listEntries(api, keyId);
	const changes = selectChanges(entries, keyId);
	const isReadable = entries.filter((entry) => isChange(entry) && isAbout(entry, keyId)).length === changes.length;
	const last = changes.find(({ scopes, mayHideScopes }) => scopes !== null || mayHideScopes);
	return isReadable ? last?.scopes ?? null : null;
}
function selectChanges(entries, keyId) {
	return entries.map(parseRecordedChange).filter((change) => change?.id === keyId).filter((change) => change !== null).toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
async function listChanges(api, keyId) {
	try {
		const { entries, isWhole } = await listEntries(api, keyId);
		return {
			changes: selectChanges(entries, keyId),
			isWhole
		};
	} catch (error) {
		if (!(error instanceof MalformedPage)) parseRefusal(error);
		return null;
	}
}
async function listEntries(api, keyId) {
	const { auditLogs } = api.organization;
	const query = {
		event_types: ["api_key.created", "api_key.updated"],
		resource_ids: [keyId]
	};
	const entries = [];
	let pages = 0;
	const ask = (after) => retry(() => auditLogs.list({
		...query,
		limit: 100,
		...after === void 0 ? {} : { after }
	}, TIMEOUT).asResponse(), api.clock, TRIES);
	for await (const page of readPages(ask)) {
		const most = entries.every((entry) => isAbout(entry, keyId)) ? MOST_PAGES$2.filtered : MOST_PAGES$2.unfiltered;
		if (pages >= most) return {
			entries,
			isWhole: false
		};
		entries.push(...page);
		pages += 1;
	}
	return {
		entries,
		isWhole: true
	};
}
function isAbout(entry, keyId) {
	return readFields(entry[String(entry.type)])["id"] === keyId;
}
function isChange({ type }) {
	return Object.hasOwn(PLACES, String(type));
}
const PLACES = {
	"api_key.created": "data",
	"api_key.updated": "changes_requested"
};
function parseRecordedChange(entry) {
	const type = String(entry.type);
	const place = PLACES[type];
	const what = readFields(entry[type]);
	const at = parseSeconds(entry.effective_at);
	const { id } = what;
	if (place === void 0 || typeof id !== "string" || at === null) return null;
	const { scopes, expires_in_seconds: seconds } = readFields(what[place]);
	return {
		id,
		at,
		actor: entry.actor,
		isUpdate: type === "api_key.updated",
		scopes: isScopeList(scopes) ? scopes : null,
		mayHideScopes: !isFields(what[place]) || (scopes ?? null) !== null && !isScopeList(scopes),
		seconds: typeof seconds === "number" && seconds > 0 && seconds < LONGEST_EXPIRY ? seconds : null
	};
}
const LONGEST_EXPIRY = 31622400;
function parseSeconds(value) {
	const time = /* @__PURE__ */ new Date(typeof value === "number" ? value * 1e3 : NaN);
	return Number.isNaN(time.getTime()) ? null : time;
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isScopeList(value) {
	return Array.isArray(value) && value.every(isScope);
}
function isScope(value) {
	return typeof value === "string" && /^[a-z][a-z0-9_.-]{0,79}$/.test(value);
}
function describeChange({ at, actor }, who) {
	return {
		at,
		by: parseActor(actor),
		isOurs: isOurActor(actor, who)
	};
}
function isOurActor(actor, { own, others }) {
	const { type, session, api_key: key } = readFields(actor);
	if (own === null || !key || session || type !== void 0 && type !== "api_key") return false;
	const { id, user } = readFields(key);
	if (id === own.id) return true;
	if (typeof id === "string" && others.has(id)) return false;
	const ownerId = own.owner?.id ?? null;
	return ownerId !== null && readFields(user)["id"] === ownerId;
}
// src/openai/audit/scopes.ts
const MOST_PAGES$1 = 100;
const MOST_ACTORS = 50;
async function collectScopes(api, reader, isEnough) {
	const send = sendFirst(reader);
	const known = /* @__PURE__ */ new Map();
	const scopes = /* @__PURE__ */ new Map();
	let [pages, entries] = [0, 0];
	for await (const page of readEntries(api, {
		event_types: ["api_key.created", "api_key.updated"],
		limit: 100
	}, send)) {
		pages += 1;
		entries += page.length;
		for (const change of page.map(parseRecordedChange)) {
			if (!change || change.scopes === null && !change.mayHideScopes) continue;
			if ((known.get(change.id) ?? /* @__PURE__ */ new Date(0)) >= change.at) continue;
			known.set(change.id, change.at);
			if (change.scopes === null) scopes.delete(change.id);
			else scopes.set(change.id, change.scopes);
		}
		if (pages >= MOST_PAGES$1 || isEnough(scopes)) break;
	}
	if (entries === 0 && !await hasEntries(api, send)) throw new NoAuditLog();
	return scopes;
}
async function findAdminProject(api, reader, adminKeys) {
	const actors = new Set(adminKeys.slice(0, MOST_ACTORS));
	if (actors.size === 0) return null;
	for await (const page of readEntries(api, {
		actor_ids: [...actors],
		limit: 100
	}, sendFirst(reader))) {
		const projects = page.filter(({ actor }) => actors.has(parseActor(actor)?.id ?? "")).map((entry) => readFields(entry["project"])["id"]).filter((id) => typeof id === "string");
		return new Set(projects).size === 1 ? projects[0] ?? null : null;
	}
	return null;
}
function sendFirst(reader) {
	return (request) => reader.send(request, {
		first: true,
		sort: "audit-log"
	});
}
// src/openai/impact/buckets.ts
const MOST_PAGES = 200;
async function* readBuckets(ask) {
	const seen = /* @__PURE__ */ new Set();
	let page;
	do {
		const { data, next } = parseBuckets(await readJson(await ask(page)));
		yield* data;
		if (next !== void 0 && (seen.has(next) || seen.size >= MOST_PAGES)) throw new MalformedPage(seen.has(next) ? "cursor-repeats" : "endless");
		if (next !== void 0) seen.add(next);
		page = next;
	} while (page !== void 0);
}
function parseBuckets(body) {
	const { data, has_more: more, next_page: next } = isObject(body) ? body : {};
	if (!Array.isArray(data) || typeof more !== "boolean") throw new MalformedPage("no-records");
	if (more && typeof next !== "string") throw new MalformedPage("no-cursor");
	return {
		data: data.map(parseBucket),
		next: more ? String(next) : void 0
	};
}
function parseBucket(bucket) {
	const { start_time: start, results } = isObject(bucket) ? bucket : {};
	if (!Array.isArray(results) || !results.every(isObject)) throw new MalformedPage("no-records");
	return {
		start: typeof start === "number" && Number.isFinite(start) ? start : null,
		results
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/openai/impact/over-time.ts
const MOST_BUCKETS = 48;
const MINUTE = 60;
const HOUR$1 = 3600;
const DAY$2 = 24 * HOUR$1;
const LENGTHS = [
	1,
	5,
	10,
	15,
	30
].map((minutes) => minutes * MINUTE).concat([
	1,
	2,
	3,
	6,
	12
].map((hours) => hours * HOUR$1));
function groupRequests(counts, { since, until }, width) {
	const [first, last] = [toSeconds$1(since), toSeconds$1(until)];
	const length = chooseLength(first, last, width);
	const start = Math.floor(first / length) * length;
	const sums = Array.from({ length: countBuckets(first, last, length) }, () => 0);
	for (const { at, count } of counts) {
		const index = at === null ? -1 : Math.floor((at - start) / length);
		const sum = sums[index];
		if (sum === void 0) return null;
		sums[index] = sum + (count ?? 0);
	}
	const toDate = (index) => /* @__PURE__ */ new Date((start + index * length) * 1e3);
	return sums.map((requests, index) => ({
		start: toDate(index),
		end: toDate(index + 1),
		requests
	}));
}
function chooseLength(first, last, width) {
	const fits = (length) => length >= width && countBuckets(first, last, length) <= MOST_BUCKETS;
	const days = Math.max(1, Math.ceil((last - first) / DAY$2 / 46));
	return LENGTHS.find(fits) ?? days * DAY$2;
}
function countBuckets(first, last, length) {
	return Math.max(0, Math.floor(last / length) - Math.floor(first / length) + 1);
}
function toSeconds$1(time) {
	return Math.floor(time.getTime() / 1e3);
}
// src/openai/impact/usage.ts
const HOUR = 3600;
const DAY$1 = 24 * HOUR;
const WIDTHS = [
	{
		width: "1m",
		seconds: 60,
		upTo: DAY$1,
		limit: 1440
	},
	{
		width: "1h",
		seconds: HOUR,
		upTo: 14 * DAY$1,
		limit: 168
	},
	{
		width: "1d",
		seconds: DAY$1,
		upTo: Number.POSITIVE_INFINITY,
		limit: 31
	}
];
const KEYED_ENDPOINTS = {
	completions: "completions",
	decisions: "decisions",
	embeddings: "embeddings",
	moderations: "moderations",
	images: "images",
	audioSpeeches: "speech",
	audioTranscriptions: "transcriptions",
	webSearchCalls: "web searches",
	fileSearchCalls: "file searches"
};
async function readUsage(api, window) {
	const endpoints = Object.keys(KEYED_ENDPOINTS);
	const { width, seconds, limit } = chooseWidth(window);
	const ask = async (endpoint) => await readEndpoint(api, endpoint, window, {
		width,
		limit
	});
	const counted = (await Promise.all(endpoints.map(ask))).flat();
	const uses = /* @__PURE__ */ new Map();
	for (const { use } of counted) uses.set(use.model, addUses(uses.get(use.model), use));
	const requests = counted.filter(({ use }) => !isSearch(use.model)).map(({ at, use }) => ({
		at,
		count: use.requests
	}));
	return {
		models: [...uses.values()].toSorted((a, b) => (b.requests ?? 0) - (a.requests ?? 0)),
		buckets: groupRequests(requests, window, seconds)
	};
}
function chooseWidth({ since, until }) {
	return WIDTHS.find(({ upTo }) => toSeconds(until) + 1 - toSeconds(since) <= upTo) ?? WIDTHS[2];
}
async function readEndpoint({ organization: { usage }, clock }, endpoint, { keyId, since, until }, { width, limit }) {
	const query = {
		start_time: toSeconds(since),
		end_time: toSeconds(until) + 1,
		bucket_width: width,
		limit,
		api_key_ids: [keyId]
	};
	const ask = (page) => {
		const paged = page === void 0 ? query : {
			...query,
			page
		};
		return endpoint === "fileSearchCalls" ? usage.fileSearchCalls({
			...paged,
			group_by: ["api_key_id"]
		}).asResponse() : usage[endpoint]({
			...paged,
			group_by: ["model"]
		}).asResponse();
	};
	const uses = [];
	for await (const { start: at, results } of readBuckets((page) => retry(() => ask(page), clock))) uses.push(...results.map((result) => ({
		at,
		use: parseUse(KEYED_ENDPOINTS[endpoint], result)
	})));
	return uses;
}
function isSearch(model) {
	return model.endsWith(" searches");
}
function parseUse(endpoint, result) {
	return {
		model: isSearch(endpoint) ? endpoint : readText(result, "model") ?? endpoint,
		requests: numberIn(result, isSearch(endpoint) ? "num_requests" : "num_model_requests"),
		inputTokens: numberIn(result, "input_tokens"),
		outputTokens: numberIn(result, "output_tokens")
	};
}
function addUses(known, use) {
	if (!known) return use;
	return {
		model: use.model,
		requests: sum(known.requests, use.requests),
		inputTokens: sum(known.inputTokens, use.inputTokens),
		outputTokens: sum(known.outputTokens, use.outputTokens)
	};
}
async function readCosts(api, { keyId, since, until }) {
	const { usage } = api.organization;
	const query = {
		start_time: Math.floor(toSeconds(since) / DAY$1) * DAY$1,
		end_time: toSeconds(until) + 1,
		limit: 180,
		api_key_ids: [keyId]
	};
	let [value, currency] = [0, "usd"];
	const ask = (page) => retry(() => usage.costs(page ? {
		...query,
		page
	} : query).asResponse(), api.clock);
	for await (const { results } of readBuckets(ask)) for (const { amount } of results) {
		if (typeof amount !== "object" || amount === null) continue;
		value += Number(amount["value"]) || 0;
		currency = readText(amount, "currency") ?? currency;
	}
	return {
		value,
		currency
	};
}
function toSeconds(time) {
	return Math.floor(time.getTime() / 1e3);
}
function sum(known, more) {
	return more === null ? known : (known ?? 0) + more;
}
function numberIn(result, field) {
	const value = result[field];
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}
function readText(result, field) {
	const value = result[field];
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/impact/impact.ts
async function readImpact(api, window, records) {
	const [usage, costs, history] = await Promise.all([
		settle(readUsage(api, window)),
		settle(readCosts(api, window)),
		settle(readKeyHistory(api, window.keyId, window.since))
	]);
	const sources = [
		["usage", usage],
		["costs", costs],
		["audit-log", history]
	];
	const requests = usage.value?.models.filter((use) => !isSearch(use.model)) ?? null;
	const sum = (field) => requests && requests.reduce((total, use) => total + (use[field] ?? 0), 0);
	return {
		since: window.since,
		asOf: window.until,
		requests: sum("requests"),
		inputTokens: sum("inputTokens"),
		outputTokens: sum("outputTokens"),
		models: usage.value && usage.value.models,
		buckets: usage.value && usage.value.buckets,
		cost: costs.value,
		changes: history.value && history.value.changes,
		createdBy: history.value && nameActor(history.value.createdBy, records),
		untold: sources.flatMap(([source, { because }]) => because === null ? [] : [{
			source,
			because
		}])
	};
}
async function settle(answer) {
	try {
		return {
			value: await answer,
			because: null
		};
	} catch (error) {
		return {
			value: null,
			because: explainUntold(error)
		};
	}
}
function explainUntold(error) {
	if (error instanceof NoAuditLog) return "off";
	if (error instanceof MalformedPage) return "unreadable";
	if (error instanceof RequestDropped) return "no-answer";
	const { status } = parseRefusal(error);
	if (status === null || status === 429 || status >= 500) return "no-answer";
	return status === 401 || status === 403 ? "not-permitted" : "unreadable";
}
function nameActor(actor, records) {
	if (actor === null || actor.id === null) return actor;
	const { kind, id } = actor;
	return {
		kind,
		id,
		name: records.map((record) => {
			if (kind === "key") return record.id === id ? record.name : null;
			return record.owner?.kind === kind && record.owner.id === id ? record.owner.name : null;
		}).find((name) => name !== null) ?? null
	};
}
// src/openai/audit/source-answer.ts
const NOT_ASKED = {
	kind: "untold",
	because: "not-asked"
};
async function settleSource(sources, source, ask) {
	if (!sources.has(source)) return NOT_ASKED;
	try {
		return {
			kind: "told",
			value: await ask()
		};
	} catch (error) {
		return {
			kind: "untold",
			because: explainUntold(error)
		};
	}
}
// src/openai/audit/spend-limits.ts
async function readHardLimit({ organization }, reader, project) {
	const { spendLimit } = organization.projects;
	try {
		const body = await readJson(await reader.send(() => spendLimit.retrieve(project).asResponse(), { sort: "spend-limits" }));
		const { threshold_amount: amount } = typeof body === "object" && body !== null ? body : {};
		if (typeof amount !== "number" || !Number.isFinite(amount)) throw new MalformedPage("no-records");
		return true;
	} catch (error) {
		if (error instanceof Error && "status" in error && isUnset(parseRefusal(error))) return false;
		throw error;
	}
}
function isUnset(refusal) {
	return isGone(refusal) && !isUnknownAddress(refusal);
}
// src/openai/audit/large-page.ts
const MOST_OF_RECORD = 2 ** 24;
const MOST_OF_REST = 2 ** 20;
const MOST_OF_PAGE = 2 ** 29;
const [QUOTE, ESCAPE] = [34, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
	91,
	93,
	123,
	125
];
async function readLargePage(body, condense) {
	const scanner = new PageScanner(condense);
	for await (const chunk of body) try {
		scanner.push(chunk);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof MalformedPage) return /* @__PURE__ */ new Uint8Array();
		throw error;
	}
	return scanner.finish();
}
var Parts = class {
	#most;
	#parts = [];
	#length = 0;
	constructor(most) {
		this.#most = most;
	}
	add(part) {
		this.#length += part.length;
		if (this.#length > this.#most) throw new MalformedPage("endless");
		if (part.length > 0) this.#parts.push(part);
	}
	take() {
		const whole = Buffer.concat(this.#parts);
		[this.#parts, this.#length] = [[], 0];
		return whole;
	}
};
var PageScanner = class {
	#condense;
	#record = new Parts(MOST_OF_RECORD);
	#rest = new Parts(MOST_OF_REST);
	#length = 0;
	#depth = 0;
	#isInString = false;
	#isEscaped = false;
	#isInData = false;
	#isInRecord = false;
	#name = "";
	constructor(condense) {
		this.#condense = condense;
	}
	push(chunk) {
		this.#length += chunk.length;
		if (this.#length > MOST_OF_PAGE) throw new MalformedPage("endless");
		let from = 0;
		for (let index = 0; index < chunk.length; index += 1) {
			const byte = chunk[index] ?? 0;
			if (this.#isInString) this.#readString(byte);
			else if (byte === QUOTE) this.#startString();
			else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
				if (!this.#open(byte)) continue;
				this.#rest.add(chunk.subarray(from, index));
				from = index;
			} else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
				if (!this.#close()) continue;
				this.#record.add(chunk.subarray(from, index + 1));
				from = index + 1;
				this.#rest.add(Buffer.from(JSON.stringify(this.#condense(JSON.parse(this.#record.take().toString())))));
			}
		}
		(this.#isInRecord ? this.#record : this.#rest).add(chunk.subarray(from));
	}
	finish() {
		return this.#rest.take();
	}
	#readString(byte) {
		if (this.#isEscaped) this.#isEscaped = false;
		else if (byte === ESCAPE) this.#isEscaped = true;
		else if (byte === QUOTE) this.#isInString = false;
		if (this.#isInString && this.#depth === 1 && this.#name.length < 8) this.#name += String.fromCharCode(byte);
	}
	#startString() {
		this.#isInString = true;
		if (this.#depth === 1) this.#name = "";
	}
	#open(byte) {
		this.#depth += 1;
		if (this.#depth === 2) this.#isInData = byte === OPEN_LIST && this.#name === "data";
		if (this.#depth !== 3 || !this.#isInData || byte !== OPEN_OBJECT) return false;
		this.#isInRecord = true;
		return true;
	}
	#close() {
		this.#depth -= 1;
		if (this.#depth !== 2 || !this.#isInRecord) return false;
		this.#isInRecord = false;
		return true;
	}
};
// src/openai/audit/use-sums.ts
const MOST_PAIRS = 1e5;
var UseSums = class {
	#days;
	#byKey = /* @__PURE__ */ new Map();
	#pairs = 0;
	constructor(days) {
		this.#days = days;
	}
	add(key, model, { day, count }) {
		const sums = this.#find(key, model);
		sums[day] = (sums[day] ?? 0) + count;
	}
	addAll(others) {
		for (const [key, model, sums] of others.list()) {
			const own = this.#find(key, model);
			for (const [day, count] of sums.entries()) own[day] = (own[day] ?? 0) + count;
		}
	}
	*list() {
		for (const [key, models] of this.#byKey) for (const [model, sums] of models) yield [
			key,
			model,
			sums
		];
	}
	total(key, day) {
		let total = 0;
		for (const sums of this.#byKey.get(key)?.values() ?? []) total += sums[day] ?? 0;
		return total;
	}
	#find(key, model) {
		const models = this.#byKey.get(key) ?? /* @__PURE__ */ new Map();
		this.#byKey.set(key, models);
		const known = models.get(model);
		if (known) return known;
		this.#pairs += 1;
		if (this.#pairs > MOST_PAIRS) throw new MalformedPage("endless");
		const sums = new Float64Array(this.#days);
		models.set(model, sums);
		return sums;
	}
};
// src/openai/audit/usage.ts
const DAY = 86400;
const DAYS = 30;
const limit$1 = 31;
function createAuditWindow(now) {
	const start = Math.floor(now.getTime() / 1e3 / DAY) * DAY - DAYS * DAY;
	return {
		start,
		days: Array.from({ length: DAYS }, (_, index) => (/* @__PURE__ */ new Date((start + index * DAY) * 1e3)).toISOString().slice(0, 10))
	};
}
async function collectUsage(api, reader, window) {
	const [requests, searches] = [new UseSums(31), new UseSums(31)];
	const read = async (endpoint) => {
		const name = KEYED_ENDPOINTS[endpoint];
		const sums = isSearch(name) ? searches : requests;
		const ask = (organization, page) => {
			const { usage } = organization;
			const query = {
				start_time: window.start,
				bucket_width: "1d",
				limit: limit$1,
				...page && { page }
			};
			return endpoint === "fileSearchCalls" ? usage.fileSearchCalls({
				...query,
				group_by: ["api_key_id"]
			}).asResponse() : usage[endpoint]({
				...query,
				group_by: ["api_key_id", "model"]
			}).asResponse();
		};
		const readResult = (result) => ({
			model: isSearch(name) ? null : readText(result, "model"),
			count: parseUse(name, result).requests
		});
		sums.addAll(await reader.track(() => sumDays({
			api,
			reader,
			window
		}, ask, readResult)));
	};
	const reads = Object.keys(KEYED_ENDPOINTS).map(read);
	await Promise.allSettled(reads);
	await Promise.all(reads);
	for (const [key, , sums] of searches.list()) for (const [day, count] of sums.entries()) if (count > 0 && requests.total(key, day) === 0) requests.add(key, null, {
		day,
		count
	});
	return listUsage(requests, window);
}
function listUsage(sums, { days }) {
	const byKey = /* @__PURE__ */ new Map();
	const today = /* @__PURE__ */ new Map();
	for (const [key, model, counts] of sums.list()) {
		const uses = days.flatMap((day, index) => {
			const requests = counts[index] ?? 0;
			return requests > 0 ? [{
				day,
				model,
				requests
			}] : [];
		});
		if (uses.length > 0) byKey.set(key, (byKey.get(key) ?? []).concat(uses));
		const last = counts[DAYS] ?? 0;
		if (last > 0) today.set(key, (today.get(key) ?? 0) + last);
	}
	return {
		days,
		byKey,
		today
	};
}
async function collectCosts(api, reader, window) {
	const ask = ({ usage }, page) => usage.costs({
		start_time: window.start,
		bucket_width: "1d",
		limit: limit$1,
		group_by: ["api_key_id"],
		...page && { page }
	}).asResponse();
	const sums = await reader.track(() => sumDays({
		api,
		reader,
		window
	}, ask, readCost));
	const byKey = /* @__PURE__ */ new Map();
	for (const [key, , amounts] of sums.list()) {
		const costs = window.days.flatMap((day, index) => amounts[index] ? [{
			day,
			usd: amounts[index]
		}] : []);
		if (costs.length > 0) byKey.set(key, costs);
	}
	return {
		days: window.days,
		byKey
	};
}
function readCost({ amount }) {
	const { value, currency } = typeof amount === "object" && amount !== null ? amount : {};
	const count = typeof value === "string" && value !== "" ? Number(value) : value;
	return {
		model: null,
		count: typeof currency === "string" && currency.toLowerCase() === "usd" && typeof count === "number" && Number.isFinite(count) ? count : null
	};
}
async function sumDays({ api, reader, window }, ask, readResult) {
	const all = new UseSums(31);
	const seen = /* @__PURE__ */ new Set();
	const pages = readBuckets(async (page) => {
		let sums = new UseSums(31);
		const send = () => {
			sums = new UseSums(31);
			const receive = (body) => readLargePage(body, (record) => {
				const bucket = parseBucket(record);
				const day = findDay(bucket, window);
				for (const result of bucket.results) addResult(sums, day, {
					key: readKey(result),
					...readResult(result)
				});
				return {
					start_time: bucket.start,
					results: []
				};
			});
			return ask(api.receiveBy(receive), page);
		};
		const response = await reader.send(send, {
			first: true,
			sort: "usage"
		});
		all.addAll(sums);
		return response;
	});
	for await (const bucket of pages) {
		if (bucket.results.length > 0) throw new MalformedPage("no-records");
		seen.add(findDay(bucket, window));
	}
	if (!window.days.every((_, index) => seen.has(index))) throw new MalformedPage("no-records");
	return all;
}
function findDay({ start }, window) {
	const day = start === null ? NaN : (start - window.start) / DAY;
	if (!Number.isInteger(day) || day < 0) throw new MalformedPage("no-records");
	return Math.min(day, DAYS);
}
function readKey(result) {
	const key = result["api_key_id"];
	if (key === void 0) throw new MalformedPage("no-records");
	return typeof key === "string" && key !== "" ? key : null;
}
function addResult(sums, day, { key, model, count }) {
	if (count === null) throw new MalformedPage("no-records");
	if (key !== null && count !== 0) sums.add(key, model, {
		day,
		count
	});
}
// src/openai/audit/users.ts
const limit = 100;
async function listUsers({ organization }, reader) {
	const ids = /* @__PURE__ */ new Set();
	const ask = (after) => reader.send(() => organization.users.list({
		limit,
		...after && { after }
	}).asResponse(), {
		first: true,
		sort: "users"
	});
	for await (const page of readPages(ask)) for (const { id } of page) ids.add(id);
	return ids;
}
// src/openai/audit/collect.ts
async function collectAuditFacts(api, sources, { mask, progress }) {
	const now = api.clock.now();
	const reader = new ListingReader(api.clock, mask, progress);
	const collection = {
		api,
		reader,
		sources
	};
	const projects = /* @__PURE__ */ new Map();
	const visit = async (project) => {
		projects.set(project.id, await visitProject(project, collection));
	};
	let listed = null;
	const listing = takeInventory(api, reader, visit).then((inventory) => {
		listed = inventory.records.filter(({ home }) => home.kind === "project");
		return inventory;
	});
	const [inventory, answers] = await Promise.all([listing, askOrganization(collection, now, (known) => listed?.every(({ id }) => known.has(id)) ?? false)]);
	const { records: keys, gaps, organization } = inventory;
	const visited = inventory.projects.flatMap(({ id }) => projects.get(id ?? "") ?? []);
	const [adminProject, candidates] = await Promise.all([answers.scopes.kind === "told" ? askAdminProject(collection, keys) : null, addAccounts(visited, collection, keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now))]);
	reader.finish();
	return {
		inventory,
		facts: {
			now,
			organization,
			keys,
			projects: markDefaultProject(candidates, {
				adminProject,
				keys
			}),
			...answers,
			gaps,
			requests: reader.requests
		}
	};
}
async function askOrganization({ api, reader, sources }, now, isEnough) {
	const window = createAuditWindow(now);
	const [users, usage, costs, scopes] = await Promise.all([
		settleSource(sources, "users", () => reader.track(() => listUsers(api, reader))),
		settleSource(sources, "usage", () => collectUsage(api, reader, window)),
		settleSource(sources, "costs", () => collectCosts(api, reader, window)),
		settleSource(sources, "audit-log", () => reader.track(() => collectScopes(api, reader, isEnough)))
	]);
	return {
		users,
		usage,
		costs,
		scopes
	};
}
async function visitProject(project, { api, reader, sources }) {
	const { id } = project;
	const hasHardLimit = await settleSource(sources, "spend-limits", () => reader.track(() => readHardLimit(api, reader, id)));
	return {
		id,
		name: parseHome(project).name,
		isArchived: isArchivedProject(project),
		hasHardLimit
	};
}
async function addAccounts(projects, { api, reader, sources }, keys) {
	const byProject = new Map(projects.map(({ id }) => [id, []]));
	for (const key of keys) byProject.get(key.home.id ?? "")?.push(key);
	return await Promise.all(projects.map(async (project) => {
		const { id } = project;
		const ask = () => settleSource(sources, "service-accounts", () => reader.track(() => listRoles(api, reader, id)));
		return {
			...project,
			accounts: await findAccounts(byProject.get(id) ?? [], ask)
		};
	}));
}
async function askAdminProject({ api, reader, sources }, keys) {
	const admins = keys.flatMap(({ id, home }) => home.kind === "organization" ? [id] : []);
	const answer = await settleSource(sources, "audit-log", () => reader.track(() => findAdminProject(api, reader, admins)));
	return answer.kind === "told" ? answer.value : null;
}
const HOLD = 600;
const LONGEST_PAUSE = 5e3;
async function pollUntil(isGood, { clock, schedule, isCancelled }, times = 3) {
	const { total, first, hold = HOLD } = schedule;
	const deadline = clock.elapsed() + total;
	let pause = first;
	let good = 0;
	for (;;) {
		good = await isGood() ? good + 1 : 0;
		if (good >= times) return true;
		const wait = good > 0 ? hold / 2 : pause;
		if (clock.elapsed() + wait > deadline || isCancelled()) return false;
		await clock.sleep(wait);
		if (good === 0) pause = Math.min(pause * 1.6, LONGEST_PAUSE);
	}
}
// src/openai/contain/checks.ts
async function isRefused(probe) {
	const validity = await probe?.validity().catch(() => null) ?? null;
	if (validity?.kind !== "inactive") return false;
	return validity.because !== "account-deactivated" && validity.because !== "project-dormant";
}
async function probeReach(probe) {
	return await probe?.probeScopes().catch(() => null) ?? "untold";
}
async function isKnownGone(api, probe) {
	return probe === null ? await api.isListed() === false : await isRefused(probe);
}
async function confirmGone(api, probe, polling) {
	return await pollUntil(async () => {
		const [isThere, known] = await Promise.all([api.isThere(), isKnownGone(api, probe)]);
		return isThere === false && known;
	}, polling) ? { kind: "already-gone" } : {
		kind: "failed",
		because: "not-understood"
	};
}
// src/openai/contain/record-change.ts
const READ_ONLY = {
	kind: "refused",
	because: "read-only-admin-key"
};
const LOST_TRIES = 3;
const LATE_TRIES$1 = 5;
const FIRST_WAIT$1 = 5;
const LONGEST_WAIT = 3e4;
async function changeRecord(request, tookEffect, { clock, schedule }) {
	let wasLost = false;
	for (let tries = 1;; tries += 1) {
		const refusal = await requestRefusal(request);
		if (refusal === null) return { kind: "done" };
		if (isGone(refusal)) return { kind: wasLost && await tookEffect() ? "done" : "gone" };
		const because = explainRefusal(refusal);
		const outcome = isMissingScope(refusal) ? READ_ONLY : {
			kind: "failed",
			because
		};
		const failed = {
			kind: "failed",
			outcome,
			status: refusal.isTheirs ? refusal.status : null
		};
		if (because === "not-permitted" || outcome === READ_ONLY) return failed;
		if (because !== "rate-limited") {
			wasLost = true;
			if (await tookEffect()) return { kind: "done" };
		}
		const wait = computeWait$1(because, refusal, schedule.first * FIRST_WAIT$1 * 2 ** (tries - 1));
		if (wait === null || tries >= (because === "rate-limited" ? LATE_TRIES$1 : LOST_TRIES)) return failed;
		await clock.sleep(wait);
	}
}
async function requestRefusal(request) {
	try {
		return await request() ? null : parseRefusal(/* @__PURE__ */ new SyntaxError("unrelated answer"));
	} catch (error) {
		return parseRefusal(error);
	}
}
function computeWait$1(because, { retryAfterSeconds }, usual) {
	if (because !== "rate-limited" && because !== "network" && because !== "server-error") return null;
	const wait = retryAfterSeconds === null ? usual : retryAfterSeconds * 1e3;
	return wait > LONGEST_WAIT ? null : wait;
}
// src/openai/contain/expire.ts
const WORTH_WAITING = 5;
const SLACK = 5e3;
async function expire(api, { grace, before }, probe, polling) {
	const had = before.record.expiresAt;
	if (had !== null && had <= addSeconds(before.at, grace)) return {
		kind: "left",
		because: "expires-sooner"
	};
	const { result, setAt } = await setEnd(api, {
		grace,
		before
	}, polling);
	if (result.kind === "gone") return await confirmGone(api, probe, polling);
	if (result.kind === "failed") return result.outcome;
	const at = polling.clock.now();
	const end = addSeconds(setAt, grace);
	const after = await readUntilItEnds(api, end, polling);
	if (after.kind === "there" && !endsBy(after, end)) return {
		kind: "failed",
		because: "not-taken"
	};
	const endsAt = after.kind === "there" && after.record.expiresAt || end;
	const stopped = grace <= WORTH_WAITING && await isRefusedAfter(endsAt.getTime() - setAt.getTime(), probe, polling);
	return {
		kind: "contained",
		by: "expire",
		verified: after.kind === "there" || after.kind === "gone" && stopped,
		stopped,
		at,
		endsAt,
		scopesBefore: null
	};
}
async function setEnd(api, { grace, before }, polling) {
	let setAt = before.at;
	return {
		result: await changeRecord(async () => {
			const at = await api.update({ expires_in_seconds: grace });
			setAt = at ?? setAt;
			return at !== null;
		}, async () => {
			const now = await api.read();
			if (now.kind === "there") setAt = now.at;
			return now.kind === "there" && endsBy(now, addSeconds(setAt, grace));
		}, polling),
		setAt
	};
}
async function readUntilItEnds(api, end, polling) {
	let reading = {
		kind: "unknown",
		because: "network"
	};
	const isOver = async () => {
		reading = await api.read();
		return reading.kind === "gone" || reading.kind === "there" && endsBy(reading, end);
	};
	await pollUntil(isOver, polling, 1);
	return reading;
}
function endsBy({ record: { expiresAt } }, end) {
	return expiresAt !== null && expiresAt.getTime() <= end.getTime() + SLACK;
}
async function isRefusedAfter(milliseconds, probe, polling) {
	await polling.clock.sleep(Math.max(0, milliseconds));
	return await pollUntil(async () => await isRefused(probe), polling);
}
function addSeconds(time, seconds) {
	return new Date(time.getTime() + seconds * 1e3);
}
// src/openai/contain/quarantine.ts
async function quarantine({ admin, api }, { id }, probe, polling) {
	const [known, reach] = await Promise.all([readScopes(admin, id), probeReachBefore(probe)]);
	const isNarrow = async () => await probeReach(probe) === "narrow";
	const contained = (verified, at = polling.clock.now()) => {
		return {
			kind: "contained",
			by: "quarantine",
			verified,
			stopped: false,
			at,
			endsAt: null,
			scopesBefore: known.before
		};
	};
	if (known.isQuarantined && reach === "narrow") return contained(true);
	const wasWide = reach === "wide";
	const result = await changeRecord(async () => await api.update({ scopes: HARMLESS_SCOPES }) !== null, async () => wasWide && await isNarrow(), polling);
	if (result.kind === "gone") return await confirmGone(api, probe, polling);
	if (result.kind === "failed") return result.outcome;
	const at = polling.clock.now();
	return contained(wasWide && await pollUntil(isNarrow, polling), at);
}
async function probeReachBefore(probe) {
	const reach = await probeReach(probe);
	return reach === "untold" ? await probeReach(probe) : reach;
}
// src/openai/contain/record-api.ts
const PAGE$1 = 100;
var RecordApi = class {
	#organization;
	#id;
	#home;
	#clock;
	constructor({ organization, clock }, { id, home }) {
		if (home.kind === "project" && home.id === null) throw new Error("a project's key has a project");
		this.#organization = organization;
		this.#id = id;
		this.#home = home;
		this.#clock = clock;
	}
	async read(tries = 1) {
		try {
			const { record, response } = await retry(() => this.#retrieve(), this.#clock, tries);
			if (record === null) return {
				kind: "unknown",
				because: "not-understood"
			};
			return {
				kind: "there",
				record,
				at: readTime(response, this.#clock)
			};
		} catch (error) {
			const refusal = parseRefusal(error);
			return isGone(refusal) ? { kind: "gone" } : {
				kind: "unknown",
				because: explainRefusal(refusal)
			};
		}
	}
	async isThere() {
		const { kind } = await this.read();
		return kind === "unknown" ? null : kind === "there";
	}
	async isListed() {
		const { adminAPIKeys, projects } = this.#organization;
		try {
			for await (const page of readPages((after) => {
				const query = after === void 0 ? { limit: PAGE$1 } : {
					limit: PAGE$1,
					after
				};
				if (this.#home.kind === "organization") return adminAPIKeys.list(query).asResponse();
				return projects.apiKeys.list(this.#project, {
					...query,
					owner_project_access: "any"
				}).asResponse();
			})) if (page.some(({ id }) => id === this.#id)) return true;
			return false;
		} catch (error) {
			if (!(error instanceof MalformedPage)) parseRefusal(error);
			return null;
		}
	}
	async delete() {
		const { adminAPIKeys, projects } = this.#organization;
		const answer = this.#home.kind === "organization" ? await adminAPIKeys.delete(this.#id) : await projects.apiKeys.delete(this.#id, { project_id: this.#project });
		return answer?.deleted === true && answer.id === this.#id;
	}
	async update(change) {
		const { apiKeys } = this.#organization.projects;
		const body = "scopes" in change ? { scopes: [...change.scopes] } : change;
		const { data, response } = await apiKeys.update(this.#id, {
			project_id: this.#project,
			...body
		}).withResponse();
		return data?.id === this.#id ? readTime(response, this.#clock) : null;
	}
	get #project() {
		return this.#home.id ?? "";
	}
	async #retrieve() {
		const { adminAPIKeys, projects } = this.#organization;
		if (this.#home.kind === "organization") {
			const { data, response } = await adminAPIKeys.retrieve(this.#id).withResponse();
			return {
				record: data?.id === this.#id ? parseAdminKey(data) : null,
				response
			};
		}
		const { data, response } = await projects.apiKeys.retrieve(this.#id, { project_id: this.#project }).withResponse();
		return {
			record: data?.id === this.#id ? parseProjectKey(data, this.#home) : null,
			response
		};
	}
};
function readTime({ headers }, clock) {
	const given = Date.parse(headers.get("date") ?? "");
	return Number.isNaN(given) ? clock.now() : new Date(given);
}
// src/openai/contain/revoke.ts
const AT_ONCE = 1;
async function revoke(api, before, probe, polling) {
	const result = await changeRecord(async () => await api.delete(), async () => await api.isThere() === false, polling);
	if (result.kind === "gone") return await confirmGone(api, probe, polling);
	if (result.kind === "failed") return result.status === 400 && mayBeUndeletable(before.record) ? await endAtOnce(api, before, probe, polling) : result.outcome;
	const at = polling.clock.now();
	let isThere = null;
	let refusals = 0;
	const verified = await pollUntil(async () => {
		const [there, isGone] = await Promise.all([api.isThere(), isKnownGone(api, probe)]);
		isThere = there;
		refusals = isGone && probe !== null ? refusals + 1 : 0;
		return there === false && isGone;
	}, polling);
	if (isThere === true) return {
		kind: "failed",
		because: "still-listed"
	};
	return {
		kind: "contained",
		by: "revoke",
		verified,
		stopped: refusals >= 3,
		at,
		endsAt: null,
		scopesBefore: null
	};
}
function mayBeUndeletable({ owner, home }) {
	return home.kind === "project" && owner?.kind === "service-account";
}
async function endAtOnce(api, before, probe, polling) {
	const outcome = await expire(api, {
		grace: AT_ONCE,
		before
	}, probe, polling);
	return outcome.kind === "left" ? {
		kind: "failed",
		because: "not-understood"
	} : outcome;
}
// src/openai/contain/contain.ts
const READ_TRIES = 3;
async function contain(admin, decision, probe, polling) {
	const { record } = decision;
	const api = new RecordApi(admin, record);
	const before = await api.read(READ_TRIES);
	if (before.kind === "unknown") return fail$1(before.because);
	if (before.kind === "gone") return await confirmGone(api, probe, polling);
	if (!isSameRecord(record, before.record)) return fail$1("changed");
	if (decision.ifUnused && wasUsedSince(record, before.record)) return {
		kind: "left",
		because: "used-recently"
	};
	if (decision.kind === "revoke") return await revoke(api, before, probe, polling);
	const { expiresAt } = before.record;
	if (expiresAt !== null && expiresAt <= before.at) return {
		kind: "left",
		because: "already-inactive"
	};
	switch (decision.kind) {
		case "quarantine": return await quarantine({
			admin,
			api
		}, record, probe, polling);
		case "expire": return await expire(api, {
			grace: decision.grace,
			before
		}, probe, polling);
		default: return decision;
	}
}
function fail$1(because) {
	return {
		kind: "failed",
		because
	};
}
function isSameRecord(listed, read) {
	const [listedEnds, readEnds] = [parseRedacted(listed.redacted ?? ""), parseRedacted(read.redacted ?? "")];
	return listed.id === read.id && listedEnds !== null && readEnds !== null && isSameKey(listedEnds, readEnds) && isSameOrMissing(listed.owner?.kind, read.owner?.kind) && isSameOrMissing(listed.owner?.id, read.owner?.id) && isSameOrMissing(listed.createdAt?.getTime(), read.createdAt?.getTime());
}
function wasUsedSince({ lastUsedAt: listed }, { lastUsedAt: read }) {
	return read !== null && (listed === null || read > listed);
}
function isSameKey(a, b) {
	return (a.head.startsWith(b.head) || b.head.startsWith(a.head)) && (a.tail.endsWith(b.tail) || b.tail.endsWith(a.tail)) && isSameOrMissing(a.length, b.length);
}
function isSameOrMissing(a, b) {
	return (a ?? null) === null || (b ?? null) === null || a === b;
}
// src/openai/quotations.ts
const MOST_TEXT = 65536;
function isAboutAnotherKey(texts, secret) {
	return findQuotations(texts.join("\n")).some((quoted) => !mayBeShownAs(secret, quoted));
}
const TAGS = /<\/?(?:b|br|code|em|i|kbd|mark|p|pre|q|samp|span|strong|tt|u)>/gi;
const WORD = /[\w*•●….-]+/g;
function findQuotations(text) {
	const plain = text.slice(0, MOST_TEXT).replaceAll("\\", "").replaceAll(TAGS, " ").replaceAll(/&(?:quot|apos|#39|#x27);/g, "\"").replaceAll("&hellip;", "…");
	return [...(plain.match(WORD) ?? []).map(parseQuotation).filter((found) => found !== null), ...findNamed(plain)];
}
const HIDDEN = /[*•●…]+|\.{2,}/g;
const COUNTED = /^[*•●]{20,}$/;
const CREDENTIAL = /^(?:sk-|sess-|eyJ)[\w.-]{17,}$/;
function parseQuotation(word) {
	const whole = word.replace(/\.$/, "");
	const hidden = whole.match(HIDDEN) ?? [];
	if (hidden.length === 0) return CREDENTIAL.test(whole) ? {
		head: whole,
		tail: "",
		length: whole.length
	} : null;
	const [head = "", ...rest] = whole.split(HIDDEN).filter((part) => part !== "");
	const tail = rest.at(-1);
	if (tail !== void 0) {
		const isCounted = hidden.length === 1 && COUNTED.test(hidden[0] ?? "");
		return {
			head,
			tail: tail.replace(/\.$/, ""),
			length: isCounted ? whole.length : null
		};
	}
	if (head.startsWith("sk-")) return {
		head: readPrefix(head) === head && !COUNTED.test(hidden[0] ?? "") ? "" : head,
		tail: "",
		length: null
	};
	return /^[*•●]{3,}/.test(whole) && whole.endsWith(head) ? {
		head: "",
		tail: head,
		length: null
	} : null;
}
const NAMED = /\bprovided\s*:\s*["'`«„“‘(<]*([^\s"'`»”“’)>]*)|:\s*["'`«„“‘]+([\w-]+)["'`»”“’]/gi;
function findNamed(plain) {
	return [...plain.matchAll(NAMED)].flatMap(([, provided, quoted]) => {
		const named = (provided ?? quoted ?? "").replace(/[.,;!]+$/, "");
		return parseQuotation(named) ? [] : [{
			head: named,
			tail: "",
			length: named.length
		}];
	});
}
// src/openai/validity.ts
const ACTIVE = {
	missing_scope: "restricted",
	ip_not_authorized: "ip-not-authorized",
	incorrect_hostname: "wrong-region",
	rate_limit_exceeded: "rate-limited",
	slow_down: "rate-limited",
	insufficient_quota: "no-quota",
	credit_balance_exhausted: "no-quota",
	organization_spend_limit_exceeded: "no-quota",
	project_spend_limit_exceeded: "no-quota",
	organization_usage_limit_exceeded: "no-quota",
	billing_hard_limit_reached: "no-quota"
};
const INACTIVE = {
	account_deactivated: "account-deactivated",
	invalid_project: "project-dormant",
	token_invalidated: "token-invalidated"
};
function classifyRefusal(refusal, secret) {
	const { status, code, type, missingScopes, texts } = refusal;
	if (status === null) return unknown("network");
	if (status >= 500) return unknown("server-error");
	if (code === "unsupported_country_region_territory") return unknown("unsupported-country");
	if ((status === 401 || status === 403) && missingScopes.length > 0) return {
		kind: "active",
		because: "restricted"
	};
	if (status === 429 && type === "insufficient_quota") return {
		kind: "active",
		because: "no-quota"
	};
	if (isUnknownKey(refusal)) return isAboutAnotherKey(texts, secret) ? unknown("unreadable") : {
		kind: "inactive",
		because: "refused"
	};
	if (status !== 401 && status !== 403 && status !== 429) return unknown("unreadable");
	const [active, inactive] = [ACTIVE[code ?? ""], INACTIVE[code ?? ""]];
	if (active) return {
		kind: "active",
		because: active
	};
	return inactive ? {
		kind: "inactive",
		because: inactive
	} : unknown("unreadable");
}
function unknown(because) {
	return {
		kind: "unknown",
		because
	};
}
// src/openai/proof.ts
const BETWEEN_ASKS = 250;
const MOST_ASKS = 3;
async function tryKey(host, secret, record, { organization, clock, limiter, isUrgent }) {
	const client = await createKeyClient(host, secret.reveal());
	const send = async (ask) => await limiter.send(ask, { first: isUrgent });
	let trial = await askUntilSure(async () => await request$1(client, secret, "/me", send), clock);
	if (trial.validity.kind === "active" && trial.validity.because === "restricted") {
		const { holder } = await request$1(client, secret, "/models", async (ask) => await limiter.send(ask, { first: true }));
		if (holder.header !== null) trial = {
			...trial,
			holder: {
				...trial.holder,
				header: holder.header
			}
		};
	}
	const { validity, holder } = trial;
	if (!(validity.kind === "active" && (validity.because === "accepted" || validity.because === "restricted"))) return {
		validity: considerExpiry(validity, record, clock.now()),
		possession: "not-accepted"
	};
	return {
		validity,
		possession: proveOwnership(holder, await organization(), record)
	};
}
async function askUntilSure(ask, clock) {
	let last = await ask();
	for (let asks = 1; asks < MOST_ASKS && last.isUnknownKey; asks += 1) {
		await clock.sleep(BETWEEN_ASKS);
		const next = await ask();
		if (next.isUnknownKey && next.validity.because === last.validity.because) return next;
		last = next;
	}
	return last.isUnknownKey ? {
		...last,
		validity: {
			kind: "unknown",
			because: "unreadable"
		}
	} : last;
}
function considerExpiry(validity, record, now) {
	const isOver = record !== null && record.expiresAt !== null && record.expiresAt <= now;
	return validity.kind === "inactive" && validity.because === "refused" && isOver ? {
		kind: "inactive",
		because: "expired"
	} : validity;
}
async function readOrganization(host, secret) {
	const { holder } = await request$1(await createKeyClient(host, secret.reveal()), secret, "/me");
	return {
		header: holder.header,
		ids: new Set(holder.organizationIds)
	};
}
async function probeScopes(host, secret) {
	const client = await createKeyClient(host, secret.reveal());
	try {
		const response = await client.files.list({ limit: 1 }).asResponse();
		const isJson = /^application\/json\b/i.test(response.headers.get("content-type") ?? "");
		return isList(response.status === 200 && isJson ? await response.json().catch(() => null) : null) ? "wide" : "untold";
	} catch (error) {
		const validity = classifyRefusal(parseRefusal(error), secret);
		return validity.kind === "active" && validity.because === "restricted" ? "narrow" : "untold";
	}
}
function proveOwnership(holder, ours, record) {
	const isOurOrganization = matchesOrganization(holder, ours);
	if (record === null) return isOurOrganization === false ? "someone-else" : "unnamed";
	const { owner } = record;
	const isOwner = owner?.kind === "service-account" ? true : matchesUser(holder.userId, owner?.id ?? null);
	if (isOurOrganization === false || isOwner === false) return "someone-else";
	if (!isOurOrganization) return "unnamed";
	return isOwner ? "proven" : "owner-unnamed";
}
function matchesOrganization({ header, organizationIds }, ours) {
	if (header !== null && ours.header !== null) return header === ours.header;
	if (organizationIds.length === 0 || ours.ids.size === 0) return null;
	return organizationIds.some((id) => ours.ids.has(id));
}
function matchesUser(found, recorded) {
	return found === null || recorded === null ? null : found === recorded;
}
const NOBODY = {
	userId: null,
	header: null,
	organizationIds: []
};
const sendAtOnce = async (ask) => await ask();
async function request$1(client, secret, path, send = sendAtOnce) {
	try {
		const response = await send(async () => await client.get(path).asResponse());
		const header = response.headers.get("openai-organization");
		const body = await response.json();
		const holder = path === "/me" ? parseHolder(body) : isList(body) ? NOBODY : null;
		return holder ? {
			validity: {
				kind: "active",
				because: "accepted"
			},
			holder: {
				...holder,
				header
			},
			isUnknownKey: false
		} : {
			validity: {
				kind: "unknown",
				because: "unreadable"
			},
			holder: NOBODY,
			isUnknownKey: false
		};
	} catch (error) {
		const refusal = parseRefusal(error);
		return {
			validity: classifyRefusal(refusal, secret),
			holder: NOBODY,
			isUnknownKey: isUnknownKey(refusal)
		};
	}
}
function parseHolder(body) {
	const { id, orgs } = typeof body === "object" && body !== null ? body : {};
	if (typeof id !== "string") return null;
	const list = (typeof orgs === "object" && orgs !== null ? orgs.data : []) ?? [];
	return {
		userId: id,
		header: null,
		organizationIds: (Array.isArray(list) ? list.map((entry) => entry?.id) : []).filter((entry) => typeof entry === "string")
	};
}
function isList(body) {
	return typeof body === "object" && body !== null && Array.isArray(body.data);
}
// src/openai/registry.ts
var registry_exports = /* @__PURE__ */ __exportAll({
	createOpenAIRegistry: () => createOpenAIRegistry,
	createTrials: () => createTrials
});
const SCHEDULE = {
	total: 6e4,
	first: 200
};
function createTrials(host, clock) {
	return {
		prove: createProver(host, async () => ({
			header: null,
			ids: /* @__PURE__ */ new Set()
		}), clock),
		probeScopes: async (secret) => await probeScopes(host, secret)
	};
}
function createProver(host, organization, clock) {
	const limiter = new RateLimiter(clock, Math.random, TRIALS);
	return async (secret, record, { isUrgent } = { isUrgent: false }) => await tryKey(host, secret, record, {
		organization,
		clock,
		limiter,
		isUrgent
	});
}
function createOpenAIRegistry(host, adminKey, { clock, progress, isCancelled = () => false, schedule = SCHEDULE }) {
	const { mask } = adminKey;
	const admin = once(async () => await openAdminApi(host, adminKey.reveal(), clock));
	let listed;
	const listing = async () => {
		listed ??= admin().then(async (api) => await listKeys(api, mask, progress));
		return await listed;
	};
	return {
		inventory: listing,
		collectFacts: async (sources) => {
			const { facts, inventory } = await collectAuditFacts(await admin(), sources, {
				mask,
				progress
			});
			listed = Promise.resolve(inventory);
			return facts;
		},
		impact: async ({ id }, since) => {
			const [{ records }, api] = await Promise.all([listing(), admin()]);
			return await readImpact(api, {
				keyId: id,
				since,
				until: clock.now()
			}, records);
		},
		prove: createProver(host, once(async () => {
			const { organization: header } = await listing();
			if (header !== null) return {
				header,
				ids: /* @__PURE__ */ new Set()
			};
			return await readOrganization(host, adminKey);
		}), clock),
		probeScopes: async (secret) => await probeScopes(host, secret),
		readHistory: async ({ id }) => {
			const [{ records }, api] = await Promise.all([listing(), admin()]);
			const own = findOwnRecord(adminKey, records);
			const history = await readRecordHistory(api, id, {
				own,
				others: new Set(records.flatMap((record) => record.id === own?.id ? [] : [record.id]))
			});
			return history && nameActors(history, records);
		},
		contain: async (decision, probe) => await contain(await admin(), decision, probe, {
			clock,
			schedule,
			isCancelled
		})
	};
}
async function listKeys(api, mask, progress) {
	const reader = new ListingReader(api.clock, mask, progress);
	const inventory = await takeInventory(api, reader);
	reader.finish();
	return inventory;
}
function findOwnRecord(adminKey, records) {
	const fitting = records.filter(({ home, redacted }) => home.kind === "organization" && redacted !== null && mayBeRedactedAs(adminKey, redacted));
	return fitting.length === 1 ? fitting[0] ?? null : null;
}
function nameActors({ quarantine, expiry, ...rest }, records) {
	const name = (change) => change && {
		...change,
		by: nameActor(change.by, records)
	};
	return {
		...rest,
		quarantine: name(quarantine),
		expiry: name(expiry)
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
// src/openai/rotate/mint.ts
const LATE_TRIES = 5;
const FIRST_WAIT = 1e3;
const TIMED_OUT = 408;
const ARCHIVED = "project_archived";
async function mintKey(api, order) {
	for (let tries = 1;; tries += 1) try {
		return parseMinted(await request(api, order));
	} catch (error) {
		const refusal = parseRefusal(error);
		const wait = isTooMany(refusal) && tries < LATE_TRIES ? computeWait(refusal, tries) : null;
		if (wait === null) return explainFailure(refusal);
		await api.clock.sleep(wait);
	}
}
async function request({ organization }, order) {
	const { project, account, name, scopes, expiresIn } = order;
	return await organization.projects.serviceAccounts.apiKeys.create(account, {
		project_id: project,
		name,
		...scopes.kind === "some" && { scopes: [...scopes.scopes] },
		...expiresIn !== null && { expires_in_seconds: expiresIn }
	});
}
function computeWait({ retryAfterSeconds }, tries) {
	const wait = retryAfterSeconds === null ? FIRST_WAIT * 2 ** (tries - 1) : retryAfterSeconds * 1e3;
	return wait > 6e4 ? null : wait;
}
function parseMinted(body) {
	const { id, value, created_at, expires_at } = typeof body === "object" && body !== null ? body : {};
	if (typeof id !== "string" || !ID.test(id) || typeof value !== "string" || !isKey(value)) return lose("not-understood");
	return {
		kind: "minted",
		id,
		secret: new Secret(value),
		createdAt: parseTime(created_at),
		expiresAt: parseTime(expires_at)
	};
}
const ID = /^[\w-]{1,200}$/;
function isKey(text) {
	const prefix = readPrefix(text);
	return prefix !== "" && prefix !== PREFIXES.admin && hasMarker(text) && /^[\w-]{40,400}$/.test(text);
}
function isTooMany({ status, isTheirs }) {
	return status === 429 && isTheirs;
}
function explainFailure(refusal) {
	const { status, isTheirs, code } = refusal;
	if (status === null) return lose("network");
	if (isTooMany(refusal)) return fail({ because: "rate-limited" });
	if (status >= 500 || status === TIMED_OUT) return lose("server-error");
	if (!isTheirs) return lose("not-understood");
	if (isMissingScope(refusal)) return fail({ because: "read-only-admin-key" });
	if (isGone(refusal) && !isUnknownAddress(refusal)) return fail({ because: "account-gone" });
	return fail(code === ARCHIVED ? { because: "archived-project" } : {
		because: "refused",
		code
	});
}
function fail(failure) {
	return {
		kind: "failed",
		failure
	};
}
function lose(because) {
	return {
		kind: "lost",
		failure: { because }
	};
}
// src/openai/rotate/minter.ts
var minter_exports = /* @__PURE__ */ __exportAll({ createOpenAIMinter: () => createOpenAIMinter });
const PAGE = 100;
function createOpenAIMinter(host, adminKey, { clock, connect }) {
	let opened;
	const admin = async () => {
		opened ??= (async () => {
			await connect?.();
			return await openAdminApi(host, adminKey.reveal(), clock);
		})();
		return await opened;
	};
	return {
		mint: async (order) => await mintKey(await admin(), order),
		readScopes: async (record) => await askScopes(await admin(), record),
		listAccountKeys: async (project, account) => await listKeysOf(await admin(), project, account),
		readKey: async (record) => await new RecordApi(await admin(), record).read(3)
	};
}
async function askScopes(api, { id }) {
	try {
		const scopes = await readLastScopes(api, id);
		if (scopes === null) return {
			kind: "untold",
			because: await hasEntries(api) ? "no-answer" : "off"
		};
		const [first, ...others] = scopes;
		return {
			kind: "told",
			value: first === void 0 ? { kind: "all" } : {
				kind: "some",
				scopes: [first, ...others]
			}
		};
	} catch (error) {
		return {
			kind: "untold",
			because: explainUntold(error)
		};
	}
}
async function listKeysOf(api, project, account) {
	const { apiKeys } = api.organization.projects;
	const ask = async (after) => {
		const query = {
			limit: PAGE,
			owner_project_access: "any",
			...after !== void 0 && { after }
		};
		return await retry(() => apiKeys.list(project, query).asResponse(), api.clock);
	};
	const byId = /* @__PURE__ */ new Map();
	try {
		for await (const page of readPages(ask)) for (const key of page) byId.set(key.id, parseProjectKey(key, {
			kind: "project",
			id: project,
			name: null
		}));
	} catch (error) {
		if (!(error instanceof MalformedPage)) parseRefusal(error);
		return null;
	}
	const keys = [...byId.values()];
	if (keys.some(({ owner }) => owner === null || owner.kind === "service-account" && owner.id === null)) return null;
	return keys.filter(({ owner }) => owner?.kind === "service-account" && owner.id === account);
}
export { admin_reads_exports, minter_exports, registry_exports };
