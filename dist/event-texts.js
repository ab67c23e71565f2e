import { N as LineIndex } from "./core.js";
// src/sources/concat-sources.ts
function concatSources(sources) {
	const givers = /* @__PURE__ */ new WeakMap();
	const giverOf = (blob) => {
		const giver = givers.get(blob);
		if (!giver) throw new Error("none of these sources gave this blob");
		return giver;
	};
	return {
		async *blobs() {
			for (const source of sources) for await (const blob of source.blobs()) {
				givers.set(blob, source);
				yield blob;
			}
		},
		locate: async (blob, hit) => await giverOf(blob).locate(blob, hit),
		nameOf: async (blob) => await giverOf(blob).nameOf(blob),
		account() {
			const accounts = sources.map((source) => source.account());
			return {
				coverage: accounts.map((one) => one.coverage).reduce(sum, NOTHING),
				gaps: accounts.flatMap(({ gaps }) => gaps)
			};
		}
	};
}
const NOTHING = {
	commits: 0,
	blobs: 0,
	bytes: 0,
	texts: 0
};
function sum(one, other) {
	return {
		commits: one.commits + other.commits,
		blobs: one.blobs + other.blobs,
		bytes: one.bytes + other.bytes,
		texts: one.texts + other.texts
	};
}
// src/sources/event-texts.ts
function openTexts({ texts }) {
	const filled = texts.filter(({ text }) => text !== "");
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	const contents = /* @__PURE__ */ new Map();
	let isRead = false;
	return {
		async *blobs() {
			for (const { of, text } of filled) {
				const content = Buffer.from(text);
				contents.set(of, content);
				coverage.texts += 1;
				coverage.bytes += content.length;
				yield {
					provenance: {
						kind: "event-text",
						of
					},
					chunks: [content]
				};
			}
			isRead = true;
		},
		async locate({ provenance }, { encoding, member, offset, length }) {
			const of = eventTextIn(provenance);
			const ruler = new LineIndex();
			ruler.pass(contents.get(of) ?? Buffer.alloc(0));
			const place = member === null ? ruler.place(offset, length) : null;
			const spot = {
				path: null,
				line: place?.line ?? null,
				column: place?.column ?? null,
				commit: null
			};
			const rest = {
				author: of.author,
				at: of.at,
				encoding,
				member,
				inHead: true,
				preexisting: false
			};
			return [{
				where: "pull-request",
				...spot,
				...rest
			}];
		},
		nameOf: async ({ provenance }) => eventTextIn(provenance).what,
		account() {
			const unread = isRead ? [] : [{
				kind: "miscounted",
				detail: "not all texts of the event were read"
			}];
			return {
				coverage: { ...coverage },
				gaps: unread
			};
		}
	};
}
function eventTextIn(provenance) {
	if (provenance.kind !== "event-text") throw new Error(`an event has nothing from ${provenance.kind}`);
	return provenance.of;
}
export { concatSources as n, openTexts as t };
