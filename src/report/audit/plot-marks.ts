import { type AuditFinding, type AuditReport } from "../../domain/audit-report.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { isCalendarTime } from "../numbers.ts";
import { groupRulesByKey } from "./view.ts";

/** Whose key it is: the shape of a mark. */
export type MarkShape = "account" | "person" | "admin" | "unknown";

/** The worst that was found about it. */
export type MarkLevel = "error" | "warning" | "none";

/** Where the last use stands: on the scale, or in a band of its own. */
type UseBand = "used" | "never" | "unknown";

/** One or more keys of one shape and level. `x` and `y` go from 0 (new, used today) to 1 (the oldest). */
export type PlotMark = {
  x: number;
  y: number;
  band: UseBand;
  shape: MarkShape;
  level: MarkLevel;
  /** Where several marks have one place: how many stand before this one. */
  shift: number;
  /** How many keys it stands for, and the first of them. */
  count: number;
  key: KeyRecord;
  rules: readonly string[];
};

/** A place on a scale: where, and how many days it is. */
export type PlotTick = { at: number; days: number };

/** Keys by their age and last use. */
export type PlotView = {
  marks: readonly PlotMark[];
  ticks: readonly PlotTick[];
  /** Keys that have a mark, and those that have none because nobody knows when they were created. */
  drawn: number;
  undated: number;
  /** The keys of each level, and those that were never used, among the drawn ones. */
  levels: Readonly<Record<MarkLevel, number>>;
  neverUsed: number;
  hasUnknownUse: boolean;
  shapes: readonly MarkShape[];
  /** Whether a mark may stand for several keys. */
  isGrouped: boolean;
};

const DAY = 86_400_000;

/** The scales go as far as this at least, in days. */
const SHORTEST = 60;

/** More marks than this nobody tells apart, and the page grows with them. */
const MOST_MARKS = 500;

/** Into how many columns and rows keys are grouped, where there are more: the finest that is coarse enough counts. */
const GRIDS = [64, 48, 32, 24, 16, 12, 8] as const;

const LEVELS: readonly MarkLevel[] = ["none", "warning", "error"];

/** Lays keys out by their age and last use. Marks of errors come last, so that they lie above all others. */
export function buildPlot(report: AuditReport): PlotView {
  const { keys, at } = report;
  const found = groupRulesByKey(report);
  const dated = keys.filter(({ createdAt }) => isCalendarTime(createdAt));
  const oldest = dated.reduce((most, { createdAt }) => Math.max(most, daysSince(createdAt, at)), SHORTEST);
  const single = dated.map((key) => placeKey(key, found.get(key.id) ?? [], at, oldest));
  const grouped = single.length <= MOST_MARKS ? single : groupMarks(single);
  const count = (isOf: (mark: PlotMark) => boolean) => single.filter(isOf).length;
  return {
    marks: spreadMarks(grouped).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
    ticks: chooseTicks(oldest),
    drawn: single.length,
    undated: keys.length - dated.length,
    levels: {
      error: count(({ level }) => level === "error"),
      warning: count(({ level }) => level === "warning"),
      none: count(({ level }) => level === "none"),
    },
    neverUsed: count(({ band }) => band === "never"),
    hasUnknownUse: single.some(({ band }) => band === "unknown"),
    shapes: (["account", "person", "admin", "unknown"] as const).filter((shape) =>
      single.some((mark) => mark.shape === shape),
    ),
    isGrouped: grouped.length < single.length,
  };
}

/** More marks than this are not set side by side: they would seem to be of other ages. */
const MOST_BESIDE = 6;

/** Sets marks of one place side by side, so that none hides another. */
function spreadMarks(marks: readonly PlotMark[]): readonly PlotMark[] {
  const counts = new Map<string, number>();
  return marks.map((mark) => {
    const place = [mark.band, Math.round(mark.x * 80), Math.round(mark.y * 40)].join(" ");
    const before = counts.get(place) ?? 0;
    counts.set(place, before + 1);
    return { ...mark, shift: before % MOST_BESIDE };
  });
}

function daysSince(time: Date | null, now: Date): number {
  return time === null ? 0 : Math.max(0, (now.getTime() - time.getTime()) / DAY);
}

function placeKey(key: KeyRecord, findings: readonly AuditFinding[], now: Date, oldest: number): PlotMark {
  const { createdAt, lastUsedAt, absent } = key;
  const band = isCalendarTime(lastUsedAt)
    ? "used"
    : lastUsedAt === null && !absent?.includes("lastUsedAt")
      ? "never"
      : "unknown";
  return {
    x: scaleDays(daysSince(createdAt, now), oldest),
    y: band === "used" ? scaleDays(daysSince(lastUsedAt, now), oldest) : 0,
    band,
    shape: chooseShape(key),
    level: findings.some(({ level }) => level === "error") ? "error" : findings.length > 0 ? "warning" : "none",
    shift: 0,
    count: 1,
    key,
    rules: findings.map(({ rule }) => rule),
  };
}

function chooseShape({ home, owner }: KeyRecord): MarkShape {
  if (home.kind === "organization") return "admin";
  return owner === null ? "unknown" : owner.kind === "user" ? "person" : "account";
}

/** By the square root, which gives the last months room without hiding the years. */
function scaleDays(days: number, oldest: number): number {
  return Math.min(1, Math.sqrt(days / oldest));
}

function groupMarks(single: readonly PlotMark[]): readonly PlotMark[] {
  let grouped = single;
  for (const grid of GRIDS) {
    grouped = groupByCell(single, grid);
    if (grouped.length <= MOST_MARKS) break;
  }
  return grouped;
}

/** Keys of one shape and level that are close to each other become one mark, in their middle. */
function groupByCell(single: readonly PlotMark[], grid: number): readonly PlotMark[] {
  const cells = new Map<string, PlotMark[]>();
  for (const mark of single) {
    const place = `${Math.round(mark.x * grid)}:${Math.round((mark.y * grid) / 2)}`;
    const id = `${mark.band}:${place}:${mark.shape}:${mark.level}`;
    const cell = cells.get(id);
    if (cell) cell.push(mark);
    else cells.set(id, [mark]);
  }
  return [...cells.values()].flatMap((cell) => {
    const [first] = cell;
    if (!first) return [];
    const mean = (of: (mark: PlotMark) => number) => cell.reduce((sum, mark) => sum + of(mark), 0) / cell.length;
    return [{ ...first, x: mean(({ x }) => x), y: mean(({ y }) => y), count: cell.length }];
  });
}

const TICKS = [1, 7, 30, 91, 183, 365, 730, 1096, 1826, 3652] as const;

/** Ticks closer to each other than this part of a scale would write over each other on a phone. */
const CLOSEST = 0.15;

/** From the oldest down, since old keys are what the picture is about. */
function chooseTicks(oldest: number): readonly PlotTick[] {
  const ticks: PlotTick[] = [];
  for (const days of TICKS.toReversed()) {
    const at = Math.sqrt(days / oldest);
    const next = ticks.at(-1)?.at ?? 1 + CLOSEST;
    if (at <= 1 && next - at >= CLOSEST && at >= CLOSEST / 2) ticks.push({ at, days });
  }
  return ticks.toReversed();
}
