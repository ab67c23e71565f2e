import type { PlannedRepository, SweepPlan } from "../../domain/sweep.ts";
import { FieldReader } from "./field-reader.ts";
import { formatSealed, parseSealed, type SealedDocument } from "./sealed-document.ts";

/** `owner/name`, as GitHub has names. It becomes a part of addresses. */
export const REPOSITORY_NAME = /^[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;

/** A SHA-256 in hex. */
export const DIGEST = /^[0-9a-f]{64}$/;

/** What refs lead to, as `KnownTips` writes it. */
export const TIPS = /^(?:[A-Za-z0-9+/]{16})*$/;

/** Which program read a repository: its version, and the sources that it was built from. */
export const READER = /^[\w.+-]{1,100}$/;

/** Writes a plan as `schema/sweep-plan.v1.json` describes it. */
export function formatPlan({ organization, server, at, reader, shards, leftOut }: SweepPlan): SealedDocument {
  return formatSealed("plan", {
    organization,
    server,
    at: at.toISOString(),
    reader,
    repositories: shards.reduce((sum, { length }) => sum + length, 0),
    leftOut: {
      archived: leftOut.archived,
      forks: leftOut.fork,
      notIncluded: leftOut["not-included"],
      excluded: leftOut.excluded,
    },
    shards: shards.map((repositories) => ({
      kilobytes: repositories.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
      repositories: repositories.map(({ id, name, kilobytes, defaultBranch, knownRefs, knownTips }) => {
        return { id, name, kilobytes, defaultBranch, knownRefs, knownTips };
      }),
    })),
  });
}

/** A plan that was read, and its digest, by which shards say whose they are. */
export type ReadPlan = { plan: SweepPlan; digest: string };

/**
 * Reads a plan back.
 *
 * @throws UsageError for any other file, and one that was changed.
 */
export function parsePlan(text: string, file: string): ReadPlan {
  const { fields, digest } = parseSealed("plan", text, file);
  const root = new FieldReader(fields, { file, kind: "plan", path: "" });
  const left = root.get("leftOut");
  const plan = {
    organization: root.get("organization").text(/^[\w.-]+$/),
    server: root.get("server").text(/^https?:\/\/[^\s?#]+$/),
    at: root.get("at").time(),
    reader: root.get("reader").text(READER),
    leftOut: {
      archived: left.get("archived").count(),
      fork: left.get("forks").count(),
      "not-included": left.get("notIncluded").count(),
      excluded: left.get("excluded").count(),
    },
    shards: root
      .get("shards")
      .list()
      .map((shard) => shard.get("repositories").list().map(parseRepository)),
  };
  return { plan, digest };
}

function parseRepository(field: FieldReader): PlannedRepository {
  return {
    id: field.get("id").count(),
    name: field.get("name").text(REPOSITORY_NAME),
    kilobytes: field.get("kilobytes").count(),
    defaultBranch: field.get("defaultBranch").orNull((one) => one.text()),
    knownRefs: field.get("knownRefs").orNull((one) => one.text(DIGEST)),
    knownTips: field.get("knownTips").orNull((one) => one.text(TIPS)),
  };
}
