import type { KeyRecord } from "../../domain/inventory.ts";
import type { RecordReading } from "../../domain/key-minter.ts";
import { mayBeRedactedAs } from "../../domain/redaction.ts";
import type { RotationFailure } from "../../domain/rotation.ts";
import { listSuccessors } from "../../domain/succession.ts";
import { type FreshKey, listKeys } from "./new-key.ts";
import { beginStep, noteStep, type RotationRun, tellStep } from "./rotation-run.ts";

/** A new key that OpenAI accepted. `triedAt` is OpenAI's time after the last trial. */
export type TriedKey = FreshKey & { triedAt: Date };

type FoundKey = Extract<RecordReading, { kind: "there" }>;

/** How long a new key may be refused at first, in milliseconds. */
const PATIENCE = 60_000;

/** The pauses between two looks, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 8_000;

/** How much later a key may end than was asked for, in milliseconds: OpenAI counts from a moment of its own. */
const LIFE_SLACK = 60_000;

/**
 * Tries the new key until OpenAI accepts it, for a minute at most, and makes sure that it is this service account's, and
 * that no other rotation of the same key was first.
 */
export async function tryNewKey(run: RotationRun, fresh: FreshKey): Promise<TriedKey | RotationFailure> {
  const { world } = run;
  const key = fresh.minted.id;
  const halt = await beginStep(run, { step: "try", phase: "begin", key });
  if (halt) return halt;
  tellStep(run, "try", "begin");
  const start = world.clock.elapsed();
  const found = await findAccepted(run, fresh, start);
  const triedAt = "because" in found ? null : found.triedAt;
  await noteStep(run, { step: "try", phase: "end", key, triedAt });
  tellStep(run, "try", "end", { isDone: triedAt !== null });
  return found;
}

async function findAccepted(run: RotationRun, fresh: FreshKey, start: number): Promise<TriedKey | RotationFailure> {
  const refusal = await waitForAcceptance(run, fresh, start);
  if (refusal) return refusal;
  const listed = await findListed(run, fresh, start);
  if ("because" in listed) return listed;
  const reading = await readTried(run, listed);
  if ("because" in reading) return reading;
  const { record, at } = reading;
  const minted = { ...fresh.minted, expiresAt: record.expiresAt ?? fresh.minted.expiresAt };
  return { ...fresh, minted, record, triedAt: laterOf(at, record.lastUsedAt) };
}

/** Reads the record for the time after which a use is not ours: our own clock is no measure of OpenAI's. */
async function readTried(run: RotationRun, record: KeyRecord): Promise<FoundKey | RotationFailure> {
  const { minter, clock } = run.world;
  let found: FoundKey | undefined;
  const isOver = await lookUntil(run, clock.elapsed(), async () => {
    const reading = await minter.readKey(record).catch(() => null);
    if (reading?.kind !== "there") return null;
    found = reading;
    return "done";
  });
  if (found) return found;
  return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}

/**
 * Tries the key. One that may only send requests to models cannot say whose it is. It came with its id in OpenAI's answer
 * to us, and its record has to be this account's and to show its ends: so nothing but "somebody else's" speaks against it.
 */
async function waitForAcceptance(run: RotationRun, fresh: FreshKey, start: number): Promise<RotationFailure | null> {
  const { registry } = run.world;
  const isOver = await lookUntil(run, start, async () => {
    const proof = await registry.prove(fresh.secret, fresh.record, { isUrgent: true }).catch(() => null);
    if (proof?.possession === "someone-else") return { because: "new-key-not-ours" };
    const isAccepted = proof?.validity.kind === "active" && proof.possession !== "not-accepted";
    if (!isAccepted) tellStep(run, "try", "wait");
    return isAccepted ? "done" : null;
  });
  if (isOver === "done") return null;
  return isOver ?? { because: "new-key-refused" };
}

/** Finds the new key in OpenAI's list, at least a second after it was created: another one of that second stands there too. */
async function findListed(run: RotationRun, fresh: FreshKey, start: number): Promise<KeyRecord | RotationFailure> {
  const { plan, world } = run;
  const { id } = fresh.minted;
  let own: KeyRecord | undefined;
  await world.clock.sleep(Math.max(FIRST_PAUSE, start + FIRST_PAUSE - world.clock.elapsed()));
  const isOver = await lookUntil(run, world.clock.elapsed(), async () => {
    const keys = await listKeys(run);
    own = keys?.find((key) => key.id === id);
    if (!own || !keys) return null;
    if (!isOfAccount(own, plan) || !mayBeRedactedAs(fresh.secret, own.redacted ?? ""))
      return { because: "new-key-not-ours" };
    if (livesLonger(own, plan.expiresIn)) return { because: "new-key-lives-longer" };
    const first = own;
    const others = listSuccessors(keys, plan.old.id, { now: world.clock.now(), except: plan.id });
    const rival = others.find((other) => isEarlier(other, first));
    return rival ? { because: "overtaken", by: rival.id } : "done";
  });
  if (isOver === "done" && own) return own;
  return isOver === null || isOver === "done" ? { because: "account-not-listed" } : isOver;
}

/** Whether a key was given a longer life than was asked for, as far as its record tells. */
function livesLonger({ createdAt, expiresAt, absent }: KeyRecord, expiresIn: number | null): boolean {
  if (expiresIn === null || createdAt === null || absent?.includes("expiresAt")) return false;
  return expiresAt === null || expiresAt.getTime() > createdAt.getTime() + expiresIn * 1000 + LIFE_SLACK;
}

function isOfAccount({ owner, home }: KeyRecord, { account, project }: RotationRun["plan"]): boolean {
  return owner?.kind === "service-account" && owner.id === account.id && home.id === project.id;
}

/** OpenAI's times are whole seconds: of two keys of one second the id decides, for both runs alike. */
function isEarlier(one: KeyRecord, other: KeyRecord): boolean {
  const [first, second] = [one, other].map(({ createdAt }) => createdAt?.getTime() ?? 0);
  if (first !== second) return (first ?? 0) < (second ?? 0);
  return one.id < other.id;
}

/** Looks again and again until something is known, the time is up, or the run is told to stop. */
async function lookUntil(
  { world }: RotationRun,
  start: number,
  look: () => Promise<RotationFailure | "done" | null>,
): Promise<RotationFailure | "done" | null> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.6, LONGEST_PAUSE)) {
    if (world.isCancelled()) return { because: "cancelled" };
    const found = await look();
    if (found !== null) return found;
    if (world.clock.elapsed() + pause > start + PATIENCE) return null;
    await world.clock.sleep(pause);
  }
}

function laterOf(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
