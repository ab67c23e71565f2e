import { describeOtherKey } from "../detect/other-vendors.ts";
import { MARKER, PREFIXES } from "../domain/key-grammar.ts";
import { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import { type AdminKeyFault, describeAdminKeyFault } from "../messages/errors/admin-key.ts";
import { A_KEY_OF } from "../messages/look-alikes.ts";

/** The shortest Admin API key that OpenAI's pages have shown: two bodies of 58 around the marker. */
const BODY = 58;

/** No key of OpenAI's is shorter, of whatever kind. */
const SHORTEST = 23;

/**
 * Parses a key that may be an Admin API key; null when nothing was given. `name` is what the reader calls the setting.
 * A kind that is not known here passes, since OpenAI may know better.
 *
 * @throws UsageError saying what stands there instead of a key. It shows nothing of the value.
 */
export function parseAdminKey(value: string, name: string): Secret | null {
  if (value === "") return null;
  const fault = findAdminKeyFault(value);
  if (fault !== null) throw new UsageError(describeAdminKeyFault(name, fault));
  return new Secret(value.trim());
}

/** Finds what is wrong with a value that is not empty, the most telling first; null for what may be a key. */
export function findAdminKeyFault(value: string): AdminKeyFault | null {
  const text = value.trim();
  const stray = STRAYS.find(([shape]) => shape.test(text));
  if (stray) return { kind: stray[1] };
  const prefix = [PREFIXES.project, PREFIXES["service-account"]].find((one) => text.startsWith(one));
  if (prefix !== undefined) return { kind: "other-kind", prefix };
  const vendor = describeOtherKey(Buffer.from(text), 0);
  if (vendor?.startsWith(A_KEY_OF)) return { kind: "other-vendor", what: vendor };
  if (!text.startsWith(PREFIXES.user)) return { kind: "no-key" };
  return text.startsWith(PREFIXES.admin) ? findCut(text) : findShortness(text);
}

/** Shapes of what people store by mistake. */
const STRAYS: readonly (readonly [
  shape: RegExp,
  kind: Exclude<AdminKeyFault["kind"], `other-${string}` | "cut-off">,
])[] = [
  [/^$/, "blank"],
  [/\$\{\{/, "expression"],
  [/^(?:\$\{?\w+\}?|\$env:\w+|%\w+%|\$\(.*\)|\$\{.*\}|<.*>)$/i, "variable"],
  [/^\*+$/, "stars"],
  [/^["'`“”‘’«»].*["'`“”‘’«»]$/s, "quotes"],
  [/^bearer\b/i, "bearer"],
  [/^(?:export\s+)?[A-Za-z_][\w-]*\s*[=:]\s*["']?sk-/, "name"],
  [/[\r\n]/, "line-break"],
  [/\s/, "space"],
  [/^sk.*(?:…|\.{2,}|\*{2,}|•)/, "shortened"],
  [new RegExp(`${MARKER}.*${MARKER}`), "two-keys"],
  [/^sk[^\w]?.*[^\w-]/u, "odd-characters"],
];

/** An Admin API key has bodies of one length on both sides of its marker. One that was cut ends before that. */
function findCut(text: string): AdminKeyFault | null {
  const at = text.indexOf(MARKER);
  const body = at < 0 ? BODY : at - PREFIXES.admin.length;
  const whole = PREFIXES.admin.length + 2 * body + MARKER.length;
  return text.length < whole ? { kind: "cut-off", length: text.length, whole } : null;
}

function findShortness(text: string): AdminKeyFault | null {
  const whole = PREFIXES.admin.length + 2 * BODY + MARKER.length;
  return text.length < SHORTEST ? { kind: "cut-off", length: text.length, whole } : null;
}
