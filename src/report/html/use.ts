import type { ModelUse } from "../../domain/impact.ts";
import { clipText } from "../escape.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import type { UsageView } from "../view/key.ts";
import { type Markup, markup, NOTHING, renderLine, renderName } from "./markup.ts";

/** At most this many models have a row. */
const MOST = 12;

const LONGEST_MODEL = 80;

/** What was done with a key since it was exposed: in figures, by model, and what is to be known of these. */
export function renderUse(usage: UsageView): Markup {
  return markup`<h4>Use since it was exposed</h4>
${renderTiles(usage)}${renderModels(usage.models ?? [])}${usage.details.map(
  (one) => markup`<p class="small">${renderLine(one)}</p>
`,
)}
`;
}

function renderTiles({ requests, inputTokens, outputTokens, cost, changes }: UsageView): Markup {
  const money =
    cost && /^[a-z]{3}$/i.test(cost.currency) ? `${cost.value.toFixed(2)} ${cost.currency.toUpperCase()}` : null;
  const tiles: readonly (readonly [string, string | null])[] = [
    ["Requests", formatFigure(requests)],
    ["Tokens in", formatFigure(inputTokens)],
    ["Tokens out", formatFigure(outputTokens)],
    ["Cost", money],
    ["Changes", formatFigure(changes?.length ?? null)],
  ];
  return markup`<dl class="tiles">
${tiles.map(
  ([
    label,
    figure,
  ]) => markup`<div><dt>${label}</dt><dd>${figure ?? markup`<span class="muted">not told</span>`}</dd></div>
`,
)}</dl>
`;
}

function renderModels(models: readonly ModelUse[]): Markup {
  // Images and speech count no tokens: they get a bar only where nothing does.
  const hasTokens = models.some((one) => sumTokens(one) > 0);
  const size = hasTokens ? sumTokens : ({ requests }: ModelUse) => requests ?? 0;
  const shown = models.toSorted((a, b) => size(b) - size(a)).slice(0, MOST);
  const [largest] = shown;
  if (!largest) return NOTHING;
  const more = models.length - shown.length;
  return markup`<div class="scroll" role="group" aria-label="Use by model" tabindex="0">
<table class="models">
<caption>By model${more > 0 ? `: the first ${MOST}, and ${formatCount(more, "more model")} not shown` : ""}</caption>
<thead><tr><th scope="col">Model</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col">${hasTokens ? "Tokens, in and out" : "Requests, compared"}</th></tr></thead>
<tbody>
${shown.map((one) => renderModel(one, hasTokens, size(largest)))}</tbody>
</table>
</div>
`;
}

function renderModel(one: ModelUse, hasTokens: boolean, most: number): Markup {
  const figures = [one.requests, one.inputTokens, one.outputTokens].map(
    (value) => markup`<td class="number">${formatFigure(value) ?? "–"}</td>`,
  );
  return markup`<tr><th scope="row">${renderName(clipText(one.model, LONGEST_MODEL))}</th>${figures}<td class="chart">${renderBar(one, hasTokens, most)}</td></tr>
`;
}

/** For the eye alone, since the figures stand beside it. What went in is darker than what came out. */
function renderBar(one: ModelUse, hasTokens: boolean, most: number): Markup {
  const first = computePercent(hasTokens ? one.inputTokens : one.requests, most);
  const second = computePercent(hasTokens ? one.outputTokens : 0, most);
  return markup`<svg aria-hidden="true" width="100%" height="12"><rect class="in" x="0" y="1" height="10" width="${formatPercent(first)}"/><rect class="out" x="${formatPercent(first)}" y="1" height="10" width="${formatPercent(second)}"/></svg>`;
}

function computePercent(part: number | null, whole: number): number {
  return whole > 0 ? (100 * Math.min(part ?? 0, whole)) / whole : 0;
}

function formatPercent(value: number): string {
  return `${value.toFixed(1)}%`;
}

function sumTokens({ inputTokens, outputTokens }: ModelUse): number {
  return (inputTokens ?? 0) + (outputTokens ?? 0);
}

function formatFigure(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}
