import type { Sighting } from "../domain/candidate.ts";
import type { Medium } from "../messages/medium.ts";

/** Where a place can be looked at; null where it cannot. */
export type LinkTo = (sighting: Sighting) => string | null;

/** What sentences depend on beside the report: where and when they are read. */
export type StoryContext = {
  /** Settings are named as the reader has them: inputs of a workflow, or flags and variables of a command. */
  medium: Medium;
  /** What a range of commits is to the reader. */
  range: "pull request" | "push" | "range";
  /** When the report was made: times of that day are told without their day. Null tells all days. */
  now: Date | null;
  /** Where the run can be looked at. */
  runUrl: string | null;
  link: LinkTo;
  /** `owner/name` of the repository at GitHub, and its default branch; null where they are not known. */
  repository: string | null;
  defaultBranch: string | null;
  /** The address of the GitHub server that it is on: `https://github.com`; null where it is not known. */
  serverUrl: string | null;
};

/** What is known where nobody says more. */
export const BARE_CONTEXT: StoryContext = {
  medium: "terminal",
  range: "range",
  now: null,
  runUrl: null,
  link: () => null,
  repository: null,
  defaultBranch: null,
  serverUrl: null,
};
