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

/** A way in which OpenAI has contradicted its own documentation, or may. */
export type Defect =
  /** Deleting is answered by 200, and nothing is deleted. */
  | "deletes-nothing"
  /** Keys of service accounts are not deleted: 400, as before October 2026. */
  | "keeps-account-keys"
  /** An update is answered by 200, and nothing is changed. */
  | "updates-nothing";

/** A change that has not reached the servers yet: they use the `previous` value `until` then, in unix milliseconds. */
export type PendingChange<T> = { previous: T; until: number };

/** A key with its text, which real listings redact. Times in unix seconds. */
export type Key = {
  readonly id: string;
  readonly text: string;
  readonly organization: Organization;
  /** Null for a key of the organisation itself: an admin key, or a person's legacy key. */
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
  /** When it was deleted, in unix milliseconds; null while it exists. It works until the deletion has spread. */
  deletedAt: number | null;
  /** After this many refusals the deleted key works once more, as has been observed; null for never. */
  worksAgainAfter: number | null;
  /** Changes that have not spread yet: in use, the previous values still hold. */
  readonly pendingChanges: {
    scopes: PendingChange<readonly string[] | null> | null;
    expiresAt: PendingChange<number | null> | null;
  };
  readonly defects: Set<Defect>;
};

/** A project. The Admin API allows one without a name. */
export type Project = {
  readonly id: string;
  readonly organization: Organization;
  readonly createdAt: number;
  readonly accounts: Person[];
  name: string | null;
  isArchived: boolean;
};

/**
 * How a key is created; the defaults are those of most keys. `madeBy` is who created it, by default its owner; the
 * creator of a service account's key is unknown by default.
 */
export type KeyOptions = Partial<Omit<Key, "id" | "organization" | "project" | "isAdmin" | "owner">> & {
  madeBy?: Person;
};

/** When everything here was created: 15 January 2026, in unix seconds. */
const CREATED = Date.UTC(2026, 0, 15) / 1000;

/**
 * An organisation, with methods that add users, projects and keys. Ids and keys come from its seed and a counter: the
 * same steps create the same organisation. All of it may be changed while the sandbox runs.
 */
export class Organization {
  readonly id: string;
  /** Its name in the header `openai-organization`. */
  readonly header: string;
  /** In unix seconds. */
  readonly createdAt = CREATED;
  readonly users: Person[] = [];
  readonly projects: Project[] = [];
  readonly keys: Key[] = [];
  /** What its keys were used for, and its audit log. */
  readonly usageLog = new UsageLog();
  /** How listings redact keys: real answers have both forms. */
  redaction: "stars" | "dots" = "stars";
  /** Whether its answers carry the header `openai-organization`. */
  sendsHeader = true;
  /**
   * How long a change of a key takes to spread, in milliseconds. With null, a deletion takes as long as the sandbox was
   * started with.
   */
  readonly propagation: { deletion: number | null; scopes: number; expiry: number } = {
    deletion: null,
    scopes: 0,
    expiry: 0,
  };
  /** The defects of all of its keys. */
  readonly defects = new Set<Defect>();
  /** The time by which changes spread and keys expire. */
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

  /** Adds a key that a person created for themselves in a project. */
  userKey(project: Project, person: Person, options: KeyOptions = {}): Key {
    return this.#key("project", project, { kind: "user", person }, options);
  }

  /** Adds a service account and a key of it. */
  accountKey(project: Project, name: string, options: KeyOptions = {}): Key {
    const person = { id: this.#next("user-"), name, email: null };
    project.accounts.push(person);
    return this.#key("service-account", project, { kind: "service-account", person }, options);
  }

  /** Adds a person's key from before there were projects: it works, and no listing shows it. */
  legacyKey(person: Person, options: KeyOptions = {}): Key {
    return this.#key("user", null, { kind: "user", person }, options);
  }

  /** Adds a key for the Admin API, with all scopes by default. */
  adminKey(person: Person, options: KeyOptions = {}): Key {
    return this.#key("admin", null, { kind: "user", person }, options);
  }

  #key(family: Family, project: Project | null, owner: Key["owner"], { madeBy, ...options }: KeyOptions): Key {
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
      ...options,
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
