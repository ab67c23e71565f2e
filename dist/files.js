import { i as __toESM } from "./rolldown-runtime.js";
import { At as createGitError, Ot as findRepository, T as GapCollector, U as isExclusionOnly, W as parseGlobs, k as splitTokens, kt as Git, o as PositionReader, on as UsageError, sn as quoteForMessage } from "./core.js";
import { access, lstat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import fs, { createReadStream } from "node:fs";
// src/sources/staged/git-ignored.ts
async function ignoredIn(folder, environment) {
	const root = resolve(folder);
	const top = await workTreeOf(root);
	const files = /* @__PURE__ */ new Set();
	const folders = [];
	if (top === null) return {
		folders,
		files
	};
	const running = new Git((await findRepository(top)).gitDir, environment).start([
		"-C",
		top,
		`--work-tree=${top}`,
		"ls-files",
		...IGNORED
	]);
	running.input.end();
	const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
	for await (const path of splitTokens(running.output)) {
		if (path.endsWith("/") && prefix.startsWith(path)) folders.push("");
		if (!path.startsWith(prefix)) continue;
		const own = path.slice(prefix.length);
		if (path.endsWith("/")) folders.push(own.slice(0, -1));
		else files.add(own);
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "list what .gitignore hides");
	return {
		folders,
		files
	};
}
const IGNORED = [
	"-z",
	"--others",
	"--ignored",
	"--exclude-standard",
	"--directory",
	"--full-name"
];
async function workTreeOf(folder) {
	for (let here = folder;; here = dirname(here)) {
		if (await access(join(here, ".git")).then(() => true, () => false)) return here;
		if (dirname(here) === here) return null;
	}
}
// src/sources/files.ts
const CHUNK = 262144;
async function openFiles(options) {
	const { root, globs, exclude, ignored, environment } = options;
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const gaps = new GapCollector();
	const wanted = [];
	const rest = [];
	for (const glob of globs.length > 0 ? globs : ["**"]) {
		const name = nameIn(root, glob);
		const found = await lstat(join(root, name)).catch(() => null);
		if (!found || name.startsWith("../")) rest.push(glob);
		else if (found.isDirectory()) wanted.push(name === "" ? "**" : `${fastGlob.escapePath(name)}/**`);
		else if (found.isFile()) wanted.push(fastGlob.escapePath(name));
		else gaps.add("unreadable", `${quoteForMessage(name)} is no file but a link or a device, which is not read`);
	}
	const { wanted: matched, unwanted, names } = await parseGlobs(rest, exclude);
	const [absent] = names;
	if (absent !== void 0) throw new UsageError(`There is no file ${quoteForMessage(absent)}; write its path from ${quoteForMessage(root)}, or a glob.`);
	wanted.push(...matched);
	if (wanted.length === 0 && gaps.all().length === 0) throw isExclusionOnly(globs);
	const hidden = ignored === false ? await ignoredIn(root, environment ?? {}) : NOTHING;
	const folders = hidden.folders.map((folder) => folder === "" ? "**" : `${fastGlob.escapePath(folder)}/**`);
	const source = new FilesSource(root, {
		wanted,
		unwanted: [...unwanted, ...folders]
	}, hidden.files, gaps);
	return {
		change: {
			kind: "files",
			globs
		},
		source
	};
}
const NOTHING = {
	folders: [],
	files: /* @__PURE__ */ new Set()
};
function nameIn(root, glob) {
	return relative(root, resolve(root, glob)).replaceAll(sep, "/");
}
var FilesSource = class {
	#root;
	#globs;
	#hidden;
	#gaps;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#rereadings = new PositionReader();
	#isRead = false;
	constructor(root, globs, hidden, gaps) {
		this.#root = resolve(root);
		this.#globs = globs;
		this.#hidden = hidden;
		this.#gaps = gaps;
	}
	async *blobs() {
		let listed = 0;
		for await (const path of this.#paths()) {
			listed += 1;
			yield {
				provenance: {
					kind: "file",
					path
				},
				chunks: this.#read(path)
			};
		}
		await this.#rereadings.close();
		if (listed === 0) {
			const globs = this.#globs.wanted.map(quoteForMessage).join(", ");
			this.#gaps.add("miscounted", `no file on disk matches ${globs}, so that nothing was looked at`);
		}
		this.#isRead = true;
	}
	async nameOf({ provenance }) {
		return provenance.kind === "file" ? quoteForMessage(provenance.path) : provenance.kind;
	}
	async locate({ provenance }, { encoding, member, offset, length }) {
		if (provenance.kind !== "file") throw new Error(`files have nothing from ${provenance.kind}`);
		const { path } = provenance;
		const again = member === null && this.#rereadings.place(path, () => this.#open(path), offset, length);
		const place = again ? await again.catch(() => null) : null;
		if (this.#isRead) await this.#rereadings.close();
		const [line, column] = [place?.line ?? null, place?.column ?? null];
		return [{
			where: "file",
			path,
			line,
			column,
			commit: null,
			author: null,
			at: null,
			encoding,
			member,
			inHead: true,
			preexisting: false
		}];
	}
	account() {
		const unread = this.#isRead ? [] : [{
			kind: "miscounted",
			detail: "not all files were read"
		}];
		return {
			coverage: { ...this.#coverage },
			gaps: [...this.#gaps.all(), ...unread]
		};
	}
	async *#paths() {
		const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		const { wanted, unwanted } = this.#globs;
		const own = wanted.some((glob) => glob.includes(".git/")) ? [] : ["**/.git/**"];
		const stream = fastGlob.stream([...wanted], {
			cwd: this.#root,
			ignore: [...unwanted, ...own],
			dot: true,
			followSymbolicLinks: false,
			onlyFiles: true,
			suppressErrors: true,
			fs: { readdir: this.#readdir() }
		});
		for await (const path of stream) if (!this.#hidden.has(String(path))) yield String(path);
	}
	#readdir() {
		return (folder, options, done) => {
			fs.readdir(folder, options, (error, entries) => {
				if (error) this.#unreadable(relative(this.#root, folder).replaceAll(sep, "/") || ".", error);
				done(error, entries);
			});
		};
	}
	async *#read(path) {
		try {
			for await (const chunk of this.#open(path)) {
				this.#coverage.bytes += chunk.length;
				yield chunk;
			}
			this.#coverage.blobs += 1;
		} catch (error) {
			this.#unreadable(path, error);
		}
	}
	#open(path) {
		return createReadStream(join(this.#root, path), { highWaterMark: CHUNK });
	}
	#unreadable(path, { code }) {
		this.#gaps.add("unreadable", `${quoteForMessage(path)} cannot be read (${code ?? "for a reason not given"})`);
	}
};
export { openFiles };
