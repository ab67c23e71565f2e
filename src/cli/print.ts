import type { Change } from "../domain/change.ts";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import { conclude, concludeRun, type Report } from "../domain/report.ts";
import { EXIT_CODES } from "../exit.ts";
import { describeWrittenReport, OUTPUTS } from "../messages/command-line/notices.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import type { OutputFile } from "../output-files/output-file.ts";
import { isClosedPipe, writeText } from "../output-files/streams.ts";
import type { RepositoryFacts } from "../report/advice/federation/workflow-place.ts";
import { BARE_CONTEXT } from "../report/context.ts";
import { escapePlain } from "../report/escape.ts";
import type { SarifContext } from "../report/sarif/sarif.ts";
import { isOneLine, renderOneLine } from "../report/terminal/one-line.ts";
import type { PageContext, ReportView } from "../report/view/view.ts";
import { describeCleanTitle, describeNamedCoverage } from "../report/wording/coverage.ts";
import { VERSION } from "../version.ts";
import type { Flags, Format } from "./flags.ts";
import { createPlaceLinks } from "./links.ts";
import { detectLook, detectRichLook } from "./terminal.ts";

const { env, stdout, stderr } = process;

/** A report in the format of `--format`, perhaps in pieces, and what is said beside it on standard error. */
type Rendered = { text: string | Iterable<string>; failure: string | null };

/** What could not be written, and the system's code for it. */
export type Loss = { what: string; code: string };

/**
 * Prints the report in the format of `--format`, or writes it to the file of `--output`, and returns the exit code. Where
 * that fails, what was done to keys is told on standard error, for nobody else may tell of it.
 */
export async function printReport(report: Report, flags: Flags, output: OutputFile | null): Promise<number> {
  const exitCode = EXIT_CODES[concludeRun(report)];
  try {
    const { text, failure } = await renderReport(report, flags);
    const isSaid = output !== null || !(flags.quiet && conclude(report) === "clean");
    const losses = isSaid ? await writeOutput(addLineEnd(text), output) : [];
    const isQuiet = flags.quiet && conclude(report) === "clean";
    if (output !== null && losses.length === 0 && !isQuiet)
      stderr.write(`${await renderFileVerdict(report, output)}\n`);
    if (failure !== null && !flags.quiet) stderr.write(`${failure}\n`);
    await tellLosses(report, losses, output);
    return losses.every(({ code }) => isClosedPipe(code)) ? exitCode : EXIT_CODES.incomplete;
  } catch (error) {
    await tellLosses(report, [{ what: OUTPUTS.report, code: getErrorCode(error) }], null);
    return EXIT_CODES.incomplete;
  }
}

/** The text with a line feed at its end. */
export function addLineEnd(text: string | Iterable<string>): string | Iterable<string> {
  return typeof text !== "string" || text.endsWith("\n") ? text : `${text}\n`;
}

/** Writes a text where it is to go. One that its file cannot take goes to standard output. */
export async function writeOutput(
  text: string | Iterable<string>,
  output: OutputFile | null,
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  if (output !== null) {
    const code = await output.write(text).then(() => null, getErrorCode);
    if (code === null) return [];
    losses.push({ what: `${output.name} ${JSON.stringify(output.file)}`, code });
  }
  const code = await writeText(stdout, text);
  return code === null ? losses : [...losses, { what: OUTPUTS.stdout, code }];
}

