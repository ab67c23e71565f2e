import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../errors.ts";

/**
 * Makes an empty folder for temporary files, whose name begins with `prefix`.
 *
 * @throws UsageError where the system has no room for one.
 */
export async function createTemporaryFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix));
  } catch (error) {
    const { code = "it did not say why" } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `The folder for temporary files, ${JSON.stringify(tmpdir())}, cannot be written (${code}); give one that can, with some room.`,
    );
  }
}
