import { execFile } from "node:child_process";
import { appendFile } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Partial clones, any commit by its name, pushing, and no housekeeping while a test looks on. */
const CONFIG = `[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	autogc = false
[gc]
	auto = 0
`;

/** Makes an empty bare repository that serves what GitHub serves. `PATH` is where git is found; null is the system's. */
export async function createBareRepository(dir: string, branch: string, PATH: string | null): Promise<void> {
  const env = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: devNull, ...(PATH === null ? {} : { PATH }) };
  const options = ["--bare", "--quiet", "--template=", `--initial-branch=${branch}`];
  await promisify(execFile)("git", ["init", ...options, "--", dir], { env });
  await appendFile(path.join(dir, "config"), CONFIG);
}
