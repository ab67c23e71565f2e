import { describe, expect, test } from "vitest";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import { findKeysEntry, listKeptSecrets } from "../../src/domain/kept-key.ts";
import type { KeysEntry } from "../../src/domain/keys-file.ts";
import { recordOf } from "../support/facts.ts";

const record = (differing: Partial<KeyRecord>) =>
  recordOf("sk-proj-not-a-whole-key", {
    id: "key_1",
    name: "live",
    owner: { kind: "service-account", id: "user-bot", name: "Checkout bot" },
    home: { kind: "project", id: "proj_1", name: "Web" },
    ...differing,
  });

const entry = (fields: Partial<KeysEntry>): KeysEntry => ({
  kind: "service-account",
  name: "checkout bot",
  project: null,
  targets: [{ kind: "file", path: "/run/key" }],
  scopes: null,
  expiresIn: null,
  rotateEvery: null,
  line: 1,
  ...fields,
});

describe("an entry of the keys file", () => {
  test.each<[string, Partial<KeysEntry>, Partial<KeyRecord>, boolean]>([
    ["the name of its service account, in any case", {}, {}, true],
    ["the id of its service account", { name: "user-bot" }, {}, true],
    ["its own id", { kind: "key", name: "key_1" }, {}, true],
    ["its own name", { kind: "key", name: "LIVE" }, {}, true],
    [
      "the name that it had before it was rotated",
      { kind: "key", name: "live" },
      { name: "live (replaces key_0 #3f9a2c1e)" },
      true,
    ],
    ["the project too", { project: "web" }, {}, true],
    ["another project", { project: "Shop" }, {}, false],
    ["a service account of a key's name", { name: "live" }, {}, false],
    ["a key of a service account's name", { kind: "key", name: "Checkout bot" }, {}, false],
    ["a person of that name", {}, { owner: { kind: "user", id: "user-bot", name: "Checkout bot" } }, false],
  ])("is about a key by %s", (_, fields, differing, isFound) => {
    const only = entry(fields);
    expect(findKeysEntry({ keys: [only] }, record(differing))).toBe(isFound ? only : null);
  });

  test("that names the project goes before one that does not", () => {
    const [any, web] = [entry({}), entry({ project: "Web", line: 5 })];
    expect(findKeysEntry({ keys: [any, web] }, record({}))?.line).toBe(5);
    expect(
      findKeysEntry({ keys: [any, web] }, record({ home: { kind: "project", id: "proj_2", name: "b" } }))?.line,
    ).toBe(1);
  });
});

describe("the keys that are in secrets of GitHub Actions", () => {
  const secret = { kind: "github", owner: "acme", repo: "shop", environment: null, secret: "KEY" } as const;

  test("are those of which the keys file says it, with what they are to be allowed", () => {
    const others = [
      { kind: "dependabot", owner: "acme", repo: "shop", secret: "KEY" },
      { kind: "file", path: "/run/key" },
    ] as const;
    const one = entry({ targets: [secret, ...others], scopes: { kind: "some", scopes: ["api.model.request"] } });
    const key = record({});
    expect(listKeptSecrets({ keys: [one] }, [key])).toEqual([{ key, secret, scopes: ["api.model.request"] }]);
    expect(listKeptSecrets({ keys: [entry({ targets: others })] }, [key])).toEqual([]);
  });

  test("are never known by a name alone, nor Admin API keys", () => {
    expect(listKeptSecrets({ keys: [] }, [record({ name: "github-actions", owner: null })])).toEqual([]);
    const admin = record({ home: { kind: "organization", id: null, name: null } });
    expect(listKeptSecrets({ keys: [entry({ targets: [secret] })] }, [admin])).toEqual([]);
  });
});
