import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeReport } from "../../../src/report/view/view.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { context, dead, finding, keyless, missing, report, revoked } from "../stories.ts";

describe("what is told of a report", () => {
  test("is plain data, which changes nothing in the report", () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const before = structuredClone(one);
        const view = describeReport(one, context);
        expect(structuredClone(view)).toEqual(view);
        expect(one).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });

  test("has every key once, the worst first", () => {
    const findings = [
      revoked({ seed: "a" }),
      finding({ seed: "b" }),
      finding({ seed: "c", validity: dead }),
      finding({ family: "admin", seed: "d" }),
    ];
    const view = describeReport(report(findings));
    expect(view.keys.map(({ tone, level, stateName }) => [tone, level, stateName])).toEqual([
      ["bad", "error", "live"],
      ["bad", "error", "live"],
      ["warn", "warning", "inactive"],
      ["good", "notice", "resolved"],
    ]);
    expect(new Set(view.keys.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  test("has every gap but the choice to work without an Admin API key", () => {
    const { gaps, gapsWarning, tone } = describeReport(report([], { gaps: [missing, keyless] }));
    expect(gaps.map(({ name, isWarning }) => [name, isWarning])).toEqual([["missing object", true]]);
    expect([gapsWarning, tone]).toEqual([expect.stringContaining("go unnoticed"), "warn"]);
    expect(describeReport(report([], { gaps: [keyless] }))).toMatchObject({ gapsWarning: null, tone: "good" });
    // Keys were found, and it is not known whose they are: none goes unnoticed for that.
    for (const gap of [
      { kind: "inventory", detail: "x" },
      { kind: "unreadable", cause: "broken-ignore-file", detail: "x" },
    ] as const) {
      expect(describeReport(report([finding()], { gaps: [gap] })).gapsWarning).toBeNull();
    }
  });

  test("links the run where it says what the run did", () => {
    const [key] = describeReport(report([revoked()]), context).keys;
    expect(key?.actionTaken?.done).toContainEqual({ link: "this run", url: context.runUrl });
    const [bare] = describeReport(report([revoked()])).keys;
    expect(bare?.actionTaken?.done).toContainEqual({ words: "this run" });
  });
});

/** What lays a view out. JSON and SARIF, which are for machines, read the report itself. */
const FOLDER = path.resolve(import.meta.dirname, "../../../src/report");
const RENDERERS = ["terminal/text.ts", "annotations.ts", ...["markdown", "html"].flatMap((name) => filesIn(name))];

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(FOLDER, folder)).map((file) => `${folder}/${file}`);
}

test.each(RENDERERS)("%s decides nothing: it knows no rule of the domain, no order of keys and no advice", (file) => {
  const text = readFileSync(path.join(FOLDER, file), "utf8");
  const values = [...text.matchAll(/^import (?!type )[^;]*? from "([^"]+)"/gms)].map(([, from = ""]) => from);
  for (const from of values) {
    expect(from).not.toMatch(/\/domain\/|\/advice\/|severity\.ts/);
    if (from.includes("/wording/")) expect(from).toMatch(/\/(?:coverage|labels|page|pull-request-comment)\.ts$/);
  }
});
