import { quoteForMessage, UsageError } from "../../errors.ts";
import { describeForeignInput } from "../../messages/errors/hooks.ts";

/** What a push does to one ref of the server, by full object names: null for a ref that did not exist, or is deleted. */
export type RefUpdate = { ref: string; before: string | null; after: string | null };

/** The refs of a push. `side`: where it is seen, on its way out or at the server it arrives at. */
export type Push = { side: "sender" | "receiver"; updates: readonly RefUpdate[] };

/** `<local ref> <local object name> <remote ref> <remote object name>`; a local ref is as it was typed, blanks included. */
const PRE_PUSH_LINE = /^(?:.*) (?<after>[0-9a-f]{40,64}) (?<ref>[^ ]+) (?<before>[0-9a-f]{40,64})$/s;

/** `<old object name> <new object name> <ref>`. */
const PRE_RECEIVE_LINE = /^(?<before>[0-9a-f]{40,64}) (?<after>[0-9a-f]{40,64}) (?<ref>[^ ]+)$/;

/**
 * Parses the standard input of a pre-push or a pre-receive hook (githooks(5)).
 *
 * @throws UsageError for anything else: what is not understood is not scanned.
 */
export function parseRefUpdates(input: string): Push {
  const lines = input.split(/\r?\n/).filter((line) => line !== "");
  const sent = lines.flatMap((line) => parseLine(PRE_PUSH_LINE, line));
  const received = lines.flatMap((line) => parseLine(PRE_RECEIVE_LINE, line));
  if (sent.length === lines.length) return { side: "sender", updates: sent };
  if (received.length === lines.length) return { side: "receiver", updates: received };
  const odd = lines.find((line) => !PRE_PUSH_LINE.test(line) && !PRE_RECEIVE_LINE.test(line)) ?? lines[0] ?? "";
  throw new UsageError(describeForeignInput(quoteForMessage(odd.slice(0, 200))));
}

function parseLine(pattern: RegExp, line: string): readonly RefUpdate[] {
  const { ref, before = "", after = "" } = pattern.exec(line)?.groups ?? {};
  return ref === undefined ? [] : [{ ref, before: parseObjectName(before), after: parseObjectName(after) }];
}

/** All zeros stand for no object. */
function parseObjectName(name: string): string | null {
  return /^0+$/.test(name) ? null : name;
}
