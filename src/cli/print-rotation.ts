import { type KeptSecrets, listStoredSecrets, NO_KEPT_SECRETS } from "../domain/kept-key.ts";
import type { Detail } from "../domain/report.ts";
import { restrictRotationReport } from "../domain/restricted-rotation.ts";
import { concludeRotation, type RotationReport } from "../domain/rotation.ts";
import { chooseRotationExit, EXIT_CODES } from "../exit.ts";
import { OUTPUTS } from "../messages/command-line/notices.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import type { OutputFile } from "../output-files/output-file.ts";
import { isClosedPipe } from "../output-files/streams.ts";
import { formatPlain } from "../report/line.ts";
import type { RotationContext, RotationView } from "../report/rotation/view.ts";
import { VERSION } from "../version.ts";
import { addLineEnd, describeWritten, type Loss, writeOutput } from "./print.ts";
import type { RotateFlags, RotationFormat } from "./rotate-flags.ts";
import { detectLook } from "./terminal.ts";

const { stderr } = process;

type Printing = {
  format: RotationFormat;
  detail: Detail;
  flags: RotateFlags;
  output: OutputFile | null;
  /** A token that may look at the repositories of the secrets. */
  token: string | null;
} & Pick<RotationContext, "goOn" | "hasAuditFile">;

/**
 * Prints what came of the rotations, or writes it to the file of `--output`, and returns the exit code. Where the report is
 * lost, its verdict is said on standard error: nobody else may tell which key is where.
 */
export async function printRotation(report: RotationReport, printing: Printing): Promise<number> {
  const { flags, output } = printing;
  const shown = restrictRotationReport(report, printing.detail);
  const kept = await findKept(shown, printing);
  const context = { ...printing, medium: "terminal", version: VERSION, runUrl: null, kept } as const;
  const view = (await import("../report/rotation/view.ts")).describeRotation(shown, context);
  const isQuiet = flags.quiet === true && /^(?:rotated|nothing-due)$/.test(concludeRotation(report));
  try {
    const text = async () => addLineEnd(await renderRotation(shown, view, printing, context));
    const losses = isQuiet && output === null ? [] : await writeOutput(await text(), output);
    if (output !== null && losses.length === 0 && !isQuiet) {
      stderr.write(`${formatPlain(view.title)} · ${describeWritten(output.file)}\n`);
    }
    return await settleExit(report, view, losses);
  } catch (error) {
    return await settleExit(report, view, [{ what: OUTPUTS.report, code: getErrorCode(error) }]);
  }
}

/** What can be said of the workflows that read the new keys. The report is told without it, whatever goes wrong. */
async function findKept(report: RotationReport, { flags: { repo }, token }: Printing): Promise<KeptSecrets> {
  const secrets = listStoredSecrets(report);
  if (secrets.length === 0) return NO_KEPT_SECRETS;
  const { describeRepositories } = await import("./kept-secrets.ts");
  return await describeRepositories(secrets, { repo, token }).catch(() => NO_KEPT_SECRETS);
}

async function settleExit(report: RotationReport, view: RotationView, losses: readonly Loss[]): Promise<number> {
  const told = losses.filter(({ code }) => !isClosedPipe(code));
  if (told.length === 0) return chooseRotationExit(report);
  const { describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  const lines = [
    ...view.keys.map(({ verdict }) => formatPlain(verdict)),
    ...told.map(({ what, code }) => describeOutputFailure(what, code)),
  ];
  stderr.write(lines.map((one) => `${one}\n`).join(""));
  return EXIT_CODES.incomplete;
}

async function renderRotation(
  shown: RotationReport,
  view: RotationView,
  { format, flags }: Printing,
  context: RotationContext,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../report/rotation/text.ts")).renderRotationText(view, detectLook(flags), context.medium);
    case "json":
      return (await import("../report/rotation/json.ts")).renderRotationJson(shown, VERSION);
    case "markdown":
      return (await import("../report/rotation/markdown.ts")).renderRotationSummary(view, context);
    default:
      return format satisfies never;
  }
}
