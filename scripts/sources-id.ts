import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const TOP = path.resolve(import.meta.dirname, "..");

/**
 * The git object name of the tree `src` as it stands on disk: `git rev-parse <commit>:src` gives the same for the commit
 * a bundle was built from. A commit's own name cannot stand in a bundle that the commit holds.
 */
export function sourcesId(): string {
  const own = mkdtempSync(path.join(tmpdir(), "sources-"));
  const objects = path.join(own, "objects");
  mkdirSync(objects);
  const env = { ...process.env, GIT_INDEX_FILE: path.join(own, "index"), GIT_OBJECT_DIRECTORY: objects };
  const git = (...args: string[]) => execFileSync("git", ["-C", TOP, ...args], { env, encoding: "utf8" }).trim();
  try {
    git("add", "src");
    return git("write-tree", "--prefix=src/");
  } finally {
    rmSync(own, { recursive: true });
  }
}
