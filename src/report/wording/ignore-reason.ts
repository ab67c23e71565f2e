import type { Ignored } from "../../domain/ignore-entry.ts";
import { type Line, line, words } from "../line.ts";
import { formatDay } from "../numbers.ts";

/** What the ignore file says of a key, and whether that counts. */
export function describeIgnoreReason({ kind, reason, until }: Ignored): Line {
  const limit = until === null ? words("") : words(` until ${formatDay(until)}`);
  switch (kind) {
    case "ignored":
      return line`the ignore file excuses it${limit}: ${reason}`;
    case "expired":
      return line`the ignore file excused it${limit}, which is over: ${reason}`;
    case "overruled":
      return line`an entry of the ignore file does not count, since this is a working key of yours: ${reason}`;
    default:
      return kind satisfies never;
  }
}

/** What to do about an entry that no longer excuses its key. */
export function listIgnoreEntrySteps({ kind }: Ignored): readonly Line[] {
  switch (kind) {
    case "ignored":
      return [];
    case "expired":
      return [line`Its entry in the ignore file is over: give it a new ${"until"} on the base branch, or delete it.`];
    case "overruled":
      return [line`Delete its entry in the ignore file: none excuses a working key of yours.`];
    default:
      return kind satisfies never;
  }
}
