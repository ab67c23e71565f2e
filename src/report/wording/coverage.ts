import type { Report } from "../../domain/report.ts";
import { formatBytes, formatCount, formatDuration } from "../numbers.ts";

/** The whole title of a report with nothing in it. Kept apart from the other titles, which a clean run need not load. */
export const NO_KEYS_FOUND = "No OpenAI keys found";

/** Titles of the sections that follow the keys. */
export const SECTIONS = { unfinished: "Begun by an earlier run, end unknown", gaps: "Not read" } as const;

/** How much was read, in one quiet line: "3 commits, 17 blobs, 50 KB, 2 texts in 85 ms". */
export function describeCoverage({ change, coverage }: Pick<Report, "change" | "coverage">): string {
  const { commits, blobs, bytes, texts, milliseconds } = coverage;
  const parts = [
    ...(commits > 0 || change.kind === "range"
      ? [commits > 0 ? formatCount(commits, "commit") : "no new commits"]
      : []),
    ...(blobs > 0 ? [formatCount(blobs, change.kind === "files" ? "file" : "blob")] : []),
    ...(bytes > 0 ? [formatBytes(bytes)] : []),
    ...(texts > 0 ? [formatCount(texts, "text")] : []),
  ];
  return `${parts.length > 0 ? parts.join(", ") : "nothing to read"} in ${formatDuration(milliseconds)}`;
}
