import type { Gap } from "../../domain/gap.ts";
import { UsageError } from "../../errors.ts";
import type { Fetched } from "./fetched.ts";
import type { Filled } from "./missing-objects.ts";

/** Says why something could not be fetched, as the end of a sentence. */
export function describeFetchFailure(fetched: Fetched): string {
  switch (fetched.kind) {
    case "fetched":
      return "the server does not have it";
    case "unknown":
      return `the server does not have ${fetched.name}, or does not give it out`;
    case "refused":
      return `the server refused it (HTTP ${fetched.status})`;
    case "unfiltered":
      return "the server gives out nothing but all of it";
    case "mismatched":
      return "the server names objects by another hash";
    case "full":
      return "there is no room left on the disk for temporary files";
    case "failed":
      return fetched.why;
    default:
      return fetched satisfies never;
  }
}

/** The gap that objects leave which could not be fetched. */
export function listFetchGaps(what: string, { missing, last }: Filled): readonly Gap[] {
  if (missing === 0) return [];
  const objects = missing === 1 ? "1 object" : `${missing} objects`;
  return [unfetched(`${objects} of ${what} could not be fetched: ${describeFetchFailure(last)}`)];
}

/** Something that could not be fetched, in one line. */
export function unfetched(detail: string): Gap {
  return { kind: "unfetched", detail };
}

/** What to do about a server that lets nothing be read. */
export function refusal(status: 401 | 403 | 404, { url, token }: { url: string; token: string | null }): UsageError {
  return new UsageError(
    `The server does not give out ${url} ${token === null ? "without a token" : "for this token"} (HTTP ${status}); ` +
      "give the job the permission contents: read, or check the repository out before this step " +
      "(with actions/checkout: fetch-depth: 0).",
  );
}
