import "./rolldown-runtime.js";
import { Mt as withoutAdminKey, jt as rehearsing, o as endsFit } from "./core.js";
// src/openai/client.ts
const PATIENCE$1 = 2e4;
async function clientOf({ baseURL }, keys, retries) {
	const { default: OpenAIClient } = await import("./openai.js");
	return new OpenAIClient({
		...keys,
		baseURL,
		organization: null,
		project: null,
		webhookSecret: null,
		logLevel: "off",
		timeout: PATIENCE$1,
		maxRetries: retries,
		fetchOptions: { redirect: "manual" }
	});
}
async function adminClient(host, adminKey) {
	return await clientOf(host, {
		apiKey: null,
		adminAPIKey: adminKey
	}, 2);
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
		code: wordOf(error.code),
		type: wordOf(error.type),
		missingScopes: scopesIn(message),
		quoted: /\bprovided:\s*(\S+?)\.?(?:\s|$)/.exec(message)?.[1] ?? null,
		retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null
	};
}
function reasonOf({ status, code, missingScopes }) {
	if (missingScopes.length > 0) return `the Admin API key lacks the scope ${missingScopes.join(", ")}`;
	if (status === null) return "OpenAI did not answer";
	if (status === 401 && code === "invalid_api_key") return "OpenAI does not know the Admin API key";
	if (status === 401 || status === 403) return `OpenAI refused the Admin API key (${status}${code ? ` ${code}` : ""})`;
	if (status === 429) return "OpenAI asked to slow down (429), and went on asking";
	return status >= 500 ? `OpenAI failed (${status})` : `OpenAI's answer (${status}) was not what its description says`;
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
const TRIES = 3;
async function revoke(client, record, again, { patience, now }) {
	const deletion = await deleted(client, record);
	if (deletion === "gone-before") return { kind: "already-gone" };
	if (deletion !== "deleted") return {
		kind: "failed",
		because: deletion
	};
	const at = now();
	let pausing = patience.first;
	let refused = 0;
	let listed = null;
	for (let waited = 0; waited <= patience.total; waited += pausing) {
		listed = await isListed(client, record);
		refused = (await again()).kind === "inactive" ? refused + 1 : 0;
		if (listed === false && refused >= REFUSALS) return {
			kind: "contained",
			verified: true,
			at
		};
		await pause(pausing);
		pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
	}
	return listed ? {
		kind: "failed",
		because: "still-listed"
	} : {
		kind: "contained",
		verified: false,
		at
	};
}
async function deleted(client, record) {
	let last = "not-understood";
	for (let tries = 0; tries < TRIES; tries += 1) try {
		return await requestDeletion(client, record) ? "deleted" : "not-understood";
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal.status === 404) return tries === 0 ? "gone-before" : "deleted";
		last = failureOf(refusal);
		if (last === "not-permitted" || last === "not-understood") return last;
		if (last !== "rate-limited" && await isListed(client, record) === false) return "deleted";
		await pause(Math.min((refusal.retryAfterSeconds ?? 1) * 1e3, LONGEST_PAUSE * 4));
	}
	return last;
}
async function requestDeletion(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	const answer = home.kind === "organization" || home.id === null ? await adminAPIKeys.delete(id, { maxRetries: 0 }) : await projects.apiKeys.delete(id, { project_id: home.id }, { maxRetries: 0 });
	return answer.deleted === true && answer.id === id;
}
async function isListed(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	try {
		return (home.kind === "organization" || home.id === null ? await adminAPIKeys.retrieve(id) : await projects.apiKeys.retrieve(id, { project_id: home.id })).id === id ? true : null;
	} catch (error) {
		return refusalOf(error).status === 404 ? false : null;
	}
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
async function* pagesOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let after;
	do {
		const { data, more, lastId } = pageOf(await jsonOf(await ask(after)));
		yield data;
		after = more ? lastId ?? data.at(-1)?.id : void 0;
		if (more && after === void 0) throw new MalformedPage("a page says there is more and does not say where");
		if (after !== void 0 && seen.has(after)) throw new MalformedPage("a page leads back to an earlier one");
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
const AT_ONCE = 4;
const limit = 100;
async function takeInventory(client) {
	const { projects: projectApi, adminAPIKeys } = client.admin.organization;
	const records = /* @__PURE__ */ new Map();
	const gaps = /* @__PURE__ */ new Map();
	let organization = null;
	async function read(what, ask, take) {
		try {
			const heard = async (after) => {
				const response = await ask(after);
				organization ??= response.headers.get("openai-organization");
				return response;
			};
			for await (const page of pagesOf(heard)) for (const item of page) take(item);
		} catch (error) {
			const detail = `${what} could not be listed in full: ${error instanceof MalformedPage ? error.message : reasonOf(refusalOf(error))}`;
			gaps.set(detail, {
				kind: "inventory",
				detail
			});
		}
	}
	const projects = /* @__PURE__ */ new Map();
	await Promise.all([read("projects", (after) => projectApi.list({
		...from(after),
		include_archived: true
	}).asResponse(), (project) => projects.set(project.id, project)), read("admin keys", (after) => adminAPIKeys.list(from(after)).asResponse(), (key) => records.set(key.id, adminRecordOf(key)))]);
	const queue = projects.values();
	const worker = async () => {
		for (const project of queue) {
			const home = homeOf(project);
			await read(`keys of project ${project.id}`, (after) => projectApi.apiKeys.list(project.id, {
				...from(after),
				owner_project_access: "any"
			}).asResponse(), (key) => records.set(key.id, recordOf(key, home)));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return {
		inventory: {
			records: [...records.values()],
			gaps: [...gaps.values()]
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
function registryFor({ baseURL, adminKey, dryRun }, now) {
	const host = { baseURL };
	if (!adminKey) return withoutAdminKey(async (secret, record) => await tryKey(host, secret, record, nameless));
	const real = openaiRegistry(host, adminKey, { now });
	return dryRun ? rehearsing(real) : real;
}
const nameless = async () => ({
	header: null,
	ids: /* @__PURE__ */ new Set()
});
function openaiRegistry(host, adminKey, { now, patience = PATIENCE }) {
	const listing = once(async () => await takeInventory(await adminClient(host, adminKey.reveal())));
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
