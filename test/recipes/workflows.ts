import { readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { parse } from "yaml";

export const TOP = path.resolve(import.meta.dirname, "../..");
export const read = (file: string) => readFileSync(path.join(TOP, file), "utf8");

/** A step, as far as these tests read it. */
export type Step = {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
};

/** A job, as far as these tests read it. */
export type Job = {
  needs?: string | string[];
  if?: string;
  environment?: string;
  uses?: string;
  permissions?: Record<string, string>;
  outputs?: Record<string, string>;
  strategy?: { matrix?: { include?: Record<string, string>[] } };
  steps?: Step[];
};

/** A workflow as it is written, and as YAML has it. */
export type Workflow = {
  /** The file, and the line where it begins in a page. */
  name: string;
  file: string;
  text: string;
  events: readonly string[];
  /** The activity types that start it, by event; null where the workflow names none, so that GitHub's default holds. */
  types: Readonly<Record<string, readonly string[] | null>>;
  permissions: Record<string, string> | string | undefined;
  jobs: Readonly<Record<string, Job>>;
};

/** The Action's own name, however a workflow pins it. */
const OURS = /^(?:openai-key-guard\/openai-key-guard@.+|\.\/)$/;

export function isOurs({ uses }: Step): boolean {
  return uses !== undefined && OURS.test(uses);
}

/** Whether a step is the sub-action that audits. */
export function isAudit({ uses }: Step): boolean {
  return uses?.startsWith("openai-key-guard/openai-key-guard/audit@") === true;
}

/** Whether a step is the sub-action that rotates. */
export function isRotate({ uses }: Step): boolean {
  return uses?.startsWith("openai-key-guard/openai-key-guard/rotate@") === true;
}

/** Every workflow in the repository: in files of their own, and in the pages' code blocks. */
export function allWorkflows(): readonly Workflow[] {
  const files = ["examples/workflows", ".github/workflows"].flatMap((folder) => filesIn(folder, ".yml"));
  return [
    ...files.map((file) => workflowOf(file, file, read(file))),
    ...pages().flatMap((page) =>
      fencesOf(page)
        .filter(({ language, text }) => language === "yaml" && /^jobs:/m.test(text))
        .map(({ line, text }) => workflowOf(`${page}:${line}`, page, text)),
    ),
  ];
}

export function pages(): readonly string[] {
  const top = readdirSync(TOP).filter((name) => name.endsWith(".md"));
  return [...top, ...filesIn("docs", ".md"), ...filesIn(".github", ".md")];
}

/** A code block of a page; `line` is that of its first line, counted from 1. */
export type Fence = { language: string; line: number; text: string };

export function fencesOf(page: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = read(page).split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const language = /^```(\w*)/.exec(lines[at] ?? "")?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf("```", at + 1);
    if (end < 0) throw new Error(`${page}:${at + 1}: the code block does not end`);
    fences.push({ language, line: at + 2, text: `${lines.slice(at + 1, end).join("\n")}\n` });
    at = end;
  }
  return fences;
}

/** What GitHub's own parser says against a workflow, its expressions included. */
export async function faultsIn({ name, text }: Pick<Workflow, "name" | "text">): Promise<readonly string[]> {
  // The parser imports its schema as JSON without saying so, which Node refuses.
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
  });
  const parser = await import("@actions/workflow-parser").finally(() => hooks.deregister());
  const { context, value } = parser.parseWorkflow({ name, content: text }, new parser.NoOperationTraceWriter());
  const errors = context.errors.getErrors().map(({ message }) => message);
  if (errors.length > 0 || !value) return errors.length > 0 ? errors : [`${name} is empty`];
  const template = await parser.convertWorkflowTemplate(context, value);
  return (template.errors ?? []).map(({ Message }) => Message);
}

function workflowOf(name: string, file: string, text: string): Workflow {
  type Written = Pick<Workflow, "permissions" | "jobs"> & { on: string | string[] | Record<string, unknown> };
  const { on, permissions, jobs } = parse(text) as Written;
  const events = typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);
  const types = Object.fromEntries(events.map((event) => [event, typesOf(on, event)]));
  return { name, file, text, events, types, permissions, jobs };
}

function typesOf(on: unknown, event: string): readonly string[] | null {
  const { types = null } = (on as Record<string, { types?: string | string[] } | null>)[event] ?? {};
  return typeof types === "string" ? [types] : types;
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(TOP, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}
