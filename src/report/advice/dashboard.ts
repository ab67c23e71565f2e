import type { Finding } from "../../domain/finding.ts";
import { type Line, line, linkWords, markName } from "../line.ts";
import { findRecord } from "../wording/key/names.ts";

/** Where keys and their use are managed, in OpenAI's dashboard. */
export const DASHBOARD = {
  keys: "https://platform.openai.com/api-keys",
  admins: "https://platform.openai.com/settings/organization/admin-keys",
  usage: "https://platform.openai.com/usage",
} as const;

/** Where the dashboard has the organisation's admin keys. */
export const ADMIN_KEYS_PAGE = linkWords("Admin keys", DASHBOARD.admins);

/** "[API keys](…) of project **Web shop**": where OpenAI's dashboard has the key. */
export function describeDashboardPage(finding: Finding): Line {
  if (finding.kind === "admin") return ADMIN_KEYS_PAGE;
  const page = linkWords("API keys", DASHBOARD.keys);
  const name = findRecord(finding)?.home.name ?? null;
  return name === null ? page : line`${page} of project ${markName(name)}`;
}
