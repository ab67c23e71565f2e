import type { KeyRecord } from "./inventory.ts";
import type { KeysEntry, KeysFile } from "./keys-file.ts";
import { normalizeName } from "./protection.ts";
import type { RotationOrder, RotationReport } from "./rotation.ts";
import { isOrderedKey } from "./rotation-plan.ts";
import type { RotationTarget } from "./rotation-target.ts";

/** A key that workflows of GitHub read from a secret, because somebody said so. */
export type KeptSecret = {
  key: KeyRecord;
  secret: Extract<RotationTarget, { kind: "github" | "github-org" }>;
  /** What the key is to be allowed; null where nobody said it. */
  scopes: readonly string[] | null;
};

/** Keys in secrets, and what is known of the repositories that have them. */
export type KeptSecrets = {
  secrets: readonly KeptSecret[];
  /** The GitHub server that has the repositories; null where it is not known. */
  serverUrl: string | null;
  /** Default branches by `owner/name` in lower case, as far as they are known. */
  branches: ReadonlyMap<string, string>;
};

/** What holds where no key is known to be in a secret. */
export const NO_KEPT_SECRETS: KeptSecrets = { secrets: [], serverUrl: null, branches: new Map() };

/** The order to rotate the key of an entry: whatever the file does not say is as `rest` has it. */
export function createKeyOrder(
  { name, project, targets, scopes, expiresIn, rotateEvery }: KeysEntry,
  rest: Pick<RotationOrder, "overlap" | "wait">,
): RotationOrder {
  return { asked: name, project, targets, scopes, widen: false, expiresIn, create: false, rotateEvery, ...rest };
}

/** The entry about a key; null where there is none. One that names the project goes before one that does not. */
export function findKeysEntry({ keys }: KeysFile, record: KeyRecord): KeysEntry | null {
  const fitting = keys.filter((entry) => fitsEntry(entry, record));
  return fitting.find(({ project }) => project !== null) ?? fitting[0] ?? null;
}

function fitsEntry({ kind, name, project }: KeysEntry, record: KeyRecord): boolean {
  if (!isOrderedKey(record, { asked: name, project })) return false;
  const { owner } = record;
  if (kind === "key")
    return !isAccount(owner, name) || isOrderedKey({ ...record, owner: null }, { asked: name, project });
  return isAccount(owner, name);
}

function isAccount(owner: KeyRecord["owner"], name: string): boolean {
  if (owner?.kind !== "service-account") return false;
  return owner.id === name || (owner.name !== null && normalizeName(owner.name) === normalizeName(name));
}

/** The keys that the keys file says are in secrets of GitHub Actions. Admin API keys are none for workflows. */
export function listKeptSecrets(file: KeysFile, records: readonly KeyRecord[]): readonly KeptSecret[] {
  return records
    .filter(({ home }) => home.kind === "project")
    .flatMap((key) => {
      const entry = findKeysEntry(file, key);
      const scopes = entry?.scopes?.kind === "some" ? entry.scopes.scopes : null;
      const targets: readonly RotationTarget[] = entry?.targets ?? [];
      return targets.filter(isActionsSecret).map((secret) => ({ key, secret, scopes }));
    });
}

/** Whether a place is a secret that workflows read. Those of Dependabot and Codespaces are for others. */
function isActionsSecret(target: RotationTarget): target is KeptSecret["secret"] {
  return target.kind === "github" || target.kind === "github-org";
}

/** The keys that rotations put into secrets of GitHub Actions, as far as the reader may know where they are. */
export function listStoredSecrets({ rotations }: Pick<RotationReport, "rotations">): readonly KeptSecret[] {
  return rotations.flatMap(({ state, old, plan, places }) => {
    if (state.kind !== "rotated" || old === null) return [];
    const scopes = plan?.scopes.kind === "some" ? plan.scopes.scopes : null;
    const targets = places.filter(({ holds }) => holds === "new").map(({ target }) => target);
    const secrets = targets.filter(isActionsSecret).filter(({ secret }) => secret !== "");
    return secrets.map((secret) => ({ key: old, secret, scopes }));
  });
}
