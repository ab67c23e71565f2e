import type { AuditLogListResponse } from "openai/resources/admin/organization/audit-logs";
import type { Key } from "./organization.ts";

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

/** An entry of the audit log, made with a key. */
export type Logged = { key: Key; entry: AuditLogListResponse };

/** What an organisation's keys were used for. All of it may be changed while the sandbox runs. */
export class Ledger {
  readonly uses: Use[] = [];
  readonly log: Logged[] = [];
  /** Whether an owner has switched the audit log on. */
  keepsLog = true;

  /** Somebody used a key. */
  use(key: Key, use: Partial<Omit<Use, "key">> & { at: number }): void {
    const usual = { endpoint: "completions" as const, model: "gpt-5", requests: 1, inputTokens: 100, outputTokens: 20 };
    this.uses.push({ key, ...usual, cost: 0.01, ...use });
  }

  /** Somebody changed the organisation with a key; `what` happened to the thing with this id, at a time in unix seconds. */
  change(
    key: Key,
    { at, what, id, name }: { at: number; what: "api_key.created" | "project.created"; id: string; name: string },
  ): void {
    const actor = { type: "api_key" as const, api_key: { id: key.id, type: "user" as const } };
    const happened =
      what === "project.created"
        ? { "project.created": { id, data: { name, title: name } } }
        : { "api_key.created": { id, data: { scopes: ["api.all"] } } };
    const entry: AuditLogListResponse = {
      id: `audit_log-${this.log.length + 1}`,
      type: what,
      effective_at: at,
      actor,
      ...happened,
    };
    this.log.push({ key, entry });
  }
}
