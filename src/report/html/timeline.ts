import type { Exposure, Timeline, TimelineEvent } from "../view/timeline.ts";
import { describeMoment, HEADINGS, NOT_TO_SCALE } from "../wording/page.ts";
import { type Markup, markup, renderTime } from "./markup.ts";

/** The line goes from 4 to 96 percent of the width. */
const START = 4;
const WIDTH = 92;

/** What happened to a key, on a line and in words. `id` is the anchor of the key. */
export function renderTimeline({ events, exposure, summary }: Timeline, id: string): Markup {
  const positions = placeEvents(events);
  const list = events.map(({ at, name }) => describeMoment(name, at)).join("; ");
  return markup`<h3>${HEADINGS.timeline}</h3>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">${HEADINGS.timelineInWords}</title>
<desc id="${id}-td">${list}.</desc>
<line class="rail" x1="${formatPercent(positions[0])}" x2="${formatPercent(positions.at(-1))}" y1="22" y2="22"/>
${exposure && renderExposure(exposure, events, positions)}
${events.map(({ tone }, index) => renderMark(index + 1, tone, positions[index]))}
</svg>
<ol>
${events.map(
  ({ at, name }) => markup`<li><span class="what">${name}</span> ${renderTime(at)}</li>
`,
)}</ol>
<figcaption>${summary} <span class="scale">${NOT_TO_SCALE}</span></figcaption>
</figure>
`;
}

/** Each step is as wide as its time has digits, so that minutes beside months can still be seen. */
function placeEvents(events: readonly TimelineEvent[]): readonly number[] {
  const times = events.map(({ at }) => at.getTime());
  const steps = times.slice(1).map((at, index) => 1.2 + Math.log10(1 + (at - (times[index] ?? 0)) / 60_000));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  let sum = 0;
  return [0, ...steps].map((step) => {
    sum += step;
    return START + (WIDTH * sum) / whole;
  });
}

function renderExposure(
  { start, end }: Exposure,
  events: readonly TimelineEvent[],
  positions: readonly number[],
): Markup {
  const placeOf = (time: Date) => positions[events.findIndex(({ at }) => at.getTime() === time.getTime())];
  return markup`<line class="open" x1="${formatPercent(placeOf(start))}" x2="${formatPercent(end === null ? 100 : placeOf(end))}" y1="22" y2="22"/>`;
}

function renderMark(number: number, tone: TimelineEvent["tone"], position: number | undefined): Markup {
  return markup`<circle class="${tone}" cx="${formatPercent(position)}" cy="22" r="11"/><text x="${formatPercent(position)}" y="26" text-anchor="middle">${number}</text>
`;
}

function formatPercent(position = 50): string {
  return `${position.toFixed(1)}%`;
}
