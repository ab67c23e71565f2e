import type { Clock } from "../domain/clock.ts";
import type { KeyMinter } from "../domain/key-minter.ts";
import type { Secret } from "../domain/secret.ts";
import type { ReplaceKey } from "../scan/world.ts";
import type { Settings } from "../settings/settings.ts";

/** What it takes to reach OpenAI and the places of keys. */
export type RotationConnection = {
  baseURL: string;
  adminKey: Secret;
  /** The process's environment: it names the proxies, and programs that store keys get it without our own secrets. */
  environment: NodeJS.ProcessEnv;
  clock: Clock;
};

/** Opens what creates keys. It is loaded, and OpenAI contacted, when it is first used. */
export function openMinter({ baseURL, adminKey, environment, clock }: RotationConnection): KeyMinter {
  let made: Promise<KeyMinter> | undefined;
  const real = async () => {
    made ??= import("../openai/rotate/minter.ts").then(({ createOpenAIMinter }) => {
      const connect = async () => {
        // From version 24 on, Node's fetch can use proxies. Older versions lack this function and go without.
        (await import("node:http")).setGlobalProxyFromEnv?.(environment);
      };
      return createOpenAIMinter({ baseURL }, adminKey, { clock, connect });
    });
    return await made;
  };
  return {
    mint: async (order) => await (await real()).mint(order),
    readScopes: async (record) => await (await real()).readScopes(record),
    listAccountKeys: async (project, account) => await (await real()).listAccountKeys(project, account),
    readKey: async (record) => await (await real()).readKey(record),
  };
}

/** How a scan reaches the places of leaked keys. */
export type ReplacerSource = {
  settings: Pick<Settings, "adminKey" | "baseURL" | "policy" | "secretsToken">;
  environment: NodeJS.ProcessEnv;
  clock: Clock;
  /** The address of GitHub's REST API. */
  apiUrl: string;
  /** Folders whose links a change may have brought. */
  checkouts: readonly string[];
  /** Called with each new key before anything else is done with it, so that logs can mask it. */
  onKeyCreated: (secret: Secret) => void;
};

/** What puts new keys in the places of leaked ones; null unless the operator asks for it. Loaded when a key is to end. */
export function openKeyReplacer(source: ReplacerSource): ReplaceKey | null {
  const { settings, environment, clock, apiUrl, checkouts, onKeyCreated } = source;
  const { adminKey, baseURL, policy, secretsToken: token } = settings;
  if (policy.onLeak !== "rotate" || adminKey === null) return null;
  let made: Promise<ReplaceKey> | undefined;
  const make = async () => {
    const [{ createKeyReplacer }, { createKeyStore }] = await Promise.all([
      import("./leak-replacement.ts"),
      import("./stores/key-store.ts"),
    ]);
    const minter = openMinter({ baseURL, adminKey, environment, clock });
    // A run that is told to stop goes on with a key that is begun: half of its places would be an outage.
    const store = createKeyStore({ token, apiUrl, clock, environment, checkouts });
    return createKeyReplacer({ policy, adminKey, minter, store, onKeyCreated });
  };
  return async (record, world) => {
    made ??= make();
    return await (await made)(record, world);
  };
}
