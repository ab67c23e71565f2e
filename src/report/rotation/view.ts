import type { KeptSecrets } from "../../domain/kept-key.ts";
import { concludeRotation, type RotationReport, type RotationResult } from "../../domain/rotation.ts";
import type { Medium } from "../../messages/medium.ts";
import { describeFederations, type RepositoryFederation } from "../advice/federation/secret-federation.ts";
import { type Line, words } from "../line.ts";
import { formatTime } from "../numbers.ts";
import type { Tone } from "../view/key.ts";
import { describeGoOn, describeRotationAdvice, describeRunning } from "../wording/rotation/advice.ts";
import { describeHolds, describeKeys, describeOrganization, describePlan } from "../wording/rotation/facts.ts";
import { nameTarget } from "../wording/rotation/names.ts";
import { describeRotationSum, describeVerdict } from "../wording/rotation/verdict.ts";

/** What the pages of a rotation say of the run that they come from. */
export type RotationContext = {
  medium: Medium;
  version: string;
  runUrl: string | null;
  /** The command that goes on, as a person types it; null where nobody types one, or names may not be shown. */
  goOn: string | null;
  /** Whether the run kept an audit file: without one no later run can go on. */
  hasAuditFile: boolean;
  /** The keys that were put into secrets of GitHub, and what is known of their repositories. */
  kept: KeptSecrets;
};

/** A place, and which key it holds. */
export type KeyPlaceView = { name: Line; holds: string; tone: Tone };

/** What is said of one key. */
export type RotatedKeyView = {
  tone: Exclude<Tone, "quiet">;
  sign: "✓" | "!" | "✗" | "–";
  mark: string;
  verdict: Line;
  places: readonly KeyPlaceView[];
  keys: readonly Line[];
  /** The steps that would be taken; of a dry run alone. */
  plan: readonly Line[];
  /** What to do, in order. A text is prose, in which code stands between backticks. */
  next: readonly (Line | string)[];
  /** What still has the old key. */
  running: string | null;
};

/** What readers of a rotation see, decided once for all media. */
export type RotationView = {
  tone: Exclude<Tone, "quiet">;
  sign: RotatedKeyView["sign"];
  mark: string;
  /** The verdict of the only key, or a sum. */
  title: Line;
  isSingle: boolean;
  keys: readonly RotatedKeyView[];
  /** The step that goes on with what is left of all of them. */
  goOn: { said: Line; command: string | null } | null;
  gaps: readonly string[];
  notes: readonly string[];
  /** How the workflows of each repository that has a new key can do without the next one. */
  federations: readonly RepositoryFederation[];
  checkedAgainst: Line | null;
  at: string;
};

type Marks = Pick<RotatedKeyView, "tone" | "sign" | "mark">;

const GOOD: Marks = { tone: "good", sign: "✓", mark: "✅" };
const WAITING: Marks = { tone: "warn", sign: "!", mark: "🟡" };
const BAD: Marks = { tone: "bad", sign: "✗", mark: "🔴" };

const MARKS = {
  rotated: GOOD,
  planned: { tone: "good", sign: "–", mark: "⚪" },
  unfinished: WAITING,
  refused: WAITING,
  failed: BAD,
} as const satisfies Record<RotationResult["state"]["kind"], Marks>;

/** Turns the report of a run into what its readers see. Pure. Names must be removed before (`restrictRotationReport`). */
export function describeRotation(report: RotationReport, context: RotationContext): RotationView {
  const { rotations, gaps, notes, organization, at } = report;
  const keys = rotations.map((result) => describeRotatedKey(result, at, context));
  const [only] = keys;
  const isSingle = keys.length === 1;
  return {
    ...chooseMarks(report, keys),
    title: only && isSingle ? only.verdict : words(describeRotationSum(report)),
    isSingle,
    keys,
    goOn: describeGoOn(rotations, { command: context.goOn, ...context }),
    gaps: gaps.map(({ detail }) => detail),
    notes,
    federations: describeFederations(context.kept),
    checkedAgainst: describeOrganization(organization),
    at: formatTime(at),
  };
}

function describeRotatedKey(result: RotationResult, now: Date, { medium }: RotationContext): RotatedKeyView {
  const { state, places, plan } = result;
  const isRefused = state.kind === "refused";
  return {
    ...chooseKeyMarks(result),
    verdict: describeVerdict(result, { medium, now }),
    places: isRefused && state.because !== "unfinished" ? [] : places.map(describePlace),
    keys: describeKeys(result, now),
    plan: state.kind === "planned" && plan ? describePlan(plan) : [],
    next: describeRotationAdvice(result, medium),
    running: describeRunning(places),
  };
}

/** A new key that somebody deleted is in its places: whatever reads them fails. */
function chooseKeyMarks({ state }: RotationResult): Marks {
  return state.kind === "unfinished" && state.because === "new-key-gone" ? BAD : MARKS[state.kind];
}

function describePlace(place: RotationResult["places"][number], index: number): KeyPlaceView {
  const tone = place.holds === "new" ? "good" : place.holds === "old" ? "quiet" : "warn";
  return { name: nameTarget(place.target, index), holds: describeHolds(place), tone };
}

function chooseMarks(report: RotationReport, keys: readonly Marks[]): Marks {
  const order = [BAD, WAITING, MARKS.planned, GOOD];
  const conclusion = concludeRotation(report);
  const worst = order.find((marks) => keys.some(({ sign }) => sign === marks.sign)) ?? GOOD;
  return conclusion === "failed" && worst === GOOD ? WAITING : worst;
}
