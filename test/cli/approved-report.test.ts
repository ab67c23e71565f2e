import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseApprovedReport } from "../../src/cli/approved-report.ts";
import { detect } from "../../src/detect/detect.ts";
import { countSilent } from "../../src/domain/candidate.ts";
import type { Change } from "../../src/domain/change.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { Report } from "../../src/domain/report.ts";
import { computeFingerprint, Secret } from "../../src/domain/secret.ts";
import { UsageError } from "../../src/errors.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { renderJson } from "../../src/report/json.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { scanChange } from "../../src/scan/scan.ts";
import { openRange } from "../../src/sources/range/range.ts";
import { policy as policyOf } from "../support/facts.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";
import { createTestWorld } from "../support/world.ts";

const HEAD = "a".repeat(40);
const BASE = "b".repeat(64);

function reportOf(change: Change): string {
  const coverage = { commits: 1, blobs: 1, bytes: 1, texts: 0, milliseconds: 1 };
  return renderJson(
    { change, coverage, findings: [], gaps: [], unfinished: [], askedAs: null, silent: countSilent([]) },
    "1.0.0",
  );
}

/** A report with some of its fields replaced. */
function tampered(fields: object, text = reportOf({ kind: "range", base: BASE, head: HEAD })): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), ...fields });
}

describe("a report is read back", () => {
  test.each<[string, Change]>([
    ["a range", { kind: "range", base: BASE, head: HEAD }],
    ["all that a head has", { kind: "range", base: null, head: HEAD }],
    ["a history", { kind: "history", unreachable: true }],
    ["what was staged", { kind: "staged" }],
    ["files", { kind: "files", globs: ["src/**", "!x"] }],
  ])("of %s, as it was written", (_name, change) => {
    expect(parseApprovedReport(reportOf(change))).toEqual({ change, fingerprints: new Set() });
  });

  test("with a byte order mark, as editors leave one", () => {
    expect(parseApprovedReport(`\ufeff${reportOf({ kind: "staged" })}`).change).toEqual({ kind: "staged" });
  });

  test("with the fingerprint of each key", () => {
    const [one, other] = [computeFingerprint("one"), computeFingerprint("other")];
    const text = tampered({ findings: [{ fingerprint: one }, { fingerprint: other, kind: "project" }] });
    expect(parseApprovedReport(text).fingerprints).toEqual(new Set([one, other]));
  });
});

