import type { SourceAnswer } from "./audit-facts.ts";
import { isChoice } from "./gap.ts";
import type { Inventory, KeyRecord } from "./inventory.ts";
import { isProtected, normalizeName, type UnmatchedEntry } from "./protection.ts";
import type { KeyScopes, RotationOrder, RotationPlan, RotationRefusal } from "./rotation.ts";
import { buildSuccessorName, isWorking, listSuccessors, removeSuccession } from "./succession.ts";

/** What the choice of a key rests on. */
export type RotationFacts = {
  inventory: Pick<Inventory, "records" | "projects" | "gaps" | "archivedProjects">;
  now: Date;
  /** Ids or names of keys, projects and owners that are never touched. */
  protect: readonly string[];
  /** The entries of the operator's lists that fit nothing. */
  unmatched: readonly UnmatchedEntry[];
  /** The ids of the records that are, or may be, the Admin API key of this run. */
  own: ReadonlySet<string>;
};

/** The one key that an order means, and why it may not be rotated; or why it means no single one. */
export type OldKey = { record: KeyRecord; refusal: RotationRefusal | null } | RotationRefusal;

/** The longest life that OpenAI gives a key, in seconds: a year. */
const LONGEST_LIFE = 31_536_000;

/** How long before its end a key is due, beside the overlap, in seconds: runs may fail over a weekend. */
const MARGIN = 3 * 86_400;

/** The scope that covers all others. */
const EVERYTHING = "api.all";

/** How far apart two clocks may be, in milliseconds, where an end that is asked for is compared with one that was set. */
const SLACK = 60_000;

/**
 * Finds the one key that an order means, and says whether it may be rotated. An id of a key means that key alone; a name of
 * a key, or a service account, has to lead to exactly one key that works.
 */
export function findOldKey(order: RotationOrder, facts: RotationFacts): OldKey {
  const chosen = chooseKey(order, facts);
  if ("because" in chosen) return chosen;
  return { record: chosen, refusal: explainRefusal(chosen, order, facts) };
}

/**
 * Why a rotation that was broken off may not go on. That its key was replaced, or has ended meanwhile, is no reason: its
 * places wait for the new one.
 */
export function explainUnresumable(old: KeyRecord, order: RotationOrder, facts: RotationFacts): RotationRefusal | null {
  const refusal = explainRefusal(old, order, facts);
  return refusal?.because === "expired" || refusal?.because === "already-replaced" ? null : refusal;
}

/** Whether a key is old enough, or near enough its end, to be rotated. One whose age nobody knows is. */
export function isRotationDue(record: KeyRecord, order: RotationOrder, now: Date): boolean {
  const { createdAt, expiresAt } = record;
  if (order.rotateEvery !== null) {
    if (createdAt === null || now.getTime() - createdAt.getTime() >= order.rotateEvery * 1000) return true;
  }
  if (expiresAt === null) return false;
  const left = (expiresAt.getTime() - now.getTime()) / 1000;
  const lifetime = createdAt === null ? Number.POSITIVE_INFINITY : getLifetime(createdAt, expiresAt);
  // A key that lives for a day is not due on the day it was made.
  return left <= Math.min(order.overlap + MARGIN, lifetime / 2);
}

/** Plans the rotation of a key that may be rotated: which rights and which life its successor gets, and its name. */
export function planRotation(
  order: RotationOrder,
  old: KeyRecord,
  known: { id: string; scopes: SourceAnswer<KeyScopes> },
): RotationPlan | RotationRefusal {
  const { owner, home } = old;
  if (owner?.kind !== "service-account" || owner.id === null || home.id === null) return { because: "owner-unknown" };
  if (order.targets.length === 0) return { because: "no-target" };
  const scopes = chooseScopes(order, known.scopes);
  if ("because" in scopes) return scopes;
  const expiresIn = chooseLifetime(order, old);
  if (expiresIn === "unknown") return { because: "lifetime-unknown" };
  return {
    order,
    id: known.id,
    old,
    account: { id: owner.id, name: owner.name },
    project: { id: home.id, name: home.name },
    name: buildSuccessorName(old.name, { replaces: old.id, rotation: known.id }),
    scopes,
    expiresIn,
    isStored: false,
  };
}

function chooseKey(order: RotationOrder, facts: RotationFacts): KeyRecord | RotationRefusal {
  const isIncomplete = facts.inventory.gaps.some((gap) => !isChoice(gap));
  const pool = facts.inventory.records.filter((record) => isInProject(record, order.project));
  const named = pool.filter(({ id }) => id === order.asked);
  const [byId] = named;
  if (byId) return byId;
  const fitting = pool.filter((record) => isCalled(record, order.asked));
  if (isIncomplete) return { because: "inventory-incomplete" };
  const working = fitting.filter((record) => isWorking(record, facts.now));
  const current = working.filter((record) => !isPassing(record, order, facts));
  const [choice, ...others] = [current, working, fitting].find(({ length }) => length > 0) ?? [];
  if (!choice) return { because: "not-listed" };
  if (others.length === 0) return choice;
  return explainSeveral([choice, ...others], facts);
}

