import type { AdminApi } from "../client.ts";
import type { ListingReader } from "../inventory.ts";
import { readPages } from "../pages.ts";

/** The largest page the API gives. */
const limit = 100;

/**
 * Lists the ids of the organisation's people. Of their names and addresses nothing is kept.
 *
 * @throws MalformedPage, and what a request throws: a part of them would make the others look as if they had left.
 */
export async function listUsers({ organization }: AdminApi, reader: ListingReader): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const ask = (after: string | undefined) =>
    reader.send(() => organization.users.list({ limit, ...(after && { after }) }).asResponse(), {
      first: true,
      sort: "users",
    });
  for await (const page of readPages(ask)) for (const { id } of page) ids.add(id);
  return ids;
}
