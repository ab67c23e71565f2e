import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { SweepPlan } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { EXIT_CODES } from "../../exit.ts";
import { describeOtherServer, describeUnreadableFile, SWEEP_TOKEN } from "../../messages/errors/command-line/sweep.ts";
import { findCheckout } from "../../output-files/links.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";
import { OutputFile } from "../../output-files/output-file.ts";
import type { FetchingOptions, TokenReader } from "../../sweep/scan/fetch-repository.ts";

const { env } = process;

/** Where GitHub is: the same variables as on a runner. */
export function readServer(): { apiUrl: string; serverUrl: string } {
  const trim = (url: string) => url.replace(/\/+$/, "");
  return {
    apiUrl: trim(env["GITHUB_API_URL"] || "https://api.github.com"),
    serverUrl: trim(env["GITHUB_SERVER_URL"] || "https://github.com"),
  };
}

/**
 * Reads the token from the environment, or from a file each time anew: Kubernetes renews what it mounts.
 *
 * @throws UsageError where there is none.
 */
export async function openToken(): Promise<TokenReader> {
  const file = env["GITHUB_TOKEN_FILE"];
  const read = async () => (file ? await readTokenFile(file) : (env["GITHUB_TOKEN"] ?? "").trim());
  if ((await read()) === "") throw new UsageError(SWEEP_TOKEN);
  return read;
}

async function readTokenFile(file: string): Promise<string> {
  return await readFile(file, "utf8").then(
    (text) => text.trim(),
    (error: unknown) => {
      throw new UsageError(describeUnreadableFile(file, "token", getErrorCode(error)));
    },
  );
}

/** In milliseconds: GitHub's limits on fetching last some seconds, and a bare 403 may be one. */
const [RETRIES, REFUSAL_PAUSE] = [[2000, 10_000, 30_000], 20_000];

/** In milliseconds: the largest histories take some minutes to fetch. */
const LONGEST_FETCH = 30 * 60_000;

/**
 * How the repositories of a plan are fetched from this machine.
 *
 * @throws UsageError for a plan of another server: the token would go to whatever address stands in the file.
 */
export async function createFetching(signal: AbortSignal, plan: Pick<SweepPlan, "server">): Promise<FetchingOptions> {
  const { apiUrl, serverUrl } = readServer();
  if (plan.server !== serverUrl) throw new UsageError(describeOtherServer(plan.server, serverUrl));
  return {
    server: serverUrl,
    apiUrl,
    readToken: await openToken(),
    temp: env["RUNNER_TEMP"] || tmpdir(),
    environment: env,
    clock: SYSTEM_CLOCK,
    timeouts: { retryDelays: RETRIES, attempt: LONGEST_FETCH },
    refusalPause: REFUSAL_PAUSE,
    signal,
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Ends fetching on an interrupt, so that what was fetched is removed. The second one ends the process. */
export function createInterruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) process.once(name, () => controller.abort(new Error("the sweep was interrupted")));
  return controller.signal;
}

/** In milliseconds: the time in which what was fetched is removed. */
const CLEANING = 1000;

/**
 * Ends the process on an interrupt, once what was fetched is removed: what is half read must not be decided on. `release`
 * ends that, before anything is done to keys.
 */
export function createReadingInterrupt(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => {
    controller.abort(new Error("the sweep was interrupted"));
    void SYSTEM_CLOCK.sleep(CLEANING).then(() => process.exit(EXIT_CODES.incomplete));
  };
  for (const name of SIGNALS) process.once(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.removeListener(name, stop);
    },
  };
}

/** Opens a file that is written at the end. @throws UsageError where it could not be. */
export async function openFile(name: string, file: string): Promise<OutputFile> {
  const checkout = await findCheckout(".");
  return await OutputFile.open({ name, file }, checkout === null ? [] : [checkout]);
}
