import type { Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Finding } from "../domain/finding.ts";
import { isFailure } from "../domain/gap.ts";
import type { Report } from "../domain/report.ts";
import { advice } from "./advice/advice.ts";
import { brief, type Look, type Paint, type Style, spelt, verdict } from "./brief.ts";
import { done } from "./done.ts";
import { clipText, escapePlain, formatAddress } from "./escape.ts";
import { inPlain } from "./line.ts";
import { covered, grouped } from "./numbers.ts";
import { isAlarming, ranked, type Standing, standingOf } from "./severity.ts";
import { UNFINISHED, unfinishedLine } from "./unfinished.ts";
import { deedOf } from "./wording/action-taken.ts";
import { excuse } from "./wording/ignore-reason.ts";
import { whose } from "./wording/ownership.ts";
import { bestFirst, placeOf, remarksOn, short } from "./wording/places.ts";
import { GAP_NAMES, KIND_NAMES, said } from "./wording/states.ts";
import { usedOf } from "./wording/usage.ts";
import { TIED, wrap } from "./wrap.ts";

const COLOURS = {
  exposed: "red",
  lingering: "yellow",
  dead: "green",
  older: "yellow",
  ignored: "dim",
} as const satisfies Record<Standing, Style>;

const MOST_PLACES = 3;

/** The longest path that is shown whole. */
const LONGEST_PLACE = 300;

/** Where keys are managed, in the dashboard. */
const DASHBOARD = { text: "platform.openai.com", url: "https://platform.openai.com/api-keys" };

/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not seen. */
export function renderText(report: Report, look: Look): string {
  const blocks = [
    ...ranked(report.findings).map((finding) => block(finding, report.change.kind, look)),
    ...(report.unfinished.length > 0 ? [unfinished(report, look)] : []),
    ...(report.gaps.length > 0 ? [gaps(report, look)] : []),
  ];
  if (blocks.length === 0) return brief(report, look);
  const asked = report.askedAs === null ? [] : [`OpenAI was asked as ${escapePlain(clipText(report.askedAs, 60))}`];
  return spelt(
    [
      verdict(report, look, (text) => wrap(text, look.width, "  ")),
      ...blocks,
      look.paint("dim", [covered(report), ...asked].join(" · ")),
    ].join("\n\n"),
    look,
  );
}

function block(finding: Finding, change: Change["kind"], look: Look): string {
  const { paint } = look;
  const { kind, mask, fingerprint, sightings, validity } = finding;
  const colour = isAlarming(finding) ? "red" : COLOURS[standingOf(finding)];
  const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`;
  const most = look.verbose ? sightings.length : MOST_PLACES;
  const more = sightings.length - most;
  const places = [
    ...bestFirst(sightings)
      .slice(0, most)
      .map((one) => place(one, change, look)),
    ...(more > 0 ? [paint("dim", `and ${grouped(more)} more`)] : []),
  ];
  const wrapped = (text: string, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
  const steps = advice(finding, change).flatMap((step, index, { length }) =>
    wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, TIED)}`, length > 1 ? "   " : ""),
  );
  const use = usedOf(finding);
  const deed = deedOf(finding);
  return [
    title,
    ...field("where", places, paint),
    ...field("whose", wrapped(inPlain(whose(finding), TIED)), paint),
    ...field("state", [paint(colour, said(validity))], paint),
    ...(use ? field("used", wrapped(inPlain(use, TIED)), paint) : []),
    ...field("done", wrapped(done(finding)), paint),
    ...(deed ? field("breaks", wrapped(inPlain(deed.breaks, TIED)), paint) : []),
    ...(finding.ignored ? field("entry", wrapped(inPlain(excuse(finding.ignored), TIED)), paint) : []),
    ...field(
      "next",
      steps.map((text) => linked(text, look)),
      paint,
    ),
  ].join("\n");
}

function place(sighting: Sighting, change: Change["kind"], { paint, link, opens }: Look): string {
  const { commit, author, where } = sighting;
  const by = [
    ...(commit === null || where === "commit-message" ? [] : [`in ${short(escapePlain(commit))}`]),
    ...(author === null ? [] : [`by ${escapePlain(clipText(author, 60))}`]),
  ].join(" ");
  const remarks = [...(by ? [by] : []), ...remarksOn(sighting, change)].join(", ");
  const spot = paint("cyan", escapePlain(clipText(placeOf(sighting), LONGEST_PLACE)));
  const url = formatAddress(opens?.(sighting) ?? "");
  return `${link && url !== null ? link(spot, url) : spot}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}

function linked(text: string, { link }: Look): string {
  return link ? text.replaceAll(DASHBOARD.text, link(DASHBOARD.text, DASHBOARD.url)) : text;
}

function unfinished({ unfinished: all }: Report, { paint, width }: Look): string {
  const lines = all.flatMap((one) => wrap(inPlain(unfinishedLine(one), TIED), width - 2).map((text) => `  ${text}`));
  return [paint("yellow", paint("bold", UNFINISHED.toLowerCase())), ...lines].join("\n");
}

function gaps({ gaps: all }: Report, { paint, width }: Look): string {
  const lines = all.flatMap((gap) => {
    const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
    const [first = "", ...rest] = wrap(escapePlain(gap.detail), width - INDENT.length);
    return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
  });
  return [paint("bold", "not seen"), ...lines].join("\n");
}

const INDENT = " ".repeat(9);

function field(label: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}
