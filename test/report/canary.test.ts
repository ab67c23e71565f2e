import fc from "fast-check";
import { expect, test } from "vitest";
import type { Report } from "../../src/domain/report.ts";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../support/facts.ts";
import { anyReport, NAMED_KEY, RUNS } from "./arbitrary.ts";
import {
  renderAnnotations,
  renderComment,
  renderGoneComment,
  renderHtml,
  renderJson,
  renderResolvedComment,
  renderSarif,
  renderSummary,
  renderText,
} from "./render.ts";
import { contained, context, finding, plainLook, report } from "./stories.ts";

const PRINTERS: readonly (readonly [string, (one: Report) => string])[] = [
  ["the terminal", (one) => renderText(one, plainLook)],
  [
    "a terminal with links and all places",
    (one) =>
      renderText(one, {
        ...plainLook,
        verbose: true,
        link: (text, url) => `${text} ${url}`,
        opens: ({ path }) => `file:///${encodeURIComponent(path?.toWellFormed() ?? "")}`,
      }),
  ],
  ["the comment", (one) => renderComment(one, { ...context, job: one.unfinished[0]?.id ?? "" })],
  ["the resolved comment", (one) => renderResolvedComment(one, context)],
  ["the job summary", (one) => renderSummary(one, context)],
  ["the JSON report", (one) => renderJson(one, "0.1.0")],
  ["SARIF", (one) => renderSarif(one, context)],
  ["the page", (one) => renderHtml(one, context)],
  ["the annotations", (one) => JSON.stringify(renderAnnotations(one))],
  [
    "the last comment",
    (one) =>
      renderGoneComment(
        one.findings.map(({ fingerprint }) => fingerprint),
        context,
      ),
  ],
];
const FAMILIES: readonly Family[] = ["user", "project", "service-account", "admin", "none", "named"];

/** A report in which everything that others name holds the key, as nobody should name anything. */
function worst(family: Family): { key: string; whole: Report } {
  const key = createFakeKey(family, "canary");
  const long = `${"deep/".repeat(30)}${key}/${"x".repeat(60)}.env`;
  const record = recordOf(key, {
    name: key,
    home: { kind: "project", id: key, name: `the ${key} project` },
    owner: { kind: "service-account", id: key, name: key },
  });
  const sightings = [
    sighting({ path: `${key}.ts`, author: key }),
    sighting({ path: long, author: `me <${key}@x.example>` }),
    sighting({ where: "path", path: long }),
    sighting({ where: "stdin", path: key }),
    sighting({ path: "a.zip", member: `${key}/.env`, line: null, column: null }),
    sighting({ where: "path", path: `refs/heads/${key}` }),
    sighting({ where: "pull-request", path: null, author: key }),
  ];
  const at = new Date("2026-11-20T10:00:00Z");
  const impact = {
    since: at,
    asOf: at,
    requests: 3,
    inputTokens: 4,
    outputTokens: 5,
    createdBy: null,
    untold: [],
    models: [{ model: key, requests: 3, inputTokens: 4, outputTokens: 5 }],
    buckets: null,
    cost: { value: 1, currency: key },
    changes: [{ what: key, at, id: key, name: `the ${key} key` }],
  };
  const one = finding({ family, seed: "canary", sightings, identity: { kind: "ours", chance: 0, record } });
  const gaps = [{ kind: "unreadable", detail: `${long} could not be read` } as const];
  const own = { kind: "left", because: "own-admin-key" } as const;
  const findings = [
    { ...one, impact },
    { ...one, impact: { ...impact, changes: null } },
    { ...one, sightings: sightings.slice(2) },
    ...sightings.map((each) => ({ ...one, sightings: [each] })),
    { ...one, outcome: own },
    { ...one, outcome: contained({ by: "quarantine", scopesBefore: [key] }) },
    { ...one, ignored: { kind: "overruled" as const, reason: key, until: null } },
    { ...one, identity: { kind: "foreign" as const } },
    {
      ...one,
      possession: "not-accepted" as const,
      validity: { kind: "inactive" as const, because: "refused" as const },
    },
  ];
  const unfinished = [{ fingerprint: one.fingerprint, id: key, act: "revoke", at } as const];
  return { key, whole: report(findings, { gaps, unfinished }) };
}

test.each(
  PRINTERS.flatMap(([name, print]) => FAMILIES.map((family) => ({ name, print, family }))),
)("$name shows no more of a $family key than its mask, even where names hold the key", ({ print, family }) => {
  const { key, whole } = worst(family);
  const text = print(whole);
  const pieces = Array.from({ length: key.length - 12 }, (_, at) => key.slice(at, at + 12)).slice(20);
  expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
  expect(text.includes(whole.findings[0]?.mask ?? "") || text.includes(whole.findings[0]?.fingerprint ?? "")).toBe(
    true,
  );
});

test.each(PRINTERS)("%s shows no key, whatever else others have written around it", (_, print) => {
  const pieces = Array.from({ length: 8 }, (_each, at) => NAMED_KEY.slice(20 + at * 12, 32 + at * 12));
  fc.assert(
    fc.property(anyReport, (one) => {
      const text = print(one);
      expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
