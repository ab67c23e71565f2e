import type { Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Finding } from "../domain/finding.ts";
import { isFailure } from "../domain/gap.ts";
import type { Report } from "../domain/report.ts";
import { listSteps } from "./advice/advice.ts";
import { brief, type Look, type Paint, type Style, spelt, verdict } from "./brief.ts";
import { describeOutcome } from "./done.ts";
import { clipText, escapePlain, formatAddress } from "./escape.ts";
import { formatPlain } from "./line.ts";
import { describeCoverage, formatNumber } from "./numbers.ts";
import { getSeverity, isLiveAdminKey, rankFindings, type Severity } from "./severity.ts";
import { describeUnfinished, UNFINISHED_TITLE } from "./unfinished.ts";
import { describeActionTaken } from "./wording/action-taken.ts";
import { describeIgnoreReason } from "./wording/ignore-reason.ts";
import { describeOwner } from "./wording/ownership.ts";
import { describePlace, listRemarks, shortenSha, sortPlaces } from "./wording/places.ts";
import { describeState, GAP_NAMES, KIND_NAMES } from "./wording/states.ts";
import { describeUse } from "./wording/usage.ts";
import { TIED, wrap } from "./wrap.ts";

const COLOURS = {
  exposed: "red",
  lingering: "yellow",
  dead: "green",
  older: "yellow",
  ignored: "dim",
} as const satisfies Record<Severity, Style>;

const MOST_PLACES = 3;

/** The longest path that is shown whole. */
const LONGEST_PLACE = 300;

/** Where keys are managed, in the dashboard. */
const DASHBOARD = { text: "platform.openai.com", url: "https://platform.openai.com/api-keys" };

/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not seen. */
export function renderText(report: Report, look: Look): string {
  const blocks = [
    ...rankFindings(report.findings).map((finding) => block(finding, report.change.kind, look)),
    ...(report.unfinished.length > 0 ? [unfinished(report, look)] : []),
    ...(report.gaps.length > 0 ? [gaps(report, look)] : []),
  ];
  if (blocks.length === 0) return brief(report, look);
  const asked = report.askedAs === null ? [] : [`OpenAI was asked as ${escapePlain(clipText(report.askedAs, 60))}`];
  return spelt(
    [
      verdict(report, look, (text) => wrap(text, look.width, "  ")),
      ...blocks,
      look.paint("dim", [describeCoverage(report), ...asked].join(" · ")),
    ].join("\n\n"),
    look,
  );
}

function block(finding: Finding, change: Change["kind"], look: Look): string {
  const { paint } = look;
  const { kind, mask, fingerprint, sightings, validity } = finding;
  const colour = isLiveAdminKey(finding) ? "red" : COLOURS[getSeverity(finding)];
  const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`;
  const most = look.verbose ? sightings.length : MOST_PLACES;
  const more = sightings.length - most;
  const places = [
    ...sortPlaces(sightings)
      .slice(0, most)
      .map((one) => place(one, change, look)),
    ...(more > 0 ? [paint("dim", `and ${formatNumber(more)} more`)] : []),
  ];
  const wrapped = (text: string, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
  const steps = listSteps(finding, change).flatMap((step, index, { length }) =>
    wrapped(`${length > 1 ? `${index + 1}. ` : ""}${formatPlain(step, TIED)}`, length > 1 ? "   " : ""),
  );
  const use = describeUse(finding);
  const deed = describeActionTaken(finding);
  return [
    title,
    ...field("where", places, paint),
    ...field("whose", wrapped(formatPlain(describeOwner(finding), TIED)), paint),
    ...field("state", [paint(colour, describeState(validity))], paint),
    ...(use ? field("used", wrapped(formatPlain(use, TIED)), paint) : []),
    ...field("done", wrapped(describeOutcome(finding)), paint),
    ...(deed ? field("breaks", wrapped(formatPlain(deed.breaks, TIED)), paint) : []),
    ...(finding.ignored
      ? field("entry", wrapped(formatPlain(describeIgnoreReason(finding.ignored), TIED)), paint)
      : []),
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
    ...(commit === null || where === "commit-message" ? [] : [`in ${shortenSha(escapePlain(commit))}`]),
    ...(author === null ? [] : [`by ${escapePlain(clipText(author, 60))}`]),
  ].join(" ");
  const remarks = [...(by ? [by] : []), ...listRemarks(sighting, change)].join(", ");
  const spot = paint("cyan", escapePlain(clipText(describePlace(sighting), LONGEST_PLACE)));
  const url = formatAddress(opens?.(sighting) ?? "");
  return `${link && url !== null ? link(spot, url) : spot}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}

function linked(text: string, { link }: Look): string {
  return link ? text.replaceAll(DASHBOARD.text, link(DASHBOARD.text, DASHBOARD.url)) : text;
}

function unfinished({ unfinished: all }: Report, { paint, width }: Look): string {
  const lines = all.flatMap((one) =>
    wrap(formatPlain(describeUnfinished(one), TIED), width - 2).map((text) => `  ${text}`),
  );
  return [paint("yellow", paint("bold", UNFINISHED_TITLE.toLowerCase())), ...lines].join("\n");
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
