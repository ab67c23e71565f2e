import { __exportAll } from "./rolldown-runtime.js";
import { UsageError, VERSION, formatSafeJson } from "./scan.js";
import { describeChangedFile, describeDamagedFile, describeForeignFile } from "./messages.js";
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
// src/sweep/documents/field-reader.ts
var FieldReader = class FieldReader {
	#value;
	#place;
	constructor(value, place) {
		this.#value = value;
		this.#place = place;
	}
	get(name) {
		const { path } = this.#place;
		const value = typeof this.#value === "object" && this.#value !== null && !Array.isArray(this.#value) ? this.#value[name] : void 0;
		return new FieldReader(value, {
			...this.#place,
			path: path === "" ? name : `${path}.${name}`
		});
	}
	list() {
		if (!Array.isArray(this.#value)) throw this.#fail();
		return this.#value.map((one, index) => {
			return new FieldReader(one, {
				...this.#place,
				path: `${this.#place.path}[${index}]`
			});
		});
	}
	text(pattern = /^[^\0]*$/s) {
		if (typeof this.#value === "string" && pattern.test(this.#value)) return this.#value;
		throw this.#fail();
	}
	count() {
		if (typeof this.#value === "number" && Number.isSafeInteger(this.#value) && this.#value >= 0) return this.#value;
		throw this.#fail();
	}
	boolean() {
		if (typeof this.#value === "boolean") return this.#value;
		throw this.#fail();
	}
	word(words) {
		const found = words.find((word) => word === this.#value);
		if (found === void 0) throw this.#fail();
		return found;
	}
	time() {
		const time = new Date(this.text());
		if (Number.isNaN(time.getTime())) throw this.#fail();
		return time;
	}
	orNull(read) {
		return this.#value === null ? null : read(this);
	}
	orNothing(read) {
		return this.#value === void 0 ? void 0 : read(this);
	}
	#fail() {
		const { file, kind, path } = this.#place;
		return new UsageError(describeDamagedFile(file, kind, path));
	}
};
// src/sweep/documents/sealed-document.ts
function nameSchema(kind) {
	return `openai-key-guard/sweep-${kind}/v1`;
}
function formatSealed(kind, content) {
	const tool = {
		name: "openai-key-guard",
		version: VERSION
	};
	const fields = JSON.parse(formatSafeJson({
		schema: nameSchema(kind),
		tool,
		...content
	}));
	const digest = computeDigest(fields);
	return {
		text: formatSafeJson({
			...fields,
			digest
		}),
		digest
	};
}
function parseSealed(kind, text, file) {
	const { digest, ...fields } = parseObject(text);
	if (fields["schema"] !== nameSchema(kind)) throw new UsageError(describeForeignFile(file, kind));
	if (digest !== computeDigest(fields)) throw new UsageError(describeChangedFile(file, kind));
	return {
		fields,
		digest
	};
}
function computeDigest(fields) {
	return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
function parseObject(text) {
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
	} catch {
		return {};
	}
}
// src/sweep/documents/plan-document.ts
var plan_document_exports = /* @__PURE__ */ __exportAll({
	formatPlan: () => formatPlan,
	parsePlan: () => parsePlan
});
const REPOSITORY_NAME = /^[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;
const DIGEST = /^[0-9a-f]{64}$/;
function formatPlan({ organization, server, at, shards, leftOut }) {
	return formatSealed("plan", {
		organization,
		server,
		at: at.toISOString(),
		repositories: shards.reduce((sum, { length }) => sum + length, 0),
		leftOut: {
			archived: leftOut.archived,
			forks: leftOut.fork,
			notIncluded: leftOut["not-included"],
			excluded: leftOut.excluded
		},
		shards: shards.map((repositories) => ({
			kilobytes: repositories.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
			repositories: repositories.map(({ id, name, kilobytes, defaultBranch, knownRefs }) => {
				return {
					id,
					name,
					kilobytes,
					defaultBranch,
					knownRefs
				};
			})
		}))
	});
}
function parsePlan(text, file) {
	const { fields, digest } = parseSealed("plan", text, file);
	const root = new FieldReader(fields, {
		file,
		kind: "plan",
		path: ""
	});
	const left = root.get("leftOut");
	return {
		plan: {
			organization: root.get("organization").text(/^[\w.-]+$/),
			server: root.get("server").text(/^https?:\/\/[^\s?#]+$/),
			at: root.get("at").time(),
			leftOut: {
				archived: left.get("archived").count(),
				fork: left.get("forks").count(),
				"not-included": left.get("notIncluded").count(),
				excluded: left.get("excluded").count()
			},
			shards: root.get("shards").list().map((shard) => shard.get("repositories").list().map(parseRepository))
		},
		digest
	};
}
function parseRepository(field) {
	return {
		id: field.get("id").count(),
		name: field.get("name").text(REPOSITORY_NAME),
		kilobytes: field.get("kilobytes").count(),
		defaultBranch: field.get("defaultBranch").orNull((one) => one.text()),
		knownRefs: field.get("knownRefs").orNull((one) => one.text(DIGEST))
	};
}
export { DIGEST, FieldReader, REPOSITORY_NAME, formatSealed, parsePlan, parseSealed, plan_document_exports };
