import { B as versionsAtFirst, Et as endsOf, G as NOTHING_TRUSTED, I as openTrusting, L as trustedOf, P as defaultRange, U as pathFilter, t as openRange, z as versionsAt } from "./core.js";
// src/targets/scan-target.ts
async function openPlace(place, around) {
	const { repo, environment, exclude, ignoreFile, progress } = around;
	const where = {
		repo,
		environment
	};
	const ofHead = async () => await versionsAtFirst(where, ["HEAD"], ignoreFile);
	const between = async (ends) => await versionsAt(where, ends, ignoreFile);
	switch (place.kind) {
		case "stdin": return {
			...(await import("./stdin.js")).openStdin(place),
			trusted: NOTHING_TRUSTED
		};
		case "files": {
			const { openFiles } = await import("./files.js");
			const versions = await ofHead();
			const trusted = await trustedOf(around, versions);
			const left = [...exclude, ...trusted.exclude];
			const { globs, ignored } = place;
			return await openTrusting({
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
			return await openTrusting(around, ofHead, async (includes) => await openStaged({
				...where,
				includes
			}));
		}
		case "pushed": {
			const [{ openPushed }, { text }] = await Promise.all([import("./pushed.js"), import("node:stream/consumers")]);
			const lines = await text(place.stream);
			const { remote } = place;
			return await openTrusting(around, ofHead, async (includes) => {
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
			return await openTrusting(around, ofHead, async (includes) => {
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
			return await openTrusting(around, async () => await between({
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
			await pathFilter(around.paths, exclude);
			const ends = place.range === null ? await defaultRange(where) : await endsOf(place.range, where);
			return await openTrusting(around, async () => await between(ends), async (includes) => {
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
export { openPlace as t };