/** Tells what could not be written. Where standard output took the text all the same, it has told of the keys. */
async function tellLosses(report: Report, losses: readonly Loss[], output: OutputFile | null): Promise<void> {
  if (losses.length === 0) return;
  const { describeLostReport, describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  const isTold = output !== null && losses.length === 1;
  const lines = losses.flatMap(({ what, code }) => (isClosedPipe(code) ? [] : [describeOutputFailure(what, code)]));
  stderr.write([...lines, ...(isTold ? [] : describeLostReport(report))].map((line) => `${line}\n`).join(""));
}

/** The verdict for the terminal, and which file has the report. */
async function renderFileVerdict(report: Report, { file }: OutputFile): Promise<string> {
  const title = isOneLine(report) ? describeCleanTitle(report) : (await describe(report, {})).title;
  return `${escapePlain(title)} · ${describeWritten(file)}`;
}

/** Says which file has the report. */
export function describeWritten(file: string): string {
  const shown = escapePlain(file);
  return describeWrittenReport(/^[\w./@+-]+$/.test(shown) ? shown : JSON.stringify(shown));
}

async function renderReport(report: Report, flags: Flags): Promise<Rendered> {
  const { format = "text" } = flags;
  if (format !== "text") return { text: await renderFormat(report, format, flags), failure: null };
  if (isOneLine(report)) return { text: renderOneLine(report, detectLook(flags)), failure: null };
  const coverage = escapePlain(describeNamedCoverage(report));
  const view = { ...(await describe(report, flags)), coverage };
  const { isStoppedEarly, renderUnpublished } = await import("../report/terminal/unpublished.ts");
  if (isStoppedEarly(report) && !flags.verbose) {
    const isHook = report.change.kind === "range" || Boolean(env["GIT_INDEX_FILE"]);
    return { text: renderUnpublished(report, view, await detectRichLook(flags), isHook), failure: null };
  }
  const { renderText } = await import("../report/terminal/text.ts");
  return { text: renderText(view, await detectRichLook(flags)), failure: view.failure };
}

/** A sweep is about many repositories, and has a run for each. */
async function renderSarifFile(report: Report, context: SarifContext): Promise<string> {
  if (report.change.kind !== "sweep") return (await import("../report/sarif/sarif.ts")).renderSarif(report, context);
  const [{ renderSweepSarif }, { readServer }] = await Promise.all([
    import("../report/sarif/sweep-sarif.ts"),
    import("./sweep/access.ts"),
  ]);
  return renderSweepSarif(report, { server: readServer().serverUrl, version: VERSION });
}

/** Renders a report for a job's summary. */
export async function renderMarkdown(report: Report, flags: Pick<Flags, "repo"> = {}): Promise<string> {
  const [{ renderSummary }, view] = await Promise.all([
    import("../report/markdown/markdown.ts"),
    describe(report, flags),
  ]);
  return renderSummary(view, await createPageContext(report));
}

async function createPageContext({ change }: Report): Promise<PageContext> {
  return { ...BARE_CONTEXT, now: SYSTEM_CLOCK.now(), head: "", version: VERSION, link: await createPlaceLinks(change) };
}

/** Loads a renderer only when it is needed: a clean report is one line. */
async function renderFormat(
  report: Report,
  format: Exclude<Format, "text">,
  flags: Flags,
): Promise<string | Iterable<string>> {
  const context = await createPageContext(report);
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJsonPieces(report, VERSION);
    case "sarif":
      return await renderSarifFile(report, context);
    case "markdown":
      return await renderMarkdown(report, flags);
    case "html":
      return (await import("../report/html/html.ts")).renderHtml(await describe(report, flags), context);
    default:
      return format satisfies never;
  }
}

async function describe(report: Report, { repo }: Pick<Flags, "repo">): Promise<ReportView> {
  const [{ describeReport }, { isForWorkflow }] = await Promise.all([
    import("../report/view/view.ts"),
    import("../report/advice/federation/workflow-place.ts"),
  ]);
  const now = SYSTEM_CLOCK.now();
  if (!report.findings.some(isForWorkflow)) return describeReport(report, { now });
  const { readOwnRepository } = await import("./own-repository.ts");
  const own = await readOwnRepository(repo);
  return describeReport(report, { now, ...own, ...locateElsewhere(report.change, own.repository) });
}

/** What is known of the scanned repository where that is not the one that the folder is a clone of. */
function locateElsewhere(change: Change, own: string | null): Partial<RepositoryFacts> {
  if (change.kind === "sweep") return { repository: null, defaultBranch: null };
  if (change.kind !== "alerts" || change.of === own) return {};
  return { repository: change.of.includes("/") ? change.of : null, defaultBranch: null };
}
