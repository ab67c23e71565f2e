import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { countSilent } from "../../src/domain/candidate.ts";
import type { SweptRepository } from "../../src/domain/sweep.ts";
import { formatPlan } from "../../src/sweep/documents/plan-document.ts";
import { formatShard } from "../../src/sweep/documents/shard-document.ts";
import { closeSchema } from "../report/closed-schema.ts";
import { sighting } from "../support/facts.ts";

/** What of a document its schema does not describe, or describes otherwise. */
function undescribedIn(name: string, text: string): unknown {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), "utf8"));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  const document = JSON.parse(text);
  const validateOpen = ajv.compile(schema);
  if (!validateOpen(document)) return validateOpen.errors;
  const validate = ajv.compile({ ...(closeSchema(schema) as object), $id: `urn:closed:${name}` });
  return validate(document) ? [] : validate.errors;
}

test("a plan is as its schema describes it", () => {
  const repository = {
    id: 7,
    name: "acme/web",
    kilobytes: 5,
    defaultBranch: null,
    knownRefs: "a".repeat(64),
    knownTips: "+/aA".repeat(8),
  };
  const leftOut = { archived: 1, fork: 0, "not-included": 0, excluded: 0 };
  const plan = {
    organization: "acme",
    server: "https://github.com",
    at: new Date(0),
    reader: "1.0.0+ab",
    shards: [[repository]],
    leftOut,
  };
  expect(undescribedIn("sweep-plan", formatPlan(plan).text)).toEqual([]);
});

test("a shard is as its schema describes it", () => {
  const record: SweptRepository = {
    id: 7,
    name: "acme/web",
    state: "continued",
    refs: null,
    tips: "+/aA".repeat(8),
    since: "c".repeat(64),
    reader: "1.0.0",
    coverage: { commits: 1, blobs: 2, bytes: 3, texts: 4, milliseconds: 5 },
    silent: countSilent(["placeholder"]),
    keys: [
      {
        fingerprint: "0".repeat(16),
        mask: "sk-proj-…",
        kind: "project",
        confidence: "certain",
        objects: ["a".repeat(40)],
        sightings: [sighting({ unlisted: 3 }), sighting({ line: null, column: null, path: null })],
      },
    ],
    gaps: [{ kind: "archive", detail: "It is locked.", path: "a.zip", cause: "damaged" }],
  };
  expect(undescribedIn("sweep-shard", formatShard({ plan: "b".repeat(64), shard: 3, repositories: [record] }))).toEqual(
    [],
  );
});
