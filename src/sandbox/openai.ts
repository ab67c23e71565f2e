import { answerAdmin } from "./admin-api.ts";
import { type Key, Organization } from "./organization.ts";
import { missing, notFound, refusal, troubleOf, unknownKey } from "./refusals.ts";
import { type Answer, listen, type Request, type Server } from "./server.ts";

/** A small OpenAI on loopback: the Admin API's keys and projects, `/v1/me` and `/v1/models`. */
export type OpenAISandbox = Server & {
  /** With `/v1`: what a client takes as its base URL. */
  baseURL: string;
  /** Adds an organisation; `seed` is a short word of letters that its ids are made of. */
  organization(seed: string): Organization;
};

/** How long a deleted key still works, in milliseconds, when nothing else is said. OpenAI: "within a few seconds". */
const PROPAGATION = 300;

/**
 * Starts it. Deleting a key removes its record at once, and takes effect on the key after `propagation` milliseconds.
 * Refusals are those of OpenAI's error guide and of published answers.
 */
export async function startOpenAI({ propagation = PROPAGATION } = {}): Promise<OpenAISandbox> {
  const organizations: Organization[] = [];
  let answered = 0;

  const holderOf = (text: string): Key | undefined =>
    organizations
      .flatMap(({ keys }) => keys)
      .find((key) => key.text === text && (key.deletedAt === null || Date.now() < key.deletedAt + propagation));

  const handle = (request: Request): Answer => {
    answered += 1;
    const common = {
      "x-request-id": `req_sandbox${answered}`,
      "openai-processing-ms": "3",
      "openai-version": "2020-10-01",
    };
    const text = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (text === undefined) {
      return { ...refusal(401, "Missing bearer authentication in header", null), headers: common };
    }
    const key = holderOf(text);
    if (!key) return { ...unknownKey(text), headers: common };
    const { header, namesItself } = key.organization;
    const named = { ...common, ...(namesItself ? { "openai-organization": header } : {}) };
    const answer = troubleOf(key, Date.now() / 1000) ?? answerFor(request, key);
    if (answer.status === 200) key.lastUsedAt = Math.floor(Date.now() / 1000);
    return { ...answer, headers: { ...named, ...answer.headers } };
  };

  const server = await listen(handle);
  return {
    ...server,
    baseURL: `${server.origin}/v1`,
    organization: (seed) => {
      const organization = new Organization(seed);
      organizations.push(organization);
      return organization;
    },
  };
}

function answerFor(request: Request, key: Key): Answer {
  const { path } = request;
  if (path.startsWith("/v1/organization/")) return answerAdmin(request, key);
  if (request.method === "GET" && path === "/v1/me") return me(key);
  if (request.method === "GET" && path === "/v1/models") return models(key);
  return notFound("endpoint");
}

/** Who a key is: a person with name and address, or for a service account's key the organisation alone. */
function me({ scopes, project, owner, organization }: Key): Answer {
  if (project && scopes && !scopes.includes("api.all.read")) return missing("api.me.read", 401);
  const { id, name, email } = owner.person;
  const orgs = { object: "list", data: [{ object: "organization", id: organization.id, title: organization.header }] };
  return { status: 200, body: { object: "user", id, name, email, orgs } };
}

function models({ scopes, project }: Key): Answer {
  if (!project) return missing("api.model.read");
  if (scopes && !scopes.some((scope) => scope === "api.model.read" || scope === "api.all.read")) {
    return missing("api.model.read");
  }
  return { status: 200, body: { object: "list", data: [{ id: "gpt-sandbox", object: "model", owned_by: "openai" }] } };
}
