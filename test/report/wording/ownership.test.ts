import { describe, expect, test } from "vitest";
import { formatPlain } from "../../../src/report/line.ts";
import { describeOwner, describeOwnerBriefly } from "../../../src/report/wording/ownership.ts";
import { recordOf } from "../../support/facts.ts";
import { finding } from "../stories.ts";

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

test("a key that no record fits is said to work for another organisation only where it was seen to", () => {
  const foreign = { identity: { kind: "foreign" } } as const;
  const accepted = { kind: "active", because: "accepted" } as const;
  const said = (possession: "someone-else" | "unnamed" | "not-tried") =>
    formatPlain(describeOwner(finding({ ...foreign, validity: accepted, possession })));
  expect(said("someone-else")).toBe("foreign: no key of this organisation fits it; it works for another organisation");
  for (const possession of ["unnamed", "not-tried"] as const) {
    expect(said(possession)).toBe("foreign: no key of this organisation fits it");
  }
});
