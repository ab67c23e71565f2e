import "./rolldown-runtime.js";
import { J as NOTHING_IGNORED, at as matchIgnoreEntry, on as UsageError, q as decodeText } from "./core.js";
import { i as entryOf, n as require_dist, r as dayOf, t as parseIgnoreFile } from "./parse.js";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
// src/ignore-file/baseline.ts
function baselineOf(file, findings, now) {
	const known = new Set(file.ignore.map(({ fingerprint }) => fingerprint));
	const reason = `here before ${dayOf(now)}`;
	return findings.filter(({ fingerprint }) => !known.has(fingerprint)).map((finding) => ({
		finding,
		entry: {
			fingerprint: finding.fingerprint,
			reason,
			until: null
		}
	})).filter(({ finding, entry }) => matchIgnoreEntry([entry], finding, now)?.kind === "ignored").map(({ entry }) => entry).toSorted((one, other) => one.fingerprint < other.fingerprint ? -1 : 1);
}
// src/ignore-file/rewritten.ts
var import_dist = require_dist();
function rewritten(text, entries) {
	const document = (0, import_dist.parseDocument)(text, {
		schema: "core",
		prettyErrors: false,
		logLevel: "silent"
	});
	const list = document.get("ignore", true);
	if (!(0, import_dist.isSeq)(list)) document.set("ignore", document.createNode([]));
	const seq = document.get("ignore", true);
	if (!(0, import_dist.isSeq)(seq)) return text;
	for (const { fingerprint, reason, until } of entries) {
		const entry = {
			fingerprint,
			reason,
			...until ? { until: dayOf(until) } : {}
		};
		const at = seq.items.findIndex((item) => (0, import_dist.isMap)(item) && sourceOf(item.get("fingerprint", true)) === fingerprint);
		const item = seq.items[at];
		if (!(0, import_dist.isMap)(item)) {
			seq.add(document.createNode(entry));
			continue;
		}
		item.set("reason", reason);
		if (until) item.set("until", dayOf(until));
		else item.delete("until");
	}
	return document.toString({ lineWidth: 0 });
}
function sourceOf(node) {
	return node instanceof import_dist.Scalar ? node.source ?? String(node.value) : void 0;
}
// src/ignore-file/spliced.ts
function spliced(text, entries) {
	const { contents } = (0, import_dist.parseDocument)(text, {
		schema: "failsafe",
		prettyErrors: false,
		logLevel: "silent"
	});
	const list = (0, import_dist.isMap)(contents) ? contents.get("ignore", true) : null;
	const items = (0, import_dist.isSeq)(list) ? list.items.filter((item) => (0, import_dist.isMap)(item)) : [];
	const known = new Map(items.map((item) => [String(item.get("fingerprint")), item]));
	const patches = entries.flatMap((entry) => {
		const item = known.get(entry.fingerprint);
		return item ? patchesOf(text, item, entry) : [];
	});
	const added = entries.filter(({ fingerprint }) => !known.has(fingerprint));
	if (added.length > 0) patches.push(placeOf$1(text, contents, items, added));
	return patches.toSorted((one, other) => other.from - one.from).reduce((whole, { from, to, text: part }) => whole.slice(0, from) + part + whole.slice(to), text);
}
function placeOf$1(text, top, items, added) {
	const last = items.at(-1);
	if (last) {
		const dash = text.lastIndexOf("-", startOf(last) - 1);
		const column = Math.max(0, dash - text.lastIndexOf("\n", dash) - 1);
		return below(text, endOf(last), block(added, column));
	}
	const pair = (0, import_dist.isMap)(top) ? top.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === "ignore") : null;
	if (pair) return below(text, pair.key.range?.[1] ?? 0, block(added, 2));
	const gap = /\S/.test(text) ? "\n" : "";
	return below(text, text.length, `${gap}ignore:\n${block(added, 2)}`);
}
function below(text, place, lines) {
	if (place > 0 && text[place - 1] === "\n") return {
		from: place,
		to: place,
		text: lines
	};
	const end = text.indexOf("\n", place);
	if (end >= 0) return {
		from: end + 1,
		to: end + 1,
		text: lines
	};
	return {
		from: text.length,
		to: text.length,
		text: text === "" ? lines : `\n${lines}`
	};
}
function patchesOf(text, item, entry) {
	const [reason, until] = ["reason", "until"].map((word) => item.get(word, true));
	if (!reason) return [];
	const patches = [inPlaceOf(text, reason, scalar(entry.reason))];
	const day = entry.until === null ? null : dayOf(entry.until);
	if (until && day !== null) patches.push(inPlaceOf(text, until, day));
	else if (until) patches.push(lineOf(text, startOf(until)));
	else if (day !== null) {
		const first = startOf(item);
		const column = first - text.lastIndexOf("\n", first) - 1;
		patches.push(below(text, endOf(reason), `${" ".repeat(column)}until: ${day}\n`));
	}
	return patches;
}
function inPlaceOf(text, node, written) {
	const [from, to] = [startOf(node), endOf(node)];
	return {
		from,
		to,
		text: text[to - 1] === "\n" ? `${written}\n` : written
	};
}
function lineOf(text, place) {
	const end = text.indexOf("\n", place);
	return {
		from: text.lastIndexOf("\n", place) + 1,
		to: end < 0 ? text.length : end + 1,
		text: ""
	};
}
function startOf(node) {
	return node.range?.[0] ?? 0;
}
function endOf(node) {
	return node.range?.[1] ?? 0;
}
function block(entries, column) {
	const [dash, more] = [`${" ".repeat(column)}- `, " ".repeat(column + 2)];
	return entries.map(({ fingerprint, reason, until }) => {
		return [...[`${dash}fingerprint: ${scalar(fingerprint)}`, `${more}reason: ${scalar(reason)}`], ...until ? [`${more}until: ${dayOf(until)}`] : []].map((line) => `${line}\n`).join("");
	}).join("");
}
function scalar(text) {
	return (0, import_dist.stringify)(text, {
		lineWidth: 0,
		blockQuote: false
	}).trimEnd();
}
// src/ignore-file/edit.ts
const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/openai-key-guard/openai-key-guard/main/schema/ignore-file.v1.json
#
# Which keys openai-key-guard passes over. Read from the base branch: what a change writes here counts once it is merged.
# A key that works and is ours is reported all the same. Further words: exclude (globs of paths), protect (ids or names
# of keys, projects and owners that are never revoked automatically).
`;
function editIgnoreFile(text, entries, name) {
	const [, bom = "", body = ""] = /^(\uFEFF?)(.*)$/s.exec(text ?? HEAD) ?? [];
	const before = body.replaceAll("\r\n", "\n");
	const wanted = JSON.stringify(withEntries(parseIgnoreFile(before, name), entries));
	for (const edit of [spliced, rewritten]) {
		const after = edit(before, entries);
		if (says(after, name) === wanted) return bom + (body.includes("\r\n") ? after.replaceAll("\n", "\r\n") : after);
	}
	throw new Error("the ignore file could not be edited without changing what it says");
}
function says(text, name) {
	try {
		return JSON.stringify(parseIgnoreFile(text, name));
	} catch {
		return null;
	}
}
function withEntries(file, entries) {
	const given = new Map(entries.map((entry) => [entry.fingerprint, plainly(entry)]));
	const kept = file.ignore.map((entry) => given.get(entry.fingerprint) ?? entry);
	const known = new Set(file.ignore.map(({ fingerprint }) => fingerprint));
	return {
		...file,
		ignore: [...kept, ...[...given.values()].filter(({ fingerprint }) => !known.has(fingerprint))]
	};
}
function plainly({ fingerprint, reason, until }) {
	return {
		fingerprint,
		reason,
		until
	};
}
// src/ignore-file/location.ts
async function placeOf(folder, name) {
	if (name === "" || /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..")) throw new UsageError(`ignore-file is ${JSON.stringify(name)}; it must be a path in the repository, as .github/openai-key-guard.yml.`);
	const top = await topAbove(resolve(folder));
	if (top === null) throw new UsageError(`${JSON.stringify(folder)} is in no git work tree; name a folder that is, with --repo.`);
	return {
		file: join(top, name),
		name
	};
}
async function textAt({ file, name }) {
	const found = await lstat(file).catch(absent);
	if (found === null) return null;
	if (!found.isFile()) throw new UsageError(`${name} is no ordinary file; put one in its place.`);
	return decodeText(await readFile(file), name);
}
async function writeText({ file, name }, text) {
	const folder = dirname(file);
	const top = await topAbove(folder);
	const written = join(folder, `.${randomUUID()}.tmp`);
	try {
		await mkdir(folder, { recursive: true });
		if (top === null || !isWithin(await realpath(folder), await realpath(top))) throw new UsageError(`${name} lies behind a link that leads out of the repository; it was not written.`);
		const mode = (await lstat(file).catch(absent))?.mode ?? 420;
		const handle = await open(written, "wx", mode & 511);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(written, file);
	} catch (error) {
		await rm(written, { force: true });
		if (error instanceof UsageError) throw error;
		const { code = "it did not say why" } = error;
		throw new UsageError(`${name} cannot be written (${code}); see who may write there.`);
	}
}
async function topAbove(folder) {
	for (let here = folder;; here = dirname(here)) {
		if (await lstat(join(here, ".git")).catch(absent) !== null) return here;
		if (dirname(here) === here) return null;
	}
}
function isWithin(folder, top) {
	return folder === top || folder.startsWith(top.endsWith(sep) ? top : top + sep);
}
function absent(error) {
	const { code } = error;
	if (code === "ENOENT" || code === "ENOTDIR") return null;
	throw error;
}
// src/ignore-file/commands.ts
const DAY = 864e5;
async function ignoreKey({ folder, ignoreFile, now }, typed) {
	const { fingerprint = null, reason = null, until = null } = typed;
	const entry = entryOf({
		fingerprint,
		reason,
		until
	});
	if (entry.kind === "fault") throw new UsageError(`${NAMES[entry.word]} ${entry.why}.`);
	if (entry.until && entry.until.getTime() + DAY <= now.getTime()) throw new UsageError(`--until is ${dayOf(entry.until)}, which is over; write a day to come, or leave it out.`);
	const place = await placeOf(folder, ignoreFile);
	const before = await textAt(place);
	const isKnown = before !== null && parseIgnoreFile(before, place.name).ignore.some(isFor(entry.fingerprint));
	const after = editIgnoreFile(before, [entry], place.name);
	if (after !== before) await writeText(place, after);
	return [`${before === null ? "Made" : after === before ? "Nothing to change in" : "Changed"} ${place.name}: ${entry.fingerprint} ${isKnown ? "has an entry" : "is ignored"}${ending(entry.until)}.`, COUNTS];
}
async function writeBaseline(where, findings) {
	const place = await placeOf(where.folder, where.ignoreFile);
	const before = await textAt(place);
	const file = before === null ? NOTHING_IGNORED : parseIgnoreFile(before, place.name);
	const entries = baselineOf(file, findings, where.now);
	const open = findings.length - entries.length - findings.filter((one) => file.ignore.some(isFor(one.fingerprint))).length;
	const left = open === 0 ? [] : [`${counted(open, "key is", "keys are")} ours and not proven dead: no entry excuses that.`];
	if (entries.length === 0) return [`Nothing to add to ${place.name}.`, ...left];
	await writeText(place, editIgnoreFile(before, entries, place.name));
	return [
		`${counted(entries.length, "key", "keys")} added to ${place.name}.`,
		...left,
		COUNTS
	];
}
const NAMES = {
	fingerprint: "The fingerprint",
	reason: "--reason",
	until: "--until"
};
const COUNTS = "It counts once it is on the base branch: a change cannot excuse itself.";
function isFor(fingerprint) {
	return (entry) => entry.fingerprint === fingerprint;
}
function ending(until) {
	return until ? ` until the end of ${dayOf(until)}` : "";
}
function counted(count, one, many) {
	return `${count} ${count === 1 ? one : many}`;
}
export { writeBaseline as n, ignoreKey as t };
