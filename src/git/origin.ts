import { UsageError } from "../errors.ts";
import type { RepositoryLocation } from "./commits/revisions.ts";
import { Git } from "./git.ts";
import { findRepository } from "./repository.ts";

/** Where a clone comes from, as far as its own configuration says it. */
export type Origin = {
  /** `https://github.com`; null where the address has only a short name for its server, as `~/.ssh/config` may give one. */
  serverUrl: string | null;
  /** `owner/name` */
  repository: string;
  /** The default branch, as git remembers it from the clone; null where it does not. */
  defaultBranch: string | null;
};

/** Reads where a clone comes from; null where there is no repository, no `origin`, or an address that names no `owner/name`. */
export async function readOrigin(location: RepositoryLocation): Promise<Origin | null> {
  try {
    const git = new Git((await findRepository(location.repo)).gitDir, location.environment);
    const url = await git.run(["config", "--get", "remote.origin.url"]);
    const named = url.code === 0 ? parseOrigin(url.stdout.trim()) : null;
    if (named === null) return null;
    const head = await git.run(["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]);
    const [, defaultBranch = null] = /^refs\/remotes\/origin\/(\S+)\n?$/.exec(head.code === 0 ? head.stdout : "") ?? [];
    return { ...named, defaultBranch };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** Of an address only the server and the repository are read: it may hold a password. */
function parseOrigin(url: string): Pick<Origin, "serverUrl" | "repository"> | null {
  const [, host = "", path = ""] =
    /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(url) ??
    /^(?:[^/@:]+@)?([^/:@]+):(?!\/\/)(.+)$/.exec(url) ??
    [];
  const [, repository] = /^\/?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
  if (repository === undefined) return null;
  const server = host.toLowerCase() === "ssh.github.com" ? "github.com" : host;
  return { serverUrl: server.includes(".") ? `https://${server}` : null, repository };
}
