import { hasMarker, PREFIXES, readPrefix } from "../../domain/key-grammar.ts";
import type { MintOrder, MintResult } from "../../domain/key-minter.ts";
import type { MintFailure } from "../../domain/rotation.ts";
import { Secret } from "../../domain/secret.ts";
import type { AdminApi } from "../client.ts";
import { isGone, isMissingScope, isUnknownAddress, parseRefusal, type Refusal } from "../refusal.ts";
import { LONGEST_WAIT } from "../retry.ts";
import { parseTime } from "../wire.ts";

/** How often a key is asked for where OpenAI says that it has too many requests, which makes none. */
const LATE_TRIES = 5;

/** The first wait after such an answer, in milliseconds, where it does not say how long. It doubles. */
const FIRST_WAIT = 1000;

/** The status of a server that stopped waiting: what it had begun by then, it may end. */
const TIMED_OUT = 408;

/** OpenAI's code for a project in which nothing is created any more. */
const ARCHIVED = "project_archived";

/**
 * Creates a key under a service account. The request is not idempotent: the SDK sends no key for that (7.59.0), and asking
 * again would create a second one. So it is repeated after "too many requests" alone, and a lost answer is said to be lost.
 */
export async function mintKey(api: AdminApi, order: MintOrder): Promise<MintResult> {
  for (let tries = 1; ; tries += 1) {
    try {
      return parseMinted(await request(api, order));
    } catch (error) {
      const refusal = parseRefusal(error);
      const wait = isTooMany(refusal) && tries < LATE_TRIES ? computeWait(refusal, tries) : null;
      if (wait === null) return explainFailure(refusal);
      await api.clock.sleep(wait);
    }
  }
}

/** Leaves the scopes out for a key that may do everything: an empty list would say the same less plainly. */
async function request({ organization }: AdminApi, order: MintOrder): Promise<unknown> {
  const { project, account, name, scopes, expiresIn } = order;
  return await organization.projects.serviceAccounts.apiKeys.create(account, {
    project_id: project,
    name,
    ...(scopes.kind === "some" && { scopes: [...scopes.scopes] }),
    ...(expiresIn !== null && { expires_in_seconds: expiresIn }),
  });
}

function computeWait({ retryAfterSeconds }: Refusal, tries: number): number | null {
  const wait = retryAfterSeconds === null ? FIRST_WAIT * 2 ** (tries - 1) : retryAfterSeconds * 1000;
  return wait > LONGEST_WAIT ? null : wait;
}

/** A body may be `null` or a page of HTML, whatever the SDK's type says. The text becomes a Secret here. */
function parseMinted(body: unknown): MintResult {
  const { id, value, created_at, expires_at } = (typeof body === "object" && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  if (typeof id !== "string" || !ID.test(id) || typeof value !== "string" || !isKey(value))
    return lose("not-understood");
  return {
    kind: "minted",
    id,
    secret: new Secret(value),
    createdAt: parseTime(created_at),
    expiresAt: parseTime(expires_at),
  };
}

const ID = /^[\w-]{1,200}$/;

/** Whether a text is a key of a project, in one word: what else an answer may hold is stored nowhere. */
function isKey(text: string): boolean {
  const prefix = readPrefix(text);
  return prefix !== "" && prefix !== PREFIXES.admin && hasMarker(text) && /^[\w-]{40,400}$/.test(text);
}

/** Whether OpenAI itself says so. A proxy that does may have passed the request on before. */
function isTooMany({ status, isTheirs }: Refusal): boolean {
  return status === 429 && isTheirs;
}

function explainFailure(refusal: Refusal): MintResult {
  const { status, isTheirs, code } = refusal;
  if (status === null) return lose("network");
  if (isTooMany(refusal)) return fail({ because: "rate-limited" });
  if (status >= 500 || status === TIMED_OUT) return lose("server-error");
  if (!isTheirs) return lose("not-understood");
  if (isMissingScope(refusal)) return fail({ because: "read-only-admin-key" });
  if (isGone(refusal) && !isUnknownAddress(refusal)) return fail({ because: "account-gone" });
  return fail(code === ARCHIVED ? { because: "archived-project" } : { because: "refused", code });
}

function fail(failure: MintFailure): MintResult {
  return { kind: "failed", failure };
}

function lose(because: "network" | "server-error" | "not-understood"): MintResult {
  return { kind: "lost", failure: { because } };
}
