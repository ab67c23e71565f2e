import { type FailureKind, RequestError } from "./api-failure.ts";

/** A request as far as it matters for repeating it: its HTTP method, and its path or address. */
export type Method = { name: string; path: string };

/** How often a request is made that the network or the server failed. */
const TRIES = 3;

const FAILED: readonly FailureKind[] = ["no-answer", "outage"];

/** The first wait after a failure, in milliseconds. It doubles. */
const FIRST_WAIT = 1000;

/** What is waited without being told, in milliseconds, when GitHub limits: its documentation asks for a minute. */
const LIMIT_WAIT = 60_000;

/**
 * How long a request may take with all its repetitions, in milliseconds. Reading is waited for by keys that may be live;
 * a change is the last that a run does.
 */
const PATIENCE = { reading: 20_000, changing: 75_000 } as const;

/** Whether a request changes nothing. GraphQL's are sent with POST, and no mutation is. */
export function isReading({ name, path }: Method): boolean {
  return name === "GET" || name === "HEAD" || path.endsWith("/graphql");
}

/**
 * How long to wait before a request is made again, in milliseconds; null where making it again cannot help, might do a
 * thing twice, or would take longer than `patience`.
 */
export function computeRepeatWait(
  error: unknown,
  method: Method,
  { tries, elapsed, now, patience = choosePatience(method) }: RequestSoFar,
): number | null {
  if (!(error instanceof RequestError) || tries >= TRIES || error.isTimeout) return null;
  const wait =
    error.failure.kind === "limited"
      ? parseLimitWait(error.headers, now)
      : FAILED.includes(error.failure.kind) && (isReading(method) || isIdempotent(method))
        ? FIRST_WAIT * 2 ** (tries - 1)
        : null;
  return wait !== null && elapsed + wait <= patience ? wait : null;
}

/** How often a request was made, for how long in milliseconds, and how long it may take in all. */
type RequestSoFar = { tries: number; elapsed: number; now: Date; patience?: number | undefined };

function choosePatience(method: Method): number {
  return isReading(method) ? PATIENCE.reading : PATIENCE.changing;
}

function isIdempotent({ name }: Method): boolean {
  return name === "PATCH" || name === "DELETE";
}

/** In milliseconds; GitHub tells it in seconds, or as the time when the limit ends. */
function parseLimitWait(headers: RequestError["headers"], now: Date): number {
  const seconds = parseCount(headers["retry-after"]);
  if (seconds !== null) return seconds * 1000;
  const reset = headers["x-ratelimit-remaining"] === "0" ? parseCount(headers["x-ratelimit-reset"]) : null;
  return reset === null ? LIMIT_WAIT : Math.max(reset * 1000 - now.getTime(), 0) + FIRST_WAIT;
}

function parseCount(text: unknown): number | null {
  return typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
