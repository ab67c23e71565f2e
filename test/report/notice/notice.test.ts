import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Report, restrictReport } from "../../../src/domain/report.ts";
import { createLinks } from "../../../src/github/link.ts";
import { createNoticeContent } from "../../../src/report/notice/content.ts";
import { renderSlack } from "../../../src/report/notice/slack.ts";
import { renderTeams } from "../../../src/report/notice/teams.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { anyReport, NAMED_KEY, RUNS } from "../arbitrary.ts";
import { closeSchema } from "../closed-schema.ts";
import { context, finding, report, revoked } from "../stories.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/notice.v1.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(closeSchema(schema) as object);

const source = { repository: "acme/shop", pull: { number: 7, url: "https://github.com/acme/shop/pull/7" } };
const contentOf = (made: Report) => createNoticeContent(made, source, context);

type SlackBlock = { type: string; text?: { type: string; text: string }; elements?: { text: string }[] };
type SlackMessage = { text: string; blocks: SlackBlock[] };
const slack = (made: Report) => JSON.parse(renderSlack(contentOf(made).notice())) as SlackMessage;
const slackText = (made: Report) =>
  slack(made)
    .blocks.map(({ text }) => text?.text ?? "")
    .join("\n");

type TeamsBlock = { type: string; inlines: { text: string; selectAction?: { url: string } }[] };
type TeamsMessage = { attachments: { content: { body: TeamsBlock[]; actions: { url: string }[] } }[] };
const teams = (made: Report) => JSON.parse(renderTeams(contentOf(made).notice())) as TeamsMessage;
const teamsText = (made: Report) =>
  (teams(made).attachments[0]?.content.body ?? [])
    .map(({ inlines }) => inlines.map(({ text }) => text).join(""))
    .join("\n");

const document = (made: Report) => JSON.parse(contentOf(made).document());
const many = (count: number) => Array.from({ length: count }, (_, index) => finding({ seed: `key ${index}` }));

