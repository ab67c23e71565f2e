import type { Ignored } from "../../../domain/ignore-entry.ts";
import { type Line, line, words } from "../../line.ts";
import { formatDay } from "../../numbers.ts";

/** What the ignore file says of a key, and whether that counts. */
export function describeIgnoreReason({ kind, reason, until }: Ignored): Line {
  const limit = until === null ? words("") : words(` until ${formatDay(until)}`);
  switch (kind) {
    case "ignored":
      return line`the ignore file lists it${limit}: ${reason}`;
    case "expired":
      return line`its entry in the ignore file applied${limit}, which is over: ${reason}`;
    case "overruled":
      return line`its entry in the ignore file does not count, because this is a working key of yours: ${reason}`;
    default:
      return kind satisfies never;
  }
}

/** What to do about an entry that does not count. */
export function listIgnoreEntrySteps({ kind }: Ignored): readonly Line[] {
  switch (kind) {
    case "ignored":
      return [];
    case "expired":
      return [line`Its entry in the ignore file has ended. Give it a new ${"until"} on the base branch, or delete it.`];
    case "overruled":
      return [line`Delete its entry in the ignore file. A working key of yours cannot be ignored.`];
    default:
      return kind satisfies never;
  }
}
