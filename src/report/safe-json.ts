import { redactKeys } from "../detect/spelled-keys.ts";

/**
 * JSON that holds no key, and nothing that a terminal or a runner would obey when someone prints the file. Invisible
 * characters stand only in strings, where their escape means the same. Ends in a line break.
 */
export function formatSafeJson(value: unknown): string {
  const text = JSON.stringify(value, (_, one: unknown) => (typeof one === "string" ? redactKeys(one) : one), 2);
  return `${text
    .replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
      character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    )
    .replaceAll("##[", "#\\u0023[")}\n`;
}
