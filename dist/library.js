import "./rolldown-runtime.js";
import { B as restrictPolicy, It as VERSION, J as scanChange, Kt as restrictReport, Qt as parseSettings, it as createSample, ln as UsageError, nt as createLazyRegistry, ot as detect, rt as NO_JOURNAL } from "./core.js";
import { t as renderJson } from "./json.js";
import { t as openScanTarget } from "./scan-target.js";
// src/library.ts
async function scan({ place, repo, settings: given, signal } = {}) {
	const settings = parseSettings((name) => given?.[name]);
	const { paths, exclude, ignoreFile, auditFile: file } = settings;
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
	const now = () => /* @__PURE__ */ new Date();
	const journal = file === null ? NO_JOURNAL : await (await import("./journal.js")).openJournal({
		file,
		run: { version: VERSION }
	});
	const report = await scanChange(change, {
		source,
		detect,
		registry: createLazyRegistry(async () => (await import("./registry.js")).createRegistry(settings, { now })),
		journal,
		ignores: async () => trusted.ignore,
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: () => {},
		sample: createSample,
		committed: () => {},
		cancelled: () => signal?.aborted === true,
		now
	}, restrictPolicy(settings.policy, trusted));
	return JSON.parse(renderJson(restrictReport(report, settings.detail === "full" ? "full" : "minimal"), VERSION));
}
export { UsageError, VERSION, scan };
