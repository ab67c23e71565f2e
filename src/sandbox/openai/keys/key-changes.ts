import type { AdminAPIKeyDeleteResponse } from "openai/resources/admin/organization/admin-api-keys";
import type { APIKeyDeleteResponse } from "openai/resources/admin/organization/projects/api-keys";
import type { Answer } from "../../answer.ts";
import { getEffectiveExpiry, getEffectiveScopes, hasDefect } from "../enforcement.ts";
import type { Key } from "../organization.ts";
import { buildKeyRecord } from "../records.ts";
import { createRefusal } from "../refusals.ts";
import {
  isDuration,
  isListOfText,
  parseBody,
  readScopes,
  refuseBrokenJson,
  refuseDuration,
  refuseScopes,
} from "./key-fields.ts";

/**
 * Changes a key's scopes, its expiry, or both, by the JSON of the request. `scopes` replaces the list, **and an empty
 * one means all permissions**, as OpenAI's SDK warns. An expired key stays expired. The audit log records who did it.
 */
export function updateKey(key: Key, json: string, by: Key): Answer {
  const body = parseBody(json);
  if (!body) return refuseBrokenJson();
  const { scopes, expires_in_seconds: seconds } = body;
  const { clock, usageLog, propagation } = key.organization;
  const time = clock.now().getTime();
  const now = time / 1000;
  if (scopes === undefined && seconds === undefined) return createRefusal(400, "At least one field is required.", null);
  if (key.expiresAt !== null && key.expiresAt <= now)
    return createRefusal(400, "Expired API keys cannot be updated.", null);
  if (scopes !== undefined && !isListOfText(scopes)) return refuseScopes();
  if (seconds !== undefined && !isDuration(seconds)) return refuseDuration();
  if (!hasDefect(key, "updates-nothing")) {
    if (scopes !== undefined) {
      key.pendingChanges.scopes = { previous: getEffectiveScopes(key), until: time + propagation.scopes };
      key.scopes = readScopes(scopes);
    }
    if (seconds !== undefined) {
      key.pendingChanges.expiresAt = { previous: getEffectiveExpiry(key), until: time + propagation.expiry };
      key.expiresAt = Math.floor(now) + seconds;
    }
    usageLog.logUpdate(key, { by, scopes, expires_in_seconds: seconds, at: now });
  }
  return { status: 200, body: buildKeyRecord(key) };
}

/** Deletes a project's key. Its record goes at once, but the key works until the deletion has spread. */
export function removeKey(key: Key, by: Key): Answer {
  if (key.owner.kind === "service-account" && hasDefect(key, "keeps-account-keys")) {
    return createRefusal(400, "This API key belongs to a service account and cannot be deleted.", null);
  }
  markDeleted(key, by);
  const object = "organization.project.api_key.deleted";
  return { status: 200, body: { object, id: key.id, deleted: true } satisfies APIKeyDeleteResponse };
}

/** Deletes an admin key, even the one the request is made with. */
export function removeAdminKey(key: Key, by: Key): Answer {
  markDeleted(key, by);
  const object = "organization.admin_api_key.deleted";
  return { status: 200, body: { object, id: key.id, deleted: true } satisfies AdminAPIKeyDeleteResponse };
}

function markDeleted(key: Key, by: Key): void {
  if (hasDefect(key, "deletes-nothing")) return;
  const { clock, usageLog } = key.organization;
  key.deletedAt = clock.now().getTime();
  usageLog.logDeletion(key, { by, at: key.deletedAt / 1000 });
}
