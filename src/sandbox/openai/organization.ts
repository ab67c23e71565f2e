import type { Clock } from "../../domain/clock.ts";
import { createFakeKey, type Family } from "../fake-keys.ts";
import type { Defect, Key, KeyOptions, Person, Project } from "./key.ts";
import { UsageLog } from "./usage-log.ts";

export type { Defect, Key, KeyOptions, Person, Project, RefusalReason } from "./key.ts";

/** When everything here was made: 15 January 2026, in unix seconds. */
const CREATED = Date.UTC(2026, 0, 15) / 1000;

/**
 * An organisation, with builders for what it holds. Ids and keys are made from its seed and a counter, so that the same
 * steps make the same organisation. What it holds may be changed while the sandbox runs.
 */
export class Organization {
  readonly id: string;
  /** How its answers name it in the header `openai-organization`. */
  readonly header: string;
  /** In unix seconds. */
  readonly createdAt = CREATED;
  readonly users: Person[] = [];
  readonly projects: Project[] = [];
  readonly keys: Key[] = [];
  /** What its keys were used for. */
  readonly usageLog = new UsageLog();
  /** How listings redact keys: both forms are met in real answers. */
  redaction: "stars" | "dots" = "stars";
  /** Whether its answers carry the header `openai-organization`. */
  sendsHeader = true;
  /**
   * How long changes of a key take until they hold where it is used, in milliseconds. A deletion takes what the sandbox
   * was started with, unless it is said here.
   */
  readonly propagation: { deletion: number | null; scopes: number; expiry: number } = {
    deletion: null,
    scopes: 0,
    expiry: 0,
  };
  /** What is odd about all of its keys. */
  readonly defects = new Set<Defect>();
  /** The time by which its changes spread, its keys expire and its log is kept. */
  readonly clock: Clock;
  readonly #seed: string;
  #count = 0;

  constructor(seed: string, clock: Clock) {
    this.clock = clock;
    this.#seed = seed;
    this.id = `org-${seed}`;
    this.header = `${seed}-inc`;
  }

  user(name: string): Person {
    const person = {
      id: this.#next("user-"),
      name,
      email: `${name.toLowerCase().replaceAll(/\W+/g, ".")}@example.org`,
    };
    this.users.push(person);
    return person;
  }

  project(name: string | null, { isArchived = false } = {}): Project {
    const project = { id: this.#next("proj_"), name, isArchived, createdAt: CREATED, organization: this, accounts: [] };
    this.projects.push(project);
    return project;
  }

  /** A key that a person made for themselves in a project. */
  userKey(project: Project, person: Person, choices: KeyOptions = {}): Key {
    return this.#key("project", project, { kind: "user", person }, choices);
  }

  /** A key of a service account, which is made on the way. */
  accountKey(project: Project, name: string, choices: KeyOptions = {}): Key {
    const person = { id: this.#next("user-"), name, email: null };
    project.accounts.push(person);
    return this.#key("service-account", project, { kind: "service-account", person }, choices);
  }

  /** A person's key from before there were projects: it works, and stands in no listing. */
  legacyKey(person: Person, choices: KeyOptions = {}): Key {
    return this.#key("user", null, { kind: "user", person }, choices);
  }

  /** A key for the Admin API: with all of its scopes, or with these. */
  adminKey(person: Person, choices: KeyOptions = {}): Key {
    return this.#key("admin", null, { kind: "user", person }, choices);
  }

  #key(family: Family, project: Project | null, owner: Key["owner"], { madeBy, ...choices }: KeyOptions): Key {
    const id = this.#next("key_");
    const key: Key = {
      id,
      text: createFakeKey(family, `${this.#seed}:${id}`),
      name: null,
      organization: this,
      project,
      isAdmin: family === "admin",
      owner,
      ownerHasAccess: true,
      createdAt: CREATED,
      lastUsedAt: null,
      expiresAt: null,
      scopes: null,
      refusedFor: null,
      deletedAt: null,
      worksAgainAfter: null,
      pendingChanges: { scopes: null, expiresAt: null },
      defects: new Set(),
      ...choices,
    };
    this.keys.push(key);
    const maker = madeBy ?? (owner.kind === "user" ? owner.person : null);
    if (maker && family !== "user") this.usageLog.logCreation(key, maker); // Legacy keys are older than the log.
    return key;
  }

  #next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#seed}${String(this.#count).padStart(4, "0")}`;
  }
}
