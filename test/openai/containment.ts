import type { Containment } from "../../src/domain/decision.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { ScopeReach } from "../../src/domain/proof.ts";
import type { KeyProbe, Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import type { RecordedRequest } from "../../src/sandbox/server.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

/** What is done to a key, without the key. */
export type Act = { kind: "quarantine" } | { kind: "expire"; grace: number } | { kind: "revoke" };

/** The three acts; an hour of grace. */
export const ACTS: readonly Act[] = [{ kind: "quarantine" }, { kind: "expire", grace: 3600 }, { kind: "revoke" }];

/** An OpenAI on loopback, an organisation with a project and a person, and its keys contained by the real adapter. */
export class Place implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly admin: Key;
  /** A key of a service account, which Ada made, and which may do everything. */
  readonly key: Key;

  readonly clock: TestClock;

  constructor(openai: OpenAISandbox, clock: TestClock) {
    this.openai = openai;
    this.clock = clock;
    this.acme = openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web");
    this.admin = this.acme.adminKey(this.ada);
    this.key = this.acme.accountKey(this.web, "bot", { name: "bot's", madeBy: this.ada });
  }

  /** A registry that works with this admin key. `now` may be any time: the machine's clock need not be right. */
  registry({ by = this.admin, now = this.clock.now }: Ways = {}): Registry {
    const host = hostOf(this.openai);
    return createOpenAIRegistry(host, new Secret(by.text), { clock: { ...this.clock, now } });
  }

  async recordOf(key: Key): Promise<KeyRecord> {
    const record = (await this.registry().inventory()).records.find(({ id }) => id === key.id);
    if (!record) throw new Error(`${key.id} is not listed`);
    return record;
  }

  /** Contains a key as it was listed. `listed`: as it was listed earlier. */
  async contain(key: Key, act: Act, { listed, ...ways }: Ways & { listed?: KeyRecord } = {}): Promise<Outcome> {
    const record = listed ?? (await this.recordOf(key));
    const registry = this.registry(ways);
    const decision: Containment = { ...act, record };
    return await registry.contain(decision, againOf(registry, key, record));
  }

  /** Everything that was asked about this record, and was not only a question. */
  writesTo({ id }: Key): readonly RecordedRequest[] {
    return this.openai.requests.filter(({ method, path }) => method !== "GET" && path.endsWith(`/${id}`));
  }

  async validity({ text }: Key): Promise<Validity> {
    return (await this.registry().prove(new Secret(text), null)).validity;
  }

  async reach({ text }: Key): Promise<ScopeReach> {
    return await this.registry().probeScopes(new Secret(text));
  }

  /** Answers questions about this record by a fault. */
  whenRead({ id }: Key, fault: Fault): void {
    this.openai.fault(({ method, path }) => (method === "GET" && path.endsWith(`/${id}`) ? fault : null));
  }

  /** Answers changes of this record, by how often one was asked for. */
  whenWritten({ id }: Key, fault: (times: number) => Fault | null): void {
    let times = 0;
    this.openai.fault(({ method, path }) => {
      if (method === "GET" || !path.endsWith(`/${id}`)) return null;
      times += 1;
      return fault(times);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
  }
}

type Ways = { by?: Key; now?: () => Date };

export function againOf(registry: Registry, { text }: { text: string }, record: KeyRecord): KeyProbe {
  const secret = new Secret(text);
  return {
    validity: async () => (await registry.prove(secret, record)).validity,
    probeScopes: async () => await registry.probeScopes(secret),
  };
}

/** What a key is like at OpenAI: for saying that nothing was done to it. */
export function stateOf({ deletedAt, scopes, expiresAt }: Key): object {
  return { deletedAt, scopes, expiresAt };
}

export const UNTOUCHED = { deletedAt: null, scopes: null, expiresAt: null };

/** A place of its own for each test, so that many can run at the same time. */
export async function place(): Promise<Place> {
  const clock = new TestClock();
  return new Place(await startOpenAI({ propagation: 30, clock }), clock);
}
