import type { RepositoryLocation } from "../git/commits/revisions.ts";
import type { RemoteOptions } from "../sources/fetched/scratch-repository.ts";

/** Where an event's repository is: the checkout, if there is one, and the server it comes from. */
export type CheckoutContext = RepositoryLocation & {
  /** `owner/name`; empty where it is not known. */
  repository: string;
  serverUrl: string;
  apiUrl: string;
  token: string | null;
  /** A folder for temporary files. */
  temp: string;
  signal: AbortSignal;
};

/** How to fetch from the server; null where the repository's name or a token is missing. */
export function findServer(checkout: CheckoutContext): RemoteOptions | null {
  const { serverUrl, repository, token, temp, environment, signal } = checkout;
  if (repository === "" || token === null) return null;
  return { url: `${serverUrl}/${repository}`, token, temp, environment, signal };
}
