import type { Finding } from "../domain/finding.ts";
import { type Line, line, words } from "./line.ts";

const PLACE = line`${"platform.openai.com"}, Admin keys`;

/**
 * How to stop the Admin API key that the run itself works with: the tool never deletes it, since it could neither prove
 * nor report that it is gone.
 */
export function listOwnKeySteps({ identity, validity }: Finding): readonly Line[] {
  if (validity.kind === "inactive") return [];
  const record = identity.kind === "ours" ? identity.record : null;
  const name = record ? line`${record.id}` : words("it");
  return [
    line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
    line`As an organisation owner, create another at ${PLACE}, with an expiry, and put it in ${"openai-admin-key"}.`,
    line`Delete ${name} there as soon as the new one is in its place.`,
  ];
}
