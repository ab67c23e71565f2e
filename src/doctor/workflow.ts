import { open } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import {
  describeEvent,
  describeGoodTypes,
  describeMissingTypes,
  describeNoPullTrigger,
  describeUnreadEvent,
  describeUnreadWorkflow,
} from "../messages/doctor/workflow.ts";
import { type Check, createCheck } from "./check.ts";
import type { DoctorContext, WorkflowRunContext } from "./context.ts";

/** The events on which pull requests are scanned. */
const PULL_EVENTS = ["pull_request", "pull_request_target"] as const;

/** Longer files are no workflows that somebody wrote, in bytes. */
const LONGEST = 512 * 1024;

/** Checks the event of the run, and when the workflow runs. */
export async function checkWorkflow(context: DoctorContext): Promise<readonly Check[]> {
  const { workflow } = context;
  if (workflow === null) return [];
  return [checkEvent(workflow), await checkTypes(workflow, context.repo)];
}

function checkEvent({ event: { target }, eventName, scan }: WorkflowRunContext): Check {
  if (target.kind === "unread" && scan === "change") {
    return createCheck("event", "problem", describeUnreadEvent(target.why));
  }
  return createCheck("event", "ok", describeEvent(eventName));
}

/** Whether edits of a pull request start the workflow, by its file in the checkout: no event says it. */
async function checkTypes({ file }: WorkflowRunContext, repo: string): Promise<Check> {
  const triggers = file === null ? null : await readTriggers(join(repo, file));
  if (triggers === null) return createCheck("event-types", "unknown", describeUnreadWorkflow());
  const pulls = PULL_EVENTS.filter((name) => triggers.has(name));
  if (pulls.length === 0) return createCheck("event-types", "ok", describeNoPullTrigger());
  const lacking = pulls.find((name) => triggers.get(name)?.includes("edited") !== true);
  return lacking === undefined
    ? createCheck("event-types", "ok", describeGoodTypes())
    : createCheck("event-types", "problem", describeMissingTypes(lacking));
}

/** The triggers of a workflow with the `types` of each; null where there is no file that can be read as one. */
async function readTriggers(path: string): Promise<ReadonlyMap<string, readonly unknown[]> | null> {
  const text = await readText(path);
  if (text === null) return null;
  try {
    const { on } = (parse(text) ?? {}) as { on?: unknown };
    if (typeof on === "string") return new Map([[on, []]]);
    if (Array.isArray(on)) return new Map(on.map((name) => [String(name), []]));
    if (typeof on !== "object" || on === null) return null;
    return new Map(Object.entries(on).map(([name, trigger]) => [name, readTypes(trigger)]));
  } catch {
    return null;
  }
}

function readTypes(trigger: unknown): readonly unknown[] {
  const { types } = (typeof trigger === "object" && trigger !== null ? trigger : {}) as { types?: unknown };
  return Array.isArray(types) ? types : [types];
}

async function readText(path: string): Promise<string | null> {
  const handle = await open(path, "r").catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    return size > LONGEST ? null : await handle.readFile("utf8");
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
