import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { extractSentences, listSentences, normalizeSentence } from "../scripts/sentences.ts";
import { createProgram } from "../src/cli/program.ts";
import { PLACEHOLDER_WORDS } from "../src/detect/placeholders/placeholder-words.ts";
import { PUBLISHED_HASHES, PUBLISHERS } from "../src/detect/placeholders/published-examples.ts";
import { UsageError } from "../src/errors.ts";
import { parseIgnoreFile } from "../src/ignore-file/parse.ts";
import { KEY_STATES } from "../src/report/state.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { DEFAULTS, parseSettings, type SettingName } from "../src/settings/settings.ts";
import { fencesOf, pages, read, TOP } from "./recipes/workflows.ts";

/** A page without its code blocks, in which nothing is a link, a heading or a span. */
function proseOf(page: string): string {
  return read(page).replaceAll(/^```[\s\S]*?^```$/gm, "");
}

/** Every link of a page to something in this repository. */
function linksIn(page: string): readonly string[] {
  const links = /\]\(([^()\s]+)\)|\b(?:src|srcset)="([^"\s]+)"/g;
  const targets = [...proseOf(page).matchAll(links)].map(([, target, picture]) => target ?? picture ?? "");
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that GitHub gives a page's headings: lower case, no punctuation, hyphens for blanks, numbered when equal. */
function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => {
    const bare = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = bare.replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(anchors);
}

function brokenIn(page: string): readonly string[] {
  return linksIn(page).filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
    if (!existsSync(path.join(TOP, target))) return true;
    if (anchor === undefined) return false;
    return !target.endsWith(".md") || statSync(path.join(TOP, target)).isDirectory() || !anchorsOf(target).has(anchor);
  });
}

