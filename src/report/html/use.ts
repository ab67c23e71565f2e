import type { ModelUse } from "../../domain/impact.ts";
import { clipText } from "../escape.ts";
import type { Line } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import type { UsageView } from "../view/key.ts";
import { FACTS } from "../wording/labels.ts";
import { describeModelsShown, HEADINGS, MODEL_COLUMNS } from "../wording/page.ts";
import { renderChart } from "./chart.ts";
import { type Markup, markup, NOTHING, renderLine, renderName, renderSentence } from "./markup.ts";

/** Fewer models than this stand in a sentence already, all by name. */
const FEWEST = 4;

/** At most this many models have a row. */
const MOST = 12;

const LONGEST_MODEL = 80;

/** What was done with a key since it leaked: in one line, over time, and what else is known of it. */
export function renderUse(use: Line, usage: UsageView | null, id: string): Markup {
  return markup`<h3>${FACTS.used}</h3>
<p>${renderSentence(use)}</p>
${usage && renderUsage(usage, id)}`;
}

function renderUsage({ overTime, details, models }: UsageView, id: string): Markup {
  return markup`${overTime && renderChart(overTime, id)}${details.map(
    (one) => markup`<p class="small">${renderLine(one)}</p>
`,
  )}${renderModels(models ?? [])}`;
}

function renderModels(models: readonly ModelUse[]): Markup {
  if (models.length < FEWEST) return NOTHING;
  const shown = models.slice(0, MOST);
  const more = models.length - shown.length;
  return markup`<div class="scroll" role="group" aria-label="${HEADINGS.models}" tabindex="0">
<table>
<caption>${HEADINGS.models}${more > 0 ? `. ${describeModelsShown(shown.length, more)}` : ""}</caption>
<thead><tr>${MODEL_COLUMNS.map(
    (name, index) => markup`<th scope="col"${index > 0 ? markup` class="number"` : NOTHING}>${name}</th>`,
  )}</tr></thead>
<tbody>
${shown.map(renderModel)}</tbody>
</table>
</div>
`;
}

function renderModel({ model, requests, inputTokens, outputTokens }: ModelUse): Markup {
  const figures = [requests, inputTokens, outputTokens].map(
    (value) => markup`<td class="number">${value === null ? "–" : formatNumber(value)}</td>`,
  );
  return markup`<tr><th scope="row">${renderName(clipText(model, LONGEST_MODEL))}</th>${figures}</tr>
`;
}
