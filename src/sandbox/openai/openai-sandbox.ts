import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { Answer } from "../answer.ts";
import { listen, parseAuthorization, type Request, type Server } from "../server.ts";
import { answerAdmin } from "./admin-api.ts";
import { addKeyUse, isDeleted } from "./enforcement.ts";
import { answerFiles, answerMe, answerModels } from "./model-api.ts";
import { type Key, Organization } from "./organization.ts";
import {
  checkKey,
  type Quoting,
  refuseMissingKey,
  refuseTooManyRequests,
  refuseUnknownAddress,
  refuseUnknownKey,
} from "./refusals.ts";

/** A small OpenAI on loopback: the Admin API's keys and projects, `/v1/me`, `/v1/models` and `/v1/files`. */
export type OpenAISandbox = Server & {
  /** With `/v1`: what a client takes as its base URL. */
  baseURL: string;
  /** Adds an organisation; `seed` is a short word of letters that its ids are made of. */
  organization(seed: string): Organization;
  /** What refusals of unknown keys quote. May be changed while the sandbox runs. */
  quoting: Quoting;
};

/** How long a deleted key still works by default, in milliseconds. OpenAI: "within a few seconds". */
const PROPAGATION = 300;

/** How the sandbox behaves. Times in milliseconds. */
type OpenAIBehavior = {
  /** How long a deleted key still works. */
  propagation?: number;
  /** How long each answer takes. */
  latency?: number;
  /** With more requests than this at the same time, the rest are answered by 429. */
  maxConcurrent?: number;
  /** The time by which all of this is measured. */
  clock?: Clock;
};

/**
 * Starts the sandbox. Deleting a key removes its record at once, and takes effect on the key after `propagation`
 * milliseconds. Refusals are those of OpenAI's error guide and of published answers.
 */
export async function startOpenAI({
  propagation = PROPAGATION,
  latency = 0,
  maxConcurrent = Number.POSITIVE_INFINITY,
  clock = SYSTEM_CLOCK,
}: OpenAIBehavior = {}): Promise<OpenAISandbox> {
  const organizations: Organization[] = [];
  let [answered, pending] = [0, 0];
  const findKey = (text: string): Key | undefined => {
    const key = organizations.map((organization) => organization.findKey(text)).find((found) => found !== undefined);
    return key && isDeleted(key, propagation) ? undefined : key;
  };
  const answer = (request: Request): Answer => {
    answered += 1;
    const headers = buildHeaders(answered, clock);
    const text = parseAuthorization(request.headers.authorization);
    if (text === null) return { ...refuseMissingKey(), headers };
    const key = findKey(text);
    return key
      ? answerKey(request, key, { headers, quoting: sandbox.quoting })
      : { ...refuseUnknownKey(text, sandbox.quoting), headers };
  };

  const server = await listen(async (request) => {
    pending += 1;
    const response = pending > maxConcurrent ? refuseTooManyRequests() : answer(request);
    if (latency > 0) await clock.sleep(latency);
    pending -= 1;
    return response;
  });
  const sandbox: OpenAISandbox = {
    ...server,
    baseURL: `${server.origin}/v1`,
    quoting: "stars",
    organization: (seed) => {
      const organization = new Organization(seed, clock);
      organizations.push(organization);
      return organization;
    },
  };
  return sandbox;
}

/** The headers of every answer; `count` numbers the request. */
function buildHeaders(count: number, clock: Clock): Record<string, string> {
  return {
    date: clock.now().toUTCString(),
    "x-request-id": `req_sandbox${count}`,
    "openai-processing-ms": "3",
    "openai-version": "2020-10-01",
  };
}

/** Answers a request of a key that exists, and notes when it was last used. */
function answerKey(
  request: Request,
  key: Key,
  { headers, quoting }: { headers: Record<string, string>; quoting: Quoting },
): Answer {
  const { header, sendsHeader, clock } = key.organization;
  const now = clock.now().getTime() / 1000;
  const answer = checkKey(key, now, quoting) ?? routeRequest(request, key);
  if (answer.status === 200) addKeyUse(key);
  const named = sendsHeader ? { ...headers, "openai-organization": header } : headers;
  return { ...answer, headers: { ...named, ...answer.headers } };
}

function routeRequest(request: Request, key: Key): Answer {
  const { method, path } = request;
  if (path.startsWith("/v1/organization/")) return answerAdmin(request, key);
  if (method === "GET" && path === "/v1/me") return answerMe(key);
  if (method === "GET" && path === "/v1/models") return answerModels(key);
  if (method === "GET" && path === "/v1/files") return answerFiles(key);
  return refuseUnknownAddress(method, path);
}
