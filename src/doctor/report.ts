import { EXIT_CODES } from "../exit.ts";
import {
  COLUMN_TITLES,
  describeVerdict,
  FOOTER,
  GROUP_TITLES,
  STATE_WORDS,
  SUMMARY_TITLE,
} from "../messages/doctor/verdict.ts";
import { escapeMarkdown, escapePlain } from "../report/escape.ts";
import { formatSafeJson } from "../report/safe-json.ts";
import { type Look, toShownSigns } from "../report/terminal/look.ts";
import { wrap } from "../report/terminal/wrap.ts";
import { type Check, type CheckGroup, type CheckState, concludeChecks, getGroup } from "./check.ts";

const MARKS = { ok: "✓", problem: "✗", unknown: "?" } as const satisfies Record<CheckState, string>;

const STYLES = { ok: "green", problem: "red", unknown: "yellow" } as const satisfies Record<CheckState, string>;

/** The name of the format. It changes when a program that reads the old one would misread the new one. */
const SCHEMA = "openai-key-guard/doctor/v1";

/** The exit code that the checks come to. */
export function concludeAsExitCode(checks: readonly Check[]): number {
  return { ok: EXIT_CODES.clean, problem: EXIT_CODES.leaked, unknown: EXIT_CODES.incomplete }[concludeChecks(checks)];
}

/** The checks for a terminal or a log: the verdict, and then each check with what to do. */
export function renderCheckText(checks: readonly Check[], look: Look): string {
  const state = concludeChecks(checks);
  const verdict = look.paint(STYLES[state], look.paint("bold", `${MARKS[state]} ${describeChecks(checks)}.`));
  const footer = look.paint("dim", wrap(FOOTER, look.width).join("\n"));
  const groups = listGroups(checks).map(([group, members]) =>
    [look.paint("bold", GROUP_TITLES[group]), ...members.flatMap((check) => renderCheck(check, look))].join("\n"),
  );
  return toShownSigns([verdict, ...groups, footer].join("\n\n"), look);
}

function renderCheck({ state, detail, fix }: Check, { paint, width }: Look): readonly string[] {
  const [first = "", ...rest] = wrap(escapePlain(detail), width - 4, "    ");
  return [
    `  ${paint(STYLES[state], MARKS[state])} ${first}`,
    ...rest,
    ...(fix === null ? [] : wrap(`    › ${escapePlain(fix)}`, width, "      ")),
  ];
}

/** The checks as a table, for the job's summary. */
export function renderCheckTable(checks: readonly Check[]): string {
  const rows = checks.map(({ state, detail, fix }) => [
    `${MARKS[state]} ${STATE_WORDS[state]}`,
    escapeMarkdown(detail),
    fix === null ? "" : escapeMarkdown(fix),
  ]);
  const table = [COLUMN_TITLES, COLUMN_TITLES.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const title = `## ${MARKS[concludeChecks(checks)]} ${SUMMARY_TITLE}`;
  return [title, `**${describeChecks(checks)}.**`, table.join("\n"), FOOTER].join("\n\n");
}

/** The checks as `schema/doctor.v1.json` describes them. */
export function renderCheckJson(checks: readonly Check[], version: string): string {
  return formatSafeJson({
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    state: concludeChecks(checks),
    checks: checks.map(({ id, state, detail, fix }) => ({
      id,
      state,
      detail: escapePlain(detail),
      fix: fix && escapePlain(fix),
    })),
  });
}

/** The verdict in one sentence, without its full stop. */
export function describeChecks(checks: readonly Check[]): string {
  const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
  const counts = { all: checks.length, problems: count("problem"), unknown: count("unknown") };
  return describeVerdict(counts, concludeChecks(checks) === "unknown");
}

function listGroups(checks: readonly Check[]): readonly (readonly [CheckGroup, readonly Check[]])[] {
  const groups = (Object.keys(GROUP_TITLES) as readonly CheckGroup[]).map(
    (group) => [group, checks.filter((check) => getGroup(check) === group)] as const,
  );
  return groups.filter(([, members]) => members.length > 0);
}
