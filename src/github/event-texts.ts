import type { ScopeText } from "./event-scope.ts";
import { type Json, objectAt, textIn, timeIn } from "./payload.ts";

/** Title and body of a pull request, an issue or a discussion; `what` says which. */
export function opened(what: string, thing: Json): readonly ScopeText[] {
  return [...textsOf(`title of the ${what}`, thing, "title"), ...textsOf(`body of the ${what}`, thing, "body")];
}

/** A comment or a review: its body. */
export function said(what: string, thing: Json): readonly ScopeText[] {
  return textsOf(what, thing, "body");
}

/** A release: its name and its notes. */
export function released(release: Json): readonly ScopeText[] {
  return [...textsOf("name of the release", release, "name"), ...textsOf("notes of the release", release, "body")];
}

function textsOf(what: string, thing: Json, field: string): readonly ScopeText[] {
  const text = textIn(thing[field]);
  if (text === null) return [];
  const author = textIn(objectAt(thing, "user")["login"]) ?? textIn(objectAt(thing, "author")["login"]);
  const at = timeIn(thing["updated_at"]) ?? timeIn(thing["published_at"]) ?? timeIn(thing["created_at"]);
  return [{ of: { what, url: textIn(thing["html_url"]), author, at }, text }];
}
