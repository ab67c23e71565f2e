import type { Finding } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { getLikeness, isLookAlike, isOwnAdminKey, mayWorkAgain } from "../severity.ts";
import { sortPlaces } from "../wording/places.ts";
import { describeDeletion } from "./deletion.ts";
import { listOursSteps } from "./stop-ours.ts";

/** What stops this key: nothing where it is stopped for good. An admin key is announced first. */
export function listStopSteps(finding: Finding): readonly Line[] {
  const { identity, validity, kind } = finding;
  if (isOwnAdminKey(finding)) return listOwnKeySteps(finding);
  if (isLookAlike(finding) && identity.kind === "ours") {
    return [line`${identity.record.id} is another key, which need not be revoked for this.`];
  }
  if (validity.kind === "inactive") {
    return mayWorkAgain(finding) ? [line`It may work again one day; to end that, ${describeDeletion(finding)}.`] : [];
  }
  if (kind === "suspected") {
    return [
      line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`,
    ];
  }
  const alarm = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
  return listStepsByOwner(finding).map((step, index) => (index === 0 ? line`${alarm}${step}` : step));
}

function listStepsByOwner(finding: Finding): readonly Line[] {
  const { identity } = finding;
  switch (identity.kind) {
    case "ours":
      return listRecordSteps(finding, identity.record);
    case "ambiguous":
      return [line`Find out which stood here, and delete it: ${listCandidates(identity.candidates)}.`];
    case "foreign":
      return [line`Ask ${describeAuthor(finding)} whose key it is, and tell the owner: only they can revoke it.`];
    case "unchecked":
      return [describeUncheckedStep(finding)];
    default:
      return identity satisfies never;
  }
}

const ADMIN_KEYS_PAGE = line`${"platform.openai.com"}, Admin keys`;

/** The tool never deletes the Admin API key it runs with: it could neither prove nor report that the key is gone. */
function listOwnKeySteps({ identity, validity }: Finding): readonly Line[] {
  if (validity.kind === "inactive") return [];
  const name = identity.kind === "ours" ? line`${identity.record.id}` : words("it");
  return [
    line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
    line`As an organisation owner, create another at ${ADMIN_KEYS_PAGE}, with an expiry, and put it in ${"openai-admin-key"}.`,
    line`Delete ${name} there as soon as the new one is in its place.`,
  ];
}

/** A text that only resembles a record belongs to somebody else. */
function listRecordSteps(finding: Finding, record: KeyRecord): readonly Line[] {
  return getLikeness(finding) === "look-alike"
    ? [line`It is not ${record.id}, it only looks like it. Ask ${describeAuthor(finding)} whose key it is.`]
    : listOursSteps(finding, record);
}

function describeUncheckedStep(finding: Finding): Line {
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
      return line`It was contained here before, and is not refused: ask an organisation owner to look.`;
    case "created-after-sighting":
      return line`Ask ${describeAuthor(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
    default:
      return line`${byHand}.`;
  }
}

/** Who to ask: the author of the first place, as the commit has it. The sentence blames nobody. */
function describeAuthor({ sightings }: Finding): Line {
  const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
  return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}

const MOST_CANDIDATES = 3;

function listCandidates(candidates: readonly KeyRecord[]): Line {
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
  const more = candidates.length - shown.length;
  return joinLines([...shown, ...(more > 0 ? [line`${more} more`] : [])], ", ");
}
