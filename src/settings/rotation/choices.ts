import { hasMarker } from "../../domain/key-grammar.ts";
import type { KeyScopes } from "../../domain/rotation.ts";
import type { RotationTarget } from "../../domain/rotation-target.ts";
import { UsageError } from "../../errors.ts";
import {
  describeEmptyKeyName,
  describeKeyAsName,
  describeKeyBesideDue,
  describeNothingToRotate,
  describeResumeWithoutFile,
  describeSettingBesideDue,
  describeUselessWiden,
  describeWrongOverlap,
} from "../../messages/errors/rotation/rotate.ts";
import { parseTargets } from "../rotation-target.ts";
import { parseDuration, parseGrace, parseLines, quoteValue } from "../values.ts";
import { ROTATION_DEFAULTS } from "./defaults.ts";
import { parseScopes, splitScopes } from "./scopes.ts";

/** What was given for a rotation, as texts; lists have one item on each line. Left out is undefined or empty. */
export type GivenRotation = {
  keys: readonly string[];
  to?: string | undefined;
  scopes?: string | undefined;
  expiresIn?: string | undefined;
  overlap?: string | undefined;
  wait?: string | undefined;
  auditFile: string | null;
  due: boolean;
  widen: boolean;
  create: boolean;
  resume: boolean;
};

/** What an operator asks of all keys that are rotated in a run. */
export type RotationChoices = {
  /** Ids or names, as they were typed. Empty: those of the keys file that are due. */
  keys: readonly string[];
  /** Empty: those of the keys file. */
  targets: readonly RotationTarget[];
  scopes: KeyScopes | null;
  /** In seconds. */
  expiresIn: number | null;
  overlap: number;
  wait: number;
  widen: boolean;
  create: boolean;
  resume: boolean;
};

/** What the reader calls the settings. */
export type NameRotationSetting = (
  name: "key" | "to" | "scopes" | "expires-in" | "overlap" | "wait" | "due" | "widen" | "resume" | "audit-file",
) => string;

/** Parses what was given for a rotation. @throws UsageError for what is wrong, and for settings that contradict. */
export function parseRotationChoices(given: GivenRotation, name: NameRotationSetting): RotationChoices {
  refuseContradictions(given, name);
  const { keys, to = "", scopes, expiresIn, widen, create, resume } = given;
  const names = keys.map((key) => parseKeyName(name("key"), key));
  return {
    keys: names,
    targets: parseTargets(name("to"), parseLines(to)),
    scopes: isGiven(scopes) ? parseScopes(name("scopes"), splitScopes(scopes)) : null,
    expiresIn: isGiven(expiresIn) ? parseGrace(name("expires-in"), expiresIn.trim()) : null,
    overlap: parseOverlap(name("overlap"), given.overlap?.trim() || ROTATION_DEFAULTS.overlap),
    wait: parseTime(name("wait"), given.wait?.trim() || ROTATION_DEFAULTS.wait),
    widen,
    create,
    resume,
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "";
}

function refuseContradictions(given: GivenRotation, name: NameRotationSetting): void {
  const { keys, due, resume, auditFile, widen } = given;
  if (keys.length === 0 && !due) throw new UsageError(describeNothingToRotate(name("due")));
  if (keys.length > 0 && due) throw new UsageError(describeKeyBesideDue(name("due")));
  if (due) {
    const [useless] = (["to", "scopes", "expires-in"] as const).filter((one) =>
      isGiven(one === "expires-in" ? given.expiresIn : given[one]),
    );
    if (useless) throw new UsageError(describeSettingBesideDue(name(useless), name("due")));
  }
  if (resume && auditFile === null) {
    throw new UsageError(describeResumeWithoutFile(name("resume"), name("audit-file")));
  }
  if (widen && !isGiven(given.scopes)) throw new UsageError(describeUselessWiden(name("widen"), name("scopes")));
}

function parseKeyName(name: string, text: string): string {
  const key = text.trim();
  if (key === "") throw new UsageError(describeEmptyKeyName(name));
  if (key.startsWith("sk-") || hasMarker(key)) throw new UsageError(describeKeyAsName(name));
  return key;
}

/** `0` alone is a time too: nothing to wait for. */
function parseTime(name: string, text: string): number {
  return text === "0" ? 0 : parseDuration(name, text);
}

/** OpenAI takes expiries of up to 365 days. */
function parseOverlap(name: string, text: string): number {
  const seconds = parseTime(name, text);
  if (seconds <= 31_536_000) return seconds;
  throw new UsageError(describeWrongOverlap(name, quoteValue(text)));
}
