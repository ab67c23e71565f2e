import { platform } from "node:os";
import { kill } from "node:process";
import { type Environment, Git } from "../../git/git.ts";
import { accessTo } from "./access.ts";
import { addressOf } from "./address.ts";
import { makeBare } from "./bare.ts";
import { PATIENT, type Patience, Remote } from "./remote.ts";

/** A repository on a server, and what it takes to fetch from it. */
export type RemoteOptions = {
  /** `https://host/owner/name`. */
  url: string;
  /** A token that may read it; null for what anyone may read. */
  token: string | null;
  /** The folder for temporary files: what is fetched is kept in a folder of its own in it. */
  temp: string;
  environment: Environment;
  /** Stops the fetching, also before there is anything to close. */
  signal?: AbortSignal;
  /** How long to try; for tests. */
  patience?: Patience;
};

/** A repository of our own, and the server that it is filled from. */
export type ScratchRepository = {
  /** Absolute. */
  dir: string;
  /** Reads the repository, and reaches no server. */
  git: Git;
  remote: Remote;
};

/** How git names objects (git-init(1), `--object-format`). */
export type ObjectFormat = "sha1" | "sha256";

/**
 * Makes an empty repository, gives it to be filled, and takes it away where that fails, or when what came of it is
 * closed. `close` may be called at any time, and again.
 */
export async function createScratchRepository<Made extends object>(
  options: RemoteOptions,
  format: ObjectFormat,
  fill: (filling: ScratchRepository) => Promise<Made>,
): Promise<Made & { close(): Promise<void> }> {
  const { url, token, temp, environment, patience = PATIENT } = options;
  const address = addressOf(url);
  const { dir, home, remove } = await makeBare(temp, format);
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
  const stopGroup = platform() === "win32" ? null : (pid: number) => void kill(-pid);
  const network = new Git(dir, environment, accessTo(address, token, environment, home), stopGroup);
  const remote = new Remote(network, signal, patience);
  const close = async () => {
    stopping.abort(new Error("what was fetched was closed"));
    await remote.settled();
    await remove();
  };
  try {
    return { ...(await fill({ dir, git: new Git(dir, environment), remote })), close };
  } catch (error) {
    await close();
    throw error;
  }
}
