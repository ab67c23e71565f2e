import fc from "fast-check";
import type { AuditFinding, AuditReport } from "../../../src/domain/audit-report.ts";
import { hostile, finding as leak } from "../arbitrary.ts";

const name = fc.option(hostile);
const time = fc.option(fc.date({ noInvalidDate: false }));
const at = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-01-01"), noInvalidDate: true });
const count = fc.nat({ max: 5000 });
const level = fc.constantFrom("error" as const, "warning" as const);

const owner = fc.option(
  fc.record({ kind: fc.constantFrom("user" as const, "service-account" as const), id: name, name }),
);
const home = fc.record({ kind: fc.constantFrom("project" as const, "organization" as const), id: name, name });
const record = fc.record({
  id: hostile,
  name,
  redacted: name,
  home,
  owner,
  createdAt: time,
  lastUsedAt: time,
  expiresAt: time,
  ownerHasAccess: fc.option(fc.boolean()),
});

const finding: fc.Arbitrary<AuditFinding> = fc.record({
  rule: fc.constantFrom("unused", "old", "no-expiry"),
  level,
  subject: fc.record({
    kind: fc.constantFrom("key", "admin-key", "service-account", "project", "organization"),
    id: name,
    name,
    project: fc.option(home),
    owner,
  }),
  key: fc.option(record),
  detail: hostile,
  publicDetail: hostile,
  advice: hostile,
  exception: fc.option(fc.record({ reason: hostile, until: time, isExpired: fc.boolean() })),
  fix: fc.option(leak.map(({ decision, outcome }) => ({ decision, outcome }))),
});

const repositorySecret = fc.record({
  kind: fc.constant("github" as const),
  owner: hostile,
  repo: hostile,
  environment: name,
  secret: hostile,
});
const organizationSecret = fc.record({ kind: fc.constant("github-org" as const), org: hostile, secret: hostile });

/** Any report of an audit there can be, with all that others may write into it. */
export const anyAudit: fc.Arbitrary<AuditReport> = fc.record({
  conclusion: fc.constantFrom("clean", "findings", "incomplete"),
  at,
  organization: name,
  fails: fc.boolean(),
  keys: fc.array(record, { maxLength: 5 }),
  projects: count,
  rules: fc.array(
    fc.record({
      rule: fc.constantFrom("unused", "old", "no-expiry"),
      title: fc.constant("Old keys"),
      level: fc.constantFrom("error", "warning", "off"),
      judged: count,
      found: count,
      excepted: count,
      notJudged: count,
    }),
    { maxLength: 3 },
  ),
  findings: fc.array(finding, { maxLength: 6 }),
  notJudged: fc.array(
    fc.record({
      rule: fc.constant("spike"),
      count: fc.option(count),
      because: hostile,
      ids: fc.array(hostile, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
  gaps: fc.array(
    fc.record({ kind: fc.constant("inventory" as const), covers: fc.constant(["project"] as const), detail: hostile }),
    { maxLength: 2 },
  ),
  notes: fc.array(hostile, { maxLength: 2 }),
  requests: count,
  kept: fc.record({
    secrets: fc.array(
      fc.record({
        key: record,
        secret: fc.oneof(repositorySecret, organizationSecret),
        scopes: fc.option(fc.array(hostile, { maxLength: 3 })),
      }),
      { maxLength: 4 },
    ),
    serverUrl: fc.option(fc.oneof(hostile, fc.constant("https://github.acme.example"))),
    branches: fc.array(fc.tuple(hostile, hostile), { maxLength: 2 }).map((all) => new Map(all)),
  }),
});
