import "./rolldown-runtime.js";
import { containRecorded, describeLeft, formatTarget, mayBeRedactedAs } from "./findings.js";
import { checkEntries, decide, describeUnrecordedEnd, explainUnresumable, findOldKey, isContainment, isRotationDue, listCreatedBy, listSuccessors, normalizeName, planRotation } from "./scan.js";
import { beginRotation, beginStep, noteStep, readRecorded, tellStep } from "./rotation-run.js";
// src/rotate/steps/new-key.ts
const FIRST_PAUSE$2 = 1e3;
const LOOKS = 4;
async function mintKey(run) {
	const { plan } = run;
	const halt = await beginStep(run, {
		step: "mint",
		phase: "begin",
		name: plan.name
	});
	if (halt) return {
		failure: halt,
		strays: []
	};
	tellStep(run, "mint", "begin");
	const result = await askForKey(run);
	const isMasked = result.kind !== "minted" || maskKey(run, result.secret);
	if (result.kind === "minted") {
		const { id, secret, createdAt, expiresAt } = result;
		const minted = {
			id,
			name: plan.name,
			fingerprint: secret.fingerprint,
			createdAt,
			expiresAt
		};
		await noteStep(run, {
			step: "mint",
			phase: "end",
			result: {
				kind: "minted",
				key: minted
			}
		});
		tellStep(run, "mint", "end", { isDone: true });
		const record = buildRecord(run, minted);
		return isMasked ? {
			minted,
			secret,
			record
		} : {
			failure: { because: "unexpected" },
			strays: [record]
		};
	}
	const { kind, failure } = result;
	await noteStep(run, {
		step: "mint",
		phase: "end",
		result: {
			kind,
			because: failure.because
		}
	});
	tellStep(run, "mint", "end");
	const strays = kind === "lost" ? await findStrays(run) : [];
	return {
		failure: {
			because: "mint",
			failure,
			mayExist: strays === null
		},
		strays: strays ?? []
	};
}
function maskKey({ world }, secret) {
	try {
		world.onKeyCreated(secret);
		return true;
	} catch {
		return false;
	}
}
async function askForKey({ plan, world }) {
	const { name, scopes, expiresIn } = plan;
	return await world.minter.mint({
		project: plan.project.id,
		account: plan.account.id,
		name,
		scopes,
		expiresIn
	}).catch(() => ({
		kind: "lost",
		failure: { because: "not-understood" }
	}));
}
async function findStrays(run) {
	const { plan, world, recorded } = run;
	let isListed = false;
	for (let look = 1; look <= LOOKS; look += 1) {
		await world.clock.sleep(FIRST_PAUSE$2 * look);
		const keys = await listKeys(run);
		isListed = keys !== null;
		const known = new Set(recorded?.keys.map(({ id }) => id));
		const strays = listCreatedBy(keys ?? [], {
			replaces: plan.old.id,
			rotation: plan.id
		}).filter(({ id }) => !known.has(id));
		if (strays.length > 0) return strays;
	}
	return isListed ? [] : null;
}
async function findCreated(run, { record }) {
	const reading = await run.world.minter.readKey(record).catch(() => null);
	const { plan } = run;
	const read = reading?.kind === "there" ? [reading.record] : [];
	const own = listCreatedBy(read, {
		replaces: plan.old.id,
		rotation: plan.id
	});
	return own.length > 0 ? own : await findStrays(run) ?? [];
}
async function listKeys({ plan, world }) {
	return (await world.minter.listAccountKeys(plan.project.id, plan.account.id).catch(() => null))?.map((key) => ({
		...key,
		home: {
			...key.home,
			name: plan.project.name
		}
	})) ?? null;
}
function buildRecord({ plan }, { id, name, createdAt, expiresAt }) {
	return {
		id,
		name,
		redacted: null,
		home: {
			kind: "project",
			id: plan.project.id,
			name: plan.project.name
		},
		owner: {
			kind: "service-account",
			id: plan.account.id,
			name: plan.account.name
		},
		createdAt,
		lastUsedAt: null,
		expiresAt,
		ownerHasAccess: null
	};
}
// src/rotate/steps/places.ts
const PAUSES = [
	2e3,
	1e4,
	3e4
];
const PASSING = /* @__PURE__ */ new Set([
	"rate-limited",
	"server-error",
	"network"
]);
async function storeKey(run, { minted, secret }) {
	const { order } = run.plan;
	let places = describePlaces(run);
	let isTouched = false;
	for (const [place, target] of order.targets.entries()) {
		if (run.world.isCancelled() && !isTouched) return {
			places,
			isTouched,
			failure: { because: "cancelled" }
		};
		const where = {
			key: minted.id,
			place,
			target
		};
		const halt = await beginStep(run, {
			step: "store",
			phase: "begin",
			...where
		});
		if (halt) return {
			places,
			isTouched,
			failure: halt
		};
		tellStep(run, "store", "begin", { target });
		const result = await storeIn(run, target, secret);
		await noteStep(run, {
			step: "store",
			phase: "end",
			...where,
			result
		});
		tellStep(run, "store", "end", {
			target,
			isDone: result.kind === "stored"
		});
		isTouched ||= result.kind === "stored" || result.mayBeStored;
		places = places.map((one, index) => index === place ? describePlace(one, result) : one);
		if (result.kind === "failed") return {
			places,
			isTouched,
			failure: {
				because: "store",
				target,
				failure: result
			}
		};
	}
	return {
		places,
		isTouched,
		failure: null
	};
}
async function storeIn(run, target, secret) {
	const { store, clock, isCancelled } = run.world;
	const options = getStoreOptions(run);
	let mayBeStored = false;
	for (const pause of [...PAUSES, null]) {
		const result = await store.store(target, secret, options).catch(() => ({
			kind: "failed",
			because: "unexpected",
			mayBeStored: true
		}));
		if (result.kind === "stored") return result;
		mayBeStored ||= result.mayBeStored;
		if (!(PASSING.has(result.because) && target.kind !== "command" && target.kind !== "file") || pause === null || isCancelled()) return {
			...result,
			mayBeStored
		};
		await clock.sleep(pause);
	}
	return {
		kind: "failed",
		because: "unexpected",
		mayBeStored
	};
}
function getStoreOptions({ plan, recorded }) {
	const replaceable = (recorded?.keys ?? []).filter(({ touched }) => touched.length > 0).flatMap(({ fingerprint }) => fingerprint === null ? [] : [fingerprint]);
	return {
		create: plan.order.create,
		replaceable
	};
}
function describePlaces({ plan, recorded }, kept = null) {
	return plan.order.targets.map((target, place) => {
		const holds = describeHeld(recorded?.keys ?? [], place);
		return {
			target,
			holds: kept && holds === "earlier" ? "new" : holds,
			result: null
		};
	});
}
function describeHeld(keys, place) {
	const last = keys.findLast(({ touched }) => touched.includes(place));
	if (!last) return "old";
	return last.stored.includes(place) ? "earlier" : "unknown";
}
function describePlace(before, result) {
	if (result.kind === "stored") return {
		...before,
		holds: "new",
		result
	};
	return {
		...before,
		holds: result.mayBeStored ? "unknown" : before.holds,
		result
	};
}
// src/rotate/planning/planning-facts.ts
async function readScopes(record, { minter }) {
	return await minter.readScopes(record).catch(() => ({
		kind: "untold",
		because: "no-answer"
	}));
}
// src/rotate/planning/results.ts
function buildResult({ plan, recorded }, differing) {
	return {
		asked: plan.order.asked,
		old: plan.old,
		plan,
		newKey: findStandingKey(recorded),
		places: describePlaces({
			plan,
			recorded
		}),
		use: { kind: "not-watched" },
		retired: null,
		superseded: [],
		isResumed: recorded !== null,
		...differing
	};
}
function buildRefusal(order, old, refusal) {
	return {
		asked: order.asked,
		old,
		plan: null,
		state: {
			kind: "refused",
			...refusal
		},
		newKey: null,
		places: order.targets.map((target) => ({
			target,
			holds: "old",
			result: null
		})),
		use: { kind: "not-watched" },
		retired: null,
		superseded: [],
		isResumed: false
	};
}
function buildDone(order, recorded) {
	const newKey = recorded.keys.at(-1) ?? null;
	const seenAt = newKey?.seenAt ?? null;
	return {
		...buildRefusal(order, rebuildOldKey(recorded), { because: "nothing-to-resume" }),
		state: { kind: "rotated" },
		newKey: newKey && describeRecorded(newKey),
		places: order.targets.map((target) => ({
			target,
			holds: "new",
			result: null
		})),
		use: seenAt === null ? { kind: "not-watched" } : {
			kind: "seen",
			at: seenAt
		},
		isResumed: true
	};
}
function rebuildOldKey({ old }) {
	const dates = {
		createdAt: null,
		lastUsedAt: null,
		expiresAt: null,
		ownerHasAccess: null
	};
	return {
		...old,
		redacted: null,
		...dates,
		absent: [
			"createdAt",
			"lastUsedAt",
			"expiresAt"
		]
	};
}
function describeRecorded({ id, name, fingerprint, createdAt, expiresAt }) {
	return {
		id,
		name,
		fingerprint,
		createdAt,
		expiresAt
	};
}
function findStandingKey(recorded) {
	const key = recorded?.keys.findLast(({ touched }) => touched.length > 0);
	return key ? describeRecorded(key) : null;
}
// src/rotate/steps/leftovers.ts
const NO_LEFTOVERS = {
	kept: null,
	keptRecord: null,
	superseded: [],
	unstored: []
};
function findStoredKey({ keys }, places) {
	const last = keys.at(-1);
	return last && last.stored.length === places ? last : null;
}
async function findLeftovers(run, recorded) {
	const listed = await listKeys(run);
	if (listed === null) return null;
	const { plan } = run;
	const own = listCreatedBy(listed, {
		replaces: plan.old.id,
		rotation: plan.id
	});
	const kept = findStoredKey(recorded, plan.order.targets.length);
	const isTouched = ({ id }) => recorded.keys.some((key) => key.id === id && key.touched.length > 0);
	const others = own.filter(({ id }) => id !== kept?.id && id !== plan.old.id);
	return {
		kept,
		keptRecord: own.find(({ id }) => id === kept?.id) ?? null,
		superseded: others.filter(isTouched),
		unstored: others.filter((record) => !isTouched(record))
	};
}
// src/rotate/planning/resume.ts
function findFitting({ asked, project }, recorded) {
	const wanted = normalizeName(asked);
	return recorded.filter((one) => {
		const { old, keys } = one;
		if (project !== null && !isOneOf(project, [old.home.id, old.home.name])) return false;
		if (one.asked === asked || old.id === asked || keys.some(({ id }) => id === asked)) return true;
		return wanted !== "" && isOneOf(asked, [
			old.name,
			old.owner.id,
			old.owner.name
		]);
	});
}
function isOneOf(asked, names) {
	const wanted = normalizeName(asked);
	return names.some((name) => name !== null && normalizeName(name) === wanted);
}
function findBatch(orders, recorded) {
	const fitting = recorded.filter((one) => orders.some((order) => findFitting(order, [one]).length > 0));
	return (fitting.findLast(({ isOver }) => !isOver) ?? fitting.at(-1))?.batch ?? null;
}
async function planResume(order, recorded, facts, world) {
	const old = facts.inventory.records.find(({ id }) => id === recorded.old.id) ?? rebuildOldKey(recorded);
	const targets = order.targets.map((target) => formatTarget(target));
	const isSame = targets.length === recorded.targets.length && targets.every((one, at) => one === recorded.targets[at]);
	const mustStore = findStoredKey(recorded, targets.length) === null;
	const refusal = isSame ? explainUnresumable(old, order, facts) : {
		because: "other-targets",
		targets: recorded.targets
	};
	if (refusal) return {
		old,
		mustStore,
		plan: null,
		refusal
	};
	const scopes = await readScopes(old, world);
	const plan = planRotation(order, old, {
		id: recorded.id,
		scopes
	});
	if (!("because" in plan)) return {
		old,
		mustStore,
		plan,
		refusal: null
	};
	const told = {
		...order,
		widen: true,
		scopes: recorded.scopes ?? order.scopes,
		expiresIn: recorded.expiresIn
	};
	const known = mustStore ? plan : planRotation(told, {
		...old,
		absent: []
	}, {
		id: recorded.id,
		scopes
	});
	return "because" in known ? {
		old,
		mustStore,
		plan: null,
		refusal: known
	} : {
		old,
		mustStore,
		plan: {
			...known,
			order
		},
		refusal: null
	};
}
// src/rotate/planning/plan-orders.ts
async function planOrders(request, facts, world) {
	const planned = [];
	const taken = /* @__PURE__ */ new Set();
	for (const order of request.orders) {
		const one = await planOrder(order, request, facts, world);
		const old = one && "task" in one ? one.task.plan.old : null;
		const isTwice = old !== null && taken.has(old.id);
		planned.push(isTwice ? { result: buildRefusal(order, old, { because: "asked-twice" }) } : one);
		if (old) taken.add(old.id);
	}
	return limitTasks(planned, request);
}
function limitTasks(planned, { rails }) {
	if (planned.filter((one) => one && "task" in one).length <= rails.maxContained) return planned;
	const refuse = ({ task }) => ({ result: buildResult(task, { state: {
		kind: "refused",
		because: "too-many"
	} }) });
	return planned.map((one) => one && "task" in one ? refuse(one) : one);
}
async function planOrder(order, request, facts, world) {
	const fitting = findFitting(order, facts.recorded);
	const open = fitting.filter(({ isOver }) => !isOver);
	if (open.length > 0 && !request.isResume) return { result: buildRefusal(order, facts.inventory.records.find(({ id }) => open.some((one) => one.old.id === id)) ?? null, { because: "unfinished" }) };
	const [recorded, ...others] = open;
	if (recorded && others.length > 0) return { result: buildRefusal(order, null, {
		because: "ambiguous",
		ids: open.map(({ old }) => old.id)
	}) };
	if (recorded) return await planResumed(order, recorded, facts, world);
	const done = request.isResume && !request.isOnlyDue ? fitting.findLast(({ batch }) => batch === facts.batch) : null;
	if (done) {
		const refused = buildRefusal(order, null, { because: "nothing-to-resume" });
		return { result: done.isRotated ? buildDone(order, done) : refused };
	}
	return await planFresh(order, request, facts, world);
}
async function planResumed(order, recorded, facts, world) {
	const { old, refusal, plan, mustStore } = await planResume(order, recorded, facts, world);
	if (plan === null) return { result: {
		...buildRefusal(order, old, refusal),
		isResumed: true
	} };
	const task = {
		plan,
		batch: recorded.batch,
		recorded
	};
	return (mustStore ? await refuseUnready(task, world) : null) ?? { task };
}
async function planFresh(order, { isOnlyDue }, facts, world) {
	const found = findOldKey(order, facts);
	if ("because" in found) return { result: buildRefusal(order, null, found) };
	const { record, refusal } = found;
	if (isOnlyDue && !isRotationDue(record, order, facts.now)) return null;
	if (refusal) return { result: buildRefusal(order, record, refusal) };
	const scopes = await readScopes(record, world);
	const plan = planRotation(order, record, {
		id: world.createToken(),
		scopes
	});
	if ("because" in plan) return { result: buildRefusal(order, record, plan) };
	const task = {
		plan,
		batch: facts.batch,
		recorded: null
	};
	const rival = await findRival(plan, world);
	if (rival) return { result: buildResult(task, { state: {
		kind: "refused",
		...rival
	} }) };
	return await refuseUnready(task, world) ?? { task };
}
async function findRival(plan, world) {
	const keys = await listKeys({
		plan,
		world
	});
	if (keys === null) return { because: "inventory-incomplete" };
	const [by] = listSuccessors(keys, plan.old.id, {
		now: world.clock.now(),
		except: plan.id
	});
	return by ? {
		because: "already-replaced",
		by: by.id
	} : null;
}
async function refuseUnready(task, world) {
	for (const target of task.plan.order.targets) {
		const check = await world.store.check(target, getStoreOptions(task)).catch(() => ({
			kind: "failed",
			because: "unexpected"
		}));
		if (check.kind === "ready") continue;
		const { kind: _, ...failure } = check;
		return { result: buildResult(task, { state: {
			kind: "refused",
			because: "target-not-ready",
			target,
			failure
		} }) };
	}
	return null;
}
// src/rotate/steps/retire.ts
const NOTHING_RETIRED = {
	keys: [],
	gaps: []
};
async function retireKeys(run, { outgoing, use, rest }) {
	const successor = chooseSuccessor(use, rest);
	const overlap = run.plan.order.overlap;
	const describe = ({ record, role, isInUse }) => ({
		record,
		role,
		overlap,
		successor,
		isInUse
	});
	return await retireEach(run, outgoing.map(describe));
}
function chooseSuccessor(use, rest) {
	if (use.kind === "not-watched") return use.kind;
	return rest === "new-key-gone" ? "unseen" : use.kind;
}
async function discardKeys(run, records, own = null) {
	const isOwn = ({ id }) => id === own;
	const others = records.filter((record) => !isOwn(record));
	const unneeded = [...records.filter(isOwn), ...await findAbandoned(run, others)];
	const read = await Promise.all(unneeded.map(async (record) => await readRecord(run, record)));
	const facts = {
		role: "unstored",
		overlap: 0,
		successor: "not-watched",
		isInUse: null
	};
	return await retireEach({
		...run,
		world: {
			...run.world,
			isCancelled: () => false
		}
	}, read.map((record) => ({
		record,
		...facts
	})));
}
async function findAbandoned(run, records) {
	if (records.length === 0) return [];
	const recorded = await readRecorded(run).catch(() => void 0);
	if (recorded === void 0 || recorded && recorded.attempt !== run.attempt) return [];
	const isTouched = ({ id }) => recorded?.keys.some((key) => key.id === id && key.touched.length > 0);
	return records.filter((record) => !isTouched(record));
}
async function readRecord({ world }, record) {
	const reading = await world.minter.readKey(record).catch(() => null);
	return reading?.kind === "there" ? reading.record : record;
}
async function retireEach(run, cases) {
	const keys = [];
	const gaps = [];
	for (const known of cases) {
		const result = await retireOne(run, {
			...known,
			mayBeOwn: run.rails.own.has(known.record.id)
		});
		keys.push(result.key);
		gaps.push(...result.gaps);
	}
	return {
		keys,
		gaps
	};
}
async function retireOne(run, known) {
	const { rails, world, plan } = run;
	const { record } = known;
	const [decided] = decide([known], rails.policy, world.clock.now(), rails.unmatched);
	if (!decided) throw new Error("every case is decided");
	const { decision } = decided;
	if (!isContainment(decision)) return {
		key: {
			record,
			decision,
			outcome: describeLeft(decision)
		},
		gaps: []
	};
	const act = {
		fingerprint: null,
		rotation: plan.id,
		containment: decision,
		at: world.clock.now()
	};
	const { outcome, gaps } = await containRecorded(act, null, world);
	return {
		key: {
			record,
			decision,
			outcome
		},
		gaps
	};
}
function isRetired({ outcome }) {
	return isEnded(outcome);
}
function isEnded(outcome) {
	switch (outcome.kind) {
		case "contained": return outcome.verified;
		case "already-gone": return true;
		case "left": return outcome.because === "expires-sooner" || outcome.because === "already-inactive";
		case "rehearsed":
		case "refused":
		case "failed": return false;
		default: return outcome;
	}
}
// src/rotate/steps/watch.ts
const FIRST_PAUSE$1 = 5e3;
const LONGEST_PAUSE$1 = 6e4;
const NAP = 5e3;
const SLACK = 1e3;
const IDLE = {
	part: 1 / 6,
	least: 6e4,
	most: 3e5
};
const LONGER_AFTER_SUCCESSOR = 3;
const GONE_IN_A_ROW = 3;
async function watchUse(run, incoming, outgoing) {
	const { wait } = run.plan.order;
	if (wait === 0) return {
		use: { kind: "not-watched" },
		outgoing: outgoing.map((key) => ({
			...key,
			isInUse: null
		})),
		rest: null
	};
	const key = incoming.record.id;
	const halt = await beginStep(run, {
		step: "watch",
		phase: "begin",
		key
	});
	const unknown = outgoing.map((one) => ({
		...one,
		isInUse: null
	}));
	if (halt) return {
		use: describeUse(incoming.seenAt),
		outgoing: unknown,
		rest: "use-unknown"
	};
	tellStep(run, "watch", "begin");
	const last = await lookUntilReady(run, incoming, outgoing);
	await noteStep(run, {
		step: "watch",
		phase: "end",
		key,
		seenAt: last.seenAt
	});
	const rest = isReady(last) ? null : explainRest(last);
	tellStep(run, "watch", "end", { isDone: rest === null });
	return {
		use: describeUse(last.seenAt),
		outgoing: last.outgoing,
		rest
	};
}
async function lookUntilReady(run, incoming, outgoing) {
	const { clock, isCancelled } = run.world;
	const deadline = clock.elapsed() + run.plan.order.wait * 1e3;
	let since = incoming.since;
	let before = {
		seenAt: incoming.seenAt,
		gone: 0,
		outgoing
	};
	for (let pause = FIRST_PAUSE$1;; pause = Math.min(pause * 1.4, LONGEST_PAUSE$1)) {
		const seen = await look(run, {
			...incoming,
			since
		}, before);
		if (seen.reading.kind === "there") since ??= seen.reading.at;
		const left = deadline - clock.elapsed();
		if (isReady(seen) || seen.gone >= GONE_IN_A_ROW || left <= 0 || isCancelled()) return seen;
		tellStep(run, "watch", "wait");
		await nap(run, Math.min(pause, left));
		before = seen;
	}
}
async function look(run, incoming, before) {
	const read = async (record) => await run.world.minter.readKey(record).catch(() => ({
		kind: "unknown",
		because: "unexpected"
	}));
	const reading = await read(incoming.record);
	const seenAt = before.seenAt ?? findUse(reading, incoming.since);
	const outgoing = [];
	for (const key of before.outgoing) {
		const found = await read(key.record);
		const record = found.kind === "there" ? found.record : key.record;
		outgoing.push({
			...key,
			record,
			isInUse: judgeUse(found, seenAt, computeIdle(run))
		});
	}
	return {
		reading,
		seenAt,
		outgoing,
		gone: reading.kind === "gone" ? before.gone + 1 : 0
	};
}
function findUse(reading, since) {
	if (reading.kind !== "there" || since === null) return null;
	const { lastUsedAt } = reading.record;
	return lastUsedAt !== null && lastUsedAt.getTime() > since.getTime() + SLACK ? lastUsedAt : null;
}
function judgeUse(reading, seenAt, idle) {
	if (reading.kind === "gone") return false;
	if (reading.kind === "unknown") return null;
	const { lastUsedAt, absent } = reading.record;
	if (lastUsedAt === null) return absent?.includes("lastUsedAt") ? null : false;
	const isLater = seenAt !== null && lastUsedAt > seenAt;
	return reading.at.getTime() - lastUsedAt.getTime() < (isLater ? idle * LONGER_AFTER_SUCCESSOR : idle);
}
function computeIdle({ plan }) {
	return Math.min(Math.max(plan.order.wait * 1e3 * IDLE.part, IDLE.least), IDLE.most);
}
function isReady({ reading, seenAt, outgoing }) {
	return reading.kind === "there" && seenAt !== null && outgoing.every(({ isInUse }) => isInUse === false);
}
function explainRest({ reading, seenAt, outgoing }) {
	if (reading.kind === "gone") return "new-key-gone";
	if (reading.kind === "unknown") return "use-unknown";
	if (seenAt === null) return "new-key-unseen";
	return outgoing.some(({ isInUse }) => isInUse === true) ? "old-key-in-use" : "use-unknown";
}
function describeUse(seenAt) {
	return seenAt === null ? { kind: "unseen" } : {
		kind: "seen",
		at: seenAt
	};
}
async function nap({ world }, milliseconds) {
	for (let left = milliseconds; left > 0 && !world.isCancelled(); left -= NAP) await world.clock.sleep(Math.min(NAP, left));
}
// src/rotate/steps/settlement.ts
async function settleOldKeys(run, made, { left, cleared, keepsOld }) {
	const { old } = run.plan;
	const lost = left.superseded.map((record) => ({
		record,
		role: "superseded"
	}));
	const outgoing = keepsOld ? lost : [{
		record: old,
		role: "replaced"
	}, ...lost];
	const watched = await watchUse(run, made.incoming, outgoing);
	const { retired, isDone } = await retireWatched(run, watched);
	const known = [
		made.key,
		...outgoing.map(({ record }) => record),
		...cleared.keys.map(({ record }) => record)
	];
	const late = run.recorded === null ? NOTHING_RETIRED : await discardLate(run, known);
	const isRotated = isDone && late.keys.every(isRetired);
	const isOld = ({ record }) => record.id === old.id;
	return {
		state: isRotated ? { kind: "rotated" } : {
			kind: "unfinished",
			because: watched.rest ?? "old-key-kept"
		},
		use: watched.use,
		retired: retired.keys.find(isOld) ?? null,
		superseded: [
			...cleared.keys,
			...retired.keys.filter((key) => !isOld(key)),
			...late.keys
		],
		gaps: [
			...cleared.gaps,
			...retired.gaps,
			...late.gaps
		]
	};
}
async function retireWatched(run, watched) {
	const keys = watched.outgoing.map(({ record }) => record.id);
	if (watched.rest !== null || keys.length === 0) return {
		retired: await retireKeys(run, watched),
		isDone: watched.rest === null
	};
	if (await beginStep(run, {
		step: "retire",
		phase: "begin",
		keys
	})) return {
		retired: NOTHING_RETIRED,
		isDone: false
	};
	tellStep(run, "retire", "begin");
	const retired = await retireKeys(run, watched);
	const isDone = retired.keys.every(isRetired);
	await noteStep(run, {
		step: "retire",
		phase: "end",
		keys
	});
	tellStep(run, "retire", "end", { isDone });
	return {
		retired,
		isDone
	};
}
async function discardLate(run, known) {
	const recorded = await readRecorded(run);
	const left = recorded && await findLeftovers(run, recorded);
	if (!left) return NOTHING_RETIRED;
	const isLate = ({ id }) => known.every((one) => one.id !== id);
	const discarded = await discardKeys(run, left.unstored.filter(isLate));
	const kept = await retireKeys(run, {
		use: { kind: "unseen" },
		outgoing: left.superseded.filter(isLate).map((record) => ({
			record,
			role: "superseded",
			isInUse: null
		})),
		rest: null
	});
	return {
		keys: [...discarded.keys, ...kept.keys],
		gaps: [...discarded.gaps, ...kept.gaps]
	};
}
// src/rotate/steps/trial.ts
const PATIENCE = 6e4;
const FIRST_PAUSE = 1e3;
const LONGEST_PAUSE = 8e3;
const LIFE_SLACK = 6e4;
async function tryNewKey(run, fresh) {
	const { world } = run;
	const key = fresh.minted.id;
	const halt = await beginStep(run, {
		step: "try",
		phase: "begin",
		key
	});
	if (halt) return halt;
	tellStep(run, "try", "begin");
	const found = await findAccepted(run, fresh, world.clock.elapsed());
	const triedAt = "because" in found ? null : found.triedAt;
	await noteStep(run, {
		step: "try",
		phase: "end",
		key,
		triedAt
	});
	tellStep(run, "try", "end", { isDone: triedAt !== null });
	return found;
}
async function findAccepted(run, fresh, start) {
	const refusal = await waitForAcceptance(run, fresh, start);
	if (refusal) return refusal;
	const listed = await findListed(run, fresh, start);
	if ("because" in listed) return listed;
	const reading = await readTried(run, listed);
	if ("because" in reading) return reading;
	const { record, at } = reading;
	const minted = {
		...fresh.minted,
		expiresAt: record.expiresAt ?? fresh.minted.expiresAt
	};
	return {
		...fresh,
		minted,
		record,
		triedAt: laterOf(at, record.lastUsedAt)
	};
}
async function readTried(run, record) {
	const { minter, clock } = run.world;
	let found;
	const isOver = await lookUntil(run, clock.elapsed(), async () => {
		const reading = await minter.readKey(record).catch(() => null);
		if (reading?.kind !== "there") return null;
		found = reading;
		return "done";
	});
	if (found) return found;
	return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}
