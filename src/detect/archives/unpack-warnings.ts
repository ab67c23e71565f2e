import { ARCHIVE_FAULTS, describeUnopened, describeUnreadParts } from "../../messages/gaps/archives.ts";
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

function describeWarning(warning: UnpackWarning, count: number): string {
  switch (warning) {
    case "locked":
    case "damaged":
    case "without-base":
    case "unknown-packing":
      return describeUnreadParts(warning, count);
    default:
      return ARCHIVE_FAULTS[warning];
  }
}
