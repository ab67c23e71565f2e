import { type AuditReport, concludeAudit, restrictAuditReport } from "../domain/audit-report.ts";
import type { Detail } from "../domain/report.ts";
import { EXIT_CODES } from "../exit.ts";
import { OUTPUTS } from "../messages/command-line/notices.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import type { OutputFile } from "../output-files/output-file.ts";
import { isClosedPipe } from "../output-files/streams.ts";
import type { AuditView } from "../report/audit/view.ts";
import { escapePlain } from "../report/escape.ts";
import { describeAuditTitle } from "../report/wording/audit/title.ts";
import { VERSION } from "../version.ts";
import type { AuditFormat } from "./audit-flags.ts";
import type { Flags } from "./flags.ts";
import { addLineEnd, describeWritten, type Loss, writeOutput } from "./print.ts";
import { detectLook } from "./terminal.ts";

const { stderr } = process;

/** How an audit is to be printed. */
export type AuditPrinting = {
  format: AuditFormat;
  detail: Detail;
  flags: Omit<Flags, "format">;
  output: OutputFile | null;
};

/**
 * Prints an audit in the format of `--format`, or writes it to the file of `--output`, and returns the exit code. What was
 * done to keys was told as it was done, so that nothing is lost with a report that cannot be written.
 */
export async function printAudit(report: AuditReport, printing: AuditPrinting): Promise<number> {
  const { flags, output } = printing;
  const isQuiet = flags.quiet === true && report.conclusion === "clean";
  try {
    const losses =
      isQuiet && output === null ? [] : await writeOutput(addLineEnd(await renderAudit(report, printing)), output);
    if (output !== null && losses.length === 0 && !isQuiet) tellFile(report, output);
    await tellLosses(losses);
    return losses.every(({ code }) => isClosedPipe(code)) ? EXIT_CODES[concludeAudit(report)] : EXIT_CODES.incomplete;
  } catch (error) {
    await tellLosses([{ what: OUTPUTS.report, code: getErrorCode(error) }]);
    return EXIT_CODES.incomplete;
  }
}

/** The verdict for the terminal, and which file has the report. */
function tellFile(report: AuditReport, { file }: OutputFile): void {
  stderr.write(`${escapePlain(describeAuditTitle(report))} · ${describeWritten(file)}\n`);
}

async function tellLosses(losses: readonly Loss[]): Promise<void> {
  const told = losses.filter(({ code }) => !isClosedPipe(code));
  if (told.length === 0) return;
  const { describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  stderr.write(told.map(({ what, code }) => `${describeOutputFailure(what, code)}\n`).join(""));
}

/** Loads the renderer that is needed. What the reader may not see is taken out first. */
async function renderAudit(
  report: AuditReport,
  { format, detail, flags }: AuditPrinting,
): Promise<string | Iterable<string>> {
  const shown = restrictAuditReport(report, detail);
  const context = { medium: "terminal", version: VERSION, runUrl: null } as const;
  switch (format) {
    case "text": {
      const { renderAuditText } = await import("../report/audit/text.ts");
      return renderAuditText(await describe(shown), detectLook(flags), context.medium);
    }
    case "json":
      return (await import("../report/audit/json.ts")).renderAuditJsonPieces(shown, VERSION);
    case "markdown":
      return (await import("../report/audit/markdown.ts")).renderAuditSummary(await describe(shown), context);
    case "html":
      return (await import("../report/audit/html.ts")).renderAuditHtml(shown, context);
    case "csv":
      return (await import("../report/audit/csv.ts")).renderAuditCsv(shown);
    default:
      return format satisfies never;
  }
}

async function describe(report: AuditReport): Promise<AuditView> {
  return (await import("../report/audit/view.ts")).describeAudit(report);
}
