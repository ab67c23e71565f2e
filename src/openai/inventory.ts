import type OpenAI from "openai";
import type { Gap } from "../domain/gap.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import { type AskPage, MalformedPage, pagesOf } from "./pages.ts";
import { reasonOf, refusalOf } from "./refusal.ts";
import { adminRecordOf, homeOf, recordOf, type WireAdminKey, type WireProject, type WireProjectKey } from "./wire.ts";

/** How many projects are asked for their keys at the same time. OpenAI's limits for the Admin API are not published. */
const AT_ONCE = 4;

/** The largest page the API gives. */
const limit = 100;

/** Every key of the organisation, and the name the organisation gives itself in its answers (null: none did). */
export type Listing = { inventory: Inventory; organization: string | null };

/**
 * Lists all projects, archived ones too, all keys of each (`owner_project_access=any`: else keys of colleagues who left
 * are hidden), and the admin keys. Records are told apart by id, since listings have been seen to repeat them.
 */
export async function takeInventory(client: OpenAI): Promise<Listing> {
  const { projects: projectApi, adminAPIKeys } = client.admin.organization;
  const records = new Map<string, KeyRecord>();
  const gaps = new Map<string, Gap>();
  let organization: string | null = null;

  async function read<Item extends { id: string }>(what: string, ask: AskPage, take: (item: Item) => void) {
    try {
      const heard: AskPage = async (after) => {
        const response = await ask(after);
        organization ??= response.headers.get("openai-organization");
        return response;
      };
      for await (const page of pagesOf<Item>(heard)) for (const item of page) take(item);
    } catch (error) {
      const reason = error instanceof MalformedPage ? error.message : reasonOf(refusalOf(error));
      const detail = `${what} could not be listed in full: ${reason}`;
      gaps.set(detail, { kind: "inventory", detail });
    }
  }

  const projects = new Map<string, WireProject>();
  await Promise.all([
    read<WireProject>(
      "projects",
      (after) => projectApi.list({ ...from(after), include_archived: true }).asResponse(),
      (project) => projects.set(project.id, project),
    ),
    read<WireAdminKey>(
      "admin keys",
      (after) => adminAPIKeys.list(from(after)).asResponse(),
      (key) => records.set(key.id, adminRecordOf(key)),
    ),
  ]);

  const queue = projects.values();
  const worker = async () => {
    for (const project of queue) {
      const home = homeOf(project);
      await read<WireProjectKey>(
        `keys of project ${project.id}`,
        (after) => projectApi.apiKeys.list(project.id, { ...from(after), owner_project_access: "any" }).asResponse(),
        (key) => records.set(key.id, recordOf(key, home)),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { inventory: { records: [...records.values()], gaps: [...gaps.values()] }, organization };
}

function from(after: string | undefined): { limit: number; after?: string } {
  return after === undefined ? { limit } : { limit, after };
}
