import { __commonJSMin, __toESM } from "./rolldown-runtime.js";
import { Git, NOTHING_EARLIER, NO_COMMITS_YET, UsageError, countPlaces, createGitError, createLazyRegistry, decide, decidePossession, describeUnrecordedEnd, findFirstSeen, findRepository, formatNumber, formatRevisions, getState, isBlocking, isCalendarTime, isChoice, isContainable, isContainment, isPreexisting, isProtected, isToken, isWithinCap, listReadings, matchIgnoreEntry, measureResponse, normalizeName, pipeTo, quoteForMessage, readPrefix, resolveCommits, splitLines, splitTokens } from "./scan.js";
import "./locate.js";
const EOL = process.getBuiltinModule("os").EOL;
const constants = process.getBuiltinModule("fs").constants;
const promises = process.getBuiltinModule("fs").promises;
const posix = process.getBuiltinModule("node:path").posix;
// node_modules/@actions/core/lib/summary.js
var __awaiter = function(thisArg, _arguments, P, generator) {
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
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
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
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
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
// src/action/summary.ts
async function writeSummary(text) {
	await summary.addRaw(text).write();
}
// src/domain/succession.ts
const LONGEST_NAME = 100;
function buildSuccessorName(oldName, { replaces, rotation }) {
	const story = `(replaces ${replaces} #${rotation})`;
	const front = removeSuccession(oldName ?? "");
	const room = LONGEST_NAME - story.length - 1;
	const kept = front.length <= room ? front : front.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, "");
	return kept.trim() === "" ? story : `${kept.trimEnd()} ${story}`;
}
const SUCCESSION = /(?:^|\s)\(replaces (?<replaces>[^\s()#]+) #(?<rotation>[0-9a-f]{8})\)$/;
function parseSuccession(name) {
	const { replaces, rotation } = SUCCESSION.exec(name ?? "")?.groups ?? {};
	return replaces === void 0 || rotation === void 0 ? null : {
		replaces,
		rotation
	};
}
function listSuccessors(keys, old, { now, except }) {
	return keys.filter((key) => {
		const succession = parseSuccession(key.name);
		const isOther = succession?.rotation !== except && key.id !== old;
		return succession?.replaces === old && isOther && isWorking(key, now);
	});
}
function listCreatedBy(keys, { replaces, rotation }) {
	return keys.filter(({ name }) => {
		const succession = parseSuccession(name);
		return succession?.replaces === replaces && succession.rotation === rotation;
	});
}
function removeSuccession(name) {
	return name.replace(SUCCESSION, "").trimEnd();
}
function isWorking({ expiresAt, ownerHasAccess }, now) {
	return ownerHasAccess !== false && (expiresAt === null || expiresAt > now);
}
// src/domain/rotation-plan.ts
const LONGEST_LIFE = 31536e3;
const MARGIN = 259200;
const EVERYTHING = "api.all";
const SLACK$1 = 6e4;
function findOldKey(order, facts) {
	const chosen = chooseKey(order, facts);
	if ("because" in chosen) return chosen;
	return {
		record: chosen,
		refusal: explainRefusal(chosen, order, facts)
	};
}
function explainUnresumable(old, order, facts) {
	const refusal = explainRefusal(old, order, facts);
	return refusal?.because === "expired" || refusal?.because === "already-replaced" ? null : refusal;
}
function isRotationDue(record, order, now) {
	const { createdAt, expiresAt } = record;
	if (order.rotateEvery !== null) {
		if (createdAt === null || now.getTime() - createdAt.getTime() >= order.rotateEvery * 1e3) return true;
	}
	if (expiresAt === null) return false;
	const left = (expiresAt.getTime() - now.getTime()) / 1e3;
	const lifetime = createdAt === null ? Number.POSITIVE_INFINITY : getLifetime(createdAt, expiresAt);
	return left <= Math.min(order.overlap + MARGIN, lifetime / 2);
}
function planRotation(order, old, known) {
	const { owner, home } = old;
	if (owner?.kind !== "service-account" || owner.id === null || home.id === null) return { because: "owner-unknown" };
	if (order.targets.length === 0) return { because: "no-target" };
	const scopes = chooseScopes(order, known.scopes);
	if ("because" in scopes) return scopes;
	const expiresIn = chooseLifetime(order, old);
	if (expiresIn === "unknown") return { because: "lifetime-unknown" };
	return {
		order,
		id: known.id,
		old,
		account: {
			id: owner.id,
			name: owner.name
		},
		project: {
			id: home.id,
			name: home.name
		},
		name: buildSuccessorName(old.name, {
			replaces: old.id,
			rotation: known.id
		}),
		scopes,
		expiresIn,
		isStored: false
	};
}
function chooseKey(order, facts) {
	const isIncomplete = facts.inventory.gaps.some((gap) => !isChoice(gap));
	const pool = facts.inventory.records.filter((record) => isInProject(record, order.project));
	const [byId] = pool.filter(({ id }) => id === order.asked);
	if (byId) return byId;
	const fitting = pool.filter((record) => isCalled(record, order.asked));
	if (isIncomplete) return { because: "inventory-incomplete" };
	const working = fitting.filter((record) => isWorking(record, facts.now));
	const [choice, ...others] = [
		working.filter((record) => !isPassing(record, order, facts)),
		working,
		fitting
	].find(({ length }) => length > 0) ?? [];
	if (!choice) return { because: "not-listed" };
	if (others.length === 0) return choice;
	return explainSeveral([choice, ...others], facts);
}
function explainSeveral(records, { now }) {
	const replaced = records.filter(({ id }) => listSuccessors(records, id, {
		now,
		except: null
	}).length > 0);
	const [by] = records.filter((record) => !replaced.includes(record));
	if (by && replaced.length === records.length - 1) return {
		because: "already-replaced",
		by: by.id
	};
	return {
		because: "ambiguous",
		ids: records.map(({ id }) => id)
	};
}
function isOrderedKey(record, { asked, project }) {
	return isInProject(record, project) && (record.id === asked || isCalled(record, asked));
}
function isInProject({ home }, project) {
	return project === null || fitsName(project, home.id, home.name);
}
function isCalled({ name, owner }, asked) {
	if (fitsName(asked, name, name === null ? null : removeSuccession(name))) return true;
	return owner?.kind === "service-account" && (owner.id === asked || fitsName(asked, owner.name));
}
function fitsName(asked, ...names) {
	const wanted = normalizeName(asked);
	return wanted !== "" && names.some((name) => name !== null && normalizeName(name) === wanted);
}
function isPassing(record, { overlap }, { inventory, now }) {
	const { expiresAt, id } = record;
	return expiresAt !== null && expiresAt.getTime() <= now.getTime() + overlap * 1e3 + SLACK$1 && listWorkingSuccessors(record, inventory.records, now).some((one) => one.id !== id);
}
function listWorkingSuccessors(record, records, now) {
	return listSuccessors(records.filter(({ owner, home }) => owner?.id === record.owner?.id && home.id === record.home.id), record.id, {
		now,
		except: null
	});
}
function explainRefusal(record, order, facts) {
	const { inventory, own, protect, unmatched, now } = facts;
	const { home, owner, expiresAt, id } = record;
	if (own.has(id)) return { because: "own-admin-key" };
	if (home.kind === "organization") return { because: "admin-key" };
	if (owner === null) return { because: "owner-unknown" };
	if (owner.kind === "user") return { because: "person-owned" };
	if (owner.id === null || home.id === null) return { because: "owner-unknown" };
	if (inventory.archivedProjects?.includes(home.id)) return { because: "archived-project" };
	if (isProtected(record, protect)) return { because: "protected" };
	if (unmatched.length > 0) return { because: "unmatched-entry" };
	if (order.targets.length === 0) return { because: "no-target" };
	if (expiresAt !== null && expiresAt <= now) return { because: "expired" };
	const [by] = listWorkingSuccessors(record, inventory.records, now);
	return by ? {
		because: "already-replaced",
		by: by.id
	} : null;
}
function chooseScopes({ scopes: asked, widen }, known) {
	if (asked === null) return known.kind === "told" ? known.value : { because: "scopes-unknown" };
	const wider = widen || known.kind === "untold" ? [] : listWider(asked, known.value);
	return wider.length > 0 ? {
		because: "wider-scopes",
		scopes: wider
	} : asked;
}
function listWider(asked, known) {
	if (known.kind === "all" || known.scopes.includes(EVERYTHING)) return [];
	if (asked.kind === "all") return ["all"];
	const had = new Set(known.scopes);
	const mayReadAll = had.has("api.all.read");
	return asked.scopes.filter((scope) => !had.has(scope) && !(mayReadAll && /^api\.[a-z_.]+\.read$/.test(scope)));
}
function chooseLifetime({ expiresIn }, old) {
	if (expiresIn !== null) return Math.min(expiresIn, LONGEST_LIFE);
	if (old.expiresAt === null) return old.absent?.includes("expiresAt") ? "unknown" : null;
	if (old.createdAt === null) return "unknown";
	return Math.min(Math.max(1, getLifetime(old.createdAt, old.expiresAt)), LONGEST_LIFE);
}
function getLifetime(createdAt, expiresAt) {
	return Math.floor((expiresAt.getTime() - createdAt.getTime()) / 1e3);
}
// src/domain/kept-key.ts
const NO_KEPT_SECRETS = {
	secrets: [],
	serverUrl: null,
	branches: /* @__PURE__ */ new Map()
};
function createKeyOrder({ name, project, targets, scopes, expiresIn, rotateEvery }, rest) {
	return {
		asked: name,
		project,
		targets,
		scopes,
		widen: false,
		expiresIn,
		create: false,
		rotateEvery,
		...rest
	};
}
function findKeysEntry({ keys }, record) {
	const fitting = keys.filter((entry) => fitsEntry(entry, record));
	return fitting.find(({ project }) => project !== null) ?? fitting[0] ?? null;
}
function fitsEntry({ kind, name, project }, record) {
	if (!isOrderedKey(record, {
		asked: name,
		project
	})) return false;
	const { owner } = record;
	if (kind === "key") return !isAccount(owner, name) || isOrderedKey({
		...record,
		owner: null
	}, {
		asked: name,
		project
	});
	return isAccount(owner, name);
}
function isAccount(owner, name) {
	if (owner?.kind !== "service-account") return false;
	return owner.id === name || owner.name !== null && normalizeName(owner.name) === normalizeName(name);
}
function listKeptSecrets(file, records) {
	return records.filter(({ home }) => home.kind === "project").flatMap((key) => {
		const entry = findKeysEntry(file, key);
		const scopes = entry?.scopes?.kind === "some" ? entry.scopes.scopes : null;
		return (entry?.targets ?? []).filter(isActionsSecret).map((secret) => ({
			key,
			secret,
			scopes
		}));
	});
}
function isActionsSecret(target) {
	return target.kind === "github" || target.kind === "github-org";
}
function listStoredSecrets({ rotations }) {
	return rotations.flatMap(({ state, old, plan, places }) => {
		if (state.kind !== "rotated" || old === null) return [];
		const scopes = plan?.scopes.kind === "some" ? plan.scopes.scopes : null;
		return places.filter(({ holds }) => holds === "new").map(({ target }) => target).filter(isActionsSecret).filter(({ secret }) => secret !== "").map((secret) => ({
			key: old,
			secret,
			scopes
		}));
	});
}
// src/scan/contain.ts
async function containAll(keys, early, world) {
	const planned = keys.flatMap(({ candidate, decision, fingerprint }) => {
		return isContainment(decision) && !early.keys.has(fingerprint) ? [{
			mask: candidate.secret.mask,
			act: decision
		}] : [];
	});
	if (planned.length > 0 && world.confirm && !await world.confirm(planned)) return {
		keys: keys.map(decline),
		gaps: []
	};
	if (planned.length > 0 && early.keys.size === 0) world.onContainment();
	const contained = [];
	const gaps = [...early.gaps];
	for (const key of keys) {
		const done = early.keys.get(key.fingerprint);
		if (done) {
			contained.push(done);
			continue;
		}
		const { gaps: unrecorded, ...result } = await containKey(key, world);
		contained.push({
			...key,
			...result
		});
		gaps.push(...unrecorded);
	}
	return {
		keys: contained,
		gaps
	};
}
function decline(key) {
	return {
		...key,
		outcome: isContainment(key.decision) ? {
			kind: "left",
			because: "declined"
		} : describeLeft(key.decision)
	};
}
function describeLeft(decision) {
	if (decision.kind === "leave") return {
		kind: "left",
		because: decision.because
	};
	return {
		kind: "rehearsed",
		because: `would-${decision.act.kind}`
	};
}
async function containKey(key, world) {
	const { decision } = key;
	if (!isContainment(decision)) return {
		outcome: describeLeft(decision),
		gaps: [],
		verifiedAt: null,
		rotation: null
	};
	const replacement = world.isCancelled() ? null : await world.replaceKey?.(decision.record, world);
	const result = await containProven(key, decision, world);
	const isUsed = replacement?.rotation.state.kind === "rotated" ? await replacement.isUsed() : null;
	return {
		...result,
		gaps: [...replacement?.gaps ?? [], ...result.gaps],
		rotation: replacement ? {
			...replacement.rotation,
			isUsed
		} : null
	};
}
async function containProven({ candidate }, decision, world) {
	const { registry, clock } = world;
	const { secret, sightings } = candidate;
	const result = await containRecorded({
		fingerprint: secret.fingerprint,
		containment: decision,
		sightings,
		at: clock.now()
	}, {
		validity: async () => (await registry.prove(secret, decision.record, { isUrgent: true })).validity,
		probeScopes: async () => await registry.probeScopes(secret)
	}, world);
	const isVerified = result.outcome.kind === "contained" && result.outcome.verified;
	return {
		...result,
		verifiedAt: isVerified ? clock.now() : null
	};
}
async function containRecorded(act, probe, world) {
	const { containment, fingerprint } = act;
	if (world.isCancelled()) return {
		outcome: {
			kind: "refused",
			because: "cancelled"
		},
		gaps: []
	};
	try {
		await world.journal.begin(act);
	} catch {
		return {
			outcome: {
				kind: "refused",
				because: "not-recorded"
			},
			gaps: []
		};
	}
	const outcome = await world.registry.contain(containment, probe).catch(() => ({
		kind: "failed",
		because: "unexpected"
	}));
	return {
		outcome,
		gaps: await writeEnd(fingerprint, containment.record.id, outcome, world)
	};
}
async function writeEnd(fingerprint, id, outcome, { journal, clock }) {
	try {
		await journal.end(fingerprint, id, outcome, clock.now());
		return [];
	} catch {
		return [{
			kind: "audit-file",
			detail: describeUnrecordedEnd(id)
		}];
	}
}
async function settleUnfinished(acts, keys, world) {
	const settled = /* @__PURE__ */ new Map();
	const unfinished = [];
	const gaps = [];
	for (const act of acts) {
		const key = keys.find(({ candidate }) => candidate.secret.fingerprint === act.fingerprint);
		if (key && wasBegun(key, (settled.get(key) ?? key).outcome)) continue;
		const outcome = key ? await inferOutcome(act, key, world) : null;
		if (key && outcome) {
			settled.set(key, {
				...key,
				outcome,
				earlier: {
					...key.earlier,
					act: describeSettled(act, outcome)
				}
			});
			gaps.push(...await writeEnd(act.fingerprint, act.id, outcome, world));
		} else unfinished.push(act);
	}
	return {
		keys: keys.map((key) => settled.get(key) ?? key),
		unfinished,
		gaps
	};
}
function describeSettled({ act, id, at, by }, outcome) {
	const { endsAt, scopesBefore } = outcome.kind === "contained" ? outcome : {
		endsAt: null,
		scopesBefore: null
	};
	return {
		kind: act,
		recordId: id,
		at,
		by,
		endsAt,
		scopesBefore,
		knownFrom: "audit-file",
		standing: "confirmed"
	};
}
function wasBegun({ decision }, outcome) {
	return isContainment(decision) && outcome.kind !== "refused" && outcome.kind !== "left";
}
async function inferOutcome({ id, act, at }, { candidate, identity, proof, decision, earlier }, { registry }) {
	if (identity.kind === "unchecked" && identity.because === "contained-before" && proof.validity.kind === "inactive") return { kind: "already-gone" };
	if (identity.kind !== "ours" || identity.record.id !== id || act === "revoke") return null;
	const contained = {
		kind: "contained",
		by: act,
		verified: true,
		at,
		scopesBefore: null
	};
	if (act === "quarantine") {
		const { standing, recordId, kind, scopesBefore } = earlier.act ?? {};
		if (kind === act && recordId === id && standing === "confirmed") return {
			...contained,
			scopesBefore: scopesBefore ?? null,
			stopped: false,
			endsAt: null
		};
		if (!(identity.record.owner?.kind === "user" && proof.possession === "owner-unnamed") || proof.validity.because !== "restricted") return null;
		if (await registry.probeScopes(candidate.secret).catch(() => "untold") !== "narrow") return null;
		return {
			...contained,
			stopped: false,
			endsAt: null
		};
	}
	const hasEnded = proof.validity.kind === "inactive" && proof.validity.because === "expired";
	const isEnding = decision.kind === "leave" && decision.because === "expires-sooner";
	if (!hasEnded && !isEnding) return null;
	return {
		...contained,
		stopped: hasEnded,
		endsAt: identity.record.expiresAt
	};
}
// src/scan/early-containment.ts
var EarlyContainment = class {
	#context;
	#world;
	#due = [];
	#begun = [];
	#last = Promise.resolve();
	#keys = /* @__PURE__ */ new Map();
	#gaps = [];
	constructor(context, world) {
		[this.#context, this.#world] = [context, world];
	}
	hear(judgement, open) {
		if (this.#world.confirm !== null) return;
		const decided = this.#decideAlone(judgement);
		if (decided) this.#due.push(decided);
		if (this.#due.length === 0 || !this.#isWithinCap(open)) return;
		for (const key of this.#due) this.#begin(key);
		this.#due = [];
	}
	async finish() {
		await this.#last;
		return {
			keys: this.#keys,
			gaps: this.#gaps
		};
	}
	#decideAlone(judgement) {
		const { policy, now, unmatched } = this.#context;
		const [decided] = decide([judgement], policy, now, unmatched);
		return decided && isContainment(decided.decision) ? decided : null;
	}
	#isWithinCap(open) {
		const ids = [...this.#begun, ...this.#due].flatMap(listRecord);
		return isWithinCap([...ids, ...open], this.#context.policy);
	}
	#begin(key) {
		if (this.#begun.length === 0) this.#world.onContainment();
		this.#begun.push(key);
		this.#last = this.#containAfter(this.#last, key);
	}
	async #containAfter(last, key) {
		await last;
		const { gaps, ...result } = await containKey(key, this.#world);
		this.#keys.set(key.fingerprint, {
			...key,
			...result
		});
		this.#gaps.push(...gaps);
	}
};
function listRecord({ identity }) {
	return identity.kind === "ours" ? [identity.record.id] : [];
}
// src/domain/redaction.ts
function parseRedacted(redacted) {
	const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
	if (!parts) return null;
	const [whole, head = "", hidden = "", tail = ""] = parts;
	return {
		head,
		tail,
		length: hidden.startsWith("*") ? whole.length : null
	};
}
function mayBeRedactedAs(secret, redacted) {
	const ends = parseRedacted(redacted);
	return ends !== null && mayBeShownAs(secret, ends) && secret.reveal().length > ends.head.length + ends.tail.length;
}
function readTail(secret, length) {
	return secret.reveal().slice(-length);
}
function mayBeShownAs(secret, { head, tail, length }) {
	const text = secret.reveal();
	if (length !== null && length !== text.length) return false;
	return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}
const ALPHANUMERIC = Math.log2(62);
const PADDED = /[AEIMQUYcgkosw048]A$/;
const SHORT = 72;
function countRevealedBits(secret, redacted) {
	const ends = parseRedacted(redacted);
	if (!ends) return 0;
	const text = secret.reveal();
	const body = Math.max(0, ends.head.length - readPrefix(text).length);
	if (text.length <= SHORT) return (body + ends.tail.length) * ALPHANUMERIC;
	const tail = PADDED.test(text) ? 4 + 6 * Math.max(0, ends.tail.length - 2) : 6 * ends.tail.length;
	return 6 * body + tail;
}
// src/domain/identity.ts
const A_DAY = 864e5;
function identify(candidate, inventory, containedBefore = false) {
	if (isToken(candidate.kind)) return {
		kind: "unchecked",
		because: "not-listed-by-openai"
	};
	if (inventory.gaps.some(isChoice)) return {
		kind: "unchecked",
		because: "no-admin-key"
	};
	const matching = listNear(candidate, inventory.records).filter((record) => matches(candidate, record));
	const [record, ...more] = matching;
	if (more.length > 0) return {
		kind: "ambiguous",
		candidates: matching
	};
	if (inventory.gaps.some(({ covers }) => covers.some((home) => mayLiveIn(candidate.kind, home)))) return {
		kind: "unchecked",
		because: "inventory-incomplete"
	};
	if (record) return isYounger(record, candidate) ? {
		kind: "unchecked",
		because: "created-after-sighting"
	} : {
		kind: "ours",
		record,
		chance: estimateChance(candidate, record, inventory)
	};
	if (containedBefore) return {
		kind: "unchecked",
		because: "contained-before"
	};
	return candidate.kind === "user" || candidate.kind === "suspected" ? {
		kind: "unchecked",
		because: "not-listed-by-openai"
	} : { kind: "foreign" };
}
const TAIL = 3;
const BY_TAIL = /* @__PURE__ */ new WeakMap();
function listNear({ secret }, records) {
	const byTail = BY_TAIL.get(records) ?? groupByTail(records);
	BY_TAIL.set(records, byTail);
	const [own, others] = [byTail.get(readTail(secret, TAIL)) ?? [], byTail.get("") ?? []];
	return others.length === 0 ? own : records.filter((record) => own.includes(record) || others.includes(record));
}
function groupByTail(records) {
	const byTail = /* @__PURE__ */ new Map();
	for (const record of records) {
		const { tail = "" } = (record.redacted === null ? null : parseRedacted(record.redacted)) ?? {};
		if (tail === "") continue;
		const shown = tail.length < TAIL ? "" : tail.slice(-3);
		const alike = byTail.get(shown);
		if (alike) alike.push(record);
		else byTail.set(shown, [record]);
	}
	return byTail;
}
function matches({ secret, kind }, record) {
	return record.redacted !== null && livesIn(kind, record) && mayBeRedactedAs(secret, record.redacted);
}
function estimateChance({ secret, kind }, { redacted }, { records }) {
	const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
	return Math.min(1, rivals / 2 ** countRevealedBits(secret, redacted ?? ""));
}
function isAlwaysListed(kind) {
	return kind === "project" || kind === "service-account" || kind === "admin";
}
function livesIn(kind, { home, owner }) {
	if (kind === "suspected" || isToken(kind)) return false;
	return mayLiveIn(kind, home.kind) && !(kind === "service-account" && owner?.kind === "user");
}
function mayLiveIn(kind, home) {
	return kind === "suspected" || kind === "admin" === (home === "organization");
}
function isYounger({ createdAt }, { sightings }) {
	const seen = findFirstSeen(sightings);
	return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
}
// src/domain/proof.ts
function mayTry(kind, identity, tryKeys, remembered) {
	if (isToken(kind)) return false;
	switch (tryKeys) {
		case "all": return true;
		case "own": return identity.kind === "ours" || remembered;
		case "none": return false;
		default: return tryKeys;
	}
}
function createUntriedProof(identity, now, expiresAt) {
	return {
		validity: inferValidity(identity, now, expiresAt),
		possession: "not-tried"
	};
}
function inferValidity(identity, now, ownEnd) {
	if (ownEnd !== void 0 && ownEnd <= now) return {
		kind: "inactive",
		because: "expired"
	};
	if (identity.kind !== "ours") return {
		kind: "unknown",
		because: "not-tried"
	};
	const { expiresAt, ownerHasAccess } = identity.record;
	if (expiresAt !== null && expiresAt <= now) return {
		kind: "inactive",
		because: "expired"
	};
	return ownerHasAccess === false ? {
		kind: "inactive",
		because: "project-dormant"
	} : {
		kind: "active",
		because: "listed"
	};
}
// src/scan/recall.ts
const SLACK = 6e4;
const SPREADING = 9e5;
async function findEarlier(key, registry, now) {
	const { identity, proof, recorded, secret } = key;
	const record = identity.kind === "ours" ? identity.record : null;
	const own = recorded.filter(({ id }) => id === record?.id);
	const isDead = proof.validity.kind === "inactive" && proof.validity.because !== "expired";
	if (record === null || own.length === 0 && isDead) return {
		act: recallEnded(key, now),
		proof: null
	};
	if (proof.possession === "someone-else" || proof.possession === "unnamed") return NOTHING_EARLIER;
	const history = await registry.readHistory(record).catch(() => null);
	const traces = {
		own,
		history,
		reach: (history?.quarantine != null || own.some(({ act }) => act === "quarantine")) && isRestricted(proof) ? await registry.probeScopes(secret).catch(() => "untold") : "untold",
		now
	};
	const [act = null] = [recallQuarantine(record, traces), recallExpiry(record, traces)].filter((act) => act !== null).toSorted((one, other) => other.at.getTime() - one.at.getTime());
	const facts = {
		act,
		proof: findProof(key, record, traces)
	};
	const possession = decidePossession({
		fingerprint: secret.fingerprint,
		identity,
		proof,
		earlier: facts
	});
	return own.length > 0 || possession === "proven" || possession === "proven-before" || hasEndedAsLogged(proof, act) ? facts : NOTHING_EARLIER;
}
function hasEndedAsLogged({ validity }, act) {
	return act?.kind === "expire" && validity.kind === "inactive" && validity.because === "expired";
}
function isRestricted({ validity }) {
	return validity.kind === "active" && validity.because === "restricted";
}
function findProof({ secret, kind }, { id }, { own, history, reach }) {
	if (own.length > 0) return {
		kind: "audit-file",
		fingerprint: secret.fingerprint,
		recordId: id
	};
	return history?.quarantine?.isOurs === true && isAlwaysListed(kind) ? {
		kind: "audit-log",
		recordId: id,
		reach
	} : null;
}
function findLast(own, isSuch) {
	const found = own.findLast(({ end }) => typeof end === "object" && isSuch(end));
	return found && typeof found.end === "object" ? {
		...found,
		end: found.end
	} : null;
}
function recallQuarantine({ id: recordId }, { own, history, reach, now }) {
	const logged = history?.quarantine ?? null;
	const last = findLast(own, ({ by }) => by === "quarantine");
	const done = last !== null && history?.widenedAt != null && history.widenedAt > last.end.at ? null : last;
	const begun = own.findLast(({ act, end }) => act === "quarantine" && end === "open") ?? null;
	const common = {
		kind: "quarantine",
		recordId,
		endsAt: null
	};
	if (logged !== null && (logged.isOurs || done !== null)) {
		const { scopesBefore, isLast } = logged;
		const standing = reach !== "narrow" ? "pending" : isLast ? "confirmed" : "plausible";
		const recorded = done ?? begun;
		const at = done?.end.at ?? logged.at;
		const knownFrom = recorded === null ? "audit-log" : "audit-file";
		return {
			...common,
			at,
			by: recorded?.by ?? logged.by,
			scopesBefore,
			knownFrom,
			standing
		};
	}
	if (done === null) return null;
	const isYoung = now.getTime() - done.end.at.getTime() < SPREADING;
	if (reach !== "narrow" && !isYoung) return null;
	const { at, scopesBefore } = done.end;
	const standing = reach === "narrow" ? "plausible" : "pending";
	return {
		...common,
		at,
		by: done.by,
		scopesBefore,
		knownFrom: "audit-file",
		standing
	};
}
function recallExpiry({ id: recordId, expiresAt }, { own, history }) {
	if (expiresAt === null) return null;
	const isStill = (endsAt) => endsAt !== null && Math.abs(endsAt.getTime() - expiresAt.getTime()) <= SLACK;
	const done = findLast(own, ({ by, endsAt }) => by === "expire" && isStill(endsAt));
	const logged = history?.expiry?.isOurs === true && isStill(history.expiry.endsAt) ? history.expiry : null;
	const at = done?.end.at ?? logged?.at;
	if (at === void 0) return null;
	const knownFrom = done === null ? "audit-log" : "audit-file";
	return {
		kind: "expire",
		recordId,
		endsAt: expiresAt,
		scopesBefore: null,
		standing: "confirmed",
		at,
		by: done?.by ?? logged?.by ?? null,
		knownFrom
	};
}
function recallEnded({ proof: { validity }, recorded }, now) {
	const last = findLast(recorded, () => true);
	const isEnd = last?.end.by === "revoke" || last?.end.by === "expire" && (last.end.endsAt ?? now) <= now;
	if (last === null || !isEnd) return null;
	const { by: kind, at, endsAt } = last.end;
	const standing = validity.kind === "inactive" ? "confirmed" : "pending";
	return {
		kind,
		recordId: last.id,
		at,
		by: last.by,
		endsAt,
		scopesBefore: null,
		knownFrom: "audit-file",
		standing
	};
}
// src/scan/judge.ts
const CONCURRENCY = 4096;
async function judgeAll(candidates, facts, policy, world, onJudged = () => {}) {
	const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
	const all = candidates.map((candidate, index) => {
		return {
			index,
			readings: identifyReadings(listReadings(candidate, (fingerprint) => known.has(fingerprint)), facts)
		};
	});
	const open = new OpenRecords(all.map(({ readings }) => readings));
	const context = {
		facts,
		policy,
		world: askOnce(world),
		lookUpImpact: createImpactLookup(world)
	};
	const results = [];
	await forEachConcurrently(takeTurns(all), async ({ index, readings }) => {
		const judgement = await judge(readings, context);
		results[index] = judgement;
		open.close(readings);
		onJudged(judgement, open.ids);
	});
	return results;
}
function takeTurns(items) {
	const turns = /* @__PURE__ */ new Map();
	return items.map((item) => {
		const id = listRecords(item.readings)[0] ?? "";
		const turn = id === "" ? 0 : turns.get(id) ?? 0;
		turns.set(id, turn + 1);
		return {
			item,
			turn
		};
	}).toSorted((one, other) => one.turn - other.turn).map(({ item }) => item);
}
function listRecords(readings) {
	return readings.flatMap(({ identity }) => identity.kind === "ours" ? [identity.record.id] : []);
}
var OpenRecords = class {
	#counts = /* @__PURE__ */ new Map();
	constructor(all) {
		for (const id of all.flatMap(listRecords)) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
	}
	get ids() {
		return new Set(this.#counts.keys());
	}
	close(readings) {
		for (const id of listRecords(readings)) {
			const left = (this.#counts.get(id) ?? 0) - 1;
			if (left > 0) this.#counts.set(id, left);
			else this.#counts.delete(id);
		}
	}
};
function askOnce(world) {
	const histories = /* @__PURE__ */ new Map();
	const readHistory = async (record) => {
		const asked = histories.get(record.id) ?? world.registry.readHistory(record);
		histories.set(record.id, asked);
		return await asked;
	};
	return {
		...world,
		registry: {
			...world.registry,
			readHistory
		}
	};
}
async function forEachConcurrently(items, work) {
	const waiting = items.values();
	const workThrough = async () => {
		for (const item of waiting) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, workThrough));
}
function identifyReadings(readings, { inventory, containedBefore }) {
	const identified = readings.map((candidate) => {
		const isRemembered = containedBefore.has(candidate.secret.fingerprint);
		return {
			candidate,
			isRemembered,
			identity: identify(candidate, inventory, isRemembered)
		};
	});
	const rank = ({ identity, isRemembered }) => identity.kind === "ours" ? 0 : isRemembered ? 1 : 2;
	return identified.toSorted((left, right) => rank(left) - rank(right));
}
async function judge(readings, context) {
	let first = null;
	for (const reading of readings) {
		const tried = {
			...reading,
			proof: await tryReading(reading, context)
		};
		if (isAccepted(tried.proof)) return await complete(tried, context);
		first ??= tried;
	}
	if (!first) throw new Error("a candidate has at least one reading");
	return await complete(first, context);
}
async function tryReading({ candidate: { secret, kind, expiresAt }, identity, isRemembered }, { policy, world: { registry, clock } }) {
	if (!mayTry(kind, identity, policy.tryKeys, isRemembered)) return createUntriedProof(identity, clock.now(), expiresAt);
	const record = identity.kind === "ours" ? identity.record : null;
	return await registry.prove(secret, record).catch(() => UNKNOWN_PROOF);
}
async function complete({ candidate, identity, proof }, { facts: { recorded }, world: { registry, clock }, lookUpImpact }) {
	const { secret, kind, confidence, sightings } = candidate;
	const { fingerprint } = secret;
	const identifiedAt = identity.kind !== "unchecked" || proof.possession !== "not-tried" ? clock.now() : null;
	const earlier = await findEarlier({
		secret,
		kind,
		identity,
		proof,
		recorded: recorded.get(fingerprint) ?? []
	}, registry, clock.now()).catch(() => NOTHING_EARLIER);
	const judged = {
		fingerprint,
		confidence,
		preexisting: isPreexisting(sightings),
		identity,
		proof,
		earlier
	};
	const record = identity.kind === "ours" && mayBeRecordsKey(judged) ? identity.record : null;
	return {
		...judged,
		candidate,
		identifiedAt,
		impact: record && await lookUpImpact(candidate, record)
	};
}
function mayBeRecordsKey(judged) {
	const possession = decidePossession(judged);
	const isRefused = judged.proof.validity.because === "refused";
	return possession !== "someone-else" && !(possession === "not-accepted" && isRefused);
}
function isAccepted({ possession, validity }) {
	return possession !== "not-tried" && validity.kind === "active";
}
const MOST_WINDOWS = 8;
const UNKNOWN_PROOF = {
	validity: {
		kind: "unknown",
		because: "unreadable"
	},
	possession: "not-accepted"
};
function createImpactLookup({ registry, clock }) {
	const answers = /* @__PURE__ */ new Map();
	return async ({ sightings }, record) => {
		const since = startOfExposure(findFirstSeen(sightings), record, clock.now());
		if (since === null) return null;
		const windows = answers.get(record.id) ?? /* @__PURE__ */ new Map();
		answers.set(record.id, windows);
		const known = windows.get(since.getTime());
		if (!known && windows.size >= MOST_WINDOWS) return null;
		const answer = known ?? registry.impact(record, since);
		windows.set(since.getTime(), answer);
		return await answer.catch(() => null);
	};
}
function startOfExposure(firstSeen, { createdAt }, now) {
	const earliest = firstSeen ?? createdAt;
	if (earliest === null) return null;
	return new Date(Math.max(Math.min(earliest.getTime(), now.getTime()), createdAt?.getTime() ?? 0));
}
// src/scan/keys.ts
async function locateKeys(keys, { keysFile }) {
	if (!keys.some(({ identity }) => identity.kind === "ours")) return {
		keys,
		gaps: []
	};
	const { gaps, ...file } = await keysFile();
	return {
		keys: keys.map((key) => {
			const entry = key.identity.kind === "ours" ? findKeysEntry(file, key.identity.record) : null;
			return entry ? {
				...key,
				places: entry.targets
			} : key;
		}),
		gaps
	};
}
async function judgeAndContain(candidates, { facts, begun, policy, unmatched }, world) {
	const now = world.clock.now();
	const early = new EarlyContainment({
		policy,
		now,
		unmatched
	}, world);
	const judged = await judgeAll(candidates, facts, policy, world, (one, open) => early.hear(one, open));
	const contained = await containAll(decide(judged, policy, now, unmatched), await early.finish(), world);
	const settled = await settleUnfinished(begun, contained.keys, world);
	const located = await locateKeys(settled.keys, world);
	return {
		...settled,
		keys: located.keys,
		gaps: [
			...contained.gaps,
			...settled.gaps,
			...located.gaps
		]
	};
}
// src/scan/finding.ts
function createFinding(key, facts) {
	const { ignores, unmatched, policy, started, ended } = facts;
	const { candidate, identity, proof, impact, decision } = key;
	const { secret, kind, confidence, sightings } = candidate;
	const { fingerprint, mask } = secret;
	const { outcome, earlier } = tellEarlier(key);
	const validity = measureValidity(outcome, proof.validity);
	const ignored = matchIgnoreEntry(ignores, {
		fingerprint,
		identity,
		validity
	}, started);
	const isDone = outcome.kind === "contained" && earlier === null || outcome.kind === "already-gone";
	return {
		fingerprint,
		mask,
		kind,
		confidence,
		sightings,
		identity,
		validity,
		impact,
		decision,
		outcome,
		earlier,
		response: measureKeyResponse(key, {
			outcome,
			earlier
		}, facts),
		places: key.places ?? [],
		rotation: key.rotation ?? null,
		ignored,
		possession: decidePossession(key),
		containable: !isDone && isContainable(key, policy, ended, unmatched),
		blocks: isBlocking({
			sightings,
			validity,
			ignored
		}, policy.failOn)
	};
}
function measureKeyResponse({ candidate, identifiedAt, verifiedAt = null }, { outcome, earlier }, { foundAt, isPublished, findPushTime, ended }) {
	const { secret, sightings } = candidate;
	const act = earlier && {
		...earlier,
		by: earlier.kind,
		verified: earlier.standing === "confirmed"
	};
	const contained = outcome.kind === "contained" ? outcome : act;
	return measureResponse({
		sightings,
		foundAt: foundAt.get(secret.fingerprint) ?? null,
		identifiedAt,
		verifiedAt,
		contained: contained && {
			...contained,
			isEarlier: earlier !== null
		},
		isPublished,
		findPushTime,
		now: ended
	});
}
function tellEarlier({ outcome, earlier: { act } }) {
	if (act === null) return {
		outcome,
		earlier: null
	};
	switch (outcome.kind) {
		case "contained": return {
			outcome,
			earlier: outcome.at.getTime() === act.at.getTime() ? act : null
		};
		case "already-gone": return {
			outcome,
			earlier: act.kind === "revoke" ? act : null
		};
		case "left": return {
			outcome: outcome.because === "already-contained" ? toOutcome(act) : outcome,
			earlier: act
		};
		case "rehearsed":
		case "refused":
		case "failed": return {
			outcome,
			earlier: act
		};
		default: return outcome;
	}
}
function toOutcome({ kind: by, at, endsAt, scopesBefore, standing }) {
	return {
		kind: "contained",
		by,
		verified: standing === "confirmed",
		stopped: false,
		at,
		endsAt,
		scopesBefore
	};
}
function measureValidity(outcome, tried) {
	if (outcome.kind === "already-gone" && tried.kind !== "inactive") return {
		kind: "inactive",
		because: "deleted"
	};
	if (outcome.kind !== "contained" || !outcome.stopped) return tried;
	return {
		kind: "inactive",
		because: outcome.by === "revoke" ? "deleted" : "expired"
	};
}
// src/domain/rotation-target.ts
function formatTarget(target) {
	switch (target.kind) {
		case "github": {
			const { owner, repo, secret, environment } = target;
			return `github:${owner}/${repo}/${secret}${environment === null ? "" : `@${environment}`}`;
		}
		case "github-org": return `github-org:${target.org}/${target.secret}`;
		case "dependabot":
		case "codespaces": return `${target.kind}:${target.owner}/${target.repo}/${target.secret}`;
		case "command": return `command:${target.argv[0]}`;
		case "file": return `file:${target.path}`;
		default: return target;
	}
}
function isSameTarget(one, other) {
	return normalizeTarget(one) === normalizeTarget(other);
}
function normalizeTarget(target) {
	if (target.kind === "command") return JSON.stringify(target.argv);
	if (target.kind === "file") return formatTarget(target);
	const named = formatTarget(target);
	const at = target.kind === "github" && target.environment !== null ? named.lastIndexOf(`@${target.environment}`) : -1;
	return at < 0 ? named.toLowerCase() : named.slice(0, at).toLowerCase() + named.slice(at);
}
// src/report/json-finding.ts
function formatFinding(finding) {
	const { fingerprint, kind, confidence, mask, validity, impact, outcome, earlier, containable, ignored, blocks } = finding;
	const places = countPlaces(finding.sightings);
	return {
		fingerprint,
		state: getState(finding),
		kind,
		confidence,
		mask,
		sightings: finding.sightings.map(formatSighting),
		...places > finding.sightings.length ? { places } : {},
		identity: formatIdentity(finding.identity),
		possession: finding.possession,
		validity: {
			kind: validity.kind,
			because: validity.because
		},
		impact: impact && formatImpact(impact),
		decision: formatDecision(finding.decision),
		outcome: formatOutcome(outcome),
		earlier: earlier && formatEarlierAct(earlier),
		keptIn: finding.places.map(formatTarget),
		rotation: finding.rotation && formatLeakRotation(finding.rotation),
		response: formatResponse(finding.response),
		containable,
		ignored: ignored && {
			kind: ignored.kind,
			reason: ignored.reason,
			until: formatIsoDay(ignored.until)
		},
		blocks
	};
}
function formatLeakRotation({ state, newKey, places, isUsed }) {
	return {
		state: state.kind,
		because: "because" in state ? state.because : null,
		newKey: newKey && {
			id: newKey.id,
			fingerprint: newKey.fingerprint,
			createdAt: formatIsoTime(newKey.createdAt),
			expiresAt: formatIsoTime(newKey.expiresAt)
		},
		places: places.map(({ target, holds }) => ({
			target: formatTarget(target),
			holds
		})),
		used: isUsed
	};
}
function formatSighting({ where, path, line, column, commit, author, at, encoding, member, inHead, preexisting, repository, alert }) {
	return {
		...repository === void 0 ? {} : { repository },
		where,
		path,
		line,
		column,
		commit,
		author,
		at: formatIsoTime(at),
		encoding,
		member,
		inHead,
		preexisting,
		...alert && { alert: {
			number: alert.number,
			url: alert.url,
			place: alert.kind,
			textUrl: alert.textUrl
		} }
	};
}
function formatIdentity(identity) {
	switch (identity.kind) {
		case "ours": return {
			kind: identity.kind,
			record: formatRecord(identity.record),
			chance: identity.chance
		};
		case "ambiguous": return {
			kind: identity.kind,
			candidates: identity.candidates.map(formatRecord)
		};
		case "foreign": return { kind: identity.kind };
		case "unchecked": return {
			kind: identity.kind,
			because: identity.because
		};
		default: return identity;
	}
}
function formatRecord({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }) {
	return {
		id,
		name,
		redacted,
		home: {
			kind: home.kind,
			id: home.id,
			name: home.name
		},
		owner: owner && {
			kind: owner.kind,
			id: owner.id,
			name: owner.name
		},
		createdAt: formatIsoTime(createdAt),
		lastUsedAt: formatIsoTime(lastUsedAt),
		expiresAt: formatIsoTime(expiresAt)
	};
}
function formatImpact({ since, asOf, requests, inputTokens, outputTokens, cost, models, buckets, changes, createdBy, untold }) {
	return {
		since: formatIsoTime(since),
		asOf: formatIsoTime(asOf),
		requests,
		inputTokens,
		outputTokens,
		cost: cost && {
			value: cost.value,
			currency: cost.currency
		},
		models: models && models.map(({ model }) => model),
		byModel: models && models.map((use) => ({ ...use })),
		buckets: buckets && buckets.map(({ start, end, requests: number }) => ({
			start: formatIsoTime(start),
			end: formatIsoTime(end),
			requests: number
		})),
		changes: changes && changes.map(({ what, at: when, id, name }) => ({
			what,
			at: formatIsoTime(when),
			id,
			name
		})),
		createdBy: createdBy && {
			kind: createdBy.kind,
			id: createdBy.id,
			name: createdBy.name
		},
		untold: untold.map(({ source, because }) => ({
			source,
			because
		}))
	};
}
function formatDecision(decision) {
	switch (decision.kind) {
		case "leave": return {
			kind: decision.kind,
			because: decision.because
		};
		case "rehearse": return { kind: decision.act.kind };
		case "quarantine":
		case "expire":
		case "revoke": return { kind: decision.kind };
		default: return decision;
	}
}
function formatOutcome(outcome) {
	switch (outcome.kind) {
		case "contained": return {
			kind: outcome.kind,
			by: outcome.by,
			verified: outcome.verified,
			at: outcome.at.toISOString(),
			endsAt: formatIsoTime(outcome.endsAt),
			scopesBefore: outcome.scopesBefore
		};
		case "already-gone": return { kind: outcome.kind };
		case "rehearsed":
		case "refused":
		case "failed":
		case "left": return {
			kind: outcome.kind,
			because: outcome.because
		};
		default: return outcome;
	}
}
function formatEarlierAct({ kind, recordId, at, by, endsAt, knownFrom, standing }) {
	return {
		kind,
		record: recordId,
		at: formatIsoTime(at),
		by: by && {
			kind: by.kind,
			id: by.id,
			name: by.name
		},
		endsAt: formatIsoTime(endsAt),
		knownFrom,
		standing
	};
}
function formatResponse({ exposedAt, exposedAtIs, foundAt, identifiedAt, containedAt, verifiedAt, secondsExposed }) {
	return {
		exposedAt: formatIsoTime(exposedAt),
		exposedAtIs: formatIsoTime(exposedAt) === null ? null : exposedAtIs,
		foundAt: formatIsoTime(foundAt),
		identifiedAt: formatIsoTime(identifiedAt),
		containedAt: formatIsoTime(containedAt),
		verifiedAt: formatIsoTime(verifiedAt),
		secondsExposed
	};
}
function formatIsoDay(at) {
	return formatIsoTime(at)?.slice(0, 10) ?? null;
}
function formatIsoTime(at) {
	return isCalendarTime(at) ? at.toISOString() : null;
}
// src/report/wording/key/places.ts
const ENCODED = {
	plain: null,
	base64: "in base64",
	hex: "in hex",
	"utf-16": "in UTF-16",
	"utf-32": "in UTF-32",
	"char-codes": "as character codes",
	reversed: "written backwards",
	rot13: "in ROT13",
	percent: "percent-encoded",
	split: "in pieces"
};
function shortenSha(sha) {
	return sha.slice(0, 7);
}
function sortPlaces(sightings) {
	return sightings.toSorted((a, b) => computeRank(a) - computeRank(b) || comparePlaces(a, b));
}
function comparePlaces(a, b) {
	return compareTexts(a.repository ?? "", b.repository ?? "") || compareTexts(a.path ?? "", b.path ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
function compareTexts(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
function computeRank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && parseRef(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
function namePath({ repository, path }) {
	return path === null || repository === void 0 ? path : `${repository}/${path}`;
}
function describePlace(sighting) {
	const { where, repository } = sighting;
	const place = describeWithin(where === "file" ? {
		...sighting,
		path: namePath(sighting)
	} : sighting);
	return repository === void 0 || where === "file" && sighting.path !== null ? place : `${place} in ${repository}`;
}
function describeWithin(sighting) {
	const { where, path, line, column, commit, member } = sighting;
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "author line or note" : "message"} of commit ${commit === null ? "(unknown)" : shortenSha(commit)}${formatLine(line)}`;
		case "tag-message": return `message of a tag${formatLine(line)}`;
		case "path": return describeName(path);
		case "pull-request": return `text on GitHub${formatLine(line)}`;
		case "alert": return describeAlertPlace(sighting);
		default: return where;
	}
}
const ALERT_PLACES = {
	file: "",
	wiki: "wiki page ",
	unknown: "",
	issue_title: "title of an issue",
	issue_body: "text of an issue",
	issue_comment: "comment on an issue",
	discussion_title: "title of a discussion",
	discussion_body: "text of a discussion",
	discussion_comment: "comment on a discussion",
	pull_request_title: "title of a pull request",
	pull_request_body: "text of a pull request",
	pull_request_comment: "comment on a pull request",
	pull_request_review: "review of a pull request",
	pull_request_review_comment: "comment in a review of a pull request"
};
function describeAlertPlace({ alert, path, line }) {
	const name = alert === void 0 ? "alert" : `alert ${alert.number}`;
	const spot = path === null ? "" : `${path}${line === null ? "" : `:${line}`}`;
	const place = `${alert === void 0 ? "" : ALERT_PLACES[alert.kind]}${spot}`;
	return place === "" ? name : `${name}: ${place}`;
}
function describeSeenIn(sorted) {
	const [first] = sorted;
	const count = countPlaces(sorted);
	const isInFile = first?.where === "file" && first.path !== null;
	return [...first === void 0 || isInFile && first.member === null ? [] : [`Found in ${isInFile ? "" : "the "}${describePlace(first)}.`], ...count > 1 ? [`Found in ${formatNumber(count)} places.`] : []];
}
function formatLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function describeName(path) {
	const ref = path === null ? null : parseRef(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
function parseRef(path) {
	const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(path) ?? [];
	if (name !== void 0) return {
		kind: kind === "heads" ? "branch" : "tag",
		name
	};
	return path.startsWith("refs/") ? {
		kind: "ref",
		name: path
	} : null;
}
function listRemarks(sighting, change) {
	const { where, encoding, inHead, preexisting } = sighting;
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? [change === "history" || change === "sweep" ? "not on the current branch" : "since removed"] : [],
		...preexisting ? ["was here before"] : []
	];
}
// src/messages/gaps/openai.ts
const NAMED = 3;
function describeUnlisted(reason, listings) {
	return `${reason} Not listed in full: ${nameListings(listings)}.`;
}
function nameListings(listings) {
	const ids = listings.flatMap((listing) => typeof listing === "object" ? [listing.project] : []);
	const keys = ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
	return [...new Set(listings.filter((listing) => typeof listing === "string")), ...keys ? [keys] : []].join(", ");
}
function describeBlindSpots(ids) {
	return `OpenAI shows ${ids.length > NAMED ? `${ids.length} keys` : ids.join(", ")} in a form that is not known here: a leaked key may be one of them.`;
}
function describePageFault(fault) {
	return `OpenAI's answer cannot be read: ${namePageFault(fault)}.`;
}
function namePageFault(fault) {
	switch (fault) {
		case "not-json": return "a page is not JSON";
		case "no-records": return "a page has no list of records";
		case "no-end-mark": return "a page does not say whether more pages follow";
		case "no-cursor": return "a page does not say where the next page is";
		case "cursor-repeats": return "a page leads back to an earlier page";
		case "endless": return "there is no last page";
		default: return fault;
	}
}
const STOPPED_ANSWERING = "OpenAI stopped answering.";
function describeTimeLimit(minutes) {
	return `OpenAI was too slow: listing keys may take ${minutes} minutes.`;
}
const NO_ANSWER = "OpenAI did not answer.";
const SLOW_DOWN = "OpenAI kept asking to slow down (HTTP 429).";
function describeServerError(status) {
	return `OpenAI failed (HTTP ${status}).`;
}
function describeOtherStatus(status) {
	return status >= 300 && status < 400 ? `OpenAI's address answered with a redirect (HTTP ${status}), which is not followed.` : `OpenAI's answer (HTTP ${status}) is not the one that its documentation describes.`;
}
function describeOtherKind(prefix) {
	return `The key given as Admin API key begins with ${prefix}, and an Admin API key begins with sk-admin-.`;
}
function describeMissingScopes(scopes) {
	return `The Admin API key lacks the permission ${scopes.join(", ")}.`;
}
const UNKNOWN_ADMIN_KEY = "OpenAI does not know the Admin API key: it is mistyped, expired or revoked.";
const DEACTIVATED_ACCOUNT = "OpenAI deactivated the account of the Admin API key.";
const OTHER_REGION = "The organisation keeps its data in a region, and the API's address is another region's.";
const ADDRESS_REFUSED = "The organisation's IP allowlist refuses this machine (ip_not_authorized).";
const COUNTRY_REFUSED = "OpenAI refuses requests from the country of this machine.";
function describeRefusedAdminKey(status, code) {
	return `OpenAI refuses the Admin API key (HTTP ${status}${code ? `, ${code}` : ""}).`;
}
const NO_ADMIN_KEY = "OpenAI was not asked whose keys these are: there is no Admin API key.";
// src/openai/access/chosen-registry.ts
function createRegistry({ baseURL, adminKey }, options) {
	const { connect } = options;
	const load = async () => {
		await connect?.();
		return await import("./openai.js").then((n) => n.registry_exports);
	};
	if (adminKey) return createLazyRegistry(async () => (await load()).createOpenAIRegistry({ baseURL }, adminKey, options));
	let trials;
	return createKeylessRegistry(async () => {
		trials ??= load().then(({ createTrials }) => createTrials({ baseURL }, options.clock));
		return await trials;
	}, options);
}
function createKeylessRegistry(trials, { clock }) {
	const inventory = {
		records: [],
		gaps: [{
			kind: "no-admin-key",
			detail: NO_ADMIN_KEY,
			covers: ["project", "organization"]
		}],
		projects: [],
		organization: null
	};
	const untold = {
		kind: "untold",
		because: "not-permitted"
	};
	const answers = {
		users: untold,
		usage: untold,
		costs: untold,
		scopes: untold
	};
	return {
		inventory: async () => inventory,
		collectFacts: async () => {
			const { gaps, organization } = inventory;
			return {
				now: clock.now(),
				organization,
				keys: [],
				projects: [],
				...answers,
				gaps,
				requests: 0
			};
		},
		impact: async () => null,
		prove: async (...trial) => await (await trials()).prove(...trial),
		probeScopes: async (secret) => await (await trials()).probeScopes(secret),
		readHistory: async () => null,
		contain: async () => ({
			kind: "refused",
			because: "no-admin-key"
		})
	};
}
// src/git/commits/branches.ts
const DEFAULT_NAMES = [
	"main",
	"master",
	"trunk",
	"develop"
];
async function findDefaultRange({ repo, environment }) {
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const [branches, [head]] = await Promise.all([listBranches(git), resolveCommits(git, ["HEAD"])]);
	if (!head) throw new UsageError(NO_COMMITS_YET);
	const { branch, by } = chooseBase(branches);
	if (branch === null) return {
		base: null,
		head,
		name: {
			text: "HEAD",
			chosenBy: by
		}
	};
	return {
		base: branch.commit,
		head,
		name: {
			text: `${shortenName(branch)}..HEAD`,
			chosenBy: by
		}
	};
}
function chooseBase(branches) {
	const current = branches.find(({ isCurrent }) => isCurrent);
	const upstream = branches.find(({ name }) => name === current?.upstream);
	if (upstream) return {
		branch: upstream,
		by: "upstream"
	};
	const remote = findDefaultBranch(branches, null) ?? findNamed(DEFAULT_NAMES, (name) => findDefaultBranch(branches, name));
	if (remote) return {
		branch: remote,
		by: "remote-default"
	};
	const local = findNamed(DEFAULT_NAMES, (name) => branches.find((branch) => branch.name === `refs/heads/${name}`));
	return local && !local.isCurrent ? {
		branch: local,
		by: "local-default"
	} : {
		branch: null,
		by: "all-commits"
	};
}
function findNamed(names, find) {
	for (const name of names) {
		const found = find(name);
		if (found) return found;
	}
	return null;
}
function shortenName({ name }) {
	return name.replace(/^refs\/(?:heads|remotes)\//, "");
}
async function findNewBranchBase(location, push) {
	if (push.branch === push.defaultBranch) return null;
	const base = findDefaultBranch(await listBranches(new Git((await findRepository(location.repo)).gitDir, location.environment)), push.defaultBranch);
	return base && nameOnRemote(base) !== push.branch ? base.commit : null;
}
async function findDefaultRevision(location) {
	const branches = await listBranches(new Git((await findRepository(location.repo)).gitDir, location.environment));
	if (!branches.some(({ name }) => name.startsWith("refs/remotes/"))) return "HEAD";
	return [
		null,
		"main",
		"master"
	].map((name) => findDefaultBranch(branches, name)).find((one) => one !== null)?.name ?? "unknown";
}
function findDefaultBranch(branches, name) {
	const remote = branches.filter((branch) => branch.name.startsWith("refs/remotes/"));
	const isOrigin = (branch) => branch.name.startsWith("refs/remotes/origin/");
	const ordered = [...remote.filter(isOrigin), ...remote.filter((branch) => !isOrigin(branch))];
	if (name !== null) return ordered.find((branch) => branch.target === null && nameOnRemote(branch) === name) ?? null;
	const remoteHead = ordered.find((branch) => branch.target !== null && branch.name.endsWith("/HEAD"));
	return branches.find((branch) => branch.name === remoteHead?.target) ?? null;
}
function nameOnRemote({ name }) {
	return name.split("/").slice(3).join("/");
}
async function listBranches(git) {
	const exit = await git.run([
		"for-each-ref",
		`--format=${[
			"%(refname)",
			"%(objectname)",
			"%(HEAD)",
			"%(symref)",
			"%(upstream)"
		].join("%00")}`,
		"refs/heads",
		"refs/remotes"
	]);
	if (exit.code !== 0) throw createGitError(exit, "list branches");
	return exit.stdout.split("\n").slice(0, -1).map((line) => {
		const [name = "", commit = "", mark, target, upstream] = line.split("\0");
		return {
			name,
			commit,
			isCurrent: mark === "*",
			target: target || null,
			upstream: upstream || null
		};
	});
}
// src/git/trees/tree-diff.ts
const BYTES_PER_STEP = 64;
const SLASH = Buffer.from("/");
async function* listTreeChanges(reader, root, parents, budget) {
	const seen = /* @__PURE__ */ new Set();
	const first = await openFolder(reader, {
		oid: root,
		parents,
		prefix: Buffer.alloc(0)
	}, seen, budget);
	const frames = first ? [first] : [];
	for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
		const at = frame.next;
		frame.next += 1;
		if (at >= frame.tree.count) {
			frames.pop();
			continue;
		}
		if (isKnown(frame, at)) continue;
		const { kind, name, oid } = frame.tree.get(at);
		const path = Buffer.concat([frame.prefix, name]);
		if (frame.isRepeated) budget.left -= 1 + path.length / BYTES_PER_STEP;
		if (kind !== "tree") {
			yield {
				kind,
				oid,
				path,
				isNew: frame.parents.every((parent) => !parent || parent.matches[at] === -1)
			};
			continue;
		}
		const folder = await openFolder(reader, {
			oid,
			parents: frame.parents.map((parent) => findFolder(parent, at)),
			prefix: Buffer.concat([path, SLASH])
		}, seen, budget);
		if (folder) frames.push(folder);
	}
}
async function openFolder(reader, { oid, parents, prefix }, seen, budget) {
	const isRepeated = seen.has(oid);
	if (isRepeated && budget.left <= 0) return null;
	seen.add(oid);
	const tree = await reader.read(oid);
	if (!tree) return null;
	const compared = [];
	for (const parent of parents) {
		const other = parent === null ? null : await reader.read(parent);
		compared.push(other && {
			tree: other,
			matches: tree.match(other)
		});
	}
	return {
		tree,
		parents: compared,
		prefix,
		next: 0,
		isRepeated
	};
}
function isKnown({ tree, parents }, at) {
	return parents.some((parent) => {
		const match = parent?.matches[at] ?? -1;
		return parent !== null && match !== -1 && tree.hasSameObject(at, parent.tree, match);
	});
}
function findFolder(parent, at) {
	const match = parent?.matches[at] ?? -1;
	const item = parent && match !== -1 ? parent.tree.get(match) : null;
	return item?.kind === "tree" ? item.oid : null;
}
// src/git/trees/listed-paths.ts
const NAMES = [
	"-r",
	"-z",
	"--name-only",
	"--no-renames"
];
const MAX_COMMITS = 1e4;
function listTreePaths(git, commit, below) {
	const where = below === "" ? [] : ["--", below];
	return readPaths(git.start([
		"ls-tree",
		"-r",
		"-z",
		"--name-only",
		"--full-tree",
		commit,
		...where
	]));
}
function listIndexPaths(git, below) {
	return readPaths(git.start([
		"ls-files",
		"--cached",
		"-z",
		"--full-name",
		...below === "" ? [] : ["--", below]
	]));
}
function listChangedPaths(git, base, head) {
	return readPaths(git.start([
		"diff-tree",
		...NAMES,
		"--end-of-options",
		base,
		head
	]));
}
function listStagedPaths(git) {
	return readPaths(git.start([
		"diff-index",
		"--cached",
		...NAMES.slice(1),
		"HEAD",
		"--"
	]));
}
function listTouchedPaths(git, range) {
	return listTouched(git, [
		"--end-of-options",
		...formatRevisions(range),
		"--"
	]);
}
function listPathsOfHistory(git) {
	return listTouched(git, ["--all"]);
}
function listTouched(git, revisions) {
	const revList = git.start([
		"rev-list",
		`--max-count=10001`,
		...revisions
	]);
	revList.input.end();
	const diffTree = git.start([
		"diff-tree",
		"--stdin",
		"-m",
		"--root",
		"--no-commit-id",
		...NAMES
	]);
	let commits = 0;
	const count = async function* () {
		for await (const lines of splitLines(revList.output)) {
			commits += lines.length;
			yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
		}
	};
	pipeTo(count(), diffTree.input).catch(() => diffTree.input.end());
	return {
		paths: stopAfterwards(splitTokens(diffTree.output), [diffTree, revList]),
		isComplete: async () => {
			const exits = await Promise.all([diffTree.exited, revList.exited]);
			return commits <= MAX_COMMITS && exits.every(({ code }) => code === 0);
		}
	};
}
function readPaths(running) {
	running.input.end();
	return {
		paths: stopAfterwards(splitTokens(running.output), [running]),
		isComplete: async () => (await running.exited).code === 0
	};
}
async function* stopAfterwards(paths, running) {
	let hasEnded = false;
	try {
		yield* paths;
		hasEnded = true;
	} finally {
		if (!hasEnded) for (const one of running) one.stop();
	}
}
// src/sources/glob-matcher.ts
const GLOB_OPTIONS = {
	dot: true,
	windows: false,
	flags: "s",
	debug: true
};
const PLAIN_GROUP = /(?<![!*+?@\\])\(([^()|]*)\)/g;
const ESCAPED_BYTE = /(?<!\\)\\(?=x[0-9a-f]{2})/g;
const DOT_SEGMENT = /(?<=^|\/)\.{1,2}(?=\/|$)/g;
async function buildGlobMatcher({ wanted, unwanted, names }) {
	const { default: micromatch } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_micromatch(), 1));
	const { default: fastGlob } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_out(), 1));
	const compile = (glob) => buildGlobFilter(glob, micromatch.makeRe);
	const plain = names.map(normalizePath);
	const isNamed = (path) => plain.some((name) => isAtOrBelow(path, name));
	const isWanted = wanted.map(compile);
	const isUnwanted = unwanted.map((glob) => {
		const matches = compile(glob);
		return glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob)) ? (path) => listFolders(path).some(matches) : matches;
	});
	const mayHold = wanted.map((glob) => matchFolders(glob, compile));
	const whole = wanted.filter((glob) => /(?:^|\/)\*\*$/.test(glob)).map(compile);
	return {
		isWanted: onNormalized((path) => isNamed(path) || isWanted.some((matches) => matches(path))),
		isUnwanted: onNormalized((path) => isUnwanted.some((matches) => matches(path))),
		mayHoldWanted: onNormalized((path) => isNamed(path) || plain.some((name) => isAtOrBelow(name, path)) || mayHold.some((may) => may(path))),
		isWhollyWanted: onNormalized((path) => isNamed(path) || whole.some((matches) => matches(path)))
	};
}
function buildGlobFilter(glob, makeRe) {
	const given = glob.replaceAll(ESCAPED_BYTE, String.raw`\\`);
	const literal = given.replaceAll(PLAIN_GROUP, String.raw`\($1\)`);
	const expressions = [...new Set([given, literal].map((one) => one.normalize("NFC")))].map((one) => withCodePoints(makeRe(one, GLOB_OPTIONS)));
	const exact = glob.normalize("NFC");
	return (path) => path === exact || expressions.some((expression) => expression.test(path));
}
function withCodePoints(expression) {
	try {
		return new RegExp(expression.source, "su");
	} catch {
		return expression;
	}
}
function onNormalized(matches) {
	return (path) => matches(normalizePath(path));
}
function normalizePath(path) {
	return path.normalize("NFC").replaceAll(DOT_SEGMENT, "￿");
}
function isAtOrBelow(path, name) {
	return name === "￿" || path === name || path.startsWith(`${name}/`);
}
function matchFolders(glob, compile) {
	const parts = glob.split("/");
	const unclear = parts.findIndex((part) => part.includes("**") || !isBalanced(part));
	const matchers = parts.slice(0, unclear === -1 ? -1 : unclear).map(compile);
	return (folder) => {
		const names = folder.split("/");
		if (unclear === -1 && names.length > matchers.length) return false;
		return names.every((name, at) => matchers[at]?.(name) ?? true);
	};
}
function isBalanced(part) {
	const count = (characters) => part.match(characters)?.length ?? 0;
	return count(/[[({]/g) === count(/[\])}]/g);
}
function listFolders(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
// src/messages/hints.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
function describeNearest(word) {
	return ` Did you mean ${word}?`;
}
// src/settings/nearest.ts
function findNearest(word, words) {
	const best = words.length > 0 ? (0, import_fastest_levenshtein.closest)(word, words) : null;
	if (best === null) return null;
	return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, Math.floor(word.length / 3)) || hasLettersOf(word, best) ? best : null;
}
function suggestNearest(word, words) {
	const best = findNearest(word, words);
	return best ? describeNearest(best) : "";
}
const SHORTEST_BEGINNING = 7;
const WORDS_OF_THEIR_OWN = ["project", "trace"];
function findMisspelt(word, names) {
	if (WORDS_OF_THEIR_OWN.includes(word)) return null;
	const letters = pickLetters(word);
	const isMisspelling = (name) => pickLetters(name) === letters || (0, import_fastest_levenshtein.distance)(word, name) <= Math.max(1, Math.floor(word.length / 4)) || hasLettersOf(word, name) || letters.length >= SHORTEST_BEGINNING && pickLetters(name).startsWith(letters);
	return names.find((name) => pickLetters(name) === letters) ?? names.find(isMisspelling) ?? null;
}
function hasLettersOf(word, other) {
	const sort = (text) => [...text].toSorted().join("");
	return sort(word) === sort(other);
}
function pickLetters(word) {
	return word.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
// src/messages/errors/admin-key.ts
const ADMIN_KEYS = "https://platform.openai.com/settings/organization/admin-keys";
function describeAdminKeyFault(name, fault) {
	switch (fault.kind) {
		case "blank": return `${name} has only spaces or line breaks. Set it to an Admin API key, or leave it out.`;
		case "expression": return `${name} has a GitHub expression in it that was not filled in. GitHub fills in expressions only in workflow files: store the key itself in the secret.`;
		case "variable": return `${name} has the name of a variable in it, and not a key: nothing filled it in. In a shell, leave out single quotes. In a workflow, name a secret as \${{ secrets.NAME }}.`;
		case "stars": return `${name} has only asterisks: that is how logs show a secret. Copy the key from where it is stored, or create a new one at ${ADMIN_KEYS}.`;
		case "shortened": return `${name} is the shortened form in which OpenAI's page shows a key. OpenAI shows a whole key only once: create a new one at ${ADMIN_KEYS}.`;
		case "quotes": return `${name} has quotes around the key. Remove them.`;
		case "line-break": return `${name} has a line break in it. Store the key alone, on one line.`;
		case "space": return `${name} has a space in it. Store the key alone.`;
		case "name": return `${name} begins with a name and a sign (= or :). Store only the key that follows.`;
		case "bearer": return `${name} begins with the word Bearer. Store only the key that follows.`;
		case "two-keys": return `${name} has more than one key in it. Store one.`;
		case "odd-characters": return `${name} has characters that no key has, such as a typographic dash or an invisible space. Copy the key again, as plain text.`;
		case "no-key": return `${name} is not an OpenAI key. It must be an Admin API key, which begins with sk-admin-.`;
		case "other-kind": return `${name} begins with ${fault.prefix}, and must be an Admin API key, which begins with sk-admin-. An owner of the organisation creates one at ${ADMIN_KEYS}.`;
		case "other-vendor": return `${name} is ${fault.what}. It must be an Admin API key of OpenAI, which begins with sk-admin-.`;
		case "cut-off": return `${name} looks cut off: it has ${fault.length} characters, and an Admin API key has ${fault.whole} or more. Copy the whole key, or create a new one at ${ADMIN_KEYS}.`;
		default: return fault;
	}
}
// src/messages/errors/command-line/settings.ts
function describeWrongWord(name, value, words, hint) {
	return `${name} is ${value}. It must be one of ${words.join(", ")}.${hint}`;
}
function describeWrongBoolean(name, value) {
	return `${name} is ${value}. It must be true or false.`;
}
function describeWrongCount(name, value) {
	return `${name} is ${value}. It must be a whole number, 0 or more.`;
}
function describeWrongDuration(name, value) {
	return `${name} is ${value}. It must be a number and a unit, such as 90s, 30m, 1h or 2d.`;
}
function describeWrongGrace(name, value) {
	return `${name} is ${value}. It must be from 1s to 365d.`;
}
function describeWrongApproved(name, value) {
	return `${name} contains ${value}. It must hold fingerprints from the report: 16 hex digits each.`;
}
function describeWrongPath(name, value) {
	return `${name} is ${value}. It must be a path in the repository, such as .github/openai-key-guard.yml.`;
}
function describeWrongUrl(name) {
	return `${name} is not a plain URL. It must be an address such as https://api.openai.com/v1, without a name, a password, ? or #.`;
}
function describeInsecureUrl(name, value) {
	return `${name} is ${value}. Keys are sent there, so it must begin with https://. Only this machine may use http://.`;
}
function describeMissingAdminKey(name, onLeak, adminKey) {
	return `${name} is ${onLeak}, which needs an Admin API key of your organisation. Set ${adminKey}.`;
}
function describeMissingPaths(scan, paths) {
	return `${scan} is files, which needs ${paths}. Name the files to read, such as "**" for all.`;
}
function describeWrongNotifyUrl(name) {
	return `${name} is not an address that messages can be sent to. It must begin with https:// and have no user name. Copy it whole from Slack, Teams or your own service.`;
}
function describeInsecureNotifyUrl(name) {
	return `${name} does not begin with https://, so anyone in between could read the message and the address. Only this machine may use http://.`;
}
// src/messages/errors/files/output-files.ts
function describeOpenError(name, file, code) {
	return `${name} is ${quoteForMessage(file)}. ${explainOpenError(code)}`;
}
function explainOpenError(code) {
	switch (code) {
		case "ENOENT": return "Its folder does not exist. Create the folder first, or name a file in one that exists.";
		case "ENOTDIR": return "A part of this path is a file, not a folder. Name a file in a folder that exists.";
		case "EISDIR": return "This is a folder. Name a file in it.";
		case "ELOOP":
		case "EMLINK": return "This is a symbolic link, which is not followed. Name the file itself.";
		case "EACCES":
		case "EPERM":
		case "EROFS": return `This user may not write it (${code}). Name a file that this user may read and write.`;
		case "ENAMETOOLONG": return "This name is too long (ENAMETOOLONG). Use a shorter one.";
		case "ENXIO": return "This is a pipe or a socket that nobody reads (ENXIO). Start its reader first, or name a file.";
		default: return `It cannot be opened (${code}). Name a file that can be read and written.`;
	}
}
function describeLinkLoop(name, file) {
	return `${name} is ${quoteForMessage(file)}, whose symbolic links lead in a circle. Name the file itself.`;
}
function describeLinkInCheckout(name, file, link) {
	const [given, found] = [quoteForMessage(file), quoteForMessage(link)];
	if (given === found) return `${name} is ${given}, a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
	return `${name} is ${given}, but ${found} is a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
}
function describeSameFile(one, other, file) {
	return `${one} and ${other} are the same file, ${quoteForMessage(file)}. Name two different files.`;
}
// src/messages/errors/revisions.ts
function describeMissingCommit(name) {
	return `${formatRevision(name)} is not a commit of this repository. Check the name, or fetch it with: git fetch`;
}
function describeShallowRange(commit) {
	return `This clone is shallow: its history ends at commit ${commit}, and the range needs more. Fetch the rest with: git fetch --unshallow`;
}
function describeInvalidRevision(name) {
	return `${quoteForMessage(name)} is not a valid revision. Name a branch, a tag or a commit.`;
}
function describeAmbiguousRevision(name, meanings) {
	return `${quoteForMessage(name)} is ambiguous: it can mean ${meanings.join(" or ")}. Write the full name of the one you mean.`;
}
function describeUnresolvedRevision(name, complaint) {
	return `${quoteForMessage(name)} leads to no commit (${complaint}). Name a branch, a tag or a commit.`;
}
function formatRevision(name) {
	return /^[0-9a-f]{40,64}$/.test(name) ? name : quoteForMessage(name);
}
export { ADDRESS_REFUSED, COUNTRY_REFUSED, DEACTIVATED_ACCOUNT, NO_ANSWER, NO_KEPT_SECRETS, OTHER_REGION, SLOW_DOWN, STOPPED_ANSWERING, UNKNOWN_ADMIN_KEY, buildGlobFilter, buildGlobMatcher, buildSuccessorName, comparePlaces, containRecorded, createFinding, createKeyOrder, createRegistry, describeAdminKeyFault, describeAmbiguousRevision, describeBlindSpots, describeInsecureNotifyUrl, describeInsecureUrl, describeInvalidRevision, describeLeft, describeLinkInCheckout, describeLinkLoop, describeMissingAdminKey, describeMissingCommit, describeMissingPaths, describeMissingScopes, describeNearest, describeOpenError, describeOtherKind, describeOtherStatus, describePageFault, describePlace, describeRefusedAdminKey, describeSameFile, describeSeenIn, describeServerError, describeShallowRange, describeTimeLimit, describeUnlisted, describeUnresolvedRevision, describeWrongApproved, describeWrongBoolean, describeWrongCount, describeWrongDuration, describeWrongGrace, describeWrongNotifyUrl, describeWrongPath, describeWrongUrl, describeWrongWord, explainOpenError, explainUnresumable, findDefaultRange, findDefaultRevision, findKeysEntry, findMisspelt, findNearest, findNewBranchBase, findOldKey, formatDecision, formatFinding, formatIsoTime, formatOutcome, formatTarget, isOrderedKey, isRotationDue, isSameTarget, judgeAndContain, listChangedPaths, listCreatedBy, listIndexPaths, listKeptSecrets, listPathsOfHistory, listRemarks, listStagedPaths, listStoredSecrets, listSuccessors, listTouchedPaths, listTreeChanges, listTreePaths, mayBeRedactedAs, mayBeShownAs, namePath, parseRedacted, parseRef, parseSuccession, planRotation, shortenSha, sortPlaces, suggestNearest, writeEnd, writeSummary };
