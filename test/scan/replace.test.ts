import { describe, expect, test } from "vitest";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

const source = (key: string) => `const client = new OpenAI({ apiKey: "${key}" });\n`;
const KEYS_FILE = ".github/openai-keys.yml";

/** A keys file that says that the key of an account is a secret of a repository. */
const keysFile = (account: string) =>
  `keys:\n  - service-account: ${account}\n    lives-in: ["github:acme/shop/OPENAI_API_KEY"]\n    scopes: [api.model.read]\n`;

/** A pull request that leaks the key of a service account, which the base says is a secret. */
async function leak({ base = keysFile("bot"), change = {} }: { base?: string; change?: Record<string, string> } = {}) {
  const all = await createE2eEnvironment({ [KEYS_FILE]: base });
  const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  await all.repo.commit({ "src/a.ts": source(key.text), ...change }, "add");
  return { all, key };
}

describe("where a leaked key is kept", () => {
  test("is what the keys file of the base says", async () => {
    const { all } = await leak();
    await using _ = all;
    const ran = await all.pullRequest({ inputs: { detail: "full" } });
    expect((await all.report(ran)).findings).toMatchObject([{ keptIn: ["github:acme/shop/OPENAI_API_KEY"] }]);
    const minimal = await all.pullRequest({ inputs: { detail: "minimal" } });
    expect((await all.report(minimal)).findings).toMatchObject([{ keptIn: [] }]);
  });

  test("is nothing that the change itself says", async () => {
    const { all } = await leak({ base: "keys: []\n", change: { [KEYS_FILE]: keysFile("bot") } });
    await using _ = all;
    const ran = await all.pullRequest({ inputs: { detail: "full" } });
    expect((await all.report(ran)).findings).toMatchObject([{ keptIn: [] }]);
  });

  test("is not known from a file that is wrong, which is said", async () => {
    const { all } = await leak({ base: "keys:\n  - account: bot\n" });
    await using _ = all;
    const ran = await all.pullRequest({ inputs: { detail: "full" } });
    const { findings, gaps } = await all.report(ran);
    expect(findings).toMatchObject([{ keptIn: [] }]);
    expect(gaps).toMatchObject([{ kind: "unreadable", detail: expect.stringContaining("line 2") as string }]);
  });
});

const SECRET: RotationTarget = {
  kind: "github",
  owner: "acme",
  repo: "shop",
  environment: null,
  secret: "OPENAI_API_KEY",
};

/** The same, with the secret in its place and a token that may write it. */
async function leakWithSecret(choices: Parameters<typeof leak>[0] = {}) {
  const { all, key } = await leak(choices);
  all.github.storeSecret(SECRET, key.text);
  const token = all.github.token({ repo: "acme/shop", kind: "fine-grained", permissions: { secrets: "write" } });
  const inputs = { "on-leak": "rotate", "secrets-token": token, detail: "full" } as const;
  const stored = () => all.github.readSecret(SECRET)?.value ?? "";
  return { all, key, inputs, stored };
}

describe("a leaked key with on-leak: rotate", () => {
  test("ends after the grace, and a new key is where it was kept", async () => {
    const { all, key, inputs, stored } = await leakWithSecret();
    await using _ = all;
    const ran = await all.pullRequest({ inputs });
    const made = all.acme.findKey(stored());
    expect(made).toMatchObject({ scopes: ["api.model.read"], owner: key.owner, deletedAt: null });
    expect(made?.name).toMatch(/^checkout \(replaces /);
    expect(key.expiresAt).not.toBe(null);
    const { findings } = await all.report(ran);
    expect(findings).toMatchObject([
      {
        outcome: { kind: "contained", by: "expire" },
        rotation: {
          state: "rotated",
          newKey: { id: made?.id, fingerprint: new Secret(stored()).fingerprint },
          places: [{ target: "github:acme/shop/OPENAI_API_KEY", holds: "new" }],
          used: false,
        },
      },
    ]);
    for (const text of [ran.stdout, JSON.stringify(findings), ...all.comments().map(({ body }) => body)]) {
      expect(text.replaceAll(`::add-mask::${stored()}`, "")).not.toContain(stored());
    }
  });

  test("is rotated once: the next run creates no other key", async () => {
    const { all, inputs, stored } = await leakWithSecret();
    await using _ = all;
    await all.pullRequest({ inputs });
    const first = stored();
    await all.pullRequest({ inputs });
    expect(stored()).toBe(first);
    expect(all.web.keys).toHaveLength(2);
  });

  test("ends all the same where no new key can be put in its place, and none is left behind", async () => {
    const { all, key, inputs, stored } = await leakWithSecret();
    await using _ = all;
    const narrow = all.github.token({ repo: "acme/shop", kind: "fine-grained", permissions: { contents: "read" } });
    const ran = await all.pullRequest({ inputs: { ...inputs, "secrets-token": narrow } });
    expect(stored()).toBe(key.text);
    expect(key.expiresAt).not.toBe(null);
    expect(all.web.keys.filter(({ deletedAt }) => deletedAt === null)).toEqual([key]);
    expect((await all.report(ran)).findings).toMatchObject([
      { outcome: { by: "expire" }, rotation: { state: "refused", because: "target-not-ready", newKey: null } },
    ]);
  });

  test("does what expire does where the keys file does not know it", async () => {
    const { all, key, inputs, stored } = await leakWithSecret({ base: keysFile("somebody-else") });
    await using _ = all;
    const ran = await all.pullRequest({ inputs });
    expect(stored()).toBe(key.text);
    expect((await all.report(ran)).findings).toMatchObject([{ outcome: { by: "expire" }, rotation: null }]);
  });

  test("is left alone with its place where it is protected, or nothing is to be done in a dry run", async () => {
    const { all, key, inputs, stored } = await leakWithSecret();
    await using _ = all;
    await all.pullRequest({ inputs: { ...inputs, protect: "bot" } });
    await all.pullRequest({ inputs: { ...inputs, "dry-run": "true" } });
    expect(key.expiresAt).toBe(null);
    expect(stored()).toBe(key.text);
    expect(all.web.keys).toHaveLength(1);
  });
});
