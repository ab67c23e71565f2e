import type { CodexTokenKind } from "../../src/domain/candidate.ts";
import type { Containment, LeaveBecause } from "../../src/domain/decision.ts";
import type { EarlierAct } from "../../src/domain/earlier-act.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { Gap } from "../../src/domain/gap.ts";
import type { Impact } from "../../src/domain/impact.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import { type Report, restrictReport } from "../../src/domain/report.ts";
import type { LeakRotation } from "../../src/domain/rotation.ts";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { Secret } from "../../src/domain/secret.ts";
import { describeMissingContent } from "../../src/messages/gaps/git/lfs.ts";
import { describeMissingObject } from "../../src/messages/gaps/git/objects.ts";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { createFakeToken } from "../../src/sandbox/fake-tokens.ts";
import { checkEntries } from "../../src/scan/unmatched-entries.ts";
import { policy, recordOf, sighting } from "../support/facts.ts";
import { contained, dead, finding, keyless, NOW, removed, report as reportOf } from "./stories.ts";

// Every state that a key or a run can be in, told of one small company: acme-inc, with Ada and Grace and its Web shop.

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

/** How a key was used in the three minutes between the leak and the run. */
const USE: Impact = {
  since: at("10:00"),
  asOf: NOW,
  requests: 1240,
  inputTokens: 310_000,
  outputTokens: 42_000,
  models: [{ model: "gpt-5-mini", requests: 1240, inputTokens: 310_000, outputTokens: 42_000 }],
  buckets: [90, 655, 430, 65].map((requests, minute) => ({
    start: new Date(at("10:00").getTime() + minute * 60_000),
    end: new Date(at("10:01").getTime() + minute * 60_000),
    requests,
  })),
  cost: { value: 1.37, currency: "usd" },
  changes: [],
  createdBy: null,
  untold: [],
};

/** The keys of acme-inc: the seed of each, its id, its place, and what differs from the Web shop's `checkout`. */
const KEYS = {
  checkout: { seed: "a", id: "key_9Qx3", place: { path: "deploy/config.yml", line: 12, column: 9 } },
  laptop: {
    seed: "b",
    id: "key_2Lp5",
    place: { path: ".env", line: 1, column: 16 },
    owner: { kind: "user", id: "user-2", name: "Ada" },
  },
  nightly: { seed: "d", id: "key_4Tn8", place: { path: "test/fixtures.ts", line: 4, column: 20 } },
  search: { seed: "w", id: "key_8Wd1", place: { path: "services/search/main.go", line: 19, column: 11 } },
  automation: {
    seed: "x",
    id: "key_0Ad1",
    place: { path: "infra/keys.tf", line: 3, column: 17 },
    home: { kind: "organization", id: null, name: null },
    owner: { kind: "user", id: "user-3", name: "Linus" },
  },
} as const satisfies Record<
  string,
  { seed: string; id: string; place: object } & Partial<Pick<KeyRecord, "owner" | "home">>
>;
type KeyName = keyof typeof KEYS;

function recordFor(name: KeyName, family: Family = "project"): KeyRecord {
  const { seed, place: _, ...facts } = KEYS[name];
  return recordOf(createFakeKey(family, seed), {
    name,
    home: { kind: "project", id: "proj_7fK2", name: "Web shop" },
    owner: { kind: "service-account", id: "user-1", name: "checkout-bot" },
    lastUsedAt: at("09:58"),
    ...facts,
  });
}

/** A key of acme-inc that this change brought: live, and only reported, but for what is said. `act`: what was decided. */
function leaked(
  name: KeyName,
  { act, ...differing }: Partial<Finding> & { act?: Containment["kind"]; family?: Family } = {},
): Finding {
  const { seed, place } = KEYS[name];
  const record = recordFor(name, differing.family);
  const decision = act === "expire" ? { kind: act, record, grace: 3600 } : act && { kind: act, record };
  return finding({
    seed,
    identity: { kind: "ours", record, chance: 1 / 65_536 },
    sightings: [sighting(place)],
    ...(decision ? { decision } : {}),
    ...differing,
  });
}

/** The same key, left alone for this reason. */
function left(name: KeyName, because: LeaveBecause, differing: Parameters<typeof leaked>[1] = {}): Finding {
  return leaked(name, { decision: { kind: "leave", because }, outcome: { kind: "left", because }, ...differing });
}

