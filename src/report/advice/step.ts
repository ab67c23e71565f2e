import { type Change, isUnpublished } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { StoryContext } from "../context.ts";
import { joinLines, type Line, line, showName, words } from "../line.ts";
import { capitalize } from "../numbers.ts";
import { nameKey, nameThing } from "../wording/key/names.ts";
import { sortPlaces } from "../wording/key/places.ts";

/**
 * The first thing to do about a key. `alone` is said of the only key ("Revoke it now."), `among` of the first of several
 * ("First, revoke **search** now."), and `rest` after either. `alone` and `among` are empty where there is nothing to do.
 */
export type FirstStep = { alone: Line; among: Line; rest: Line };

/** What a first step is about. `organization` is the name of ours; null where it is not known. */
export type StepFacts = { finding: Finding; change: Change; organization: string | null; context: StoryContext };

/** A step that goes on from its key: "revoke", the key, "now", and why. Empty sentences are left out. */
export function composeStep(finding: Finding, verb: string, end: Line, rest: readonly Line[]): FirstStep {
  const after = end.length === 0 ? end : line` ${end}`;
  return {
    alone: line`${words(capitalize(verb))} it${after}.`,
    among: line`First, ${words(verb)} ${nameKey(finding, `the first ${nameThing(finding)}`)}${after}.`,
    rest: joinSentences(rest),
  };
}

/** A question that somebody has to answer about the key: "Ask **Grace** whose key this is." */
export function composeQuestion(verb: string, question: Line, rest: readonly Line[]): FirstStep {
  return {
    alone: line`${words(capitalize(verb))} ${question}.`,
    among: line`First, ${words(verb)} ${question}.`,
    rest: joinSentences(rest),
  };
}

/** Sentences, one after the other; empty ones are left out. */
export function joinSentences(sentences: readonly Line[]): Line {
  return joinLines(
    sentences.filter(({ length }) => length > 0),
    " ",
  );
}

/** Who to ask: the author of the first place, as the commit has it. The sentence blames nobody. */
export function nameAuthor({ sightings }: Finding): Line {
  const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
  return author.trim() === "" ? words("whoever added it") : showName(author);
}

/** Whether a key has left the machine: a hook asks before a commit or a push, and a place that the base had is older. */
export function hasLeaked({ sightings }: Finding, change: Change): boolean {
  return !isUnpublished(change) || sightings.some(({ preexisting }) => preexisting);
}

/** That a removed line is still a leaked one; nothing where nobody could have fetched it. */
export function describeFetched({ kind }: Change, thing: "key" | "token" = "key"): Line {
  if (kind !== "range" && kind !== "history" && kind !== "sweep") return words("");
  const place = kind === "range" ? "this branch" : kind === "history" ? "this repository" : "the repository";
  return words(`Removing the line is not enough: anyone who fetched ${place} has the ${thing}.`);
}
