import { writeFile } from "node:fs/promises";
import { conclude, type Report } from "../domain/report.ts";
import { brief, isBrief } from "../report/brief.ts";
import { VERSION } from "../version.ts";
import type { Flags, Format } from "./options.ts";
import { detectLook, detectRichLook } from "./terminal.ts";

const { stdout, stderr } = process;

/** Prints the report in the format of `--format`, or writes it to the file that `--output` names. */
export async function printReport(report: Report, flags: Flags): Promise<void> {
  const { format = "text", output, quiet } = flags;
  const text = await renderReport(report, format, flags);
  if (output !== undefined) await writeFile(output, text);
  else if (!(quiet && conclude(report) === "clean")) stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  if (quiet || format !== "text") return;
  const last = (await import("../report/last-line.ts")).describeFailure(report);
  if (last !== null) stderr.write(`${last}\n`);
}

/** Loads a renderer only when it is needed: a clean report is one line. */
async function renderReport(report: Report, format: Format, flags: Flags): Promise<string> {
  const context = { head: "", link: () => null, runUrl: null, version: VERSION };
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson(report, VERSION);
    case "sarif":
      return (await import("../report/sarif/sarif.ts")).renderSarif(report, context);
    case "markdown":
      return (await import("../report/markdown/markdown.ts")).renderSummary(report, context);
    case "html":
      return (await import("../report/html/html.ts")).renderHtml(report, context);
    case "text":
      if (isBrief(report)) return brief(report, detectLook(flags));
      return (await import("../report/text.ts")).renderText(report, await detectRichLook(flags));
    default:
      return format satisfies never;
  }
}
