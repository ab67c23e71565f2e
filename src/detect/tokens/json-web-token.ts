import { isKeyByte } from "../keys/boundary.ts";
import type { ByteRange } from "../keys/key-reading.ts";
import { countSteps } from "../steps/steps.ts";

/** What a JSON Web Token says, RFC 7519: its header and its claims. Nobody has verified its signature. */
export type TokenText = { header: Claims; claims: Claims; signature: string };

/** A JSON Web Token in a text, and where it stands. */
export type FoundToken = ByteRange & TokenText;

/** An object of JSON. */
export type Claims = Readonly<Record<string, unknown>>;

/** How base64url of an object of JSON begins: `{"`. */
const OBJECT = "eyJ";

/** Where the claims of a token begin: few texts that are none have this. */
export const CLAIMS_START = `.${OBJECT}`;

/** The longest parts that are read, in bytes. A token of ChatGPT has some 2,000 bytes, and 342 of them are its signature. */
const LONGEST = { header: 1000, claims: 6000, signature: 1100 } as const;

const DOT = 0x2e;

/** The token whose claims begin at a place, which is that of `CLAIMS_START`; null where there is none. */
export function findTokenAt(text: Buffer, at: number): FoundToken | null {
  const end = findEnd(text, at + 1, LONGEST.claims);
  countSteps(end - at);
  if (text[end] !== DOT) return null;
  const claims = decodeObject(text.toString("latin1", at + 1, end));
  if (claims === null) return null;
  const run = text.toString("latin1", findStart(text, at, LONGEST.header), at);
  const last = findEnd(text, end + 1, LONGEST.signature);
  countSteps(3 * (last - at) + run.length);
  const header = findHeader(run);
  if (header === null) return null;
  const signature = text.toString("latin1", end + 1, last);
  return { start: at - run.length + header.at, end: last, header: header.value, claims, signature };
}

/** The parts of a text that is a token; null where it is none. */
export function parseToken(text: string): TokenText | null {
  const [first = "", second = "", signature = "", ...more] = text.split(".");
  const [header, claims] = [decodeObject(first), decodeObject(second)];
  return header === null || claims === null || more.length > 0 ? null : { header, claims, signature };
}

/** The header at the end of a run, whatever is glued in front of it. */
function findHeader(run: string): { at: number; value: Claims } | null {
  for (let at = run.indexOf(OBJECT), left = MOST_STARTS; at >= 0 && left > 0; at = run.indexOf(OBJECT, at + 1)) {
    const value = decodeObject(run.slice(at));
    if (typeof value?.["alg"] === "string") return { at, value };
    left -= 1;
  }
  return null;
}

/** Of more places where a header may begin there is none at any. */
const MOST_STARTS = 8;

function decodeObject(base64url: string): Claims | null {
  if (!base64url.startsWith(OBJECT)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, "base64url").toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function findStart(text: Buffer, end: number, most: number): number {
  let start = end;
  while (end - start < most && isKeyByte(text[start - 1])) start -= 1;
  return start;
}

function findEnd(text: Buffer, start: number, most: number): number {
  let end = start;
  while (end - start < most && isKeyByte(text[end])) end += 1;
  return end;
}
