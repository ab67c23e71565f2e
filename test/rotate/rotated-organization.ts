import { NO_JOURNAL } from "../../src/domain/journal.ts";
import type { KeyMinter, KeyStore, MintResult } from "../../src/domain/key-minter.ts";
import type { RotationOrder, RotationProgress, RotationReport, RotationResult } from "../../src/domain/rotation.ts";
import {
  formatTarget,
  type RotationTarget,
  type StoreCheck,
  type StoreResult,
} from "../../src/domain/rotation-target.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Host } from "../../src/openai/client.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { createOpenAIMinter } from "../../src/openai/rotate/minter.ts";
import { rotateKeys } from "../../src/rotate/rotate.ts";
import type { RotationRequest, RotationWorld } from "../../src/rotate/rotation-world.ts";
import { addKeyUse } from "../../src/sandbox/openai/enforcement.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { policy } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

/** One day, in seconds. */
export const DAY = 86_400;

/** How a rotation differs from one that rotates the old key into its one place. */
export type RotationChoices = {
  order?: Partial<RotationOrder>;
  orders?: readonly Partial<RotationOrder>[];
  request?: Partial<Omit<RotationRequest, "orders">>;
  world?: Partial<RotationWorld>;
  /** How OpenAI is reached. */
  fetch?: typeof fetch;
};

/** Places where keys are kept, and jobs that use them: a job takes the key from its place when it starts. */
export class Places implements KeyStore {
  /** What stands in each place, by the target as it is typed. */
  readonly held = new Map<string, string>();
  /** What a place says instead of taking a key, for so many times. */
  readonly refusals = new Map<string, StoreResult[]>();
  readonly unready = new Map<string, Extract<StoreCheck, { kind: "failed" }>>();
  readonly stored: string[] = [];
  /** Called before each storing, as where somebody does something at that moment. */
  onStore: (target: RotationTarget) => Promise<void> = async () => {};

  check = async (target: RotationTarget): Promise<StoreCheck> => {
    const name = formatTarget(target);
    return this.unready.get(name) ?? { kind: "ready", exists: this.held.has(name) };
  };

  store = async (target: RotationTarget, secret: Secret): Promise<StoreResult> => {
    await this.onStore(target);
    const name = formatTarget(target);
    const refusal = this.refusals.get(name)?.shift();
    if (refusal?.kind !== "failed" || refusal.mayBeStored) {
      this.held.set(name, secret.reveal());
      this.stored.push(name);
    }
    return refusal ?? { kind: "stored", verified: true };
  };
}

