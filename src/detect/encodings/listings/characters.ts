import type { Anchor, AnchorResult, NeedleMatch } from "../anchor.ts";
import { readNumberList } from "../char-codes.ts";
import { MARKER_BYTES } from "../decoded.ts";
import { readDecoded } from "../formatting/read-decoded.ts";
import { readDump } from "./dump.ts";

const [ONE, TWO, THREE] = [0, 1, 2].map((index) => MARKER_BYTES.toString("latin1", index, index + 1)) as [
  string,
  string,
  string,
];

/** What stands between the characters of a list: in JSON, in code, in tables, on lines. */
const QUOTED = [
  '","',
  '", "',
  "','",
  "', '",
  "`,`",
  "`, `",
  '\\",\\"',
  '\\", \\"',
  "', b'",
  "',b'",
  "', L'",
  "',L'",
].concat(
  ['" "', '"+"', '" + "', "'+'", "' + '", "'.'", "' . '", '" & "', '"."', "\n", "\r\n", "\n- ", "\r\n- "],
  ["</td><td>", "</span><span>", "')+('", "','\\''"],
);
/** Of these the next line may be indented. */
const INDENTED = [
  '",\n',
  '",\r',
  "',\n",
  "',\r",
  '\\",\\n',
  '"\n',
  "'\n",
  "</li>\n",
  "</td>\n",
  "</string>\n",
  "\n  -",
  '")',
  "')",
];
/** These are common beside a single letter. */
const BARE = [" ", "  ", ",", ", ", "\t", "|", " | ", ";"];
/** `od -c` and `hexdump -c`, where a line may end behind the first character. */
const COLUMNS = [`${ONE}   ${TWO}`, `${TWO}   ${THREE}`];

const NEEDLES = [
  ...QUOTED.map((between) => ONE + between + TWO),
  ...INDENTED.map((between) => ONE + between),
  ...BARE.map((between) => ONE + between + TWO + between + THREE),
  ...COLUMNS,
];

/** No dump has quotes between the characters of a line: where there are some, its reader need not look. */
const QUOTES = /["']/;

function read({ text, at, mayJoin }: NeedleMatch, needle: number): AnchorResult | null {
  const isColumn = needle >= NEEDLES.length - COLUMNS.length;
  const decoded = isColumn ? null : readNumberList(text, at, { base: "character", most: 1 }, [ONE, TWO]);
  const list = decoded && readDecoded(decoded, "split", { mayJoin });
  return list?.key?.confidence === "certain" || QUOTES.test(NEEDLES[needle] ?? "")
    ? list
    : (readDump(text, at) ?? list);
}

/** Texts as lists of single characters. */
export const CHARACTER_ANCHORS: readonly Anchor[] = [
  { needles: NEEDLES.map((needle) => Buffer.from(needle, "latin1")), read },
];
