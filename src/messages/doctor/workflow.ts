import { type CheckText, describeFact } from "./check-text.ts";

const TYPES = "[opened, reopened, synchronize, edited]";

/** Says which event started the run. */
export function describeEvent(name: string): CheckText {
  return describeFact(`The event ${name} started this run.`);
}

/** Says that the event brings nothing to scan. `why` is a whole sentence. */
export function describeUnreadEvent(why: string): CheckText {
  return { detail: why, fix: "docs/recipes.md has workflows for each event." };
}

/** Says that the workflow scans texts that are changed later, too. */
export function describeGoodTypes(): CheckText {
  return describeFact("The workflow also runs when somebody edits a pull request.");
}

/** Says that the workflow misses keys that are pasted later. */
export function describeMissingTypes(event: string): CheckText {
  return {
    detail: `${event} does not list the type edited. A key that is pasted into a description later is not scanned.`,
    fix: `Set types: ${TYPES} for ${event}.`,
  };
}

/** Says that the workflow has no trigger for pull requests. */
export function describeNoPullTrigger(): CheckText {
  return {
    detail: "This workflow does not run on pull requests.",
    fix: `To scan them, add the event pull_request with types: ${TYPES}.`,
  };
}

/** Says that the workflow's file was not read. */
export function describeUnreadWorkflow(): CheckText {
  return {
    detail: "The workflow file is not checked out, so its triggers were not read.",
    fix: `For pull_request, set types: ${TYPES}.`,
  };
}
