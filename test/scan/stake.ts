import { detect } from "../../src/detect/detect.ts";
import type { Hit, Sighting } from "../../src/domain/candidate.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { Report } from "../../src/domain/report.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import type { RecordedRequest } from "../../src/sandbox/server.ts";
import { scanChange } from "../../src/scan/scan.ts";
import type { World } from "../../src/scan/world.ts";
import { policy as policyOf, sighting } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";
import { createTestWorld } from "../support/world.ts";

/** What is otherwise than usual: what a run is given, and the place of each text. */
type Differences = Partial<World> & { differing?: (index: number) => Partial<Sighting> };

/** What is at stake: an organisation with a production key, and somebody who writes what they like into a change. */
export class Stake implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly admin: Key;
  readonly production: Key;
  readonly clock: TestClock;

  constructor(openai: OpenAISandbox, clock: TestClock) {
    this.openai = openai;
    this.clock = clock;
    this.acme = openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web");
    this.admin = this.acme.adminKey(this.ada);
    this.production = this.acme.accountKey(this.web, "production", { name: "Produktion Köln" });
  }

  /** A whole run over a change that brought a file with these texts in it. */
  async over(
    texts: readonly string[],
    policy: Partial<Policy> = {},
    { differing = () => ({}), ...parts }: Differences = {},
  ): Promise<Report> {
    const blob = {
      provenance: { kind: "file" as const, path: "keys.env" },
      chunks: [Buffer.from(texts.map((text, index) => `KEY_${index}="${text}"\n`).join(""))],
    };
    const registry = createOpenAIRegistry(hostOf(this.openai), new Secret(this.admin.text), { clock: this.clock });
    const source = {
      blobs: async function* () {
        yield blob;
      },
      locate: async (_: unknown, { secret }: Hit) => [sighting(differing(texts.indexOf(secret.reveal())))],
      complete: async (sightings: readonly Sighting[]) => sightings,
      nameOf: async () => ({ name: "keys.env" }),
      account: () => ({ coverage: { commits: 1, blobs: 1, bytes: 1, texts: 0 }, gaps: [] }),
    };
    const world = createTestWorld({ source, detect, registry, ...parts }, this.clock);
    return await scanChange({ kind: "stdin", name: "it" }, world, policyOf(policy));
  }

  /** Every request that was to change a key. */
  writes(): readonly RecordedRequest[] {
    const ids = this.acme.keys.map(({ id }) => id);
    return this.openai.requests.filter(
      ({ method, path }) => method !== "GET" && ids.some((id) => path.endsWith(`/${id}`)),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
  }
}

/**
 * `propagation`: how many milliseconds a deleted key still works; `latency`: how many each answer takes; with more requests
 * than `maxConcurrent` at a time the rest are refused.
 */
export async function stake(propagation = 30, latency = 0, maxConcurrent = Number.POSITIVE_INFINITY): Promise<Stake> {
  const clock = new TestClock();
  return new Stake(await startOpenAI({ propagation, latency, maxConcurrent, clock }), clock);
}
