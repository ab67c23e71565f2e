import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { type Report, restrictReport } from "../../src/domain/report.ts";
import { escapeMarkdown, formatCode } from "../../src/report/escape.ts";
import { anyReport, hostile, RUNS } from "./arbitrary.ts";
import {
  renderAnnotations,
  renderComment,
  renderFailure,
  renderGoneComment,
  renderResolvedComment,
  renderSummary,
  renderText,
} from "./render.ts";
import { context, plainLook } from "./stories.ts";

const rendered = (text: string) =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

/** A piece of HTML: a tag as it stands, or a text with the elements that it is in. */
type Piece = { tag: string; attributes: string } | { text: string; within: readonly string[] };

/** Takes HTML apart as a browser would that is shown no script; enough for what a Markdown renderer writes. */
function* pieces(html: string): Generator<Piece> {
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
const OURS = "h2 h3 h4 p table thead tbody tr th td ol ul li code strong b a details summary sub blockquote".split(" ");

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
  /^href="https:\/\/(?:github\.com\/(?:acme\/web\/[^"\s]*|openai-key-guard\/openai-key-guard(?:\/[\w./-]*)?)|platform\.openai\.com\/[a-z/-]+)"$/;

/** What of a text is not ours once GitHub has read it. Collected, for an `expect` for each piece takes too long. */
function* foreign(text: string): Generator<string> {
  for (const piece of pieces(rendered(text))) {
    if ("tag" in piece) {
      const { tag, attributes } = piece;
      if (!OURS.includes(tag)) yield `<${tag}>`;
      const isLink = tag === "a" && LINK.test(attributes);
      const isOpen = tag === "details" && /^open(?:="")?$/.test(attributes);
      const isCell = /^t[hd]$/.test(tag) && attributes === 'align="left"';
      if (attributes !== "" && !isLink && !isOpen && !isCell) yield `<${tag} ${attributes}>`;
    } else if (!piece.within.includes("code") && !piece.within.includes("a")) {
      for (const one of AUTOLINKS) if (one.test(piece.text)) yield `${one} in ${piece.text}`;
    }
  }
}

function check(text: string): void {
  expect([...foreign(text)]).toEqual([]);
}

/** Names that nobody would type, in every place where others may write one. */
const told = { ...context, job: "@octocat / `x` <b>#1</b>" };

/** Everything that goes to GitHub as Markdown. */
const PAGES: readonly ((one: Report) => string)[] = [
  (one) => renderComment(one, told),
  (one) => renderSummary(one, told),
  (one) => renderResolvedComment(one, told),
  (one) => renderComment(restrictReport(one, "minimal"), told),
  ({ findings }) =>
    renderGoneComment(
      findings.map(({ fingerprint }) => fingerprint),
      told,
    ),
];

describe("what GitHub makes of what others wrote", () => {
  test("no element, no link but ours, no mention, reference, address, emoji or formula", () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...PAGES), (one, page) => check(page(one))),
      { numRuns: RUNS / 2 },
    );
  });

  test("running text and code read back as they were written", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = [...pieces(rendered(`a ${escapeMarkdown(text)} b ${formatCode(text)} c`))];
        expect(html.filter((piece) => "tag" in piece).map((piece) => ("tag" in piece ? piece.tag : ""))).toEqual([
          "p",
          "code",
        ]);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ["a mention", "@octocat"],
    ["an issue", "fixes #12, acme/web#12 and GH-12"],
    ["a ticket of another tracker", "SHOP-123"],
    ["a commit", "cafebabe and deadbeef0123456789abcdef0123456789abcdef"],
    ["an address", "https://x.example/ www.x.example me@x.example"],
    ["an emoji", ":bomb:"],
    ["a formula", "$x$ and $$y$$"],
    ["a footnote", "[^1]\n\n[^1]: x"],
    ["a task", "- [x] done"],
    ["an alert", "> [!CAUTION]"],
    ["strong words", "**x** __y__ ~~z~~"],
    ["an element", "<img src=x onerror=alert(1)> <!-- x --> </details>"],
    ["an entity", "&lt;b&gt; &#60;"],
  ])("%s stays text", (_, text) => {
    check(`- ${escapeMarkdown(text)}`);
    check(`| a |\n|---|\n| ${escapeMarkdown(text)} ${formatCode(text, "cell")} |`);
    expect(escapeMarkdown(text)).not.toContain("SHOP-123");
  });
});

/** Escape sequences of the painter and of links, which are ours. */
const [ESC, BELL] = [27, 7].map((code) => String.fromCharCode(code)) as [string, string];
const OWN_SEQUENCES = new RegExp(`${ESC}\\[\\d+m|${ESC}\\]8;;[!-~]*${BELL}`, "g");

const look = {
  ...plainLook,
  paint: (_style: string, text: string) => `${ESC}[1m${text}${ESC}[22m`,
  link: (text: string, url: string) => `${ESC}]8;;${url}${BELL}${text}${ESC}]8;;${BELL}`,
  verbose: true,
};

test("in a terminal nothing that others wrote colours, moves, links elsewhere or speaks to a runner", () => {
  fc.assert(
    fc.property(anyReport, hostile, (one: Report, url) => {
      const text = renderText(one, { ...look, opens: () => `file:///home/${url}` });
      const rest = text.replaceAll(OWN_SEQUENCES, "");
      expect(rest.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(rest).not.toMatch(/##\[|^\s*::/m);
      expect(renderText(one, { ...plainLook, unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
    }),
    { numRuns: RUNS },
  );
});

test("in annotations and in the last line nothing speaks to a runner", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const texts = renderAnnotations(one).flatMap(({ title, message }) => [title, message]);
      for (const text of [...texts, renderFailure(one) ?? ""]) {
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|::|##\[/u);
      }
    }),
    { numRuns: RUNS },
  );
});
