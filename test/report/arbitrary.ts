import fc from "fast-check";
import { type Sighting, TOKEN_KINDS } from "../../src/domain/candidate.ts";
import type { LeaveBecause } from "../../src/domain/decision.ts";
import type { EarlierAct } from "../../src/domain/earlier-act.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { GapKind } from "../../src/domain/gap.ts";
import type { Impact } from "../../src/domain/impact.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import type { Report } from "../../src/domain/report.ts";
import type { LeakRotation } from "../../src/domain/rotation.ts";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";

/** How many random reports each property is tried with: few in `npm test`, many in `npm run test:soak`. */
export const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 10);

/** What someone would write into a path, a name or a message to make a terminal, a runner or GitHub obey. */
const TRICKS = [
  "`", "```", "|", "\\", "\\|", "\n", "\r\n", "\t", "\u001b[31m", "\u0007", "\u009b2J", "\u202e", "\u200b", "\u2028", "\ufeff",
  "::error::", "::stop-commands::x", "##[error]", "##[", ":", "::", "#", "[", "<b>", "</details>", "<!--", "-->", "&amp;",
  "@octocat", "@", "#12", "GH-12", "https://x.example", "www.x.example", "a@b.example", "[x](y)", "![i](u)", "**", "~~", "$x$",
  "|---|", "# ", "- ", "1. ", "> ", "a", " ", "é", "😀", "\ud800", "%0A", "x".repeat(300),
]; // biome-ignore format: a list to be skimmed

/** A key that someone has put into a name. */
export const NAMED_KEY = createFakeKey("project", "name");

/** Hostile text, with a key in it now and then. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...TRICKS) },
      { weight: 8, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant(NAMED_KEY) },
    ),
    { maxLength: 10 },
  )
  .map((bits) => bits.join(""));

const name = fc.option(hostile);
const path = fc.oneof(
  name,
  fc.tuple(fc.constantFrom("refs/heads/", "refs/tags/", "refs/"), hostile).map((two) => two.join("")),
);
const time = fc.option(fc.date({ noInvalidDate: false }));
const count = fc.nat({ max: 100_000 });
const sha = fc.constantFrom("a".repeat(40), "0123456789".repeat(4), "b".repeat(64));

const ordinarySighting: fc.Arbitrary<Sighting> = fc.record({
  where: fc.constantFrom("file", "commit-message", "tag-message", "path", "pull-request", "stdin"),
  path,
  line: fc.option(fc.integer({ min: 1, max: 1e9 })),
  column: fc.option(fc.integer({ min: 1, max: 1e9 })),
  commit: fc.option(sha),
  author: name,
  at: time,
  encoding: fc.constantFrom(
    "plain",
    "base64",
    "hex",
    "utf-16",
    "utf-32",
    "char-codes",
    "reversed",
    "rot13",
    "percent",
    "split",
  ),
  member: fc.oneof(fc.constantFrom(null, "inner/.env"), hostile),
  inHead: fc.boolean(),
  preexisting: fc.boolean(),
});

/** What GitHub says of an alert, and what somebody might make it say. */
const alert: fc.Arbitrary<NonNullable<Sighting["alert"]>> = fc.record({
  number: fc.integer({ min: 1, max: 1e9 }),
  url: fc.oneof(
    fc.constant("https://github.com/acme/web/security/secret-scanning/3"),
    fc.constantFrom(
      "https://x.example/a|b> <!here>",
      "https://x.example/)](y)\n::error::z",
      `https://github.com/acme/web/${NAMED_KEY}`,
    ),
    hostile,
  ),
  kind: fc.constantFrom("file", "wiki", "unknown", "issue_body", "pull_request_review_comment"),
  textUrl: fc.option(hostile),
});

export const sighting: fc.Arbitrary<Sighting> = fc.oneof(
  { weight: 6, arbitrary: ordinarySighting },
  {
    weight: 1,
    arbitrary: fc.record({ one: ordinarySighting, alert }).map(({ one, alert: named }) => ({
      ...one,
      where: "alert" as const,
      alert: named,
    })),
  },
);

