import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import type { IgnoreFile } from "./ignore-file.ts";
import { parseIgnoreFile } from "./parse.ts";
import { rewritten } from "./rewritten.ts";
import { spliced } from "./spliced.ts";

/** The head of a file that was not there before. */
const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/openai-key-guard/openai-key-guard/main/schema/ignore-file.v1.json
#
# Which keys openai-key-guard passes over. Read from the base branch: what a change writes here counts once it is merged.
# A key that works and is ours is reported all the same. Further words: exclude (globs of paths), protect (ids or names
# of keys, projects and owners that are never revoked automatically).
`;

/**
 * Puts entries into the text of an ignore file, in place of those of the same keys, and gives the new text. What stands
 * there stays as it is, byte for byte, where that can be; else the file is written anew, with its comments and its order.
 * Null is a file that is not there.
 *
 * @throws UsageError where the file is wrong before anything is put into it.
 */
export function editIgnoreFile(text: string | null, entries: readonly IgnoreEntry[], name: string): string {
  const [, bom = "", body = ""] = /^(\uFEFF?)(.*)$/s.exec(text ?? HEAD) ?? [];
  const before = body.replaceAll("\r\n", "\n");
  const wanted = JSON.stringify(withEntries(parseIgnoreFile(before, name), entries));
  for (const edit of [spliced, rewritten]) {
    const after = edit(before, entries);
    if (says(after, name) === wanted) return bom + (body.includes("\r\n") ? after.replaceAll("\n", "\r\n") : after);
  }
  throw new Error("the ignore file could not be edited without changing what it says");
}

function says(text: string, name: string): string | null {
  try {
    return JSON.stringify(parseIgnoreFile(text, name));
  } catch {
    return null;
  }
}

/** What the file is to say: the entries that were there keep their places. */
function withEntries(file: IgnoreFile, entries: readonly IgnoreEntry[]): IgnoreFile {
  const given = new Map(entries.map((entry) => [entry.fingerprint, plainly(entry)]));
  const kept = file.ignore.map((entry) => given.get(entry.fingerprint) ?? entry);
  const known = new Set(file.ignore.map(({ fingerprint }) => fingerprint));
  return { ...file, ignore: [...kept, ...[...given.values()].filter(({ fingerprint }) => !known.has(fingerprint))] };
}

function plainly({ fingerprint, reason, until }: IgnoreEntry): IgnoreEntry {
  return { fingerprint, reason, until };
}
