import type { UsageBucket } from "../../domain/impact.ts";
import { formatNumber } from "../numbers.ts";
import type { Moment, UseOverTime } from "../view/use-over-time.ts";
import { HEADINGS } from "../wording/page.ts";
import { type Markup, markup, NOTHING } from "./markup.ts";

/** Heights in pixels: of a row of labels over the bars, of the highest bar, and of its figure. */
const ROW = 18;
const HIGHEST = 84;
const FIGURE = 16;

/** Over so few bars there is room for figures, even on a phone. */
const MOST_FIGURES = 6;

/** How much of its stretch of time a bar takes. */
const FILLED = 0.86;

/** How a key's use went on: bars over time, with the moments of its leak and its containment; else the sentence alone. */
export function renderChart({ bars, summary }: UseOverTime, id: string): Markup {
  if (bars === null)
    return markup`<p class="small">${summary}</p>
`;
  const { buckets, moments, inWords } = bars;
  const top = ROW * moments.length + FIGURE;
  const ground = top + HIGHEST;
  const placed = moments.map((moment) => ({ moment, left: placeMoment(moment, buckets) }));
  return markup`<figure class="chart">
<svg role="img" aria-labelledby="${id}-ct ${id}-cd" width="100%" height="${ground + 2}">
<title id="${id}-ct">${HEADINGS.chart}</title>
<desc id="${id}-cd">${inWords}</desc>
${renderBars(buckets, ground)}<line class="rail" x1="0%" x2="100%" y1="${ground}" y2="${ground}"/>
${placed.map(({ moment, left }, row) => renderMoment(moment, left, row, ground))}</svg>
<figcaption>${summary}</figcaption>
</figure>
`;
}

function renderBars(buckets: readonly UsageBucket[], ground: number): Markup {
  const most = Math.max(...buckets.map(({ requests }) => requests));
  const width = 100 / buckets.length;
  return markup`${buckets.map(({ requests }, index) => {
    if (requests === 0) return NOTHING;
    const height = Math.max(2, Math.round((requests / most) * HIGHEST));
    const left = index * width + (width * (1 - FILLED)) / 2;
    const bar = markup`<rect x="${formatPercent(left)}" y="${ground - height}" width="${formatPercent(width * FILLED)}" height="${height}"/>
`;
    if (buckets.length > MOST_FIGURES) return bar;
    return markup`${bar}<text class="figure" x="${formatPercent((index + 0.5) * width)}" y="${ground - height - 4}" text-anchor="middle">${formatNumber(requests)}</text>
`;
  })}`;
}

/** In percent of the width. What came after the count stands at its end. */
function placeMoment({ at }: Moment, buckets: readonly UsageBucket[]): number {
  const [start, end] = [buckets[0]?.start.getTime() ?? 0, buckets.at(-1)?.end.getTime() ?? 1];
  return Math.min(100, Math.max(0, (100 * (at.getTime() - start)) / (end - start)));
}

/** A line with its label, which stands on the side that has more room; each in a row of its own. */
function renderMoment({ label, tone }: Moment, left: number, row: number, ground: number): Markup {
  const y = ROW * (row + 1) - 5;
  const isLeft = left < 50;
  return markup`<line class="${tone}" x1="${formatPercent(left)}" x2="${formatPercent(left)}" y1="${ROW * row + 2}" y2="${ground}"/><text class="${tone}" x="${formatPercent(isLeft ? left + 1.2 : left - 1.2)}" y="${y}" text-anchor="${isLeft ? "start" : "end"}">${label}</text>
`;
}

function formatPercent(value: number): string {
  return `${value.toFixed(2)}%`;
}
