import { clipText } from "../escape.ts";
import { capitalize } from "../numbers.ts";
import type { GapView, PageContext, ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";
import { WAYS_OUT } from "../wording/labels.ts";
import { describeLeftOut, GLOSSARY, HEADINGS, NOT_A_KEY, PAGE_LABELS } from "../wording/page.ts";
import { describeIgnoredCount, describeIncompleteAlert, REPOSITORY } from "../wording/pull-request-comment.ts";
import { type Markup, markup, NOTHING, renderLine, renderLink, renderList, renderName } from "./markup.ts";

/** At most this many rows, and lines of a list, are shown; the JSON report has all. */
export const MOST_ROWS = 500;

/** Longer details of gaps and names of organisations are cut. */
const LONGEST = { detail: 500, organization: 120 } as const;

/** Where more was not read, the ways out would be told over and over. */
const MOST_WAYS = 3;

/** What an earlier run began without recording how it ended: nothing where there is none. */
export function renderUnfinished({ unfinished }: ReportView): Markup {
  if (unfinished.length === 0) return NOTHING;
  const items = unfinished.slice(0, MOST_ROWS);
  return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${SECTIONS.unfinished}</h2>
${renderList(items)}${renderLeftOut(unfinished.length - items.length, "act", "acts")}</section>
`;
}

/** What could not be read, and what to do about it: nothing where all was. Without any key it is what the page is about. */
export function renderGaps(view: ReportView): Markup {
  const { gaps, keys, tone, coverage } = view;
  const [only, ...others] = gaps;
  if (!only) return NOTHING;
  if (keys.length > 0 || tone !== "warn") return renderGapCard(view, false);
  const isOne = others.length === 0;
  const text = describeIncompleteAlert(coverage, isOne ? clipText(only.detail, LONGEST.detail) : null);
  return markup`<p class="alarm warn">${text}</p>
${isOne ? renderWays(only) : renderGapCard(view, true)}`;
}

/** `isSaid`: whether what the gaps mean stands above already. */
function renderGapCard({ gaps, gapsWarning }: ReportView, isSaid: boolean): Markup {
  const shown = gaps.slice(0, MOST_ROWS);
  const items = shown.map(
    (
      gap,
    ) => markup`<p class="gap"><strong>${capitalize(gap.name)}:</strong> ${renderName(clipText(gap.detail, LONGEST.detail))}</p>
${gaps.length <= MOST_WAYS ? renderWays(gap) : NOTHING}`,
  );
  return markup`<section class="card warn" aria-labelledby="gaps">
<h2 id="gaps">${gapsWarning ? SECTIONS.gaps : SECTIONS.warnings}</h2>
${
  isSaid
    ? NOTHING
    : gapsWarning &&
      markup`<p>${gapsWarning}</p>
`
}${items}${renderLeftOut(gaps.length - shown.length, "thing", "things")}</section>
`;
}

function renderWays({ ways }: GapView): Markup {
  if (ways.length === 0) return NOTHING;
  return markup`<p class="ways">${WAYS_OUT}</p>
${renderList(ways)}`;
}

/** The keys that the ignore file lists, folded: nothing where it lists none of them. */
export function renderIgnored({ ignored }: ReportView): Markup {
  if (ignored.length === 0) return NOTHING;
  const shown = ignored.slice(0, MOST_ROWS);
  return markup`<details class="ignored"><summary>${describeIgnoredCount(ignored.length)}</summary>
<ul>
${shown.map(
  ({
    mask,
    fingerprint,
    ignoreReason,
  }) => markup`<li><code>${mask}</code> (<code>${fingerprint}</code>): ${ignoreReason && renderLine(ignoreReason)}</li>
`,
)}</ul>
${renderLeftOut(ignored.length - shown.length, "key", "keys")}</details>
`;
}

/** What was not done, what is missing, and where to read on. */
export function renderNotes({ keys, reportOnly, missingKey }: ReportView, { version }: PageContext): Markup {
  const notes = [reportOnly, missingKey].filter((one) => one !== null).map(renderLine);
  const help = keys.some(({ tone }) => tone !== "good")
    ? [renderLink(`${REPOSITORY}/blob/v${version}/docs/ignoring.md`, markup`${NOT_A_KEY}`)]
    : [];
  return markup`${[...notes, ...help].map(
    (note) => markup`<p class="note">${note}</p>
`,
  )}`;
}

/** How much was read, and as whom OpenAI was asked. */
export function renderCoverage({ coverage, checkedAgainst }: ReportView): Markup {
  const against =
    checkedAgainst === null
      ? null
      : markup` ${PAGE_LABELS.checkedAgainst} ${renderName(clipText(checkedAgainst, LONGEST.organization))}.`;
  return markup`<p class="note">${PAGE_LABELS.read}: ${coverage}.${against}</p>
`;
}

/** What the words mean that `text` has, folded. */
export function renderGlossary(text: string): Markup {
  const lower = text.toLowerCase();
  const used = GLOSSARY.filter(([word]) => lower.includes(word));
  if (used.length === 0) return NOTHING;
  return markup`<details class="words">
<summary>${HEADINGS.glossary}</summary>
<dl>
${used.map(
  ([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`,
)}</dl>
</details>
`;
}

/** How many more there are that are not shown: nothing for none. */
export function renderLeftOut(count: number, one: string, many: string): Markup {
  if (count <= 0) return NOTHING;
  return markup`<p class="small">${describeLeftOut(count, one, many)}</p>
`;
}
