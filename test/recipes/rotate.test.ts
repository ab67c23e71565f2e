import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseKeysFile } from "../../src/rotate/keys-file/parse.ts";
import { createE2eEnvironment } from "../support/e2e-environment.ts";
import { scheduleEvent } from "../support/events.ts";
import { play, recipe } from "./playing.ts";
import { fencesOf } from "./workflows.ts";

const FILE = ".github/openai-keys.yml";
const KEYS = `keys:\n  - service-account: checkout-bot\n    lives-in: ["github:acme/shop/OPENAI_API_KEY"]\n    scopes: [api.model.request]\n    expires-in: 90d\n    rotate-every: 60d\n`;
const SECRET = { kind: "github", owner: "acme", repo: "shop", environment: null, secret: "OPENAI_API_KEY" } as const;
const OF_A_MONTH = 30 * 86_400;

/** A repository whose default branch has a keys file, with a key of this age in seconds, and the recipe's secrets. */
async function scheduled(age: number) {
  const all = await createE2eEnvironment();
  const createdAt = Math.floor(Date.now() / 1000) - age;
  const old = all.acme.accountKey(all.web, "checkout-bot", { name: "checkout", createdAt });
  await all.repo.commit({ [FILE]: KEYS });
  await all.repo.git("push", "--quiet", "--force", all.hosted.dir, "HEAD:refs/heads/main");
  const token = (right: "read" | "write") =>
    all.github.token({ repo: "acme/shop", kind: "fine-grained", permissions: { secrets: right } });
  const reading = ["api.management.read", "api.usage.read", "api.audit_logs.read"];
  const secrets = {
    OPENAI_ADMIN_READ_KEY: all.acme.adminKey(all.ada, { name: "reader", scopes: reading }).text,
    OPENAI_ADMIN_WRITE_KEY: all.adminKey,
    SECRETS_READ_TOKEN: token("read"),
    SECRETS_WRITE_TOKEN: token("write"),
  };
  const jobs = {
    plan: async () => await play(all, recipe("rotate"), "plan", { event: scheduleEvent(), secrets, inputs: {} }),
    rotate: async (outputs: Record<string, string>, inputs: Record<string, string> = {}) =>
      await play(all, recipe("rotate"), "rotate", {
        event: scheduleEvent(),
        secrets,
        needs: { plan: { result: "success", outputs } },
        inputs: { "audit-file": path.join(all.folder, "rotation.jsonl"), ...inputs },
      }),
  };
  return { all, old, ...jobs, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

describe("the recipe for a rotation", () => {
  test("asks nobody while no key is due", async () => {
    await using at = await scheduled(OF_A_MONTH);
    const planned = await at.plan();
    expect(planned, planned?.stdout).toMatchObject({ exitCode: 0, outputs: { rotated: "0", failed: "0" } });
    expect(await at.rotate(planned?.outputs ?? {})).toBe(null);
  });

  test("plans with keys that may only read, and rotates with those of the environment", async () => {
    await using at = await scheduled(3 * OF_A_MONTH);
    at.all.github.storeSecret(SECRET, at.old.text);
    const planned = await at.plan();
    expect(planned?.outputs, planned?.stdout).toMatchObject({ rotated: "1", failed: "0" });
    expect(at.all.openai.requests.every(({ method }) => method === "GET")).toBe(true);
    const ran = await at.rotate(planned?.outputs ?? {}, { wait: "0" });
    expect(ran?.outputs, ran?.stdout).toMatchObject({ rotated: "1", failed: "0" });
    expect(at.old.expiresAt).not.toBe(null);
    const stored = at.all.github.readSecret(SECRET)?.value;
    expect(at.all.acme.findKey(stored ?? "")?.name).toContain(`(replaces ${at.old.id} #`);
  });
});

test("the page on rotations shows keys files that can be read", () => {
  const page = "docs/rotation.md";
  const files = fencesOf(page).filter(({ language, text }) => language === "yaml" && parse(text)?.keys);
  expect(files.length).toBeGreaterThan(0);
  for (const { text, line } of files) expect(() => parseKeysFile(text, `${page}:${line}`)).not.toThrow();
});
