import { quoteForMessage, UsageError } from "../../errors.ts";
import type { Environment } from "../git.ts";

/** What a push does to one ref of the server, by full object names: null for a ref that was not there, or will not be. */
export type RefUpdate = { ref: string; before: string | null; after: string | null };

/** The refs of a push. `here` is where it is seen: on its way out, or on the server it arrives at. */
export type Push = { here: "sender" | "receiver"; updates: readonly RefUpdate[] };

/** `<local ref> <local object name> <remote ref> <remote object name>`; a local ref is as it was typed, blanks and all. */
const SENT = /^(.*) ([0-9a-f]{40,64}) ([^ ]+) ([0-9a-f]{40,64})$/s;

/** `<old object name> <new object name> <ref>`. */
const RECEIVED = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([^ ]+)$/;

/**
 * Reads what git tells a pre-push hook, or a pre-receive hook, on standard input (githooks(5)). A UsageError for anything
 * else: what is not understood has not been looked at.
 */
export function parseRefUpdates(input: string): Push {
  const lines = input.split(/\r?\n/).filter((line) => line !== "");
  const sent = lines.flatMap((line) => updateIn(SENT.exec(line), { ref: 3, before: 4, after: 2 }));
  const received = lines.flatMap((line) => updateIn(RECEIVED.exec(line), { ref: 3, before: 1, after: 2 }));
  if (sent.length === lines.length) return { here: "sender", updates: sent };
  if (received.length === lines.length) return { here: "receiver", updates: received };
  const odd = lines.find((line) => !SENT.test(line) && !RECEIVED.test(line)) ?? lines[0] ?? "";
  throw new UsageError(
    `${quoteForMessage(odd.slice(0, 200))} is not what git tells a hook about a push; hand on the standard input of a pre-push or ` +
      "a pre-receive hook as it came.",
  );
}

function updateIn(found: RegExpExecArray | null, { ref, before, after }: Record<keyof RefUpdate, number>): RefUpdate[] {
  return found ? [{ ref: found[ref] ?? "", before: nameIn(found[before]), after: nameIn(found[after]) }] : [];
}

/** All zeros stand for no object. */
function nameIn(name = ""): string | null {
  return /^0+$/.test(name) ? null : name;
}

/**
 * The one push that the pre-commit framework tells its hooks of: it reads git's words itself, and hands on variables. Its
 * revisions may be names of branches. Null where it does not run us before a push.
 */
export function parseFrameworkPush(environment: Environment): { update: RefUpdate; remote: string | null } | null {
  const told = (name: string) => environment[`PRE_COMMIT_${name}`] || null;
  // Without a range the branch goes to an empty repository, and all of it is new.
  const after = told("TO_REF") ?? told("LOCAL_BRANCH");
  if (after === null) return null;
  const ref = told("REMOTE_BRANCH") ?? "";
  return { update: { ref, before: told("FROM_REF"), after }, remote: told("REMOTE_NAME") };
}
