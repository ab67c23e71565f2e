import { type Clock, SYSTEM_CLOCK } from "../domain/clock.ts";
import { createShapeError, parseRefusal, RequestError } from "./api-failure.ts";
import { computeRepeatWait, isReading, type Method } from "./repeat.ts";

/** How to reach GitHub: the REST API's address (GitHub Enterprise Server has its own) and the job's token. */
export type GitHubAccess = { apiUrl: string; token: string };

/**
 * How long one request may take until the end of its answer, and with all its repetitions, in milliseconds, and the time
 * for waits between them.
 */
export type GitHubPace = { timeout?: number; patience?: number; clock?: Clock };

const TIMEOUT = 10_000;

/** In milliseconds, between two changes: GitHub asks for a second. */
const SPACING = 1000;

/**
 * Creates an octokit that repeats what failed, slows down when GitHub asks for it, and throws nothing but `ApiError`: any
 * server may answer, and a proxy's page is no list. Loads octokit when first needed. Its plugins for all that are not used,
 * since they cannot be given a clock and break on answers that are not GitHub's.
 */
export async function createOctokit(
  { apiUrl, token }: GitHubAccess,
  { timeout = TIMEOUT, patience, clock = SYSTEM_CLOCK }: GitHubPace = {},
) {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    log: QUIET,
  });
  const pauseForChange = createSpacing(clock);
  octokit.hook.wrap("request", async (request, options) => {
    const method: Method = { name: options.method, path: options.url };
    const started = clock.elapsed();
    for (let tries = 1; ; tries += 1) {
      if (!isReading(method)) await pauseForChange();
      try {
        return await sendOnce(async (signal) => {
          // The hooks inside this one are given these options, whatever is passed on.
          Object.assign(options.request, { signal, log: QUIET });
          return await request(options);
        }, timeout);
      } catch (error) {
        const elapsed = clock.elapsed() - started;
        const wait = computeRepeatWait(error, method, { tries, elapsed, now: clock.now(), patience });
        if (wait === null) throw error;
        await clock.sleep(wait);
      }
    }
  });
  return octokit;
}

export type Octokit = Awaited<ReturnType<typeof createOctokit>>;

/** Octokit's answer as far as its shape is checked here. */
type Answer = { status: number; data: unknown };

/** Sends one request. Everything that is no JSON object or list is refused, and no error keeps a message of others. */
async function sendOnce<Sent extends Answer>(send: (signal: AbortSignal) => Promise<Sent>, timeout: number) {
  const signal = AbortSignal.timeout(timeout);
  const answer = await send(signal).catch((error: unknown) => {
    const refusal = parseRefusal(error);
    // Octokit also throws what its parsers throw, for instance on a content type that is none.
    throw refusal === null && !signal.aborted ? createShapeError(null) : new RequestError(refusal, signal.aborted);
  });
  const { status, data } = answer;
  if (status === 204 || (typeof data === "object" && data !== null && !(data instanceof ArrayBuffer))) return answer;
  // Octokit gives an empty text for a body that broke off.
  throw signal.aborted || data === "" ? new RequestError(null, signal.aborted) : createShapeError(status);
}

/** Makes changes wait until a second has passed since the one before. */
function createSpacing(clock: Clock): () => Promise<void> {
  let free = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.elapsed();
    const wait = free - now;
    free = Math.max(free, now) + SPACING;
    if (wait > 0) await clock.sleep(wait);
  };
}

function discard(): void {}

/** Octokit logs requests with their bodies, and headers of the answer, which do not belong in a public log. */
const QUIET = { debug: discard, info: discard, warn: discard, error: discard };
