import { describe, expect, test } from "vitest";
import { conclude, type Report } from "../../src/domain/report.ts";
import { EVERY_STATE, type StateName } from "./every-state.ts";
import { renderComment, renderHook, renderSummary, renderText } from "./render.ts";
import { context, plainLook } from "./stories.ts";

const states = Object.entries(EVERY_STATE) as readonly (readonly [StateName, Report])[];

/** States that a reader must tell apart by the first line. */
const DISTINCT: readonly StateName[] = [
  "live",
  "live-admin-key",
  "own-admin-key",
  "waiting",
  "quarantined",
  "expiring",
  "revoked",
  "resolved",
  "ignored",
  "fake",
  "stranger",
  "unchecked",
  "unsure",
  "suspected",
  "incomplete",
  "preexisting",
  "mixed",
  "staged",
  "unpushed",
  "stdin",
  "files",
];

const titleOf = (one: Report) => renderComment(one, context).split("\n")[0] ?? "";

test("each state has a title of its own", () => {
  const titles = new Map(DISTINCT.map((name) => [titleOf(EVERY_STATE[name]), name]));
  expect([...titles.values()]).toEqual(DISTINCT);
});

describe.each(states)("%s", (name, one) => {
  const title = titleOf(one);
  const isHook = name === "staged" || name === "unpushed";

  test("has a mark, and words beside it: nothing rests on colour alone", () => {
    expect(title).toMatch(/^### (?:🔴|🟡|🟠|✅|⚠️) [A-Z0-9][^.]{10,}$/u);
  });

  test("looks resolved only where nothing is left to do for the check", () => {
    if (title.includes("✅")) expect(one.findings.filter(({ blocks }) => blocks)).toEqual([]);
    const isLive = one.findings.some(
      ({ validity, ignored }) => validity.kind !== "inactive" && ignored?.kind !== "ignored",
    );
    expect(title.includes("✅")).toBe(conclude(one) === "clean" && !isLive);
  });

  test("says the same in the summary and, in its own words, in the terminal", () => {
    expect(renderSummary(one, context).split("\n")[0]).toBe(title.replace("###", "##"));
    const [first = ""] = (isHook ? renderHook : renderText)(one, plainLook).split("\n");
    expect(first).toMatch(/^(?:[✗!✓?] |openai-key-guard: )/);
  });

  test("says first what to do, where anything is to be done", () => {
    if (one.findings.every(({ blocks }) => !blocks)) return;
    const lines = renderComment(one, context).split("\n");
    expect(lines[2]).toMatch(/^> \[!(?:CAUTION|WARNING)\]$/);
    expect(lines[3]).toMatch(/^> (?:\*\*|`)/);
  });
});
