import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { renderAuditJsonPieces } from "../../../src/report/audit/json.ts";
import { RUNS } from "../arbitrary.ts";
import { anyAudit } from "./arbitrary-audit.ts";
import { AUDITS, auditFinding, auditReport, createLargeAudit, keyRecord } from "./audit-stories.ts";
import { renderAuditJson } from "./render-audit.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/audit.v1.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const errorsOf = (value: unknown) => (validate(value) ? [] : validate.errors);

/** The schema with room for no other field: so each field that is written is described. */
function closeSchema(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(closeSchema);
  const closed = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closeSchema(value)]));
  return closed["type"] === "object" && "properties" in closed ? { ...closed, additionalProperties: false } : closed;
}
const validateClosed = ajv.compile({ ...(closeSchema(schema) as object), $id: "urn:openai-key-guard:audit:closed" });

/** A document with nothing known of it. */
type Spoiled = ReturnType<typeof JSON.parse>;

describe("the JSON of an audit", () => {
  test("lists all keys, also those of which nothing was found, and names none where nobody may know", () => {
    const [nightly, quiet] = [keyRecord("nightly", {}), keyRecord("quiet", {})];
    const one = auditReport([auditFinding("no-expiry", nightly)], { keys: [nightly, quiet] });
    const allKeysOf = (report: typeof one) =>
      JSON.parse(renderAuditJson(report, "0.1.0")).allKeys as { name: unknown }[];
    expect(allKeysOf(one)).toMatchObject([{ name: "nightly" }, { name: "quiet" }]);
    expect(allKeysOf(restrictAuditReport(one, "minimal"))).toMatchObject([{ name: null }, { name: null }]);
  });

  test("has what the interface promises", () => {
    const one = auditReport([auditFinding("no-expiry", keyRecord("nightly", { expiresAt: null }))]);
    expect(JSON.parse(renderAuditJson(one, "0.1.0"))).toMatchObject({
      schema: "openai-key-guard/audit/v1",
      conclusion: "findings",
      keys: 2,
      projects: 2,
      requests: 93,
      counts: { errors: 0, warnings: 1, excepted: 0 },
      notJudged: [],
      findings: [
        {
          rule: "no-expiry",
          level: "warning",
          key: {
            id: "key_nightly",
            name: "nightly",
            project: { id: "proj_web", name: "Web shop" },
            owner: { kind: "service-account", id: "user-sa-checkout-bot", name: "checkout-bot" },
            createdAt: "2026-10-29T03:00:00.000Z",
            lastUsedAt: "2026-11-28T03:00:00.000Z",
            expiresAt: null,
          },
          detail: "never expires",
          exception: null,
          fix: null,
        },
      ],
    });
  });

  test("says what was not judged, and null where nobody knows how much", () => {
    const { notJudged, conclusion } = JSON.parse(renderAuditJson(AUDITS["not-judged"], "0.1.0"));
    expect(conclusion).toBe("incomplete");
    expect(notJudged[0]).toMatchObject({ rule: "unused", keys: 42, because: "the Admin API key may not read usage" });
    expect(notJudged[2]).toMatchObject({ rule: "old", keys: null });
  });

  test.each(Object.entries(AUDITS))("of %s fits its schema, in full and restricted", (_, one) => {
    for (const detail of ["full", "minimal"] as const) {
      const written = JSON.parse(renderAuditJson(restrictAuditReport(one, detail), "0.1.0"));
      expect(errorsOf(written)).toEqual([]);
      expect(validateClosed(written) ? [] : validateClosed.errors).toEqual([]);
    }
  });

  test("always fits its schema, which describes each of its fields", () => {
    fc.assert(
      fc.property(anyAudit, (one) => {
        const written = JSON.parse(renderAuditJson(one, "0.1.0"));
        expect(errorsOf(written)).toEqual([]);
        expect(validateClosed(written) ? [] : validateClosed.errors).toEqual([]);
        const { errors, warnings, excepted } = written.counts;
        expect(errors + warnings + excepted).toBe(one.findings.length);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test.each<[string, (one: Spoiled) => unknown]>([
    ["an unknown level", (one) => (one.findings[0].level = "fatal")],
    ["a report without what was not judged", (one) => delete one.notJudged],
    ["an unknown conclusion", (one) => (one.conclusion = "leaked")],
    ["a finding without its subject", (one) => delete one.findings[0].subject],
    ["a day instead of a time", (one) => (one.findings[0].key.createdAt = "8 Jul 2026")],
  ])("does not fit with %s", (_, spoil) => {
    const one = JSON.parse(renderAuditJson(AUDITS["every-rule"], "0.1.0"));
    expect(errorsOf(one)).toEqual([]);
    spoil(one);
    expect(errorsOf(one)).not.toEqual([]);
  });

  test("of thousands of keys is written in pieces that make up the whole", () => {
    const pieces = renderAuditJsonPieces(createLargeAudit(5000), "0.1.0");
    expect([...pieces].length).toBeGreaterThan(3);
    expect(JSON.parse([...pieces].join("")).findings).toHaveLength(1334);
  });
});
