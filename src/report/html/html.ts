import type { PageContext, ReportView } from "../view/view.ts";
import { HOLDS_NO_KEY } from "../wording/page.ts";
import { renderKey } from "./key.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink } from "./markup.ts";
import {
  renderCoverage,
  renderGaps,
  renderGlossary,
  renderKeyTable,
  renderLeftOut,
  renderUnfinished,
} from "./sections.ts";
import { STYLE, STYLE_HASH } from "./style.ts";

/** At most this many keys are shown with all details; those after them have a row in the table. */
const MOST_IN_FULL = 100;

const MARKS = { good: "✓", bad: "!", warn: "?" } as const satisfies Record<ReportView["tone"], string>;

/** Nothing is loaded and nothing runs: the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The incident on one page, for people who forward it: a file that needs nothing else, runs nothing and asks nobody. */
export function renderHtml(view: ReportView, context: PageContext): string {
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${view.title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${renderBanner(view, context)}<main>
${renderAlarm(view)}${renderKeys(view, context)}${renderUnfinished(view)}${renderGaps(view)}${renderCoverage(view)}${renderGlossary()}</main>
<footer><p>openai-key-guard ${context.version}. ${HOLDS_NO_KEY}</p></footer>
</body>
</html>
`.markup;
}

function renderBanner({ tone, title }: ReportView, { head, runUrl }: PageContext): Markup {
  const facts = [
    ...(head === "" ? [] : [markup`head <code>${head.slice(0, 7)}</code>`]),
    ...(runUrl === null ? [] : [renderLink(runUrl, markup`the run`)]),
  ];
  return markup`<header class="${tone}">
<p class="brand">OpenAI key report${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${MARKS[tone]}</span>${title}</h1>
</header>
`;
}

function renderAlarm({ keys }: ReportView): Markup {
  const [only, ...others] = keys;
  const alert = only?.alert ?? null;
  if (alert === null) return NOTHING;
  return markup`<p class="alarm">${renderLine(others.length === 0 ? alert.alone : alert.among)}</p>
`;
}

function renderKeys({ keys }: ReportView, { link }: PageContext): Markup {
  if (keys.length === 0) return NOTHING;
  const anchors = keys.map((_, index) => (index < MOST_IN_FULL ? `key-${index + 1}` : null));
  const articles = keys.slice(0, MOST_IN_FULL).map((key, index) => renderKey(key, `key-${index + 1}`, link));
  return markup`${keys.length > 1 ? renderKeyTable(keys, anchors) : NOTHING}<section aria-labelledby="keys">
<h2 id="keys">${keys.length === 1 ? "The key" : "The keys, one by one"}</h2>
${articles}${renderLeftOut(keys.length - articles.length, "key", "keys")}</section>
`;
}
