import type { KeyRecord } from "../../../src/domain/inventory.ts";
import { NO_KEPT_SECRETS } from "../../../src/domain/kept-key.ts";
import type { Outcome } from "../../../src/domain/outcome.ts";
import type {
  MintedKey,
  PlaceResult,
  RotationFailure,
  RotationOrder,
  RotationPlan,
  RotationRefusal,
  RotationReport,
  RotationRest,
  RotationResult,
} from "../../../src/domain/rotation.ts";
import type { RotationTarget } from "../../../src/domain/rotation-target.ts";
import { buildSuccessorName } from "../../../src/domain/succession.ts";
import type { RotationContext } from "../../../src/report/rotation/view.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";

export const AT = new Date("2026-11-28T11:03:00Z");
const DAY = 86_400;
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

export const SECRET: RotationTarget = {
  kind: "github",
  owner: "acme",
  repo: "shop",
  secret: "OPENAI_API_KEY",
  environment: "production",
};
export const VAULT: RotationTarget = { kind: "command", argv: ["vault", "kv", "put", "secret/openai", "value=-"] };

export const OLD: KeyRecord = recordOf(createFakeKey("service-account", "old"), {
  id: "key_old",
  name: "checkout",
  home: { kind: "project", id: "proj_web", name: "Web shop" },
  owner: { kind: "service-account", id: "user-bot", name: "checkout-bot" },
  createdAt: later(-60 * DAY),
  lastUsedAt: later(-60),
  expiresAt: null,
});

export const NEW: MintedKey = {
  id: "key_new",
  name: buildSuccessorName("checkout", { replaces: "key_old", rotation: "3f9a2c1e" }),
  fingerprint: "0123456789abcdef",
  createdAt: AT,
  expiresAt: later(90 * DAY),
};

export function order(differing: Partial<RotationOrder> = {}): RotationOrder {
  return {
    asked: "checkout-bot",
    project: null,
    targets: [SECRET, VAULT],
    scopes: null,
    widen: false,
    expiresIn: 90 * DAY,
    overlap: DAY,
    wait: 1800,
    create: false,
    rotateEvery: null,
    ...differing,
  };
}

export function plan(differing: Partial<RotationOrder> = {}): RotationPlan {
  return {
    order: order(differing),
    id: "3f9a2c1e",
    old: OLD,
    account: { id: "user-bot", name: "checkout-bot" },
    project: { id: "proj_web", name: "Web shop" },
    name: NEW.name,
    scopes: { kind: "some", scopes: ["api.model.request"] },
    expiresIn: 90 * DAY,
    isStored: false,
  };
}

const CONTAINED = { kind: "contained", verified: true, stopped: false, at: AT, scopesBefore: null } as const;
export const ENDING: Outcome = { ...CONTAINED, by: "expire", endsAt: later(DAY) };
export const DELETED: Outcome = { ...CONTAINED, by: "revoke", endsAt: null };

const place = (target: RotationTarget, holds: PlaceResult["holds"], result: PlaceResult["result"] = null) => ({
  target,
  holds,
  result,
});
const STORED = { kind: "stored", verified: true } as const;
export const EVERYWHERE = [place(SECRET, "new", STORED), place(VAULT, "new", { ...STORED, verified: false })];
export const NOWHERE = [place(SECRET, "old"), place(VAULT, "old")];

/** A rotation that came to its end, but for what is said. */
export function rotation(differing: Partial<RotationResult> = {}): RotationResult {
  return {
    asked: "checkout-bot",
    old: OLD,
    plan: plan(),
    state: { kind: "rotated" },
    newKey: NEW,
    places: EVERYWHERE,
    use: { kind: "seen", at: AT },
    retired: { record: OLD, decision: { kind: "expire", record: OLD, grace: DAY }, outcome: ENDING },
    superseded: [],
    isResumed: false,
    ...differing,
  };
}

export function rotationReport(
  rotations: readonly RotationResult[],
  differing: Partial<RotationReport> = {},
): RotationReport {
  return { at: AT, organization: "acme-inc", isDryRun: false, rotations, gaps: [], notes: [], ...differing };
}

export const terminal: RotationContext = {
  medium: "terminal",
  version: "0.1.0",
  runUrl: null,
  goOn: "openai-key-guard rotate checkout-bot --audit-file rotate.jsonl --resume",
  hasAuditFile: true,
  kept: NO_KEPT_SECRETS,
};
export const workflow: RotationContext = {
  ...terminal,
  medium: "workflow",
  runUrl: "https://github.com/acme/web/actions/runs/1",
  goOn: null,
};

const nothing = { newKey: null, places: NOWHERE, use: { kind: "not-watched" }, retired: null } as const;
const kept = { retired: null } as const;

