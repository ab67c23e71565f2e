import type { ServiceAccount, SourceAnswer } from "../../domain/audit-facts.ts";
import type { AccountRole, KeyRecord } from "../../domain/inventory.ts";
import type { AdminApi } from "../client.ts";
import type { ListingReader } from "../inventory.ts";
import { readPages } from "../pages.ts";
import { parseRefusal } from "../refusal.ts";
import { parseAccountRole } from "../wire.ts";

/** The largest page the API gives. */
const limit = 100;

/** Roles of service accounts by their id; null where the list does not say. */
type Roles = ReadonlyMap<string, AccountRole | null>;

/** A service account as it comes. */
type WireAccount = { id: string; role?: unknown };

/** A service account as the records of its keys name it. */
type NamedAccount = { id: string; name: string | null; role: AccountRole | null };

/**
 * Finds the service accounts that own a project's keys. The records of the keys say which those are and mostly their roles,
 * which costs nothing; `ask` is called for the roles of the whole project where a record leaves one out.
 */
export async function findAccounts(
  keys: readonly KeyRecord[],
  ask: () => Promise<SourceAnswer<Roles>>,
): Promise<readonly ServiceAccount[]> {
  const accounts = listNamed(keys);
  if (accounts.every(({ role }) => role !== null)) return accounts.map((account) => tellRole(account, account.role));
  const roles = await ask();
  return accounts.map((account): ServiceAccount => {
    if (account.role !== null) return tellRole(account, account.role);
    return roles.kind === "told" ? tellRole(account, roles.value.get(account.id) ?? null) : { ...account, role: roles };
  });
}

/** Of records that contradict each other the one counts that gives the account more. */
function listNamed(keys: readonly KeyRecord[]): readonly NamedAccount[] {
  const accounts = new Map<string, NamedAccount>();
  for (const { owner } of keys) {
    if (owner?.kind !== "service-account" || owner.id === null) continue;
    const { id, name, role = null } = owner;
    const known = accounts.get(id);
    const isOwner = role === "owner" || known?.role === "owner";
    accounts.set(id, { id, name: known?.name ?? name, role: isOwner ? "owner" : (known?.role ?? role) });
  }
  return [...accounts.values()];
}

function tellRole({ id, name }: NamedAccount, role: AccountRole | null): ServiceAccount {
  return { id, name, role: { kind: "told", value: role } };
}

/**
 * Lists the roles of a project's service accounts. An archived project refuses, and has none.
 *
 * @throws MalformedPage, and what a request throws.
 */
export async function listRoles({ organization }: AdminApi, reader: ListingReader, project: string): Promise<Roles> {
  const { serviceAccounts } = organization.projects;
  const roles = new Map<string, AccountRole | null>();
  const ask = (after: string | undefined) =>
    reader.send(() => serviceAccounts.list(project, { limit, ...(after && { after }) }).asResponse(), {
      sort: "service-accounts",
    });
  try {
    for await (const page of readPages<WireAccount>(ask)) {
      for (const { id, role } of page) roles.set(id, parseAccountRole(role));
    }
  } catch (error) {
    if (error instanceof Error && "status" in error && isArchived(parseRefusal(error))) return roles;
    throw error;
  }
  return roles;
}

function isArchived({ status, code }: ReturnType<typeof parseRefusal>): boolean {
  return status === 400 && code === "project_archived";
}
