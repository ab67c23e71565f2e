import type OpenAI from "openai";
import type { Clock } from "../domain/clock.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { OwnershipProof, Proof } from "../domain/proof.ts";
import type { Secret } from "../domain/secret.ts";
import type { Validity } from "../domain/validity.ts";
import { createKeyClient, type Host } from "./client.ts";
import { parseRefusal } from "./refusal.ts";
import { validityOf } from "./validity.ts";

/** Our organisation, as its answers to the Admin API name it: by header, and by id where `/v1/me` was asked. */
export type Organization = { header: string | null; ids: ReadonlySet<string> };

/** Who a key says it is. `/v1/me` holds personal data: only these ids are taken out of it, and compared in memory. */
export type Self = { userId: string | null; header: string | null; organizationIds: readonly string[] };

/** A refusal counts once it was repeated; this long lies between the two, in milliseconds. */
const SECOND_ASK = 250;

/** What a trial is compared with: our organisation, and the time, by which a record's expiry is judged. */
export type Against = { organization: () => Promise<Organization>; clock: Clock };

/**
 * Tries a key with `GET /v1/me`, and with `GET /v1/models` when only a scope is missing. Both are free and read-only.
 * "invalid_api_key" is asked a second time: it has been answered for keys that work.
 */
export async function tryKey(
  host: Host,
  secret: Secret,
  record: KeyRecord | null,
  { organization, clock }: Against,
): Promise<Proof> {
  const client = await createKeyClient(host, secret.reveal());
  let trial = await trialOf(client, secret, "/me");
  if (trial.validity.kind === "inactive" && trial.validity.because === "refused") {
    await clock.sleep(SECOND_ASK);
    trial = await trialOf(client, secret, "/me");
  }
  if (trial.validity.kind === "active" && trial.validity.because === "restricted") {
    const models = await trialOf(client, secret, "/models");
    if (models.self.header !== null) trial = { ...trial, self: { ...trial.self, header: models.self.header } };
  }
  const { validity, self } = trial;
  const isAccepted =
    validity.kind === "active" && (validity.because === "accepted" || validity.because === "restricted");
  if (!isAccepted) return { validity: asRecorded(validity, record, clock.now()), possession: "not-accepted" };
  return { validity, possession: possessionOf(self, await organization(), record) };
}

/** What OpenAI says of an expired key is not published: it may be what it says of none, and then the record knows why. */
function asRecorded(validity: Validity, record: KeyRecord | null, now: Date): Validity {
  const isOver = record !== null && record.expiresAt !== null && record.expiresAt <= now;
  const isRefused = validity.kind === "inactive" && validity.because === "refused";
  return isRefused && isOver ? { kind: "inactive", because: "expired" } : validity;
}

/** Asks `/v1/me` who a key is; what was refused or not understood is left empty. */
export async function selfOf(client: OpenAI, secret: Secret): Promise<Self> {
  return (await trialOf(client, secret, "/me")).self;
}

/**
 * The key is proven to be the record's when it works for our organisation and, where a person owns the record, for that
 * person. An answer that names neither proves nothing, and neither does any answer where there is no record.
 */
export function possessionOf(self: Self, ours: Organization, record: KeyRecord | null): OwnershipProof {
  const organization = isOurs(self, ours);
  if (record === null) return organization === false ? "someone-else" : "unnamed";
  const { owner } = record;
  const user = owner?.kind === "service-account" ? true : sameUser(self.userId, owner?.id ?? null);
  if (organization === false || user === false) return "someone-else";
  return organization && user ? "proven" : "unnamed";
}

function isOurs(self: Self, ours: Organization): boolean | null {
  if (self.header !== null && ours.header !== null) return self.header === ours.header;
  if (self.organizationIds.length === 0 || ours.ids.size === 0) return null;
  return self.organizationIds.some((id) => ours.ids.has(id));
}

function sameUser(found: string | null, recorded: string | null): boolean | null {
  return found === null || recorded === null ? null : found === recorded;
}

const NOBODY: Self = { userId: null, header: null, organizationIds: [] };

async function trialOf(
  client: OpenAI,
  secret: Secret,
  path: "/me" | "/models",
): Promise<{ validity: Validity; self: Self }> {
  try {
    const response = await client.get(path).asResponse();
    const header = response.headers.get("openai-organization");
    const body: unknown = await response.json();
    const self = path === "/me" ? namedIn(body) : isListOf(body) ? NOBODY : null;
    return self
      ? { validity: { kind: "active", because: "accepted" }, self: { ...self, header } }
      : { validity: { kind: "unknown", because: "unreadable" }, self: NOBODY };
  } catch (error) {
    return { validity: validityOf(parseRefusal(error), secret), self: NOBODY };
  }
}

/** A proxy or a login page answers 200 too: only a body of the right shape is an answer. */
function namedIn(body: unknown): Self | null {
  const { id, orgs } = (typeof body === "object" && body !== null ? body : {}) as { id?: unknown; orgs?: unknown };
  if (typeof id !== "string") return null;
  const list = (typeof orgs === "object" && orgs !== null ? (orgs as { data?: unknown }).data : []) ?? [];
  const ids = Array.isArray(list) ? list.map((one) => (one as { id?: unknown } | null)?.id) : [];
  return { userId: id, header: null, organizationIds: ids.filter((one) => typeof one === "string") };
}

function isListOf(body: unknown): boolean {
  return typeof body === "object" && body !== null && Array.isArray((body as { data?: unknown }).data);
}
