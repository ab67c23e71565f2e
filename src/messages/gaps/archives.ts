import { capitalize } from "../names.ts";

/** A file that was not searched in full; `name` as a person calls it, and `why` as below. */
export function describeUnreadPart(name: string, why: string): string {
  return `${capitalize(name)} was not searched in full: ${why}.`;
}

/** A format that is recognised and not opened. */
export function describeUnopened(format: string): string {
  return `this format is not supported (${format})`;
}

/** Why an archive, or a part of it, was not searched. */
export const ARCHIVE_FAULTS = {
  "too-deep": "an archive in it is nested too deeply",
  "too-large": "it is too large to unpack in memory",
  "too-much": "it unpacks to more than is searched of one file",
  "too-dense": "it unpacks to more than 200 times its size",
  "too-many": "it has more files than are searched of one archive",
  listing: "its list of files is damaged or cut short",
} as const;

/** Why parts of an archive were not searched. */
export type PartFault = "locked" | "damaged" | "without-base" | "unknown-packing";

/** The same for parts of which there may be several. */
export function describeUnreadParts(fault: PartFault, count: number): string {
  const parts = count === 1 ? "a part of it is" : `${count} parts of it are`;
  switch (fault) {
    case "locked":
      return `${parts} locked with a password`;
    case "damaged":
      return `${parts} damaged or cut short`;
    case "without-base":
      return `${parts} stored as the difference from a commit that it does not hold`;
    case "unknown-packing":
      return `${parts} compressed with a method that is not supported`;
    default:
      return fault satisfies never;
  }
}

/** Places that were not all looked at closely: each takes time, and a text can have one at every byte. */
export const TOO_MANY_PARTS = "it has too many parts of keys to look closely at all of them";
