import type { SourceAnswer } from "../../domain/audit-facts.ts";
import type { Clock } from "../../domain/clock.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { KeyMinter } from "../../domain/key-minter.ts";
import type { KeyScopes } from "../../domain/rotation.ts";
import type { Secret } from "../../domain/secret.ts";
import { type AdminApi, type Host, openAdminApi } from "../client.ts";
import { RecordApi } from "../contain/record-api.ts";
import { readLastScopes } from "../contain/record-history.ts";
import { hasEntries } from "../impact/audit-log.ts";
import { explainUntold } from "../impact/impact.ts";
import { MalformedPage, readPages } from "../pages.ts";
import { parseRefusal } from "../refusal.ts";
import { retry, TRIES } from "../retry.ts";
import { parseProjectKey, type WireProjectKey } from "../wire.ts";
import { mintKey } from "./mint.ts";

/** The largest page that the API gives. */
const PAGE = 100;

/** How a minter works. */
export type MinterOptions = {
  clock: Clock;
  /** Called before the first request: it loads Node's HTTP, which a run that asks nothing does without. */
  connect?: (() => Promise<void>) | undefined;
};

/** Creates keys through OpenAI's Admin API. Sends nothing before the first call. */
export function createOpenAIMinter(host: Host, adminKey: Secret, { clock, connect }: MinterOptions): KeyMinter {
  let opened: Promise<AdminApi> | undefined;
  const admin = async () => {
    opened ??= (async () => {
      await connect?.();
      return await openAdminApi(host, adminKey.reveal(), clock);
    })();
    return await opened;
  };
  return {
    mint: async (order) => await mintKey(await admin(), order),
    readScopes: async (record) => await askScopes(await admin(), record),
    listAccountKeys: async (project, account) => await listKeysOf(await admin(), project, account),
    readKey: async (record) => await new RecordApi(await admin(), record).read(TRIES),
  };
}

/** What the audit log says of a key. A log without any entry is off, or has been since before there was this key. */
async function askScopes(api: AdminApi, { id }: KeyRecord): Promise<SourceAnswer<KeyScopes>> {
  try {
    const scopes = await readLastScopes(api, id);
    if (scopes === null) return { kind: "untold", because: (await hasEntries(api)) ? "no-answer" : "off" };
    const [first, ...others] = scopes;
    return {
      kind: "told",
      value: first === undefined ? { kind: "all" } : { kind: "some", scopes: [first, ...others] },
    };
  } catch (error) {
    return { kind: "untold", because: explainUntold(error) };
  }
}

/** Null where the list could not be read to its end, or has a record of the account that says no owner. */
async function listKeysOf(api: AdminApi, project: string, account: string): Promise<readonly KeyRecord[] | null> {
  const { apiKeys } = api.organization.projects;
  const ask = async (after: string | undefined) => {
    const query = { limit: PAGE, owner_project_access: "any" as const, ...(after !== undefined && { after }) };
    return await retry(() => apiKeys.list(project, query).asResponse(), api.clock);
  };
  const byId = new Map<string, KeyRecord>();
  try {
    for await (const page of readPages<WireProjectKey>(ask)) {
      for (const key of page) byId.set(key.id, parseProjectKey(key, { kind: "project", id: project, name: null }));
    }
  } catch (error) {
    if (!(error instanceof MalformedPage)) parseRefusal(error); // Throws on what is no answer of OpenAI's.
    return null;
  }
  const keys = [...byId.values()];
  if (keys.some(({ owner }) => owner === null || (owner.kind === "service-account" && owner.id === null))) return null;
  return keys.filter(({ owner }) => owner?.kind === "service-account" && owner.id === account);
}
