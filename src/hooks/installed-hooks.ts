import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createHookScript, HOOKS, type HookName, isOurs, type Programs } from "./hook-script.ts";

/** A hook as it is on disk. `stale`: written by another version of this tool. */
export type InstalledHook = { hook: HookName } & (
  | { kind: "absent" }
  | { kind: "other"; text: string }
  | { kind: "ours"; isStale: boolean; isExecutable: boolean; hasPrograms: boolean }
);

/** Reads the hooks in a folder, and whether ours would run. Changes nothing. */
export async function readInstalledHooks(folder: string): Promise<readonly InstalledHook[]> {
  return await Promise.all(HOOKS.map(async (hook) => await readInstalledHook(hook, join(folder, hook))));
}

async function readInstalledHook(hook: HookName, file: string): Promise<InstalledHook> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return { hook, kind: "absent" };
  if (!isOurs(text)) return { hook, kind: "other", text };
  const programs = parsePrograms(text);
  return {
    hook,
    kind: "ours",
    isStale: programs === null || createHookScript(hook, programs) !== text,
    isExecutable: await may(file, constants.X_OK),
    hasPrograms: programs === null || ((await may(programs.node, constants.X_OK)) && (await may(programs.cli))),
  };
}

/** The programs that a hook names, as `createHookScript` writes them. */
function parsePrograms(text: string): Programs | null {
  const read = (name: string) =>
    new RegExp(String.raw`^${name}='((?:[^']|'\\'')*)'$`, "m").exec(text)?.[1]?.replaceAll(String.raw`'\''`, "'");
  const [node, cli] = [read("node"), read("cli")];
  return node === undefined || cli === undefined ? null : { node, cli };
}

async function may(file: string, mode: number = constants.F_OK): Promise<boolean> {
  return await access(file, mode).then(
    () => true,
    () => false,
  );
}
