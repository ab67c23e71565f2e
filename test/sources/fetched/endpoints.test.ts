import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { checkEndpoints } from "../../../src/sources/fetched/endpoints.ts";

describe("the name of a commit or a branch", () => {
  const names = {
    base: "a".repeat(40),
    head: "b".repeat(64),
    refs: ["refs/pull/7/head"],
    baseRefs: ["refs/heads/a+ü/b"],
  };

  test("goes to git as it is", () => {
    expect(() => checkEndpoints(names)).not.toThrow();
    expect(() => checkEndpoints({ ...names, base: null })).not.toThrow();
  });

  test.each([
    { head: "--upload-pack=touch x" },
    { head: "main" },
    { head: `${"b".repeat(40)}\n` },
    { base: "HEAD^" },
    { refs: ["-x"] },
    { refs: ["main"] },
    { refs: ["refs/heads/a:refs/heads/b"] },
    { baseRefs: ["refs/heads/*"] },
    { baseRefs: ["refs/heads/x\n+refs/heads/y"] },
    { baseRefs: ["refs/heads/x y"] },
  ])("is refused where git could take it for something else: %j", (odd) => {
    expect(() => checkEndpoints({ ...names, ...odd })).toThrow(UsageError);
  });
});
