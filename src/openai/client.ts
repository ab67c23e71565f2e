import type OpenAI from "openai";
import type { Clock } from "../domain/clock.ts";

/** Where the API is, and how long to wait for it. */
export type Host = {
  /** With `/v1`, without a slash at the end. Never taken from the environment: an earlier step could have set it. */
  baseURL: string;
  /** How long one request may take until the end of its answer, in milliseconds. 20 seconds when it is left out. */
  timeout?: number;
  /** What sends requests: Node's own `fetch` when it is left out. */
  fetch?: typeof fetch;
};

const TIMEOUT = 20_000;

/** So many times as long an answer may take that is too large to be held. */
const PATIENCE = 3;

/** The longest answer that is read, in bytes: the largest page of a hundred records has some fifty thousand. */
const LONGEST_ANSWER = 2 ** 24;

/** Statuses whose answers have no body. */
const BODILESS = [101, 204, 205, 304];

/**
 * A client that does only what it is told. The SDK takes key, organisation, project and address from the environment
 * when they are left out, writes a log when a variable says so, and follows redirects: all of that is set here (read in
 * its source, 7.55.0). `OPENAI_CUSTOM_HEADERS`, which has no option and replaces even the key, is removed by the entry
 * points, and what it adds is left out here. It repeats no request by itself: `retry` and `RateLimiter` do.
 */
function createClient(
  { default: OpenAIClient }: typeof import("openai"),
  host: Host,
  { key, isAdmin, receive = receiveWhole }: { key: string; isAdmin: boolean; receive?: ReceiveBody },
): OpenAI {
  return new OpenAIClient({
    apiKey: isAdmin ? null : key,
    adminAPIKey: isAdmin ? key : null,
    baseURL: host.baseURL,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    timeout: host.timeout ?? TIMEOUT,
    maxRetries: 0,
    fetch: async (address, init) =>
      await fetchWhole(receive, host.fetch ?? fetch, address, { ...init, headers: selectHeaders(key, init?.headers) }),
    fetchOptions: { redirect: "manual" },
  });
}

/** Takes the body of an answer of success as it comes, and answers with as much of it as is to be kept. */
export type ReceiveBody = (body: AsyncIterable<Uint8Array>) => Promise<Uint8Array<ArrayBuffer>>;

/** The Admin API, and the time for waits between requests. */
export type AdminApi = {
  organization: OpenAI["admin"]["organization"];
  clock: Clock;
  /** The same API for answers that are too large to be held: their bodies are received by this. */
  receiveBy(receive: ReceiveBody): OpenAI["admin"]["organization"];
};

/** Opens the Admin API with a key for it. */
export async function openAdminApi(host: Host, adminKey: string, clock: Clock): Promise<AdminApi> {
  const sdk = await import("openai");
  const open = (more: Host, receive?: ReceiveBody) =>
    createClient(sdk, more, { key: adminKey, isAdmin: true, ...(receive && { receive }) }).admin.organization;
  const patient = { ...host, timeout: (host.timeout ?? TIMEOUT) * PATIENCE };
  return { organization: open(host), clock, receiveBy: (receive) => open(patient, receive) };
}

/** A client that works with this key as an ordinary one. */
export async function createKeyClient(host: Host, key: string): Promise<OpenAI> {
  return createClient(await import("openai"), host, { key, isAdmin: false });
}

/** The SDK's headers that are sent: no others that a variable or a later version of it might add. */
const SENT_HEADERS = ["accept", "content-type", "user-agent"];

function selectHeaders(key: string, given: ConstructorParameters<typeof Headers>[0]): Headers {
  const all = new Headers(given);
  const headers = new Headers({ authorization: `Bearer ${key}` });
  for (const name of SENT_HEADERS) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/**
 * Answers when the whole body has come. The SDK's timeout stops at the headers (7.55.0); this way it runs until the end,
 * and a server that goes silent in the middle is one that did not answer.
 *
 * @throws RangeError where the answer is longer than any answer is.
 */
async function fetchWhole(
  receive: ReceiveBody,
  send: typeof fetch,
  ...request: Parameters<typeof fetch>
): Promise<Response> {
  const { status, statusText, headers, body } = await send(...request);
  const received = body === null ? null : await (status === 200 ? receive : receiveWhole)(body);
  return new Response(BODILESS.includes(status) ? null : received, { status, statusText, headers });
}

async function receiveWhole(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new RangeError("the answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
