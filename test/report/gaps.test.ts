import { expect, test } from "vitest";
import type { Gap } from "../../src/domain/gap.ts";
import { renderHtml, renderText } from "./render.ts";
import { context, plainLook, report } from "./stories.ts";

const lfs: Gap = {
  kind: "lfs",
  path: "models/weights.bin",
  detail: '"models/weights.bin" was not read: its content is in Git LFS.',
};

test("a terminal offers the ways out below what was not read", () => {
  expect(renderText(report([], { gaps: [lfs] }), plainLook)).toContain(
    [
      '         "models/weights.bin" was not read: its content is in Git LFS.',
      '         - read it: "git lfs fetch --all"',
      '         - leave it out: --exclude "models/*.bin"',
    ].join("\n"),
  );
});

test("of many things that were not read only their names are in a terminal", () => {
  const many = [1, 2, 3, 4].map((n) => ({ ...lfs, detail: `${n} was not read.` }));
  expect(renderText(report([], { gaps: many }), plainLook)).not.toContain("leave it out");
});

test("a page offers the ways out as well", () => {
  expect(renderHtml(report([], { gaps: [lfs] }), context)).toContain("leave it out: <code>");
});
