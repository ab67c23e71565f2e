import type { ServiceAccount } from "../../domain/audit-facts.ts";
import type { AdminApi } from "../client.ts";
import type { ListingReader } from "../inventory.ts";
import { MalformedPage, readJson, readPages } from "../pages.ts";
import { isGone, parseRefusal } from "../refusal.ts";

/** The largest page the API gives. */
const limit = 100;

/** A service account as it comes. */
type WireAccount = { id: string; name?: unknown; role?: unknown; created_at?: unknown };

/**
 * Lists the service accounts of a project. An archived one refuses, and has none.
 *
 * @throws MalformedPage, and what a request throws.
 */
export async function listAccounts(
  { organization }: AdminApi,
  reader: ListingReader,
  project: string,
): Promise<readonly ServiceAccount[]> {
  const { serviceAccounts } = organization.projects;
  const accounts = new Map<string, ServiceAccount>();
  const ask = (after: string | undefined) =>
    reader.send(() => serviceAccounts.list(project, { limit, ...(after && { after }) }).asResponse(), {
      sort: "service-accounts",
    });
  try {
    for await (const page of readPages<WireAccount>(ask)) {
      for (const account of page) accounts.set(account.id, parseAccount(account));
    }
  } catch (error) {
    if (error instanceof Error && "status" in error && isArchived(parseRefusal(error))) return [];
    throw error;
  }
  return [...accounts.values()];
}

function isArchived({ status, code }: ReturnType<typeof parseRefusal>): boolean {
  return status === 400 && code === "project_archived";
}

function parseAccount({ id, name, role, created_at: seconds }: WireAccount): ServiceAccount {
  const createdAt = new Date(typeof seconds === "number" ? seconds * 1000 : Number.NaN);
  return {
    id,
    name: typeof name === "string" && name !== "" ? name : null,
    role: role === "owner" || role === "member" || role === "none" ? role : null,
    createdAt: Number.isNaN(createdAt.getTime()) ? null : createdAt,
  };
}

/**
 * Whether a project has a spend limit that stops requests, whether or not it is stopping them now. OpenAI answers 404
 * where there is none, as two other clients found; a 403 says nothing.
 *
 * @throws MalformedPage, and what the request throws.
 */
export async function readHardLimit(
  { organization }: AdminApi,
  reader: ListingReader,
  project: string,
): Promise<boolean> {
  const { spendLimit } = organization.projects;
  try {
    const response = await reader.send(() => spendLimit.retrieve(project).asResponse(), { sort: "spend-limits" });
    const body = await readJson(response);
    const { threshold_amount: amount } = (typeof body === "object" && body !== null ? body : {}) as {
      threshold_amount?: unknown;
    };
    if (typeof amount !== "number" || !Number.isFinite(amount)) throw new MalformedPage("no-records");
    return true;
  } catch (error) {
    if (error instanceof Error && "status" in error && isUnset(parseRefusal(error))) return false;
    throw error;
  }
}

/** Not where OpenAI says that it has no such address: then nobody knows. */
function isUnset(refusal: ReturnType<typeof parseRefusal>): boolean {
  return isGone(refusal) && !refusal.texts.some((text) => text.startsWith("Invalid URL"));
}
