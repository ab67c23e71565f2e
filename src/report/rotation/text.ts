import type { Medium } from "../../messages/medium.ts";
import { formatProse } from "../audit/prose.ts";
import { escapePlain } from "../escape.ts";
import { formatPlain, type Line } from "../line.ts";
import { renderFederations } from "../terminal/federation.ts";
import { type Look, paintTitle, STYLES, toShownSigns } from "../terminal/look.ts";
import { measureColumns, TIED, wrap } from "../terminal/wrap.ts";
import { ROTATION_SECTIONS } from "../wording/rotation/facts.ts";
import type { KeyPlaceView, RotatedKeyView, RotationView } from "./view.ts";

/** Rotations in a terminal or a log: the verdict, what to do, which key is where, and what still has the old one. */
export function renderRotationText(view: RotationView, look: Look, medium: Medium): string {
  const verdict = renderTitle(`${view.sign} ${formatPlain(view.title, TIED)}`, view, look);
  const blocks = view.keys.flatMap((one) => renderKey(one, view.isSingle, look));
  const rest = [
    ...renderGoOn(view, look),
    ...renderList(ROTATION_SECTIONS.gaps, view.gaps.map(formatProse), look),
    ...renderList(ROTATION_SECTIONS.notes, view.notes.map(formatProse), look),
    ...renderFederations(view.federations, look, { medium, after: "rotation" }),
  ];
  return toShownSigns([verdict, ...blocks, ...rest, renderFooter(view, look)].join("\n\n"), look);
}

function renderTitle(text: string, { tone }: Pick<RotationView, "tone">, look: Look): string {
  return wrap(text, look.width, "  ")
    .map((one) => paintTitle(one, tone, look))
    .join("\n");
}

function renderKey(key: RotatedKeyView, isSingle: boolean, look: Look): readonly string[] {
  const { plan, places, keys, next, running } = key;
  const head = isSingle ? [] : [renderTitle(`${key.sign} ${formatPlain(key.verdict, TIED)}`, key, look)];
  const said = keys.flatMap((one) => indent(one, look));
  return [
    ...head,
    ...renderList(ROTATION_SECTIONS.next, next.map(formatTied), look),
    ...renderList(ROTATION_SECTIONS.plan, plan.map(formatTied), look, true),
    ...(places.length > 0 ? [renderPlaces(places, look)] : []),
    ...(said.length > 0 ? [said.join("\n")] : []),
    ...(running === null ? [] : [wrap(running, look.width).join("\n")]),
  ];
}

function formatTied(one: Line | string): string {
  return typeof one === "string" ? formatProse(one) : formatPlain(one, TIED);
}

/** The command stands on a line of its own, whole, since people copy it. */
function renderGoOn({ goOn }: RotationView, look: Look): readonly string[] {
  if (goOn === null) return [];
  const said = wrap(formatTied(goOn.said), look.width);
  return [[...said, ...(goOn.command === null ? [] : [`  ${escapePlain(goOn.command)}`])].join("\n")];
}

function renderPlaces(places: readonly KeyPlaceView[], look: Look): string {
  const names = places.map(({ name }) => formatPlain(name));
  const widest = Math.max(...names.map(measureColumns));
  const lines = places.map(({ holds, tone }, at) => {
    const name = names[at] ?? "";
    const gap = " ".repeat(widest - measureColumns(name) + 2);
    return `  ${name}${gap}${look.paint(STYLES[tone], holds)}`;
  });
  return [look.paint("bold", ROTATION_SECTIONS.places), ...lines].join("\n");
}

function renderList(title: string, texts: readonly string[], look: Look, isNumbered = false): readonly string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text, at) => {
    const mark = isNumbered ? `${at + 1}. ` : texts.length > 1 ? "- " : "";
    return wrap(`${mark}${text}`, look.width - 2, " ".repeat(mark.length)).map((one) => `  ${one}`);
  });
  return [[look.paint("bold", title), ...lines].join("\n")];
}

function indent(one: Line, look: Look): readonly string[] {
  return wrap(formatTied(one), look.width - 2, "  ").map((text) => `  ${text}`);
}

function renderFooter({ checkedAgainst, at }: RotationView, { paint, width }: Look): string {
  const parts = [...(checkedAgainst === null ? [] : [formatTied(checkedAgainst)]), at];
  return wrap(parts.join(" · "), width)
    .map((text) => paint("dim", text))
    .join("\n");
}
