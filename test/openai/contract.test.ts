import { afterEach, describe } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { recordOf } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { fakeRegistry } from "../support/registry.ts";
import { TestClock } from "../support/test-clock.ts";
import { isARegistry } from "./contract.ts";

const now = () => new Date("2026-11-21T12:00:00Z");

describe("the Admin API's registry", () => {
  const opened: OpenAISandbox[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  isARegistry(async () => {
    const clock = new TestClock(now());
    const openai = await startOpenAI({ clock });
    opened.push(openai);
    const acme = openai.organization("acme");
    const [ada, bob, web] = [acme.user("Ada"), acme.user("Bob"), acme.project("Web")];
    const by = (scopes: readonly string[] | null) =>
      createOpenAIRegistry(hostOf(openai), new Secret(acme.adminKey(ada, { scopes }).text), {
        clock,
      });
    return {
      registry: by(null),
      reader: by(["api.management.read"]),
      keys: [acme.userKey(web, ada), acme.userKey(web, bob)],
    };
  });
});

describe("the fake registry", () => {
  isARegistry(async () => {
    const keys = [
      { id: "key_1", text: createFakeKey("project", "contract 1") },
      { id: "key_2", text: createFakeKey("project", "contract 2") },
    ] as const;
    const known = keys.map(({ id, text }, index) => ({
      record: recordOf(text, { id, owner: { kind: "user", id: `user-${index}`, name: null } }),
      fingerprint: new Secret(text).fingerprint,
    }));
    return { registry: fakeRegistry(known, { now }), reader: fakeRegistry(known, { now, mayContain: false }), keys };
  });
});