const record: fc.Arbitrary<KeyRecord> = fc.record({
  id: hostile,
  name,
  redacted: name,
  home: fc.record({ kind: fc.constantFrom("project", "organization"), id: name, name }),
  owner: fc.option(fc.record({ kind: fc.constantFrom("user", "service-account"), id: name, name })),
  createdAt: time,
  lastUsedAt: time,
  expiresAt: time,
  ownerHasAccess: fc.option(fc.boolean()),
});

/** Every word there is; a word that is new in the domain breaks the build here. */
export const LEAVE = Object.keys({
  "report-only": 0,
  "not-ours": 0,
  ambiguous: 0,
  unchecked: 0,
  "not-certain": 0,
  "own-admin-key": 0,
  protected: 0,
  preexisting: 0,
  "already-inactive": 0,
  "already-contained": 0,
  "not-tried": 0,
  "not-accepted": 0,
  "someone-else": 0,
  unnamed: 0,
  "only-revocable": 0,
  "expires-sooner": 0,
  "awaiting-approval": 0,
  "not-approved": 0,
  "unmatched-entry": 0,
  "too-many": 0,
  excepted: 0,
  "not-fully-known": 0,
  "used-recently": 0,
  "successor-unseen": 0,
  "still-in-use": 0,
  "use-unknown": 0,
  declined: 0,
} satisfies Record<LeaveBecause, 0>) as LeaveBecause[];

/** The reasons that no report of leaked keys has: they are an audit's, or a rotation's. */
const OF_OTHERS = /^(?:excepted|not-fully-known|used-recently|successor-unseen|still-in-use|use-unknown)$/;
const LEAVE_LEAKED = LEAVE.filter((because) => !OF_OTHERS.test(because));

const GAPS = Object.keys({
  "missing-object": 0,
  unreadable: 0,
  miscounted: 0,
  unfetched: 0,
  lfs: 0,
  archive: 0,
  "self-test": 0,
  inventory: 0,
  "audit-file": 0,
  protect: 0,
  approved: 0,
  paths: 0,
  ignore: 0,
  "no-admin-key": 0,
} satisfies Record<GapKind, 0>) as GapKind[];

export const identity: fc.Arbitrary<Finding["identity"]> = fc.oneof(
  fc.record({ kind: fc.constant("ours" as const), record, chance: fc.constantFrom(0, 1e-9, 0.0015, 0.6, 1) }),
  fc.record({
    kind: fc.constant("ambiguous" as const),
    candidates: fc.array(record, { minLength: 2, maxLength: 7 }),
  }),
  fc.constant({ kind: "foreign" as const }),
  fc.record({
    kind: fc.constant("unchecked" as const),
    because: fc.constantFrom(
      "no-admin-key",
      "inventory-incomplete",
      "not-listed-by-openai",
      "created-after-sighting",
      "contained-before",
    ),
  }),
);

export const validity: fc.Arbitrary<Finding["validity"]> = fc.oneof(
  fc.record({
    kind: fc.constant("active" as const),
    because: fc.constantFrom(
      "accepted",
      "restricted",
      "ip-not-authorized",
      "wrong-region",
      "rate-limited",
      "no-quota",
      "listed",
    ),
  }),
  fc.record({
    kind: fc.constant("inactive" as const),
    because: fc.constantFrom(
      "refused",
      "expired",
      "account-deactivated",
      "project-dormant",
      "token-invalidated",
      "deleted",
    ),
  }),
  fc.record({
    kind: fc.constant("unknown" as const),
    because: fc.constantFrom("not-tried", "unsupported-country", "server-error", "network", "unreadable"),
  }),
);

