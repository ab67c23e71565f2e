import type { Answer } from "../../answer.ts";
import type { Request } from "../../server.ts";
import type { Key, Organization, Project } from "../organization.ts";
import { buildPage } from "../pages.ts";
import { buildAdminKeyRecord, buildKeyRecord } from "../records.ts";
import { createRefusal, refuseMissingRecord } from "../refusals.ts";
import { createAccountKey } from "./key-creation.ts";

/** The organisation, the ids in the path, and the key the request is made with. */
export type RouteContext = readonly [organization: Organization, ids: readonly string[], by: Key];

/** Lists the keys of a project. Without `owner_project_access`, keys whose owner left the project are not listed. */
export function listKeys(context: RouteContext, { query }: Request): Answer {
  return answerWithProject(context, (project) => {
    const access = query.get("owner_project_access") ?? "active";
    if (!["active", "inactive", "any"].includes(access)) {
      return createRefusal(400, "Invalid 'owner_project_access'.", "invalid_value", { param: "owner_project_access" });
    }
    const keys = listProjectKeys(project).filter(
      ({ ownerHasAccess }) => access === "any" || ownerHasAccess === (access === "active"),
    );
    return buildPage(keys, query, buildKeyRecord);
  });
}

/** Lists the Admin API keys: oldest first, or newest first with `order=desc`. */
export function listAdminKeys([organization]: RouteContext, { query }: Request): Answer {
  const keys = selectAdminKeys(organization);
  return buildPage(query.get("order") === "desc" ? keys.toReversed() : keys, query, buildAdminKeyRecord);
}

/** Creates a key under the service account of the path. */
export function createKey(context: RouteContext, { body }: Request): Answer {
  return answerWithProject(context, (project) => {
    if (project.isArchived) return refuseArchivedProject();
    const account = project.accounts.find(({ id }) => id === context[1][1]);
    return account ? createAccountKey(project, account, body, context[2]) : refuseMissingRecord("service account");
  });
}

/** Shows the record of a key. */
export function showKey(key: Key): Answer {
  return { status: 200, body: buildKeyRecord(key) };
}

/** Shows the record of an Admin API key. */
export function showAdminKey(key: Key): Answer {
  return { status: 200, body: buildAdminKeyRecord(key) };
}

/** Answers with the project of the path. */
export function answerWithProject([organization, [id]]: RouteContext, answer: (project: Project) => Answer): Answer {
  const project = organization.findProject(id ?? "");
  return project ? answer(project) : refuseMissingRecord("project");
}

/** Answers with the key of the path. */
export function answerWithKey(context: RouteContext, answer: (key: Key) => Answer): Answer {
  return answerWithProject(context, (project) => {
    const key = listProjectKeys(project).find(({ id }) => id === context[1][1]);
    return key ? answer(key) : refuseMissingRecord("API key");
  });
}

/** Answers with the Admin API key of the path. */
export function answerWithAdminKey([organization, [id]]: RouteContext, answer: (key: Key) => Answer): Answer {
  const key = selectAdminKeys(organization).find((candidate) => candidate.id === id);
  return key ? answer(key) : refuseMissingRecord("admin API key");
}

/** Refuses what an archived project has no more. */
export function refuseArchivedProject(): Answer {
  return createRefusal(400, "The project is archived.", "project_archived");
}

function listProjectKeys(project: Project): readonly Key[] {
  return project.keys.filter(({ deletedAt }) => deletedAt === null);
}

function selectAdminKeys({ keys }: Organization): readonly Key[] {
  return keys.filter(({ isAdmin, deletedAt }) => isAdmin && deletedAt === null);
}
