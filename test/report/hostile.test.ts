import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Report, restrictReport } from "../../src/domain/report.ts";
import { escapeMarkdown, formatCode } from "../../src/report/escape.ts";
import { anyReport, hostile, RUNS } from "./arbitrary.ts";
import { check, pieces, rendered } from "./github-markdown.ts";
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
