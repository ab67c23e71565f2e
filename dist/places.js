import { B as pathFilter, H as defaultRange, a as openRange, tt as endsOf } from "./core.js";
// src/places.ts
async function openPlace(place, around) {
	const { repo, environment, paths, exclude, progress } = around;
	const where = {
		repo,
		environment
	};
	switch (place.kind) {
		case "stdin": return (await import("./stdin.js")).openStdin(place);
		case "files": {
			const { openFiles } = await import("./files.js");
			return await openFiles({
				root: repo,
				globs: place.globs,
				exclude,
				ignored: place.ignored,
				environment
			});
		}
		case "staged": {
			const includes = await pathFilter(paths, exclude);
			return await (await import("./staged.js")).openStaged({
				...where,
				includes
			});
		}
		case "pushed": {
			const [{ openPushed }, { text }] = await Promise.all([import("./pushed.js"), import("node:stream/consumers")]);
			const includes = await pathFilter(paths, exclude);
			return await openPushed({
				...where,
				includes,
				lines: await text(place.stream),
				remote: place.remote
			});
		}
		case "history": {
			const { openHistory } = await import("./history.js");
			const includes = await pathFilter(paths, exclude);
			return await openHistory({
				...where,
				includes,
				unreachable: place.unreachable,
				progress
			});
		}
		case "commits": {
			const { base, head } = place;
			return await openRange({
				...where,
				base,
				head,
				includes: await pathFilter(paths, exclude)
			});
		}
		case "range": {
			const includes = await pathFilter(paths, exclude);
			const ends = place.range === null ? await defaultRange(where) : await endsOf(place.range, where);
			return await openRange({
				...where,
				...ends,
				includes
			});
		}
		default: return place;
	}
}
export { openPlace as t };
