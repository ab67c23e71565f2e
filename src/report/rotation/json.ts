import type { KeyRecord } from "../../domain/inventory.ts";
import {
  concludeRotation,
  type KeyScopes,
  type MintedKey,
  type PlaceResult,
  type RetiredKey,
  type RotationPlan,
  type RotationReport,
  type RotationResult,
} from "../../domain/rotation.ts";
import { formatTarget, type RotationTarget } from "../../domain/rotation-target.ts";
import { formatDecision, formatIsoTime, formatOutcome } from "../json-finding.ts";
import { formatSafeJson } from "../safe-json.ts";
import { isHidden } from "../wording/rotation/names.ts";

/** The name of the format. It changes when a program that reads the old one would misread the new one. */
const SCHEMA = "openai-key-guard/rotation/v1" as const;

/** The rotations as `schema/rotation.v1.json` describes them. What is not known is null; times are ISO 8601 in UTC. */
export function renderRotationJson(report: RotationReport, version: string): string {
  const { at, organization, isDryRun, rotations, gaps, notes } = report;
  return formatSafeJson({
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    conclusion: concludeRotation(report),
    at: formatIsoTime(at),
    organization,
    dryRun: isDryRun,
    rotations: rotations.map(formatResult),
    gaps: gaps.map(({ kind, detail }) => ({ kind, detail })),
    notes,
  });
}

function formatResult(result: RotationResult) {
  const { asked, old, plan, newKey, places, use, retired, superseded, isResumed } = result;
  return {
    asked: asked === "" ? null : asked,
    state: formatState(result),
    oldKey: old && formatKey(old),
    newKey: newKey && formatMinted(newKey),
    plan: plan && formatPlan(plan),
    places: places.map(formatPlace),
    use: { kind: use.kind, at: use.kind === "seen" ? formatIsoTime(use.at) : null },
    retired: retired && formatRetired(retired),
    superseded: superseded.map(formatRetired),
    resumed: isResumed,
  };
}

/** What came of it, with the reason, and what else is known of the reason. */
function formatState({ state, places }: RotationResult) {
  if (state.kind === "rotated" || state.kind === "planned") return { kind: state.kind, because: null, detail: null };
  const { kind, because } = state;
  if (kind === "unfinished") return { kind, because, detail: null };
  const detail = "target" in state ? formatFailedPlace(state, places) : null;
  if (detail) return { kind, because, detail };
  if ("failure" in state) {
    const { failure } = state;
    const code = "code" in failure ? String(failure.code) : null;
    return { kind, because, detail: { place: null, because: failure.because, code, ids: [] } };
  }
  const ids =
    "ids" in state
      ? state.ids
      : "by" in state
        ? [state.by]
        : "scopes" in state
          ? state.scopes
          : "targets" in state
            ? state.targets
            : [];
  return { kind, because, detail: ids.length > 0 ? { place: null, because: null, code: null, ids } : null };
}

function formatFailedPlace(
  { target, failure }: Extract<RotationResult["state"], { target: RotationTarget }>,
  places: readonly PlaceResult[],
) {
  const place = places.findIndex((one) => one.target === target);
  const code =
    "permission" in failure
      ? failure.permission
      : "code" in failure && failure.code !== null
        ? String(failure.code)
        : null;
  return { place: place < 0 ? null : place, because: failure.because, code, ids: [] };
}

function formatPlan({ id, account, project, name, scopes, expiresIn, order }: RotationPlan) {
  return {
    rotation: id,
    account,
    project,
    name: name === "" ? null : name,
    scopes: formatScopes(scopes),
    expiresIn,
    overlap: order.overlap,
    wait: order.wait,
    create: order.create,
  };
}

function formatScopes(scopes: KeyScopes) {
  return { kind: scopes.kind, list: scopes.kind === "all" ? [] : scopes.scopes };
}

function formatPlace({ target, holds, result }: PlaceResult) {
  return {
    kind: target.kind,
    target: isHidden(target) ? null : formatTarget(target),
    holds,
    stored: result === null ? null : result.kind === "stored",
    verified: result?.kind === "stored" ? result.verified : null,
    because: result?.kind === "failed" ? result.because : null,
  };
}

function formatKey({ id, name, home, owner, createdAt, lastUsedAt, expiresAt }: KeyRecord) {
  return {
    id,
    name,
    project: home.kind === "project" ? { id: home.id, name: home.name } : null,
    owner: owner && { kind: owner.kind, id: owner.id, name: owner.name },
    createdAt: formatIsoTime(createdAt),
    lastUsedAt: formatIsoTime(lastUsedAt),
    expiresAt: formatIsoTime(expiresAt),
  };
}

function formatMinted({ id, name, fingerprint, createdAt, expiresAt }: MintedKey) {
  return {
    id,
    name: name === "" ? null : name,
    fingerprint,
    createdAt: formatIsoTime(createdAt),
    expiresAt: formatIsoTime(expiresAt),
  };
}

function formatRetired({ record, decision, outcome }: RetiredKey) {
  return { key: formatKey(record), decision: formatDecision(decision), outcome: formatOutcome(outcome) };
}
