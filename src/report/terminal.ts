import type { Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Finding } from "../domain/finding.ts";
import { isFailure } from "../domain/gap.ts";
import type { Report } from "../domain/report.ts";
import { advice } from "./advice.ts";
import { brief, type Look, type Paint, type Style, spelt, verdict } from "./brief.ts";
import { done } from "./done.ts";
import { clipped, plain } from "./escape.ts";
import { covered } from "./figures.ts";
import { inPlain } from "./line.ts";
import { bestFirst, placeOf, remarksOn, short } from "./place.ts";
import { isAlarming, ranked, type Standing, standingOf } from "./standing.ts";
import { usedOf } from "./used.ts";
import { whose } from "./whose.ts";
import { GAP_NAMES, KIND_NAMES, said } from "./words.ts";

const COLOURS = {
  exposed: "red",
  lingering: "yellow",
  dead: "green",
  older: "yellow",
  ignored: "dim",
} as const satisfies Record<Standing, Style>;

const MOST_PLACES = 3;

/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not seen. */
export function terminal(report: Report, look: Look): string {
  const blocks = [
    ...ranked(report.findings).map((finding) => block(finding, report.change.kind, look)),
    ...(report.gaps.length > 0 ? [gaps(report, look)] : []),
  ];
  if (blocks.length === 0) return brief(report, look);
  return spelt([verdict(report, look), ...blocks, look.paint("dim", covered(report))].join("\n\n"), look);
}

function block(finding: Finding, change: Change["kind"], look: Look): string {
  const { paint } = look;
  const { kind, mask, fingerprint, sightings, validity } = finding;
  const colour = isAlarming(finding) ? "red" : COLOURS[standingOf(finding)];
  const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, plain(mask))}  ${paint("dim", fingerprint)}`;
  const more = sightings.length - MOST_PLACES;
  const places = [
    ...bestFirst(sightings)
      .slice(0, MOST_PLACES)
      .map((one) => place(one, change, paint)),
    ...(more > 0 ? [paint("dim", `and ${more} more`)] : []),
  ];
  const wrapped = (text: string, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
  const steps = advice(finding, change).flatMap((step, index, { length }) =>
    wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, TIED)}`, length > 1 ? "   " : ""),
  );
  const use = usedOf(finding);
  return [
    title,
    ...field("where", places, paint),
    ...field("whose", wrapped(inPlain(whose(finding), TIED)), paint),
    ...field("state", [paint(colour, said(validity))], paint),
    ...(use ? field("used", wrapped(inPlain(use, TIED)), paint) : []),
    ...field("done", wrapped(done(finding)), paint),
    ...field("next", steps, paint),
  ].join("\n");
}

function place(sighting: Sighting, change: Change["kind"], paint: Paint): string {
  const { commit, author, where } = sighting;
  const by = [
    ...(commit === null || where === "commit-message" ? [] : [`in ${short(plain(commit))}`]),
    ...(author === null ? [] : [`by ${plain(clipped(author, 60))}`]),
  ].join(" ");
  const remarks = [...(by ? [by] : []), ...remarksOn(sighting, change)].join(", ");
  return `${paint("cyan", plain(placeOf(sighting)))}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}

function gaps({ gaps: all }: Report, { paint, width }: Look): string {
  const lines = all.flatMap((gap) => {
    const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
    const [first = "", ...rest] = wrap(plain(gap.detail), width - INDENT.length);
    return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
  });
  return [paint("bold", "not seen"), ...lines].join("\n");
}

const INDENT = " ".repeat(9);

function field(label: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}

/** A blank at which no line is broken. */
const TIED = "\u00a0";

/** Breaks at blanks; a word that is longer than the width is left whole, for paths are copied. */
function wrap(text: string, width: number, hanging = ""): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length > Math.max(width, 20)) lines.push(`${hanging}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((one) => one.replaceAll(TIED, " "));
}
