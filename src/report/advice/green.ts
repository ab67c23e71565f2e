import type { Finding } from "../../domain/finding.ts";
import type { StoryContext } from "../context.ts";
import { getContainment } from "../evidence.ts";
import { type Line, words } from "../line.ts";
import { getState, type KeyState } from "../state.ts";
import { nameThing } from "../wording/key/names.ts";

/** Keys that nobody tries: OpenAI's refusal will not turn the check green. */
const UNTRIED: readonly KeyState[] = ["stranger", "unchecked", "suspected"];

/**
 * What turns the check green again, for findings that fail it; null where none does. A key that works, or that nobody
 * tried, fails the check until OpenAI refuses it, even after its line is removed.
 */
export function describeGreen(findings: readonly Finding[], { medium }: StoryContext): Line | null {
  const blocking = findings.filter(({ blocks }) => blocks);
  const states = blocking.map(getState);
  if (medium !== "workflow" || blocking.length === 0) return null;
  if (blocking.every(({ sightings }) => sightings.every(({ where }) => where === "alert"))) {
    const whose = blocking.length === 1 ? "its alert is closed" : "their alerts are closed";
    return words(`The check turns green when ${whose}, or when OpenAI refuses what is yours: re-run the job.`);
  }
  const thing = blocking.every((one) => nameThing(one) === "token") ? "token" : "key";
  const [it, them] = blocking.length === 1 ? [`the ${thing}`, "it"] : [`these ${thing}s`, "them"];
  if (states.every((state) => state === "inactive" || state === "fake")) {
    // The step that takes it out of the code says so.
    if (blocking.length === 1 && states[0] === "inactive" && blocking[0] && getContainment(blocking[0])) return null;
    return words(`The check turns green when the branch no longer contains ${it}: push a commit that removes ${them}.`);
  }
  const open = blocking.filter(({ validity }) => validity.kind !== "inactive");
  const untried = open.filter((one) => UNTRIED.includes(getState(one)));
  if (untried.length === 0) {
    return words(
      `The check turns green when OpenAI refuses ${it} and the branch no longer contains ${them}: push, or re-run the job.`,
    );
  }
  const ways = [
    ...(open.length > untried.length ? ["OpenAI refuses the keys that still work"] : []),
    ...(blocking.length > untried.length ? ["the branch no longer contains the keys that do not work"] : []),
    `no commit of the branch contains ${blocking.length > untried.length ? "the others" : it}`,
  ];
  const listed = blocking.length > untried.length ? "the others" : them;
  return words(
    `The check turns green when ${formatList(ways)}, or when the ignore file of the base branch lists ${listed}.`,
  );
}

/** "a, b and c" */
function formatList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
