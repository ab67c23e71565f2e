import type { Answer } from "../../answer.ts";
import type { Request } from "../../server.ts";
import { selectPageAt } from "../comments.ts";
import { buildRepositoryRecord, getRepositoryId, type HostedRepository } from "../hosted-repository.ts";
import { createRefusal, isTokenFor, maySee, type Token } from "../tokens.ts";

const PAGE = "/repos/repos#list-organization-repositories";
const INSTALLATION_PAGE = "/apps/installations#list-repositories-accessible-to-the-app-installation";

/** What is listed, and whether a repository stood under this name before it was renamed. */
type Listing = {
  repositories: Iterable<HostedRepository>;
  /** The repository that a former full name, in lower case, leads to. */
  findRenamed(name: string): HostedRepository | undefined;
};

/** Answers what is asked about the repositories of an organisation; null for any other request. */
export function answerOrganization(request: Request, token: Token | null, listing: Listing): Answer | null {
  if (request.method !== "GET") return null;
  if (request.path === "/installation/repositories") return listInstallation(request, token, listing);
  const organization = /^\/orgs\/([^/]+)\/repos$/.exec(request.path)?.[1]?.toLowerCase();
  if (organization !== undefined) return listRepositories(organization, request, token, listing);
  return answerFormerName(request, token, listing);
}

/** The oldest first or by name, as `sort` says; what the token may not see is left out without a word. */
function listRepositories(
  organization: string,
  { query, path }: Request,
  token: Token | null,
  { repositories }: Listing,
): Answer {
  const owned = [...repositories].filter(({ fullName }) => fullName.toLowerCase().startsWith(`${organization}/`));
  if (owned.length === 0) return createRefusal(404, "Not Found", PAGE);
  const seen = owned.filter((repository) => maySee(token, repository));
  const origin = owned[0]?.origin ?? "";
  const sorted = query.get("sort") === "full_name" ? seen.toSorted(compareNames) : seen;
  const records = (query.get("direction") === "desc" ? sorted.toReversed() : sorted).map(buildRepositoryRecord);
  return selectPageAt(`${origin}${path}`, records, query);
}

function compareNames(one: HostedRepository, other: HostedRepository): number {
  return one.fullName < other.fullName ? -1 : 1;
}

/** For the tokens of an app's installation alone. */
function listInstallation({ query, path }: Request, token: Token | null, { repositories }: Listing): Answer {
  if (!token) return createRefusal(401, "Requires authentication", INSTALLATION_PAGE);
  const own = [...repositories].filter((repository) => isTokenFor(token, repository));
  const page = selectPageAt(`${own[0]?.origin ?? ""}${path}`, own.map(buildRepositoryRecord), query);
  const selection = token.organization === null ? "selected" : "all";
  return { ...page, body: { total_count: own.length, repository_selection: selection, repositories: page.body } };
}

/** A renamed repository is still found under its former name, by a redirect to its number. */
function answerFormerName({ path }: Request, token: Token | null, { findRenamed }: Listing): Answer | null {
  const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  const repository = findRenamed(decodeURIComponent(name).toLowerCase());
  if (!repository || !maySee(token, repository)) return null;
  const location = `${repository.origin}/repositories/${getRepositoryId(repository)}${rest}`;
  return { status: 301, headers: { location }, body: { message: "Moved Permanently", url: location } };
}
