import { __exportAll } from "./rolldown-runtime.js";
import { createKeylessRegistry, matchesRedacted, parseRedacted } from "./scan.js";
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
	const { default: OpenAIClient } = await import("./openai-sdk.js").then((n) => n.openai_exports);
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
// src/openai/contain/again.ts
async function isRefused(again) {
	const validity = await again.validity().catch(() => null);
	if (validity?.kind !== "inactive") return false;
	return validity.because !== "account-deactivated" && validity.because !== "project-dormant";
}
async function reachNow(again) {
	return await again.probeScopes().catch(() => "untold");
}
const HOLD = 600;
const LONGEST_PAUSE = 5e3;
async function holds(isGood, { total, first, hold = HOLD, isOver = () => false }, times = 3) {
	const until = performance.now() + total;
	let pausing = first;
	let good = 0;
	for (;;) {
		good = await isGood() ? good + 1 : 0;
		if (good >= times) return true;
		const wait = good > 0 ? hold / 2 : pausing;
		if (performance.now() + wait > until || isOver()) return false;
		await pause(wait);
		if (good === 0) pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
	}
}
// src/openai/contain/gone.ts
async function goneBefore(api, again, { patience }) {
	return await holds(async () => {
		const [listed, refused] = await Promise.all([api.isListed(), isRefused(again)]);
		return listed === false && refused;
	}, patience) ? { kind: "already-gone" } : {
		kind: "failed",
		because: "not-understood"
	};
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
		missingScopes: scopesIn$1(message),
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
function scopesIn$1(message) {
	return (/Missing scopes?:\s*([a-z][a-z._, ]*)/.exec(message)?.[1] ?? "").match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
}
// src/openai/contain/failure.ts
function isGone({ status, isTheirs }) {
	return status === 404 && isTheirs;
}
function failureOf({ status, isTheirs }) {
	if (status === null) return "network";
	if (status === 401 || status === 403) return isTheirs ? "not-permitted" : "not-understood";
	if (status === 429) return "rate-limited";
	if (status >= 500) return "server-error";
	return (status === 400 || status === 422) && isTheirs ? "refused" : "not-understood";
}
// src/openai/contain/write.ts
const TRIES$1 = 3;
const LATE_TRIES$1 = 5;
const FIRST_WAIT$1 = 5;
const LONGEST_WAIT$1 = 3e4;
async function write(request, tookEffect, { first }) {
	let wasLost = false;
	for (let tries = 1;; tries += 1) {
		const refusal = await refusalTo(request);
		if (refusal === null) return { kind: "done" };
		if (isGone(refusal)) return { kind: wasLost && await tookEffect() ? "done" : "gone" };
		const because = failureOf(refusal);
		const failed = {
			kind: "failed",
			because,
			status: refusal.isTheirs ? refusal.status : null
		};
		if (because === "not-permitted") return failed;
		if (because !== "rate-limited") {
			wasLost = true;
			if (await tookEffect()) return { kind: "done" };
		}
		const wait = waitAfter$1(because, refusal, first * FIRST_WAIT$1 * 2 ** (tries - 1));
		if (wait === null || tries >= (because === "rate-limited" ? LATE_TRIES$1 : TRIES$1)) return failed;
		await pause(wait);
	}
}
async function refusalTo(request) {
	try {
		return await request() ? null : refusalOf(/* @__PURE__ */ new SyntaxError("an answer to something else"));
	} catch (error) {
		return refusalOf(error);
	}
}
function waitAfter$1(because, { retryAfterSeconds: told }, usual) {
	if (because !== "rate-limited" && because !== "network" && because !== "server-error") return null;
	const wait = told === null ? usual : told * 1e3;
	return wait > LONGEST_WAIT$1 ? null : wait;
}
// src/openai/contain/expire.ts
const WORTH_WAITING = 5;
const SLACK = 5e3;
async function expire(api, { grace, before }, again, clocks) {
	const endFrom = (at) => new Date(at.getTime() + grace * 1e3);
	const had = before.record.expiresAt;
	if (had !== null && had <= endFrom(before.at)) return {
		kind: "left",
		because: "expires-sooner"
	};
	let askedAt = before.at;
	const written = await write(async () => {
		const at = await api.update({ expires_in_seconds: grace });
		askedAt = at ?? askedAt;
		return at !== null;
	}, async () => {
		const now = await api.read();
		if (now.kind === "there") askedAt = now.at;
		return now.kind === "there" && endsBy(now, endFrom(askedAt));
	}, clocks.patience);
	if (written.kind === "gone") return await goneBefore(api, again, clocks);
	if (written.kind === "failed") return {
		kind: "failed",
		because: written.because
	};
	const at = clocks.now();
	const asked = endFrom(askedAt);
	const seen = await lookUntilItEnds(api, asked, clocks);
	if (seen.kind === "there" && !endsBy(seen, asked)) return {
		kind: "failed",
		because: "not-taken"
	};
	const endsAt = seen.kind === "there" && seen.record.expiresAt || asked;
	const stopped = grace <= WORTH_WAITING && await isRefusedAfter(endsAt.getTime() - askedAt.getTime(), again, clocks);
	return {
		kind: "contained",
		by: "expire",
		verified: seen.kind === "there" || seen.kind === "gone" && stopped,
		stopped,
		at,
		endsAt,
		scopesBefore: null
	};
}
async function lookUntilItEnds(api, asked, { patience }) {
	let seen = {
		kind: "untold",
		because: "network"
	};
	const look = async () => {
		seen = await api.read();
		return seen.kind === "gone" || seen.kind === "there" && endsBy(seen, asked);
	};
	await holds(look, patience, 1);
	return seen;
}
function endsBy({ record: { expiresAt } }, asked) {
	return expiresAt !== null && expiresAt.getTime() <= asked.getTime() + SLACK;
}
async function isRefusedAfter(milliseconds, again, { patience }) {
	await pause(Math.max(0, milliseconds));
	return await holds(async () => await isRefused(again), patience);
}
// src/openai/pages.ts
var MalformedPage = class extends Error {
	name = "MalformedPage";
};
const MOST_PAGES$2 = 1e3;
async function* pagesOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let after;
	do {
		const { data, more, lastId } = pageOf(await jsonOf(await ask(after)));
		yield data;
		after = more ? lastId ?? data.at(-1)?.id : void 0;
		if (more && after === void 0) throw new MalformedPage("a page says there is more and does not say where");
		if (after !== void 0 && seen.has(after)) throw new MalformedPage("a page leads back to an earlier one");
		if (seen.size >= MOST_PAGES$2) throw new MalformedPage("the pages have no end");
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
// src/openai/contain/scopes.ts
const HARMLESS = ["api.model.read"];
const PLACES = {
	"api_key.created": "data",
	"api_key.updated": "changes_requested"
};
const MOST_PAGES$1 = 3;
const IMPATIENCE = {
	maxRetries: 1,
	timeout: 3e3
};
async function scopesOf(client, keyId) {
	try {
		const lists = (await entriesOf(client, keyId)).flatMap((entry) => scopesIn(entry, keyId));
		const [last] = lists;
		return {
			isQuarantined: last !== void 0 && isHarmless(last),
			before: lists.find((scopes) => !isHarmless(scopes)) ?? null
		};
	} catch (error) {
		if (!(error instanceof MalformedPage)) refusalOf(error);
		return {
			isQuarantined: false,
			before: null
		};
	}
}
async function entriesOf(client, keyId) {
	const { auditLogs } = client.admin.organization;
	const query = {
		event_types: ["api_key.created", "api_key.updated"],
		resource_ids: [keyId]
	};
	const entries = [];
	let pages = 0;
	const ask = (after) => auditLogs.list({
		...query,
		limit: 100,
		...after === void 0 ? {} : { after }
	}, IMPATIENCE).asResponse();
	for await (const page of pagesOf(ask)) {
		entries.push(...page);
		pages += 1;
		if (pages >= MOST_PAGES$1) break;
	}
	return entries.toSorted((one, other) => timeOf$2(other) - timeOf$2(one));
}
function timeOf$2({ effective_at: seconds }) {
	return typeof seconds === "number" ? seconds : 0;
}
function scopesIn(entry, keyId) {
	const type = String(entry.type);
	const what = fieldsOf$1(entry[type]);
	const scopes = what["id"] === keyId ? fieldsOf$1(what[PLACES[type] ?? ""])["scopes"] : null;
	return Array.isArray(scopes) && scopes.every(isScope) ? [scopes] : [];
}
function isScope(value) {
	return typeof value === "string" && /^[a-z][a-z0-9_.-]{0,79}$/.test(value);
}
function isHarmless(scopes) {
	return scopes.length > 0 && scopes.every((scope) => HARMLESS.includes(scope));
}
function fieldsOf$1(value) {
	return typeof value === "object" && value !== null ? value : {};
}
// src/openai/contain/quarantine.ts
async function quarantine({ client, api }, { id }, again, clocks) {
	const [known, reach] = await Promise.all([scopesOf(client, id), reachBefore(again)]);
	const isNarrow = async () => await reachNow(again) === "narrow";
	const contained = (at, verified) => {
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
	if (known.isQuarantined && reach === "narrow") return contained(clocks.now(), true);
	const wasWide = reach === "wide";
	const written = await write(async () => await api.update({ scopes: HARMLESS }) !== null, async () => wasWide && await isNarrow(), clocks.patience);
	if (written.kind === "gone") return await goneBefore(api, again, clocks);
	if (written.kind === "failed") return {
		kind: "failed",
		because: written.because
	};
	return contained(clocks.now(), wasWide && await holds(isNarrow, clocks.patience));
}
async function reachBefore(again) {
	const reach = await reachNow(again);
	return reach === "untold" ? await reachNow(again) : reach;
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
		createdAt: timeOf$1(key.created_at),
		lastUsedAt: timeOf$1(key.last_used_at),
		expiresAt: timeOf$1(key.expires_at)
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
function timeOf$1(seconds) {
	return typeof seconds === "number" && Number.isFinite(seconds) ? /* @__PURE__ */ new Date(seconds * 1e3) : null;
}
// src/openai/contain/record.ts
var RecordApi = class {
	#client;
	#id;
	#home;
	#now;
	constructor(client, { id, home }, now) {
		if (home.kind === "project" && home.id === null) throw new Error("a project's key has a project");
		this.#client = client;
		this.#id = id;
		this.#home = home;
		this.#now = now;
	}
	async read(retries = 0) {
		try {
			const { record, response } = await this.#retrieve(retries);
			if (record === null) return {
				kind: "untold",
				because: "not-understood"
			};
			return {
				kind: "there",
				record,
				at: timeOf(response, this.#now)
			};
		} catch (error) {
			const refusal = refusalOf(error);
			return isGone(refusal) ? { kind: "gone" } : {
				kind: "untold",
				because: failureOf(refusal)
			};
		}
	}
	async isListed() {
		const { kind } = await this.read();
		return kind === "untold" ? null : kind === "there";
	}
	async delete() {
		const { adminAPIKeys, projects } = this.#client.admin.organization;
		const once = { maxRetries: 0 };
		const answer = this.#home.kind === "organization" ? await adminAPIKeys.delete(this.#id, once) : await projects.apiKeys.delete(this.#id, { project_id: this.#project }, once);
		return answer?.deleted === true && answer.id === this.#id;
	}
	async update(change) {
		const { apiKeys } = this.#client.admin.organization.projects;
		const body = "scopes" in change ? { scopes: [...change.scopes] } : change;
		const { data, response } = await apiKeys.update(this.#id, {
			project_id: this.#project,
			...body
		}, { maxRetries: 0 }).withResponse();
		return data?.id === this.#id ? timeOf(response, this.#now) : null;
	}
	get #project() {
		return this.#home.id ?? "";
	}
	async #retrieve(maxRetries) {
		const { adminAPIKeys, projects } = this.#client.admin.organization;
		if (this.#home.kind === "organization") {
			const { data, response } = await adminAPIKeys.retrieve(this.#id, { maxRetries }).withResponse();
			return {
				record: data?.id === this.#id ? adminRecordOf(data) : null,
				response
			};
		}
		const { data, response } = await projects.apiKeys.retrieve(this.#id, { project_id: this.#project }, { maxRetries }).withResponse();
		return {
			record: data?.id === this.#id ? recordOf(data, this.#home) : null,
			response
		};
	}
};
function timeOf({ headers }, now) {
	const said = Date.parse(headers.get("date") ?? "");
	return Number.isNaN(said) ? now() : new Date(said);
}
// src/openai/contain/revoke.ts
const AT_ONCE$1 = 1;
async function revoke(api, before, again, clocks) {
	const written = await write(async () => await api.delete(), async () => await api.isListed() === false, clocks.patience);
	if (written.kind === "gone") return await goneBefore(api, again, clocks);
	if (written.kind === "failed") {
		if (written.status === 400 && cannotBeDeleted(before.record)) return await endAtOnce(api, before, again, clocks);
		return {
			kind: "failed",
			because: written.because
		};
	}
	const at = clocks.now();
	let listed = null;
	let refusals = 0;
	const verified = await holds(async () => {
		const [isThere, refused] = await Promise.all([api.isListed(), isRefused(again)]);
		listed = isThere;
		refusals = refused ? refusals + 1 : 0;
		return isThere === false && refused;
	}, clocks.patience);
	if (listed === true) return {
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
function cannotBeDeleted({ owner, home }) {
	return home.kind === "project" && owner?.kind === "service-account";
}
async function endAtOnce(api, before, again, clocks) {
	const outcome = await expire(api, {
		grace: AT_ONCE$1,
		before
	}, again, clocks);
	return outcome.kind === "left" ? {
		kind: "failed",
		because: "not-understood"
	} : outcome;
}
// src/openai/contain/same.ts
function isSame(listed, read) {
	const [one, other] = [parseRedacted(listed.redacted ?? ""), parseRedacted(read.redacted ?? "")];
	return listed.id === read.id && one !== null && other !== null && endsAgree(one, other) && agree(listed.owner?.kind, read.owner?.kind) && agree(listed.owner?.id, read.owner?.id) && agree(listed.createdAt?.getTime(), read.createdAt?.getTime());
}
function endsAgree(one, other) {
	return (one.head.startsWith(other.head) || other.head.startsWith(one.head)) && (one.tail.endsWith(other.tail) || other.tail.endsWith(one.tail)) && agree(one.length, other.length);
}
function agree(one, other) {
	return (one ?? null) === null || (other ?? null) === null || one === other;
}
// src/openai/contain/contain.ts
const READING_RETRIES = 2;
async function contain(client, decision, again, clocks) {
	const { record } = decision;
	const api = new RecordApi(client, record, clocks.now);
	const before = await api.read(READING_RETRIES);
	if (before.kind === "untold") return failed(before.because);
	if (before.kind === "gone") return await goneBefore(api, again, clocks);
	if (!isSame(record, before.record)) return failed("changed");
	if (decision.kind === "revoke") return await revoke(api, before, again, clocks);
	const { expiresAt } = before.record;
	if (expiresAt !== null && expiresAt <= before.at) return {
		kind: "left",
		because: "already-inactive"
	};
	switch (decision.kind) {
		case "quarantine": return await quarantine({
			client,
			api
		}, record, again, clocks);
		case "expire": return await expire(api, {
			grace: decision.grace,
			before
		}, again, clocks);
		default: return decision;
	}
}
function failed(because) {
	return {
		kind: "failed",
		because
	};
}
// src/openai/creator.ts
const MADE = { event_types: ["api_key.created"] };
const MADE_IN_TENANT = {
	event_types: ["tenant.project_api_key.created", "tenant.admin_api_key.created"],
	tenant_only: true
};
async function creatorOf(client, keyId) {
	try {
		return await maker(client, keyId, MADE) ?? await maker(client, keyId, MADE_IN_TENANT);
	} catch (error) {
		if (!(error instanceof MalformedPage)) refusalOf(error);
		return null;
	}
}
function named(creator, records) {
	if (creator === null || creator.id === null) return creator;
	const { kind, id } = creator;
	return {
		kind,
		id,
		name: records.map(({ id: key, name, owner }) => {
			if (kind === "key") return key === id ? name : null;
			return owner?.kind === kind && owner.id === id ? owner.name : null;
		}).find((name) => name !== null) ?? null
	};
}
async function maker(client, keyId, query) {
	const { auditLogs } = client.admin.organization;
	const types = query.event_types ?? [];
	const ask = () => auditLogs.list({
		...query,
		limit: 100,
		resource_ids: [keyId]
	}).asResponse();
	for await (const page of pagesOf(ask)) {
		const entry = page.find((one) => types.includes(one.type) && fieldsOf(one[String(one.type)])["id"] === keyId);
		return entry ? creatorIn(entry.actor) : null;
	}
	return null;
}
function creatorIn(actor) {
	const { type, session, api_key: key } = fieldsOf(actor);
	if (type === "api_key" || key) {
		const { id, service_account: account, user } = fieldsOf(key);
		if (textOr$1(id) !== null) return unnamed("key", id);
		if (account) return unnamed("service-account", fieldsOf(account)["id"]);
		return user ? unnamed("user", fieldsOf(user)["id"]) : unnamed("key", null);
	}
	return type === "session" || session ? unnamed("user", fieldsOf(fieldsOf(session)["user"])["id"]) : null;
}
function unnamed(kind, id) {
	return {
		kind,
		id: textOr$1(id),
		name: null
	};
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function textOr$1(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/audit.ts
const limit$1 = 100;
var NoAuditLog = class extends Error {
	name = "NoAuditLog";
};
async function auditOf(client, window) {
	const [changes, createdBy] = await Promise.all([changesWith(client, window), creatorOf(client, window.keyId)]);
	if (changes.length === 0 && createdBy === null) await mustBeKept(client);
	return {
		changes,
		createdBy
	};
}
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
async function impactOf(client, window, records) {
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
	const [models, cost, audit] = await Promise.all([
		told("usage", usageOf(client, window)),
		told("costs", costsOf(client, window)),
		told("audit-log", auditOf(client, window))
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
		changes: audit && audit.changes,
		createdBy: audit && named(audit.createdBy, records),
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
// src/openai/rate-limiter.ts
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
var RateLimiter = class {
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
		const listings = unlisted.filter(({ because }) => because === reason).map(({ of }) => of);
		const covers = new Set(listings.map((of) => of === "admin keys" ? "organization" : "project"));
		return {
			kind: "inventory",
			detail: `${said(listings)} could not be listed in full: ${reason}`,
			covers: [...covers]
		};
	});
}
function blindSpotsIn(records) {
	const blind = records.filter(({ redacted }) => redacted === null || parseRedacted(redacted) === null);
	if (blind.length === 0) return [];
	const which = blind.length > NAMED ? `${blind.length} keys` : blind.map(({ id }) => id).join(", ");
	const covers = new Set(blind.map(({ home }) => home.kind));
	return [{
		kind: "inventory",
		detail: `the visible ends of ${which} were not told`,
		covers: [...covers]
	}];
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
// src/openai/inventory.ts
const limit = 100;
const BREATH = 100;
async function takeInventory(client, { mask, progress = () => {}, pace = new RateLimiter() }) {
	const { projects: projectApi, adminAPIKeys } = client.admin.organization;
	const records = /* @__PURE__ */ new Map();
	const unlisted = [];
	let organization = null;
	let [done, expected, toldAt] = [
		0,
		0,
		Number.NEGATIVE_INFINITY
	];
	function tell() {
		if (done === expected || performance.now() - toldAt < BREATH) return;
		toldAt = performance.now();
		progress(done, expected);
	}
	async function read(of, ask, take) {
		expected += 1;
		tell();
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
		tell();
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
	progress(done, expected);
	const all = [...records.values()];
	return {
		records: all,
		gaps: [...gapsOf(unlisted), ...blindSpotsIn(all)],
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
	if (status === 401 && code === "invalid_api_key") return quoted !== null && matchesRedacted(secret, quoted) ? {
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
async function tryKey(host, secret, record, { organization, now }) {
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
		validity: asRecorded(validity, record, now()),
		possession: "not-accepted"
	};
	return {
		validity,
		possession: possessionOf(self, await organization(), record)
	};
}
function asRecorded(validity, record, now) {
	const isOver = record !== null && record.expiresAt !== null && record.expiresAt <= now;
	return validity.kind === "inactive" && validity.because === "refused" && isOver ? {
		kind: "inactive",
		because: "expired"
	} : validity;
}
async function selfOf(client, secret) {
	return (await trialOf(client, secret, "/me")).self;
}
function possessionOf(self, ours, record) {
	const organization = isOurs(self, ours);
	if (record === null) return organization === false ? "someone-else" : "unnamed";
	const { owner } = record;
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
// src/openai/reach.ts
async function reachOf(client, secret) {
	try {
		const { status, headers } = await client.files.list({ limit: 1 }).asResponse();
		return status === 200 && isJson(headers.get("content-type")) ? "wide" : "untold";
	} catch (error) {
		const validity = validityOf(refusalOf(error), secret);
		return validity.kind === "active" && validity.because === "restricted" ? "narrow" : "untold";
	}
}
function isJson(type) {
	return /^application\/json\b/i.test(type ?? "");
}
// src/openai/readiness.ts
const NOBODYS = "key_OfNobodyAsksWhetherDeletingIsPermitted";
const ONCE = { maxRetries: 0 };
async function readinessOf(client, { home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	if (home.kind === "project" && home.id === null) return "untold";
	try {
		await (home.kind === "project" && home.id !== null ? projects.apiKeys.delete(NOBODYS, { project_id: home.id }, ONCE) : adminAPIKeys.delete(NOBODYS, ONCE));
		return "untold";
	} catch (error) {
		const { status, isTheirs, code, missingScopes } = refusalOf(error);
		if (status === 404 && isTheirs) return "ready";
		const isLacking = missingScopes.length > 0 || code === "missing_scope";
		return (status === 401 || status === 403) && isLacking ? "read-only" : "untold";
	}
}
// src/openai/registry.ts
var registry_exports = /* @__PURE__ */ __exportAll({ createRegistry: () => createRegistry });
const PATIENCE = {
	total: 6e4,
	first: 200
};
function createRegistry({ baseURL, adminKey }, { now, progress, cancelled }) {
	const host = { baseURL };
	if (!adminKey) return createKeylessRegistry({
		prove: async (secret, record) => await tryKey(host, secret, record, {
			organization: nameless,
			now
		}),
		probeScopes: async (secret) => await reachOf(await plainClient(host, secret.reveal()), secret)
	});
	return createOpenAIRegistry(host, adminKey, {
		now,
		progress,
		patience: {
			...PATIENCE,
			...cancelled && { isOver: cancelled }
		}
	});
}
const nameless = async () => ({
	header: null,
	ids: /* @__PURE__ */ new Set()
});
function createOpenAIRegistry(host, adminKey, { now, patience = PATIENCE, progress, pace }) {
	const { mask } = adminKey;
	const listing = once(async () => {
		return await takeInventory(await adminClient(host, adminKey.reveal(), 0), {
			mask,
			progress,
			pace: new RateLimiter(pace)
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
	const ready = () => once(async (record) => await readinessOf(await adminClient(host, adminKey.reveal()), record));
	const [readyIn, readyAbove] = [ready(), ready()];
	return {
		inventory: listing,
		impact: async ({ id }, since) => {
			const [{ records }, client] = await Promise.all([listing(), adminClient(host, adminKey.reveal())]);
			return await impactOf(client, {
				keyId: id,
				since,
				until: now()
			}, records);
		},
		prove: async (secret, record) => await tryKey(host, secret, record, {
			organization,
			now
		}),
		probeScopes: async (secret) => await reachOf(await plainClient(host, secret.reveal()), secret),
		readiness: async (record) => await (record.home.kind === "project" ? readyIn : readyAbove)(record),
		contain: async (decision, again) => await contain(await adminClient(host, adminKey.reveal()), decision, again, {
			patience,
			now
		})
	};
}
function once(make) {
	let made;
	return (...asked) => {
		made ??= make(...asked);
		return made;
	};
}
export { registry_exports };
