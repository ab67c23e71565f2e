import type { KeyRecord } from "../domain/inventory.ts";
import type { Readiness } from "../domain/registry.ts";
import type { AdminApi } from "./client.ts";
import { parseRefusal } from "./refusal.ts";

/** An id that OpenAI gives to nobody's key, and that says in its log what was asked. */
const NOBODYS = "key_OfNobodyAsksWhetherDeletingIsPermitted";

/**
 * Whether the Admin API key may contain keys that live where this record does: asks to delete a key that cannot exist, in
 * a project that does. A missing scope is told before the key is looked for (seen of the Admin API's reads); with it the
 * answer is that there is no such key. An update without a field would change nothing either, and tells less: it may be
 * refused for its body before anyone looks at scopes, and admin keys have no update. Whatever else comes tells nothing.
 */
export async function readinessOf({ organization }: AdminApi, { home }: Pick<KeyRecord, "home">): Promise<Readiness> {
  const { adminAPIKeys, projects } = organization;
  if (home.kind === "project" && home.id === null) return "untold";
  try {
    await (home.kind === "project" && home.id !== null
      ? projects.apiKeys.delete(NOBODYS, { project_id: home.id })
      : adminAPIKeys.delete(NOBODYS));
    return "untold";
  } catch (error) {
    const { status, isTheirs, code, missingScopes } = parseRefusal(error);
    if (status === 404 && isTheirs) return "ready";
    const isLacking = missingScopes.length > 0 || code === "missing_scope";
    return (status === 401 || status === 403) && isLacking ? "read-only" : "untold";
  }
}
