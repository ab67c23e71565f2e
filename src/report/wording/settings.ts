import type { StoryContext } from "../context.ts";

/** A setting with its value as the reader types it: `on-leak: report` in a workflow, `--on-leak report` in a terminal. */
export function formatSetting(name: string, value: string, medium: StoryContext["medium"]): string {
  return medium === "workflow" ? `${name}: ${value}` : `--${name} ${value}`;
}

/** A setting's name as the reader types it. */
export function formatSettingName(name: string, medium: StoryContext["medium"]): string {
  if (medium === "workflow") return name;
  return name === "openai-admin-key" ? "OPENAI_ADMIN_KEY" : `--${name}`;
}
