import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { BlobName, Source } from "../../domain/source.ts";
import { quoteForMessage } from "../../errors.ts";
import { describeRedactedEntries } from "../../messages/gaps/reading.ts";
import type { ScannerReport } from "./parse-report.ts";
import type { ReportEntry } from "./report-entry.ts";

/**
 * The report of another scanner as a source: each of its findings is a blob, and a key in it stands where that scanner says.
 * What stands outside of findings is one more.
 */
export class ScannerReportSource implements Source {
  readonly #report: ScannerReport;
  readonly #name: string;
  readonly #bytes: number;
  readonly #entries = new WeakMap<Blob, ReportEntry>();
  /** The keys of each blob: a finding says its secret more than once, and that is one place. */
  readonly #located = new WeakMap<Blob, Set<string>>();
  #read = 0;

  constructor(report: ScannerReport, { name, bytes }: { name: string; bytes: number }) {
    this.#report = report;
    this.#name = name;
    this.#bytes = bytes;
  }

  async *blobs(): AsyncGenerator<Blob> {
    for (const entry of this.#report.entries) {
      const blob = this.#createBlob(dropRepeated(entry.texts));
      this.#entries.set(blob, entry);
      this.#read += 1;
      yield blob;
    }
    if (this.#report.rest.length > 0) yield this.#createBlob(this.#report.rest);
  }

  async locate(blob: Blob, { secret, encoding, member }: Hit): Promise<readonly Sighting[]> {
    const located = this.#located.get(blob) ?? new Set();
    this.#located.set(blob, located);
    if (located.has(secret.fingerprint)) return [];
    located.add(secret.fingerprint);
    const entry = this.#entries.get(blob);
    const { path = null, line = null, commit = null, author = null, at = null } = entry ?? {};
    const place = path === null ? ({ where: "stdin", path: this.#name } as const) : ({ where: "file", path } as const);
    // Whether the head still has it the report does not say.
    return [{ ...place, line, column: null, commit, author, at, encoding, member, inHead: true, preexisting: false }];
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  async nameOf(blob: Blob): Promise<BlobName> {
    return { name: quoteForMessage(this.#entries.get(blob)?.path ?? this.#name) };
  }

  account(): ReturnType<Source["account"]> {
    const redacted = this.#report.entries.filter(({ isRedacted }) => isRedacted);
    const [first] = redacted;
    const gaps: readonly Gap[] = first
      ? [
          {
            kind: "unreadable",
            cause: "redacted",
            detail: describeRedactedEntries(redacted.length, quoteForMessage(first.path ?? this.#name)),
          },
        ]
      : [];
    return { coverage: { commits: 0, blobs: 0, bytes: this.#bytes, texts: this.#read }, gaps };
  }

  #createBlob(texts: readonly string[]): Blob {
    return { provenance: { kind: "stdin", name: this.#name }, chunks: [Buffer.from(`${texts.join("\n")}\n`)] };
  }
}

/** The texts without those that stand in one before them: scanners say a secret by itself, and again with its surroundings. */
function dropRepeated(texts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const text of texts) if (text !== "" && !kept.some((one) => one.includes(text))) kept.push(text);
  return kept;
}
