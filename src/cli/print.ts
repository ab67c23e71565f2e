import { writeFile } from "node:fs/promises";
import { conclude, type Report } from "../domain/report.ts";
import { brief, isBrief } from "../report/brief.ts";
import { VERSION } from "../version.ts";
import { type Flags, oneOf, valueOf } from "./flags.ts";
import { look, richLook } from "./terminal.ts";

const { stdout, stderr } = process;

const FORMATS = ["text", "json", "sarif", "markdown", "html"] as const;

/** A way to write a report. */
export type Format = (typeof FORMATS)[number];

/** The format that was asked for. */
export function formatIn(flags: Flags): Format {
  return oneOf(flags, "format", FORMATS);
}

/** Prints the report in a format, or writes it to the file that `--output` names. */
export async function print(report: Report, format: Format, flags: Flags): Promise<void> {
  const words = await printed(report, format, flags);
  const file = valueOf(flags, "output");
  if (file !== undefined) await writeFile(file, words);
  else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
  const last =
    flags.quiet || format !== "text" ? null : (await import("../report/last-line.ts")).describeFailure(report);
  if (last !== null) stderr.write(`${last}\n`);
}

/** What takes more words than one line is loaded for those who need it. */
async function printed(report: Report, format: Format, flags: Flags): Promise<string> {
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
      if (isBrief(report)) return brief(report, look(flags));
      return (await import("../report/text.ts")).renderText(report, await richLook(flags));
    default:
      return format satisfies never;
  }
}
