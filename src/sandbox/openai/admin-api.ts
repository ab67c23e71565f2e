import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { remove, removeAdmin } from "./key-deletion.ts";
import { update } from "./key-update.ts";
import type { Key, Organization, Project } from "./organization.ts";
import { listing } from "./pages.ts";
import { accountRecord, adminKeyRecord, keyRecord, projectRecord, userRecord } from "./records.ts";
import { missing, noSuchAddress, notFound, refusal } from "./refusals.ts";
import { auditLog, costs, usage } from "./usage-api.ts";
import { ENDPOINTS } from "./usage-log.ts";

type Route = {
  method: "GET" | "POST" | "DELETE";
  /** After `/v1/organization/`. */
  path: RegExp;
  /** The narrow scope that is enough here, without `.read` or `.write`. */
  scope?: string;
  answer: (of: Of, request: Request) => Answer;
};

/** Where a record is looked for: the organisation, and the ids in the path. And the key that asks. */
type Of = readonly [organization: Organization, ids: readonly string[], by: Key];

const KEYS = "api.organization.projects.api_keys";
const ACCOUNTS = "api.organization.projects.service_accounts";

/** Scopes that management does not include. */
const APART = ["api.usage", "api.audit_logs"];

const ROUTES: readonly Route[] = [
  { method: "GET", path: /^projects$/, answer: listProjects },
  { method: "GET", path: /^projects\/([^/]+)$/, answer: (of) => inProject(of, projectAnswer) },
  { method: "GET", path: /^projects\/([^/]+)\/api_keys$/, scope: KEYS, answer: listKeys },
  { method: "GET", path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/, scope: KEYS, answer: (of) => ofKey(of, show) },
  {
    method: "POST",
    path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
    scope: KEYS,
    answer: (of, { body }) => ofKey(of, (key) => update(key, body, of[2])),
  },
  {
    method: "DELETE",
    path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
    scope: KEYS,
    answer: (of) => ofKey(of, (key) => remove(key, of[2])),
  },
  { method: "GET", path: /^projects\/([^/]+)\/service_accounts$/, scope: ACCOUNTS, answer: listAccounts },
  { method: "GET", path: /^admin_api_keys$/, answer: listAdminKeys },
  { method: "GET", path: /^admin_api_keys\/([^/]+)$/, answer: (of) => ofAdminKey(of, showAdmin) },
  {
    method: "DELETE",
    path: /^admin_api_keys\/([^/]+)$/,
    answer: (of) => ofAdminKey(of, (key) => removeAdmin(key, of[2])),
  },
  { method: "GET", path: /^users$/, answer: listUsers },
  { method: "GET", path: /^usage\/([a-z_]+)$/, scope: "api.usage", answer: showUsage },
  {
    method: "GET",
    path: /^costs$/,
    scope: "api.usage",
    answer: ([{ ledger, clock }], { query }) => costs(ledger, query, clock.now()),
  },
  {
    method: "GET",
    path: /^audit_logs$/,
    scope: "api.audit_logs",
    answer: ([{ ledger }], { query }) => auditLog(ledger, query),
  },
];

/** The Admin API: for admin keys alone. Reading needs one scope and writing another; narrower ones do in some places. */
export function answerAdmin(request: Request, key: Key): Answer {
  if (!key.isAdmin) return missing("api.management.read");
  const path = request.path.slice("/v1/organization/".length);
  for (const route of ROUTES) {
    const ids = route.method === request.method && route.path.exec(path)?.slice(1);
    if (!ids) continue;
    const right = request.method === "GET" ? "read" : "write";
    const own = `${route.scope ?? "api.management"}.${right}`;
    const enough = APART.includes(route.scope ?? "") ? [own] : [`api.management.${right}`, own];
    if (key.scopes && !key.scopes.some((scope) => enough.includes(scope))) return missing(enough[0] ?? own);
    return route.answer([key.organization, ids.map(decodeURIComponent), key], request);
  }
  return noSuchAddress(request.method, request.path);
}

function listProjects([{ projects }]: Of, { query }: Request): Answer {
  const archived = query.get("include_archived") === "true";
  return listing(projects.filter(({ isArchived }) => archived || !isArchived).map(projectRecord), query);
}

/** Without `owner_project_access` the keys of people who left the project are not shown. */
function listKeys(of: Of, { query }: Request): Answer {
  return inProject(of, (project) => {
    const access = query.get("owner_project_access") ?? "active";
    if (!["active", "inactive", "any"].includes(access)) {
      return refusal(400, "Invalid 'owner_project_access'.", "invalid_value", { param: "owner_project_access" });
    }
    const keys = livingIn(project).filter(
      ({ ownerHasAccess }) => access === "any" || ownerHasAccess === (access === "active"),
    );
    return listing(keys.map(keyRecord), query);
  });
}

/** Newest last unless `order` says otherwise. */
function listAdminKeys([organization]: Of, { query }: Request): Answer {
  const records = adminKeysOf(organization).map(adminKeyRecord);
  return listing(query.get("order") === "desc" ? records.toReversed() : records, query);
}

function listAccounts(of: Of, { query }: Request): Answer {
  return inProject(of, (project) =>
    project.isArchived
      ? refusal(400, "The project is archived.", "project_archived")
      : listing(
          project.accounts.map((account) => accountRecord(account, project)),
          query,
        ),
  );
}

function listUsers([{ users, createdAt }]: Of, { query }: Request): Answer {
  return listing(
    users.map((user) => userRecord(user, createdAt)),
    query,
  );
}

function showUsage([{ ledger, clock }, [name]]: Of, { query, method, path }: Request): Answer {
  const endpoint = ENDPOINTS.find((one) => one === name);
  return endpoint ? usage(endpoint, ledger, query, clock.now()) : noSuchAddress(method, path);
}

function inProject([{ projects }, [id]]: Of, answer: (project: Project) => Answer): Answer {
  const project = projects.find((one) => one.id === id);
  return project ? answer(project) : notFound("project");
}

function ofKey(of: Of, answer: (key: Key) => Answer): Answer {
  return inProject(of, (project) => {
    const key = livingIn(project).find(({ id }) => id === of[1][1]);
    return key ? answer(key) : notFound("API key");
  });
}

function ofAdminKey([organization, [id]]: Of, answer: (key: Key) => Answer): Answer {
  const key = adminKeysOf(organization).find((one) => one.id === id);
  return key ? answer(key) : notFound("admin API key");
}

function projectAnswer(project: Project): Answer {
  return { status: 200, body: projectRecord(project) };
}

function show(key: Key): Answer {
  return { status: 200, body: keyRecord(key) };
}

function showAdmin(key: Key): Answer {
  return { status: 200, body: adminKeyRecord(key) };
}

function livingIn(project: Project): readonly Key[] {
  return project.organization.keys.filter((key) => key.project === project && key.deletedAt === null);
}

function adminKeysOf({ keys }: Organization): readonly Key[] {
  return keys.filter(({ isAdmin, deletedAt }) => isAdmin && deletedAt === null);
}
