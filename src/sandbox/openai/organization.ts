import type { Clock } from "../../domain/clock.ts";
import { createFakeKey, type Family } from "../fake-keys.ts";
import { UsageLog } from "./usage-log.ts";

/** Someone who owns keys. A service account has no address. */
export type Person = { id: string; name: string; email: string | null };

/** A state in which OpenAI refuses a key although it exists; null is none. */
export type RefusalReason =
  | "ip-not-authorized"
  | "account-deactivated"
  | "no-quota"
  | "rate-limited"
  | "wrong-region"
  | "unsupported-country"
  | null;

/** What OpenAI has done, or may do, against its own word. */
export type Defect =
  /** Deleting is answered by 200, and nothing is deleted. */
  | "deletes-nothing"
  /** Keys of service accounts are not deleted: 400, as before October 2026. */
  | "keeps-account-keys"
  /** An update is answered by 200, and nothing is changed. */
  | "updates-nothing";

/** A change that has not reached the servers yet: they use the `previous` value `until` then, in unix milliseconds. */
export type PendingChange<T> = { previous: T; until: number };

/** A key with its text, which only the sandbox knows: real listings show two ends. Times in unix seconds. */
export type Key = {
  readonly id: string;
  readonly text: string;
  readonly organization: Organization;
  /** Null for a key that lives in the organisation itself: an admin key, or a person's legacy key. */
  readonly project: Project | null;
  readonly isAdmin: boolean;
  readonly owner: { kind: "user" | "service-account"; person: Person };
  name: string | null;
  ownerHasAccess: boolean;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number | null;
  /** Null is all of them. */
  scopes: readonly string[] | null;
  refusedFor: RefusalReason;
  /** Null while it exists; else when it was deleted, in milliseconds. It works until the deletion has spread. */
  deletedAt: number | null;
  /** After so many refusals of the deleted key it works once again, which has been seen; null: it does not. */
  worksAgainAfter: number | null;
  /** What holds where it is used, until changes have spread. */
  readonly pendingChanges: {
    scopes: PendingChange<readonly string[] | null> | null;
    expiresAt: PendingChange<number | null> | null;
  };
  readonly defects: Set<Defect>;
};

/** A project. One without a name, which the Admin API allows, has null. */
export type Project = {
  readonly id: string;
  readonly organization: Organization;
  readonly createdAt: number;
  readonly accounts: Person[];
  name: string | null;
  isArchived: boolean;
};

/**
 * What a key may be given when it is made; what is left out is minted, or what most keys have. `madeBy`: who made it, if
 * not the person who owns it; of a service account's key nobody knows it then.
 */
export type KeyOptions = Partial<Omit<Key, "id" | "organization" | "project" | "isAdmin" | "owner">> & {
  madeBy?: Person;
};

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
