import { clipText } from "../escape.ts";
import { LONGEST_NAME } from "../line.ts";
import { renderSweep } from "../sweep/html.ts";
import { SWEEP_STYLE, SWEEP_STYLE_HASH } from "../sweep/style.ts";
import type { SweepView } from "../sweep/view.ts";
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
  const [style, styleHash] = view.sweep ? [SWEEP_STYLE, SWEEP_STYLE_HASH] : [STYLE, STYLE_HASH];
  return renderDocument({ title: view.title, style, styleHash, version: context.version, body });
}

function renderBanner({ tone, mark, title, sweep }: ReportView, { head, runUrl, job = null }: PageContext): Markup {
  const facts = [
    ...(sweep === null ? [] : [renderName(clipText(sweep.organization, LONGEST_NAME))]),
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
  const gaps = renderGaps(view);
  const organization = view.sweep && renderOrganization(view, view.sweep, context, gaps);
  return markup`${renderKeys(view, context, organization)}${view.federation === null ? NOTHING : renderFederation(view.federation)}${organization ? NOTHING : gaps}${renderUnfinished(view)}${renderIgnored(view)}${renderNotes(view, context)}${renderCoverage(view)}`;
}

/** The whole organisation, and what was not read of it: before the single keys, which may be many. */
function renderOrganization(view: ReportView, sweep: SweepView, context: PageContext, gaps: Markup): Markup {
  const shown = view.keys.slice(0, MOST_IN_FULL);
  const anchors = new Map(shown.map(({ fingerprint }, index) => [fingerprint, `key-${index + 1}`]));
  const organization = renderSweep(sweep, context, anchors, gaps.markup.includes('id="gaps"'));
  return view.keys.length === 0 ? markup`${gaps}${organization}` : markup`${organization}${gaps}`;
}

/** `organization` is what a sweep tells of it all; null for everything else. */
function renderKeys(view: ReportView, { link }: PageContext, organization: Markup | null): Markup {
  const { keys } = view;
  const [only, ...others] = keys;
  const resolution = view.resolution && renderAlarm("good", renderLine(view.resolution));
  if (!only) return markup`${resolution}${organization}`;
  if (others.length === 0) {
    const alert = only.alert && renderAlarm(only.tone, renderLine(only.alert.alone));
    return markup`${resolution}${alert}${organization}${renderKey(only, { id: "key-1", link, isOnly: true, isFirst: true, view })}`;
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
  return markup`${resolution}${alert}${organization}${green}${renderKeyTable(keys, anchors, link)}${articles}${renderLeftOut(keys.length - articles.length, "key", "keys")}`;
}

/** The key that the first step of all is about. */
function findFirst(keys: readonly KeyView[]): KeyView | null {
  return keys.find(({ alert, isOpen }) => alert !== null && isOpen) ?? keys.find(({ alert }) => alert !== null) ?? null;
}

function renderAlarm(tone: KeyView["tone"], text: Markup): Markup {
  return markup`<p class="alarm ${tone}">${text}</p>
`;
}
