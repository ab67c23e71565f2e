import { Composer, CST, isMap, isScalar, isSeq, type Node, type Pair, Parser, stringify, type YAMLMap } from "yaml";
import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { formatDay } from "../settings/entry-fields.ts";

/**
 * Puts entries into the text of an ignore file and changes only the characters that must change. It leaves lists and
 * entries in brackets alone, and what it writes may be wrong where the YAML is unusual: the caller parses the text again.
 */
export function spliceEntries(text: string, entries: readonly IgnoreEntry[]): string {
  // The tokens hold every character of the text, and the edits are made in them.
  const tokens = [...new Parser().parse(text)];
  const options = { schema: "failsafe", prettyErrors: false, logLevel: "silent", keepSourceTokens: true } as const;
  const [document] = new Composer(options).compose(tokens);
  const top = document?.contents;
  const list = isMap<Node, Node | null>(top)
    ? top.items.find(({ key }) => isScalar(key) && key.value === "ignore")
    : null;
  const items = isSeq<Node>(list?.value) ? list.value.items.filter((item) => isMap<Node, Node | null>(item)) : [];
  const known = new Map(items.map((item) => [String(item.get("fingerprint")), item]));
  const added = entries.filter(({ fingerprint }) => !known.has(fingerprint));
  if (list && added.length > 0) addEntries(list, items.at(-1), added);
  for (const entry of entries) {
    const item = known.get(entry.fingerprint);
    if (item) replaceEntry(item, entry);
  }
  const edited = tokens.map((token) => CST.stringify(token)).join("");
  return list || added.length === 0 ? edited : `${endLine(edited)}ignore:\n${formatEntries(added, 2)}`;
}

/** Entries after the last one, in its column; or below `ignore:`. */
function addEntries(
  { srcToken, value }: Pair<Node, Node | null>,
  last: YAMLMap<Node, Node | null> | undefined,
  added: readonly IgnoreEntry[],
): void {
  const [list, entry] = [value?.srcToken, last?.srcToken];
  if (list?.type === "block-seq" && entry?.type === "block-map") {
    const at = entry.items.findLastIndex(({ key }) => key);
    insertText(entry, at, formatEntries(added, list.indent));
  } else if (!list) srcToken?.sep?.push(createToken(formatEntries(added, 2)));
}

/** A new reason in the place of the old one, and the same for the day. */
function replaceEntry(item: YAMLMap<Node, Node | null>, { reason, until }: IgnoreEntry): void {
  const { srcToken } = item;
  if (srcToken?.type !== "block-map") return;
  const find = (name: string) => item.items.find(({ key }) => isScalar(key) && key.value === name);
  const [oldReason, oldUntil] = [find("reason"), find("until")];
  setValue(oldReason, reason);
  if (oldUntil && until) setValue(oldUntil, formatDay(until));
  const at = srcToken.items.findIndex((token) => token === (oldUntil ?? oldReason)?.srcToken);
  if (oldUntil && !until) srcToken.items.splice(at, 1);
  if (!oldUntil && until) insertText(srcToken, at, `${" ".repeat(srcToken.indent)}until: ${formatDay(until)}\n`);
}

function setValue(pair: Pair<Node, Node | null> | undefined, text: string): void {
  const token = pair?.value?.srcToken;
  if (token && CST.isScalar(token)) CST.setScalarValue(token, text, { afterKey: true, type: "PLAIN" });
}

/** Lines below an item of a mapping. */
function insertText(mapping: CST.BlockMap, at: number, lines: string): void {
  const before = mapping.items[at];
  const isEnded = before !== undefined && CST.stringify(before).endsWith("\n");
  mapping.items.splice(at + 1, 0, { start: [createToken(isEnded ? lines : `\n${lines}`)] });
}

/** A token that is only written, and never composed: its type does not count. */
function createToken(source: string): CST.SourceToken {
  return { type: "comment", offset: -1, indent: 0, source };
}

function endLine(text: string): string {
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${/\S/.test(text) ? "\n" : ""}`;
}

/** Entries as a list whose dashes stand in this column. */
function formatEntries(entries: readonly IgnoreEntry[], column: number): string {
  const [dash, blanks] = [`${" ".repeat(column)}- `, " ".repeat(column + 2)];
  return entries
    .map(({ fingerprint, reason, until }) => {
      const fields = [`fingerprint: ${formatText(fingerprint)}`, `reason: ${formatText(reason)}`];
      if (until) fields.push(`until: ${formatDay(until)}`);
      return `${dash}${fields.join(`\n${blanks}`)}\n`;
    })
    .join("");
}

/** A text as YAML: in quotes where without them it would be a number or something else. */
function formatText(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}
