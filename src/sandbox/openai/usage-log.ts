import type { AuditLogListResponse } from "openai/resources/admin/organization/audit-logs";
import type { Key, Person } from "./organization.ts";

/** The endpoints of OpenAI that count by key, as the last word of their address. */
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

/** One use of a key. Time in unix seconds, cost in dollars. */
export type Use = {
  key: Key;
  endpoint: Endpoint;
  model: string;
  at: number;
  requests: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
};

/** An entry of the audit log: who did it, a key or a person in the dashboard, and the id of what it was done to. */
export type AuditEntry = { actor: Key | Person; resource: string; entry: AuditLogListResponse };

/** What an organisation's keys were used for. All of it may be changed while the sandbox runs. */
export class UsageLog {
  readonly uses: Use[] = [];
  readonly auditLog: AuditEntry[] = [];
  /** Whether an owner has switched the audit log on. */
  isAuditLogEnabled = true;
  /** Whether new keys are told of in the log of the tenant alone, which is asked apart. */
  logsToTenant = false;

  /** Somebody used a key. */
  addUse(key: Key, use: Partial<Omit<Use, "key">> & { at: number }): void {
    const usual = { endpoint: "completions" as const, model: "gpt-5", requests: 1, inputTokens: 100, outputTokens: 20 };
    this.uses.push({ key, ...usual, cost: 0.01, ...use });
  }

  /** Somebody made a key in the dashboard. */
  logCreation({ id, project, createdAt, scopes }: Key, by: Person): void {
    const type = this.logsToTenant
      ? (`tenant.${project ? "project" : "admin"}_api_key.created` as const)
      : ("api_key.created" as const);
    const user = { id: by.id, email: by.email ?? "" };
    const entry = {
      id: `audit_log-${this.auditLog.length + 1}`,
      type,
      effective_at: createdAt,
      actor: { type: "session" as const, session: { user, ip_address: "192.0.2.1" } },
      [type]: { id, data: { scopes: [...(scopes ?? ["api.all"])] } },
    } satisfies AuditLogListResponse & Record<string, unknown>;
    this.auditLog.push({ actor: by, resource: id, entry });
  }

  /** Somebody changed a key by the Admin API; `scopes` is what was asked for, if anything. Time in unix seconds. */
  logUpdate({ id }: Key, { by, scopes, at }: { by: Key; scopes?: string[] | undefined; at: number }): void {
    const changes_requested = scopes === undefined ? {} : { scopes };
    this.#did(by, at, { type: "api_key.updated", "api_key.updated": { id, changes_requested } }, id);
  }

  /** Somebody deleted a key by the Admin API. Time in unix seconds. */
  logDeletion({ id }: Key, { by, at }: { by: Key; at: number }): void {
    this.#did(by, at, { type: "api_key.deleted", "api_key.deleted": { id } }, id);
  }

  #did(by: Key, at: number, what: Omit<AuditLogListResponse, "id" | "effective_at" | "actor">, resource: string): void {
    const actor = { type: "api_key" as const, api_key: { id: by.id, type: "user" as const } };
    const entry = { id: `audit_log-${this.auditLog.length + 1}`, effective_at: Math.floor(at), actor, ...what };
    this.auditLog.push({ actor: by, resource, entry });
  }

  /** Somebody changed the organisation with a key; `what` happened to the thing with this id, at a time in unix seconds. */
  logChange(
    key: Key,
    { at, what, id, name }: { at: number; what: "api_key.created" | "project.created"; id: string; name: string },
  ): void {
    const actor = { type: "api_key" as const, api_key: { id: key.id, type: "user" as const } };
    const happened =
      what === "project.created"
        ? { "project.created": { id, data: { name, title: name } } }
        : { "api_key.created": { id, data: { scopes: ["api.all"] } } };
    const entry: AuditLogListResponse = {
      id: `audit_log-${this.auditLog.length + 1}`,
      type: what,
      effective_at: at,
      actor,
      ...happened,
    };
    this.auditLog.push({ actor: key, resource: id, entry });
  }
}
