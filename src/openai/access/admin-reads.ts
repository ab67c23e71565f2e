import type { Clock } from "../../domain/clock.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { mayBeRedactedAs } from "../../domain/redaction.ts";
import type { Secret } from "../../domain/secret.ts";
import { type AdminApi, type Host, openAdminApi } from "../client.ts";
import { MalformedPage, readJson } from "../pages.ts";
import { isMissingScope, isUnknownKey, parseRefusal, type Refusal } from "../refusal.ts";
import { isOutage } from "../retry.ts";
import { parseAdminKey, type WireAdminKey } from "../wire.ts";

/** What one read came to. */
export type ReadResult =
  | { kind: "works"; records: readonly unknown[] }
  | { kind: "missing-scope"; scopes: readonly string[] }
  | { kind: "unknown-key" | "refused"; status: number; code: string | null }
  /** Nobody answered, or the server failed or asked to come later. */
  | { kind: "no-answer"; status: number | null }
  /** An answer that is not as OpenAI describes it, such as a proxy's page. */
  | { kind: "not-openai"; status: number }
  /** There was nothing to ask about. */
  | { kind: "not-tried" };

/** What an Admin API key may read, each tried with one request. */
export type AdminReads = Readonly<
  Record<"projects" | "project-keys" | "admin-keys" | "usage" | "costs" | "audit-log", ReadResult>
>;

/** What an Admin API key may read, whose it is, and its own record where the listing shows exactly one that fits it. */
export type AdminAccess = { reads: AdminReads; organization: string | null; ownRecord: KeyRecord | null };

/** How far back usage and costs are asked for, in seconds. */
const DAY = 86_400;

/** A refusal of an unknown key is asked again after this long, in milliseconds: keys that work have got one. */
const BETWEEN_ASKS = 250;

/** Tries what an Admin API key may read. Nothing is repeated but the refusal of a key that OpenAI does not know. */
export async function probeAdminReads(host: Host, adminKey: Secret, clock: Clock): Promise<AdminAccess> {
  const api = await openAdminApi(host, adminKey.reveal(), clock);
  const first = await probeOnce(api, adminKey);
  if (!Object.values(first.reads).every(({ kind }) => kind === "unknown-key" || kind === "not-tried")) return first;
  await clock.sleep(BETWEEN_ASKS);
  return await probeOnce(api, adminKey);
}

async function probeOnce(api: AdminApi, adminKey: Secret): Promise<AdminAccess> {
  const { projects, adminAPIKeys, usage, auditLogs } = api.organization;
  let organization: string | null = null;
  const read = async (ask: () => Promise<Response>) =>
    await probeRead(ask, (headers) => {
      organization ??= headers.get("openai-organization");
    });
  const start_time = Math.floor(api.clock.now().getTime() / 1000) - DAY;
  const listing = read(() => projects.list({ limit: 1, include_archived: true }).asResponse());
  const [projectList, projectKeys, adminKeys, used, costs, auditLog] = await Promise.all([
    listing,
    listing.then(async (result) => await probeProjectKeys(result, api, read)),
    // The largest page, since the key's own record may be anywhere in it.
    read(() => adminAPIKeys.list({ limit: 100 }).asResponse()),
    read(() => usage.completions({ start_time, limit: 1 }).asResponse()),
    read(() => usage.costs({ start_time, limit: 1 }).asResponse()),
    read(() => auditLogs.list({ limit: 1 }).asResponse()),
  ]);
  return {
    reads: {
      projects: projectList,
      "project-keys": projectKeys,
      "admin-keys": adminKeys,
      usage: used,
      costs,
      "audit-log": auditLog,
    },
    organization,
    ownRecord: findOwnRecord(adminKeys, adminKey),
  };
}

type Read = (ask: () => Promise<Response>) => Promise<ReadResult>;

/** Keys are listed by project: those of the first one are asked for. */
async function probeProjectKeys(listing: ReadResult, { organization }: AdminApi, read: Read): Promise<ReadResult> {
  const [project] = listing.kind === "works" ? listing.records : [];
  const id = readField(project, "id");
  if (typeof id !== "string") return { kind: "not-tried" };
  return await read(() =>
    organization.projects.apiKeys.list(id, { limit: 1, owner_project_access: "any" }).asResponse(),
  );
}

async function probeRead(ask: () => Promise<Response>, onHeaders: (headers: Headers) => void): Promise<ReadResult> {
  try {
    const response = await ask();
    const data = readField(await readJson(response), "data");
    if (!Array.isArray(data)) return { kind: "not-openai", status: response.status };
    onHeaders(response.headers);
    return { kind: "works", records: data };
  } catch (error) {
    return error instanceof MalformedPage ? { kind: "not-openai", status: 200 } : classify(parseRefusal(error));
  }
}

function classify(refusal: Refusal): ReadResult {
  const { status, code, isTheirs, missingScopes } = refusal;
  if (status === null || isOutage(refusal)) return { kind: "no-answer", status };
  if (isMissingScope(refusal)) return { kind: "missing-scope", scopes: missingScopes };
  if (!isTheirs) return { kind: "not-openai", status };
  return { kind: isUnknownKey(refusal) ? "unknown-key" : "refused", status, code };
}

function findOwnRecord(listing: ReadResult, adminKey: Secret): KeyRecord | null {
  if (listing.kind !== "works") return null;
  const records = listing.records
    .filter((record): record is WireAdminKey => typeof readField(record, "id") === "string")
    .map(parseAdminKey)
    .filter(({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted));
  return records.length === 1 ? (records[0] ?? null) : null;
}

function readField(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
