import { readFile } from "node:fs/promises";

/** The version in package.json; a test compares them. */
export const VERSION = "0.1.0";

/**
 * The git tree of `src` that the bundle was built from, as `git rev-parse <commit>:src` gives it; null outside a bundle.
 * It stands in a file beside the bundle, so that a change of one source file leaves the other files as they are.
 */
export async function readSourcesId(): Promise<string | null> {
  const text = await readFile(new URL("./sources.txt", import.meta.url), "utf8").catch(() => null);
  return text?.trim() ?? null;
}
