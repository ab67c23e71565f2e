import { describe, expect, test } from "vitest";
import type { Report } from "../../src/domain/report.ts";
import { recordOf, sighting } from "../support/facts.ts";
import { renderAnnotations, renderComment, renderResolvedComment, renderSummary, renderText } from "./render.ts";
import { contained, context, finding, plainLook, report } from "./stories.ts";

const keys = (count: number, differing: Parameters<typeof finding>[0] = {}) =>
  Array.from({ length: count }, (_, index) => finding({ seed: String(index), ...differing }));
const endless = "name/".repeat(800);
const record = recordOf("x".repeat(60), {
  id: endless,
  name: endless,
  home: { kind: "project", id: endless, name: endless },
  owner: { kind: "service-account", id: endless, name: endless },
});
const wordy = {
  sightings: [sighting({ path: endless, author: endless, member: endless })],
  identity: { kind: "ours", record, chance: 1 },
  outcome: contained({ by: "quarantine", scopesBefore: Array.from({ length: 50 }, () => endless) }),
  ignored: { kind: "overruled", reason: endless, until: null },
} as const;
const begun = { fingerprint: "0".repeat(16), id: endless, act: "expire", at: new Date(0) } as const;

const CASES: readonly (readonly [string, Report])[] = [
  ["nothing", report()],
  ["one key", report(keys(1))],
  ["eleven keys", report(keys(11))],
  ["five hundred keys", report(keys(500))],
  ["ten thousand places", report(keys(1, { sightings: Array.from({ length: 10_000 }, () => sighting()) }))],
  [
    "names of four thousand characters",
    report(keys(11, wordy), { unfinished: Array.from({ length: 40 }, () => begun) }),
  ],
  ["very many such", report(keys(40, wordy))],
  ["names from right to left", report(keys(11, { sightings: [sighting({ path: "מפתח/قيم.env", author: "עדה" })] }))],
];

describe.each(CASES)("%s", (_, one) => {
  test("fit into a comment, a job summary and annotations as GitHub takes them", () => {
    for (const text of [renderComment(one, context), renderResolvedComment(one, context)])
      expect(text.length).toBeLessThan(60_000);
    expect(new TextEncoder().encode(renderSummary(one, context)).length).toBeLessThan(1_048_576);
    const all = renderAnnotations(one);
    for (const level of ["error", "warning", "notice"]) {
      expect(all.filter((each) => each.level === level).length).toBeLessThanOrEqual(10);
    }
    for (const { message, title } of all) expect(message.length + title.length).toBeLessThanOrEqual(4200);
  });

  test("keep the verdict, the steps of the first key and the footer", () => {
    const text = renderComment(one, context);
    expect(text).toMatch(/^### .+\n/);
    expect(text).toMatch(/<sub>.*OpenAI Key Guard .+<\/sub>$/);
    if (one.findings.length > 0) expect(text).toMatch(/> \[!(?:CAUTION|WARNING)\]\n> \*\*[^]*\n1\. /);
    expect(text.match(/<details(?: open)?>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  test("leave the columns of a terminal as they are", () => {
    const fields = renderText(one, plainLook)
      .split("\n")
      .filter((line) => /^ {2}(?:now|where|owner|works|used|action|effect|entry|then|next)\b/.test(line));
    expect(fields.length).toBeGreaterThanOrEqual(Math.min(one.findings.length, 10) * 5);
    for (const field of fields) expect(field.slice(0, 9)).toMatch(/^ {2}[a-z]+ +$/);
    expect(Math.max(0, ...fields.map((field) => field.length))).toBeLessThan(700);
  });
});
