import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ANCHORS } from "../src/detect/anchors.ts";
import { detect } from "../src/detect/detect.ts";
import { createAnchorSet } from "../src/detect/search.ts";
import { MARKER } from "../src/domain/key-grammar.ts";

// How fast clean bytes are searched: the whole detector, with all its encodings, and its prefilter alone, over text,
// minified JavaScript, base64 and random bytes, as a ratio to one Buffer.indexOf pass for one needle that is not there
// (the marker of a key, eight bytes) over the same bytes, in turn in the same run. A shorter needle indexOf seeks by its
// first byte alone, up to ten times faster where that byte is rare; this is printed beside it. With rg on PATH, also what
// that takes for a rule of the same reach.
//   node bench/detect.ts [--megabytes 128] [--runs 7]

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "128" },
    runs: { type: "string", default: "7" },
  },
});
const [size, runs] = [Number(values.megabytes) * 1024 * 1024, Number(values.runs)];
const CHUNK = 256 * 1024;
const SHORT = `${MARKER.slice(0, 3)}\0`;
const modules = path.resolve(import.meta.dirname, "../node_modules");

const samples: Record<string, Buffer> = {
  text: filled(filesIn(modules, /\.(?:md|d\.ts)$/, 4_000_000)),
  "minified js": filled(filesIn(modules, /\.min\.js$|dist\/.*\.c?js$/, 4_000_000)),
  base64: filled(Buffer.from(noise(3_000_000).toString("base64"))),
  random: filled(noise(4_000_000)),
};

const { prefilter } = createAnchorSet(ANCHORS, false);
console.log(
  `node ${process.version}, ${values.megabytes} MB each, medians of ${runs}; reference = one indexOf for an absent needle of eight bytes`,
);
for (const [name, bytes] of Object.entries(samples)) {
  const spent: Record<"reference" | "short" | "filter" | "ours", number[]> = {
    reference: [],
    short: [],
    filter: [],
    ours: [],
  };
  let hits = 0;
  for (let run = 0; run < runs; run += 1) {
    spent.reference.push(await timed(async () => absent(bytes, MARKER)));
    spent.short.push(await timed(async () => absent(bytes, SHORT)));
    spent.filter.push(await timed(async () => void count(prefilter.findPlaces(bytes, 0, bytes.length))));
    spent.ours.push(
      await timed(async () => {
        for await (const _ of detect({ provenance: { kind: "stdin", name }, chunks: chunksOf(bytes) }, () => {}))
          hits += 1;
      }),
    );
  }
  const [reference, ours] = [median(spent.reference), median(spent.ours)];
  const alone = (median(spent.filter) / reference).toFixed(2);
  const rate = (time: number) => `${(bytes.length / time / 1e6).toFixed(2)} GB/s`;
  const rg = ripgrep(bytes);
  console.log(
    `${name.padEnd(12)} ${rate(ours)}, ${(ours / reference).toFixed(2)} of the reference (${rate(reference)}; four bytes: ${rate(median(spent.short))}), prefilter alone ${alone}` +
      `${rg === null ? "" : `, ${(ours / rg).toFixed(2)} of rg (${rate(rg)})`}${hits > 0 ? `, ${hits / runs} hits` : ""}`,
  );
}

const blobs = Array.from({ length: 50_000 }, (_, index) => {
  const start = (index * 523) % (samples["text"]?.length ?? 1);
  return samples["text"]?.subarray(start, start + 2048) ?? Buffer.alloc(0);
});
const many = await timed(async () => {
  for (const bytes of blobs) {
    for await (const _ of detect({ provenance: { kind: "stdin", name: "small" }, chunks: [bytes] }, () => {}));
  }
});
const once = await timed(async () => void blobs.map((bytes) => bytes.indexOf(MARKER)));
console.log(
  `${blobs.length} blobs of 2 KB: ${((1000 * many) / blobs.length).toFixed(1)} µs each, indexOf ${((1000 * once) / blobs.length).toFixed(1)} µs`,
);
const [little, much] = [1, 1024].map(peakOf);
console.log(`peak memory of a process that searches 1 MB: ${little} MB; 1 GB: ${much} MB`);

/** Megabytes. */
function peakOf(megabytes: number): string {
  const code = `
    const { detect } = await import(${JSON.stringify(new URL("../src/detect/detect.ts", import.meta.url).href)});
    const chunk = Buffer.alloc(${CHUNK}, "one line of some text\\n");
    let peak = 0;
    function* chunks() {
      for (let at = 0; at < ${megabytes * 2 ** 20}; at += chunk.length) {
        peak = Math.max(peak, process.memoryUsage.rss());
        yield chunk;
      }
    }
    for await (const _ of detect({ provenance: { kind: "stdin", name: "stream" }, chunks: chunks() }, () => {}));
    console.log(Math.round(peak / 2 ** 20));`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stdout.trim();
}

function absent(bytes: Buffer, needle: string): void {
  if (bytes.includes(needle)) throw new Error("the needle stands in the sample, so that the time says nothing");
}

function count(places: Iterable<number>): number {
  let all = 0;
  for (const _ of places) all += 1;
  return all;
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function filled(sample: Buffer): Buffer {
  return Buffer.alloc(size, sample);
}

/** The same bytes in every run. */
function noise(length: number): Buffer {
  const parts = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash("sha512").update(`${index}`).digest(),
  );
  return Buffer.concat(parts).subarray(0, length);
}

function filesIn(folder: string, name: RegExp, enough: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!name.test(file)) continue;
    const bytes = readFileSync(path.join(folder, file));
    parts.push(bytes);
    length += bytes.length;
    if (length > enough) break;
  }
  return Buffer.concat(parts);
}

/** rg with the marker of a key, plainly and in its commonest encodings, over a file with the same bytes; null without it. */
function ripgrep(bytes: Buffer): number | null {
  if (!(process.env["PATH"] ?? "").split(path.delimiter).some((one) => existsSync(path.join(one, "rg")))) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
  const file = path.join(folder, "sample");
  writeFileSync(file, bytes);
  const base64 = [0, 1, 2].map((phase) => {
    const text = Buffer.from("x".repeat(phase) + MARKER).toString("base64");
    return text.slice(phase === 0 ? 0 : phase + 1, -4);
  });
  const hex = Buffer.from(MARKER).toString("hex");
  const codes = [...Buffer.from(MARKER)].join(", ?");
  const words = [MARKER, ...base64, `(?i:${hex})`, codes, [...MARKER].toReversed().join("")];
  const times = Array.from({ length: 3 }, () => {
    const before = performance.now();
    spawnSync("rg", ["-a", "-c", "-j", "1", "--no-mmap", words.join("|"), file]);
    return performance.now() - before;
  });
  rmSync(folder, { recursive: true });
  return median(times);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}
