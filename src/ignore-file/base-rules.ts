import type { Gap, GapCause } from "../domain/gap.ts";
import { UsageError } from "../errors.ts";
import { describeLfsPointer, describeNotUtf8 } from "../messages/errors/ignore-file.ts";
import {
  describeBrokenByChange,
  describeUnfetchedFile,
  describeUnfit,
  describeUnusableBase,
} from "../messages/gaps/ignore-file.ts";
import { type IgnoreFile, NOTHING_IGNORED } from "./ignore-file.ts";

/** A version of the ignore file, as a repository has it. `unfit` is what is no ordinary file. */
export type FileVersion =
  | { kind: "file"; bytes: Uint8Array }
  | { kind: "unfit"; why: string }
  | { kind: "absent" | "missing" | "no-commit" };

/** What the base's ignore file says, and gaps where it could not be read. */
export type BasePolicy = IgnoreFile & {
  gaps: readonly Gap[];
  /** False when the file could not be read: it may protect keys, and nobody can tell which. Then nothing is contained. */
  mayContain: boolean;
};

/** What holds where there is no ignore file. */
export const EMPTY_BASE_POLICY: BasePolicy = { ...NOTHING_IGNORED, gaps: [], mayContain: true };

/**
 * Reads the file as the base has it. When that is wrong, nothing is ignored and nothing contained, and there is a gap; but
 * none where the change mends the file, or nobody could merge the repair. A change that breaks the file is a gap as well:
 * nothing else that the change writes counts. A null head has the same file, or was not read.
 */
export async function parseBasePolicy(base: FileVersion, head: FileVersion | null, name: string): Promise<BasePolicy> {
  const [before, after] = await Promise.all([readVersion(base, name), head && readVersion(head, name)]);
  if (before.kind === "read") {
    const isBroken = after?.kind === "wrong" && (head?.kind === "file" || head?.kind === "unfit");
    return {
      ...before.file,
      gaps: isBroken ? [createGap("broken-ignore-file", describeBrokenByChange(after.why))] : [],
      mayContain: true,
    };
  }
  const gaps = after?.kind === "read" ? [] : [createGap("ignore-file", describeUnusableBase(before.why))];
  return { ...NOTHING_IGNORED, gaps, mayContain: false };
}

function createGap(cause: GapCause, detail: string): Gap {
  return { kind: "unreadable", cause, detail };
}

type ReadResult = { kind: "read"; file: IgnoreFile } | { kind: "wrong"; why: string };

async function readVersion(version: FileVersion, name: string): Promise<ReadResult> {
  switch (version.kind) {
    case "absent":
      return { kind: "read", file: NOTHING_IGNORED };
    case "unfit":
      return { kind: "wrong", why: describeUnfit(name, version.why) };
    case "missing":
    case "no-commit":
      return { kind: "wrong", why: describeUnfetchedFile(name) };
    case "file":
      return await parseVersion(version.bytes, name);
    default:
      return version satisfies never;
  }
}

async function parseVersion(bytes: Uint8Array, name: string): Promise<ReadResult> {
  try {
    const text = decodeText(bytes, name);
    // Loaded only when there is a file: the YAML parser is large.
    return { kind: "read", file: (await import("./parse.ts")).parseIgnoreFile(text, name) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { kind: "wrong", why: error.message };
  }
}

/** The bytes as text. @throws UsageError for what is not UTF-8, or a Git LFS pointer in its place. */
export function decodeText(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(describeNotUtf8(name));
  }
  if (!text.startsWith("version https://git-lfs")) return text;
  throw new UsageError(describeLfsPointer(name));
}
