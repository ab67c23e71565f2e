/** What is about to happen to what was scanned: a commit, or a push. */
export type Publication = "commit" | "push";

/** The keys, or the gaps, that a verdict counts. `isHook`: a hook of git asks, and the exit code stops git. */
type Counted = { publication: Publication; count: number; isHook: boolean };

/** The verdict over keys. `isNew`: none of them was there before. `isSuspected`: all may be something else. */
export function describeStoppedKeys({
  publication,
  count,
  isHook,
  isNew,
  isSuspected,
}: Counted & { isNew: boolean; isSuspected: boolean }): string {
  const noun = `${isSuspected ? "suspected " : ""}OpenAI key`;
  const keys = count === 1 ? `${isSuspected ? "a" : "an"} ${noun}` : `${count} ${noun}s`;
  const what = publication === "push" ? `it would send ${keys}` : `${keys} ${count === 1 ? "is" : "are"} staged`;
  const safety = isHook ? `This ${publication} has leaked nothing.` : "Nothing is committed yet.";
  return `${describeStop(publication, isHook)}${what}.${isNew ? ` ${safety}` : ""}`;
}

/** The verdict where no key was found, but not everything could be scanned. */
export function describeStoppedGaps({ publication, count, isHook }: Counted): string {
  return `${describeStop(publication, isHook)}${count === 1 ? "something" : `${count} things`} could not be scanned.`;
}

function describeStop(publication: Publication, isHook: boolean): string {
  return `openai-key-guard: ${isHook ? `${publication} stopped, ` : ""}`;
}

/** What stands behind a key's place and mask. `commit` is abbreviated; `remarks` are of its first place. */
export function describeKeyDetails(key: {
  fingerprint: string;
  commit: string | null;
  remarks: readonly string[];
  morePlaces: number;
  works: boolean | null;
}): string {
  const details = [
    ...(key.commit === null ? [] : [`in commit ${key.commit}`]),
    ...key.remarks,
    ...(key.morePlaces > 0 ? [`and ${key.morePlaces} more place${key.morePlaces === 1 ? "" : "s"}`] : []),
    ...(key.works === null ? [] : [key.works ? "OpenAI accepts it" : "OpenAI refuses it"]),
  ];
  return [`fingerprint ${key.fingerprint}`, ...details].join(", ");
}

/** How to take a key out of what is staged. `advice` is a sentence on its only file; null where there is more than one. */
export function describeUnstaging(advice: string | null): string {
  return `${advice ?? "Take each key out, and read OPENAI_API_KEY from the environment instead."} Then git add and git commit again.`;
}

/** What has to change before a push: the last commit, one before it, several, or something else that has a key. */
export type PlaceToChange =
  | { kind: "last" }
  /** `commit` is abbreviated; `from` is where a rebase starts. */
  | { kind: "one"; commit: string; from: string }
  | { kind: "several"; from: string }
  | { kind: "tag" | "note" | "name" | "mixed" };

/** How to take keys out of commits that are not pushed. `mark` is what a rebase is told to do with the commit. */
export function describeRewriting(place: PlaceToChange, mark: "edit" | "reword", advice: string | null): string {
  const before = advice === null ? "" : `${advice} `;
  switch (place.kind) {
    case "last":
      return mark === "edit"
        ? `${before}Then git commit --all --amend and push again.`
        : "Change the message with git commit --amend, and push again.";
    case "one":
      return `${before}Change commit ${place.commit} with git rebase -i ${place.from} (mark it ${mark}), and push again.`;
    case "several":
      return `Change these commits with git rebase -i ${place.from} (mark each of them edit), and push again.`;
    case "tag":
      return "Delete the tag, make it again with another message, and push again.";
    case "note":
      return "Push without the notes, or delete them first: git update-ref -d refs/notes/commits.";
    case "name":
      return "Rename the branch or tag: the key is a part of its name.";
    case "mixed":
      return "Take each key out of the place named above, and push again.";
    default:
      return place satisfies never;
  }
}

/** Said where a later commit takes a key out again, which is not enough. */
export const SENT_ANYWAY = "A later commit removes it, but the push would send both commits.";

/** Said of keys of which one was there before the change. */
export const LEAKED_BEFORE =
  "A key that was here before may have leaked already: delete it under platform.openai.com/api-keys.";

/** What to do about a text that is no key. A null fingerprint leaves it to the reader which one is meant. */
export function describeExcuse(fingerprint: string | null): string {
  return `Not a real key? openai-key-guard ignore ${fingerprint ?? "FINGERPRINT"} --reason "…", then commit that file.`;
}

/** How to get past the hook, once. */
export function describeSkip(publication: Publication): string {
  return `Skip once: git ${publication} --no-verify`;
}

/** More keys, or gaps, than are listed. */
export function describeMore(count: number): string {
  return `and ${count} more`;
}

/** Keys that stop nothing: those that were there before, those that are ignored, and those that no longer work. */
export function describeOtherKeys(counts: { older: number; ignored: number; dead: number }): string {
  const parts = [
    ...(counts.older > 0 ? [`${counts.older} here before`] : []),
    ...(counts.ignored > 0 ? [`${counts.ignored} ignored`] : []),
    ...(counts.dead > 0 ? [`${counts.dead} that no longer work${counts.dead === 1 ? "s" : ""}`] : []),
  ];
  return `Other keys, which stop nothing: ${parts.join(", ")}.`;
}
