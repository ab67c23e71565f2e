import { UsageError } from "../../errors.ts";
import { findHookFolder } from "../../hooks/hook-folder.ts";
import { type InstalledHook, readInstalledHooks } from "../../hooks/installed-hooks.ts";
import { detectManager } from "../../hooks/managers.ts";
import {
  describeHookFaults,
  describeHooks,
  describeNoHooks,
  describeOtherHooks,
  type HookFault,
} from "../../messages/doctor/repository.ts";
import { type Check, createCheck } from "../check.ts";
import type { DoctorContext } from "../context.ts";

/** Checks the hooks before a commit and a push. None where nobody commits, as in a bare repository. */
export async function checkHooks({ repo, environment }: DoctorContext): Promise<readonly Check[]> {
  const folder = await findHookFolder(repo, environment).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  if (folder === null) return [];
  const hooks = await readInstalledHooks(folder.path);
  if (hooks.some(({ kind }) => kind === "ours")) return [checkOwnHooks(hooks)];
  const others = hooks.flatMap((hook) => (hook.kind === "other" ? [hook.text] : []));
  const manager = detectManager(folder.path, others.join("\n"));
  if (others.length === 0 && manager === null) return [createCheck("hooks", "ok", describeNoHooks())];
  const callsUs = others.some((text) => text.includes("openai-key-guard"));
  return [createCheck("hooks", callsUs ? "ok" : "unknown", describeOtherHooks(manager?.name ?? null, callsUs))];
}

/** Where one of the hooks is ours, both should be, and work. */
function checkOwnHooks(hooks: readonly InstalledHook[]): Check {
  const faults = new Map<HookFault, string[]>();
  for (const hook of hooks) {
    for (const fault of listFaults(hook)) faults.set(fault, [...(faults.get(fault) ?? []), hook.hook]);
  }
  if (faults.size > 0) return createCheck("hooks", "problem", describeHookFaults([...faults]));
  return createCheck("hooks", "ok", describeHooks(hooks.map(({ hook }) => hook)));
}

function listFaults(hook: InstalledHook): readonly HookFault[] {
  if (hook.kind !== "ours") return ["missing"];
  return [
    ...(hook.isStale ? (["stale"] as const) : []),
    ...(hook.hasPrograms ? [] : (["no-program"] as const)),
    ...(hook.isExecutable ? [] : (["not-executable"] as const)),
  ];
}
