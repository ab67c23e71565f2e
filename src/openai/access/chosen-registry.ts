import type { Inventory } from "../../domain/inventory.ts";
import { createLazyRegistry, type Registry } from "../../domain/registry.ts";
import type { Secret } from "../../domain/secret.ts";
import { NO_ADMIN_KEY } from "../../messages/gaps/openai.ts";
import type { RegistryOptions } from "../registry.ts";

/** What the settings say of OpenAI. */
export type OpenAISettings = { baseURL: string; adminKey: Secret | null };

/** The two requests that need no Admin API key. */
type Trials = Pick<Registry, "prove" | "probeScopes">;

/** The registry that the settings ask for. What asks OpenAI is loaded before the first request: most runs send none. */
export function createRegistry({ baseURL, adminKey }: OpenAISettings, options: RegistryOptions): Registry {
  const { connect } = options;
  const load = async () => {
    await connect?.();
    return await import("../registry.ts");
  };
  if (adminKey) {
    return createLazyRegistry(async () => (await load()).createOpenAIRegistry({ baseURL }, adminKey, options));
  }
  let trials: Promise<Trials> | undefined;
  return createKeylessRegistry(async () => {
    trials ??= load().then(({ createTrials }) => createTrials({ baseURL }, options.clock));
    return await trials;
  }, options);
}

/** The registry without an Admin API key. Trying keys needs none, so that `prove` and `probeScopes` still work. */
function createKeylessRegistry(trials: () => Promise<Trials>, { clock }: Pick<RegistryOptions, "clock">): Registry {
  const inventory: Inventory = {
    records: [],
    gaps: [{ kind: "no-admin-key", detail: NO_ADMIN_KEY, covers: ["project", "organization"] }],
    projects: [],
    organization: null,
  };
  const untold = { kind: "untold", because: "not-permitted" } as const;
  const answers = { users: untold, usage: untold, costs: untold, scopes: untold };
  return {
    inventory: async () => inventory,
    collectFacts: async () => {
      const { gaps, organization } = inventory;
      return { now: clock.now(), organization, keys: [], projects: [], ...answers, gaps, requests: 0 };
    },
    impact: async () => null,
    prove: async (...trial) => await (await trials()).prove(...trial),
    probeScopes: async (secret) => await (await trials()).probeScopes(secret),
    readHistory: async () => null,
    contain: async () => ({ kind: "refused", because: "no-admin-key" }),
  };
}
