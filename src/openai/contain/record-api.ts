import type { Clock } from "../../domain/clock.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { FailedBecause } from "../../domain/outcome.ts";
import type { AdminApi } from "../client.ts";
import { MalformedPage, readPages } from "../pages.ts";
import { explainRefusal, isGone, parseRefusal } from "../refusal.ts";
import { retry } from "../retry.ts";
import { parseAdminKey, parseProjectKey } from "../wire.ts";
import type { Scopes } from "./scopes.ts";

/** The largest page that the API gives. */
const PAGE = 100;

/** A record as it is now. `at` is OpenAI's time, as far as its answer tells. */
export type FoundRecord = { kind: "there"; record: KeyRecord; at: Date };

/** What a request for a record came to. */
export type Reading = FoundRecord | { kind: "gone" } | { kind: "unknown"; because: FailedBecause };

/** What can be changed of a key. The list of scopes cannot be empty: to OpenAI that means all permissions, not none. */
export type RecordChange = { scopes: Scopes } | { expires_in_seconds: number };

/** The requests about one record. None that changes it is repeated here. */
export class RecordApi {
  readonly #organization: AdminApi["organization"];
  readonly #id: string;
  readonly #home: KeyRecord["home"];
  readonly #clock: Clock;

  constructor({ organization, clock }: AdminApi, { id, home }: KeyRecord) {
    if (home.kind === "project" && home.id === null) throw new Error("a project's key has a project");
    this.#organization = organization;
    this.#id = id;
    this.#home = home;
    this.#clock = clock;
  }

  /** Reads the record: this many times when the network or the server fails. */
  async read(tries = 1): Promise<Reading> {
    try {
      const { record, response } = await retry(() => this.#retrieve(), this.#clock, tries);
      if (record === null) return { kind: "unknown", because: "not-understood" };
      return { kind: "there", record, at: readTime(response, this.#clock) };
    } catch (error) {
      const refusal = parseRefusal(error);
      return isGone(refusal) ? { kind: "gone" } : { kind: "unknown", because: explainRefusal(refusal) };
    }
  }

  /** Whether the record is there; null when nobody could say. */
  async isThere(): Promise<boolean | null> {
    const { kind } = await this.read();
    return kind === "unknown" ? null : kind === "there";
  }

  /** Whether the list that the record was found in has it still; null when nobody could say. */
  async isListed(): Promise<boolean | null> {
    const { adminAPIKeys, projects } = this.#organization;
    try {
      for await (const page of readPages((after) => {
        const query = after === undefined ? { limit: PAGE } : { limit: PAGE, after };
        if (this.#home.kind === "organization") return adminAPIKeys.list(query).asResponse();
        return projects.apiKeys.list(this.#project, { ...query, owner_project_access: "any" }).asResponse();
      })) {
        if (page.some(({ id }) => id === this.#id)) return true;
      }
      return false;
    } catch (error) {
      // A list that is no list says nothing; what is not OpenAI's trouble is thrown on.
      if (!(error instanceof MalformedPage)) parseRefusal(error);
      return null;
    }
  }

  /**
   * Deletes the record. True when the answer says so. Never repeated here: a second deletion answers 404, which reads as
   * if somebody else had deleted it.
   */
  async delete(): Promise<boolean> {
    const { adminAPIKeys, projects } = this.#organization;
    const answer =
      this.#home.kind === "organization"
        ? await adminAPIKeys.delete(this.#id)
        : await projects.apiKeys.delete(this.#id, { project_id: this.#project });
    return answer?.deleted === true && answer.id === this.#id;
  }

  /** Changes the record of a project's key: admin keys have no update. OpenAI's time when it answered for this record. */
  async update(change: RecordChange): Promise<Date | null> {
    const { apiKeys } = this.#organization.projects;
    const body = "scopes" in change ? { scopes: [...change.scopes] } : change;
    const request = apiKeys.update(this.#id, { project_id: this.#project, ...body });
    const { data, response } = await request.withResponse();
    return data?.id === this.#id ? readTime(response, this.#clock) : null;
  }

  get #project(): string {
    return this.#home.id ?? "";
  }

  /** The SDK's types are what the description promises: a body may be `null` or a page of HTML all the same. */
  async #retrieve(): Promise<{ record: KeyRecord | null; response: Response }> {
    const { adminAPIKeys, projects } = this.#organization;
    if (this.#home.kind === "organization") {
      const { data, response } = await adminAPIKeys.retrieve(this.#id).withResponse();
      return { record: data?.id === this.#id ? parseAdminKey(data) : null, response };
    }
    const request = projects.apiKeys.retrieve(this.#id, { project_id: this.#project });
    const { data, response } = await request.withResponse();
    return { record: data?.id === this.#id ? parseProjectKey(data, this.#home) : null, response };
  }
}

/** OpenAI's time by its answer, since the clock here may be wrong. Ours where the answer does not tell. */
function readTime({ headers }: Response, clock: Clock): Date {
  const given = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(given) ? clock.now() : new Date(given);
}
