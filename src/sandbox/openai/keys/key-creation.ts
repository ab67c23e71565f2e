import type { APIKeyCreateResponse } from "openai/resources/admin/organization/projects/service-accounts/api-keys";
import type { Answer } from "../../answer.ts";
import type { Key, Organization, Person, Project } from "../organization.ts";
import { createRefusal } from "../refusals.ts";
import {
  isDuration,
  isListOfText,
  type KeyFields,
  parseBody,
  readScopes,
  refuseBrokenJson,
  refuseDuration,
  refuseScopes,
} from "./key-fields.ts";

/** The longest name that is accepted here; OpenAI publishes no limit. */
const LONGEST_NAME = 200;

/** How scopes are written, as far as any have been seen. */
const SCOPE = /^(?:api\.)?[a-z_]+(?:\.[a-z_]+)+$/;

/** Scopes of Admin API keys, which no key of a project can have. */
const OF_ADMINS = /^api\.(?:management|organization|usage|audit_logs)\./;

/**
 * Creates a key under a service account, by the JSON of the request, and answers with its text, once. Without scopes it
 * may do everything. The codes of refusals by a policy are not published: those here are made up, as is the longest name.
 */
export function createAccountKey(project: Project, account: Person, json: string, by: Key): Answer {
  const body = parseBody(json);
  if (!body) return refuseBrokenJson();
  const refusal = refuseFields(body) ?? refuseByPolicy(project.organization, body);
  if (refusal) return refusal;
  const { name, scopes, expires_in_seconds: seconds } = body;
  const { organization } = project;
  const { clock, propagation, usageLog } = organization;
  const time = clock.now().getTime();
  const now = Math.floor(time / 1000);
  const key = organization.accountKey(project, account.name, {
    account,
    name: typeof name === "string" ? name : null,
    scopes: isListOfText(scopes) ? readScopes(scopes) : null,
    createdAt: now,
    expiresAt: isDuration(seconds) ? now + seconds : null,
    worksFrom: propagation.creation > 0 ? time + propagation.creation : null,
  });
  usageLog.logKeyByAdmin(key, { by, scopes: isListOfText(scopes) ? scopes : undefined, at: now });
  const { id, text: value, createdAt, expiresAt } = key;
  const object = "organization.project.service_account.api_key";
  const answer = { object, id, value, name: key.name ?? "", created_at: createdAt, expires_at: expiresAt } as const;
  return { status: 200, body: answer satisfies APIKeyCreateResponse };
}

function refuseFields({ name, scopes, expires_in_seconds: seconds }: KeyFields): Answer | null {
  if (name !== undefined && (typeof name !== "string" || name.length > LONGEST_NAME)) {
    const message = `Invalid 'name': expected a string of at most ${LONGEST_NAME} characters.`;
    return createRefusal(400, message, "invalid_value", { param: "name" });
  }
  if (scopes !== undefined && !isListOfText(scopes)) return refuseScopes();
  const unknown = isListOfText(scopes)
    ? scopes.find((scope) => !SCOPE.test(scope) || OF_ADMINS.test(scope))
    : undefined;
  if (unknown !== undefined) {
    return createRefusal(400, `Invalid scope: ${unknown}`, "invalid_scope", { param: "scopes" });
  }
  return seconds !== undefined && seconds !== null && !isDuration(seconds) ? refuseDuration() : null;
}

function refuseByPolicy({ keyPolicy }: Organization, { expires_in_seconds: seconds }: KeyFields): Answer | null {
  const { longestLifetime, forbidsKeys } = keyPolicy;
  if (forbidsKeys) return createRefusal(403, "API keys are disabled for this organization.", "api_keys_disabled");
  if (longestLifetime === null || (isDuration(seconds) && seconds <= longestLifetime)) return null;
  const message = `API keys of this organization must expire within ${longestLifetime} seconds.`;
  return createRefusal(400, message, "expiration_policy_violation", { param: "expires_in_seconds" });
}
