import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Which of GitHub's themes, or of the system's. */
export type Theme = "light" | "dark";

/** A comment is smaller than a job summary, and keeps its line breaks. */
export type MarkdownMedium = "comment" | "summary";

const load = createRequire(import.meta.url).resolve;

/** The colours of a page around its Markdown: those of GitHub's own themes. */
const COLOURS = {
  light: { line: "#d1d9e0", back: "#ffffff", head: "#f6f8fa", text: "#1f2328", muted: "#59636e" },
  dark: { line: "#3d444d", back: "#0d1117", head: "#151b23", text: "#f0f6fc", muted: "#9198a1" },
} as const satisfies Record<Theme, Record<string, string>>;

const ALERT =
  /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br \/>)?\s*((?:(?!<blockquote>)[^])*?)<\/blockquote>/g;

/** The icons of alerts, from GitHub's Octicons (MIT licence). */
const ICONS: Readonly<Record<string, string>> = {
  NOTE: "M0 8a8 8 0 1 1 16 0A8 8 0 0 1 0 8Zm8-6.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6.5 7.75A.75.75 0 0 1 7.25 7h1a.75.75 0 0 1 .75.75v2.75h.25a.75.75 0 0 1 0 1.5h-2a.75.75 0 0 1 0-1.5h.25v-2h-.25a.75.75 0 0 1-.75-.75ZM8 6a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z",
  WARNING:
    "M6.457 1.047c.659-1.234 2.427-1.234 3.086 0l6.082 11.378A1.75 1.75 0 0 1 14.082 15H1.918a1.75 1.75 0 0 1-1.543-2.575Zm1.763.707a.25.25 0 0 0-.44 0L1.698 13.132a.25.25 0 0 0 .22.368h12.164a.25.25 0 0 0 .22-.368Zm.53 3.996v2.5a.75.75 0 0 1-1.5 0v-2.5a.75.75 0 0 1 1.5 0ZM9 11a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z",
  CAUTION:
    "M4.47.22A.749.749 0 0 1 5 0h6c.199 0 .389.079.53.22l4.25 4.25c.141.14.22.331.22.53v6a.749.749 0 0 1-.22.53l-4.25 4.25A.749.749 0 0 1 11 16H5a.749.749 0 0 1-.53-.22L.22 11.53A.749.749 0 0 1 0 11V5c0-.199.079-.389.22-.53Zm.84 1.28L1.5 5.31v5.38l3.81 3.81h5.38l3.81-3.81V5.31L10.69 1.5ZM8 4a.75.75 0 0 1 .75.75v3.5a.75.75 0 0 1-1.5 0v-3.5A.75.75 0 0 1 8 4Zm0 8a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z",
};

/** Draws Markdown as GitHub does, as near as it comes without GitHub: alerts, tables that scroll, breaks in comments. */
export function renderLikeGitHub(text: string, medium: MarkdownMedium): string {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const broken = medium === "comment" ? html.replaceAll(/<p>[^]*?<\/p>/g, breakLines) : html;
  return broken
    .replaceAll(ALERT, (_, kind: string, rest: string) => renderAlert(kind, rest))
    .replaceAll("<table>", '<table tabindex="0">');
}

function breakLines(paragraph: string): string {
  return paragraph.replaceAll("\n", "<br />\n");
}

function renderAlert(kind: string, rest: string): string {
  const name = `${kind.charAt(0)}${kind.slice(1).toLowerCase()}`;
  const icon = `<svg class="octicon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${ICONS[kind] ?? ICONS["NOTE"]}"></path></svg>`;
  return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${icon}${name}</p><p>${rest}</div>`;
}

/** A page of GitHub's with one comment, or one job summary. */
export function renderGitHubPage(text: string, medium: MarkdownMedium, theme: Theme): string {
  const css = readFileSync(load(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
  const { line, back, head, text: ink, muted } = COLOURS[theme];
  const author =
    medium === "comment" ? '<p class="by"><b>github-actions</b> commented</p>' : '<p class="by">guard summary</p>';
  const own = `
    body { background: ${back}; color: ${ink}; margin: 0; padding: 20px; font: 14px/1.5 "Liberation Sans", sans-serif }
    @media (width < 600px) { body { padding: 8px } }
    .hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
    .box { border: 1px solid ${line}; border-radius: 6px; overflow: hidden }
    .by { margin: 0; padding: 8px 16px; background: ${head}; border-bottom: 1px solid ${line}; color: ${muted} }
    .markdown-body { padding: 16px; font-size: ${medium === "comment" ? 14 : 16}px }
    .markdown-body a { text-decoration: underline }
    .markdown-body .octicon { fill: currentColor; margin-right: 8px; overflow: visible }`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${medium}</title><style>${css}${own}</style><main><h1 class="hidden">Add a feature</h1><h2 class="hidden">Conversation</h2><div class="box">${author}<div class="markdown-body">${renderLikeGitHub(text, medium)}</div></div></main></html>`;
}
