import type { Finding } from "../../domain/finding.ts";
import type { Impact, ModelUse } from "../../domain/impact.ts";
import { clipText } from "../escape.ts";
import { formatCount, formatNumber, formatTime } from "../numbers.ts";
import { getLikeness } from "../severity.ts";
import { describeUse } from "../wording/usage.ts";
import { type Markup, markup, NOTHING, renderName } from "./markup.ts";
import { renderLine } from "./sentence.ts";

/** So many models have a row. */
const MOST = 12;

/** What was done with a key since it was exposed: in figures, by model, and what is to be known of these; else nothing. */
export function renderUse(finding: Finding): Markup {
  const { impact, identity } = finding;
  if (impact === null || describeUse(finding) === null) return NOTHING;
  // Its figures are told above; what is left is what no source told, and who made the key.
  const bare = { ...impact, requests: null, cost: null, changes: null };
  const rest = describeUse({ ...finding, possession: "proven", impact: bare });
  const isUnproven = identity.kind === "ours" && getLikeness(finding) === "unproven";
  const whose = isUnproven
    ? markup` of <code>${renderName(clipText(identity.record.id, 120))}</code>, which it may not be,`
    : null;
  return markup`<h4>Use since it was exposed</h4>
${tiles(impact)}${models(impact)}<p class="small">Figures${whose} since ${formatTime(impact.since)}, as OpenAI had counted them by ${formatTime(impact.asOf)}, which is some minutes late; costs are by whole days of UTC. ${rest && renderLine(rest)}</p>
`;
}

function tiles({ requests, inputTokens, outputTokens, cost, changes }: Impact): Markup {
  const money =
    cost && /^[a-z]{3}$/i.test(cost.currency) ? `${cost.value.toFixed(2)} ${cost.currency.toUpperCase()}` : null;
  const all: readonly (readonly [string, string | null])[] = [
    ["Requests", figure(requests)],
    ["Tokens in", figure(inputTokens)],
    ["Tokens out", figure(outputTokens)],
    ["Cost", money],
    ["Changes", figure(changes?.length ?? null)],
  ];
  return markup`<dl class="tiles">
${all.map(
  ([
    label,
    value,
  ]) => markup`<div><dt>${label}</dt><dd>${value ?? markup`<span class="muted">not told</span>`}</dd></div>
`,
)}</dl>
`;
}

function models({ models: all }: Impact): Markup {
  const known = all ?? [];
  // Images and speech count no tokens: they get a bar only where nothing does.
  const size = known.some((one) => tokensOf(one) > 0) ? tokensOf : ({ requests }: ModelUse) => requests ?? 0;
  const shown = known.toSorted((one, other) => size(other) - size(one)).slice(0, MOST);
  const [first] = shown;
  if (!first) return NOTHING;
  const more = known.length - shown.length;
  return markup`<div class="scroll" role="group" aria-label="Use by model" tabindex="0">
<table class="models">
<caption>By model${more > 0 ? `: the first ${MOST}, and ${formatCount(more, "more model")} not shown` : ""}</caption>
<thead><tr><th scope="col">Model</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col">${size === tokensOf ? "Tokens, in and out" : "Requests, compared"}</th></tr></thead>
<tbody>
${shown.map((one) => row(one, size === tokensOf, size(first)))}</tbody>
</table>
</div>
`;
}

function row(one: ModelUse, isTokens: boolean, most: number): Markup {
  const figures = [one.requests, one.inputTokens, one.outputTokens].map(
    (value) => markup`<td class="number">${figure(value) ?? "–"}</td>`,
  );
  return markup`<tr><th scope="row">${renderName(clipText(one.model, 80))}</th>${figures}<td class="chart">${bar(one, isTokens, most)}</td></tr>
`;
}

/** The figures stand beside it: it is for the eye alone. What went in is darker than what came out. */
function bar(one: ModelUse, isTokens: boolean, most: number): Markup {
  const first = share(isTokens ? one.inputTokens : one.requests, most);
  const second = share(isTokens ? one.outputTokens : 0, most);
  return markup`<svg aria-hidden="true" width="100%" height="12"><rect class="in" x="0" y="1" height="10" width="${percent(first)}"/><rect class="out" x="${percent(first)}" y="1" height="10" width="${percent(second)}"/></svg>`;
}

/** From 0 to 100. */
function share(part: number | null, whole: number): number {
  return whole > 0 ? (100 * Math.min(part ?? 0, whole)) / whole : 0;
}

function percent(value: number): string {
  return `${value.toFixed(1)}%`;
}

function tokensOf({ inputTokens, outputTokens }: ModelUse): number {
  return (inputTokens ?? 0) + (outputTokens ?? 0);
}

function figure(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}
