import type { Clock } from "../../domain/clock.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { FailedBecause } from "../../domain/outcome.ts";
import type { AdminApi } from "../client.ts";
import { parseRefusal } from "../refusal.ts";
import { retry } from "../retry.ts";
import { parseAdminKey, parseProjectKey } from "../wire.ts";
import { failureOf, isGone } from "./failure.ts";
import type { Scopes } from "./scopes.ts";

/** A record as it is now. `at` is OpenAI's time, as far as its answer tells. */
export type Reading =
  | { kind: "there"; record: KeyRecord; at: Date }
  | { kind: "gone" }
  | { kind: "untold"; because: FailedBecause };

/** What of a key can be changed. The list of scopes cannot be empty: to OpenAI that means all permissions, not none. */
export type Change = { scopes: Scopes } | { expires_in_seconds: number };

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
      if (record === null) return { kind: "untold", because: "not-understood" };
      return { kind: "there", record, at: timeOf(response, this.#clock) };
    } catch (error) {
      const refusal = parseRefusal(error);
      return isGone(refusal) ? { kind: "gone" } : { kind: "untold", because: failureOf(refusal) };
    }
  }

  /** Whether the record is there; null when nobody could say. */
  async isListed(): Promise<boolean | null> {
    const { kind } = await this.read();
    return kind === "untold" ? null : kind === "there";
  }

  /**
   * Deletes the record. True when the answer says so. A repeated deletion answers 404, which would read as gone before
   * we came.
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
  async update(change: Change): Promise<Date | null> {
    const { apiKeys } = this.#organization.projects;
    const body = "scopes" in change ? { scopes: [...change.scopes] } : change;
    const asked = apiKeys.update(this.#id, { project_id: this.#project, ...body });
    const { data, response } = await asked.withResponse();
    return data?.id === this.#id ? timeOf(response, this.#clock) : null;
  }

  get #project(): string {
    return this.#home.id ?? "";
  }

  /** Types are what is described: a body may be `null` or a page of HTML all the same. */
  async #retrieve(): Promise<{ record: KeyRecord | null; response: Response }> {
    const { adminAPIKeys, projects } = this.#organization;
    if (this.#home.kind === "organization") {
      const { data, response } = await adminAPIKeys.retrieve(this.#id).withResponse();
      return { record: data?.id === this.#id ? parseAdminKey(data) : null, response };
    }
    const asked = projects.apiKeys.retrieve(this.#id, { project_id: this.#project });
    const { data, response } = await asked.withResponse();
    return { record: data?.id === this.#id ? parseProjectKey(data, this.#home) : null, response };
  }
}

/** OpenAI's time, as its answer tells it: the clock here may be wrong. Ours where the answer does not tell. */
function timeOf({ headers }: Response, clock: Clock): Date {
  const said = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(said) ? clock.now() : new Date(said);
}
