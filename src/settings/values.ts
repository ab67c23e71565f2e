import { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import { suggestNearest } from "./nearest.ts";

// Each reads the word somebody gave a setting, or throws a UsageError that names the setting, the word, and what would do.

/** One of a few words. */
export function wordIn<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word) return word;
  throw new UsageError(
    `${name} is ${quoted(value)}; it must be one of ${words.join(", ")}.${suggestNearest(value, words)}`,
  );
}

/** As GitHub writes booleans: the three spellings of YAML 1.2's core schema. */
export function booleanIn(name: string, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new UsageError(`${name} is ${quoted(value)}; it must be true or false.`);
}

/** A whole number, 0 or more. */
export function countIn(name: string, value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new UsageError(`${name} is ${quoted(value)}; it must be a whole number, 0 or more.`);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** In seconds. */
export function durationIn(name: string, value: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  if (count !== undefined) return Number(count) * (SECONDS[unit] ?? 0);
  throw new UsageError(
    `${name} is ${quoted(value)}; it must be a number of seconds, minutes, hours or days, as 90s, 30m, 1h, 2d.`,
  );
}

/** OpenAI takes expiries from one second to 365 days (`expires_in_seconds` of its key update). */
export function graceIn(value: string): number {
  const seconds = durationIn("grace", value);
  if (seconds >= 1 && seconds <= 31_536_000) return seconds;
  throw new UsageError(`grace is ${quoted(value)}; it must be from 1s to 365d.`);
}

/** Null when nothing was given: then nobody was asked. */
export function approvedIn(value: string): ReadonlySet<string> | null {
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  const wrong = words.find((word) => !/^[0-9a-f]{16}$/.test(word));
  if (wrong !== undefined) {
    throw new UsageError(
      `approved has ${quoted(wrong)}; it must be fingerprints as the report has them, 16 hex digits each.`,
    );
  }
  return words.length > 0 ? new Set(words) : null;
}

/** Lines, without the empty ones and the blanks around them. */
export function linesOf(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A path from the top of the repository. */
export function pathIn(name: string, value: string): string {
  const path = value.replace(/^(?:\.\/)+/, "");
  if (!/^(?:[/\\]|[a-z]:)|[/\\]$/i.test(path) && path.split(/[/\\]/).every((part) => !["", ".", ".."].includes(part)))
    return path;
  throw new UsageError(
    `${name} is ${quoted(value)}; it must be a path in the repository, as .github/openai-key-guard.yml.`,
  );
}

/** A key that may be an Admin API key; null when nothing was given. */
export function adminKeyIn(value: string): Secret | null {
  if (value === "") return null;
  // The value is a secret, or somebody's other secret in the wrong place: it is never quoted.
  if (/^sk-[\w-]{20,}$/.test(value)) return new Secret(value);
  throw new UsageError("openai-admin-key is not an OpenAI key; it must be one that begins with sk-admin-.");
}

/** An address that keys may be sent to, without a slash at its end. */
export function baseUrlIn(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLoopback = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new UsageError("openai-base-url is not a plain URL; it must look like https://api.openai.com/v1.");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) {
    throw new UsageError(
      `openai-base-url is ${quoted(value)}; keys are sent there, so it must begin with https:// (http:// on loopback only).`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

function quoted(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
}
