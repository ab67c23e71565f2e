import { describe, expect, test } from "vitest";
import type { Gap } from "../../../src/domain/gap.ts";
import type { Medium } from "../../../src/messages/medium.ts";
import { describeGapWays } from "../../../src/report/advice/gaps.ts";
import { formatMarkdown, formatPlain } from "../../../src/report/line.ts";

function waysOf(gap: Omit<Gap, "detail">, medium: Medium): readonly string[] {
  const format = medium === "workflow" ? formatMarkdown : formatPlain;
  return describeGapWays({ detail: "", ...gap }, medium).map((way) => format(way));
}

describe("the ways out of a gap", () => {
  test("are to read what is in Git LFS, or to leave it out", () => {
    const gap = { kind: "lfs", path: "models/weights.bin" } as const;
    expect(waysOf(gap, "workflow")).toEqual([
      "read it: `actions/checkout` with `lfs: true` before this step",
      'leave it out: `exclude: "models/*.bin"` in the workflow',
    ]);
    expect(waysOf(gap, "terminal")).toEqual([
      'read it: "git lfs fetch --all"',
      'leave it out: --exclude "models/*.bin"',
    ]);
  });

  test("leave out no file that was read", () => {
    const excluded = (kind: Gap["kind"], path: string) => waysOf({ kind, path }, "terminal").at(-1);
    expect(excluded("archive", "src/vendor.zip")).toBe('leave it out: --exclude "src/vendor.zip"');
    expect(excluded("archive", "a [1]/{x}*.zip")).toBe("leave it out: --exclude 'a \\[1\\]/\\{x\\}\\*.zip'");
    expect(excluded("archive", "$HOME's=.zip")).toBe("leave it out: --exclude '$HOME'\\''s=.zip'");
    expect(excluded("lfs", "weights")).toBe('leave it out: --exclude "weights"');
  });

  test.each(["a\nb", " a", "a\\b", `${"long/".repeat(30)}a`, ""])("name no glob for %j, which none can say", (path) => {
    expect(waysOf({ kind: "archive", path }, "workflow")).toHaveLength(1);
  });

  test.each([
    "shallow",
    "no-match",
    "pull-request",
    "ignore-file",
    "broken-ignore-file",
  ] as const)("fit the cause %s", (cause) => {
    expect(waysOf({ kind: "missing-object", cause }, "workflow").join()).not.toContain("filter");
  });

  test.each([
    ["admin-key", "creates an Admin API key at"],
    ["admin-permission", "give that permission to the Admin API key"],
    ["openai-refuses-machine", "IP allowlist"],
    ["openai-address", "openai-base-url"],
    ["openai-down", "https://status.openai.com"],
    ["unknown-form", "without the key itself"],
  ] as const)("where OpenAI's list of keys is incomplete fit the cause %s", (cause, way) => {
    const [inWorkflow, inTerminal] = (["workflow", "terminal"] as const).map((medium) =>
      waysOf({ kind: "inventory", cause }, medium).join(),
    );
    expect(inWorkflow).toContain(way);
    expect(inTerminal).toContain(way);
    expect(inWorkflow).not.toMatch(/OPENAI_ADMIN_KEY|--openai/);
    expect(inTerminal).not.toMatch(/openai-admin-key|the job/);
  });

  const kinds = [
    "missing-object unreadable miscounted unfetched lfs archive self-test inventory audit-file",
    "protect approved paths ignore no-admin-key",
  ].flatMap((names) => names.split(" ")) as Gap["kind"][];
  test.each(kinds)("are there for %s, in the words of each medium", (kind) => {
    expect(waysOf({ kind }, "workflow").length).toBeGreaterThan(0);
    expect(waysOf({ kind }, "workflow").join()).not.toMatch(/--(?!files)|OPENAI_|git fetch|git lfs/);
    expect(waysOf({ kind }, "terminal").join()).not.toMatch(/openai-admin-key|actions\/checkout|the job/);
  });
});
