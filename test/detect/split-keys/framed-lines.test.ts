import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { found } from "../found.ts";

/** How a line is written by a collector, an editor, a table, a search: by its number and its text, padded to a width. */
const FRAMES: readonly (readonly [name: string, write: (text: string, at: number, width: number) => string])[] = [
  ["containers' logs", (text) => `web-1  | ${text}`],
  ["a cluster's logs", (text, at) => `[pod/web-7d9f/app] 2026-11-27T19:30:4${at % 10}.25Z ${text}`],
  ["a system's log", (text, at) => `Nov 27 10:00:${at + 10} host app[123]: ${text}`],
  ["a mail", (text) => `> > ${text}`],
  ["a patch", (text) => `-${text}`],
  ["a comment", (text) => ` * ${text}`],
  ["a remark", (text) => `REM ${text}`],
  ["numbered lines", (text, at) => `${String(at + 8).padStart(6)}\t${text}`],
  ["a search", (text, at) => `src/app.log:${at + 8}:${text}`],
  ["a box", (text, _, width) => `│ ${text.padEnd(width)} │`],
  ["a table", (text, at, width) => `| ${at === 0 ? "key" : "   "} | ${text.padEnd(width)} | note |`],
  ["a log of records", (text, at) => `{"line":"${text}","at":${at}}`],
];

test("a key that was wrapped is found behind whatever each line has around it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FRAMES),
      fc.integer({ min: 24, max: 120 }),
      fc.nat(999),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "KEY="),
      async ([, write], width, seed, end, name) => {
        const key = createFakeKey("project", `${seed}`);
        const lines = `${name}${key}`.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
        // A line that begins like a key is taken for the next key: the end of one is never taken from another.
        fc.pre(lines.every((line) => !line.startsWith("sk-") || key.startsWith(line)));
        const text = lines.map((line, at) => write(line, at, width)).join(end);
        const hits = await found(`first line${end}${text}${end}last line${end}`);
        expect(hits).toMatchObject([{ text: key, confidence: "certain" }]);
      },
    ),
    { numRuns: effort(60, 1500) },
  );
});

test("lines that only stand in a frame are not put together", async () => {
  const key = createFakeKey("project", "x");
  const cut = `web-1  | ${key.slice(0, 120)}\nweb-1  | listening on port 3000\nweb-1  | ready\n`;
  expect(await found(cut)).toMatchObject([{ text: key.slice(0, 120), confidence: "suspected" }]);
});
