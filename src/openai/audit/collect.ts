import type { AuditFacts, AuditProject, AuditSource } from "../../domain/audit-facts.ts";
import type { Inventory, KeyRecord } from "../../domain/inventory.ts";
import type { AdminApi } from "../client.ts";
import { type ListingProgress, ListingReader, takeInventory, type VisitProject } from "../inventory.ts";
import { isArchivedProject, parseHome, type WireProject } from "../wire.ts";
import { markDefaultProject } from "./default-project.ts";
import { listAccounts, readHardLimit } from "./projects.ts";
import { collectScopes, findAdminProject } from "./scopes.ts";
import { settleSource } from "./source-answer.ts";
import { collectCosts, collectUsage, createAuditWindow } from "./usage.ts";
import { listUsers } from "./users.ts";

/** `mask` is the Admin API key's. */
type CollectOptions = { mask: string; progress?: ListingProgress | undefined };

/** What is asked, by whom, and for which sources. */
type Collection = { api: AdminApi; reader: ListingReader; sources: ReadonlySet<AuditSource> };

type Candidate = Omit<AuditProject, "isDefault">;

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
  const projects = new Map<string, Candidate>();
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
  const adminProject = answers.scopes.kind === "told" ? await askAdminProject(collection, keys) : null;
  reader.finish();
  const candidates = inventory.projects.flatMap(({ id }) => projects.get(id ?? "") ?? []);
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

async function visitProject(project: WireProject, { api, reader, sources }: Collection): Promise<Candidate> {
  const { id } = project;
  const [accounts, hasHardLimit] = await Promise.all([
    settleSource(sources, "service-accounts", () => reader.track(() => listAccounts(api, reader, id))),
    settleSource(sources, "spend-limits", () => reader.track(() => readHardLimit(api, reader, id))),
  ]);
  return { id, name: parseHome(project).name, isArchived: isArchivedProject(project), accounts, hasHardLimit };
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
