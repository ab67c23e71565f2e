import "./rolldown-runtime.js";
import { createKeyOrder, findKeysEntry } from "./scan.js";
import { findOwnKeys, planOrders, rotateKey } from "./rotate.js";
const randomBytes = (...args) => process.getBuiltinModule("node:crypto").randomBytes(...args);
// src/rotate/replace-leaked.ts
async function replaceLeakedKey(order, { request, rails }, world) {
	const asked = {
		...order,
		wait: 0
	};
	const inventory = await world.registry.inventory();
	const recorded = await world.journal.rotations();
	const whole = {
		...request,
		orders: [asked],
		isOnlyDue: false,
		isResume: true
	};
	const facts = {
		inventory,
		now: world.clock.now(),
		protect: rails.policy.protect,
		unmatched: rails.unmatched,
		own: rails.own,
		recorded,
		batch: world.createToken()
	};
	const [planned] = await planOrders(whole, facts, world);
	if (!planned) throw new Error("every order is planned");
	if ("result" in planned) return {
		result: planned.result,
		gaps: []
	};
	return await rotateKey(planned.task, rails, world, { keepsOld: true });
}
// src/rotate/leak-replacement.ts
function createKeyReplacer(options) {
	const { keysFile, policy, adminKey, minter, store, onKeyCreated, onStep = () => {} } = options;
	return async (record, world) => {
		try {
			const entry = findKeysEntry(await keysFile(), record);
			if (entry === null) return null;
			const { records } = await world.registry.inventory();
			const rails = {
				policy,
				unmatched: [],
				own: findOwnKeys(records, adminKey)
			};
			const order = {
				...createKeyOrder(entry, {
					overlap: policy.grace,
					wait: 0
				}),
				asked: record.id
			};
			const createToken = () => randomBytes(4).toString("hex");
			const whole = {
				...world,
				minter,
				store,
				confirm: null,
				onKeyCreated,
				onStep,
				createToken
			};
			const idle = {
				onPlanned: () => {},
				onContainment: () => {}
			};
			const { result, gaps } = await replaceLeakedKey(order, {
				request: {
					rails: policy,
					adminKey
				},
				rails
			}, {
				...whole,
				...idle
			});
			const { state, newKey, places } = result;
			return {
				rotation: {
					state,
					newKey,
					places
				},
				gaps,
				isUsed: await prepareUseCheck(record, newKey, minter)
			};
		} catch {
			return FAILED;
		}
	};
}
const FAILED = {
	rotation: {
		state: {
			kind: "failed",
			because: "unexpected"
		},
		newKey: null,
		places: []
	},
	gaps: [],
	isUsed: async () => null
};
async function prepareUseCheck(old, newKey, minter) {
	if (newKey === null) return async () => null;
	const record = {
		...old,
		id: newKey.id,
		redacted: null
	};
	const before = await minter.readKey(record);
	return async () => {
		const now = await minter.readKey(record);
		if (before.kind !== "there" || now.kind !== "there") return null;
		const { lastUsedAt } = now.record;
		return lastUsedAt !== null && lastUsedAt > before.at;
	};
}
export { createKeyReplacer };