export const outcome: fc.Arbitrary<Finding["outcome"]> = fc.oneof(
  fc.record({
    kind: fc.constant("contained" as const),
    by: fc.constantFrom("quarantine", "expire", "revoke"),
    verified: fc.boolean(),
    stopped: fc.boolean(),
    at: fc.date({ min: new Date("2020-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }),
    endsAt: time,
    scopesBefore: fc.option(fc.array(hostile, { maxLength: 3 })),
  }),
  fc.constant({ kind: "already-gone" as const }),
  fc.record({
    kind: fc.constant("rehearsed" as const),
    because: fc.constantFrom("would-quarantine", "would-expire", "would-revoke"),
  }),
  fc.record({
    kind: fc.constant("refused" as const),
    because: fc.constantFrom("no-admin-key", "read-only-admin-key", "not-recorded", "cancelled"),
  }),
  fc.record({
    kind: fc.constant("failed" as const),
    because: fc.constantFrom(
      "not-permitted",
      "rate-limited",
      "server-error",
      "network",
      "not-understood",
      "still-listed",
      "changed",
      "not-taken",
      "refused",
      "unexpected",
    ),
  }),
  fc.record({ kind: fc.constant("left" as const), because: fc.constantFrom(...LEAVE_LEAKED) }),
);

const figure = fc.option(fc.nat());

const impact: fc.Arbitrary<Impact> = fc.record({
  since: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
  asOf: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
  requests: figure,
  inputTokens: figure,
  outputTokens: figure,
  models: fc.option(
    fc.array(fc.record({ model: hostile, requests: figure, inputTokens: figure, outputTokens: figure }), {
      maxLength: 5,
    }),
  ),
  buckets: fc.option(
    fc
      .record({
        start: fc.integer({ min: 0, max: 4e12 }),
        length: fc.integer({ min: 60_000, max: 4e9 }),
        requests: fc.array(fc.nat(), { maxLength: 48 }),
      })
      .map(({ start, length, requests }) =>
        requests.map((count, index) => ({
          start: new Date(start + index * length),
          end: new Date(start + (index + 1) * length),
          requests: count,
        })),
      ),
  ),
  cost: fc.option(fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true }), currency: hostile })),
  changes: fc.option(
    fc.array(
      fc.record({
        what: hostile,
        at: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
        id: fc.option(hostile),
        name: fc.option(hostile),
      }),
      {
        maxLength: 3,
      },
    ),
  ),
  createdBy: fc.option(
    fc.record({
      kind: fc.constantFrom("user", "service-account", "key"),
      id: fc.option(hostile),
      name: fc.option(hostile),
    }),
  ),
  untold: fc.array(
    fc.record({
      source: fc.constantFrom("usage" as const, "costs" as const, "audit-log" as const),
      because: fc.constantFrom("off" as const, "not-permitted" as const, "no-answer" as const, "unreadable" as const),
    }),
    { maxLength: 3 },
  ),
});

const KEYS = (["user", "project", "service-account", "admin", "none", "named"] as const).map(
  (family) => new Secret(createFakeKey(family, "arbitrary")),
);

