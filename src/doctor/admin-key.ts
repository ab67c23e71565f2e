import { readPrefix } from "../domain/key-grammar.ts";
import { Secret } from "../domain/secret.ts";
import {
  type AdminKeyFailure,
  describeAdminKey,
  describeAdminKeyFailure,
  describeEmptyAuditLog,
  describeExpiringKey,
  describeFailedRead,
  describeMissingScopes,
  describeNoAdminKey,
  describeNoKey,
  describeNoProject,
  describeOtherKey,
  describeUntriedWriting,
  describeWithheldKey,
  describeWorkingRead,
  type OtherKeyKind,
} from "../messages/doctor/admin-key.ts";
import type { AdminKeyFault } from "../messages/errors/admin-key.ts";
import type { AdminAccess, AdminReads, ReadResult } from "../openai/access/admin-reads.ts";
import { escapePlain } from "../report/escape.ts";
import { formatTime } from "../report/numbers.ts";
import { findAdminKeyFault } from "../settings/admin-key.ts";
import { type Check, createCheck } from "./check.ts";
import type { DoctorContext, GivenKey } from "./context.ts";

/** A key that ends within this time is a problem now, in milliseconds: two weeks. */
const SOON = 14 * 86_400_000;

const OTHER_KINDS: Readonly<Record<string, OtherKeyKind>> = {
  "sk-proj-": "project",
  "sk-svcacct-": "service-account",
  "sk-None-": "user",
  "sk-": "user",
};

/** Parses what was given as Admin API key. `secretsWithheld`: GitHub hands no secrets to the run. */
export function parseGivenKey(text: string, secretsWithheld = false): GivenKey {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: secretsWithheld ? "withheld" : "none" };
  const fault = findAdminKeyFault(trimmed);
  // A key of another kind, and one that may be cut off, are told with what OpenAI says of them.
  if (fault !== null && fault.kind !== "other-kind" && fault.kind !== "cut-off") return { kind: "no-key", fault };
  return { kind: "key", secret: new Secret(trimmed), fault };
}

/** Checks the Admin API key, and each read that a run makes with it. A key of another kind is not sent anywhere. */
export async function checkAdminKey(context: DoctorContext): Promise<readonly Check[]> {
  const { adminKey, medium } = context;
  switch (adminKey.kind) {
    case "none":
      return [createCheck("admin-key", "unknown", describeNoAdminKey(medium))];
    case "withheld":
      return [createCheck("admin-key", "unknown", describeWithheldKey())];
    case "no-key":
      return [createCheck("admin-key", "problem", describeNoKey(adminKey.fault, medium))];
    case "key":
      return await checkKey(adminKey, context);
    default:
      return adminKey satisfies never;
  }
}

async function checkKey(
  { secret, fault }: Extract<GivenKey, { kind: "key" }>,
  context: DoctorContext,
): Promise<readonly Check[]> {
  const { medium, baseURL, clock, timeout } = context;
  const other = OTHER_KINDS[readPrefix(secret.mask)];
  if (other) return [createCheck("admin-key", "problem", describeOtherKey(other, medium))];
  const { probeAdminReads } = await import("../openai/access/admin-reads.ts");
  const host = { baseURL, timeout, ...(context.fetch && { fetch: context.fetch }) };
  const access = await probeAdminReads(host, secret, clock);
  const failed = findCommonFailure(access.reads, fault, context);
  if (failed) return [failed];
  return [
    describeKey(access, context),
    ...listReads(access.reads).map(([read, result]) => checkRead(read, result)),
    createCheck("write-keys", "unknown", describeUntriedWriting(medium)),
  ];
}

function describeKey({ organization, ownRecord }: AdminAccess, { detail, clock }: DoctorContext): Check {
  const name = detail === "full" && organization !== null ? escapePlain(organization) : null;
  const expiresAt = ownRecord?.expiresAt ?? null;
  const expiry = expiresAt && formatTime(expiresAt);
  const endsSoon = expiresAt !== null && expiresAt.getTime() - clock.now().getTime() < SOON;
  return endsSoon && expiry !== null
    ? createCheck("admin-key", "problem", describeExpiringKey(name, expiry))
    : createCheck("admin-key", "ok", describeAdminKey(name, expiry));
}

type Named = readonly [read: keyof AdminReads, result: ReadResult];

function listReads(reads: AdminReads): readonly Named[] {
  return Object.entries(reads) as [keyof AdminReads, ReadResult][];
}

/** Where no read got an answer that tells of scopes, the key or the network is what is wrong: that is said once. */
function findCommonFailure(reads: AdminReads, fault: AdminKeyFault | null, { medium }: DoctorContext): Check | null {
  const tried = listReads(reads).flatMap(([, result]) => (result.kind === "not-tried" ? [] : [result]));
  const [first] = tried;
  if (!first || first.kind === "works" || first.kind === "missing-scope") return null;
  if (tried.some(({ kind }) => kind !== first.kind)) return null;
  if (first.kind === "unknown-key" && fault !== null) {
    return createCheck("admin-key", "problem", describeNoKey(fault, medium));
  }
  const state = first.kind === "no-answer" ? "unknown" : "problem";
  return createCheck("admin-key", state, describeAdminKeyFailure(classify(first), formatReason(first)));
}

function classify(result: ReadResult): AdminKeyFailure {
  switch (result.kind) {
    case "unknown-key":
    case "no-answer":
    case "not-openai":
      return result.kind;
    case "refused":
      if (result.code === "ip_not_authorized") return "ip-not-authorized";
      return result.code === "unsupported_country_region_territory" ? "country" : "refused";
    default:
      return "refused";
  }
}

function checkRead(read: keyof AdminReads, result: ReadResult): Check {
  const id = `read-${read}` as const;
  switch (result.kind) {
    case "works":
      return read === "audit-log" && result.records.length === 0
        ? createCheck(id, "unknown", describeEmptyAuditLog())
        : createCheck(id, "ok", describeWorkingRead(read));
    case "missing-scope":
      return createCheck(id, "problem", describeMissingScopes(read, result.scopes));
    case "not-tried":
      return createCheck(id, "unknown", describeNoProject());
    case "no-answer":
    case "not-openai":
    case "unknown-key":
    case "refused":
      return createCheck(
        id,
        result.kind === "refused" ? "problem" : "unknown",
        describeFailedRead(read, formatReason(result)),
      );
    default:
      return result satisfies never;
  }
}

/** A status, with OpenAI's code for it; both are from lists of OpenAI's, and quote nothing. */
function formatReason(result: ReadResult): string | null {
  if (!("status" in result) || result.status === null) return null;
  const code = "code" in result && result.code !== null ? ` ${result.code}` : "";
  return `${result.status}${code}`;
}
