import { renderHtml, renderSummary, renderText } from "../../test/report/render.ts";
import { context, NOW } from "../../test/report/stories.ts";
import { SWEEPS } from "../../test/report/sweep/sweep-stories.ts";
import type { Case } from "./cases.ts";
import { renderGitHubPage } from "./github-page.ts";
import { createTerminalLook, renderTerminalPage } from "./terminal-page.ts";

const swept = { ...context, medium: "terminal", runUrl: null, head: "", repository: null, now: NOW } as const;

/** Sweeps of an organisation in every medium that tells of them. */
export const SWEEP_CASES: readonly Case[] = Object.entries(SWEEPS).flatMap(([name, one]): readonly Case[] => {
  const state = `sweep-${name}`;
  const [page, summary] = [renderHtml(one, swept), renderSummary(one, swept)];
  const terminal = (columns: number) => renderText(one, createTerminalLook(columns));
  return [
    { state, medium: "page", text: page, toPage: () => page },
    { state, medium: "summary", text: summary, toPage: (theme) => renderGitHubPage(summary, "summary", theme) },
    {
      state,
      medium: "terminal",
      text: terminal(80),
      toPage: (theme, columns) => renderTerminalPage(terminal(columns), theme),
    },
  ];
});
