import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect } from "vitest";

/** What GitHub makes of Markdown, but for its links of mentions and the like. */
export const rendered = (text: string) =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

/** A piece of HTML: a tag as it stands, or a text with the elements that it is in. */
type Piece = { tag: string; attributes: string } | { text: string; within: readonly string[] };

/** Takes HTML apart as a browser would that is shown no script; enough for what a Markdown renderer writes. */
export function* pieces(html: string): Generator<Piece> {
  const within: string[] = [];
  for (const [, comment_, close, tag = "", attributes = "", text] of html.matchAll(
    /(<!--[^]*?-->)|<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+|<)/gi,
  )) {
    if (comment_ !== undefined) yield { tag: "!--", attributes: comment_ };
    else if (text !== undefined) yield { text: decoded(text), within: [...within] };
    else if (close) within.splice(within.lastIndexOf(tag), 1);
    else {
      yield { tag, attributes: attributes.trim() };
      if (!["br", "hr", "img", "input"].includes(tag)) within.push(tag);
    }
  }
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#8203;", "\u200b")
    .replaceAll("&amp;", "&");
}

/** What our own words are made of, and nothing of what others wrote. */
const OURS =
  "h2 h3 h4 p pre table thead tbody tr th td ol ul li code strong b a details summary sub blockquote br".split(" ");

/** What GitHub makes links, mentions or pictures of in text, after the Markdown is read; not in code, nor in links. */
const AUTOLINKS = [
  /@[a-z0-9]/i, // @someone, also in an address
  /#\d/, // #12, also after a repository
  /\bGH-\d/i,
  /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i, // commits
  /https?:\/\/|www\.[a-z0-9]/i,
  /:[a-z_]+:/i, // emoji
];

/** To a place of the repository, a page of OpenAI's dashboard, or our own pages. */
const LINK =
  /^href="https:\/\/(?:github\.com\/(?:acme\/web\/[^"\s]*|openai-key-guard\/openai-key-guard(?:\/[\w./-]*)?)|(?:platform|developers)\.openai\.com\/[a-z/-]+|chatgpt\.com\/(?:admin|#settings\/Security))"$/;

/** What of a text is not ours once GitHub has read it. Collected, for an `expect` for each piece takes too long. */
function* foreign(text: string): Generator<string> {
  for (const piece of pieces(rendered(text))) {
    if ("tag" in piece) {
      const { tag, attributes } = piece;
      if (!OURS.includes(tag)) yield `<${tag}>`;
      const isLink = tag === "a" && LINK.test(attributes);
      const isOpen = tag === "details" && /^open(?:="")?$/.test(attributes);
      const isCell = /^t[hd]$/.test(tag) && /^align="(?:left|right)"$/.test(attributes);
      const isListing = tag === "code" && /^class="language-(?:json|yaml)"$/.test(attributes);
      if (attributes !== "" && !isLink && !isOpen && !isCell && !isListing) yield `<${tag} ${attributes}>`;
    } else if (!piece.within.includes("code") && !piece.within.includes("a")) {
      for (const one of AUTOLINKS) if (one.test(piece.text)) yield `${one} in ${piece.text}`;
    }
  }
}

/** Checks that nothing in a Markdown text is made of what others wrote. */
export function check(text: string): void {
  expect([...foreign(text)]).toEqual([]);
}
