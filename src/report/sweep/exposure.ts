import type { Finding } from "../../domain/finding.ts";
import { measureMedians, type ResponseMedians } from "../../domain/response.ts";
import { findRestriction, getContainment, isLookAlike } from "../evidence.ts";
import { isCalendarTime } from "../numbers.ts";
import { getState } from "../state.ts";

/**
 * What a leaked key may do today, the worst first. `limited`: it was quarantined, or expires, or OpenAI has not confirmed
 * yet that it is revoked.
 */
export const EXPOSURE_STATES = ["works", "may-work", "limited", "dead"] as const;

/** What a leaked key may do today. */
export type ExposureState = (typeof EXPOSURE_STATES)[number];

/** The time in which anyone could use a key. Null is what is not known; `end` is null, too, while it goes on. */
export type KeyExposure = { finding: Finding; state: ExposureState; start: Date | null; end: Date | null };

/**
 * When each key was exposed: those that work first, and of these the longest exposed. Keys that an entry ignores, and fakes,
 * were never exposed. `now` is the reader's time; null where that is not known.
 */
export function listExposures(findings: readonly Finding[], now: Date | null): readonly KeyExposure[] {
  return findings
    .filter((one) => getState(one) !== "ignored" && !isLookAlike(one))
    .map((one) => measureExposure(one, now))
    .toSorted((a, b) => compareExposures(a, b, now));
}

/** How long a key has been exposed, or was, in milliseconds; null where that is not known. */
export function measureLength({ state, start, end }: KeyExposure, now: Date | null): number | null {
  const last = end ?? (state === "dead" ? null : now);
  return start === null || last === null ? null : last.getTime() - start.getTime();
}

/** OpenAI's API was announced on 11 June 2020: https://openai.com/index/openai-api. */
const FIRST_KEYS = new Date("2020-06-01T00:00:00Z");

function measureExposure(finding: Finding, now: Date | null): KeyExposure {
  const state = chooseState(finding);
  const end = findEnd(finding, state, now);
  const { exposedAt } = finding.response;
  // A commit may claim any time. One before there were keys, or after what came later, tells nothing.
  const last = end ?? now;
  const isCredible = isCalendarTime(exposedAt) && exposedAt >= FIRST_KEYS && (last === null || exposedAt <= last);
  const start = isCredible ? exposedAt : null;
  return { finding, state, start, end };
}

function chooseState(finding: Finding): ExposureState {
  if (finding.validity.kind === "inactive") return "dead";
  if (findRestriction(finding) !== null) return "limited";
  return finding.validity.kind === "active" ? "works" : "may-work";
}

/** Since when nobody can use the key. When somebody else stopped it, nobody has said when that was. */
function findEnd(finding: Finding, state: ExposureState, now: Date | null): Date | null {
  const contained = getContainment(finding);
  if (contained === null || !contained.verified || (state !== "dead" && state !== "limited")) return null;
  if (state === "limited" && contained.by !== "quarantine") return null;
  const end = contained.by === "expire" ? contained.endsAt : contained.at;
  return isCalendarTime(end) && (now === null || end <= now) ? end : null;
}

function compareExposures(a: KeyExposure, b: KeyExposure, now: Date | null): number {
  const byState = EXPOSURE_STATES.indexOf(a.state) - EXPOSURE_STATES.indexOf(b.state);
  return byState || (measureLength(b, now) ?? -1) - (measureLength(a, now) ?? -1);
}

/** Measures the response to all keys together, without the times that tell nothing. */
export function measureResponses(exposures: readonly KeyExposure[]): ResponseMedians {
  const times = exposures.map(({ finding: { response }, start, end }) => ({
    ...response,
    exposedAt: start,
    // An act that was undone has ended nothing.
    secondsExposed: start === null || end === null ? null : response.secondsExposed,
  }));
  return measureMedians(times);
}
