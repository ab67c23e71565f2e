import type { Finding } from "../../domain/finding.ts";
import type { Identity } from "../../domain/identity.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { getLikeness, isOwnAdminKey, type Likeness } from "../severity.ts";
import { describeState } from "./states.ts";

type Whose = Pick<Finding, "identity" | "possession" | "validity" | "outcome">;

/** A likelier mix-up than this is worth a reader's time. */
const TELLING = 1 / 2000;

const MOST = 5;

/** Told of keys that no record fits, where they may be tried all the same. */
const ELSEWHERE = "it works for another organisation";

/** Whose key it is: the state, and of a key of ours all that its record tells and the reader may know. */
export function describeOwner(finding: Whose): Line {
  const { identity } = finding;
  if (isOwnAdminKey(finding)) return own(identity);
  switch (identity.kind) {
    case "ours":
      return ours(identity, getLikeness(finding));
    case "ambiguous":
      return line`${words(describeState(identity))}: ${joinLines(
        identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`),
        ", ",
      )}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
    case "foreign":
    case "unchecked":
      return words(
        finding.possession === "someone-else" ? `${describeState(identity)}; ${ELSEWHERE}` : describeState(identity),
      );
    default:
      return identity satisfies never;
  }
}

/** The same in a word or two, for a cell. */
export function describeOwnerBriefly(finding: Whose): string {
  if (isOwnAdminKey(finding)) return "ours: this run's own";
  if (finding.identity.kind !== "ours") return finding.identity.kind;
  switch (getLikeness(finding)) {
    case "ours":
      return "ours";
    case "look-alike":
      return "look-alike of ours";
    case "unproven":
      return "ours, not proven";
  }
}

/** The same with the id, by which its owners find it. */
export function describeOwnerById(finding: Whose): Line {
  const { identity } = finding;
  const short = words(describeOwnerBriefly(finding));
  return identity.kind === "ours" && !isOwnAdminKey(finding) ? line`${short}: ${identity.record.id}` : short;
}

/** The run has the very text of it, whatever a list of keys tells. */
function own(identity: Identity): Line {
  return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${recorded(identity.record)}` : words("")}`;
}

function ours({ record, chance }: Identity & { kind: "ours" }, is: Likeness): Line {
  const which = recorded(record);
  switch (is) {
    case "ours":
      return line`ours: ${which}`;
    case "look-alike":
      return line`looks like a key of yours, and is not it: ${which}`;
    case "unproven":
      return line`ours by its ends, not proven: ${which}${chance > TELLING ? mixUp(chance) : line``}`;
  }
}

function mixUp(chance: number): Line {
  const odds = Math.round(1 / chance);
  return words(
    odds < 2
      ? " (nearly any stranger's key would fit as well)"
      : ` (about 1 in ${formatNumber(odds)} strangers' keys would fit as well)`,
  );
}

function recorded({ id, name, home, owner }: KeyRecord): Line {
  const place = home.name ?? home.id;
  const person = owner?.name ?? owner?.id ?? null;
  return joinLines(
    [
      line`${id}`,
      ...(name === null ? [] : [line`named ${name}`]),
      ...(place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]),
      ...(person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]),
    ],
    ", ",
  );
}
