import { expect, test } from "vitest";
import { formatPlain } from "../../../src/report/line.ts";
import { describeOwner } from "../../../src/report/wording/ownership.ts";
import { finding } from "../stories.ts";

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
