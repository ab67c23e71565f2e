import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import type { Report } from "../../src/domain/report.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { type Stake, stake } from "./stake.ts";

/** A key of the same kind with this key's visible ends, of which there are as many as somebody likes. */
function lookAlike({ text }: Key, seed: string): string {
  return createFakeKey("service-account", seed).slice(0, -4) + text.slice(-4);
}

function findingOf({ findings }: Report, text: string): Finding {
  const { fingerprint } = new Secret(text);
  const finding = findings.find((one) => one.fingerprint === fingerprint);
  if (!finding) throw new Error("the key was not found");
  return finding;
}

/** Holds the log of writes, and every key of the organisation, against what may have been touched. */
function expectTouched(at: Stake, ...keys: readonly Key[]): void {
  const touched = at.writes().map(({ path }) => path.split("/").at(-1));
  expect(new Set(touched)).toEqual(new Set(keys.map(({ id }) => id)));
  for (const key of at.acme.keys) {
    if (keys.includes(key)) continue;
    expect([key.id, key.deletedAt, key.scopes, key.expiresAt]).toEqual([key.id, null, null, null]);
  }
}

const outcomeOf = (report: Report, { text }: { text: string }) => findingOf(report, text).outcome;
const revoked = { kind: "contained", by: "revoke", verified: true, stopped: true };

describe.concurrent("somebody who has seen a production key's redacted value", () => {
  test("writes a decoy with its ends, and nothing happens to it", async () => {
    await using at = await stake();
    const decoy = createDecoy(at.production.text);
    const report = await at.over([decoy]);
    expect(findingOf(report, decoy)).toMatchObject({
      identity: { kind: "ours", record: { id: at.production.id } },
      possession: "not-accepted",
      outcome: { kind: "left", because: "not-accepted" },
      containable: false,
    });
    expectTouched(at);
  });

  test("writes so many decoys that the cap is reached, and the key that leaked is revoked all the same", async () => {
    await using at = await stake();
    const leaked = at.acme.accountKey(at.web, "leaked");
    const decoys = Array.from({ length: 100 }, (_, index) => lookAlike(at.production, `decoy ${index}`));
    const report = await at.over([...decoys, leaked.text], { maxContained: 1 });
    expect(report.findings).toHaveLength(101);
    expect(outcomeOf(report, leaked)).toMatchObject(revoked);
    expectTouched(at, leaked);
  });

  test("puts the ends on a key of their own, which works, and nothing happens to either", async () => {
    await using at = await stake();
    const evil = at.openai.organization("evil");
    const theirs = evil.accountKey(evil.project("x"), "y", { text: lookAlike(at.production, "theirs") });
    const report = await at.over([theirs.text]);
    expect(findingOf(report, theirs.text)).toMatchObject({
      identity: { kind: "ours", record: { id: at.production.id } },
      possession: "someone-else",
      outcome: { kind: "left", because: "someone-else" },
    });
    expect(theirs.deletedAt).toBe(null);
    expectTouched(at);
  });

  test("gains nothing by having decoys approved", async () => {
    await using at = await stake();
    const decoy = createDecoy(at.production.text);
    const approved = new Set([new Secret(decoy).fingerprint, new Secret(at.production.text).fingerprint]);
    const report = await at.over([decoy], { approved });
    expect(outcomeOf(report, { text: decoy })).toEqual({ kind: "left", because: "not-accepted" });
    expectTouched(at);
  });
});

describe.concurrent("who leaks more of our own keys than may be contained", () => {
  test("has none of them contained: a person has to look", async () => {
    await using at = await stake();
    const leaked = ["a", "b", "c"].map((name) => at.acme.accountKey(at.web, name));
    const report = await at.over(
      leaked.map(({ text }) => text),
      { maxContained: 2 },
    );
    expect(report.findings.map(({ outcome }) => outcome)).toEqual(
      leaked.map(() => ({ kind: "left", because: "too-many" })),
    );
    expect(report.findings.every(({ blocks, containable }) => blocks && containable)).toBe(true);
    expectTouched(at);
  });

  test("does not reach the cap with a stranger's keys", async () => {
    await using at = await stake();
    const other = at.openai.organization("other");
    const theirs = Array.from({ length: 5 }, (_, index) => other.accountKey(other.project("x"), `y ${index}`));
    const report = await at.over(
      [...theirs, at.production].map(({ text }) => text),
      { maxContained: 1 },
    );
    expect(outcomeOf(report, at.production)).toMatchObject(revoked);
    expect(theirs.every(({ deletedAt }) => deletedAt === null)).toBe(true);
    expectTouched(at, at.production);
  });
});

