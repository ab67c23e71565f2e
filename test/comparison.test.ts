import { describe, expect, test } from "vitest";
import { renderTable, withSections } from "../bench/peers/page.ts";
import { read } from "./recipes/workflows.ts";

const PAGE = "Before\n<!-- keys:start -->\nold\n<!-- keys:end -->\nafter\n";

describe("the measured tables of a page", () => {
  test("replace what stood between their markers, and nothing else", () => {
    const table = renderTable([["scanner"], ["ours"]]);
    expect(withSections(PAGE, { keys: table })).toBe(
      "Before\n<!-- keys:start -->\n| scanner |\n| --- |\n| ours |\n<!-- keys:end -->\nafter\n",
    );
  });

  test("are refused where the page would keep an old number or lose a new one", () => {
    expect(() => withSections(PAGE, {})).toThrow("nothing was measured for the place keys");
    expect(() => withSections(PAGE, { keys: "", staged: "" })).toThrow("no place for staged");
  });

  test("are all filled on the comparison page, with versions", () => {
    const sections = [...read("docs/comparison.md").matchAll(/<!-- ([\w-]+):start -->\n([\s\S]*?)<!-- \1:end -->/g)];
    const rows = new Map(sections.map(([, name, text = ""]) => [name, text.split("\n").length]));
    const names = ["versions", "found", "clean", "keys", "staged", "history", "staged-key", "history-keys"];
    expect([...rows.keys()]).toEqual(names);
    expect(Math.min(...rows.values())).toBeGreaterThan(4);
  });
});
