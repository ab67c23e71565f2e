import { expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import { LineIndex } from "../../src/sources/locate/line-index.ts";
import {
  cutCases,
  encodedCases,
  fileCases,
  hiddenCases,
  splitCases,
  tameCases,
  type WildCase,
} from "../support/wild.ts";
import { effort } from "./effort.ts";

/** What a run would tell of a file: each key with its place, as a person counts. */
async function toldOf(bytes: Buffer) {
  const index = new LineIndex();
  index.push(bytes);
  const told = [];
  const blob = { provenance: { kind: "stdin", name: "x" }, chunks: [bytes] } as const;
  for await (const { secret, kind, encoding, confidence, offset, length } of detect(blob, () => {})) {
    const { line, column } = index.locate(offset, length) ?? { line: 0, column: 0 };
    told.push({ key: { text: secret.reveal(), kind, encoding, line, column }, confidence });
  }
  return told;
}

/** The names of the cases in which anything but their keys is found, and how many cases there are; in `npm test` a part is tried. */
async function failing(cases: Iterable<WildCase>) {
  const wrong: string[] = [];
  let count = 0;
  for (const { name, bytes, expected } of cases) {
    count += 1;
    if (count % effort(7, 1) !== 0) continue;
    const told = await toldOf(bytes);
    const isRight = told.every(({ confidence }) => confidence === "certain");
    if (!isRight || JSON.stringify(told.map(({ key }) => key)) !== JSON.stringify(expected)) wrong.push(name);
  }
  return { count, wrong };
}

test.each([
  ["in every surrounding and encoding", encodedCases, 4000],
  ["in whole files in UTF-16 and with byte order marks", fileCases, 300],
  ["in pieces, in every way", splitCases, 1000],
  ["cut in two where scanners look", cutCases, 700],
  ["encoded, and then in pieces", hiddenCases, 200],
])("every key is found as it is, of its kind, where it begins, and nothing besides: %s", async (_, cases, least) => {
  const { count, wrong } = await failing(cases());
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(least);
});

test("of what looks like a key and is none, nothing is told, or no more than a suspicion", async () => {
  const wrong: string[] = [];
  for (const { name, bytes, most } of tameCases()) {
    const told = await toldOf(bytes);
    if (!told.every(({ confidence }) => confidence === most)) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});
