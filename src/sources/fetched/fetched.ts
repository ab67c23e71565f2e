import { extractComplaint, type GitExit } from "../../git/git.ts";

/** How an attempt to fetch ended. */
export type Fetched =
  | { kind: "fetched" }
  /** The server does not let this token read the repository, or does not say that there is one. */
  | { kind: "refused"; status: 401 | 403 | 404 }
  /** The server does not have this object or reference, or does not give it out by its object name. */
  | { kind: "unknown"; name: string }
  /** The server refuses to leave out what it was asked to leave out. */
  | { kind: "unfiltered" }
  /** The server names objects by another hash than was expected. */
  | { kind: "mismatched" }
  /** Something could not be written: to a folder of our own, so that there is no room on the disk. */
  | { kind: "full" }
  /** Anything else. `why` is in git's words, on one line. */
  | { kind: "failed"; why: string };

/** Git's words for what a server does not have: fetch-pack.c, upload-pack.c and builtin/fetch.c. */
const UNKNOWN =
  /not our ref ([0-9a-f]{40,64})|unadvertised object ([0-9a-f]{40,64})|couldn't find remote ref (\S+)|did not contain ([0-9a-f]{40,64})/;
const FULL = /No space left on device|Disk quota exceeded|File too large|couldn't write|unable to write|write error/i;
const UNFILTERED = /filter '?[^'\n]*'? not supported|filter.{0,40}(?:is not allowed|disallowed)/i;
const UNAUTHENTICATED = /could not read (?:Username|Password)|Authentication failed/;
const STATUS = /The requested URL returned error: (\d{3})/;

/** Reads the ending of a git that was started. Its messages are in English, since it is run with `LC_ALL=C`. */
export function fetchedOf({ code, stderr }: Pick<GitExit, "code" | "stderr">): Fetched {
  if (code === 0) return { kind: "fetched" };
  if (FULL.test(stderr)) return { kind: "full" };
  const unknown = UNKNOWN.exec(stderr)
    ?.slice(1)
    .find((name) => name !== undefined);
  if (unknown !== undefined) return { kind: "unknown", name: unknown };
  if (UNAUTHENTICATED.test(stderr)) return { kind: "refused", status: 401 };
  if (/^fatal: repository '.*' not found/m.test(stderr)) return { kind: "refused", status: 404 };
  const status = STATUS.exec(stderr)?.[1];
  if (status === "403") return { kind: "refused", status: 403 };
  if (UNFILTERED.test(stderr)) return { kind: "unfiltered" };
  if (/mismatched algorithms/.test(stderr)) return { kind: "mismatched" };
  if (code === 129) return { kind: "failed", why: "git is too old to fetch single commits; install 2.29 or newer" };
  if (code === null) return { kind: "failed", why: "git was stopped from outside" };
  return { kind: "failed", why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? extractComplaint(stderr) };
}
