import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { renderText } from "../render.ts";
import { finding, missing, NOW, plainLook, removed, report, revoked } from "../stories.ts";

describe("a report in the terminal", () => {
  test("is one line when all is well", () => {
    expect(renderText(report(), plainLook)).toBe(
      "✓ No OpenAI keys found · 3 commits, 17 blobs, 50 KB, 2 texts in 85 ms",
    );
  });

  test("says the verdict first, then all about the key, then how much was read", () => {
    const one = finding({ sightings: [sighting({ path: ".env", inHead: false }), sighting()] });
    const end = createFakeKey("project", "a").slice(-4);
    expect(renderText(report([one]), plainLook)).toBe(
      [
        "✗ 1 OpenAI key is exposed",
        "",
        `project key sk-proj-…${end}  ${one.fingerprint}`,
        "  where  src/app.ts:3:14  in ccccccc by Ada",
        "         .env:3:14  in ccccccc by Ada, removed again later",
        "  whose  ours: key_1, named ci, project Web, owner Ada",
        "  state  active: OpenAI accepted it",
        "  done   left alone: on-leak is report",
        "  next   1. Revoke it now: Ada or a project owner can delete key_1 at platform.openai.com, project",
        "            Web, API keys, or let on-leak: revoke do it.",
        "         2. Have Ada create a new key, since nobody else can, or create one under a service account;",
        "            give it an expiry and only the permissions it needs. Keep it in an environment variable",
        "            such as OPENAI_API_KEY.",
        "         3. In src/app.ts, read process.env.OPENAI_API_KEY instead.",
        "",
        "3 commits, 17 blobs, 50 KB, 2 texts in 85 ms",
      ].join("\n"),
    );
  });

  test("shows the worst key first", () => {
    const text = renderText(report([revoked({ seed: "b" }), finding(), finding({ family: "admin" })]), plainLook);
    const titles = text.split("\n").filter((one) => / key sk-/.test(one));
    expect(titles.map((one) => one.split(" sk-")[0])).toEqual(["admin key", "project key", "project key"]);
    expect(titles[2]).toContain(revoked({ seed: "b" }).fingerprint);
  });

  test.each([
    ["src/app.ts:3:14", sighting()],
    ["backup.zip › etc/.env", sighting({ path: "backup.zip", member: "etc/.env", line: null, column: null })],
    ["message of commit ccccccc, line 2", sighting({ where: "commit-message", path: null, line: 2, column: 1 })],
    ["text of commit ccccccc", sighting({ where: "commit-message", path: null, line: null, column: null })],
    ["name of the branch a/b", sighting({ where: "path", path: "refs/heads/a/b", line: null, column: null })],
    ["name of the tag v1", sighting({ where: "path", path: "refs/tags/v1", line: null, column: null })],
    ["name of the ref refs/notes/x", sighting({ where: "path", path: "refs/notes/x", line: null, column: null })],
    ["name of keys/a", sighting({ where: "path", path: "keys/a", line: null, column: null })],
    ["text on GitHub, line 3", sighting({ where: "pull-request", path: null })],
  ])("says where: %s", (words, one) => {
    expect(renderText(report([finding({ sightings: [one] })]), plainLook)).toContain(`where  ${words}  `);
  });

  test("names a file before the name of a branch, and that before a text", () => {
    const places = [
      sighting({ where: "path", path: "refs/heads/a" }),
      sighting({ where: "pull-request", path: null, line: 3, preexisting: true }),
      sighting({ path: "here" }),
    ];
    const text = renderText(report([finding({ sightings: places })]), plainLook);
    expect(text).toMatch(/where {2}here:3:14.+\n +name of the branch a.+\n +text on GitHub, line 3/);
  });

  test("of a history it says what is not in the head, where nobody need have removed it", () => {
    const gone = report([finding({ sightings: [removed()] })], { change: { kind: "history", unreachable: false } });
    expect(renderText(gone, plainLook)).toMatch(/by Ada, not in the head\n/);
  });

  test("says what the key was used for, beside its state", () => {
    const impact = { since: NOW, asOf: NOW, requests: 12, inputTokens: null, outputTokens: null };
    const rest = {
      models: null,
      buckets: null,
      cost: null,
      changes: null,
      createdBy: null,
      untold: [{ source: "costs", because: "no-answer" }],
    } as const;
    const text = renderText(report([finding({ impact: { ...impact, ...rest } })]), plainLook);
    expect(text).toMatch(/used {3}Since 2026-11-20 10:03 UTC, as of 10:03: 12 requests\. Not told: costs/);
  });

  test("cuts places to the first three, what stands in the head first", () => {
    const gone = ["a", "b", "c"].map((path) => removed({ path }));
    const text = renderText(report([finding({ sightings: [...gone, sighting({ path: "here" })] })]), plainLook);
    expect(text).toMatch(/where {2}here:3:14.+\n.+ a:3:14.+\n.+ b:3:14.+\n +and 1 more\n/);
  });

  test("tells what was not seen", () => {
    const text = renderText(report([], { gaps: [missing] }), plainLook);
    expect(text).toMatch(
      /^\? Could not tell: 1 thing was not read\n\nnot seen\n {2}missing object\n {9}object 1234567/,
    );
  });

  test("names neither project nor owner nor the key's end to strangers", () => {
    const text = renderText(restrictReport(report([finding()]), "minimal"), plainLook);
    expect(text).toMatch(/project key sk-proj-… {2}/);
    expect(text).toMatch(/ours: key_1\n/);
    expect(text).not.toMatch(/Web|named/);
  });

  test("paints through the hand it is given, and only then", () => {
    const painted = renderText(report([finding()]), { ...plainLook, paint: (style, text) => `<${style}>${text}</>` });
    expect(painted).toMatch(/^<red><bold>✗ 1 OpenAI key is exposed<\/><\/>/);
    expect(painted.replaceAll(/<\/?\w*>/g, "")).toBe(renderText(report([finding()]), plainLook));
  });

  test("keeps to ASCII and to a narrow width where it must", () => {
    const member = sighting({ path: "a.zip", member: "b" });
    const text = renderText(report([finding({ sightings: [member] })]), { ...plainLook, unicode: false, width: 50 });
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text).toMatch(/^x 1 OpenAI key/);
    const sentences = text.split("\n").filter((one) => /^ {9}/.test(one));
    expect(Math.max(...sentences.map((one) => one.length))).toBeLessThanOrEqual(50);
  });

  test("links places and the dashboard where the terminal has links, and is the same text", () => {
    const look = {
      ...plainLook,
      link: (text: string, url: string) => `<${url}|${text}>`,
      opens: ({ path }: { path: string | null }) => `file:///home/ada/shop/${path}`,
    };
    const text = renderText(report([finding()]), look);
    expect(text).toContain("where  <file:///home/ada/shop/src/app.ts|src/app.ts:3:14>  in ccccccc");
    expect(text).toContain("at <https://platform.openai.com/api-keys|platform.openai.com>, project");
    expect(text.replaceAll(/<[^|]*\|([^>]*)>/g, "$1")).toBe(renderText(report([finding()]), plainLook));
  });

  test.each([
    ["no address", "src/app.ts"],
    ["a script", ["java", "script:alert(1)"].join("")],
    ["an address that ends the link", "file:///a\u0007b"],
    ["an address with a key in it", `file:///${createFakeKey("project", "path")}`],
  ])("links to nothing where there is %s", (_, url) => {
    const look = { ...plainLook, link: (text: string, to: string) => `<${to}|${text}>`, opens: () => url };
    expect(renderText(report([finding()]), look)).toContain("where  src/app.ts:3:14  in ccccccc");
  });

  test("shows all places to whoever asks for more", () => {
    const sightings = Array.from({ length: 9 }, (_, index) => sighting({ path: `${index}.ts` }));
    const text = renderText(report([finding({ sightings })]), { ...plainLook, verbose: true });
    expect(text.match(/\d\.ts:3:14/g)).toHaveLength(9);
    expect(text).not.toMatch(/and \d+ more/);
  });

  test("breaks a long verdict, each line in its colour", () => {
    const findings = [revoked({ seed: "b" }), finding(), finding({ sightings: [sighting({ preexisting: true })] })];
    const text = renderText(report(findings), {
      ...plainLook,
      width: 50,
      paint: (style, words) => (style === "red" ? `<${words}>` : words),
    });
    expect(text).toMatch(
      /^<✗ 1 OpenAI key is exposed; 1 was exposed and is>\n< {2}dead; 1 was here before this change>\n/,
    );
  });

  test("tells characters by their numbers where there is ASCII alone", () => {
    const text = renderText(report([finding({ sightings: [sighting({ path: "Größe.ts" })] })]), {
      ...plainLook,
      unicode: false,
    });
    expect(text).toContain(String.raw`where  Gr\u{f6}\u{df}e.ts:3:14`);
  });

  test("obeys nobody, whatever others have written", () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const text = renderText(one, plainLook);
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text).not.toMatch(/##\[|^\s*::/m);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: RUNS },
    );
  });
});
