import { clipText, escapePlain, formatWebAddress } from "../escape.ts";
import { type Line, LONGEST_NAME } from "../line.ts";
import type { Notice, NoticeItem } from "./notice.ts";

/** Teams takes some 28 KB (Microsoft's page on its connector); a client has seen 413 from 21 KB on. In bytes. */
const MOST_BYTES = 20_000;

const LONGEST_TITLE = 300;

/** A part of a text, with its looks: these never hold markup, while other texts of a card are read as Markdown. */
type Run = {
  type: "TextRun";
  text: string;
  weight?: "Bolder";
  size?: "Large";
  isSubtle?: true;
  fontType?: "Monospace";
  selectAction?: { type: "Action.OpenUrl"; url: string };
};

/** Makes the message for a workflow of Teams: an Adaptive Card of version 1.4, of texts without markup. */
export function renderTeams(notice: Notice): string {
  for (let count = notice.items.length; ; count -= 1) {
    const body = renderMessage(notice, count);
    if (count === 0 || Buffer.byteLength(body) <= MOST_BYTES) return body;
  }
}

function renderMessage(
  { mark, title, place, items, describeMore, more, links, version }: Notice,
  count: number,
): string {
  const left = more + items.length - count;
  const head = clipText(escapePlain(`${mark} ${title}`), LONGEST_TITLE);
  const body = [
    buildBlock([{ type: "TextRun", text: head, weight: "Bolder", size: "Large" }]),
    ...(place === null ? [] : [buildBlock(listRuns(place))]),
    ...items.slice(0, count).flatMap(buildItem),
    ...(left > 0 ? [buildBlock([{ type: "TextRun", text: describeMore(left) }])] : []),
    buildBlock([{ type: "TextRun", text: `OpenAI Key Guard ${version}`, isSubtle: true }]),
  ];
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: head,
    body,
    actions: links.map(({ text, url }) => ({ type: "Action.OpenUrl", title: text, url })),
    msteams: { width: "Full" },
  };
  const attachment = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content };
  return JSON.stringify({ type: "message", summary: head, attachments: [attachment] });
}

function buildItem({ mark, head, lines }: NoticeItem) {
  return [
    { ...buildBlock([{ type: "TextRun", text: `${mark} ` }, ...listRuns(head)]), separator: true, spacing: "Medium" },
    ...lines.map((one) => buildBlock(listRuns(one))),
  ];
}

function buildBlock(inlines: readonly Run[]) {
  return { type: "RichTextBlock", inlines };
}

function listRuns(one: Line, looks: Pick<Run, "weight"> = {}): readonly Run[] {
  return one.flatMap((piece): readonly Run[] => {
    if ("words" in piece) return [{ type: "TextRun", text: escapePlain(piece.words), ...looks }];
    if ("stress" in piece) return listRuns(piece.stress, { weight: "Bolder" });
    if ("link" in piece) return [{ type: "TextRun", text: escapePlain(piece.link), ...looks, ...buildLink(piece.url) }];
    if ("name" in piece) return [{ type: "TextRun", text: clip(piece.name), weight: "Bolder" }];
    if ("text" in piece) return [{ type: "TextRun", text: clip(piece.text), ...looks }];
    const link = piece.url === undefined ? {} : buildLink(piece.url);
    return [{ type: "TextRun", text: clip(piece.data), fontType: "Monospace", ...looks, ...link }];
  });
}

function clip(text: string): string {
  return escapePlain(clipText(text, LONGEST_NAME)) || "(empty)";
}

function buildLink(url: string): Pick<Run, "selectAction"> {
  const address = formatWebAddress(url);
  return address === null ? {} : { selectAction: { type: "Action.OpenUrl", url: address } };
}
