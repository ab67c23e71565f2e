import type { UnfinishedContainment } from "../domain/journal.ts";
import { type Line, line, words } from "./line.ts";
import { formatTime } from "./numbers.ts";
import { ACTIONS } from "./wording/states.ts";

const CHECKS = {
  quarantine: "see at OpenAI whether its permissions were cut, and whether that is what you want",
  expire: "see at OpenAI whether it has the expiry it was to get",
  revoke: "see at OpenAI whether it is still listed, and delete it if it is",
} as const satisfies Record<UnfinishedContainment["act"], string>;

/** The heading over all of them. */
export const UNFINISHED_TITLE = "Begun earlier, end unknown";

/** What an earlier run began to do to a key and never said the end of, and how to find that out. */
export function describeUnfinished({ fingerprint, id, act, at }: UnfinishedContainment): Line {
  return line`On ${words(formatTime(at))} an earlier run began ${words(ACTIONS[act].doing)} ${id}, and nobody wrote down how that ended: ${words(CHECKS[act])}. Fingerprint ${fingerprint}.`;
}
