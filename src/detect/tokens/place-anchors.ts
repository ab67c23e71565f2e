import type { Anchor, AnchorResult, NeedleMatch } from "../encodings/anchor.ts";
import { isKeyByte } from "../keys/boundary.ts";
import type { ByteRange } from "../keys/key-reading.ts";
import { countSteps } from "../steps/steps.ts";

/**
 * A place that a Codex access token is written to, by its whole name. `needle` is the part of the name that begins with
 * the three rarest bytes.
 */
type TokenPlace = { name: string; needle: string; find: (text: Buffer, name: ByteRange) => ByteRange | null };

/**
 * Nothing but its beginning is known of an access token (openai/codex, `auth/personal_access_token.rs`), and `at-` begins
 * many other words: it is only found where one belongs.
 */
const PLACES: readonly TokenPlace[] = [
  { name: "CODEX_ACCESS_TOKEN", needle: "X_ACCESS_TOKEN", find: findValueAfter },
  { name: "codex-access-token", needle: "ex-access-token", find: findValueAfter },
  { name: "personal_access_token", needle: "l_access_token", find: findValueAfter },
  { name: "--with-access-token", needle: "h-access-token", find: findInput },
];

/** The shortest token: short enough for any that is safe, and too long for a word. */
const SHORTEST = 22;

/** An access token, and one in base64, as a Secret of Kubernetes has it. */
const TOKEN = `at-[\\w.~+/=-]{${SHORTEST},600}`;
const VALUE = `(${TOKEN}|YXQt[A-Za-z0-9+/]{${SHORTEST},800}={0,2})`;

/** What stands between a name and its value: signs, and the words that Kubernetes and property lists have for it. */
const AFTER_NAME = new RegExp(
  String.raw`^(?:[\s"'\x60)\],:=<>/\\]|(?<![A-Za-z])(?:value|string|default|key)(?![A-Za-z])){1,60}?${VALUE}`,
);

/** The value that is given to a name. */
function findValueAfter(text: Buffer, { end }: ByteRange): ByteRange | null {
  return findIn(text, end, end + MOST_APART, AFTER_NAME);
}

/** What the command reads: a string or lines behind it. */
const HERE = new RegExp(String.raw`^[^\n|;&<]{0,80}<<(?:<\s*["']?|-?\s*["']?\w+["']?[^\n]{0,80}\n\s*)${VALUE}`);

/** What the command before it writes. */
const PIPED = new RegExp(
  String.raw`(?:echo|printf|print|Write-Output)\s[^|\n]{0,80}?(?<![\w-])${VALUE}["']?\s*\|[^|\n]{0,80}codex\s+login\s+$`,
);

/** What is given to the command over its standard input. */
function findInput(text: Buffer, { start, end }: ByteRange): ByteRange | null {
  return findIn(text, Math.max(0, start - MOST_BEFORE), start, PIPED) ?? findIn(text, end, end + MOST_APART, HERE);
}

/** A token, and what may stand before it. */
const MOST_APART = 1200;
const MOST_BEFORE = 1200;

function findIn(text: Buffer, from: number, to: number, pattern: RegExp): ByteRange | null {
  const found = pattern.exec(text.toString("latin1", from, to));
  const [whole, value] = found ?? [];
  countSteps(STEPS_A_PLACE);
  if (found === null || whole === undefined || value === undefined) return null;
  const start = from + found.index + whole.indexOf(value);
  return { start, end: start + value.length };
}

const STEPS_A_PLACE = 400;

function read({ text, at }: NeedleMatch, needle: number): AnchorResult | null {
  const place = PLACES[needle];
  if (!place) return null;
  const end = at + place.needle.length;
  const start = end - place.name.length;
  if (start < 0 || text.toString("latin1", start, end) !== place.name || isKeyByte(text[end])) return null;
  const value = place.find(text, { start, end });
  return value && readValue(text.toString("latin1", value.start, value.end), value);
}

/** Reads a value as it is, or as base64. */
function readValue(value: string, range: ByteRange): AnchorResult | null {
  const isPlain = value.startsWith("at-");
  const written = isPlain ? value : Buffer.from(value, "base64").toString("latin1").trim();
  // What ends a sentence is none of it.
  const text = written.replace(/[.=~/+-]+$/, (end) => (/^=+$/.test(end) ? end : ""));
  if (!new RegExp(`^${TOKEN}$`).test(text)) return null;
  const end = isPlain ? range.start + text.length : range.end;
  const encoding = isPlain ? "plain" : "base64";
  const key = { text, kind: "codex-access-token", confidence: "likely", others: [], encoding } as const;
  return { key: { ...key, start: range.start, end }, marker: [{ start: range.start, end }] };
}

/** Codex access tokens, where one belongs. */
export const PLACE_ANCHORS: readonly Anchor[] = [{ needles: PLACES.map(({ needle }) => Buffer.from(needle)), read }];
