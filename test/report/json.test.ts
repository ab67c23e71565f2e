import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSilent } from "../../src/domain/candidate.ts";
import { renderJsonPieces } from "../../src/report/json.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../support/facts.ts";
import { anyReport, RUNS } from "./arbitrary.ts";
import { closeSchema } from "./closed-schema.ts";
import { renderJson, renderText } from "./render.ts";
import { finding, HEAD, missing, plainLook, report, revoked } from "./stories.ts";

const schema = JSON.parse(readFileSync(new URL("../../schema/report.v1.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const errorsOf = (value: unknown) => (validate(value) ? [] : validate.errors);

const validateClosed = ajv.compile({ ...(closeSchema(schema) as object), $id: "urn:openai-key-guard:report:closed" });
const undescribedIn = (value: unknown) => (validateClosed(value) ? [] : validateClosed.errors);

const changeOf = (change: Parameters<typeof report>[1]) => JSON.parse(renderJson(report([], change), "0.1.0")).change;
const told = () => JSON.parse(renderJson(report([finding()], { gaps: [missing] }), "0.1.0"));

describe("a report of very many keys", () => {
  test("is written in pieces that make up the whole, from the start as often as it is asked for", () => {
    const findings = Array.from({ length: 500 }, () => finding());
    const pieces = renderJsonPieces(report(findings), "0.1.0");
    const written = [...pieces];
    expect(written.length).toBeGreaterThan(3);
    expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(100_000);
    expect(written.join("")).toBe(`${JSON.stringify(JSON.parse(written.join("")), null, 2)}\n`);
    expect(JSON.parse([...pieces].join("")).findings).toHaveLength(500);
  });

  test("is worked out for as many keys as are shown", () => {
    let described = 0;
    const one = finding();
    const place = {
      ...sighting(),
      get author() {
        described += 1;
        return "Ada";
      },
    };
    const count = (keys: number) => {
      described = 0;
      const findings = Array.from({ length: keys }, () => ({ ...one, sightings: [place] }));
      renderText(report(findings), plainLook);
      return described;
    };
    expect(count(2000)).toBe(count(200));
  });
});

describe("a key that is seen very often", () => {
  test("has its first places in the JSON report, and how many there are", () => {
    const often = finding({ sightings: [sighting({ unlisted: 129_999 })] });
    const written = JSON.parse(renderJson(report([often]), "0.1.0"));
    expect(errorsOf(written)).toEqual([]);
    expect(written.findings[0].places).toBe(130_000);
    expect(written.findings[0].sightings).toHaveLength(1);
  });
});

describe("the JSON report", () => {
  const record = recordOf(createFakeKey("project", "a"), { createdAt: new Date("2026-01-01T00:00:00Z") });
  const one = finding({ identity: { kind: "ours", chance: 0, record } });
  const text = renderJson(report([one], { gaps: [missing] }), "0.1.0");

  test("is what the interface promises, word by word", () => {
    expect(text).toBe(
      `${JSON.stringify(
        {
          schema: "openai-key-guard/report/v1",
          tool: { name: "openai-key-guard", version: "0.1.0" },
          conclusion: "leaked",
          counts: {
            live: 1,
            waiting: 0,
            unconfirmed: 0,
            unsure: 0,
            stranger: 0,
            unchecked: 0,
            suspected: 0,
            expiring: 0,
            limited: 0,
            inactive: 0,
            fake: 0,
            resolved: 0,
            preexisting: 0,
            ignored: 0,
          },
          change: { kind: "range", base: "b".repeat(40), head: HEAD },
          coverage: { commits: 3, blobs: 17, bytes: 51_234, texts: 2, milliseconds: 85 },
          silent: { publishedExamples: 0, placeholders: 0, sequences: 0, repetitions: 0 },
          findings: [
            {
              fingerprint: one.fingerprint,
              state: "live",
              kind: "project",
              confidence: "certain",
              mask: one.mask,
              sightings: [
                {
                  where: "file",
                  path: "src/app.ts",
                  line: 3,
                  column: 14,
                  commit: "c".repeat(40),
                  author: "Ada",
                  at: "2026-11-20T10:00:00.000Z",
                  encoding: "plain",
                  member: null,
                  inHead: true,
                  preexisting: false,
                },
              ],
              identity: {
                kind: "ours",
                record: {
                  id: "key_1",
                  name: "ci",
                  redacted: record.redacted,
                  home: { kind: "project", id: "proj_1", name: "Web" },
                  owner: { kind: "user", id: "user-1", name: "Ada" },
                  createdAt: "2026-01-01T00:00:00.000Z",
                  lastUsedAt: null,
                  expiresAt: null,
                },
                chance: one.identity.kind === "ours" && one.identity.chance,
              },
              possession: "proven",
              validity: { kind: "active", because: "accepted" },
              impact: null,
              decision: { kind: "leave", because: "report-only" },
              outcome: { kind: "left", because: "report-only" },
              earlier: null,
              keptIn: [],
              rotation: null,
              response: {
                exposedAt: "2026-11-20T10:00:00.000Z",
                exposedAtIs: "committed",
                foundAt: "2026-11-20T10:03:00.000Z",
                identifiedAt: "2026-11-20T10:03:00.000Z",
                containedAt: null,
                verifiedAt: null,
                secondsExposed: null,
              },
              containable: true,
              ignored: null,
              blocks: true,
            },
          ],
          gaps: [{ kind: "missing-object", detail: missing.detail }],
          askedAs: null,
          unfinished: [],
        },
        null,
        2,
      )}\n`,
    );
  });

  test("tells of a revoked key the deed and its time, and not the record twice", () => {
    const [told] = JSON.parse(renderJson(report([revoked()]), "0.1.0")).findings;
    expect(told.decision).toEqual({ kind: "revoke" });
    expect(told.outcome).toEqual({
      kind: "contained",
      by: "revoke",
      verified: true,
      at: "2026-11-20T10:03:00.000Z",
      endsAt: null,
      scopesBefore: null,
    });
  });

  test("lists the keys in the order in which they want attention, whatever order they were found in", () => {
    const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
    const findings = [revoked({ seed: "b" }), finding(), own];
    const told = JSON.parse(renderJson(report(findings), "0.1.0")).findings;
    expect(told.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(
      findings.toReversed().map(({ fingerprint }) => fingerprint),
    );
  });

  test("names the globs of files and the name of a stream", () => {
    expect(changeOf({ change: { kind: "files", globs: ["**/*.ts"] } })).toEqual({ kind: "files", globs: ["**/*.ts"] });
    expect(changeOf({ change: { kind: "stdin", name: "diff" } })).toEqual({ kind: "stdin", name: "diff" });
  });

  test("calls a time that no calendar has unknown", () => {
    const times = [new Date(Number.NaN), new Date(8.64e15), new Date("-000001-01-01T00:00:00Z")];
    const sightings = times.map((at) => sighting({ at }));
    const told = JSON.parse(renderJson(report([finding({ sightings })]), "0.1.0"));
    expect(told.findings[0].sightings.map(({ at }: { at: unknown }) => at)).toEqual([null, null, null]);
    expect(errorsOf(told)).toEqual([]);
  });

  test("reads back as it was written, and obeys nobody who prints it", () => {
    const path = "a\u202eb\u009b2J##[error]\ud800\u{e0041}::x";
    const text = renderJson(report([finding({ sightings: [sighting({ path })] })]), "0.1.0");
    expect(JSON.parse(text).findings[0].sightings[0].path).toBe(path);
    expect(text).toMatch(/^[\x20-\x7e\n…]+$/);
    expect(text).not.toMatch(/##\[/);
  });

  test("holds no key, even where a name does", () => {
    const key = createFakeKey("project", "name");
    const record = recordOf(key, { name: `old ${key}` });
    const one = finding({
      identity: { kind: "ours", chance: 0, record },
      sightings: [sighting({ path: `keys/${key}.txt`, author: key })],
    });
    const text = renderJson(report([one], { gaps: [{ kind: "unreadable", detail: key }] }), "0.1.0");
    expect(text).not.toContain(key.slice(20, 60));
    expect(text).toContain('"name": "old sk-…"');
  });

  test("counts the keys by state, as each says its own", () => {
    const inCode = revoked({ seed: "b", sightings: [sighting()] });
    const { counts, findings } = JSON.parse(renderJson(report([finding(), inCode, revoked({ seed: "c" })]), "0.1.0"));
    expect(counts).toMatchObject({ live: 1, inactive: 1, resolved: 1, ignored: 0 });
    expect(findings.map(({ state }: { state: string }) => state).toSorted()).toEqual(["inactive", "live", "resolved"]);
  });

  test("counts the texts that are silent on purpose", () => {
    const silent = countSilent(["placeholder", "published-example", "placeholder"]);
    const written = JSON.parse(renderJson(report([], { silent }), "0.1.0"));
    expect(written.silent).toEqual({ publishedExamples: 1, placeholders: 2, sequences: 0, repetitions: 0 });
  });

  test("always fits its schema, which describes each of its fields, and counts each key once", () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const written = JSON.parse(renderJson(one, "0.1.0"));
        expect(errorsOf(written)).toEqual([]);
        expect(undescribedIn(written)).toEqual([]);
        const counted = Object.values(written.counts as Record<string, number>).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(one.findings.length);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});

describe("the schema", () => {
  test.each([
    ["an unknown word", (one: ReturnType<typeof told>) => (one.findings[0].validity.because = "guessed")],
    ["a reason that belongs to another state", (one) => (one.findings[0].validity.because = "refused")],
    ["a state that is not known", (one) => (one.findings[0].state = "dead")],
    ["counts without a state", (one) => delete one.counts.live],
    ["a report without its findings", (one) => delete one.findings],
    ["a missing null", (one) => delete one.findings[0].impact],
    ["a mask that shows more than four characters", (one) => (one.findings[0].mask = "sk-proj-abcd…efgh")],
    ["a line before the first", (one) => (one.findings[0].sightings[0].line = 0)],
    ["a time without its zone", (one) => (one.findings[0].sightings[0].at = "2026-11-20 10:00")],
    ["a shortened commit", (one) => (one.change.head = "1a2b3c4")],
  ])("refuses %s", (_, spoil) => {
    const one = told();
    expect(errorsOf(one)).toEqual([]);
    spoil(one);
    expect(errorsOf(one)).not.toEqual([]);
  });

  test.each<[name: string, place: (one: ReturnType<typeof told>) => object]>([
    ["a report", (one) => one],
    ["the counts", (one) => one.counts],
    ["the coverage", (one) => one.coverage],
    ["a finding", (one) => one.findings[0]],
    ["a sighting", (one) => one.findings[0].sightings[0]],
    ["an outcome", (one) => one.findings[0].outcome],
    ["a change", (one) => one.change],
    ["a gap", (one) => one.gaps[0]],
  ])("lets %s gain a field", (_, place) => {
    const one = told();
    Object.assign(place(one), { added: { later: true } });
    expect(errorsOf(one)).toEqual([]);
    expect(undescribedIn(one)).not.toEqual([]);
  });

  test("has room for what is to come", () => {
    const one = told();
    Object.assign(one.findings[0], {
      impact: {
        since: "2026-11-20T10:00:00Z",
        asOf: "2026-11-20T11:00:00Z",
        requests: 12,
        inputTokens: 3400,
        outputTokens: null,
        cost: { value: 0.42, currency: "usd" },
        models: ["m"],
        byModel: [{ model: "m", requests: 12, inputTokens: 3400, outputTokens: null }],
        changes: [],
        createdBy: { kind: "user", id: "user-1", name: null },
        untold: [{ source: "audit-log", because: "off" }],
      },
      decision: { kind: "quarantine" },
      outcome: { kind: "rehearsed", because: "would-expire" },
      ignored: { kind: "ignored", reason: "key of the demo", until: "2027-01-31" },
    });
    expect(errorsOf(one)).toEqual([]);
  });
});
