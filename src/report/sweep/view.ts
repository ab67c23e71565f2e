import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Gap } from "../../domain/gap.ts";
import type { ResponseMedian, ResponseMedians } from "../../domain/response.ts";
import type { Line } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import type { KeyView, Tone } from "../view/key.ts";
import {
  describeExposureTime,
  describeMedianOf,
  describeOpenSince,
  describeRead,
  describeSeconds,
  describeSince,
  describeUnread,
  EXPOSURE_NAMES,
  EXPOSURE_NOTES,
  SWEEP_FIGURES,
  UNKNOWN,
} from "../wording/sweep.ts";
import { buildAxis, locateTime, type TimeAxis } from "./axis.ts";
import {
  EXPOSURE_STATES,
  type ExposureState,
  type KeyExposure,
  listExposures,
  measureLength,
  measureResponses,
} from "./exposure.ts";
import { buildRepositoryTable, listRepositories, type RepositoryTable } from "./repositories.ts";

/** A number with its name, and a remark; `isGap`: the remark is about what was not read. */
export type SweepFigure = { name: string; value: string; note: string | null; tone: Tone; isGap: boolean };

/** A key that works, or may: since when it is exposed, and what to do next; null where there is nothing to do. */
export type OpenKey = { key: KeyView; since: string; next: Line | null };

/** How long a key was exposed, in words and as a bar from 0 to 1. */
export type ExposureBar = {
  key: KeyView;
  text: string;
  kind: "works" | "may-work" | "limited" | "ended" | "unknown";
  /** Null where nobody knows when it was exposed. */
  span: { from: number; to: number; isOpen: boolean } | null;
};

/** What the readers of a sweep see of the whole organisation. */
export type SweepView = {
  organization: string;
  /** Of repositories and keys, and of times. */
  figures: readonly SweepFigure[];
  times: readonly SweepFigure[];
  open: readonly OpenKey[];
  /** How many more keys work, or may. */
  openLeft: number;
  /** Null where no time is known. */
  axis: TimeAxis | null;
  bars: readonly ExposureBar[];
  /** Of how many keys the bars are. */
  barsOf: number;
  /** Whether times of commits stand for those of pushes. */
  isCommitTime: boolean;
  /** The repositories that have keys or gaps; those with the most keys that work first. */
  repositories: RepositoryTable;
};

/** More than these are for the JSON report: people read a picture at a glance. */
const MOST = { open: 12, bars: 30, repositories: 50 } as const;

/** Works out what a sweep came to. `keys` are the findings as their readers see them, in the same order. Pure. */
export function describeSweep(
  change: Extract<Change, { kind: "sweep" }>,
  { findings, gaps }: { findings: readonly Finding[]; gaps: readonly Gap[] },
  keys: readonly KeyView[],
  time: Date | null,
): SweepView {
  const now = time ?? findLast(findings);
  const exposures = listExposures(findings, now);
  const views = new Map(findings.map((finding, index) => [finding, keys[index]]));
  const shown = exposures.flatMap((exposure) => {
    const key = views.get(exposure.finding);
    return key ? [{ exposure, key }] : [];
  });
  const states = new Map(exposures.map((exposure) => [exposure.finding, exposure]));
  // In the order of the report: what it says to do first comes first here, too.
  const open = findings.flatMap((finding, index) => {
    const [exposure, key] = [states.get(finding), keys[index]];
    return key && (exposure?.state === "works" || exposure?.state === "may-work") ? [{ exposure, key }] : [];
  });
  const drawn = shown.slice(0, MOST.bars);
  const axis = buildAxis(
    drawn.flatMap(({ exposure: { start } }) => start ?? []),
    now,
  );
  return {
    organization: change.organization,
    figures: listFigures(change, exposures),
    times: listTimes(exposures, now),
    open: open.slice(0, MOST.open).map(({ exposure, key }) => describeOpenKey(exposure, key, now)),
    openLeft: Math.max(0, open.length - MOST.open),
    axis,
    bars: drawn.map(({ exposure, key }) => describeBar(exposure, key, axis, now)),
    barsOf: shown.length,
    isCommitTime: drawn.some(
      ({ exposure: { finding, start } }) => start && finding.response.exposedAtIs === "committed",
    ),
    repositories: buildRepositoryTable(listRepositories(exposures, gaps), MOST.repositories),
  };
}