async function waitForAcceptance(run, fresh, start) {
	const { registry } = run.world;
	const isOver = await lookUntil(run, start, async () => {
		const proof = await registry.prove(fresh.secret, fresh.record, { isUrgent: true }).catch(() => null);
		if (proof?.possession === "someone-else") return { because: "new-key-not-ours" };
		return proof?.validity.kind === "active" && proof.possession !== "not-accepted" ? "done" : null;
	});
	if (isOver === "done") return null;
	return isOver ?? { because: "new-key-refused" };
}
async function findListed(run, fresh, start) {
	const { plan, world } = run;
	const { id } = fresh.minted;
	let own;
	await world.clock.sleep(Math.max(FIRST_PAUSE, start + FIRST_PAUSE - world.clock.elapsed()));
	const isOver = await lookUntil(run, world.clock.elapsed(), async () => {
		const keys = await listKeys(run);
		own = keys?.find((key) => key.id === id);
		if (!own || !keys) return null;
		if (!isOfAccount(own, plan) || !mayBeRedactedAs(fresh.secret, own.redacted ?? "")) return { because: "new-key-not-ours" };
		if (livesLonger(own, plan.expiresIn)) return { because: "new-key-lives-longer" };
		const first = own;
		const rival = listSuccessors(keys, plan.old.id, {
			now: world.clock.now(),
			except: plan.id
		}).find((other) => isEarlier(other, first));
		return rival ? {
			because: "overtaken",
			by: rival.id
		} : "done";
	});
	if (isOver === "done" && own) return own;
	return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}
