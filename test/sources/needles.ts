import type { Blob, Provenance } from "../../src/domain/blob.ts";
import type { Hit, Sighting } from "../../src/domain/candidate.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Source } from "../../src/domain/source.ts";
import { includeEverything } from "../../src/sources/path-filter.ts";
import { openRange, type RangeOptions } from "../../src/sources/range/range.ts";

const PLAIN = /NEEDLE[a-z0-9]*/g;
const WIDE = /N\0E\0E\0D\0L\0E/g;

/** Finds the word NEEDLE, with what letters follow it, in a blob that fits into memory. */
export async function* needles({ chunks }: Blob): AsyncGenerator<Hit> {
  const text = (await bytesOf(chunks)).toString("latin1");
  for (const [pattern, encoding] of [
    [PLAIN, "plain"],
    [WIDE, "utf-16"],
  ] as const) {
    for (const { 0: found, index: offset } of text.matchAll(pattern)) {
      yield {
        secret: new Secret(found),
        kind: "project",
        confidence: "certain",
        encoding,
        alternatives: [],
        member: null,
        offset,
        length: found.length,
      };
    }
  }
}

/** All bytes of a blob. */
export async function bytesOf(chunks: Blob["chunks"]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

export type Scanned = { sightings: readonly Sighting[]; read: readonly Provenance[] } & ReturnType<Source["account"]>;

/** Reads a source to its end, and says where the needles stand. */
export async function scanned(source: Source): Promise<Scanned> {
  const sightings: Sighting[] = [];
  const read: Provenance[] = [];
  for await (const blob of source.blobs()) {
    read.push(blob.provenance);
    for await (const hit of needles(blob)) sightings.push(...(await source.locate(blob, hit)));
  }
  return { sightings: await source.complete(sightings), read, ...source.account() };
}

/** Opens a range of a repository and reads it to its end. */
export async function scan(
  { dir }: { dir: string },
  base: string | null,
  head = "HEAD",
  options: Partial<RangeOptions> = {},
): Promise<Scanned> {
  const environment = { PATH: process.env["PATH"] };
  const { source } = await openRange({ repo: dir, base, head, environment, includes: includeEverything, ...options });
  return await scanned(source);
}

/** Where a sighting is, in a line: enough to compare. */
export function placeOf({ where, path, line, column }: Sighting): string {
  return `${path ?? where}:${line}:${column}`;
}

/** Text in UTF-16, with a byte order mark. */
export function wide(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

/** So many files of a few thousand bytes each, named by number. */
export function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}`, randomText(3000 + n)]));
}

/** Text that does not compress away, the same each time. */
export function randomText(length: number): string {
  let state = length;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + (state % 26));
  }).join("");
}
