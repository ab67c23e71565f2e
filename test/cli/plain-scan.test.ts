import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFlags } from "../../src/cli/flags.ts";
import { readPlainScan } from "../../src/cli/plain-scan.ts";
import { createProgram } from "../../src/cli/program.ts";
import { effort } from "../support/effort.ts";

/** What commander makes of a `scan`: its words and its flags. */
async function parse(typed: readonly string[]): Promise<{ words: readonly string[]; flags: object }> {
  const program = createProgram();
  const scan = program.commands.find((command) => command.name() === "scan");
  if (!scan) throw new Error("there is no scan");
  let parsed = { words: [] as readonly string[], flags: {} };
  scan.action((words: readonly string[]) => {
    parsed = { words, flags: readFlags(scan) };
  });
  await program.parseAsync(typed, { from: "user" });
  return parsed;
}

describe("a scan as hooks run it", () => {
  const word = fc.constantFrom("--staged", "--quiet", "--pushed", "main..HEAD", "origin", "", "a b", "scan");
  const typed = fc
    .tuple(fc.array(word, { maxLength: 5 }), fc.option(fc.array(fc.constantFrom("origin", "--staged", "-x"))))
    .map(([before, after]) => ["scan", ...before, ...(after ? ["--", ...after] : [])]);

  test("is read without commander as commander reads it", async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        expect(readPlainScan(words)).toEqual({ ...(await parse(words)), typed: words });
      }),
      { numRuns: effort(60, 1000) },
    );
  });

  test.each([
    [["scan", "--staged", "--format", "json"]],
    [["scan", "--staged", "--help"]],
    [["scan", "-V"]],
    [["scan", "-"]],
    [["scan", "--stagd"]],
    [["scan", "--staged=x"]],
    [["--staged", "scan"]],
    [["contain", "report.json"]],
    [[]],
  ])("is left to commander with anything else: %j", (words) => {
    expect(readPlainScan(words)).toBeNull();
  });
});
