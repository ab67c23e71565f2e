import { clipText, escapeMarkdown, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { capitalize } from "../numbers.ts";
import { REST } from "../wording/labels.ts";
import { describeMore, SWEEP_COLUMNS, SWEEP_HEADINGS } from "../wording/sweep.ts";
import type { ExposureBar, SweepFigure, SweepView } from "./view.ts";

/** The same keys and repositories as on the page would be the whole of a job summary. */
const MOST_ROWS = 15;

/** Longer names of repositories are cut. */
const LONGEST = 80;

/** What a sweep came to for the whole organisation, in parts of Markdown. */
export function renderSweepMarkdown(view: SweepView): readonly string[] {
  const { figures, times, bars, barsOf } = view;
  const exposed = bars.slice(0, MOST_ROWS).map(renderBarRow);
  const { works, key, exposed: time } = SWEEP_COLUMNS;
  const table = [`**${SWEEP_HEADINGS.picture}**`, "", `| ${works} | ${key} | ${time} |`, "|:--|:--|:--|", ...exposed];
  const more = barsOf - exposed.length;
  return [
    [...figures, ...times].map(renderFigure).join("\n"),
    ...(bars.length === 0 ? [] : [[...table, ...(more > 0 ? ["", describeMore(more, REST.report)] : [])].join("\n")]),
    ...renderRepositories(view),
  ];
}

function renderFigure({ name, value, note }: SweepFigure): string {
  return `- **${name}:** ${value}${note === null ? "" : ` (${note})`}`;
}

function renderBarRow({ key, text }: ExposureBar): string {
  const name = `${formatMarkdown(key.name, "cell")} · ${formatCode(key.mask, "cell")}`;
  return `| ${key.mark} **${capitalize(key.works.word)}** | ${name} | ${text} |`;
}

function renderRepositories({ repositories: { heads, rows, left } }: SweepView): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const table = [
    `| ${[SWEEP_COLUMNS.repository, ...heads].join(" | ")} |`,
    `|:--|${"--:|".repeat(heads.length)}`,
    ...shown.map(({ name, counts }) => `| ${[escapeMarkdown(clipText(name, LONGEST)), ...counts].join(" | ")} |`),
  ];
  const more = rows.length + left - shown.length;
  const rest = more > 0 ? ["", describeMore(more, REST.report)] : [];
  return [[`**${SWEEP_HEADINGS.repositories}**`, "", ...table, ...rest].join("\n")];
}
