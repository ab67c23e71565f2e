import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { renderText } from "../render.ts";
import { finding, keyless, missing, NOW, plainLook, removed, report, revoked, unknown } from "../stories.ts";

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
        "✗ A live OpenAI key leaked in this change",
        "",
        `ci, Ada (project key) sk-proj-…${end}  ${one.fingerprint}`,
        `  now    Revoke it now. Delete ci (sk-proj-…${end}) under API keys (platform.openai.com/api-keys) of`,
        "         project Web. Removing the line is not enough: anyone who fetched this branch has the key.",
        "  where  src/app.ts:3:14  in ccccccc by Ada",
        "         .env:3:14  in ccccccc by Ada, since removed",
        "  owner  yours: ci, project Web, owner Ada",
        "  works  yes: OpenAI accepts it",
        "  action nothing done (report-only mode: --on-leak report)",
        "  then   1. Create a new key under a service account (only Ada can create a personal one), with an",
        "            expiry and only the permissions it needs. Keep it in an environment variable such as",
        "            OPENAI_API_KEY.",
        "         2. In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten",
        "            once the key is revoked.",
        "",
        "3 commits, 17 blobs, 50 KB, 2 texts in 85 ms",
      ].join("\n"),
    );
  });

  test("repeats the verdict at the end of what is longer than a screen, and only there", () => {
    const one = report([finding(), finding({ seed: "b" })]);
    const [verdict = ""] = renderText(one, plainLook).split("\n");
    expect(
      renderText(one, { ...plainLook, height: 10 })
        .split("\n")
        .at(-1),
    ).toBe(verdict);
    expect(
      renderText(one, { ...plainLook, height: 200 })
        .split("\n")
        .at(-1),
    ).toMatch(/^3 commits/);
  });

  test("shows ten keys in full, and a line for each after them", () => {
    const many = report(Array.from({ length: 15 }, (_, index) => finding({ seed: String(index) })));
    const text = renderText(many, plainLook);
    expect(text.match(/^ {2}where /gm)).toHaveLength(10);
    expect(text.match(/^ {2}yes {9}ci, Ada sk-proj-….{4} [0-9a-f]{16} src\/app\.ts:3:14$/gm)).toHaveLength(5);
    expect(renderText(many, { ...plainLook, verbose: true }).match(/^ {2}where /gm)).toHaveLength(15);
  });

  test("has one line for the keys that are ignored, and tells of each to whoever asks for more", () => {
    const ignored = { kind: "ignored", reason: "public demo", until: null } as const;
    const one = report([finding({ ignored })]);
    expect(renderText(one, plainLook)).toMatch(
      /^✓ No OpenAI keys found; 1 is ignored\n\n1 key is ignored, as the ignore file says\n\n3 commits/,
    );
    expect(renderText(one, { ...plainLook, verbose: true })).toContain('the ignore file lists it: "public demo"');
  });

  test("says a missing Admin API key once, at the end, by the name of its variable", () => {
    const unchecked = { identity: { kind: "unchecked", because: "no-admin-key" }, validity: unknown } as const;
    const two = [finding(unchecked), finding({ seed: "b", ...unchecked })];
    const text = renderText(report(two, { gaps: [keyless] }), plainLook);
    expect(text.match(/OPENAI_ADMIN_KEY/g)).toHaveLength(1);
    expect(text).toMatch(
      /\n\nSet OPENAI_ADMIN_KEY to learn whose these keys are and whether they still work\.\n\n3 commits/,
    );
  });

  test("shows the worst key first", () => {
    const text = renderText(report([revoked({ seed: "b" }), finding(), finding({ family: "admin" })]), plainLook);
    const titles = text.split("\n").filter((one) => / key\) sk-/.test(one));
    expect(titles.map((one) => /\((.+)\) sk-/.exec(one)?.[1])).toEqual(["admin key", "project key", "project key"]);
    expect(titles[2]).toContain(revoked({ seed: "b" }).fingerprint);
  });

  test.each([
    ["src/app.ts:3:14", sighting()],
    ["backup.zip › etc/.env", sighting({ path: "backup.zip", member: "etc/.env", line: null, column: null })],
    ["message of commit ccccccc, line 2", sighting({ where: "commit-message", path: null, line: 2, column: 1 })],
    [
      "author line or note of commit ccccccc",
      sighting({ where: "commit-message", path: null, line: null, column: null }),
    ],
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
    expect(renderText(gone, plainLook)).toMatch(/by Ada, not on the current branch\n/);
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
    expect(text).toMatch(/used {3}12 requests \(20 Nov 2026, 10:03 UTC\) · are they yours\?/);
  });

  test("cuts places to the first three, what stands in the head first", () => {
    const gone = ["a", "b", "c"].map((path) => removed({ path }));
    const text = renderText(report([finding({ sightings: [...gone, sighting({ path: "here" })] })]), plainLook);
    expect(text).toMatch(/where {2}here:3:14.+\n.+ a:3:14.+\n.+ b:3:14.+\n +and 1 more\n/);
  });

  test("tells what was not seen", () => {
    const text = renderText(report([], { gaps: [missing] }), plainLook);
    expect(text).toMatch(
      /^\? Not a clean result: 1 thing could not be read\n\nNot read\n {2}missing object\n {9}object 1234567/,
    );
  });

  test("names neither project nor owner nor the key's end to strangers", () => {
    const text = renderText(restrictReport(report([finding()]), "minimal"), plainLook);
    expect(text).toMatch(/^key_1 \(project key\) sk-proj-… {2}/m);
    expect(text).toMatch(/yours: key_1\n/);
    expect(text).not.toMatch(/Web|\bci\b/);
  });

  test("paints through the hand it is given, and only then", () => {
    const painted = renderText(report([finding()]), { ...plainLook, paint: (style, text) => `<${style}>${text}</>` });
    expect(painted).toMatch(/^<red><bold>✗ A live OpenAI key leaked in this change<\/><\/>/);
    expect(painted.replaceAll(/<\/?\w*>/g, "")).toBe(renderText(report([finding()]), plainLook));
  });

  test("keeps to ASCII and to a narrow width where it must", () => {
    const member = sighting({ path: "a.zip", member: "b" });
    const text = renderText(report([finding({ sightings: [member] })]), { ...plainLook, unicode: false, width: 50 });
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text).toMatch(/^x A live OpenAI key/);
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
    expect(text).toContain("(<https://platform.openai.com/api-keys|platform.openai.com/api-keys>)");
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
    const waiting = finding({ outcome: { kind: "left", because: "awaiting-approval" } });
    const text = renderText(report([waiting]), {
      ...plainLook,
      width: 50,
      paint: (style, words) => (style === "red" ? `<${words}>` : words),
    });
    expect(text).toMatch(/^<✗ A live OpenAI key leaked in this change and>\n< {2}waits for your approval>\n/);
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