describe.concurrent("a key that is protected", () => {
  test.for([
    ["its name in another case", "produktion KÖLN"],
    ["its name with spaces around", "  Produktion Köln "],
    ["its name with its accents coded apart", "Produktion Köln".normalize("NFD")],
    ["its name in wide letters", "Ｐroduktion Köln"],
    ["its project's name", "WEB"],
    ["its owner's name", "Production"],
  ] as const)("is left alone, by %s", async ([, name]) => {
    await using at = await stake();
    const report = await at.over([at.production.text], { protect: [name] });
    expect(outcomeOf(report, at.production)).toEqual({ kind: "left", because: "protected" });
    expectTouched(at);
  });

  test("by its id is left alone, and so is the Admin API key of the run itself", async () => {
    await using at = await stake();
    const ownKey = new Secret(at.admin.text).fingerprint;
    const report = await at.over([at.production.text, at.admin.text], { protect: [at.production.id], ownKey });
    expect(outcomeOf(report, at.production)).toEqual({ kind: "left", because: "protected" });
    expect(outcomeOf(report, at.admin)).toEqual({ kind: "left", because: "own-admin-key" });
    expectTouched(at);
  });
});

describe.concurrent("a key that is not plainly one of ours", () => {
  test("is left alone where two records fit it", async () => {
    await using at = await stake();
    at.acme.accountKey(at.web, "twin", { text: lookAlike(at.production, "twin") });
    const report = await at.over([at.production.text]);
    expect(findingOf(report, at.production.text)).toMatchObject({
      identity: { kind: "ambiguous" },
      outcome: { kind: "left", because: "ambiguous" },
    });
    expectTouched(at);
  });

  test("is somebody else's, and neither tried nor touched", async () => {
    await using at = await stake();
    const other = at.openai.organization("other");
    const theirs = other.accountKey(other.project("x"), "y");
    const report = await at.over([theirs.text]);
    expect(outcomeOf(report, theirs)).toEqual({ kind: "left", because: "not-ours" });
    expect([theirs.deletedAt, theirs.lastUsedAt]).toEqual([null, null]);
    expectTouched(at);
  });
});

describe.concurrent("an OpenAI that does not keep its word", () => {
  test.for([
    "revoke",
    "quarantine",
    "expire",
  ] as const)("gives a record to another owner between listing and containing it, and nothing is done (%s)", async (onLeak) => {
    await using at = await stake();
    const owner = { type: "service_account", service_account: { id: "user-somebody", name: "production" } };
    at.openai.fault(({ method, path }) =>
      method === "GET" && path.endsWith(`/${at.production.id}`)
        ? (real: Answer) => ({ ...real, body: { ...(real.body as object), owner } })
        : null,
    );
    const report = await at.over([at.production.text], { onLeak });
    expect(findingOf(report, at.production.text)).toMatchObject({
      validity: { kind: "active" },
      outcome: { kind: "failed", because: "changed" },
      containable: true,
      blocks: true,
    });
    expectTouched(at);
  });

  test("says deleted and deletes nothing: the key is told as alive", async () => {
    await using at = await stake();
    at.production.defects.add("deletes-nothing");
    const report = await at.over([at.production.text]);
    expect(findingOf(report, at.production.text)).toMatchObject({
      validity: { kind: "active" },
      outcome: { kind: "failed", because: "still-listed" },
      blocks: true,
    });
    expect(at.production.deletedAt).toBe(null);
  });

  test("lets a deleted key work again after it was refused: it is told as dead once it stays so", async () => {
    await using at = await stake();
    at.production.worksAgainAfter = 3;
    const report = await at.over([at.production.text]);
    expect(outcomeOf(report, at.production)).toMatchObject(revoked);
    expect(at.production.worksAgainAfter).toBe(null);
    expectTouched(at, at.production);
  });

  test("lets a deleted key go on working for long: it is told as alive, since nothing else was seen", async () => {
    await using at = await stake(60_000);
    const report = await at.over([at.production.text]);
    expect(findingOf(report, at.production.text)).toMatchObject({
      validity: { kind: "active" },
      outcome: { kind: "contained", verified: false, stopped: false },
    });
  });

  test("says updated and changes nothing: that is never verified", async () => {
    await using at = await stake();
    at.acme.defects.add("updates-nothing");
    const quarantined = await at.over([at.production.text], { onLeak: "quarantine" });
    expect(outcomeOf(quarantined, at.production)).toMatchObject({ kind: "contained", verified: false });
    const expired = await at.over([at.production.text], { onLeak: "expire" });
    expect(outcomeOf(expired, at.production)).toEqual({ kind: "failed", because: "not-taken" });
  });
});

