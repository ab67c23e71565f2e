import { isMap, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap } from "yaml";
import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { dayOf } from "./entry.ts";

type Patch = { from: number; to: number; text: string };

/**
 * Puts entries into the text of an ignore file and changes only the characters that must change. It does not know all of
 * YAML: whoever calls it reads the text again, to see that it came out right.
 */
export function spliced(text: string, entries: readonly IgnoreEntry[]): string {
  const { contents } = parseDocument(text, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
  const list = isMap<Node, Node | null>(contents) ? contents.get("ignore", true) : null;
  const items = isSeq<Node>(list) ? list.items.filter((item) => isMap<Node, Node | null>(item)) : [];
  const known = new Map(items.map((item) => [String(item.get("fingerprint")), item]));
  const patches = entries.flatMap((entry) => {
    const item = known.get(entry.fingerprint);
    return item ? patchesOf(text, item, entry) : [];
  });
  const added = entries.filter(({ fingerprint }) => !known.has(fingerprint));
  if (added.length > 0) patches.push(placeOf(text, contents, items, added));
  return patches
    .toSorted((one, other) => other.from - one.from)
    .reduce((whole, { from, to, text: part }) => whole.slice(0, from) + part + whole.slice(to), text);
}

/** Entries after the last one, in its column; or below `ignore:`; or, where there is no such word, at the end. */
function placeOf(
  text: string,
  top: unknown,
  items: readonly YAMLMap<Node, Node | null>[],
  added: readonly IgnoreEntry[],
): Patch {
  const last = items.at(-1);
  if (last) {
    const dash = text.lastIndexOf("-", startOf(last) - 1);
    const column = Math.max(0, dash - text.lastIndexOf("\n", dash) - 1);
    return below(text, endOf(last), block(added, column));
  }
  const pair = isMap<Node, Node | null>(top)
    ? top.items.find(({ key }) => isScalar(key) && key.value === "ignore")
    : null;
  if (pair) return below(text, pair.key.range?.[1] ?? 0, block(added, 2));
  const gap = /\S/.test(text) ? "\n" : "";
  return below(text, text.length, `${gap}ignore:\n${block(added, 2)}`);
}

/** Lines below the one that a place is in. */
function below(text: string, place: number, lines: string): Patch {
  if (place > 0 && text[place - 1] === "\n") return { from: place, to: place, text: lines };
  const end = text.indexOf("\n", place);
  if (end >= 0) return { from: end + 1, to: end + 1, text: lines };
  return { from: text.length, to: text.length, text: text === "" ? lines : `\n${lines}` };
}

/** A new reason in the place of the old one, and the same for the day. */
function patchesOf(text: string, item: YAMLMap<Node, Node | null>, entry: IgnoreEntry): readonly Patch[] {
  const [reason, until] = ["reason", "until"].map((word) => item.get(word, true));
  if (!reason) return [];
  const patches = [inPlaceOf(text, reason, scalar(entry.reason))];
  const day = entry.until === null ? null : dayOf(entry.until);
  if (until && day !== null) patches.push(inPlaceOf(text, until, day));
  else if (until) patches.push(lineOf(text, startOf(until)));
  else if (day !== null) {
    const first = startOf(item);
    const column = first - text.lastIndexOf("\n", first) - 1;
    patches.push(below(text, endOf(reason), `${" ".repeat(column)}until: ${day}\n`));
  }
  return patches;
}

function inPlaceOf(text: string, node: Node, written: string): Patch {
  const [from, to] = [startOf(node), endOf(node)];
  return { from, to, text: text[to - 1] === "\n" ? `${written}\n` : written };
}

function lineOf(text: string, place: number): Patch {
  const end = text.indexOf("\n", place);
  return { from: text.lastIndexOf("\n", place) + 1, to: end < 0 ? text.length : end + 1, text: "" };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function block(entries: readonly IgnoreEntry[], column: number): string {
  const [dash, more] = [`${" ".repeat(column)}- `, " ".repeat(column + 2)];
  return entries
    .map(({ fingerprint, reason, until }) => {
      const lines = [`${dash}fingerprint: ${scalar(fingerprint)}`, `${more}reason: ${scalar(reason)}`];
      return [...lines, ...(until ? [`${more}until: ${dayOf(until)}`] : [])].map((line) => `${line}\n`).join("");
    })
    .join("");
}

/** A text as YAML: in quotes where without them it would be a number or something else. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}
