import "./rolldown-runtime.js";
import { formatShard } from "./shard-document.js";
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const join = process.getBuiltinModule("node:path").join;
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const writeFile = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
// src/sweep/scan/shard-writer.ts
const INTERVAL = 5e3;
var ShardWriter = class {
	#place;
	#order;
	#records = /* @__PURE__ */ new Map();
	#writing = Promise.resolve();
	#written;
	constructor(place, ids) {
		this.#place = place;
		this.#order = new Map(ids.map((id, index) => [id, index]));
		this.#written = place.clock.elapsed();
	}
	get records() {
		const rank = ({ id }) => this.#order.get(id) ?? 0;
		return [...this.#records.values()].toSorted((one, other) => rank(one) - rank(other));
	}
	async add(record) {
		this.#records.set(record.id, record);
		if (this.#place.clock.elapsed() - this.#written >= INTERVAL) await this.write();
	}
	async write() {
		this.#written = this.#place.clock.elapsed();
		const replace = async () => await this.#replace();
		this.#writing = this.#writing.then(replace, replace);
		await this.#writing;
	}
	async #replace() {
		const { folder, plan, shard } = this.#place;
		await writeWholeFile(join(folder, nameShardFile(shard)), formatShard({
			plan,
			shard,
			repositories: this.records
		}));
	}
};
const PLAN_FILE = "plan.json";
function nameShardFile(shard) {
	return `shard-${shard}.json`;
}
async function writeWholeFile(file, text) {
	await mkdir(join(file, ".."), { recursive: true });
	const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`;
	try {
		await writeFile(draft, text, { mode: 384 });
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}
export { PLAN_FILE, ShardWriter, writeWholeFile };
