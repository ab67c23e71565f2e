import { describe, expect, test } from "vitest";
import type { Finding } from "../../../../src/domain/finding.ts";
import { formatPlain } from "../../../../src/report/line.ts";
import { describeOwner } from "../../../../src/report/wording/key/ownership.ts";
import { recordOf } from "../../../support/facts.ts";
import { finding } from "../../stories.ts";

const tell = (one: Finding, organization: string | null = "acme-inc") => formatPlain(describeOwner(one, organization));

describe("whose a key is", () => {
  test("names key, project and owner as far as they are known", () => {
    const record = recordOf("x".repeat(60), { id: "key_7", name: "nightly build" });
    expect(tell(finding({ identity: { kind: "ours", chance: 0, record } }))).toBe(
      'yours: "nightly build", project Web, owner Ada',
    );
    const bare = { ...record, name: null, owner: null, home: { kind: "project", id: null, name: null } } as const;
    expect(tell(finding({ identity: { kind: "ours", chance: 0, record: bare } }))).toBe("yours: key_7");
  });

  const odds = "(about 1 in 655 keys of others would match as well)";
  const unproven = "probably yours: it matches key_7, but that is not proven";
  test.each([
    ["not-tried", { kind: "active", because: "listed" }, 1 / 655, `${unproven} ${odds}`],
    ["not-tried", { kind: "active", because: "listed" }, 1, `${unproven} (nearly every key would match)`],
    ["proven", { kind: "active", because: "accepted" }, 1, "yours: key_7"],
    ["not-tried", { kind: "active", because: "listed" }, 1 / 65_536, unproven],
    ["unnamed", { kind: "active", because: "accepted" }, 1e-9, unproven],
    ["not-accepted", { kind: "unknown", because: "network" }, 1e-9, unproven],
    [
      "not-accepted",
      { kind: "inactive", because: "refused" },
      0.5,
      "fake: it copies the ends of your key key_7, but OpenAI refuses it",
    ],
    [
      "someone-else",
      { kind: "active", because: "accepted" },
      0.5,
      "not yours: it looks like your key key_7, but works for somebody else",
    ],
    ["not-tried", { kind: "inactive", because: "expired" }, 0.5, "yours: key_7"],
  ] as const)("by ends alone (%s, %o) is no proof, and a likely mix-up is told: %d", (possession, validity, chance, said) => {
    const bare = { name: null, owner: null, home: { kind: "project", id: null, name: null } } as const;
    const record = recordOf("x".repeat(60), { id: "key_7", ...bare });
    expect(tell(finding({ possession, validity, identity: { kind: "ours", chance, record } }))).toBe(said);
  });

  test("is plain of the key this run works with, whatever was tried and whatever a list says", () => {
    const outcome = { kind: "left", because: "own-admin-key" } as const;
    const record = recordOf("x".repeat(60), { id: "key_9", name: null, owner: null });
    const own = { outcome, possession: "not-tried" } as const;
    expect(tell(finding({ ...own, identity: { kind: "ours", chance: 1, record } }))).toBe(
      "yours: the Admin API key of this run, key_9, project Web",
    );
    expect(tell(finding({ ...own, identity: { kind: "foreign" } }))).toBe("yours: the Admin API key of this run");
  });

  test("of several that match, the first few are named", () => {
    const candidates = Array.from({ length: 7 }, (_, index) => recordOf("x".repeat(60), { name: `build-${index}` }));
    expect(tell(finding({ identity: { kind: "ambiguous", candidates } }))).toBe(
      "one of yours: it matches 7 keys (build-0, build-1, build-2, 4 more)",
    );
  });
});

test("a key that no record matches is said to work for another organisation only where it was seen to", () => {
  const accepted = { kind: "active", because: "accepted" } as const;
  const said = (possession: "someone-else" | "unnamed" | "not-tried", organization: string | null = "acme-inc") =>
    tell(finding({ identity: { kind: "foreign" }, validity: accepted, possession }), organization);
  expect(said("someone-else")).toBe("not yours: no key of acme-inc matches; it works for another organisation");
  for (const possession of ["unnamed", "not-tried"] as const) {
    expect(said(possession)).toBe("not yours: no key of acme-inc matches");
  }
  expect(said("not-tried", null)).toBe("not yours: no key of your organisation matches");
});

test("a damaged text is not said to be missing from OpenAI's lists", () => {
  const unlisted = { kind: "unchecked", because: "not-listed-by-openai" } as const;
  expect(tell(finding({ kind: "suspected", identity: unlisted }))).toBe(
    "not checked: the text is damaged or shortened",
  );
  expect(tell(finding({ kind: "user", identity: unlisted }))).toBe(
    "not checked: OpenAI does not list keys of this kind",
  );
});
