import type { KeyView } from "../view/key.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import { HEADINGS, PAGE_LABELS } from "../wording/page.ts";
import { renderDocument } from "./document.ts";
import { renderFederation } from "./federation.ts";
import { renderKey } from "./key.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink, renderName } from "./markup.ts";
import {
  renderCoverage,
  renderGaps,
  renderGlossary,
  renderIgnored,
  renderLeftOut,
  renderNotes,
  renderUnfinished,
} from "./sections.ts";
import { STYLE, STYLE_HASH } from "./style.ts";
import { renderKeyTable } from "./table.ts";

/** At most this many keys are shown with all details; those after them have a row in the table. */
const MOST_IN_FULL = 100;

/** The sign in the round mark of the title, in the place of the mark that Markdown has. The colour is that of the tone. */
const SIGNS: Readonly<Record<string, string>> = { "🔴": "!", "🟡": "…", "🟠": "×", "✅": "✓", "⚠️": "?" };

/** The incident on one page, for people who forward it: a file that needs nothing else, runs nothing and asks nobody. */
export function renderHtml(view: ReportView, context: PageContext): string {
  const story = renderStory(view, context);
  const body = markup`${renderBanner(view, context)}<main>
${story}${renderGlossary(`${view.title}${story.markup}`)}</main>
`;
  return renderDocument({ title: view.title, style: STYLE, styleHash: STYLE_HASH, version: context.version, body });
}

function renderBanner({ tone, mark, title }: ReportView, { head, runUrl, job = null }: PageContext): Markup {
  const facts = [
    ...(job === null ? [] : [renderName(job)]),
    ...(head === "" ? [] : [markup`${PAGE_LABELS.commit} <code>${head.slice(0, 7)}</code>`]),
    ...(runUrl === null ? [] : [renderLink(runUrl, markup`${PAGE_LABELS.run}`)]),
  ];
  return markup`<header class="${tone}">
<p class="brand">${HEADINGS.page}${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${SIGNS[mark] ?? "!"}</span>${title}</h1>
</header>
`;
}

/** What to do first, then each key, then what else there is to say of the run. */
function renderStory(view: ReportView, context: PageContext): Markup {
  return markup`${renderKeys(view, context)}${view.federation === null ? NOTHING : renderFederation(view.federation)}${renderGaps(view)}${renderUnfinished(view)}${renderIgnored(view)}${renderNotes(view, context)}${renderCoverage(view)}`;
}

function renderKeys(view: ReportView, { link }: PageContext): Markup {
  const { keys } = view;
  const [only, ...others] = keys;
  const resolution = view.resolution && renderAlarm("good", renderLine(view.resolution));
  if (!only) return markup`${resolution}`;
  if (others.length === 0) {
    const alert = only.alert && renderAlarm(only.tone, renderLine(only.alert.alone));
    return markup`${resolution}${alert}${renderKey(only, { id: "key-1", link, isOnly: true, isFirst: true, view })}`;
  }
  const first = findFirst(keys);
  const alert = first?.alert ? renderAlarm(view.tone, renderLine(first.alert.among)) : NOTHING;
  const anchors = keys.map((_, index) => (index < MOST_IN_FULL ? `key-${index + 1}` : null));
  const articles = keys
    .slice(0, MOST_IN_FULL)
    .map((key, index) => renderKey(key, { id: `key-${index + 1}`, link, isOnly: false, isFirst: key === first, view }));
  const green =
    view.green &&
    markup`<p class="green">${renderLine(view.green)}</p>
`;
  return markup`${resolution}${alert}${green}${renderKeyTable(keys, anchors, link)}${articles}${renderLeftOut(keys.length - articles.length, "key", "keys")}`;
}

/** The key that the first step of all is about. */
function findFirst(keys: readonly KeyView[]): KeyView | null {
  return keys.find(({ alert, isOpen }) => alert !== null && isOpen) ?? keys.find(({ alert }) => alert !== null) ?? null;
}

function renderAlarm(tone: KeyView["tone"], text: Markup): Markup {
  return markup`<p class="alarm ${tone}">${text}</p>
`;
}
