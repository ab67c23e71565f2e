import { PLACEHOLDERS } from "./mapped-text.ts";

const { softHyphen, dash, likeHyphen } = PLACEHOLDERS;

/** What a name says, for all names of a list. */
function namesOf(shown: string, names: string): readonly (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, shown]);
}

/** Named character references of HTML (its section 13.5) that say a sign of a key, nothing, or begin another escape. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...namesOf("", "ZeroWidthSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace NegativeVeryThinSpace"),
  ...namesOf("", "zwnj zwj lrm rlm NoBreak InvisibleTimes it InvisibleComma ic ApplyFunction af hairsp thinsp"),
  ...namesOf(softHyphen, "shy"),
  ...namesOf(likeHyphen, "hyphen dash minus"),
  ...namesOf(dash, "ndash mdash horbar"),
  ...namesOf("_", "lowbar UnderBar"),
  ["bsol", "\\"],
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["percnt", "%"],
  ["num", "#"],
  ["lcub", "{"],
  ["rcub", "}"],
  ["lbrace", "{"],
  ["rbrace", "}"],
  ["lsqb", "["],
  ["rsqb", "]"],
  ["semi", ";"],
]);

/** Words after a backslash that say a sign of a key or nothing: of LaTeX, of RTF, and of troff. */
export const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...namesOf("_", "textunderscore underscore"),
  ...namesOf("-", "hyphen texthyphen textminus"),
  ...namesOf(dash, "textendash textemdash endash emdash"),
  ...namesOf("", "allowbreak nobreak string discretionary zwj zwnj zwbo zwnbo linebreak relax protect hspace hskip"),
  ...namesOf("", "mbox hbox text texttt textrm textsf mathrm char"),
]);

/** Names of Unicode after `\N`, as Python and Perl write them. */
export const UNICODE_NAMES: ReadonlyMap<string, string> = new Map([
  ["HYPHEN-MINUS", "-"],
  ["LOW LINE", "_"],
  ["SOFT HYPHEN", softHyphen],
  ["HYPHEN", likeHyphen],
  ["NON-BREAKING HYPHEN", likeHyphen],
  ["MINUS SIGN", likeHyphen],
  ["EN DASH", dash],
  ["EM DASH", dash],
  ["ZERO WIDTH SPACE", ""],
  ["ZERO WIDTH NON-JOINER", ""],
  ["ZERO WIDTH JOINER", ""],
  ["WORD JOINER", ""],
  ["ZERO WIDTH NO-BREAK SPACE", ""],
]);

/** Attributes in braces, as AsciiDoc has them. */
export const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ...namesOf("", "empty zwsp wj zwnj zwj blank"),
  ["shy", softHyphen],
  ["hyphen", "-"],
]);

/** Elements within a text, which may begin and end within a word. Any other name is a slot, or ends the text. */
const INLINE = new Set(
  [
    "wbr br span em strong b i u s a code font mark tt kbd samp var small big sub sup ins del nobr bdi bdo q abbr cite", // HTML
    "hl highlight hit tspan text output data label r t", // search engines, SVG, Office
  ].flatMap((names) => names.split(" ")),
);

/** Elements with a prefix that end a line, a cell or a paragraph: of Office and of OpenDocument. */
const BLOCKS = new Set("p br cr tab tc tr c v f is si row h s line-break table-cell table-row list-item".split(" "));

/** What a tag within a text says: mostly nothing; null where the text ends there. */
export function showTag(tag: string): string | null {
  if (tag.startsWith("<!--")) return "";
  const [, prefix, written = ""] = /^<\/?([\w.-]+:)?([\w.-]+)/.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (name === "nobreakhyphen") return "-";
  if (name === "softhyphen") return softHyphen;
  return (prefix === undefined ? INLINE.has(name) : !BLOCKS.has(name)) ? "" : null;
}
