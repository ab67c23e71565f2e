import type { Finding } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { getLikeness, isLookAlike, mayWorkAgain } from "../severity.ts";
import { sortPlaces } from "../wording/places.ts";
import { describeDeletion } from "./deletion.ts";
import { listOursSteps } from "./stop-ours.ts";

/** What stops this key: nothing where it is stopped for good. An admin key is announced first. */
export function listStopSteps(finding: Finding): readonly Line[] {
  const { identity, validity, kind } = finding;
  if (isLookAlike(finding) && identity.kind === "ours") {
    return [line`${identity.record.id} is another key, which need not be revoked for this.`];
  }
  if (validity.kind === "inactive") {
    return mayWorkAgain(finding) ? [line`It may work again one day; to end that, ${describeDeletion(finding)}.`] : [];
  }
  const loud = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
  if (kind === "suspected") {
    return [
      line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`,
    ];
  }
  switch (identity.kind) {
    case "ours":
      return ours(finding, identity.record).map((step, index) => (index === 0 ? line`${loud}${step}` : step));
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

/** A text that only resembles a record has its owner elsewhere. */
function ours(finding: Finding, record: KeyRecord): readonly Line[] {
  return getLikeness(finding) === "look-alike"
    ? [line`It is not ${record.id}, it only looks like it. Ask ${adder(finding)} whose key it is.`]
    : listOursSteps(finding, record);
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
      return line`It was contained here before, and is not refused: ask an organisation owner to look.`;
    case "created-after-sighting":
      return line`Ask ${adder(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
    default:
      return line`${byHand}.`;
  }
}

/** Who to ask: the author of the best place, as the commit says; some name, and nobody is blamed. */
function adder({ sightings }: Finding): Line {
  const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
  return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}

const MOST_CANDIDATES = 3;

function list(candidates: readonly KeyRecord[]): Line {
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
  const more = candidates.length - shown.length;
  return joinLines([...shown, ...(more > 0 ? [line`${more} more`] : [])], ", ");
}
