import type { Anchor, AnchorResult, NeedleMatch } from "../encodings/anchor.ts";
import { decodeBase64Around, encodeAtEachPhase } from "../encodings/base64.ts";
import type { DecodedText } from "../encodings/decoded.ts";
import { CLAIMS_START, findTokenAt } from "./json-web-token.ts";
import { getExpiry, identifyClaims } from "./token-kinds.ts";

/** One for all tokens: the names of their claims would be a dozen needles, and each costs every text a little. */
const NEEDLE = Buffer.from(CLAIMS_START);

/** The same in base64, as a Secret of Kubernetes or a variable of a build service has a whole file. */
const ENCODED = encodeAtEachPhase(NEEDLE);

function readPlain({ text, at }: NeedleMatch): AnchorResult | null {
  return readToken({ bytes: text, origin: at, rangeOf: (start, end) => ({ start, end }) }, at, "plain");
}

/** As many decoded bytes on either side as the text around a needle has. */
const REACH = 6144;

function readEncoded({ text, at }: NeedleMatch, needle: number): AnchorResult | null {
  const group = ENCODED[needle]?.group ?? 0;
  // Most stand there by chance: a few bytes tell.
  const near = decodeBase64Around(text, at, group, NEEDLE.length, 2 * NEEDLE.length);
  if (!near.bytes.includes(NEEDLE)) return null;
  const decoded = decodeBase64Around(text, at, group, REACH, REACH);
  const place = decoded.bytes.indexOf(NEEDLE, Math.max(0, decoded.origin - 2));
  return place < 0 || place > decoded.origin + 2 ? null : readToken(decoded, place, "base64");
}

function readToken({ bytes, rangeOf }: DecodedText, at: number, encoding: "plain" | "base64"): AnchorResult | null {
  const token = findTokenAt(bytes, at);
  const kind = token && identifyClaims(token.claims);
  if (!token || !kind) return null;
  const text = bytes.toString("latin1", token.start, token.end);
  const range = rangeOf(token.start, token.end);
  const expiresAt = kind === "chatgpt-login" && !isRenewable(bytes, token) ? getExpiry(token.claims) : null;
  const expiry = expiresAt === null ? {} : { expiresAt };
  const key = { text, kind, confidence: "certain", others: [], encoding, ...range, ...expiry } as const;
  return { key, marker: [range] };
}

/** Within so many bytes a file that Codex writes has all its tokens. */
const MOST_APART = 6000;

/** What makes new tokens once the others have expired. Its shape is not published, and so it is no finding of its own. */
const REFRESH_TOKEN = /refresh_?token\\?["']?\s*[:=]\s*\\?["']?[\w.~+/=-]{20}/i;

/** Whether a token stands beside a login that makes new ones: then it is not over when the login ends. */
function isRenewable(bytes: Buffer, { start, end }: { start: number; end: number }): boolean {
  return REFRESH_TOKEN.test(bytes.toString("latin1", Math.max(0, start - MOST_APART), end + MOST_APART));
}

/** JSON Web Tokens of Codex and ChatGPT, which their claims tell from those of all other vendors. */
export const CLAIM_ANCHORS: readonly Anchor[] = [
  { needles: [NEEDLE], read: readPlain },
  { needles: ENCODED.map(({ bytes }) => bytes), read: readEncoded },
];
