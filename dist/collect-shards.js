import "./rolldown-runtime.js";
import { UsageError } from "./scan.js";
import { describeCutShard, describeDamagedFile, describeMissingPlan, describeMissingShard, describeOtherPlan, describeUnreadableFile } from "./messages.js";
import { parsePlan } from "./plan-document.js";
import { parseShard } from "./shard-document.js";
import { PLAN_FILE } from "./shard-writer.js";
const join = process.getBuiltinModule("node:path").join;
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const readdir = (...args) => process.getBuiltinModule("node:fs/promises").readdir(...args);
// src/sweep/merge/collect-shards.ts
async function collectShards(folders) {
	const files = (await Promise.all(folders.map(listFiles))).flat();
	const plans = await Promise.all(files.filter(isPlan).map(async (file) => ({
		file,
		...await readPlan(file)
	})));
	const [first] = plans;
	if (!first) throw new UsageError(describeMissingPlan(folders));
	const other = plans.find(({ digest }) => digest !== first.digest);
	if (other) throw new UsageError(describeOtherPlan(other.file));
	const { plan, digest } = first;
	const shards = await Promise.all(files.filter((file) => !isPlan(file)).map(async (file) => {
		const shard = parseShard(await readSweepFile(file, "shard"), file);
		if (shard.plan !== digest) throw new UsageError(describeOtherPlan(file));
		requireOwnRepositories(shard, plan, file);
		return shard;
	}));
	const records = mergeRecords(shards);
	return {
		plan,
		records: [...records.values()],
		gaps: findMissing(plan, shards, records)
	};
}
async function listFiles(folder) {
	return (await readdir(folder).catch((error) => {
		throw new UsageError(describeUnreadableFile(folder, "folder", error.code ?? "no code"));
	})).filter((name) => name === "plan.json" || /^shard-\d+\.json$/.test(name)).toSorted().map((name) => join(folder, name));
}
function isPlan(file) {
	return file.endsWith(PLAN_FILE);
}
async function readPlan(file) {
	return parsePlan(await readSweepFile(file, "plan"), file);
}
async function readSweepFile(file, kind) {
	return await readFile(file, "utf8").catch((error) => {
		throw new UsageError(describeUnreadableFile(file, kind, error.code ?? "no code"));
	});
}
function requireOwnRepositories({ shard, repositories }, plan, file) {
	const own = new Set(plan.shards[shard]?.map(({ id }) => id));
	if (repositories.every(({ id }) => own.has(id))) return;
	throw new UsageError(describeDamagedFile(file, "shard", "repositories"));
}
function mergeRecords(shards) {
	const records = /* @__PURE__ */ new Map();
	for (const record of shards.flatMap(({ repositories }) => repositories)) {
		const known = records.get(record.id);
		if (!known || known.refs === null && record.refs !== null) records.set(record.id, record);
	}
	return records;
}
function findMissing({ shards }, found, records) {
	return shards.flatMap((repositories, index) => {
		const missing = repositories.filter(({ id }) => !records.has(id)).length;
		if (missing === 0) return [];
		return [{
			kind: "unfetched",
			cause: "shard",
			detail: found.some(({ shard }) => shard === index) ? describeCutShard(index, missing) : describeMissingShard(index, missing)
		}];
	});
}
export { collectShards, readSweepFile };
