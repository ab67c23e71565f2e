import type { Report } from "../../src/domain/report.ts";
import { createLinks } from "../../src/github/link.ts";
import { chooseMessage } from "../../src/github/message.ts";
import type { PageContext } from "../../src/report/view/view.ts";
import { createLiveKeys, EVERY_STATE, type StateName } from "../../test/report/every-state.ts";
import {
  renderComment,
  renderGoneComment,
  renderHook,
  renderHtml,
  renderSummary,
  renderText,
} from "../../test/report/render.ts";
import { HEAD, report } from "../../test/report/stories.ts";
import { renderGitHubPage, type Theme } from "./github-page.ts";
import { createTerminalLook, renderTerminalPage } from "./terminal-page.ts";

/** Where a report is read. */
export type Medium = "comment" | "summary" | "page" | "terminal" | "hook";

/** A report in one medium: the text that the product writes, and the page that shows it as its reader sees it. */
export type Case = {
  /** "live" */
  state: string;
  medium: Medium;
  text: string;
  /** `columns` is how wide a terminal is. */
  toPage: (theme: Theme, columns: number) => string;
};

const context: PageContext = {
  head: HEAD,
  link: createLinks("https://github.com/acme-inc/web-shop"),
  runUrl: "https://github.com/acme-inc/web-shop/actions/runs/19500000001",
  version: "0.1.0",
  medium: "workflow",
  range: "pull request",
  now: new Date("2026-11-20T10:05:00Z"),
  job: "Keys / guard",
  repository: "acme-inc/web-shop",
  serverUrl: "https://github.com",
  defaultBranch: "main",
};

/** What a run would write on a pull request; null where it writes nothing. `open`: what the last comment had open. */
export function renderWhatIsPosted(one: Report, open: readonly string[] = []): string | null {
  const message = chooseMessage(one, {
    renderComment: (room) => renderComment(one, context, room),
    renderGoneComment: (left, more) => renderGoneComment(left, context, more),
  });
  const isFirst = open.length === 0;
  if (isFirst && one.findings.length === 0 && !message.mayCreate && one.gaps.length === 0) return null;
  return message.render({ head: HEAD, contained: [], open }, ROOM).text;
}

/** The room of a comment that remembers a few contained keys, in bytes. */
const ROOM = 50_000;

function comment(state: string, text: string): Case {
  return { state, medium: "comment", text, toPage: (theme) => renderGitHubPage(text, "comment", theme) };
}

function summary(state: string, one: Report): Case {
  const text = renderSummary(one, context);
  return { state, medium: "summary", text, toPage: (theme) => renderGitHubPage(text, "summary", theme) };
}

function page(state: string, one: Report): Case {
  const text = renderHtml(one, context);
  return { state, medium: "page", text, toPage: () => text };
}

function terminal(state: string, one: Report, medium: "terminal" | "hook"): Case {
  const at = (columns: number) => (medium === "hook" ? renderHook : renderText)(one, createTerminalLook(columns));
  return { state, medium, text: at(80), toPage: (theme, columns) => renderTerminalPage(at(columns), theme) };
}

/** A state in all media that ever show it: a hook's report has no pull request. */
function listCases(state: StateName): readonly Case[] {
  const one = EVERY_STATE[state];
  const isHook = one.change.kind === "staged" || (one.change.kind === "range" && one.change.unpushed === true);
  if (isHook) return [terminal(state, one, "hook")];
  const posted = one.change.kind === "range" ? renderWhatIsPosted(one) : null;
  return [
    ...(posted === null ? [] : [comment(state, posted)]),
    ...(one.change.kind === "range" ? [summary(state, one)] : []),
    page(state, one),
    terminal(state, one, "terminal"),
  ];
}

const [openKey, otherKey] = createLiveKeys(2).map(({ fingerprint }) => fingerprint) as [string, string];

/** Every state in every medium; and the comment of commits that are gone. */
export const CASES: readonly Case[] = [
  ...(Object.keys(EVERY_STATE) as StateName[]).flatMap(listCases),
  comment("gone", renderWhatIsPosted(report(), [openKey, otherKey]) ?? ""),
  comment("gone-and-all-dead", renderGoneComment([], context)),
];

/** Comments that differ in how many live keys they tell of. */
export const COUNTED: readonly Case[] = [1, 4, 10, 200].map((count) => {
  const one = report(createLiveKeys(count), { askedAs: "acme-inc" });
  return comment(`${count} live key${count === 1 ? "" : "s"}`, renderComment(one, context));
});
