import type { AdminAPIKey } from "openai/resources/admin/organization/admin-api-keys";
import type { ProjectAPIKey } from "openai/resources/admin/organization/projects/api-keys";
import type { Project as WireProject } from "openai/resources/admin/organization/projects/projects";
import type { Key, Organization, Project } from "./organization.ts";

/** A project as the Admin API shows it. */
export function projectRecord({ id, name, isArchived, createdAt }: Project): WireProject {
  return {
    id,
    object: "organization.project",
    name,
    created_at: createdAt,
    archived_at: isArchived ? createdAt + 86_400 : null,
    status: isArchived ? "archived" : "active",
  };
}

/** A project's key as the Admin API shows it: two ends, and never the text. */
export function keyRecord({ owner, ...key }: Key): ProjectAPIKey {
  const { id, name } = owner.person;
  const created_at = key.createdAt;
  return {
    id: key.id,
    object: "organization.project.api_key",
    name: key.name ?? "",
    redacted_value: redacted(key.text, key.organization),
    created_at,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
    owner:
      owner.kind === "user"
        ? { type: "user", user: { id, name, email: owner.person.email, role: "member", created_at } }
        : { type: "service_account", service_account: { id, name, role: "member", created_at } },
    owner_project_access: key.ownerHasAccess ? "active" : "inactive",
  };
}

/** An admin key as the Admin API shows it. */
export function adminKeyRecord(key: Key): AdminAPIKey {
  const { id, name } = key.owner.person;
  return {
    id: key.id,
    object: "organization.admin_api_key",
    name: key.name,
    redacted_value: redacted(key.text, key.organization),
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
    owner: { type: "user", object: "organization.user", id, name, role: "owner", created_at: key.createdAt },
  };
}

/** With stars: eight characters, a star for each hidden one, four. With dots: three (admin keys eight) and three. */
function redacted(text: string, { redaction }: Organization): string {
  if (redaction === "stars") return `${text.slice(0, 8)}${"*".repeat(text.length - 12)}${text.slice(-4)}`;
  return `${text.slice(0, text.startsWith("sk-admin-") ? 8 : 3)}...${text.slice(-3)}`;
}

/** One page of a listing, in the Admin API's form. A cursor that is none of the records' is an error there: null. */
export function page<Item extends { id: string }>(items: readonly Item[], query: URLSearchParams): object | null {
  const limit = Math.min(Math.max(Number(query.get("limit") ?? 20) || 20, 1), 100);
  const after = query.get("after");
  const start = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) return null;
  const data = items.slice(start, start + limit);
  return {
    object: "list",
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + limit < items.length,
  };
}
