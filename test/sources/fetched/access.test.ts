import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { addressOf } from "../../../src/sources/fetched/address.ts";
import { checkNames } from "../../../src/sources/fetched/endpoints.ts";

describe("a token is sent", () => {
  test.each([
    ["https://github.com/acme/shop", "https"],
    ["https://git.example.com:8443/acme/shop.git", "https"],
    ["http://localhost:3000/acme/shop", "http"],
    ["http://127.0.0.1:3000/acme/shop", "http"],
    ["http://[::1]:3000/acme/shop", "http"],
  ])("to %s", (url, protocol) => {
    expect(addressOf(url)).toEqual({ url, protocol });
  });

  test.each([
    ["http://example.com/acme/shop", "without encryption"],
    ["http://127.0.0.1.example.com/acme/shop", "without encryption"],
    ["https://me:secret@example.com/acme/shop", "password"],
    ["file:///etc", "https://"],
    ["ext::sh -c id", "https://"],
    ["git@github.com:acme/shop", "no address"],
    ["https://example.com/acme/shop?x#y", "leave out"],
    ["", "no address"],
  ])("not to %j", (url, word) => {
    expect(() => addressOf(url)).toThrow(UsageError);
    expect(() => addressOf(url)).toThrow(word);
    expect(() => addressOf(url)).not.toThrow("secret");
  });
});

describe("the name of a commit or a branch", () => {
  const names = {
    base: "a".repeat(40),
    head: "b".repeat(64),
    refs: ["refs/pull/7/head"],
    baseRefs: ["refs/heads/a+ü/b"],
  };

  test("goes to git as it is", () => {
    expect(() => checkNames(names)).not.toThrow();
    expect(() => checkNames({ ...names, base: null })).not.toThrow();
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
    expect(() => checkNames({ ...names, ...odd })).toThrow(UsageError);
  });
});
