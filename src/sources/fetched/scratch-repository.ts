import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { platform } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import { UsageError } from "../../errors.ts";
import { type Environment, Git } from "../../git/git.ts";
import { describeUnwritableTemp } from "../../messages/errors/fetch.ts";
import { buildFetchEnvironment, parseRepositoryUrl } from "./access.ts";
import { FETCH_TIMEOUTS, type FetchTimeouts, Remote } from "./remote.ts";

/** A repository on a server, and what is needed to fetch from it. */
export type RemoteOptions = {
  /** `https://host/owner/name`. */
  url: string;
  /** A token that may read it; null for a public repository. */
  token: string | null;
  /** The folder for temporary files. The scratch repository is a new folder in it. */
  temp: string;
  environment: Environment;
  /** Stops all fetching. */
  signal?: AbortSignal;
  timeouts?: FetchTimeouts;
  clock?: Clock;
};

/** A temporary bare repository, and the server that it is fetched from. */
export type ScratchRepository = {
  /** An absolute path. */
  dir: string;
  /** Reads the repository, and reaches no server. */
  git: Git;
  remote: Remote;
};

/** The hash by which git names objects (git-init(1), `--object-format`). */
export type ObjectFormat = "sha1" | "sha256";

/**
 * Makes an empty scratch repository and has it filled by `fill`. It is removed when `fill` fails, or by `close` of the
 * result, which may be called at any time and more than once.
 */
export async function createScratchRepository<Filled extends object>(
  options: RemoteOptions,
  format: ObjectFormat,
  fill: (scratch: ScratchRepository) => Promise<Filled>,
): Promise<Filled & { close(): Promise<void> }> {
  const { url, token, temp, environment, timeouts = FETCH_TIMEOUTS, clock = SYSTEM_CLOCK } = options;
  const address = parseRepositoryUrl(url);
  const { dir, home, remove } = await createBareRepository(temp, format);
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
  const stopGroup = platform() === "win32" ? null : (pid: number) => void kill(-pid);
  const network = new Git(dir, environment, buildFetchEnvironment(address, token, environment, home), stopGroup);
  const remote = new Remote(network, signal, timeouts, clock);
  const close = async () => {
    closing.abort(new Error("what was fetched was closed"));
    await remote.waitForExit();
    await remove();
  };
  try {
    return { ...(await fill({ dir, git: new Git(dir, environment), remote })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `home` is a folder that stays empty. `remove` deletes both. */
type BareRepository = { dir: string; home: string; remove(): Promise<void> };

/**
 * Makes an empty bare repository in `temp`. Its files are written here, because `git init` would copy the hooks of a
 * template.
 */
async function createBareRepository(temp: string, format: ObjectFormat): Promise<BareRepository> {
  let folder: string | null = null;
  const remove = async () => {
    if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    folder = await mkdtemp(join(temp, "key-guard-"));
    const [dir, home] = [join(folder, "fetched.git"), join(folder, "home")];
    for (const path of [home, join(dir, "objects"), join(dir, "refs")]) await mkdir(path, { recursive: true });
    await writeFile(join(dir, "HEAD"), "ref: refs/heads/none\n");
    await writeFile(join(dir, "config"), format === "sha1" ? CONFIG : `${CONFIG}${SHA256_CONFIG}`);
    return { dir, home, remove };
  } catch (error) {
    await remove();
    throw new UsageError(describeUnwritableTemp(temp, (error as NodeJS.ErrnoException).code));
  }
}

/** gitrepository-layout(5), and git-config(1), `extensions.objectFormat`. */
const CONFIG = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n";
const SHA256_CONFIG = "[extensions]\n\tobjectFormat = sha256\n";
