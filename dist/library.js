import "./rolldown-runtime.js";
import { UsageError, VERSION, createWorld, openScanTarget, parseSettings, renderJson, restrictPolicy, restrictReport, scanChange } from "./scan.js";
// src/library.ts
async function scan({ place, repo, settings: given, signal } = {}) {
	const settings = parseSettings((name) => given?.[name]);
	const { paths, exclude, ignoreFile } = settings;
	const { change, source, trusted } = await openScanTarget(place ?? {
		kind: "range",
		range: null
	}, {
		repo: repo ?? ".",
		environment: process.env,
		paths,
		exclude,
		ignoreFile,
		progress: () => {}
	});
	const world = await createWorld({
		source,
		settings,
		environment: process.env,
		run: { version: VERSION },
		ignores: async () => trusted.ignore,
		isCancelled: () => signal?.aborted === true
	});
	const report = await scanChange(change, world, restrictPolicy(settings.policy, trusted));
	return JSON.parse(renderJson(restrictReport(report, settings.detail === "full" ? "full" : "minimal"), VERSION));
}
export { UsageError, VERSION, scan };
