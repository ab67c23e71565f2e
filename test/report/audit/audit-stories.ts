import { RULES } from "../../../src/audit/rules/rules.ts";
import type { AuditFinding, AuditFix, AuditReport, RuleResult } from "../../../src/domain/audit-report.ts";
import { isExcepted } from "../../../src/domain/audit-report.ts";
import type { KeyRecord, Owner } from "../../../src/domain/inventory.ts";
import { NO_KEPT_SECRETS } from "../../../src/domain/kept-key.ts";
import type { AuditContext } from "../../../src/report/audit/view.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";
import { contained } from "../stories.ts";

export const AT = new Date("2026-11-28T03:00:00Z");

const DAY = 86_400_000;

/** So many days before the audit. */
export function daysAgo(days: number): Date {
  return new Date(AT.getTime() - days * DAY);
}

export const bot = (name: string): Owner => ({ kind: "service-account", id: `user-sa-${name}`, name });
export const person = (name: string): Owner => ({ kind: "user", id: `user-${name}`, name });

/** A key of a service account that is used daily, but for what is said. */
export function keyRecord(id: string, differing: Partial<KeyRecord> = {}): KeyRecord {
  return recordOf(createFakeKey("service-account", id), {
    id: `key_${id}`,
    name: id,
    home: { kind: "project", id: "proj_web", name: "Web shop" },
    owner: bot("checkout-bot"),
    createdAt: daysAgo(30),
    lastUsedAt: daysAgo(0),
    expiresAt: daysAgo(-60),
    ...differing,
  });
}

/** What a rule found about a key; its advice is the rule's own where it needs no facts. */
export function auditFinding(rule: string, key: KeyRecord, differing: Partial<AuditFinding> = {}): AuditFinding {
  return {
    rule,
    level: RULES.find(({ name }) => name === rule)?.level === "error" ? "error" : "warning",
    subject: {
      kind: key.home.kind === "organization" ? "admin-key" : "key",
      id: key.id,
      name: key.name,
      project: key.home,
      owner: key.owner,
    },
    key,
    detail: "never expires",
    advice: "Ask its owner whether anything needs it. If not, revoke it: `openai-key-guard audit --fix unused=revoke`.",
    exception: null,
    fix: null,
    ...differing,
  };
}

function sumRules(findings: readonly AuditFinding[], keys: number): readonly RuleResult[] {
  return RULES.map(({ name, title, level }) => {
    const own = findings.filter((one) => one.rule === name);
    const excepted = own.filter(isExcepted).length;
    return {
      rule: name,
      title,
      level: own[0]?.level ?? level,
      judged: keys,
      found: own.length - excepted,
      excepted,
      notJudged: 0,
    };
  });
}

/** A report of these findings and keys: complete, over two projects, but for what is said. */
export function auditReport(findings: readonly AuditFinding[] = [], differing: Partial<AuditReport> = {}): AuditReport {
  const found = findings.flatMap(({ key }) => (key === null ? [] : [key]));
  const keys = differing.keys ?? [...new Map([keyRecord("prod"), ...found].map((key) => [key.id, key])).values()];
  return {
    conclusion: findings.some((one) => !isExcepted(one)) ? "findings" : "clean",
    at: AT,
    organization: "acme-inc",
    fails: findings.some(({ level }) => level === "error"),
    keys,
    projects: 2,
    rules: sumRules(findings, keys.length),
    findings,
    notJudged: [],
    gaps: [],
    notes: [],
    requests: 93,
    kept: NO_KEPT_SECRETS,
    ...differing,
  };
}

const data = { kind: "project", id: "proj_data", name: "Data science" } as const;
const home = { kind: "organization", id: "org-1", name: "acme-inc" } as const;

const nightly = keyRecord("nightly", { createdAt: daysAgo(400), lastUsedAt: daysAgo(143), expiresAt: null });
const ada = keyRecord("ada-laptop", {
  home: data,
  owner: person("Ada Lovelace"),
  createdAt: daysAgo(900),
  lastUsedAt: null,
  expiresAt: null,
});
const admin = keyRecord("terraform", {
  home,
  owner: person("Grace Hopper"),
  createdAt: daysAgo(610),
  lastUsedAt: daysAgo(200),
  expiresAt: null,
});
const etl = keyRecord("etl", { home: data, owner: bot("etl"), createdAt: daysAgo(75), lastUsedAt: daysAgo(0) });
const young = keyRecord("staging", { createdAt: daysAgo(3), lastUsedAt: daysAgo(1) });
const middle = keyRecord("search", { createdAt: daysAgo(160), lastUsedAt: daysAgo(12) });

const account = {
  kind: "service-account",
  id: "user-sa-root",
  name: "root-bot",
  project: data,
  owner: null,
} as const;

