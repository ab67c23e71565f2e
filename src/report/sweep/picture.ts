import { type Markup, markup, NOTHING, renderLine, renderSentence } from "../html/markup.ts";
import { BAR_NAMES, COMMIT_TIMES_NOTE, describePicture, NOW, SWEEP_HEADINGS } from "../wording/sweep.ts";
import type { TimeAxis } from "./axis.ts";
import type { ExposureBar, SweepView } from "./view.ts";

/** The axis goes from 1 to 95 percent of the width: the rest is for arrows. */
const START = 1;
const WIDTH = 94;

/** Heights in pixels: of the axis, of a row, and where a bar lies in its row. */
const AXIS = 20;
const ROW = 18;
const [TOP, THICK] = [4, 10];

/** Labels at the ends would be cut, or would stand on the one of today. */
const [FIRST_LABEL, LAST_LABEL] = [0.06, 0.86];

/** How long each key was exposed: its words, and a bar on one time axis. The words say all that the bars show. */
export function renderPicture({ axis, bars, barsOf, isCommitTime }: SweepView): Markup {
  if (bars.length === 0) return NOTHING;
  const kinds = Object.keys(BAR_NAMES) as ExposureBar["kind"][];
  const used = kinds.filter((kind) => bars.some((bar) => bar.kind === kind && bar.span !== null));
  return markup`<section class="card" aria-labelledby="picture">
<h2 id="picture">${SWEEP_HEADINGS.picture}</h2>
<figure class="exposure">
${axis ? renderAxis(axis) : NOTHING}<ol>
${bars.map((bar) => renderBar(bar, axis))}</ol>
${axis ? renderLegend(used) : NOTHING}<figcaption>${renderLine(describePicture(bars.length, barsOf))}${isCommitTime ? ` ${COMMIT_TIMES_NOTE}` : ""}</figcaption>
</figure>
</section>
`;
}

function renderAxis({ ticks }: TimeAxis): Markup {
  const labels = ticks.filter(({ at }) => at <= LAST_LABEL);
  return markup`<div class="axis" aria-hidden="true"><svg width="100%" height="${AXIS}">${labels.map(({ at, label }) => markup`<text x="${formatX(at)}" y="14" text-anchor="${at < FIRST_LABEL ? "start" : "middle"}">${label}</text>`)}<text x="${formatX(1)}" y="14" text-anchor="end">${NOW}</text></svg></div>
`;
}

function renderBar({ key, text, kind, span }: ExposureBar, axis: TimeAxis | null): Markup {
  const drawing =
    axis &&
    markup`<svg aria-hidden="true" width="100%" height="${ROW}">${axis.ticks.map(({ at }) => renderLineAt(at, "rail"))}${renderLineAt(1, "rail")}${span && renderSpan(span, kind)}</svg>`;
  return markup`<li><p>${renderSentence(key.name)} <code>${key.mask}</code> <span>${text}</span></p>${drawing}</li>
`;
}

function renderLineAt(at: number, name: string): Markup {
  return markup`<line class="${name}" x1="${formatX(at)}" x2="${formatX(at)}" y1="0" y2="${ROW}"/>`;
}

/** A bar from its start to its end: an arrow where it goes on, an upright line where it is over. */
function renderSpan({ from, to, isOpen }: NonNullable<ExposureBar["span"]>, kind: ExposureBar["kind"]): Markup {
  const width = `${(WIDTH * (to - from)).toFixed(2)}%`;
  const middle = TOP + THICK / 2;
  const rect = markup`<rect class="${kind}" x="${formatX(from)}" y="${TOP}" width="${width}" height="${THICK}"/>`;
  const start = markup`<line class="edge ${kind}" x1="${formatX(from)}" x2="${formatX(from)}" y1="${TOP - 2}" y2="${TOP + THICK + 2}"/>`;
  if (isOpen)
    return markup`${rect}${start}<svg x="${formatX(to)}" y="${middle}"><path class="${kind}" d="M0,-7L9,0L0,7z"/></svg>`;
  const end =
    kind === "unknown"
      ? markup`<text x="${formatX(to)}" y="${TOP + THICK}" dx="4">?</text>`
      : markup`<line class="edge ${kind}" x1="${formatX(to)}" x2="${formatX(to)}" y1="${TOP - 2}" y2="${TOP + THICK + 2}"/>`;
  return markup`${rect}${start}${end}`;
}

function renderLegend(kinds: readonly ExposureBar["kind"][]): Markup {
  return markup`<ul class="legend" aria-hidden="true">${kinds.map((kind) => {
    const bar = markup`<rect class="${kind}" x="1" y="4" width="26" height="${THICK}"/>`;
    return markup`<li><svg width="28" height="${ROW}">${bar}</svg> ${BAR_NAMES[kind]}</li>`;
  })}</ul>
`;
}

function formatX(part: number): string {
  return `${(START + part * WIDTH).toFixed(2)}%`;
}
