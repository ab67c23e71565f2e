import { B as readFirstFileVersions, H as createPathFilter, I as openWithBasePolicy, K as EMPTY_BASE_POLICY, L as readBasePolicy, M as parseCommitRange, P as findDefaultRange, t as openRange, z as readFileVersionsAt } from "./core.js";
// src/targets/scan-target.ts
async function openScanTarget(place, around) {
	const { repo, environment, exclude, ignoreFile, progress } = around;
	const where = {
		repo,
		environment
	};
	const ofHead = async () => await readFirstFileVersions(where, ["HEAD"], ignoreFile);
	const between = async (ends) => await readFileVersionsAt(where, ends, ignoreFile);
	switch (place.kind) {
		case "stdin": return {
			...(await import("./stdin.js")).openStdin(place),
			trusted: EMPTY_BASE_POLICY
		};
		case "files": {
			const { openFiles } = await import("./files.js");
			const versions = await ofHead();
			const trusted = await readBasePolicy(around, versions);
			const left = [...exclude, ...trusted.exclude];
			const { globs, ignored } = place;
			return await openWithBasePolicy({
				...around,
				paths: [],
				exclude: []
			}, async () => versions, async () => {
				return await openFiles({
					root: repo,
					globs,
					exclude: left,
					ignored,
					environment
				});
			});
		}
		case "staged": {
			const { openStaged } = await import("./staged.js");
			return await openWithBasePolicy(around, ofHead, async (includes) => await openStaged({
				...where,
				includes
			}));
		}
		case "pushed": {
			const [{ openPushed }, { text }] = await Promise.all([import("./pushed.js"), import("node:stream/consumers")]);
			const lines = await text(place.stream);
			const { remote } = place;
			return await openWithBasePolicy(around, ofHead, async (includes) => {
				return await openPushed({
					...where,
					includes,
					lines,
					remote
				});
			});
		}
		case "history": {
			const { openHistory } = await import("./history.js");
			const { unreachable } = place;
			return await openWithBasePolicy(around, ofHead, async (includes) => {
				return await openHistory({
					...where,
					includes,
					unreachable,
					progress
				});
			});
		}
		case "commits": {
			const { base, head } = place;
			return await openWithBasePolicy(around, async () => await between({
				base,
				head
			}), async (includes) => {
				return await openRange({
					...where,
					base,
					head,
					includes
				});
			});
		}
		case "range": {
			await createPathFilter(around.paths, exclude);
			const ends = place.range === null ? await findDefaultRange(where) : await parseCommitRange(place.range, where);
			return await openWithBasePolicy(around, async () => await between(ends), async (includes) => {
				return await openRange({
					...where,
					...ends,
					includes
				});
			});
		}
		default: return place;
	}
}
export { openScanTarget as t };