/** The last time of the response that is known, where nobody says what time it is. */
function findLast(findings: readonly Finding[]): Date {
  const times = findings.flatMap(({ response: { foundAt, containedAt } }) => [foundAt, containedAt]);
  return new Date(times.reduce((last, time) => Math.max(last, time?.getTime() || 0), 0));
}

const TONES = { works: "bad", "may-work": "bad", limited: "warn", dead: "good" } as const satisfies Record<
  ExposureState,
  Tone
>;

function listFigures(
  { repositories, unread, leftOut }: Extract<Change, { kind: "sweep" }>,
  exposures: readonly KeyExposure[],
): readonly SweepFigure[] {
  const count = (state: ExposureState) => exposures.filter((one) => one.state === state).length;
  const states = EXPOSURE_STATES.filter((state) => count(state) > 0 || (state === "works" && exposures.length > 0));
  return [
    {
      name: SWEEP_FIGURES.repositories,
      value: describeRead(repositories, unread),
      note: describeUnread(unread, leftOut),
      tone: unread > 0 ? "warn" : "good",
      isGap: unread > 0,
    },
    ...states.map((state) => ({
      name: EXPOSURE_NAMES[state],
      value: formatNumber(count(state)),
      note: EXPOSURE_NOTES[state],
      tone: count(state) > 0 ? TONES[state] : ("good" as const),
      isGap: false,
    })),
  ];
}

function listTimes(exposures: readonly KeyExposure[], now: Date | null): readonly SweepFigure[] {
  if (exposures.length === 0) return [];
  const medians = measureResponses(exposures);
  const names = ["exposed", "detected", "contained"] as const;
  return [
    ...listLongest(exposures, now),
    ...names.map((name) => describeMedian(name, medians[name], exposures.length)),
  ];
}

function listLongest(exposures: readonly KeyExposure[], now: Date | null): readonly SweepFigure[] {
  const open = exposures.filter(({ state }) => state === "works" || state === "may-work");
  const [first] = open.toSorted((a, b) => (measureLength(b, now) ?? -1) - (measureLength(a, now) ?? -1));
  const length = first ? measureLength(first, now) : null;
  if (!first?.start || length === null) return [];
  const [value, note] = [describeSeconds(length / 1000), describeOpenSince(first.start)];
  return [{ name: SWEEP_FIGURES.longest, value, note, tone: "bad", isGap: false }];
}

function describeMedian(name: keyof ResponseMedians, median: ResponseMedian | null, all: number): SweepFigure {
  const value = median === null ? UNKNOWN : describeSeconds(median.seconds);
  const note = describeMedianOf(name, median, all);
  return { name: SWEEP_FIGURES[name], value, note, tone: "quiet", isGap: false };
}

/** The first sentence of what to do: the rest stands with the key. */
function describeOpenKey(exposure: KeyExposure, key: KeyView, now: Date | null): OpenKey {
  const [first] = key.alert?.alone ?? [];
  const next = first && "stress" in first ? first.stress : (key.alert?.alone ?? null);
  return { key, since: describeSince(exposure, now), next };
}

function describeBar(exposure: KeyExposure, key: KeyView, axis: TimeAxis | null, now: Date | null): ExposureBar {
  const { state, start, end } = exposure;
  const kind = state === "dead" ? (end === null ? "unknown" : "ended") : state;
  const text = describeExposureTime(exposure, now);
  if (axis === null || start === null) return { key, text, kind, span: null };
  const to = end === null ? 1 : locateTime(axis, end);
  const span = {
    from: locateTime(axis, start),
    to,

    isOpen: end === null && state !== "dead",
  };
  return { key, text, kind, span };
}
