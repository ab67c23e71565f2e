import { type Conclusion, conclude, type Report } from "../../domain/report.ts";
import type { Context } from "../markdown/markdown.ts";
import { isLiveAdminKey, isOwnAdminKey, rankFindings } from "../severity.ts";
import { glossary } from "../wording/glossary.ts";
import { shortenSha } from "../wording/places.ts";
import { describeTitle } from "../wording/title.ts";
import { renderKey } from "./key.ts";
import { type Markup, markup, NOTHING, renderLink } from "./markup.ts";
import { renderCoverage, renderGaps, renderKeyTable, renderNotShown, renderUnfinished } from "./sections.ts";
import { capitalize } from "./sentence.ts";
import { STYLE, STYLE_HASH } from "./style.ts";

/** So many keys are told in full; those after them have a row in the table. */
const MOST_IN_FULL = 100;

const MARKS = {
  clean: { tone: "good", mark: "✓" },
  leaked: { tone: "bad", mark: "!" },
  incomplete: { tone: "warn", mark: "?" },
} as const satisfies Record<Conclusion, { tone: string; mark: string }>;

/** Nothing is loaded and nothing runs: the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * The incident on one page, for people who forward it: a file that needs nothing else, runs nothing and asks nobody. The
 * report is told as it is handed in, so that `shown` decides what names it may have.
 */
export function renderHtml(report: Report, context: Context): string {
  const title = describeTitle(report);
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${banner(report, title, context)}<main>
${alarm(report)}${keys(report, context)}${renderUnfinished(report)}${renderGaps(report)}${renderCoverage(report)}${glossary()}</main>
<footer><p>openai-key-guard ${context.version}. No key stands on this page, nor anything that could be used as one.</p></footer>
</body>
</html>
`.markup;
}

function banner(report: Report, title: string, { head, runUrl }: Context): Markup {
  // Counts first, worst first, a clause for each; none of it is anyone's name.
  const [first = "", ...rest] = title.split("; ");
  const { tone, mark } = MARKS[conclude(report)];
  const facts = [
    ...(head === "" ? [] : [markup`head <code>${shortenSha(head)}</code>`]),
    ...(runUrl === null ? [] : [renderLink(runUrl, markup`the run`)]),
  ];
  return markup`<header class="${tone}">
<p class="brand">OpenAI key report${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${mark}</span>${first}</h1>
${
  rest.length > 0
    ? markup`<p class="rest">${capitalize(rest.join("; "))}.</p>
`
    : null
}</header>
`;
}

function alarm({ findings }: Report): Markup {
  const alarming = findings.filter(isLiveAdminKey);
  if (alarming.length === 0) return NOTHING;
  const which = alarming.some(isOwnAdminKey) ? "The admin key that the run works with" : "An admin key";
  return markup`<p class="alarm"><strong>${which}</strong>: whoever has it manages the whole organisation. It comes first.</p>
`;
}

function keys(report: Report, { link }: Context): Markup {
  const findings = rankFindings(report.findings);
  if (findings.length === 0) return NOTHING;
  const setting = { link, change: report.change.kind };
  const anchors = findings.map((_, index) => (index < MOST_IN_FULL ? `key-${index + 1}` : null));
  const articles = findings.slice(0, MOST_IN_FULL).map((one, index) => renderKey(one, `key-${index + 1}`, setting));
  return markup`${findings.length > 1 ? renderKeyTable(findings, anchors, setting) : NOTHING}<section aria-labelledby="keys">
<h2 id="keys">${findings.length === 1 ? "The key" : "The keys, one by one"}</h2>
${articles}${renderNotShown(findings.length - articles.length, "key", "keys")}</section>
`;
}