describe.concurrent("two runs at once on one key", () => {
  test("end truthfully: one revoked it, and the other found it gone", async () => {
    await using at = await stake(500);
    const reports = await Promise.all([at.over([at.production.text]), at.over([at.production.text])]);
    const findings = reports.map((report) => findingOf(report, at.production.text));
    expect(findings.map(({ outcome }) => outcome.kind).toSorted()).toEqual(["already-gone", "contained"]);
    expect(findings.find(({ outcome }) => outcome.kind === "contained")?.outcome).toMatchObject(revoked);
    expectTouched(at, at.production);
  });

  test.for(["quarantine", "expire"] as const)("are no worse than one (%s)", async (onLeak) => {
    await using at = await stake();
    const reports = await Promise.all([1, 2].map(async () => await at.over([at.production.text], { onLeak })));
    for (const report of reports) {
      const outcome = outcomeOf(report, at.production);
      if (outcome.kind === "left") expect(outcome.because).toBe("expires-sooner");
      else expect(outcome).toMatchObject({ kind: "contained", by: onLeak });
    }
    expect(reports.some((report) => outcomeOf(report, at.production).kind === "contained")).toBe(true);
    const { scopes, expiresAt } = at.production;
    if (onLeak === "quarantine") expect(scopes).toEqual(["api.model.read"]);
    else expect(expiresAt).toBe(at.clock.now().getTime() / 1000 + 3600);
    expectTouched(at, at.production);
  });
});

describe.concurrent("a dry run", () => {
  test.for([
    "revoke",
    "quarantine",
    "expire",
  ] as const)("writes nothing, and says everything else (%s)", async (onLeak) => {
    await using at = await stake();
    const decoy = lookAlike(at.production, "decoy");
    const asked = await at.over([at.production.text, decoy], { onLeak, dryRun: true });
    expect(at.openai.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    const done = await at.over([at.production.text, decoy], { onLeak });
    for (const text of [at.production.text, decoy]) {
      const [rehearsal, act] = [findingOf(asked, text), findingOf(done, text)];
      const { identity, possession, sightings, mask } = act;
      expect(rehearsal).toMatchObject({ possession, mask, identity: { kind: identity.kind } });
      expect(rehearsal.sightings).toHaveLength(sightings.length);
    }
    expect(findingOf(asked, at.production.text)).toMatchObject({
      decision: { kind: "rehearse", act: { kind: onLeak, record: { id: at.production.id } } },
      outcome: { kind: "rehearsed", because: `would-${onLeak}` },
      validity: { kind: "active", because: "accepted" },
      containable: true,
      blocks: true,
    });
    expect(outcomeOf(done, at.production)).toMatchObject({ kind: "contained", by: onLeak, verified: true });
    expect(outcomeOf(asked, { text: decoy })).toEqual({ kind: "left", because: "not-accepted" });
  });
});
