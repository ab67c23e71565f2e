import { clipText, escapePlain, formatAddress, formatWebAddress } from "../escape.ts";
import { formatPlain, type Line } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { renderSweepText } from "../sweep/text.ts";
import type { KeyView, PlaceView } from "../view/key.ts";
import type { GapView, ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";
import { FIELDS } from "../wording/labels.ts";
import { describeIgnoredCount, describeMoreInVerbose } from "../wording/pull-request-comment.ts";
import { type Look, paintTitle, STYLES, toShownSigns } from "./look.ts";
import { renderVerdictLine } from "./one-line.ts";
import { measureColumns, TIED, wrap } from "./wrap.ts";

const MOST_PLACES = 3;

/** How many keys are shown in full; those after them are a line each. */
const MOST_IN_FULL = 10;

/** How many of those that are a line each are shown. */
const MOST_LINES = 100;

/** The longest name in a line that is shown whole, and what its place gets at least. */
const LONGEST_LISTED = 24;
const LEAST_PLACE = 24;

/** Of more gaps only the details are shown: their ways out are the same few. */
const MOST_WAYS = 3;

/** The longest path that is shown whole. */
const LONGEST_PLACE = 300;

const LONGEST_AUTHOR = 60;

/** Where keys are managed, in the dashboard. */
const DASHBOARD = /platform\.openai\.com\/[a-z/-]+/g;

/** Fields stand under their label, in so many columns. */
const LABEL = 7;

/** Under which sentences of a gap stand. */
const INDENT = " ".repeat(LABEL + 2);

/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not read. */
export function renderText(view: ReportView, look: Look): string {
  const { keys, ignored, unfinished, gaps } = view;
  const full = look.verbose ? keys : keys.slice(0, MOST_IN_FULL);
  const rest = keys.slice(full.length);
  const organization = view.sweep ? renderSweepText(view.sweep, look) : [];
  const blocks = [
    ...organization,
    ...full.map((key) => renderKey(key, look)),
    ...(rest.length > 0 ? [renderList(rest, look)] : []),
    ...(unfinished.length > 0 ? [renderUnfinished(unfinished, look)] : []),
    ...(gaps.length > 0 ? [renderGaps(view, look)] : []),
    ...(ignored.length > 0 ? [renderIgnored(ignored, look)] : []),
  ];
  if (blocks.length === 0) return renderVerdictLine(view.title, view.coverage, look);
  const verdict = renderVerdict(view, look);
  const lines = [verdict, ...blocks, ...renderNotes(view, look), renderFooter(view, look)].join("\n\n");
  const isLong = lines.split("\n").length > (look.height ?? Number.POSITIVE_INFINITY);
  return toShownSigns(isLong ? `${lines}\n${verdict}` : lines, look);
}

function renderVerdict({ title, tone, sign }: ReportView, look: Look): string {
  return wrap(`${sign} ${escapePlain(title)}`, look.width, "  ")
    .map((text) => paintTitle(text, tone, look))
    .join("\n");
}

function renderFooter({ coverage, checkedAgainst }: ReportView, { paint }: Look): string {
  const against = checkedAgainst === null ? [] : [`checked against ${escapePlain(clipText(checkedAgainst, 60))}`];
  return paint("dim", [coverage, ...against].join(" · "));
}

function renderKey(key: KeyView, look: Look): string {
  const { paint } = look;
  const { kind, mask, fingerprint, tone, works, name, actionTaken, ignoreReason, alert, steps } = key;
  const colour = STYLES[tone];
  const sentence = (one: Line) => wrapField(formatPlain(one, TIED), look);
  const shown = formatPlain(name);
  const title = shown === kind ? kind : `${shown} (${kind})`;
  return [
    `${paint("bold", title)} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`,
    ...(alert?.isStep ? renderField(FIELDS.first, renderSteps([alert.alone], look), look) : []),
    ...renderField(FIELDS.where, renderPlaces(key, look), look),
    ...renderField(FIELDS.owner, sentence(key.owner), look),
    ...renderField(FIELDS.works, [paint(colour, `${works.word}: ${works.reason}`)], look),
    ...(key.use ? renderField(FIELDS.used, sentence(key.use), look) : []),
    ...(look.verbose ? (key.usage?.details ?? []).flatMap((one) => renderField("", sentence(one), look)) : []),
    ...renderField(FIELDS.done, wrapField(key.outcome, look), look),
    ...(actionTaken && !alert?.isStep ? renderField(FIELDS.effect, sentence(actionTaken.breaks), look) : []),
    ...(ignoreReason ? renderField(FIELDS.entry, sentence(ignoreReason), look) : []),
    ...renderField(alert?.isStep ? FIELDS.after : FIELDS.next, renderSteps(steps, look), look),
  ].join("\n");
}

/** Keys in a line each: whether it works, what it is, where it is. */
function renderList(keys: readonly KeyView[], { paint, width }: Look): string {
  const shown = keys.slice(0, MOST_LINES).map(({ works, mask, tone, firstPlace, fingerprint, name }) => {
    const called = clipText(formatPlain(name), LONGEST_LISTED);
    const word = works.word.padEnd(11);
    const room = width - measureColumns([" ", word, called, mask, fingerprint, ""].join(" "));
    const place = firstPlace ? escapePlain(clipText(firstPlace.text, Math.max(room, LEAST_PLACE))) : "";
    return `  ${paint(STYLES[tone], word)} ${called} ${escapePlain(mask)} ${paint("dim", fingerprint)} ${place}`;
  });
  const more = keys.length - shown.length;
  return [...shown, ...(more > 0 ? [paint("dim", `  ${describeMoreInVerbose(more)}`)] : [])].join("\n");
}

function renderIgnored(ignored: readonly KeyView[], look: Look): string {
  const { paint, verbose } = look;
  const title = paint("dim", describeIgnoredCount(ignored.length));
  if (!verbose) return title;
  const lines = ignored.map(({ fingerprint, ignoreReason }) =>
    paint("dim", `  ${fingerprint} ${ignoreReason ? formatPlain(ignoreReason) : ""}`),
  );
  return [title, ...lines].join("\n");
}

function renderNotes({ missingKey }: ReportView, { width }: Look): readonly string[] {
  return missingKey === null ? [] : [wrap(formatPlain(missingKey, TIED), width).join("\n")];
}

function renderPlaces({ places, placeCount }: KeyView, look: Look): readonly string[] {
  const shown = look.verbose ? places : places.slice(0, MOST_PLACES);
  const more = placeCount - shown.length;
  return [
    ...shown.flatMap((place, index) => {
      const page = findAlertAddress(place);
      // The places of one alert mostly stand together.
      const isNew = page !== null && page !== findAlertAddress(shown[index - 1]);
      return [renderPlace(place, look), ...(isNew ? [look.paint("dim", `  ${page}`)] : [])];
    }),
    ...(more > 0 ? [look.paint("dim", `and ${formatNumber(more)} more`)] : []),
  ];
}

/** The page of the alert that names a place, in full: it is opened, or handed on. Null where there is none. */
function findAlertAddress(place: PlaceView | undefined): string | null {
  const { alert } = place?.sighting ?? {};
  return alert === undefined ? null : formatWebAddress(alert.url);
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
      return wrapField(`${number}${formatPlain(step, TIED)}`, look, isNumbered ? "   " : "");
    })
    .map((text) => linkDashboard(text, look));
}

