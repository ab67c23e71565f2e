import { type Finding, isPreexisting } from "../domain/finding.ts";
import type { KeyRecord, Owner } from "../domain/inventory.ts";
import type { Contained, Outcome } from "../domain/outcome.ts";
import { joined, type Line, line, words } from "./line.ts";
import { bestFirst } from "./place.ts";
import { isMereLikeness, likenessOf, mayReturn } from "./standing.ts";

/** What stops this key: nothing where it is stopped for good. An admin key is announced first. */
export function stop(finding: Finding): readonly Line[] {
  const { identity, validity, kind } = finding;
  if (isMereLikeness(finding) && identity.kind === "ours") {
    return [line`${identity.record.id} is another key, which need not be revoked for this.`];
  }
  if (validity.kind === "inactive") {
    return mayReturn(finding) ? [line`It may work again one day; to end that, ${deletion(finding)}.`] : [];
  }
  const loud = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
  if (kind === "suspected") {
    return [
      line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`,
    ];
  }
  switch (identity.kind) {
    case "ours":
      return [line`${loud}${ours(finding, identity.record)}`];
    case "ambiguous":
      return [line`${loud}Find out which stood here, and delete it: ${list(identity.candidates)}.`];
    case "foreign":
      return [line`${loud}Ask ${adder(finding)} whose key it is, and tell the owner: only they can revoke it.`];
    case "unchecked":
      return [line`${loud}${unchecked(finding)}`];
    default:
      return identity satisfies never;
  }
}

function ours(finding: Finding, record: KeyRecord): Line {
  const { outcome } = finding;
  if (likenessOf(finding) === "look-alike") {
    return line`It is not ${record.id}, it only looks like it. Ask ${adder(finding)} whose key it is.`;
  }
  const now = line`Revoke it now: ${deletion(finding)}`;
  switch (outcome.kind) {
    case "contained":
      return contained(outcome, finding);
    case "already-gone":
      return line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`;
    case "rehearsed":
      return line`${now}, or run this again without ${"dry-run"}.`;
    case "refused":
      return outcome.because === "read-only-admin-key"
        ? line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`
        : line`${now}, or run this again.`;
    case "failed":
      return outcome.because === "not-permitted"
        ? line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`
        : line`${now}, or run this again.`;
    case "left":
      return left(outcome, finding, record, now);
    default:
      return outcome satisfies never;
  }
}

/** What is still to be done after an act that did not end the key for good. */
function contained({ by, endsAt }: Contained, finding: Finding): Line {
  switch (by) {
    case "quarantine":
      return line`It is quarantined, which keeps others from using it and does not end it. Put a new key in its place; then ${deletion(finding)}.`;
    case "expire":
      return line`It works until it expires${ending(endsAt)}: put a new key in its place before. If somebody uses it, ${deletion(finding)} at once.`;
    case "revoke":
      return line`It is deleted, and was not yet seen refused: run this again in a minute.`;
    default:
      return by satisfies never;
  }
}

function ending(at: Date | null): Line {
  return at === null ? words("") : words(` at ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`);
}

function left({ because }: Outcome & { kind: "left" }, finding: Finding, record: KeyRecord, now: Line): Line {
  switch (because) {
    case "report-only":
      return wouldBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
    case "protected":
      return line`It is protected, so put a new key in its place first; then ${deletion(finding)}.`;
    case "too-many":
      return line`${now}, or raise ${"max-contained"}.`;
    case "awaiting-approval":
      return line`It was used recently, so approve its containment, or put a new key in its place first; then ${deletion(finding)}.`;
    case "not-approved":
      return line`${now}, or approve it: fingerprint ${finding.fingerprint} in ${"approved"}.`;
    case "only-revocable":
      return line`${now}, or let ${"on-leak: revoke"} do it: admin keys can be revoked, and nothing less.`;
    case "expires-sooner":
      return line`It ends by itself${ending(record.expiresAt)}; to end it sooner, ${deletion(finding)}.`;
    case "someone-else":
    case "unnamed":
    case "not-accepted":
    case "not-certain":
    case "not-tried":
      return line`See whether it is ${record.id} (last use and owner help); then ${deletion(finding)}.`;
    case "not-ours":
    case "ambiguous":
    case "unchecked":
    case "preexisting":
    case "already-inactive":
    case "own-admin-key": // Has steps of its own.
      return line`${now}.`;
    default:
      return because satisfies never;
  }
}

function wouldBeRevoked({ confidence, sightings, validity }: Finding): boolean {
  const wasProven = validity.kind === "active" && validity.because !== "listed";
  return confidence === "certain" && wasProven && !isPreexisting(sightings);
}

function unchecked(finding: Finding): Line {
  const { identity, kind } = finding;
  const page = kind === "admin" ? line`Admin keys` : line`API keys`;
  const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${page}`;
  switch (identity.kind === "unchecked" ? identity.because : null) {
    case "no-admin-key":
      return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
    case "inventory-incomplete":
      return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
    case "not-listed-by-openai":
      return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
    case "contained-before":
      return line`It was revoked here before, and is not refused: ask an organisation owner to look.`;
    case "created-after-sighting":
      return line`Ask ${adder(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
    default:
      return line`${byHand}.`;
  }
}

/**
 * "Ada or a project owner can delete key_1 at platform.openai.com, project Web, API keys": goes on from a colon, a comma
 * or a "then". Members see and delete their own keys, owners of a project all keys in it.
 */
function deletion({ identity, kind }: Finding): Line {
  const record = identity.kind === "ours" ? identity.record : null;
  const what = record ? line`delete ${record.id}` : line`delete it`;
  if (kind === "admin") return line`an organisation owner can ${what} at ${"platform.openai.com"}, Admin keys`;
  const project = record?.home.name ?? record?.home.id ?? null;
  const home = project === null ? line`its project` : line`project ${project}`;
  return line`${actor(record?.owner ?? null)}${what} at ${"platform.openai.com"}, ${home}, API keys`;
}

function actor(owner: Owner | null): Line {
  if (owner === null) return words("");
  return owner.kind === "user" && owner.name !== null
    ? line`${owner.name} or a project owner can `
    : words("a project owner can ");
}

/** Who to ask: the author of the best place, as the commit says; some name, and nobody is blamed. */
function adder({ sightings }: Finding): Line {
  const author = bestFirst(sightings).find((one) => one.author !== null)?.author ?? "";
  return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}

const MOST_CANDIDATES = 3;

function list(candidates: readonly KeyRecord[]): Line {
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
  const more = candidates.length - shown.length;
  return joined([...shown, ...(more > 0 ? [line`${more} more`] : [])], ", ");
}
