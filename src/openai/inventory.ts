import type OpenAI from "openai";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import { type AskPage, pagesOf } from "./pages.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { blindSpotsIn, gapsOf, reasonOf, type Unlisted } from "./unlisted.ts";
import { adminRecordOf, homeOf, recordOf, type WireAdminKey, type WireProject, type WireProjectKey } from "./wire.ts";

/** The largest page the API gives. */
const limit = 100;

/** How long to be silent between two words about the progress, in milliseconds. */
const BREATH = 100;

/**
 * Told how many listings ended, and how many there are as far as is known: projects turn up late. Ten times a second at
 * most, when the first begins, and when all have ended: then, and only then, the two are equal.
 */
export type Progress = (done: number, expected: number) => void;

/** What a listing is taken with. `mask` is the Admin API key's. */
type Means = { mask: string; progress?: Progress | undefined; pace?: RateLimiter };

/**
 * Lists all projects, archived ones too, all keys of each (`owner_project_access=any`: else keys of colleagues who left
 * are hidden), and the admin keys. Records are told apart by id, since listings have been seen to repeat them. A project's
 * keys are asked for as soon as the project is known. The client makes no retries of its own: the pace does.
 */
export async function takeInventory(
  client: OpenAI,
  { mask, progress = () => {}, pace = new RateLimiter() }: Means,
): Promise<Inventory> {
  const { projects: projectApi, adminAPIKeys } = client.admin.organization;
  const records = new Map<string, KeyRecord>();
  const unlisted: Unlisted[] = [];
  let organization: string | null = null;
  let [done, expected, toldAt] = [0, 0, Number.NEGATIVE_INFINITY];

  function tell(): void {
    if (done === expected || performance.now() - toldAt < BREATH) return; // The end is told below.
    toldAt = performance.now();
    progress(done, expected);
  }

  async function read<Item extends { id: string }>(of: Unlisted["of"], ask: AskPage, take: (item: Item) => void) {
    expected += 1;
    tell();
    const paced: AskPage = async (after) => {
      const response = await pace.ask(() => ask(after), { first: of === "projects" });
      organization ??= response.headers.get("openai-organization");
      return response;
    };
    try {
      for await (const page of pagesOf<Item>(paced)) for (const item of page) take(item);
    } catch (error) {
      unlisted.push({ of, because: reasonOf(error, mask) });
    }
    done += 1;
    tell();
  }

  const listings = new Map<string, Promise<void>>();
  const readKeysOf = (project: WireProject) => {
    if (listings.has(project.id)) return;
    const home = homeOf(project);
    const listing = read<WireProjectKey>(
      { project: project.id },
      (after) => projectApi.apiKeys.list(project.id, { ...from(after), owner_project_access: "any" }).asResponse(),
      (key) => records.set(key.id, recordOf(key, home)),
    );
    listing.catch(() => {}); // It is awaited below, when all projects are known; until then nobody listens.
    listings.set(project.id, listing);
  };
  await Promise.all([
    read<WireProject>(
      "projects",
      (after) => projectApi.list({ ...from(after), include_archived: true }).asResponse(),
      readKeysOf,
    ),
    read<WireAdminKey>(
      "admin keys",
      (after) => adminAPIKeys.list(from(after)).asResponse(),
      (key) => records.set(key.id, adminRecordOf(key)),
    ),
  ]);
  await Promise.all(listings.values());
  progress(done, expected);
  const all = [...records.values()];
  return { records: all, gaps: [...gapsOf(unlisted), ...blindSpotsIn(all)], organization };
}

function from(after: string | undefined): { limit: number; after?: string } {
  return after === undefined ? { limit } : { limit, after };
}
