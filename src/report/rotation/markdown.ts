import { FEDERATION_SECTIONS, type RepositoryFederation } from "../advice/federation/secret-federation.ts";
import { formatMarkdownProse } from "../audit/prose.ts";
import { escapeHref, escapePlain } from "../escape.ts";
import { formatMarkdown, type Line } from "../line.ts";
import { formatFederation } from "../markdown/federation.ts";
import { truncateList } from "../truncate.ts";
import { REPOSITORY } from "../wording/pull-request-comment.ts";
import { ROTATION_SECTIONS } from "../wording/rotation/facts.ts";
import type { RotatedKeyView, RotationContext, RotationView } from "./view.ts";

/** GitHub takes no job summary above 1 MiB. */
const ROOM = 1_000_000;

const utf8 = new TextEncoder();

/** Rotations in the summary of a job: the verdict, then for each key what to do and which key is where. */
export function renderRotationSummary(view: RotationView, context: RotationContext): string {
  const rest = [
    ...(view.goOn === null ? [] : [formatMarkdown(view.goOn.said)]),
    ...renderSection(
      ROTATION_SECTIONS.gaps,
      view.gaps.map((one) => formatMarkdownProse(one)),
    ),
    ...renderSection(
      ROTATION_SECTIONS.notes,
      view.notes.map((one) => formatMarkdownProse(one)),
    ),
    ...renderFederations(view),
    renderFooter(view, context),
  ];
  const { texts } = truncateList(
    view.keys,
    (key) => renderKey(key, view.isSingle),
    ROOM - 100_000,
    (text) => utf8.encode(text).length,
  );
  return [`## ${view.mark} ${formatMarkdown(view.title)}`, ...texts.filter((text) => text !== ""), ...rest].join(
    "\n\n",
  );
}

function renderKey(key: RotatedKeyView, isSingle: boolean): string {
  const { mark, verdict, next, plan, places, keys, running, tone } = key;
  const kind = tone === "bad" ? "CAUTION" : "WARNING";
  return [
    ...(isSingle ? [] : [`### ${mark} ${formatMarkdown(verdict)}`]),
    ...(next.length > 0 ? [`> [!${kind}]\n> **${ROTATION_SECTIONS.next}:** ${next.map(formatSaid).join(" ")}`] : []),
    ...(plan.length > 0 ? [plan.map((one, at) => `${at + 1}. ${formatMarkdown(one)}`).join("\n")] : []),
    ...renderPlaces(places),
    ...(keys.length > 0 ? [listAll(keys)] : []),
    ...(running === null ? [] : [running]),
  ].join("\n\n");
}

function renderPlaces(places: RotatedKeyView["places"]): readonly string[] {
  if (places.length === 0) return [];
  const { place, holds } = ROTATION_SECTIONS;
  const rows = places.map((one) => `| ${formatMarkdown(one.name, "cell")} | ${one.holds} |`);
  return [[`| ${place} | ${holds} |`, "|---|---|", ...rows].join("\n")];
}

function formatSaid(one: Line | string): string {
  return typeof one === "string" ? formatMarkdownProse(one) : formatMarkdown(one);
}

function listAll(lines: readonly Line[]): string {
  return lines.map((one) => `- ${formatMarkdown(one)}`).join("\n");
}

function renderSection(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [[`**${title}**`, "", ...texts.map((text) => `- ${text}`)].join("\n")];
}

/** A sentence for each repository, and folded under it what is to be pasted. */
function renderFederations({ federations }: RotationView): readonly string[] {
  const format = (one: RepositoryFederation) => `${formatMarkdown(one.brief)}\n\n${formatFederation(one)}`;
  const { texts } = truncateList(federations, format, 90_000, (text) => utf8.encode(text).length);
  return texts.length === 0 ? [] : [`**${FEDERATION_SECTIONS.rotation}**`, ...texts];
}

function renderFooter({ checkedAgainst, at }: RotationView, { version, runUrl }: RotationContext): string {
  const parts = [
    ...(checkedAgainst === null ? [] : [formatMarkdown(checkedAgainst)]),
    at,
    ...(runUrl === null ? [] : [`[Run](${escapeHref(runUrl)})`]),
    `[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY})`,
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
