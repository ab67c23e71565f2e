import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import type { Clock } from "../domain/clock.ts";
import type { PrivateText } from "../domain/private-text.ts";
import type { NotifyFailure } from "../messages/warnings/notify.ts";
import { isPrivateAddress } from "./private-addresses.ts";

/** A message as it is sent: JSON. `secret` signs it; null leaves it unsigned. */
export type OutgoingMessage = { url: PrivateText; body: string; secret: PrivateText | null };

/** How messages are sent: the clock for waits between tries, and in tests other ways to resolve, to fetch and to time. */
export type Sending = {
  clock: Clock;
  /** What tells the receiver who sends. */
  userAgent: string;
  /** Finds the addresses of a host. */
  resolve?: (host: string) => Promise<readonly string[]>;
  fetch?: typeof fetch;
  /** Gives the signal that ends a try after so many milliseconds. */
  endAfter?: (milliseconds: number) => AbortSignal;
};

const TRIES = 3;
/** In milliseconds, of one try, and of asking where the host is: with all waits a message takes at most 80 seconds. */
const TIMEOUT = 10_000;

/** In milliseconds: the wait after the first failure, which grows fourfold; and the longest that is waited when asked to. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;

/**
 * Sends a message, at most three times. No redirect is followed, and nothing is sent to a private address, unless the
 * address itself names this machine. The answer's body is not read: it may hold anything. Returns why it did not arrive;
 * null where it did. Throws nothing.
 */
export async function sendMessage(message: OutgoingMessage, sending: Sending): Promise<NotifyFailure | null> {
  const url = new URL(message.url.reveal());
  if (await isPrivate(url, sending)) return { kind: "private-address" };
  for (let tries = 1; ; tries += 1) {
    const { failure, wait } = await sendOnce(url, message, sending);
    const pause = wait ?? FIRST_WAIT * 4 ** (tries - 1);
    const mayHelp = failure !== null && /^(?:no-answer|limited|outage)$/.test(failure.kind);
    if (!mayHelp || tries >= TRIES || pause > LONGEST_WAIT) return failure;
    await sending.clock.sleep(pause);
  }
}

/** `X-Hub-Signature-256`, as GitHub signs its own webhooks: HMAC-SHA256 of the very bytes that are sent, in hex. */
export function computeSignature(secret: PrivateText, body: string): string {
  return `sha256=${createHmac("sha256", secret.reveal()).update(body).digest("hex")}`;
}

/** Whether a host leads to a private address. One that is not found may be known to the proxy: sending will show that. */
async function isPrivate(
  { hostname, protocol }: URL,
  { resolve = resolveHost, endAfter = endAfterMilliseconds }: Sending,
): Promise<boolean> {
  // By http only this machine can be told, which the settings have seen to.
  if (protocol === "http:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return false;
  const signal = endAfter(TIMEOUT);
  const isTooLate = new Promise<readonly string[]>((end) => {
    signal.addEventListener("abort", () => void end([]), { once: true });
  });
  const addresses = await Promise.race([resolve(hostname.replace(/^\[|\]$/g, "")).catch(() => []), isTooLate]);
  return addresses.some(isPrivateAddress);
}

/** Nothing waits for the signal alone: a message that has arrived keeps no process alive. */
function endAfterMilliseconds(milliseconds: number): AbortSignal {
  return AbortSignal.timeout(milliseconds);
}

async function resolveHost(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

type Sent = { failure: NotifyFailure | null /** What the receiver asks us to wait, in milliseconds. */; wait?: number };

async function sendOnce(
  url: URL,
  { body, secret }: OutgoingMessage,
  { fetch: send = fetch, endAfter = endAfterMilliseconds, userAgent, clock }: Sending,
): Promise<Sent> {
  try {
    const {
      status,
      headers,
      body: answer,
    } = await send(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": userAgent,
        ...(secret && { "x-hub-signature-256": computeSignature(secret, body) }),
      },
      body,
      redirect: "manual",
      signal: endAfter(TIMEOUT),
    });
    await answer?.cancel().catch(() => {});
    return { failure: classifyStatus(status), ...parseWait(headers.get("retry-after"), clock.now()) };
  } catch {
    return { failure: { kind: "no-answer" } };
  }
}

function classifyStatus(status: number): NotifyFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { kind: "redirect", status };
  if (status === 429) return { kind: "limited", status };
  if (status >= 500) return { kind: "outage", status };
  return { kind: /^(?:401|403|404|410)$/.test(String(status)) ? "unknown-address" : "refused", status };
}

/** `Retry-After` is seconds or a date. */
function parseWait(text: string | null, now: Date): Pick<Sent, "wait"> {
  if (text === null) return {};
  if (/^\d{1,6}$/.test(text)) return { wait: Number(text) * 1000 };
  const until = Date.parse(text);
  return Number.isNaN(until) ? {} : { wait: Math.max(until - now.getTime(), 0) };
}
