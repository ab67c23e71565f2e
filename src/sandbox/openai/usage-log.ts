import type { AuditLogListResponse } from "openai/resources/admin/organization/audit-logs";

/** The usage endpoints that count by key: the last part of their paths. */
export const ENDPOINTS = [
  "completions",
  "decisions",
  "embeddings",
  "moderations",
  "images",
  "audio_speeches",
  "audio_transcriptions",
  "web_search_calls",
  "file_search_calls",
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** One use of a key. Time in unix seconds, cost in US dollars. */
export type Use = {
  keyId: string;
  endpoint: Endpoint;
  model: string;
  at: number;
  requests: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
};

/** An entry of the audit log, with the ids of its actor (a key or a person) and of what was changed. */
export type LoggedEvent = { actorId: string; resource: string; entry: AuditLogListResponse };

/** A key or person, which the log knows only by its id. */
type Identified = { readonly id: string };

/** Who changed a key: a key by the API, with the person who owns it, or a person in the dashboard. */
type Changer = Identified & { readonly owner?: { readonly person: { id: string; email: string | null } } };

/** What was asked to be changed of a key. */
type RequestedChange = { scopes?: string[] | undefined; expires_in_seconds?: number | undefined };

/** What the log records of a new key. */
type CreatedKey = Identified & { isAdmin: boolean; createdAt: number; scopes: readonly string[] | null };

/** What an organisation's keys were used for, and its audit log. All of it may be changed while the sandbox runs. */
export class UsageLog {
  readonly uses: Use[] = [];
  readonly auditLog: LoggedEvent[] = [];
  /** Whether an owner has switched the audit log on. */
  isAuditLogEnabled = true;
  /** How many milliseconds after it happened a change is listed. */
  delay = 0;
  /** Whether new keys are logged as events of the tenant, which are listed only when `tenant_only` is set. */
  logsToTenant = false;
  /** The project under which acts of admin keys are logged; null where the log does not tell it. */
  defaultProject: { id: string; name: string } | null = null;

  /** Records a use of a key. */
  addUse({ id }: Identified, use: Partial<Omit<Use, "keyId">> & { at: number }): void {
    const usual = { endpoint: "completions" as const, model: "gpt-5", requests: 1, inputTokens: 100, outputTokens: 20 };
    this.uses.push({ keyId: id, ...usual, cost: 0.01, ...use });
  }

  /** Records the same use of a key at this time of so many days before, the last of them the day before. */
  addDailyUse(key: Identified, { at, days, ...use }: Partial<Omit<Use, "keyId">> & { at: number; days: number }): void {
    for (let day = days; day > 0; day -= 1) this.addUse(key, { ...use, at: at - day * 86_400 });
  }

  /** Records that a person created a key in the dashboard. */
  logCreation({ id, isAdmin, createdAt, scopes }: CreatedKey, by: Identified & { email: string | null }): void {
    const type = this.logsToTenant
      ? (`tenant.${isAdmin ? "admin" : "project"}_api_key.created` as const)
      : ("api_key.created" as const);
    const user = { id: by.id, email: by.email ?? "" };
    const entry = {
      id: `audit_log-${this.auditLog.length + 1}`,
      type,
      effective_at: createdAt,
      actor: { type: "session" as const, session: { user, ip_address: "192.0.2.1" } },
      [type]: { id, data: { scopes: [...(scopes ?? ["api.all"])] } },
    } satisfies AuditLogListResponse & Record<string, unknown>;
    this.auditLog.push({ actorId: by.id, resource: id, entry });
  }

  /** Records that a key was created through the Admin API, with the scopes that were asked for. Time in unix seconds. */
  logKeyByAdmin(
    { id }: Identified,
    { by, scopes, at }: { by: Changer; scopes: string[] | undefined; at: number },
  ): void {
    const data = scopes === undefined ? {} : { scopes };
    this.#add(by, at, { type: "api_key.created", "api_key.created": { id, data } }, id);
  }

  /** Records a change of a key through the Admin API, with what was requested. Time in unix seconds. */
  logUpdate({ id }: Identified, { by, at, ...change }: RequestedChange & { by: Changer; at: number }): void {
    const changes_requested = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    this.#add(by, at, { type: "api_key.updated", "api_key.updated": { id, changes_requested } }, id);
  }

  /** Records that a person gave a key other scopes in the dashboard. Time in unix seconds. */
  logDashboardUpdate(
    { id }: Identified,
    { by, scopes, at }: { by: Identified & { email: string | null }; scopes: string[]; at: number },
  ): void {
    const user = { id: by.id, email: by.email ?? "" };
    const entry = {
      id: `audit_log-${this.auditLog.length + 1}`,
      type: "api_key.updated" as const,
      effective_at: Math.floor(at),
      actor: { type: "session" as const, session: { user, ip_address: "192.0.2.1" } },
      "api_key.updated": { id, changes_requested: { scopes } },
    } satisfies AuditLogListResponse;
    this.auditLog.push({ actorId: by.id, resource: id, entry });
  }

  /** Records that a key was deleted through the Admin API. Time in unix seconds. */
  logDeletion({ id }: Identified, { by, at }: { by: Changer; at: number }): void {
    this.#add(by, at, { type: "api_key.deleted", "api_key.deleted": { id } }, id);
  }

  #add(
    by: Changer,
    at: number,
    event: Omit<AuditLogListResponse, "id" | "effective_at" | "actor">,
    resource: string,
  ): void {
    const person = by.owner?.person;
    const user = person && { user: { id: person.id, email: person.email ?? "" } };
    const actor = { type: "api_key" as const, api_key: { id: by.id, type: "user" as const, ...user } };
    const id = `audit_log-${this.auditLog.length + 1}`;
    const project = this.defaultProject && { project: this.defaultProject };
    const entry = { id, effective_at: Math.floor(at), actor, ...project, ...event };
    this.auditLog.push({ actorId: by.id, resource, entry });
  }

  /** Records that a key created a project or another key, `id`. Time in unix seconds. */
  logChange(
    key: Identified,
    { at, what, id, name }: { at: number; what: "api_key.created" | "project.created"; id: string; name: string },
  ): void {
    const event =
      what === "project.created"
        ? { "project.created": { id, data: { name, title: name } } }
        : { "api_key.created": { id, data: { scopes: ["api.all"] } } };
    this.#add(key, at, { type: what, ...event }, id);
  }
}
