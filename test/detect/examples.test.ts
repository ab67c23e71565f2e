import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
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
  const found: unknown[] = [];
  const blob = { provenance: { kind: "file", path: file }, chunks: [bytes] } as const;
  for await (const { secret, alternatives: _, ...hit } of detect(blob, () => {})) {
    expect(bytes.toString("latin1", hit.offset, hit.offset + hit.length) === secret.reveal()).toBe(true);
    found.push(hit);
  }
  expect(found).toEqual(
    keys.map(({ family, offset, length }) => {
      const kind = confidence === "suspected" ? "suspected" : family === "none" ? "named" : family;
      return { kind, confidence, encoding: "plain", member: null, offset, length };
    }),
  );
  expect(keys.length > 0).toBe(sort === "leak");
});

test("there are many examples of both sorts", () => {
  const count = (wanted: string) => examples.filter(({ sort }) => sort === wanted).length;
  expect(count("leak")).toBeGreaterThan(30);
  expect(count("ok")).toBeGreaterThan(9);
  expect(count("leak") + count("ok")).toBe(examples.length);
});
