import type { KeyRecord } from "../../domain/inventory.ts";
import type { MintResult } from "../../domain/key-minter.ts";
import type { MintedKey, RotationFailure } from "../../domain/rotation.ts";
import type { Secret } from "../../domain/secret.ts";
import { listCreatedBy } from "../../domain/succession.ts";
import { beginStep, noteStep, type RotationRun, tellStep } from "./rotation-run.ts";

/** A key that was created in this run, with its text. */
export type FreshKey = {
  minted: MintedKey;
  secret: Secret;
  record: KeyRecord;
};

/** Why there is no new key to store. `strays`: keys that were created and that nobody needs. */
export type NoKey = { failure: RotationFailure; strays: readonly KeyRecord[] };

/** The first pause between two looks, in milliseconds. */
const FIRST_PAUSE = 1_000;

/** How many looks at the list an answer that was lost is worth. */
const LOOKS = 4;

/** Creates the new key. Of one whose answer was lost, what there is of it is named, since nobody has its text. */
export async function mintKey(run: RotationRun): Promise<FreshKey | NoKey> {
  const { plan } = run;
  const halt = await beginStep(run, { step: "mint", phase: "begin", name: plan.name });
  if (halt) return { failure: halt, strays: [] };
  tellStep(run, "mint", "begin");
  const result = await askForKey(run);
  // Before anything else is done with it.
  const isMasked = result.kind !== "minted" || maskKey(run, result.secret);
  if (result.kind === "minted") {
    const { id, secret, createdAt, expiresAt } = result;
    const minted = { id, name: plan.name, fingerprint: secret.fingerprint, createdAt, expiresAt };
    await noteStep(run, { step: "mint", phase: "end", result: { kind: "minted", key: minted } });
    tellStep(run, "mint", "end", { isDone: true });
    const record = buildRecord(run, minted);
    return isMasked ? { minted, secret, record } : { failure: { because: "unexpected" }, strays: [record] };
  }
  const { kind, failure } = result;
  await noteStep(run, { step: "mint", phase: "end", result: { kind, because: failure.because } });
  tellStep(run, "mint", "end");
  const strays = kind === "lost" ? await findStrays(run) : [];
  return { failure: { because: "mint", failure, mayExist: strays === null }, strays: strays ?? [] };
}

/** A key that logs would show goes nowhere. */
function maskKey({ world }: RotationRun, secret: Secret): boolean {
  try {
    world.onKeyCreated(secret);
    return true;
  } catch {
    return false;
  }
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
