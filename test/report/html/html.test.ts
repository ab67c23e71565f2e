import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { escapeHtml } from "../../../src/report/escape.ts";
import { markup } from "../../../src/report/html/markup.ts";
import { STYLE, STYLE_HASH } from "../../../src/report/html/style.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { anyReport, hostile, NAMED_KEY, RUNS } from "../arbitrary.ts";
import { renderHtml } from "../render.ts";
import { context, dead, finding, keyless, missing, NOW, removed, report, revoked, unknown } from "../stories.ts";

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
const record = recordOf(createFakeKey("project", "a"), {
  createdAt: new Date("2026-01-10T09:12:00Z"),
  lastUsedAt: at("10:01"),
});
const use = { requests: 1234, inputTokens: 60_000, outputTokens: 3000 };
const impact = {
  ...use,
  since: at("10:00"),
  asOf: at("12:30"),
  createdBy: null,
  changes: [],
  untold: [],
  models: [
    { model: "large", requests: 1000, inputTokens: 50_000, outputTokens: 2500 },
    { model: "small", requests: 234, inputTokens: 10_000, outputTokens: 500 },
  ],
  buckets: [300, 0, 934].map((requests, index) => ({
    start: new Date(at("10:00").getTime() + index * 3_600_000),
    end: new Date(at("11:00").getTime() + index * 3_600_000),
    requests,
  })),
  cost: { value: 18.4, currency: "usd" },
};
const ours = { kind: "ours", chance: 0, record } as const;

/** Words as a reader sees them. */
const read = (page: string) =>
  page
    .replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, " ")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? "")
    .replaceAll(/\s+/g, " ");
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** Every start tag with its attributes, as an HTML reader takes them where all attributes are in double quotes. */
function tagsOf(page: string) {
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)((?: [a-z-]+[a-z0-9-]*="[^"<>]*")*)\/?>/gi)];
  return tags.map(([, tag = "", attributes = ""]) => ({
    tag,
    attributes: [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => ({ name, value })),
  }));
}

