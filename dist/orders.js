import "./rolldown-runtime.js";
import { UsageError, createKeyOrder, describeLeftOutPlace, findKeysEntry, isOrderedKey, normalizeName, quoteValue } from "./scan.js";
import { formatTarget, isSameTarget } from "./findings.js";
// src/rotate/keys-file/orders.ts
async function buildOrders(choices, file, listRecords, nameTo = "--to") {
	if (choices.keys.length === 0) return file.keys.map((entry) => buildOrder(entry.name, choices, entry, nameTo));
	const orders = [];
	for (const asked of choices.keys) orders.push(buildOrder(asked, choices, await findAskedEntry(asked, file, listRecords), nameTo));
	return orders;
}
function buildOrder(asked, choices, entry, nameTo = "--to") {
	const { targets, scopes, expiresIn, overlap, wait, widen, create } = choices;
	const isNamed = targets.length > 0;
	const left = isNamed ? entry?.targets.find((one) => !targets.some((other) => isSameTarget(one, other))) : void 0;
	if (left) throw new UsageError(describeLeftOutPlace(nameTo, quoteValue(formatTarget(left))));
	const order = entry === null ? {
		asked,
		project: null,
		targets,
		scopes: null,
		expiresIn: null,
		rotateEvery: null
	} : createKeyOrder(entry, {
		overlap,
		wait
	});
	return {
		...order,
		asked,
		targets: isNamed ? targets : order.targets,
		scopes: scopes ?? order.scopes,
		expiresIn: expiresIn ?? order.expiresIn,
		overlap,
		wait,
		widen,
		create
	};
}
async function findAskedEntry(asked, file, listRecords) {
	if (file.keys.length === 0) return null;
	const [named, ...others] = file.keys.filter(({ name }) => normalizeName(name) === normalizeName(asked));
	if (named && others.length === 0) return named;
	const records = (await listRecords()).filter((record) => isOrderedKey(record, {
		asked,
		project: null
	}));
	const entries = new Set(records.map((record) => findKeysEntry(file, record)));
	const [only] = entries;
	return entries.size === 1 ? only ?? null : null;
}
export { buildOrder, buildOrders };
