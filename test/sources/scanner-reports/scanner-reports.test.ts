import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createDetector } from "../../../src/detect/detect.ts";
import { UsageError } from "../../../src/errors.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { INPUT_FORMATS, type InputFormat } from "../../../src/sources/scanner-reports/input-format.ts";
import { openInput } from "../../../src/sources/scanner-reports/open-input.ts";

const FOLDER = path.join(import.meta.dirname, "written");
const KEYS = { project: createFakeKey("project", "report"), account: createFakeKey("service-account", "report") };

/**
 * A file that the scanner really wrote, over a repository with two made-up keys. These are put in again, whole or cut as it
 * cut them; the rules of SARIF that are not about OpenAI are left out.
 */
function written(name: string): string {
  const template = readFileSync(path.join(FOLDER, `${name}.template`), "utf8");
  return template.replaceAll(/\{\{(project|account)(?::(-?\d+))?\}\}/g, (_, key: keyof typeof KEYS, cut?: string) => {
    const length = Number(cut ?? 0);
    return length === 0 ? KEYS[key] : length < 0 ? KEYS[key].slice(length) : KEYS[key].slice(0, length);
  });
}

async function scan(text: string, format: InputFormat = "auto") {
  const stream = Readable.from(text.match(/[^]{1,1000}/g) ?? []).map((part: string) => Buffer.from(part));
  const { source } = await openInput({ stream, name: "report.json", format });
  const detect = createDetector({ otherVendors: false });
  const places = new Set<string>();
  const sightings = [];
  for await (const blob of source.blobs()) {
    for await (const hit of detect(blob, () => {})) {
      for (const one of await source.locate(blob, hit)) {
        const key =
          hit.secret.reveal() === KEYS.project ? "project" : hit.secret.reveal() === KEYS.account ? "account" : "?";
        sightings.push(one);
        places.add(`${key} ${one.where} ${one.path}:${one.line}`);
      }
    }
  }
  return { sightings, places: [...places].toSorted(), ...source.account() };
}

const BOTH = ["account file .env:1", "project file src/app.py:3"];
const ALL = readdirSync(FOLDER).map((name) => name.replace(/\.template$/, ""));
const isRedacted = (name: string) => /redacted|partly/.test(name);
const formatOf = (name: string) => (name.endsWith(".sarif") ? "sarif" : name.replace(/[-.].*$/, "")) as InputFormat;

describe("the report of another scanner", () => {
  test.each(
    ALL.filter((name) => !isRedacted(name) && name !== "trufflehog-files.json"),
  )("%s: each key stands where that scanner says, once", async (name) => {
    const { places, sightings, gaps } = await scan(written(name));
    expect(places).toEqual(BOTH);
    expect(sightings).toHaveLength(2);
    expect(gaps).toEqual([]);
  });

  test("by TruffleHog over files names files of all sorts", async () => {
    const { places } = await scan(written("trufflehog-files.json"));
    expect(places).toEqual(expect.arrayContaining(BOTH));
  });

  test.each([
    "gitleaks.json",
    "betterleaks-1.json",
    "betterleaks-2.json",
    "trufflehog.json",
    "gitleaks.sarif",
  ])("%s: commit, author and time are taken over", async (name) => {
    const { sightings } = await scan(written(name));
    const place = sightings.find((one) => one.path === "src/app.py");
    expect(place).toMatchObject({ commit: expect.stringMatching(/^45359c0/), author: "Ada", encoding: "plain" });
    expect(place?.at).toEqual(new Date("2026-11-20T10:00:00Z"));
  });

  test("of Kingfisher has a day and no time, which is not taken for one", async () => {
    const { sightings } = await scan(written("kingfisher.json"));
    const place = sightings.find((one) => one.path === "src/app.py");
    expect(place).toMatchObject({ commit: expect.stringMatching(/^45359c0/), author: "Ada", at: null });
  });

  test.each(ALL.filter(isRedacted))("%s holds nothing to check, and that is said", async (name) => {
    const { sightings, gaps } = await scan(written(name));
    expect(sightings).toEqual([]);
    expect(gaps).toEqual([
      {
        kind: "unreadable",
        cause: "redacted",
        detail: expect.stringMatching(/^2 findings of the report are redacted, the first in "\S+": they hold nothing/),
      },
    ]);
  });

  test.each(ALL.filter((name) => !isRedacted(name)))("%s can be named, and is taken for no other", async (name) => {
    const own = formatOf(name);
    expect((await scan(written(name), own)).places.length).toBeGreaterThan(1);
    // It began as gitleaks, and many call it by that name.
    const accepted = own === "betterleaks" ? [own, "gitleaks"] : [own];
    for (const format of INPUT_FORMATS) {
      if (["auto", "text", ...accepted].includes(format)) continue;
      await expect(scan(written(name), format), format).rejects.toThrow(UsageError);
    }
  });

  test("read as text has the keys at its own lines", async () => {
    const { places } = await scan(written("gitleaks.json"), "text");
    expect(places.every((place) => /^(?:project|account) stdin report\.json:\d+$/.test(place))).toBe(true);
  });
});

