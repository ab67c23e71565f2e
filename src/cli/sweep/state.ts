import { readFile } from "node:fs/promises";
import type { SweepState } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { describeUnreadableFile } from "../../messages/errors/command-line/sweep.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";

/**
 * Reads what an earlier sweep kept; null where there is no file yet.
 *
 * @throws UsageError for one that cannot be read, or is something else.
 */
export async function readState(file: string | undefined): Promise<SweepState | null> {
  if (file === undefined) return null;
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const code = getErrorCode(error);
    if (code === "ENOENT") return null;
    throw new UsageError(describeUnreadableFile(file, "state", code));
  });
  if (text === null) return null;
  return (await import("../../sweep/documents/shard-document.ts")).parseState(text, file);
}