function linkDashboard(text: string, { link }: Look): string {
  return link ? text.replaceAll(DASHBOARD, (page) => link(page, `https://${page}`)) : text;
}

function renderUnfinished(unfinished: readonly Line[], { paint, width }: Look): string {
  const lines = unfinished.flatMap((one) => wrap(formatPlain(one, TIED), width - 2).map((text) => `  ${text}`));
  return [paint("yellow", paint("bold", SECTIONS.unfinished)), ...lines].join("\n");
}

function renderGaps({ gaps, gapsWarning }: ReportView, look: Look): string {
  const hasWays = gaps.length <= MOST_WAYS || look.verbose;
  const lines = gaps.flatMap(({ name, detail, ways, isWarning }: GapView) => [
    `  ${look.paint(isWarning ? "yellow" : "dim", name)}`,
    ...wrapField(escapePlain(detail), look).map((text) => `${INDENT}${text}`),
    ...(hasWays ? ways : []).flatMap((way) =>
      wrapField(`- ${formatPlain(way, TIED)}`, look, "  ").map((text) => `${INDENT}${text}`),
    ),
  ]);
  return [
    look.paint("bold", gapsWarning ? SECTIONS.gaps : SECTIONS.warnings),
    ...lines,
    ...(gapsWarning ? [`  ${gapsWarning}`] : []),
  ].join("\n");
}

function renderField(label: string, lines: readonly string[], { paint }: Look): readonly string[] {
  return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(LABEL)) : " ".repeat(LABEL)}${text}`);
}

function wrapField(text: string, { width }: Look, hanging = ""): readonly string[] {
  return wrap(text, width - INDENT.length, hanging);
}
