import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Log, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { type Finding, isBlocking } from "../../../src/domain/finding.ts";
import { concludeRun, restrictReport } from "../../../src/domain/report.ts";
import { formatSafeJson } from "../../../src/report/safe-json.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { EVERY_STATE } from "../every-state.ts";
import { renderSarif } from "../render.ts";
import { context, dead, finding, HEAD, keyless, missing, NOW, removed, report, revoked, unknown } from "../stories.ts";

// The official schema is of JSON Schema's draft 4, which the ajv that comes with it still reads.
const beside = createRequire(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json"));
const read = (name: string) => JSON.parse(readFileSync(beside.resolve(name), "utf8"));
const Ajv4 = beside("ajv");
const ajv = new Ajv4({ schemaId: "id", allErrors: true, meta: false });
ajv.addMetaSchema(read("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(read("./lib/schemas/sarif-2.1.0-rtm.5.json"));
const errorsOf = (value: unknown) => (validate(value) ? [] : validate.errors);

const logOf = (one: Parameters<typeof renderSarif>[0]) => JSON.parse(renderSarif(one, context)) as Log;
const runOf = (findings: readonly Finding[], differing: Parameters<typeof report>[1] = {}): Run =>
  logOf(report(findings, differing)).runs[0] as Run;
const placesOf = ({ results = [] }: Run) =>
  results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
const noticesOf = ({ invocations = [] }: Run) => invocations[0]?.toolExecutionNotifications ?? [];
const rulesOf = ({ tool }: Run) => tool.driver.rules ?? [];

describe("SARIF", () => {
  test("names the tool, the commit and the place of a key, and says first what it is", () => {
    const one = finding();
    const run = runOf([one]);
    expect(run.tool.driver).toMatchObject({ name: "openai-key-guard", version: "0.1.0", semanticVersion: "0.1.0" });
    expect(run.versionControlProvenance?.[0]).toMatchObject({
      repositoryUri: "https://github.com/acme/web",
      revisionId: HEAD,
    });
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    const [result] = run.results ?? [];
    expect(result).toMatchObject({
      ruleId: "leaked-openai-project-key",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "src/app.ts", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 14 },
          },
        },
      ],
      partialFingerprints: { "openaiKeyFingerprint/v1": `${one.fingerprint}:src/app.ts` },
    });
    expect(run.columnKind).toBe("utf16CodeUnits");
    const text = result?.message.text ?? "";
    expect(text).toMatch(
      /^The OpenAI project key sk-proj-….{4} \([0-9a-f]{16}\) works: OpenAI accepts it\.\nRevoke it now\. Delete ci .+\n1\. /,
    );
    expect(text).toContain("\nWhose: yours: ci, project Web, owner Ada.");
    expect(text).toContain("\nWhere: src/app.ts:3:14.\n");
  });

  test("tells whoever may know little no names", () => {
    const text = renderSarif(restrictReport(report([finding()]), "minimal"), context);
    expect(text).not.toMatch(/Ada|Web\b/);
    expect(text).toContain("sk-proj-… (");
  });

  test.each([
    ["active", finding(), "error", "leaked-openai-project-key", 9.5],
    ["unknown", finding({ validity: unknown }), "error", "leaked-openai-project-key", 9.5],
    ["inactive and in the head", finding({ validity: dead }), "error", "inactive-openai-project-key", 2],
    ["inactive and let pass", finding({ validity: dead, blocks: false }), "note", "inactive-openai-project-key", 2],
    ["active and let pass", finding({ blocks: false }), "warning", "leaked-openai-project-key", 9.5],
    [
      "unknown and let pass",
      finding({ validity: unknown, blocks: false }),
      "warning",
      "leaked-openai-project-key",
      9.5,
    ],
    ["an active admin", finding({ family: "admin" }), "error", "leaked-openai-admin-key", 10],
    ["a suspected", finding({ kind: "suspected", confidence: "suspected" }), "error", "leaked-suspected-openai-key", 5],
  ] as const)("weighs what is %s by its level, and by the severity of its rule", (_, one, level, id, severity) => {
    const run = runOf([one]);
    const [result] = run.results ?? [];
    expect([result?.level, result?.ruleId]).toEqual([level, id]);
    const rule = rulesOf(run)[result?.ruleIndex ?? -1];
    expect(rule?.id).toBe(id);
    expect(rule?.properties?.["security-severity"]).toBe(severity.toFixed(1));
    expect(rule?.properties?.tags).toContain("security");
  });

  test("a dead key that is gone from the files has no alert any more, and an ignored one none", () => {
    const ignored = { kind: "ignored", reason: "a key of the documentation", until: null } as const;
    const run = runOf([revoked(), finding({ seed: "i", ignored })]);
    expect(run.results).toEqual([]);
    expect(noticesOf(run)).toMatchObject([{ descriptor: { id: "ignored-key" }, level: "note" }]);
    expect(noticesOf(run)[0]?.message.text).toMatch(/is ignored: a key of the documentation$/);
    expect(runOf([finding({ ignored: { ...ignored, kind: "expired" } })]).results).toHaveLength(1);
  });

  test("of a dead key only the places that still have it are told, and of one that works all", () => {
    const sightings = [sighting({ path: "here.ts" }), removed({ path: "gone.ts" })];
    expect(placesOf(runOf([finding({ sightings, validity: dead })]))).toEqual(["here.ts"]);
    expect(placesOf(runOf([finding({ sightings })]))).toEqual(["here.ts", "gone.ts"]);
  });

  test("a line is told only where the head has it, and an archive has none", () => {
    const sightings = [
      sighting({ path: "a.zip", member: "x/.env", line: null, column: null }),
      removed({ path: "gone.ts", line: 7 }),
    ];
    const { results = [] } = runOf([finding({ sightings })]);
    expect(results.map(({ locations }) => locations?.[0]?.physicalLocation?.region)).toEqual([
      { startLine: 1 },
      { startLine: 1 },
    ]);
    expect(results[0]?.message.text).toContain("Where: a.zip › x/.env and 1 more place.");
    expect(results[1]?.message.text).toContain("Where: gone.ts:7:14, in commit ccccccc, since removed.");
    expect(results[1]?.message.text).toContain("is here too. The alert at a.zip › x/.env says what to do.");
  });

  test("paths are encoded, and none leads out of the repository", () => {
    const path = "a b/ä#?%:x\u202e.env";
    expect(placesOf(runOf([finding({ sightings: [sighting({ path })] })]))).toEqual([
      "a%20b/%C3%A4%23%3F%25%3Ax%E2%80%AE.env",
    ]);
    for (const outside of ["/etc/passwd", "../up.ts", "a/../../b", "//server/x", "."]) {
      const run = runOf([finding({ sightings: [sighting({ path: outside })] })]);
      expect(run.results, outside).toEqual([]);
      expect(noticesOf(run)[0]?.descriptor?.id).toBe("key-outside-files");
    }
  });

  test("the fingerprint of an alert stays when its line moves, and differs from file to file", () => {
    const printsOf = (sightings: Finding["sightings"]) =>
      runOf([finding({ sightings })]).results?.map((one) => one.partialFingerprints?.["openaiKeyFingerprint/v1"]);
    expect(printsOf([sighting({ line: 3 })])).toEqual(printsOf([sighting({ line: 30 })]));
    const three = printsOf([sighting(), sighting({ line: 9 }), sighting({ path: "b.ts" })]) ?? [];
    expect(new Set(three).size).toBe(3);
  });

  test("a key where no file is has no result, which GitHub would refuse, and is told all the same", () => {
    const places = [
      sighting({ where: "commit-message", path: null }),
      sighting({ where: "pull-request", path: null }),
      sighting({ where: "path", path: "refs/heads/x" }),
    ];
    for (const one of places) {
      const run = runOf([finding({ sightings: [one] })]);
      expect(run.results).toEqual([]);
      expect(noticesOf(run)).toMatchObject([{ descriptor: { id: "key-outside-files" }, level: "error" }]);
      expect(noticesOf(run)[0]?.message.text).toMatch(
        /was found in (?:message|text|name) .+ Works\? yes: OpenAI accepts it\. Code scanning can only show alerts in files\./,
      );
    }
  });

  test("a run that could not see everything was no success, and says what it missed", () => {
    const run = runOf([], { gaps: [missing] });
    expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
    const text = `Not read (missing object): ${missing.detail}`;
    expect(noticesOf(run)).toMatchObject([
      { descriptor: { id: "gap-missing-object" }, level: "error", message: { text } },
    ]);
    const choice = runOf([], { gaps: [keyless] });
    expect(choice.invocations?.[0]?.executionSuccessful).toBe(true);
    expect(noticesOf(choice)[0]?.level).toBe("note");
  });

  test("what an earlier run began and never ended is told", () => {
    const run = runOf([], { unfinished: [{ fingerprint: "0123456789abcdef", id: "key_1", act: "revoke", at: NOW }] });
    expect(noticesOf(run)).toMatchObject([{ descriptor: { id: "unfinished-containment" }, level: "warning" }]);
    expect(noticesOf(run)[0]?.message.text).toMatch(
      /^An earlier run began revoking key_1 on 20 Nov 2026, 10:03 UTC .+ Fingerprint: 0123456789abcdef\.$/,
    );
  });

  test("names of others make no links in messages", () => {
    const path = "[see](https://x.example).ts";
    for (const { message } of runOf([finding({ sightings: [sighting({ path }), sighting({ path, line: 4 })] })])
      .results ?? [])
      expect(message.text).not.toContain("](");
  });

  test("stays under what GitHub keeps, gives every key a place, and says what is left out", () => {
    const many = Array.from({ length: 300 }, (_, index) => sighting({ path: `deep/file-${index}.ts` }));
    const findings = Array.from({ length: 400 }, (_, index) => finding({ seed: `many-${index}`, sightings: many }));
    const run = runOf(findings);
    const keys = new Set(run.results?.map((one) => one.properties?.["fingerprint"]));
    expect(run.results?.length).toBeLessThanOrEqual(5000);
    expect(keys.size).toBe(400);
    expect(noticesOf(run)[0]?.message.text).toBe(
      "115,200 places of other keys did not fit into this file. The JSON report has all of it.",
    );
    const [alone] = [runOf([finding({ sightings: many })])];
    expect(alone?.results).toHaveLength(100);
  });

  test("stays under what GitHub takes, however long the paths are", () => {
    const noise = (index: number) => createHash("sha512").update(String(index)).digest("hex").repeat(28);
    const many = Array.from({ length: 300 }, (_, index) => sighting({ path: `${noise(index)}${index}.ts` }));
    const length = 20;
    const findings = Array.from({ length }, (_, index) => finding({ seed: `long-${index}`, sightings: many }));
    const text = renderSarif(report(findings), context);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(text.length).toBeLessThan(16_000_000);
  });

  test.each([
    ["quarantined", "is quarantined: it can only read the names of models."],
    ["expiring", "works until it expires: OpenAI accepts it."],
    ["revoked", "does not work, but is still in the code: it was deleted."],
    ["unchecked", "may work: it was not tried."],
  ] as const)("of %s says in the first sentence whether the key works", (state, sentence) => {
    const [result] = logOf(EVERY_STATE[state]).runs[0]?.results ?? [];
    expect(result?.message.text?.split("\n")[0]).toMatch(new RegExp(`\\) ${sentence.replaceAll(".", "\\.")}$`));
  });

  test("every rule tells what to do, in text and in Markdown, and leads to the page on leaked keys", () => {
    for (const rule of rulesOf(runOf([]))) {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(rule.helpUri).toMatch(/\/docs\/leaked-key\.md$/);
      expect(rule.help?.text).toMatch(/\n/);
      expect(rule.help?.markdown).toMatch(/\n1\. /);
      expect(rule.shortDescription?.text).toMatch(/^An? .+\.$/);
    }
  });

  test("is SARIF by the official schema, with places that GitHub takes, whatever the report", () => {
    expect(errorsOf({ ...logOf(report()), version: "2.0.0" })).toHaveLength(1);
    const rules = new Set(rulesOf(runOf([])).map(({ id }) => id));
    fc.assert(
      fc.property(anyReport, (one) => {
        const text = renderSarif(one, context);
        const log = JSON.parse(text) as Log;
        expect(errorsOf(log)).toEqual([]);
        for (const run of log.runs) {
          for (const { ruleId, ruleIndex, locations, message } of run.results ?? []) {
            expect(rules.has(ruleId ?? "")).toBe(true);
            expect(rulesOf(run)[ruleIndex ?? -1]?.id).toBe(ruleId);
            const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
            const at = new URL(uri, "https://root.example/top/");
            expect(at.href.startsWith("https://root.example/top/") && uri !== "", uri).toBe(true);
            expect(message.text).not.toContain("](");
          }
          for (const { descriptor } of noticesOf(run))
            expect(run.tool.driver.notifications?.[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("can be printed: no terminal and no runner obeys anything in it", () => {
    const raw = "a\u202eb\u009b2J##[error]\u{e0041}::x";
    expect(formatSafeJson({ raw })).toMatch(/^[\x20-\x7e\n]+$/);
    expect(formatSafeJson({ raw })).not.toContain("##[");
    expect(JSON.parse(formatSafeJson({ raw }))).toEqual({ raw });
    fc.assert(
      fc.property(anyReport, (one) => {
        const text = renderSarif(one, context);
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\[/u);
        expect(text).not.toMatch(/^\s*::/m);
      }),
      { numRuns: RUNS },
    );
  });

  test("has an error where the run fails, and none where it passes", () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom("leak", "active", "never" as const), (any, failOn) => {
        const one = { ...any, findings: any.findings.map((each) => ({ ...each, blocks: isBlocking(each, failOn) })) };
        const { results = [], ...run } = logOf(one).runs[0] as Run;
        const levels = [...results, ...noticesOf(run)].map(({ level }) => level);
        expect(levels.includes("error")).toBe(concludeRun(one) !== "clean");
      }),
      { numRuns: RUNS },
    );
  });
});