/** The same key, contained by this run at 10:03. */
function stopped(name: KeyName, by: Containment["kind"], differing: Parameters<typeof leaked>[1] = {}): Finding {
  const endsAt = by === "expire" ? at("11:03") : null;
  const scopesBefore = by === "quarantine" ? ["api.model.request", "api.files.read"] : null;
  const isDead = by === "revoke" ? ({ validity: dead, containable: false } as const) : {};
  return leaked(name, { act: by, outcome: contained({ by, endsAt, scopesBefore }), ...isDead, ...differing });
}

/** A key that nobody asked OpenAI about, or that is not acme-inc's. */
function untried(seed: string, identity: Finding["identity"], differing: Parameters<typeof finding>[0] = {}): Finding {
  const because = ({ foreign: "not-ours", ambiguous: "ambiguous" } as const)[identity.kind as "foreign"] ?? "unchecked";
  return finding({
    seed,
    identity,
    possession: "not-tried",
    validity: { kind: "unknown", because: "not-tried" },
    decision: { kind: "leave", because },
    outcome: { kind: "left", because },
    containable: false,
    sightings: [sighting({ path: "docs/tutorial.md", line: 88, column: 1, author: "Grace" })],
    ...differing,
  });
}

const revokedBefore: EarlierAct = {
  kind: "revoke",
  recordId: KEYS.checkout.id,
  at: at("08:12"),
  by: { kind: "user", id: null, name: "grace" },
  endsAt: null,
  scopesBefore: null,
  knownFrom: "audit-file",
  standing: "confirmed",
};

const inWorkflow = [sighting({ path: ".github/workflows/nightly.yml", line: 21, column: 27 })];
const twoPlaces = [sighting(KEYS.checkout.place), removed({ path: ".env", line: 2, column: 16 })];
const [live, search] = [leaked("checkout", { impact: USE, sightings: twoPlaces }), left("search", "awaiting-approval")];
const weights = "models/weights.bin";
const lfs: Gap = { kind: "lfs", detail: describeMissingContent(weights), path: weights };
const absent = { name: "src/app.ts", oid: "1234567".padEnd(40, "0") };
const missing: Gap = { kind: "missing-object", detail: describeMissingObject(absent), path: absent.name };
const alone = { change: { kind: "range", base: "b".repeat(40), head: "c".repeat(40), unpushed: true } } as const;
const fromStdin = { where: "stdin", path: "docker save", commit: null, author: null, at: null } as const;
const local = (path: string) => [sighting({ path, line: 3, column: 14, commit: null, author: null, at: null })];
const hostile = "`|</details>\n| @octocat #1 <b>https://x.example</b> \u202eמפתח ::error:: ";

/** A key like `checkout` that differs in its name and in where it is. */
function numbered(index: number, differing: Partial<Finding> = {}): Finding {
  const place = sighting({ path: `services/part-${index}/config.yml`, line: index + 1 });
  const record = { ...recordFor("checkout"), id: `key_${index}`, name: `service-${index}` };
  const identity = { kind: "ours", record, chance: 1 / 65_536 } as const;
  return finding({ seed: `many-${index}`, identity, impact: USE, sightings: [place], ...differing });
}

/** This many live keys, which differ in where they are. */
export function createLiveKeys(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => numbered(index));
}

/** This many keys that were revoked and are out of the code. */
export function createResolvedKeys(count: number): readonly Finding[] {
  const { validity, outcome, containable } = stopped("checkout", "revoke");
  return createLiveKeys(count).map((one) => ({
    ...one,
    validity,
    outcome,
    containable,
    blocks: false,
    sightings: one.sightings.map((place) => ({ ...place, inHead: false })),
  }));
}

/** This many keys of all fates in turn: live, revoked and still in the code, quarantined, a stranger's, ignored. */
export function createKeysOfAllFates(count: number): readonly Finding[] {
  const fates: readonly Partial<Finding>[] = [
    {},
    pickFate(stopped("checkout", "revoke")),
    pickFate(stopped("checkout", "quarantine")),
    { ...pickFate(untried("s", { kind: "foreign" })), identity: { kind: "foreign" }, impact: null },
    { ignored: { kind: "ignored", reason: "a key of the demo", until: null } },
  ];
  return Array.from({ length: count }, (_, index) => numbered(index, fates[index % fates.length]));
}

function pickFate({ validity, decision, outcome, containable, possession }: Finding): Partial<Finding> {
  return { validity, decision, outcome, containable, possession };
}

