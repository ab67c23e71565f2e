import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeOtherKey } from "../../src/detect/other-vendors.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { found, MARKER } from "./found.ts";

const HEX = "0123456789abcdef";
const ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64URL = `${ALNUM}-_`;
const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

const random = (alphabet: string, length: number, most = length) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: most });
/** A random text with a letter and a digit in it at the least, as any of this length has. */
const mixed = (alphabet: string, length: number, most = length) =>
  random(alphabet, length - 2, most - 2).map((text) => `${text}a7`);
const behind = (prefix: string, body: fc.Arbitrary<string>) => body.map((text) => prefix + text);
const uuid = fc.tuple(...[8, 4, 4, 4, 12].map((length) => random(HEX, length))).map((parts) => parts.join("-"));

/** Keys of other vendors, put together at run time, and what they are called. */
const FAMILIES: readonly [what: string, key: fc.Arbitrary<string>][] = [
  [
    "a key of Anthropic",
    behind(
      "sk-ant-api03-",
      random(BASE64URL, 93).map((text) => `${text}AA`),
    ),
  ],
  [
    "a key of Anthropic",
    behind(
      "sk-ant-admin01-",
      random(BASE64URL, 93).map((text) => `${text}AA`),
    ),
  ],
  ["a key of OpenRouter", behind("sk-or-v1-", random(HEX, 64))],
  ["a key of Langfuse", behind("sk-lf-", uuid)],
  ["a key in the form of DeepSeek or DashScope", behind("sk-", random(HEX, 32))],
  ["a key in the form of Moonshot or Stability", behind("sk-", mixed(ALNUM, 48))],
  ["a key in the form of Moonshot or Stability", behind("sk-", mixed(ALNUM, 48, 64))],
  ["a key of MiniMax", behind("sk-api-", random(BASE64URL, 60, 125))],
  ["a key of Emergent", behind("sk-emergent-", mixed(ALNUM, 20))],
  ["a key of LiteLLM", behind("sk-litellm-", random(BASE64URL, 22))],
  ["a key of Cerebras", behind("csk-", random(LOWER, 48))],
  ["a key of Groq", behind("gsk_", random(ALNUM, 52))],
  ["a key of Stripe, Clerk or Paystack", behind("sk_live_", random(ALNUM, 24, 99))],
  ["a key of Stripe, Clerk or Paystack", behind("sk_test_", random(ALNUM, 24, 99))],
  ["a key of ElevenLabs", behind("sk_", random(HEX, 48))],
  ["a key of another vendor", behind("sk_", mixed(ALNUM, 40))],
  [
    "a text that begins like a key of OpenAI and lacks its marker",
    behind(
      "sk-proj-",
      random(BASE64URL, 154).map((text) => `${text}a7`),
    ),
  ],
];

/** What is named at the place where `sk` stands in a text. */
const named = (text: string) =>
  describeOtherKey(Buffer.from(text), Buffer.byteLength(text.slice(0, text.search(/sk[-_]/))));

describe.each(FAMILIES)("%s", (what, keys) => {
  test("is recognised, whatever stands around it", () => {
    const around = fc.constantFrom(['KEY="', '"'], ["KEY=", "\n"], ["", ""], ["Bearer ", ","], ["é", "é"], ["-", "."]);
    fc.assert(
      fc.property(keys, around, (key, [before = "", after = ""]) => {
        expect(named(before + key + after)).toBe(what);
      }),
    );
  });

  test("is never reported as a key of OpenAI", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(keys, { minLength: 5, maxLength: 20 }), async (all) => {
        expect(await found(all.join("\n"))).toEqual([]);
        expect(await found(all.join(""))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("other things are not recognised:", () => {
  test.each([
    "sk-container-id-1",
    "sk-toggleable__content",
    "sk-estimator-doc-link",
    "sk-SK",
    "sk-1234",
    "sk-",
    "sk_",
    "sk-your-api-key-here",
    "sk-proj-your-openai-api-key-goes-here-and-is-secret",
    "sk-...",
    "sk-proj-****************************",
    "task-list-item-with-a-long-name-that-goes-on",
    "disk-usage",
    `disk-${"a1".repeat(24)}`,
    `xcsk-${"a1".repeat(24)}`,
    `magsk_${"a1".repeat(26)}`,
    `risk_${"a1".repeat(24)}`,
    "sk_buff",
    "sk_buff_data_to_be_freed_by_the_kernel_later",
    `sk-${"x".repeat(48)}`,
    `sk-${HEX}`,
    "sk-ssh-ed25519",
  ])("%s", (text) => {
    expect(named(text)).toBeNull();
    expect(named(`"${text}"`)).toBeNull();
  });
});

test("the type of an SSH security key is recognised", () => {
  const types = ["sk-ssh-ed25519", "sk-ecdsa-sha2-nistp256", "sk-ssh-ed25519-cert-v01"];
  for (const type of types) expect(named(`${type}@openssh.com AAAA`)).toBe("the type of an SSH security key");
  expect(named("sk-ssh-ed25519@example.org")).toBeNull();
});

test("a text with OpenAI's marker in it is never another vendor's key", () => {
  const families = ["user", "project", "service-account", "admin", "none", "named"] as const;
  for (const family of families) expect(named(createFakeKey(family, "x"))).toBeNull();
  fc.assert(
    fc.property(fc.oneof(...FAMILIES.map(([, keys]) => keys)), fc.nat(200), (key, place) => {
      const at = key.search(/sk[-_]/) + 3 + (place % (key.length - 3));
      expect(named(key.slice(0, at) + MARKER + key.slice(at))).toBeNull();
    }),
  );
});

test("at most a bounded number of bytes is read", () => {
  const bytes = Buffer.from(`sk-${"a1".repeat(10_000)}`);
  let furthest = 0;
  const text = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) furthest = Math.max(furthest, Number(key));
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  describeOtherKey(text, 0);
  expect(furthest).toBeGreaterThan(100);
  expect(furthest).toBeLessThan(300);
});
