import type OpenAI from "openai";
import type { Clock } from "../domain/clock.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { OwnershipProof, Proof, ScopeReach } from "../domain/proof.ts";
import type { Secret } from "../domain/secret.ts";
import type { Validity } from "../domain/validity.ts";
import { createKeyClient, type Host } from "./client.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { isUnknownKey, parseRefusal } from "./refusal.ts";
import { classifyRefusal } from "./validity.ts";

/** Our organisation as its answers to the Admin API name it: by header, and by id where `/v1/me` was asked. */
export type OwnOrganization = { header: string | null; ids: ReadonlySet<string> };

/** Who a key says it is. `/v1/me` holds personal data: only these ids are taken out of it, and compared in memory. */
type KeyHolder = { userId: string | null; header: string | null; organizationIds: readonly string[] };

/** A refusal counts once it was repeated; this long lies between two requests, in milliseconds. */
const BETWEEN_ASKS = 250;

/** So often is a key tried at most whose refusals contradict one another. */
const MOST_ASKS = 3;

/**
 * What a trial is compared with: our organisation, and the time, by which a record's expiry is judged. `isUrgent`: before
 * all others that wait.
 */
type TrialContext = {
  organization: () => Promise<OwnOrganization>;
  clock: Clock;
  limiter: RateLimiter;
  isUrgent: boolean;
};

/**
 * Tries a key with `GET /v1/me`, and with `GET /v1/models` when only a scope is missing. Both are free and read-only.
 * "invalid_api_key" is asked again: it has been answered for keys that work. The second request waits behind the first
 * ones of all other keys, so that texts that are refused hold up none that is accepted.
 */
export async function tryKey(
  host: Host,
  secret: Secret,
  record: KeyRecord | null,
  { organization, clock, limiter, isUrgent }: TrialContext,
): Promise<Proof> {
  const client = await createKeyClient(host, secret.reveal());
  const send: Send = async (ask) => await limiter.send(ask, { first: isUrgent });
  let trial = await askUntilSure(async () => await request(client, secret, "/me", send), clock);
  if (trial.validity.kind === "active" && trial.validity.because === "restricted") {
    const { holder } = await request(
      client,
      secret,
      "/models",
      async (ask) => await limiter.send(ask, { first: true }),
    );
    if (holder.header !== null) trial = { ...trial, holder: { ...trial.holder, header: holder.header } };
  }
  const { validity, holder } = trial;
  const isAccepted =
    validity.kind === "active" && (validity.because === "accepted" || validity.because === "restricted");
  if (!isAccepted) return { validity: considerExpiry(validity, record, clock.now()), possession: "not-accepted" };
  return { validity, possession: proveOwnership(holder, await organization(), record) };
}

/**
 * Asks until an answer is another one than "I know no such key", or is that twice in a row. A refusal that quotes
 * somebody else's key is asked again like one that quotes this one; what was refused once, among such, is not known.
 */
async function askUntilSure(ask: () => Promise<Trial>, clock: Clock): Promise<Trial> {
  let last = await ask();
  for (let asks = 1; asks < MOST_ASKS && last.isUnknownKey; asks += 1) {
    await clock.sleep(BETWEEN_ASKS);
    const next = await ask();
    if (next.isUnknownKey && next.validity.because === last.validity.because) return next;
    last = next;
  }
  return last.isUnknownKey ? { ...last, validity: { kind: "unknown", because: "unreadable" } } : last;
}

/** What OpenAI says of an expired key is not published: it may be what it says of no key, and then the record knows why. */
function considerExpiry(validity: Validity, record: KeyRecord | null, now: Date): Validity {
  const isOver = record !== null && record.expiresAt !== null && record.expiresAt <= now;
  const isRefused = validity.kind === "inactive" && validity.because === "refused";
  return isRefused && isOver ? { kind: "inactive", because: "expired" } : validity;
}

/** Reads from `/v1/me` which organisations a key is of; what was refused or not understood is left empty. */
export async function readOrganization(host: Host, secret: Secret): Promise<OwnOrganization> {
  const { holder } = await request(await createKeyClient(host, secret.reveal()), secret, "/me");
  return { header: holder.header, ids: new Set(holder.organizationIds) };
}

