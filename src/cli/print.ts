import { writeFile } from "node:fs/promises";
import { conclude, type Report } from "../domain/report.ts";
import { isOneLine, renderOneLine, renderText } from "../report/text.ts";
import type { ReportView } from "../report/view/view.ts";
import { VERSION } from "../version.ts";
import type { Flags, Format } from "./flags.ts";
import { detectLook, detectRichLook } from "./terminal.ts";

const { stdout, stderr } = process;

/** Prints the report in the format of `--format`, or writes it to the file that `--output` names. */
export async function printReport(report: Report, flags: Flags): Promise<void> {
  const { format = "text", quiet } = flags;
  if (format !== "text") return write(report, await renderFormat(report, format), flags);
  if (isOneLine(report)) return write(report, renderOneLine(report, detectLook(flags)), flags);
  const view = await describe(report);
  await write(report, renderText(view, await detectRichLook(flags)), flags);
  if (view.failure !== null && !quiet) stderr.write(`${view.failure}\n`);
}

async function write(report: Report, text: string, { output, quiet }: Flags): Promise<void> {
  if (output !== undefined) await writeFile(output, text);
  else if (!(quiet && conclude(report) === "clean")) stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Loads a renderer only when it is needed: a clean report is one line. */
async function renderFormat(report: Report, format: Exclude<Format, "text">): Promise<string> {
  const context = { head: "", link: () => null, runUrl: null, version: VERSION };
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson(report, VERSION);
    case "sarif":
      return (await import("../report/sarif/sarif.ts")).renderSarif(report, context);
    case "markdown":
      return (await import("../report/markdown/markdown.ts")).renderSummary(await describe(report), context);
    case "html":
      return (await import("../report/html/html.ts")).renderHtml(await describe(report), context);
    default:
      return format satisfies never;
  }
}

async function describe(report: Report): Promise<ReportView> {
  return (await import("../report/view/view.ts")).describeReport(report);
}