const earlier: fc.Arbitrary<EarlierAct> = fc.record({
  kind: fc.constantFrom("quarantine", "expire", "revoke"),
  recordId: hostile,
  at: fc.date({ min: new Date("2020-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }),
  by: fc.option(
    fc.record({
      kind: fc.constantFrom("user", "service-account", "key"),
      id: fc.option(hostile),
      name: fc.option(hostile),
    }),
  ),
  endsAt: time,
  scopesBefore: fc.option(fc.array(hostile, { maxLength: 3 })),
  knownFrom: fc.constantFrom("audit-file", "audit-log"),
  standing: fc.constantFrom("confirmed", "plausible", "pending"),
});

const rotationTarget: fc.Arbitrary<RotationTarget> = fc.oneof(
  fc.record({
    kind: fc.constant("github" as const),
    owner: hostile,
    repo: hostile,
    environment: fc.option(hostile),
    secret: hostile,
  }),
  fc.record({ kind: fc.constant("github-org" as const), org: hostile, secret: hostile }),
  fc.record({
    kind: fc.constantFrom("dependabot" as const, "codespaces" as const),
    owner: hostile,
    repo: hostile,
    secret: hostile,
  }),
  hostile.map((word) => ({ kind: "command" as const, argv: [word] as const })),
  hostile.map((path) => ({ kind: "file" as const, path })),
);

const leakRotation: fc.Arbitrary<LeakRotation> = fc.record({
  state: fc.oneof(
    fc.constant({ kind: "rotated" as const }),
    fc.record({ kind: fc.constant("refused" as const), because: fc.constantFrom("scopes-unknown", "person-owned") }),
    fc.record({
      kind: fc.constant("failed" as const),
      because: fc.constant("store" as const),
      target: rotationTarget,
      failure: fc.constant({ because: "rate-limited" as const }),
    }),
  ),
  newKey: fc.option(
    fc.record({
      id: hostile,
      name: hostile,
      fingerprint: fc.constant("0123456789abcdef"),
      createdAt: time,
      expiresAt: time,
    }),
  ),
  places: fc.array(
    fc.record({
      target: rotationTarget,
      holds: fc.constantFrom("new", "old", "earlier", "unknown"),
      result: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  isUsed: fc.option(fc.boolean()),
});

export const finding: fc.Arbitrary<Finding> = fc
  .record({
    key: fc.constantFrom(...KEYS),
    kind: fc.constantFrom("user", "project", "service-account", "admin", "named", "suspected", ...TOKEN_KINDS),
    confidence: fc.constantFrom("certain", "likely", "suspected"),
    sightings: fc.array(sighting, { minLength: 1, maxLength: 6 }),
    identity,
    possession: fc.constantFrom("proven", "proven-before", "someone-else", "unnamed", "not-accepted", "not-tried"),
    validity,
    impact: fc.option(impact),
    decision: fc.oneof(
      fc.record({ kind: fc.constant("revoke" as const), record }),
      fc.record({ kind: fc.constant("quarantine" as const), record }),
      fc.record({ kind: fc.constant("expire" as const), record, grace: fc.nat() }),
      fc.record({ kind: fc.constant("leave" as const), because: fc.constantFrom(...LEAVE_LEAKED) }),
    ),
    outcome,
    earlier: fc.option(earlier),
    places: fc.array(rotationTarget, { maxLength: 3 }),
    rotation: fc.option(leakRotation),
    response: fc.record({
      exposedAt: time,
      exposedAtIs: fc.constantFrom("pushed", "alerted", "committed", null),
      foundAt: time,
      identifiedAt: time,
      containedAt: time,
      verifiedAt: time,
      secondsExposed: fc.option(fc.nat()),
    }),
    containable: fc.boolean(),
    ignored: fc.option(
      fc.record({ kind: fc.constantFrom("ignored", "expired", "overruled"), reason: hostile, until: time }),
    ),
    blocks: fc.boolean(),
  })
  .map(({ key: { fingerprint, mask }, ...rest }) => ({ fingerprint, mask, ...rest }));

/** Any report there can be, with all that others may write into it. */
export const anyReport: fc.Arbitrary<Report> = fc.record({
  change: fc.oneof(
    fc.record({ kind: fc.constant("range" as const), base: fc.option(sha), head: sha }),
    fc.record({ kind: fc.constant("history" as const), unreachable: fc.boolean() }),
    fc.constant({ kind: "staged" as const }),
    fc.record({ kind: fc.constant("texts" as const), of: hostile }),
    fc.record({ kind: fc.constant("files" as const), globs: fc.array(hostile, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("stdin" as const), name: hostile }),
  ),
  coverage: fc.record({ commits: count, blobs: count, bytes: fc.maxSafeNat(), texts: count, milliseconds: count }),
  findings: fc.array(finding, { maxLength: 6 }),
  gaps: fc.array(
    fc.record({
      kind: fc.constantFrom(...GAPS),
      detail: hostile,
    }),
    { maxLength: 4 },
  ),
  silent: fc.record({ "published-example": count, placeholder: count, sequence: count, repetition: count }),
  askedAs: fc.option(hostile),
  unfinished: fc.array(
    fc.record({
      fingerprint: fc.constantFrom(...KEYS).map(({ fingerprint }) => fingerprint),
      id: hostile,
      act: fc.constantFrom("quarantine", "expire", "revoke"),
      at: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    }),
    { maxLength: 2 },
  ),
});
