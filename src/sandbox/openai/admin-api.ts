import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { removeAdminKey, removeKey, updateKey } from "./keys/key-changes.ts";
import {
  answerWithAdminKey,
  answerWithKey,
  answerWithProject,
  createKey,
  listAdminKeys,
  listKeys,
  type RouteContext,
  refuseArchivedProject,
  showAdminKey,
  showKey,
} from "./keys/key-requests.ts";
import type { Key, Project } from "./organization.ts";
import { buildPage } from "./pages.ts";
import { buildProjectRecord, buildServiceAccountRecord, buildSpendLimitRecord, buildUserRecord } from "./records.ts";
import { refuseMissingRecord, refuseMissingScope, refuseUnknownAddress } from "./refusals.ts";
import { answerAuditLog, answerCosts, answerUsage } from "./usage-api.ts";
import { ENDPOINTS } from "./usage-log.ts";

type Route = {
  method: "GET" | "POST" | "DELETE";
  /** What follows `/v1/organization/`. */
  path: RegExp;
  /** The narrower scope that is also enough, without `.read` or `.write`. */
  scope?: string;
  answer: (context: RouteContext, request: Request) => Answer;
};

const KEYS = "api.organization.projects.api_keys";
const ACCOUNTS = "api.organization.projects.service_accounts";

/** Scopes that `api.management` does not include. */
const SEPARATE_SCOPES = ["api.usage", "api.audit_logs"];

const ROUTES: readonly Route[] = [
  { method: "GET", path: /^projects$/, answer: listProjects },
  { method: "GET", path: /^projects\/([^/]+)$/, answer: (context) => answerWithProject(context, showProject) },
  { method: "GET", path: /^projects\/([^/]+)\/api_keys$/, scope: KEYS, answer: listKeys },
  {
    method: "GET",
    path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
    scope: KEYS,
    answer: (context) => answerWithKey(context, showKey),
  },
  {
    method: "POST",
    path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
    scope: KEYS,
    answer: (context, { body }) => answerWithKey(context, (key) => updateKey(key, body, context[2])),
  },
  {
    method: "DELETE",
    path: /^projects\/([^/]+)\/api_keys\/([^/]+)$/,
    scope: KEYS,
    answer: (context) => answerWithKey(context, (key) => removeKey(key, context[2])),
  },
  { method: "GET", path: /^projects\/([^/]+)\/service_accounts$/, scope: ACCOUNTS, answer: listAccounts },
  {
    method: "POST",
    path: /^projects\/([^/]+)\/service_accounts\/([^/]+)\/api_keys$/,
    scope: ACCOUNTS,
    answer: createKey,
  },
  {
    method: "GET",
    path: /^projects\/([^/]+)\/spend_limit$/,
    answer: (context) => answerWithProject(context, showSpendLimit),
  },
  { method: "GET", path: /^admin_api_keys$/, answer: listAdminKeys },
  { method: "GET", path: /^admin_api_keys\/([^/]+)$/, answer: (context) => answerWithAdminKey(context, showAdminKey) },
  {
    method: "DELETE",
    path: /^admin_api_keys\/([^/]+)$/,
    answer: (context) => answerWithAdminKey(context, (key) => removeAdminKey(key, context[2])),
  },
  { method: "GET", path: /^users$/, answer: listUsers },
  { method: "GET", path: /^usage\/([a-z_]+)$/, scope: "api.usage", answer: routeUsage },
  {
    method: "GET",
    path: /^costs$/,
    scope: "api.usage",
    answer: ([{ usageLog, clock }], { query }) => answerCosts(usageLog, query, clock.now()),
  },
  {
    method: "GET",
    path: /^audit_logs$/,
    scope: "api.audit_logs",
    answer: ([{ usageLog, clock }], { query }) => answerAuditLog(usageLog, query, clock.now()),
  },
];

/** Answers a request to the Admin API, which only admin keys may use. Some routes also accept a narrower scope. */
export function answerAdmin(request: Request, key: Key): Answer {
  if (!key.isAdmin) return refuseMissingScope("api.management.read");
  const path = request.path.slice("/v1/organization/".length);
  for (const route of ROUTES) {
    const ids = route.method === request.method && route.path.exec(path)?.slice(1);
    if (!ids) continue;
    const right = request.method === "GET" ? "read" : "write";
    const own = `${route.scope ?? "api.management"}.${right}`;
    const enough = SEPARATE_SCOPES.includes(route.scope ?? "") ? [own] : [`api.management.${right}`, own];
    if (key.scopes && !key.scopes.some((scope) => enough.includes(scope))) return refuseMissingScope(enough[0] ?? own);
    return route.answer([key.organization, ids.map(decodeURIComponent), key], request);
  }
  return refuseUnknownAddress(request.method, request.path);
}

function listProjects([{ projects }]: RouteContext, { query }: Request): Answer {
  const archived = query.get("include_archived") === "true";
  return buildPage(
    projects.filter(({ isArchived }) => archived || !isArchived),
    query,
    buildProjectRecord,
  );
}

function listAccounts(context: RouteContext, { query }: Request): Answer {
  return answerWithProject(context, (project) =>
    project.isArchived
      ? refuseArchivedProject()
      : buildPage(project.accounts, query, (account) => buildServiceAccountRecord(account, project)),
  );
}

function listUsers([{ users, createdAt }]: RouteContext, { query }: Request): Answer {
  return buildPage(users, query, (user) => buildUserRecord(user, createdAt));
}

function routeUsage([{ usageLog, clock }, [name]]: RouteContext, { query, method, path }: Request): Answer {
  const endpoint = ENDPOINTS.find((candidate) => candidate === name);
  return endpoint ? answerUsage(endpoint, usageLog, query, clock.now()) : refuseUnknownAddress(method, path);
}

function showProject(project: Project): Answer {
  return { status: 200, body: buildProjectRecord(project) };
}

/** No limit is a record that does not exist, as two clients of others have it. */
function showSpendLimit({ spendLimit }: Project): Answer {
  return spendLimit === null
    ? refuseMissingRecord("spend limit")
    : { status: 200, body: buildSpendLimitRecord(spendLimit) };
}
