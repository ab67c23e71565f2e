import { createDetector } from "../../src/detect/detect.ts";
import type { DetectorNote } from "../../src/domain/candidate.ts";

/** A hit, with its text laid open: only for keys that are made for the test. */
export type Found = { text: string; kind: string; confidence: string; offset: number; length: number };

/** The same, and how it was written and where. */
export type FoundAnywhere = Found & { encoding: string; member: string | null; others: readonly string[] };

/** What is found in a text that comes in one chunk, or in chunks of these sizes in turn. */
export async function found(text: string | Buffer, sizes: readonly number[] = []): Promise<readonly Found[]> {
  const hits = await foundAnywhere(text, sizes);
  return hits.map(({ text, kind, confidence, offset, length }) => ({ text, kind, confidence, offset, length }));
}

/** The same, with how each was written. Notes are passed to `note`. */
export async function foundAnywhere(
  text: string | Buffer,
  sizes: readonly number[] = [],
  { otherVendors = false, note = () => {} }: { otherVendors?: boolean; note?: (note: DetectorNote) => void } = {},
): Promise<readonly FoundAnywhere[]> {
  const chunks = chunksOf(Buffer.from(text), sizes);
  const hits: FoundAnywhere[] = [];
  for await (const hit of detectors[otherVendors ? "otherVendors" : "plain"]({ provenance: STREAM, chunks }, note)) {
    const { secret, alternatives, ...place } = hit;
    hits.push({ text: secret.reveal(), others: alternatives.map((other) => other.secret.reveal()), ...place });
  }
  return hits;
}

const detectors = {
  plain: createDetector({ otherVendors: false }),
  otherVendors: createDetector({ otherVendors: true }),
};

/** Bytes in chunks of these sizes in turn; all at once where none is given. */
export function chunksOf(bytes: Buffer, sizes: readonly number[] = []): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const STREAM = { kind: "stdin", name: "x" } as const;

/** The base64 of "OpenAI". */
export const MARKER = ["T3Blbk", "FJ"].join("");
