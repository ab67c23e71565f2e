import type { Key, Organization, Project } from "./organization.ts";
import { adminKeyRecord, keyRecord, page, projectRecord } from "./records.ts";
import { missing, notFound, refusal } from "./refusals.ts";
import type { Answer, Request } from "./server.ts";

/** What a path may be, after `/v1/organization/`, and who answers it. */
const ROUTES: readonly (readonly [RegExp, (request: Request, organization: Organization, ids: string[]) => Answer])[] =
  [
    [/^projects$/, listProjects],
    [/^projects\/([^/]+)\/api_keys$/, listKeys],
    [/^projects\/([^/]+)\/api_keys\/([^/]+)$/, oneKey],
    [/^projects\/([^/]+)\/service_accounts$/, listAccounts],
    [/^admin_api_keys$/, listAdminKeys],
    [/^admin_api_keys\/([^/]+)$/, oneAdminKey],
    [/^users$/, listUsers],
  ];

/** The Admin API: for admin keys alone; reading needs one scope and writing another. */
export function answerAdmin(request: Request, key: Key): Answer {
  if (key.project) return missing("api.management.read");
  const needed = request.method === "GET" ? "api.management.read" : "api.management.write";
  if (key.scopes && !key.scopes.includes(needed)) return missing(needed);
  const path = request.path.slice("/v1/organization/".length);
  for (const [route, answer] of ROUTES) {
    const ids = route.exec(path);
    if (ids) return answer(request, key.organization, ids.slice(1).map(decodeURIComponent));
  }
  return notFound("endpoint");
}

function listProjects({ query }: Request, { projects }: Organization): Answer {
  const archived = query.get("include_archived") === "true";
  return listing(projects.filter(({ isArchived }) => archived || !isArchived).map(projectRecord), query);
}

/** Without `owner_project_access` the keys of people who left the project are not shown. */
function listKeys({ query }: Request, organization: Organization, [id]: string[]): Answer {
  const project = projectIn(organization, id);
  if (!project) return notFound("project");
  const access = query.get("owner_project_access") ?? "active";
  const keys = living(organization, project).filter(
    ({ ownerHasAccess }) => access === "any" || ownerHasAccess === (access === "active"),
  );
  return listing(keys.map(keyRecord), query);
}

function oneKey(request: Request, organization: Organization, [projectId, id]: string[]): Answer {
  const project = projectIn(organization, projectId);
  const key = project && living(organization, project).find((one) => one.id === id);
  if (!key) return notFound("API key");
  switch (request.method) {
    case "GET":
      return { status: 200, body: keyRecord(key) };
    case "POST":
      return update(request, key);
    case "DELETE":
      return remove(key, "organization.project.api_key.deleted");
    default:
      return refusal(405, "Not allowed to use this method.", null);
  }
}

/** `scopes` replaces the list, and an empty one means all permissions, as OpenAI's description warns. */
function update({ body }: Request, key: Key): Answer {
  let change: { scopes?: unknown; expires_in_seconds?: unknown };
  try {
    change = JSON.parse(body) as typeof change;
  } catch {
    return refusal(400, "We could not parse the JSON body of your request.", null);
  }
  const { scopes, expires_in_seconds: seconds } = change;
  const now = Date.now() / 1000;
  if (scopes === undefined && seconds === undefined) return refusal(400, "At least one field is required.", null);
  if (key.expiresAt !== null && key.expiresAt <= now) return refusal(400, "Expired keys cannot be updated.", null);
  if (scopes !== undefined && !(Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string"))) {
    return refusal(400, "scopes must be a list of strings.", null);
  }
  if (seconds !== undefined && !(Number.isInteger(seconds) && Number(seconds) >= 1 && Number(seconds) <= 31_536_000)) {
    return refusal(400, "expires_in_seconds must be from 1 to 31536000.", null);
  }
  if (scopes !== undefined) key.scopes = (scopes as string[]).length === 0 ? null : (scopes as string[]);
  if (seconds !== undefined) key.expiresAt = Math.floor(now) + Number(seconds);
  return { status: 200, body: keyRecord(key) };
}

function listAdminKeys({ query }: Request, organization: Organization): Answer {
  return listing(living(organization, null).map(adminKeyRecord), query);
}

function oneAdminKey({ method }: Request, organization: Organization, [id]: string[]): Answer {
  const key = living(organization, null).find((one) => one.id === id);
  if (!key) return notFound("admin API key");
  return method === "DELETE"
    ? remove(key, "organization.admin_api_key.deleted")
    : { status: 200, body: adminKeyRecord(key) };
}

function listAccounts({ query }: Request, organization: Organization, [id]: string[]): Answer {
  const project = projectIn(organization, id);
  if (!project) return notFound("project");
  if (project.isArchived) return refusal(400, "The project is archived.", "project_archived");
  const object = "organization.project.service_account";
  return listing(
    project.accounts.map((one) => ({
      object,
      id: one.id,
      name: one.name,
      role: "member",
      created_at: project.createdAt,
    })),
    query,
  );
}

function listUsers({ query }: Request, { users }: Organization): Answer {
  return listing(
    users.map((one) => ({ object: "organization.user", ...one, role: "owner" })),
    query,
  );
}

function listing(items: readonly { id: string }[], query: URLSearchParams): Answer {
  const body = page(items, query);
  return body ? { status: 200, body } : refusal(400, "after is not the id of a record.", "invalid_cursor");
}

function remove(key: Key, object: string): Answer {
  key.deletedAt = Date.now();
  return { status: 200, body: { object, id: key.id, deleted: true } };
}

function living({ keys }: Organization, project: Project | null): readonly Key[] {
  return keys.filter((key) => key.project === project && key.deletedAt === null);
}

function projectIn({ projects }: Organization, id: string | undefined): Project | undefined {
  return projects.find((project) => project.id === id);
}
