import { isToken } from "../../../domain/candidate.ts";
import type { Finding } from "../../../domain/finding.ts";
import type { Identity, UncheckedBecause } from "../../../domain/identity.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { getLikeness, isOwnAdminKey } from "../../evidence.ts";
import { joinLines, type Line, line, markName, words } from "../../line.ts";
import { formatNumber } from "../../numbers.ts";
import { nameHome, nameOwner, nameRecord } from "./names.ts";

/** From this chance on, a reader should know that another organisation's key could match as well. */
const LEAST_CHANCE = 1 / 2000;

/** At most this many candidates are named. */
const MOST_CANDIDATES = 3;

const UNCHECKED = {
  "no-admin-key": "no Admin API key was given",
  "inventory-incomplete": "OpenAI's list of keys could not be read in full",
  "not-listed-by-openai": "OpenAI does not list keys of this kind",
  "created-after-sighting": "the only key that matches was created after this leak",
  "contained-before": "an earlier run contained it, and OpenAI no longer lists it",
} as const satisfies Record<UncheckedBecause, string>;

/** Whose key it is, with all that its record tells and the reader may know. */
export function describeOwner(finding: Finding, organization: string | null): Line {
  const { identity, possession, kind } = finding;
  if (isOwnAdminKey(finding)) return describeOwnKey(identity);
  const elsewhere = words(possession === "someone-else" ? "; it works for another organisation" : "");
  switch (identity.kind) {
    case "ours":
      return describeOurs(identity, finding);
    case "ambiguous":
      return line`one of yours: it matches ${words(formatNumber(identity.candidates.length))} keys (${listCandidates(identity.candidates)})`;
    case "foreign": {
      const ours = organization === null ? words("your organisation") : markName(organization);
      return line`not yours: no key of ${ours} matches${elsewhere}`;
    }
    case "unchecked":
      if (isToken(kind)) return words("not checked: OpenAI's Admin API does not list tokens of this kind");
      // A damaged text is in no list, whatever OpenAI lists.
      return kind === "suspected" && identity.because === "not-listed-by-openai"
        ? line`not checked: the text is damaged or shortened${elsewhere}`
        : line`not checked: ${words(UNCHECKED[identity.because])}${elsewhere}`;
    default:
      return identity satisfies never;
  }
}

/** The run has the key itself, whatever the list of keys says. */
function describeOwnKey(identity: Identity): Line {
  return line`yours: the Admin API key of this run${identity.kind === "ours" ? line`, ${describeRecord(identity.record)}` : words("")}`;
}

function describeOurs({ record, chance }: Identity & { kind: "ours" }, finding: Finding): Line {
  switch (getLikeness(finding)) {
    case "ours":
      return line`yours: ${describeRecord(record)}`;
    case "look-alike":
      return finding.possession === "someone-else"
        ? line`not yours: it looks like your key ${nameRecord(record)}, but works for somebody else`
        : line`fake: it copies the ends of your key ${nameRecord(record)}, but OpenAI refuses it`;
    case "unproven":
      return line`probably yours: it matches ${describeRecord(record)}, but that is not proven${chance > LEAST_CHANCE ? describeChance(chance) : line``}`;
  }
}

function describeChance(chance: number): Line {
  const odds = Math.round(1 / chance);
  return words(
    odds < 2
      ? " (nearly every key would match)"
      : ` (about 1 in ${formatNumber(odds)} keys of others would match as well)`,
  );
}

function describeRecord(record: KeyRecord): Line {
  const home = nameHome(record.home);
  const owner = nameOwner(record.owner);
  return joinLines([nameRecord(record), ...(home ? [home] : []), ...(owner ? [owner] : [])], ", ");
}

/** The first few keys that match, by name. */
export function listCandidates(candidates: readonly KeyRecord[]): Line {
  const more = candidates.length - MOST_CANDIDATES;
  const shown = candidates.slice(0, MOST_CANDIDATES).map(nameRecord);
  return joinLines([...shown, ...(more > 0 ? [words(`${formatNumber(more)} more`)] : [])], ", ");
}