/** Something of every rule, and an expired exception; the worst first. */
export const EVERY_RULE: readonly AuditFinding[] = [
  auditFinding("unused", nightly, { detail: "last used 143 days ago, on 8 Jul 2026" }),
  auditFinding("unused", ada, { detail: "never used in 900 days" }),
  auditFinding("owner-inactive", ada, {
    detail: "its owner left the organisation",
    advice: "Give the program a key of a service account. Then revoke this one.",
  }),
  auditFinding("admin-key", admin, {
    detail: "last used 200 days ago, and has no expiry",
    advice: "Delete it in the dashboard under Admin keys.",
  }),
  auditFinding("spike", etl, {
    detail: "1,240 requests on 27 Nov 2026, 31 times the median of 40 a day before, for 18.40 USD",
    advice: "Ask its owner what caused it. If nobody knows, treat the key as leaked: revoke it now, then replace it.",
  }),
  auditFinding("old", nightly, {
    detail: "created 400 days ago, on 24 Oct 2025",
    advice: "Create another key, move the program to it, and delete this one when it is no longer used.",
    exception: { reason: "migrates in Q3", until: daysAgo(28), isExpired: true },
  }),
  auditFinding("no-expiry", nightly),
  auditFinding("no-expiry", ada),
  auditFinding("person-owned", ada, { detail: "belongs to a person" }),
  auditFinding("default-project", middle, { detail: "lives in the default project" }),
  auditFinding("broad-scopes", middle, { detail: "may do everything" }),
  auditFinding("shared-key", etl, { detail: "used for 9 models in 28 days" }),
  auditFinding("archived-project", young, { detail: "its project is archived" }),
  auditFinding("new-model", etl, {
    detail: "first used ft:gpt-5.1:acme:secret-plan on 27 Nov 2026, with none of 28 days before",
    publicDetail: "1 new model on 27 Nov 2026, with none of 28 days before",
    advice: "Ask its owner whether a program was changed.",
  }),
  auditFinding("owner-role", young, {
    subject: account,
    key: null,
    detail: "has the role owner",
    advice: "Give it the role member.",
  }),
  auditFinding("no-spend-limit", young, {
    subject: { kind: "project", id: "proj_data", name: "Data science", project: data, owner: null },
    key: null,
    detail: "has no spend limit that stops requests",
    advice: "Set a monthly spend limit in the project's settings.",
  }),
];

const excepted = auditFinding("old", etl, {
  detail: "created 400 days ago",
  exception: { reason: "replaced in January | <b>", until: new Date("2027-01-31T00:00:00Z"), isExpired: false },
});

const fix = (outcome: AuditFix["outcome"], key: KeyRecord): AuditFix => ({
  decision: { kind: "revoke", record: key },
  outcome,
});

const NOTES = ["OpenAI counts use some minutes late, and costs some hours late."];

/** What each audit comes to that the pictures and the tests show. */
export const AUDITS = {
  clean: auditReport(),
  "every-rule": auditReport([...EVERY_RULE, excepted], { notes: NOTES }),
  warnings: auditReport([auditFinding("no-expiry", young)]),
  "not-judged": auditReport([], {
    conclusion: "incomplete",
    notJudged: [
      { rule: "unused", count: 42, because: "the Admin API key may not read usage", ids: ["key_a", "key_b"] },
      { rule: "spike", count: 42, because: "the Admin API key may not read usage", ids: ["key_a"] },
      { rule: "old", count: null, because: "OpenAI's list of them could not be read to its end", ids: [] },
    ],
    gaps: [
      {
        kind: "inventory",
        covers: ["project"],
        detail: 'the keys of project "Web shop" could not be listed',
        publicDetail: "the keys of a project could not be listed",
      },
    ],
  }),
  "keys-in-secrets": auditReport([auditFinding("no-expiry", young)], {
    kept: {
      secrets: [etl, nightly].map((key) => ({
        key,
        secret: {
          kind: "github",
          owner: "acme-inc",
          repo: "web-shop",
          environment: "production",
          secret: "OPENAI_API_KEY",
        },
        scopes: null,
      })),
      serverUrl: "https://github.com",
      branches: new Map([["acme-inc/web-shop", "main"]]),
    },
  }),
  exceptions: auditReport([excepted]),
  fixed: auditReport([
    auditFinding("unused", nightly, {
      detail: "last used 143 days ago, on 8 Jul 2026",
      fix: fix(contained({ at: AT }), nightly),
    }),
    auditFinding("unused", ada, {
      detail: "never used in 900 days",
      fix: fix({ kind: "failed", because: "network" }, ada),
    }),
    auditFinding("unused", middle, {
      detail: "last used 100 days ago",
      fix: fix({ kind: "left", because: "protected" }, middle),
    }),
    auditFinding("unused", etl, {
      detail: "last used 95 days ago",
      fix: fix({ kind: "rehearsed", because: "would-revoke" }, etl),
    }),
  ]),
} as const satisfies Record<string, AuditReport>;

/** An audit of so many keys, of which every fifth has findings. */
export function createLargeAudit(count: number): AuditReport {
  const keys = Array.from({ length: count }, (_, index) => {
    const age = 1 + ((index * 7919) % 1100);
    return keyRecord(`svc-${index}`, {
      home: { kind: "project", id: `proj_${index % 60}`, name: `Project ${index % 60}` },
      owner: index % 3 === 0 ? person(`Person ${index % 90}`) : bot(`bot-${index % 200}`),
      createdAt: daysAgo(age),
      lastUsedAt: index % 7 === 0 ? null : daysAgo(((index * 104_729) % 1000) % age),
      expiresAt: null,
    });
  });
  const findings = keys.flatMap((key, index) => {
    if (index % 5 !== 0) return [];
    const old = auditFinding("old", key, { detail: "created long ago" });
    return index % 15 === 0 ? [auditFinding("unused", key, { detail: "never used" }), old] : [old];
  });
  const ranked = findings.toSorted((a, b) => Number(b.level === "error") - Number(a.level === "error"));
  return auditReport(ranked, { keys, projects: 60, requests: 140 });
}

export const auditContext: AuditContext = {
  medium: "workflow",
  version: "0.1.0",
  runUrl: "https://github.com/acme-inc/web-shop/actions/runs/19500000001",
  job: "Audit / keys",
};
