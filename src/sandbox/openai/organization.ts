import type { Clock } from "../../domain/clock.ts";
import type { AccountRole } from "../../domain/inventory.ts";
import { createFakeKey, type Family } from "../fake-keys.ts";
import type { Defect, KeyPolicy, PendingChange, Propagation, RefusalReason } from "./keys/key-behavior.ts";
import { UsageLog } from "./usage-log.ts";

/** Someone who owns keys. A service account has no address. */
export type Person = { id: string; name: string; email: string | null };

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
  /** From when on it is accepted, in unix milliseconds; null for at once. A key may be refused in its first seconds. */
  worksFrom: number | null;
  /** After this many refusals the deleted key works once more, as has been observed; null for never. */
  worksAgainAfter: number | null;
  /** Changes that have not spread yet: in use, the previous values still hold. */
  readonly pendingChanges: {
    scopes: PendingChange<readonly string[] | null> | null;
    expiresAt: PendingChange<number | null> | null;
    /** Uses that records do not show yet, in unix seconds. */
    uses: number[];
  };
  readonly defects: Set<Defect>;
};

/** A project. The Admin API allows one without a name. */
export type Project = {
  readonly id: string;
  readonly organization: Organization;
  readonly createdAt: number;
  readonly accounts: Person[];
  /** Its keys in the order in which they were created, deleted ones too. */
  readonly keys: Key[];
  /** Roles of service accounts by their id; those that are not here are members. */
  readonly roles: Map<string, AccountRole>;
  name: string | null;
  isArchived: boolean;
  /** What it may spend in a month before requests are refused, in cents; null is no limit. */
  spendLimit: number | null;
};

/**
 * How a key is created; the defaults are those of most keys. `madeBy` is who created it, by default its owner; the
 * creator of a service account's key is unknown by default.
 */
export type KeyOptions = Partial<Omit<Key, "id" | "organization" | "project" | "isAdmin" | "owner">> & {
  madeBy?: Person;
};

/** How a service account's key is created. `account` is one that exists already, as that of another key. */
type AccountKeyOptions = KeyOptions & { role?: AccountRole; account?: Person };

/** How a project is created. Acts of admin keys are logged under the default one. */
type ProjectOptions = { isArchived?: boolean; isDefault?: boolean; spendLimit?: number | null };

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
  /** Whether records of keys say which role the service account has that owns them. */
  tellsRoles = true;
  /** Whether its answers carry the header `openai-organization`. */
  sendsHeader = true;
  /** How long changes of its keys take to spread. */
  readonly propagation: Propagation = { deletion: null, scopes: 0, expiry: 0, creation: 0, use: 0 };
  /** What new keys must keep to. */
  readonly keyPolicy: KeyPolicy = { longestLifetime: null, forbidsKeys: false };
  /** The defects of all of its keys. */
  readonly defects = new Set<Defect>();
  /** The time by which changes spread and keys expire. */
  readonly clock: Clock;
  readonly #projectsById = new Map<string, Project>();
  readonly #byText = new Map<string, Key>();
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

  project(
    name: string | null,
    { isArchived = false, isDefault = false, spendLimit = null }: ProjectOptions = {},
  ): Project {
    const id = this.#next("proj_");
    const holds = { accounts: [], keys: [], roles: new Map<string, AccountRole>() };
    const project = { id, name, isArchived, spendLimit, createdAt: CREATED, organization: this, ...holds };
    this.projects.push(project);
    this.#projectsById.set(id, project);
    if (isDefault) this.usageLog.defaultProject = { id, name: name ?? "" };
    return project;
  }

  /** Lets a person leave: they are no longer listed, and their keys of projects no longer work. Admin keys stay. */
  leave(person: Person): void {
    this.users.splice(this.users.indexOf(person), 1);
    for (const key of this.keys) if (key.owner.person === person && !key.isAdmin) key.ownerHasAccess = false;
  }

  /** Finds a project by its id, however many there are. */
  findProject(id: string): Project | null {
    return this.#projectsById.get(id) ?? null;
  }

  /** Finds a key by its text, however many there are. */
  findKey(text: string): Key | undefined {
    return this.#byText.get(text);
  }

  /** Adds a key that a person created for themselves in a project. */
  userKey(project: Project, person: Person, options: KeyOptions = {}): Key {
    return this.#key("project", project, { kind: "user", person }, options);
  }

  /** Adds a service account and a key of it, or another key of one. */
  accountKey(project: Project, name: string, { role, account, ...options }: AccountKeyOptions = {}): Key {
    const person = account ?? { id: this.#next("user-"), name, email: null };
    if (!account) project.accounts.push(person);
    if (role) project.roles.set(person.id, role);
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
      worksFrom: null,
      worksAgainAfter: null,
      pendingChanges: { scopes: null, expiresAt: null, uses: [] },
      defects: new Set(),
      ...options,
    };
    this.keys.push(key);
    project?.keys.push(key);
    this.#byText.set(key.text, key);
    const maker = madeBy ?? (owner.kind === "user" ? owner.person : null);
    if (maker && family !== "user") this.usageLog.logCreation(key, maker); // Legacy keys are older than the log.
    return key;
  }

  #next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#seed}${String(this.#count).padStart(4, "0")}`;
  }
}
