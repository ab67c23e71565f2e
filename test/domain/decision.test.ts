import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, decide, type LeaveBecause, type Policy } from "../../src/domain/decision.ts";
import type { Identity } from "../../src/domain/identity.ts";
import type { Possession, Proof } from "../../src/domain/proof.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { mintKey } from "../../src/sandbox/mint.ts";
import { policy, recordOf } from "../support/facts.ts";

const record = recordOf(mintKey("project", "a"));
const IDENTITIES: readonly Identity[] = [
  { kind: "ours", chance: 0, record },
  { kind: "ambiguous", candidates: [record, { ...record, id: "key_2" }] },
  { kind: "foreign" },
  { kind: "unchecked", because: "inventory-incomplete" },
  { kind: "unchecked", because: "contained-before" },
];
const POSSESSIONS: readonly Possession[] = ["proven", "someone-else", "unnamed", "not-accepted", "not-tried"];
const VALIDITIES: readonly Validity[] = [
  { kind: "active", because: "accepted" },
  { kind: "active", because: "restricted" },
  { kind: "inactive", because: "refused" },
  { kind: "inactive", because: "expired" },
  { kind: "unknown", because: "network" },
];
const CONFIDENCES = ["certain", "likely", "suspected"] as const;
const PROTECTIONS: readonly (readonly string[])[] = [[], ["key_1"], ["proj_other"]];
const proven: Proof = { validity: { kind: "active", because: "accepted" }, possession: "proven" };

function one(differing: Partial<Case> = {}): Case {
  const identity: Identity = { kind: "ours", chance: 0, record };
  return {
    fingerprint: "f".repeat(16),
    confidence: "certain",
    preexisting: false,
    identity,
    proof: proven,
    ...differing,
  };
}

function decision(differing: Partial<Case>, policed: Partial<Policy> = {}) {
  return decide([one(differing)], policy(policed))[0];
}

/** The table, in the order in which a reason goes before another. Null: nothing speaks against revoking. */
function expected({ fingerprint, confidence, preexisting, identity, proof }: Case, rules: Policy): LeaveBecause | null {
  const { possession, validity } = proof;
  const table: readonly (readonly [boolean, LeaveBecause])[] = [
    [fingerprint === rules.ownKey, "own-admin-key"],
    [rules.onLeak === "report", "report-only"],
    [identity.kind === "foreign", "not-ours"],
    [identity.kind === "ambiguous", "ambiguous"],
    [
      identity.kind === "unchecked" && identity.because === "contained-before" && validity.kind === "inactive",
      "already-inactive",
    ],
    [identity.kind === "unchecked", "unchecked"],
    [confidence !== "certain", "not-certain"],
    [preexisting, "preexisting"],
    [rules.protect.includes("key_1"), "protected"],
    [validity.kind === "inactive" && validity.because === "expired", "already-inactive"],
    [possession === "someone-else", "someone-else"],
    [possession === "unnamed", "unnamed"],
    [possession === "not-tried", "not-tried"],
    [possession === "not-accepted" || validity.kind !== "active", "not-accepted"],
    [rules.maxContained < 1, "too-many"],
  ];
  return table.find(([applies]) => applies)?.[1] ?? null;
}

function* everyCase(): Generator<[Case, Policy]> {
  for (const identity of IDENTITIES)
    for (const possession of POSSESSIONS)
      for (const validity of VALIDITIES)
        for (const confidence of CONFIDENCES)
          for (const preexisting of [false, true])
            for (const protect of PROTECTIONS)
              for (const onLeak of ["report", "revoke"] as const)
                for (const maxContained of [0, 3])
                  for (const ownKey of [null, "f".repeat(16)])
                    yield [
                      one({ identity, confidence, preexisting, proof: { validity, possession } }),
                      policy({ protect, onLeak, maxContained, ownKey }),
                    ];
}

describe("what is to be done about a key", () => {
  test("follows the table, for every combination of what is known and what is allowed", () => {
    let revoked = 0;
    let count = 0;
    for (const [facts, rules] of everyCase()) {
      const because = expected(facts, rules);
      const wanted = because === null ? { kind: "revoke", record } : { kind: "leave", because };
      expect(decide([facts], rules), JSON.stringify([facts, rules])).toEqual([wanted]);
      revoked += because === null ? 1 : 0;
      count += 1;
    }
    expect(count).toBe(5 * 5 * 5 * 3 * 2 * 3 * 2 * 2 * 2);
    expect(revoked).toBe(4); // Accepted or restricted, with nobody or somebody else protected: these and no others.
  });

  test("is to revoke only what is ours, proven, certain, new, unprotected, asked for, and within the cap", () => {
    const cases = fc.array(fc.constantFrom(...[...everyCase()].map(([facts]) => facts)), { maxLength: 12 });
    const rules = fc.constantFrom(...[...everyCase()].map(([, rule]) => rule));
    fc.assert(
      fc.property(cases, rules, (facts, rule) => {
        const decisions = decide(facts, rule);
        expect(decisions).toHaveLength(facts.length);
        const contained = facts.filter((_, index) => decisions[index]?.kind !== "leave");
        expect(contained.length).toBeLessThanOrEqual(rule.maxContained);
        for (const { identity, proof, confidence, preexisting, fingerprint } of contained) {
          expect([identity.kind, proof.possession, proof.validity.kind]).toEqual(["ours", "proven", "active"]);
          expect([confidence, preexisting, rule.onLeak]).toEqual(["certain", false, "revoke"]);
          expect(rule.protect).not.toContain("key_1");
          expect(fingerprint).not.toBe(rule.ownKey);
        }
      }),
    );
  });

  test("above the cap it is nothing for all of them, not the first few", () => {
    const many = ["1", "2", "3", "4"].map((digit) => one({ fingerprint: digit.repeat(16) }));
    expect(decide(many, policy({ maxContained: 3 }))).toEqual(many.map(() => ({ kind: "leave", because: "too-many" })));
    expect(decide(many, policy({ maxContained: 4 })).map(({ kind }) => kind)).toEqual([
      "revoke",
      "revoke",
      "revoke",
      "revoke",
    ]);
  });

  test.each([
    ["the key's id", "key_1"],
    ["the key's name", "CI"],
    ["the project's id", "proj_1"],
    ["the project's name, however it is spaced and cased", "  wEB "],
    ["the owner's id", "user-1"],
    ["the owner's name", "ada"],
  ])("protection works by %s", (_, word) => {
    expect(decision({}, { protect: ["else", word] })).toEqual({ kind: "leave", because: "protected" });
  });

  test("a name that only resembles a protected one protects nothing", () => {
    expect(decision({}, { protect: ["c", "ci-2", "", "web app"] })).toEqual({ kind: "revoke", record });
  });
});