describe("what is no report", () => {
  test.each([
    ["a text", `key = ${KEYS.project}\n`],
    ["a document of something else", JSON.stringify({ config: { key: KEYS.project } }, null, 1)],
    ["a list of something else", JSON.stringify([{ key: KEYS.project }])],
    ["JSON that breaks off", `[{"RuleID": "x", "Secret": "${KEYS.project}"`],
    ["a text in brackets", `[note] ${KEYS.project}`],
  ])("is searched as it is: %s", async (_, text) => {
    const { places } = await scan(text);
    expect(places).toEqual([expect.stringMatching(/^project stdin report\.json:\d+$/)]);
    await expect(scan(text, "gitleaks")).rejects.toThrow("--format-in is gitleaks");
  });

  test.each(["", "[]", "null\n", " [ ]\n"])("but nothing found is an empty report: %j", async (text) => {
    expect((await scan(text, "gitleaks")).sightings).toEqual([]);
    expect((await scan(text)).gaps).toEqual([]);
  });
});

describe("what a report says besides", () => {
  test("is searched too: a key outside of findings, and in the name of a field", async () => {
    const report = JSON.parse(written("kingfisher.json"));
    const other = createFakeKey("project", "elsewhere");
    const text = JSON.stringify({ ...report, [other]: 1 });
    expect((await scan(text)).places).toEqual(["? stdin report.json:null", ...BOTH]);
  });

  test("and a line among findings that is none", async () => {
    const text = `${written("trufflehog.json")}\nnot JSON: ${createFakeKey("project", "logged")}\n`;
    expect((await scan(text)).places).toEqual(["? stdin report.json:null", ...BOTH]);
  });

  test("is not believed where it makes no sense", async () => {
    const [entry] = JSON.parse(written("gitleaks.json"));
    const odd = { ...entry, StartLine: -1, Commit: "main", Date: "yesterday", Author: 7, File: "" };
    const { sightings } = await scan(JSON.stringify([odd]));
    expect(sightings).toMatchObject([
      { where: "stdin", path: "report.json", line: null, commit: null, author: null, at: null },
    ]);
  });

  test("of another kind of tool has nothing redacted", async () => {
    const result = { ruleId: "js/unused", message: { text: "Unused" }, locations: [] };
    expect((await scan(JSON.stringify({ version: "2.1.0", runs: [{ results: [result] }] }))).gaps).toEqual([]);
    const ours = { ...result, ruleId: "openai-project-key" };
    expect((await scan(JSON.stringify({ version: "2.1.0", runs: [{ results: [ours] }] }))).gaps).toHaveLength(1);
  });
});

test("a stream that breaks off in a report is a gap, and what came before is searched", async () => {
  async function* broken() {
    yield Buffer.from(`[{"RuleID":"x","File":"a","Secret":"${KEYS.project}"`);
    throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
  }
  const { source } = await openInput({ stream: broken(), name: "x", format: "auto" });
  const detect = createDetector({ otherVendors: false });
  let hits = 0;
  for await (const blob of source.blobs()) for await (const _ of detect(blob, () => {})) hits += 1;
  expect(hits).toBe(1);
  expect(source.account().gaps).toMatchObject([{ detail: expect.stringContaining("ECONNRESET") }]);
});
