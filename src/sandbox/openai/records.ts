import type { AdminAPIKey } from "openai/resources/admin/organization/admin-api-keys";
import type { ProjectAPIKey } from "openai/resources/admin/organization/projects/api-keys";
import type { Project as WireProject } from "openai/resources/admin/organization/projects/projects";
import type { ProjectServiceAccount } from "openai/resources/admin/organization/projects/service-accounts";
import type { ProjectSpendLimit } from "openai/resources/admin/organization/projects/spend-limit";
import type { OrganizationUser } from "openai/resources/admin/organization/users";
import type { AccountRole } from "../../domain/inventory.ts";
import { PREFIXES } from "../../domain/key-grammar.ts";
import { getShownUse } from "./enforcement.ts";
import type { Key, Organization, Person, Project } from "./organization.ts";
import { redactKey } from "./refusals.ts";

/** Builds a project as the Admin API shows it. */
export function buildProjectRecord({ id, name, isArchived, createdAt }: Project): WireProject {
  return {
    id,
    object: "organization.project",
    name,
    created_at: createdAt,
    archived_at: isArchived ? createdAt + 86_400 : null,
    status: isArchived ? "archived" : "active",
  };
}

/** Builds a project's key as the Admin API shows it: with its redacted value, never its text. */
export function buildKeyRecord({ owner, ...key }: Key): ProjectAPIKey {
  const { id, name, email } = owner.person;
  const created_at = key.createdAt;
  return {
    id: key.id,
    object: "organization.project.api_key",
    name: key.name ?? "",
    redacted_value: formatRedacted(key.text, key.organization),
    created_at,
    last_used_at: getShownUse(key),
    expires_at: key.expiresAt,
    owner:
      owner.kind === "user"
        ? { type: "user", user: { id, name, email: email ?? "", role: "member", created_at } }
        : { type: "service_account", service_account: buildKeyHolder(owner.person, key) },
    owner_project_access: key.ownerHasAccess ? "active" : "inactive",
  };
}

type KeyHolder = NonNullable<ProjectAPIKey["owner"]["service_account"]>;

/** The role is one of the fields that answers have been seen to leave out, whatever the description requires. */
function buildKeyHolder({ id, name }: Person, { project, organization, createdAt }: Omit<Key, "owner">): KeyHolder {
  const holder = { id, name, created_at: createdAt };
  return (organization.tellsRoles ? { ...holder, role: getRole(id, project) } : holder) as KeyHolder;
}

/** Builds an admin key as the Admin API shows it. */
export function buildAdminKeyRecord(key: Key): AdminAPIKey {
  const { id, name } = key.owner.person;
  const owner = { type: "user", object: "organization.user", id, name, role: "owner", created_at: key.createdAt };
  return {
    id: key.id,
    object: "organization.admin_api_key",
    name: key.name,
    redacted_value: formatRedacted(key.text, key.organization),
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
    owner,
  };
}

/** Builds a service account as the Admin API shows it. */
export function buildServiceAccountRecord({ id, name }: Person, project: Project): ProjectServiceAccount {
  const role = getRole(id, project);
  return { id, object: "organization.project.service_account", name, role, created_at: project.createdAt };
}

function getRole(account: string, project: Project | null): AccountRole {
  return project?.roles.get(account) ?? "member";
}

/** Builds the spend limit of a project as the Admin API shows it: in cents, and not reached. */
export function buildSpendLimitRecord(threshold_amount: number): ProjectSpendLimit {
  const enforcement = { status: "inactive" as const };
  return { object: "project.spend_limit", threshold_amount, currency: "USD", interval: "month", enforcement };
}

/** Builds a member of the organisation as the Admin API shows them. */
export function buildUserRecord({ id, name, email }: Person, added_at: number): OrganizationUser {
  return { id, object: "organization.user", name, email, role: "owner", added_at };
}

/** With stars as in real listings, or as in the documentation: three characters (admin keys: 8), dots, and three. */
function formatRedacted(text: string, { redaction }: Organization): string {
  return redaction === "stars"
    ? redactKey(text)
    : `${text.slice(0, text.startsWith(PREFIXES.admin) ? 8 : 3)}...${text.slice(-3)}`;
}
