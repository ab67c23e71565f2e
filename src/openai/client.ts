import type OpenAI from "openai";
import { fetchWhole } from "./fetch-whole.ts";

/** Where the API is, and how long to wait for it. */
export type Host = {
  /** With `/v1`, without a slash at the end. Never taken from the environment: an earlier step could have set it. */
  baseURL: string;
  /** How long one request may take until the end of its answer, in milliseconds: 20 seconds unless something is said. */
  patience?: number;
};

const PATIENCE = 20_000;

/**
 * A client that does only what it is told. The SDK takes key, organisation, project and address from the environment
 * when they are left out, writes a log when told so by a variable, and follows redirects: all of that is said here
 * (read in its source, 7.55.0). `OPENAI_CUSTOM_HEADERS`, which has no option and replaces even the key, is removed by the
 * doors, and what it says is left out here.
 */
async function clientOf(
  { baseURL, patience = PATIENCE }: Host,
  keys: { apiKey: string | null; adminAPIKey: string | null },
  retries: number,
) {
  const key = keys.apiKey ?? keys.adminAPIKey;
  const { default: OpenAIClient } = await import("openai");
  return new OpenAIClient({
    ...keys,
    baseURL,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    timeout: patience,
    maxRetries: retries,
    fetch: async (address, init) => await fetchWhole(address, { ...init, headers: headersFor(key, init?.headers) }),
    fetchOptions: { redirect: "manual" },
  });
}

/** What the SDK says of a request, without what a variable or a later version of it might add. */
const SAID = ["accept", "content-type", "user-agent"];

function headersFor(key: string | null, given: ConstructorParameters<typeof Headers>[0]): Headers {
  const all = new Headers(given);
  const headers = new Headers({ authorization: `Bearer ${key}` });
  for (const name of SAID) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/**
 * A client for the Admin API: reads are repeated when the network or the server fails, with the SDK's back-off, twice
 * unless something is said.
 */
export async function adminClient(host: Host, adminKey: string, retries = 2): Promise<OpenAI> {
  return await clientOf(host, { apiKey: null, adminAPIKey: adminKey }, retries);
}

/** A client that works with this key as an ordinary one, and never repeats a request by itself. */
export async function plainClient(host: Host, key: string): Promise<OpenAI> {
  return await clientOf(host, { apiKey: key, adminAPIKey: null }, 0);
}
