import "./rolldown-runtime.js";
import { Mt as withoutAdminKey, jt as rehearsing, o as endsFit } from "./core.js";
// src/openai/fetch-whole.ts
const LONGEST_ANSWER = 2 ** 24;
const BODILESS = [
	101,
	204,
	205,
	304
];
async function fetchWhole(...request) {
	const { status, statusText, headers, body } = await fetch(...request);
	const chunks = [];
	let length = 0;
	for await (const chunk of body ?? []) {
		length += chunk.length;
		if (length > LONGEST_ANSWER) throw new RangeError("the answer is too long");
		chunks.push(chunk);
	}
	return new Response(BODILESS.includes(status) ? null : Buffer.concat(chunks), {
		status,
		statusText,
		headers
	});
}
// src/openai/client.ts
const PATIENCE$1 = 2e4;
async function clientOf({ baseURL, patience = PATIENCE$1 }, keys, retries) {
	const key = keys.apiKey ?? keys.adminAPIKey;
	const { default: OpenAIClient } = await import("./openai.js");
	return new OpenAIClient({
		...keys,
		baseURL,
		organization: null,
		project: null,
		webhookSecret: null,
		logLevel: "off",
		timeout: patience,
		maxRetries: retries,
		fetch: async (address, init) => await fetchWhole(address, {
			...init,
			headers: headersFor(key, init?.headers)
		}),
		fetchOptions: { redirect: "manual" }
	});
}
const SAID = [
	"accept",
	"content-type",
	"user-agent"
];
function headersFor(key, given) {
	const all = new Headers(given);
	const headers = new Headers({ authorization: `Bearer ${key}` });
	for (const name of SAID) {
		const value = all.get(name);
		if (value !== null) headers.set(name, value);
	}
	return headers;
}
async function adminClient(host, adminKey, retries = 2) {
	return await clientOf(host, {
		apiKey: null,
		adminAPIKey: adminKey
	}, retries);
}
async function plainClient(host, key) {
	return await clientOf(host, {
		apiKey: key,
		adminAPIKey: null
	}, 0);
}
// src/openai/pause.ts
async function pause(milliseconds) {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}
// src/openai/refusal.ts
const NO_ANSWER = {
	status: null,
	isTheirs: false,
	code: null,
	type: null,
	missingScopes: [],
	quoted: null,
	retryAfterSeconds: null
};
function refusalOf(error) {
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
		quoted: /\bprovided:\s*(\S+?)\.?(?:\s|$)/.exec(message)?.[1] ?? null,
		retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null
	};
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
function scopesIn(message) {
	return (/Missing scopes?:\s*([a-z][a-z._, ]*)/.exec(message)?.[1] ?? "").match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
}
// src/openai/contain.ts
const REFUSALS = 2;
const LONGEST_PAUSE = 5e3;
const LONGEST_WAIT$1 = 3e4;
const TRIES$1 = 3;
async function revoke(client, record, again, { patience, now }) {
	const deletion = await deleted(client, record);
	if (deletion !== "deleted" && deletion !== "gone-before") return {
		kind: "failed",
		because: deletion
	};
	const at = now();
	const until = performance.now() + patience.total;
	let pausing = patience.first;
	let refused = 0;
	for (;;) {
		const listed = await isListed(client, record);
		refused = (await again()).kind === "inactive" ? refused + 1 : 0;
		if (listed === false && refused >= REFUSALS) return deletion === "deleted" ? {
			kind: "contained",
			verified: true,
			at
		} : { kind: "already-gone" };
		if (performance.now() + pausing > until) {
			if (listed) return {
				kind: "failed",
				because: "still-listed"
			};
			if (deletion === "gone-before") return {
				kind: "failed",
				because: "not-understood"
			};
			return {
				kind: "contained",
				verified: false,
				at
			};
		}
		await pause(pausing);
		pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
	}
}
async function deleted(client, record) {
	let last = "not-understood";
	let wait = 0;
	for (let tries = 0; tries < TRIES$1; tries += 1) {
		if (tries > 0) await pause(wait);
		try {
			return await requestDeletion(client, record) ? "deleted" : "not-understood";
		} catch (error) {
			const refusal = refusalOf(error);
			if (isGone(refusal)) return tries === 0 ? "gone-before" : "deleted";
			last = failureOf(refusal);
			if (last === "not-permitted" || last === "not-understood") return last;
			if (last !== "rate-limited" && await isListed(client, record) === false) return "deleted";
			wait = (refusal.retryAfterSeconds ?? 1) * 1e3;
			if (wait > LONGEST_WAIT$1) return last;
		}
	}
	return last;
}
async function requestDeletion(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	const answer = home.kind === "organization" || home.id === null ? await adminAPIKeys.delete(id, { maxRetries: 0 }) : await projects.apiKeys.delete(id, { project_id: home.id }, { maxRetries: 0 });
	return answer?.deleted === true && answer.id === id;
}
async function isListed(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	try {
		return (home.kind === "organization" || home.id === null ? await adminAPIKeys.retrieve(id) : await projects.apiKeys.retrieve(id, { project_id: home.id }))?.id === id ? true : null;
	} catch (error) {
		return isGone(refusalOf(error)) ? false : null;
	}
}
function isGone({ status, isTheirs }) {
	return status === 404 && isTheirs;
}
function failureOf({ status }) {
	if (status === null) return "network";
	if (status === 401 || status === 403) return "not-permitted";
	if (status === 429) return "rate-limited";
	return status >= 500 ? "server-error" : "not-understood";
}
// src/openai/pages.ts
var MalformedPage = class extends Error {
	name = "MalformedPage";
};
const MOST_PAGES$1 = 1e3;
async function* pagesOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let after;
	do {
		const { data, more, lastId } = pageOf(await jsonOf(await ask(after)));
		yield data;
		after = more ? lastId ?? data.at(-1)?.id : void 0;
		if (more && after === void 0) throw new MalformedPage("a page says there is more and does not say where");
		if (after !== void 0 && seen.has(after)) throw new MalformedPage("a page leads back to an earlier one");
		if (seen.size >= MOST_PAGES$1) throw new MalformedPage("the pages have no end");
		if (after !== void 0) seen.add(after);
	} while (after !== void 0);
}
async function jsonOf(response) {
	try {
		return await response.json();
	} catch {
		throw new MalformedPage("a page is not JSON");
	}
}
function pageOf(body) {
	const { data, has_more, last_id } = typeof body === "object" && body !== null ? body : {};
	if (!Array.isArray(data) || !data.every(hasId)) throw new MalformedPage("a page has no list of records");
	if (typeof has_more !== "boolean") throw new MalformedPage("a page does not say whether there is more");
	return {
		data,
		more: has_more,
		lastId: typeof last_id === "string" ? last_id : null
	};
}
function hasId(item) {
	return typeof item === "object" && item !== null && typeof item.id === "string";
}
// src/openai/audit.ts
const limit$1 = 100;
var NoAuditLog = class extends Error {
	name = "NoAuditLog";
};
async function changesWith(client, { keyId, since }) {
	const { auditLogs } = client.admin.organization;
	const from = {
		limit: limit$1,
		actor_ids: [keyId],
		effective_at: { gte: Math.floor(since.getTime() / 1e3) }
	};
	const changes = [];
	const ask = (after) => auditLogs.list(after ? {
		...from,
		after
	} : from).asResponse();
	for await (const page of pagesOf(ask)) for (const entry of page) {
		const change = alterationIn(entry);
		if (change) changes.push(change);
	}
	if (changes.length === 0) await mustBeKept(client);
	return changes.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
async function mustBeKept(client) {
	for await (const page of pagesOf(() => client.admin.organization.auditLogs.list({ limit: 1 }).asResponse())) if (page.length > 0) return;
	throw new NoAuditLog("the audit log is empty");
}
function alterationIn({ type, effective_at: seconds, ...fields }) {
	if (typeof type !== "string" || !/^[a-z][a-z0-9_.]{0,79}$/.test(type) || typeof seconds !== "number") return null;
	if (/^log(?:in|out)\./.test(type)) return null;
	const what = fields[type];
	const { id, data } = typeof what === "object" && what !== null ? what : {};
	const { name, title } = typeof data === "object" && data !== null ? data : {};
	return {
		what: type,
		at: /* @__PURE__ */ new Date(seconds * 1e3),
		id: textOr(id),
		name: textOr(name) ?? textOr(title)
	};
}
function textOr(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/buckets.ts
const MOST_PAGES = 200;
async function* resultsOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let page;
	do {
		const { data, next } = bucketsIn(await jsonOf(await ask(page)));
		for (const results of data) yield* results;
		if (next !== void 0 && (seen.has(next) || seen.size >= MOST_PAGES)) throw new MalformedPage("a page leads back to an earlier one, or without end");
		if (next !== void 0) seen.add(next);
		page = next;
	} while (page !== void 0);
}
function bucketsIn(body) {
	const { data, has_more: more, next_page: next } = isObject(body) ? body : {};
	if (!Array.isArray(data) || typeof more !== "boolean") throw new MalformedPage("a page has no buckets");
	if (more && typeof next !== "string") throw new MalformedPage("a page says there is more and does not say where");
	const results = data.map((bucket) => isObject(bucket) ? bucket["results"] : void 0);
	if (!results.every((list) => Array.isArray(list) && list.every(isObject))) throw new MalformedPage("a bucket has no results");
	return {
		data: results,
		next: more ? String(next) : void 0
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/openai/usage.ts
const DAY = 86400;
const WIDTHS = [
	{
		width: "1m",
		upTo: DAY,
		limit: 1440
	},
	{
		width: "1h",
		upTo: 14 * DAY,
		limit: 168
	},
	{
		width: "1d",
		upTo: Number.POSITIVE_INFINITY,
		limit: 31
	}
];
async function usageOf(client, { keyId, since, until }) {
	const { usage } = client.admin.organization;
	const [start, end] = [seconds(since), seconds(until) + 1];
	const { width, limit } = WIDTHS.find(({ upTo }) => end - start <= upTo) ?? WIDTHS[2];
	const query = {
		start_time: start,
		end_time: end,
		bucket_width: width,
		limit,
		api_key_ids: [keyId],
		group_by: ["model"]
	};
	const endpoints = [
		["completions", (page) => usage.completions({
			...query,
			...page
		}).asResponse()],
		["decisions", (page) => usage.decisions({
			...query,
			...page
		}).asResponse()],
		["embeddings", (page) => usage.embeddings({
			...query,
			...page
		}).asResponse()],
		["moderations", (page) => usage.moderations({
			...query,
			...page
		}).asResponse()],
		["images", (page) => usage.images({
			...query,
			...page
		}).asResponse()],
		["speech", (page) => usage.audioSpeeches({
			...query,
			...page
		}).asResponse()],
		["transcriptions", (page) => usage.audioTranscriptions({
			...query,
			...page
		}).asResponse()],
		["web searches", (page) => usage.webSearchCalls({
			...query,
			...page
		}).asResponse()],
		["file searches", (page) => usage.fileSearchCalls({
			...query,
			group_by: ["api_key_id"],
			...page
		}).asResponse()]
	];
	const uses = /* @__PURE__ */ new Map();
	await Promise.all(endpoints.map(async ([name, ask]) => {
		for await (const result of resultsOf((page) => ask(page === void 0 ? {} : { page }))) {
			const isSearch = name.endsWith("searches");
			add(uses, isSearch ? name : textIn(result, "model") ?? name, result, isSearch);
		}
	}));
	return [...uses.values()].toSorted((one, other) => (other.requests ?? 0) - (one.requests ?? 0));
}
function add(uses, model, result, isSearch) {
	const known = uses.get(model) ?? {
		model,
		requests: null,
		inputTokens: null,
		outputTokens: null
	};
	uses.set(model, {
		model,
		requests: sum(known.requests, numberIn(result, isSearch ? "num_requests" : "num_model_requests")),
		inputTokens: sum(known.inputTokens, numberIn(result, "input_tokens")),
		outputTokens: sum(known.outputTokens, numberIn(result, "output_tokens"))
	});
}
async function costsOf(client, { keyId, since, until }) {
	const { usage } = client.admin.organization;
	const query = {
		start_time: Math.floor(seconds(since) / DAY) * DAY,
		end_time: seconds(until) + 1,
		limit: 180,
		api_key_ids: [keyId]
	};
	let [value, currency] = [0, "usd"];
	for await (const result of resultsOf((page) => usage.costs(page ? {
		...query,
		page
	} : query).asResponse())) {
		const amount = result["amount"];
		if (typeof amount !== "object" || amount === null) continue;
		value += Number(amount["value"]) || 0;
		currency = textIn(amount, "currency") ?? currency;
	}
	return {
		value,
		currency
	};
}
function seconds(time) {
	return Math.floor(time.getTime() / 1e3);
}
function sum(known, more) {
	return more === null ? known : (known ?? 0) + more;
}
function numberIn(result, field) {
	const value = result[field];
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}
function textIn(result, field) {
	const value = result[field];
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/impact.ts
async function impactOf(client, window) {
	const untold = [];
	async function told(source, asking) {
		try {
			return await asking;
		} catch (error) {
			untold.push({
				source,
				because: whyUntold(error)
			});
			return null;
		}
	}
	const [models, cost, changes] = await Promise.all([
		told("usage", usageOf(client, window)),
		told("costs", costsOf(client, window)),
		told("audit-log", changesWith(client, window))
	]);
	const made = models?.filter(({ model }) => !model.endsWith(" searches")) ?? null;
	return {
		since: window.since,
		asOf: window.until,
		requests: made && made.reduce((sum, { requests }) => sum + (requests ?? 0), 0),
		inputTokens: made && made.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0),
		outputTokens: made && made.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0),
		models,
		cost,
		changes,
		untold
	};
}
function whyUntold(error) {
	if (error instanceof NoAuditLog) return "off";
	if (error instanceof MalformedPage) return "unreadable";
	return ofRefusal(refusalOf(error));
}
function ofRefusal({ status }) {
	if (status === null || status === 429 || status >= 500) return "no-answer";
	return status === 401 || status === 403 ? "not-permitted" : "unreadable";
}
// src/openai/pace.ts
const AT_ONCE = 16;
const TRIES = 3;
const LATE_TRIES = 8;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 6e4;
const HOPELESS = AT_ONCE;
const TOTAL = 3e5;
var NotAsked = class extends Error {
	name = "NotAsked";
};
var Pace = class {
	#started = performance.now();
	#waiting = [];
	#most;
	#total;
	#firstWait;
	#room;
	#underWay = 0;
	#calm = 0;
	#hopeless = 0;
	#quietUntil = 0;
	#slowedAt = 0;
	constructor({ most = AT_ONCE, total = TOTAL, firstWait = FIRST_WAIT } = {}) {
		this.#most = most;
		this.#room = most;
		this.#total = total;
		this.#firstWait = firstWait;
	}
	async ask(request, { first = false } = {}) {
		await this.#enter(first);
		try {
			for (let tries = 1;; tries += 1) {
				await this.#quiet();
				const asked = performance.now();
				try {
					const answer = await request();
					this.#wentWell();
					return answer;
				} catch (error) {
					const refusal = refusalOf(error);
					const wait = waitAfter(refusal, tries, this.#firstWait);
					if (wait === null) {
						this.#hopeless = isOutage(refusal) ? this.#hopeless + 1 : 0;
						throw error;
					}
					if (refusal.status !== 429) {
						await pause(wait);
						continue;
					}
					this.#slowDown(asked, refusal);
					this.#leave();
					await pause(wait);
					await this.#enter(true);
				}
			}
		} finally {
			this.#leave();
		}
	}
	async #enter(first) {
		if (this.#underWay < this.#room) {
			this.#underWay += 1;
			return;
		}
		await new Promise((resolve) => {
			if (first) this.#waiting.unshift(resolve);
			else this.#waiting.push(resolve);
		});
	}
	async #quiet() {
		for (;;) {
			if (this.#hopeless >= HOPELESS) throw new NotAsked("OpenAI had stopped answering");
			const now = performance.now();
			if (Math.max(now, this.#quietUntil) > this.#started + this.#total) throw new NotAsked(`OpenAI had been asked for ${Math.ceil(this.#total / 6e4)} minutes, which is the limit`);
			if (this.#quietUntil <= now) return;
			await pause(this.#quietUntil - now);
		}
	}
	#leave() {
		this.#underWay -= 1;
		while (this.#underWay < this.#room) {
			const next = this.#waiting.shift();
			if (!next) return;
			this.#underWay += 1;
			next();
		}
	}
	#wentWell() {
		this.#hopeless = 0;
		this.#calm += 1;
		if (this.#calm < this.#room || this.#room >= this.#most) return;
		this.#calm = 0;
		this.#room += 1;
	}
	#slowDown(asked, { retryAfterSeconds }) {
		const wait = Math.min((retryAfterSeconds ?? 0) * 1e3, LONGEST_WAIT);
		this.#quietUntil = Math.max(this.#quietUntil, performance.now() + wait);
		this.#calm = 0;
		if (asked < this.#slowedAt) return;
		this.#slowedAt = performance.now();
		this.#room = Math.max(1, Math.floor(this.#room / 2));
	}
};
function waitAfter(refusal, tries, firstWait) {
	const { status, retryAfterSeconds } = refusal;
	const told = retryAfterSeconds === null ? null : retryAfterSeconds * 1e3;
	if (!isOutage(refusal) && status !== 408 && status !== 409) return null;
	if (tries >= (status === 429 ? LATE_TRIES : TRIES) || (told ?? 0) > LONGEST_WAIT) return null;
	const usual = firstWait * 2 ** Math.min(tries - 1, 4) * (.75 + Math.random() / 2);
	return told === 0 ? 0 : Math.max(told ?? 0, usual);
}
function isOutage({ status }) {
	return status === null || status === 429 || status >= 500;
}
// src/openai/unlisted.ts
const NAMED = 3;
function gapsOf(unlisted) {
	return [...new Set(unlisted.map(({ because }) => because))].map((reason) => {
		return {
			kind: "inventory",
			detail: `${said(unlisted.filter(({ because }) => because === reason).map(({ of }) => of))} could not be listed in full: ${reason}`
		};
	});
}
function said(listings) {
	const ids = listings.flatMap((of) => typeof of === "object" ? [of.project] : []);
	const keys = ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
	return [...new Set(listings.filter((of) => typeof of === "string")), ...keys ? [keys] : []].join(" and ");
}
function reasonOf(error, mask) {
	if (error instanceof MalformedPage || error instanceof NotAsked) return error.message;
	const refusal = refusalOf(error);
	const { status } = refusal;
	if (status === 401 || status === 403) return refused(refusal, mask);
	if (status === null) return "OpenAI did not answer";
	if (status === 429) return "OpenAI asked to slow down (429), and went on asking";
	if (status >= 500) return `OpenAI failed (${status})`;
	return status >= 300 && status < 400 ? `OpenAI's address answered with a redirect (${status}), which is not followed` : `OpenAI's answer (${status}) was not what its description says`;
}
function refused({ status, code, missingScopes }, mask) {
	const other = otherKind(mask);
	if (other && (missingScopes.length > 0 || code === "invalid_api_key")) return `what was given as Admin API key is ${other}; an owner of the organisation has to make one that begins with sk-admin-`;
	if (missingScopes.length > 0) return `the Admin API key lacks the scope ${missingScopes.join(", ")}: give it that permission, or another Admin API key that has it`;
	switch (code) {
		case "invalid_api_key": return "OpenAI does not know the Admin API key: it is mistyped, expired or revoked";
		case "ip_not_authorized": return "the organisation's list of IP addresses keeps this machine out (ip_not_authorized)";
		case "unsupported_country_region_territory": return "OpenAI answers nobody in the country this machine is in";
		default: return `OpenAI refused the Admin API key (${status}${code ? ` ${code}` : ""})`;
	}
}
function otherKind(mask) {
	if (mask.startsWith("sk-proj-")) return "a project's key (sk-proj-)";
	if (mask.startsWith("sk-svcacct-")) return "a service account's key (sk-svcacct-)";
	return /^sk-(?:None-)?…/.test(mask) ? "a key for the model API" : null;
}
// src/openai/wire.ts
function homeOf({ id, name }) {
	return {
		kind: "project",
		id,
		name: name ?? null
	};
}
function recordOf(key, home) {
	const access = key.owner_project_access;
	return {
		...dated(key),
		home,
		owner: projectOwnerOf(key.owner),
		ownerHasAccess: access === "active" ? true : access === "inactive" ? false : null
	};
}
function adminRecordOf(key) {
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
	return {
		id: key.id,
		name: key.name || null,
		redacted: key.redacted_value ?? null,
		createdAt: timeOf(key.created_at),
		lastUsedAt: timeOf(key.last_used_at),
		expiresAt: timeOf(key.expires_at)
	};
}
function projectOwnerOf(owner) {
	const { type, user, service_account: account } = owner ?? {};
	if (account || type === "service_account") return ownerOf("service-account", account);
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
function timeOf(seconds) {
	return typeof seconds === "number" && Number.isFinite(seconds) ? /* @__PURE__ */ new Date(seconds * 1e3) : null;
}
// src/openai/inventory.ts
const limit = 100;
async function takeInventory(client, { mask, progress = () => {}, pace = new Pace() }) {
	const { projects: projectApi, adminAPIKeys } = client.admin.organization;
	const records = /* @__PURE__ */ new Map();
	const unlisted = [];
	let organization = null;
	let [done, expected] = [0, 0];
	async function read(of, ask, take) {
		expected += 1;
		const paced = async (after) => {
			const response = await pace.ask(() => ask(after), { first: of === "projects" });
			organization ??= response.headers.get("openai-organization");
			return response;
		};
		try {
			for await (const page of pagesOf(paced)) for (const item of page) take(item);
		} catch (error) {
			unlisted.push({
				of,
				because: reasonOf(error, mask)
			});
		}
		done += 1;
		progress(done, expected);
	}
	const listings = /* @__PURE__ */ new Map();
	const readKeysOf = (project) => {
		if (listings.has(project.id)) return;
		const home = homeOf(project);
		const listing = read({ project: project.id }, (after) => projectApi.apiKeys.list(project.id, {
			...from(after),
			owner_project_access: "any"
		}).asResponse(), (key) => records.set(key.id, recordOf(key, home)));
		listing.catch(() => {});
		listings.set(project.id, listing);
	};
	await Promise.all([read("projects", (after) => projectApi.list({
		...from(after),
		include_archived: true
	}).asResponse(), readKeysOf), read("admin keys", (after) => adminAPIKeys.list(from(after)).asResponse(), (key) => records.set(key.id, adminRecordOf(key)))]);
	await Promise.all(listings.values());
	return {
		inventory: {
			records: [...records.values()],
			gaps: gapsOf(unlisted)
		},
		organization
	};
}
function from(after) {
	return after === void 0 ? { limit } : {
		limit,
		after
	};
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
function validityOf(refusal, secret) {
	const { status, code, type, missingScopes, quoted } = refusal;
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
	if (status === 401 && code === "invalid_api_key") return quoted !== null && endsFit(secret, quoted) ? {
		kind: "inactive",
		because: "refused"
	} : unknown("unreadable");
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
const SECOND_ASK = 250;
async function tryKey(host, secret, record, organization) {
	const client = await plainClient(host, secret.reveal());
	let trial = await trialOf(client, secret, "/me");
	if (trial.validity.kind === "inactive" && trial.validity.because === "refused") {
		await pause(SECOND_ASK);
		trial = await trialOf(client, secret, "/me");
	}
	if (trial.validity.kind === "active" && trial.validity.because === "restricted") {
		const models = await trialOf(client, secret, "/models");
		if (models.self.header !== null) trial = {
			...trial,
			self: {
				...trial.self,
				header: models.self.header
			}
		};
	}
	const { validity, self } = trial;
	if (!(validity.kind === "active" && (validity.because === "accepted" || validity.because === "restricted"))) return {
		validity,
		possession: "not-accepted"
	};
	return {
		validity,
		possession: record ? possessionOf(self, await organization(), record) : "unnamed"
	};
}
async function selfOf(client, secret) {
	return (await trialOf(client, secret, "/me")).self;
}
function possessionOf(self, ours, { owner }) {
	const organization = isOurs(self, ours);
	const user = owner?.kind === "service-account" ? true : sameUser(self.userId, owner?.id ?? null);
	if (organization === false || user === false) return "someone-else";
	return organization && user ? "proven" : "unnamed";
}
function isOurs(self, ours) {
	if (self.header !== null && ours.header !== null) return self.header === ours.header;
	if (self.organizationIds.length === 0 || ours.ids.size === 0) return null;
	return self.organizationIds.some((id) => ours.ids.has(id));
}
function sameUser(found, recorded) {
	return found === null || recorded === null ? null : found === recorded;
}
const NOBODY = {
	userId: null,
	header: null,
	organizationIds: []
};
async function trialOf(client, secret, path) {
	try {
		const response = await client.get(path).asResponse();
		const header = response.headers.get("openai-organization");
		const body = await response.json();
		const self = path === "/me" ? namedIn(body) : isListOf(body) ? NOBODY : null;
		return self ? {
			validity: {
				kind: "active",
				because: "accepted"
			},
			self: {
				...self,
				header
			}
		} : {
			validity: {
				kind: "unknown",
				because: "unreadable"
			},
			self: NOBODY
		};
	} catch (error) {
		return {
			validity: validityOf(refusalOf(error), secret),
			self: NOBODY
		};
	}
}
function namedIn(body) {
	const { id, orgs } = typeof body === "object" && body !== null ? body : {};
	if (typeof id !== "string") return null;
	const list = (typeof orgs === "object" && orgs !== null ? orgs.data : []) ?? [];
	return {
		userId: id,
		header: null,
		organizationIds: (Array.isArray(list) ? list.map((one) => one?.id) : []).filter((one) => typeof one === "string")
	};
}
function isListOf(body) {
	return typeof body === "object" && body !== null && Array.isArray(body.data);
}
// src/openai/registry.ts
const PATIENCE = {
	total: 6e4,
	first: 200
};
function registryFor({ baseURL, adminKey, dryRun }, now, progress) {
	const host = { baseURL };
	if (!adminKey) return withoutAdminKey(async (secret, record) => await tryKey(host, secret, record, nameless));
	const real = openaiRegistry(host, adminKey, {
		now,
		progress
	});
	return dryRun ? rehearsing(real) : real;
}
const nameless = async () => ({
	header: null,
	ids: /* @__PURE__ */ new Set()
});
function openaiRegistry(host, adminKey, { now, patience = PATIENCE, progress, pace }) {
	const { mask } = adminKey;
	const listing = once(async () => {
		return await takeInventory(await adminClient(host, adminKey.reveal(), 0), {
			mask,
			progress,
			pace: new Pace(pace)
		});
	});
	const organization = once(async () => {
		const { organization: header } = await listing();
		if (header !== null) return {
			header,
			ids: /* @__PURE__ */ new Set()
		};
		const self = await selfOf(await plainClient(host, adminKey.reveal()), adminKey);
		return {
			header: self.header,
			ids: new Set(self.organizationIds)
		};
	});
	return {
		inventory: async () => (await listing()).inventory,
		impact: async ({ id }, since) => await impactOf(await adminClient(host, adminKey.reveal()), {
			keyId: id,
			since,
			until: now()
		}),
		prove: async (secret, record) => await tryKey(host, secret, record, organization),
		contain: async ({ record }, again) => await revoke(await adminClient(host, adminKey.reveal()), record, again, {
			patience,
			now
		})
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
export { registryFor };
