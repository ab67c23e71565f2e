import type { Model } from "openai/resources/models";
import type { Answer } from "../answer.ts";
import { getGrantedScopes } from "./enforcement.ts";
import type { Key } from "./organization.ts";
import { refuseMissingScope } from "./refusals.ts";

/** A scope that lets a key read everything a project has. */
const READ_ALL = "api.all.read";

/**
 * Answers `GET /v1/me`: the owner of a key, with the personal data that OpenAI sends. A service account has no address.
 * Admin keys may ask this; restricted keys may not.
 */
export function answerMe(key: Key): Answer {
  const { isAdmin, owner, organization } = key;
  const scopes = getGrantedScopes(key);
  if (!isAdmin && scopes && !scopes.includes(READ_ALL)) return refuseMissingScope("api.me.read", 401);
  const { id, name, email } = owner.person;
  const title = organization.header;
  const org = { object: "organization", id: organization.id, title, name: title, personal: false, is_default: true };
  return {
    status: 200,
    body: {
      object: "user",
      id,
      name,
      email,
      phone_number: null,
      picture: null,
      created: organization.createdAt,
      mfa_flag_enabled: owner.kind === "user",
      orgs: { object: "list", data: [{ ...org, role: isAdmin ? "owner" : "reader" }] },
    },
  };
}

/** Answers `GET /v1/models`, which admin keys may not use. */
export function answerModels(key: Key): Answer {
  const scope = "api.model.read";
  if (!mayUse(key, scope)) return refuseMissingScope(scope);
  const model: Model = { id: "gpt-sandbox", object: "model", created: key.organization.createdAt, owned_by: "openai" };
  return { status: 200, body: { object: "list", data: [model] } };
}

/** Answers `GET /v1/files` with no files. Admin keys may not use it. */
export function answerFiles(key: Key): Answer {
  const scope = "api.files.read";
  if (!mayUse(key, scope)) return refuseMissingScope(scope, 401);
  return { status: 200, body: { object: "list", data: [], first_id: null, last_id: null, has_more: false } };
}

function mayUse(key: Key, scope: string): boolean {
  const scopes = getGrantedScopes(key);
  return !key.isAdmin && (scopes === null || scopes.includes(scope) || scopes.includes(READ_ALL));
}