/** The gaps of a run whose lists have an entry that fits nothing in the Web shop. */
function listUnmatched(lists: Parameters<typeof policy>[0]): readonly Gap[] {
  const records = [recordFor("checkout")];
  const inventory = { records, projects: records.map(({ home }) => home), gaps: [], organization: "acme-inc" };
  return checkEntries(policy(lists), inventory, []).gaps;
}

/** A report of a run that asked OpenAI as acme-inc. */
function report(findings: readonly Finding[] = [], differing: Partial<Report> = {}): Report {
  return reportOf(findings, { askedAs: findings.length > 0 ? "acme-inc" : null, ...differing });
}

/** A key of each fate: one that waits, one that is limited, one that is revoked and out of the code. */
const MIXED = [
  search,
  stopped("checkout", "quarantine", { impact: USE, sightings: twoPlaces }),
  stopped("laptop", "revoke", { impact: USE, sightings: [removed(KEYS.laptop.place)] }),
];

const unchecked = (because: "no-admin-key" | "not-listed-by-openai") => ({ kind: "unchecked", because }) as const;

/** A token of Codex or ChatGPT that this change brought. */
function token(kind: CodexTokenKind, place: object, differing: Partial<Finding> = {}): Finding {
  const { fingerprint, mask } = new Secret(createFakeToken(kind, "a"));
  const confidence = kind === "codex-access-token" ? "likely" : "certain";
  const told = { kind, fingerprint, mask, confidence, sightings: [sighting(place)] } as const;
  return untried("t", unchecked("not-listed-by-openai"), { ...told, ...differing });
}

const tokens = [
  token("codex-access-token", { path: ".github/workflows/codex.yml", line: 12, column: 31 }),
  token("agent-identity", { path: "deploy/agent.env", line: 2, column: 20 }),
  token("chatgpt-login", { path: "home/.codex/auth.json", line: 4, column: 18 }),
] as const;

const productionSecret: RotationTarget = {
  kind: "github",
  owner: "acme-inc",
  repo: "web-shop",
  environment: "production",
  secret: "OPENAI_API_KEY",
};
const noPermission = { because: "not-permitted", permission: "Secrets: write" } as const;

/** The same key, which ends in an hour, after a rotation of it that came to this. */
function rotated(state: LeakRotation["state"], holds: "new" | "old"): Finding {
  const places = [{ target: productionSecret, holds, result: null }];
  const rotation = { state, newKey: null, places, isUsed: holds === "new" ? true : null };
  return stopped("checkout", "expire", { impact: USE, places: [productionSecret], rotation });
}

