import { mkdtemp, readFile, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { KeyStore } from "../../src/domain/key-minter.ts";
import type { RotationReport } from "../../src/domain/rotation.ts";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { parseSuccession } from "../../src/domain/succession.ts";
import { openJournal } from "../../src/journal/journal.ts";
import type { RotationWorld } from "../../src/rotate/rotation-world.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { nameRequest } from "../scan/crashing/simulated-process.ts";
import { hostOf } from "../support/in-process.ts";
import { DAY, type RotatedOrganization, type RotationChoices, rotatedOrganization } from "./rotated-organization.ts";

/** When a run dies at a call: before it is made, or after it took effect and before its answer was heard. */
export type Moment = "before" | "after" | "torn";

/**
 * The call that a run dies at, counted from 0, or the request to OpenAI. `torn`: a line of the audit file is on disk in part.
 */
export type Death = ({ call: number } | { request: number }) & { moment: Moment };

/** The calls that a run makes outside, by name, in order. */
type Calls = string[];

/** One organisation, one audit file, and runs that may be killed. */
export class KilledRotation implements AsyncDisposable {
  readonly at: RotatedOrganization;
  readonly file: string;
  /** The requests to OpenAI of the last run, as `GET /v1/me`. */
  requests: readonly string[] = [];
  /** What is to be closed at the end. */
  readonly closing: (() => Promise<void>)[] = [];
  /** Puts keys into places; those of the organisation when it is left out. */
  store: KeyStore | null = null;
  readonly folder: string;
  /** Keys that are no business of the rotation. */
  readonly others: Key[] = [];

  constructor(at: RotatedOrganization, folder: string) {
    [this.at, this.folder] = [at, folder];
    this.file = path.join(folder, "audit.jsonl");
  }

  /** Runs until it dies; null then. `calls` is filled with the names of what it did outside. */
  async run(choices: RotationChoices, death: Death | null = null, calls: Calls = []): Promise<RotationReport | null> {
    const journal = await openJournal({ file: this.file, run: { user: "ada" }, clock: this.at.clock });
    const requests: string[] = [];
    let die: () => void = () => {};
    const died = new Promise<null>((resolve) => {
      die = () => resolve(null);
    });
    const { fetch: fetchOf } = hostOf(this.at.openai);
    const limits = { file: this.file, death, calls, die, fetch: fetchOf ?? fetch };
    const limited = limitWorld(
      (how) => this.at.world({ journal, ...(this.store && { store: this.store }), ...choices.world }, how),
      limits,
      requests,
    );
    this.requests = requests;
    return await Promise.race([died, this.at.rotate({ ...choices, world: limited })]);
  }

  /** The keys of the account that work, but for those that are no business of the rotation. */
  get living(): readonly Key[] {
    return this.at.living.filter((key) => !this.others.includes(key));
  }

  /** The lines of the audit file. */
  async lines(): Promise<readonly Record<string, unknown>[]> {
    const text = await readFile(this.file, "utf8").catch(() => "");
    const whole = text.split("\n").filter((line) => line !== "");
    return whole.flatMap((line) => {
      try {
        return [JSON.parse(line) as Record<string, unknown>];
      } catch {
        return [];
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.at[Symbol.asyncDispose]();
    for (const close of this.closing) await close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Prepares one. */
export async function killedRotation(): Promise<KilledRotation> {
  const folder = await mkdtemp(path.join(tmpdir(), "rotation-"));
  return new KilledRotation(await rotatedOrganization(), folder);
}

type Limits = { file: string; death: Death | null; calls: Calls; die: () => void; fetch: typeof fetch };

/** A world from which nothing is heard any more once its run is dead. */
function limitWorld(
  open: (how: Pick<RotationChoices, "fetch">) => RotationWorld,
  { file, death, calls, die, fetch: fetchOf }: Limits,
  requests: string[],
): RotationWorld {
  let isDead = false;
  const kill = async (): Promise<never> => {
    isDead = true;
    die();
    return await new Promise<never>(() => {});
  };
  const limit =
    <Given extends readonly unknown[], Result>(name: string, call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (isDead) return await kill();
      const isDeath = death !== null && "call" in death && death.call === calls.length;
      calls.push(name);
      if (isDeath && death.moment === "before") return await kill();
      const size = isDeath && death.moment === "torn" ? (await stat(file)).size : 0;
      const result = await call(...given).catch(async (error: unknown) => {
        if (isDead || isDeath) return await kill();
        throw error;
      });
      if (isDeath && death.moment === "torn")
        await truncate(file, size + Math.floor(((await stat(file)).size - size) / 2));
      return isDead || isDeath ? await kill() : result;
    };
  const fetchUntilDeath: typeof fetch = async (address, init) => {
    if (isDead) return await kill();
    const isDeath = death !== null && "request" in death && death.request === requests.length;
    requests.push(nameRequest(address, init));
    if (isDeath && death.moment === "before") return await kill();
    const response = await fetchOf(address, init);
    return isDead || isDeath ? await kill() : response;
  };
  const world = open({ fetch: fetchUntilDeath });
  const { registry, minter, store, journal, clock } = world;
  return {
    ...world,
    registry: {
      ...registry,
      inventory: limit("inventory", registry.inventory),
      prove: limit("prove", registry.prove),
      contain: limit("contain", registry.contain),
    },
    minter: {
      mint: limit("mint", minter.mint),
      readScopes: limit("scopes", minter.readScopes),
      listAccountKeys: limit("list", minter.listAccountKeys),
      readKey: limit("read", minter.readKey),
    },
    store: { check: limit("check", store.check), store: limit("store", store.store) },
    journal: {
      ...journal,
      begin: limit("line begin", journal.begin),
      end: limit("line end", journal.end),
      noteRotation: limit("line", journal.noteRotation),
    },
    clock: {
      ...clock,
      sleep: async (...sleep) => {
        if (isDead) return await kill();
        await clock.sleep(...sleep);
        if (isDead) await kill();
      },
    },
  };
}

/** What is asked for, or what follows from where a run keeps its files. */
export type Choosing = RotationChoices | ((one: KilledRotation) => RotationChoices);

function choose(choosing: Choosing, one: KilledRotation): RotationChoices {
  return typeof choosing === "function" ? choosing(one) : choosing;
}

/** What is set up before the first run. */
export type Prepare = (one: KilledRotation) => Promise<void>;

/**
 * Every point at which a run of these choices may die. What is left behind before a call is what is left after the one
 * before it, since nothing else is done outside. Reads in a row are one: nothing can be lost between them.
 */
export async function listRotationDeaths(
  choosing: Choosing,
  prepare: Prepare = async () => {},
): Promise<readonly (readonly [string, Death])[]> {
  await using one = await killedRotation();
  await prepare(one);
  const calls: Calls = [];
  await one.run(choose(choosing, one), null, calls);
  return calls.flatMap((name, call) => {
    if (/^(?:read|check|list|prove)$/.test(name) && name === calls[call - 1]) return [];
    const first: Moment[] = call === 0 ? ["before"] : [];
    const moments: Moment[] = name.startsWith("line") ? [...first, "torn", "after"] : [...first, "after"];
    return moments.map((moment) => [`${moment} ${name} (call ${call + 1})`, { call, moment }] as const);
  });
}

/** Every request to OpenAI after which a run of these choices may die: those that only read leave nothing else behind. */
export async function listRequestDeaths(choices: RotationChoices): Promise<readonly (readonly [string, Death])[]> {
  await using one = await killedRotation();
  await one.run(choices);
  const moment = "after";
  return one.requests.map((name, request) => [`${moment} ${name} (${request + 1})`, { request, moment }] as const);
}

/** What has to be so after a rotation, however often it was broken off. */
export function expectRotated(
  one: KilledRotation,
  report: RotationReport | null,
  targets: readonly RotationTarget[],
): void {
  const { at } = one;
  const [result] = report?.rotations ?? [];
  expect(result?.state, JSON.stringify(result)).toEqual({ kind: "rotated" });
  const held = targets.map((target) => at.readPlace(target));
  expect(new Set(held).size).toBe(1);
  const fresh = at.acme.findKey(held[0] ?? "");
  expect(parseSuccession(fresh?.name ?? null)?.replaces).toBe(at.old.id);
  expect(isLiving(fresh)).toBe(true);
  expect(result?.newKey?.id).toBe(fresh?.id);
  expect(result?.places.map(({ holds }) => holds)).toEqual(targets.map(() => "new"));
  // The old key ends, and so does every key whose text was lost: the report names each of them that still works.
  const named = [
    result?.newKey?.id,
    result?.retired?.record.id,
    ...(result?.superseded ?? []).map(({ record }) => record.id),
  ];
  for (const key of one.living) {
    if (key === fresh) continue;
    expect(isEnding(key, at), `${key.name} goes on`).toBe(true);
    if (key !== at.old) expect(named).toContain(key.id);
  }
  expect(isEnding(at.old, at)).toBe(true);
  expect(at.refused).toEqual([]);
}

function isLiving(key: Key | undefined): boolean {
  return key !== undefined && key.deletedAt === null && key.worksFrom !== Number.POSITIVE_INFINITY;
}

function isEnding({ expiresAt, deletedAt }: Key, at: RotatedOrganization): boolean {
  return deletedAt !== null || (expiresAt !== null && expiresAt <= at.now + DAY);
}

/** Kills a run at a point, and lets later ones go on until it is over; as an operator does who is told to. */
export async function expectResumed(
  choosing: Choosing,
  deaths: readonly Death[],
  prepare: Prepare = async () => {},
): Promise<void> {
  await using one = await killedRotation();
  await prepare(one);
  const choices = choose(choosing, one);
  for (const [index, death] of deaths.entries()) {
    const isResume = index > 0 && (await one.lines()).some(({ event }) => event === "rotation");
    await one.run({ ...choices, request: { ...choices.request, isResume } }, death);
    one.at.clock.advance(20_000);
    await one.at.work();
  }
  const before = (await one.lines()).filter(({ event }) => event === "rotation");
  // Killed before its first line, or after its last, there is nothing to go on with.
  const isBegun = before.length > 0;
  const isOver = before.at(-1)?.["isOver"] === true;
  if (!isOver) {
    const report = await one.run({ ...choices, request: { ...choices.request, isResume: isBegun } });
    expectRotated(one, report, choices.order?.targets ?? one.at.order().targets);
  }
  const again = await one.run({ ...choices, request: { ...choices.request, isResume: true } });
  expect(again?.rotations[0]?.state).toEqual({ kind: "refused", because: "nothing-to-resume" });
  expectEnded(one);
}

/** Nothing is left of it in OpenAI's list: one key of this rotation goes on, and no other. */
export function expectEnded({ at, living }: KilledRotation): void {
  const going = living.filter((key) => !isEnding(key, at));
  expect(going.map(({ name }) => parseSuccession(name)?.replaces)).toEqual([at.old.id]);
  expect(at.readPlace(at.jobPlace)).toBe(going[0]?.text);
  expect(at.refused).toEqual([]);
}
