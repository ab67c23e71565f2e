import { type AdminKeyFault, describeAdminKeyFault } from "../errors/admin-key.ts";
import type { Medium } from "../medium.ts";
import { type CheckText, describeFact } from "./check-text.ts";

/** What is read with an Admin API key. */
export type AdminReadName = "projects" | "project-keys" | "admin-keys" | "usage" | "costs" | "audit-log";

/** Kinds of keys that are no Admin API key. */
export type OtherKeyKind = "project" | "service-account" | "user";

const OTHER_KINDS: Readonly<Record<OtherKeyKind, string>> = {
  project: "a project key (sk-proj-…)",
  "service-account": "a service account key (sk-svcacct-…)",
  user: "a user key (sk-…)",
};

const MAKE_ONE =
  "An organisation owner can make an Admin API key (sk-admin-…) at platform.openai.com/settings/organization/admin-keys.";

/** How the Admin API key is given. */
function nameKey(medium: Medium): string {
  return medium === "workflow" ? "The input openai-admin-key" : "OPENAI_ADMIN_KEY";
}

/** Says that there is no Admin API key. */
export function describeNoAdminKey(medium: Medium): CheckText {
  return {
    detail: `${nameKey(medium)} is not set. Keys are found, but not identified.`,
    fix: `${MAKE_ONE} It needs api.management.read, api.usage.read and api.audit_logs.read.`,
  };
}

/** Says that GitHub hands no secrets to this run. */
export function describeWithheldKey(): CheckText {
  return {
    detail: "GitHub gives this run no secrets, so there is no Admin API key.",
    fix: "docs/recipes.md says how to scan pull requests from forks and from Dependabot.",
  };
}

/** Says what stands in the place of the key. */
export function describeNoKey(fault: AdminKeyFault, medium: Medium): CheckText {
  const fix = fault.kind === "no-key" || fault.kind === "other-vendor" ? MAKE_ONE : null;
  return { detail: describeAdminKeyFault(nameKey(medium), fault), fix };
}

/** Says that what was given is a key of another kind. */
export function describeOtherKey(kind: OtherKeyKind, medium: Medium): CheckText {
  return { detail: `${nameKey(medium)} holds ${OTHER_KINDS[kind]}, not an Admin API key.`, fix: MAKE_ONE };
}

/** Why OpenAI answered no read at all. */
export type AdminKeyFailure = "unknown-key" | "ip-not-authorized" | "country" | "refused" | "no-answer" | "not-openai";

const FAILURES: Readonly<Record<AdminKeyFailure, CheckText>> = {
  "unknown-key": {
    detail: "OpenAI does not know this Admin API key. It is mistyped, expired or revoked.",
    fix: `Copy it again, or make a new one. ${MAKE_ONE}`,
  },
  "ip-not-authorized": {
    detail: "The organisation's list of IP addresses does not allow this machine.",
    fix: "Ask an organisation owner to add its address.",
  },
  country: {
    detail: "OpenAI does not answer in the country of this machine.",
    fix: "Run this from a supported country.",
  },
  refused: {
    detail: "OpenAI refuses this Admin API key.",
    fix: "Try a new Admin API key. If that is refused too, ask OpenAI's support.",
  },
  "no-answer": {
    detail: "OpenAI did not answer, so the Admin API key was not checked.",
    fix: "Look at the network checks below, and run this again.",
  },
  "not-openai": {
    detail: "What answered was not OpenAI, so the Admin API key was not checked.",
    fix: "Check the proxy and openai-base-url.",
  },
};

/** Says why OpenAI answered no read with this key. `reason` is a status and a code of OpenAI's, null without an answer. */
export function describeAdminKeyFailure(failure: AdminKeyFailure, reason: string | null): CheckText {
  const { detail, fix } = FAILURES[failure];
  return { detail: reason === null ? detail : `${detail.slice(0, -1)} (${reason}).`, fix };
}

/** Says that OpenAI accepts the key. `organization` is null where it must not be shown, and `expiry` where none is known. */
export function describeAdminKey(organization: string | null, expiry: string | null): CheckText {
  const where = organization === null ? "" : ` for ${organization}`;
  const until = expiry === null ? "OpenAI tells no expiry." : `It expires on ${expiry}.`;
  return describeFact(`OpenAI accepts the Admin API key${where}. ${until}`);
}

/** Says that the key ends soon. */
export function describeExpiringKey(organization: string | null, expiry: string): CheckText {
  return { ...describeAdminKey(organization, expiry), fix: `Replace it before that day. ${MAKE_ONE}` };
}

const READS: Readonly<Record<AdminReadName, readonly [what: string, loss: string]>> = {
  projects: ["projects", "Keys cannot be identified."],
  "project-keys": ["keys of projects", "Keys cannot be identified."],
  "admin-keys": ["Admin API keys", "A leaked Admin API key cannot be identified."],
  usage: ["usage", "Reports do not say what a key was used for since it leaked."],
  costs: ["costs", "Reports do not say what was spent since a key leaked."],
  "audit-log": ["the audit log", "Reports do not say what a key changed since it leaked."],
};

/** Says that a read works. */
export function describeWorkingRead(read: AdminReadName): CheckText {
  return describeFact(`Reading ${READS[read][0]} works.`);
}

/** Says that the key lacks scopes for a read. */
export function describeMissingScopes(read: AdminReadName, scopes: readonly string[]): CheckText {
  const [what, loss] = READS[read];
  const missing = scopes.length > 0 ? `${scopes.join(", ")} is missing` : "a permission is missing";
  return {
    detail: `Reading ${what} is refused: ${missing}. ${loss}`,
    fix: `Use an Admin API key that has ${scopes.length > 0 ? scopes.join(", ") : "this permission"}.`,
  };
}

/** Says that a read failed. `reason` is a status or a code. */
export function describeFailedRead(read: AdminReadName, reason: string | null): CheckText {
  const [what] = READS[read];
  return {
    detail: `Reading ${what} failed${reason === null ? ": OpenAI did not answer" : ` (${reason})`}.`,
    fix: "Run this again.",
  };
}

/** Says that there is no project whose keys could be read. */
export function describeNoProject(): CheckText {
  return { detail: "Reading keys of projects was not tried, because no project was listed.", fix: null };
}

/** Says that the audit log has no entry. */
export function describeEmptyAuditLog(): CheckText {
  return {
    detail: "The audit log is empty. It may be switched off.",
    fix: "An organisation owner can switch it on at platform.openai.com, under Data controls.",
  };
}

/** Says that nothing was changed to see whether it can be. */
export function describeUntriedWriting(medium: Medium): CheckText {
  const setting = medium === "workflow" ? "on-leak" : "--on-leak";
  return describeFact(
    `Changing keys was not tried. With ${setting}, the Admin API key also needs api.management.write.`,
  );
}
