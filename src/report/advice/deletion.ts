import type { Finding } from "../../domain/finding.ts";
import type { KeyRecord, Owner } from "../../domain/inventory.ts";
import { type Line, line, words } from "../line.ts";

/**
 * "Ada or a project owner can delete key_1 at platform.openai.com, project Web, API keys", to follow a colon, a comma or
 * a "then". Members see and delete their own keys, project owners all keys of the project.
 */
export function describeDeletion(finding: Finding): Line {
  const record = findRecord(finding);
  const what = record ? line`delete ${record.id}` : line`delete it`;
  if (finding.kind === "admin") return line`an organisation owner can ${what} at ${describeDashboardPage(finding)}`;
  return line`${describeDeleter(record?.owner ?? null)}${what} at ${describeDashboardPage(finding)}`;
}

/** "platform.openai.com, project Web, API keys": where OpenAI's dashboard has the key. */
export function describeDashboardPage(finding: Finding): Line {
  if (finding.kind === "admin") return line`${"platform.openai.com"}, Admin keys`;
  const home = findRecord(finding)?.home;
  const project = home?.name ?? home?.id ?? null;
  return line`${"platform.openai.com"}, ${project === null ? words("its project") : line`project ${project}`}, API keys`;
}

function findRecord({ identity }: Finding): KeyRecord | null {
  return identity.kind === "ours" ? identity.record : null;
}

function describeDeleter(owner: Owner | null): Line {
  if (owner === null) return words("");
  return owner.kind === "user" && owner.name !== null
    ? line`${owner.name} or a project owner can `
    : words("a project owner can ");
}