describe("the pages", () => {
  test.each(pages())("%s links to files and headings that are there", (page) => {
    expect(brokenIn(page)).toEqual([]);
  });

  test("link to one another often enough for this to mean something", () => {
    expect(pages().flatMap(linksIn).length).toBeGreaterThan(40);
    expect(anchorsOf("README.md")).toContain("what-it-does-with-a-key");
  });

  test.each(
    pages().filter((page) => page.startsWith("docs/")),
  )("%s can be reached from README or docs/README", (page) => {
    const fromTop = linksIn("README.md").map((link) => link.split("#")[0]);
    const fromIndex = linksIn("docs/README.md").map((link) => `docs/${link.split("#")[0]}`);
    expect([...fromTop, ...fromIndex]).toContain(page);
  });

  test.each(pages())("%s shows YAML that can be read", (page) => {
    const faults = fencesOf(page)
      .filter(({ language }) => language === "yaml")
      .flatMap(({ text, line }) => parseDocument(text).errors.map(({ message }) => `${page}:${line}: ${message}`));
    expect(faults).toEqual([]);
  });

  test.each(pages())("%s shows ignore files that can be read", (page) => {
    for (const { language, text, line } of fencesOf(page)) {
      if (language !== "yaml" || !/^(?:ignore|protect):/m.test(text) || /^jobs:/m.test(text)) continue;
      expect(() => parseIgnoreFile(text, `${page}:${line}`)).not.toThrow();
    }
  });

  test.each(pages())("%s types commands that there are, with flags that they take", (page) => {
    const shells = fencesOf(page).filter(({ language }) => /^(?:sh|bash|console)$/.test(language));
    const wrong = shells.flatMap(({ text, line }) =>
      text.split("\n").flatMap((typed, at) => {
        const plainly = typed.replace(/ #.*$/, "");
        const [, command, rest = ""] = /(?:openai-key-guard|dist\/cli\.js) ([a-z]+)(.*)$/.exec(plainly) ?? [];
        const flags = [...rest.matchAll(/(?<=\s)--([a-z][a-z-]*)/g)].map(([, flag = ""]) => flag);
        const known = createProgram().commands.find((one) => one.name() === command)?.options;
        const isRight =
          command === undefined || (known && flags.every((flag) => known.some(({ long }) => long === `--${flag}`)));
        return isRight ? [] : [`${page}:${line + at}: ${typed}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(pages())("%s gives inputs values that they take", (page) => {
    for (const [, name = "", value = ""] of proseOf(page).matchAll(/`([a-z-]+): ([^`…]+)`/g)) {
      if (!Object.hasOwn(DEFAULTS, name)) continue;
      const given: Partial<Record<SettingName, string>> = {
        "openai-admin-key": createFakeKey("admin", "docs"),
        paths: "**",
        [name]: value,
      };
      expect(() => parseSettings((one) => given[one]), `${page}: ${name}: ${value}`).not.toThrow(UsageError);
    }
  });
});

describe("what is silent on purpose", () => {
  const page = read("docs/ignoring.md");

  test("is told with every word that makes a placeholder", () => {
    const [words = ""] = fencesOf("docs/ignoring.md").flatMap(({ language, text }) =>
      language === "text" ? [text] : [],
    );
    expect(words.trim().split(/\s+/)).toEqual(PLACEHOLDER_WORDS.toSorted());
  });

  test("is told with every project whose examples are known, and how many they are", () => {
    const rows = [...page.matchAll(/^\| (\S+) \| (`.+`) \|$/gm)].map(([, project = "", place = ""]) => [
      project,
      place.replaceAll("`", ""),
    ]);
    for (const row of PUBLISHERS) expect(rows).toContainEqual([...row]);
    expect(page).toContain(`one of ${PUBLISHED_HASHES.length} texts`);
  });

  test("is told with every kind that the report counts", () => {
    const { properties } = JSON.parse(read("schema/report.v1.json")).properties.silent;
    for (const name of Object.keys(properties)) expect(page).toContain(`| \`${name}\` |`);
  });
});

describe("the states of a key", () => {
  test("are all on the library's page, in the order of the schema", () => {
    const told = [...read("docs/library.md").matchAll(/^\| `([a-z]+)` \|/gm)].map(([, state = ""]) => state);
    expect(told.filter((state) => (KEY_STATES as readonly string[]).includes(state))).toEqual(KEY_STATES);
    expect(Object.keys(JSON.parse(read("schema/report.v1.json")).properties.counts.properties)).toEqual(KEY_STATES);
  });
});

describe("troubleshooting", () => {
  const page = normalizeSentence(read("docs/troubleshooting.md"));
  const sentences = listSentences();

  test("finds the sentences of wrong use and of gaps in the sources", () => {
    expect(sentences.length).toBeGreaterThan(100);
    const source = `
      const why = "it was not there";
      export const GONE = "It is gone.";
      export const FAULTS = { empty: "is empty: write something" };
      export function describeWord(word: string, one: boolean) {
        return \`The \${word} \${quoteForMessage(word)} is bad\${suggestNearest(word)}; \${one ? "try this." : "try that."}\`;
      }
      export function describePlace(place: string) {
        return \`\${place} is elsewhere: \${why}\`;
      }
      function hide() {
        return "is no message";
      }`;
    expect(extractSentences(source)).toEqual([
      "It is gone.",
      "is empty: write something",
      "The … is bad; try this.",
      "The … is bad; try that.",
      "… is elsewhere: it was not there",
    ]);
    expect(extractSentences(source, ["hide"])).toEqual(["is no message"]);
  });

  test.each(sentences)("says what to do about: $text", ({ text }) => {
    expect(page.includes(`\`${text}\``), text).toBe(true);
  });
});

describe("troubleshooting, the other way round", () => {
  const known = new Set(listSentences().map(({ text }) => text));
  const told = [...normalizeSentence(read("docs/troubleshooting.md")).matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, text = ""]) => text,
  );

  test("has no sentence that nothing says any more", () => {
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((text) => !known.has(text))).toEqual([]);
  });

  test("has each sentence once", () => {
    expect(told.filter((text, at) => told.indexOf(text) !== at)).toEqual([]);
  });
});

describe("an issue form", () => {
  type Element = { type: string; id?: string; attributes: Record<string, unknown> & { options?: unknown[] } };
  const forms = ["bug", "detection"].map((name) => `.github/ISSUE_TEMPLATE/${name}.yml`);

  test.each(forms)("%s is one that GitHub shows", (file) => {
    // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
    const { name, description, body } = parse(read(file)) as { name: string; description: string; body: Element[] };
    expect(name && description).toBeTruthy();
    const ids = body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of body) {
      expect(["markdown", "textarea", "input", "dropdown", "checkboxes"]).toContain(type);
      expect(attributes[type === "markdown" ? "value" : "label"], JSON.stringify(attributes)).toBeTypeOf("string");
      if (type === "dropdown") expect(new Set(attributes.options).size).toBe(attributes.options?.length);
    }
  });

  test.each(forms)("%s never asks for a key, and has its author say that there is none", (file) => {
    const text = read(file);
    expect(text).toContain("**Never paste");
    expect(text).toMatch(/label: There is no key, and no part of one, in what I wrote\.\n +required: true/);
  });
});

describe("how it decides", () => {
  const source = read("src/domain/decision.ts");
  const table = [...read("docs/how-it-decides.md").matchAll(/^\| \d+ \|.*\| `([\w-]+)…?` \|$/gm)].map(
    ([, word]) => word,
  );
  const auditTable = [...read("docs/how-it-decides.md").matchAll(/^\| A\d+ \|.*\| `([\w-]+)` \|$/gm)].map(
    ([, word]) => word,
  );

  const rotationTable = [...read("docs/how-it-decides.md").matchAll(/^\| R\d+ \|.*\| `([\w-]+)` \|$/gm)].map(
    ([, word]) => word,
  );

  test("names every reason for which a key is left alone", () => {
    const [, union = ""] = /export type LeaveBecause =([\s\S]*?);\n/.exec(source) ?? [];
    const reasons = [...union.matchAll(/\| "([\w-]+)"/g)].map(([, word]) => word);
    expect(reasons.length).toBeGreaterThan(10);
    expect(new Set([...table, ...auditTable, ...rotationTable].filter((word) => word !== "would-"))).toEqual(
      new Set(reasons),
    );
  });

  test("has the rules in the order of the function", () => {
    const [audit, from] = [source.indexOf("function decideByRule"), source.indexOf("function decideLeak")];
    const ofAudit = [...source.slice(audit, from).matchAll(/\bleave\("([\w-]+)"\)/g)].map(([, word]) => word);
    expect(auditTable).toEqual(ofAudit);
    const rotated = source.slice(source.indexOf("function decideRotated"), audit);
    const ofRotation = [...rotated.matchAll(/\bleave\("([\w-]+)"\)/g)].map(([, word]) => word);
    expect(rotationTable).toEqual(ofRotation);
    const rules = [...source.slice(from).matchAll(/\bleave\(\s*"([\w-]+)"\)/g)].map(([, word]) => word);
    expect(rules.length).toBeGreaterThan(8);
    expect(table.filter((word) => rules.includes(word))).toEqual(rules);
  });
});
