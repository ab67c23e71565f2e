import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPlain } from "../../../src/report/line.ts";
import { describeCoverage } from "../../../src/report/wording/coverage.ts";
import { describeOwner, describeOwnerBriefly } from "../../../src/report/wording/ownership.ts";
import { ACTIONS, describeState, GAP_NAMES, KIND_NAMES } from "../../../src/report/wording/states.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { identity, outcome, RUNS, validity } from "../arbitrary.ts";
import { renderTitle } from "../render.ts";
import { dead, finding, keyless, missing, removed, report, revoked, unknown } from "../stories.ts";

describe("what is said of a state", () => {
  test("is one short line of our own words that begins with the state, without a shout", () => {
    const first = {
      "already-gone": "already gone",
      rehearsed: "dry run: it would have been",
      refused: "not contained",
    };
    const words: Record<string, string> = { ...first, failed: "containment failed", left: "left alone" };
    const begin = (state: Parameters<typeof describeState>[0]) => {
      if (state.kind !== "contained") return words[state.kind] ?? state.kind;
      return state.by === "expire" ? (state.stopped ? "expired" : "set to expire") : ACTIONS[state.by].done;
    };
    fc.assert(
      fc.property(fc.oneof(identity, validity, outcome), (state) => {
        const words_ = describeState(state);
        expect(words_.startsWith(begin(state)), words_).toBe(true);
        expect(words_).toMatch(/^[\w ,:'-]{4,80}$/);
        expect(words_).not.toContain("undefined");
      }),
      { numRuns: RUNS * 5 },
    );
  });

  test("what is not known to be dead never sounds like it", () => {
    const living = validity.filter(({ kind }) => kind !== "inactive");
    fc.assert(fc.property(living, (state) => void expect(describeState(state)).not.toMatch(/inactive|dead|gone/)));
  });

  test("revoked is said only of what was contained", () => {
    const other = outcome.filter(({ kind }) => kind !== "contained");
    fc.assert(
      fc.property(
        other,
        (state) => void expect(describeState(state)).not.toMatch(/^(?:revoked|quarantined|expired|set to)/),
      ),
    );
    const unconfirmed = { verified: false, stopped: false, at: new Date(0), endsAt: null, scopesBefore: null };
    expect(describeState({ kind: "contained", by: "revoke", ...unconfirmed })).toBe("revoked, not yet confirmed");
    expect(describeState({ kind: "contained", by: "quarantine", ...unconfirmed })).toBe(
      "quarantined, not yet confirmed",
    );
    const endsAt = new Date("2026-11-20T11:03:00Z");
    expect(describeState({ kind: "contained", by: "expire", ...unconfirmed, verified: true, endsAt })).toBe(
      "set to expire at 2026-11-20 11:03 UTC",
    );
  });

  test("every kind of key and of gap has a name", () => {
    expect(Object.values(KIND_NAMES)).toEqual([
      "project key",
      "service-account key",
      "admin key",
      "legacy user key",
      "named key",
      "suspected key",
    ]);
    expect(new Set(Object.values(GAP_NAMES)).size).toBe(10);
  });
});

describe("whose a key is", () => {
  test("names id, name, project and owner as far as they are known", () => {
    const record = recordOf("x".repeat(60), { id: "key_7", name: "nightly build" });
    expect(formatPlain(describeOwner(finding({ identity: { kind: "ours", chance: 0, record } })))).toBe(
      'ours: key_7, named "nightly build", project Web, owner Ada',
    );
    const bare = { ...record, name: null, owner: null, home: { kind: "project", id: null, name: null } } as const;
    expect(formatPlain(describeOwner(finding({ identity: { kind: "ours", chance: 0, record: bare } })))).toBe(
      "ours: key_7",
    );
  });

  test.each([
    [
      "not-tried",
      { kind: "active", because: "listed" },
      1 / 655,
      "ours by its ends, not proven: key_7 (about 1 in 655 strangers' keys would fit as well)",
    ],
    [
      "not-tried",
      { kind: "active", because: "listed" },
      1,
      "ours by its ends, not proven: key_7 (nearly any stranger's key would fit as well)",
    ],
    ["proven", { kind: "active", because: "accepted" }, 1, "ours: key_7"],
    ["not-tried", { kind: "active", because: "listed" }, 1 / 65_536, "ours by its ends, not proven: key_7"],
    ["unnamed", { kind: "active", because: "accepted" }, 1e-9, "ours by its ends, not proven: key_7"],
    ["not-accepted", { kind: "unknown", because: "network" }, 1e-9, "ours by its ends, not proven: key_7"],
    ["not-accepted", { kind: "inactive", because: "refused" }, 0.5, "looks like a key of yours, and is not it: key_7"],
    ["someone-else", { kind: "active", because: "accepted" }, 0.5, "looks like a key of yours, and is not it: key_7"],
    ["not-tried", { kind: "inactive", because: "expired" }, 0.5, "ours: key_7"],
  ] as const)("by ends alone (%s, %o) is no proof, and a likely mix-up is told: %d", (possession, validity, chance, said) => {
    const bare = { name: null, owner: null, home: { kind: "project", id: null, name: null } } as const;
    const record = recordOf("x".repeat(60), { id: "key_7", ...bare });
    expect(
      formatPlain(describeOwner(finding({ possession, validity, identity: { kind: "ours", chance, record } }))),
    ).toBe(said);
  });

  test("is plain of the key this run works with, whatever was tried and whatever a list says", () => {
    const outcome = { kind: "left", because: "own-admin-key" } as const;
    const record = recordOf("x".repeat(60), { id: "key_9", name: null, owner: null });
    const own = { outcome, possession: "not-tried" } as const;
    expect(formatPlain(describeOwner(finding({ ...own, identity: { kind: "ours", chance: 1, record } })))).toBe(
      "ours, the key this run works with: key_9, project Web",
    );
    expect(formatPlain(describeOwner(finding({ ...own, identity: { kind: "foreign" } })))).toBe(
      "ours, the key this run works with",
    );
    expect(describeOwnerBriefly(finding({ ...own, identity: { kind: "foreign" } }))).toBe("ours: this run's own");
  });

  test("of several that fit, the first few ids are told", () => {
    const candidates = Array.from({ length: 7 }, (_, index) => recordOf("x".repeat(60), { id: `key_${index}` }));
    expect(formatPlain(describeOwner(finding({ identity: { kind: "ambiguous", candidates } })))).toBe(
      "ambiguous: 7 keys of this organisation fit it: key_0, key_1, key_2, key_3, key_4 and 2 more",
    );
  });
});

describe("the headline", () => {
  const suspected = finding({ kind: "suspected", confidence: "suspected" });
  const old = finding({ sightings: [sighting({ preexisting: true })] });
  const lingering = finding({ validity: dead });
  const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
  const refused = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
  const decoy = finding(refused);
  const bygone = finding({ ...refused, sightings: [removed()] });
  const failed = { kind: "self-test", detail: "1 of 5 built-in sample keys were not found" } as const;
  const dormant = revoked({ validity: { kind: "inactive", because: "project-dormant" } });

  test.each([
    ["No OpenAI keys found", report()],
    ["1 OpenAI key is exposed", report([finding()])],
    ["2 OpenAI keys are exposed", report([finding(), finding({ seed: "b", validity: unknown })])],
    ["1 suspected OpenAI key is exposed", report([suspected])],
    ["1 OpenAI key was exposed and is dead", report([revoked()])],
    ["2 OpenAI keys were exposed and are dead", report([revoked(), revoked({ seed: "b" })])],
    ["1 OpenAI key was exposed and is inactive", report([dormant])],
    ["1 OpenAI key was exposed and is dead, but is still in the head", report([lingering])],
    ["1 OpenAI key was here before this change", report([old])],
    ["1 OpenAI key is exposed; 1 was exposed and is dead", report([revoked({ seed: "b" }), finding()])],
    ["1 OpenAI key was exposed and is dead; 1 was here before this change", report([old, revoked({ seed: "b" })])],
    ["Could not tell: 1 thing was not read", report([], { gaps: [missing] })],
    [
      "Could not tell: 2 things were not read; 1 OpenAI key was exposed and is dead",
      report([revoked()], { gaps: [missing, missing] }),
    ],
    ["1 OpenAI key is exposed; 1 thing was not read", report([finding()], { gaps: [missing] })],
    ["1 OpenAI key is exposed", report([finding()], { gaps: [keyless] })],
    ["Could not tell: the self-test failed; 1 thing was not read", report([], { gaps: [missing, failed] })],
    ["Could not tell: the self-test failed", report([], { gaps: [failed] })],
    ["1 OpenAI admin key is exposed", report([finding({ family: "admin" })])],
    ["1 OpenAI admin key is exposed: the one this run works with", report([own])],
    [
      "2 OpenAI admin keys are exposed, one of them the one this run works with; 2 other keys are exposed; 1 was exposed and is dead",
      report([revoked({ seed: "c" }), finding(), finding({ seed: "b" }), finding({ family: "admin", seed: "b" }), own]),
    ],
    ["1 OpenAI key was exposed and is dead", report([revoked({ family: "admin" })])],
    [
      "1 OpenAI admin key was here before this change; 1 other key is exposed",
      report([finding(), finding({ family: "admin", sightings: [sighting({ preexisting: true })] })]),
    ],
    ["1 look-alike of your keys does not work, but is still in the head", report([decoy])],
    [
      "1 OpenAI key is exposed; 2 look-alikes of your keys do not work",
      report([bygone, finding(), { ...bygone, fingerprint: "f".repeat(16) }]),
    ],
    ["1 OpenAI key is exposed", report([finding({ possession: "someone-else" })])],
    ["1 OpenAI key is staged", report([finding()], { change: { kind: "staged" } })],
    ["1 OpenAI key was staged and is dead, but is still staged", report([lingering], { change: { kind: "staged" } })],
    ["2 OpenAI keys were found", report([finding(), finding({ seed: "b" })], { change: { kind: "files", globs: [] } })],
    ["1 OpenAI key was found", report([finding()], { change: { kind: "stdin", name: "x" } })],
    ["1 OpenAI key is exposed", report([finding()], { change: { kind: "history", unreachable: true } })],
    [
      "1 OpenAI key was exposed and is dead, but is still in the text",
      report([lingering], { change: { kind: "texts", of: "a comment" } }),
    ],
  ])("says: %s", (words, one) => {
    expect(renderTitle(one)).toBe(words);
  });
});

test.each([
  ["3 commits, 17 blobs, 50 KB, 2 texts in 85 ms", {}],
  ["1 commit, 1 blob, 1 byte, 1 text in 1.5 s", { commits: 1, blobs: 1, bytes: 1, texts: 1, milliseconds: 1510 }],
  [
    "12,345 commits, 1.5 GB in 2 min 5 s",
    { commits: 12_345, blobs: 0, bytes: 1.5 * 1024 ** 3, texts: 0, milliseconds: 125_400 },
  ],
  ["nothing to read in 3 ms", { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 3 }],
])("coverage is one quiet line: %s", (words, coverage) => {
  const whole = report();
  expect(describeCoverage({ ...whole, coverage: { ...whole.coverage, ...coverage } })).toBe(words);
});

test("files on disk are called files", () => {
  expect(describeCoverage(report([], { change: { kind: "files", globs: ["**"] } }))).toMatch(/17 files/);
});
