import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createDetector } from "../../src/detect/detect.ts";
import { HOSTILE_FAMILIES } from "../../test/detect/hostile-texts.ts";
import type { Benchmark, Line } from "./line.ts";

const CHUNK = 256 * 1024;
const MEGABYTE = 1024 * 1024;
/** Those that are searched unless all are asked for: chains of numbers, runs of escapes, and dumps. */
const USUAL = [
  'markers as decimal numbers, parted by ","',
  "markers as calls",
  "escapes of a backslash",
  "nested escapes",
  "curl traces of markers",
];

/** Processor time of texts that are made to be slow, against source text of the same size. A named gap is met, too. */
export const measureHostile: Benchmark = async ({ isFull }) => {
  const size = 100 * MEGABYTE;
  const source = Buffer.alloc(size, readSource(4 * MEGABYTE));
  const lines: Line[] = [];
  await spend(source);
  for (const { name, make } of HOSTILE_FAMILIES.filter((family) => isFull || USUAL.includes(family.name))) {
    const [before, hostile, after] = [await spend(source), await spend(make(size)), await spend(source)];
    const plain = Math.min(before.seconds, after.seconds);
    const ratio = hostile.seconds / plain;
    lines.push({
      name: `${size / MEGABYTE} MB of ${name}`,
      measured: `${hostile.seconds.toFixed(1)} s CPU${hostile.gaps > 0 ? ", a gap" : ""}`,
      reference: `source text: ${plain.toFixed(2)} s CPU`,
      ratio,
      wanted: { text: "≤ 2 × or a gap", isMet: ratio <= 2 || hostile.gaps > 0 },
    });
  }
  return lines.toSorted((one, other) => other.ratio - one.ratio);
};

/** The processor time of one search by a detector that is new, in seconds, and how many gaps it told. */
async function spend(bytes: Buffer): Promise<{ seconds: number; gaps: number }> {
  let gaps = 0;
  const search = createDetector({ otherVendors: false });
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, at) =>
    bytes.subarray(at * CHUNK, (at + 1) * CHUNK),
  );
  const start = process.cpuUsage();
  const found = search({ provenance: { kind: "stdin", name: "text" }, chunks }, ({ kind }) => {
    if (kind === "unread") gaps += 1;
  });
  for await (const _ of found);
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, gaps };
}

/** Declarations of the installed packages, one after the other. */
function readSource(enough: number): Buffer {
  const modules = path.resolve(import.meta.dirname, "../../node_modules");
  const parts: Buffer[] = [];
  for (const file of readdirSync(modules, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!file.endsWith(".d.ts")) continue;
    parts.push(readFileSync(path.join(modules, file)));
    if (parts.reduce((sum, { length }) => sum + length, 0) > enough) break;
  }
  return Buffer.concat(parts);
}
