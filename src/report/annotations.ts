import type { Change } from "../domain/change.ts";
import type { Finding } from "../domain/finding.ts";
import { isFailure } from "../domain/gap.ts";
import type { UnfinishedContainment } from "../domain/journal.ts";
import type { Report } from "../domain/report.ts";
import { listSteps } from "./advice/advice.ts";
import { describeOutcome } from "./done.ts";
import { clipText, escapePlain, showInvisible } from "./escape.ts";
import { formatPlain } from "./line.ts";
import { getSeverity, isLiveAdminKey, isOwnAdminKey, rankFindings } from "./severity.ts";
import { describeUnfinished, UNFINISHED_TITLE } from "./unfinished.ts";
import { describeActionTaken } from "./wording/action-taken.ts";
import { describeIgnoreReason } from "./wording/ignore-reason.ts";
import { describePlace, parseRef, sortPlaces } from "./wording/places.ts";
import { describeState, GAP_NAMES, KIND_NAMES } from "./wording/states.ts";
import { describeStatus } from "./wording/status-phrase.ts";

export type Level = "error" | "warning" | "notice";

/** A remark beside a line of code. `line` and `column` are counted from 1; null where there is none. */
export type Annotation = {
  level: Level;
  title: string;
  message: string;
  path: string | null;
  line: number | null;
  column: number | null;
};

/** GitHub shows ten of each level for a step, and logs the rest. */
const MOST_OF_A_LEVEL = 10;

/** GitHub cuts what is longer. */
const LONGEST_MESSAGE = 4096;

/** An annotation that is written once it is known that it is shown. */
type Draft = { level: Level; write: () => Annotation };

/** One annotation for each key, at its best place, and one for each thing that was not read; ten of each level. */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all: readonly Draft[] = [
    ...rankFindings(report.findings).map((one) => ({
      level: levelOf(one),
      write: () => ofFinding(one, report.change.kind),
    })),
    ...report.unfinished.map((one) => ({ level: "warning" as const, write: () => ofUnfinished(one) })),
    ...report.gaps.filter(isFailure).map((one) => ({ level: "warning" as const, write: () => ofGap(one) })),
  ];
  return (["error", "warning", "notice"] as const).flatMap((level) => capped(all.filter((one) => one.level === level)));
}

function ofFinding(finding: Finding, change: Change["kind"]): Annotation {
  const { kind, fingerprint, mask, validity, sightings, ignored } = finding;
  const deed = describeActionTaken(finding);
  const [best] = sortPlaces(sightings);
  const isInFile = best?.where === "file" && best.path !== null;
  const isInName = best?.where === "path" && best.path !== null && parseRef(best.path) === null;
  const where =
    !best || (isInFile && best.member === null)
      ? []
      : [`Seen in ${isInFile ? "" : "the "}${escapePlain(describePlace(best))}.`];
  const states = [describeState(validity), describeOutcome(finding)].map((state) => `${capital(state)}.`);
  const more = sightings.length > 1 ? [`Seen in ${sightings.length} places.`] : [];
  return {
    level: levelOf(finding),
    title: `${isOwnAdminKey(finding) ? "The admin key of this run" : capital(KIND_NAMES[kind])} ${describeStatus([finding], change)}`,
    message: [
      `${escapePlain(mask)} (${fingerprint}). ${[...states, ...where, ...more].join(" ")}`,
      ...(deed ? [formatPlain(deed.breaks)] : []),
      ...(ignored ? [`${capital(formatPlain(describeIgnoreReason(ignored)))}.`] : []),
      ...listSteps(finding, change).map((step) => formatPlain(step)),
    ].join("\n"),
    path: isInFile || isInName ? showInvisible(best.path ?? "") : null,
    line: isInFile ? best.line : null,
    column: isInFile ? best.column : null,
  };
}

function levelOf(finding: Finding): Level {
  const standing = getSeverity(finding);
  if (isLiveAdminKey(finding)) return "error";
  switch (standing) {
    case "exposed":
      return finding.blocks ? "error" : "warning";
    case "lingering":
      return "warning";
    case "ignored":
      return "notice";
    case "older":
      return finding.validity.kind === "inactive" ? "notice" : "warning";
    case "dead":
      return "notice";
    default:
      return standing satisfies never;
  }
}

function ofUnfinished(one: UnfinishedContainment): Annotation {
  const message = formatPlain(describeUnfinished(one));
  return { level: "warning", title: UNFINISHED_TITLE, message, path: null, line: null, column: null };
}

function ofGap({ kind, detail }: Report["gaps"][number]): Annotation {
  const title = kind === "self-test" ? "The self-test failed" : `Not seen: ${GAP_NAMES[kind]}`;
  return { level: "warning", title, message: escapePlain(detail), path: null, line: null, column: null };
}

/** The last that is shown speaks for those that are not. */
function capped(all: readonly Draft[]): readonly Annotation[] {
  const more = all.length - MOST_OF_A_LEVEL;
  return all.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
    const one = write();
    const tail = more > 0 && index === MOST_OF_A_LEVEL - 1 ? `\nAnd ${more} more, in the job summary.` : "";
    return { ...one, message: `${clipText(one.message, LONGEST_MESSAGE - tail.length)}${tail}` };
  });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
