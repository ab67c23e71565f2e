import { findFirstSeen } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { getContainment, getLikeness } from "../evidence.ts";
import { capitalize, isCalendarTime } from "../numbers.ts";
import {
  describeContainmentEvent,
  describeExposure,
  EVENTS,
  nameChangeEvent,
  nameExpiry,
  nameLeak,
} from "../wording/key/timeline.ts";

/** Something that happened to a key; `tone` says whether it was good or bad news. */
export type TimelineEvent = { at: Date; name: string; tone: "plain" | "bad" | "good" };

/** The time in which anyone could use the key: `end` is null when nothing is known to have ended it. */
export type Exposure = { start: Date; end: Date | null };

/** What happened to a key, in order. */
export type Timeline = { events: readonly TimelineEvent[]; exposure: Exposure | null; summary: string };

/** What happened to a key; null where fewer than two times are known. `now` is the reader's time. */
export function buildTimeline(finding: Finding, change: Change, now: Date | null): Timeline | null {
  const firstSeen = finding.response.exposedAt ?? findFirstSeen(finding.sightings);
  const leak = nameLeak(change);
  const events = listEvents(finding, firstSeen, capitalize(leak), now);
  if (events.length < 2) return null;
  const exposure = findExposure(finding, firstSeen);
  return { events, exposure, summary: describeExposure(finding, exposure, leak, now) };
}

function listEvents(
  finding: Finding,
  firstSeen: Date | null,
  leak: string,
  now: Date | null,
): readonly TimelineEvent[] {
  const { identity, impact } = finding;
  const record = identity.kind === "ours" && getLikeness(finding) !== "look-alike" ? identity.record : null;
  const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isCalendarTime) : [];
  const firstChange = changes.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const contained = getContainment(finding);
  const containment = contained === null ? "" : describeContainmentEvent(contained);
  const end = contained?.endsAt ?? (contained === null ? (record?.expiresAt ?? null) : null);
  return [
    ...listEvent(record?.createdAt, EVENTS.created, "plain"),
    ...listEvent(firstSeen, leak, "bad"),
    ...listEvent(firstChange, nameChangeEvent(changes.length), "bad"),
    ...listEvent(record?.lastUsedAt, EVENTS.used, "plain"),
    ...listEvent(contained?.at, containment, "good"),
    ...(end === null ? [] : listEvent(end, nameExpiry(end, now), "good")),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function listEvent(at: Date | null | undefined, name: string, tone: TimelineEvent["tone"]): readonly TimelineEvent[] {
  return isCalendarTime(at) ? [{ at, name, tone }] : [];
}

function findExposure(finding: Finding, start: Date | null): Exposure | null {
  if (!isCalendarTime(start)) return null;
  const contained = getContainment(finding);
  if (contained !== null) {
    const end = contained.by === "expire" ? contained.endsAt : contained.at;
    return isCalendarTime(end) && end >= start ? { start, end } : null;
  }
  // When somebody else stopped the key, nobody has said when that was.
  return finding.validity.kind === "inactive" ? null : { start, end: null };
}
