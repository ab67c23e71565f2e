import type { Finding } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { Contained } from "../../domain/outcome.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatCount, formatTime } from "../numbers.ts";
import { ACTIONS } from "./states.ts";

/** What was done to a key, and what stops working with it. */
export type ActionTaken = { done: Line; breaks: Line };

/**
 * What this run did to the key, on whose word, and what breaks by it: for those who look for the reason at night. Null
 * where nothing was done. `run` stands for the run, as a reader of the medium finds it.
 */
export function describeActionTaken(
  { identity, decision, outcome, impact }: Finding,
  run = "this run",
): ActionTaken | null {
  if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
  const { record } = identity;
  const asked = line`${`on-leak: ${decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind}`}`;
  const how =
    decision.kind === "revoke" && outcome.by !== "revoke"
      ? line`: OpenAI did not delete it when ${asked} asked for that`
      : line`, as ${asked} asks`;
  const done = line`${record.id} was ${words(ACTIONS[outcome.by].done)}${ending(outcome)} by ${words(run)} on ${words(formatTime(outcome.at))}${how}.`;
  const use = [...usersOf(record), ...usesOf(record, impact)];
  return {
    done,
    breaks: line`${words(breaks(outcome))}${use.length > 0 ? line`: ${joinLines(use, ", ")}` : words("")}.`,
  };
}

function ending({ endsAt }: Contained): Line {
  return endsAt === null ? words("") : words(` at ${formatTime(endsAt)}`);
}

function breaks({ by, stopped, endsAt }: Contained): string {
  if (by === "quarantine") return "Whatever uses it is refused within 15 minutes";
  if (by === "expire" && !stopped) {
    return `Whatever still uses it after ${endsAt === null ? "that" : formatTime(endsAt)} gets a 401`;
  }
  return "Whatever uses it gets a 401 from now on";
}

/** Who is likely to use it; nobody, where the reader may not know. */
function usersOf({ owner, home }: KeyRecord): readonly Line[] {
  const [who, place] = [owner?.name ?? owner?.id ?? null, home.name ?? home.id];
  return [
    ...(who === null ? [] : [owner?.kind === "user" ? line`owner ${who}` : line`service account ${who}`]),
    ...(place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]),
  ];
}

function usesOf({ lastUsedAt, home }: KeyRecord, impact: Finding["impact"]): readonly Line[] {
  const isNamed = home.id !== null || home.name !== null;
  const requests = impact?.requests ?? 0;
  return [
    ...(isNamed && lastUsedAt !== null ? [words(`last used on ${formatTime(lastUsedAt)}`)] : []),
    ...(requests > 0 ? [words(`${formatCount(requests, "request")} since this was exposed`)] : []),
  ];
}