/**
 * Tries whether a key may do what quarantine takes away: asks for one name out of the project's files, which needs the
 * scope `api.files.read`. Only a list is an answer: a key that was narrow before would else pass for one that a quarantine has
 * narrowed, by a proxy's page or a garbled answer. A key that could never do this is narrow as well.
 */
export async function probeScopes(host: Host, secret: Secret): Promise<ScopeReach> {
  const client = await createKeyClient(host, secret.reveal());
  try {
    const response = await client.files.list({ limit: 1 }).asResponse();
    const isJson = /^application\/json\b/i.test(response.headers.get("content-type") ?? "");
    const body: unknown = response.status === 200 && isJson ? await response.json().catch(() => null) : null;
    return isList(body) ? "wide" : "untold";
  } catch (error) {
    const validity = classifyRefusal(parseRefusal(error), secret);
    return validity.kind === "active" && validity.because === "restricted" ? "narrow" : "untold";
  }
}

/**
 * The key is proven to be the record's when it works for our organisation and, where a person owns the record, for that
 * person. An answer that does not name both proves nothing, and neither does any answer where there is no record.
 */
function proveOwnership(holder: KeyHolder, ours: OwnOrganization, record: KeyRecord | null): OwnershipProof {
  const isOurOrganization = matchesOrganization(holder, ours);
  if (record === null) return isOurOrganization === false ? "someone-else" : "unnamed";
  const { owner } = record;
  const isOwner = owner?.kind === "service-account" ? true : matchesUser(holder.userId, owner?.id ?? null);
  if (isOurOrganization === false || isOwner === false) return "someone-else";
  if (!isOurOrganization) return "unnamed";
  return isOwner ? "proven" : "owner-unnamed";
}

/** Null where that cannot be told. */
function matchesOrganization({ header, organizationIds }: KeyHolder, ours: OwnOrganization): boolean | null {
  if (header !== null && ours.header !== null) return header === ours.header;
  if (organizationIds.length === 0 || ours.ids.size === 0) return null;
  return organizationIds.some((id) => ours.ids.has(id));
}

function matchesUser(found: string | null, recorded: string | null): boolean | null {
  return found === null || recorded === null ? null : found === recorded;
}

const NOBODY: KeyHolder = { userId: null, header: null, organizationIds: [] };

/** What one request with the key came to. `isUnknownKey`: OpenAI says that it knows no such key. */
type Trial = { validity: Validity; holder: KeyHolder; isUnknownKey: boolean };

/** Makes a request when there is a place for it. */
type Send = <T>(ask: () => Promise<T>) => Promise<T>;

const sendAtOnce: Send = async (ask) => await ask();

async function request(
  client: OpenAI,
  secret: Secret,
  path: "/me" | "/models",
  send: Send = sendAtOnce,
): Promise<Trial> {
  try {
    const response = await send(async () => await client.get(path).asResponse());
    const header = response.headers.get("openai-organization");
    const body: unknown = await response.json();
    const holder = path === "/me" ? parseHolder(body) : isList(body) ? NOBODY : null;
    return holder
      ? { validity: { kind: "active", because: "accepted" }, holder: { ...holder, header }, isUnknownKey: false }
      : { validity: { kind: "unknown", because: "unreadable" }, holder: NOBODY, isUnknownKey: false };
  } catch (error) {
    const refusal = parseRefusal(error);
    return { validity: classifyRefusal(refusal, secret), holder: NOBODY, isUnknownKey: isUnknownKey(refusal) };
  }
}

/** A proxy or a login page answers 200 too: only a body of the right shape is an answer. */
function parseHolder(body: unknown): KeyHolder | null {
  const { id, orgs } = (typeof body === "object" && body !== null ? body : {}) as { id?: unknown; orgs?: unknown };
  if (typeof id !== "string") return null;
  const list = (typeof orgs === "object" && orgs !== null ? (orgs as { data?: unknown }).data : []) ?? [];
  const ids = Array.isArray(list) ? list.map((entry) => (entry as { id?: unknown } | null)?.id) : [];
  return { userId: id, header: null, organizationIds: ids.filter((entry) => typeof entry === "string") };
}

function isList(body: unknown): boolean {
  return typeof body === "object" && body !== null && Array.isArray((body as { data?: unknown }).data);
}
