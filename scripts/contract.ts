import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { SYSTEM_CLOCK } from "../src/domain/clock.ts";
import type { MintOrder } from "../src/domain/key-minter.ts";
import type { KeyProbe } from "../src/domain/registry.ts";
import { Secret } from "../src/domain/secret.ts";
import { createOpenAIRegistry } from "../src/openai/registry.ts";
import { createOpenAIMinter } from "../src/openai/rotate/minter.ts";
import type { Answer } from "../src/sandbox/answer.ts";
import { type OpenAISandbox, startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization } from "../src/sandbox/openai/organization.ts";
import type { RecordedRequest } from "../src/sandbox/server.ts";

// Whether the sandbox answers as OpenAI's description says, for every call this tool makes: each call is made through the
// real adapter, each answer is held against its schema, and each parameter that was sent against those described.
//   node scripts/contract.ts path/to/openapi.json

type Schema = Record<string, unknown>;
type Operation = {
  parameters?: readonly { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
};
type Description = { paths: Record<string, Record<string, Operation>> };

/** A call, and how it stands to the description. */
type Row = { call: string; status: number; verdict: string };

const [file] = process.argv.slice(2);
if (!file) throw new Error("which description? node scripts/contract.ts path/to/openapi.json");
const description = JSON.parse(readFileSync(file, "utf8")) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat("unixtime", { type: "number", validate: Number.isInteger });
ajv.addSchema(description, "openai");

/** A key of which nothing can be told. */
const UNKNOWN: KeyProbe = {
  validity: async () => ({ kind: "unknown", because: "network" }),
  probeScopes: async () => "untold",
};

const heard: { asked: RecordedRequest; answer: Answer }[] = [];
const openai = await startOpenAI({ propagation: 100 });
const broken = new Set<string>();
openai.fault((asked) => {
  if (asked.method === "DELETE" && [...broken].some((id) => asked.path.endsWith(id))) return { status: 500 };
  return (answer) => {
    heard.push({ asked, answer });
    return answer;
  };
});
await makeAllCalls(openai);
await openai.close();

const rows = new Map<string, Row>();
for (const one of heard) {
  const row = held(one);
  const name = `${row.call} ${row.status}`;
  if (!rows.get(name)?.verdict.startsWith("NOT")) rows.set(name, row);
}
const width = Math.max(...[...rows.values()].map(({ call }) => call.length));
for (const { call, status, verdict } of rows.values()) console.log(`${call.padEnd(width)}  ${status}  ${verdict}`);
if ([...rows.values()].some(({ verdict }) => verdict.startsWith("NOT"))) process.exitCode = 1;

/** Every call of the registry, over an organisation that has some of everything, and each refusal it can meet. */
async function makeAllCalls({ baseURL, organization }: OpenAISandbox): Promise<void> {
  const acme = organization("acme");
  const [ada, web] = [acme.user("Ada"), acme.project("Web")];
  acme.project(null, { isArchived: true });
  const keys = [
    acme.userKey(web, ada, { name: "laptop" }),
    acme.accountKey(web, "bot", { expiresAt: Math.floor(Date.now() / 1000) + 1000, madeBy: ada }),
    acme.adminKey(ada, { name: "old" }),
  ];
  acme.usageLog.logsToTenant = true;
  keys.push(acme.userKey(web, ada, { name: "told of in the tenant's log" }));
  for (let index = 0; index < 120; index += 1) acme.accountKey(web, `bot ${index}`);
  const at = Math.floor(Date.now() / 1000) - 3600;
  for (const endpoint of ["completions", "decisions", "embeddings", "moderations", "images"] as const) {
    for (const key of keys) acme.usageLog.addUse(key, { at, endpoint });
  }
  for (const endpoint of ["audio_speeches", "audio_transcriptions", "web_search_calls", "file_search_calls"] as const) {
    for (const key of keys) acme.usageLog.addUse(key, { at, endpoint });
  }
  for (const key of keys) {
    acme.usageLog.logChange(key, { at, what: "api_key.created", id: "key_x", name: "x" });
    acme.usageLog.logChange(key, { at, what: "project.created", id: "proj_x", name: "x" });
  }
  const means = { clock: SYSTEM_CLOCK, schedule: { total: 3000, first: 50 } };
  const registry = createOpenAIRegistry({ baseURL }, new Secret(acme.adminKey(ada).text), means);
  const { records } = await registry.inventory();
  await createKeys(acme, keys[1] ?? acme.accountKey(web, "bot"), baseURL);
  for (const key of keys) {
    const record = records.find(({ id }) => id === key.id);
    if (!record) throw new Error(`${key.id} is not listed`);
    for (const hours of [2, 100, 1000]) await registry.impact(record, new Date(Date.now() - hours * 3_600_000));
    const secret = new Secret(key.text);
    const again = {
      validity: async () => (await registry.prove(secret, record)).validity,
      probeScopes: async () => await registry.probeScopes(secret),
    };
    await again.validity();
    if (record.home.kind === "project") {
      await registry.contain({ kind: "quarantine", record }, again);
      await registry.contain({ kind: "expire", record, grace: 600 }, again);
    }
    await registry.contain({ kind: "revoke", record }, again);
    await registry.contain({ kind: "revoke", record }, again);
  }
  for (const record of records.filter(({ id }) => keys.every((key) => key.id !== id)).slice(-2)) {
    broken.add(record.id); // So that the record is read while it is still there.
    await registry.contain({ kind: "revoke", record }, UNKNOWN);
  }
  const restricted = acme.accountKey(web, "narrow", { scopes: ["api.model.read"] });
  await registry.prove(new Secret(restricted.text), null);
  for (const scopes of [["api.none"], ["api.management.read"]]) {
    const weak = createOpenAIRegistry({ baseURL }, new Secret(acme.adminKey(ada, { scopes }).text), means);
    await weak.inventory();
    for (const record of records.slice(0, 2)) await weak.contain({ kind: "revoke", record }, UNKNOWN);
    const [record] = records.filter(({ home, id }) => home.kind === "project" && id !== keys[0]?.id);
    if (record) await weak.impact(record, new Date(0));
  }
}

/** Keys of a service account that are created, in each way, and each refusal of one. */
async function createKeys(acme: Organization, { project, owner }: Key, baseURL: string): Promise<void> {
  const [ada] = acme.users;
  if (!ada || !project) throw new Error("a key of a project, and a person");
  const create = async (changes: Partial<MintOrder>, by = acme.adminKey(ada)) => {
    const usual = {
      project: project.id,
      account: owner.person.id,
      name: "new",
      scopes: { kind: "all" },
      expiresIn: null,
    } as const;
    const minter = createOpenAIMinter({ baseURL }, new Secret(by.text), { clock: SYSTEM_CLOCK });
    return await minter.mint({ ...usual, ...changes });
  };
  const made = await create({});
  await create({ scopes: { kind: "some", scopes: ["api.model.read"] }, expiresIn: 3600 });
  if (made.kind !== "minted") throw new Error("no key was created");
  await create({ scopes: { kind: "some", scopes: ["everything"] } });
  await create({ account: "user-none" });
  await create({}, acme.adminKey(ada, { scopes: ["api.management.read"] }));
  acme.keyPolicy.longestLifetime = 60;
  await create({});
  acme.keyPolicy.longestLifetime = null;
}

function held({ asked, answer }: (typeof heard)[number]): Row {
  const path = asked.path.replace(/^\/v1/, "");
  const template = Object.keys(description.paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
  );
  const operation = template === undefined ? undefined : description.paths[template]?.[asked.method.toLowerCase()];
  const call = `${asked.method} ${template ?? path}`;
  const { status } = answer;
  if (template === undefined || !operation) return { call, status, verdict: "not described" };
  const known = new Set((operation.parameters ?? []).map(({ name }) => name.replace(/\[\]$/, "")));
  const sent = [...new URLSearchParams(asked.query).keys()].map((name) => name.replace(/\[.*$/, ""));
  const unknown = [...new Set(sent.filter((name) => !known.has(name)))];
  if (unknown.length > 0) return { call, status, verdict: `NOT a parameter: ${unknown.join(", ")}` };
  // Most refusals have no schema of their own: they are held against that of all errors.
  const own = operation.responses[String(status)]?.content?.["application/json"]?.schema;
  const validate = schemaAt(
    own
      ? [
          "paths",
          template,
          asked.method.toLowerCase(),
          "responses",
          String(status),
          "content",
          "application/json",
          "schema",
        ]
      : ["components", "schemas", "ErrorResponse"],
  );
  const wrong = validate(JSON.parse(JSON.stringify(answer.body))) ? [] : (validate.errors ?? []);
  const said = wrong.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return {
    call,
    status,
    verdict: said.length > 0 ? `NOT as described: ${said.slice(0, 3).join("; ")}` : "as described",
  };
}

function schemaAt(way: readonly string[]): ValidateFunction {
  const pointer = way.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  return ajv.getSchema(`openai#/${pointer}`) ?? ajv.compile({ $ref: `openai#/${pointer}` });
}
