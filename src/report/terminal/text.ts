import { clipText, escapePlain, formatAddress } from "../escape.ts";
import { formatPlain, type Line } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import type { GapView, ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";
import { type Look, MARKS, paintTitle, STYLES, toShownSigns } from "./look.ts";
import { renderVerdictLine } from "./one-line.ts";
import { TIED, wrap } from "./wrap.ts";

const MOST_PLACES = 3;

/** The longest path that is shown whole. */
const LONGEST_PLACE = 300;

const LONGEST_AUTHOR = 60;

/** Where keys are managed, in the dashboard. */
const DASHBOARD = { text: "platform.openai.com", url: "https://platform.openai.com/api-keys" };

/** Under which sentences of a gap stand. */
const INDENT = " ".repeat(9);

/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not read. */
export function renderText(view: ReportView, look: Look): string {
  const { title, tone, coverage, askedAs } = view;
  const blocks = [
    ...view.keys.map((key) => renderKey(key, look)),
    ...(view.unfinished.length > 0 ? [renderUnfinished(view.unfinished, look)] : []),
    ...(view.gaps.length > 0 ? [renderGaps(view.gaps, look)] : []),
  ];
  if (blocks.length === 0) return renderVerdictLine(title, coverage, look);
  const verdict = wrap(`${MARKS[tone]} ${title}`, look.width, "  ").map((text) => paintTitle(text, tone, look));
  const asked = askedAs === null ? [] : [`OpenAI was asked as ${escapePlain(clipText(askedAs, 60))}`];
  const footer = look.paint("dim", [coverage, ...asked].join(" · "));
  return toShownSigns([verdict.join("\n"), ...blocks, footer].join("\n\n"), look);
}

function renderKey(key: KeyView, look: Look): string {
  const { paint } = look;
  const { name, mask, fingerprint, tone, state, use, actionTaken, ignoreReason } = key;
  const colour = STYLES[tone];
  const sentence = (one: Line) => wrapIndented(formatPlain(one, TIED), look);
  return [
    `${paint("bold", name)} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`,
    ...renderField("where", renderPlaces(key, look), look),
    ...renderField("whose", sentence(key.owner), look),
    ...renderField("state", [paint(colour, `${state.word}: ${state.reason}`)], look),
    ...(use ? renderField("used", sentence(use), look) : []),
    ...renderField("done", wrapIndented(key.outcome, look), look),
    ...(key.earlier ? renderField("before", sentence(key.earlier), look) : []),
    ...(actionTaken ? renderField("breaks", sentence(actionTaken.breaks), look) : []),
    ...(ignoreReason ? renderField("entry", sentence(ignoreReason), look) : []),
    ...renderField("next", renderSteps(key.steps, look), look),
  ].join("\n");
}

function renderPlaces({ places, placeCount }: KeyView, look: Look): readonly string[] {
  const shown = look.verbose ? places : places.slice(0, MOST_PLACES);
  const more = placeCount - shown.length;
  return [
    ...shown.map((place) => renderPlace(place, look)),
    ...(more > 0 ? [look.paint("dim", `and ${formatNumber(more)} more`)] : []),
  ];
}

function renderPlace(place: PlaceView, { paint, link, opens }: Look): string {
  const { sighting, text, commit, author, remarks } = place;
  const origin = [
    ...(commit === null ? [] : [`in ${escapePlain(commit)}`]),
    ...(author === null ? [] : [`by ${escapePlain(clipText(author, LONGEST_AUTHOR))}`]),
  ].join(" ");
  const rest = [...(origin ? [origin] : []), ...remarks].join(", ");
  const spot = paint("cyan", escapePlain(clipText(text, LONGEST_PLACE)));
  const url = formatAddress(opens?.(sighting) ?? "");
  return `${link && url !== null ? link(spot, url) : spot}${rest ? paint("dim", `  ${rest}`) : ""}`;
}

function renderSteps(steps: readonly Line[], look: Look): readonly string[] {
  const isNumbered = steps.length > 1;
  return steps
    .flatMap((step, index) => {
      const number = isNumbered ? `${index + 1}. ` : "";
      return wrapIndented(`${number}${formatPlain(step, TIED)}`, look, isNumbered ? "   " : "");
    })
    .map((text) => linkDashboard(text, look));
}

function linkDashboard(text: string, { link }: Look): string {
  return link ? text.replaceAll(DASHBOARD.text, link(DASHBOARD.text, DASHBOARD.url)) : text;
}

function renderUnfinished(unfinished: readonly Line[], { paint, width }: Look): string {
  const lines = unfinished.flatMap((one) => wrap(formatPlain(one, TIED), width - 2).map((text) => `  ${text}`));
  return [paint("yellow", paint("bold", SECTIONS.unfinished.toLowerCase())), ...lines].join("\n");
}

function renderGaps(gaps: readonly GapView[], look: Look): string {
  const lines = gaps.flatMap(({ name, detail, isWarning }) => [
    `  ${look.paint(isWarning ? "yellow" : "dim", name)}`,
    ...wrapIndented(escapePlain(detail), look).map((text) => `${INDENT}${text}`),
  ]);
  return [look.paint("bold", SECTIONS.gaps.toLowerCase()), ...lines].join("\n");
}

function renderField(label: string, lines: readonly string[], { paint }: Look): readonly string[] {
  return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}

function wrapIndented(text: string, { width }: Look, hanging = ""): readonly string[] {
  return wrap(text, width - INDENT.length, hanging);
}
