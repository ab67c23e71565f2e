import type { Flags } from "../flags.ts";

/** What was typed for `sweep`. */
export type SweepFlags = Flags & {
  shards?: string;
  shard?: string;
  maxDisk?: string;
  state?: string;
  include?: string;
  archived?: true;
  forks?: true;
  detail?: string;
  uploadSarif?: true;
};
