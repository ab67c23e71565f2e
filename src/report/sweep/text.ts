import { escapePlain } from "../escape.ts";
import { formatPlain } from "../line.ts";
import { type Look, STYLES } from "../terminal/look.ts";
import { wrap } from "../terminal/wrap.ts";
import { describeMore, IN_JSON, SWEEP_HEADINGS } from "../wording/sweep.ts";
import type { ExposureBar, SweepFigure, SweepView } from "./view.ts";

/** A terminal has room for so many keys. */
const MOST_KEYS = 8;

/** What a sweep came to for the whole organisation, in blocks of lines. */
export function renderSweepText({ figures, times, bars, barsOf }: SweepView, look: Look): readonly string[] {
  const all = [...figures, ...times];
  const room = Math.max(...all.map(({ name }) => name.length));
  const shown = bars.slice(0, MOST_KEYS).flatMap((bar) => renderBar(bar, look));
  const more = barsOf - Math.min(bars.length, MOST_KEYS);
  const left = more > 0 ? [look.paint("dim", `  ${describeMore(more, IN_JSON)}`)] : [];
  return [
    all.flatMap((figure) => renderFigure(figure, room, look)).join("\n"),
    ...(bars.length === 0 ? [] : [[look.paint("bold", SWEEP_HEADINGS.picture), ...shown, ...left].join("\n")]),
  ];
}

function renderFigure(
  { name, value, note, tone }: SweepFigure,
  room: number,
  { paint, width }: Look,
): readonly string[] {
  const [first = "", ...rest] = wrap(`${value}${note === null ? "" : ` (${note})`}`, width - room - 2);
  const hanging = " ".repeat(room + 2);
  return [`${name.padEnd(room + 2)}${paint(STYLES[tone], first)}`, ...rest.map((text) => `${hanging}${text}`)];
}

function renderBar({ key, text }: ExposureBar, { paint, width }: Look): readonly string[] {
  const name = `${formatPlain(key.name)} ${escapePlain(key.mask)}`;
  return wrap(`  ${name}: ${text}`, width, "    ").map((one) => paint(STYLES[key.tone], one));
}
