import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { escapeHtml } from "../../../src/report/escape.ts";
import { markup } from "../../../src/report/html/markup.ts";
import { STYLE, STYLE_HASH } from "../../../src/report/html/style.ts";
import { describeReport } from "../../../src/report/view/view.ts";
import { GLOSSARY } from "../../../src/report/wording/page.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { anyReport, hostile, NAMED_KEY, RUNS } from "../arbitrary.ts";
import { EVERY_STATE } from "../every-state.ts";
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

  test("says first what the report comes to and what to do, and then who, where and what was done", () => {
    const parts = [
      /A leaked OpenAI key was revoked; it is still in the code/,
      /no longer works: this run revoked it at 10:03 UTC, 3 minutes after it leaked, and OpenAI refuses it\. Whatever used it now gets a 401/,
      /What to do Restore service: create a new key under/,
      /Make this check green: in src\/app\.ts , read process\.env/,
      /Where src\/app\.ts:3:14 by Ada commit ccccccc 20 Nov 2026, 10:00 UTC \.env:3:14 .+ since removed/,
      /Whose Yours: ci , project Web , owner Ada Works\? No It was deleted/,
      /Action Revoked at 10:03 UTC, 3 minutes after it leaked, and OpenAI refuses it/,
      /Used since the leak 1,234 requests, 18\.40 USD/,
      /Timeline/,
    ];
    const places = parts.map((part) => words.search(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("says once what stops working", () => {
    expect(words.match(/Whatever used it now gets a 401/g)).toHaveLength(1);
    const gone = revoked({ identity: ours, sightings: [removed()] });
    expect(read(renderHtml(report([gone]), context))).toMatch(/Effect Whatever used it now gets a 401/);
  });

  test.each([
    ["live", "bad", "!"],
    ["waiting", "bad", "!"],
    ["quarantined", "warn", "…"],
    ["expiring", "warn", "…"],
    ["revoked", "warn", "×"],
    ["resolved", "good", "✓"],
    ["incomplete", "warn", "?"],
    ["unsure", "bad", "?"],
    ["fake", "warn", "×"],
  ] as const)("of %s has its own tone and mark, and the words beside them", (state, tone, sign) => {
    const page = renderHtml(EVERY_STATE[state], context);
    expect(page).toContain(`<header class="${tone}">`);
    expect(page).toContain(`<span class="mark" aria-hidden="true">${sign}</span>`);
    expect(read(page)).toContain(describeReport(EVERY_STATE[state], context).title);
  });

  test.each([
    ["live", "bad", "Yes"],
    ["quarantined", "warn", "Limited"],
    ["expiring", "warn", "Until 11:03 UTC"],
    ["resolved", "good", "No"],
    ["unchecked", "bad", "Not checked"],
  ] as const)("of %s says in a coloured word whether the key works", (state, tone, word) => {
    expect(renderHtml(EVERY_STATE[state], context)).toContain(`<span class="chip ${tone}">${word}</span>`);
  });

  test("tells the times of a key in order, and how long after the leak it was stopped", () => {
    const [, list = ""] = /<ol>([^]*?)<\/ol>\s*<figcaption>/.exec(page) ?? [];
    expect([...list.matchAll(/class="what">([^<]+)/g)].map(([, what]) => what)).toEqual([
      "Created",
      "Leaked",
      "Last used",
      "Revoked, confirmed",
    ]);
    expect(words).toContain("It was revoked 3 minutes after it leaked.");
    expect(page).toMatch(/<desc id="key-1-td">Created on 10 Jan 2026, 09:12 UTC; Leaked on 20 Nov 2026, 10:00 UTC;/);
  });

  test("does not say that something stopped a key where nothing is known to have", () => {
    const wordsOf = (one: Parameters<typeof finding>[0]) =>
      read(renderHtml(report([finding({ identity: ours, ...one })]), context));
    expect(wordsOf({})).toContain("Nothing has stopped it yet.");
    expect(wordsOf({ validity: unknown })).toContain("It is not known whether anything has stopped it.");
    expect(wordsOf({ validity: dead })).toContain("It is not known when it stopped working.");
  });

  test("an expiry ends the exposure when it comes, not when it was set", () => {
    const outcome = { kind: "contained", by: "expire", verified: true, stopped: false, at: at("10:03") } as const;
    const set = finding({ identity: ours, outcome: { ...outcome, endsAt: at("11:03"), scopesBefore: null } });
    const words = read(renderHtml(report([set]), context));
    expect(words).toContain("It expires 1 hour after it leaked.");
    expect(words).toMatch(/Set to expire, confirmed 20 Nov 2026, 10:03 UTC Expires 20 Nov 2026, 11:03 UTC/);
    const later = { ...context, now: at("12:00") };
    expect(read(renderHtml(report([set]), later))).toMatch(/Expired 20 Nov 2026, 11:03 UTC It expired 1 hour after/);
  });

  test("does not call a commit leaked that was never pushed", () => {
    const change = { kind: "range", base: null, head: "c".repeat(40), unpushed: true } as const;
    const words = read(renderHtml(report([finding({ identity: ours, impact })], { change }), context));
    expect(words).toContain("committed 10:00 UTC");
    expect(words).not.toContain("leaked 10:00 UTC");
  });

  test("draws the use over time, with the moments of the leak and of the containment", () => {
    const [, drawing = ""] = /<figure class="chart">([^]*?)<\/figure>/.exec(page) ?? [];
    const bars = [...drawing.matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%" height="(\d+)"/g)];
    expect(bars.map(([, x, width, height]) => [x, width, height].map(Number))).toEqual([
      [2.33, 28.67, 27],
      [69, 28.67, 84],
    ]);
    const marks = [...drawing.matchAll(/<line class="(bad|good)" x1="([\d.]+)%"[^]*?<text[^>]*>([^<]+)/g)];
    expect(marks.map(([, tone, x, label]) => [tone, Number(x), label])).toEqual([
      ["bad", 0, "leaked 10:00 UTC"],
      ["good", 1.67, "revoked 10:03 UTC"],
    ]);
    expect(read(drawing)).toContain("Each bar is 1 hour. Most requests: 934, from 12:00 UTC to 13:00 UTC.");
    expect(drawing).toContain(
      '<desc id="key-1-cd">300 requests from 10:00 UTC; 934 requests from 12:00 UTC. Marked: leaked 10:00 UTC, revoked 10:03 UTC.</desc>',
    );
  });

  test("draws nothing of a single bar, and says what it would show", () => {
    const single = {
      ...impact,
      buckets: impact.buckets.map((one, index) => ({ ...one, requests: index === 0 ? 9 : 0 })),
    };
    const page = renderHtml(report([finding({ identity: ours, impact: single })]), context);
    expect(page).not.toContain('class="chart"');
    expect(read(page)).toContain("All 9 requests were between 10:00 UTC and 11:00 UTC.");
    const unused = { ...impact, requests: 0, buckets: impact.buckets.map((one) => ({ ...one, requests: 0 })) };
    const idle = renderHtml(report([finding({ identity: ours, impact: unused })]), context);
    expect(idle).not.toMatch(/class="chart"|requests were between/);
    expect(
      renderHtml(report([finding({ identity: ours, impact: { ...impact, buckets: null } })]), context),
    ).not.toContain('class="chart"');
  });

  test("names a few models in a sentence, and has a table of more", () => {
    expect(words).toContain("By model: large 50,000 tokens in, 2,500 out; small 10,000 tokens in, 500 out.");
    expect(page).not.toContain("<table");
    const models = ["a", "b", "c", "d"].map((model) => ({ model, requests: 2, inputTokens: 7000, outputTokens: null }));
    const four = read(renderHtml(report([finding({ identity: ours, impact: { ...impact, models } })]), context));
    expect(four).toMatch(/Use by model Model Requests Tokens in Tokens out a 2 7,000 – b 2 7,000 –/);
  });

  test("says what is not known and why, and never a nought", () => {
    const none = { ...impact, requests: null, cost: null, changes: null, models: null, buckets: null };
    const untold = [{ source: "usage", because: "not-permitted" }] as const;
    const words = read(renderHtml(report([finding({ identity: ours, impact: { ...none, untold } })]), context));
    expect(words).toContain("Used since the leak Not known. Usage not known: the Admin API key may not read them.");
    expect(words).not.toContain("0 requests");
  });

  test("figures of a key that this one only resembles are not its own", () => {
    const like = finding({ identity: ours, impact, possession: "not-tried", validity: unknown });
    expect(read(renderHtml(report([like]), context))).toContain("Used since the leak By the key ci : 1,234 requests");
    const other = finding({ identity: ours, impact, possession: "someone-else" });
    const words = read(renderHtml(report([other]), context));
    expect(words).not.toContain("Used since");
    expect(words).not.toContain("Last used");
  });

  test("has a table with a link to each key, where there are several, and their first step above it", () => {
    const page = renderHtml(report([finding(), finding({ family: "admin" })]), context);
    const table = /<tbody[^>]*>([^]*?)<\/tbody>/.exec(page)?.[1] ?? "";
    expect([...table.matchAll(/href="#(key-\d)"/g)].map(([, id]) => id)).toEqual(["key-1", "key-2"]);
    expect(read(/<thead[^>]*>([^]*?)<\/thead>/.exec(page)?.[1] ?? "")).toBe(" Works? Key Where ");
    expect(read(page)).toMatch(/First, revoke .+ now\. .+ All keys .+ Revoke it now\. /);
    expect(renderHtml(report([finding()]), context)).not.toContain("All keys");
  });

  test("shows a few places and folds the rest, and says how many it leaves out", () => {
    const sightings = Array.from({ length: 250 }, (_, index) => sighting({ path: `f${1000 + index}.ts` }));
    const page = renderHtml(report([finding({ sightings })]), context);
    const [open = "", folded = ""] = page.split("<details><summary>95 more");
    const place = /<li><span class="place"><a href="https:\/\/github\.com\/acme\/web\/blob/g;
    expect(open.match(place)).toHaveLength(5);
    expect(folded.match(place)).toHaveLength(95);
    expect(read(folded)).toContain("And 150 more places, in the JSON report.");
  });

  test("tells what was not read and what helps, what was begun earlier, and what the ignore file says", () => {
    const gaps = [missing, keyless];
    const unfinished = [{ fingerprint: "0123456789abcdef", id: "key_9", act: "revoke", at: NOW }] as const;
    const ignored = { kind: "ignored", reason: "a key of the documentation", until: new Date("2027-01-01") } as const;
    const words = read(renderHtml(report([finding({ ignored })], { gaps, unfinished }), context));
    expect(words).toMatch(/but object 1234567 is not here: the clone is shallow\. .+ so the check stays red\./);
    expect(words).toContain("Do one of these, then re-run: read it: actions/checkout with fetch-depth: 0");
    expect(words).toMatch(/An earlier run began revoking key_9 on 20 Nov 2026, 10:03 UTC/);
    expect(words).toMatch(/the ignore file lists it until 1 Jan 2027: a key of the documentation/);
    const beside = read(renderHtml(report([finding()], { gaps: [missing] }), context));
    expect(beside).toMatch(/Not read A key in what was not read would go unnoticed\. Missing object: object 1234567/);
  });

  test("of nothing found it says that and what was read", () => {
    const words = read(renderHtml(report(), context));
    expect(words).toContain("No OpenAI keys found");
    expect(words).toContain("Read: 3 commits, 17 blobs, 50 KB, 2 texts in 85 ms.");
    expect(read(renderHtml(report([], { askedAs: "Acme" }), context))).toContain("in 85 ms. Checked against Acme .");
    expect(words).not.toMatch(/All keys|Not read|What to do/);
  });

  test("says once what an Admin API key would tell, and that nothing was done", () => {
    expect(read(renderHtml(EVERY_STATE.unchecked, context)).match(/Set the input openai-admin-key/g)).toHaveLength(1);
    expect(read(renderHtml(EVERY_STATE.live, context))).toContain(
      "Nothing was done to the key: this repository reports only ( on-leak: report ).",
    );
  });

  test("explains the words that it uses, and no others", () => {
    expect(words).toMatch(/What the words mean leaked .+ revoked .+ fingerprint/);
    expect(words).not.toMatch(/quarantined|not yours/);
    const everything = Object.values(EVERY_STATE).map(
      (one) => read(renderHtml(one, context)).split("What the words")[0],
    );
    const unused = GLOSSARY.filter(([word]) => !everything.some((text) => text?.toLowerCase().includes(word)));
    expect(unused).toEqual([]);
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
    expect(page.match(/<tr role="row"><td/g)).toHaveLength(500);
    expect(read(page)).toContain("500 more keys are not shown here. The JSON report has all.");
    expect(read(page)).toContain("900 more keys are not shown here. The JSON report has all.");
  });
});

/** What the page may link to: itself, the repository, our own pages, and OpenAI's dashboard. */
const LINK =
  /^(?:#key-\d+|https:\/\/(?:github\.com\/(?:acme\/web|openai-key-guard)|(?:platform|developers)\.openai\.com|chatgpt\.com)\/[^\s]+)$/;

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
      /^(?:html|head|meta|title|style|body|header|main|footer|section|article|h[1-3]|p|pre|span|strong|em|code|bdi|a|time|dl|dt|dd|div|ol|ul|li|details|summary|figure|figcaption|svg|desc|line|circle|rect|text|table|caption|thead|tbody|tr|th|td)$/;
    const names =
      /^(?:lang|charset|http-equiv|content|name|class|id|aria-(?:labelledby|label|hidden)|role|data-label|tabindex|scope|href|rel|datetime|width|height|[xy][12]?|c[xy]|r|text-anchor)$/;
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
            if (name === "href") expect(value).toMatch(LINK);
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
