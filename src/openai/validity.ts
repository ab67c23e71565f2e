import type { Secret } from "../domain/secret.ts";
import type { ActiveBecause, InactiveBecause, UnknownBecause, Validity } from "../domain/validity.ts";
import { isAboutAnotherKey } from "./quotations.ts";
import { isUnknownKey, type Refusal } from "./refusal.ts";

const ACTIVE: Record<string, ActiveBecause> = {
  missing_scope: "restricted",
  ip_not_authorized: "ip-not-authorized",
  incorrect_hostname: "wrong-region",
  rate_limit_exceeded: "rate-limited",
  slow_down: "rate-limited",
  insufficient_quota: "no-quota",
  credit_balance_exhausted: "no-quota",
  organization_spend_limit_exceeded: "no-quota",
  project_spend_limit_exceeded: "no-quota",
  organization_usage_limit_exceeded: "no-quota",
  billing_hard_limit_reached: "no-quota",
};

const INACTIVE: Record<string, InactiveBecause> = {
  account_deactivated: "account-deactivated",
  invalid_project: "project-dormant",
  token_invalidated: "token-invalidated",
};

/**
 * What a refusal says about the key, by its code and message and not by its status: a live but restricted key is
 * answered 401 or 403 as well. Whatever is not understood is unknown, and never dead. Codes: OpenAI's error guide and
 * answers that were published.
 */
export function classifyRefusal(refusal: Refusal, secret: Secret): Validity {
  const { status, code, type, missingScopes, texts } = refusal;
  if (status === null) return unknown("network");
  if (status >= 500) return unknown("server-error");
  if (code === "unsupported_country_region_territory") return unknown("unsupported-country");
  if ((status === 401 || status === 403) && missingScopes.length > 0) return { kind: "active", because: "restricted" };
  if (status === 429 && type === "insufficient_quota") return { kind: "active", because: "no-quota" };
  if (isUnknownKey(refusal)) {
    // OpenAI has answered valid users with somebody else's mask: such a refusal is about another key. One that quotes no
    // key is about this one, or else a change of OpenAI's wording would keep every key from being found dead.
    return isAboutAnotherKey(texts, secret) ? unknown("unreadable") : { kind: "inactive", because: "refused" };
  }
  if (status !== 401 && status !== 403 && status !== 429) return unknown("unreadable");
  const [active, inactive] = [ACTIVE[code ?? ""], INACTIVE[code ?? ""]];
  if (active) return { kind: "active", because: active };
  return inactive ? { kind: "inactive", because: inactive } : unknown("unreadable");
}

function unknown(because: UnknownBecause): Validity {
  return { kind: "unknown", because };
}
