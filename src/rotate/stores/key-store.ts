import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { KeyStore, StoreOptions } from "../../domain/key-minter.ts";
import type { StoreCheck, StoreResult } from "../../domain/rotation-target.ts";
import type { Secret } from "../../domain/secret.ts";
import type { Octokit } from "../../github/client.ts";
import type { GitHubTarget } from "../../github/secrets/secret-place.ts";
import { checkProgram, type ProgramEnvironment, runStoreProgram } from "./command-store.ts";
import { checkKeyFile, writeKeyFile } from "./file-store.ts";

/** What a store of keys is made of. */
export type KeyStoreOptions = {
  /** For secrets on GitHub: `GITHUB_SECRETS_TOKEN`, `secrets-token`. Null where none was given. */
  token: string | null;
  /** The address of GitHub's REST API. */
  apiUrl: string;
  clock?: Clock;
  /** The process's environment: programs get it without our own secrets, and are found by its `PATH`. */
  environment?: ProgramEnvironment;
  /** The folders of checkouts: links in them are not followed when a file is written. */
  checkouts?: readonly string[];
  /** Aborted when the run was told to stop: a program is then ended, and nothing more is sent. */
  signal?: AbortSignal;
  /** The same for a run that has no signal. A program that has begun is then waited for. */
  isCancelled?: () => boolean;
  /** How long a program may take, in milliseconds of the machine's clock. */
  programTimeout?: number;
};

/** Clients of vaults sign in before they store; two minutes are enough for the slowest. */
const PROGRAM_TIMEOUT = 120_000;

/** Creates what puts keys where they are kept. It throws nothing. GitHub's client is loaded for the first secret there. */
export function createKeyStore(options: KeyStoreOptions): KeyStore {
  const { environment = {}, checkouts = [] } = options;
  const { signal = new AbortController().signal, programTimeout: timeout = PROGRAM_TIMEOUT } = options;
  const isCancelled = () => signal.aborted || options.isCancelled?.() === true;
  const store = createSecretStore(options, isCancelled);
  const check: KeyStore["check"] = async (target, choice) => {
    if (isCancelled()) return { kind: "failed", because: "cancelled" };
    if (target.kind === "command") return await checkProgram(target.argv, environment);
    if (target.kind === "file") return await checkKeyFile(target.path, { ...choice, checkouts });
    return await store.check(target, choice);
  };
  const put: KeyStore["store"] = async (target, secret, choice) => {
    if (isCancelled()) return { kind: "failed", because: "cancelled", mayBeStored: false };
    if (target.kind === "command") return await runStoreProgram(target.argv, secret, { environment, timeout, signal });
    if (target.kind === "file") return await writeKeyFile(target.path, secret, { ...choice, checkouts });
    return await store.store(target, secret, choice);
  };
  return {
    check: async (target, choice) =>
      await check(target, choice).catch(() => ({ kind: "failed", because: "unexpected" }) as const),
    store: async (target, secret, choice) =>
      await put(target, secret, choice).catch(
        () => ({ kind: "failed", because: "unexpected", mayBeStored: true }) as const,
      ),
  };
}

/** Stores keys in secrets on GitHub. One client makes all requests, and so keeps the time between two changes. */
function createSecretStore({ token, apiUrl, clock = SYSTEM_CLOCK }: KeyStoreOptions, isCancelled: () => boolean) {
  let connected: Promise<Octokit> | undefined;
  const connect = async (apiToken: string) => {
    const { createOctokit } = await import("../../github/client.ts");
    connected ??= createOctokit({ apiUrl, token: apiToken }, { clock });
    return await connected;
  };
  return {
    check: async (target: GitHubTarget, choice: StoreOptions): Promise<StoreCheck> => {
      if (!token) return { kind: "failed", because: "no-token" };
      const { checkSecret } = await import("../../github/secrets/check-secret.ts");
      return await checkSecret(await connect(token), target, choice);
    },
    store: async (target: GitHubTarget, secret: Secret, choice: StoreOptions): Promise<StoreResult> => {
      if (!token) return { kind: "failed", because: "no-token", mayBeStored: false };
      const { writeSecret } = await import("../../github/secrets/write-secret.ts");
      return await writeSecret(await connect(token), target, secret, { ...choice, clock, isCancelled });
    },
  };
}
