import type { Finding } from "../../domain/finding.ts";
import type { Identity } from "../../domain/identity.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { getLikeness, isOwnAdminKey, type Likeness } from "../severity.ts";
import { describeState } from "./states.ts";

type OwnershipFacts = Pick<Finding, "identity" | "possession" | "validity" | "outcome">;

/** From this chance on, a reader should know that another organisation's key could fit as well. */
const LEAST_CHANCE = 1 / 2000;

/** At most this many candidates are named. */
const MOST_CANDIDATES = 5;

/** Said of a key that fits no record, where it was tried all the same. */
const ELSEWHERE = "it works for another organisation";

/** Whose key it is; for one of ours, all that its record tells and the reader may know. */
export function describeOwner(finding: OwnershipFacts): Line {
  const { identity } = finding;
  if (isOwnAdminKey(finding)) return describeOwnKey(identity);
  switch (identity.kind) {
    case "ours":
      return describeOurs(identity, getLikeness(finding));
    case "ambiguous":
      return line`${words(describeState(identity))}: ${joinLines(
        identity.candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`),
        ", ",
      )}${identity.candidates.length > MOST_CANDIDATES ? line` and ${identity.candidates.length - MOST_CANDIDATES} more` : line``}`;
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
export function describeOwnerBriefly(finding: OwnershipFacts): string {
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
export function describeOwnerById(finding: OwnershipFacts): Line {
  const { identity } = finding;
  const short = words(describeOwnerBriefly(finding));
  return identity.kind === "ours" && !isOwnAdminKey(finding) ? line`${short}: ${identity.record.id}` : short;
}

/** The run has the key itself, whatever the list of keys says. */
function describeOwnKey(identity: Identity): Line {
  return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${describeRecord(identity.record)}` : words("")}`;
}

function describeOurs({ record, chance }: Identity & { kind: "ours" }, likeness: Likeness): Line {
  const names = describeRecord(record);
  switch (likeness) {
    case "ours":
      return line`ours: ${names}`;
    case "look-alike":
      return line`looks like a key of yours, and is not it: ${names}`;
    case "unproven":
      return line`ours by its ends, not proven: ${names}${chance > LEAST_CHANCE ? describeChance(chance) : line``}`;
  }
}

function describeChance(chance: number): Line {
  const odds = Math.round(1 / chance);
  return words(
    odds < 2
      ? " (nearly any stranger's key would fit as well)"
      : ` (about 1 in ${formatNumber(odds)} strangers' keys would fit as well)`,
  );
}

function describeRecord({ id, name, home, owner }: KeyRecord): Line {
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
