import type { UnopenedFormat } from "./magic.ts";

/** Why something in an archive was not searched, or not in full. */
export type UnpackWarning =
  | "too-deep"
  | "too-large"
  | "too-much"
  | "too-dense"
  | "too-many"
  | "locked"
  | "damaged"
  | "listing"
  | "without-base"
  | "unknown-packing";

/**
 * Counts what could not be read of an archive, one line for each reason: an archive with a
 * thousand locked files is one thing to know.
 */
export class UnpackWarnings {
  readonly #unopened = new Set<UnopenedFormat | "zstd">();
  readonly #counts = new Map<UnpackWarning, number>();

  /** Adds `times` parts of the archive that could not be read. */
  add(warning: UnpackWarning, times = 1): void {
    if (times > 0) this.#counts.set(warning, (this.#counts.get(warning) ?? 0) + times);
  }

  /** Adds an archive of a format that is not opened. */
  addUnopened(format: UnopenedFormat | "zstd"): void {
    this.#unopened.add(format);
  }

  /** Adds what another archive within this one could not give. */
  addAll(others: UnpackWarnings): void {
    for (const [warning, count] of others.#counts) this.add(warning, count);
    for (const format of others.#unopened) this.addUnopened(format);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0 && this.#unopened.size === 0;
  }

  /** A sentence for each reason. None holds text of the archive, not even names. */
  describe(): readonly string[] {
    return [
      ...Array.from(this.#counts, ([warning, count]) => describeWarning(warning, count)),
      ...Array.from(this.#unopened, describeUnopened),
    ];
  }
}

/** The reason for an archive of a format that is not opened. */
export function describeUnopened(format: UnopenedFormat | "zstd"): string {
  return `it is packed as ${format}, which cannot be unpacked here`;
}

function describeWarning(warning: UnpackWarning, count: number): string {
  const parts = count === 1 ? "a part of it" : `${count} parts of it`;
  const are = count === 1 ? "is" : "are";
  switch (warning) {
    case "too-deep":
      return "it holds an archive in an archive, too deep to be opened";
    case "too-large":
      return "it is too large an archive to be held in memory, so it was not opened";
    case "too-much":
      return "it unpacks to more than is read of one file; the rest was not searched";
    case "too-dense":
      return "it unpacks to more than 200 times its size; the rest was not searched";
    case "too-many":
      return "it holds more files than are read of one archive; the rest were not searched";
    case "locked":
      return `${parts} ${are} locked with a password`;
    case "damaged":
      return `${parts} ${are} damaged or cut short`;
    case "listing":
      return "its list of files is damaged or cut short";
    case "without-base":
      return `${parts} ${are} stored as the difference from what it does not hold`;
    case "unknown-packing":
      return `${parts} ${are} packed in a way that cannot be unpacked here`;
    default:
      return warning satisfies never;
  }
}
