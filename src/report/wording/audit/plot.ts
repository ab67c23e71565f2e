import { formatCount, formatNumber } from "../../numbers.ts";

/** What the shapes of the picture stand for, with a word for one and for its legend. */
export const SHAPES = {
  account: "service account",
  person: "person",
  admin: "Admin API key",
  unknown: "owner not known",
} as const;

/** What filled, hollow and small marks stand for. */
export const PLOT_LEVELS = { error: "error", warning: "warning", none: "nothing found" } as const;

/** What the axes and bands are called. */
export const AXES = {
  age: "Age of the key",
  today: "Last used today",
  never: "Never used",
  unknown: "Last use not known",
} as const;

const UNITS: readonly (readonly [days: number, unit: string])[] = [
  [365, "year"],
  [30, "month"],
  [7, "week"],
  [1, "day"],
];

/** "3 months" for 91 days. */
export function describeTick(days: number): string {
  const [length, unit] = UNITS.find(([each]) => days >= each) ?? [1, "day"];
  return formatCount(Math.floor(days / length), unit);
}

/** "3 months ago" */
export function describeTickAgo(days: number): string {
  return `${describeTick(days)} ago`;
}

/** What the picture shows, in words. */
export function describePlot(
  drawn: number,
  { error, warning }: { error: number; warning: number },
  neverUsed: number,
): string {
  return `${formatCount(drawn, "key")} by age, from left to right, and by last use, from top to bottom. ${formatCount(error, "key")} with an error, ${formatNumber(warning)} with a warning alone, ${formatNumber(neverUsed)} never used. The table of all keys below has the same.`;
}

/** What a reader of a crowded picture must know; null where each mark is a key. */
export function describeGrouping(isGrouped: boolean): string | null {
  return isGrouped
    ? "Keys of one kind that are close to each other share a mark: small for one key, larger for 2 to 9, largest for 10 or more."
    : null;
}

/** Keys that have no mark; null for none. */
export function describeUndated(count: number): string | null {
  if (count === 0) return null;
  return `${formatCount(count, "key")} ${count === 1 ? "is" : "are"} not in the picture: OpenAI did not say when ${count === 1 ? "it was" : "they were"} created.`;
}
