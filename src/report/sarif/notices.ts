import { type Finding, isIgnored } from "../../domain/finding.ts";
import { type Gap, type GapKind, isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { clipText, escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import { describeUnfinished } from "../unfinished.ts";
import { describePlace, sortPlaces } from "../wording/places.ts";
import { describeState, GAP_NAMES, KIND_NAMES } from "../wording/states.ts";
import { formatRuleName, HOME } from "./descriptor.ts";

/** What a notice is about, beside gaps. */
const ABOUT = {
  "key-outside-files": "A key stands where no file is: in a message, a text on GitHub, the name of a branch.",
  "too-many-places": "There is more than fits into this file; the JSON report has all.",
  "ignored-key": "A key is passed over, as the ignore file of the base says.",
  "unfinished-containment": "An earlier run began to contain a key and never said how that ended.",
} as const;

/** All kinds of notices, as descriptors: `gap-lfs` and so on, and what is told beside gaps. */
export const NOTICES = [
  ...(Object.keys(GAP_NAMES) as readonly GapKind[]).map((kind) =>
    descriptor(`gap-${kind}`, `Something was not seen: ${GAP_NAMES[kind]}.`),
  ),
  ...Object.entries(ABOUT).map(([id, text]) => descriptor(id, text)),
];

function descriptor(id: string, text: string) {
  const told = { text };
  return { id, name: formatRuleName(id), shortDescription: told, fullDescription: told, help: told, helpUri: HOME };
}

type Level = "error" | "warning" | "note";

/** So many of a kind are told one by one. */
const MOST = 100;

const LONGEST = 2000;

/** What was not seen: what makes a report incomplete is more than a note. */
export function listGapNotices(gaps: readonly Gap[]) {
  const level = (gap: Gap): Level => (gap.kind === "self-test" ? "error" : isFailure(gap) ? "warning" : "note");
  const told = gaps
    .slice(0, MOST)
    .map((gap) => notice(`gap-${gap.kind}`, level(gap), `Not seen (${GAP_NAMES[gap.kind]}): ${gap.detail}`));
  const more = gaps.length - told.length;
  return more > 0
    ? [...told, tooMany(`${formatCount(more, "more thing")} ${more === 1 ? "was" : "were"} not seen.`)]
    : told;
}

/** Keys that no result can be made of, for want of a file. */
export function listHomelessNotices(findings: readonly Finding[]) {
  return findings.slice(0, MOST).map(({ kind, fingerprint, validity, sightings }) => {
    const [first] = sortPlaces(sightings);
    const where = first === undefined ? "a place that is not known" : clipText(describePlace(first), 160);
    const more = sightings.length > 1 ? ` and ${formatCount(sightings.length - 1, "more place")}` : "";
    const why = "Code scanning takes alerts for files of the repository alone";
    return notice(
      "key-outside-files",
      "warning",
      `A ${KIND_NAMES[kind]} (${fingerprint}) is ${describeState(validity)}. ${why}; it was seen in: ${where}${more}.`,
    );
  });
}

/** Keys that an entry of the ignore file excuses: GitHub would open alerts for suppressed results. */
export function listIgnoredNotices(findings: readonly Finding[]) {
  return findings
    .filter(isIgnored)
    .slice(0, MOST)
    .map(({ kind, fingerprint, ignored }) =>
      notice("ignored-key", "note", `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`),
    );
}

/** What an earlier run left open. */
export function listUnfinishedNotices({ unfinished }: Report) {
  return unfinished
    .slice(0, MOST)
    .map((one) => notice("unfinished-containment", "warning", formatPlain(describeUnfinished(one))));
}

/** What was left out for want of room. */
export function listLeftOutNotices(keys: number, places: number) {
  const parts = [
    ...(keys > 0 ? [formatCount(keys, "key")] : []),
    ...(places > 0 ? [`${formatNumber(places)} ${places === 1 ? "place" : "places"} of others`] : []),
  ];
  return parts.length > 0 ? [tooMany(`Left out here: ${parts.join(", and ")}.`)] : [];
}

function tooMany(text: string) {
  return notice("too-many-places", "warning", `${text} The JSON report has all.`);
}

function notice(id: string, level: Level, text: string) {
  const index = NOTICES.findIndex((one) => one.id === id);
  return {
    descriptor: { id, index },
    level,
    message: { text: escapePlain(clipText(text, LONGEST)).replaceAll("](", "] (") },
  };
}
