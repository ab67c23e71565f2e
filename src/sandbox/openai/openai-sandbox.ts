import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { Answer } from "../answer.ts";
import { listen, parseAuthorization, type Request, type Server } from "../server.ts";
import { answerAdmin } from "./admin-api.ts";
import { isDeleted } from "./enforcement.ts";
import { answerFiles, answerMe, answerModels } from "./model-api.ts";
import { type Key, Organization } from "./organization.ts";
import {
  checkKey,
  refuseMissingKey,
  refuseTooManyRequests,
  refuseUnknownAddress,
  refuseUnknownKey,
} from "./refusals.ts";

/** A small OpenAI on loopback: the Admin API's keys and projects, `/v1/me`, `/v1/models` and `/v1/files`. */
export type OpenAISandbox = Server & {
  /** With `/v1`: what a client takes as its base URL. */
  baseURL: string;
  /** Adds an organisation; `seed` is a short word of letters that its ids are made of. A second one is a stranger. */
  organization(seed: string): Organization;
};

/** How long a deleted key still works, in milliseconds, when nothing else is said. OpenAI: "within a few seconds". */
const PROPAGATION = 300;

/** How it behaves. Times in milliseconds. */
type OpenAIBehavior = {
  /** How long a deleted key still works. */
  propagation?: number;
  /** How long each answer takes. */
  latency?: number;
  /** More requests than this at the same time are asked to slow down. */
  maxConcurrent?: number;
  /** The time by which all of this is measured. */
  clock?: Clock;
};

/**
 * Starts it. Deleting a key removes its record at once, and takes effect on the key after `propagation` milliseconds.
 * Refusals are those of OpenAI's error guide and of published answers.
 */
export async function startOpenAI({
  propagation = PROPAGATION,
  latency = 0,
  maxConcurrent = Number.POSITIVE_INFINITY,
  clock = SYSTEM_CLOCK,
}: OpenAIBehavior = {}): Promise<OpenAISandbox> {
  const organizations: Organization[] = [];
  let [answered, underWay] = [0, 0];

  const holderOf = (text: string): Key | undefined =>
    organizations.flatMap(({ keys }) => keys).find((key) => key.text === text && !isDeleted(key, propagation));

  const handle = (request: Request): Answer => {
    answered += 1;
    const common = {
      date: clock.now().toUTCString(),
      "x-request-id": `req_sandbox${answered}`,
      "openai-processing-ms": "3",
      "openai-version": "2020-10-01",
    };
    const text = parseAuthorization(request.headers.authorization);
    if (text === null) return { ...refuseMissingKey(), headers: common };
    const key = holderOf(text);
    if (!key) return { ...refuseUnknownKey(text), headers: common };
    const { header, sendsHeader } = key.organization;
    const named = sendsHeader ? { ...common, "openai-organization": header } : common;
    const now = clock.now().getTime() / 1000;
    const answer = checkKey(key, now) ?? routeRequest(request, key);
    if (answer.status === 200) key.lastUsedAt = Math.floor(now);
    return { ...answer, headers: { ...named, ...answer.headers } };
  };

  /** Answers after the latency, and says so where too many wait for theirs. */
  const handleLate = async (request: Request): Promise<Answer> => {
    underWay += 1;
    const answer = underWay > maxConcurrent ? refuseTooManyRequests() : handle(request);
    if (latency > 0) await clock.sleep(latency);
    underWay -= 1;
    return answer;
  };

  const server = await listen(handleLate);
  return {
    ...server,
    baseURL: `${server.origin}/v1`,
    organization: (seed) => {
      const organization = new Organization(seed, clock);
      organizations.push(organization);
      return organization;
    },
  };
}

function routeRequest(request: Request, key: Key): Answer {
  const { method, path } = request;
  if (path.startsWith("/v1/organization/")) return answerAdmin(request, key);
  if (method === "GET" && path === "/v1/me") return answerMe(key);
  if (method === "GET" && path === "/v1/models") return answerModels(key);
  if (method === "GET" && path === "/v1/files") return answerFiles(key);
  return refuseUnknownAddress(method, path);
}
