import type { AdminAPIKeyDeleteResponse } from "openai/resources/admin/organization/admin-api-keys";
import type { APIKeyDeleteResponse } from "openai/resources/admin/organization/projects/api-keys";
import type { Answer } from "../answer.ts";
import { hasDefect } from "./enforcement.ts";
import type { Key } from "./key.ts";
import { createRefusal } from "./refusals.ts";

/** Deletes a project's key. The record goes at once; the text goes on working for a while. The audit log has who did it. */
export function deleteKey(key: Key, by: Key): Answer {
  if (key.owner.kind === "service-account" && hasDefect(key, "keeps-account-keys")) {
    return createRefusal(400, "This API key belongs to a service account and cannot be deleted.", null);
  }
  markDeleted(key, by);
  const object = "organization.project.api_key.deleted";
  return { status: 200, body: { object, id: key.id, deleted: true } satisfies APIKeyDeleteResponse };
}

/** Deletes an admin key, also the one that asks. */
export function deleteAdminKey(key: Key, by: Key): Answer {
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
