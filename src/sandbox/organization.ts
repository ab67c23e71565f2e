import { type Family, mintKey } from "./mint.ts";

/** What an OpenAI organisation of the sandbox is made of. Everything may be changed while the sandbox runs. */
export type Person = { id: string; name: string; email: string };

/** A state in which OpenAI refuses a key although it exists. */
export type Trouble =
  | "ip-not-authorized"
  | "account-deactivated"
  | "no-quota"
  | "rate-limited"
  | "wrong-region"
  | "unsupported-country"
  | null;

/** A key with its text, which only the sandbox knows: real listings show two ends. Times in unix seconds. */
export type Key = {
  id: string;
  text: string;
  name: string | null;
  organization: Organization;
  /** Null for an admin key, which lives in the organisation itself. */
  project: Project | null;
  owner: { kind: "user" | "service-account"; person: Person };
  ownerHasAccess: boolean;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number | null;
  /** Null is all. For an admin key: the scopes of the Admin API. */
  scopes: readonly string[] | null;
  trouble: Trouble;
  /** Null while it exists; else when it was deleted, in milliseconds. It works until the deletion has spread. */
  deletedAt: number | null;
};

export type Project = {
  id: string;
  name: string | null;
  isArchived: boolean;
  createdAt: number;
  organization: Organization;
  accounts: Person[];
};

type KeyChoices = Partial<
  Pick<Key, "name" | "ownerHasAccess" | "createdAt" | "expiresAt" | "scopes" | "trouble" | "text">
>;

const CREATED = Date.UTC(2026, 0, 15) / 1000;

/** An organisation, with builders for what it holds. Ids and keys are made from its seed and a counter. */
export class Organization {
  readonly id: string;
  readonly header: string;
  readonly users: Person[] = [];
  readonly projects: Project[] = [];
  readonly keys: Key[] = [];
  /** How listings redact keys: both forms are met. */
  redaction: "stars" | "dots" = "stars";
  /** Whether its answers carry the header `openai-organization`. */
  namesItself = true;
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
    this.id = `org-${seed}`;
    this.header = seed;
  }

  user(name: string): Person {
    const person = { id: this.#next("user-"), name, email: `${name.toLowerCase()}@example.org` };
    this.users.push(person);
    return person;
  }

  project(name: string | null, { isArchived = false } = {}): Project {
    const project = { id: this.#next("proj_"), name, isArchived, createdAt: CREATED, organization: this, accounts: [] };
    this.projects.push(project);
    return project;
  }

  /** A key that a person made for themselves in a project. */
  userKey(project: Project, person: Person, choices: KeyChoices = {}): Key {
    return this.#key("project", project, { kind: "user", person }, choices);
  }

  /** A key of a service account, which is made on the way. */
  accountKey(project: Project, name: string, choices: KeyChoices = {}): Key {
    const person = { id: this.#next("user-"), name, email: "" };
    project.accounts.push(person);
    return this.#key("service-account", project, { kind: "service-account", person }, choices);
  }

  /** A key for the Admin API: with all of its scopes, or with these. */
  adminKey(person: Person, choices: KeyChoices = {}): Key {
    return this.#key("admin", null, { kind: "user", person }, choices);
  }

  #key(family: Family, project: Project | null, owner: Key["owner"], choices: KeyChoices): Key {
    const id = this.#next("key_");
    const key: Key = {
      id,
      text: mintKey(family, `${this.#seed}:${id}`),
      name: null,
      organization: this,
      project,
      owner,
      ownerHasAccess: true,
      createdAt: CREATED,
      lastUsedAt: null,
      expiresAt: null,
      scopes: null,
      trouble: null,
      deletedAt: null,
      ...choices,
    };
    this.keys.push(key);
    return key;
  }

  #next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#seed}${String(this.#count).padStart(4, "0")}`;
  }
}
