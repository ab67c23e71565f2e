import { concludeRotation, type RotationReport, type RotationResult } from "../../domain/rotation.ts";
import { formatPlain } from "../line.ts";
import type { RotationContext, RotationView } from "../rotation/view.ts";
import { describeNoticePlace, NOTICE_LINKS } from "../wording/notice.ts";
import { describeMoreKeys } from "../wording/pull-request-comment.ts";
import type { NoticeContent } from "./content.ts";
import { renderListed } from "./document.ts";
import { MOST_ITEMS, type Notice } from "./notice.ts";

/** What a message says of rotations. What the reader may not know must be taken out of the report before. */
export function createRotationNoticeContent(
  report: RotationReport,
  view: RotationView,
  repository: string | null,
  context: RotationContext,
): NoticeContent {
  return {
    notice: () => buildRotationNotice(view, repository, context),
    document: () => renderRotationDocument(report, repository, context),
  };
}

/** Whether there is something to tell: a key that was rotated, or that was to be and is not. */
export function hasRotationNews({ rotations, isDryRun }: RotationReport): boolean {
  return rotations.length > 0 && !isDryRun;
}

function buildRotationNotice(
  { mark, title, isSingle, keys }: RotationView,
  repository: string | null,
  { runUrl, version }: RotationContext,
): Notice {
  // The verdict of the only key is the title.
  const shown = isSingle ? [] : keys.slice(0, MOST_ITEMS);
  return {
    mark,
    title: formatPlain(title),
    place: describeNoticePlace(repository, null),
    items: shown.map((key) => ({ mark: key.mark, head: key.verdict, lines: [] })),
    describeMore: describeMoreKeys,
    more: isSingle ? 0 : keys.length - shown.length,
    links: runUrl === null ? [] : [{ text: NOTICE_LINKS.run, url: runUrl }],
    version,
  };
}

/** Which keys were rotated, by their ids: names and places are in the report. */
function renderRotationDocument(
  report: RotationReport,
  repository: string | null,
  { runUrl, version }: RotationContext,
): string {
  const { rotations } = report;
  const count = (kind: RotationResult["state"]["kind"]) => rotations.filter(({ state }) => state.kind === kind).length;
  const base = {
    schema: "openai-key-guard/notice/v1",
    kind: "rotation",
    tool: { name: "openai-key-guard", version },
    repository,
    run: runUrl,
    conclusion: concludeRotation(report),
    rotated: count("rotated"),
    unfinished: count("unfinished"),
    failed: count("failed") + count("refused"),
  };
  const keys = rotations.map(({ old, newKey, state }) => ({
    old: old?.id ?? null,
    new: newKey?.id ?? null,
    state: state.kind,
    because: "because" in state ? state.because : null,
  }));
  return renderListed(base, "keys", keys);
}
