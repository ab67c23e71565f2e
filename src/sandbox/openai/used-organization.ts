import type { OpenAISandbox } from "./openai-sandbox.ts";
import type { Organization, Person } from "./organization.ts";

/** How many projects an organisation has, keys of service accounts a project, and days on which they were used. */
type UsedOrganizationSize = { projects: number; keys: number; days: number };

/** An organisation with keys that are used, and a person in it. */
export type UsedOrganization = { organization: Organization; person: Person };

/** What keys call, in turn. */
const MODELS = ["gpt-5", "gpt-5-mini", "o4-mini"];

/**
 * Creates an organisation with many keys and a history of use: each key belongs to a service account, was made by one
 * person, and calls one model some times a day up to yesterday. The first project is the default one and has no keys.
 */
export function createUsedOrganization(
  openai: Pick<OpenAISandbox, "organization">,
  seed: string,
  { projects, keys, days }: UsedOrganizationSize,
): UsedOrganization {
  const organization = openai.organization(seed);
  const person = organization.user("Ada");
  const at = Math.floor(organization.clock.now().getTime() / 1000) - 3600; // Within days that are over.
  organization.project("Default project", { isDefault: true });
  for (let index = 0; index < projects; index += 1) {
    const project = organization.project(`Project ${index + 1}`);
    for (let number = 0; number < keys; number += 1) {
      const key = organization.accountKey(project, `bot ${number + 1}`, { name: `key ${number + 1}`, madeBy: person });
      const model = MODELS[(index + number) % MODELS.length] ?? "gpt-5";
      organization.usageLog.addDailyUse(key, { at, days, model, requests: 10 + number });
    }
  }
  return { organization, person };
}
