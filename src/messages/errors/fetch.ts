import { quoteForMessage } from "../quote.ts";

/** A server that does not let the job read the repository. */
export function describeRefusedRepository(
  status: number,
  { url, hasToken }: { url: string; hasToken: boolean },
): string {
  const by = hasToken ? "with this token" : "without a token";
  return `The server refused to send ${url} ${by} (HTTP ${status}). Give the job permissions: contents: read, or run actions/checkout with fetch-depth: 0 before this step.`;
}

export function describeInvalidUrl(url: string): string {
  return `${quoteForMessage(url)} is not a URL. Write it as https://host/owner/name.`;
}

/** The URL is not repeated, since it holds a password. */
export const URL_WITH_PASSWORD =
  "The repository's URL contains a user name or a password. Take it out, and give the token separately.";

export function describeUrlWithQuery(url: string): string {
  return `${quoteForMessage(url)} is not the URL of a repository. Remove everything after its path.`;
}

export function describeUnencryptedUrl(url: string): string {
  return `${quoteForMessage(url)} would be fetched without encryption. Write its https:// URL.`;
}

export function describeInvalidCommit(commit: string): string {
  return `${quoteForMessage(commit)} is not a full commit ID. Write all of its 40 or 64 hex digits.`;
}

export function describeInvalidRef(ref: string): string {
  return `${quoteForMessage(ref)} is not a full ref name. Write it as refs/heads/main.`;
}

/** The folder for temporary files cannot be used; `code` is the system's. */
export function describeUnwritableTemp(folder: string, code: string | undefined): string {
  return `The folder for temporary files, ${quoteForMessage(folder)}, cannot be written (${code ?? "no code"}). Give this user the right to write there, or free some space.`;
}
