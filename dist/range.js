import { a as Git, i as findRepository, o as complaint, t as linesIn } from "./tokens.js";
import { l as tagTextOf, r as Located, t as RangeObjects } from "./range-objects.js";
import { g as readObjects, h as readInBatches, p as entriesOf, t as Tally } from "./tally.js";
import { n as Gaps } from "./ruler.js";
import { t as Listing } from "./listing.js";
import { n as endsNamed } from "./revisions.js";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
// src/sources/attached.ts
var Attached = class {
	#git;
	#gaps;
	#byCommit = /* @__PURE__ */ new Map();
	#loaded;
	#isLoaded = false;
	#early = [];
	#found = [];
	constructor(git, repository, gaps) {
		this.#git = git;
		this.#gaps = gaps;
		this.#loaded = this.#load(repository.commonDir).finally(() => {
			this.#isLoaded = true;
		});
		this.#loaded.catch(() => {});
	}
	see(commit) {
		if (this.#isLoaded) this.#found.push(...this.#byCommit.get(commit) ?? []);
		else this.#early.push(commit);
	}
	async found() {
		await this.#loaded;
		for (const commit of this.#early.splice(0)) this.see(commit);
		return [...new Map(this.#found.map((one) => [one.oid, one])).values()];
	}
	async #load(commonDir) {
		const [hasTags, hasNotes] = await mayHave(commonDir, ["refs/tags", "refs/notes"]);
		await Promise.all([hasTags && this.#loadTags(), hasNotes && this.#loadNotes()]);
	}
	async #loadTags() {
		let tag = "";
		for await (const line of this.#linesOf([
			"show-ref",
			"--tags",
			"--dereference"
		])) {
			const [oid = "", name = ""] = line.split(" ");
			if (name.endsWith("^{}")) this.#add({
				kind: "tag",
				oid: tag,
				commit: oid
			});
			else tag = oid;
		}
	}
	async #loadNotes() {
		const trees = [];
		for await (const tree of this.#linesOf([
			"for-each-ref",
			"--format=%(objectname)",
			"refs/notes"
		])) trees.push(tree);
		for (const tree of trees) await this.#loadNotesIn(tree);
	}
	async *#linesOf(args) {
		const running = this.#git.start(args);
		for await (const lines of linesIn(running.output)) yield* lines;
		const { code, stderr } = await running.ended;
		if (code === 0 || code === 1 && stderr === "") return;
		this.#gaps.add("unreadable", `tags and notes could not be listed in full: ${complaint(stderr)}`);
	}
	async #loadNotesIn(tree) {
		for await (const { oid, path } of entriesOf(this.#git, tree, this.#gaps)) this.#add({
			kind: "note",
			oid,
			commit: path.replaceAll("/", "")
		});
	}
	#add(attachment) {
		const known = this.#byCommit.get(attachment.commit);
		if (known) known.push(attachment);
		else this.#byCommit.set(attachment.commit, [attachment]);
	}
};
async function mayHave(commonDir, prefixes) {
	const isFilled = async (folder) => (await readdir(join(commonDir, folder)).catch(() => [])).length > 0;
	const packed = readFile(join(commonDir, "packed-refs"), "latin1").catch(() => "");
	if (await isFilled("reftable")) return prefixes.map(() => true);
	return await Promise.all(prefixes.map(async (prefix) => await isFilled(prefix) || (await packed).includes(` ${prefix}/`)));
}
async function* attachedBlobs(git, attachments, tally) {
	const byOid = new Map(attachments.map((one) => [one.oid, one]));
	for await (const answer of readObjects(git, inOneBatch([...byOid.keys()]))) {
		const attachment = byOid.get(answer.oid);
		if (answer.kind !== "object" || !attachment) {
			if (answer.kind !== "object") tally.miss(answer);
			continue;
		}
		const { kind, oid, commit } = attachment;
		tally.settle("tag");
		if (kind === "note") yield {
			provenance: {
				kind,
				commit,
				oid
			},
			chunks: tally.counted(answer.chunks)
		};
		else yield {
			provenance: {
				kind: "tag-message",
				tag: oid
			},
			chunks: tally.counted(tagTextOf(answer.chunks))
		};
	}
}
async function* inOneBatch(oids) {
	yield oids;
}
// src/sources/range.ts
async function openRange({ repo, base, head, environment, includes, names }) {
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const ends = await endsNamed(git, base, head);
	const source = new RangeSource(git, repository, ends, includes, names ?? []);
	await source.begin();
	return {
		change: {
			kind: "range",
			...ends
		},
		source
	};
}
const PATIENCE = 3e4;
var RangeSource = class {
	#git;
	#gaps = new Gaps();
	#listing;
	#attached;
	#located;
	#objects;
	#names;
	#tally;
	#answers;
	#first = null;
	#waiting = null;
	#hanging = 0;
	#state = "unread";
	constructor(git, repository, ends, includes, names) {
		this.#git = git;
		this.#names = names;
		this.#tally = new Tally(this.#gaps);
		this.#listing = new Listing(git, ends, repository, this.#gaps);
		this.#answers = readInBatches(git, this.#listing.names());
		this.#attached = new Attached(git, repository, this.#gaps);
		this.#located = new Located(git, ends, repository, includes, this.#gaps);
		const { blobs } = this.#located;
		this.#objects = new RangeObjects(ends.head, repository.commonDir, blobs, this.#tally, this.#gaps);
	}
	async begin() {
		this.#first = await this.#answers.next();
		this.#waiting = setTimeout(() => void this.#stop(), PATIENCE).unref();
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a range is read once, and soon after it was opened");
		if (this.#waiting) clearTimeout(this.#waiting);
		this.#state = "reading";
		try {
			for (const name of this.#names) if (name !== "") yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
			for (let next = this.#first; next && !next.done; next = await this.#answers.next()) for (const answer of next.value) {
				if (answer.kind !== "object") {
					this.#tally.miss(answer);
					continue;
				}
				if (answer.type === "commit") this.#attached.see(answer.oid);
				const blobs = this.#objects.in(answer);
				if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
				else yield* blobs;
			}
			const attachments = (await this.#attached.found()).filter(({ oid }) => !this.#objects.tags.has(oid));
			this.#hanging = attachments.length;
			if (attachments.length > 0) yield* attachedBlobs(this.#git, attachments, this.#tally);
			await this.#located.decide();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	async nameOf(blob) {
		const name = await this.#located.nameOf(blob);
		if (this.#state !== "reading") await this.#located.forget();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#located.sightingsOf(blob, hit);
		if (this.#state === "reading") return sightings;
		await this.#located.decide();
		await this.#located.forget();
		return sightings;
	}
	account() {
		const expected = this.#listing.expected + this.#hanging;
		const { coverage, settled } = this.#tally;
		const gaps = [...this.#gaps.all()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of the range"
		});
		else if (settled !== expected) gaps.push({
			kind: "miscounted",
			detail: `${expected} objects were expected and ${settled} were read`
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		await this.#answers.return(void 0);
		this.#listing.stop();
		await this.#located.forget();
	}
};
export { openRange as t };