describe("a message about a leak", () => {
  const made = report([finding()]);

  test.each([
    ["Slack", slackText],
    ["Teams", teamsText],
  ])("says in %s where it happened, which key it is, and what to do now", (_, textOf) => {
    const text = textOf(made);
    expect(text).toContain("A live OpenAI key leaked in this pull request");
    expect(text).toMatch(/In .?acme\/shop.?, .*pull request #7/);
    expect(text).toMatch(/ci.*, .*Ada/);
    expect(text).toContain("src/app.ts:3");
    expect(text).toMatch(/still works.*\n.*\n.*Revoke it now/);
  });

  test.each([
    ["Slack", slackText],
    ["Teams", teamsText],
  ])("says in %s after an act what was done, how soon, and what breaks", (_, textOf) => {
    const text = textOf(report([revoked({ sightings: [sighting()] })]));
    expect(text).toContain("revoked 3 minutes after it leaked");
    expect(text).toMatch(/was revoked by .*this run/);
    expect(text).toContain("Whatever used it now gets a 401");
  });

  test("for a program has fingerprints, states and acts, and no name of anybody", () => {
    const told = document(report([revoked({ sightings: [sighting()] }), finding({ seed: "b" })]));
    expect(validate(told) ? [] : validate.errors).toEqual([]);
    expect(told).toMatchObject({
      schema: "openai-key-guard/notice/v1",
      kind: "scan",
      repository: "acme/shop",
      pullRequest: { number: 7 },
      conclusion: "leaked",
      found: 2,
      counts: { live: 1, inactive: 1 },
      more: 0,
    });
    expect(told.keys[0]).toMatchObject({ state: "live", done: null, link: expect.stringContaining("/blob/") });
    expect(told.keys[1]).toMatchObject({
      state: "inactive",
      done: { act: "revoke", verified: true },
      secondsExposed: 180,
    });
    expect(JSON.stringify(told)).not.toMatch(/Ada|"ci"|sk-proj/);
    expect(document(made).id).toBe(document(made).id);
  });

  test("leaves out what was here before the change, and what the ignore file lists", () => {
    const old = finding({ seed: "old", sightings: [sighting({ preexisting: true })] });
    const ignored = finding({ seed: "ig", ignored: { kind: "ignored", reason: "x", until: null } });
    expect(document(report([finding(), old, ignored])).keys).toHaveLength(1);
    expect(slack(report([finding(), old, ignored])).blocks.filter(({ type }) => type === "section")).toHaveLength(2);
  });

  test("names nobody where the detail is minimal", () => {
    const record = recordOf(createFakeKey("project", "a"), {
      name: "checkout",
      owner: { kind: "user", id: "u", name: "Grace" },
    });
    const named = finding({ identity: { kind: "ours", record, chance: 0 } });
    const minimal = restrictReport(report([named]), "minimal");
    for (const text of [slackText(minimal), teamsText(minimal), JSON.stringify(document(minimal))]) {
      expect(text).not.toMatch(/checkout|Grace|Web/);
      expect(text).not.toContain(named.mask.slice(-4));
    }
    expect(slackText(report([named]))).toContain("checkout");
  });
});

describe("the limits", () => {
  test.each([11, 500])("of a channel hold for %i keys, and the others are counted", (count) => {
    const made = report(many(count));
    const { blocks, text } = slack(made);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(text.length).toBeLessThan(4000);
    for (const told of [slackText(made), teamsText(made)]) {
      expect(told).toContain(`${count - 10} more key${count === 11 ? "" : "s"}`);
    }
    const told = document(made);
    expect(told.keys.length + told.more).toBe(count);
    expect(Buffer.byteLength(contentOf(made).document())).toBeLessThan(20_000);
  });

  test("hold for any report: Slack's blocks, Teams' bytes, the schema of JSON", () => {
    fc.assert(
      fc.property(anyReport, (made) => {
        const sent = renderSlack(contentOf(made).notice());
        expect(sent.length).toBeLessThanOrEqual(10_000);
        for (const { type, text } of slack(made).blocks) {
          if (type === "header") expect(text?.text.length).toBeLessThanOrEqual(150);
          if (type === "section") expect(text?.text.length).toBeLessThanOrEqual(3000);
          if (type === "section") expect(text?.text.length).toBeGreaterThan(0);
        }
        expect(Buffer.byteLength(renderTeams(contentOf(made).notice()))).toBeLessThanOrEqual(20_000);
        const told = document(made);
        expect(validate(told) ? [] : validate.errors).toEqual([]);
        expect(Buffer.byteLength(contentOf(made).document())).toBeLessThan(20_000);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("what others wrote", () => {
  const TRICKS = [
    "<!channel>",
    "<@U012AB3CD>",
    "<https://evil.example|click>",
    "&amp;",
    "*bold* `code` _x_ ~y~",
    "[x](https://evil.example)",
  ];

  test.each(TRICKS)("mentions nobody and links to nothing: %s", (trick) => {
    const record = recordOf(createFakeKey("project", "a"), { name: trick });
    const made = report([
      finding({ identity: { kind: "ours", record, chance: 0 }, sightings: [sighting({ path: trick })] }),
    ]);
    for (const { text } of slack(made).blocks) {
      if (text?.type !== "mrkdwn") continue;
      for (const [, address] of text.text.matchAll(/<([^|>]*)/g))
        expect(address).toMatch(/^https:\/\/(?:github|(?:platform|developers)\.openai|chatgpt)\.com\//);
      // What is left of the text once code and our links are taken out is ours.
      const ours = text.text.replaceAll(/`[^`]*`/g, "").replaceAll(/<[^>]*>/g, "");
      expect(ours).not.toMatch(/channel|evil|bold|U012/);
    }
    for (const { inlines } of teams(made).attachments[0]?.content.body ?? []) {
      for (const { selectAction } of inlines)
        expect(selectAction?.url ?? "https://github.com/").toMatch(
          /^https:\/\/(?:github|(?:platform|developers)\.openai|chatgpt)\.com\//,
        );
    }
  });

  test("never brings a key into a message, whatever the names in a report", () => {
    fc.assert(
      fc.property(anyReport, (made) => {
        const content = contentOf(made);
        for (const text of [renderSlack(content.notice()), renderTeams(content.notice()), content.document()]) {
          expect(text).not.toContain(NAMED_KEY);
          expect(text).not.toContain(NAMED_KEY.slice(20, 60));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("is no way out of a link's address", () => {
    const link = createLinks("https://github.com/acme/shop");
    const made = report([finding({ sightings: [sighting({ path: "a|b>c <!here>.ts" })] })]);
    const content = createNoticeContent(made, source, { ...context, link });
    expect(renderSlack(content.notice())).not.toContain("<!here>");
  });
});