describe("what is no report of ours is refused, with what would work", () => {
  const key = createFakeKey("project", "approved");
  test.each([
    ["nothing", "", /not a JSON object. Use the report that/],
    ["Markdown", "# Report", /not a JSON object/],
    ["a list", "[]", /not a JSON object/],
    ["half a report", reportOf({ kind: "staged" }).slice(0, 90), /not a JSON object/],
    ["UTF-16, as a shell writes it", Buffer.from("\ufeff{}", "utf16le").toString("utf8"), /not in UTF-8/],
    ["SARIF", JSON.stringify({ version: "2.1.0", runs: [] }), /SARIF/],
    ["an audit file", JSON.stringify({ v: 1, event: "begin" }), /audit file/],
    ["other JSON", JSON.stringify({ schema: key }), /not one of openai-key-guard/],
    [
      "a later version",
      tampered({ schema: "openai-key-guard/report/v2" }),
      /version v2, but this openai-key-guard reads v1/,
    ],
    ["findings that are none", tampered({ findings: {} }), /findings is not a list/],
    ["a finding without a key", tampered({ findings: [null] }), /findings\[0\]\.fingerprint/],
    ["a finding with a key's text", tampered({ findings: [{ fingerprint: key }] }), /findings\[0\]\.fingerprint/],
    ["no change", tampered({ change: null }), /change is missing/],
    ["another kind of change", tampered({ change: { kind: "clipboard" } }), /change\.kind/],
    ["a branch", tampered({ change: { kind: "range", base: null, head: "main" } }), /change\.head/],
    ["an option", tampered({ change: { kind: "range", base: "--all", head: HEAD } }), /change\.base/],
    ["no base", tampered({ change: { kind: "range", head: HEAD } }), /change\.base/],
    ["a history of some kind", tampered({ change: { kind: "history", unreachable: 1 } }), /change\.unreachable/],
    ["no globs", tampered({ change: { kind: "files", globs: "**" } }), /change\.globs/],
    ["a stream", reportOf({ kind: "stdin", name: "x" }), /standard input.*Pipe the same text/],
    ["a comment", reportOf({ kind: "texts", of: "a comment" }), /texts of an event.*in the workflow/],
  ])("%s", (_name, text, words) => {
    const read = () => parseApprovedReport(text);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(words);
    expect(read).not.toThrow(key);
  });

  test("whatever the text is, it is read or refused, and what is read is of the right form", () => {
    const change = fc.record({
      kind: fc.constantFrom("range", "files", "history", "staged"),
      base: fc.anything(),
      head: fc.anything(),
      globs: fc.anything(),
      unreachable: fc.anything(),
    });
    const findings = fc.array(fc.record({ fingerprint: fc.oneof(fc.anything(), fc.constant("0123456789abcdef")) }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ change, findings })), (fields) => {
        try {
          const { fingerprints, change: named } = parseApprovedReport(tampered(fields as object));
          for (const one of fingerprints) expect(one).toMatch(/^[0-9a-f]{16}$/);
          if (named.kind === "range") expect(`${named.base} ${named.head}`).toMatch(/^(?:null|[0-9a-f]+) [0-9a-f]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});

describe("a report that is handed back grants what a person saw, and no more", () => {
  const clock = new TestClock();
  let openai: OpenAISandbox;
  let repo: GitRepo;
  let base: string;
  beforeAll(async () => {
    [openai, repo] = await Promise.all([startOpenAI({ propagation: 0, clock }), gitRepo()]);
    base = await repo.commit({ "README.md": "# Shop\n" }, "base");
    return async () => {
      await Promise.all([openai.close(), repo[Symbol.asyncDispose]()]);
    };
  });

  /** An organisation of its own, with two keys of its own that a commit brings, and somebody's whom it does not know. */
  async function leaked(seed: string) {
    const acme = openai.organization(seed);
    const [ada, web] = [acme.user("Ada"), acme.project("Web")];
    const createdAt = Date.UTC(2026, 9, 31) / 1000;
    const [one, other] = [acme.userKey(web, ada, { createdAt }), acme.userKey(web, ada, { createdAt })];
    const strangers = openai.organization(`${seed}x`);
    const foreign = strangers.userKey(strangers.project("Web"), strangers.user("Eve"));
    const decoy = createDecoy(acme.userKey(web, ada, { createdAt }).text);
    const adminKey = new Secret(acme.adminKey(ada).text);
    const before = await repo.oid("HEAD");
    const head = await repo.commit(
      { "a.ts": `"${one.text}"\n`, "b.ts": `"${other.text}"\n`, "c.ts": `"${foreign.text}"\n`, "d.ts": `"${decoy}"\n` },
      seed,
    );
    const look = async (ends: { base: string | null; head: string }, policy: Partial<Policy>): Promise<Report> => {
      const environment = { PATH: process.env["PATH"] };
      const { change, source } = await openRange({ repo: repo.dir, ...ends, environment, includes: () => true });
      const registry = createOpenAIRegistry(hostOf(openai), adminKey, { clock });
      const world = createTestWorld({ source, detect, registry }, clock);
      return await scanChange(change, world, policyOf(policy));
    };
    /** What `contain REPORT` does. */
    const contain = async (text: string): Promise<Report> => {
      const { change, fingerprints } = parseApprovedReport(text);
      if (change.kind !== "range") throw new Error("these reports are about ranges");
      return await look(change, { onLeak: "revoke", approved: fingerprints });
    };
    const first = await look({ base: before, head }, { onLeak: "report" });
    return { acme, one, other, foreign, decoy, before, head, contain, text: renderJson(first, "1.0.0") };
  }

  const outcomeOf = ({ findings }: Report, text: string) =>
    findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text))?.outcome;

  test("the keys in it are contained, and no others", async () => {
    const { one, other, contain, text } = await leaked("ones");
    const parsed = JSON.parse(text) as { findings: { fingerprint: string }[] };
    const findings = parsed.findings.filter(({ fingerprint }) => fingerprint === computeFingerprint(one.text));
    expect(findings).toHaveLength(1);
    const report = await contain(tampered({ findings }, text));
    expect(outcomeOf(report, one.text)).toMatchObject({ kind: "contained", by: "revoke" });
    expect(outcomeOf(report, other.text)).toEqual({ kind: "left", because: "not-approved" });
    expect([one.deletedAt, other.deletedAt]).toEqual([expect.any(Number), null]);
  });

  test("twice: the second time there is nothing left to do", async () => {
    const { one, other, contain, text } = await leaked("twice");
    await contain(text);
    const before = openai.requests.filter(({ method }) => method === "DELETE").length;
    const report = await contain(text);
    expect([outcomeOf(report, one.text)?.kind, outcomeOf(report, other.text)?.kind]).toEqual(["left", "left"]);
    expect(openai.requests.filter(({ method }) => method === "DELETE")).toHaveLength(before);
  });

  test.each<[string, (of: Awaited<ReturnType<typeof leaked>>) => object]>([
    [
      "a key that is not in the change",
      ({ acme }) => ({
        findings: [{ fingerprint: computeFingerprint(acme.userKey(acme.project("X"), acme.user("Bob")).text) }],
      }),
    ],
    ["a stranger's key", ({ foreign }) => ({ findings: [{ fingerprint: computeFingerprint(foreign.text) }] })],
    ["a decoy", ({ decoy }) => ({ findings: [{ fingerprint: computeFingerprint(decoy) }] })],
    ["no key", () => ({ findings: [] })],
    ["commits without the keys", ({ before }) => ({ change: { kind: "range", base: null, head: before } })],
    ["commits whose base has the keys already", ({ head }) => ({ change: { kind: "range", base: head, head } })],
    [
      "findings that say they are decided and proven",
      ({ foreign, decoy }) => ({
        findings: [foreign.text, decoy].map((text) => ({
          fingerprint: computeFingerprint(text),
          confidence: "certain",
          identity: { kind: "ours", record: { id: "key_1" } },
          possession: "proven",
          validity: { kind: "active", because: "accepted" },
          decision: { kind: "revoke" },
          containable: true,
        })),
      }),
    ],
  ])("tampered with to name %s, it contains nothing", async (name, fields) => {
    const all = await leaked(`t${computeFingerprint(name).replaceAll(/\d/g, "z").slice(0, 8)}`);
    const report = await all.contain(tampered(fields(all), all.text));
    expect(report.findings.filter(({ outcome }) => outcome.kind !== "left")).toEqual([]);
    for (const { deletedAt } of [...all.acme.keys, all.foreign]) expect(deletedAt).toBeNull();
  });

  test("with commits that are not here it says so", async () => {
    const { contain, text } = await leaked("absent");
    const error = await contain(tampered({ change: { kind: "range", base, head: HEAD } }, text)).catch(
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(UsageError);
  });
});
