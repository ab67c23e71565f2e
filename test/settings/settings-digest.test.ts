import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { DEFAULTS, parseSettings, type SettingName } from "../../src/settings/settings.ts";
import { computeSettingsDigest } from "../../src/settings/settings-digest.ts";

const adminKey = createFakeKey("admin", "digest");
const digest = (given: Partial<Record<SettingName, string>> = {}) =>
  computeSettingsDigest(parseSettings((name) => given[name]));

/** A value of each setting that decides what is scanned or done, other than its default. */
const OTHER = {
  scan: "history",
  paths: "src/**",
  exclude: "docs/**",
  "openai-admin-key": adminKey,
  "openai-base-url": "https://eu.api.openai.com/v1",
  "try-keys": "all",
  grace: "2h",
  "hold-if-used-within": "5m",
  "contain-preexisting": "true",
  approved: "0123456789abcdef",
  "dry-run": "true",
  protect: "proj_1",
  "max-contained": "9",
  "fail-on": "never",
  detail: "full",
  "ignore-file": "other.yml",
} as const satisfies Partial<Record<SettingName, string>>;

test("the digest of settings is the same for the same settings, and another for each that decides something", () => {
  expect(digest()).toMatch(/^[0-9a-f]{64}$/);
  expect(digest({ ...DEFAULTS })).toBe(digest());
  const all = Object.entries(OTHER).map(([name, value]) => digest({ [name]: value }));
  expect(new Set([digest(), ...all]).size).toBe(all.length + 1);
  const revoke = { "openai-admin-key": adminKey, "on-leak": "revoke" };
  expect(digest(revoke)).not.toBe(digest({ "openai-admin-key": adminKey }));
});

test("the digest of settings holds nothing of a secret, and nothing of where files are written", () => {
  const other = createFakeKey("admin", "another");
  expect(digest({ "openai-admin-key": adminKey })).toBe(digest({ "openai-admin-key": other }));
  expect(digest({ "github-token": "x", "report-file": "a", "sarif-file": "b", "proof-file": "c" })).toBe(digest());
});
