import { redactKeys } from "../detect/spelled-keys.ts";
import { UsageError } from "../errors.ts";
import {
  describeInsecureUrl,
  describeWrongApproved,
  describeWrongBoolean,
  describeWrongCount,
  describeWrongDuration,
  describeWrongGrace,
  describeWrongPath,
  describeWrongUrl,
  describeWrongWord,
} from "../messages/errors/command-line/settings.ts";
import { redactTokens } from "../messages/quote.ts";
import { suggestNearest } from "./nearest.ts";

// Each parses the text given for a setting, or throws a UsageError that names the setting, the text, and what works.

/** Parses one of a few words. */
export function parseWord<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word) return word;
  throw new UsageError(describeWrongWord(name, quoteValue(value), words, suggestNearest(value, words)));
}

/** Parses a boolean as GitHub writes it: the three spellings of YAML 1.2's core schema. */
export function parseBoolean(name: string, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new UsageError(describeWrongBoolean(name, quoteValue(value)));
}

/** Parses a whole number, 0 or more. */
export function parseCount(name: string, value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new UsageError(describeWrongCount(name, quoteValue(value)));
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Parses a duration into seconds. */
export function parseDuration(name: string, value: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  if (count !== undefined) return Number(count) * (SECONDS[unit] ?? 0);
  throw new UsageError(describeWrongDuration(name, quoteValue(value)));
}

/** Parses a grace into seconds. OpenAI takes expiries from one second to 365 days (`expires_in_seconds` of its key update). */
export function parseGrace(name: string, value: string): number {
  const seconds = parseDuration(name, value);
  if (seconds >= 1 && seconds <= 31_536_000) return seconds;
  throw new UsageError(describeWrongGrace(name, quoteValue(value)));
}

/**
 * Parses fingerprints, in either case and without what a copy from a page brings along (zero-width spaces, byte order
 * marks); null when none was given, so that no approval is needed.
 */
export function parseApproved(name: string, value: string): ReadonlySet<string> | null {
  const visible = value
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase();
  const words = visible.split(/[\s,]+/).filter((word) => word !== "");
  const wrong = words.find((word) => !/^[0-9a-f]{16}$/.test(word));
  if (wrong !== undefined) throw new UsageError(describeWrongApproved(name, quoteValue(wrong)));
  return words.length > 0 ? new Set(words) : null;
}

/** Splits into trimmed lines, without the empty ones. */
export function parseLines(value: string): readonly string[] {
  return value
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Parses a path relative to the top of the repository. */
export function parseRepositoryPath(name: string, value: string): string {
  const path = value.replace(/^(?:\.\/)+/, "");
  if (!/^(?:[/\\]|[a-z]:)|[/\\]$/i.test(path) && path.split(/[/\\]/).every((part) => !["", ".", ".."].includes(part)))
    return path;
  throw new UsageError(describeWrongPath(name, quoteValue(value)));
}

/** Parses a URL that keys may be sent to; the result has no slash at its end. */
export function parseBaseUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLoopback = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new UsageError(describeWrongUrl(name));
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) {
    throw new UsageError(describeInsecureUrl(name, quoteValue(value)));
  }
  return url.href.replace(/\/+$/, "");
}

/** Quotes a value for a message: with keys redacted and then shortened, since half a key is not recognised as one. */
export function quoteValue(value: string): string {
  const redacted = redactKeys(redactTokens(value));
  const short = redacted.length > 60 ? `${redacted.slice(0, 60)}…` : redacted;
  const quoted = JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
  // JSON leaves these as they are, and some terminals obey them.
  return quoted.replaceAll(/[\u007f-\u009f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
