import { expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import { LineIndex } from "../../src/sources/locate/line-index.ts";
import { effort } from "../support/effort.ts";
import {
  cutCases,
  encodedCases,
  fileCases,
  hiddenCases,
  splitCases,
  tameCases,
  type WildCase,
} from "../support/wild.ts";

/** What a run finds in a file: each key with its line and column. */
async function findIn(bytes: Buffer) {
  const index = new LineIndex();
  index.push(bytes);
  const hits = [];
  const blob = { provenance: { kind: "stdin", name: "x" }, chunks: [bytes] } as const;
  for await (const { secret, kind, encoding, confidence, offset, length } of detect(blob, () => {})) {
    const { line, column } = index.locate(offset, length) ?? { line: 0, column: 0 };
    hits.push({ key: { text: secret.reveal(), kind, encoding, line, column }, confidence });
  }
  return hits;
}

/** The names of the cases in which anything but their keys is found, and how many cases there are; in `npm test` a part is tried. */
async function failing(cases: Iterable<WildCase>) {
  const wrong: string[] = [];
  let count = 0;
  for (const { name, bytes, expected } of cases) {
    count += 1;
    if (count % effort(7, 1) !== 0) continue;
    const hits = await findIn(bytes);
    const isRight = hits.every(({ confidence }) => confidence === "certain");
    if (!isRight || JSON.stringify(hits.map(({ key }) => key)) !== JSON.stringify(expected)) wrong.push(name);
  }
  return { count, wrong };
}

test.each([
  ["in every surrounding and encoding", encodedCases, 4000],
  ["in whole files in UTF-16 and with byte order marks", fileCases, 300],
  ["in pieces, in every way", splitCases, 1000],
  ["cut in two where scanners look", cutCases, 700],
  ["encoded, and then in pieces", hiddenCases, 200],
])("every key is found as it is, of its kind, where it begins, and nothing else: %s", async (_, cases, least) => {
  const { count, wrong } = await failing(cases());
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(least);
});

test("a look-alike is not found, or only as suspected", async () => {
  const wrong: string[] = [];
  for (const { name, bytes, most } of tameCases()) {
    const hits = await findIn(bytes);
    if (!hits.every(({ confidence }) => confidence === most)) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});
