import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import type { Hit } from "../../src/domain/candidate.ts";
import { filled } from "./template.ts";

const TOP = path.resolve(import.meta.dirname, "../examples");

/** A folder holds one file, whatever its name and depth. `leak.likely-x` and `leak.suspected-x` say how sure it is. */
const examples = readdirSync(TOP).map((name) => {
  const files = readdirSync(path.join(TOP, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const [sort = "", grade] = /^(leak|ok)\.(?:(likely|suspected)-)?/.exec(name)?.slice(1) ?? [];
  return { name, files, sort, confidence: grade ?? "certain" };
});

test.each(examples)("$name", async ({ files, sort, confidence }) => {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new Error("an example is a folder with one file");
  const { bytes, keys } = filled(readFileSync(file, "utf8"));
  const blob = { provenance: { kind: "file", path: file }, chunks: [bytes] } as const;
  const hits: Hit[] = [];
  for await (const hit of detect(blob, () => {})) hits.push(hit);

  expect(hits.map(({ kind, confidence, encoding, member }) => ({ kind, confidence, encoding, member }))).toEqual(
    keys.map(({ family, encoding }) => {
      const kind = confidence === "suspected" ? "suspected" : family === "none" ? "named" : family;
      return { kind, confidence, encoding, member: null };
    }),
  );
  for (const [index, { secret, encoding, offset, length }] of hits.entries()) {
    const key = keys[index];
    expect(secret.reveal() === key?.text).toBe(true);
    const [start, end] = [key?.offset ?? 0, (key?.offset ?? 0) + (key?.length ?? 0)];
    if (encoding === "plain") expect([offset, offset + length]).toEqual([start, end]);
    if (encoding === "split") {
      // What is not a slot of the template, as a bare `sk-`, may be a piece of it too.
      expect(offset).toBeLessThanOrEqual(start);
      expect(offset + length).toBeGreaterThanOrEqual(end);
      continue;
    }
    expect(offset).toBeGreaterThanOrEqual(start);
    expect(offset + length).toBeLessThanOrEqual(end);
  }
  expect(keys.length > 0).toBe(sort === "leak");
});

test("there are many examples of both sorts", () => {
  const count = (wanted: string) => examples.filter(({ sort }) => sort === wanted).length;
  expect(count("leak")).toBeGreaterThan(30);
  expect(count("ok")).toBeGreaterThan(9);
  expect(count("leak") + count("ok")).toBe(examples.length);
});
