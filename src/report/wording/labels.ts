import { type Line, line, linkWords } from "../line.ts";
import { formatCount } from "../numbers.ts";

/** "1,240 requests since the leak" */
export function describeSinceLeak(use: string): string {
  return `${use} since the leak`;
}

/** How many places are not shown. `isListed`: the JSON report lists them, and does not only count them. */
export function describeMorePlaces(count: number, isListed: boolean): string {
  return `and ${formatCount(count, "place")} more${isListed ? ", in the JSON report" : ""}`;
}

/** Where all of a report is. */
export const REST = { report: "the JSON report has all", summary: "the job summary has all" } as const;

/** The same as a link to the run, whose page has the summary. */
export function linkRest(runUrl: string): Line {
  return line`the ${linkWords("job summary", runUrl)} has all`;
}

/** What facts about a key are called. */
export const FACTS = {
  works: "Works?",
  key: "Key",
  where: "Where",
  whose: "Whose",
  used: "Used since the leak",
  done: "Action",
  effect: "Effect",
  ignored: "Ignored",
  fingerprint: "Fingerprint",
} as const;

/** The same beside a key in a terminal, in so many columns as the shortest line has room for. */
export const FIELDS = {
  first: "now",
  after: "then",
  where: "where",
  owner: "owner",
  works: "works",
  used: "used",
  done: "action",
  effect: "effect",
  entry: "entry",
  next: "next",
} as const;

/** What the folded details of the only key are called. */
export const MORE_DETAILS = "All places, fingerprint, usage by model";

/** Over the steps that follow the first one. */
export const THEN = "Then";

/** Over the steps of a key that is no longer a danger. */
export const STILL_WORTH = "Still worth doing:";

/** Over what was not read. */
export const WAYS_OUT = "Do one of these, then re-run:";
