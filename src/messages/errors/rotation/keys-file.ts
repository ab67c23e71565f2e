/** The file holds a key. */
export const KEYS_FILE_HOLDS_A_KEY =
  "This line holds a key, which has leaked. Revoke the key. Name its service account, or its id such as key_abc, instead.";

/** What may be wrong with an entry as a whole. */
export const KEYS_ENTRY_FAULTS = {
  nameless: "An entry must name a key. Add service-account, with an id or a name, or key.",
  many: "An entry names one key. Keep one of service-account and key, and write another entry.",
  homeless: 'An entry must say where the key lives. Add lives-in, such as ["github:acme/shop/OPENAI_API_KEY"].',
  duplicate: "There is an entry for this key already. Keep one of the two.",
} as const;

/** What may be wrong with a field of an entry: sentences about the field, which do not repeat what was written. */
export const KEYS_FIELD_FAULTS = {
  empty: "is empty. Fill it in, or remove the word.",
  "is-key": "is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead.",
  long: "is longer than 200 characters. Write an id instead.",
  "no-places": "is empty. Name the places that hold the key, or remove the entry.",
  "no-scopes":
    "is empty, and OpenAI takes an empty list for all permissions. Name the scopes, or remove the word to keep those of the old key.",
  "no-time": "must be longer than nothing. Write a time such as 60d.",
} as const;

/** A field of an entry, and what is wrong with it. */
export function describeKeysFieldFault(field: string, fault: keyof typeof KEYS_FIELD_FAULTS): string {
  return `${field} ${KEYS_FIELD_FAULTS[fault]}`;
}

/** A place that two keys are to live in. `place` is quoted. */
export function describeSharedPlace(place: string, line: number): string {
  return `The key of line ${line} lives in ${place} too. A place holds one key. Keep it in one of the two entries.`;
}
