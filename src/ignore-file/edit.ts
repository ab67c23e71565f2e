import { isMap, isSeq, parseDocument, Scalar } from "yaml";
import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { FILE_HEAD } from "../messages/ignore-command.ts";
import { formatDay } from "../settings/entry-fields.ts";
import type { IgnoreFile } from "./ignore-file.ts";
import { parseIgnoreFile } from "./parse.ts";
import { spliceEntries } from "./splice.ts";

/**
 * Puts entries into the text of an ignore file, in place of those of the same keys, and returns the new text. The rest
 * stays as it is, byte for byte, where that can be; else the file is written anew, with its comments and its order. Null
 * is a file that is not there.
 *
 * @throws UsageError where the file is wrong before anything is put into it.
 */
export function editIgnoreFile(text: string | null, entries: readonly IgnoreEntry[], name: string): string {
  const [, byteOrderMark = "", body = ""] = /^(\uFEFF?)(.*)$/s.exec(text ?? FILE_HEAD) ?? [];
  const before = body.replaceAll("\r\n", "\n");
  const expected = JSON.stringify(mergeEntries(parseIgnoreFile(before, name), entries));
  for (const edit of [spliceEntries, rewriteEntries]) {
    const after = edit(before, entries);
    if (readBack(after, name) === expected)
      return byteOrderMark + (body.includes("\r\n") ? after.replaceAll("\n", "\r\n") : after);
  }
  throw new Error("the ignore file could not be edited without changing what it says");
}

/** What an edited text says, to be compared; null where it cannot be read. */
function readBack(text: string, name: string): string | null {
  try {
    return JSON.stringify(parseIgnoreFile(text, name));
  } catch {
    return null;
  }
}

/** What the file is to say: the entries that were there keep their places. */
function mergeEntries(file: IgnoreFile, entries: readonly IgnoreEntry[]): IgnoreFile {
  const added = new Map(
    entries.map(({ fingerprint, reason, until }) => [fingerprint, { fingerprint, reason, until }] as const),
  );
  const merged = new Map([...file.ignore.map((entry) => [entry.fingerprint, entry] as const), ...added]);
  return { ...file, ignore: [...merged.values()] };
}

/** Lets the library write the file: it keeps comments and order, and not every blank. */
function rewriteEntries(text: string, entries: readonly IgnoreEntry[]): string {
  const document = parseDocument(text, { schema: "core", prettyErrors: false, logLevel: "silent" });
  if (!isSeq(document.get("ignore", true))) document.set("ignore", document.createNode([]));
  const list = document.get("ignore", true);
  if (!isSeq(list)) return text;
  for (const { fingerprint, reason, until } of entries) {
    const item = list.items.find((entry) => isMap(entry) && readSource(entry.get("fingerprint", true)) === fingerprint);
    if (isMap(item)) {
      item.set("reason", reason);
      if (until) item.set("until", formatDay(until));
      else item.delete("until");
    } else list.add(document.createNode({ fingerprint, reason, ...(until && { until: formatDay(until) }) }));
  }
  return document.toString({ lineWidth: 0 });
}

/** A fingerprint of digits alone is read as a number. */
function readSource(node: unknown): string | undefined {
  return node instanceof Scalar ? (node.source ?? String(node.value)) : undefined;
}
