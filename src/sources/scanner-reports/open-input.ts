import { UsageError } from "../../errors.ts";
import { describeNotReport } from "../../messages/errors/command-line/flags.ts";
import { type OpenStdin, openStdin, type StdinOptions } from "../stdin.ts";
import type { InputFormat } from "./input-format.ts";
import { parseScannerReport, type ScannerReport } from "./parse-report.ts";
import { ScannerReportSource } from "./report-source.ts";

/** A longer report is searched as text: it is held as a whole, several times over. In bytes. */
const LONGEST_REPORT = 64 * 1024 * 1024;

/** A stream, and how to read it. */
export type InputOptions = StdinOptions & { format: InputFormat };

/**
 * Opens standard input: as the report of another scanner, whose places are taken over, or as one text. What begins like JSON
 * is read to its end to find that out.
 *
 * @throws UsageError where it is not the report that `format` says.
 */
export async function openInput({ stream, name, format }: InputOptions): Promise<OpenStdin> {
  if (format === "text") return openStdin({ stream, name });
  const input = await readAhead(stream);
  const report = input.text === null ? null : parseScannerReport(input.text);
  const isWanted = report !== null && isOf(report, format);
  if (isWanted) {
    const source = new ScannerReportSource(report, { name, bytes: input.bytes });
    return { change: { kind: "stdin", name }, source };
  }
  // Scanners that found nothing write an empty list, or nothing at all.
  const isEmpty = input.text !== null && /^\s*(?:\[\s*\]|null)?\s*$/.test(input.text);
  if (format !== "auto" && !isEmpty && input.error === null) throw new UsageError(describeNotReport(format));
  return openStdin({ stream: replay(input), name });
}

/** Betterleaks began as gitleaks, and many call its reports by that name. */
function isOf({ scanners }: ScannerReport, format: Exclude<InputFormat, "text">): boolean {
  if (format === "auto") return true;
  return [...scanners].some((one) => one === format || (one === "betterleaks" && format === "gitleaks"));
}

/** What was read of a stream: `text` where that is all of it, and JSON by its looks. `rest` is what follows. */
type Input = {
  chunks: readonly Uint8Array[];
  bytes: number;
  text: string | null;
  rest: AsyncIterator<Uint8Array> | null;
  /** What reading it broke off with. */
  error: unknown;
};

async function readAhead(stream: AsyncIterable<Uint8Array>): Promise<Input> {
  const chunks: Uint8Array[] = [];
  const iterator = stream[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return { chunks, bytes, text: decode(chunks), rest: null, error: null };
      chunks.push(value);
      bytes += value.length;
      if (bytes > LONGEST_REPORT || !mayBeJson(chunks))
        return { chunks, bytes, text: null, rest: iterator, error: null };
    }
  } catch (error) {
    return { chunks, bytes, text: null, rest: null, error };
  }
}

/** Whether the first sign that is no blank begins a list or an object. Scanners that found nothing may write `null`. */
function mayBeJson(chunks: readonly Uint8Array[]): boolean {
  const [first] = chunks;
  const start = first ? Buffer.from(first).toString("latin1", 0, 64) : "";
  return /^(?:\xef\xbb\xbf)?\s*(?:[[{]|null\s*$|$)/.test(start);
}

function decode(chunks: readonly Uint8Array[]): string {
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** The whole stream, from its beginning. */
async function* replay({ chunks, rest, error }: Input): AsyncGenerator<Uint8Array> {
  yield* chunks;
  if (error !== null) throw error;
  if (rest !== null) yield* { [Symbol.asyncIterator]: () => rest };
}
