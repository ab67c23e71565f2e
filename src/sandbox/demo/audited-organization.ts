import type { OpenAISandbox } from "../openai/openai-sandbox.ts";
import type { Key } from "../openai/organization.ts";

/** The day of the audit: the demo looks the same on every day. */
export const AUDIT_DAY = new Date("2026-11-27T06:00:00Z");

const NOW = AUDIT_DAY.getTime() / 1000;
const DAY = 86_400;

/**
 * Creates an organisation that grew for a year, and returns its Admin API key: most of its keys are in order, and some
 * should not exist any more.
 */
export function createAuditedOrganization(openai: OpenAISandbox): Key {
  const acme = openai.organization("acme");
  const [ada, grace] = [acme.user("Ada"), acme.user("Grace")];
  acme.project("Default project", { isDefault: true });
  const [web, batch] = [acme.project("Web shop"), acme.project("Batch jobs")];
  const hackathon = acme.project("Hackathon", { isArchived: true });
  const soon = { expiresAt: NOW + 40 * DAY, createdAt: NOW - 50 * DAY, scopes: ["model.request"] };
  const admin = acme.adminKey(ada, { name: "nightly audit", ...soon, scopes: null, lastUsedAt: NOW - DAY });
  const checkout = acme.accountKey(web, "checkout-bot", { name: "checkout", madeBy: ada, ...soon });
  const search = acme.accountKey(web, "search-bot", { name: "search", madeBy: ada, ...soon });
  const report = acme.accountKey(batch, "nightly-report", { name: "nightly", madeBy: ada, ...soon });
  for (const key of [checkout, search, report]) {
    key.lastUsedAt = NOW - DAY;
    for (let day = 28; day > 0; day -= 1) acme.usageLog.addUse(key, { at: NOW - day * DAY, requests: 40 });
  }
  // One key has a very busy day, with a model that it never used before.
  acme.usageLog.addUse(search, { at: NOW - DAY, requests: 9200, model: "gpt-5-pro", cost: 61.4 });
  const old = { createdAt: NOW - 300 * DAY, scopes: ["model.request"] };
  acme.accountKey(web, "preview-bot", { name: "preview", madeBy: ada, ...soon, ...old, lastUsedAt: NOW - 143 * DAY });
  acme.userKey(batch, grace, { name: "grace-laptop", ...soon, lastUsedAt: NOW - 20 * DAY });
  acme.userKey(hackathon, ada, { name: "hackathon", ...soon, lastUsedAt: NOW - 30 * DAY });
  acme.leave(grace);
  return admin;
}
