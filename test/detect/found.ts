import { detect } from "../../src/detect/detect.ts";

/** A hit, with its text laid open: only for keys that are made for the test. */
export type Found = { text: string; kind: string; confidence: string; offset: number; length: number };

/** What is found in a text that comes in one chunk, or in chunks of these sizes in turn. */
export async function found(text: string | Buffer, sizes: readonly number[] = []): Promise<readonly Found[]> {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  const hits: Found[] = [];
  for await (const { secret, kind, confidence, offset, length } of detect({ provenance: STREAM, chunks }, () => {})) {
    hits.push({ text: secret.reveal(), kind, confidence, offset, length });
  }
  return hits;
}

const STREAM = { kind: "stdin", name: "x" } as const;

/** The base64 of "OpenAI". */
export const MARKER = ["T3Blbk", "FJ"].join("");
