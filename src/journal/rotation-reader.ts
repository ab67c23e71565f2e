import type { Actor } from "../domain/impact.ts";
import type { KeyScopes } from "../domain/rotation.ts";
import type { RecordedKey, RecordedRotation } from "../domain/rotation-record.ts";
import { isObject, parseTime } from "./line-values.ts";

/** What a line says of a rotation, as far as a later run needs it. */
type ParsedStep =
  | ({ kind: "plan" } & Pick<RecordedRotation, "batch" | "asked" | "old" | "targets" | "scopes" | "expiresIn">)
  | { kind: "mint" | "mint-ended" | "nothing" }
  | { kind: "ended"; isOver: boolean; isRotated: boolean }
  | { kind: "minted"; key: RecordedKey }
  | { kind: "tried" | "seen"; key: string; at: Date }
  | { kind: "touched" | "untouched" | "stored"; key: string; place: number };

/** A line about a rotation. */
export type ParsedRotation = { rotation: string; attempt: string; at: Date; step: ParsedStep };

/** What lines say of a rotation; null where one does not say what every line of ours does. */
export function parseRotation(facts: Readonly<Record<string, unknown>>): ParsedRotation | null {
  const { rotation, attempt } = facts;
  const at = parseTime(facts["at"]);
  if (!isToken(rotation) || !isToken(attempt) || Number.isNaN(at.getTime())) return null;
  const step = parseStep(facts);
  return step && { rotation, attempt, at, step };
}

/** Adds up lines, in their order. Those of a rotation whose first line is not in the file are passed over. */
export class RotationHistory {
  readonly #rotations = new Map<string, RecordedRotation>();

  note({ rotation, attempt, at, step }: ParsedRotation, by: Actor | null): void {
    const before = this.#rotations.get(rotation);
    if (step.kind === "plan") {
      const { kind: _, ...planned } = step;
      const begun = before ?? { id: rotation, at, by, ...planned, keys: [], isMintOpen: false };
      this.#rotations.set(rotation, { ...begun, attempt, isOver: false, isRotated: false });
    } else if (before) this.#rotations.set(rotation, addStep(before, step));
  }

