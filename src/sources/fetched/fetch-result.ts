import type { Gap } from "../../domain/gap.ts";
import { UsageError } from "../../errors.ts";
import { extractComplaint, type GitExit } from "../../git/git.ts";
import { describeRefusedRepository } from "../../messages/errors/fetch.ts";
import { describeRefusal, describeUnknownName, FETCH_FAULTS } from "../../messages/gaps/fetch.ts";

/** How a fetch ended. */
export type FetchResult =
  | { kind: "fetched" }
  /** The server does not let this token read the repository, or does not reveal that it exists. */
  | { kind: "refused"; status: 401 | 403 | 404 }
  /** The server does not have this object or ref, or does not serve it by object ID. */
  | { kind: "unknown"; name: string }
  /** The server does not support the filter of a partial clone. */
  | { kind: "unfiltered" }
  /** The server uses another object format than expected. */
  | { kind: "mismatched" }
  /** A write failed. The folder is our own, so that the disk must be full. */
  | { kind: "full" }
  /** Anything else. `why` is git's own message, on one line. `isFinal`: another attempt would end alike. */
  | { kind: "failed"; why: string; isFinal?: true };

/** Git's messages for what a server does not have: fetch-pack.c, upload-pack.c and builtin/fetch.c. */
const UNKNOWN =
  /not our ref ([0-9a-f]{40,64})|unadvertised object ([0-9a-f]{40,64})|couldn't find remote ref (\S+)|did not contain ([0-9a-f]{40,64})/;
const FULL = /No space left on device|Disk quota exceeded|File too large|couldn't write|unable to write|write error/i;
const UNFILTERED = /filter '?[^'\n]*'? not supported|filter.{0,40}(?:is not allowed|disallowed)/i;
const UNAUTHENTICATED = /could not read (?:Username|Password)|Authentication failed/;
const STATUS = /The requested URL returned error: (\d{3})/;

/** Parses how `git fetch` ended. Its messages are English, because it runs with `LC_ALL=C`. */
export function parseFetchResult({ code, stderr }: Pick<GitExit, "code" | "stderr">): FetchResult {
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
  // A repository that was renamed: a redirect is not followed, since the token would go with it.
  if (status?.startsWith("30")) return { kind: "failed", why: extractComplaint(stderr), isFinal: true };
  if (UNFILTERED.test(stderr)) return { kind: "unfiltered" };
  if (/mismatched algorithms/.test(stderr)) return { kind: "mismatched" };
  if (code === 129) return { kind: "failed", why: FETCH_FAULTS["old-git"] };
  if (code === null) return { kind: "failed", why: FETCH_FAULTS.stopped };
  return { kind: "failed", why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? extractComplaint(stderr) };
}

/** Says why a fetch did not bring something, as the end of a sentence. */
export function describeFetchFailure(result: FetchResult): string {
  switch (result.kind) {
    case "fetched":
      return FETCH_FAULTS["not-there"];
    case "unknown":
      return describeUnknownName(result.name);
    case "refused":
      return describeRefusal(result.status);
    case "unfiltered":
      return FETCH_FAULTS.unfiltered;
    case "mismatched":
      return FETCH_FAULTS.mismatched;
    case "full":
      return FETCH_FAULTS.full;
    case "failed":
      return result.why;
    default:
      return result satisfies never;
  }
}

/** Makes the gap for something that could not be fetched. */
export function createFetchGap(detail: string): Gap {
  return { kind: "unfetched", detail };
}

/** Makes the error for a server that does not let the token read the repository. */
export function createRefusedError(
  status: 401 | 403 | 404,
  { url, token }: { url: string; token: string | null },
): UsageError {
  return new UsageError(describeRefusedRepository(status, { url, hasToken: token !== null }));
}
