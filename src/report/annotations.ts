import { clipText, escapePlain, showInvisible } from "./escape.ts";
import { formatPlain, type Line } from "./line.ts";
import { capitalize } from "./numbers.ts";
import type { KeyView, Level } from "./view/key.ts";
import type { GapView, ReportView } from "./view/view.ts";
import { SECTIONS } from "./wording/coverage.ts";
import { FACTS, WAYS_OUT } from "./wording/labels.ts";
import { describeMoreAnnotations } from "./wording/page.ts";

/** A remark beside a line of code. `line` and `column` are counted from 1; null where there is none. */
export type Annotation = {
  level: Level;
  title: string;
  message: string;
  path: string | null;
  line: number | null;
  column: number | null;
};

const LEVELS = ["error", "warning", "notice"] as const satisfies readonly Level[];

/** GitHub shows ten of each level for a step, and logs the rest. */
const MOST_OF_A_LEVEL = 10;

/** GitHub cuts what is longer. */
const LONGEST_MESSAGE = 4096;

/** The details of a gap are cut, so that what to do about it still follows them. */
const LONGEST_DETAIL = 2000;

const NOWHERE = { path: null, line: null, column: null };

/** An annotation that is written once it is known that it is shown. */
type Draft = { level: Level; write: () => Annotation };

/** One annotation for each key, at its best place, and one for each thing that was not read; ten of each level. */
export function renderAnnotations({ keys, ignored, unfinished, gaps }: ReportView): readonly Annotation[] {
  const warnings = gaps.filter(({ isWarning }) => isWarning);
  const drafts: readonly Draft[] = [
    ...[...keys, ...ignored].map((key) => ({ level: key.level, write: () => renderKey(key) })),
    ...unfinished.map((one) => ({ level: "warning" as const, write: () => renderUnfinished(one) })),
    ...warnings.map((gap) => ({ level: "warning" as const, write: () => renderGap(gap) })),
  ];
  return LEVELS.flatMap((level) => cap(drafts.filter((draft) => draft.level === level)));
}

/** What to do comes first, step by step: GitHub shows the first lines, and folds the rest. */
function renderKey(key: KeyView): Annotation {
  const { title, level, mask, fingerprint, anchor, alert } = key;
  const { works, owner, use, ignoreReason, seenIn, steps } = key;
  return {
    level,
    title: escapePlain(title),
    message: [
      ...(alert ? [formatPlain(alert.alone)] : []),
      ...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`),
      `${FACTS.key}: ${escapePlain(mask)} (${fingerprint}).`,
      `${FACTS.works} ${capitalize(works.word)}: ${works.reason}.`,
      `${FACTS.whose}: ${formatPlain(owner)}.`,
      ...(use ? [`${FACTS.used}: ${formatPlain(use)}.`] : []),
      `${FACTS.done}: ${key.outcome}.`,
      ...(ignoreReason ? [`${FACTS.ignored}: ${formatPlain(ignoreReason)}.`] : []),
      ...seenIn.map(escapePlain),
    ].join("\n"),
    ...(anchor ? { ...anchor, path: showInvisible(anchor.path) } : NOWHERE),
  };
}

function renderUnfinished(one: Line): Annotation {
  return { level: "warning", title: SECTIONS.unfinished, message: formatPlain(one), ...NOWHERE };
}

function renderGap({ title, detail, ways }: GapView): Annotation {
  const out = ways.length > 0 ? [WAYS_OUT, ...ways.map((way) => `- ${formatPlain(way)}`)] : [];
  const message = [escapePlain(clipText(detail, LONGEST_DETAIL)), ...out].join("\n");
  return { level: "warning", title, message, ...NOWHERE };
}

/** The last that is shown speaks for those that are not. */
function cap(drafts: readonly Draft[]): readonly Annotation[] {
  const more = drafts.length - MOST_OF_A_LEVEL;
  return drafts.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
    const annotation = write();
    const tail = more > 0 && index === MOST_OF_A_LEVEL - 1 ? `\n${describeMoreAnnotations(more)}` : "";
    return { ...annotation, message: `${clipText(annotation.message, LONGEST_MESSAGE - tail.length)}${tail}` };
  });
}
