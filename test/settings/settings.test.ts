import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withTables } from "../../scripts/readme.ts";
import { UsageError } from "../../src/errors.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { findMisspelt, findNearest } from "../../src/settings/nearest.ts";
import { DEFAULTS, parseSettings, type SettingName } from "../../src/settings/settings.ts";
import { VERSION } from "../../src/version.ts";
import { policy } from "../support/facts.ts";

const TOP = path.resolve(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(path.join(TOP, name), "utf8");
const adminKey = createFakeKey("admin", "settings");

function from(given: Partial<Record<SettingName, string>>, options = {}) {
  return parseSettings((name) => given[name], options);
}

function refusal(given: Partial<Record<SettingName, string>>): string {
  try {
    from(given);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("the settings", () => {
  test("nothing given is a report of the change, which tries only our own keys and contains none", () => {
    expect(from({})).toEqual({
      scan: "change",
      paths: [],
      exclude: [],
      adminKey: null,
      baseURL: "https://api.openai.com/v1",
      comment: "on-leak",
      detail: "auto",
      ignoreFile: ".github/openai-key-guard.yml",
      keysFile: ".github/openai-keys.yml",
      secretsToken: null,
      reportFile: null,
      sarifFile: null,
      proofFile: null,
      closeAlerts: false,
      auditFile: null,
      notify: null,
      githubToken: null,
      doctor: false,
      policy: policy({ onLeak: "report" }),
    });
  });

  test("lists are lines, without the empty ones and the spaces around them", () => {
    expect(from({ protect: "  proj_1 \r\n\n billing bot\n" }).policy.protect).toEqual(["proj_1", "billing bot"]);
  });

  test("the Admin API key is known by its fingerprint, so that the run does not revoke it", () => {
    const settings = from({ "openai-admin-key": ` ${adminKey}\n`, "on-leak": "revoke" });
    expect(settings.policy.ownKey).toBe(settings.adminKey?.fingerprint);
    expect(settings.adminKey?.reveal()).toBe(adminKey);
  });

  test("to revoke without an Admin API key is a mistake, but not where GitHub withholds secrets", () => {
    expect(refusal({ "on-leak": "revoke" })).toBe(
      "on-leak is revoke, which needs an Admin API key of your organisation. Set openai-admin-key.",
    );
    expect(from({ "on-leak": "revoke" }, { secretsWithheld: true }).policy.onLeak).toBe("revoke");
  });

  test.each([
    [{ "fail-on": "leaks" }, 'fail-on is "leaks". It must be one of leak, active, never. Did you mean leak?'],
    [{ "try-keys": "mine" }, 'try-keys is "mine". It must be one of own, all, none.'],
    [{ "dry-run": "yes" }, 'dry-run is "yes". It must be true or false.'],
    [{ "max-contained": "-1" }, 'max-contained is "-1". It must be a whole number, 0 or more.'],
    [{ "max-contained": "2.5" }, 'max-contained is "2.5". It must be a whole number, 0 or more.'],
    [
      { "on-leak": "expired" },
      'on-leak is "expired". It must be one of report, quarantine, expire, revoke, rotate. Did you mean expire?',
    ],
    [{ grace: "1 hour" }, 'grace is "1 hour". It must be a number and a unit, such as 90s, 30m, 1h or 2d.'],
    [{ grace: "0s" }, 'grace is "0s". It must be from 1s to 365d.'],
    [{ grace: "366d" }, 'grace is "366d". It must be from 1s to 365d.'],
    [
      { "hold-if-used-within": "5" },
      'hold-if-used-within is "5". It must be a number and a unit, such as 90s, 30m, 1h or 2d.',
    ],
    [
      { approved: "0123456789abcdef, key_1" },
      'approved contains "key_1". It must hold fingerprints from the report: 16 hex digits each.',
    ],
    [{ scan: "files" }, 'scan is files, which needs paths. Name the files to read, such as "**" for all.'],
    [
      { "openai-base-url": "api.openai.com" },
      "openai-base-url is not a plain URL. It must be an address such as https://api.openai.com/v1, without a name, a password, ? or #.",
    ],
    [
      { "openai-base-url": "https://u:p@api.openai.com/v1" },
      "openai-base-url is not a plain URL. It must be an address such as https://api.openai.com/v1, without a name, a password, ? or #.",
    ],
  ] as const)("a bad value is named with what would work: %o", (given, message) => {
    expect(refusal(given)).toBe(message);
  });

  test("a setting has the name that its reader gave it", () => {
    const nameSetting = (name: SettingName) => `--${name}`;
    expect(() => from({ "max-contained": "x" }, { nameSetting })).toThrow(/^--max-contained is "x"/);
    expect(() => from({ grace: "x" }, { nameSetting })).toThrow(/^--grace is/);
    expect(() => from({ "on-leak": "revoke" }, { nameSetting })).toThrow(/^--on-leak is .* Set --openai-admin-key\.$/);
  });

  test("keys are sent over https, or to this machine", () => {
    expect(refusal({ "openai-base-url": "http://api.openai.com/v1" })).toContain("must begin with https://");
    expect(refusal({ "openai-base-url": "http://127.0.0.1.example.org/v1" })).toContain("must begin with https://");
    expect(from({ "openai-base-url": "http://127.0.0.1:8080/v1/" }).baseURL).toBe("http://127.0.0.1:8080/v1");
    expect(from({ "openai-base-url": "https://eu.api.openai.com/v1" }).baseURL).toBe("https://eu.api.openai.com/v1");
  });

  test("approved keys are fingerprints, between commas or on lines", () => {
    const [one, other] = ["0123456789abcdef", "fedcba9876543210"];
    for (const between of [",", ", ", "\n", " \r\n"]) {
      expect(from({ approved: `${one}${between}${other}` }).policy.approved).toEqual(new Set([one, other]));
    }
    expect(from({ approved: " \n" }).policy.approved).toBe(null);
  });

  test("times are counted in seconds, minutes, hours and days", () => {
    const seconds = (grace: string) => from({ grace }).policy.grace;
    expect(["90s", "30m", "2h", "365d"].map(seconds)).toEqual([90, 1800, 7200, 31_536_000]);
  });

  test("booleans are taken as GitHub writes them", () => {
    for (const word of ["true", "True", "TRUE"]) expect(from({ "dry-run": word }).policy.dryRun).toBe(true);
    for (const word of ["false", "False", "FALSE", ""]) expect(from({ "dry-run": word }).policy.dryRun).toBe(false);
  });

  test.each(Object.keys(DEFAULTS) as SettingName[])("a key in the place of %s is never quoted", (name) => {
    const message = (() => {
      try {
        from({ [name]: `${adminKey} ${adminKey}` });
        return "";
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).not.toContain(adminKey.slice(9, 60));
  });

  test("the nearest name is offered only when it is near", () => {
    expect(findNearest("openai-adminkey", Object.keys(DEFAULTS))).toBe("openai-admin-key");
    expect(findNearest("zzz", Object.keys(DEFAULTS))).toBe(null);
  });
});

describe("what is written down", () => {
  const manifest = parse(read("action.yml")) as {
    inputs: Record<string, { default?: string }>;
    runs: { using: string; main: string };
  };

  test("action.yml has these settings with these defaults, and runs the bundle on Node 24", () => {
    const declared = Object.fromEntries(
      Object.entries(manifest.inputs).map(([name, input]) => [name, input.default ?? ""]),
    );
    expect(declared).toEqual({ ...DEFAULTS, "github-token": "${{ github.token }}" });
    expect(manifest.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });

  test("README's tables are those of action.yml", () => {
    expect(withTables(read("README.md"), read("action.yml"))).toBe(read("README.md"));
  });

  test("the version is package.json's", () => {
    expect((JSON.parse(read("package.json")) as { version: string }).version).toBe(VERSION);
  });
});

test("lists take the line ends of every system, and what is blank counts as not given", () => {
  expect(from({ paths: "a/**\r\n b \r\n\r\n", exclude: "c\rd\n", protect: " \r\n" })).toMatchObject({
    paths: ["a/**", "b"],
    exclude: ["c", "d"],
    policy: { protect: [] },
  });
  expect(from({ "report-file": " \t", "audit-file": "\r\n", "on-leak": "report\r\n" })).toMatchObject({
    reportFile: null,
    auditFile: null,
    policy: { onLeak: "report" },
  });
});

describe("a name that is no setting's", () => {
  const names = Object.keys(DEFAULTS);

  test.each([
    ["on_leak", "on-leak"],
    ["on-leek", "on-leak"],
    ["onleak", "on-leak"],
    ["on leak", "on-leak"],
    ["dry_run", "dry-run"],
    ["protects", "protect"],
    ["protected", "protect"],
    ["protetc", "protect"],
    ["path", "paths"],
    ["hold-if-used", "hold-if-used-within"],
    ["max-containd", "max-contained"],
    ["approval", "approved"],
    ["sarif_file", "sarif-file"],
  ])("%s is %s, misspelt", (word, name) => {
    expect(findMisspelt(word, names)).toBe(name);
  });

  test.each(
    "version foo path_prefix environment env target tag ref branch name token debug region image project trace commit command comment_id repository node_version openai_model".split(
      " ",
    ),
  )("%s is a word of its own", (word) => {
    expect(findMisspelt(word, names)).toBe(null);
  });
});
