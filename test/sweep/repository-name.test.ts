import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { REPOSITORY_NAME } from "../../src/sweep/documents/plan-document.ts";
import { formatRepositoryName } from "../../src/sweep/repository-name.ts";

test("the name of a repository stays as it is, unless it spells a key: then no repository can have the one for it", () => {
  expect(formatRepositoryName({ id: 7, name: "acme/web-shop.js" })).toBe("acme/web-shop.js");
  const name = formatRepositoryName({ id: 7, name: `acme/${createFakeKey("user", "named")}` });
  expect(name).toMatch(/^acme\/repository-7-whose-name-spells-a-key-+$/);
  expect(name).toMatch(REPOSITORY_NAME);
  // GitHub takes no more than a hundred characters.
  expect(name.length - "acme/".length).toBe(101);
});
