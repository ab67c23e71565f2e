/** Why something in a container was not searched, or not in full. */
export type Shortfall =
  | "too-deep"
  | "too-large"
  | "too-much"
  | "too-dense"
  | "too-many"
  | "locked"
  | "damaged"
  | "listing"
  | "unknown-packing"
  | "unopened";

/**
 * Gathers what could not be read of a container, and tells it once, a line for each reason: an archive with a thousand
 * locked files is one thing to know. The lines hold no text of the container, not even names.
 */
export class Remarks {
  readonly #counts = new Map<Shortfall, number>();

  note(shortfall: Shortfall, times = 1): void {
    if (times > 0) this.#counts.set(shortfall, (this.#counts.get(shortfall) ?? 0) + times);
  }

  /** Tells what was gathered and begins anew. */
  tell(unread: (why: string) => void): void {
    for (const [shortfall, count] of this.#counts) unread(said(shortfall, count));
    this.#counts.clear();
  }
}

function said(shortfall: Shortfall, count: number): string {
  const parts = count === 1 ? "a part of it" : `${count} parts of it`;
  const are = count === 1 ? "is" : "are";
  switch (shortfall) {
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
    case "unknown-packing":
      return `${parts} ${are} packed in a way that cannot be unpacked here`;
    case "unopened":
      return "it is packed in a way that cannot be unpacked here";
    default:
      return shortfall satisfies never;
  }
}
