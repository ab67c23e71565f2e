import type { KeyScopes } from "../../domain/rotation.ts";
import { UsageError } from "../../errors.ts";
import {
  describeAllAndMore,
  describeNoScopes,
  describeScopeTwice,
  describeWrongScope,
} from "../../messages/errors/rotation/scopes.ts";
import { quoteValue } from "../values.ts";

/** All permissions, as an operator writes it. Never an empty list: a variable that is not set would give one. */
const ALL = "all";

/** OpenAI's words for scopes, such as `api.model.request`. */
const SCOPE = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;

/**
 * Parses the scopes of a key. `name` is what the reader calls the setting.
 *
 * @throws UsageError for an empty list, and for what is no scope.
 */
export function parseScopes(name: string, words: readonly string[]): KeyScopes {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError(describeNoScopes(name));
  const wrong = words.find((word) => word.length > 100 || !SCOPE.test(word));
  if (wrong !== undefined) throw new UsageError(describeWrongScope(name, quoteValue(wrong)));
  if (words.includes(ALL)) {
    if (rest.length > 0) throw new UsageError(describeAllAndMore(name));
    return { kind: "all" };
  }
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined) throw new UsageError(describeScopeTwice(name, quoteValue(twice)));
  return { kind: "some", scopes: [first, ...rest] };
}

/** Splits a list of scopes as it is typed: with commas, blanks or line breaks between them. */
export function splitScopes(value: string): readonly string[] {
  return value.split(/[\s,]+/).filter((word) => word !== "");
}
