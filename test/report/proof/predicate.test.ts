import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Gap } from "../../../src/domain/gap.ts";
import { renderPredicate } from "../../../src/report/proof/predicate.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { closeSchema } from "../closed-schema.ts";
import { finding, HEAD, missing, report, revoked } from "../stories.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/scan.v1.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(closeSchema(schema) as object);

const scanned = { version: "0.1.0", settings: "a".repeat(64), isFiltered: false };
const prove = (...made: Parameters<typeof report>) => JSON.parse(renderPredicate(report(...made), scanned));

describe("the proof of a scan", () => {
  test("says what was scanned, by what, and that everything was read", () => {
    expect(prove()).toMatchObject({
      schema: "openai-key-guard/scan/v1",
      tool: { name: "openai-key-guard", version: "0.1.0" },
      settings: { sha256: "a".repeat(64) },
      change: { kind: "range", base: "b".repeat(40), head: HEAD },
      coverage: { commits: 3, blobs: 17, bytes: 51_234, texts: 2 },
      complete: true,
      filtered: false,
      gaps: [],
      selfTest: "passed",
      conclusion: "clean",
      found: 0,
    });
  });

  test("counts keys by their state, and names none", () => {
    const told = prove([finding({ seed: "a" }), revoked({ seed: "b" })]);
    expect(told).toMatchObject({ conclusion: "leaked", found: 2, counts: { live: 1, resolved: 1 }, complete: true });
  });

  test("is not complete where anything was not read, and says what kinds of things those were", () => {
    const lfs: Gap = { kind: "lfs", detail: '"secret/plan.bin" is a Git LFS pointer', path: "secret/plan.bin" };
    const told = prove([], { gaps: [missing, lfs, lfs] });
    expect(told).toMatchObject({ complete: false, conclusion: "incomplete" });
    expect(told.gaps).toEqual([
      { kind: "lfs", count: 2 },
      { kind: "missing-object", count: 1 },
    ]);
    expect(JSON.stringify(told)).not.toContain("plan");
  });

  test("is not complete where a setting fits nothing, although that alone fails no run", () => {
    expect(prove([], { gaps: [{ kind: "paths", detail: "x" }] })).toMatchObject({
      complete: false,
      conclusion: "clean",
    });
  });

  test("says that the search itself failed its test", () => {
    expect(prove([], { gaps: [{ kind: "self-test", detail: "x" }] })).toMatchObject({
      complete: false,
      selfTest: "failed",
      conclusion: "incomplete",
    });
  });

  test("is complete without an Admin API key, which is the operator's choice", () => {
    expect(prove([], { gaps: [{ kind: "no-admin-key", detail: "x" }] })).toMatchObject({ complete: true, gaps: [] });
  });

  test.each([
    [{ kind: "files", globs: ["secret/**"] } as const],
    [{ kind: "stdin", name: "secret.log" } as const],
    [{ kind: "texts", of: "a secret" } as const],
  ])("names nothing that people called the change: %j", (change) => {
    expect(prove([], { change }).change).toEqual({ kind: change.kind });
  });

  test("of any report fits its schema to the last field, and holds nothing that the report has of its keys", () => {
    fc.assert(
      fc.property(anyReport, (made) => {
        const text = renderPredicate(made, scanned);
        expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
        for (const { fingerprint, sightings } of made.findings) {
          expect(text).not.toContain(fingerprint);
          for (const { path, author } of sightings) {
            for (const name of [path, author]) if (name && name.length > 15) expect(text).not.toContain(name);
          }
        }
        expect(renderPredicate(made, scanned)).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
