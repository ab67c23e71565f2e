import { redactKeys } from "../detect/spelled-keys.ts";

/**
 * JSON that holds no key, and nothing that a terminal or a runner would obey when someone prints the file. Invisible
 * characters stand only in strings, where their escape means the same. Ends in a line break.
 */
export function formatSafeJson(value: unknown): string {
  return `${format(value)}\n`;
}

/** As many characters at least are in a piece, but for the last one. */
const PIECE = 64 * 1024;

/** A document with one long list, in pieces that make up the text of `formatSafeJson`: so it is never held as a whole. */
export function* formatSafeJsonList(
  document: Readonly<Record<string, unknown>>,
  list: string,
  items: Iterable<unknown>,
): Generator<string> {
  const entries = Object.entries({ ...document, [list]: [] });
  let piece = "{";
  for (const [index, [name, value]] of entries.entries()) {
    piece += `${index === 0 ? "" : ","}\n  ${JSON.stringify(name)}: `;
    let count = 0;
    for (const item of name === list ? items : []) {
      piece += `${count === 0 ? "[" : ","}\n    ${format(item).replaceAll("\n", "\n    ")}`;
      count += 1;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = "";
    }
    piece += count > 0 ? "\n  ]" : format(value).replaceAll("\n", "\n  ");
  }
  yield `${piece}\n}\n`;
}

function format(value: unknown): string {
  const text = JSON.stringify(value, (_, one: unknown) => (typeof one === "string" ? redactKeys(one) : one), 2);
  return text
    .replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
      character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    )
    .replaceAll("##[", "#\\u0023[");
}
