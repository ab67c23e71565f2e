import { isToken, type KeyKind } from "../../../domain/candidate.ts";
import type { Finding } from "../../../domain/finding.ts";
import type { Home, KeyRecord, Owner } from "../../../domain/inventory.ts";
import { getLikeness } from "../../evidence.ts";
import { joinLines, type Line, line, markName, showName, words } from "../../line.ts";

/** What a reader calls each kind of key. */
export const KIND_NAMES = {
  project: "project key",
  "service-account": "service-account key",
  admin: "admin key",
  user: "legacy user key",
  named: "named key",
  suspected: "suspected key",
  "codex-access-token": "Codex access token",
  "agent-identity": "Codex agent identity",
  "chatgpt-login": "ChatGPT login",
} as const satisfies Record<KeyKind, string>;

/** What a sentence calls it where its kind does not matter: "key" or "token". */
export function nameThing({ kind }: Pick<Finding, "kind">): "key" | "token" {
  return isToken(kind) ? "token" : "key";
}

/** What a verdict calls it: "OpenAI key", "Codex access token". */
export function nameInVerdict({ kind }: Pick<Finding, "kind">): string {
  if (isToken(kind)) return KIND_NAMES[kind];
  return kind === "admin" ? "OpenAI admin key" : "OpenAI key";
}

/** The same for several at once: "OpenAI key" for keys alone. */
export function nameAllInVerdict(findings: readonly Pick<Finding, "kind">[]): string {
  const tokens = findings.filter(({ kind }) => isToken(kind)).length;
  if (tokens === 0) return "OpenAI key";
  return tokens === findings.length ? "OpenAI token" : "OpenAI credential";
}

/** The record of a key that is ours, or seems to be; null where it is not ours, or only looks like it. */
export function findRecord({ identity, ...evidence }: Finding): KeyRecord | null {
  return identity.kind === "ours" && getLikeness(evidence) !== "look-alike" ? identity.record : null;
}

/** The name of a record in bold; its id, where it has no name or the reader may not know it. */
export function nameRecord({ id, name }: KeyRecord): Line {
  return name === null ? line`${id}` : markName(name);
}

/** The name of a key, as the object of a sentence: "**checkout**", or "it" where it has no name that we know. */
export function nameKey(finding: Finding, otherwise = "it"): Line {
  const record = findRecord(finding);
  return record === null ? words(otherwise) : nameRecord(record);
}

/** "project **Web shop**"; null where it is not known, or the reader may not know it. */
export function nameHome({ kind, id, name }: Home): Line | null {
  if (name === null && id === null) return null;
  const shown = name === null ? line`${id ?? ""}` : markName(name);
  return kind === "project" ? line`project ${shown}` : line`organisation ${shown}`;
}

/** "service account **checkout-bot**", or who owns it; null where it is not known, or the reader may not know it. */
export function nameOwner(owner: Owner | null): Line | null {
  const name = owner?.name ?? owner?.id ?? null;
  if (owner === null || name === null) return null;
  const shown = owner.name === null ? line`${name}` : markName(name);
  return owner.kind === "user" ? line`owner ${shown}` : line`service account ${shown}`;
}

/** What a key is called in a row: its name and where it lives, or what kind of key it is. */
export function nameInRow(finding: Finding): Line {
  const record = findRecord(finding);
  if (record === null) return words(KIND_NAMES[finding.kind]);
  const { home, owner } = record;
  const place = owner?.kind === "user" && owner.name !== null ? owner.name : home.name;
  return joinLines([nameRecord(record), ...(place === null ? [] : [showName(place)])], ", ");
}
