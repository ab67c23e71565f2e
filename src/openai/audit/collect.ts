import type { AuditFacts, AuditProject, AuditSource } from "../../domain/audit-facts.ts";
import type { Inventory, KeyRecord } from "../../domain/inventory.ts";
import type { AdminApi } from "../client.ts";
import { type ListingProgress, ListingReader, takeInventory, type VisitProject } from "../inventory.ts";
import { isArchivedProject, parseHome, type WireProject } from "../wire.ts";
import { findAccounts, listRoles } from "./accounts.ts";
import { markDefaultProject } from "./default-project.ts";
import { collectScopes, findAdminProject } from "./scopes.ts";
import { settleSource } from "./source-answer.ts";
import { readHardLimit } from "./spend-limits.ts";
import { collectCosts, collectUsage, createAuditWindow } from "./usage.ts";
import { listUsers } from "./users.ts";

/** `mask` is the Admin API key's. */
type CollectOptions = { mask: string; progress?: ListingProgress | undefined };

/** What is asked, by whom, and for which sources. */
type Collection = { api: AdminApi; reader: ListingReader; sources: ReadonlySet<AuditSource> };

/** A project before its keys are known. */
type VisitedProject = Omit<AuditProject, "isDefault" | "accounts">;

/**
 * Collects everything that an audit knows, and nothing that these sources do not need. All of it is asked at the rate of
 * one listing. A source that does not tell everything is untold, with its reason, and fails alone.
 */
export async function collectAuditFacts(
  api: AdminApi,
  sources: ReadonlySet<AuditSource>,
  { mask, progress }: CollectOptions,
): Promise<{ facts: AuditFacts; inventory: Inventory }> {
  const now = api.clock.now();
  const reader = new ListingReader(api.clock, mask, progress);
  const collection = { api, reader, sources };
  const projects = new Map<string, VisitedProject>();
  const visit: VisitProject = async (project) => {
    projects.set(project.id, await visitProject(project, collection));
  };
  let listed: readonly KeyRecord[] | null = null;
  const listing = takeInventory(api, reader, visit).then((inventory) => {
    listed = inventory.records.filter(({ home }) => home.kind === "project");
    return inventory;
  });
  const [inventory, answers] = await Promise.all([
    listing,
    askOrganization(collection, now, (known) => listed?.every(({ id }) => known.has(id)) ?? false),
  ]);
  const { records: keys, gaps, organization } = inventory;
  const visited = inventory.projects.flatMap(({ id }) => projects.get(id ?? "") ?? []);
  const [adminProject, candidates] = await Promise.all([
    answers.scopes.kind === "told" ? askAdminProject(collection, keys) : null,
    addAccounts(
      visited,
      collection,
      keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now),
    ),
  ]);
  reader.finish();
  return {
    inventory,
    facts: {
      now,
      organization,
      keys,
      projects: markDefaultProject(candidates, { adminProject, keys }),
      ...answers,
      gaps,
      requests: reader.requests,
    },
  };
}

async function askOrganization(
  { api, reader, sources }: Collection,
  now: Date,
  isEnough: Parameters<typeof collectScopes>[2],
): Promise<Pick<AuditFacts, "users" | "usage" | "costs" | "scopes">> {
  const window = createAuditWindow(now);
  const [users, usage, costs, scopes] = await Promise.all([
    settleSource(sources, "users", () => reader.track(() => listUsers(api, reader))),
    settleSource(sources, "usage", () => collectUsage(api, reader, window)),
    settleSource(sources, "costs", () => collectCosts(api, reader, window)),
    settleSource(sources, "audit-log", () => reader.track(() => collectScopes(api, reader, isEnough))),
  ]);
  return { users, usage, costs, scopes };
}

async function visitProject(project: WireProject, { api, reader, sources }: Collection): Promise<VisitedProject> {
  const { id } = project;
  const hasHardLimit = await settleSource(sources, "spend-limits", () =>
    reader.track(() => readHardLimit(api, reader, id)),
  );
  return { id, name: parseHome(project).name, isArchived: isArchivedProject(project), hasHardLimit };
}

/** `keys` are those that have not expired. */
async function addAccounts(
  projects: readonly VisitedProject[],
  { api, reader, sources }: Collection,
  keys: readonly KeyRecord[],
): Promise<readonly Omit<AuditProject, "isDefault">[]> {
  const byProject = new Map<string, KeyRecord[]>(projects.map(({ id }) => [id, []]));
  for (const key of keys) byProject.get(key.home.id ?? "")?.push(key);
  return await Promise.all(
    projects.map(async (project) => {
      const { id } = project;
      const ask = () => settleSource(sources, "service-accounts", () => reader.track(() => listRoles(api, reader, id)));
      return { ...project, accounts: await findAccounts(byProject.get(id) ?? [], ask) };
    }),
  );
}

/** Null where the log does not tell. */
async function askAdminProject(
  { api, reader, sources }: Collection,
  keys: readonly KeyRecord[],
): Promise<string | null> {
  const admins = keys.flatMap(({ id, home }) => (home.kind === "organization" ? [id] : []));
  const answer = await settleSource(sources, "audit-log", () =>
    reader.track(() => findAdminProject(api, reader, admins)),
  );
  return answer.kind === "told" ? answer.value : null;
}
