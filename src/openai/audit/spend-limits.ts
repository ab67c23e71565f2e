import type { AdminApi } from "../client.ts";
import type { ListingReader } from "../inventory.ts";
import { MalformedPage, readJson } from "../pages.ts";
import { isGone, isUnknownAddress, parseRefusal } from "../refusal.ts";

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

function isUnset(refusal: ReturnType<typeof parseRefusal>): boolean {
  return isGone(refusal) && !isUnknownAddress(refusal);
}
