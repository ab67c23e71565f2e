import type { Gap } from "../domain/gap.ts";
import { UsageError } from "../errors.ts";
import { type IgnoreFile, NOTHING_IGNORED } from "./ignore-file.ts";

/** A version of the file, as a repository has it. */
export type FileVersion =
  | { kind: "file"; bytes: Uint8Array }
  | { kind: "unfit"; why: string }
  | { kind: "absent" | "missing" | "no-commit" };

/** What the ignore file of the base says, and what of it could not be read. */
export type BasePolicy = IgnoreFile & {
  gaps: readonly Gap[];
  /** False where it may protect keys and nobody can tell which: then nothing is contained. */
  mayContain: boolean;
};

/** What holds where there is no ignore file. */
export const EMPTY_BASE_POLICY: BasePolicy = { ...NOTHING_IGNORED, gaps: [], mayContain: true };

/**
 * Reads the file as the base has it. Where that is wrong, nothing is ignored and nothing contained, and there is a gap; but
 * none where the change mends the file, for else nobody could merge that. A change that breaks it is a gap as well: of what
 * the change writes nothing else counts. Null is a head that has the same file, or that nobody asked for.
 */
export async function parseBasePolicy(base: FileVersion, head: FileVersion | null, name: string): Promise<BasePolicy> {
  const [before, after] = await Promise.all([read(base, name), head && read(head, name)]);
  if (before.kind === "read") {
    const isBroken = after?.kind === "wrong" && (head?.kind === "file" || head?.kind === "unfit");
    return { ...before.file, gaps: isBroken ? [gapOf(`the change leaves ${after.why}`)] : [], mayContain: true };
  }
  const gaps = after?.kind === "read" ? [] : [gapOf(`the base has ${before.why} Nothing was ignored or contained.`)];
  return { ...NOTHING_IGNORED, gaps, mayContain: false };
}

function gapOf(detail: string): Gap {
  return { kind: "unreadable", detail };
}

type Read = { kind: "read"; file: IgnoreFile } | { kind: "wrong"; why: string };

async function read(version: FileVersion, name: string): Promise<Read> {
  switch (version.kind) {
    case "absent":
      return { kind: "read", file: NOTHING_IGNORED };
    case "unfit":
      return { kind: "wrong", why: `an ignore file that cannot be read: ${name} ${version.why}.` };
    case "missing":
    case "no-commit":
      return { kind: "wrong", why: `an ignore file that could not be fetched: ${name}.` };
    case "file":
      return await parsed(version.bytes, name);
    default:
      return version satisfies never;
  }
}

async function parsed(bytes: Uint8Array, name: string): Promise<Read> {
  try {
    const text = decodeText(bytes, name);
    // Loaded for those who have the file: YAML is a large language.
    return { kind: "read", file: (await import("./parse.ts")).parseIgnoreFile(text, name) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { kind: "wrong", why: `an ignore file that cannot be read: ${error.message}` };
  }
}

/** @throws UsageError for what is no text of UTF-8, or a pointer of Git LFS in its place. */
export function decodeText(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not a text in UTF-8; save it as one.`);
  }
  if (!text.startsWith("version https://git-lfs")) return text;
  throw new UsageError(
    `${name} is kept by Git LFS; take it out of there (git lfs untrack), for it is read from git alone.`,
  );
}
