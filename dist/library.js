import "./rolldown-runtime.js";
import { F as narrowed, Gt as shown, It as VERSION, J as run, Qt as settingsFrom, at as detect, it as sample, ln as UsageError, rt as NO_JOURNAL, tt as deferred } from "./core.js";
import { t as json } from "./json.js";
import { t as openPlace } from "./scan-target.js";
// src/library.ts
async function scan({ place, repo, settings: given, signal } = {}) {
	const settings = settingsFrom((name) => given?.[name]);
	const { paths, exclude, ignoreFile, auditFile: file } = settings;
	const { change, source, trusted } = await openPlace(place ?? {
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
	const report = await run(change, {
		source,
		detect,
		registry: deferred(async () => (await import("./registry.js")).registryFor(settings, { now })),
		journal,
		ignores: async () => trusted.ignore,
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: () => {},
		sample,
		committed: () => {},
		cancelled: () => signal?.aborted === true,
		now
	}, narrowed(settings.policy, trusted));
	return JSON.parse(json(shown(report, settings.detail === "full" ? "full" : "minimal"), VERSION));
}
export { UsageError, VERSION, scan };
