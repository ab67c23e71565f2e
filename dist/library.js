import "./rolldown-runtime.js";
import { G as deferred, Ht as settingsFrom, J as sample, Pt as shown, Qt as UsageError, Tt as VERSION, Y as detect, q as NO_JOURNAL, t as run } from "./core.js";
import { t as openPlace } from "./places.js";
import { t as json } from "./json2.js";
// src/library.ts
async function scan({ place, repo, settings: given, signal } = {}) {
	const settings = settingsFrom((name) => given?.[name]);
	const { paths, exclude, auditFile: file } = settings;
	const { change, source } = await openPlace(place ?? {
		kind: "range",
		range: null
	}, {
		repo: repo ?? ".",
		environment: process.env,
		paths,
		exclude,
		progress: () => {}
	});
	const now = () => /* @__PURE__ */ new Date();
	const journal = file === null ? NO_JOURNAL : await (await import("./journal.js")).openJournal({
		file,
		run: { version: VERSION }
	});
	const report = await run(change, {
		source,
		detect,
		registry: deferred(async () => (await import("./registry.js")).registryFor(settings, now)),
		journal,
		ignores: async () => [],
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: () => {},
		sample,
		committed: () => {},
		cancelled: () => signal?.aborted === true,
		now
	}, settings.policy);
	return JSON.parse(json(shown(report, settings.detail === "full" ? "full" : "minimal"), VERSION));
}
export { UsageError, VERSION, scan };
