import { __toESM } from "./rolldown-runtime.js";
import { LEFT_OUT } from "./report.js";
import { UsageError } from "./scan.js";
import { describeEmptySweep, describeForeignState, describeIdleGlobs, describeShardCount } from "./messages.js";
// src/sweep/pack.ts
const FIXED_COST = 2048;
function packShards(repositories, count) {
	const shards = Array.from({ length: Math.min(count, repositories.length) }, () => ({
		repositories: [],
		load: 0
	}));
	const sorted = repositories.toSorted((one, other) => other.kilobytes - one.kilobytes || one.id - other.id);
	for (const repository of sorted) {
		const lightest = shards.reduce((least, shard) => shard.load < least.load ? shard : least);
		lightest.repositories.push(repository);
		lightest.load += repository.kilobytes + FIXED_COST;
	}
	return shards.map((shard) => shard.repositories);
}
// src/sweep/select.ts
async function selectRepositories(listed, { include, exclude, archived, forks }) {
	const { default: micromatch } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_micromatch(), 1));
	const fits = (glob) => {
		const matches = micromatch.matcher(glob, {
			nocase: true,
			dot: true
		});
		return ({ name }) => matches(name) || matches(name.slice(name.indexOf("/") + 1));
	};
	const idle = [...include, ...exclude].filter((glob) => !listed.some(fits(glob)));
	if (idle.length > 0) throw new UsageError(describeIdleGlobs(idle));
	const [wanted, unwanted] = [include.map(fits), exclude.map(fits)];
	const explain = (one) => {
		if (wanted.length > 0 && !wanted.some((matches) => matches(one))) return "not-included";
		if (unwanted.some((matches) => matches(one))) return "excluded";
		if (one.isArchived && !archived) return "archived";
		return one.isFork && !forks ? "fork" : null;
	};
	const explained = listed.map((one) => ({
		one,
		why: explain(one)
	}));
	const count = (wanted) => explained.filter(({ why }) => why === wanted).length;
	return {
		chosen: explained.filter(({ why }) => why === null).map(({ one }) => one),
		leftOut: {
			archived: count("archived"),
			fork: count("fork"),
			"not-included": count("not-included"),
			excluded: count("excluded")
		}
	};
}
// src/sweep/plan.ts
async function planSweep(listed, request) {
	const { organization, server, shards, choice, state, now } = request;
	if (!Number.isInteger(shards) || shards < 1 || shards > 256) throw new UsageError(describeShardCount(String(shards), 256));
	if (state && state.organization.toLowerCase() !== organization.toLowerCase()) throw new UsageError(describeForeignState(state.organization, organization));
	const { chosen, leftOut } = await selectRepositories(listed, choice);
	if (chosen.length === 0) {
		const left = LEFT_OUT.reduce((sum, why) => sum + leftOut[why], 0);
		throw new UsageError(describeEmptySweep(organization, left));
	}
	const known = new Map(state?.repositories.map(({ id, refs }) => [id, refs]));
	return {
		organization,
		server,
		at: now,
		shards: packShards(chosen.map(({ id, name, kilobytes, defaultBranch }) => {
			return {
				id,
				name,
				kilobytes,
				defaultBranch,
				knownRefs: known.get(id) ?? null
			};
		}), shards),
		leftOut
	};
}
export { planSweep };
