import { isMap, isSeq, parseDocument, Scalar } from "yaml";
import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { dayOf } from "./entry.ts";

/** Puts entries into the text of an ignore file by YAML's own writer, which keeps comments and order, and not every blank. */
export function rewritten(text: string, entries: readonly IgnoreEntry[]): string {
  const document = parseDocument(text, { schema: "core", prettyErrors: false, logLevel: "silent" });
  const list = document.get("ignore", true);
  if (!isSeq(list)) document.set("ignore", document.createNode([]));
  const seq = document.get("ignore", true);
  if (!isSeq(seq)) return text;
  for (const { fingerprint, reason, until } of entries) {
    const entry = { fingerprint, reason, ...(until ? { until: dayOf(until) } : {}) };
    const at = seq.items.findIndex((item) => isMap(item) && sourceOf(item.get("fingerprint", true)) === fingerprint);
    const item = seq.items[at];
    if (!isMap(item)) {
      seq.add(document.createNode(entry));
      continue;
    }
    item.set("reason", reason);
    if (until) item.set("until", dayOf(until));
    else item.delete("until");
  }
  return document.toString({ lineWidth: 0 });
}

/** A fingerprint of digits alone is read as a number. */
function sourceOf(node: unknown): string | undefined {
  return node instanceof Scalar ? (node.source ?? String(node.value)) : undefined;
}
