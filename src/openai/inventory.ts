import type { Clock } from "../domain/clock.ts";
import type { Home, Inventory, KeyRecord } from "../domain/inventory.ts";
import type { AdminApi } from "./client.ts";
import { explainListingError, findBlindSpots, groupListingErrors, type ListingError } from "./listing-errors.ts";
import { type AskPage, readPages } from "./pages.ts";
import { RateLimiter } from "./rate-limiter.ts";
import {
  isArchivedProject,
  parseAdminKey,
  parseHome,
  parseProjectKey,
  type WireAdminKey,
  type WireProject,
  type WireProjectKey,
} from "./wire.ts";

/** The largest page the API gives. */
const limit = 100;

/** The shortest time between two reports of the progress, in milliseconds. */
const PROGRESS_INTERVAL = 100;

/**
 * Hears how many listings ended, and how many there are as far as is known: projects turn up late. At most ten times a
 * second, once when the first begins, and once when all have ended: then, and only then, the two are equal.
 */
export type ListingProgress = (done: number, expected: number) => void;

/** Asks what else is wanted of a project, as soon as the project is known. It never fails. */
export type VisitProject = (project: WireProject) => Promise<void>;

/**
 * Lists all projects, archived ones too, all keys of each (`owner_project_access=any`: else keys of colleagues who left
 * are hidden), and the admin keys. A listing that could not be read to its end is a gap. Records are told apart by id,
 * since listings repeat them, and that of admin keys has been seen to hold keys of projects.
 */
export async function takeInventory(
  api: AdminApi,
  reader: ListingReader,
  visit: VisitProject = async () => {},
): Promise<Inventory> {
  const [projectKeys, adminKeys] = await Promise.all([listProjectKeys(api, reader, visit), listAdminKeys(api, reader)]);
  const byId = new Map([...adminKeys, ...projectKeys.records].map((record) => [record.id, record]));
  const records = [...byId.values()];
  return {
    records,
    projects: projectKeys.projects,
    archivedProjects: projectKeys.archivedProjects,
    gaps: [...groupListingErrors(reader.errors), ...findBlindSpots(records)],
    organization: reader.organization,
  };
}

/** All projects, and their keys. A project's keys are asked for as soon as the project is known. */
async function listProjectKeys(
  { organization: { projects } }: AdminApi,
  reader: ListingReader,
  visit: VisitProject,
): Promise<Required<Pick<Inventory, "records" | "projects" | "archivedProjects">>> {
  const homes = new Map<string, Home>();
  const archivedProjects: string[] = [];
  const listings: Promise<readonly KeyRecord[]>[] = [];
  const visits: Promise<void>[] = [];
  const ask: AskPage = (after) => projects.list({ ...startAfter(after), include_archived: true }).asResponse();
  for await (const page of reader.read<WireProject>("projects", ask)) {
    for (const project of page) {
      if (homes.has(project.id)) continue;
      const home = parseHome(project);
      homes.set(project.id, home);
      if (isArchivedProject(project) === true) archivedProjects.push(project.id);
      const listing = listKeysOf(project.id, home, projects, reader);
      listing.catch(() => {}); // It is awaited below, when all projects are known; until then nobody listens.
      listings.push(listing);
      const visited = visit(project);
      visited.catch(() => {}); // As above.
      visits.push(visited);
    }
  }
  await Promise.all(visits);
  return { records: (await Promise.all(listings)).flat(), projects: [...homes.values()], archivedProjects };
}

async function listKeysOf(
  project: string,
  home: Home,
  { apiKeys }: AdminApi["organization"]["projects"],
  reader: ListingReader,
): Promise<readonly KeyRecord[]> {
  const records: KeyRecord[] = [];
  const ask: AskPage = (after) =>
    apiKeys.list(project, { ...startAfter(after), owner_project_access: "any" }).asResponse();
  for await (const page of reader.read<WireProjectKey>({ project }, ask)) {
    records.push(...page.map((key) => parseProjectKey(key, home)));
  }
  return records;
}

async function listAdminKeys(
  { organization: { adminAPIKeys } }: AdminApi,
  reader: ListingReader,
): Promise<readonly KeyRecord[]> {
  const records: KeyRecord[] = [];
  const ask: AskPage = (after) => adminAPIKeys.list(startAfter(after)).asResponse();
  for await (const page of reader.read<WireAdminKey>("admin keys", ask)) records.push(...page.map(parseAdminKey));
  return records;
}

function startAfter(after: string | undefined): { limit: number; after?: string } {
  return after === undefined ? { limit } : { limit, after };
}

/**
 * Reads listings at a rate that OpenAI takes, and keeps count of those that ended and those that failed. Whoever made it
 * calls `finish` at the end.
 */
export class ListingReader {
  /** Listings that could not be read to their end. */
  readonly errors: ListingError[] = [];
  /** The organisation as its answers name it. */
  organization: string | null = null;
  readonly #limiter: RateLimiter;
  readonly #clock: Clock;
  readonly #mask: string;
  readonly #progress: ListingProgress;
  #requests = 0;
  #done = 0;
  #expected = 0;
  #reportedAt = Number.NEGATIVE_INFINITY;

  /** `mask` is the Admin API key's. */
  constructor(clock: Clock, mask: string, progress: ListingProgress = () => {}) {
    this.#limiter = new RateLimiter(clock);
    this.#clock = clock;
    this.#mask = mask;
    this.#progress = progress;
  }

  /** Requests that were made so far, each time that one was made. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * Makes a request at this rate.
   *
   * @throws as `RateLimiter.send`.
   */
  async send(ask: () => Promise<Response>, how?: { first?: boolean; sort?: string }): Promise<Response> {
    const counted = async () => {
      this.#requests += 1;
      return await ask();
    };
    const response = await this.#limiter.send(counted, how);
    this.organization ??= response.headers.get("openai-organization");
    return response;
  }

  /** Counts some work as one more listing. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#expected += 1;
    this.#report();
    try {
      return await work();
    } finally {
      this.#done += 1;
      this.#report();
    }
  }

  /** The pages of a listing, as far as they can be read. */
  async *read<Item extends { id: string }>(
    listing: ListingError["listing"],
    ask: AskPage,
  ): AsyncGenerator<readonly Item[]> {
    this.#expected += 1;
    this.#report();
    try {
      yield* readPages<Item>((after) => this.send(() => ask(after), { first: listing === "projects" }));
    } catch (error) {
      this.errors.push({ listing, ...explainListingError(error, this.#mask) });
    }
    this.#done += 1;
    this.#report();
  }

  /** Reports the end, however short ago the last report was. */
  finish(): void {
    this.#progress(this.#done, this.#expected);
  }

  #report(): void {
    const now = this.#clock.elapsed();
    if (this.#done === this.#expected || now - this.#reportedAt < PROGRESS_INTERVAL) return;
    this.#reportedAt = now;
    this.#progress(this.#done, this.#expected);
  }
}
