import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { parseRepositoryUrl } from "../../../src/sources/fetched/access.ts";

describe("a token is sent", () => {
  test.each([
    ["https://github.com/acme/shop", "https"],
    ["https://git.example.com:8443/acme/shop.git", "https"],
    ["http://localhost:3000/acme/shop", "http"],
    ["http://127.0.0.1:3000/acme/shop", "http"],
    ["http://[::1]:3000/acme/shop", "http"],
  ])("to %s", (url, protocol) => {
    expect(parseRepositoryUrl(url)).toEqual({ url, protocol });
  });

  test.each([
    ["http://example.com/acme/shop", "without encryption"],
    ["http://127.0.0.1.example.com/acme/shop", "without encryption"],
    ["https://me:secret@example.com/acme/shop", "password"],
    ["file:///etc", "https://"],
    ["ext::sh -c id", "https://"],
    ["git@github.com:acme/shop", "is not a URL"],
    ["https://example.com/acme/shop?x#y", "Remove everything"],
    ["", "is not a URL"],
  ])("not to %j", (url, word) => {
    expect(() => parseRepositoryUrl(url)).toThrow(UsageError);
    expect(() => parseRepositoryUrl(url)).toThrow(word);
    expect(() => parseRepositoryUrl(url)).not.toThrow("secret");
  });
});
