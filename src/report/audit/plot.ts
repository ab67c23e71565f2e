import { clipText } from "../escape.ts";
import { type Markup, markup, NOTHING } from "../html/markup.ts";
import { AUDIT_SECTIONS } from "../wording/audit/labels.ts";
import {
  AXES,
  describeGrouping,
  describePlot,
  describeTick,
  describeTickAgo,
  describeUndated,
  PLOT_LEVELS,
  SHAPES,
} from "../wording/audit/plot.ts";
import type { MarkLevel, MarkShape, PlotMark, PlotView } from "./plot-marks.ts";

/** Heights in pixels: over the scale, of the scale, of a band, and of the labels below. */
const TOP = 22;
const SCALE = 300;
const BAND = 46;
const LABELS = 40;

/** Where marks stand in a band, below its label. */
const MIDDLE = 31;

/** The scale goes from 2 to 97 percent of the width. */
const START = 2;
const WIDTH = 95;

/** How far marks of one place are set apart, in pixels. */
const BESIDE = 13;

/** With more marks their names would be most of the page. */
const MOST_NAMED = 300;

/** The outlines of the shapes around a centre, for a radius. */
const OUTLINES: Readonly<Record<MarkShape, (radius: number) => string>> = {
  person: (r) => `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`,
  account: (r) => `M${-r * 0.9},${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`,
  admin: (r) => `M0,${-r * 1.25}L${r * 1.2},${r * 0.9}H${-r * 1.2}z`,
  unknown: (r) => `M0,${-r * 1.3}L${r * 1.3},0L0,${r * 1.3}L${-r * 1.3},0z`,
};

/** The radius of a mark of one key, of a few, and of many. */
const RADII = { error: [5.5, 8, 11], warning: [4.5, 7, 10], none: [2.8, 4.5, 7] } as const satisfies Record<
  MarkLevel,
  readonly number[]
>;

/** Keys by their age and last use, with a legend. Nothing for no key. */
export function renderPlot(plot: PlotView): Markup {
  const { marks, drawn, levels, neverUsed, hasUnknownUse, undated, isGrouped } = plot;
  if (drawn === 0) return NOTHING;
  const bands = hasUnknownUse ? 2 : 1;
  const height = TOP + SCALE + bands * BAND + LABELS;
  const notes = [describeGrouping(isGrouped), describeUndated(undated)].filter((note) => note !== null);
  return markup`<section class="card" aria-labelledby="plot">
<h2 id="plot">${AUDIT_SECTIONS.plot}</h2>
<figure class="plot">
<svg role="img" aria-labelledby="plot-t plot-d" width="100%" height="${height}">
<title id="plot-t">${AUDIT_SECTIONS.plot}</title>
<desc id="plot-d">${describePlot(drawn, levels, neverUsed)}</desc>
<defs>${listSymbols(marks)}</defs>
${renderGrid(plot, bands)}${marks.map((mark) => renderMark(mark, marks.length <= MOST_NAMED))}</svg>
${renderLegend(plot)}
${notes.map((note) => markup`<figcaption>${note}</figcaption>`)}</figure>
</section>
`;
}

function renderGrid({ ticks, hasUnknownUse }: PlotView, bands: number): Markup {
  const ground = TOP + SCALE;
  const end = ground + bands * BAND;
  return markup`<line class="rail" x1="0" x2="100%" y1="${TOP}" y2="${TOP}"/><text x="0" y="${TOP - 7}">${AXES.today}</text>
${ticks.map(({ at, days }) => {
  const [x, y] = [formatX(at), Math.round(TOP + at * SCALE)];
  return markup`<line class="rail" x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="0" y="${y - 4}">${describeTickAgo(days)}</text>
<line class="rail" x1="${x}" x2="${x}" y1="${TOP}" y2="${end}"/><text x="${x}" y="${end + 16}" text-anchor="middle">${describeTick(days)}</text>
`;
})}${renderBand(AXES.never, ground)}${hasUnknownUse ? renderBand(AXES.unknown, ground + BAND) : NOTHING}<text x="0" y="${end + 34}">${AXES.age}</text>
`;
}

function renderBand(label: string, top: number): Markup {
  return markup`<rect class="band" x="0" y="${top + 4}" width="100%" height="${BAND - 4}"/><text x="6" y="${top + 17}">${label}</text>
`;
}

/** Each outline that the marks use, once. */
function listSymbols(marks: readonly PlotMark[]): readonly Markup[] {
  const names = new Set(marks.map(nameSymbol));
  return [...names].map((name) => {
    const [shape, level, size] = name.split("-") as [MarkShape, MarkLevel, string];
    const radius = RADII[level][Number(size)] ?? 0;
    return markup`<path id="${name}" d="${{ markup: OUTLINES[shape](radius) }}"/>`;
  });
}

function nameSymbol({ shape, level, count }: Pick<PlotMark, "shape" | "level" | "count">): string {
  return `${shape}-${level}-${count === 1 ? 0 : count < 10 ? 1 : 2}`;
}

function renderMark(mark: PlotMark, isNamed: boolean): Markup {
  const { x, y, band, shift, level, count, key, rules } = mark;
  const above = band === "used" ? TOP + y * SCALE : TOP + SCALE + (band === "never" ? 0 : 1) * BAND + MIDDLE;
  const name = isNamed && count === 1 ? nameMark(key.name ?? key.id, rules) : null;
  const title = name === null ? NOTHING : markup`<title>${name}</title>`;
  // At the right edge to the left, or they would be cut.
  const beside =
    shift === 0 ? NOTHING : markup` transform="translate(${x > 0.8 ? -BESIDE * shift : BESIDE * shift} 0)"`;
  return markup`<use class="${level}" href="#${nameSymbol(mark)}" x="${formatX(x)}" y="${round(above)}"${beside}>${title}</use>
`;
}

function nameMark(name: string, rules: readonly string[]): string {
  return [clipText(name, 60), ...(rules.length > 0 ? [rules.join(", ")] : [])].join(": ");
}

function renderLegend({ shapes, levels }: PlotView): Markup {
  const ofShape = (shape: MarkShape) => markup`<li>${renderSample(shape, "shape")} ${SHAPES[shape]}</li>`;
  const ofLevel = (level: MarkLevel) =>
    levels[level] > 0 ? markup`<li>${renderSample(shapes[0] ?? "account", level)} ${PLOT_LEVELS[level]}</li>` : NOTHING;
  return markup`<ul class="legend">${shapes.map(ofShape)}${(["error", "warning", "none"] as const).map(ofLevel)}</ul>`;
}

function renderSample(shape: MarkShape, level: MarkLevel | "shape"): Markup {
  const radius = RADII[level === "shape" ? "warning" : level][0];
  return markup`<svg class="sample" width="16" height="16" aria-hidden="true"><path class="${level}" transform="translate(8 8)" d="${{ markup: OUTLINES[shape](radius) }}"/></svg>`;
}

function formatX(part: number): string {
  return `${(START + part * WIDTH).toFixed(2)}%`;
}

function round(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}
