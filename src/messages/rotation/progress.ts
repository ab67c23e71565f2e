/** What a run says as its steps happen. `key` and `place` are escaped. */
export const STEPS = {
  creating: (key: string) => `${key}: creating a new key`,
  notCreated: (key: string) => `${key}: no new key was created`,
  created: (key: string) => `${key}: created a new key`,
  notYetAccepted: (key: string) => `${key}: OpenAI does not accept the new key yet, which is usual at first`,
  accepted: (key: string) => `${key}: OpenAI accepts the new key`,
  notAccepted: (key: string) => `${key}: OpenAI does not accept the new key`,
  stored: (key: string, place: string) => `${key}: stored in ${place}`,
  notStored: (key: string, place: string) => `${key}: not stored in ${place}`,
  waiting: (key: string, time: string) => `${key}: waiting for the new key to be used (up to ${time})`,
  stillWaiting: (key: string, done: number, all: number) =>
    `${key}: waiting for the new key to be used (${done} of ${all} ${all === 1 ? "minute" : "minutes"})`,
  used: (key: string) => `${key}: the new key is in use, and the old one is not`,
  notUsed: (key: string) => `${key}: it is not certain that only the new key is used`,
  retired: (key: string) => `${key}: the old key is retired`,
  notRetired: (key: string) => `${key}: the old key was kept`,
} as const;

/** Said before keys are rotated, of all of them; the plan of each follows. */
export function describeRotationPrompt(keys: number): string {
  return `openai-key-guard is about to rotate ${keys === 1 ? "this key" : `these ${keys} keys`}:`;
}

/** Said after a no. */
export const ROTATION_DECLINED = "No key was created, and none was changed.";

/** Said when a run is interrupted while keys are rotated. */
export const ROTATION_INTERRUPTED =
  "Interrupted. The current step is finished, and then the report says which key is where. Interrupt again to stop at once.";

/** Said with --verbose: which keys file counts. */
export function describeKeysFileRead(where: string, keys: number): string {
  return `Keys file: ${where}, ${keys} ${keys === 1 ? "key" : "keys"}.`;
}
