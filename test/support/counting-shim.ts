import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A git on the PATH that is counted. */
export async function countingShim() {
  const dir = await mkdtemp(join(tmpdir(), "shim-"));
  const log = join(dir, "log");
  const real = execFileSync("sh", ["-c", "command -v git"]).toString().trim();
  await writeFile(log, "");
  await writeFile(join(dir, "git"), `#!/bin/sh\necho "$*" >> '${log}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
  return {
    environment: { PATH: `${dir}:${process.env["PATH"]}`, HOME: dir },
    count: async () => (await readFile(log, "utf8")).split("\n").length - 1,
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}