/** An organisation on loopback with a service account whose key lives in a place, and rotations of it. */
export class RotatedOrganization implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly clock: TestClock;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly bot: Person;
  readonly admin: Key;
  readonly old: Key;
  readonly places = new Places();
  /** What a place holds, where it is looked up when a job starts. */
  readPlace = (target: RotationTarget): string | undefined => this.places.held.get(formatTarget(target));
  /** Where the job takes its key from. */
  jobPlace: RotationTarget = { kind: "file", path: "/run/key" };
  /** What was said of the steps. */
  readonly said: string[] = [];
  /** The text of each new key, as it was handed out to be masked. */
  readonly masked: string[] = [];
  /** What minting comes to instead of a key, for so many times; `lost`: the key is created, and the answer is lost. */
  readonly mints: (MintResult | "lost")[] = [];
  /** Whether the job that uses the key runs: it takes the key from its place every so often, in milliseconds. */
  jobEvery: number | null = 60_000;
  /** Requests of the job that were refused. */
  readonly refused: string[] = [];
  #jobRanAt = 0;
  #tokens = 0;

  constructor(openai: OpenAISandbox, clock: TestClock) {
    [this.openai, this.clock] = [openai, clock];
    this.acme = openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web shop");
    this.admin = this.acme.adminKey(this.ada, { name: "guard" });
    this.old = this.acme.accountKey(this.web, "checkout-bot", {
      name: "checkout",
      madeBy: this.ada,
      lastUsedAt: this.now - 3600,
    });
    this.bot = this.old.owner.person;
    this.places.held.set("file:/run/key", this.old.text);
    this.#jobRanAt = clock.now().getTime();
  }

  /** In unix seconds. */
  get now(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  order(differing: Partial<RotationOrder> = {}): RotationOrder {
    return {
      asked: "checkout-bot",
      project: null,
      targets: [{ kind: "file", path: "/run/key" }],
      scopes: null,
      widen: false,
      expiresIn: 90 * DAY,
      overlap: DAY,
      wait: 1800,
      create: false,
      rotateEvery: null,
      ...differing,
    };
  }

  async rotate({
    order,
    orders = [order ?? {}],
    request,
    world,
    ...how
  }: RotationChoices = {}): Promise<RotationReport> {
    const whole: RotationRequest = {
      orders: orders.map((one) => this.order(one)),
      isOnlyDue: false,
      isResume: false,
      rails: policy({ onLeak: "report" }),
      adminKey: new Secret(this.admin.text),
      ...request,
    };
    return await rotateKeys(whole, this.world(world, how));
  }

  /** The one result of a rotation of one key. */
  async rotateOne(choices: RotationChoices = {}): Promise<RotationResult> {
    const [result] = (await this.rotate(choices)).rotations;
    if (!result) throw new Error("one order has one result");
    return result;
  }

  world(parts: Partial<RotationWorld> = {}, how: Pick<RotationChoices, "fetch"> = {}): RotationWorld {
    const clock = parts.clock ?? this.ticking;
    const host = { ...hostOf(this.openai), ...how };
    return {
      registry: createOpenAIRegistry(host, new Secret(this.admin.text), { clock }),
      journal: NO_JOURNAL,
      clock,
      isCancelled: () => false,
      minter: this.createMinter(host),
      store: this.places,
      confirm: null,
      onPlanned: () => {},
      onContainment: () => {},
      onStep: (progress) => this.#say(progress),
      onKeyCreated: (secret) => {
        this.masked.push(secret.reveal());
      },
      createToken: () => this.#createToken(),
      ...parts,
    };
  }

  /** The clock of runs: while they wait, the job goes on. */
  readonly ticking = {
    now: () => this.clock.now(),
    elapsed: () => this.clock.elapsed(),
    sleep: async (...sleep: Parameters<TestClock["sleep"]>) => {
      await this.clock.sleep(...sleep);
      await this.work();
    },
  };

  /** Lets the job do what it has done by now. */
  async work(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.jobEvery === null || now - this.#jobRanAt < this.jobEvery) return;
    this.#jobRanAt = now;
    await this.#runJob(now);
  }

  async #runJob(now: number): Promise<void> {
    const text = this.readPlace(this.jobPlace);
    const key = this.acme.findKey(text ?? "");
    const isOver = key && (key.deletedAt !== null || (key.expiresAt !== null && key.expiresAt * 1000 <= now));
    const isRefused = !key || isOver || (key.worksFrom !== null && now < key.worksFrom);
    if (isRefused) this.refused.push(`${key?.name ?? "nothing"} at ${new Date(now).toISOString()}`);
    else addKeyUse(key);
  }

  /** The real minter; what a test plans for it comes first. */
  get minter(): KeyMinter {
    return this.createMinter(hostOf(this.openai));
  }

  private createMinter(host: Host): KeyMinter {
    const minter = createOpenAIMinter(host, new Secret(this.admin.text), { clock: this.ticking });
    const mint: KeyMinter["mint"] = async (order) => {
      const planned = this.mints.shift();
      if (planned !== undefined && planned !== "lost") return planned;
      const made = await minter.mint(order);
      return planned === "lost" ? { kind: "lost", failure: { because: "network" } } : made;
    };
    return { ...minter, mint };
  }

  /** The keys of the account that work, the oldest first. */
  get living(): readonly Key[] {
    return this.acme.keys.filter(({ owner, deletedAt }) => owner.person === this.bot && deletedAt === null);
  }

  #createToken(): string {
    this.#tokens += 1;
    return this.#tokens.toString(16).padStart(8, "0");
  }

  #say({ step, phase, target, isDone }: RotationProgress): void {
    if (phase === "wait") return;
    const where = target === null ? "" : ` ${formatTarget(target)}`;
    this.said.push(`${phase === "begin" ? "" : isDone ? "done " : "failed "}${step}${where}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
  }
}

/** Starts one. */
export async function rotatedOrganization(): Promise<RotatedOrganization> {
  const clock = new TestClock(new Date("2026-11-21T12:00:00Z"));
  return new RotatedOrganization(await startOpenAI({ clock }), clock);
}
