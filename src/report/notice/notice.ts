import { formatPlain, type Line, linkData, stressLine } from "../line.ts";
import type { KeyView } from "../view/key.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import {
  describeNoticeHead,
  describeNoticePlace,
  describeNoticePlaces,
  describeNoticeState,
  NOTICE_LINKS,
  namePullRequest,
  startSentence,
} from "../wording/notice.ts";
import { describeMoreKeys } from "../wording/pull-request-comment.ts";

/** A thing that a message tells of: a key, or what an audit found. `mark` carries the colour; the words say the same. */
export type NoticeItem = { mark: string; head: Line; lines: readonly Line[] };

/** A page that a message leads to. */
export type NoticeLink = { text: string; url: string };

/** What others are told, before a channel lays it out. Lines hold names that others chose, which each channel escapes. */
export type Notice = {
  mark: string;
  /** The verdict. May quote names that others chose. */
  title: string;
  /** Where it happened; null where nobody knows. */
  place: Line | null;
  items: readonly NoticeItem[];
  /** Says how many more items there are; a channel that has room for fewer counts those too. */
  describeMore: (count: number) => string;
  more: number;
  links: readonly NoticeLink[];
  version: string;
};

/** Where a message comes from. */
export type NoticeSource = {
  /** "acme/shop"; null where it is not known. */
  repository: string | null;
  pull: { number: number; url: string } | null;
};

/** How many keys a message tells of: who needs all opens the report. */
export const MOST_ITEMS = 10;

/** Makes a message of a report. `news` are the fingerprints of the keys to tell of. */
export function buildNotice(
  { keys, mark, title }: ReportView,
  news: ReadonlySet<string>,
  source: NoticeSource,
  { link, runUrl, version }: PageContext,
): Notice {
  const told = keys.filter(({ fingerprint }) => news.has(fingerprint));
  const shown = told.slice(0, MOST_ITEMS);
  return {
    mark,
    title,
    place: describeNoticePlace(source.repository, source.pull),
    items: shown.map((key) => describeItem(key, link)),
    describeMore: describeMoreKeys,
    more: told.length - shown.length,
    links: listLinks(source, runUrl),
    version,
  };
}

function listLinks({ pull }: NoticeSource, runUrl: string | null): readonly NoticeLink[] {
  return [
    ...(pull === null ? [] : [{ text: namePullRequest(pull.number), url: pull.url }]),
    ...(runUrl === null ? [] : [{ text: NOTICE_LINKS.run, url: runUrl }]),
  ];
}

/** One key: what it is, where it leaked, and what was done and breaks by that, or what to do now. */
function describeItem(key: KeyView, link: PageContext["link"]): NoticeItem {
  const { mark, works, doneInBrief, firstPlace, placeCount, actionTaken, alert, outcome } = key;
  const place = firstPlace && linkData(firstPlace.spot, link(firstPlace.sighting));
  const done = actionTaken === null ? [] : [actionTaken.done, actionTaken.breaks];
  // The step of a key that something was done to says that again.
  const step = alert?.isStep && actionTaken === null ? [alert.alone] : [];
  const rest = done.length + step.length === 0 ? [startSentence(outcome)] : [];
  return {
    mark,
    head: stressLine(describeNoticeHead(key, doneInBrief ?? describeNoticeState(works.word))),
    lines: [
      ...(place === null ? [] : [describeNoticePlaces(place, placeCount - 1)]),
      ...[...done, ...step, ...rest].filter((one) => formatPlain(one) !== ""),
    ],
  };
}