function livesLonger({ createdAt, expiresAt, absent }, expiresIn) {
	if (expiresIn === null || createdAt === null || absent?.includes("expiresAt")) return false;
	return expiresAt === null || expiresAt.getTime() > createdAt.getTime() + expiresIn * 1e3 + LIFE_SLACK;
}
function isOfAccount({ owner, home }, { account, project }) {
	return owner?.kind === "service-account" && owner.id === account.id && home.id === project.id;
}
function isEarlier(one, other) {
	const [first, second] = [one, other].map(({ createdAt }) => createdAt?.getTime() ?? 0);
	if (first !== second) return (first ?? 0) < (second ?? 0);
	return one.id < other.id;
}
async function lookUntil({ world }, start, look) {
	for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 1.6, LONGEST_PAUSE)) {
		if (world.isCancelled()) return { because: "cancelled" };
		const found = await look();
		if (found !== null) return found;
		if (world.clock.elapsed() + pause > start + PATIENCE) return null;
		await world.clock.sleep(pause);
	}
}
function laterOf(one, other) {
	return other !== null && other > one ? other : one;
}
// src/rotate/rotate-key.ts
async function rotateKey(task, rails, world, { keepsOld = false } = {}) {
	const begun = {
		...task,
		attempt: world.createToken(),
		rails,
		world
	};
	try {
		const halt = await beginRotation(begun);
		if (halt) return await refuse(begun, halt);
		const run = {
			...begun,
			recorded: task.recorded && (await readRecorded(begun) ?? task.recorded)
		};
		const left = run.recorded ? await findLeftovers(run, run.recorded) : NO_LEFTOVERS;
		if (left === null) return await finish(run, { state: {
			kind: "failed",
			because: "account-not-listed"
		} }, []);
		return await carryOut$1(run, left, keepsOld);
	} catch {
		return {
			result: buildResult(begun, { state: {
				kind: "failed",
				because: "unexpected"
			} }),
			gaps: []
		};
	}
}
async function refuse(run, halt) {
	if ((run.recorded !== null || halt.because === "resumed-elsewhere") && halt.because !== "unfinished") return {
		result: buildResult(run, { state: {
			kind: "failed",
			...halt
		} }),
		gaps: []
	};
	const result = buildResult(run, { state: {
		kind: "refused",
		because: halt.because === "unfinished" ? halt.because : "not-recorded"
	} });
	await noteStep(run, {
		step: "end",
		state: result.state,
		isOver: true
	});
	return {
		result,
		gaps: []
	};
}
async function carryOut$1(run, left, keepsOld) {
	const cleared = await discardKeys(run, left.unstored);
	const made = left.kept ? await keepKey(run, left) : await makeKey(run);
	if (made === null) return await finish(run, {
		state: {
			kind: "unfinished",
			because: "new-key-gone"
		},
		superseded: cleared.keys,
		newKey: null
	}, cleared.gaps, true);
	if ("failure" in made) {
		const { failure, key, places, discarded } = made;
		const superseded = [...cleared.keys, ...discarded.keys];
		const newKey = key ?? buildResult(run, { state: { kind: "planned" } }).newKey;
		return await finish(run, {
			state: {
				kind: "failed",
				...failure
			},
			newKey,
			places,
			superseded
		}, [...cleared.gaps, ...discarded.gaps]);
	}
	const { gaps, ...settled } = await settleOldKeys(run, made, {
		left,
		cleared,
		keepsOld
	});
	const isGone = settled.state.kind === "unfinished" && settled.state.because === "new-key-gone";
	return await finish(run, {
		...settled,
		newKey: made.key,
		places: made.places
	}, gaps, isGone);
}
async function keepKey(run, { kept, keptRecord }) {
	if (kept === null || keptRecord === null) return null;
	const incoming = {
		record: keptRecord,
		since: kept.triedAt,
		seenAt: kept.seenAt
	};
	return {
		key: describeRecorded(kept),
		incoming,
		places: describePlaces(run, kept)
	};
}
async function makeKey(run) {
	if (run.world.isCancelled()) return await fall(run, {
		failure: { because: "cancelled" },
		strays: []
	});
	const fresh = await mintKey(run);
	if ("failure" in fresh) return await fall(run, fresh);
	const tried = await tryNewKey(run, fresh);
	if ("because" in tried) {
		const strays = await findCreated(run, fresh);
		const fallen = await fall(run, {
			failure: tried,
			strays
		}, fresh.minted.id);
		return strays.length > 0 ? fallen : {
			...fallen,
			key: fresh.minted
		};
	}
	const { places, isTouched, failure } = await storeKey(run, tried);
	if (failure === null) return {
		key: tried.minted,
		incoming: describeIncoming(tried),
		places
	};
	if (!isTouched) return {
		...await fall(run, {
			failure,
			strays: [tried.record]
		}, fresh.minted.id),
		places
	};
	return {
		failure,
		key: tried.minted,
		places,
		discarded: NOTHING_RETIRED
	};
}
async function fall(run, { failure, strays }, own = null) {
	return {
		failure,
		key: null,
		places: describePlaces(run),
		discarded: await discardKeys(run, strays, own)
	};
}
function describeIncoming({ record, triedAt }) {
	return {
		record,
		since: triedAt,
		seenAt: null
	};
}
async function finish(run, parts, gaps, isOver = false) {
	const result = buildResult(run, parts);
	const { state } = result;
	const recorded = await readRecorded(run).catch(() => null);
	if (recorded && recorded.attempt !== run.attempt) return {
		result,
		gaps
	};
	const unrecorded = await noteStep(run, {
		step: "end",
		state,
		isOver: isOver || isSettled(result)
	}) ? [] : [{
		kind: "audit-file",
		detail: describeUnrecordedEnd(run.plan.old.id)
	}];
	return {
		result,
		gaps: [...gaps, ...unrecorded]
	};
}
function isSettled({ state, newKey, superseded }) {
	if (state.kind === "rotated") return true;
	if (state.kind !== "failed" || newKey !== null) return false;
	return !(state.because === "mint" && state.mayExist) && superseded.every(isRetired);
}
// src/rotate/rotate.ts
async function rotateKeys(request, world) {
	const { policy } = { policy: request.rails };
	const inventory = await world.registry.inventory();
	const checked = checkEntries({
		...policy,
		onLeak: "revoke",
		approved: null
	}, inventory, []);
	const rails = {
		policy,
		unmatched: checked.entries,
		own: findOwnKeys(inventory.records, request.adminKey)
	};
	const recorded = await world.journal.rotations();
	const batch = (request.isResume ? findBatch(request.orders, recorded) : null) ?? world.createToken();
	const { results, gaps } = await carryOut(refuseIdleResume(request, await planOrders(request, {
		inventory,
		now: world.clock.now(),
		protect: policy.protect,
		unmatched: rails.unmatched,
		own: rails.own,
		recorded,
		batch
	}, world)), rails, request, world);
	return {
		at: world.clock.now(),
		organization: inventory.organization,
		isDryRun: policy.dryRun,
		rotations: results,
		gaps: [
			...inventory.gaps,
			...checked.gaps,
			...gaps
		],
		notes: []
	};
}
function findOwnKeys(records, adminKey) {
	const own = records.filter(({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted));
	return new Set(own.map(({ id }) => id));
}
function refuseIdleResume({ isResume, isOnlyDue, orders }, planned) {
	const isDone = (one) => one !== null && "result" in one && one.result.state.kind === "rotated";
	const isOpen = (one) => one !== null && ("task" in one ? one.task.recorded !== null : one.result.isResumed && !isDone(one));
	const isBetween = planned.some(isDone) && planned.some((one) => one !== null && "task" in one);
	const isBegun = planned.some(isOpen) || isBetween;
	if (!isResume || isOnlyDue || isBegun) return planned;
	return orders.map((order, index) => {
		const one = planned[index];
		return { result: buildRefusal(order, one && "task" in one ? one.task.plan.old : null, { because: "nothing-to-resume" }) };
	});
}
async function carryOut(planned, rails, { rails: { dryRun } }, world) {
	const tasks = planned.flatMap((one) => one && "task" in one ? [one.task] : []);
	const isAllowed = dryRun || tasks.length === 0 || await announce(tasks, world);
	const results = [];
	const gaps = [];
	for (const one of planned) {
		if (one === null) continue;
		const done = "result" in one ? {
			result: one.result,
			gaps: []
		} : await carryOutOne(one.task, {
			rails,
			isAllowed,
			world
		});
		results.push(done.result);
		gaps.push(...done.gaps);
	}
	return {
		results,
		gaps
	};
}
async function announce(tasks, world) {
	const plans = tasks.map(({ plan }) => plan);
	if (world.confirm && !await world.confirm(plans)) return false;
	if (!world.confirm) world.onPlanned(plans);
	world.onContainment();
	return true;
}
async function carryOutOne(task, { rails, isAllowed, world }) {
	if (rails.policy.dryRun) return {
		result: buildResult(task, { state: { kind: "planned" } }),
		gaps: []
	};
	if (!isAllowed) return {
		result: buildResult(task, { state: {
			kind: "refused",
			because: "declined"
		} }),
		gaps: []
	};
	if (world.isCancelled()) return {
		result: buildResult(task, { state: {
			kind: "refused",
			because: "cancelled"
		} }),
		gaps: []
	};
	return await rotateKey(task, rails, world);
}
export { findOwnKeys, planOrders, rotateKey, rotateKeys };