/** A refusal of each reason; the compiler names one that is missing. */
const REFUSALS: { [Because in RotationRefusal["because"]]: RotationRefusal & { because: Because } } = {
  "not-listed": { because: "not-listed" },
  ambiguous: { because: "ambiguous", ids: ["key_1", "key_2"] },
  "inventory-incomplete": { because: "inventory-incomplete" },
  "person-owned": { because: "person-owned" },
  "owner-unknown": { because: "owner-unknown" },
  "admin-key": { because: "admin-key" },
  "own-admin-key": { because: "own-admin-key" },
  protected: { because: "protected" },
  "unmatched-entry": { because: "unmatched-entry" },
  "too-many": { because: "too-many" },
  "archived-project": { because: "archived-project" },
  expired: { because: "expired" },
  "no-target": { because: "no-target" },
  "scopes-unknown": { because: "scopes-unknown" },
  "lifetime-unknown": { because: "lifetime-unknown" },
  "wider-scopes": { because: "wider-scopes", scopes: ["api.files.write"] },
  "already-replaced": { because: "already-replaced", by: "key_new" },
  unfinished: { because: "unfinished" },
  "nothing-to-resume": { because: "nothing-to-resume" },
  "other-targets": { because: "other-targets", targets: ["file:/run/key"] },
  "asked-twice": { because: "asked-twice" },
  "target-not-ready": {
    because: "target-not-ready",
    target: SECRET,
    failure: { because: "not-permitted", permission: "Environments: write and Secrets: write" },
  },
  "not-recorded": { because: "not-recorded" },
  cancelled: { because: "cancelled" },
  declined: { because: "declined" },
};

/** A failure of each reason. */
const FAILURES: { [Because in RotationFailure["because"]]: RotationFailure & { because: Because } } = {
  mint: { because: "mint", failure: { because: "refused", code: "invalid_expiry" }, mayExist: false },
  "new-key-refused": { because: "new-key-refused" },
  "new-key-lives-longer": { because: "new-key-lives-longer" },
  "new-key-not-ours": { because: "new-key-not-ours" },
  store: { because: "store", target: VAULT, failure: { because: "exit-code", code: 3 } },
  overtaken: { because: "overtaken", by: "key_other" },
  "resumed-elsewhere": { because: "resumed-elsewhere" },
  "account-not-listed": { because: "account-not-listed" },
  "not-recorded": { because: "not-recorded" },
  cancelled: { because: "cancelled" },
  unexpected: { because: "unexpected" },
};

const RESTS: { [Rest in RotationRest]: Partial<RotationResult> } = {
  "new-key-unseen": { ...kept, use: { kind: "unseen" } },
  "new-key-gone": { ...kept, newKey: null },
  "old-key-in-use": kept,
  "use-unknown": kept,
  "old-key-kept": {
    retired: {
      record: OLD,
      decision: { kind: "expire", record: OLD, grace: DAY },
      outcome: { kind: "failed", because: "not-permitted" },
    },
  },
};

/** A result for each thing that a rotation can come to. */
export const RESULTS: Readonly<Record<string, RotationResult>> = {
  rotated: rotation(),
  "rotated at once": rotation({
    retired: { record: OLD, decision: { kind: "revoke", record: OLD }, outcome: DELETED },
  }),
  "rotated without a watch": rotation({ use: { kind: "not-watched" } }),
  "rotated by a later run": rotation({
    isResumed: true,
    superseded: [{ record: { ...OLD, id: "key_lost" }, decision: { kind: "revoke", record: OLD }, outcome: DELETED }],
  }),
  planned: rotation({ ...nothing, state: { kind: "planned" } }),
  "a key whose creation was lost": rotation({
    ...nothing,
    state: { kind: "failed", because: "mint", failure: { because: "network" }, mayExist: true },
  }),
  "a store that failed after another": rotation({
    ...kept,
    state: { kind: "failed", ...FAILURES.store },
    places: [
      place(SECRET, "new", STORED),
      place(VAULT, "old", { kind: "failed", mayBeStored: false, because: "exit-code", code: 3 }),
    ],
  }),
  ...Object.fromEntries(
    Object.values(REFUSALS).map((one) => [
      `refused, ${one.because}`,
      rotation({ ...nothing, plan: null, state: { kind: "refused", ...one } }),
    ]),
  ),
  ...Object.fromEntries(
    Object.values(FAILURES).map((one) => [
      `failed, ${one.because}`,
      rotation({ ...nothing, state: { kind: "failed", ...one } }),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(RESTS).map(([because, parts]) => [
      `unfinished, ${because}`,
      rotation({ ...parts, state: { kind: "unfinished", because: because as RotationRest } }),
    ]),
  ),
};
