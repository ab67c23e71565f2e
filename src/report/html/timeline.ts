import { findFirstSeen } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import { formatCount, formatTime } from "../numbers.ts";
import { getLikeness } from "../severity.ts";
import { ACTIONS } from "../wording/states.ts";
import { type Markup, markup, NOTHING } from "./markup.ts";
import { formatDuration, isCalendarTime, renderTime } from "./moment.ts";
import { capitalize } from "./sentence.ts";

type Tone = "plain" | "bad" | "good";

/** Something that happened to a key. */
type Happening = { at: Date; what: string; tone: Tone };

/** The time in which anyone could use the key: `end` is null when nothing is known to have ended it. */
type Exposure = { start: Date; end: Date | null };

/** What happened to a key, on a line and in words; nothing where fewer than two times are known. */
export function renderTimeline(finding: Finding, id: string): Markup {
  const happenings = happeningsOf(finding);
  if (happenings.length < 2) return NOTHING;
  const exposure = exposureOf(finding);
  const spots = spotsOf(happenings.map(({ at }) => at));
  const summary = exposed(finding, exposure);
  const list = happenings.map(({ at, what }) => `${what} on ${formatTime(at)}`).join("; ");
  return markup`<h4>Timeline</h4>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">What happened to this key, in order</title>
<desc id="${id}-td">${list}.</desc>
<line class="rail" x1="${percent(spots[0])}" x2="${percent(spots.at(-1))}" y1="22" y2="22"/>
${exposure && span(exposure, happenings, spots)}
${happenings.map(({ tone }, index) => mark(index + 1, tone, spots[index]))}
</svg>
<ol>
${happenings.map(
  ({ at, what }) => markup`<li><span class="what">${what}</span> ${renderTime(at)}</li>
`,
)}</ol>
<figcaption>${summary} Distances on the line are not to scale.</figcaption>
</figure>
`;
}

function happeningsOf(finding: Finding): readonly Happening[] {
  const { identity, outcome, sightings, impact } = finding;
  const record = identity.kind === "ours" && getLikeness(finding) !== "look-alike" ? identity.record : null;
  const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isCalendarTime) : [];
  const firstChange = changes.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
  const contained = outcome.kind === "contained" ? outcome : null;
  const ends = contained?.endsAt ?? (contained === null ? (record?.expiresAt ?? null) : null);
  const all: readonly (Omit<Happening, "at"> & { at: Date | null })[] = [
    { at: record?.createdAt ?? null, what: "Created", tone: "plain" },
    { at: findFirstSeen(sightings), what: "First exposed", tone: "bad" },
    {
      at: firstChange,
      what:
        changes.length > 1
          ? `First of ${formatCount(changes.length, "change")} made with it`
          : "Something was changed with it",
      tone: "bad",
    },
    { at: record?.lastUsedAt ?? null, what: "Last used", tone: "plain" },
    {
      at: contained?.at ?? null,
      what: contained
        ? `${capitalize(ACTIONS[contained.by].done)}, ${contained.verified ? "and" : "not yet"} verified`
        : "",
      tone: "good",
    },
    { at: ends, what: "Expires", tone: "good" },
  ];
  return all
    .flatMap((one) => (isCalendarTime(one.at) ? [{ ...one, at: one.at }] : []))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function exposureOf({ sightings, outcome, validity }: Finding): Exposure | null {
  const start = findFirstSeen(sightings);
  if (!isCalendarTime(start)) return null;
  if (outcome.kind === "contained") {
    const end = outcome.by === "expire" ? outcome.endsAt : outcome.at;
    return isCalendarTime(end) && end >= start ? { start, end } : null;
  }
  // When a key that somebody else stopped was stopped, nobody has told.
  return validity.kind === "inactive" ? null : { start, end: null };
}

function exposed({ outcome, validity }: Finding, exposure: Exposure | null): string {
  if (exposure === null) return validity.kind === "inactive" ? "When it stopped working is not known." : "";
  const { start, end } = exposure;
  if (end === null) return "It has been exposed since then, and nothing is known to have stopped it.";
  const deed = outcome.kind === "contained" ? ACTIONS[outcome.by].done : "stopped";
  return outcome.kind === "contained" && outcome.by === "expire"
    ? `From its exposure to its expiry: ${formatDuration(start, end)}.`
    : `It was exposed for ${formatDuration(start, end)} before it was ${deed}.`;
}

/** Places from 4 to 96: each step is as wide as its time has digits, so that minutes beside months can still be seen. */
function spotsOf(times: readonly Date[]): readonly number[] {
  const steps = times.slice(1).map((at, index) => {
    const minutes = (at.getTime() - (times[index]?.getTime() ?? 0)) / 60_000;
    return 1.2 + Math.log10(1 + minutes);
  });
  const whole = steps.reduce((sum, step) => sum + step, 0);
  let gone = 0;
  return [0, ...steps].map((step) => {
    gone += step;
    return 4 + (92 * gone) / whole;
  });
}

function span({ start, end }: Exposure, happenings: readonly Happening[], spots: readonly number[]): Markup {
  const spotOf = (time: Date) => spots[happenings.findIndex(({ at }) => at.getTime() === time.getTime())];
  return markup`<line class="open" x1="${percent(spotOf(start))}" x2="${percent(end === null ? 100 : spotOf(end))}" y1="22" y2="22"/>`;
}

function mark(number: number, tone: Tone, spot: number | undefined): Markup {
  return markup`<circle class="${tone}" cx="${percent(spot)}" cy="22" r="11"/><text x="${percent(spot)}" y="26" text-anchor="middle">${number}</text>
`;
}

function percent(spot: number | undefined): string {
  return `${(spot ?? 50).toFixed(1)}%`;
}
