import { MARKER_BYTES } from "../decoded.ts";
import { writeUtf8 } from "./code-points.ts";
import { parseTokenAt } from "./tokens.ts";

/** Code points that are put into words so that they may break, or come with a copied text. */
const INVISIBLE = [
  0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060,
  0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0xfe0e, 0xfe0f, 0xfeff,
];

/** How what formats a text begins, in two bytes or more: escaped, as entities and as tags. */
const WORDS = [
  String.raw`\\u00 \\u20 \\u{ \\ufe \\uFE \\udb \\U00 \\x1 \\xe2 \\xE2 \\xad \\xAD \\x{ \\- \\033 \\342 \\302`,
  String.raw`\u00 \u20 \u{ \ufe \uFE \udb \U00 \x1 \xe2 \xE2 \xad \xAD \x{ \- \033 \342 \302 \e[ \33[ ^[[ #033`,
  "&shy &#x &#X &#8 &#1 &#6 &#2 &Zer &zw &amp; &lt; &lrm &rlm &NoB &Inv",
  "<wbr <WBR <spa <b> <i> <em <str <cod <mar <w: <!-- </s </b </e </i </c </m </w: </t </f </u",
  "%E2% %e2% %1B %1b %C2% %EF% =E2= =C2= =EF=",
].flatMap((words) => words.split(" "));
const COLOURS = Array.from("0123456789mK?", (next) => `\x1b[${next}`);
const BEGINNINGS = [...INVISIBLE.map(writeUtf8), ...COLOURS, "\x1b]8", "\x1b(B", ...WORDS];

/** What may follow on a beginning of two bytes: the marker's second letter, or another beginning. */
const FOLLOWERS = [MARKER_BYTES.toString("latin1", 1, 2), "\xc2", "\xe2", "\xef", "\x1b", "&", "<", "\\"];

/** The parts of a marker behind which something stands, and the longer one that is a needle by itself. */
const PARTS = [1, 2].map((length) => MARKER_BYTES.toString("latin1", 0, length));
const LONG_PART = MARKER_BYTES.toString("latin1", 0, 3);

/** The marker's first letter in full width, and in the alphabets of mathematics that have all letters. */
const STYLED = [0xff34, 0x1d413, 0x1d447, 0x1d47b, 0x1d4e3, 0x1d57f, 0x1d5b3, 0x1d5e7, 0x1d61b, 0x1d64f, 0x1d683];

type BrokenNeedle = { bytes: Buffer; half: number };

const NEEDLES: readonly BrokenNeedle[] = [
  { text: LONG_PART, half: LONG_PART.length },
  ...PARTS.flatMap((half) => BEGINNINGS.map((beginning) => ({ text: half + beginning, half: half.length }))),
  // A letter over a letter, or over a line, as printers had it.
  { text: "T\bT3", half: 1 },
  { text: "T_\b3", half: 1 },
  ...STYLED.map((code) => ({ text: writeUtf8(code) + (code < 0x10000 ? "\xef" : ""), half: 0 })),
]
  .flatMap(({ text, half }) =>
    text.length < 4 && text !== LONG_PART ? FOLLOWERS.map((next) => ({ text: text + next, half })) : [{ text, half }],
  )
  .map(({ text, half }) => ({ bytes: Buffer.from(text, "latin1"), half }));

/** Markers that are broken in their first half, or in other letters. */
export const BROKEN_NEEDLES: readonly Buffer[] = NEEDLES.map(({ bytes }) => bytes);

/** Whether behind the first token of such a needle comes another, or the marker goes on: most texts end there. */
export function isContinuedAfter(needle: number, text: Buffer, at: number): boolean {
  const { half = 0 } = NEEDLES[needle] ?? {};
  const ahead = text.toString("latin1", at + half, at + half + LONGEST_TOKEN);
  if (ahead.startsWith("\b") || ahead.startsWith("_\b")) return true;
  const token = parseTokenAt(ahead, 0, false);
  if (!token) return false;
  const next = ahead[token.length] ?? "";
  // An escape that shows the beginning of another one.
  if (BEGIN_TOKENS.includes(token.shown) || token.shown > "\xbf") return true;
  return next.charCodeAt(0) === MARKER_BYTES[Math.max(1, half)] || !/[\w\s"',.:;!()/*|~@$>-]/.test(next);
}

const LONGEST_TOKEN = 320;

const BEGIN_TOKENS = ["&", "<", "%", "\\", "\x1b", "[", "{"];