describe("the page", () => {
  const one = revoked({ identity: ours, impact, sightings: [sighting(), removed({ path: ".env" })] });
  const page = renderHtml(report([one]), context);
  const words = read(page);

  test("says first what the report comes to, and then who, where, what was done and what to do", () => {
    expect(words).toMatch(/1 OpenAI key was exposed and is dead, but is still in the head/);
    expect(words).toMatch(/Whose ours: key_1 , named ci , project Web , owner Ada/);
    expect(words).toMatch(/Done revoked, and refused when tried again, 2026-11-20 10:03 UTC/);
    expect(words).toMatch(/What to do next/);
    expect(words).toMatch(/Seen in 2 places src\/app\.ts:3:14 commit ccccccc by Ada 2026-11-20 10:00 UTC/);
    expect(words).toContain("removed again later");
  });

  test("tells the times of a key in order, and how long it was exposed", () => {
    const [, list = ""] = /<ol>([^]*?)<\/ol>\s*<figcaption>/.exec(page) ?? [];
    expect([...list.matchAll(/class="what">([^<]+)/g)].map(([, what]) => what)).toEqual([
      "Created",
      "First exposed",
      "Last used",
      "Revoked, and verified",
    ]);
    expect(words).toContain("It was exposed for 3 minutes before it was revoked.");
    expect(page).toMatch(/<desc id="key-1-td">Created on 2026-01-10 09:12 UTC; First exposed on 2026-11-20 10:00 UTC;/);
  });

  test("an exposure that nothing ended is not called over", () => {
    const open = read(renderHtml(report([finding({ identity: ours })]), context));
    expect(open).toContain("It has been exposed since then, and nothing is known to have stopped it.");
    const died = read(renderHtml(report([finding({ identity: ours, validity: dead })]), context));
    expect(died).toContain("When it stopped working is not known.");
  });

  test("an expiry ends the exposure when it comes, not when it was set", () => {
    const outcome = { kind: "contained", by: "expire", verified: true, stopped: false, at: at("10:03") } as const;
    const set = finding({ identity: ours, outcome: { ...outcome, endsAt: at("11:03"), scopesBefore: null } });
    const words = read(renderHtml(report([set]), context));
    expect(words).toContain("From its exposure to its expiry: 1 hour.");
    expect(words).toMatch(/Set to expire, and verified 2026-11-20 10:03 UTC Expires 2026-11-20 11:03 UTC/);
  });

  test("has what was used, by model, in figures and as bars", () => {
    expect(words).toMatch(/Requests 1,234 Tokens in 60,000 Tokens out 3,000 Cost 18\.40 USD Changes 0/);
    expect(words).toMatch(/large 1,000 50,000 2,500 small 234 10,000 500/);
    const bars = [...page.matchAll(/<rect class="(in|out)"[^>]* width="([\d.]+)%"/g)].map(([, , width]) =>
      Number(width),
    );
    expect(bars).toEqual([95.2, 4.8, 19, 1]);
  });

  test("what no source told is not told, and never a nought", () => {
    const none = { ...impact, requests: null, cost: null, changes: null, models: null };
    const untold = [{ source: "usage", because: "not-permitted" }] as const;
    const words = read(renderHtml(report([finding({ identity: ours, impact: { ...none, untold } })]), context));
    expect(words).toMatch(/Requests not told .+ Cost not told Changes not told/);
    expect(words).toContain("Not told: usage, since the Admin API key may not read them.");
  });

  test("figures of a key that this one only resembles are not its own", () => {
    const like = finding({ identity: ours, impact, possession: "not-tried", validity: unknown });
    expect(read(renderHtml(report([like]), context))).toContain("Figures of key_1 , which it may not be, since");
    const other = finding({ identity: ours, impact, possession: "someone-else" });
    const words = read(renderHtml(report([other]), context));
    expect(words).not.toContain("Use since");
    expect(words).not.toContain("Last used");
  });

  test("has a table with a link to each key, where there are several", () => {
    const page = renderHtml(report([finding(), finding({ family: "admin" })]), context);
    const table = /<tbody>([^]*?)<\/tbody>/.exec(page)?.[1] ?? "";
    expect([...table.matchAll(/href="#(key-\d)"/g)].map(([, id]) => id)).toEqual(["key-1", "key-2"]);
    expect(table).toMatch(/^\s*<tr><th scope="row"><a href="#key-1">admin key/);
    expect(page).toContain("An admin key</strong>: whoever has it manages the whole organisation.");
    expect(renderHtml(report([finding()]), context)).not.toContain("at a glance");
  });

  test("shows a few places and folds the rest, and says how many it leaves out", () => {
    const sightings = Array.from({ length: 250 }, (_, index) => sighting({ path: `f${index}.ts` }));
    const page = renderHtml(report([finding({ sightings })]), context);
    const [open = "", folded = ""] = page.split("<details><summary>95 more");
    expect(open.match(/<li><a href="https:\/\/github\.com\/acme\/web\/blob/g)).toHaveLength(5);
    expect(folded.match(/<li><a/g)).toHaveLength(95);
    expect(read(folded)).toContain("And 150 places more, in the JSON report.");
  });

  test("tells what was not seen, what was begun earlier, and what the ignore file says", () => {
    const gaps = [missing, keyless];
    const unfinished = [{ fingerprint: "0123456789abcdef", id: "key_9", act: "revoke", at: NOW }] as const;
    const ignored = { kind: "ignored", reason: "a key of the documentation", until: new Date("2027-01-01") } as const;
    const words = read(renderHtml(report([finding({ ignored })], { gaps, unfinished }), context));
    expect(words).toContain("Missing object object 1234567 is not here: the clone is shallow");
    expect(words).toMatch(/an earlier run began revoking key_9 ,/);
    expect(words).toMatch(/Ignored the ignore file excuses it until 2027-01-01: "?a key of the documentation/);
  });

  test("of nothing found it says that and what was read", () => {
    const words = read(renderHtml(report(), context));
    expect(words).toContain("No OpenAI keys found");
    expect(words).toContain("3 commits, 17 blobs, 50 KB, 2 texts in 85 ms.");
    expect(read(renderHtml(report([], { askedAs: "Acme" }), context))).toContain(
      "in 85 ms. OpenAI was asked as Acme .",
    );
    expect(words).not.toMatch(/The keys,|Not seen|What to do/);
  });

  test("tells whoever may know little no names", () => {
    const page = renderHtml(restrictReport(report([finding({ identity: ours, impact })]), "minimal"), context);
    expect(read(page)).not.toMatch(/\bci\b|\bWeb\b|18\.40|owner Ada/);
  });

  test("loads nothing and runs nothing: its policy allows one style, which is the one it has", () => {
    const hash = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;
    expect(STYLE_HASH, "the style has changed: write this hash into style.ts").toBe(hash);
    expect(page).toContain(`content="default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(STYLE).not.toMatch(/@import|url\(|<|expression/);
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|form|base)\b| style=| on\w+=/i);
  });

  test("stays a page: of a thousand keys the first hundred are told in full", () => {
    const many = Array.from({ length: 1000 }, (_, index) => finding({ seed: `p-${index}` }));
    const page = renderHtml(report(many), context);
    expect(page.match(/<article/g)).toHaveLength(100);
    expect(page.match(/<tr><th scope="row">/g)).toHaveLength(500);
    expect(read(page)).toContain("500 more keys are not shown here; the JSON report has all.");
    expect(read(page)).toContain("900 more keys are not shown here; the JSON report has all.");
  });
});

describe("what others have written", () => {
  test("is text and nothing else", () => {
    const quotes = fc.constantFrom('"', "'", '" onmouseover="x', "' x='", "&quot;", "");
    const quoting = fc.tuple(hostile, quotes, hostile).map((parts) => parts.join(""));
    fc.assert(
      fc.property(quoting, (text) => {
        const piece = markup`<p title="${text}">${text}</p>`.markup;
        expect(piece).toMatch(/^<p title="[^"'<>\n]*">[^"'<>\n]*<\/p>$/);
        expect(piece).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(escapeHtml(text)).toBe(escapeHtml(text).replaceAll(/&(?!(?:amp|lt|gt|quot|#39);)/g, "?"));
      }),
    );
  });

  test("makes no element, attribute, link or address of its own, in whatever place it stands", () => {
    const elements =
      /^(?:html|head|meta|title|style|body|header|main|footer|section|article|h[1-4]|p|span|strong|em|code|bdi|a|time|dl|dt|dd|div|ol|ul|li|details|summary|figure|figcaption|svg|desc|line|circle|rect|text|table|caption|thead|tbody|tr|th|td)$/;
    const names =
      /^(?:lang|charset|http-equiv|content|name|class|id|aria-(?:labelledby|label|hidden)|role|tabindex|scope|href|rel|datetime|width|height|[xy][12]?|c[xy]|r|text-anchor)$/;
    fc.assert(
      fc.property(anyReport, (one) => {
        const page = renderHtml(one, context);
        const tags = tagsOf(page);
        const strays = page
          .replace(/<!DOCTYPE html>/, "")
          .replaceAll(/<style>[^]*?<\/style>/g, "")
          .replaceAll(/<\/?[a-z][a-z0-9]*(?: [a-z][a-z0-9-]*="[^"<>]*")*\/?>/gi, "");
        expect(strays).not.toMatch(/[<>]/);
        for (const { tag, attributes } of tags) {
          expect(tag).toMatch(elements);
          for (const { name, value } of attributes) {
            expect(name).toMatch(names);
            if (name === "href") expect(value).toMatch(/^(?:#key-\d+|https:\/\/github\.com\/acme\/web\/[^\s]+)$/);
          }
        }
        const ids = tags.flatMap(({ attributes }) =>
          attributes.filter(({ name }) => name === "id").map(({ value }) => value),
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(page).not.toMatch(/##\[|^\s*::/m);
      }),
      { numRuns: RUNS },
    );
  });

  test("shows no key, whatever names hold one", () => {
    const pieces = Array.from({ length: 8 }, (_each, index) => NAMED_KEY.slice(20 + index * 12, 32 + index * 12));
    fc.assert(
      fc.property(anyReport, (one) => {
        const page = renderHtml(one, context);
        expect(pieces.filter((piece) => page.includes(piece))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test("is cut where it is longer than a line of the page", () => {
    const long = "x".repeat(4000);
    const named = { ...record, id: long, name: long, home: { kind: "project" as const, id: long, name: long } };
    const one = finding({ identity: { ...ours, record: named }, sightings: [sighting({ path: long, author: long })] });
    const words = read(renderHtml(report([one], { gaps: [{ kind: "unreadable", detail: long }] }), context));
    expect(words).not.toMatch(/x{600}/);
  });
});