/** Two keys of one account of which one replaces the other are a rotation that was not finished. */
function explainSeveral(records: readonly KeyRecord[], { now }: RotationFacts): RotationRefusal {
  const replaced = records.filter(({ id }) => listSuccessors(records, id, { now, except: null }).length > 0);
  const [by] = records.filter((record) => !replaced.includes(record));
  if (by && replaced.length === records.length - 1) return { because: "already-replaced", by: by.id };
  return { because: "ambiguous", ids: records.map(({ id }) => id) };
}

/** Whether a key is meant by an order: by its id or name or that of its service account, in the project if one is said. */
export function isOrderedKey(record: KeyRecord, { asked, project }: Pick<RotationOrder, "asked" | "project">): boolean {
  return isInProject(record, project) && (record.id === asked || isCalled(record, asked));
}

function isInProject({ home }: KeyRecord, project: string | null): boolean {
  return project === null || fitsName(project, home.id, home.name);
}

/** Whether a key or its service account has this name; of a successor also what it was called before. */
function isCalled({ name, owner }: KeyRecord, asked: string): boolean {
  if (fitsName(asked, name, name === null ? null : removeSuccession(name))) return true;
  return owner?.kind === "service-account" && (owner.id === asked || fitsName(asked, owner.name));
}

function fitsName(asked: string, ...names: readonly (string | null)[]): boolean {
  const wanted = normalizeName(asked);
  return wanted !== "" && names.some((name) => name !== null && normalizeName(name) === wanted);
}

/** Whether a key was replaced, and ends no later than it would if it were retired now: nothing is left to be done of it. */
function isPassing(record: KeyRecord, { overlap }: RotationOrder, { inventory, now }: RotationFacts): boolean {
  const { expiresAt, id } = record;
  const isEnding = expiresAt !== null && expiresAt.getTime() <= now.getTime() + overlap * 1000 + SLACK;
  return isEnding && listWorkingSuccessors(record, inventory.records, now).some((one) => one.id !== id);
}

/** A name alone makes no successor: anybody who may create keys in another account could write it. */
function listWorkingSuccessors(record: KeyRecord, records: readonly KeyRecord[], now: Date): readonly KeyRecord[] {
  const siblings = records.filter(({ owner, home }) => owner?.id === record.owner?.id && home.id === record.home.id);
  return listSuccessors(siblings, record.id, { now, except: null });
}

function explainRefusal(record: KeyRecord, order: RotationOrder, facts: RotationFacts): RotationRefusal | null {
  const { inventory, own, protect, unmatched, now } = facts;
  const { home, owner, expiresAt, id } = record;
  if (own.has(id)) return { because: "own-admin-key" };
  if (home.kind === "organization") return { because: "admin-key" };
  if (owner === null) return { because: "owner-unknown" };
  if (owner.kind === "user") return { because: "person-owned" };
  if (owner.id === null || home.id === null) return { because: "owner-unknown" };
  if (inventory.archivedProjects?.includes(home.id)) return { because: "archived-project" };
  if (isProtected(record, protect)) return { because: "protected" };
  if (unmatched.length > 0) return { because: "unmatched-entry" };
  if (order.targets.length === 0) return { because: "no-target" };
  if (expiresAt !== null && expiresAt <= now) return { because: "expired" };
  const [by] = listWorkingSuccessors(record, inventory.records, now);
  return by ? { because: "already-replaced", by: by.id } : null;
}

function chooseScopes(
  { scopes: asked, widen }: RotationOrder,
  known: SourceAnswer<KeyScopes>,
): KeyScopes | Extract<RotationRefusal, { because: "scopes-unknown" | "wider-scopes" }> {
  if (asked === null) return known.kind === "told" ? known.value : { because: "scopes-unknown" };
  const wider = widen || known.kind === "untold" ? [] : listWider(asked, known.value);
  return wider.length > 0 ? { because: "wider-scopes", scopes: wider } : asked;
}

/** The scopes of a list that another one does not cover; for all of them the word `all`. */
function listWider(asked: KeyScopes, known: KeyScopes): readonly string[] {
  if (known.kind === "all" || known.scopes.includes(EVERYTHING)) return [];
  if (asked.kind === "all") return ["all"];
  const had = new Set(known.scopes);
  const mayReadAll = had.has("api.all.read");
  return asked.scopes.filter((scope) => !had.has(scope) && !(mayReadAll && /^api\.[a-z_.]+\.read$/.test(scope)));
}

/** In seconds; null for ever. */
function chooseLifetime({ expiresIn }: RotationOrder, old: KeyRecord): number | null | "unknown" {
  if (expiresIn !== null) return Math.min(expiresIn, LONGEST_LIFE);
  if (old.expiresAt === null) return old.absent?.includes("expiresAt") ? "unknown" : null;
  if (old.createdAt === null) return "unknown";
  return Math.min(Math.max(1, getLifetime(old.createdAt, old.expiresAt)), LONGEST_LIFE);
}

function getLifetime(createdAt: Date, expiresAt: Date): number {
  return Math.floor((expiresAt.getTime() - createdAt.getTime()) / 1000);
}
