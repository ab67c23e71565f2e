/** The audit file is a folder, a device or a pipe. `name` is what the reader calls the setting; `file` is quoted. */
export function describeIrregularAuditFile(name: string, file: string): string {
  return `${name} is ${file}, which is not a regular file: earlier lines could not be read back from it. Name a regular file, or leave ${name} out to keep no record.`;
}

/** What may be wrong with a line of the audit file. */
export type LineFault = "not-json" | "newer-version" | "other-program" | "no-key" | "no-act" | "no-rotation";

/** A line of the audit file that this tool cannot have written. `file` is quoted; lines count from 1. */
export function describeDamagedLine(line: number, file: string, fault: LineFault): string {
  return `Line ${line} of the audit file ${file} ${describeLineFault(fault)}. Nothing in the file was changed. Move the file away, or repair or remove that line, then run again.`;
}

function describeLineFault(fault: LineFault): string {
  switch (fault) {
    case "not-json":
      return "is not JSON";
    case "newer-version":
      return "was written by a newer version of openai-key-guard";
    case "other-program":
      return "was not written by openai-key-guard";
    case "no-key":
      return "does not say which key it is about";
    case "no-act":
      return "does not say what was done to the key";
    case "no-rotation":
      return "does not say which step of which rotation it is about";
    default:
      return fault satisfies never;
  }
}
