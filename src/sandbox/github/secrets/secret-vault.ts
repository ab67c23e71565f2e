import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Clock } from "../../../domain/clock.ts";
import type { RotationTarget } from "../../../domain/rotation-target.ts";

/** Which repositories of an organisation may read one of its secrets. */
export type SecretVisibility = "all" | "private" | "selected";

/** A secret with its text. Names are kept in capitals, as GitHub does. */
export type StoredSecret = {
  name: string;
  value: string;
  createdAt: Date;
  updatedAt: Date;
  /** Of an organisation's secret; null of all others. */
  visibility: SecretVisibility | null;
  /** The ids of the repositories that were chosen, where the visibility is that. */
  repositoryIds: readonly number[];
};

/** What is set up of an organisation's secret. */
export type SecretOptions = { visibility?: SecretVisibility; repositoryIds?: readonly number[] };

/** The key that values for one place are sealed with: both halves have 32 bytes. */
type BoxKey = { id: string; publicKey: Buffer; privateKey: Buffer };

/** What holds secrets, each with a key pair of its own: a repository's Actions, an environment, an organisation … */
export class SecretPlace {
  /** Such as `github:acme/shop@production`. */
  readonly name: string;
  readonly #clock: Clock;
  readonly #secrets = new Map<string, StoredSecret>();
  #key: BoxKey;

  constructor(name: string, clock: Clock) {
    this.name = name;
    this.#clock = clock;
    this.#key = createBoxKey();
  }

  get key(): BoxKey {
    return this.#key;
  }

  replaceKey(): void {
    this.#key = createBoxKey();
  }

  list(): readonly StoredSecret[] {
    return [...this.#secrets.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  get(name: string): StoredSecret | null {
    return this.#secrets.get(name.toUpperCase()) ?? null;
  }

  /** Creates a secret or replaces its text. What is not given of its visibility becomes the default. */
  set(name: string, value: string, { visibility, repositoryIds = [] }: SecretOptions = {}): void {
    const now = this.#clock.now();
    const old = this.get(name);
    this.#secrets.set(name.toUpperCase(), {
      name: name.toUpperCase(),
      value,
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
      visibility: this.name.startsWith("github-org:") ? (visibility ?? "private") : null,
      repositoryIds: visibility === "selected" ? repositoryIds : [],
    });
  }

  /** Whether there was one. */
  remove(name: string): boolean {
    return this.#secrets.delete(name.toUpperCase());
  }
}

/** All secrets of this GitHub. */
export class SecretVault {
  readonly #clock: Clock;
  readonly #places = new Map<string, SecretPlace>();
  /** As `acme/shop@production`, the repository in lower case. */
  readonly #environments = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addEnvironment(repo: string, name: string): void {
    this.#environments.add(`${repo.toLowerCase()}@${name}`);
  }

  hasEnvironment(repo: string, name: string): boolean {
    return this.#environments.has(`${repo.toLowerCase()}@${name}`);
  }

  /** The place of this name, such as `github-org:acme`; it need not have been used before. */
  open(name: string): SecretPlace {
    const place = this.#places.get(name) ?? new SecretPlace(name, this.#clock);
    this.#places.set(name, place);
    return place;
  }

  /** The place of a target. */
  at(target: RotationTarget): SecretPlace {
    switch (target.kind) {
      case "github": {
        const { owner, repo, environment } = target;
        const place = `github:${owner}/${repo}`.toLowerCase();
        return this.open(environment === null ? place : `${place}@${environment}`);
      }
      case "dependabot":
      case "codespaces":
        return this.open(`${target.kind}:${target.owner}/${target.repo}`.toLowerCase());
      case "github-org":
        return this.open(`github-org:${target.org}`.toLowerCase());
      case "command":
      case "file":
        throw new TypeError(`GitHub holds nothing of ${target.kind}`);
      default:
        return target satisfies never;
    }
  }
}

/** The name of the secret that a target is. */
export function getSecretName(target: RotationTarget): string {
  return "secret" in target ? target.secret : "";
}

function createBoxKey(): BoxKey {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const [open, closed] = [readRaw(publicKey, "x"), readRaw(privateKey, "d")];
  // GitHub's ids are long numbers in a text.
  const id = createHash("sha256").update(open).digest().readBigUInt64BE().toString();
  return { id, publicKey: open, privateKey: closed };
}

function readRaw(key: KeyObject, part: "x" | "d"): Buffer {
  return Buffer.from(key.export({ format: "jwk" })[part] ?? "", "base64url");
}
