import "./rolldown-runtime.js";
import { N as LineIndex, T as GapCollector, sn as quoteForMessage } from "./core.js";
// src/sources/stdin.ts
function openStdin({ stream, name }) {
	const gaps = new GapCollector();
	const ruler = new LineIndex();
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	let ended = false;
	async function* passing() {
		try {
			for await (const chunk of stream) {
				if (chunk.length === 0) continue;
				ruler.pass(chunk);
				coverage.bytes += chunk.length;
				yield chunk;
			}
		} catch (error) {
			gaps.add("unreadable", `the stream broke off: ${error.code ?? "it did not say why"}`);
		}
		ended = true;
	}
	return {
		change: {
			kind: "stdin",
			name
		},
		source: {
			async *blobs() {
				coverage.texts += 1;
				yield {
					provenance: {
						kind: "stdin",
						name
					},
					chunks: passing()
				};
			},
			async locate(_blob, { encoding, member, offset, length }) {
				const place = member === null ? ruler.place(offset, length) : null;
				const [line, column] = [place?.line ?? null, place?.column ?? null];
				return [{
					where: "stdin",
					path: name,
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
			},
			nameOf: async () => quoteForMessage(name),
			account() {
				const unread = ended ? [] : [{
					kind: "miscounted",
					detail: "the stream was not read to its end"
				}];
				return {
					coverage: { ...coverage },
					gaps: [...gaps.all(), ...unread]
				};
			}
		}
	};
}
export { openStdin };
