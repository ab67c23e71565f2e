import { describe, expect, test } from "vitest";
import type { EventText } from "../../src/domain/blob.ts";
import { concatSources } from "../../src/sources/concat-sources.ts";
import { openRange } from "../../src/sources/range/range.ts";
import { openTexts } from "../../src/sources/texts.ts";
import { gitRepo } from "../support/git-repo.ts";
import { placeOf, scanned } from "./needles.ts";

const at = new Date("2026-11-01T12:00:00Z");

function text(what: string): EventText {
  return { what, url: "https://github.example/o/r/pull/1", author: "mallory", at };
}

describe("a key in a text of the event", () => {
  test("stands at its line and column, by the one who wrote it, at that time", async () => {
    const title = { of: text("title of the pull request"), text: "NEEDLE1" };
    const body = { of: text("body of the pull request"), text: "Hello,\r\n🔑 is NEEDLE2\nNEEDLE3" };
    const { sightings, coverage, gaps, read } = await scanned(openTexts({ texts: [title, body] }));
    expect(sightings.map(placeOf)).toEqual(["pull-request:1:1", "pull-request:2:7", "pull-request:3:1"]);
    expect(sightings[0]).toEqual({
      where: "pull-request",
      path: null,
      line: 1,
      column: 1,
      commit: null,
      author: "mallory",
      at,
      encoding: "plain",
      member: null,
      inHead: true,
      preexisting: false,
    });
    expect(read).toEqual([title, body].map(({ of }) => ({ kind: "event-text", of })));
    expect(coverage).toEqual({ commits: 0, blobs: 0, bytes: 7 + Buffer.byteLength(body.text), texts: 2 });
    expect(gaps).toEqual([]);
  });

  test("is told by what the text is", async () => {
    const source = openTexts({ texts: [{ of: text("comment on the pull request"), text: "x" }] });
    for await (const blob of source.blobs())
      expect(await source.nameOf(blob)).toEqual({ name: "comment on the pull request" });
  });

  test("is not looked for where there is no text", async () => {
    const { read, gaps } = await scanned(openTexts({ texts: [{ of: text("body"), text: "" }] }));
    expect(read).toEqual([]);
    expect(gaps).toEqual([]);
  });

  test("may be left unread, and that is a gap", () => {
    expect(openTexts({ texts: [] }).account().gaps).toMatchObject([{ kind: "miscounted" }]);
  });
});

describe("several sources as one", () => {
  async function both() {
    const repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "NEEDLE1" });
    const environment = { PATH: process.env["PATH"] };
    const range = await openRange({ repo: repo.dir, base: "HEAD^", head: "HEAD", environment, includes: () => true });
    const texts = openTexts({ texts: [{ of: text("title"), text: "a NEEDLE2" }] });
    return { repo, source: concatSources([range.source, texts]) };
  }

  test("tell each hit as the one does that it came from, and add up what they read", async () => {
    const { repo, source } = await both();
    await using _ = repo;
    const { sightings, coverage, gaps } = await scanned(source);
    expect(sightings.map(placeOf)).toEqual(["b:1:1", "pull-request:1:3"]);
    expect(coverage).toEqual({ commits: 1, blobs: 1, bytes: "change\n".length + "NEEDLE1".length + 9, texts: 2 });
    expect(gaps).toEqual([]);
  });

  test("name each blob as the one does that it came from, and no stranger's", async () => {
    const { repo, source } = await both();
    await using _ = repo;
    const names: (string | undefined)[] = [];
    for await (const blob of source.blobs()) names.push((await source.nameOf(blob))?.name);
    expect(names).toContain('"b"');
    expect(names.at(-1)).toBe("title");
    const stranger = { provenance: { kind: "event-text", of: text("x") }, chunks: [] } as const;
    await expect(source.nameOf(stranger)).rejects.toThrow("none of these sources");
  });

  test("have all their gaps, also when reading stopped in the first", async () => {
    const { repo, source } = await both();
    await using _ = repo;
    for await (const _blob of source.blobs()) break;
    expect(source.account().gaps.map(({ kind }) => kind)).toEqual(["miscounted", "miscounted"]);
  });
});
