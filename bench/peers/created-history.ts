import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";

/** A packed repository, the same for the same number of commits, whose files change a few lines at a time. */
export async function createHistory(folder: string, commits: number): Promise<string> {
  const repo = path.join(folder, `history-${commits}`);
  mkdirSync(repo);
  const git = (...args: string[]) => execFileSync("git", ["-C", repo, ...args]);
  git("init", "--quiet", "--initial-branch=main");
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, "Quick and Dirty Generators".
    return Math.floor((state / 2 ** 32) * limit);
  };
  const line = () => Array.from({ length: 6 }, () => below(2 ** 31).toString(36)).join(" ");
  const files = Array.from({ length: 200 }, () => Array.from({ length: 250 }, line));
  const importing = spawn("git", ["-C", repo, "fast-import", "--quiet"], { stdio: ["pipe", "inherit", "inherit"] });
  for (let commit = 0; commit < commits; commit += 1) {
    const changed = commit === 0 ? [...files.keys()] : Array.from({ length: 3 }, () => below(files.length));
    const written = changed.map((file) => {
      files[file]?.splice(below(240), 2, line(), line());
      const content = files[file]?.join("\n") ?? "";
      return `M 100644 inline folder-${file % 20}/file-${file}.txt\ndata ${content.length}\n${content}\n`;
    });
    const head = `commit refs/heads/main\ncommitter A <a@example.com> ${1_600_000_000 + commit * 600} +0000\n`;
    if (!importing.stdin.write(`${head}data 6\nChange\n${written.join("")}`)) await once(importing.stdin, "drain");
  }
  importing.stdin.end();
  await once(importing, "close");
  git("repack", "-adfq");
  return repo;
}