/** A report for each state. */
export const EVERY_STATE = {
  clean: report(),
  live: report([live]),
  "live-admin-key": report([
    leaked("automation", { family: "admin", outcome: { kind: "failed", because: "network" }, act: "revoke" }),
  ]),
  "own-admin-key": report([left("automation", "own-admin-key", { family: "admin", containable: false })]),
  mixed: report(MIXED),
  "mixed-minimal": restrictReport(report(MIXED), "minimal"),
  waiting: report([left("search", "awaiting-approval", { impact: USE })]),
  quarantined: report([stopped("checkout", "quarantine", { impact: USE })]),
  expiring: report([stopped("laptop", "expire", { impact: USE })]),
  rotated: report([rotated({ kind: "rotated" }, "new")]),
  "rotation-failed": report([
    rotated({ kind: "failed", because: "store", target: productionSecret, failure: noPermission }, "old"),
  ]),
  revoked: report([stopped("checkout", "revoke", { impact: USE, sightings: twoPlaces })]),
  "revoked-earlier": report([
    untried(
      "a",
      { kind: "unchecked", because: "contained-before" },
      {
        possession: "not-accepted",
        validity: { kind: "inactive", because: "refused" },
        outcome: { kind: "left", because: "already-inactive" },
        earlier: revokedBefore,
        sightings: [sighting(KEYS.checkout.place)],
      },
    ),
  ]),
  resolved: report([stopped("checkout", "revoke", { impact: USE, sightings: [removed(KEYS.checkout.place)] })]),
  ignored: report([
    untried(
      "i",
      { kind: "foreign" },
      {
        ignored: { kind: "ignored", reason: "key of the public demo, cannot spend", until: new Date("2027-01-31") },
        sightings: [sighting({ path: "demo/index.html", line: 7, column: 30 })],
      },
    ),
  ]),
  "ignored-yet-live": report([
    leaked("checkout", { impact: USE, ignored: { kind: "overruled", reason: "only a test key", until: null } }),
  ]),
  fake: report([
    left("nightly", "not-accepted", {
      possession: "not-accepted",
      validity: { kind: "inactive", because: "refused" },
      containable: false,
    }),
  ]),
  stranger: report([untried("s", { kind: "foreign" })]),
  "several-match": report([
    untried("a", { kind: "ambiguous", candidates: [recordFor("checkout"), recordFor("search")] }),
  ]),
  unchecked: report([untried("a", unchecked("no-admin-key"))], { askedAs: null, gaps: [keyless] }),
  "unchecked-legacy": report([untried("u", unchecked("not-listed-by-openai"), { family: "user" })]),
  unsure: report([
    left("checkout", "not-accepted", { possession: "not-accepted", validity: { kind: "unknown", because: "network" } }),
  ]),
  suspected: report([
    untried("p", unchecked("not-listed-by-openai"), {
      kind: "suspected",
      confidence: "suspected",
      sightings: [sighting({ path: "logs/deploy.log", line: 2041, column: 77 })],
    }),
  ]),
  "access-token": report([tokens[0]]),
  "agent-identity": report([tokens[1]]),
  "chatgpt-login": report([tokens[2]]),
  "ended-login": report([
    token("chatgpt-login", { path: "notes.txt", line: 1 }, { validity: { kind: "inactive", because: "expired" } }),
  ]),
  tokens: report(tokens),
  "tokens-and-live": report([...tokens, live]),
  "in-a-workflow": report([leaked("checkout", { impact: USE, sightings: inWorkflow })]),
  "in-a-workflow-unchecked": report([untried("a", unchecked("no-admin-key"), { sightings: inWorkflow })], {
    askedAs: null,
    gaps: [keyless],
  }),
  incomplete: report([], { gaps: [lfs] }),
  "incomplete-and-live": report([live], { gaps: [lfs, missing] }),
  preexisting: report([leaked("checkout", { impact: USE, sightings: [sighting({ preexisting: true })] })]),
  unfinished: report([], {
    unfinished: [{ fingerprint: live.fingerprint, id: "key_1Zy0", act: "revoke", at: at("08:12") }],
  }),
  "unmatched-protect": report([left("checkout", "unmatched-entry", { containable: false })], {
    gaps: listUnmatched({ protect: ["web-shpo"] }),
  }),
  "approved-missing": report([left("checkout", "not-approved")], {
    gaps: listUnmatched({ approved: new Set([search.fingerprint]) }),
  }),
  "dry-run": report([
    leaked("checkout", {
      impact: USE,
      decision: { kind: "rehearse", act: { kind: "revoke", record: recordFor("checkout") } },
      outcome: { kind: "rehearsed", because: "would-revoke" },
    }),
  ]),
  failed: report([leaked("checkout", { act: "revoke", impact: USE, outcome: { kind: "failed", because: "network" } })]),
  "read-only-admin-key": report([
    leaked("checkout", { act: "revoke", impact: USE, outcome: { kind: "refused", because: "read-only-admin-key" } }),
  ]),
  "too-many": report(
    (["checkout", "laptop", "nightly", "search"] as const).map((name) => left(name, "too-many", { impact: USE })),
  ),
  "many-keys": report([...createLiveKeys(11), ...MIXED]),
  staged: report([left("checkout", "report-only", { sightings: local("src/app.ts") })], { change: { kind: "staged" } }),
  unpushed: report([live, stopped("laptop", "revoke")], alone),
  stdin: report([left("checkout", "report-only", { sightings: [sighting({ ...fromStdin, line: 2041 })] })], {
    change: { kind: "stdin", name: "docker save" },
  }),
  files: report([left("checkout", "report-only", { sightings: local("src/app.ts") })], {
    change: { kind: "files", globs: ["src/**"] },
  }),
  history: report([live, stopped("laptop", "revoke")], { change: { kind: "history", unreachable: false } }),
  "hostile-names": report([
    leaked("checkout", {
      impact: USE,
      identity: { kind: "ours", chance: 0, record: { ...recordFor("checkout"), name: hostile, id: hostile } },
      sightings: [sighting({ path: `${hostile}/${"long-name/".repeat(30)}.env`, author: hostile })],
    }),
    left("search", "awaiting-approval", { sightings: [sighting({ path: "מפתח/قيم.env", author: "עדה" })] }),
  ]),
} as const satisfies Record<string, Report>;

/** The names of the states. */
export type StateName = keyof typeof EVERY_STATE;
