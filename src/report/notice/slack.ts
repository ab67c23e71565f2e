import { clipText, escapePlain, formatWebAddress } from "../escape.ts";
import { type Line, LONGEST_NAME } from "../line.ts";
import type { Notice, NoticeItem } from "./notice.ts";

/**
 * What Slack takes (api.slack.com/reference/block-kit/blocks): it refuses a whole message for one block that is too long.
 * All blocks together are refused from some thirteen thousand characters on, which is not documented.
 */
const MOST = { header: 150, section: 3000, all: 10_000 } as const;

/** Makes the message for an incoming webhook of Slack: blocks, and a text for notifications. */
export function renderSlack(notice: Notice): string {
  for (let count = notice.items.length; ; count -= 1) {
    const body = renderMessage(notice, count);
    if (count === 0 || body.length <= MOST.all) return body;
  }
}

function renderMessage(
  { mark, title, place, items, describeMore, more, links, version }: Notice,
  count: number,
): string {
  const left = more + items.length - count;
  const sections = [
    ...(place === null ? [] : [formatSlack(place)]),
    ...items.slice(0, count).map(renderItem),
    ...(left > 0 ? [escapeSlack(describeMore(left))] : []),
  ];
  const foot = [...links.map(({ text, url }) => formatLink(url, text)), `OpenAI Key Guard ${escapeSlack(version)}`];
  const head = `${mark} ${title}`;
  return JSON.stringify({
    text: escapeSlack(clipText(head, MOST.header)),
    // What others named may look like formatting, and like an address to be unfolded.
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: clipText(escapePlain(head), MOST.header), emoji: false } },
      ...sections.map((text) => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } })),
      { type: "context", elements: [{ type: "mrkdwn", text: foot.join(" · "), verbatim: true }] },
    ],
  });
}

/** As many lines as a section takes; the first, which names the key, is always short enough. */
function renderItem({ mark, head, lines }: NoticeItem): string {
  let text = `${mark} ${formatSlack(head)}`;
  for (const one of lines) {
    const longer = `${text}\n${formatSlack(one)}`;
    if (longer.length > MOST.section) break;
    text = longer;
  }
  return text;
}

/** Exactly these three characters are escaped (api.slack.com/reference/surfaces/formatting): that also stops mentions. */
function escapeSlack(text: string): string {
  return escapePlain(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Slack has no escape for its signs of formatting, and makes nothing of them in code. A backtick would end that. */
function formatCode(text: string): string {
  return `\`${escapeSlack(clipText(text, LONGEST_NAME)).replaceAll("`", "'").trim() || "(empty)"}\``;
}

/** The address ends at the first of these signs. What is no web address, or has a key in it, is no link. */
function formatLink(url: string, label: string): string {
  const address = formatWebAddress(url);
  return address === null
    ? label
    : `<${address.replaceAll("&", "&amp;").replaceAll(/[<>|]/g, encodeURIComponent)}|${label}>`;
}

/** A line as Slack's mrkdwn. All that others wrote stands in code. */
function formatSlack(one: Line): string {
  return one
    .map((piece) => {
      if ("words" in piece) return escapeSlack(piece.words);
      if ("stress" in piece) return formatBold(piece.stress);
      if ("link" in piece) return formatLink(piece.url, escapeSlack(piece.link));
      if ("name" in piece) return formatCode(piece.name);
      if ("text" in piece) return formatCode(piece.text);
      const code = formatCode(piece.data);
      // A link within code is a link; code within a link's label is not code.
      return piece.url === undefined ? code : `\`${formatLink(piece.url, code.slice(1, -1))}\``;
    })
    .join("");
}

/** Slack sees bold only where no code begins or ends it: code stands between bold words as it is. */
function formatBold(one: Line): string {
  const parts: { isOurs: boolean; text: string }[] = [];
  for (const piece of one) {
    const isOurs = "words" in piece;
    const text = isOurs ? escapeSlack(piece.words) : formatSlack([piece]);
    const last = parts.at(-1);
    if (isOurs && last?.isOurs) parts.splice(-1, 1, { isOurs, text: `${last.text}${text}` });
    else parts.push({ isOurs, text });
  }
  return parts.map(({ isOurs, text }) => (isOurs ? embolden(text) : text)).join("");
}

/** Bold begins and ends at a word. */
function embolden(text: string): string {
  const [, before = "", middle = "", after = ""] = /^(\W*)(.*?)(\W*)$/s.exec(text) ?? [];
  return middle === "" ? text : `${before}*${middle}*${after}`;
}
