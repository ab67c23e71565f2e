import type { KeyRecord } from "../../domain/inventory.ts";
import type { MintResult } from "../../domain/key-minter.ts";
import { mayBeRedactedAs } from "../../domain/redaction.ts";
import type { MintedKey, RotationFailure } from "../../domain/rotation.ts";
import { listCreatedBy, listSuccessors } from "../../domain/rotation-plan.ts";
import type { Secret } from "../../domain/secret.ts";
import { beginStep, noteStep, type RotationRun, tellStep } from "./rotation-run.ts";

/** A key that was created in this run, with its text. */
export type FreshKey = {
  minted: MintedKey;
  secret: Secret;
  record: KeyRecord;
};

/** The same, once OpenAI accepted it. `triedAt` is OpenAI's time after the last trial. */
export type TriedKey = FreshKey & { triedAt: Date };

/** Why there is no new key to store. `strays`: keys that were created and that nobody needs. */
export type NoKey = { failure: RotationFailure; strays: readonly KeyRecord[] };

/** How long a new key may be refused at first, in milliseconds. */
const PATIENCE = 60_000;

/** The pauses between two looks, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 8_000;

/** How much later a key may end than was asked for, in milliseconds: OpenAI counts from a moment of its own. */
const LIFE_SLACK = 60_000;

/** How many looks at the list an answer that was lost is worth. */
const LOOKS = 4;

/** Creates the new key. Of one whose answer was lost, what there is of it is named, since nobody has its text. */
export async function mintKey(run: RotationRun): Promise<FreshKey | NoKey> {
  const { plan, world } = run;
  const halt = await beginStep(run, { step: "mint", phase: "begin", name: plan.name });
  if (halt) return { failure: halt, strays: [] };
  tellStep(run, "mint", "begin");
  const result = await askForKey(run);
  if (result.kind === "minted") {
    // Before anything else is done with it.
    world.onKeyCreated(result.secret);
    const { id, secret, createdAt, expiresAt } = result;
    const minted = { id, name: plan.name, fingerprint: secret.fingerprint, createdAt, expiresAt };
    await noteStep(run, { step: "mint", phase: "end", result: { kind: "minted", key: minted } });
    tellStep(run, "mint", "end", { isDone: true });
    return { minted, secret, record: buildRecord(run, minted) };
  }
  const { kind, failure } = result;
  await noteStep(run, { step: "mint", phase: "end", result: { kind, because: failure.because } });
  tellStep(run, "mint", "end");
  const strays = kind === "lost" ? await findStrays(run) : [];
  return { failure: { because: "mint", failure, mayExist: strays === null }, strays: strays ?? [] };
}

/** Asks once: twice would create two keys. */
async function askForKey({ plan, world }: RotationRun): Promise<MintResult> {
  const { name, scopes, expiresIn } = plan;
  return await world.minter
    .mint({ project: plan.project.id, account: plan.account.id, name, scopes, expiresIn })
    .catch((): MintResult => ({ kind: "lost", failure: { because: "not-understood" } }));
}

/** The keys that a lost answer left behind; null where nobody can say. The list may be late. */
async function findStrays(run: RotationRun): Promise<readonly KeyRecord[] | null> {
  const { plan, world, recorded } = run;
  let isListed = false;
  for (let look = 1; look <= LOOKS; look += 1) {
    await world.clock.sleep(FIRST_PAUSE * look);
    const keys = await listKeys(run);
    isListed = keys !== null;
    const known = new Set(recorded?.keys.map(({ id }) => id));
    const created = listCreatedBy(keys ?? [], { replaces: plan.old.id, rotation: plan.id });
    const strays = created.filter(({ id }) => !known.has(id));
    if (strays.length > 0) return strays;
  }
  return isListed ? [] : null;
}

/**
 * Finds what there is of a new key that is not needed after all, by its name, as OpenAI has it: by the id alone, out of one
 * answer that may be wrong, another key would be deleted. Empty where nobody can say.
 */
export async function findCreated(run: RotationRun, { record }: FreshKey): Promise<readonly KeyRecord[]> {
  const reading = await run.world.minter.readKey(record).catch(() => null);
  const { plan } = run;
  const read = reading?.kind === "there" ? [reading.record] : [];
  const own = listCreatedBy(read, { replaces: plan.old.id, rotation: plan.id });
  return own.length > 0 ? own : ((await findStrays(run)) ?? []);
}

/** The keys of the service account, read anew; null where they could not be listed to the end. */
export async function listKeys({
  plan,
  world,
}: Pick<RotationRun, "plan" | "world">): Promise<readonly KeyRecord[] | null> {
  const keys = await world.minter.listAccountKeys(plan.project.id, plan.account.id).catch(() => null);
  // The list of one project does not name it.
  return keys?.map((key) => ({ ...key, home: { ...key.home, name: plan.project.name } })) ?? null;
}

/** What is known of a key before its record was read. It shows no ends, so that nothing can be done to it by mistake. */
function buildRecord({ plan }: RotationRun, { id, name, createdAt, expiresAt }: MintedKey): KeyRecord {
  return {
    id,
    name,
    redacted: null,
    home: { kind: "project", id: plan.project.id, name: plan.project.name },
    owner: { kind: "service-account", id: plan.account.id, name: plan.account.name },
    createdAt,
    lastUsedAt: null,
    expiresAt,
    ownerHasAccess: null,
  };
}

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
  const record = await findListed(run, fresh, start);
  if ("because" in record) return record;
  const reading = await run.world.minter.readKey(record).catch(() => null);
  // Where the record cannot be read now, use counts from later on: our own clock is no measure of OpenAI's.
  const triedAt = reading?.kind === "there" ? laterOf(reading.at, reading.record.lastUsedAt) : run.world.clock.now();
  return { ...fresh, record: reading?.kind === "there" ? reading.record : record, triedAt };
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
    const rival = listSuccessors(keys, plan.old.id, plan.id).find((other) => isEarlier(other, first));
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