  /** All of them, the oldest first. */
  list(): readonly RecordedRotation[] {
    return [...this.#rotations.values()];
  }
}

function addStep(before: RecordedRotation, step: Exclude<ParsedStep, { kind: "plan" }>): RecordedRotation {
  switch (step.kind) {
    case "mint":
      return { ...before, isMintOpen: true };
    case "mint-ended":
      return { ...before, isMintOpen: false };
    case "minted":
      return { ...before, isMintOpen: false, keys: [...before.keys.filter(({ id }) => id !== step.key.id), step.key] };
    case "tried":
      return changeKey(before, step.key, (key) => ({ ...key, triedAt: step.at }));
    case "seen":
      return changeKey(before, step.key, (key) => ({ ...key, seenAt: step.at }));
    case "touched":
    case "untouched":
    case "stored":
      return changeKey(before, step.key, (key) => addPlace(key, step.kind, step.place));
    case "ended":
      return { ...before, isOver: step.isOver, isRotated: step.isRotated };
    case "nothing":
      return before;
    default:
      return step satisfies never;
  }
}

function changeKey(before: RecordedRotation, id: string, change: (key: RecordedKey) => RecordedKey): RecordedRotation {
  return { ...before, keys: before.keys.map((key) => (key.id === id ? change(key) : key)) };
}

/** A place that took a key, or may have, is never known to be without it again: another run may have begun it too. */
function addPlace(key: RecordedKey, kind: "touched" | "untouched" | "stored", place: number): RecordedKey {
  if (kind === "untouched") {
    return key.stored.includes(place) ? key : { ...key, touched: key.touched.filter((one) => one !== place) };
  }
  const touched = key.touched.includes(place) ? key.touched : [...key.touched, place];
  return kind === "touched" || key.stored.includes(place)
    ? { ...key, touched }
    : { ...key, touched, stored: [...key.stored, place] };
}

function parseStep(facts: Readonly<Record<string, unknown>>): ParsedStep | null {
  const { step, phase } = facts;
  const isBegin = phase === "begin";
  if (!isBegin && phase !== "end") return null;
  switch (step) {
    case "plan":
      return parsePlan(facts);
    case "mint":
      return isBegin ? { kind: "mint" } : parseMint(facts);
    case "try":
      return isBegin ? { kind: "nothing" } : parseMoment(facts, "tried", "triedAt");
    case "store":
      return parseStore(facts, isBegin);
    case "watch":
      return isBegin ? { kind: "nothing" } : parseMoment(facts, "seen", "seenAt");
    case "retire":
      return { kind: "nothing" };
    case "end":
      return parseEnd(facts);
    default:
      return null;
  }
}

function parseEnd({ state, isOver }: Readonly<Record<string, unknown>>): ParsedStep | null {
  if (typeof isOver !== "boolean" || !isObject(state)) return null;
  return { kind: "ended", isOver, isRotated: state["kind"] === "rotated" };
}

function parsePlan(facts: Readonly<Record<string, unknown>>): ParsedStep | null {
  const { batch, asked, old, targets, expiresIn } = facts;
  if (!isToken(batch) || !isObject(old) || !isId(old["id"]) || !isListOfText(targets)) return null;
  const { home, owner } = old;
  if (!isObject(home) || !isObject(owner) || owner["kind"] !== "service-account") return null;
  if (!isId(home["id"]) || !isId(owner["id"])) return null;
  return {
    kind: "plan",
    batch,
    scopes: parseScopes(facts["scopes"]),
    expiresIn: typeof expiresIn === "number" ? expiresIn : null,
    // A name that is an address was left out.
    asked: typeof asked === "string" ? asked : old["id"],
    old: {
      id: old["id"],
      name: parseText(old["name"]),
      home: { kind: "project", id: home["id"], name: parseText(home["name"]) },
      owner: { kind: "service-account", id: owner["id"], name: parseText(owner["name"]) },
    },
    targets,
  };
}

function parseScopes(value: unknown): KeyScopes | null {
  if (value === "all") return { kind: "all" };
  if (!isListOfText(value)) return null;
  const [first, ...rest] = value;
  return first === undefined ? null : { kind: "some", scopes: [first, ...rest] };
}

function parseMint({ result, key }: Readonly<Record<string, unknown>>): ParsedStep | null {
  if (!isObject(result)) return null;
  if (result["kind"] === "failed") return { kind: "mint-ended" };
  if (result["kind"] === "lost") return { kind: "nothing" };
  if (result["kind"] !== "minted" || !isObject(key) || !isId(key["id"])) return null;
  const { fingerprint } = key;
  return {
    kind: "minted",
    key: {
      id: key["id"],
      name: parseText(key["name"]) ?? key["id"],
      fingerprint: typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint) ? fingerprint : null,
      createdAt: parseDate(key["createdAt"]),
      expiresAt: parseDate(key["expiresAt"]),
      triedAt: null,
      touched: [],
      stored: [],
      seenAt: null,
    },
  };
}

function parseMoment(
  { key, result }: Readonly<Record<string, unknown>>,
  kind: "tried" | "seen",
  name: "triedAt" | "seenAt",
): ParsedStep | null {
  if (!isObject(key) || !isId(key["id"]) || !isObject(result)) return null;
  const at = parseDate(result[name]);
  return at === null ? { kind: "nothing" } : { kind, key: key["id"], at };
}

function parseStore({ key, place, result }: Readonly<Record<string, unknown>>, isBegin: boolean): ParsedStep | null {
  if (!isObject(key) || !isId(key["id"]) || !isPlace(place)) return null;
  const where = { key: key["id"], place };
  if (isBegin) return { kind: "touched", ...where };
  if (!isObject(result)) return null;
  if (result["kind"] === "stored") return { kind: "stored", ...where };
  if (result["kind"] !== "failed") return null;
  // Whatever does not say that nothing was stored leaves that open.
  return { kind: result["mayBeStored"] === false ? "untouched" : "touched", ...where };
}

/** Eight hex digits, as name rotations and runs. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}$/.test(value);
}

/** Ids stand in addresses of requests. */
function isId(value: unknown): value is string {
  return typeof value === "string" && /^[\w.-]{1,200}$/.test(value) && !/^\.+$/.test(value);
}

function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1000;
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function parseText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function parseDate(value: unknown): Date | null {
  const time = parseTime(value);
  return Number.isNaN(time.getTime()) ? null : time;
}
